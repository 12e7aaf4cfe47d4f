//! The figure stays whole and what is said of it changes: its stage, its scope, its date.

use super::Here;
use crate::mutator::marks::{Language, Mark};
use crate::mutator::words::{other_scopes, other_stages};
use crate::mutator::{Mutation, Verdict};

/// How many days too old an as-of date is made.
const TOO_OLD: [u32; 6] = [1, 2, 3, 5, 7, 8];

pub(super) fn all(here: Here<'_>) -> Vec<Mutation> {
    match here.mark().kind.as_str() {
        "stage" => stages(here),
        "scope" => scopes(here),
        "date" if here.mark().flag("as-of").is_some() => dates(here),
        _ => Vec::new(),
    }
}

/// Where one word alone says the stage of the figures in its sentence.
fn stages(here: Here<'_>) -> Vec<Mutation> {
    let (paragraph, mark) = (here.paragraph, here.mark());
    let sentence = paragraph.sentence(here.at);
    let same = sentence
        .iter()
        .filter(|&&at| paragraph.marks[at].kind == "stage" && paragraph.marks[at].value == mark.value);
    let alone = same.count() == 1;
    let told: Vec<_> = sentence
        .into_iter()
        .filter(|&at| {
            let figure = &paragraph.marks[at];
            figure.flag("stage") == Some(&mark.value) && figure.flag("figure").is_some()
        })
        .collect();
    let before = paragraph.text[..mark.place.start].trim_end();
    let led_up_to = ["expected", "due", "going", "yet", "and"].iter().any(|word| before.ends_with(word));
    if !alone || told.is_empty() || led_up_to {
        return Vec::new();
    }

    let others =
        other_stages(here.words(), paragraph.language).iter().filter(|(_, stage)| *stage != mark.value);
    others
        .map(|(words, stage)| {
            let mut made = here.mutation(Verdict::WrongStage, words, mark.valued(stage));
            for &at in &told {
                let figure = made.paragraph.marks[at].flagged("stage", Some(stage));
                made.places.push(figure.place.clone());
                made.paragraph.marks[at] = figure;
            }
            made
        })
        .collect()
}

/// The nearest figure behind the scope word in its sentence, or else before it, is what the word speaks of.
fn scopes(here: Here<'_>) -> Vec<Mutation> {
    let (paragraph, mark) = (here.paragraph, here.mark());
    let Some((key, now)) = mark.value.split_once('=') else { return Vec::new() };
    let sentence = paragraph.sentence(here.at);
    let is_of_it = |at: &&usize| {
        let id = paragraph.marks[**at].flag("figure");
        id.is_some_and(|id| here.truth.figure(id).scope(key) == Some(now))
    };
    let behind = sentence.iter().filter(|at| **at > here.at).find(is_of_it);
    let Some(&at) = behind.or_else(|| sentence.iter().rev().filter(|at| **at < here.at).find(is_of_it))
    else {
        return Vec::new();
    };

    // A place or sector of another ledger says nothing to a linter that has this one.
    let is_known = |scope: &str| {
        scope.split_once('=').is_some_and(|(key, word)| {
            here.truth.figures.iter().any(|figure| figure.scope(key) == Some(word))
        })
    };
    other_scopes(here.words())
        .filter(|(_, scope)| is_known(scope))
        .map(|(words, scope)| {
            let mut made = here.mutation(Verdict::ScopeDiffers, words, mark.valued(scope));
            made.places.push(made.paragraph.marks[at].place.clone());
            made
        })
        .collect()
}

/// An as-of date some days before the day on which the figures below it held.
fn dates(here: Here<'_>) -> Vec<Mutation> {
    let (paragraph, mark) = (here.paragraph, here.mark());
    let dated: Vec<_> = paragraph
        .marks
        .iter()
        .enumerate()
        .filter(|(_, figure)| figure.flag("asof") == Some(&mark.value) && figure.flag("figure").is_some())
        .map(|(at, _)| at)
        .collect();
    if dated.is_empty() {
        return Vec::new();
    }

    let made = TOO_OLD.iter().filter_map(|days| {
        let (words, older) = earlier(here.words(), mark, *days, paragraph.language)?;
        let mut made = here.mutation(Verdict::Stale, &words, older.clone());
        for &at in &dated {
            let figure = made.paragraph.marks[at].flagged("asof", Some(&older.value));
            made.places.push(figure.place.clone());
            made.paragraph.marks[at] = figure;
        }
        Some(made)
    });
    made.collect()
}

fn earlier(words: &str, mark: &Mark, days: u32, language: Language) -> Option<(String, Mark)> {
    let (month, day) = mark.value.rsplit_once('-')?;
    let day: u32 = day.parse().ok()?;
    let older = day.checked_sub(days).filter(|day| *day > 0)?;

    let behind = if language == Language::Chinese { "日" } else { "" };
    let at = words.rfind(&format!("{day}{behind}"))?;
    let words = format!("{}{older}{}", &words[..at], &words[at + day.to_string().len()..]);
    Some((words, mark.valued(&format!("{month}-{older:02}"))))
}
