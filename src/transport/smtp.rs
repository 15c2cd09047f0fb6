use super::SendError;
use super::server::{Encryption, Server};
use super::stream::Encrypted;
use crate::store::outbox::Reason;
use lettre::Address;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::Mechanism;
use lettre::transport::smtp::client::{AsyncSmtpConnection, AsyncTokioStream};
use lettre::transport::smtp::commands::{Data, Ehlo, Mail, Rcpt, Rset};
use lettre::transport::smtp::extension::{Extension, MailParameter, RcptParameter};
use rustls::pki_types::ServerName;
use std::fmt::Display;
use std::future::Future;
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::time::timeout;

/// How long the mail server may take: for a connection, for a command, and for a mail that it was given.
/// RFC 5321, section 4.5.3.2, allows more; a mail that is tried again loses nothing.
const CONNECT: Duration = Duration::from_secs(20);
const COMMAND: Duration = Duration::from_secs(60);
const MESSAGE: Duration = Duration::from_secs(180);

/// A connection to the mail server, for one mail after the other.
///
/// lettre's own `send` tells neither how far a mail got nor on whose account it failed, so the commands are
/// given one by one. Nagle's algorithm is off: lettre writes the final dot by itself, which would wait for
/// the acknowledgement of the text.
pub(super) struct SmtpSession {
    connection: AsyncSmtpConnection,
    /// The mail server takes what a notice of failure is to say (RFC 3461).
    notifies: bool,
    over: bool,
}

/// One mail, as it travels.
pub(super) struct Envelope<'a> {
    pub from: &'a Address,
    pub to: &'a Address,
    /// Names the mail in a notice, whatever becomes of its Message-ID.
    pub id: &'a str,
    pub text: &'a [u8],
}

impl SmtpSession {
    /// Connects, encrypts and signs in.
    pub async fn begin(server: &Server) -> Result<Self, SendError> {
        let unreachable = || SendError::of(Reason::Unreachable);
        let address = (server.host.as_str(), server.port);
        let stream = within(CONNECT, TcpStream::connect(address)).await;
        let stream = stream.ok_or_else(unreachable)?.map_err(|_| unreachable())?;
        stream.set_nodelay(true).map_err(|_| unreachable())?;
        let stream: Box<dyn AsyncTokioStream> = match &server.encryption {
            Encryption::Always(connector) => {
                let broken = || SendError::of(Reason::Encryption);
                let name = ServerName::try_from(server.host.clone()).map_err(|_| broken())?;
                let secured = within(CONNECT, connector.connect(name, stream)).await;
                let secured = secured.ok_or_else(broken)?.map_err(|_| broken())?;
                Box::new(Encrypted(secured))
            }
            _ => Box::new(stream),
        };
        let greeted = AsyncSmtpConnection::connect_with_transport(stream, &server.hello);
        let mut connection = match within(COMMAND, greeted).await {
            Some(Ok(connection)) => connection,
            Some(Err(error)) => return Err(SendError::because(Reason::Unreachable, &error)),
            None => return Err(unreachable()),
        };
        encrypt(&mut connection, server).await?;
        sign_in(&mut connection, server).await?;
        let notifies = notifies(&mut connection, server).await?;
        Ok(Self {
            connection,
            notifies,
            over: false,
        })
    }

    /// Sends one mail.
    pub async fn send(&mut self, envelope: Envelope<'_>) -> Result<(), SendError> {
        let Envelope { from, to, id, text } = envelope;
        let (mut parameters, mut wishes) = (Vec::new(), Vec::new());
        if self.notifies {
            let parameter = |keyword: &str, value: &str| MailParameter::Other {
                keyword: keyword.to_owned(),
                value: Some(value.to_owned()),
            };
            parameters.extend([parameter("RET", "HDRS"), parameter("ENVID", id)]);
            wishes.push(RcptParameter::Other {
                keyword: "NOTIFY".to_owned(),
                value: Some("FAILURE".to_owned()),
            });
        }
        if !from.to_string().is_ascii() || !to.to_string().is_ascii() {
            let info = self.connection.server_info();
            if !info.supports_feature(Extension::SmtpUtfEight) {
                return Err(SendError::of(Reason::Address));
            }
            parameters.push(MailParameter::SmtpUtfEight);
        }
        let mail = Mail::new(Some(from.clone()), parameters);
        self.command(mail, Reason::Sender).await?;
        self.command(Rcpt::new(to.clone(), wishes), Reason::Address)
            .await?;
        self.command(Data, Reason::Content).await?;
        match within(MESSAGE, self.connection.message(text)).await {
            Some(Ok(_)) => Ok(()),
            // Whatever was not answered may have been accepted.
            Some(Err(error)) if error.status().is_none() => Err(self.lost(Reason::Unanswered)),
            Some(Err(error)) => Err(self.refused(&error, Reason::Content)),
            None => Err(self.lost(Reason::Unanswered)),
        }
    }

