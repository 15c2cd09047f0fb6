//! An SMTP server that takes mails for tests and goes wrong wherever the script tells it to.

mod conversation;
mod wire;

use std::collections::{BTreeMap, VecDeque};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use conversation::Conversation;
use rustls::ServerConfig;
use rustls::crypto::aws_lc_rs;
use rustls::pki_types::PrivatePkcs8KeyDer;
use socket2::{Domain, Socket, Type};

/// What goes wrong with one conversation, or nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing goes wrong.
    None,
    /// Accepts TCP and closes at once.
    DropAtConnect,
    /// Answers the connection with this code and closes.
    Greet(u16),
    /// Answers the command of that phase with this code; 421 closes the connection as well.
    /// The body has no answer but that of the dot, so both phases mean the same here.
    Answer(Phase, u16),
    /// Closes after having read the command of that phase, without an answer: in the middle of
    /// the body for [`Phase::Body`], and with the mail accepted for [`Phase::Dot`].
    Drop(Phase),
    /// Answers the final dot with 250 (the mail is accepted), then closes at once.
    DropAfter250,
    /// Waits that long before the 250 of the final dot (the mail is accepted before the wait).
    Slow(Duration),
    /// Answers the TLS handshake with rubbish. It does nothing without TLS.
    BrokenTls,
}

impl Fault {
    /// Whether the fault belongs to a connection rather than to a mail.
    fn is_for_connection(self) -> bool {
        use Fault::{Answer, BrokenTls, Drop, DropAtConnect, Greet};
        matches!(self, DropAtConnect | Greet(_) | BrokenTls)
            || matches!(self, Answer(Phase::Ehlo, _) | Drop(Phase::Ehlo))
    }

    /// Whether the fault can still happen when the recipient is known.
    fn is_for_recipient(self) -> bool {
        !self.is_for_connection()
            && !matches!(self, Self::Answer(Phase::Mail, _) | Self::Drop(Phase::Mail))
    }
}

/// The part of a conversation at which a fault happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    Ehlo,
    Mail,
    Rcpt,
    Data,
    Body,
    Dot,
}

/// One accepted mail; a mail to several recipients is recorded once for each of them.
#[derive(Clone, Debug)]
pub struct Accepted {
    pub to: String,
    pub from: String,
    /// The parameters of MAIL and RCPT, each with a blank before it.
    pub wishes: String,
    /// Header and text without the dots that were stuffed, with CRLF line ends.
    pub body: String,
    /// The value of the header field with its angle brackets, or nothing.
    pub message_id: String,
    pub encrypted: bool,
    pub user: Option<String>,
}

/// How connections are encrypted. AUTH is only possible on an encrypted one, except for `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tls {
    #[default]
    None,
    Upgraded,
    Implicit,
}

/// What the server offers and wants; a login, when set, is required before MAIL.
#[derive(Default, Clone)]
pub struct Options {
    pub tls: Tls,
    pub login: Option<(String, String)>,
    /// Refuses connections until it is told to come back.
    pub away: bool,
    /// Takes wishes about notices of failure; other parameters of MAIL are refused without it.
    pub dsn: bool,
}

/// The running server; it stops when dropped.
pub struct Sink {
    shared: Arc<Shared>,
    port: u16,
    certificate: String,
    /// Holds the port while connections are refused.
    bound: Mutex<Option<Socket>>,
    listening: Mutex<Option<JoinHandle<()>>>,
}

/// What the threads have in common.
struct Shared {
    options: Options,
    tls: Arc<ServerConfig>,
    state: Mutex<State>,
    /// Notified when the server stops and when a conversation has ended.
    changed: Condvar,
}

/// A mail between MAIL and the final dot.
struct Mail {
    from: String,
    to: Vec<String>,
    wishes: String,
    fault: Fault,
}

#[derive(Default)]
struct State {
    faults: VecDeque<Fault>,
    recipients: BTreeMap<String, Fault>,
    accepted: Vec<Accepted>,
    lost: BTreeMap<String, usize>,
    /// The connections of the conversations under way, to end them from outside.
    sockets: BTreeMap<usize, TcpStream>,
    connections: usize,
    open: usize,
    most_open: usize,
    closing: bool,
    stopped: bool,
}

impl State {
    /// Takes the next fault of the script if it is of the kind whose turn it is.
    fn next_fault(&mut self, connection: bool) -> Fault {
        let turn = |it: &mut Fault| it.is_for_connection() == connection;
        self.faults.pop_front_if(turn).unwrap_or(Fault::None)
    }
}

