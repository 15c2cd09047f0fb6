//! A trustee's place in a wave, and what is asked of the server there.

use super::super::site::{Reply, Site, WaveAddress};
use crate::amend::{Amended, Amendment, follow, link};
use crate::letters;
use crate::merkle::Hash;
use crate::promise::{Root, Terms, TrusteeTerms, moment, number, read_letters, short, utc};
use crate::seal::OpeningKey;
use crate::trustee::{Canary, Fit, Trustees, Upload, answer, asked, open_share};
use chrono::NaiveDateTime;
use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// A trustee at a wave whose promise was held to the address.
pub struct Seat {
    site: Site,
    letters: String,
    key: OpeningKey,
    holder: u8,
    wave: [u8; 16],
    root: Root,
    terms: Terms,
    trustees: TrusteeTerms,
    times: Times,
    asked: Known,
}

/// Where the changes since the first mail lead to, by what the server says.
struct Times {
    amended: Amended,
    /// The end that stood before somebody closed early.
    whole: NaiveDateTime,
    /// The last link of the chain, in letters.
    tip: String,
}

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Task {
    /// Prove, before the first mail, that the key works.
    Prove,
    /// Nothing until the list of ballots is final.
    Wait,
    /// Open the ballots.
    Open,
    /// Nothing any more.
    Over,
}

/// What the server says of a wave.
#[derive(Deserialize)]
struct Known {
    challenge: String,
    terms: String,
    cells: String,
    chain: Vec<String>,
    task: Task,
    done: Vec<String>,
    ballots: usize,
    list: Option<String>,
}

#[derive(Deserialize)]
struct Ticket {
    ticket: String,
}

#[derive(Deserialize)]
struct Sealed {
    #[serde(rename = "box")]
    sealed: String,
}

#[derive(Deserialize)]
struct Right {
    right: bool,
}

#[derive(Deserialize)]
struct Judged {
    right: usize,
    wrong: usize,
}

impl Seat {
    /// Asks for the wave at an address, and holds what the server says to it.
    pub fn take(address: WaveAddress, key: OpeningKey) -> Result<Self, String> {
        let WaveAddress { site, letters } = address;
        let letters =
            read_letters(&letters).ok_or("--wave: the address has no whole number in it")?;
        let point = BASE64URL_NOPAD.encode(&key.public().to_bytes());
        let question = json!({ "wave": letters, "key": point });
        let asked: Known = json_of(site.ask("/trustee/ask", &question)?)?;

        let broken = || {
            "the server shows another promise than the address says: do nothing, and ask why"
                .to_owned()
        };
        let cells = bytes(&asked.cells).and_then(|cells| cells.try_into().ok());
        let root = Root::over(&asked.terms, &cells.ok_or_else(broken)?);
        if !root.is(&letters) {
            return Err(broken());
        }
        let terms: Terms = serde_json::from_str(&asked.terms)
            .map_err(|error| format!("the promise cannot be read: {error}"))?;
        let trustees = terms.trustees.clone().filter(|_| terms.protocol == "abp2");
        let trustees = trustees.ok_or("nobody opens this wave as a trustee")?;
        Trustees::read(&trustees).map_err(|error| format!("the promise is not sound: {error}"))?;
        let at = trustees.keys.iter().position(|one| one.key == point);
        let holder = at.and_then(|at| u8::try_from(at + 1).ok());
        let wave = HEXLOWER.decode(terms.wave_bytes.as_bytes()).ok();
        Ok(Self {
            holder: holder.ok_or("no trustee of this wave has your key")?,
            wave: wave
                .and_then(|wave| wave.try_into().ok())
                .ok_or_else(broken)?,
            times: times(&root, &terms, &asked.chain)?,
            site,
            letters,
            key,
            root,
            terms,
            trustees,
            asked,
        })
    }

    pub fn task(&self) -> Task {
        self.asked.task
    }

    pub fn title(&self) -> &str {
        &self.terms.title
    }

    pub fn number(&self) -> String {
        short(&number(&self.root))
    }

