//! Texts with slots for figures, which are written anew as the figures move.
//!
//! `{ch-investment}` is a slot, `{ch-investment:exact}` one that says how; `{{` is a brace.

use super::{Rounding, Wording, wording};
use crate::claim::Kind;
use crate::ledger::Ledger;
use crate::lint::{Language, Occasion};
use std::ops::Range;

/// A text with slots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Text(String),
    Slot { id: String, rounding: Rounding, at: usize },
}

/// Why a text is no template.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// A brace is never closed.
    #[error("byte {at}: a slot is opened and not closed; write {{{{ for a brace")]
    Open {
        /// Where it opens.
        at: usize,
    },
    /// A word behind the colon that is none.
    #[error("byte {at}: “{word}” is no way to round; exact, rounded, hedged or announced")]
    Rounding {
        /// Where the slot opens.
        at: usize,
        /// As written.
        word: String,
    },
}

/// Why a slot is not filled.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Untold {
    /// No figure has this id.
    #[error("byte {at}: {id}: no such figure")]
    NoSuchFigure {
        /// Where the slot opens.
        at: usize,
        /// As written in the slot.
        id: String,
    },
    /// The figure may not be published at that moment.
    #[error("byte {at}: {id}: may not be published yet")]
    Embargoed {
        /// Where the slot opens.
        at: usize,
        /// Of the figure.
        id: String,
    },
}

/// A template with its figures filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The text as it may go out.
    pub text: String,
    /// What was written where, in order.
    pub slots: Vec<Slot>,
}

/// A figure in a rendered text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// Of the figure.
    pub id: String,
    /// How its slot asked for it.
    pub asked: Rounding,
    /// Bytes of the rendered text.
    pub place: Range<usize>,
    /// What was written, and how it was rounded.
    pub wording: Wording,
}

/// A slot that says something else than it did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Of the figure.
    pub id: String,
    /// Bytes of the newer text.
    pub place: Range<usize>,
    /// What it said.
    pub before: String,
    /// What it says.
    pub after: String,
}

impl Template {
    /// Reads a text with slots: what could be read of it, and all that could not, in the order of the text.
    ///
    /// A slot that asks for a rounding there is not is read as one that asks for none, so that its figure can be looked for all the same.
    #[must_use]
    pub fn read(text: &str) -> (Self, Vec<Broken>) {
        let (mut parts, mut broken) = (Vec::new(), Vec::new());
        let mut plain = String::new();
        let mut at = 0;
        while let Some(brace) = text[at..].find(['{', '}']).map(|found| at + found) {
            plain.push_str(&text[at..brace]);
            let doubled = text.as_bytes().get(brace + 1) == text.as_bytes().get(brace);
            if doubled || text[brace..].starts_with('}') {
                plain.push_str(&text[brace..=brace]);
                at = brace + if doubled { 2 } else { 1 };
                continue;
            }
            // A slot stands on one line: behind an open one, others are whole.
            let inside = &text[brace + 1..];
            let end = inside.find(['{', '}', '\n']).filter(|end| inside[*end..].starts_with('}'));
            let Some(close) = end.map(|end| brace + 1 + end) else {
                broken.push(Broken::Open { at: brace });
                at = brace + 1;
                continue;
            };
            let inside = &text[brace + 1..close];
            let (id, word) = inside.split_once(':').unwrap_or((inside, "announced"));
            let rounding = match word.trim() {
                "exact" => Rounding::Exact,
                "rounded" => Rounding::Rounded,
                "hedged" => Rounding::Hedged,
                "announced" => Rounding::AsAnnounced,
                other => {
                    broken.push(Broken::Rounding { at: brace, word: other.to_owned() });
                    Rounding::AsAnnounced
                }
            };
            parts.push(Part::Text(std::mem::take(&mut plain)));
            parts.push(Part::Slot { id: id.trim().to_owned(), rounding, at: brace });
            at = close + 1;
        }
        plain.push_str(&text[at..]);
        parts.push(Part::Text(plain));
        (Self { parts }, broken)
    }

