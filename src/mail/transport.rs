use super::Letter;
use crate::config::Config;
use crate::error::{Outcome, Problem};
use lettre::message::{Mailbox, MultiPart, header};
use lettre::{FileTransport, Message, SmtpTransport, Transport};
use secrecy::ExposeSecret;
use std::sync::{Arc, Mutex, PoisonError};

/// A mail that was kept in memory instead of being sent.
#[derive(Clone, Debug)]
pub struct Delivered {
    /// What it said.
    pub letter: Letter,
    /// The whole message as a mail server would get it.
    pub raw: String,
}

/// The way mails leave.
pub struct Post {
    from: Mailbox,
    way: Way,
}

enum Way {
    Smtp(SmtpTransport),
    Folder(FileTransport),
    Memory(Arc<Mutex<Vec<Delivered>>>),
}

impl Post {
    /// By SMTP if a server is set, else into a folder.
    ///
    /// # Errors
    /// A fault that names the setting that cannot be read.
    pub fn build(config: &Config) -> Outcome<Self> {
        let from = config
            .mail_from
            .parse()
            .map_err(|error| Problem::fault("mail_from", error))?;
        let way = match config.smtp.expose_secret() {
            "" => Way::Folder(folder(config)?),
            url => Way::Smtp(
                SmtpTransport::from_url(url)
                    .map_err(|_| {
                        Problem::Fault(
                            "smtp: not an address such as smtps://user:password@host".into(),
                        )
                    })?
                    .build(),
            ),
        };
        Ok(Self { from, way })
    }

    /// Keeps mails in memory from now on, for a demo or a test.
    pub fn keep_in_memory(&mut self) {
        self.way = Way::Memory(Arc::default());
    }

    /// The mails kept in memory, the oldest first.
    pub fn kept(&self) -> Vec<Delivered> {
        match &self.way {
            Way::Memory(mails) => mails.lock().unwrap_or_else(PoisonError::into_inner).clone(),
            Way::Smtp(_) | Way::Folder(_) => Vec::new(),
        }
    }

    /// Hands one mail over.
    ///
    /// # Errors
    /// The reason, without any address in it.
    pub fn send(&self, letter: &Letter) -> Result<(), String> {
        let message = self.message(letter)?;
        match &self.way {
            Way::Smtp(smtp) => smtp
                .send(&message)
                .map(drop)
                .map_err(|error| smtp_reason(&error)),
            Way::Folder(folder) => folder
                .send(&message)
                .map(drop)
                .map_err(|_| "the mail folder cannot be written".into()),
            Way::Memory(mails) => {
                let raw = String::from_utf8_lossy(&message.formatted()).into_owned();
                let kept = Delivered {
                    letter: letter.clone(),
                    raw,
                };
                mails
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .push(kept);
                Ok(())
            }
        }
    }

    fn message(&self, letter: &Letter) -> Result<Message, String> {
        let address = letter
            .email
            .parse()
            .map_err(|_| "the address cannot be read")?;
        Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(Some(letter.name.clone()), address))
            .subject(letter.subject.clone())
            .message_id(Some(letter.message_id.clone()))
            .header(header::MIME_VERSION_1_0)
            .multipart(MultiPart::alternative_plain_html(
                letter.text.clone(),
                letter.html.clone(),
            ))
            .map_err(|_| "the message cannot be built".to_owned())
    }
}

fn folder(config: &Config) -> Outcome<FileTransport> {
    let path = match config.mail_folder.as_str() {
        "" => config.data.join("mail"),
        given => given.into(),
    };
    std::fs::create_dir_all(&path)
        .map_err(|error| Problem::fault(&format!("mail_folder {}", path.display()), error))?;
    Ok(FileTransport::new(path))
}

/// A mail server's answer may quote the address, so only its code is told.
fn smtp_reason(error: &lettre::transport::smtp::Error) -> String {
    match error.status() {
        Some(code) => format!("the mail server answered {code}"),
        None if error.is_timeout() => "the mail server did not answer in time".to_owned(),
        None => "the mail server cannot be reached".to_owned(),
    }
}