    /// The end of answering, and what was promised where that was another one.
    pub fn closes(&self) -> String {
        let (planned, now) = (&self.terms.closes, utc(self.times.amended.closes));
        match now == *planned {
            true => now,
            false => format!("{now}; {planned} was promised"),
        }
    }

    /// How many changes there are, and the last link of their chain, as the wave's page shows it.
    pub fn changes(&self) -> String {
        match self.asked.chain.len() {
            0 => "none".to_owned(),
            many => format!("{many}, the last link is {}", short(&self.times.tip)),
        }
    }

    /// The fingerprint of the list of ballots, if the server gives one.
    pub fn list(&self) -> Option<&str> {
        self.asked.list.as_deref()
    }

    pub fn needed(&self) -> u32 {
        self.trustees.needed
    }

    /// The trustee's own name.
    pub fn name(&self) -> &str {
        let own = self.trustees.keys.get(usize::from(self.holder) - 1);
        own.map_or("", |one| &one.name)
    }

    /// Everybody, and whether they have done what is to be done.
    pub fn names(&self) -> impl Iterator<Item = (&str, bool)> {
        let names = self.trustees.keys.iter().map(|one| one.name.as_str());
        names.map(|name| (name, self.asked.done.iter().any(|done| done == name)))
    }

    /// Whether the trustee has.
    pub fn has_done(&self) -> bool {
        self.names().any(|(name, done)| done && name == self.name())
    }

    /// Opens a canary.
    pub fn prove(&self) -> Result<(), String> {
        let ticket = self.ticket()?;
        let given: Sealed = json_of(
            self.site
                .ask("/trustee/canary", &json!({ "ticket": ticket }))?,
        )?;
        let canary = Canary {
            wave: self.wave,
            root: *self.root.bytes(),
        };
        let opened = bytes(&given.sealed)
            .and_then(|sealed| open_share(&self.key, &canary, self.holder, &sealed).ok());
        let share = opened.ok_or("what the server gave does not open with your key: ask HR whether your key is the one in the plan")?;
        let share = BASE64URL_NOPAD.encode(share.as_slice());
        let question = json!({ "ticket": ticket, "share": share });
        let Right { right } = json_of(self.site.ask("/trustee/canary", &question)?)?;
        match right {
            true => Ok(()),
            false => Err(words("share")),
        }
    }

    /// Whether answers have ended, by the promise and the clock of this machine and not by the server's word. The
    /// chain of changes is the server's word as long as nobody else has seen it, so an early close counts only if
    /// the trustee was told of it by somebody else: `told` is the last link of the chain, or its first 16 letters.
    ///
    /// # Errors
    /// When they will have, or that the wave was called off.
    pub fn may_open(&self, now: Option<NaiveDateTime>, told: Option<&str>) -> Result<(), String> {
        let Times {
            amended,
            whole,
            tip,
        } = &self.times;
        if amended.called_off {
            return Err("the wave was called off: nobody may open it".to_owned());
        }
        let until = |end: NaiveDateTime| {
            format!(
                "answers are taken until {}: nobody may open anything before",
                utc(end)
            )
        };
        let now = now.ok_or_else(|| until(*whole))?;
        if now >= *whole {
            return Ok(());
        }
        if now < amended.closes {
            return Err(until(amended.closes));
        }
        let told = told.ok_or_else(|| {
            format!(
                "the server says that HR closed this wave early, on {}. It could say so while people still answer. \
                 Wait until {}, or ask HR, by telephone and not through this server, whether they did and what the \
                 last link of the changes is; then give it with --closed-early",
                utc(amended.closes),
                utc(*whole)
            )
        })?;
        let right = read_letters(told).is_some_and(|told| tip.starts_with(&told));
        right.then_some(()).ok_or_else(|| {
            "--closed-early: the changes that the server shows here are not those that you were told of: open \
             nothing, and tell the other trustees"
                .to_owned()
        })
    }

