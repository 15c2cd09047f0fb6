//! One connection of the scripted server, from the greeting to its end.

use std::io;
use std::mem;
use std::net::TcpStream;
use std::sync::Arc;

use super::wire::{self, Wire, hang_up};
use super::{Accepted, Fault, Mail, Phase, Shared, Tls};

/// One connection. Whatever ends it, be it the client or the script, is an error to its
/// functions, so that it ends all that are under way.
pub struct Conversation {
    shared: Arc<Shared>,
    id: usize,
    counted: bool,
    fault: Fault,
    wire: Wire,
    greeted: bool,
    user: Option<String>,
    mail: Option<Mail>,
}

impl Conversation {
    /// Counts the connection and takes its fault from the script.
    pub fn new(shared: &Arc<Shared>, socket: TcpStream) -> io::Result<Self> {
        let copy = socket.try_clone()?;
        let wire = Wire::new(socket)?;
        let mut state = shared.state();
        state.connections += 1;
        state.open += 1;
        state.most_open = state.most_open.max(state.open);
        let id = state.connections;
        state.sockets.insert(id, copy);
        let fault = state.next_fault(true);
        Ok(Self {
            shared: Arc::clone(shared),
            id,
            counted: true,
            fault,
            wire,
            greeted: false,
            user: None,
            mail: None,
        })
    }

    /// Talks until one side has enough, which is always an error in the end.
    pub fn run(mut self) -> io::Result<()> {
        if self.fault == Fault::DropAtConnect {
            return hang_up();
        }
        if self.shared.options.tls == Tls::Implicit {
            self.encrypt()?;
        }
        if let Fault::Greet(code) = self.fault {
            return self.last_answer(code, "Scripted greeting");
        }
        self.wire.answer(220, "localhost ESMTP")?;
        loop {
            let line = self.wire.line()?;
            self.command(&line)?;
        }
    }

    fn encrypt(&mut self) -> io::Result<()> {
        if self.fault == Fault::BrokenTls {
            return self.wire.break_tls();
        }
        self.wire.encrypt(&self.shared.tls)
    }

    /// Answers for the last time.
    fn last_answer(&mut self, code: u16, text: &str) -> io::Result<()> {
        self.leave();
        self.wire.answer(code, text)?;
        hang_up()
    }

    /// Stops to count as open. This has to be before the client can know that the connection
    /// ends, so that one that then connects again never counts twice.
    fn leave(&mut self) {
        if mem::take(&mut self.counted) {
            self.shared.state().open -= 1;
        }
    }

    fn command(&mut self, line: &str) -> io::Result<()> {
        let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
        match verb.to_ascii_uppercase().as_str() {
            "EHLO" => self.hello(true),
            "HELO" => self.hello(false),
            "STARTTLS" => self.start_tls(),
            "AUTH" => self.authenticate(rest),
            "MAIL" => self.sender(rest),
            "RCPT" => self.recipient(rest),
            "DATA" => self.data(),
            "RSET" => {
                self.mail = None;
                self.wire.answer(250, "Forgotten")
            }
            "NOOP" => self.wire.answer(250, "Nothing done"),
            "QUIT" => self.last_answer(221, "Bye"),
            _ => self.wire.answer(502, "Unknown command"),
        }
    }

    fn hello(&mut self, extended: bool) -> io::Result<()> {
        if self.goes_wrong(Phase::Ehlo, self.fault)? {
            return Ok(());
        }
        self.greeted = true;
        self.mail = None;
        if !extended {
            return self.wire.answer(250, "localhost");
        }
        let mut reply = "250-localhost\r\n250-8BITMIME\r\n".to_owned();
        if self.shared.options.tls == Tls::Upgraded && !self.wire.is_encrypted() {
            reply.push_str("250-STARTTLS\r\n");
        }
        if self.shared.options.login.is_some() && self.may_log_in() {
            reply.push_str("250-AUTH PLAIN LOGIN\r\n");
        }
        if self.shared.options.dsn {
            reply.push_str("250-DSN\r\n");
        }
        reply.push_str("250 SMTPUTF8\r\n");
        self.wire.send(&reply)
    }

    /// Does what the fault says for this phase, and tells whether that was the answer.
    fn goes_wrong(&mut self, phase: Phase, fault: Fault) -> io::Result<bool> {
        match fault {
            Fault::Answer(at, code) if at == phase => {
                if code == 421 {
                    self.last_answer(code, "Scripted end")?;
                }
                self.wire.answer(code, "Scripted answer").map(|()| true)
            }
            Fault::Drop(at) if at == phase => hang_up(),
            _ => Ok(false),
        }
    }

    /// A client that would send its password in clear although it could encrypt has to fail.
    fn may_log_in(&self) -> bool {
        self.wire.is_encrypted() || self.shared.options.tls == Tls::None
    }

    fn start_tls(&mut self) -> io::Result<()> {
        if self.shared.options.tls != Tls::Upgraded {
            return self.wire.answer(502, "No STARTTLS here");
        }
        if self.wire.is_encrypted() {
            return self.wire.answer(503, "Encrypted already");
        }
        self.wire.answer(220, "Go ahead")?;
        self.encrypt()?;
        // The client has to start over, as the standard says.
        self.greeted = false;
        self.mail = None;
        Ok(())
    }

