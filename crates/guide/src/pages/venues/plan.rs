//! The halls of a house as blocks: the more seats, the larger. It shows what there is, not where it lies.
//!
//! Rows from the largest hall to the smallest; of all numbers of rows the one whose poorest block is the best to read is taken, so the
//! same house is always drawn alike. Whole numbers throughout: neighbours share their edges and nothing overlaps.

use std::fmt::{self, Display, Formatter};

use festoon_domain::text::Lang;
use festoon_domain::venue::Room;

use crate::run::escape;
use crate::words::places::{self, PlaceWords};

const WIDTH: u64 = 348;
/// What a hall takes on average.
const AREA: u64 = 9_000;
const LOWEST: u64 = 150;
/// The wall around the halls.
const WALL: u64 = 6;
const LINE: u64 = 15;
const PADDING: u64 = 6;

/// A house and its halls.
#[derive(Debug, Clone)]
pub struct SitePlan<'a> {
    /// One a hall, from the largest to the smallest.
    pub blocks: Vec<Block<'a>>,
    height: u64,
    lang: Lang,
}

/// A hall on the plan.
#[derive(Debug, Clone)]
pub struct Block<'a> {
    /// Its place in the list, counted from 1.
    pub number: usize,
    /// The hall.
    pub hall: &'a Room,
    /// From the left edge.
    pub x: u64,
    /// From the upper edge.
    pub y: u64,
    /// To the right.
    pub width: u64,
    /// Down.
    pub height: u64,
}

impl<'a> SitePlan<'a> {
    /// The plan of a house; nothing for one without halls.
    #[must_use]
    pub fn of(halls: impl IntoIterator<Item = &'a Room>, lang: Lang) -> Option<Self> {
        let mut halls: Vec<&Room> = halls.into_iter().collect();
        halls.sort_by_key(|hall| std::cmp::Reverse(hall.seats));
        let weights = weights(&halls);
        let count = u64::try_from(halls.len()).unwrap_or(u64::MAX);
        let height = (count * AREA / WIDTH).max(LOWEST);
        let cuts = (1..=halls.len()).map(|rows| cut(&weights, rows, height));
        let best =
            cuts.max_by_key(|cut| cut.iter().map(|&[.., width, height]| legible(width, height)).min())?;

        let blocks = (1..).zip(halls).zip(best).map(|((number, hall), [x, y, width, height])| Block {
            number,
            hall,
            x,
            y,
            width,
            height,
        });
        Some(Self { blocks: blocks.collect(), height, lang })
    }
}

/// What each hall weighs: its seats, but never so few that its number could not be read, and the middle where nobody said.
fn weights(halls: &[&Room]) -> Vec<u64> {
    let stated: Vec<u64> = halls.iter().filter_map(|hall| hall.seats).map(u64::from).collect();
    let count = u64::try_from(stated.len()).unwrap_or(u64::MAX).max(1);
    let average = (stated.iter().sum::<u64>() / count).max(4);
    // The unstated come last, so they may not be larger than what stands before them.
    let smallest = stated.last().copied().unwrap_or(average);
    halls.iter().map(|hall| hall.seats.map_or(smallest, u64::from).max(average / 4)).collect()
}

/// A block wants to be wider than high, since a name stands in it.
fn legible(width: u64, height: u64) -> u64 {
    (width * 10).min(height * 17)
}

/// Cuts the sheet into about so many rows: a hall stands in the row that the middle of its weight falls into.
fn cut(weights: &[u64], rows: usize, height: u64) -> Vec<[u64; 4]> {
    let total: u64 = weights.iter().sum();
    let rows = u64::try_from(rows).unwrap_or(u64::MAX);
    let mut before = 0;
    let row_of: Vec<u64> = weights
        .iter()
        .map(|weight| {
            let row = (2 * before + weight) * rows / (2 * total);
            before += weight;
            row
        })
        .collect();

    let mut blocks = Vec::with_capacity(weights.len());
    let (mut first, mut above) = (0, 0);
    while first < weights.len() {
        let length = row_of[first..].iter().take_while(|&&row| row == row_of[first]).count();
        let in_row = &weights[first..first + length];
        let row_weight: u64 = in_row.iter().sum();
        let (top, bottom) = (height * above / total, height * (above + row_weight) / total);
        let mut left = 0;
        for weight in in_row {
            let (from, to) = (WIDTH * left / row_weight, WIDTH * (left + weight) / row_weight);
            blocks.push([from, top, to - from, bottom - top]);
            left += weight;
        }
        above += row_weight;
        first += length;
    }
    blocks
}

