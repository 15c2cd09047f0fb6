//! The settings that administrators change on a page: the organisation's own face.

use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::face::{self, Logo};
use crate::store::act::{self, Kind};
use crate::store::face::{self as stored, Face};
use crate::store::people;
use crate::text::{Lang, Sentence};
use std::collections::BTreeMap;

/// What is filled in about the organisation's face. What is empty is not set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FaceForm {
    /// What the organisation is called.
    pub name: String,
    /// The accent colour, such as `#0b6b60`.
    pub accent: String,
    /// The accent colour for dark pages.
    pub accent_dark: String,
    /// Who can be asked.
    pub contact_name: String,
    /// Their mail address, or a link.
    pub contact: String,
    /// The name that mails come from.
    pub sender: String,
    /// The address that answers to mails go to.
    pub reply_to: String,
    /// A link to the page that says who is responsible.
    pub imprint: String,
    /// A link to the page about data protection.
    pub privacy: String,
    /// What HR says to those who are asked, by the code of the language.
    pub words: BTreeMap<&'static str, String>,
}

/// A field, and why it cannot be taken.
pub type Fault = (String, Sentence);

impl FaceForm {
    /// As it stands.
    pub fn of(app: &App) -> Outcome<Self> {
        let house = app.house()?;
        let face = house.face.clone();
        let words = Lang::ALL.map(|lang| {
            let said = house.words.get(lang.code()).cloned();
            (lang.code(), said.unwrap_or_default())
        });
        Ok(Self {
            name: house.name().to_owned(),
            accent: face.accent,
            accent_dark: face.accent_dark,
            contact_name: face.contact_name,
            contact: face.contact,
            sender: face.sender,
            reply_to: face.reply_to,
            imprint: face.imprint,
            privacy: face.privacy,
            words: words.into(),
        })
    }

    /// The form as it is stored, or every field that cannot be taken with what to do.
    pub fn read(&self) -> Result<Self, Vec<Fault>> {
        let mut faults: Vec<Fault> = Vec::new();
        let mut take = |field: &str, taken: Result<String, Sentence>| {
            taken.unwrap_or_else(|sentence| {
                faults.push((field.to_owned(), sentence));
                String::new()
            })
        };
        let name = face::title(&self.name).and_then(|name| match name.is_empty() {
            true => Err(Sentence::new("problem-needed")),
            false => Ok(name),
        });
        let words = Lang::ALL.map(|lang| {
            let said = self.words.get(lang.code()).map_or("", String::as_str);
            let field = format!("words_{}", lang.code());
            (lang.code(), take(&field, face::paragraph(said)))
        });
        let mut read = Self {
            name: take("name", name),
            contact_name: take("contact_name", face::title(&self.contact_name)),
            contact: take("contact", face::contact(&self.contact)),
            sender: take("sender", face::title(&self.sender)),
            reply_to: take("reply_to", face::address(&self.reply_to)),
            imprint: take("imprint", face::link(&self.imprint)),
            privacy: take("privacy", face::link(&self.privacy)),
            words: words.into(),
            ..Self::default()
        };
        let said = read
            .words
            .values()
            .filter(|words| !words.is_empty())
            .count();
        if faults.is_empty() && said != 0 && said != read.words.len() {
            let missing = read.words.iter().filter(|(_, words)| words.is_empty());
            let sentence = || Sentence::new("problem-words-language");
            faults.extend(missing.map(|(code, _)| (format!("words_{code}"), sentence())));
        }
        match face::accent(&self.accent, &self.accent_dark) {
            Ok(Some(accent)) => {
                (read.accent, read.accent_dark) = accent.written(&self.accent_dark);
            }
            Ok(None) => {}
            Err((field, sentence)) => faults.push((field.to_owned(), sentence)),
        }
        match faults.is_empty() {
            true => Ok(read),
            false => Err(faults),
        }
    }

    fn face(self, old: &Face) -> Outcome<Face> {
        let said: BTreeMap<_, _> = self
            .words
            .iter()
            .filter(|(_, said)| !said.is_empty())
            .collect();
        let words = serde_json::to_string(&said);
        Ok(Face {
            version: old.version,
            logo: old.logo.clone(),
            logo_width: old.logo_width,
            logo_height: old.logo_height,
            accent: self.accent,
            accent_dark: self.accent_dark,
            contact_name: self.contact_name,
            contact: self.contact,
            sender: self.sender,
            reply_to: self.reply_to,
            imprint: self.imprint,
            privacy: self.privacy,
            words: words.map_err(|error| Problem::fault("face", error))?,
        })
    }
}

/// Changes the face, but for its logo. `by` is who does it, for the log, which also says which settings were changed.
///
/// # Errors
/// A refusal with the first fault.
pub fn change(app: &App, by: &str, form: &FaceForm) -> Outcome<()> {
    let read = form.read().map_err(|faults| {
        let first = faults.into_iter().next();
        first.map_or(Problem::NotFound, |(_, sentence)| sentence.into())
    })?;
    app.store.write(|c| {
        let old = stored::read(c)?;
        let organisation = people::organisation(c)?.ok_or(Problem::NotFound)?;
        let name = read.name.clone();
        let new = read.face(&old)?;
        let mut changed = changes(&old, &new);
        if name != organisation.name {
            stored::rename(c, &name)?;
            changed.insert(0, "name");
        }
        put(app, c, by, &new, &changed)
    })?;
    app.renew_house();
    Ok(())
}

/// Takes a PNG or JPEG as the logo.
///
/// # Errors
/// A refusal for what is none, or too large.
pub fn set_logo(app: &App, by: &str, file: &[u8]) -> Outcome<()> {
    let logo = Logo::read(file)?;
    replace_logo(app, by, Some(logo))
}

/// Takes the logo away.
pub fn remove_logo(app: &App, by: &str) -> Outcome<()> {
    replace_logo(app, by, None)
}

fn replace_logo(app: &App, by: &str, logo: Option<Logo>) -> Outcome<()> {
    let side = |side: u32| i32::try_from(side).unwrap_or_default();
    app.store.write(|c| {
        let old = stored::read(c)?;
        let logo = logo.as_ref();
        let new = Face {
            logo_width: logo.map_or(0, |logo| side(logo.width)),
            logo_height: logo.map_or(0, |logo| side(logo.height)),
            logo: logo.map(|logo| logo.png.clone()),
            ..old.clone()
        };
        put(app, c, by, &new, &changes(&old, &new))
    })?;
    app.renew_house();
    Ok(())
}

fn put(app: &App, c: &mut crate::store::Db, by: &str, new: &Face, changed: &[&str]) -> Outcome<()> {
    if changed.is_empty() {
        return Ok(());
    }
    stored::change(c, new)?;
    act::note(c, app.now(), by, Kind::FaceChanged, &changed.join(" "))
}

/// The settings that differ, as the log names them.
fn changes(old: &Face, new: &Face) -> Vec<&'static str> {
    let accent = |face: &Face| (face.accent.clone(), face.accent_dark.clone());
    let contact = |face: &Face| (face.contact_name.clone(), face.contact.clone());
    let settings = [
        ("logo", old.logo != new.logo),
        ("accent", accent(old) != accent(new)),
        ("contact", contact(old) != contact(new)),
        ("sender", old.sender != new.sender),
        ("reply-to", old.reply_to != new.reply_to),
        ("imprint", old.imprint != new.imprint),
        ("privacy", old.privacy != new.privacy),
        ("words", old.words != new.words),
    ];
    let changed = settings.into_iter().filter(|(_, differs)| *differs);
    changed.map(|(name, _)| name).collect()
}
