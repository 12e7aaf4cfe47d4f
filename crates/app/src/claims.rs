//! The figures in texts: listing them, holding them against the published ones, and writing texts from those. Nothing is kept.

mod told;
mod writing;

use std::sync::Arc;

use festoon_claims::{Claim, Date, Language, Ledger, Linter, Occasion, align, find};
use festoon_domain::text::Lang;
use festoon_exchange::prose::{self, Prose};
use festoon_guide::claims_report::{
    ClaimRead, Compared, Counted, Counts, Grade, Held, MOST_CLAIMS, Report, TextRead, VerdictRead,
};
use jiff::Timestamp;
use jiff::tz::TimeZone;

pub use writing::{Moved, OfFigure, Older, Slot, Worded, Written, wordings, write};

/// Texts longer than this are not held against each other in two languages, since whatever is far apart would be paired.
const LONGEST_COMPARED: usize = 256 * 1024;

/// Texts of fewer letters than these may be of either language.
const FEW_LETTERS: usize = 12;

/// How much of a text is read at once, so that no more claims are held than are told.
const STRETCH: usize = 1024 * 1024;

/// A published figures file, read.
#[derive(Debug)]
pub struct Figures {
    /// Its name.
    pub file: Arc<str>,
    /// What it says.
    pub ledger: Ledger,
}

/// When texts go out, and of which week they speak when they do not say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Going {
    /// The day.
    pub day: jiff::civil::Date,
    /// The instant, which decides what is embargoed.
    pub at: Timestamp,
    /// As the figures file calls it.
    pub week: Option<String>,
}

impl Figures {
    /// When a text goes out: on `day` at noon, or now. Days begin where the figures file says. Of a file with one week, texts speak of that.
    ///
    /// A day before the year 0 or so far off that it has no noon is refused as `None`.
    #[must_use]
    pub fn going(
        &self,
        day: Option<jiff::civil::Date>,
        week: Option<String>,
        now: Timestamp,
    ) -> Option<Going> {
        let zone = TimeZone::get(&self.ledger.time_zone).unwrap_or(TimeZone::UTC);
        let (day, at) = match day {
            Some(day) => (day, day.at(12, 0, 0, 0).to_zoned(zone).ok()?.timestamp()),
            None => (now.to_zoned(zone).date(), now),
        };
        u16::try_from(day.year()).ok()?;
        let only = match &self.ledger.weeks[..] {
            [week] => Some(week.id.clone()),
            _ => None,
        };
        Some(Going { day, at, week: week.or(only) })
    }

    /// The weeks that texts may speak of.
    #[must_use]
    pub fn weeks(&self) -> Vec<&str> {
        self.ledger.weeks.iter().map(|week| week.id.as_str()).collect()
    }
}

impl Going {
    fn occasion(&self) -> Occasion {
        let part = |part: i8| u8::try_from(part).unwrap_or(1);
        let year = u16::try_from(self.day.year()).ok();
        let day = Date { year, month: part(self.day.month()), day: Some(part(self.day.day())) };
        Occasion { day, at: self.at, week: self.week.clone() }
    }
}

/// Somebody wants to see which figures stand in texts.
#[must_use]
pub fn list(texts: Vec<Prose>) -> Report {
    report(texts, None, |_, text, reading| {
        for claim in find(text) {
            reading.take(&claim, None);
        }
    })
}

/// Somebody holds texts against the published figures before they go out; a Chinese and an English one also against each other.
#[must_use]
pub fn lint(texts: Vec<Prose>, figures: &Figures, going: &Going) -> Report {
    let occasion = going.occasion();
    let linter = Linter::new(&figures.ledger);
    let held =
        Held { file: Arc::clone(&figures.file), figures: figures.ledger.figures.len(), day: going.day };
    report(texts, Some(held), |_, text, reading| {
        for finding in linter.lint(text, &occasion) {
            let verdict = told::verdict(&finding, text, &figures.ledger, occasion.day);
            reading.take(&finding.claim, Some(verdict));
        }
    })
}

/// Somebody holds a Chinese and an English text against each other, without figures.
#[must_use]
pub fn compare(texts: Vec<Prose>) -> Report {
    let compared = compared(&texts);
    Report { compared, ..list(texts) }
}

