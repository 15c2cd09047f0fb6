use crate::connection::{Connection, request};
use crate::load::fault;
use data_encoding::BASE64URL_NOPAD;
use gutcheck::ballot::KEY_BYTES;
use gutcheck::ballot::client::Draft;
use gutcheck::error::Outcome;
use gutcheck::ids::WaveId;
use serde::Deserialize;
use std::time::{Duration, Instant};

/// What stands in the second request behind the signature.
const END: &str = "\"}";

/// A ballot that is sealed and blinded, with its two requests; the second lacks the signature.
pub struct Vote {
    issue: Vec<u8>,
    cast: Vec<u8>,
    draft: Draft,
}

#[derive(Deserialize)]
struct Issued<'a> {
    signature: &'a str,
}

impl Vote {
    /// Writes down the requests for a draft of the owner of a link.
    pub fn new(wave: &WaveId, cell: i32, token: &str, draft: Draft) -> Self {
        let [blinded, prefix, sealed] = [draft.blinded().as_slice(), &draft.prefix, &draft.sealed]
            .map(|bytes| BASE64URL_NOPAD.encode(bytes));
        let issue = format!(r#"{{"token":"{token}","blinded":"{blinded}"}}"#);
        // All signatures are of one length, so this one keeps the room of the real one.
        let room = BASE64URL_NOPAD.encode(&[0; KEY_BYTES]) + END;
        let cast = format!(
            r#"{{"wave":"{wave}","cell":{cell},"prefix":"{prefix}","sealed":"{sealed}","signature":"{room}"#
        );
        let mut cast = request("POST", "/ballot", cast.as_bytes());
        cast.truncate(cast.len() - room.len());
        Self {
            issue: request("POST", "/issue", issue.as_bytes()),
            cast,
            draft,
        }
    }

    /// Has the ballot signed, unblinds and checks the signature, and casts the ballot; how long the two
    /// requests took.
    pub async fn send(&self, line: &mut Connection) -> Outcome<[Duration; 2]> {
        let asked = Instant::now();
        let reply = line.ask(&self.issue).await?;
        let issued = asked.elapsed();
        let signature = self.finish(reply).ok_or_else(|| fault("not signed"))?;
        let cast = [&self.cast, signature.as_bytes(), END.as_bytes()].concat();
        let sent = Instant::now();
        line.ask(&cast).await?;
        Ok([issued, sent.elapsed()])
    }

    fn finish(&self, reply: &[u8]) -> Option<String> {
        let issued: Issued = serde_json::from_slice(reply).ok()?;
        let blind = BASE64URL_NOPAD.decode(issued.signature.as_bytes()).ok()?;
        let signature = self.draft.finish(&blind.try_into().ok()?).ok()?;
        Some(BASE64URL_NOPAD.encode(&signature))
    }
}
