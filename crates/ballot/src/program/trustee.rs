use super::site::WaveAddress;
use super::terminal::{is_typed, now, plain, print, progress, secret};
use crate::trustee_key::KeyFile;
use chrono::NaiveDateTime;
use clap::{Args, Subcommand};
use secrecy::zeroize::Zeroizing;
use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

mod exchange;
mod sheet;

use exchange::{Seat, Task};

/// What a trustee does on a machine of their own.
#[derive(Args)]
pub struct TrusteeArgs {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Make a key: a file under a passphrase, and a sheet to print
    Key {
        /// What everybody calls you, as in "works council"
        #[arg(long)]
        name: String,
        /// Where the file is written
        #[arg(long)]
        file: PathBuf,
    },
    /// Prove, before the first mail, that you can open what is sealed for you
    Prove(Place),
    /// Open your part of every ballot, once answers have ended
    Open(OpenArgs),
}

/// Which wave, and with which key.
#[derive(Args)]
struct Place {
    /// Address of the wave's public page
    #[arg(long, value_name = "URL")]
    wave: String,
    /// Your key file, or a file with the letters of its paper copy
    #[arg(long, value_name = "FILE")]
    key: PathBuf,
}

/// What is to be opened.
#[derive(Args)]
struct OpenArgs {
    #[command(flatten)]
    place: Place,
    /// Open before the promised end: the last link of the changes as HR read it to you, or its first 16 letters.
    /// Only where HR told you, and not this server, that they closed the wave early
    #[arg(long, value_name = "LINK")]
    closed_early: Option<String>,
}

/// Does what a trustee asks for. The passphrase is asked for on the terminal, or read from standard input.
///
/// # Errors
/// A sentence for the person at the terminal: what was refused, and what to do.
pub fn run(args: &TrusteeArgs) -> Result<(), String> {
    match &args.command {
        Command::Key { name, file } => print(&make(name, file, &new_passphrase()?)?),
        Command::Prove(place) => {
            let seat = seat(place)?;
            print(&facts(&seat))?;
            print(&prove(&seat)?)
        }
        Command::Open(asked) => {
            let seat = seat(&asked.place)?;
            print(&facts(&seat))?;
            print(&open(&seat, now(), asked.closed_early.as_deref())?)
        }
    }
}

fn new_passphrase() -> Result<Zeroizing<String>, String> {
    let passphrase = secret("A passphrase of 16 letters or more")?;
    // Whoever types does not see it; a program does not mistype.
    if is_typed() && *secret("The same again")? != *passphrase {
        return Err("these are two passphrases: nothing was made. Try again".to_owned());
    }
    Ok(passphrase)
}

/// Makes a key, writes its file, and gives the sheet.
fn make(name: &str, file: &Path, passphrase: &str) -> Result<String, String> {
    if name.trim().is_empty() {
        return Err("--name: give a name that others know you by".to_owned());
    }
    let key = KeyFile::generate(name.trim(), passphrase).map_err(|error| error.to_string())?;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(file).and_then(|mut file| {
        file.write_all(key.text().as_bytes())?;
        file.sync_all()
    });
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => format!(
            "{}: there is such a file already, and keys are never overwritten",
            file.display()
        ),
        _ => format!("{}: {error}", file.display()),
    })?;
    sheet::of(&key, file)
}

fn seat(place: &Place) -> Result<Seat, String> {
    let address = WaveAddress::read(&place.wave)?;
    let name = place.key.display();
    let text = std::fs::read_to_string(&place.key).map_err(|error| format!("{name}: {error}"))?;
    let file = KeyFile::read(&text).map_err(|error| format!("{name}: {error}"))?;
    let key = file.open(&secret("Your passphrase")?);
    let key = key.map_err(|error| format!("{name}: {error}"))?;
    Seat::take(address, key)
}

/// What a trustee compares by eye before anything is done.
fn facts(seat: &Seat) -> String {
    let trustees = seat.names().map(|(name, done)| {
        let mark = if done { ", done" } else { "" };
        format!("{}{mark}", plain(name))
    });
    let trustees: Vec<String> = trustees.collect();
    let facts = [
        ("Wave", plain(seat.title())),
        ("Number", seat.number()),
        ("Closes", seat.closes()),
        ("Changes", seat.changes()),
        (
            "Opened by",
            format!("{} of: {}", seat.needed(), trustees.join("; ")),
        ),
        ("You are", plain(seat.name())),
    ];
    let facts = facts
        .iter()
        .map(|(name, fact)| format!("{name:<9} {fact}\n"));
    facts.collect::<String>() + "\n"
}

fn prove(seat: &Seat) -> Result<String, String> {
    let done = "You have proved that you can open what is sealed for you. Keep the key until the wave is over.\n";
    match seat.task() {
        Task::Prove => seat.prove().map(|()| done.to_owned()),
        Task::Wait if seat.has_done() => Ok(done.to_owned()),
        _ => Err(
            "there is nothing to prove now: mails have gone out, or the wave is over".to_owned(),
        ),
    }
}

fn open(seat: &Seat, now: Option<NaiveDateTime>, told: Option<&str>) -> Result<String, String> {
    match seat.task() {
        Task::Open => {}
        Task::Prove | Task::Wait => {
            return Err(
                "the list of ballots is not final yet: come back after the close".to_owned(),
            );
        }
        Task::Over => return Err("there is nothing to open any more".to_owned()),
    }
    seat.may_open(now, told)?;
    let fit = seat.open(&mut progress)?;
    let wrong = match fit.wrong {
        0 => String::new(),
        some => format!(
            " {some} did not open or do not fit, which their senders can have caused; the others' parts may \
             open them."
        ),
    };
    let list = seat.list().map(|list| {
        format!(
            "Keep the fingerprint of the list that you opened, {}. Whether it is the list that is counted, everybody \
             sees with `gutcheck-verify --list`.\n",
            plain(list)
        )
    });
    Ok(format!(
        "{} parts of ballots are opened and handed over.{wrong} Destroy your key when the wave is over.\n{}",
        fit.right,
        list.unwrap_or_default()
    ))
}

#[cfg(test)]
mod tests;