fn report(texts: Vec<Prose>, held: Option<Held>, read: impl Fn(&Prose, &str, &mut Reading<'_>)) -> Report {
    let compared = if held.is_some() { compared(&texts) } else { Compared::No };
    let texts = texts.into_iter().map(|prose| {
        let mut reading = Reading {
            prose: &prose,
            from: 0,
            counts: Counts::default(),
            alarms: Vec::new(),
            others: Vec::new(),
        };
        for (from, stretch) in stretches(&prose.text) {
            reading.from = from;
            read(&prose, stretch, &mut reading);
        }
        let (counts, claims) = (reading.counts, reading.listed());
        let counted = match prose.counted() {
            prose::Counted::Lines => Counted::Lines,
            prose::Counted::Paragraphs => Counted::Paragraphs,
        };
        TextRead {
            name: Arc::clone(&prose.name),
            lang: lang_of(&prose.text),
            text: prose.text,
            counted,
            claims,
            counts,
        }
    });
    Report { held, texts: texts.collect(), compared }
}

/// A text while it is read, stretch by stretch.
struct Reading<'a> {
    prose: &'a Prose,
    /// Where the stretch begins.
    from: usize,
    counts: Counts,
    alarms: Vec<ClaimRead>,
    others: Vec<ClaimRead>,
}

impl Reading<'_> {
    fn take(&mut self, claim: &Claim, verdict: Option<VerdictRead>) {
        let grade = verdict.as_ref().map(|verdict| verdict.grade);
        self.counts.claims += 1;
        let (count, list) = match grade {
            Some(Grade::Alarm) => (&mut self.counts.alarms, &mut self.alarms),
            Some(Grade::Right) => (&mut self.counts.right, &mut self.others),
            Some(Grade::Note) | None => (&mut self.counts.notes, &mut self.others),
        };
        *count += 1;
        if list.len() < MOST_CLAIMS {
            list.push(told::claim(claim, self.prose, self.from, verdict));
        }
    }

    /// As many as a report lists, alarms before the rest, in the order of the text.
    fn listed(self) -> Vec<ClaimRead> {
        let mut claims = self.alarms;
        let room = MOST_CLAIMS.saturating_sub(claims.len());
        claims.extend(self.others.into_iter().take(room));
        claims.sort_by_key(|claim| claim.stand.bytes.start);
        claims
    }
}

/// The text cut at blank lines into pieces that are read by themselves, as the engine reads paragraphs by themselves.
fn stretches(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
        let mut least = rest.len().min(STRETCH);
        while !rest.is_char_boundary(least) {
            least -= 1;
        }
        let mut most = rest.len().min(2 * STRETCH);
        while !rest.is_char_boundary(most) {
            most -= 1;
        }
        let window = &rest[least..most];
        let cut = window.find("\n\n").map(|at| at + 2).or_else(|| window.find('\n').map(|at| at + 1));
        let (from, length) = (at, cut.map_or(most, |cut| least + cut));
        at += length;
        Some((from, &rest[..length]))
    })
}

/// The language that most letters of a text are of, where it has a few words at all.
#[must_use]
pub fn written_in(text: &str) -> Option<Lang> {
    let letters = text.chars().filter(|letter| letter.is_alphabetic()).take(FEW_LETTERS).count();
    (letters == FEW_LETTERS).then(|| lang_of(text))
}

fn lang_of(text: &str) -> Lang {
    // The beginning tells: a text is written in one language.
    let mut head = text.len().min(64 * 1024);
    while !text.is_char_boundary(head) {
        head -= 1;
    }
    match Language::of(&text[..head]) {
        Language::Zh => Lang::Zh,
        Language::En => Lang::En,
    }
}

fn compared(texts: &[Prose]) -> Compared {
    let [one, other] = texts else { return Compared::No };
    let (zh, en) = match (lang_of(&one.text), lang_of(&other.text)) {
        (Lang::Zh, Lang::En) => (0, 1),
        (Lang::En, Lang::Zh) => (1, 0),
        _ => return Compared::No,
    };
    if texts.iter().any(|text| text.text.len() > LONGEST_COMPARED) {
        return Compared::TooLong;
    }
    told::compared(&align(&texts[zh].text, &texts[en].text), texts, [zh, en])
}
