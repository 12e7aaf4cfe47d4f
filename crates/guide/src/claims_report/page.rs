//! The report as HTML: the body for any page, and the page that stands alone, which carries its own style and needs nothing from outside.

use std::borrow::Cow;
use std::fmt;
use std::io;

use askama::Template;
use festoon_domain::text::Lang;

use super::words::{self, ClaimsReportWords};
use super::{ClaimRead, Compared, DifferenceRead, Grade, MOST_SHOWN, Report, TextRead};

/// How many of the figures that are not to be corrected a page lists under a text: a book has as many, and nobody reads on.
const MOST_OTHERS: usize = 2000;

/// The report for readers of one language, to stand in any page that links `claims.css`.
///
/// # Errors
/// None of its own: only what the template engine says of a full disk or memory.
pub fn body(report: &Report, lang: Lang) -> Result<String, fmt::Error> {
    Body::new(report, lang).render().map_err(|_| fmt::Error)
}

/// Writes the page that stands alone: both languages, the one of `lang` in front.
///
/// # Errors
/// What writing says.
pub fn write_page(report: &Report, lang: Lang, to: &mut impl io::Write) -> io::Result<()> {
    let page = Page {
        lang,
        headline: headline(report, lang),
        ground: include_str!("../../../../assets/css/report-page.css"),
        style: include_str!("../../../../assets/css/claims.css"),
        zh: Body::new(report, Lang::Zh),
        en: Body::new(report, Lang::En),
    };
    page.write_into(to).map_err(io::Error::other)
}

#[derive(Template)]
#[template(path = "claims_report/page.html", whitespace = "minimize")]
struct Page<'a> {
    lang: Lang,
    headline: String,
    ground: &'static str,
    style: &'static str,
    zh: Body<'a>,
    en: Body<'a>,
}

#[derive(Template)]
#[template(path = "claims_report/body.html", whitespace = "suppress")]
struct Body<'a> {
    w: &'static ClaimsReportWords,
    headline: String,
    held: Option<String>,
    texts: Vec<Shown<'a>>,
    compared: Option<Together<'a>>,
}

/// A text with its claims marked.
struct Shown<'a> {
    name: &'a str,
    tag: &'static str,
    counts: Vec<String>,
    pieces: Vec<Piece<'a>>,
    cut: bool,
    /// Above what is not to be corrected.
    rest: &'static str,
    alarms: Vec<Card<'a>>,
    others: Vec<Card<'a>>,
    unlisted: Option<String>,
}

/// Some words of a text, and which claim they are.
struct Piece<'a> {
    words: &'a str,
    claim: Option<Mark>,
}

struct Mark {
    id: String,
    grade: &'static str,
    title: String,
}

/// A claim with what is said of it.
struct Card<'a> {
    id: String,
    grade: &'static str,
    glyph: &'static str,
    words: &'a str,
    tag: &'static str,
    place: String,
    sentence: String,
    said: String,
    /// What stands before the suggested words, they, and what stands behind.
    suggestion: Option<[Cow<'a, str>; 3]>,
}

struct Together<'a> {
    agree: String,
    differences: Vec<Differing<'a>>,
    too_long: bool,
}

struct Differing<'a> {
    grade: &'static str,
    glyph: &'static str,
    sentence: &'a str,
    words: Vec<(&'a str, &'static str, String)>,
}

impl<'a> Body<'a> {
    fn new(report: &'a Report, lang: Lang) -> Self {
        let w = ClaimsReportWords::of(lang);
        let held = report.held.as_ref().map(|held| {
            let date = words::day_of(&held.day.to_string(), lang);
            match lang {
                Lang::Zh => format!("{}：{} · {} {date}", w.against, held.file, w.on_the_day),
                Lang::En => format!("{} {} · {} {date}", w.against, held.file, w.on_the_day),
            }
        });
        let texts = report.texts.iter().enumerate();
        Self {
            w,
            headline: headline(report, lang),
            held,
            texts: texts.map(|(place, text)| Shown::new(place, text, report.held.is_some(), lang)).collect(),
            compared: Together::new(report, lang),
        }
    }
}

