use super::groups::number;
use super::link::Link;
use super::promise::written;
use crate::app::{App, Weigh};
use crate::ballot::promise::{Commitment, Reader, Sheet};
use crate::ballot::random;
use crate::ballot::secret::InvitationSecret;
use crate::error::{Outcome, Problem};
use crate::ids::{PersonId, TeamId, WaveId};
use crate::store::access::{self, Role};
use crate::store::frozen::{self, Cell, Node, Parts};
use crate::store::invitation::{self, Invitation, LeaderForm};
use crate::store::wave::{self, State, Wave};
use crate::store::{Db, amendment, people, sheet as stored};
use data_encoding::BASE64URL_NOPAD;
use rand::Rng;
use std::collections::{BTreeMap, BTreeSet};

/// By what rights people read the organisation's report, or that of a part of it.
pub(super) const LEAD: &str = "hr";
pub(super) const PARTNER: &str = "hr-partner";
pub(super) const AUDITOR: &str = "auditor";
const HEAD: &str = "head";

/// What the owner of a link is told of their group.
pub struct Group {
    /// Who is asked, who reads, and what is judged, as it was hashed into the promise or its last amendment.
    pub sheet: String,
    /// The amendments so far.
    pub chain: Vec<String>,
    /// How many bytes longer the longest sheet of the wave is.
    pub pad: usize,
}

/// What the owner of a link is told of their group; `None` if there is no such link. Looking uses nothing up and
/// leaves no trace.
pub fn group(app: &App, token: &str) -> Outcome<Option<Group>> {
    let Some(secret) = InvitationSecret::parse(token) else {
        return Ok(None);
    };
    app.store.read(|c| {
        let Some(link) = Link::find(c, &secret.hash())? else {
            return Ok(None);
        };
        let chain = amendment::of_wave(c, link.wave())?;
        let sheet = stored::of_cell(c, link.wave(), link.cell())?;
        let Some(sheet) = sheet else {
            return Ok(None);
        };
        // Somebody was added between the two: asked again, both fit.
        if amendment::of_wave(c, link.wave())?.len() != chain.len() {
            return Err(Problem::Busy);
        }
        let longest = longest(app, c, link.wave(), chain.len())?;
        Ok(Some(Group {
            pad: longest.saturating_sub(written(&sheet)),
            sheet,
            chain,
        }))
    })
}

/// The length of the longest sheet.
struct Longest(usize);

impl Weigh for Longest {
    fn bytes(&self) -> usize {
        size_of::<Self>()
    }
}

/// Sheets change by amendments only.
fn longest(app: &App, c: &mut Db, wave: &WaveId, amendments: usize) -> Outcome<usize> {
    let name = format!("sheets {wave} {amendments}");
    let longest = app.cache.get_or(&name, || {
        let sheets = stored::of_wave(c, wave)?;
        let lengths = sheets.iter().map(|(_, text)| written(text));
        Outcome::Ok(Longest(lengths.max().unwrap_or_default()))
    })?;
    Ok(longest.0)
}

/// What the members of a cell judge; nothing once the keys are destroyed.
pub(super) fn commitments(c: &mut Db, wave: &WaveId, cell: i32) -> Outcome<Vec<Commitment>> {
    match stored::of_cell(c, wave, cell)? {
        Some(text) => Ok(read(&text)?.commitments),
        None => Ok(Vec::new()),
    }
}

fn read(text: &str) -> Outcome<Sheet> {
    Sheet::read(text).map_err(|error| Problem::fault("stored sheet", error))
}

