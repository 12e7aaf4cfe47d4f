//! The report for a terminal: a line a claim, beginning with file, line and column, as compilers do, so that editors can jump there.

use std::io;

use festoon_domain::text::Lang;
use festoon_guide::claims_report::{
    ClaimRead, ClaimsReportWords, Compared, DifferenceRead, Grade, Report, Stand, Subject, TextRead, oddity,
    said,
};

/// How many characters of a figure are quoted; five million nines are known by their first.
const MOST_QUOTED: usize = 60;

pub(super) fn write(report: &Report, lang: Lang, to: &mut impl io::Write) -> io::Result<()> {
    let w = ClaimsReportWords::of(lang);
    for text in &report.texts {
        let (told, left): (Vec<_>, Vec<_>) =
            text.claims.iter().partition(|claim| report.held.is_none() || is_told(claim));
        for claim in told {
            line(text, claim, report.held.is_some(), lang, to)?;
        }
        if !left.is_empty() {
            writeln!(to, "{}", w.times_left.of(left.len()))?;
        }
        let left = text.counts.claims.saturating_sub(text.claims.len());
        if left > 0 {
            writeln!(to, "{}", w.unlisted.of(left))?;
        }
    }
    match &report.compared {
        Compared::No => {}
        Compared::TooLong => writeln!(to, "\n{}", w.too_long)?,
        Compared::Yes { agree, differences } => {
            let colon = if lang == Lang::Zh { "：" } else { ": " };
            writeln!(to, "\n{}{colon}{}", w.languages, w.agree.of(*agree))?;
            for difference in differences.iter().filter(|one| !is_of_little(one.subject, one.grade)) {
                differing(difference, &report.texts, lang, to)?;
            }
        }
    }
    summary(report, lang, to)
}

/// Whether a claim has a line of its own: notes on dates and hours would bury the others, and are counted.
fn is_told(claim: &ClaimRead) -> bool {
    claim.verdict.as_ref().is_none_or(|verdict| !is_of_little(claim.subject, verdict.grade))
}

fn is_of_little(subject: Subject, grade: Grade) -> bool {
    subject == Subject::Time && grade == Grade::Note
}

/// Of what is right nothing is said: it would bury the rest.
fn line(
    text: &TextRead,
    claim: &ClaimRead,
    is_held: bool,
    lang: Lang,
    to: &mut impl io::Write,
) -> io::Result<()> {
    let words = quoted(text.words(&claim.stand), lang);
    let Some(verdict) = &claim.verdict else {
        return writeln!(to, "{} {words} {}", at(text, &claim.stand), said(claim, lang));
    };
    if is_held && verdict.grade == Grade::Right {
        // A right number may be written so that nobody should print it: “about nearly 320”.
        return match oddity(claim, lang) {
            Some(odd) => {
                writeln!(to, "{} {} {words} {odd}", at(text, &claim.stand), grade(Grade::Note, lang))
            }
            None => Ok(()),
        };
    }
    let space = if lang == Lang::Zh { "" } else { " " };
    let suggestion = verdict
        .suggested(lang)
        .map_or_else(String::new, |suggestion| format!("{space}{}", legible(&suggestion)));
    let sentence = legible(verdict.sentence.read(lang));
    writeln!(to, "{} {} {words} {sentence}{suggestion}", at(text, &claim.stand), grade(verdict.grade, lang))
}

fn differing(
    difference: &DifferenceRead,
    texts: &[TextRead],
    lang: Lang,
    to: &mut impl io::Write,
) -> io::Result<()> {
    let words: Vec<String> = difference
        .stands
        .iter()
        .filter_map(|(text, stand)| {
            let text = texts.get(*text)?;
            Some(format!("{} {}", at(text, stand), quoted(text.words(stand), lang)))
        })
        .collect();
    let sentence = legible(difference.sentence.read(lang));
    writeln!(to, "{} {} {sentence}", words.join(" ↔ "), grade(difference.grade, lang))
}

fn summary(report: &Report, lang: Lang, to: &mut impl io::Write) -> io::Result<()> {
    let w = ClaimsReportWords::of(lang);
    let sum = |of: fn(&TextRead) -> usize| report.texts.iter().map(of).sum::<usize>();
    let claims = sum(|text| text.counts.claims);
    if report.held.is_none() {
        return writeln!(to, "\n{}", w.claims.of(claims));
    }
    let differing = report.differences().iter().filter(|one| one.grade == Grade::Alarm).count();
    let alarms = sum(|text| text.counts.alarms) + differing;
    let counted = [
        if alarms == 0 { w.none.to_owned() } else { w.alarms.of(alarms) },
        w.notes.of(sum(|text| text.counts.notes)),
        w.rights.of(sum(|text| text.counts.right)),
    ];
    writeln!(to, "\n{}", counted.join(if lang == Lang::Zh { "，" } else { ", " }))
}

fn at(text: &TextRead, stand: &Stand) -> String {
    format!("{}:{}:{}:", legible(&text.name), stand.line, stand.column)
}

const fn grade(grade: Grade, lang: Lang) -> &'static str {
    match (grade, lang) {
        (Grade::Alarm, Lang::Zh) => "［更正］",
        (Grade::Note, Lang::Zh) => "［提示］",
        (Grade::Right, Lang::Zh) => "［无误］",
        (Grade::Alarm, Lang::En) => "[correct]",
        (Grade::Note, Lang::En) => "[note]",
        (Grade::Right, Lang::En) => "[right]",
    }
}

fn quoted(words: &str, lang: Lang) -> String {
    let mut words = legible(words);
    if let Some((end, _)) = words.char_indices().nth(MOST_QUOTED) {
        words.truncate(end);
        words.push('…');
    }
    if lang == Lang::Zh { format!("「{words}」") } else { format!("“{words}”") }
}

/// Without what would steer a terminal or turn its writing round.
fn legible(words: &str) -> String {
    let steers = |character: char| {
        character.is_control()
            || matches!(character, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    words.chars().map(|character| if steers(character) { ' ' } else { character }).collect()
}
