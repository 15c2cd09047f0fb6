//! Native charts over the columns of a table.

use super::error::BookError;
use super::model::{Chart, Kind, Table, Value};
use super::style::number_format;
use super::table::Place;
use super::text::{cut, line};
use rust_xlsxwriter::{
    Chart as Drawing, ChartAxis, ChartAxisCrossing, ChartDataLabel, ChartDataLabelPosition,
    ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartMarker, ChartMarkerType,
    ChartSeries, ChartSolidFill, ChartType, Color, ObjectMovement,
};

const INK: Color = Color::RGB(0x001F_2933);
const GRID: Color = Color::RGB(0x00E2_E6EC);
const LINK: Color = Color::RGB(0x007B_8794);
const WHITE: Color = Color::RGB(0x00FF_FFFF);
/// Team and leader first; told apart by the shapes of the marks as well.
const LINES: [(Color, ChartMarkerType); 8] = [
    (Color::RGB(0x0000_68A8), ChartMarkerType::Circle),
    (Color::RGB(0x00B8_4C00), ChartMarkerType::Diamond),
    (Color::RGB(0x001B_7F4B), ChartMarkerType::Square),
    (Color::RGB(0x007A_3E9D), ChartMarkerType::Triangle),
    (Color::RGB(0x0052_606D), ChartMarkerType::Circle),
    (Color::RGB(0x00B0_306A), ChartMarkerType::Diamond),
    (Color::RGB(0x0000_808A), ChartMarkerType::Square),
    (Color::RGB(0x008A_6D00), ChartMarkerType::Triangle),
];
/// Ends of the ramp for shares: red, green and blue.
const LIGHTEST: [f64; 3] = [214.0, 230.0, 241.0];
const DARKEST: [f64; 3] = [0.0, 62.0, 102.0];
/// What Excel holds in a title or an alternative text.
const TITLE: usize = 255;

/// The chart over the table at its place; none while the table is empty.
pub(super) fn build(
    chart: &Chart,
    table: &Table,
    place: &Place,
) -> Result<Option<Drawing>, BookError> {
    let (labels, series, title) = match chart {
        Chart::Gap {
            labels,
            team,
            leader,
            title,
        } => (*labels, vec![*team, *leader], title),
        Chart::Trend {
            labels,
            series,
            title,
        }
        | Chart::Stacked {
            labels,
            series,
            title,
        } => (*labels, series.clone(), title),
    };
    let ranges = Ranges::new(table, place, labels, &series)?;
    if table.rows.is_empty() {
        return Ok(None);
    }
    let mut drawing = match chart {
        Chart::Gap { .. } => gap(&ranges),
        Chart::Trend { .. } => trend(&ranges),
        Chart::Stacked { .. } => stacked(&ranges),
    };
    dress(&mut drawing, title);
    Ok(Some(drawing))
}

/// The fault of a chart that its sheet cannot feed.
pub(super) fn refused(sheet: &str) -> BookError {
    BookError::Chart {
        sheet: sheet.to_owned(),
    }
}

/// The cells that a chart draws.
struct Ranges<'a> {
    place: &'a Place,
    labels: u16,
    series: Vec<(u16, Kind)>,
    rows: usize,
}

impl<'a> Ranges<'a> {
    fn new(
        table: &Table,
        place: &'a Place,
        labels: usize,
        series: &[usize],
    ) -> Result<Self, BookError> {
        let number = |row: &Vec<Value>, column: usize| {
            matches!(
                row.get(column),
                None | Some(Value::Number(_) | Value::Empty)
            )
        };
        let checked = |column: usize| {
            let kind = table.columns.get(column)?.kind;
            let numbers = table.rows.iter().all(|row| number(row, column));
            numbers.then_some((u16::try_from(column).ok()?, kind))
        };
        let labels = u16::try_from(labels)
            .ok()
            .filter(|l| *l <= place.last_column);
        let known: Option<Vec<_>> = series.iter().map(|column| checked(*column)).collect();
        match (labels, known) {
            (Some(labels), Some(series)) if !series.is_empty() => Ok(Self {
                place,
                labels,
                series,
                rows: table.rows.len(),
            }),
            _ => Err(refused(&place.sheet)),
        }
    }

    /// Adds a series named by the head of its column.
    fn draw<'d>(&self, drawing: &'d mut Drawing, column: u16) -> &'d mut ChartSeries {
        let place = self.place;
        let name = place.sheet.as_str();
        let cells = |column| (name, place.first, column, place.last, column);
        drawing
            .add_series()
            .set_name((name, place.head, column))
            .set_categories(cells(self.labels))
            .set_values(cells(column))
    }
}

/// Dots joined by a line from the lower to the higher.
fn gap(ranges: &Ranges<'_>) -> Drawing {
    let mut drawing = Drawing::new(ChartType::Line);
    for ((column, _), (colour, shape)) in ranges.series.iter().zip(LINES) {
        ranges
            .draw(&mut drawing, *column)
            .set_format(ChartFormat::new().set_no_line())
            .set_marker(&marker(colour, shape, 11));
    }
    drawing
        .set_high_low_lines(true)
        .set_high_low_lines_format(ChartLine::new().set_color(LINK).set_width(2.25));
    scale(&mut drawing, 100.0);
    size(&mut drawing, ranges.rows * 105 + 80, 400);
    drawing
}

