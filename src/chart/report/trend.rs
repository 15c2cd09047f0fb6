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
        words: TrendWords { team, leader, band },
    }
    .draw()
}

/// The finding: the topics that moved by more than noise, or that none did.
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
    let (up, down) = (moved(ChangeVerdict::Up), moved(ChangeVerdict::Down));
    let key = match (up.is_empty(), down.is_empty()) {
        (true, true) => "chart-trend-none",
        (false, true) => "chart-trend-up",
        (true, false) => "chart-trend-down",
        (false, false) => "chart-trend-both",
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
        change: line
            .change
            .as_ref()
            .map(|change| change_label(change, lang))
            .unwrap_or_default(),
        verdict: verdict_of(line),
    }
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
    match change.is_visible() {
        true => lang.signed(change.points),
        false => lang.text("chart-trend-still"),
    }
}
