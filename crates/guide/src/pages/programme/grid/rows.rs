//! The rows of a grid: half an hour each, an hour where the day is long.
//!
//! A session reaches from the row in which it begins to the one in which it ends, at most to midnight; its exact times stand in
//! its cell. What begins in one row of one hall shares a cell. What begins later while something is on has a cell of its own, so
//! that it is read at its hour, and that cell says what is still on.

use festoon_domain::programme::{OccurrenceId, Span};
use festoon_domain::text::Lang;
use festoon_domain::week::Provenance;
use jiff::Timestamp;
use jiff::civil::Date;

use super::columns::Column;
use crate::Guide;
use crate::lamp::Lamp;
use crate::line::Star;
use crate::run::Run;
use crate::url::Page;
use crate::words::dates::Moments;

/// Seconds a row of an ordinary day stands for.
const HALF_AN_HOUR: i64 = 30 * 60;

/// More rows than this are made half as many.
const MOST_ROWS: i64 = 36;

/// A row of the grid.
#[derive(Debug)]
pub(super) struct Row<'a> {
    pub(super) clock: String,
    pub(super) stamp: String,
    /// Those that begin in this row, by column; a column whose cell reaches into the row from above has none.
    pub(super) cells: Vec<Cell<'a>>,
}

/// A cell: some sessions, or nothing.
#[derive(Debug)]
pub(super) struct Cell<'a> {
    /// How many rows it reaches over.
    pub(super) rows: usize,
    pub(super) slots: Vec<Slot<'a>>,
    /// What began in a cell above and is on beside them.
    pub(super) still: Vec<Slot<'a>>,
}

/// A session in a cell.
#[derive(Debug)]
pub(super) struct Slot<'a> {
    pub(super) href: String,
    pub(super) title: Run<'a>,
    pub(super) when: Moments,
    pub(super) lamp: Lamp,
    pub(super) is_sample: bool,
    pub(super) star: Option<Star>,
}

/// The rows of some columns of a day; none if nothing is in them.
pub(super) fn rows<'a>(guide: &'a Guide, lang: Lang, date: Date, columns: &[Column]) -> Vec<Row<'a>> {
    let Some(scale) = Scale::of(guide, date, columns) else { return Vec::new() };
    let mut rows: Vec<Row<'a>> = (0..scale.rows).map(|at| scale.row(guide, at)).collect();
    for column in columns {
        let mut free_from = 0;
        for block in blocks(guide, &scale, column) {
            for row in &mut rows[free_from..block.from] {
                row.cells.push(Cell { rows: 1, slots: Vec::new(), still: Vec::new() });
            }
            let slots =
                |ids: &[OccurrenceId]| ids.iter().filter_map(|&id| Slot::new(guide, lang, id)).collect();
            rows[block.from].cells.push(Cell {
                rows: block.to - block.from,
                slots: slots(&block.occurrences),
                still: slots(&block.still),
            });
            free_from = block.to;
        }
        for row in &mut rows[free_from..] {
            row.cells.push(Cell { rows: 1, slots: Vec::new(), still: Vec::new() });
        }
    }
    rows
}

impl<'a> Slot<'a> {
    fn new(guide: &'a Guide, lang: Lang, id: OccurrenceId) -> Option<Self> {
        let programme = guide.programme();
        let session = programme.session_of(id);
        Some(Self {
            href: guide.address(Page::Session(&session.key), lang),
            title: Run::new(&session.title, lang),
            when: Moments::new(programme[id].when?, &programme.week.zone, lang),
            lamp: guide.lamp_of_occurrence(id),
            is_sample: session.provenance == Provenance::Sample,
            star: Star::of(guide, id),
        })
    }

    pub(super) fn is_cancelled(&self) -> bool {
        self.lamp == Lamp::Cancelled
    }
}

/// Which instants the rows stand for, in whole seconds.
struct Scale {
    /// When the first row begins.
    from: i64,
    /// Midnight.
    end: i64,
    step: i64,
    rows: usize,
}

impl Scale {
    fn of(guide: &Guide, date: Date, columns: &[Column]) -> Option<Self> {
        let programme = guide.programme();
        let midnight =
            |date: Date| Some(date.to_zoned(programme.week.zone.clone()).ok()?.timestamp().as_second());
        let (morning, end) = (midnight(date)?, midnight(date.tomorrow().ok()?)?);
        let ids = columns.iter().flat_map(|column| &column.occurrences);
        let spans: Vec<Span> = ids.filter_map(|&id| programme[id].when).collect();
        let first = spans.iter().map(|span| span.start().as_second()).min()?;
        let last =
            spans.iter().map(|span| span.end().as_second()).max()?.clamp(first + 1, end.max(first + 1));

        let rows = |step: i64| {
            let from = (first - morning).div_euclid(step) * step + morning;
            (from, (last - from + step - 1).div_euclid(step))
        };
        let (from, count) = rows(HALF_AN_HOUR);
        if count <= MOST_ROWS {
            return Some(Self { from, end, step: HALF_AN_HOUR, rows: usize::try_from(count).ok()? });
        }
        let step = 2 * HALF_AN_HOUR;
        let (from, count) = rows(step);
        Some(Self { from, end, step, rows: usize::try_from(count).ok()? })
    }

    /// The rows a span reaches over: at least one.
    fn reach(&self, span: Span) -> (usize, usize) {
        let row = |seconds: i64| usize::try_from(seconds.div_euclid(self.step)).unwrap_or_default();
        let from = row(span.start().as_second() - self.from).min(self.rows - 1);
        let end = span.end().as_second().min(self.end);
        (from, row(end - self.from + self.step - 1).clamp(from + 1, self.rows))
    }

    fn row<'a>(&self, guide: &Guide, at: usize) -> Row<'a> {
        let at = i64::try_from(at).expect("a day has few rows");
        let begins =
            Timestamp::from_second(self.from + at * self.step).expect("within a day that has sessions");
        let begins = begins.to_zoned(guide.programme().week.zone.clone());
        Row {
            clock: begins.strftime("%H:%M").to_string(),
            stamp: begins.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
            cells: Vec::new(),
        }
    }
}

/// Sessions of one hall that begin in one row.
struct Block {
    from: usize,
    to: usize,
    occurrences: Vec<OccurrenceId>,
    /// Those of the blocks above that are still on when this one begins.
    still: Vec<OccurrenceId>,
}

fn blocks(guide: &Guide, scale: &Scale, column: &Column) -> Vec<Block> {
    let programme = guide.programme();
    let mut blocks: Vec<Block> = Vec::new();
    for &id in &column.occurrences {
        let Some(span) = programme[id].when else { continue };
        let (from, to) = scale.reach(span);
        let Some(above) = blocks.last_mut().filter(|block| from < block.to) else {
            blocks.push(Block { from, to, occurrences: vec![id], still: Vec::new() });
            continue;
        };
        if from == above.from {
            above.to = above.to.max(to);
            above.occurrences.push(id);
            continue;
        }
        let on = above.still.iter().chain(&above.occurrences).copied();
        let still: Vec<OccurrenceId> =
            on.filter(|&id| programme[id].when.is_some_and(|other| other.end() > span.start())).collect();
        let until = still.iter().filter_map(|&id| Some(scale.reach(programme[id].when?).1)).max();
        above.to = from;
        blocks.push(Block { from, to: to.max(until.unwrap_or(to)), occurrences: vec![id], still });
    }
    blocks
}