    /// Reads a text with slots.
    ///
    /// # Errors
    /// Every slot that is not closed, or that is to be rounded in a way there is not.
    pub fn parse(text: &str) -> Result<Self, Vec<Broken>> {
        let (template, broken) = Self::read(text);
        if broken.is_empty() { Ok(template) } else { Err(broken) }
    }

    /// Writes the figures into the slots, as they stand on the day of the occasion.
    ///
    /// # Errors
    /// Every slot that cannot be filled; a text with holes does not go out.
    pub fn render(
        &self,
        ledger: &Ledger,
        language: Language,
        occasion: &Occasion,
    ) -> Result<Rendered, Vec<Untold>> {
        let mut rendered = Rendered { text: String::new(), slots: Vec::new() };
        let mut untold = Vec::new();
        for (place, part) in self.parts.iter().enumerate() {
            let (id, rounding, at) = match part {
                Part::Text(text) => {
                    rendered.text.push_str(text);
                    continue;
                }
                Part::Slot { id, rounding, at } => (id, *rounding, *at),
            };
            let Some(figure) = ledger.figure(id) else {
                untold.push(Untold::NoSuchFigure { at, id: id.clone() });
                continue;
            };
            if !figure.may_be_told(occasion.at) {
                untold.push(Untold::Embargoed { at, id: id.clone() });
                continue;
            }
            let value = figure.on(occasion.day);
            if let Some(mut wording) = wording(figure, value, language, rounding, &ledger.hedges) {
                // “the 5th Innovation Week”, and not “the 5th edition Innovation Week”.
                if figure.kind == Kind::Edition
                    && let Some(Part::Text(behind)) = self.parts.get(place + 1)
                    && is_named_behind(behind)
                    && let Some(ordinal) = wording.text.strip_suffix(" edition").map(str::len)
                {
                    wording.text.truncate(ordinal);
                }
                if language == Language::En && opens_sentence(&rendered.text) {
                    wording.text = capitalised(&wording.text);
                }
                let start = rendered.text.len();
                rendered.text.push_str(&wording.text);
                let place = start..rendered.text.len();
                rendered.slots.push(Slot { id: id.clone(), asked: rounding, place, wording });
            }
        }
        if untold.is_empty() { Ok(rendered) } else { Err(untold) }
    }
}

/// Whether the name of what has editions stands directly behind a slot, or the word itself.
fn is_named_behind(behind: &str) -> bool {
    let word = behind.strip_prefix(' ').unwrap_or_default();
    word.starts_with(|first: char| first.is_uppercase()) || word.starts_with("edition")
}

/// Whether a sentence begins behind a text: at its start, on a new line, behind a full stop that ends no abbreviation.
fn opens_sentence(before: &str) -> bool {
    const SHORT: [&str; 10] = ["no", "nos", "e.g", "i.e", "approx", "ca", "vs", "cf", "c", "p"];
    let lead = before.trim_end_matches(['“', '"', '(', '‘']);
    let Some(last) = lead.trim_end_matches(' ').chars().next_back() else { return true };
    if last == '\n' {
        return true;
    }
    let ended = lead.trim_end().trim_end_matches(['”', '"', ')', '’']);
    let Some(sentence) = ended.strip_suffix(['.', '!', '?']).filter(|_| lead.ends_with(char::is_whitespace))
    else {
        return false;
    };
    let word =
        sentence.rsplit(|letter: char| letter.is_whitespace() || letter == '(').next().unwrap_or_default();
    !(ended.ends_with('.') && SHORT.contains(&word.to_ascii_lowercase().as_str()))
}

/// With a capital, where it begins with a small letter.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

impl Rendered {
    /// What this text says otherwise than an older rendering of the same template.
    #[must_use]
    pub fn changes_since(&self, older: &Self) -> Vec<Change> {
        let pairs = older.slots.iter().zip(&self.slots);
        let moved = pairs
            .filter(|(before, after)| before.id == after.id && before.wording.text != after.wording.text);
        moved
            .map(|(before, after)| Change {
                id: after.id.clone(),
                place: after.place.clone(),
                before: before.wording.text.clone(),
                after: after.wording.text.clone(),
            })
            .collect()
    }
}
