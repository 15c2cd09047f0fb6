//! Native charts over the columns of a table.

use super::model::{Chart, ChartKind};
use super::style::colour;
use super::table::Area;
use super::text::{cut, line};
use crate::chart::{Ink, Tone};
use rust_xlsxwriter::{
    Chart as Drawing, ChartAxis, ChartAxisCrossing, ChartDataLabel, ChartDataLabelPosition,
    ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartMarker, ChartMarkerType,
    ChartSeries, ChartSolidFill, ChartType, ObjectMovement,
};

/// Inks and marks of lines, which together make twelve. The leader's are not among them.
const INKS: [Ink; 4] = [Ink::Team, Ink::Step6, Ink::Step1, Ink::Much];
const MARKS: [ChartMarkerType; 3] = [
    ChartMarkerType::Circle,
    ChartMarkerType::Square,
    ChartMarkerType::Triangle,
];
/// What Excel holds in a title or an alternative text.
const TITLE: usize = 255;

/// The chart over a table that is not empty.
pub(super) fn build(chart: &Chart, area: &Area) -> Drawing {
    let mut drawing = match chart.kind {
        ChartKind::Gap => gap(chart, area),
        ChartKind::Trend => trend(chart, area),
        ChartKind::Involvement => involvement(chart, area),
    };
    set_title(&mut drawing, &chart.title);
    // Rows that a filter hides must not squeeze the chart.
    drawing.set_object_movement(ObjectMovement::DontMoveOrSizeWithCells);
    drawing.legend().set_position(ChartLegendPosition::Bottom);
    drawing
}

/// Adds a series named by the head of its column.
fn add<'d>(drawing: &'d mut Drawing, area: &Area, column: u16) -> &'d mut ChartSeries {
    let sheet = area.sheet.as_str();
    let cells = |column| (sheet, area.first, column, area.last, column);
    drawing
        .add_series()
        .set_name((sheet, area.head, column))
        .set_categories(cells(0))
        .set_values(cells(column))
}

/// How many rows there are.
fn rows(area: &Area) -> usize {
    (area.last - area.head) as usize
}

/// Dots joined by a line from the lower to the higher.
fn gap(chart: &Chart, area: &Area) -> Drawing {
    let mut drawing = Drawing::new(ChartType::Line);
    let sides = [
        (Ink::Team, ChartMarkerType::Circle),
        (Ink::Leader, ChartMarkerType::Diamond),
    ];
    for (column, (ink, shape)) in chart.series.iter().zip(sides) {
        add(&mut drawing, area, *column)
            .set_format(ChartFormat::new().set_no_line())
            .set_marker(&marker(ink, shape, 11));
    }
    drawing.set_high_low_lines(true).set_high_low_lines_format(
        ChartLine::new()
            .set_color(colour(Ink::Link))
            .set_width(2.25),
    );
    scale(&mut drawing);
    size(&mut drawing, rows(area) * 105 + 80, 400);
    drawing
}

/// Lines that stop where a value is missing.
fn trend(chart: &Chart, area: &Area) -> Drawing {
    let mut drawing = Drawing::new(ChartType::Line);
    let looks = INKS.into_iter().cycle().zip(MARKS.into_iter().cycle());
    for (column, (ink, shape)) in chart.series.iter().zip(looks) {
        add(&mut drawing, area, *column)
            .set_format(ChartLine::new().set_color(colour(ink)).set_width(2.25))
            .set_marker(&marker(ink, shape, 8));
    }
    scale(&mut drawing);
    size(&mut drawing, rows(area) * 90 + 120, 400);
    drawing
}

fn marker(ink: Ink, shape: ChartMarkerType, points: u8) -> ChartMarker {
    let mut marker = ChartMarker::new();
    marker.set_type(shape).set_size(points).set_format(
        ChartFormat::new()
            .set_solid_fill(ChartSolidFill::new().set_color(colour(ink)))
            .set_border(&border()),
    );
    marker
}

/// The whole scale whatever the values, so that charts can be compared.
fn scale(drawing: &mut Drawing) {
    let axis = drawing.y_axis().set_min(0).set_max(100);
    grid(axis.set_major_unit(20).set_num_format("0"));
    // Waves stand side by side even if dates name them.
    baseline(drawing.x_axis().set_text_axis(true));
}

/// Bars from above in the order of the table, with their values inside.
fn involvement(chart: &Chart, area: &Area) -> Drawing {
    let mut drawing = Drawing::new(ChartType::BarPercentStacked);
    for (column, ink) in chart.series.iter().zip(Tone::Involvement.inks()) {
        let mut labels = ChartDataLabel::new();
        labels
            .show_value()
            .set_position(ChartDataLabelPosition::Center)
            // Nothing inside a part that is not there.
            .set_num_format("0%;;")
            .set_font(ChartFont::new().set_color(colour(ink.lettering())));
        add(&mut drawing, area, *column)
            .set_format(
                ChartFormat::new()
                    .set_solid_fill(ChartSolidFill::new().set_color(colour(ink)))
                    .set_border(&border()),
            )
            .set_data_label(&labels)
            .set_gap(50);
    }
    // The writer names the axes of bars by where they are: x is the scale.
    grid(drawing.x_axis().set_num_format("0%").set_major_unit(0.2));
    // The first row on top, and the scale below the last.
    let labels = drawing.y_axis().set_reverse();
    baseline(labels.set_crossing(ChartAxisCrossing::Max));
    size(&mut drawing, 720, rows(area) * 36 + 150);
    drawing
}

/// Parts two marks or shares of the same colour.
fn border() -> ChartLine {
    ChartLine::new()
        .set_color(colour(Ink::Background))
        .set_width(0.75)
        .clone()
}

/// Pixels, within what a screen shows.
fn size(drawing: &mut Drawing, width: usize, height: usize) {
    drawing.set_width(width.clamp(560, 1320) as u32);
    drawing.set_height(height.clamp(280, 1400) as u32);
}

fn set_title(drawing: &mut Drawing, title: &str) {
    let title = cut(&line(title), TITLE);
    drawing.set_alt_text(&title);
    if title.is_empty() {
        drawing.title().set_hidden();
    } else {
        // Without the spaces the writer would take Sheet!A1 or =(…) for a reference.
        let font = ChartFont::new()
            .set_size(13)
            .set_color(colour(Ink::Foreground))
            .clone();
        drawing
            .title()
            .set_name(&format!(" {title} "))
            .set_font(&font);
    }
}

/// Thin lines across the chart instead of one along the scale.
fn grid(scale: &mut ChartAxis) {
    scale
        .set_major_gridlines_line(
            ChartLine::new()
                .set_color(colour(Ink::Grid))
                .set_width(0.75),
        )
        .set_format(ChartFormat::new().set_no_line());
}

fn baseline(labels: &mut ChartAxis) {
    labels.set_format(
        ChartLine::new()
            .set_color(colour(Ink::Link))
            .set_width(0.75),
    );
}
