//! What in a text points to a figure: the words of its names, its scope and its week, found in one pass over a paragraph.

use super::shapes::Shapes;
use crate::claim::Kind;
use crate::figure::Figure;
use crate::find::find;
use crate::find::lexicon::Lexicon;
use crate::find::scan::Scan;
use crate::find::sense::Sense;
use crate::find::token::{self, What, is_cjk};
use crate::ledger::Ledger;
use crate::number::Number;
use crate::unit::Unit;
use std::collections::{BTreeMap, HashSet};

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
    Scope(u16, u16, Word),
    /// A week by its number.
    Week(u16),
    /// 上届, last year: an earlier week.
    LastWeek,
    /// 次日, a day: a part in time.
    Day,
    /// 其中, each, on average: a part of what the figures count.
    Part,
}

/// Whether a word names its place or only describes one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Word {
    /// 南京市
    Proper,
    /// 全市, city-wide: of whatever city the text is about.
    Generic,
}

/// The words of a ledger, and what each figure is known by.
#[derive(Debug)]
pub(crate) struct Clues {
    lexicon: Lexicon<Clue>,
    /// For each figure, each of its names: what it weighs, and its keywords with their weights.
    pub(crate) names: Vec<Vec<(f64, Vec<(u32, f64)>)>>,
    /// For each keyword, the figures in whose names it is.
    pub(crate) figures_of: Vec<Vec<u32>>,
    /// For each figure, the limit in its name: 1 billion in “projects above 1 billion yuan”.
    pub(crate) classes: Vec<Option<Number>>,
    /// Each week's scopes, by key and value; under no week those of all.
    pub(crate) week_scopes: HashSet<(Option<u16>, u16, u16)>,
    /// How the values of the figures look.
    pub(crate) shapes: Shapes,
    /// For each figure, its scope values that have words: key and value by number.
    pub(crate) scopes: Vec<Vec<(u16, u16)>>,
    /// For each figure, its week by number.
    pub(crate) weeks: Vec<Option<u16>>,
    /// Whether a figure is the only one of its week that counts in its unit, and the unit counts little else.
    pub(crate) sole: Vec<bool>,
    /// The units of those, with their weeks.
    pub(crate) sole_units: HashSet<(Option<u16>, Unit)>,
    /// For each unit, the keywords that are nouns of it: “firms” says the keyword “companies”.
    pub(crate) nouns: BTreeMap<Unit, Vec<u32>>,
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

/// Words for a part of what is counted.
const PARTS: [&str; 14] = [
    "其中", "平均", "人均", "前两项", "首期", "单家", "单个", "另有", "of them", "each", "average", "a day", "per", "in the first",
];

/// Words for a part in time of what is counted.
const DAYS: [&str; 9] = ["当日", "单日", "当天", "首日", "每天", "每日", "第二天", "次日", "日均"];

impl Clues {
    pub(crate) fn new(ledger: &Ledger) -> Self {
        let fixed = |words: &[&str], clue: Clue| -> Vec<(String, Clue)> {
            words.iter().map(|word| ((*word).to_owned(), clue)).collect()
        };
        let mut words = fixed(&BEFORE, Clue::LastWeek);
        words.extend(fixed(&PARTS, Clue::Part));
        words.extend(fixed(&DAYS, Clue::Day));
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
                for spelled in [&said.zh, &said.en] {
                    let first: String =
                        spelled.first().map(|word| word.chars().take(2).collect()).unwrap_or_default();
                    words.extend(spelled.iter().map(|word| {
                        let proper = word.to_lowercase().starts_with(&first.to_lowercase());
                        (
                            word.clone(),
                            Clue::Scope(id.0, id.1, if proper { Word::Proper } else { Word::Generic }),
                        )
                    }));
                }
            }
        }
        let scopes: Vec<Vec<(u16, u16)>> = ledger
            .figures
            .iter()
            .map(|figure| {
                let known = |(key, value): (&String, &String)| values.get(&(key.as_str(), value.as_str())).copied();
                figure.scope.iter().filter_map(known).collect()
            })
            .collect();
        let weeks: Vec<Option<u16>> = ledger
            .figures
            .iter()
            .map(|figure| {
                let week = figure.scope.get("week")?;
                ledger.weeks.iter().position(|known| known.id == *week).map(number)
            })
            .collect();
        let sole: Vec<bool> = ledger.figures.iter().map(|figure| is_sole(ledger, figure)).collect();
        let weights = weights(&names, keywords.len());
        let mut week_scopes = HashSet::new();
        for (week, own) in weeks.iter().zip(&scopes) {
            week_scopes.extend(own.iter().flat_map(|(key, value)| [(*week, *key, *value), (None, *key, *value)]));
        }
        Self {
            lexicon: Lexicon::new(words.iter().map(|(word, clue)| (word.as_str(), *clue))),
            week_scopes,
            figures_of: figures_of(&names, keywords.len()),
            classes: ledger.figures.iter().map(class).collect(),
            shapes: Shapes::new(ledger),
            scopes,
            sole_units: sole_units(ledger, &sole, &weeks),
            weeks,
            names: weighed(&names, &weights),
            sole,
            nouns: nouns(&keywords),
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
    // 互动 is the word in 互动量 and 互动次数.
    let measured = |token: &token::Token| {
        token.end == end
            || token.end > end
                && matches!(
                    &scan.text[end..token.end],
                    "量" | "数" | "额" | "率" | "者" | "次" | "次数" | "人数" | "总量" | "总数"
                )
    };
    begins && tokens.any(measured)
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
        // 增幅 and growth are told by the change that a claim says.
        if matches!(token.what, What::Known(Sense::Change(_) | Sense::Extent(_))) && tokens.len() > 1 {
            flush(&mut run, &mut words);
            continue;
        }
        let letters = &name[token.start..token.end];
        let single = matches!(token.what, What::Other) || letters.chars().count() == 1;
        if letters.chars().all(is_cjk) && single {
            run.push_str(letters);
            continue;
        }
        flush(&mut run, &mut words);
        if letters.is_ascii() {
            let parts = letters.split(|letter: char| !letter.is_ascii_alphanumeric());
            let telling = parts.filter(|part| {
                part.len() > 2
                    && !part.starts_with(|first: char| first.is_ascii_digit())
                    && !matches!(
                        *part,
                        "the"
                            | "and"
                            | "with"
                            | "for"
                            | "from"
                            | "days"
                            | "week"
                            | "hours"
                            | "last"
                            | "total"
                            | "number"
                            | "year"
                    )
            });
            words.extend(telling.map(str::to_lowercase));
        } else {
            let stem = letters.trim_end_matches(['量', '数', '额', '率', '者']);
            words.push(if stem.chars().count() > 1 { stem } else { letters }.to_owned());
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

fn weighed(names: &[Vec<Vec<u32>>], weights: &[f64]) -> Vec<Vec<(f64, Vec<(u32, f64)>)>> {
    let one = |ids: &Vec<u32>| {
        let weighed: Vec<(u32, f64)> = ids.iter().map(|id| (*id, weights[*id as usize])).collect();
        (weighed.iter().map(|(_, weight)| weight).sum(), weighed)
    };
    names.iter().map(|names| names.iter().filter(|ids| !ids.is_empty()).map(one).collect()).collect()
}

fn figures_of(names: &[Vec<Vec<u32>>], count: usize) -> Vec<Vec<u32>> {
    let mut figures: Vec<Vec<u32>> = vec![Vec::new(); count];
    for (figure, names) in names.iter().enumerate() {
        for id in names.iter().flatten() {
            figures[*id as usize].extend(u32::try_from(figure));
        }
    }
    figures
}

/// The limit that a figure's names tell.
fn class(figure: &Figure) -> Option<Number> {
    let names = figure.zh.iter().chain(&figure.en).flat_map(|name| find(name));
    names.into_iter().find(|claim| claim.kind == Kind::Money && claim.hedge.is_some())?.value.number()
}

fn nouns(keywords: &BTreeMap<String, u32>) -> BTreeMap<Unit, Vec<u32>> {
    let mut nouns: BTreeMap<Unit, Vec<u32>> = BTreeMap::new();
    let mut tokens = Vec::new();
    for (word, id) in keywords {
        token::cut(word, &mut tokens);
        let general =
            [Unit::Person, Unit::Item, Unit::Time, Unit::Country, Unit::Place, Unit::Session, Unit::City];
        if let [token::Token { what: What::Known(Sense::Noun(unit)), .. }] = &tokens[..]
            && !general.contains(unit)
        {
            nouns.entry(*unit).or_default().push(*id);
        }
    }
    nouns
}

fn sole_units(ledger: &Ledger, sole: &[bool], weeks: &[Option<u16>]) -> HashSet<(Option<u16>, Unit)> {
    let figures = ledger.figures.iter().zip(sole).zip(weeks).filter(|((_, sole), _)| **sole);
    figures.filter_map(|((figure, _), week)| Some((*week, figure.unit?))).collect()
}

fn is_sole(ledger: &Ledger, figure: &Figure) -> bool {
    use Unit::{
        Achievement, Agreement, Award, Booth, Chain, Checkpoint, Country, Demand, Exhibit, ExhibitionPoint, Interaction, Job,
        KilowattHour, Language, Media, Meeting, Patent, Report, SquareMetre, Stamp, Team, View, Visit,
        Visitor, Volume,
    };
    let telling = matches!(
        figure.unit,
        Some(
            Achievement
                | Agreement
                | Award
                | Country
                | Language
                | Team
                | View
                | Visitor
                | Volume
                | Booth
                | Chain
                | Checkpoint
                | Demand
                | Exhibit
                | ExhibitionPoint
                | Interaction
                | Job
                | KilowattHour
                | Media
                | Meeting
                | Patent
                | Report
                | SquareMetre
                | Stamp
                | Visit
        )
    );
    let foreign = figure.currency.is_some_and(|currency| currency != ledger.currency);
    let telling = telling || foreign;
    let twin =
        |other: &&Figure| other.unit == figure.unit && other.currency == figure.currency && other.scope.get("week") == figure.scope.get("week");
    telling && ledger.figures.iter().filter(twin).count() == 1
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
