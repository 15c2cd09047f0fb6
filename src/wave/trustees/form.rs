use super::Bench;
use crate::app::App;
use crate::ballot::promise::{TrusteeKey, TrusteeTerms, alike};
use crate::ballot::seal::OpeningPublicKey;
use crate::ballot::trustee::{MOST, NoTrustees, Trustees};
use crate::ballot::trustee_key::{public_text, read_public};
use crate::error::{Outcome, Problem};
use crate::ids::WaveId;
use crate::store::Db;
use crate::store::trustee::{self as stored, Trustee};
use crate::store::wave::Promise;
use crate::text::Sentence;
use data_encoding::BASE64URL_NOPAD;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// Letters of a name at the most.
const LONGEST: usize = 60;

/// Who is to open a wave, as HR fills it in: `opens_by` is `server`, which it is without a word, or `trustees`;
/// then `needed` is how many it takes, and `trustee-1-name` and `trustee-1-key` to `trustee-9-key` say who they
/// are.
#[derive(Clone, Default, Deserialize)]
pub struct OpeningForm {
    #[serde(default)]
    opens_by: String,
    #[serde(default)]
    needed: String,
    #[serde(flatten)]
    rows: BTreeMap<String, String>,
}

impl OpeningForm {
    /// Trustees with these names and public texts, so many of whom it takes.
    pub fn trustees<'a>(
        needed: usize,
        trustees: impl IntoIterator<Item = (&'a str, String)>,
    ) -> Self {
        let rows = (1..).zip(trustees).flat_map(|(no, (name, key))| {
            let name = (format!("trustee-{no}-name"), name.to_owned());
            [name, (format!("trustee-{no}-key"), key)]
        });
        Self {
            opens_by: "trustees".to_owned(),
            needed: needed.to_string(),
            rows: rows.collect(),
        }
    }

    /// What was planned for a wave.
    pub(in crate::wave) fn of_wave(c: &mut Db, wave: &WaveId) -> Outcome<Self> {
        let Some(bench) = Bench::read(c, wave)? else {
            return Ok(Self::default());
        };
        let mut rows = Vec::new();
        for one in &bench.trustees {
            let key = OpeningPublicKey::from_bytes(&one.key)
                .map_err(|error| Problem::fault("stored trustees", error))?;
            rows.push((one.name.as_str(), public_text(&key)));
        }
        Ok(Self::trustees(bench.needed, rows))
    }

    /// Trustees are to open the wave.
    pub fn by_trustees(&self) -> bool {
        self.opens_by == "trustees"
    }

    /// How many it takes, as it was filled in.
    pub fn needed(&self) -> &str {
        &self.needed
    }

    /// Name and public text of all that can be filled in.
    pub fn rows(&self) -> impl Iterator<Item = (&str, &str)> {
        (1..=MOST).map(|no| {
            let part = |part| {
                let text = self.rows.get(&format!("trustee-{no}-{part}"));
                text.map_or("", |text| text.trim())
            };
            (part("name"), part("key"))
        })
    }

    /// Writes who opens a draft.
    ///
    /// # Errors
    /// A refusal for the first thing that cannot be taken.
    pub(in crate::wave) fn set(&self, c: &mut Db, wave: &WaveId, promise: Promise) -> Outcome<()> {
        if !self.by_trustees() {
            return stored::forget(c, wave);
        }
        if promise != Promise::Anonymous {
            return Err(Problem::refused("problem-trustees-confidential"));
        }
        let terms = self.terms()?;
        let trustees = Trustees::read(&terms).map_err(refusal)?;
        let trustee = |(holder, key): (u8, &TrusteeKey)| Trustee {
            wave: wave.clone(),
            no: holder.into(),
            name: key.name.clone(),
            key: trustees
                .key(holder)
                .map(|key| key.to_bytes().to_vec())
                .unwrap_or_default(),
            proven: None,
            refused: None,
            fits: None,
            misfits: None,
        };
        let all: Vec<Trustee> = trustees.holders().zip(&terms.keys).map(trustee).collect();
        let needed = i32::try_from(terms.needed).unwrap_or(i32::MAX);
        stored::set(c, wave, needed, &all)
    }

    fn terms(&self) -> Result<TrusteeTerms, Sentence> {
        let mut keys = Vec::new();
        let mut names = BTreeSet::new();
        for (row, (name, text)) in (1_usize..).zip(self.rows()) {
            if (name, text) == ("", "") {
                continue;
            }
            if name.is_empty() || name.chars().count() > LONGEST {
                let nameless = Sentence::new("problem-trustees-name");
                return Err(nameless.with("row", row).with("most", LONGEST));
            }
            let key = read_public(text);
            let key = key.ok_or_else(|| refusal(NoTrustees::Key(name.to_owned())))?;
            // Names that look the same would not tell two people apart.
            if !names.insert(alike(name)) {
                return Err(refusal(NoTrustees::Twice(name.to_owned())));
            }
            keys.push(TrusteeKey {
                name: name.to_owned(),
                key: BASE64URL_NOPAD.encode(&key.to_bytes()),
            });
        }
        Ok(TrusteeTerms {
            needed: self.needed.trim().parse().unwrap_or_default(),
            keys,
        })
    }
}

/// What was planned for a wave.
pub fn opening_form(app: &App, wave: &WaveId) -> Outcome<OpeningForm> {
    app.store.read(|c| OpeningForm::of_wave(c, wave))
}

fn refusal(error: NoTrustees) -> Sentence {
    match error {
        NoTrustees::Number { count: 0 | 1, .. } => Sentence::new("problem-trustees-few"),
        NoTrustees::Number { count, .. } => {
            Sentence::new("problem-trustees-needed").with("count", count)
        }
        NoTrustees::Key(name) => Sentence::new("problem-trustees-key").with("name", name),
        NoTrustees::Twice(name) => Sentence::new("problem-trustees-twice").with("name", name),
    }
}
