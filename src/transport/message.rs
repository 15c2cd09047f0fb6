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
