//! The organisation's own face: one row.

use super::Db;
use super::schema::{face, organisation, wave_asker};
use super::{people, promise};
use crate::ballot::promise::{Asker, Terms};
use crate::error::{Outcome, Problem};
use crate::ids::WaveId;
use diesel::prelude::*;

/// The one row.
const ONE: i32 = 1;

/// What the organisation's pages, mails and files look like. What is not set is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Queryable, Selectable, AsChangeset)]
#[diesel(table_name = face, treat_none_as_null = true)]
pub struct Face {
    /// Grows with every change.
    pub version: i32,
    /// A PNG of our own making.
    pub logo: Option<Vec<u8>>,
    /// Its width in pixels.
    pub logo_width: i32,
    /// Its height in pixels.
    pub logo_height: i32,
    /// The accent colour on light pages.
    pub accent: String,
    /// The accent colour on dark pages.
    pub accent_dark: String,
    /// Who can be asked.
    pub contact_name: String,
    /// Their mail address, or a link.
    pub contact: String,
    /// The name that mails come from.
    pub sender: String,
    /// The address that answers to mails go to.
    pub reply_to: String,
    /// The page that says who is responsible.
    pub imprint: String,
    /// The page about data protection.
    pub privacy: String,
    /// What HR says to those who are asked, by language, as a JSON object.
    pub words: String,
}

/// The face as it is.
pub fn read(c: &mut Db) -> Outcome<Face> {
    Ok(face::table
        .find(ONE)
        .select(Face::as_select())
        .get_result(c)?)
}

impl Face {
    /// What of it is said to those who are asked.
    pub fn asker(&self, organisation: &str) -> Outcome<Asker> {
        Ok(Asker {
            organisation: organisation.to_owned(),
            words: serde_json::from_str(&self.words).map_err(broken)?,
            contact_name: self.contact_name.clone(),
            contact: self.contact.clone(),
            imprint: self.imprint.clone(),
            privacy: self.privacy.clone(),
        })
    }
}

fn broken(error: serde_json::Error) -> Problem {
    Problem::fault("who asks", error)
}

/// Who asks today.
fn asker(c: &mut Db) -> Outcome<Asker> {
    let organisation = people::organisation(c)?;
    let name = organisation.map(|known| known.name).unwrap_or_default();
    read(c)?.asker(&name)
}

/// Keeps for a wave who asks today; its promise is made of that.
pub fn fix_asker(c: &mut Db, wave: &WaveId) -> Outcome<()> {
    let text = serde_json::to_string(&asker(c)?).map_err(broken)?;
    diesel::insert_into(wave_asker::table)
        .values((wave_asker::wave.eq(wave), wave_asker::text.eq(text)))
        .execute(c)?;
    Ok(())
}

/// Who asks in a wave: as it was promised, or is going to be.
pub fn asker_of(c: &mut Db, wave: &WaveId) -> Outcome<Asker> {
    if let Some(terms) = promise::terms(c, wave)? {
        let terms: Terms = serde_json::from_str(&terms).map_err(broken)?;
        return Ok(terms.asker.unwrap_or_default());
    }
    let fixed = wave_asker::table.find(wave).select(wave_asker::text);
    let fixed: Option<String> = fixed.get_result(c).optional()?;
    match fixed {
        Some(text) => serde_json::from_str(&text).map_err(broken),
        None => asker(c),
    }
}

/// Its version alone.
pub fn version(c: &mut Db) -> Outcome<i32> {
    Ok(face::table.find(ONE).select(face::version).get_result(c)?)
}

/// Changes the face, which nobody has changed since it was read.
///
/// # Errors
/// Busy if somebody has.
pub fn change(c: &mut Db, new: &Face) -> Outcome<()> {
    let next = Face {
        version: new.version.saturating_add(1),
        ..new.clone()
    };
    let same = face::table.find(ONE).filter(face::version.eq(new.version));
    match diesel::update(same).set(&next).execute(c)? {
        1 => Ok(()),
        _ => Err(Problem::Busy),
    }
}

/// Gives the organisation another name.
pub fn rename(c: &mut Db, name: &str) -> Outcome<()> {
    diesel::update(organisation::table)
        .set(organisation::name.eq(name))
        .execute(c)?;
    Ok(())
}