/// Writes the sheets of a wave that is being frozen: everybody who is invited, by name, and what they judge.
pub(super) fn write(
    c: &mut Db,
    wave: &Wave,
    mut judged: BTreeMap<i32, Vec<Commitment>>,
) -> Outcome<()> {
    let place = Place::read(c, wave)?;
    let mut people: BTreeMap<i32, Vec<PersonId>> = BTreeMap::new();
    for invitation in invitation::of_wave(c, &wave.id)? {
        people
            .entry(invitation.cell)
            .or_default()
            .push(invitation.person);
    }
    let leaders = invitation::leader_forms(c, &wave.id)?;
    let nodes = frozen::nodes(c, &wave.id)?;
    for cell in frozen::cells(c, &wave.id)? {
        let members = people.remove(&cell.no).unwrap_or_default();
        let sheet = Sheet {
            salt: salt(),
            new: place.newcomers(&cell, &members),
            members: place.named(members.iter()),
            leaders: place.named(readers_of(&cell, &nodes, &leaders)),
            organisation: readers(c, wave, &place, (&cell, &leaders))?,
            commitments: judged.remove(&cell.no).unwrap_or_default(),
        };
        if number(cell.invited) != sheet.members.len() {
            return Err(Problem::broken("somebody who is invited has no name"));
        }
        stored::put(c, &wave.id, cell.no, &sheet.text())?;
    }
    Ok(())
}

/// Adds somebody who was just invited to the sheet of their cell; its hash.
pub(super) fn add(c: &mut Db, wave: &Wave, invitation: &Invitation) -> Outcome<String> {
    let place = Place::read(c, wave)?;
    let (cell, person) = (
        frozen::cell(c, &wave.id, invitation.cell)?,
        [invitation.person.clone()],
    );
    let text = stored::of_cell(c, &wave.id, invitation.cell)?.ok_or(Problem::NotFound)?;
    let mut sheet = read(&text)?;
    sheet.salt = salt();
    sheet.members.extend(place.named(person.iter()));
    sheet.members.sort();
    sheet.new.extend(place.newcomers(&cell, &person));
    sheet.new.sort();
    let text = sheet.text();
    stored::put(c, &wave.id, invitation.cell, &text)?;
    Ok(Sheet::hash(&text))
}

/// Writes those who lead the teams of a cell now on its sheet, as its readers; its hash.
pub(super) fn lead_anew(c: &mut Db, wave: &Wave, cell: i32) -> Outcome<String> {
    let place = Place::read(c, wave)?;
    let (nodes, known) = (
        frozen::nodes(c, &wave.id)?,
        frozen::cell(c, &wave.id, cell)?,
    );
    let leaders = invitation::leader_forms(c, &wave.id)?;
    let text = stored::of_cell(c, &wave.id, cell)?.ok_or(Problem::NotFound)?;
    let mut sheet = read(&text)?;
    sheet.salt = salt();
    sheet.leaders = place.named(readers_of(&known, &nodes, &leaders));
    let text = sheet.text();
    stored::put(c, &wave.id, cell, &text)?;
    Ok(Sheet::hash(&text))
}

/// Those who read the report of a cell: whoever leads the team, or one of those that are counted together.
fn readers_of<'a>(
    cell: &Cell,
    nodes: &[Node],
    leaders: &'a [LeaderForm],
) -> impl Iterator<Item = &'a PersonId> {
    let own = nodes.iter().filter(|node| node.cell == Some(cell.no));
    let own: BTreeSet<i32> = own.map(|node| node.no).collect();
    let reads = move |form: &&LeaderForm| form.reads && own.contains(&form.node);
    leaders.iter().filter(reads).map(|form| &form.person)
}

fn salt() -> String {
    let mut salt = [0; 16];
    random::system().fill_bytes(&mut salt);
    BASE64URL_NOPAD.encode(&salt)
}

/// Who reads the report of a cell's people besides their leaders, and by what right: the survey leads, the HR partners
/// of a part that the people are in, the heads of teams above them, and the auditors if the plan lets them.
fn readers(
    c: &mut Db,
    wave: &Wave,
    place: &Place,
    (cell, leaders): (&Cell, &[LeaderForm]),
) -> Outcome<Vec<Reader>> {
    let named = |person: &PersonId, role: &str| {
        let name = place.names.get(person)?.clone();
        let role = role.to_owned();
        Some(Reader { name, role })
    };
    let mut readers: BTreeSet<(String, String)> = BTreeSet::new();
    let mut reads = |person: &PersonId, role| {
        let reader = named(person, role);
        readers.extend(reader.map(|reader| (reader.name, reader.role)));
    };
    for lead in access::with_role(c, Role::Lead)? {
        reads(&lead, LEAD);
    }
    for (partner, part) in access::partners(c)? {
        if place.is_within(cell.no, &part) {
            reads(&partner, PARTNER);
        }
    }
    for head in leaders.iter().filter(|form| form.reads) {
        if let Some(part) = place.heads.get(&head.node)
            && place.is_within(cell.no, part)
        {
            reads(&head.person, HEAD);
        }
    }
    if wave.auditors_read {
        for auditor in access::with_role(c, Role::Auditor)? {
            reads(&auditor, AUDITOR);
        }
    }
    let reader = |(name, role)| Reader { name, role };
    Ok(readers.into_iter().map(reader).collect())
}

