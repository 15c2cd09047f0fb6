use crate::chart::{Dumbbell, DumbbellPanel, DumbbellRow, DumbbellWords, Frame, Svg, Width};
use crate::report::{GapRow, PageKind, UnitReport, Verdict};
use crate::text::{Lang, Sentence};

/// Where leader and team differ: the headline of a team's report; of all teams below a node what their members say.
pub fn gap(report: &UnitReport, kind: PageKind, width: Width, lang: Lang) -> Svg {
    let text = |key: &str| lang.text(&format!("chart-{key}"));
    let worse = report.traps.iter().chain(&report.chaos);
    let compared = report.gaps.iter().any(|row| row.chance.is_some());
    let (team, again) = match kind {
        PageKind::Below => ("members", "again-members"),
        PageKind::Own | PageKind::Together | PageKind::Nothing => ("team", "again"),
    };
    let zone = match compared {
        true => "zone",
        false => again,
    };
    let [zone, inside, outside] = match (zone, report.shared) {
        ("zone", true) => ["zone-shared", "inside-shared", "outside-shared"],
        (zone, _) => [zone, "inside", "outside"],
    };
    let words = [
        team,
        "leader",
        "gap",
        zone,
        inside,
        outside,
        "clear",
        "organisation",
    ];
    let [
        team,
        leader,
        gap,
        zone,
        inside,
        outside,
        clear,
        organisation,
    ] = &words.map(text);
    let [low, high] = &report.ends;
    Dumbbell {
        frame: Frame {
            name: "gap",
            title: &report.headline,
            subtitle: &report.answered,
            description: &text("description"),
            width,
        },
        words: DumbbellWords {
            team,
            leader,
            gap,
            zone_key: zone,
            inside_key: inside,
            outside_key: outside,
            clear_key: clear,
            reference_key: organisation,
        },
        panels: &[
            DumbbellPanel {
                title: "",
                scale_ends: (low, high),
                reversed: false,
                rows: report.gaps.iter().map(|gap| row(gap, lang)).collect(),
            },
            DumbbellPanel {
                title: &text("worse-turned"),
                scale_ends: (&text("none-of-it"), &text("all-of-it")),
                reversed: true,
                rows: worse.map(|gap| row(gap, lang)).collect(),
            },
        ],
    }
    .draw()
}

fn row(gap: &GapRow, lang: Lang) -> DumbbellRow {
    let ends = gap.gap_lo.zip(gap.gap_hi);
    let said = ends.map(|(lo, hi)| {
        Sentence::new("team-interval")
            .with("lo", lang.signed(lo))
            .with("hi", lang.signed(hi))
            .in_lang(lang)
    });
    let aria = Sentence::new("chart-row")
        .with("title", gap.title.as_str())
        .with("team", gap.team.to_string())
        .with(
            "leader",
            gap.leader.map_or_else(dash, |leader| leader.to_string()),
        )
        .with("ends", said.clone().unwrap_or_else(dash));
    let alone = (gap.lo as f64, gap.hi as f64);
    let zone = match (gap.chance, gap.leader) {
        (Some([lo, hi]), _) => Some((lo, hi)),
        (None, None) => Some(alone),
        (None, Some(_)) => None,
    };
    let exact = gap
        .figures
        .get("leader")
        .map(|points| 25.0 * (points - 1.0));
    DumbbellRow {
        label: gap.title.clone(),
        team: gap.team as f64,
        zone,
        reference: gap.organisation.map(|mean| mean as f64),
        leader: exact,
        gap: gap.gap.map(|gap| gap as f64),
        ends: said.unwrap_or_default(),
        outside: ends.is_some_and(|(lo, hi)| lo > 0 || hi < 0),
        clear: gap.verdict.is_some_and(Verdict::is_clear),
        aria: aria.in_lang(lang),
    }
}

fn dash() -> String {
    "\u{2013}".to_owned()
}
