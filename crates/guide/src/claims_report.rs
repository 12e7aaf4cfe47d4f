//! What is found of the figures in texts, as people see it: the claims, what is said of each, and how two languages differ.
//!
//! [`Report`] holds plain values, already in words where words are needed; the terminal, SARIF, the page of the server and the file that stands alone
//! all read this one value. It decides nothing. A text lists at most [`MOST_CLAIMS`] claims, what must be mended before the rest, and of its words a page
//! shows the first [`MOST_SHOWN`] bytes; what is left out is counted.

mod page;
mod words;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use festoon_domain::text::Lang;
use jiff::civil::Date;

pub use crate::clash_report::Both;
pub use page::{body, write_page};
pub use words::{ClaimsReportWords, kind_of_verdict, oddity, place, said};

/// How many claims of a text are listed; the others are counted.
pub const MOST_CLAIMS: usize = 20_000;

/// How many bytes of a text a page shows.
pub const MOST_SHOWN: usize = 1024 * 1024;

/// Everything a report shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What the texts were held against; nothing where claims are only listed.
    pub held: Option<Held>,
    /// The texts, in the order given.
    pub texts: Vec<TextRead>,
    /// How the first two texts differ, when one is Chinese and one English.
    pub compared: Compared,
}

/// What texts were held against, and on which day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The figures file.
    pub file: Arc<str>,
    /// How many figures it has.
    pub figures: usize,
    /// The day on which the texts go out.
    pub day: Date,
}

/// Whether two languages were held against each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Compared {
    /// There are not two texts, one in each language.
    No,
    /// The texts are too long for it.
    TooLong,
    /// How often both say the same, and where they differ.
    Yes {
        /// Figures that both give alike.
        agree: usize,
        /// What differs, in the order of the Chinese text.
        differences: Vec<DifferenceRead>,
    },
}

/// A text and its claims.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextRead {
    /// The file.
    pub name: Arc<str>,
    /// Its language.
    pub lang: Lang,
    /// Its words.
    pub text: String,
    /// What its places are counted in.
    pub counted: Counted,
    /// Its claims, in the order of the text.
    pub claims: Vec<ClaimRead>,
    /// How many of each grade there are, the unlisted included: right, notes, alarms.
    pub counts: Counts,
}

/// How many claims there are of each grade.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Found, whatever is said of them.
    pub claims: usize,
    /// As they should be.
    pub right: usize,
    /// Not among the figures, or said in one language only.
    pub notes: usize,
    /// To be mended before the text goes out.
    pub alarms: usize,
}

/// What places are counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// Lines and characters.
    Lines,
    /// Paragraphs of a document, and characters.
    Paragraphs,
}

/// Where some words of a text stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stand {
    /// Bytes of the text.
    pub bytes: Range<usize>,
    /// Line or paragraph, from 1.
    pub line: u32,
    /// Character in it, from 1.
    pub column: u32,
    /// Line behind its last character.
    pub end_line: u32,
    /// Character behind its last one.
    pub end_column: u32,
}

/// A figure as a text uses it, in the words of the file formats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimRead {
    /// Where.
    pub stand: Stand,
    /// As `count`, `money`, `share`.
    pub kind: &'static str,
    /// Whether it is of time.
    pub subject: Subject,
    /// As `50000000000`, `30..50`, `2021-06-21`.
    pub value: String,
    /// Value and unit for people: 500亿元, “50 billion yuan”.
    pub worded: Both,
    /// As `activity`; nothing for money.
    pub unit: Option<&'static str>,
    /// As `CNY`.
    pub currency: Option<String>,
    /// As `nearly`.
    pub hedge: Option<&'static str>,
    /// As `to-be-signed`.
    pub stage: Option<&'static str>,
    /// As `up`.
    pub change: Option<&'static str>,
    /// As `2021-06-10`.
    pub as_of: Option<String>,
    /// As `threshold`; nothing for what is stated.
    pub role: Option<&'static str>,
    /// As `leading-zeros`.
    pub oddity: Option<&'static str>,
    /// What there is to say of it; nothing where claims are only listed.
    pub verdict: Option<VerdictRead>,
}