    /// Opens all boxes and hands the shares over; `tell` is called with how many are done, of how many.
    pub fn open(&self, tell: &mut dyn FnMut(usize, usize)) -> Result<Fit, String> {
        let ticket = self.ticket()?;
        let reply = self
            .site
            .ask("/trustee/ballots", &json!({ "ticket": ticket }))?;
        let list = match reply {
            Reply::Bytes(list) => list,
            Reply::Json(reply) => return Err(problem(&reply)),
        };
        let list = asked(&list).filter(|list| list.len() == self.asked.ballots);
        let list =
            list.ok_or("the server sent another number of ballots than are listed: try again")?;
        let (mut done, count) = (0, list.len());
        let wave = (&self.wave, self.root.bytes());
        let shares = Upload::open(&self.key, wave, self.holder, &list, || {
            done += 1;
            tell(done, count);
        });
        let reply = self.site.send("/trustee/shares", &ticket, shares.bytes())?;
        let Judged { right, wrong } = json_of(reply)?;
        Ok(Fit { right, wrong })
    }

    /// A short-lived right to act, for whoever can read what is sealed to this key.
    fn ticket(&self) -> Result<String, String> {
        let sealed = bytes(&self.asked.challenge);
        let nonce =
            sealed.and_then(|sealed| answer(&self.key, &self.wave, self.holder, &sealed).ok());
        let nonce = nonce.ok_or("what the server gave does not open with your key")?;
        let question = json!({
            "wave": self.letters,
            "key": BASE64URL_NOPAD.encode(&self.key.public().to_bytes()),
            "nonce": BASE64URL_NOPAD.encode(&nonce),
        });
        let Ticket { ticket } = json_of(self.site.ask("/trustee/prove", &question)?)?;
        Ok(ticket)
    }
}

/// Follows the changes of the times. Trustees do not know the groups, so added people are left out; they change no
/// time.
fn times(root: &Root, terms: &Terms, chain: &[String]) -> Result<Times, String> {
    let follow = |left_out: fn(&Amendment) -> bool| {
        let start = Amended::start(root, terms, &[]).filter(|_| moment(&terms.closes).is_some());
        let start = start.ok_or("the times of the promise are none")?;
        let stays = |line: &&str| {
            let read = serde_json::from_str::<Amendment>(line);
            !read.is_ok_and(|one| left_out(&one))
        };
        follow(start, chain.iter().map(String::as_str).filter(stays))
            .map_err(|(_, why)| format!("HR changed what the promise does not allow: {why}"))
    };
    let amended = follow(|one| matches!(one, Amendment::Add { .. }))?;
    let open = follow(|one| matches!(one, Amendment::Add { .. } | Amendment::Close { .. }))?;
    let step = |tip: Hash, line: &String| link(&tip, line);
    Ok(Times {
        amended,
        whole: open.closes,
        tip: letters::of_bytes(&chain.iter().fold(*root.bytes(), step)),
    })
}

fn json_of<T: DeserializeOwned>(reply: Reply) -> Result<T, String> {
    let Reply::Json(reply) = reply else {
        return Err(words(""));
    };
    T::deserialize(&reply).map_err(|_| problem(&reply))
}

fn problem(reply: &Value) -> String {
    words(
        reply
            .get("problem")
            .and_then(Value::as_str)
            .unwrap_or_default(),
    )
}

/// A refusal in words.
fn words(problem: &str) -> String {
    let words = match problem {
        "unknown" => "the server knows no wave of this address in which a trustee has your key",
        "refused" => {
            "the server does not believe that you hold this key; ask HR whether it is the one in the plan"
        }
        "ticket" => "that took too long: try again",
        "task" => "that is not to be done now: look at the wave's page for when it is",
        "share" => {
            "the server says that what you opened is wrong; try again, and tell the other trustees if it stays so"
        }
        "shares" => {
            "the server says that most of what you opened is wrong; tell the other trustees, and let them try"
        }
        "length" => "the list of ballots changed meanwhile: try again",
        "often" => "the server was asked too often: wait a minute and try again",
        _ => {
            "the server answers something that this program does not know; one of both may be too old"
        }
    };
    words.to_owned()
}

fn bytes(text: &str) -> Option<Vec<u8>> {
    BASE64URL_NOPAD.decode(text.as_bytes()).ok()
}
