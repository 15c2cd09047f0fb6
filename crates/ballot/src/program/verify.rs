use super::link::Link;
use super::site::{Reply, Site, WaveAddress};
use super::terminal::{now, plain, print, secret};
use crate::audit::Record;
use crate::promise::{CellTerms, Root, Sheet, Terms, number, short};
use crate::verify::{
    Finding, FormOf, Known, Served, Shown, failures, script_address, styles_address, verify,
};
use chrono::NaiveDateTime;
use clap::Args;
use serde::Deserialize;
use std::fmt::Write as _;

/// What somebody asks to be checked.
#[derive(Args)]
pub struct VerifyArgs {
    /// Address of the wave's public page, or a file with its public record
    #[arg(long, value_name = "URL|FILE", required_unless_present = "link")]
    wave: Option<String>,
    /// The number of the promise as you were given it, like K7Q2-9MXT-4HDA-8WZN
    #[arg(long)]
    number: Option<String>,
    /// Your own link or the code in your letter, or - to type it: compares the names your group is shown with
    /// the promise. The server then knows whose link asks, as when the form is opened
    #[arg(long, value_name = "LINK")]
    link: Option<String>,
    /// Print these names too
    #[arg(long, requires = "link")]
    names: bool,
    /// The fingerprint of the list of ballots, as a trustee who opened them was told it
    #[arg(long, value_name = "FINGERPRINT")]
    list: Vec<String>,
}

/// What only the product itself knows.
#[derive(Clone, Debug)]
pub struct Product {
    /// How it reads survey files.
    pub form_of: FormOf,
    /// SHA-256 of the answer page that it makes, in hexadecimal digits.
    pub page: String,
}

/// What the server gives to somebody who answers.
struct Given {
    page: Vec<u8>,
    policy: String,
    /// The script and the styles that the page names; empty if it names none, or the server has none.
    script: Vec<u8>,
    styles: Vec<u8>,
}

/// What the server shows to the members of a group.
#[derive(Deserialize)]
struct Group {
    sheet: String,
    chain: Vec<String>,
}

/// Checks the public record of a wave, and what its server gives now, and prints what holds.
///
/// # Errors
/// A sentence for the person at the terminal: what could not be read, or how many things do not hold.
pub fn run(args: &VerifyArgs, product: Option<&Product>) -> Result<(), String> {
    let typed = match args.link.as_deref() {
        Some("-") => Some(secret("Your link or code")?.to_string()),
        link => link.map(str::to_owned),
    };
    let link = typed.as_deref().map(|text| {
        Link::read(text).ok_or_else(|| "--link: there is no whole link in it".to_owned())
    });
    let link = link.transpose()?;
    let linked = || link.as_ref()?.wave(typed.as_deref()?);
    let wave = args.wave.clone().or_else(linked);
    let wave = wave.ok_or("--link: this is no address; give that of the wave with --wave too")?;
    let checked = check(&wave, args, link.as_ref(), product, now())?;
    print(&checked.text)?;
    match checked.failures {
        0 => print("\nEverything that can be checked holds.\n"),
        1 => Err(
            "\n1 thing does not hold. Do not trust this wave before that is explained.".to_owned(),
        ),
        many => Err(format!(
            "\n{many} things do not hold. Do not trust this wave before they are explained."
        )),
    }
}

struct Checked {
    text: String,
    failures: usize,
}

fn check(
    wave: &str,
    args: &VerifyArgs,
    link: Option<&Link>,
    product: Option<&Product>,
    now: Option<NaiveDateTime>,
) -> Result<Checked, String> {
    let address = match wave.contains("://") {
        true => Some(WaveAddress::read(wave)?),
        false => None,
    };
    let site = address.as_ref().map(|address| &address.site);
    let bytes = match &address {
        Some(WaveAddress { site, letters }) => site.get(&format!("/wave/{letters}/record.json"))?,
        None => std::fs::read(wave).map_err(|error| format!("{wave}: {error}"))?,
    };
    let record: Record = serde_json::from_slice(&bytes)
        .map_err(|error| format!("{wave}: this is no public record: {error}"))?;
    let given = site.map(answer_page).transpose()?;
    let group = match (site, link) {
        (Some(site), Some(link)) => Some(group(site, link)?),
        (None, Some(_)) => {
            return Err(
                "--link: only the server knows the names; give its address with --wave".to_owned(),
            );
        }
        _ => None,
    };
    let letters = address.as_ref().map(|address| address.letters.as_str());
    let number = args.number.as_deref().map(str::trim);
    let numbers = [letters, number, link.map(|link| link.letters.as_str())];
    let numbers: Vec<&str> = numbers.into_iter().flatten().collect();
    let lists: Vec<&str> = args.list.iter().map(|list| list.trim()).collect();
    let shown = group.as_ref().zip(link).map(|(group, link)| Shown {
        cell: link.cell,
        sheet: &group.sheet,
        chain: &group.chain,
    });
    let known = Known {
        numbers: &numbers,
        served: given.as_ref().map(|given| Served {
            page: &given.page,
            policy: &given.policy,
            script: &given.script,
            styles: &given.styles,
        }),
        form_of: product.map(|product| product.form_of),
        own_page: product.map(|product| product.page.as_str()),
        lists: &lists,
        shown,
        now,
    };
    let findings = verify(&record, known);
    let names = group.filter(|_| args.names);
    let names = names
        .map(|group| self::names(&group.sheet))
        .unwrap_or_default();
    Ok(Checked {
        text: facts(&record) + &names + &lines(&findings),
        failures: failures(&findings),
    })
}