/// What a figure is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// Dates, hours, lengths of time, places in an order: of these a text is full, and few of them are published figures.
    Time,
    /// Everything else.
    Figure,
}

/// How grave something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// As it should be.
    Right,
    /// Worth a look, and no "no".
    Note,
    /// To be mended.
    Alarm,
}

impl Grade {
    /// Its word for programs and styles.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::Note => "note",
            Self::Alarm => "alarm",
        }
    }
}

/// What there is to say of a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerdictRead {
    /// As `off-by-power`.
    pub word: &'static str,
    /// How grave.
    pub grade: Grade,
    /// The id of the figure it states, or seems to.
    pub figure: Option<String>,
    /// What there is to say.
    pub sentence: Both,
    /// What could stand in its place, in the language of the text; of a wrong stage, direction or scope, the words for the true one.
    pub suggestion: Option<String>,
    /// The word elsewhere in the sentence that the suggestion stands for: the stage or the verb of a rise or fall as stated, in the language of the text.
    pub in_place_of: Option<String>,
}

impl VerdictRead {
    /// The suggestion as a sentence; nothing where there is none.
    #[must_use]
    pub fn suggested(&self, lang: Lang) -> Option<String> {
        let [opens, suggestion, closes] = self.suggested_parts(lang)?;
        Some(format!("{opens}{suggestion}{closes}"))
    }

    /// The same in three, so that the suggested words can be set off.
    #[must_use]
    pub fn suggested_parts(&self, lang: Lang) -> Option<[Cow<'_, str>; 3]> {
        let w = ClaimsReportWords::of(lang);
        let suggestion = Cow::Borrowed(self.suggestion.as_deref()?);
        let opens = match &self.in_place_of {
            Some(said) => format!("{}{said}{}", w.change_opens, w.change_to).into(),
            None if self.word == "scope-differs" => w.scope_opens.into(),
            None => w.suggestion_opens.into(),
        };
        Some([opens, suggestion, w.suggestion_closes.into()])
    }

    /// What may be written over the claim's own words. Words for a stage, a direction or a scope stand elsewhere in the sentence, which is for its author to turn.
    #[must_use]
    pub fn replacement(&self) -> Option<&str> {
        let is_elsewhere = matches!(self.word, "wrong-stage" | "wrong-direction" | "scope-differs");
        self.suggestion.as_deref().filter(|_| !is_elsewhere)
    }
}

/// How two languages differ over a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DifferenceRead {
    /// As `differs-value` or `omitted`.
    pub word: &'static str,
    /// How grave.
    pub grade: Grade,
    /// Whether it is over times.
    pub subject: Subject,
    /// Where, by the text's place among those given.
    pub stands: Vec<(usize, Stand)>,
    /// What there is to say.
    pub sentence: Both,
}

impl Report {
    /// Whether anything must be mended before the texts go out.
    #[must_use]
    pub fn has_alarms(&self) -> bool {
        self.texts.iter().any(|text| text.counts.alarms > 0)
            || self.differences().iter().any(|difference| difference.grade == Grade::Alarm)
    }

    /// Keeps what is to be corrected, and what is right; of the notes only their number.
    pub fn leave_out_notes(&mut self) {
        for text in &mut self.texts {
            let is_note = |claim: &ClaimRead| {
                claim.verdict.as_ref().is_some_and(|verdict| verdict.grade == Grade::Note)
            };
            text.claims.retain(|claim| !is_note(claim));
            for claim in &mut text.claims {
                claim.oddity = None;
            }
        }
        if let Compared::Yes { differences, .. } = &mut self.compared {
            differences.retain(|difference| difference.grade != Grade::Note);
        }
    }

    /// How the two languages differ.
    #[must_use]
    pub fn differences(&self) -> &[DifferenceRead] {
        match &self.compared {
            Compared::Yes { differences, .. } => differences,
            Compared::No | Compared::TooLong => &[],
        }
    }
}

impl TextRead {
    /// The words that stand there.
    #[must_use]
    pub fn words(&self, stand: &Stand) -> &str {
        self.text.get(stand.bytes.clone()).unwrap_or_default()
    }
}
