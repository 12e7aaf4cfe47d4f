//! Whole sentences that should not be there, and what one language says and the other does not.

use super::Here;
use super::numbers::wrong_value;
use crate::mutator::marks::{Language, Mark, Paragraph};
use crate::mutator::numerals::{decimal, micro, reading};
use crate::mutator::truth::{Figure, Truth};
use crate::mutator::words::{leaks, strangers as sentences, vague};
use crate::mutator::{Mutation, Verdict};
use fastrand::Rng;

/// The secrets of the week a text speaks of, each told at the end of a text that goes out before their time.
pub(super) fn embargoed(paragraph: &Paragraph, truth: &Truth) -> Vec<Mutation> {
    let secret = |figure: &&Figure| {
        figure.secret_until.as_ref().is_some_and(|until| paragraph.day[..] < until[..10.min(until.len())])
    };
    let mut made = Vec::new();
    let of_the_week = |figure: &&Figure| figure.scope("week") == Some(paragraph.week.as_str());
    for figure in truth.figures.iter().filter(of_the_week).filter(secret) {
        let Some((value, name)) = said(figure, paragraph.language) else { continue };
        for sentence in leaks(paragraph.language) {
            let sentence = sentence.replace("{name}", name);
            let mark = Mark {
                place: 0..0,
                kind: if figure.unit.len() == 3 { "money" } else { "count" }.to_owned(),
                value: decimal(figure.low.expect("a secret is exact")),
                unit: figure.unit.clone(),
                flags: vec![format!("figure:{}", figure.id)],
            };
            made.push(appended(paragraph, Verdict::Embargoed, &sentence, "{value}", &value, mark));
        }
    }
    made
}

/// A secret's value in words, and its name. Scores and ranks read differently and are left out.
fn said(figure: &Figure, language: Language) -> Option<(String, &str)> {
    let value = figure.low?;
    let is_money = figure.unit == "CNY";
    let (hundred_million, ten_thousand) = (100_000_000_000_000, 10_000_000_000);
    let written = match (language, figure.unit.as_str()) {
        (Language::Chinese, "CNY") if value >= hundred_million => {
            format!("{}亿元", decimal(value / 100_000_000))
        }
        (Language::Chinese, "CNY") if value >= ten_thousand => format!("{}万元", decimal(value / 10_000)),
        (Language::Chinese, "project") => format!("{}个", decimal(value)),
        (Language::Chinese, "case") => format!("{}件", decimal(value)),
        (Language::English, "project") => format!("{} projects", decimal(value)),
        (Language::English, "case") => format!("{} cases", decimal(value)),
        (Language::English, _) if is_money && value >= 1_000_000_000_000_000 => {
            format!("{} billion yuan", decimal(value / 1_000_000_000))
        }
        (Language::English, _) if is_money => format!("{} million yuan", decimal(value / 1_000_000)),
        _ => return None,
    };
    Some((written, if language == Language::Chinese { &figure.zh } else { &figure.en }))
}

pub(super) fn strangers(paragraph: &Paragraph, truth: &Truth, chance: &mut Rng) -> Vec<Mutation> {
    let sentence = sentences(paragraph.language)[chance.usize(..sentences(paragraph.language).len())];
    let number = (0..100).map(|_| chance.i128(13..=980) * 1_000_000).find(|number| {
        truth.figures.iter().all(|figure| figure.low != Some(*number) && figure.high != Some(*number))
    });
    let Some(number) = number else { return Vec::new() };

    let digits = decimal(number);
    let mark = Mark {
        place: 0..0,
        kind: "count".to_owned(),
        value: digits.clone(),
        unit: "item".to_owned(),
        flags: Vec::new(),
    };
    vec![appended(paragraph, Verdict::NotAmong, sentence, "{}", &digits, mark)]
}

fn appended(
    paragraph: &Paragraph,
    verdict: Verdict,
    sentence: &str,
    slot: &str,
    words: &str,
    mark: Mark,
) -> Mutation {
    let (before, behind) = sentence.split_once(slot).expect("every sentence has its slot");
    let mut paragraph = paragraph.clone();
    paragraph.text.push_str(before);
    let start = paragraph.text.len();
    paragraph.text.push_str(words);
    let place = start..paragraph.text.len();
    paragraph.text.push_str(behind);
    paragraph.marks.push(Mark { place: place.clone(), ..mark });
    Mutation { verdict, paragraph, places: vec![place], other: None }
}

/// One language says another number, or none.
pub(super) fn between(pair: &[Paragraph; 2], truth: &Truth, chance: &mut Rng) -> Vec<Mutation> {
    let mut made = Vec::new();
    for (paragraph, other) in [(&pair[0], &pair[1]), (&pair[1], &pair[0])] {
        for at in 0..paragraph.marks.len() {
            let here = Here { paragraph, at, truth };
            if here.figure().is_none() {
                continue;
            }
            let told_once =
                paragraph.marks.iter().filter(|mark| mark.value == here.mark().value).count() == 1;
            made.extend(
                disagreeing(here, chance)
                    .into_iter()
                    .chain(omitted(here).filter(|_| told_once))
                    .map(|made| Mutation { other: Some(other.clone()), ..made }),
            );
        }
    }
    made
}

fn disagreeing(here: Here<'_>, chance: &mut Rng) -> Option<Mutation> {
    let stated = micro(&here.mark().value)?;
    let readable = reading(here.words(), &here.mark().kind) == Some(stated);
    readable.then(|| wrong_value(here, stated, chance, Verdict::Disagrees)).flatten()
}

/// The figure gives way to words; its mark goes with it.
fn omitted(here: Here<'_>) -> Option<Mutation> {
    let mark = here.mark();
    let words = vague(&mark.kind, here.paragraph.language)[here.at % 2];
    if !matches!(mark.kind.as_str(), "count" | "money" | "share") {
        return None;
    }
    let mut made = here.mutation(Verdict::Omitted, words, mark.clone());
    made.paragraph.marks.remove(here.at);
    Some(made)
}