fn answer_page(site: &Site) -> Result<Given, String> {
    let (page, policy) = site.page("/a")?;
    let text = String::from_utf8_lossy(&page);
    let file = |path: Option<String>| path.and_then(|path| site.get(&path).ok());
    Ok(Given {
        script: file(script_address(&text)).unwrap_or_default(),
        styles: file(styles_address(&text)).unwrap_or_default(),
        page,
        policy,
    })
}

fn group(site: &Site, link: &Link) -> Result<Group, String> {
    let Reply::Json(reply) = site.ask("/group", &serde_json::json!({ "token": link.token }))?
    else {
        return Err("the server shows no names".to_owned());
    };
    serde_json::from_value(reply).map_err(|_| {
        "the server does not know your link: it was replaced, or the wave is over".to_owned()
    })
}

/// What people can compare by eye with what they know; as much of it as can be read.
fn facts(record: &Record) -> String {
    let mut out = String::new();
    if let Ok(terms) = serde_json::from_str::<Terms>(&record.terms) {
        let root = Root::of(&record.terms, record.cells.iter().map(String::as_str));
        let opened = terms.trustees.map(|trustees| {
            let names = trustees.keys.iter().map(|one| one.name.as_str());
            let names: Vec<&str> = names.collect();
            format!("{} of {}", trustees.needed, names.join(", "))
        });
        let facts = [
            ("Wave", terms.title),
            ("Promise", terms.protocol),
            (
                "Number",
                format!("{}, to compare with your mail", short(&number(&root))),
            ),
            ("Opens", terms.opens),
            (
                "Closes",
                format!("{}, at the latest {}", terms.closes, terms.latest_close),
            ),
            ("Keys", format!("are destroyed by {}", terms.destroys_by)),
            (
                "Opened by",
                opened.unwrap_or_else(|| "the server".to_owned()),
            ),
            ("Smallest", format!("groups of {} are shown", terms.k)),
            ("Not asked", format!("{} teams", terms.not_asked.len())),
            (
                "Members",
                format!("get of the result: {}", terms.members_get),
            ),
        ];
        for (name, fact) in facts {
            let _ = writeln!(out, "{name:<9} {}", plain(&fact));
        }
    }
    let cells = record.cells.iter();
    for cell in cells.filter_map(|text| serde_json::from_str::<CellTerms>(text).ok()) {
        let (label, invited) = (plain(&cell.label), cell.invited);
        let _ = writeln!(
            out,
            "Group     {label}: {invited} invited{}",
            ballots(record, cell.cell)
        );
    }
    out + "\n"
}

/// What is counted of a cell, or of those that it counts together with.
fn ballots(record: &Record, cell: i32) -> String {
    let Some(ballots) = &record.ballots else {
        return String::new();
    };
    match ballots.counts.iter().find(|one| one.cells.contains(&cell)) {
        Some(one) if one.cells.len() > 1 => {
            format!(", {} ballots together with other groups", one.ballots)
        }
        Some(one) => format!(", {} ballots", one.ballots),
        None => ", counted nowhere".to_owned(),
    }
}

/// The names that the members of a group are shown.
fn names(sheet: &str) -> String {
    let Ok(sheet) = Sheet::read(sheet) else {
        return String::new();
    };
    let readers = sheet.organisation.iter();
    let readers = readers.map(|reader| format!("{} ({})", reader.name, reader.role));
    let lists = [
        ("Asked", sheet.members),
        ("New", sheet.new),
        ("Team read", sheet.leaders),
        ("All read", readers.collect()),
    ];
    let line = |(what, names): (&str, Vec<String>)| {
        format!("{what:<9} {}: {}\n", names.len(), plain(&names.join(", ")))
    };
    lists.into_iter().map(line).collect::<String>() + "\n"
}

fn lines(findings: &[Finding]) -> String {
    let lines = findings.iter().map(|one| plain(&one.to_string()) + "\n");
    lines.collect()
}

#[cfg(test)]
mod tests;
