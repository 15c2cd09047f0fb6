use super::Message;
use crate::error::{Outcome, Problem};
use crate::ids::MailId;
use lettre::Address;

/// What stands in the setting for the part that differs from mail to mail.
const EACH: &str = "{}";

/// Letters before the `@` at the most (RFC 5321, section 4.5.3.1.1), and how many of them name a mail.
const LOCAL: usize = 64;
const NAME: usize = 26;

/// Where mails return to that cannot be delivered.
pub(super) enum ReturnPath {
    /// All to one address.
    One(Address),
    /// Each to an address of its own, with its identifier between these two: that says no more than its
    /// Message-ID, and nobody can guess it.
    Each(String, String),
}

impl ReturnPath {
    /// Reads the setting.
    ///
    /// # Errors
    /// A fault that says what is wrong with it.
    pub fn read(setting: &str, sender: &Address) -> Outcome<Self> {
        let fault = |reason: String| Problem::broken(format!("mail_return is {setting}: {reason}"));
        check_return(setting).map_err(fault)?;
        Ok(match setting.split_once(EACH) {
            Some((start, end)) => Self::Each(start.to_lowercase(), end.to_lowercase()),
            None if setting.is_empty() => Self::One(sender.clone()),
            None => Self::One(
                setting
                    .parse()
                    .map_err(|error| Problem::fault("mail_return", error))?,
            ),
        })
    }

    /// The address of a mail.
    pub fn of(&self, message: &Message) -> Result<Address, lettre::address::AddressError> {
        match self {
            Self::One(address) => Ok(address.clone()),
            Self::Each(start, end) => format!("{start}{}{end}", message.name()).parse(),
        }
    }

    /// The mail that has this address (lower case).
    pub fn mail(&self, address: &str) -> Option<MailId> {
        let Self::Each(start, end) = self else {
            return None;
        };
        let name = address.strip_prefix(start)?.strip_suffix(end)?;
        MailId::parse(name)
    }
}

/// What is wrong with the setting, in words.
fn check_return(setting: &str) -> Result<(), String> {
    let stray = setting.replacen(EACH, "", 1);
    if stray.contains(EACH) {
        return Err("{} stands in it twice; once is enough".to_owned());
    }
    if stray.contains(['{', '}']) {
        return Err(
            "{} is missing where only one of its two signs stands; write it like bounces+{}@example.org"
                .to_owned(),
        );
    }
    let sample = setting.replace(EACH, &"0".repeat(NAME));
    let (local, host) = sample.rsplit_once('@').unwrap_or_default();
    match () {
        () if setting.is_empty() => Ok(()),
        () if local.len() > LOCAL => Err(format!(
            "with {NAME} letters for {{}} it has {} before the @, and mail servers take {LOCAL}; write less around it",
            local.len()
        )),
        () if host.is_empty() || sample.parse::<Address>().is_err() => Err(
            "that is not an address; write it like bounces@example.org or bounces+{}@example.org"
                .to_owned(),
        ),
        () if setting
            .rsplit('@')
            .next()
            .is_some_and(|host| host.contains(EACH)) =>
        {
            Err("{} has to stand before the @".to_owned())
        }
        () => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SENDER: &str = "gutcheck@example.org";

    fn read(setting: &str) -> Outcome<ReturnPath> {
        ReturnPath::read(setting, &SENDER.parse().unwrap())
    }

    #[test]
    fn each_mail_has_a_return_address_that_says_no_more_than_its_message_id() {
        let id = MailId::new([7; 16]);
        let message = Message {
            email: "ada@example.org".into(),
            name: "Ada".into(),
            subject: String::new(),
            text: String::new(),
            html: String::new(),
            message_id: format!("<{id}@gut.example.org>"),
            letterhead: std::sync::Arc::default(),
            stop: None,
        };
        let each = read("Bounces+{}@example.org").unwrap();
        let address = each.of(&message).unwrap().to_string();
        assert_eq!(address, format!("bounces+{id}@example.org"));
        assert_eq!(each.mail(&address), Some(id));
        for other in [
            "bounces@example.org",
            "bounces+@example.org",
            "bounces+0@example.org",
            "ada@example.org",
            &address.replace("example.org", "example.com"),
        ] {
            assert_eq!(each.mail(other), None, "{other}");
        }
        let one = read("").unwrap();
        assert_eq!(one.of(&message).unwrap().to_string(), SENDER);
        assert_eq!(one.mail(&address), None);
    }

    #[test]
    fn a_return_address_that_cannot_be_meant_is_refused_in_words() {
        for (setting, reason) in [
            ("bounces+{}{}@example.org", "twice"),
            ("{}+{}@example.org", "twice"),
            ("bounces+{@example.org", "missing"),
            ("bounces+{id}@example.org", "missing"),
            ("bounces@{}.example.org", "before the @"),
            ("bounces+{}", "not an address"),
            ("bounces", "not an address"),
            ("two@signs@example.org, more", "not an address"),
            (
                &format!("{}{{}}@example.org", "b".repeat(40)),
                "it has 66 before",
            ),
        ] {
            let refused = check_return(setting).unwrap_err();
            assert!(refused.contains(reason), "{setting}: {refused}");
            assert!(read(setting).is_err());
        }
        for good in ["", "bounces@example.org", "{}@bounces.example.org"] {
            assert_eq!(check_return(good), Ok(()));
        }
    }
}
