//! The walk through a paragraph: at each token, whatever could begin a figure is tried, the longest reading first.

use super::amounts::amount;
use super::amounts::multiple::{between_parts, doubling, every_so_many, halving, hour_and_a_half};
use super::amounts::ordinal;
use super::amounts::ordinal_zh;
use super::amounts::spelled_en;
use super::amounts::spelled_zh;
use super::context;
use super::days::calendar_en;
use super::days::calendar_zh;
use super::days::clock;
use super::days::clock_en;
use super::days::years_en;
use super::draft::{Draft, Found};
use super::labels::codes::is_placed;
use super::labels::label::is_labelled;
use super::tokens::cues::words;
use super::tokens::scan::{Reading, Scan};
use super::tokens::sense::Sense;
use super::tokens::token::{Case, What};
use crate::claim::{Claim, Kind, Value};

/// How many figures a paragraph has room for before it asks for more.
const USUAL: usize = 8;

/// Reads the figures of one paragraph.
pub(super) struct Finder<'a> {
    pub(super) scan: Scan<'a>,
    pub(super) drafts: Vec<Draft>,
}

impl<'a> Finder<'a> {
    pub(super) fn new(scan: Scan<'a>) -> Self {
        Self { scan, drafts: Vec::with_capacity(USUAL) }
    }

    /// The claims of the paragraph.
    pub(super) fn run(mut self) -> Vec<Claim> {
        let mut at = 0;
        while at < self.scan.tokens.len() {
            at = match self.begin(at) {
                None => at + 1,
                Some(Found::Skip(next)) => next.max(at + 1),
                Some(Found::Figure(draft)) => {
                    let next = draft.next.max(at + 1);
                    self.drafts.push(draft);
                    next
                }
            };
        }
        context::date_rows(&self.scan, &mut self.drafts);
        context::finish(&self.scan, &self.drafts)
    }

    /// The first token that no figure has taken.
    pub(super) fn floor(&self) -> usize {
        self.drafts.last().map_or(0, |draft| draft.next)
    }

    fn begin(&self, at: usize) -> Option<Found> {
        let scan = &self.scan;
        match scan.what(at) {
            What::Nth => Some(ordinal_zh::chinese(scan, at)),
            What::Literal(literal) => Some(self.literal(at, literal.form)),
            What::Numeral(_) => Some(self.numeral(at)),
            What::Known(Sense::Month(_)) => calendar_en::month_first(scan, at).map(Found::Figure),
            What::Known(Sense::Multiple(times, change)) => self.multiple(at, times, change),
            What::Known(Sense::Ordinal(of)) => years_en::quarter(scan, at, of)
                .or_else(|| every_so_many(scan, at, of))
                .or_else(|| ordinal::spelled(self, at, of))
                .map(Found::Figure),
            What::Known(Sense::Part(2)) if clock_en::half_past(scan, at).is_some() => {
                clock_en::words_to_words(scan, at)
                    .or_else(|| clock_en::half_past(scan, at))
                    .map(Found::Figure)
            }
            What::Known(Sense::Part(4)) => clock_en::half_past(scan, at).map(Found::Figure),
            What::Known(
                Sense::Small(_) | Sense::Tens(_) | Sense::Part(2) | Sense::Dozen | Sense::Power(_),
            )
            | What::Word(Case::Small | Case::Capital) => self.spelled(at),
            What::Known(Sense::Plain) => hour_and_a_half(scan, at).map(Found::Figure),
            What::Code => years_en::quarter_code(scan, at).map(Found::Figure),
            What::Other if scan.is(at, "翻") => doubling(scan, at),
            _ => None,
        }
    }

    fn numeral(&self, at: usize) -> Found {
        let scan = &self.scan;
        if let Some(found) =
            clock::read(scan, at).map(Found::Figure).or_else(|| calendar_zh::spelled(scan, at))
        {
            return found;
        }
        if let Some(half) = halving(scan, at) {
            return Found::Figure(half);
        }
        match spelled_zh::read(scan, at) {
            None => Found::Skip(at + 1),
            Some(Reading::Skip(next)) => Found::Skip(next),
            Some(Reading::Number(quantity)) if is_placed(scan, at, quantity.next) => {
                Found::Skip(quantity.next)
            }
            Some(Reading::Number(quantity)) => {
                amount::figure(self, quantity).map_or(Found::Skip(quantity.next), Found::Figure)
            }
        }
    }

    fn spelled(&self, at: usize) -> Option<Found> {
        let quantity = spelled_en::read(&self.scan, at)?;
        // “the second half”: which one, and no share.
        let which = ["first", "second", "latter", "opening", "closing", "top", "bottom"];
        if self.scan.sense(at) == Some(Sense::Part(2)) && self.scan.is_any(at.wrapping_sub(1), &which) {
            return Some(Found::Skip(at + 1));
        }
        if is_labelled(&self.scan, at) || is_in_name(&self.scan, at, quantity.next) {
            return Some(Found::Skip(quantity.next));
        }
        if self.scan.is(at.wrapping_sub(1), "between") && self.scan.is(quantity.next, "and") {
            let article = usize::from(self.scan.is(quantity.next + 1, "one"));
            let half =
                usize::from(self.scan.is(quantity.next + 1, "a") && self.scan.is(quantity.next + 2, "half"));
            let to = spelled_en::read(&self.scan, quantity.next + 1 + article.max(half));
            if let Some(parts) = between_parts(quantity, to) {
                return Some(Found::Figure(parts));
            }
        }
        if let Some(time) = clock_en::at_hour(&self.scan, quantity) {
            return Some(Found::Figure(time));
        }
        let timed = ["past", "minutes", "minute", "this", "tomorrow", "in", "tonight", "o"];
        if self.scan.is_among(quantity.next, words!["to", "until", "till"])
            && let Some(hours) = clock_en::words_to_words(&self.scan, at)
        {
            return Some(Found::Figure(hours));
        }
        if !self.scan.is_any(quantity.next, &timed) {
            return Some(amount::figure(self, quantity).map_or(Found::Skip(quantity.next), Found::Figure));
        }
        let late = self.drafts.iter().rev().take(8).any(
            |draft| matches!(draft.value, Value::Time(time) if draft.kind == Kind::Time && time.hour() >= 17),
        );
        if let Some(time) =
            clock_en::o_clock(&self.scan, quantity).or_else(|| clock_en::in_words(&self.scan, quantity, late))
        {
            return Some(Found::Figure(time));
        }
        Some(amount::figure(self, quantity).map_or(Found::Skip(quantity.next), Found::Figure))
    }
}

/// “the Seven Bridges Museum”: a number with a capital in the middle of a sentence, and a name behind it.
fn is_in_name(scan: &Scan, at: usize, next: usize) -> bool {
    let upper = |at: usize| scan.letters(at).starts_with(|first: char| first.is_ascii_uppercase());
    let small = scan.letters(at.wrapping_sub(1)).starts_with(|first: char| first.is_ascii_lowercase());
    // “reads from ‘Ninety Fathoms’”: a title in quotation marks.
    let quoted = matches!(scan.what(at.wrapping_sub(1)), What::Sign('"' | '“' | '‘' | '«' | '《'))
        && matches!(scan.what(next + 1), What::Sign('"' | '”' | '’' | '»' | '》'));
    // “Seven-Arch Bridge”
    let bound = scan.is_sign(next, '-') && scan.glued(next) && scan.glued(next + 1) && upper(next + 1);
    at > 0 && upper(at) && ((small || quoted) && upper(next) || bound)
}
