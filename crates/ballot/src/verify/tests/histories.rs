//! Histories of amendments (P11): those that the promise allows are accepted, and no others.

use super::*;
use crate::promise::Terms;
use rand::{Rng, RngExt};
use std::collections::{BTreeMap, BTreeSet};

const HISTORIES: usize = 10_000;
const DAYS: [&str; 8] = [
    "2026-11-20",
    "2026-11-23",
    "2026-11-28",
    "2026-12-01",
    "2026-12-02",
    "2026-12-03",
    "2026-12-09",
    "2026-12-20",
];
const ENDS: [&str; 9] = [
    "2026-11-21T17:00:00Z",
    "2026-11-22T08:00:00Z",
    "2026-11-28T17:00:00Z",
    "2026-12-02T16:59:59Z",
    "2026-12-02T17:00:00Z",
    "2026-12-02T17:00:01Z",
    "2026-12-09T17:00:00Z",
    "2026-12-16T17:00:00Z",
    "2026-12-16T17:00:01Z",
];

/// One line, before it is written.
#[derive(Clone, Debug)]
struct Step {
    what: &'static str,
    day: String,
    closes: String,
    cell: i32,
    places: i32,
    sheet: String,
    /// What stands in the line besides.
    more: &'static str,
}

impl Step {
    fn random(rng: &mut impl Rng) -> Self {
        let mut of = |most: usize| rng.random_range(0..most);
        let what = [
            "add", "add", "add", "lead", "extend", "extend", "close", "call-off",
        ];
        // Early days are more likely, so that there is time for more steps.
        let day = of(DAYS.len()).min(of(DAYS.len())).min(of(DAYS.len()));
        let mut step = Self {
            what: what[of(what.len()).min(of(what.len()))],
            day: DAYS[day].to_owned(),
            closes: ENDS[of(ENDS.len())].to_owned(),
            cell: i32::try_from(of(4)).unwrap(),
            places: i32::try_from(of(4)).unwrap(),
            sheet: format!("{:064x}", of(1000)),
            more: "",
        };
        match of(40) {
            0 => step.more = r#","why":"budget""#,
            1 => step.day = "2026-12-1".to_owned(),
            2 => step.closes = step.closes.replace('Z', "+00:00"),
            3 => step.sheet = step.sheet.replace('0', "A"),
            4 => step.what = "shorten",
            _ => {}
        }
        step
    }

