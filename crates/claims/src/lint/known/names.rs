//! What figures are called, in keywords: each name without what every name has, and how much a word of it tells.

use super::shapes;
use crate::claim::{Claim, Kind};
use crate::figure::Figure;
use crate::find::find;
use crate::find::tokens::sense::Sense;
use crate::find::tokens::token::{self, What, is_cjk};
use crate::ledger::Ledger;
use crate::lint::heard::stages::Stages;
use crate::number::Number;
use crate::unit::Unit;
use std::collections::BTreeMap;

/// The names of a figure as keywords, each name without what every name has.
pub(in crate::lint) fn names_of(figure: &Figure, keywords: &mut BTreeMap<String, u32>) -> Vec<Vec<u32>> {
    let mut names = Vec::new();
    // 开幕式日期 is told as 开幕式将于11月23日举行: an event has one day. About a deadline a text has others as well.
    let days: &[&str] = if figure.kind == Kind::Date { &["的日期", "日期", "时间"] } else { &[] };
    let short = |name: &String| {
        let stem = days.iter().find_map(|word| name.strip_suffix(word))?;
        (stem.chars().count() > 2 && stem.ends_with(['会', '式', '礼'])).then(|| stem.to_owned())
    };
    let short: Vec<String> = figure.zh.iter().filter_map(short).collect();
    for name in figure.zh.iter().chain(&figure.en).chain(&short) {
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
pub(in crate::lint) fn words_of(name: &str) -> Vec<String> {
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
                            | "share"
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

pub(in crate::lint) fn flush(run: &mut String, words: &mut Vec<String>) {
    if run.chars().count() > 1 && !matches!(run.as_str(), "占比" | "比例" | "比重") {
        words.push(std::mem::take(run));
    }
    run.clear();
}

/// A word of many figures tells little.
#[expect(clippy::cast_precision_loss, reason = "counts of words")]
pub(in crate::lint) fn weights(names: &[Vec<Vec<u32>>], count: usize) -> Vec<f64> {
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

/// A name: what it weighs as a whole, and its keywords with their weights.
pub(crate) type Name = (f64, Vec<(u32, f64)>);

pub(in crate::lint) fn weighed(names: &[Vec<Vec<u32>>], weights: &[f64]) -> Vec<Vec<Name>> {
    let one = |ids: &Vec<u32>| {
        let weighed: Vec<(u32, f64)> = ids.iter().map(|id| (*id, weights[*id as usize])).collect();
        (weighed.iter().map(|(_, weight)| weight).sum(), weighed)
    };
    names.iter().map(|names| names.iter().filter(|ids| !ids.is_empty()).map(one).collect()).collect()
}

/// For each keyword, the figures with it that claims of a kind are held against.
pub(in crate::lint) fn figures_of(
    ledger: &Ledger,
    kind: Kind,
    names: &[Vec<Vec<u32>>],
    count: usize,
) -> Vec<Vec<u32>> {
    let mut figures: Vec<Vec<u32>> = vec![Vec::new(); count];
    let held = |at: usize| shapes::are_held(kind, ledger.figures[at].kind);
    for (figure, names) in names.iter().enumerate().filter(|(at, _)| held(*at)) {
        for id in names.iter().flatten() {
            figures[*id as usize].extend(u32::try_from(figure));
        }
    }
    figures
}

/// The stage words in a figure's names.
pub(in crate::lint) fn stages_of(figure: &Figure) -> Stages {
    let mut stages = Vec::new();
    let mut tokens = Vec::new();
    for name in figure.zh.iter().chain(&figure.en) {
        token::cut(name, &mut tokens);
        stages.extend(tokens.iter().filter_map(|token| match token.what {
            What::Known(Sense::Stage(stage)) => Some(stage),
            _ => None,
        }));
    }
    stages.into_iter().collect()
}

/// What the last nouns of a figure's Chinese names count.
pub(in crate::lint) fn named_units(figure: &Figure) -> Vec<Unit> {
    let mut units = Vec::new();
    let mut tokens = Vec::new();
    for name in &figure.zh {
        token::cut(name, &mut tokens);
        units.extend(tokens.last().and_then(|token| match token.what {
            What::Known(Sense::Noun(unit)) => Some(unit),
            _ => None,
        }));
    }
    units
}

/// The limit that a figure's names tell.
pub(in crate::lint) fn class(figure: &Figure) -> Option<Number> {
    let names = figure.zh.iter().chain(&figure.en).flat_map(|name| find(name));
    names.into_iter().find(|claim| claim.kind == Kind::Money && claim.hedge.is_some())?.value.number()
}

/// Whether a figure is by its name that of a day: 单日峰值, “visits on Saturday”.
pub(in crate::lint) fn is_of_day(figure: &Figure) -> bool {
    const WORDS: [&str; 10] =
        ["单日", "首日", "当日", "峰值", "高峰", "day", "peak", "Saturday", "Sunday", "busiest"];
    figure.zh.iter().chain(&figure.en).any(|name| WORDS.iter().any(|word| name.contains(word)))
}

/// The age in a figure's name: 35 in 35岁以下观众占比.
pub(in crate::lint) fn age(figure: &Figure) -> Option<Number> {
    let names = figure.zh.iter().chain(&figure.en).flat_map(|name| find(name));
    let aged = |claim: &Claim| claim.unit == Some(Unit::Year) && claim.hedge.is_some();
    names.into_iter().find(aged)?.value.number()
}

/// Units of many sorts of things, of which only the plain words mean all: 企业, and no 独角兽.
pub(in crate::lint) const TOLD_APART: [Unit; 4] =
    [Unit::Company, Unit::Institution, Unit::Activity, Unit::Project];
const PLAIN: [&str; 11] = [
    "企业",
    "公司",
    "companies",
    "firms",
    "enterprises",
    "businesses",
    "活动",
    "activities",
    "events",
    "项目",
    "projects",
];

pub(in crate::lint) fn nouns(keywords: &BTreeMap<String, u32>) -> BTreeMap<Unit, Vec<u32>> {
    let mut nouns: BTreeMap<Unit, Vec<u32>> = BTreeMap::new();
    let mut tokens = Vec::new();
    for (word, id) in keywords {
        token::cut(word, &mut tokens);
        let general =
            [Unit::Person, Unit::Item, Unit::Time, Unit::Country, Unit::Place, Unit::Session, Unit::City];
        if let [token::Token { what: What::Known(Sense::Noun(unit)), .. }] = &tokens[..]
            && !general.contains(unit)
            && (!TOLD_APART.contains(unit) || PLAIN.contains(&word.as_str()))
        {
            nouns.entry(*unit).or_default().push(*id);
        }
    }
    nouns
}
