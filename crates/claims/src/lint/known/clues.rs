//! What in a text points to a figure: the words of its names, its scope and its week, found in one pass over a paragraph.

use super::alone::{by, is_sole, sole_units, with_forums};
use super::forms;
use super::names::{
    Name, age, class, figures_of, is_of_day, named_units, names_of, nouns, stages_of, weighed, weights,
};
use super::shapes::Shapes;
use super::traits::{Key, Named, Traits};
use crate::claim::{Kind, Stage};
use crate::find::tokens::lexicon::heads::{first_letters, opening};
use crate::find::tokens::lexicon::{CHARACTER, Lexicon, common, first_word};
use crate::find::tokens::scan::Scan;
use crate::find::tokens::token::{self, is_cjk};
use crate::ledger::Ledger;
use crate::lint::heard::stages::Stages;
use crate::lint::weighing::scope::unsaid;
use crate::number::Number;
use crate::unit::{Currency, Unit};
use rustc_hash::{FxHashMap, FxHashSet};
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
    Scope(u16, u16, Word),
    /// A week by its number.
    Week(u16),
    /// The name of a week without its year or number, which all of its series have.
    Series(u16),
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
    pub(crate) names: Vec<Vec<Name>>,
    /// For each kind of claims and each keyword, the figures that such claims are held against in whose names it is.
    pub(crate) figures_of: Vec<Vec<Vec<u32>>>,
    /// For each figure, the stage words in its names.
    pub(crate) stages: Vec<Stages>,
    /// For each figure, what the nouns of its names count: 参展单位 is said of companies.
    pub(crate) named_units: Vec<Vec<Unit>>,
    /// For each figure, the limit in its name: 1 billion in “projects above 1 billion yuan”.
    pub(crate) classes: Vec<Option<Number>>,
    /// For each figure, the age in its name: 35 in “visitors under 35”.
    pub(crate) ages: Vec<Option<Number>>,
    /// Each week's scopes, by key and value; under no week those of all.
    pub(crate) week_scopes: FxHashSet<(Option<u16>, u16, u16)>,
    /// How the values of the figures look.
    pub(crate) shapes: Shapes,
    /// For each figure, its scope values that have words: key and value by number.
    pub(crate) scopes: Vec<Vec<(u16, u16)>>,
    /// For each figure, what they say against it when none of them is said.
    pub(crate) unsaid: Vec<f64>,
    /// The most of them that a figure has.
    pub(crate) most_scopes: usize,
    /// For each figure, its week by number.
    pub(crate) weeks: Vec<Option<u16>>,
    /// Whether a figure is the only one of its week that counts in its unit, and the unit counts little else.
    pub(crate) sole: Vec<bool>,
    /// Those figures by unit and money.
    pub(crate) soles: FxHashMap<(Option<Unit>, Option<Currency>), Vec<u32>>,
    /// The figures of each stage.
    pub(crate) staged: FxHashMap<Stage, Vec<u32>>,
    /// The units of sole figures, with their weeks.
    pub(crate) sole_units: FxHashSet<(Option<u16>, Unit)>,
    /// The place that each week itself is of, where its edition or its days have one.
    pub(crate) cities: FxHashMap<Option<u16>, u16>,
    /// The weeks whose forums have a number of their own.
    pub(crate) sole_forum: FxHashSet<Option<u16>>,
    /// The names of weeks that begin with a number, which no word leads to: 2021南京创新周, “5th Innovation Week”.
    numbered: Vec<(String, Clue)>,
    /// The figures that are editions.
    pub(crate) editions: Vec<usize>,
    /// Whether a figure is by its name that of a day.
    pub(crate) of_day: Vec<bool>,
    /// The figures that count days.
    pub(crate) days: Vec<usize>,
    /// For each unit, the keywords that are nouns of it: “firms” says the keyword “companies”.
    pub(crate) nouns: BTreeMap<Unit, Vec<u32>>,
    /// For each keyword, the others that it is a form of.
    pub(crate) also: Vec<Vec<u32>>,
    /// How much each keyword tells figures apart.
    pub(crate) weights: Vec<f64>,
    /// The scope keys by number.
    pub(crate) keys: Vec<String>,
    /// Which of them all ledgers know.
    pub(crate) known_keys: Vec<Key>,
    /// For each figure, what is asked of it most.
    pub(crate) traits: Vec<Traits>,
    /// The names once more, for the question how much of them stands near.
    pub(crate) named: Named,
    /// The words with a capital in English names of weeks, scopes and figures.
    pub(crate) proper: FxHashSet<String>,
}

