//! The demo's mailbox: every mail that would have been sent. It exists in the demo only.

use super::reply::{Failure, on};
use super::visit::Visit;
use crate::app::App;
use crate::error::Problem;
use actix_web::{HttpResponse, web};
use serde::Serialize;

/// How many mails the list shows.
const SHOWN: usize = 100;

#[derive(Serialize)]
struct MailboxPage {
    mails: Vec<Line>,
    total: usize,
}

#[derive(Serialize)]
struct Line {
    number: usize,
    name: String,
    email: String,
    subject: String,
}

#[derive(Serialize)]
struct MailPage {
    name: String,
    email: String,
    subject: String,
    lines: Vec<TextLine>,
}

#[derive(Serialize)]
struct TextLine {
    text: String,
    /// Path of the link that the line is, on this server.
    link: Option<String>,
}

/// GET `/mailbox`: the newest first.
pub async fn list(app: web::Data<App>, visit: Visit) -> Result<HttpResponse, Failure> {
    only_in_the_demo(&app)?;
    let kept = on(&app, |app| Ok(app.post.kept())).await?;
    let total = kept.len();
    let line = |(number, mail): (usize, crate::mail::Delivered)| Line {
        number,
        name: mail.letter.name,
        email: mail.letter.email,
        subject: mail.letter.subject,
    };
    let mails = kept
        .into_iter()
        .enumerate()
        .rev()
        .take(SHOWN)
        .map(line)
        .collect();
    visit.html(&app, "mailbox.html", &MailboxPage { mails, total })
}

/// GET `/mailbox/{number}`.
pub async fn show(
    app: web::Data<App>,
    visit: Visit,
    number: web::Path<usize>,
) -> Result<HttpResponse, Failure> {
    only_in_the_demo(&app)?;
    let number = number.into_inner();
    let mail = on(&app, move |app| Ok(app.post.kept().into_iter().nth(number))).await?;
    let letter = mail.ok_or(Problem::NotFound)?.letter;
    let here = app.config.link("/");
    let line = |text: &str| TextLine {
        link: text
            .trim()
            .strip_prefix(&here)
            .map(|path| format!("/{path}")),
        text: text.to_owned(),
    };
    let lines = letter.text.lines().map(line).collect();
    let view = MailPage {
        name: letter.name,
        email: letter.email,
        subject: letter.subject,
        lines,
    };
    visit.html(&app, "mail.html", &view)
}

fn only_in_the_demo(app: &App) -> Result<(), Failure> {
    match app.demo {
        true => Ok(()),
        false => Err(Failure(Problem::NotFound)),
    }
}
