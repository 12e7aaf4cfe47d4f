//! The programme as a workbook: a sheet of what happens, and one of the houses and halls.
//!
//! Days and times are the program's own, so that they sort and count; texts are texts, never formulas, and keep the
//! apostrophe that a CSV needs, because workbooks are saved as CSV. Texts that a cell does not hold are cut, which is said.
//! Nothing asks the clock: the workbook was made when the issue was. Costs the whole workbook in memory.

use festoon_domain::programme::Programme;
use jiff::civil::{Date, Time, date};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};

use super::table::{Heading, Table, Value};
use super::{Asked, Loss, Losses, Unwritable};
use crate::sheet::Field;

/// Rows of a sheet, the headings not counted.
const MOST_ROWS: u32 = 1_048_575;
/// What Excel takes in a cell, counted in UTF-16.
const LONGEST_CELL: usize = 32_767;

pub(super) fn write(
    programme: &Programme,
    asked: &Asked,
    losses: &mut Losses,
) -> Result<Vec<u8>, Unwritable> {
    let places = programme.venues.len() + programme.rooms.len();
    if programme.occurrences.len().max(places) > MOST_ROWS as usize {
        return Err(Unwritable::TooManyRows(MOST_ROWS));
    }
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(programme, asked));
    let formats = Formats::new();

    let sessions = Table::of_sessions(programme, asked, losses);
    fill(workbook.add_worksheet(), "日程 Programme", &sessions, &formats, losses)
        .expect("names, rows and texts fit a sheet");
    if !programme.venues.is_empty() {
        let places = Table::of_places(programme, asked, losses);
        fill(workbook.add_worksheet(), "场馆 Venues", &places, &formats, losses)
            .expect("names, rows and texts fit a sheet");
    }
    Ok(workbook.save_to_buffer().expect("memory takes the file"))
}

fn properties(programme: &Programme, asked: &Asked) -> DocProperties {
    let properties = DocProperties::new()
        .set_title(programme.week.title.read(asked.lang))
        .set_author(programme.week.organiser.read(asked.lang));
    match ExcelDateTime::from_timestamp(asked.issue.at.as_second()) {
        Ok(at) => properties.set_creation_datetime(&at),
        Err(_) => properties,
    }
}

/// How cells look.
struct Formats {
    heading: Format,
    text: Format,
    day: Format,
    clock: Format,
    seconds: Format,
}

impl Formats {
    fn new() -> Self {
        // Beside a text, numbers at the right of their column would run into it.
        let top = || Format::new().set_align(FormatAlign::Top).set_align(FormatAlign::Left);
        let wrapped = || top().set_text_wrap();
        Self {
            heading: wrapped().set_bold().set_background_color(Color::RGB(0x00E8_EEF2)),
            text: wrapped(),
            day: top().set_num_format("yyyy-mm-dd"),
            clock: top().set_num_format("hh:mm"),
            seconds: top().set_num_format("hh:mm:ss"),
        }
    }
}

fn fill(
    sheet: &mut Worksheet,
    name: &str,
    table: &Table,
    formats: &Formats,
    losses: &mut Losses,
) -> Result<(), XlsxError> {
    sheet.set_name(name)?;
    sheet.set_freeze_panes(1, 0)?;
    for (column, heading) in (0_u16..).zip(&table.columns) {
        sheet.set_column_width(column, width(heading))?;
        sheet.write_string_with_format(0, column, &heading.heading, &formats.heading)?;
    }
    for (row, cells) in (1_u32..).zip(&table.rows) {
        sheet.set_row_height(row, height(&table.columns, cells))?;
        for (column, value) in cells {
            let column = u16::try_from(*column).expect("the columns are counted on one page");
            put(sheet, (row, column), value, formats, losses)?;
        }
    }
    let last_row = u32::try_from(table.rows.len()).expect("the rows were counted");
    let last_column = u16::try_from(table.columns.len().saturating_sub(1)).expect("there are few columns");
    sheet.autofilter(0, 0, last_row, last_column)?;
    Ok(())
}