/// Words for an earlier edition.
const BEFORE: [&str; 18] = [
    "上届",
    "上一届",
    "去年",
    "上年",
    "往届",
    "last edition",
    "last year",
    "last time",
    "last autumn",
    "last spring",
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
const PARTS: [&str; 28] = [
    "已举办",
    "已举行",
    "尚有",
    "尚余",
    "待举办",
    "云展厅",
    "已完成",
    "已办",
    "剩余",
    "其余",
    "剩下",
    "remaining",
    "区内",
    "辖区",
    "该区",
    "其中",
    "平均",
    "人均",
    "前两项",
    "首期",
    "单家",
    "单个",
    "of them",
    "each",
    "average",
    "a day",
    "per",
    "in the first",
];

/// Words for a part in time of what is counted.
const DAYS: [&str; 22] = [
    "一天就",
    "今天接待",
    "今日新增",
    "今天新增",
    "当日新增",
    "全天",
    "整天",
    "当晚",
    "当日",
    "单日",
    "当天",
    "首日",
    "每天",
    "每日",
    "第二天",
    "次日",
    "日均",
    "busiest",
    "quietest",
    "in a single day",
    "on the day",
    "today alone",
];

impl Clues {
    #[expect(
        clippy::too_many_lines,
        reason = "one case behind the other, the surest first; each is a line or two"
    )]
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
        let (forms, also) = other_forms(ledger, &keywords);
        words.extend(forms);
        for (id, week) in ledger.weeks.iter().enumerate() {
            words.extend(
                week.names.zh.iter().chain(&week.names.en).map(|name| (name.clone(), Clue::Week(number(id)))),
            );
        }
        for (id, week) in ledger.weeks.iter().enumerate() {
            let series = week.names.zh.iter().chain(&week.names.en).filter_map(|name| series(name));
            words.extend(series.map(|name| (name.to_owned(), Clue::Series(number(id)))));
        }
        let numbered = numbered(ledger);
        let proper = proper(ledger);
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
                let known =
                    |(key, value): (&String, &String)| values.get(&(key.as_str(), value.as_str())).copied();
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
        let mut week_scopes = FxHashSet::default();
        for (week, own) in weeks.iter().zip(&scopes) {
            week_scopes
                .extend(own.iter().flat_map(|(key, value)| [(*week, *key, *value), (None, *key, *value)]));
        }
        let figures_of = Kind::ALL.map(|kind| figures_of(ledger, kind, &names, keywords.len())).to_vec();
        let names = weighed(&names, &weights);
        let known_keys: Vec<Key> = keys.iter().map(|key| Key::of(key)).collect();
        let named_units: Vec<Vec<Unit>> = ledger.figures.iter().map(named_units).collect();
        Self {
            lexicon: Lexicon::new(words.iter().map(|(word, clue)| (word.as_str(), *clue))),
            week_scopes,
            figures_of,
            stages: ledger.figures.iter().map(stages_of).collect(),
            shapes: Shapes::new(ledger, &named_units),
            named_units,
            classes: ledger.figures.iter().map(class).collect(),
            ages: ledger.figures.iter().map(age).collect(),
            unsaid: scopes
                .iter()
                .map(|own| unsaid(own.iter().map(|(key, _)| known_keys[usize::from(*key)])))
                .collect(),
            most_scopes: scopes.iter().map(Vec::len).max().unwrap_or(0),
            cities: cities(ledger, &weeks, &scopes, &keys),
            scopes,
            numbered,
            editions: (0..ledger.figures.len())
                .filter(|at| ledger.figures[*at].kind == Kind::Edition)
                .collect(),
            of_day: ledger.figures.iter().map(is_of_day).collect(),
            days: (0..ledger.figures.len())
                .filter(|at| ledger.figures[*at].unit == Some(Unit::Day))
                .collect(),
            soles: by(ledger, |at, figure| sole[at].then_some((figure.unit, figure.currency))),
            staged: by(ledger, |_, figure| figure.stage),
            sole_units: sole_units(ledger, &sole, &weeks),
            sole_forum: with_forums(ledger, &weeks),
            weeks,
            named: Named::new(&names),
            names,
            sole,
            nouns: nouns(&keywords),
            weights,
            known_keys,
            traits: ledger.figures.iter().map(Traits::of).collect(),
            also,
            keys,
            proper,
        }
    }

    /// Every word of the ledger in a paragraph, in order, in place of what was in `hits`.
    pub(crate) fn hits(&self, scan: &Scan, hits: &mut Vec<Hit>) {
        let text = scan.text;
        let bytes = text.as_bytes();
        hits.clear();
        let (mut at, mut next) = (0, 0);
        while at < bytes.len() {
            let start = at;
            if bytes[at].is_ascii_alphabetic() {
                let word = first_letters(&bytes[at..]);
                self.lexicon.each_latin(text, start, word, |length, clue| {
                    hits.push(Hit { start, end: start + length, clue });
                });
                at += word.0;
                continue;
            }
            if bytes[at].is_ascii_digit() {
                let digits = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
                let named = self.numbered.iter().filter(|(name, _)| text[at..].starts_with(&**name));
                hits.extend(named.map(|(name, clue)| Hit { start, end: start + name.len(), clue: *clue }));
                at += digits;
                continue;
            }
            if bytes[at].is_ascii() {
                at += 1;
                continue;
            }
            let add = |length: usize, clue: Clue| {
                let hit = Hit { start, end: start + length, clue };
                if !matches!(clue, Clue::Keyword(_)) || is_of_whole_words(scan, &mut next, &hit) {
                    hits.push(hit);
                }
            };
            if let Some(first) = common(&bytes[at..]) {
                at += CHARACTER;
                self.lexicon.each_chinese(&bytes[start..], first, add);
                continue;
            }
            let letter = text[at..].chars().next().unwrap_or(' ');
            at += letter.len_utf8();
            if is_cjk(letter) {
                let length = first_word(&text[start..]);
                let word = (length, opening(&bytes[start..], length));
                self.lexicon.each_latin(text, start, word, add);
            }
        }
    }
}

