//! travel.csv: from, to, mode, minutes. The format is described in `docs/travel-csv.md`.
//!
//! Two layouts are read: a list, one road a row, and a square matrix with names along the first row and column. Names are
//! only read here; whether anybody knows them is asked of the [`crate::Assembly`].

use std::sync::Arc;

use festoon_domain::programme::{Citation, Spot};
use festoon_domain::text::fold;
use festoon_domain::venue::Minutes;
use unicode_normalization::UnicodeNormalization;

use crate::assembly::{Assembly, AssemblyTrouble};
use crate::defect::{Defect, Trouble};
use crate::schedule::undeclared;
use crate::{NamedFile, Reason, Refusal, Right};

/// Nobody is on the road between two venues of one week for longer than a day.
const LONGEST_MINUTES: u32 = 24 * 60;

/// The time one way between two houses, as a file states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoadStated {
    /// The row, counted from 1 as a spreadsheet program does.
    pub row: u32,
    /// Where it begins.
    pub from: String,
    /// Where it ends.
    pub to: String,
    /// By what means, as stated; of several the quickest counts.
    pub mode: String,
    /// How long it takes.
    pub minutes: Minutes,
}

/// Reads a travel file.
///
/// # Errors
/// A file without the headings, or a row whose minutes are none, with the row and column.
pub fn read(file: &NamedFile) -> Result<Vec<RoadStated>, Refusal> {
    let whole = |reason| Refusal { file: Arc::clone(&file.name), spot: Spot::Whole, reason };
    let size = u64::try_from(file.bytes.len()).unwrap_or(u64::MAX);
    if size > NamedFile::LARGEST_BYTES {
        return Err(whole(Reason::TooLarge(size, NamedFile::LARGEST_BYTES)));
    }
    if file.bytes.trim_ascii().is_empty() {
        return Err(whole(Reason::Empty));
    }

    let text = undeclared(&file.bytes).text;
    if text.contains('\0') {
        return Err(whole(Reason::Broken("NUL".into())));
    }
    let table = Table::read(&text, &file.name)?;
    match table.list_columns() {
        Some(columns) => table.list(columns),
        None if table.is_matrix() => table.matrix(),
        None => Err(whole(Reason::Malformed(Right::new(
            "第一行应为 from,to,mode,minutes（或 起点,终点,方式,分钟），或者是首行首列都写场馆名的方阵。",
            "the first row should be from,to,mode,minutes, or the names of a square matrix.",
        )))),
    }
}

/// Gives an assembly the roads of a file. To be called after everything that names venues was added.
///
/// # Errors
/// The rows with venues that nothing else knows, if no road of the file leads between known ones.
pub fn state(assembly: &mut Assembly, file: &Arc<str>, roads: &[RoadStated]) -> Result<Vec<Defect>, Refusal> {
    let mut unknown: Vec<(u32, String)> = Vec::new();
    let mut defects = Vec::new();
    let mut stated: std::collections::HashMap<(String, String, String), u32> =
        std::collections::HashMap::new();
    for road in roads {
        let (from, to) = (fold(&road.from), fold(&road.to));
        let citation = Citation { file: Arc::clone(file), spot: Spot::Row("".into(), road.row) };
        let mut say = |trouble| {
            let stood = format!("{} → {}", road.from, road.to);
            defects.push(Defect::new(citation.clone(), &stood, Trouble::Assembly(trouble)));
        };
        for name in [&road.from, &road.to] {
            if !assembly.knows_venue(name) && !unknown.iter().any(|(_, known)| known == name) {
                unknown.push((road.row, name.clone()));
            }
        }
        if from == to {
            say(AssemblyTrouble::RoadToItself);
            continue;
        }
        let before = stated.insert((from, to, fold(&road.mode)), road.minutes.0);
        if let Some(before) = before.filter(|before| *before != road.minutes.0) {
            say(AssemblyTrouble::RoadTwice(before.min(road.minutes.0)));
        }
    }
    // A city's matrix names more houses than one week uses; a file of which no road leads anywhere is the wrong file.
    let mut used = 0_usize;
    for road in roads.iter().filter(|road| fold(&road.from) != fold(&road.to)) {
        used += usize::from(assembly.state_road(&road.from, &road.to, road.minutes).is_ok());
    }
    let known = assembly.venue_names();
    if let Some((row, _)) = unknown.first().filter(|_| used == 0) {
        let spot = Spot::Row("".into(), *row);
        let told = |(row, name): &(u32, String)| match nearest(name, &known) {
            Some(nearest) => format!("{name} ({row}; ≈ {nearest})"),
            None => format!("{name} ({row})"),
        };
        let names = unknown.iter().map(told).collect();
        return Err(Refusal { file: Arc::clone(file), spot, reason: Reason::UnknownVenues(names) });
    }
    for (row, name) in &unknown {
        let citation = Citation { file: Arc::clone(file), spot: Spot::Row("".into(), *row) };
        let trouble = AssemblyTrouble::RoadOfUnknownVenue(nearest(name, &known));
        defects.push(Defect::new(citation, name, Trouble::Assembly(trouble)));
    }
    Ok(defects)
}

