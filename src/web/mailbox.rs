//! The demo's mailbox: every mail that would have been sent. It exists in the demo only.

use super::id::{Id, MailNumber};
use super::reply::{Failure, on};
use super::visit::Visit;
use crate::app::App;
use crate::error::Problem;
use crate::transport::Delivered;
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
    let kept = on(&app, |app| Ok(app.mailer.kept())).await?;
    let total = kept.len();
    let line = |(number, mail): (usize, Delivered)| Line {
        number,
        name: mail.message.name,
        email: mail.message.email,
        subject: mail.message.subject,
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
    Id(MailNumber(number)): Id<MailNumber>,
) -> Result<HttpResponse, Failure> {
    only_in_the_demo(&app)?;
    let mail = on(&app, move |app| {
        Ok(app.mailer.kept().into_iter().nth(number))
    })
    .await?;
    let message = mail.ok_or(Problem::NotFound)?.message;
    let here = app.config.link("/");
    let line = |text: &str| TextLine {
        link: text
            .trim()
            .strip_prefix(&here)
            .map(|path| format!("/{path}")),
        text: text.to_owned(),
    };
    let lines = message.text.lines().map(line).collect();
    let view = MailPage {
        name: message.name,
        email: message.email,
        subject: message.subject,
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
