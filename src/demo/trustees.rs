use crate::app::App;
use crate::ballot::promise::{Root, Terms};
use crate::ballot::seal::OpeningKey;
use crate::ballot::trustee::{Canary, Upload, answer, asked, open_share};
use crate::ballot::trustee_key::public_text;
use crate::error::{Outcome, Problem};
use crate::ids::WaveId;
use crate::wave::{self, OpeningForm};

/// Who opens the wave that is opened by trustees, and how many of them it takes.
const TRUSTEES: [&str; 3] = ["Works council", "Data protection officer", "HR"];
const NEEDED: usize = 2;

/// The trustees of the demo, whose keys are here together, which they never should be.
pub struct Bench([(&'static str, OpeningKey); 3]);

impl Bench {
    /// Makes everybody a key.
    pub fn generate() -> Self {
        Self(TRUSTEES.map(|name| (name, OpeningKey::generate())))
    }

    /// What HR fills in.
    pub fn plan(&self) -> OpeningForm {
        let public = |(name, key): &(&'static str, OpeningKey)| (*name, public_text(key.public()));
        OpeningForm::trustees(NEEDED, self.0.iter().map(public))
    }

    /// As many as it takes prove that their keys work.
    pub fn prove(&self, app: &App, wave: &WaveId) -> Outcome<()> {
        self.each(app, wave, |trustee| trustee.prove())?;
        wave::admit(app, wave).map(drop)
    }

    /// As many as it takes open their shares.
    pub fn open(&self, app: &App, wave: &WaveId) -> Outcome<()> {
        self.each(app, wave, |trustee| trustee.open())
    }

    fn each(
        &self,
        app: &App,
        wave: &WaveId,
        act: impl Fn(&Trustee<'_>) -> Outcome<()>,
    ) -> Outcome<()> {
        let root = wave::overview(app, wave)?
            .promise
            .ok_or(Problem::NotFound)?
            .0;
        let act = |(_, key): &(_, OpeningKey)| act(&Trustee::enter(app, key, &root)?);
        self.0.iter().take(NEEDED).try_for_each(act)
    }
}

/// A trustee who has shown that they hold the key.
struct Trustee<'a> {
    app: &'a App,
    key: &'a OpeningKey,
    ticket: String,
    holder: u8,
    wave: [u8; 16],
    root: [u8; 32],
}

impl<'a> Trustee<'a> {
    fn enter(app: &'a App, key: &'a OpeningKey, letters: &str) -> Outcome<Self> {
        let public = key.public().to_bytes();
        let known = wave::ask(app, letters, &public)?;
        let terms: Terms = serde_json::from_str(&known.terms).map_err(fault)?;
        let wave = WaveId::parse(&terms.wave).ok_or(Problem::NotFound)?.bytes();
        let trustees = terms.trustees.ok_or(Problem::NotFound)?;
        let text = public_text(key.public());
        let mine = |one: &str| text.ends_with(one);
        let place = trustees.keys.iter().position(|one| mine(&one.key));
        let holder = place.and_then(|place| u8::try_from(place + 1).ok());
        let holder = holder.ok_or(Problem::NotFound)?;
        let nonce = answer(key, &wave, holder, &known.challenge).map_err(fault)?;
        let ticket = wave::prove(app, letters, &public, &nonce)?;
        Ok(Self {
            app,
            key,
            ticket: ticket.ok_or(Problem::NotFound)?,
            holder,
            wave,
            root: *Root::over(&known.terms, &known.cells).bytes(),
        })
    }

    fn prove(&self) -> Outcome<()> {
        let sealed = wave::canary_box(self.app, &self.ticket)?.map_err(refused)?;
        let (wave, root) = (self.wave, self.root);
        let share = open_share(self.key, &Canary { wave, root }, self.holder, &sealed);
        wave::prove_canary(self.app, &self.ticket, &share.map_err(fault)?)?.map_err(refused)
    }

    fn open(&self) -> Outcome<()> {
        let boxes = wave::ballots(self.app, &self.ticket)?.map_err(refused)?;
        let asked = asked(&boxes).ok_or(Problem::NotFound)?;
        let of = (&self.wave, &self.root);
        let upload = Upload::open(self.key, of, self.holder, &asked, || ());
        let shares = upload.bytes().to_vec();
        let taken = wave::hand_in(self.app, &self.ticket, shares)?;
        taken.map(drop).map_err(refused)
    }
}

fn refused(refused: wave::Refused) -> Problem {
    Problem::broken(format!("demo: a trustee was told {}", refused.as_str()))
}

fn fault(error: impl std::error::Error + Send + Sync + 'static) -> Problem {
    Problem::fault("demo", error)
}
