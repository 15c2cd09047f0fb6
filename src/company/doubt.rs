/// Why somebody is not let in on the word of the company's sign-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The provider cannot be reached, or answers with what cannot be read.
    Unreachable,
    /// The provider says that somebody is not to come in, or that they gave up.
    Declined,
    /// The provider does not take the code that it gave.
    Code,
    /// The answer comes from another provider than was asked.
    OtherProvider,
    /// The token is signed with a key that the provider does not have.
    UnknownKey,
    /// The token is not signed as it has to be.
    Signature,
    /// The token was made by somebody else.
    Issuer,
    /// The token was made for somebody else.
    Audience,
    /// The token is over.
    Expired,
    /// The token is of a time to come.
    Early,
    /// The token answers another question than was asked.
    Nonce,
    /// The token leaves out what it has to say.
    Incomplete,
    /// Two answers of the provider are about two people.
    OtherPerson,
}

impl Doubt {
    /// Its word in the log of acts and in keys of messages.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unreachable => "unreachable",
            Self::Declined => "declined",
            Self::Code => "code",
            Self::OtherProvider => "other-provider",
            Self::UnknownKey => "unknown-key",
            Self::Signature => "signature",
            Self::Issuer => "issuer",
            Self::Audience => "audience",
            Self::Expired => "expired",
            Self::Early => "early",
            Self::Nonce => "nonce",
            Self::Incomplete => "incomplete",
            Self::OtherPerson => "other-person",
        }
    }
}
