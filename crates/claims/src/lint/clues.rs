//! What in a text points to a figure: the words of its names, its scope and its week, found in one pass over a paragraph.

use crate::figure::Figure;
use crate::find::lexicon::Lexicon;
use crate::find::scan::Scan;
use crate::find::token::{self, What, is_cjk};
use crate::ledger::Ledger;
use std::collections::BTreeMap;

/// A word of the ledger that stands in a text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Hit {
    /// Where it begins and ends.
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) clue: Clue,
}

/// What a word points to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Clue {
    /// A word of figures' names, by its number.
    Keyword(u32),
    /// A value of a scope key, both by their numbers.
    Scope(u16, u16),
    /// A week by its number.
    Week(u16),
    /// 上届, last year: an earlier week.
    LastWeek,
}

/// The words of a ledger, and what each figure is known by.
#[derive(Debug)]
pub(crate) struct Clues {
    lexicon: Lexicon<Clue>,
    /// For each figure, each of its names as numbers of keywords.
    pub(crate) names: Vec<Vec<Vec<u32>>>,
    /// For each figure, its scope values that have words: key and value by number.
    pub(crate) scopes: Vec<Vec<(u16, u16)>>,
    /// For each figure, its week by number.
    pub(crate) weeks: Vec<Option<u16>>,
    /// How much each keyword tells figures apart.
    pub(crate) weights: Vec<f64>,
    /// The scope keys by number, and which of them is the place.
    pub(crate) keys: Vec<String>,
}

/// Words for an earlier edition.
const BEFORE: [&str; 16] = [
    "上届",
    "上一届",
    "去年",
    "上年",
    "往届",
    "last edition",
    "last year",
    "last time",
    "previous edition",
    "a year earlier",
    "a year ago",
    "a year before",
    "the year before",
    "previous year",
    "上年同期",
    "上次",
];

impl Clues {
    pub(crate) fn new(ledger: &Ledger) -> Self {
        let mut words: Vec<(String, Clue)> =
            BEFORE.iter().map(|word| ((*word).to_owned(), Clue::LastWeek)).collect();
        let mut keywords: BTreeMap<String, u32> = BTreeMap::new();
        let mut names = Vec::new();
        for figure in &ledger.figures {
            names.push(names_of(figure, &mut keywords));
        }
        let number = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
        words.extend(keywords.iter().map(|(word, id)| (word.clone(), Clue::Keyword(*id))));
        for (id, week) in ledger.weeks.iter().enumerate() {
            words.extend(
                week.names.zh.iter().chain(&week.names.en).map(|name| (name.clone(), Clue::Week(number(id)))),
            );
        }
        let keys: Vec<String> = ledger.scopes.keys().cloned().collect();
        let mut values: BTreeMap<(&str, &str), (u16, u16)> = BTreeMap::new();
        for (key_id, (key, entries)) in ledger.scopes.iter().enumerate() {
            for (value_id, (value, said)) in entries.iter().enumerate() {
                let id = (number(key_id), number(value_id));
                values.insert((key, value), id);
                words.extend(
                    said.zh.iter().chain(&said.en).map(|word| (word.clone(), Clue::Scope(id.0, id.1))),
                );
            }
        }
        let scopes = ledger.figures.iter().map(|figure| {
            figure
                .scope
                .iter()
                .filter_map(|(key, value)| values.get(&(key.as_str(), value.as_str())).copied())
                .collect()
        });
        let weeks = ledger.figures.iter().map(|figure| {
            let week = figure.scope.get("week")?;
            ledger.weeks.iter().position(|known| known.id == *week).map(number)
        });
        let weights = weights(&names, keywords.len());
        Self {
            lexicon: Lexicon::new(words.iter().map(|(word, clue)| (word.as_str(), *clue))),
            scopes: scopes.collect(),
            weeks: weeks.collect(),
            names,
            weights,
            keys,
        }
    }

    /// Every word of the ledger in a paragraph, in order.
    pub(crate) fn hits(&self, scan: &Scan) -> Vec<Hit> {
        let text = scan.text;
        let mut hits = Vec::new();
        let mut next = 0;
        let mut inside = false;
        for (at, letter) in text.char_indices() {
            let latin = letter.is_ascii_alphabetic();
            while scan.tokens.get(next).is_some_and(|token| token.end <= at) {
                next += 1;
            }
            if is_cjk(letter) || latin && !inside {
                self.lexicon.each(text, at, letter, |length, clue| {
                    // 企业 inside the word 中小企业 is not the word 企业.
                    let inner = is_cjk(letter)
                        && matches!(clue, Clue::Keyword(_))
                        && !ends_with_token(scan, next, at, at + length);
                    if !inner {
                        hits.push(Hit { start: at, end: at + length, clue });
                    }
                });
            }
            inside = latin;
        }
        hits
    }
}

/// Whether a stretch of text begins where the token `first` does, and ends where one does.
fn ends_with_token(scan: &Scan, first: usize, start: usize, end: usize) -> bool {
    let begins = scan.tokens.get(first).is_some_and(|token| token.start == start);
    let mut tokens = scan.tokens[first.min(scan.tokens.len())..].iter().take_while(|token| token.start < end);
    begins && tokens.any(|token| token.end == end)
}

/// The names of a figure as keywords, each name without what every name has.
fn names_of(figure: &Figure, keywords: &mut BTreeMap<String, u32>) -> Vec<Vec<u32>> {
    let mut names = Vec::new();
    for name in figure.zh.iter().chain(&figure.en) {
        let mut ids: Vec<u32> = words_of(name)
            .into_iter()
            .map(|word| {
                let next = u32::try_from(keywords.len()).unwrap_or(u32::MAX);
                *keywords.entry(word).or_insert(next)
            })
            .collect();
        ids.sort_unstable();
        ids.dedup();
        names.push(ids);
    }
    names
}

/// 外资项目协议金额 becomes 外资, 项目, 协议金额; English names their words of more than two letters.
fn words_of(name: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    token::cut(name, &mut tokens);
    let mut words = Vec::new();
    let mut run = String::new();
    for token in &tokens {
        let letters = &name[token.start..token.end];
        let single = matches!(token.what, What::Other) || letters.chars().count() == 1;
        if letters.chars().all(is_cjk) && single {
            run.push_str(letters);
            continue;
        }
        flush(&mut run, &mut words);
        if letters.is_ascii() {
            let parts = letters.split(|letter: char| !letter.is_ascii_alphanumeric());
            let telling = parts
                .filter(|part| part.len() > 2 && !matches!(*part, "the" | "and" | "with" | "for" | "from"));
            words.extend(telling.map(str::to_lowercase));
        } else {
            words.push(letters.to_owned());
        }
    }
    flush(&mut run, &mut words);
    words
}

fn flush(run: &mut String, words: &mut Vec<String>) {
    if run.chars().count() > 1 {
        words.push(std::mem::take(run));
    }
    run.clear();
}

/// A word of many figures tells little.
#[expect(clippy::cast_precision_loss, reason = "counts of words")]
fn weights(names: &[Vec<Vec<u32>>], count: usize) -> Vec<f64> {
    let mut seen = vec![0_usize; count];
    for figure in names {
        let mut ids: Vec<u32> = figure.iter().flatten().copied().collect();
        ids.sort_unstable();
        ids.dedup();
        for id in ids {
            seen[id as usize] += 1;
        }
    }
    seen.into_iter().map(|times| 0.3 + ((names.len() + 1) as f64 / (times.max(1)) as f64).ln()).collect()
}
