use super::Letter;
use super::conversation::Conversation;
use super::dkim::Dkim;
use super::message::seal;
use super::server::Server;
use super::setback::Setback;
use crate::config::Config;
use crate::error::{Outcome, Problem};
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
    pub letter: Letter,
    /// The whole message as a mail server would get it.
    pub raw: String,
}

/// The way mails leave.
pub struct Post {
    from: Mailbox,
    return_path: Address,
    dkim: Option<Dkim>,
    way: Way,
    connections: usize,
    /// No mail is tried before, because the last one showed that none can leave.
    rests_until: Mutex<Option<Moment>>,
}

enum Way {
    Smtp(Box<Server>),
    Folder(PathBuf),
    Memory(Mutex<Vec<Delivered>>),
}

impl Post {
    /// By SMTP if a server is set, else into a folder.
    ///
    /// # Errors
    /// A fault that names the setting that cannot be read.
    pub fn build(config: &Config) -> Outcome<Self> {
        let from: Mailbox = config
            .mail_from
            .parse()
            .map_err(|error| Problem::fault("mail_from", error))?;
        let return_path = match config.mail_return.as_str() {
            "" => from.email.clone(),
            given => given
                .parse()
                .map_err(|error| Problem::fault("mail_return", error))?,
        };
        let way = match config.smtp.expose_secret() {
            "" => Way::Folder(folder(config)?),
            _ => Way::Smtp(Box::new(Server::read(config)?)),
        };
        Ok(Self {
            dkim: dkim(config, &from)?,
            from,
            return_path,
            way,
            connections: config.mail_connections.max(1) as usize,
            rests_until: Mutex::default(),
        })
    }

    /// Keeps mails in memory from now on, for a demo or a test.
    pub fn keep_in_memory(&mut self) {
        self.way = Way::Memory(Mutex::default());
    }

    /// The mails kept in memory, the oldest first.
    pub fn kept(&self) -> Vec<Delivered> {
        match &self.way {
            Way::Memory(mails) => mails.lock().unwrap_or_else(PoisonError::into_inner).clone(),
            Way::Smtp(_) | Way::Folder(_) => Vec::new(),
        }
    }

    /// How many mails may be under way at the same time.
    pub(super) fn connections(&self) -> usize {
        match self.way {
            Way::Smtp(_) => self.connections,
            Way::Folder(_) | Way::Memory(_) => 1,
        }
    }

    /// Whether mails are held back, because none can leave for the moment.
    pub(super) fn rests(&self, now: Moment) -> bool {
        let until = *self
            .rests_until
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        until.is_some_and(|until| now < until)
    }

    /// Holds mails back until then.
    pub(super) fn rest(&self, until: Moment) {
        *self
            .rests_until
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = Some(until);
    }

    /// Somebody who takes one mail after the other.
    ///
    /// # Errors
    /// A fault if the system gives no means to wait for a network.
    pub(super) fn carrier(&self) -> Outcome<Carrier<'_>> {
        let runtime = Builder::new_current_thread().enable_all().build();
        Ok(Carrier {
            post: self,
            runtime: runtime.map_err(|error| Problem::fault("mail", error))?,
            conversation: None,
        })
    }
}

/// Takes mails one after the other, by SMTP over one connection.
pub(super) struct Carrier<'a> {
    post: &'a Post,
    runtime: Runtime,
    conversation: Option<Conversation>,
}

impl Carrier<'_> {
    /// Hands one mail over.
    pub fn send(&mut self, letter: &Letter, now: Moment) -> Result<(), Setback> {
        let Post { from, dkim, .. } = self.post;
        let to: Address = letter
            .email
            .parse()
            .map_err(|_| Setback::of(Reason::Address))?;
        let text = seal(from, &to, dkim.as_ref(), letter, now).map_err(|error| {
            tracing::warn!(error, "a mail cannot be built");
            Setback::of(Reason::Unworded)
        })?;
        match &self.post.way {
            Way::Smtp(server) => self.hand_over(server, &to, &text),
            Way::Folder(folder) => file(folder, letter, &text),
            Way::Memory(mails) => {
                let kept = Delivered {
                    letter: letter.clone(),
                    raw: String::from_utf8_lossy(&text).into_owned(),
                };
                let mut mails = mails.lock().unwrap_or_else(PoisonError::into_inner);
                mails.push(kept);
                Ok(())
            }
        }
    }

    fn hand_over(&mut self, server: &Server, to: &Address, text: &[u8]) -> Result<(), Setback> {
        let Self {
            post,
            runtime,
            conversation,
        } = self;
        runtime.block_on(async {
            let talk = match conversation.take() {
                Some(talk) if !talk.is_over() => talk,
                _ => Conversation::begin(server).await?,
            };
            let talk = conversation.insert(talk);
            talk.send(&post.return_path, to, text).await
        })
    }

    /// Takes leave of the mail server.
    pub fn end(mut self) {
        if let Some(conversation) = self.conversation.take() {
            self.runtime.block_on(conversation.end());
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
    fs::create_dir_all(&path)
        .map_err(|error| Problem::fault(&format!("mail_folder {}", path.display()), error))?;
    Ok(path)
}

/// One file a mail, under the name of its Message-ID, so that a second attempt takes the place of the first.
fn file(folder: &Path, letter: &Letter, text: &[u8]) -> Result<(), Setback> {
    let name: String = letter
        .message_id
        .chars()
        .take_while(|letter| *letter != '@')
        .filter(char::is_ascii_alphanumeric)
        .collect();
    let written = fs::write(folder.join(format!("{name}.eml")), text);
    written.map_err(|_| Setback::of(Reason::Folder))
}
