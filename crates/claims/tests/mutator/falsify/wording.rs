//! The number stays and its words change: another currency or measure, a hedge turned round, other things counted.

use super::Here;
use crate::mutator::marks::{Language, Mark};
use crate::mutator::numerals::{decimal, micro};
use crate::mutator::truth::Tolerance;
use crate::mutator::words::{hedges, other_counted, other_nouns, other_units, unhedged};
use crate::mutator::{Mutation, Verdict};

pub(super) fn all(here: Here<'_>) -> Vec<Mutation> {
    if here.mark().kind == "noun" {
        return nouns(here);
    }
    if here.figure().is_none() {
        return Vec::new();
    }
    let mut made = units(here);
    made.extend(turned_hedges(here));
    made.extend(counted(here));
    made
}

fn units(here: Here<'_>) -> Vec<Mutation> {
    let mark = here.mark();
    let others = other_units(here.words(), here.paragraph.language);
    others
        .into_iter()
        .map(|(words, unit)| here.mutation(Verdict::WrongUnit, &words, measured(mark, unit)))
        .collect()
}

/// The mark in another unit; a share that became percentage points is counted in them.
fn measured(mark: &Mark, unit: &str) -> Mark {
    let mut other = Mark { unit: unit.to_owned(), ..mark.clone() };
    let value = micro(&mark.value);
    match (mark.kind.as_str(), unit, value) {
        ("share", "point", Some(value)) => {
            (other.kind, other.value) = ("points".to_owned(), decimal(value * 100));
        }
        ("points", "percent", Some(value)) => {
            (other.kind, other.value) = ("share".to_owned(), decimal(value / 100));
        }
        _ => {}
    }
    other
}

/// The stated number with a hedge that says the truth lies on the other side, or apart from it when it is exact.
fn turned_hedges(here: Here<'_>) -> Vec<Mutation> {
    let (mark, language) = (here.mark(), here.paragraph.language);
    let Some(figure) = here.figure() else { return Vec::new() };
    let known = micro(&mark.value).zip(here.in_force()).zip(unhedged(here.words(), language));
    let Some(((stated, (low, high)), bare)) = known else { return Vec::new() };
    let plain = matches!(mark.kind.as_str(), "count" | "money" | "share") && figure.unit == mark.unit;
    if !plain || figure.tolerant == Tolerance::Some {
        return Vec::new();
    }

    let clearly = stated / 200;
    let false_ones: &[&str] = if low == stated && high == stated {
        &["nearly", "over", "under"]
    } else if low > stated + clearly || (low > stated && low != high) {
        &["nearly", "under", "at-most"]
    } else if high < stated - clearly || (high < stated && low != high) {
        &["over", "at-least"]
    } else {
        &[]
    };
    let wordings =
        false_ones.iter().flat_map(|hedge| hedges(hedge, language).iter().map(move |words| (*hedge, *words)));
    let written = wordings.map(|(hedge, words)| (hedge, as_begun(here, &format!("{words}{bare}"))));
    written
        .map(|(hedge, words)| {
            here.mutation(Verdict::HedgeContradicts, &words, mark.flagged("hedge", Some(hedge)))
        })
        .collect()
}

/// A capital where a sentence begins.
fn as_begun(here: Here<'_>, words: &str) -> String {
    let before = here.paragraph.text[..here.mark().place.start].trim_end();
    let begins = before.is_empty() || before.ends_with(['.', '!', '?', '\n']);
    if here.paragraph.language == Language::Chinese || !begins {
        return words.to_owned();
    }
    let (first, rest) = words.split_at(1);
    first.to_uppercase() + rest
}

fn counted(here: Here<'_>) -> Vec<Mutation> {
    let mark = here.mark();
    // 名 and 人 count many kinds of people; only of visitors it is certain that visits are something else.
    let people = here.paragraph.language == Language::Chinese && mark.unit == "person";
    if mark.kind != "count" || people {
        return Vec::new();
    }
    let others = other_counted(here.words(), here.paragraph.language);
    let others = others.into_iter().filter(|(_, unit)| *unit != mark.unit);
    others
        .map(|(words, unit)| {
            here.mutation(Verdict::CountedDiffers, &words, Mark { unit: unit.to_owned(), ..mark.clone() })
        })
        .collect()
}

/// A noun behind a classifier: it is falsified together with the figure before it.
fn nouns(here: Here<'_>) -> Vec<Mutation> {
    let Some(before) = here.at.checked_sub(1).map(|at| &here.paragraph.marks[at]) else { return Vec::new() };
    let close = before.place.end == here.mark().place.start && before.flag("figure").is_some();
    if !close {
        return Vec::new();
    }
    other_nouns(here.words(), here.paragraph.language)
        .into_iter()
        .map(|(noun, unit)| {
            let mark = Mark { value: unit.to_owned(), ..here.mark().clone() };
            let mut made = here.mutation(Verdict::CountedDiffers, &noun, mark);
            unit.clone_into(&mut made.paragraph.marks[here.at - 1].unit);
            made.places.push(made.paragraph.marks[here.at - 1].place.clone());
            made
        })
        .collect()
}