impl<'a> Shown<'a> {
    fn new(place: usize, text: &'a TextRead, is_held: bool, lang: Lang) -> Self {
        let w = ClaimsReportWords::of(lang);
        let mut shown = text.text.len().min(MOST_SHOWN);
        while !text.text.is_char_boundary(shown) {
            shown -= 1;
        }
        let counts = text.counts;
        let counted = if is_held {
            vec![w.alarms.of(counts.alarms), w.notes.of(counts.notes), w.rights.of(counts.right)]
        } else {
            vec![w.claims.of(counts.claims)]
        };
        let unlisted = counts.claims.saturating_sub(text.claims.len());
        let cards = text
            .claims
            .iter()
            .enumerate()
            .map(|(number, claim)| Card::new(id(lang, place, number), claim, text, lang));
        let (alarms, mut others): (Vec<_>, Vec<_>) =
            cards.partition(|card| card.grade == Grade::Alarm.word());
        let unlisted = unlisted + others.len().saturating_sub(MOST_OTHERS);
        others.truncate(MOST_OTHERS);
        Self {
            name: &text.name,
            tag: text.lang.tag(),
            counts: counted,
            pieces: pieces(place, text, shown, lang),
            cut: shown < text.text.len(),
            rest: if is_held { w.others } else { w.found },
            alarms,
            others,
            unlisted: (unlisted > 0).then(|| w.unlisted.of(unlisted)),
        }
    }
}

/// The text in stretches; of claims on the same words the first is marked.
fn pieces(place: usize, text: &TextRead, shown: usize, lang: Lang) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut at = 0;
    let mut others = 0;
    for (number, claim) in text.claims.iter().enumerate() {
        let bytes = &claim.stand.bytes;
        // What is not listed has nothing to lead to.
        others += usize::from(grade(claim) != Grade::Alarm);
        if grade(claim) != Grade::Alarm && others > MOST_OTHERS {
            continue;
        }
        if bytes.start < at || bytes.end > shown {
            continue;
        }
        let sentence = claim.verdict.as_ref().map(|verdict| verdict.sentence.read(lang).to_owned());
        let mark = Mark {
            id: id(lang, place, number),
            grade: grade(claim).word(),
            title: sentence.unwrap_or_else(|| words::said(claim, lang)),
        };
        pieces.push(Piece { words: &text.text[at..bytes.start], claim: None });
        pieces.push(Piece { words: &text.text[bytes.clone()], claim: Some(mark) });
        at = bytes.end;
    }
    pieces.push(Piece { words: text.text.get(at..shown).unwrap_or_default(), claim: None });
    pieces
}

impl<'a> Card<'a> {
    fn new(id: String, claim: &'a ClaimRead, text: &'a TextRead, lang: Lang) -> Self {
        let verdict = claim.verdict.as_ref();
        Self {
            id,
            grade: grade(claim).word(),
            glyph: words::glyph(grade(claim)),
            words: text.words(&claim.stand),
            tag: text.lang.tag(),
            place: words::place(&claim.stand, text.counted, lang),
            sentence: verdict.map_or_else(String::new, |verdict| verdict.sentence.read(lang).to_owned()),
            said: words::said(claim, lang),
            suggestion: verdict.and_then(|verdict| verdict.suggested_parts(lang)),
        }
    }
}

impl<'a> Together<'a> {
    fn new(report: &'a Report, lang: Lang) -> Option<Self> {
        let w = ClaimsReportWords::of(lang);
        match &report.compared {
            Compared::No => None,
            Compared::TooLong => Some(Self { agree: String::new(), differences: Vec::new(), too_long: true }),
            Compared::Yes { agree, differences } => Some(Self {
                agree: w.agree.of(*agree),
                differences: differences.iter().map(|one| Differing::new(one, report, lang)).collect(),
                too_long: false,
            }),
        }
    }
}

impl<'a> Differing<'a> {
    fn new(difference: &'a DifferenceRead, report: &'a Report, lang: Lang) -> Self {
        let stands = difference.stands.iter().filter_map(|(text, stand)| {
            let text = report.texts.get(*text)?;
            let place = words::place(stand, text.counted, lang);
            Some((text.words(stand), text.lang.tag(), format!("{} · {place}", text.name)))
        });
        Self {
            grade: difference.grade.word(),
            glyph: words::glyph(difference.grade),
            sentence: difference.sentence.read(lang),
            words: stands.collect(),
        }
    }
}

fn grade(claim: &ClaimRead) -> Grade {
    claim.verdict.as_ref().map_or(Grade::Note, |verdict| verdict.grade)
}

fn id(lang: Lang, text: usize, claim: usize) -> String {
    format!("{}-{text}-{claim}", lang.code())
}

/// What came out, in one line.
fn headline(report: &Report, lang: Lang) -> String {
    let w = ClaimsReportWords::of(lang);
    let of_texts: usize = report.texts.iter().map(|text| text.counts.alarms).sum();
    let of_languages = report.differences().iter().filter(|one| one.grade == Grade::Alarm).count();
    match (&report.held, of_texts + of_languages) {
        (None, 0) => w.found.to_owned(),
        (Some(_), 0) => w.none.to_owned(),
        (_, alarms) => w.alarms.of(alarms),
    }
}