impl Shared {
    /// A panic elsewhere must not become a second one while a test unwinds, hence no poison.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits, but no longer than the server runs.
    fn pause(&self, time: Duration) {
        let running = |state: &mut State| !state.stopped;
        let wait = self.changed.wait_timeout_while(self.state(), time, running);
        drop(wait.unwrap_or_else(PoisonError::into_inner));
    }
}

impl Sink {
    /// Listens on 127.0.0.1 at a free port.
    pub fn start(options: Options) -> Self {
        let pair = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
        let key = PrivatePkcs8KeyDer::from(pair.signing_key.serialize_der());
        let tls = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![pair.cert.der().clone()], key.into())
            .unwrap();
        let shared = Arc::new(Shared {
            options,
            tls: Arc::new(tls),
            state: Mutex::default(),
            changed: Condvar::new(),
        });
        let socket = bound(0);
        let port = socket.local_addr().unwrap().as_socket().unwrap().port();
        let away = shared.options.away;
        let sink = Self {
            shared,
            port,
            certificate: pair.cert.pem(),
            bound: Mutex::new(Some(socket)),
            listening: Mutex::new(None),
        };
        if !away {
            sink.come_back();
        }
        sink
    }

    /// Faults to use up one after the other, afterwards nothing goes wrong. A connection takes the
    /// next one if it is about connections (up to EHLO), a MAIL command if it is about mails;
    /// one of the other kind stays in front until its turn comes.
    pub fn fail(&self, faults: impl IntoIterator<Item = Fault>) {
        self.shared.state().faults.extend(faults);
    }

    /// A fault for every attempt at this recipient, instead of that of the mail, until changed.
    pub fn fail_for(&self, to: &str, fault: Option<Fault>) {
        assert!(
            fault.is_none_or(Fault::is_for_recipient),
            "{fault:?} is too late at RCPT"
        );
        let mut state = self.shared.state();
        match fault {
            Some(fault) => state.recipients.insert(to.to_owned(), fault),
            None => state.recipients.remove(to),
        };
    }

    /// Takes connections from now on. Until then the port is held, so that nobody else answers at it.
    pub fn come_back(&self) {
        let bound = self
            .bound
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        if let Some(socket) = bound {
            socket.listen(128).unwrap();
            let mut listening = self
                .listening
                .lock()
                .unwrap_or_else(PoisonError::into_inner);
            *listening = Some(listen(socket.into(), &self.shared));
        }
    }

    /// Refuses connections from now on, until it is told to come back.
    pub fn go_away(&self) {
        self.stop_listening();
        self.shared.state().closing = false;
        let mut held = self.bound.lock().unwrap_or_else(PoisonError::into_inner);
        *held = Some(bound(self.port));
    }

    fn stop_listening(&self) {
        let mut listening = self
            .listening
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if let Some(thread) = listening.take() {
            self.shared.state().closing = true;
            // Accepting blocks until somebody connects, so that is what wakes it up. Should it
            // fail, then waiting for the thread would hang.
            if TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_ok() {
                thread.join().ok();
            }
        }
    }

    /// The port, which stays the same.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// PEM of the certificate that has to be trusted, for the name "localhost".
    pub fn certificate(&self) -> String {
        self.certificate.clone()
    }

    /// The mails accepted so far, in that order.
    pub fn accepted(&self) -> Vec<Accepted> {
        self.shared.state().accepted.clone()
    }

    /// How often a mail was accepted without its 250 being sent, by Message-ID.
    pub fn lost_after_dot(&self) -> BTreeMap<String, usize> {
        self.shared.state().lost.clone()
    }

    /// The number of connections so far and the largest number open at the same time. One that
    /// the client closes on its own, without QUIT, counts as open until that is noticed.
    pub fn connections(&self) -> (usize, usize) {
        let state = self.shared.state();
        (state.connections, state.most_open)
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        self.stop_listening();
        let mut state = self.shared.state();
        state.stopped = true;
        for socket in state.sockets.values() {
            socket.shutdown(Shutdown::Both).ok();
        }
        self.shared.changed.notify_all();
        drop(
            self.shared
                .changed
                .wait_while(state, |state| !state.sockets.is_empty()),
        );
    }
}

/// Holds a port without taking connections.
fn bound(port: u16) -> Socket {
    let socket = Socket::new(Domain::IPV4, Type::STREAM, None).unwrap();
    socket.set_reuse_address(true).unwrap();
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    socket.bind(&address.into()).unwrap();
    socket
}

fn listen(listener: TcpListener, shared: &Arc<Shared>) -> JoinHandle<()> {
    let shared = Arc::clone(shared);
    thread::spawn(move || {
        for socket in listener.incoming() {
            if shared.state().closing {
                break;
            }
            if let Ok(conversation) = socket.and_then(|it| Conversation::new(&shared, it)) {
                thread::spawn(|| conversation.run().ok());
            }
        }
    })
}