/// The known name that was probably meant: at least half of its characters agree.
fn nearest(name: &str, known: &[String]) -> Option<String> {
    let folded: Vec<char> = fold(name).chars().collect();
    known
        .iter()
        .map(|known| (distance(&folded, &fold(known).chars().collect::<Vec<_>>()), known))
        .min_by_key(|(distance, _)| *distance)
        .filter(|(distance, _)| *distance * 2 <= folded.len())
        .map(|(_, nearest)| nearest.clone())
}

/// Whether a file among the programmes is a travel file: a table headed from, to and minutes.
#[must_use]
pub fn is_travel(file: &NamedFile) -> bool {
    const ENOUGH_FOR_HEADINGS: usize = 4096;
    let head = &file.bytes[..file.bytes.len().min(ENOUGH_FOR_HEADINGS)];
    let text = undeclared(head).text;
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    Table::read(first, &file.name).is_ok_and(|table| table.list_columns().is_some())
}

/// How many characters one has to change, add or take away; names are cut to a length at which that stays cheap.
fn distance(one: &[char], other: &[char]) -> usize {
    const LONGEST: usize = 80;
    let (one, other) = (&one[..one.len().min(LONGEST)], &other[..other.len().min(LONGEST)]);
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in other.iter().enumerate() {
            let changed = diagonal + usize::from(a != b);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[other.len()]
}

struct Table {
    file: Arc<str>,
    rows: Vec<(u32, Vec<String>)>,
}

#[derive(Clone, Copy)]
struct Columns {
    from: usize,
    to: usize,
    mode: Option<usize>,
    minutes: usize,
}

impl Table {
    /// Cells with the separator that the first line has most of; blank rows left out.
    fn read(text: &str, file: &Arc<str>) -> Result<Self, Refusal> {
        let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        let separator = [b',', b';', b'\t']
            .into_iter()
            .max_by_key(|separator| first.bytes().filter(|byte| byte == separator).count())
            .unwrap_or(b',');
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(separator)
            .from_reader(text.as_bytes());
        let mut rows = Vec::new();
        for record in reader.records() {
            let record = record.map_err(|error| Refusal {
                file: Arc::clone(file),
                spot: Spot::Whole,
                reason: Reason::Broken(error.to_string()),
            })?;
            let line = record.position().map_or(0, csv::Position::line);
            let cells: Vec<String> =
                record.iter().map(|cell| cell.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
            if cells.iter().any(|cell| !cell.is_empty()) {
                rows.push((u32::try_from(line).unwrap_or(u32::MAX), cells));
            }
        }
        Ok(Self { file: Arc::clone(file), rows })
    }

    fn list_columns(&self) -> Option<Columns> {
        let (_, headings) = self.rows.first()?;
        let headings: Vec<String> = headings.iter().map(|heading| fold(heading)).collect();
        let column =
            |words: &[&str]| headings.iter().position(|heading| words.iter().any(|word| heading == word));
        Some(Columns {
            from: column(&["from", "start", "起点", "出发地", "出发", "从", "始发"])?,
            to: column(&["to", "end", "destination", "终点", "目的地", "到达", "到", "抵达"])?,
            mode: column(&["mode", "by", "方式", "交通方式", "出行方式"]),
            minutes: column(&[
                "minutes",
                "min",
                "mins",
                "time",
                "分钟",
                "时间",
                "用时",
                "耗时",
                "分钟数",
                "时长",
                "时间(分钟)",
                "用时(分钟)",
                "minutes(min)",
                "time(min)",
                "time(minutes)",
            ])?,
        })
    }

    fn list(&self, columns: Columns) -> Result<Vec<RoadStated>, Refusal> {
        let mut roads = Vec::with_capacity(self.rows.len());
        for (row, cells) in &self.rows[1..] {
            let cell = |column: usize| cells.get(column).map(String::as_str).unwrap_or_default();
            for column in [columns.from, columns.to] {
                if cell(column).is_empty() {
                    return Err(self.malformed(*row, column, "", Missing::Name));
                }
            }
            let minutes = minutes(cell(columns.minutes)).ok_or_else(|| {
                self.malformed(*row, columns.minutes, cell(columns.minutes), Missing::Minutes)
            })?;
            roads.push(RoadStated {
                row: *row,
                from: cell(columns.from).to_owned(),
                to: cell(columns.to).to_owned(),
                mode: columns.mode.map(|mode| cell(mode).to_owned()).unwrap_or_default(),
                minutes,
            });
        }
        Ok(roads)
    }

    /// The first row's names are the first column's too.
    fn is_matrix(&self) -> bool {
        let Some((_, heading)) = self.rows.first() else { return false };
        let across: Vec<String> =
            heading.iter().skip(1).map(|name| fold(name)).filter(|name| !name.is_empty()).collect();
        let down: Vec<String> =
            self.rows[1..].iter().filter_map(|(_, cells)| cells.first()).map(|name| fold(name)).collect();
        !across.is_empty() && !down.is_empty() && down.iter().all(|name| across.contains(name))
    }

    fn matrix(&self) -> Result<Vec<RoadStated>, Refusal> {
        let (_, heading) = &self.rows[0];
        let mut roads = Vec::new();
        for (row, cells) in &self.rows[1..] {
            let from = cells.first().cloned().unwrap_or_default();
            for (column, cell) in cells.iter().enumerate().skip(1) {
                let to = heading.get(column).cloned().unwrap_or_default();
                // A half-filled matrix states each road once; the diagonal says nothing.
                let nothing = cell.is_empty() || matches!(cell.as_str(), "-" | "—" | "/" | "－");
                if nothing || to.is_empty() || fold(&from) == fold(&to) {
                    continue;
                }
                let minutes =
                    minutes(cell).ok_or_else(|| self.malformed(*row, column, cell, Missing::Minutes))?;
                roads.push(RoadStated { row: *row, from: from.clone(), to, mode: String::new(), minutes });
            }
        }
        Ok(roads)
    }

    fn malformed(&self, row: u32, column: usize, stood: &str, missing: Missing) -> Refusal {
        let column = u32::try_from(column + 1).unwrap_or(u32::MAX);
        let stood: String = stood.chars().take(40).collect();
        let right = match missing {
            Missing::Name => Right::new("没有写场馆。", "the name of a venue is missing."),
            Missing::Minutes => Right::new(
                format!("「{stood}」不是分钟数，应为 0 到 {LONGEST_MINUTES} 的整数。"),
                format!("“{stood}” should be whole minutes from 0 to {LONGEST_MINUTES}."),
            ),
        };
        let spot = Spot::Cell("".into(), row, column);
        Refusal { file: Arc::clone(&self.file), spot, reason: Reason::Malformed(right) }
    }
}

#[derive(Clone, Copy)]
enum Missing {
    Name,
    Minutes,
}

/// `35`, `３５`, `35分钟`, `35 min`, `1小时20分`; rounded up where a fraction stands.
fn minutes(cell: &str) -> Option<Minutes> {
    let plain: String = cell.nfkc().collect::<String>().to_lowercase();
    let plain = plain.trim().trim_start_matches(['约', '~']).trim();
    let (hours, rest) = ["小时", "hours", "hour", "h"]
        .iter()
        .find_map(|unit| plain.split_once(unit))
        .map_or((None, plain), |(hours, rest)| (Some(hours), rest));
    let rest = ["分钟", "分", "minutes", "minute", "mins", "min", "m"]
        .iter()
        .find_map(|unit| rest.trim().strip_suffix(unit))
        .unwrap_or(rest)
        .trim();
    let number = |digits: &str| -> Option<f64> {
        let digits = digits.trim();
        let plain = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        if plain && !digits.is_empty() && digits.len() < 10 { digits.parse().ok() } else { None }
    };
    let of_hours = hours.map_or(Some(0.0), number)? * 60.0;
    let of_minutes = if hours.is_some() && rest.is_empty() { 0.0 } else { number(rest)? };
    let total = (of_hours + of_minutes).ceil();
    if total > f64::from(LONGEST_MINUTES) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between nothing and a day")]
    Some(Minutes(total as u32))
}

#[cfg(test)]
mod tests;