    fn authenticate(&mut self, rest: &str) -> io::Result<()> {
        let Some(login) = self.shared.options.login.clone() else {
            return self.wire.answer(502, "No login here");
        };
        if !self.may_log_in() {
            return self.wire.answer(538, "Encryption required");
        }
        if !self.greeted || self.user.is_some() {
            return self.wire.answer(503, "Not now");
        }
        let (mechanism, initial) = rest.split_once(' ').unwrap_or((rest, ""));
        let given = match mechanism.to_ascii_uppercase().as_str() {
            "PLAIN" => wire::plain(&self.ask(initial, "")?),
            "LOGIN" => {
                let name = self.ask(initial, "VXNlcm5hbWU6")?;
                let password = self.ask("", "UGFzc3dvcmQ6")?;
                wire::decode(&name).zip(wire::decode(&password))
            }
            _ => return self.wire.answer(504, "Unknown mechanism"),
        };
        match given {
            None => self.wire.answer(501, "Malformed credentials"),
            Some(given) if given != login => self.wire.answer(535, "Wrong credentials"),
            Some((name, _)) => {
                self.user = Some(name);
                self.wire.answer(235, "Welcome")
            }
        }
    }

    /// What the client said at once, or else its reply to a challenge.
    fn ask(&mut self, initial: &str, challenge: &str) -> io::Result<String> {
        if initial.is_empty() {
            self.wire.answer(334, challenge)?;
            return self.wire.line();
        }
        Ok(initial.to_owned())
    }

    fn sender(&mut self, rest: &str) -> io::Result<()> {
        if !self.greeted || self.mail.is_some() {
            return self.wire.answer(503, "Not now");
        }
        if self.shared.options.login.is_some() && self.user.is_none() {
            return self.wire.answer(530, "Login required");
        }
        let Some(from) = wire::address(rest, "FROM:") else {
            return self.wire.answer(501, "Malformed address");
        };
        let fault = self.shared.state().next_fault(false);
        if self.goes_wrong(Phase::Mail, fault)? {
            return Ok(());
        }
        let wishes = wire::after_address(rest);
        if !self.shared.options.dsn && !wishes.is_empty() {
            return self.wire.answer(555, "Unknown parameters");
        }
        let to = Vec::new();
        self.mail = Some(Mail {
            from,
            to,
            wishes,
            fault,
        });
        self.wire.answer(250, "Sender taken")
    }

    fn recipient(&mut self, rest: &str) -> io::Result<()> {
        let Some(to) = wire::address(rest, "TO:") else {
            return self.wire.answer(501, "Malformed address");
        };
        let Some(mut mail) = self.mail.take() else {
            return self.wire.answer(503, "MAIL first");
        };
        let own = self.shared.state().recipients.get(&to).copied();
        let wrong = self.goes_wrong(Phase::Rcpt, own.unwrap_or(mail.fault))?;
        mail.wishes.push_str(&wire::after_address(rest));
        if !wrong {
            // Only now, because a recipient that is turned away must not affect the others.
            mail.fault = own.unwrap_or(mail.fault);
            mail.to.push(to);
        }
        self.mail = Some(mail);
        if wrong {
            return Ok(());
        }
        self.wire.answer(250, "Recipient taken")
    }

    fn data(&mut self) -> io::Result<()> {
        let Some(mail) = self.mail.take_if(|it| !it.to.is_empty()) else {
            return self.wire.answer(503, "RCPT first");
        };
        if self.goes_wrong(Phase::Data, mail.fault)? {
            self.mail = Some(mail);
            return Ok(());
        }
        self.wire.answer(354, "Go ahead")?;
        if mail.fault == Fault::Drop(Phase::Body) {
            return self.wire.break_off();
        }
        let body = self.wire.body()?;
        self.finish(&mail, &body)
    }

    fn finish(&mut self, mail: &Mail, body: &str) -> io::Result<()> {
        if let Fault::Answer(Phase::Body | Phase::Dot, code) = mail.fault {
            let fault = Fault::Answer(Phase::Dot, code);
            return self.goes_wrong(Phase::Dot, fault).map(drop);
        }
        self.record(mail, body);
        self.goes_wrong(Phase::Dot, mail.fault)?;
        if let Fault::Slow(time) = mail.fault {
            self.shared.pause(time);
        }
        if mail.fault == Fault::DropAfter250 {
            return self.last_answer(250, "Mail taken");
        }
        self.wire.answer(250, "Mail taken")
    }

    fn record(&self, mail: &Mail, body: &str) {
        let message_id = wire::message_id(body);
        let mut state = self.shared.state();
        if mail.fault == Fault::Drop(Phase::Dot) {
            *state.lost.entry(message_id.clone()).or_default() += 1;
        }
        state.accepted.extend(mail.to.iter().map(|to| Accepted {
            to: to.clone(),
            from: mail.from.clone(),
            wishes: mail.wishes.clone(),
            body: body.to_owned(),
            message_id: message_id.clone(),
            encrypted: self.wire.is_encrypted(),
            user: self.user.clone(),
        }));
    }
}

impl Drop for Conversation {
    fn drop(&mut self) {
        self.leave();
        self.shared.state().sockets.remove(&self.id);
        self.shared.changed.notify_all();
    }
}