    async fn command(&mut self, command: impl Display, refused: Reason) -> Result<(), SendError> {
        match within(COMMAND, self.connection.command(command)).await {
            Some(Ok(_)) => Ok(()),
            Some(Err(error)) if error.status().is_none() => Err(self.lost(Reason::Broken)),
            Some(Err(error)) => {
                let error = self.refused(&error, refused);
                self.reset().await;
                Err(error)
            }
            None => Err(self.lost(Reason::Broken)),
        }
    }

    /// Forgets the mail that was refused, so that the next one can follow.
    async fn reset(&mut self) {
        let reset = within(COMMAND, self.connection.command(Rset)).await;
        self.over |= !matches!(reset, Some(Ok(_)));
    }

    fn refused(&mut self, error: &Error, refused: Reason) -> SendError {
        let error = SendError::by(error, refused);
        // With 421 the mail server says that it closes the connection.
        self.over |= error.code == Some(421);
        error
    }

    fn lost(&mut self, reason: Reason) -> SendError {
        self.over = true;
        SendError::of(reason)
    }

    /// No more mails can follow on this connection.
    pub fn is_over(&self) -> bool {
        self.over
    }

    /// Takes leave. Every mail has been answered before, so nothing depends on it.
    pub async fn end(mut self) {
        if !self.over {
            let _ = within(COMMAND, self.connection.quit()).await;
        }
    }
}

async fn encrypt(connection: &mut AsyncSmtpConnection, server: &Server) -> Result<(), SendError> {
    let parameters = match &server.encryption {
        Encryption::Required(parameters) => parameters,
        Encryption::Offered(parameters) if connection.can_starttls() => parameters,
        _ => return Ok(()),
    };
    let upgraded = connection.starttls(parameters.clone(), &server.hello);
    match within(COMMAND, upgraded).await {
        Some(Ok(())) => Ok(()),
        Some(Err(error)) => Err(SendError::because(Reason::Encryption, &error)),
        None => Err(SendError::of(Reason::Encryption)),
    }
}

async fn sign_in(connection: &mut AsyncSmtpConnection, server: &Server) -> Result<(), SendError> {
    let Some(credentials) = &server.credentials else {
        return Ok(());
    };
    let mechanisms = [Mechanism::Plain, Mechanism::Login];
    match within(COMMAND, connection.auth(&mechanisms, credentials)).await {
        Some(Ok(_)) => Ok(()),
        Some(Err(error)) => Err(SendError::because(Reason::Login, &error)),
        None => Err(SendError::of(Reason::Login)),
    }
}

/// Whether the mail server offers `DSN`. lettre keeps only what it needs itself of the answer, so it is asked again.
async fn notifies(
    connection: &mut AsyncSmtpConnection,
    server: &Server,
) -> Result<bool, SendError> {
    let hello = Ehlo::new(server.hello.clone());
    match within(COMMAND, connection.command(hello)).await {
        Some(Ok(answer)) => Ok(answer.message().any(|line| line.trim() == "DSN")),
        Some(Err(error)) => Err(SendError::because(Reason::Unreachable, &error)),
        None => Err(SendError::of(Reason::Unreachable)),
    }
}

/// `None` if it took too long.
async fn within<T>(time: Duration, work: impl Future<Output = T>) -> Option<T> {
    timeout(time, work).await.ok()
}