/// Lines that stop where a value is missing.
fn trend(ranges: &Ranges<'_>) -> Drawing {
    let mut drawing = Drawing::new(ChartType::Line);
    for ((column, _), (colour, shape)) in ranges.series.iter().zip(LINES.into_iter().cycle()) {
        ranges
            .draw(&mut drawing, *column)
            .set_format(ChartLine::new().set_color(colour).set_width(2.25))
            .set_marker(&marker(colour, shape, 8));
    }
    let fractions = ranges.series.iter().all(|(_, kind)| *kind == Kind::Percent);
    scale(&mut drawing, if fractions { 1.0 } else { 100.0 });
    size(&mut drawing, ranges.rows * 90 + 120, 400);
    drawing
}

fn marker(colour: Color, shape: ChartMarkerType, points: u8) -> ChartMarker {
    let mut marker = ChartMarker::new();
    marker.set_type(shape).set_size(points).set_format(
        ChartFormat::new()
            .set_solid_fill(ChartSolidFill::new().set_color(colour))
            .set_border(ChartLine::new().set_color(WHITE).set_width(0.75)),
    );
    marker
}

/// The whole scale whatever the values, so that charts can be compared.
fn scale(drawing: &mut Drawing, most: f64) {
    let axis = drawing.y_axis().set_min(0).set_max(most);
    axis.set_major_unit(most / 5.0);
    axis.set_num_format(if most > 1.0 { "0" } else { "0%" });
    grid(axis);
    // Waves stand side by side even if dates name them.
    baseline(drawing.x_axis().set_text_axis(true));
}

/// Bars from above in the order of the table, with their values inside.
fn stacked(ranges: &Ranges<'_>) -> Drawing {
    let mut drawing = Drawing::new(ChartType::BarPercentStacked);
    let steps = ranges.series.len().saturating_sub(1).max(1) as f64;
    for (step, (column, kind)) in ranges.series.iter().enumerate() {
        let share = step as f64 / steps;
        let mut labels = ChartDataLabel::new();
        labels
            .show_value()
            .set_position(ChartDataLabelPosition::Center)
            // Nothing inside a part that is not there.
            .set_num_format(format!("{};;", number_format(*kind)))
            .set_font(ChartFont::new().set_color(if share <= 0.5 { INK } else { WHITE }));
        ranges
            .draw(&mut drawing, *column)
            .set_format(
                ChartFormat::new()
                    .set_solid_fill(ChartSolidFill::new().set_color(ramp(share)))
                    .set_border(ChartLine::new().set_color(WHITE).set_width(0.75)),
            )
            .set_data_label(&labels)
            .set_gap(50);
    }
    // The writer names the axes of bars by where they are: x is the scale.
    grid(drawing.x_axis().set_num_format("0%").set_major_unit(0.2));
    // The first row on top, and the scale below the last.
    let labels = drawing.y_axis().set_reverse();
    baseline(labels.set_crossing(ChartAxisCrossing::Max));
    size(&mut drawing, 720, ranges.rows * 36 + 150);
    drawing
}

/// A colour between the ends of the ramp; `share` from 0 to 1.
fn ramp(share: f64) -> Color {
    let parts = LIGHTEST.iter().zip(DARKEST);
    Color::RGB(parts.fold(0, |colour, (light, dark)| {
        colour << 8 | (light + (dark - light) * share).round() as u32
    }))
}

/// Pixels, within what a screen shows.
fn size(drawing: &mut Drawing, width: usize, height: usize) {
    drawing.set_width(width.clamp(560, 1320) as u32);
    drawing.set_height(height.clamp(280, 1400) as u32);
}

/// What all charts share: title, alternative text and legend.
fn dress(drawing: &mut Drawing, title: &str) {
    let title = cut(&line(title), TITLE);
    drawing.set_alt_text(&title);
    // Rows that a filter hides must not squeeze the chart.
    drawing.set_object_movement(ObjectMovement::DontMoveOrSizeWithCells);
    if title.is_empty() {
        drawing.title().set_hidden();
    } else {
        // Without the spaces the writer would take Sheet!A1 or =(…) for a reference.
        let font = ChartFont::new().set_size(13).set_color(INK).clone();
        drawing
            .title()
            .set_name(&format!(" {title} "))
            .set_font(&font);
    }
    drawing.legend().set_position(ChartLegendPosition::Bottom);
}

/// Thin lines across the chart instead of one along the scale.
fn grid(scale: &mut ChartAxis) {
    scale
        .set_major_gridlines_line(ChartLine::new().set_color(GRID).set_width(0.75))
        .set_format(ChartFormat::new().set_no_line());
}

fn baseline(labels: &mut ChartAxis) {
    labels.set_format(ChartLine::new().set_color(LINK).set_width(0.75));
}
