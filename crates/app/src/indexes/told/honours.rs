//! “First on 3 of 3 indexes, for the second time”: computed, so that nobody has to claim it.

use festoon_composite::reading::Honour;
use festoon_domain::text::Lang;
use festoon_guide::evaluation::{Both, Evaluation};

use super::{both, quoted};

/// Who was first on what. How often is counted within the years of the data, and said only where there are several.
pub(in super::super) fn sentence(honour: &Honour, evaluation: &Evaluation) -> Both {
    let name = &evaluation.units[honour.unit].name;
    let on = honour.on.len();
    let indexes = |lang: Lang| {
        let names: Vec<String> =
            honour.on.iter().map(|index| quoted(&evaluation.indexes[*index].name, lang)).collect();
        names.join(if lang == Lang::Zh { "" } else { ", " })
    };
    let year = honour.year;
    let (zh_name, en_name) = (name.read(Lang::Zh), name.read(Lang::En));
    let (zh, en) = match (on, honour.of) {
        (1, 1) => (
            format!("{year} 年，{zh_name}在{}中排名第一", indexes(Lang::Zh)),
            format!("In {year} {en_name} is first on {}", indexes(Lang::En)),
        ),
        (on, of) if on == of => (
            format!("{year} 年，{zh_name}在全部 {of} 个指数中均排名第一"),
            format!("In {year} {en_name} is first on {on} of {of} indexes"),
        ),
        (on, of) => (
            format!("{year} 年，{zh_name}在 {of} 个指数中的 {on} 个（{}）排名第一", indexes(Lang::Zh)),
            format!("In {year} {en_name} is first on {on} of {of} indexes ({})", indexes(Lang::En)),
        ),
    };
    if evaluation.years.len() < 2 {
        return both(format!("{zh}。"), format!("{en}."));
    }
    // Counted is a year in which it led at least as many indexes; the words say so where that could be misunderstood.
    let time = ordinal(honour.time);
    let (zh_time, en_time) = match (on, honour.of) {
        (on, of) if on == of => (format!("，为第 {} 次", honour.time), format!(", for the {time} time")),
        (1, _) => (
            format!("，为第 {} 次有指数居首", honour.time),
            format!(", leading at least one for the {time} time"),
        ),
        (on, _) => (
            format!("，为第 {} 次有不少于 {on} 个指数居首", honour.time),
            format!(", leading at least {on} for the {time} time"),
        ),
    };
    both(format!("{zh}{zh_time}。"), format!("{en}{en_time}."))
}

fn ordinal(time: usize) -> String {
    const WORDS: [&str; 10] =
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    if let Some(word) = time.checked_sub(1).and_then(|at| WORDS.get(at)) {
        return (*word).to_owned();
    }
    let ending = match (time % 100, time % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{time}{ending}")
}