fn put(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    value: &Value,
    formats: &Formats,
    losses: &mut Losses,
) -> Result<(), XlsxError> {
    match value {
        Value::Text(text) => sheet.write_string_with_format(row, column, cut(text, losses), &formats.text)?,
        Value::Count(count) => sheet.write_number_with_format(row, column, *count, &formats.text)?,
        Value::Degrees(degrees) => sheet.write_number_with_format(row, column, *degrees, &formats.text)?,
        Value::Day(day) => match days(*day) {
            Some(days) => sheet.write_number_with_format(row, column, days, &formats.day)?,
            None => sheet.write_string_with_format(row, column, day.to_string(), &formats.text)?,
        },
        Value::Clock(clock) if clock.subsec_nanosecond() != 0 => {
            sheet.write_string_with_format(row, column, clock.to_string(), &formats.text)?
        }
        Value::Clock(clock) => {
            let format = if clock.second() == 0 { &formats.clock } else { &formats.seconds };
            sheet.write_number_with_format(row, column, part_of_day(*clock), format)?
        }
    };
    Ok(())
}

/// What a cell holds of a text.
fn cut<'t>(text: &'t str, losses: &mut Losses) -> std::borrow::Cow<'t, str> {
    if text.len() <= LONGEST_CELL || text.encode_utf16().count() <= LONGEST_CELL {
        return text.into();
    }
    losses.note(Loss::CellsCut, text);
    let mut units = 1;
    let fits = |c: &char| {
        units += c.len_utf16();
        units <= LONGEST_CELL
    };
    let mut kept: String = text.chars().take_while(fits).collect();
    kept.push('…');
    kept.into()
}

/// Days as Excel counts them; nothing for those it counts wrongly or not at all.
fn days(day: Date) -> Option<f64> {
    let is_counted = (date(1900, 3, 1)..=date(9999, 12, 31)).contains(&day);
    is_counted.then(|| f64::from((day - date(1899, 12, 30)).get_days()))
}

fn part_of_day(clock: Time) -> f64 {
    let seconds = i32::from(clock.hour()) * 3600 + i32::from(clock.minute()) * 60 + i32::from(clock.second());
    f64::from(seconds) / 86_400.0
}

/// Characters of a column, as wide as what usually stands in it.
const fn width(heading: &Heading) -> f64 {
    match heading.field {
        Field::Start | Field::End | Field::Seats | Field::Key | Field::Edition | Field::StepFree => 9.0,
        Field::Date | Field::EndDate | Field::Kind | Field::State | Field::Expected => 12.0,
        Field::Title | Field::Activity | Field::Guid => 38.0,
        Field::Summary | Field::Description => 60.0,
        Field::Venue | Field::Host | Field::CoHosts | Field::Organisation(_) => 26.0,
        Field::Subtitle | Field::Address | Field::Link | Field::Related | Field::Attachments => 30.0,
        _ => 18.0,
    }
}

/// Points of a row whose texts are wrapped: as many lines as its longest text takes, up to what still reads as a table.
/// Not every program measures the texts when it opens a file.
fn height(columns: &[Heading], cells: &[(usize, Value)]) -> f64 {
    const LINE: f64 = 15.0;
    const MOST_LINES: f64 = 8.0;
    let lines = |(column, value): &(usize, Value)| {
        let Value::Text(text) = value else { return 1.0 };
        text.lines().map(|line| (measure(line) / width(&columns[*column])).ceil().max(1.0)).sum()
    };
    cells.iter().map(lines).fold(1.0, f64::max).min(MOST_LINES) * LINE
}

/// Characters as wide as a Latin letter; a Chinese one takes two.
fn measure(line: &str) -> f64 {
    line.chars().map(|c| if c.is_ascii() { 1.1 } else { 2.0 }).sum()
}
