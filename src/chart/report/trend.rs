use crate::chart::{Frame, Svg, TrendPanel, TrendPoint, TrendWords, Trends, Wave, Width};
use crate::report::{ChangeRow, ChangeVerdict, Line, Point, Trend};
use crate::text::{Lang, Sentence};

/// Whose waves they are; the organisation has no leader of its own.
#[derive(Clone, Copy)]
pub enum Whose {
    Team,
    Organisation,
}

/// What moved over the waves; `since` is the wave that changes are counted from.
pub fn trend(trend: &Trend, whose: Whose, since: Option<&str>, width: Width, lang: Lang) -> Svg {
    let waves: Vec<Wave> = trend
        .waves
        .iter()
        .map(|column| Wave {
            label: column.title.clone(),
            gap: match column.shown {
                true => String::new(),
                false => lang.text("chart-not-shown"),
            },
        })
        .collect();
    let panels: Vec<TrendPanel> = trend
        .lines
        .iter()
        .map(|line| panel(trend, line, lang))
        .collect();
    let keys = match whose {
        Whose::Team => ["team", "interval", "trend-scale", "trend-description"],
        Whose::Organisation => [
            "members",
            "interval-all",
            "trend-scale-all",
            "trend-description-all",
        ],
    };
    let [team, band, subtitle, description] = &keys.map(|key| lang.text(&format!("chart-{key}")));
    let leader = &lang.text("chart-leader");
    let chance = &lang.text("chart-trend-chance");
    Trends {
        frame: Frame {
            name: "trend",
            title: &title(trend, since, lang),
            subtitle,
            description,
            width,
        },
        waves: &waves,
        panels: &panels,
        words: TrendWords {
            team,
            leader,
            band,
            chance,
        },
    }
    .draw()
}

/// The finding: the topics that moved clearly, or else probably, or that none did.
fn title(trend: &Trend, since: Option<&str>, lang: Lang) -> String {
    let Some(since) = since else {
        return lang.text("chart-trend-no-base");
    };
    let moved = |verdict| {
        let lines = trend
            .lines
            .iter()
            .filter(|line| verdict_of(line) == verdict);
        lines
            .map(|line| line.title.as_str())
            .collect::<Vec<_>>()
            .join(", ")
    };
    let clear = (moved(ChangeVerdict::Up), moved(ChangeVerdict::Down));
    let likely = (
        moved(ChangeVerdict::LikelyUp),
        moved(ChangeVerdict::LikelyDown),
    );
    let ((up, down), sure) = match (clear.0.is_empty() && clear.1.is_empty(), likely) {
        (true, likely) => (likely, "-likely"),
        (false, _) => (clear, ""),
    };
    let key = match (up.is_empty(), down.is_empty()) {
        (true, true) => "chart-trend-none".to_owned(),
        (false, true) => format!("chart-trend-up{sure}"),
        (true, false) => format!("chart-trend-down{sure}"),
        (false, false) => format!("chart-trend-both{sure}"),
    };
    Sentence::new(key)
        .with("since", since)
        .with("up", up)
        .with("down", down)
        .in_lang(lang)
}

fn verdict_of(line: &Line) -> ChangeVerdict {
    let change = line.change.as_ref();
    change.map_or(ChangeVerdict::NotVisible, |change| change.verdict)
}

fn panel(trend: &Trend, line: &Line, lang: Lang) -> TrendPanel {
    let points: Vec<Option<TrendPoint>> = line
        .points
        .iter()
        .map(|point| point.as_ref().map(trend_point))
        .collect();
    let said = trend.waves.iter().zip(&line.points).map(|(wave, point)| {
        let figure = point.as_ref().map(|point| point.team.to_string());
        format!(
            "{}: {}",
            wave.title,
            figure.unwrap_or_else(|| lang.text("chart-not-shown"))
        )
    });
    TrendPanel {
        aria: format!("{}. {}", line.title, said.collect::<Vec<_>>().join(", ")),
        title: line.title.clone(),
        note: match line.high_is_worse {
            true => lang.text("chart-worse"),
            false => String::new(),
        },
        points,
        chance: chance(line),
        change: line
            .change
            .as_ref()
            .map(|change| change_label(change, lang))
            .unwrap_or_default(),
        verdict: verdict_of(line),
    }
}

/// Where chance alone could have moved the last shown figure from the one before it.
fn chance(line: &Line) -> Option<(f64, f64)> {
    let [lo, hi] = line.change.as_ref()?.chance;
    let mut shown = line.points.iter().rev().flatten();
    let before = shown.nth(1)?.team as f64;
    Some((before + lo, before + hi))
}

fn trend_point(point: &Point) -> TrendPoint {
    TrendPoint {
        team: point.team as f64,
        lo: point.lo as f64,
        hi: point.hi as f64,
        leader: point.leader.map(|leader| leader as f64),
    }
}

fn change_label(change: &ChangeRow, lang: Lang) -> String {
    let moved = lang.signed(change.points);
    match (change.is_visible(), change.verdict.is_clear()) {
        (true, true) => moved,
        (true, false) => Sentence::new("chart-trend-probably")
            .with("points", moved)
            .in_lang(lang),
        (false, _) => lang.text("chart-trend-still"),
    }
}