/// Whether a Chinese word is one of the text: 企业 inside the word 中小企业 is not the word 企业. No token before `next` reaches to it.
fn is_of_whole_words(scan: &Scan, next: &mut usize, hit: &Hit) -> bool {
    while scan.tokens.get(*next).is_some_and(|token| token.end <= hit.start) {
        *next += 1;
    }
    ends_with_token(scan, *next, hit.start, hit.end)
}

/// The other forms of the keywords that are none themselves, and for each keyword those that it is a form of.
fn other_forms(ledger: &Ledger, keywords: &BTreeMap<String, u32>) -> (Vec<(String, Clue)>, Vec<Vec<u32>>) {
    let mut words = Vec::new();
    // A form that is a word of another name says both: 参展 is of 参展产品 and short for 参展企业.
    let mut also = vec![Vec::new(); keywords.len()];
    for (word, id) in keywords {
        for form in forms::of(word).into_iter().chain(names_of_place(ledger, word)) {
            match keywords.get(&form) {
                Some(own) => also[*own as usize].push(*id),
                None => words.push((form, Clue::Keyword(*id))),
            }
        }
    }
    (words, also)
}

/// 青槐 for the 青槐区 or 青槐区专场 of a name: the other words of a place that a keyword begins with.
fn names_of_place(ledger: &Ledger, word: &str) -> Vec<String> {
    let places = ledger.scopes.get("place").into_iter().flat_map(|entries| entries.values());
    let said =
        places.map(|words| &words.zh).find(|zh| zh.iter().any(|place| word.starts_with(place.as_str())));
    said.into_iter().flatten().filter(|place| *place != word).cloned().collect()
}

/// The names of weeks that begin with a number, those of a year with 年 as well.
fn numbered(ledger: &Ledger) -> Vec<(String, Clue)> {
    let mut numbered = Vec::new();
    for (id, week) in ledger.weeks.iter().enumerate() {
        let clue = Clue::Week(u16::try_from(id).unwrap_or(u16::MAX));
        let names = week.names.zh.iter().chain(&week.names.en);
        for name in names.filter(|name| name.starts_with(|letter: char| letter.is_ascii_digit())) {
            numbered.push((name.clone(), clue));
            let rest = name.trim_start_matches(|letter: char| letter.is_ascii_digit());
            if rest.starts_with(is_cjk) && !rest.starts_with('年') {
                numbered.push((format!("{}年{rest}", &name[..name.len() - rest.len()]), clue));
            }
        }
    }
    numbered
}

/// 第四届汐浦创新周 and “2025 Xipu Innovation Week” without what tells them from the last one; nothing when that leaves no name.
fn series(name: &str) -> Option<&str> {
    let plain =
        name.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '年' || letter == ' ');
    let plain =
        plain.strip_prefix('第').and_then(|rest| rest.split_once('届')).map_or(plain, |(_, rest)| rest);
    let plain =
        ["st ", "nd ", "rd ", "th "].iter().find_map(|ending| plain.strip_prefix(ending)).unwrap_or(plain);
    (plain.len() < name.len() && plain.chars().count() > 3).then_some(plain)
}

/// The words with a capital in all English names of a ledger.
fn proper(ledger: &Ledger) -> FxHashSet<String> {
    let weeks = ledger.weeks.iter().flat_map(|week| &week.names.en);
    let scopes = ledger.scopes.values().flat_map(|values| values.values()).flat_map(|said| &said.en);
    let figures = ledger.figures.iter().flat_map(|figure| &figure.en);
    let words = weeks
        .chain(scopes)
        .chain(figures)
        .flat_map(|name| name.split(|letter: char| !letter.is_alphanumeric()));
    words.filter(|word| word.starts_with(char::is_uppercase)).map(str::to_owned).collect()
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

/// The place of each week's edition or days; of several the first.
fn cities(
    ledger: &Ledger,
    weeks: &[Option<u16>],
    scopes: &[Vec<(u16, u16)>],
    keys: &[String],
) -> FxHashMap<Option<u16>, u16> {
    let mut cities = FxHashMap::default();
    for ((figure, week), own) in ledger.figures.iter().zip(weeks).zip(scopes) {
        let place = own.iter().find(|(key, _)| keys[usize::from(*key)] == "place");
        if let (Kind::Edition | Kind::Period, Some((_, value))) = (figure.kind, place) {
            cities.entry(*week).or_insert(*value);
        }
    }
    cities
}