impl Display for SitePlan<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let (width, height) = (WIDTH + 2 * WALL, self.height + 2 * WALL);
        write!(
            f,
            r#"<svg class="site-plan" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" aria-label="{}"><rect class="house" x="1.5" y="1.5" width="{}" height="{}" rx="3"/>"#,
            PlaceWords::of(self.lang).plan,
            width - 3,
            height - 3
        )?;
        for block in &self.blocks {
            block.write(f, self.lang)?;
        }
        f.write_str("</svg>")
    }
}

impl askama::filters::HtmlSafe for SitePlan<'_> {}

impl Block<'_> {
    fn write(&self, f: &mut Formatter<'_>, lang: Lang) -> fmt::Result {
        let (x, y) = (self.x + WALL + 1, self.y + WALL + 1);
        // A hair between neighbours.
        let (width, height) = (self.width.saturating_sub(2), self.height.saturating_sub(2));
        write!(
            f,
            r#"<g transform="translate({x} {y})"><rect class="hall" width="{width}" height="{height}" rx="2"/>"#
        )?;
        let (inner_width, inner_height) = (width.saturating_sub(2 * PADDING), height.saturating_sub(PADDING));
        let (name, spoken) = self.hall.name.shown(lang);
        let number = self.number.to_string();
        let fits = |lines: usize| LINE * u64::try_from(lines).unwrap_or(u64::MAX) <= inner_height;
        let mut lines = wrapped(&format!("{number} {name}"), inner_width);
        if lines.is_empty() || !fits(lines.len()) {
            lines = vec![number];
        }
        for (line, text) in (1..).zip(&lines) {
            write!(
                f,
                r#"<text class="hall-name" x="{PADDING}" y="{}" lang="{}">"#,
                line * LINE + 1,
                spoken.tag()
            )?;
            escape(f, text)?;
            f.write_str("</text>")?;
        }

        let mut line = u64::try_from(lines.len()).unwrap_or(u64::MAX);
        let seats = self.hall.seats.map(|seats| places::seats(seats, lang));
        if let Some(seats) = seats.filter(|seats| measure(seats) <= inner_width && fits(lines.len() + 1)) {
            line += 1;
            write!(f, r#"<text class="hall-seats" x="{PADDING}" y="{}">{seats}</text>"#, line * LINE + 1)?;
        }
        if self.hall.step_free != Some(true) {
            return f.write_str("</g>");
        }
        // Where the word has no room the shape stands alone; the list says the word for every hall.
        let word = PlaceWords::of(lang).step_free;
        if (line + 1) * LINE <= inner_height && measure(word) + 18 <= inner_width {
            write!(
                f,
                r#"<g class="step-free" transform="translate({PADDING} {})">{RAMP}<text x="18" y="8.5">{word}</text></g>"#,
                line * LINE + 7
            )?;
        } else if measure(&lines[0]) + 20 <= inner_width {
            write!(
                f,
                r#"<g class="step-free" transform="translate({} 7)">{RAMP}</g>"#,
                width - PADDING - 14
            )?;
        }
        f.write_str("</g>")
    }
}

/// A ramp: the shape of a way without steps.
pub(super) const RAMP: &str = r#"<path d="M0 8.5h14V1z"/>"#;

/// Breaks a text into lines, Chinese between any two characters and English between words; empty if a word is too long.
fn wrapped(text: &str, width: u64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        if measure(piece.trim_end()) > width {
            return Vec::new();
        }
        if measure(&format!("{line}{}", piece.trim_end())) > width {
            lines.push(line.trim_end().to_owned());
            line.clear();
        }
        line.push_str(piece);
    }
    lines.push(line.trim_end().to_owned());
    lines
}

/// What may stand at the end of a line: a word with its blank, or one Chinese character.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut from = 0;
    for (at, c) in text.char_indices() {
        let after = at + c.len_utf8();
        let next_is_wide = text[after..].chars().next().is_some_and(is_wide);
        if c == ' ' || is_wide(c) || next_is_wide {
            pieces.push(&text[from..after]);
            from = after;
        }
    }
    pieces.push(&text[from..]);
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// About how wide a text is at the plan's size of 12, in the plan's own units; rather too wide than too narrow.
fn measure(text: &str) -> u64 {
    text.chars().map(|c| if is_wide(c) { 12 } else { 7 }).sum()
}

const fn is_wide(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}
