use crate::load::fault;
use gutcheck::error::Outcome;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::Builder;

/// A mail server that takes every mail and keeps none, on a thread of its own until the program ends.
pub struct Sink {
    /// Where it listens.
    pub address: SocketAddr,
    accepted: Arc<AtomicUsize>,
}

impl Sink {
    /// Listens on a free port of this machine.
    pub fn start() -> Outcome<Self> {
        let runtime = Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(fault)?;
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0"));
        let listener = listener.map_err(fault)?;
        let address = listener.local_addr().map_err(fault)?;
        let accepted = Arc::new(AtomicUsize::new(0));
        let count = accepted.clone();
        thread::spawn(move || {
            runtime.block_on(async {
                while let Ok((stream, _)) = listener.accept().await {
                    tokio::spawn(talk(stream, count.clone()));
                }
            });
        });
        Ok(Self { address, accepted })
    }

    /// Mails so far.
    pub fn accepted(&self) -> usize {
        self.accepted.load(Ordering::Relaxed)
    }
}

/// Answers one connection; one that breaks is over.
async fn talk(stream: TcpStream, accepted: Arc<AtomicUsize>) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut stream = BufReader::new(stream);
    stream.write_all(b"220 sink\r\n").await?;
    let (mut line, mut in_text) = (Vec::new(), false);
    loop {
        line.clear();
        if stream.read_until(b'\n', &mut line).await? == 0 {
            return Ok(());
        }
        let answer: &[u8] = match (in_text, line.as_slice()) {
            (true, b".\r\n") => {
                in_text = false;
                accepted.fetch_add(1, Ordering::Relaxed);
                b"250 taken\r\n"
            }
            (true, _) => continue,
            (false, command) if command.starts_with(b"DATA") => {
                in_text = true;
                b"354 go on\r\n"
            }
            (false, command) if command.starts_with(b"QUIT") => b"221 bye\r\n",
            (false, _) => b"250 well\r\n",
        };
        stream.write_all(answer).await?;
    }
}