/// Who people are, and who was asked about which team in the wave before.
struct Place {
    names: BTreeMap<PersonId, String>,
    /// By cell.
    teams: BTreeMap<i32, Vec<TeamId>>,
    /// By cell, each team whose people are asked in it, and all above it.
    above: BTreeMap<i32, BTreeSet<TeamId>>,
    /// By node with nodes below it, its team.
    heads: BTreeMap<i32, TeamId>,
    /// None in a first wave.
    before: Option<BTreeSet<(TeamId, PersonId)>>,
}

impl Place {
    fn read(c: &mut Db, wave: &Wave) -> Outcome<Self> {
        let mut teams: BTreeMap<i32, Vec<TeamId>> = BTreeMap::new();
        let nodes = frozen::nodes(c, &wave.id)?;
        let parts = Parts::of(&nodes);
        let mut above: BTreeMap<i32, BTreeSet<TeamId>> = BTreeMap::new();
        for node in &nodes {
            if let (Some(cell), Some(team)) = (node.cell, &node.team) {
                teams.entry(cell).or_default().push(team.clone());
                above.entry(cell).or_default().extend(parts.above(node.no));
            }
        }
        let known = people::people(c)?.into_iter();
        let over = nodes.iter().filter(|node| node.people.is_none());
        Ok(Self {
            heads: over
                .filter_map(|node| Some((node.no, node.team.clone()?)))
                .collect(),
            names: known.map(|person| (person.id, person.name)).collect(),
            teams,
            above,
            before: before(c, wave)?,
        })
    }

    /// Whether people of a part are asked in a cell.
    fn is_within(&self, cell: i32, part: &TeamId) -> bool {
        self.above
            .get(&cell)
            .is_some_and(|above| above.contains(part))
    }

    fn named<'a>(&self, people: impl Iterator<Item = &'a PersonId>) -> Vec<String> {
        let people: BTreeSet<&PersonId> = people.collect();
        let names = people.iter().filter_map(|person| self.names.get(person));
        let mut names: Vec<String> = names.cloned().collect();
        names.sort();
        names
    }

    /// Those of a cell who were not asked about one of its teams in the wave before.
    fn newcomers(&self, cell: &Cell, people: &[PersonId]) -> Vec<String> {
        let Some(before) = &self.before else {
            return Vec::new();
        };
        let teams = self.teams.get(&cell.no).map_or(&[][..], Vec::as_slice);
        let known = |person: &PersonId| {
            let mut asked = teams.iter().map(|team| (team.clone(), person.clone()));
            asked.any(|one| before.contains(&one))
        };
        self.named(people.iter().filter(|person| !known(person)))
    }
}

/// Who was asked about which team in the last wave that was not called off.
fn before(c: &mut Db, wave: &Wave) -> Outcome<Option<BTreeSet<(TeamId, PersonId)>>> {
    let mut previous = wave.previous.clone();
    while let Some(id) = previous {
        let last = wave::wave(c, &id)?;
        if last.state == State::Off {
            previous = last.previous;
            continue;
        }
        let team = |node: Node| Some((node.no, node.team?));
        let nodes = frozen::nodes(c, &id)?.into_iter().filter_map(team);
        let teams: BTreeMap<i32, TeamId> = nodes.collect();
        let invitations = invitation::of_wave(c, &id)?.into_iter();
        let asked = invitations.filter_map(|invitation| {
            Some((teams.get(&invitation.node)?.clone(), invitation.person))
        });
        return Ok(Some(asked.collect()));
    }
    Ok(None)
}
