//! What goes over a connection: lines, mails and the syntax of what they carry.

use std::io::{self, BufRead, BufReader, ErrorKind, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::sync::Arc;

use rustls::{ServerConfig, ServerConnection, StreamOwned};

/// A connection in clear or an encrypted one.
trait Stream: Read + Write + Send {}
impl<T: Read + Write + Send> Stream for T {}

/// A connection as the protocol sees it.
pub struct Wire {
    /// The bare connection, for what happens below TLS.
    socket: TcpStream,
    stream: BufReader<Box<dyn Stream>>,
    encrypted: bool,
}

impl Wire {
    /// A connection that is not encrypted yet.
    pub fn new(socket: TcpStream) -> io::Result<Self> {
        socket.set_nodelay(true)?;
        let stream: Box<dyn Stream> = Box::new(socket.try_clone()?);
        Ok(Self {
            socket,
            stream: BufReader::new(stream),
            encrypted: false,
        })
    }

    /// Goes on with TLS; the handshake comes with the first thing read or written.
    pub fn encrypt(&mut self, config: &Arc<ServerConfig>) -> io::Result<()> {
        let tls = ServerConnection::new(Arc::clone(config)).map_err(io::Error::other)?;
        // A new buffer, because nothing that came in clear may count as encrypted.
        let stream = StreamOwned::new(tls, self.socket.try_clone()?);
        self.stream = BufReader::new(Box::new(stream));
        self.encrypted = true;
        Ok(())
    }

    /// Answers a handshake with rubbish, and ends the conversation.
    pub fn break_tls(&mut self) -> io::Result<()> {
        // Not before the client has begun, which might otherwise read the rubbish together with
        // the reply to STARTTLS and throw it away.
        self.socket.peek(&mut [0])?;
        self.socket.write_all(b"This is not TLS.\r\n")?;
        self.socket.shutdown(Shutdown::Write)?;
        // Closing with something unread would reset the connection, and the client might lose
        // the rubbish it is meant to see.
        io::copy(&mut self.socket, &mut io::sink())?;
        hang_up()
    }

    /// Whether TLS has been started.
    pub fn is_encrypted(&self) -> bool {
        self.encrypted
    }

    /// Sends a reply of one line.
    pub fn answer(&mut self, code: u16, text: &str) -> io::Result<()> {
        self.send(&format!("{code} {text}\r\n"))
    }

    /// Sends a reply that is complete with its line ends.
    pub fn send(&mut self, reply: &str) -> io::Result<()> {
        self.stream.get_mut().write_all(reply.as_bytes())?;
        self.stream.get_mut().flush()
    }

    /// Reads a line and returns it without its end.
    pub fn line(&mut self) -> io::Result<String> {
        let mut line = Vec::new();
        self.raw_line(&mut line)?;
        Ok(String::from_utf8_lossy(&line)
            .trim_end_matches(['\r', '\n'])
            .to_owned())
    }

    fn raw_line(&mut self, line: &mut Vec<u8>) -> io::Result<()> {
        line.clear();
        self.stream.read_until(b'\n', line)?;
        if line.ends_with(b"\n") {
            Ok(())
        } else {
            hang_up()
        }
    }

    /// Waits for something to read, and ends the conversation.
    pub fn break_off(&mut self) -> io::Result<()> {
        self.stream.fill_buf()?;
        hang_up()
    }

    /// Reads up to the dot, and undoes the stuffing. A dot after a bare line feed is no end, since
    /// a client that lets one through would allow others to smuggle in mails.
    pub fn body(&mut self) -> io::Result<String> {
        let (mut body, mut line) = (Vec::new(), Vec::new());
        loop {
            self.raw_line(&mut line)?;
            let starts = body.is_empty() || body.ends_with(b"\r\n");
            if starts && line == b".\r\n" {
                return Ok(String::from_utf8_lossy(&body).into_owned());
            }
            let stuffed = if starts {
                line.strip_prefix(b".")
            } else {
                None
            };
            body.extend_from_slice(stuffed.unwrap_or(&line));
        }
    }
}

/// The error that ends a conversation.
pub fn hang_up<T>() -> io::Result<T> {
    Err(ErrorKind::ConnectionAborted.into())
}

/// Name and password of AUTH PLAIN; who is to be acted for does not matter.
pub fn plain(given: &str) -> Option<(String, String)> {
    let given = decode(given)?;
    let (_, login) = given.split_once('\0')?;
    let (name, password) = login.split_once('\0')?;
    Some((name.to_owned(), password.to_owned()))
}

/// Decodes Base64, leniently about the padding.
pub fn decode(text: &str) -> Option<String> {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bytes, mut bits, mut count) = (Vec::new(), 0, 0);
    for digit in text.trim_end_matches('=').bytes() {
        // Six more bits; of what was there, less than a byte is left over.
        let value = DIGITS.iter().position(|&it| it == digit)?;
        bits = (bits << 6) | value;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count).ok()?);
            bits &= (1 << count) - 1;
        }
    }
    String::from_utf8(bytes).ok()
}

/// The address between angle brackets behind the keyword; parameters behind it do not matter.
pub fn address(rest: &str, keyword: &str) -> Option<String> {
    let (start, path) = rest.split_at_checked(keyword.len())?;
    let (address, _) = path.trim_start().strip_prefix('<')?.split_once('>')?;
    start
        .eq_ignore_ascii_case(keyword)
        .then(|| address.to_owned())
}

/// The parameters that follow an address, each with a blank before it.
pub fn after_address(rest: &str) -> String {
    let (_, after) = rest.split_once('>').unwrap_or_default();
    after.trim_end().to_owned()
}

/// The Message-ID in the header, which may have been folded.
pub fn message_id(body: &str) -> String {
    let header = body.split("\r\n\r\n").next().unwrap_or_default();
    let header = header.replace("\r\n ", " ").replace("\r\n\t", " ");
    let mut fields = header.lines().filter_map(|line| line.split_once(':'));
    let id = fields.find(|(name, _)| name.eq_ignore_ascii_case("Message-ID"));
    id.map(|(_, value)| value.trim().to_owned())
        .unwrap_or_default()
}
