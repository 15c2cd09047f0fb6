//! The leader's pages: their teams, and the report of one team.

use super::reply::{Failure, on};
use super::visit::Member;
use crate::app::App;
use crate::chart::{Dumbbell, DumbbellRow, DumbbellWords, Svg, Width};
use crate::error::Problem;
use crate::ids::WaveId;
use crate::report::{GapRow, UnitReport};
use crate::results::{self, TeamLink, TeamPage};
use crate::text::{Lang, Markup, Sentence};
use actix_web::{HttpResponse, web};
use serde::Serialize;

#[derive(Serialize)]
struct TeamsPage {
    teams: Vec<TeamLink>,
}

/// A team's report with its changes sorted out.
#[derive(Serialize)]
struct Shown<'a> {
    #[serde(flatten)]
    page: &'a TeamPage,
    moved: Vec<&'a GapRow>,
    unmoved: Vec<&'a GapRow>,
}

/// GET `/teams`.
pub async fn list(app: web::Data<App>, member: Member) -> Result<HttpResponse, Failure> {
    let person = member.viewer.person.id.clone();
    let teams = on(&app, move |app| results::teams(app, &person)).await?;
    member.visit.html(&app, "teams.html", &TeamsPage { teams })
}

/// GET `/teams/{wave}/{node}`: the report, for whoever was asked as the leader; others find nothing.
pub async fn show(
    app: web::Data<App>,
    member: Member,
    path: web::Path<(String, i32)>,
) -> Result<HttpResponse, Failure> {
    let (wave, node) = path.into_inner();
    let wave = WaveId::parse(&wave).ok_or(Problem::NotFound)?;
    let (person, lang) = (member.viewer.person.id.clone(), member.visit.lang);
    let page = on(&app, move |app| {
        results::team(app, &person, &wave, node, lang)
    })
    .await?;
    let Some(report) = &page.report else {
        return member.visit.html(&app, "team.html", &page);
    };
    let (wide, narrow) = (
        dumbbell(report, Width::Wide, lang),
        dumbbell(report, Width::Narrow, lang),
    );
    let charts: [(&'static str, &dyn Markup); 2] =
        [("chart_wide", &wide), ("chart_narrow", &narrow)];
    let (moved, unmoved) = changes(report);
    let page = Shown {
        page: &page,
        moved,
        unmoved,
    };
    member.visit.html_drawn(&app, "team.html", &page, &charts)
}

/// The rows with a change since the last wave: those that are more than noise, and the others.
fn changes(report: &UnitReport) -> (Vec<&GapRow>, Vec<&GapRow>) {
    let rows = report.gaps.iter().chain(&report.traps).chain(&report.chaos);
    let compared = rows.filter(|row| row.change.is_some());
    compared.partition(|row| {
        row.change
            .as_ref()
            .is_some_and(|change| change.verdict != "none")
    })
}

fn dumbbell(report: &UnitReport, width: Width, lang: Lang) -> Svg {
    let id = match width {
        Width::Wide => "gap-wide",
        Width::Narrow => "gap-narrow",
    };
    let text = |key| lang.text(key);
    let rows: Vec<DumbbellRow> = report.gaps.iter().map(|gap| row(gap, lang)).collect();
    let words =
        ["team", "leader", "gap", "interval", "verdict"].map(|word| text_of("chart", word, lang));
    let [team, leader, gap, interval_key, verdict_key] = &words;
    Dumbbell {
        id,
        title: &report.headline,
        subtitle: &report.answered,
        description: &text("chart-description"),
        scale_ends: (&text("chart-low"), &text("chart-high")),
        words: DumbbellWords {
            team,
            leader,
            gap,
            interval_key,
            verdict_key,
        },
        rows: &rows,
        width,
    }
    .draw()
}

fn text_of(family: &str, part: &str, lang: Lang) -> String {
    lang.text(&format!("{family}-{part}"))
}

fn row(gap: &GapRow, lang: Lang) -> DumbbellRow {
    let aria = Sentence::new("chart-row")
        .with("title", gap.title.as_str())
        .with("team", gap.team.to_string())
        .with("lo", gap.lo.to_string())
        .with("hi", gap.hi.to_string())
        .with(
            "leader",
            gap.leader
                .map_or_else(|| "–".to_owned(), |leader| leader.to_string()),
        );
    DumbbellRow {
        label: gap.title.clone(),
        team: gap.team as f64,
        lo: gap.lo as f64,
        hi: gap.hi as f64,
        leader: gap.leader.map(|leader| leader as f64),
        gap: gap.gap.map(|gap| gap as f64),
        verdict: ["over", "under"].contains(&gap.verdict),
        aria: aria.in_lang(lang),
    }
}