    fn line(&self) -> String {
        let Self {
            what,
            day,
            closes,
            cell,
            places,
            sheet,
            more,
        } = self;
        let inner = match *what {
            "add" => format!(r#","cell":{cell},"places":{places},"sheet":"{sheet}""#),
            "lead" => format!(r#","cell":{cell},"sheet":"{sheet}""#),
            "call-off" => String::new(),
            _ => format!(r#","closes":"{closes}""#),
        };
        format!(r#"{{"what":"{what}"{inner},"day":"{day}"{more}}}"#)
    }
}

/// What the promise allows, written down a second time: on texts, which compare as the times do.
#[derive(Clone)]
struct Model {
    closes: String,
    over: bool,
    off: bool,
    day: String,
    taken: BTreeMap<i32, i32>,
    led: BTreeSet<i32>,
    sheets: BTreeMap<i32, String>,
}

impl Model {
    fn allows(&mut self, step: &Step, terms: &Terms, cells: &[CellTerms]) -> bool {
        if !step.more.is_empty() || step.what == "shorten" || self.off {
            return false;
        }
        if step.day.len() != 10 || step.day < self.day {
            return false;
        }
        let in_time = step.day.as_str() <= &self.closes[..10];
        let allowed = match step.what {
            "call-off" => true,
            // Who leads can change until the results are out.
            "lead" => {
                cells.iter().any(|cell| cell.cell == step.cell)
                    && step.sheet == step.sheet.to_lowercase()
            }
            _ if self.over || !in_time => false,
            "extend" => {
                step.closes.ends_with('Z')
                    && step.closes > self.closes
                    && step.closes <= terms.latest_close
            }
            "close" => {
                step.closes.ends_with('Z')
                    && step.closes < self.closes
                    && step.closes >= terms.opens
            }
            _ => {
                let spare = cells
                    .iter()
                    .find(|cell| cell.cell == step.cell)
                    .map_or(0, |cell| cell.spare);
                let before = self.taken.get(&step.cell).copied().unwrap_or(0);
                step.places > before
                    && step.places <= spare
                    && step.sheet == step.sheet.to_lowercase()
            }
        };
        if !allowed {
            return false;
        }
        self.day.clone_from(&step.day);
        match step.what {
            "call-off" => self.off = true,
            "lead" => {
                self.led.insert(step.cell);
                self.sheets.insert(step.cell, step.sheet.clone());
            }
            "add" => {
                self.taken.insert(step.cell, step.places);
                self.sheets.insert(step.cell, step.sheet.clone());
            }
            what => {
                self.closes.clone_from(&step.closes);
                self.over = what == "close";
            }
        }
        true
    }
}

#[test]
fn of_10_000_random_histories_exactly_the_lawful_are_accepted() {
    let mut base = COUNTED.clone();
    for (at, spare) in [(0, 3), (1, 1), (2, 0)] {
        cell(&mut base, at, |c| c.spare = spare);
    }
    number(&mut base);
    let promised = promise::read(&base).unwrap();
    let rng = &mut ChaCha20Rng::seed_from_u64(11);
    let (mut lawful, mut long) = (0, 0);
    for history in 0..HISTORIES {
        let mut model = Model {
            closes: promised.terms.closes.clone(),
            over: false,
            off: false,
            day: String::new(),
            taken: BTreeMap::new(),
            led: BTreeSet::new(),
            sheets: BTreeMap::new(),
        };
        let (mut record, mut tip) = (base.clone(), promised.root.bytes().to_vec());
        (record.ballots, record.called_off) = (None, None);
        record.amendments = Default::default();
        let mut allowed = true;
        let length = rng.random_range(0..8);
        while allowed && record.amendments.lines.len() < length {
            // Most steps are lawful ones, or long histories would all end at the first one.
            let mut step = Step::random(rng);
            if rng.random_range(0..9) > 0 {
                for _ in 0..50 {
                    if model
                        .clone()
                        .allows(&step, &promised.terms, &promised.cells)
                    {
                        break;
                    }
                    step = Step::random(rng);
                }
            }
            allowed = model.allows(&step, &promised.terms, &promised.cells);
            let line = step.line();
            tip = sha256(&[&[2], &tip, line.as_bytes()]).to_vec();
            record.amendments.lines.push(line);
        }
        record.amendments.tip = HEXLOWER.encode(&tip);
        if model.off {
            record.called_off = Some(model.day.clone());
            record.key_destroyed = Some(model.day.clone());
            record.result_hash = None;
        }

        let mut checks = Checks::default();
        let amended = amendments::check(&mut checks, &record, &promised);
        let lines = &record.amendments.lines;
        assert_eq!(
            amended.is_some(),
            allowed,
            "{history}: {lines:#?} {:?}",
            checks.0
        );
        assert_eq!(
            failures(&checks.0),
            usize::from(!allowed),
            "{history}: {:?}",
            checks.0
        );
        let Some(amended) = amended else { continue };
        lawful += 1;
        long += usize::from(lines.len() > 2);
        assert_eq!(crate::promise::utc(amended.closes), model.closes);
        assert_eq!(
            (amended.closed_early, amended.called_off),
            (model.over, model.off)
        );
        for cell in &promised.cells {
            let sheet = model.sheets.get(&cell.cell).unwrap_or(&cell.sheet);
            assert_eq!(amended.sheet(cell.cell), Some(sheet.as_str()));
            let taken = model.taken.get(&cell.cell).copied().unwrap_or(0);
            assert_eq!(amended.taken(cell.cell), taken);
            let led = model.led.contains(&cell.cell);
            assert_eq!(amended.led_anew(cell.cell), led);
        }
        // One line that is changed, left out or moved gives another last link.
        if let Some(first) = lines.first() {
            let mut other = record.clone();
            other.amendments.lines[0] = format!("{first} ");
            assert!(amendments::check(&mut Checks::default(), &other, &promised).is_none());
            other.amendments.lines.remove(0);
            assert!(amendments::check(&mut Checks::default(), &other, &promised).is_none());
        }
    }
    assert!(
        lawful > HISTORIES / 4 && lawful < HISTORIES * 3 / 4,
        "{lawful}"
    );
    assert!(
        long > HISTORIES / 20,
        "{long} of {lawful} have three steps or more"
    );
}
