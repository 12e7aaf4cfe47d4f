//! The right number in the author's own words: 49场 becomes 48场, and not 48项; 超过3万人次 becomes 超过4.1万人次.
//!
//! Only the number is changed, and what is counted where that was wrong. Whatever comes out is read back; what does not
//! state the figure is not given out, and the caller's own wording stands instead.

use super::number;
use super::stated;
use crate::calendar::Date;
use crate::claim::{Claim, Hedge, Kind, Value};
use crate::figure::Figure;
use crate::ledger::HedgeRules;
use crate::lint::Language;
use crate::lint::verdicts::judge;
use crate::number::Number;
use crate::unit::Unit;
use std::ops::Range;

/// What of the author's words is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wrong {
    /// The number.
    Number,
    /// What is counted; the number stays.
    Counted,
}

/// The words of a claim made right, where that can be done within them.
pub(crate) fn in_style_of(
    words: &str,
    claim: &Claim,
    wrong: Wrong,
    figure: &Figure,
    value: Value,
    language: Language,
    rules: &HedgeRules,
) -> Option<String> {
    if let (Value::Date(said), Value::Date(truth)) = (claim.value, value) {
        return day(words, said, truth);
    }
    let Value::Number(truth) = value else { return None };
    if figure.kind == Kind::Edition && claim.kind == Kind::Edition {
        return edition(words, truth, language);
    }
    let span = numeral(words)?;
    if !matches!(figure.kind, Kind::Count | Kind::Money) || claim.kind != figure.kind {
        return None;
    }
    let text = match wrong {
        Wrong::Number => {
            let told = match claim.hedge {
                None => truth,
                Some(hedge) => bent(hedge, truth, figure, rules)?,
            };
            // One thing and several are said otherwise in English.
            if language == Language::En && (told == Number::ONE || claim.value == Value::Number(Number::ONE))
            {
                return None;
            }
            let number = restyled(&words[span.clone()], told, figure.kind, language);
            let text = format!("{}{number}{}", &words[..span.start], &words[span.end..]);
            // 86000人 for visits: a right number of what is not counted would be no right wording.
            if counts_others(claim, figure) {
                let end = span.start + number.len();
                counted(&text, end, figure, language)?
            } else {
                text
            }
        }
        Wrong::Counted => counted(words, span.end, figure, language)?,
    };
    stated(&text, figure, value, rules).map(|_| text)
}

/// Words up to the end of their number, with what the figure counts behind it.
fn counted(words: &str, end: usize, figure: &Figure, language: Language) -> Option<String> {
    let behind = words[end..].starts_with(['余', '多']);
    let unit = figure.unit?;
    Some(match language {
        Language::Zh => {
            let end = end + if behind { '余'.len_utf8() } else { 0 };
            format!("{}{}", &words[..end], unit.zh())
        }
        Language::En => format!("{} {}", &words[..end], unit.en()),
    })
}

/// Whether a claim counts people where the figure counts visits, or the other way round.
fn counts_others(claim: &Claim, figure: &Figure) -> bool {
    let people = |unit: Unit| matches!(unit, Unit::Person | Unit::Visitor);
    claim.unit.zip(figure.unit).is_some_and(|(said, truth)| {
        people(said) && truth == Unit::Visit || said == Unit::Visit && people(truth)
    })
}

/// “November 24” becomes “November 23”: where the month is right, only the day is another.
fn day(words: &str, said: Date, truth: Date) -> Option<String> {
    let (wrong, right) = (said.day?.to_string(), truth.day?);
    let year = said.year.is_none() || said.year == truth.year;
    if !year || said.month != truth.month {
        return None;
    }
    let own = |at: &usize| {
        let digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
        let behind = &words[at + wrong.len()..];
        !digit(words[..*at].chars().next_back())
            && !digit(behind.chars().next())
            && !behind.starts_with(['月', '年', '/', '-'])
    };
    let places: Vec<usize> = words.match_indices(&wrong).map(|(at, _)| at).filter(own).collect();
    let [at] = places[..] else { return None };
    let behind = &words[at + wrong.len()..];
    let ordinal = ["st", "nd", "rd", "th"].iter().find_map(|end| behind.strip_prefix(end));
    Some(match ordinal {
        Some(behind) => format!("{}{}{behind}", &words[..at], number::ordinal(Number::whole(right.into()))),
        None => format!("{}{right}{behind}", &words[..at]),
    })
}

