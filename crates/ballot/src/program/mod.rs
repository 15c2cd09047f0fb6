//! The program that checks a wave: `gutcheck-verify`, and `gutcheck verify` of the product.

mod fetch;

use crate::audit::{Counts, Record};
use crate::promise::{CellTerms, Terms, short};
use crate::verify::{Finding, FormOf, Known, Served, failures, verify};
use clap::Args;
use fetch::{Given, Server};
use std::fmt::Write as _;
use std::io::{ErrorKind, Write as _};

/// What somebody asks to be checked.
#[derive(Args)]
pub struct VerifyArgs {
    /// Address of the wave's public page, or a file with its public record
    #[arg(long, value_name = "URL|FILE")]
    wave: String,
    /// The number of the promise as you were given it, like K7Q2-9MXT-4HDA
    #[arg(long)]
    number: Option<String>,
}

/// Checks the public record of a wave, and what its server gives now, and prints what holds. Survey files
/// are read by `form_of`, if there is one.
///
/// # Errors
/// A sentence for the person at the terminal: what could not be read, or how many things do not hold.
pub fn run(args: &VerifyArgs, form_of: Option<FormOf>) -> Result<(), String> {
    let number = args.number.as_deref().map(str::trim);
    let findings = match args.wave.contains("://") {
        true => {
            let server = Server::new(&args.wave)?;
            let record = record(&args.wave, &server.record()?)?;
            // What a server gives after the close may be newer, and nobody answers with it.
            let given = match record.ballots {
                None => Some(server.answer_page()?),
                Some(_) => None,
            };
            let served = given
                .as_ref()
                .map(|Given { page, script }| Served { page, script });
            let letters = [Some(server.letters()), number];
            let numbers: Vec<&str> = letters.into_iter().flatten().collect();
            print(&facts(&record))?;
            let known = Known {
                numbers: &numbers,
                served,
                form_of,
            };
            verify(&record, known)
        }
        false => {
            let bytes =
                std::fs::read(&args.wave).map_err(|error| format!("{}: {error}", args.wave))?;
            let record = record(&args.wave, &bytes)?;
            print(&facts(&record))?;
            let known = Known {
                numbers: number.as_slice(),
                served: None,
                form_of,
            };
            verify(&record, known)
        }
    };
    print(&lines(&findings))?;
    match failures(&findings) {
        0 => print("\nEverything that can be checked holds.\n"),
        1 => Err(
            "\n1 thing does not hold. Do not trust this wave before that is explained.".to_owned(),
        ),
        many => Err(format!(
            "\n{many} things do not hold. Do not trust this wave before they are explained."
        )),
    }
}

fn record(name: &str, bytes: &[u8]) -> Result<Record, String> {
    let read = serde_json::from_slice(bytes);
    read.map_err(|error| format!("{name}: this is no public record: {error}"))
}

/// Writes to standard output; a reader that went away is no error.
fn print(text: &str) -> Result<(), String> {
    match std::io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(format!("output: {error}")),
        _ => Ok(()),
    }
}

/// What people can compare by eye with what they know; as much of it as can be read.
fn facts(record: &Record) -> String {
    let mut out = String::new();
    if let Ok(terms) = serde_json::from_str::<Terms>(&record.terms) {
        let facts = [
            ("Wave", terms.title),
            ("Promise", terms.protocol),
            (
                "Number",
                format!("{}, to compare with your mail", short(&record.root)),
            ),
            ("Opens", terms.opens),
            ("Closes", terms.closes),
            ("Smallest", format!("groups of {} are shown", terms.k)),
        ];
        for (name, fact) in facts {
            let _ = writeln!(out, "{name:<9} {}", plain(&fact));
        }
    }
    let counts = record.ballots.iter().flat_map(|ballots| &ballots.counts);
    let counts: Vec<&Counts> = counts.collect();
    let cells = record.cells.iter();
    for cell in cells.filter_map(|text| serde_json::from_str::<CellTerms>(text).ok()) {
        let count = counts.iter().find(|count| count.cell == cell.cell);
        let ballots = count.map(|count| format!(", {} ballots", count.ballots));
        let (invited, ballots) = (cell.invited, ballots.unwrap_or_default());
        let _ = writeln!(
            out,
            "Group     {}: {invited} invited{ballots}",
            plain(&cell.label)
        );
    }
    out + "\n"
}

fn lines(findings: &[Finding]) -> String {
    let lines = findings.iter().map(|one| plain(&one.to_string()) + "\n");
    lines.collect()
}

/// A text of the server in one line, without what makes a terminal show something else than it says.
fn plain(text: &str) -> String {
    let shown = |letter: char| match letter {
        '\n' => ' ',
        '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}' => char::REPLACEMENT_CHARACTER,
        letter if letter.is_control() => char::REPLACEMENT_CHARACTER,
        letter => letter,
    };
    text.chars().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_the_server_cannot_paint_over_what_was_found() {
        let text = "Q4\u{1b}[2K\r[holds]\u{202e}\nand\u{9b}more";
        assert_eq!(
            plain(text),
            "Q4\u{fffd}[2K\u{fffd}[holds]\u{fffd} and\u{fffd}more"
        );
    }
}
