use std::sync::Arc;

/// What mails of one house have in common, besides their words.
#[derive(Clone, Debug, Default)]
pub struct Letterhead {
    /// The name they come from; that of the setting if there is none.
    pub sender: Option<String>,
    /// The address that answers go to, if it is another one.
    pub reply_to: Option<String>,
    /// A PNG, which the markup shows as `cid:logo`.
    pub logo: Option<Vec<u8>>,
}

/// A mail to one person, as it is to arrive.
#[derive(Clone, Debug)]
pub struct Message {
    /// Address.
    pub email: String,
    /// Name of the addressee.
    pub name: String,
    /// One line.
    pub subject: String,
    /// Plain text.
    pub text: String,
    /// The same with markup.
    pub html: String,
    /// The same for every attempt at the same mail.
    pub message_id: String,
    /// What it has in common with others.
    pub letterhead: Arc<Letterhead>,
    /// Where such mails can be stopped; none for those that somebody asked for.
    pub stop: Option<String>,
}

impl Message {
    /// What stands before the `@` of its Message-ID.
    pub fn name(&self) -> &str {
        let id = self.message_id.trim_start_matches('<');
        id.split('@').next().unwrap_or_default()
    }
}