/// A number on the hedge's side of the truth that it is true of: of one digit where that says it to within 2 %, else of two, else of one.
fn bent(hedge: Hedge, truth: Number, figure: &Figure, rules: &HedgeRules) -> Option<Number> {
    let honest = figure.hedges.as_ref().is_none_or(|hedges| hedges.contains(&hedge));
    let magnitude = truth.magnitude().filter(|_| honest)?;
    let above = matches!(hedge, Hedge::Nearly | Hedge::Under | Hedge::AtMost);
    let within = |hundredths| truth.times(Number::fraction(hundredths, 100)?);
    let ways = [(magnitude, within(2)), (magnitude - 1, within(10)), (magnitude, within(10))];
    ways.into_iter().find_map(|(power, allowed)| {
        let step =
            Number::scaled(1, power).filter(|step| figure.kind != Kind::Count || *step >= Number::ONE)?;
        let told = match hedge {
            Hedge::About => truth.rounded_to(step)?,
            _ if above => truth.down_to(step)?.plus(step)?,
            _ => truth.down_to(step)?,
        };
        let apart = told.minus(truth)?.size();
        (apart <= allowed? && judge::holds(hedge, told, truth, super::step_of(told)?, rules)).then_some(told)
    })
}

/// 第六届 becomes 第五届, and 第6届 第5届; an ordinal whose noun stands elsewhere keeps to itself: “the 6th Innovation Week”.
fn edition(words: &str, truth: Number, language: Language) -> Option<String> {
    let digits = words.contains(|letter: char| letter.is_ascii_digit());
    match language {
        Language::Zh if !digits && words.starts_with('第') => Some(number::edition_zh(truth)),
        Language::Zh if digits => Some(format!("第{truth}届")),
        Language::En if !words.contains(' ') => Some(number::ordinal(truth)),
        _ => None,
    }
}

/// Where the digits of some words stand with their scale: `3万` in 超过3万人次, `5 billion` in “nearly 5 billion yuan”.
fn numeral(words: &str) -> Option<Range<usize>> {
    let start = words.find(|letter: char| letter.is_ascii_digit())?;
    let inside = |letter: char| letter.is_ascii_digit() || matches!(letter, ',' | '.');
    let digits = words[start..].find(|letter| !inside(letter)).map_or(words.len(), |end| start + end);
    let digits = start + words[start..digits].trim_end_matches([',', '.']).len();
    let behind = &words[digits..];
    let scale = ["万亿", "亿", "万", " trillion", " billion", " million", " thousand", "bn", "mn", "m"]
        .into_iter()
        .find(|scale| {
            let rest = behind.strip_prefix(scale);
            rest.is_some_and(|rest| {
                !scale.is_ascii() || !rest.starts_with(|next: char| next.is_ascii_alphabetic())
            })
        });
    let end = digits + scale.map_or(0, str::len);
    let again = words[end..].contains(|letter: char| letter.is_ascii_digit());
    (!again).then_some(start..end)
}

/// A number as the author writes numbers: with the same scale, with commas or without.
fn restyled(said: &str, told: Number, kind: Kind, language: Language) -> String {
    let plain = said.bytes().all(|byte| byte.is_ascii_digit() || byte == b',');
    let small = told < Number::whole(1_000_000) && told.is_whole();
    if plain && small {
        let is_grouped = said.contains(',') || language == Language::En && said.len() < 4;
        return if is_grouped { number::grouped(told) } else { told.to_string() };
    }
    let same_scale = [("亿", 8), ("万", 4)].into_iter().find_map(|(word, power)| {
        let digits = told.shifted(-power).filter(|_| said.ends_with(word) && !said.ends_with("万亿"))?;
        let fits = digits >= Number::ONE && digits < Number::whole(10_000);
        let digits = digits.to_string();
        (fits && !digits.contains('/') && digits.len() <= 9).then(|| format!("{digits}{word}"))
    });
    same_scale.unwrap_or_else(|| match language {
        Language::Zh => number::scaled_zh(told, kind),
        Language::En => number::scaled_en(told),
    })
}
