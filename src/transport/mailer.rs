use super::dkim::Dkim;
use super::folder as files;
use super::mime::to_mime;
use super::return_path::ReturnPath;
use super::server::Server;
use super::smtp::{Envelope, SmtpSession};
use super::{Message, SendError};
use crate::config::Config;
use crate::error::{Outcome, Problem};
use crate::ids::MailId;
use crate::store::Moment;
use crate::store::outbox::Reason;
use lettre::Address;
use lettre::message::Mailbox;
use secrecy::ExposeSecret;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use tokio::runtime::{Builder, Runtime};

/// A mail that was kept in memory instead of being sent.
#[derive(Clone, Debug)]
pub struct Delivered {
    /// What it said.
    pub message: Message,
    /// The whole message as a mail server would get it.
    pub raw: String,
    /// Where a mail server would return it.
    pub return_path: String,
}

/// The way mails leave.
pub struct Mailer {
    from: Mailbox,
    return_path: ReturnPath,
    dkim: Option<Dkim>,
    transport: Transport,
    connections: usize,
    /// No mail is tried before, because the last one showed that none can leave.
    rests_until: Mutex<Option<Moment>>,
}

enum Transport {
    Smtp(Box<Server>),
    Folder(PathBuf),
    Memory(Mutex<Vec<Delivered>>),
}

impl Mailer {
    /// By SMTP if a server is set, else into a folder.
    ///
    /// # Errors
    /// A fault that names the setting that cannot be read.
    pub fn build(config: &Config) -> Outcome<Self> {
        let from: Mailbox = config
            .mail_from
            .parse()
            .map_err(|error| Problem::fault("mail_from", error))?;
        let transport = match config.smtp.expose_secret() {
            "" => Transport::Folder(folder(config)?),
            _ => Transport::Smtp(Box::new(Server::read(config)?)),
        };
        Ok(Self {
            dkim: dkim(config, &from)?,
            return_path: ReturnPath::read(&config.mail_return, &from.email)?,
            from,
            transport,
            connections: config.mail_connections.max(1) as usize,
            rests_until: Mutex::default(),
        })
    }

    /// Keeps mails in memory from now on, for a demo or a test.
    pub fn keep_in_memory(&mut self) {
        self.transport = Transport::Memory(Mutex::default());
    }

    /// The mails kept in memory, the oldest first.
    pub fn kept(&self) -> Vec<Delivered> {
        match &self.transport {
            Transport::Memory(mails) => {
                mails.lock().unwrap_or_else(PoisonError::into_inner).clone()
            }
            Transport::Smtp(_) | Transport::Folder(_) => Vec::new(),
        }
    }

    /// Whether each mail has a return address of its own.
    pub fn has_own_returns(&self) -> bool {
        matches!(self.return_path, ReturnPath::Each(..))
    }

    /// The mail whose return address this is, if each has one of its own.
    pub fn returns_to(&self, address: &str) -> Option<MailId> {
        self.return_path.mail(address)
    }

    /// How many mails may be under way at the same time.
    pub fn connections(&self) -> usize {
        match self.transport {
            Transport::Smtp(_) => self.connections,
            Transport::Folder(_) | Transport::Memory(_) => 1,
        }
    }

    /// Whether mails are held back, because none can leave for the moment.
    pub fn rests(&self, now: Moment) -> bool {
        let until = *self
            .rests_until
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        until.is_some_and(|until| now < until)
    }

    /// Holds mails back until then.
    pub fn rest(&self, until: Moment) {
        *self
            .rests_until
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = Some(until);
    }

    /// Takes one mail after the other.
    ///
    /// # Errors
    /// A fault if the system gives no means to wait for a network.
    pub fn connection(&self) -> Outcome<Connection<'_>> {
        let runtime = Builder::new_current_thread().enable_all().build();
        Ok(Connection {
            mailer: self,
            runtime: runtime.map_err(|error| Problem::fault("mail", error))?,
            session: None,
        })
    }
}

/// Takes mails one after the other, by SMTP over one connection to the mail server.
pub struct Connection<'a> {
    mailer: &'a Mailer,
    runtime: Runtime,
    session: Option<SmtpSession>,
}

impl Connection<'_> {
    /// Hands one mail over.
    pub fn send(&mut self, message: &Message, now: Moment) -> Result<(), SendError> {
        let Mailer {
            from,
            dkim,
            return_path,
            ..
        } = self.mailer;
        let to: Address = message
            .email
            .parse()
            .map_err(|_| SendError::of(Reason::Address))?;
        let text = to_mime(from, &to, dkim.as_ref(), message, now).map_err(|error| {
            tracing::warn!(error, "a mail cannot be built");
            SendError::of(Reason::Unworded)
        })?;
        let sender = return_path
            .of(message)
            .map_err(|_| SendError::of(Reason::Unworded))?;
        match &self.mailer.transport {
            Transport::Smtp(server) => {
                let envelope = Envelope {
                    from: &sender,
                    to: &to,
                    id: message.name(),
                    text: &text,
                };
                self.hand_over(server, envelope)
            }
            Transport::Folder(folder) => file(folder, message, &text),
            Transport::Memory(mails) => {
                let kept = Delivered {
                    message: message.clone(),
                    raw: String::from_utf8_lossy(&text).into_owned(),
                    return_path: sender.to_string(),
                };
                let mut mails = mails.lock().unwrap_or_else(PoisonError::into_inner);
                mails.push(kept);
                Ok(())
            }
        }
    }

    fn hand_over(&mut self, server: &Server, envelope: Envelope<'_>) -> Result<(), SendError> {
        let Self {
            runtime, session, ..
        } = self;
        runtime.block_on(async {
            let talk = match session.take() {
                Some(talk) if !talk.is_over() => talk,
                _ => SmtpSession::begin(server).await?,
            };
            let talk = session.insert(talk);
            talk.send(envelope).await
        })
    }

    /// Takes leave of the mail server.
    pub fn end(mut self) {
        if let Some(session) = self.session.take() {
            self.runtime.block_on(session.end());
        }
    }
}

fn dkim(config: &Config, from: &Mailbox) -> Outcome<Option<Dkim>> {
    let Some(path) = &config.dkim_key else {
        return Ok(None);
    };
    let about = format!("dkim_key {}", path.display());
    let pem = fs::read_to_string(path).map_err(|error| Problem::fault(&about, error))?;
    let key = Dkim::new(from.email.domain(), &config.dkim_selector, &pem);
    Ok(Some(key.map_err(|error| Problem::fault(&about, error))?))
}

fn folder(config: &Config) -> Outcome<PathBuf> {
    let path = match config.mail_folder.as_str() {
        "" => config.data.join("mail"),
        given => given.into(),
    };
    files::make(&path, config.mail_folder.is_empty())
        .map_err(|error| Problem::fault(format!("mail_folder {}", path.display()), error))?;
    Ok(path)
}

/// One file a mail, under the name of its Message-ID, so that a second attempt takes the place of the first.
fn file(folder: &Path, message: &Message, text: &[u8]) -> Result<(), SendError> {
    let name = message.name();
    let written = files::write(&folder.join(format!("{name}.eml")), text);
    written.map_err(|_| SendError::of(Reason::Folder))
}
