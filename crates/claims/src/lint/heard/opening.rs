//! “The week opens on 24 November”, 云洲创新周将于11月28日闭幕: a day on which the week itself is said to begin or to end.
//!
//! A text is full of single days, and hardly any of them is a figure. Only where nothing but the name of the week, its verb and words of no weight stand
//! around a day is it held against the days of the week. Costs a look at the few words around each day.

use super::words::Words;
use crate::claim::{Kind, Role, Value};
use crate::lint::known::clues::Clue;
use crate::lint::known::traits::Key;
use crate::lint::matching::Matcher;
use crate::lint::{Finding, Verdict};

/// How far the name of the week may stand from the day, in bytes.
const NEAR: usize = 90;
/// No name of a week is longer, in bytes.
const LONGEST: usize = 200;

/// Which end of the week a day is said to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    First,
    Last,
}

const OPENS: [&str; 17] = [
    "open",
    "opens",
    "opened",
    "opening",
    "begin",
    "begins",
    "began",
    "beginning",
    "start",
    "starts",
    "started",
    "starting",
    "kick",
    "kicks",
    "kicked",
    "kicking",
    "launches",
];
const ENDS: [&str; 15] = [
    "close",
    "closes",
    "closed",
    "closing",
    "end",
    "ends",
    "ended",
    "ending",
    "conclude",
    "concludes",
    "concluded",
    "concluding",
    "wraps",
    "wrapped",
    "finishes",
];
/// Words of no weight between the week and its day.
const PLAIN: [&str; 36] = [
    "will",
    "is",
    "was",
    "to",
    "be",
    "due",
    "set",
    "scheduled",
    "expected",
    "officially",
    "formally",
    "which",
    "that",
    "on",
    "off",
    "up",
    "has",
    "its",
    "doors",
    "here",
    "today",
    "yesterday",
    "tomorrow",
    "and",
    "this",
    "year",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "morning",
    "evening",
    "the",
];

const OPENS_ZH: [&str; 10] =
    ["开幕", "启幕", "揭幕", "开启", "拉开帷幕", "拉开大幕", "拉开序幕", "正式开始", "开始举行", "启动举办"];
const ENDS_ZH: [&str; 6] = ["闭幕", "落幕", "落下帷幕", "收官", "圆满结束", "结束"];
/// The same in Chinese, before the day and before the verb.
const PLAIN_ZH: [&str; 22] = [
    "将", "已", "定", "拟", "计划", "预计", "正式", "隆重", "盛大", "圆满", "胜利", "顺利", "如期", "于",
    "在", "，", "今年", "上午", "下午", "晚", "当天", "上",
];
/// What a verb is part of when it is no verb: 开幕式 may be held on another day.
const NOUNS_ZH: [&str; 6] = ["式", "前", "后", "以来", "日", "活动"];

/// Words before the name of a week that make it another one.
static OTHER: Words<12> = Words::new([
    "上届",
    "上一届",
    "下届",
    "下一届",
    "去年的",
    "明年的",
    "届",
    "last year's",
    "next year's",
    "last",
    "next",
    "previous",
]);

/// Words before the name of a week that make something else of it the subject: “a show of Yunzhou Innovation Week”.
static WITHIN: Words<18> = Words::new([
    " of", " at", " in", " for", " during", " with", " from", " to", " by", " about", " into", "在", "的",
    "与", "和", "为", "对", "、",
]);

impl Matcher<'_> {
    /// Tells of days on which the week is said to begin or to end, and which no figure is told of yet.
    pub(in crate::lint) fn tell_ends_of_week(&self, findings: &mut [Finding], stated: &mut [Option<usize>]) {
        for at in 0..self.claims.len() {
            let open = matches!(findings[at].verdict, Verdict::NotAmong);
            let claim = &self.claims[at];
            let Value::Date(said) = claim.value else { continue };
            if !open || claim.kind != Kind::Date || claim.role != Role::Stated || said.day.is_none() {
                continue;
            }
            let Some((end, truth)) = self.end_of_week(at, findings) else { continue };
            let figure = &self.linter.ledger.figures[truth];
            let due = match (figure.on(self.occasion.day), end) {
                (Value::Period(first, _) | Value::Date(first), End::First) => first,
                (Value::Period(_, last), End::Last) => last,
                _ => continue,
            };
            // Another year is another edition's.
            let edition = said.year.zip(due.year).is_some_and(|(said, due)| said != due);
            if edition || !figure.may_be_told(self.occasion.at) {
                continue;
            }
            let verdict = if said.agrees_with(due) {
                Verdict::Right
            } else {
                Verdict::WrongValue { truth: Value::Date(due.within(said.year)) }
            };
            stated[at] = Some(truth);
            (findings[at].figure, findings[at].verdict) = (Some(figure.id.clone()), verdict);
        }
    }

    /// Which end of the week a day is said to be, and the figure that knows it.
    fn end_of_week(&self, at: usize, findings: &[Finding]) -> Option<(End, usize)> {
        let end = self.end_said(at, findings)?;
        let opening = || (0..self.linter.ledger.figures.len()).find(|at| self.is_opening_day(*at));
        let figure = if end == End::First { opening() } else { None };
        Some((end, figure.or_else(|| self.days_of_week())?))
    }

    fn end_said(&self, at: usize, findings: &[Finding]) -> Option<End> {
        let (claim, text) = (&self.claims[at], self.scan.text);
        let weeks =
            |hit: &Clue| matches!(hit, Clue::Week(week) | Clue::Series(week) if Some(*week) == self.week);
        let from = text.floor_char_boundary(claim.place.start.saturating_sub(NEAR));
        let to = text.ceil_char_boundary((claim.place.end + NEAR).min(text.len()));
        let first = self.hits.partition_point(|hit| hit.start + LONGEST < from);
        let near = self.hits[first..].iter().take_while(|hit| hit.start < to);
        let near = near.filter(|hit| hit.end > from && weeks(&hit.clue));
        let behind = text.get(claim.place.end..to)?;
        for hit in near {
            if self.is_another(hit.start, findings) {
                continue;
            }
            let said = if hit.end <= claim.place.start {
                said_between(text.get(hit.end..claim.place.start)?, behind, self.english)
            } else if hit.start >= claim.place.end {
                let gap = text.get(claim.place.end..hit.start)?;
                let tail = text.get(hit.end..text.ceil_char_boundary((hit.end + NEAR).min(text.len())))?;
                said_behind(gap, tail, self.english)
            } else {
                None
            };
            if said.is_some() {
                return said;
            }
        }
        // “The week opens on 24 November.”
        let lead = text.get(from..claim.place.start)?;
        let own = ["The week ", "the week ", "The Week ", "the Week "].iter().find_map(|name| {
            let at = lead.rfind(name)?;
            let opens = lead[..at].trim_end();
            let free = opens.is_empty() && from == 0 || opens.ends_with(['.', '\n', ',', ';', ':']);
            free.then_some(at + name.len())
        });
        own.filter(|_| self.english).and_then(|own| said_between(&lead[own..], behind, true))
    }

    /// Whether the name of a week is that of another edition: 第四届云洲创新周, “last year's Yunzhou Innovation Week”.
    fn is_another(&self, name: usize, findings: &[Finding]) -> bool {
        let lead = self.scan.text[..name].trim_end();
        let before = self.claims.partition_point(|claim| claim.place.end <= name);
        let lead = ["the", "this year's", "今年", "本届"]
            .iter()
            .find_map(|word| lead.strip_suffix(word))
            .unwrap_or(lead);
        if WITHIN.end_in_any_case(lead.trim_end()) {
            return true;
        }
        let numbered = before
            .checked_sub(1)
            .filter(|at| self.claims[*at].kind == Kind::Edition && self.claims[*at].place.end == lead.len());
        match numbered {
            Some(edition) => findings[edition].verdict != Verdict::Right,
            None => OTHER.end_in_any_case(lead),
        }
    }

    /// The only figure that says from when to when the week is held.
    fn days_of_week(&self) -> Option<usize> {
        let clues = &self.linter.clues;
        let figures = &self.linter.ledger.figures;
        let own = |at: &usize| {
            matches!(figures[*at].value, Value::Period(..))
                && clues.weeks[*at] == self.week
                && clues.scopes[*at].iter().all(|(key, _)| clues.known_keys[usize::from(*key)] == Key::Place)
        };
        let mut all = (0..figures.len()).filter(own);
        all.next().filter(|_| all.next().is_none())
    }

    /// Whether a figure is the day on which the week is opened.
    fn is_opening_day(&self, at: usize) -> bool {
        let figure = &self.linter.ledger.figures[at];
        let named = |names: &[String], words: &[&str]| {
            names
                .first()
                .is_some_and(|name| words.iter().any(|word| name.to_ascii_lowercase().starts_with(word)))
        };
        matches!(figure.value, Value::Date(_))
            && self.linter.clues.weeks[at] == self.week
            && named(&figure.zh, &["开幕"])
            && named(
                &figure.en,
                &[
                    "opening day",
                    "date of the opening",
                    "opening date",
                    "opening ceremony",
                    "day of the opening",
                ],
            )
    }
}

/// What stands between the week and its day, and behind that.
fn said_between(gap: &str, behind: &str, english: bool) -> Option<End> {
    if english {
        return verb_en(gap, true);
    }
    (without(gap, &PLAIN_ZH).is_empty()).then(|| verb_zh(behind)).flatten()
}

/// What stands between a day and the week behind it, and behind that.
fn said_behind(gap: &str, behind: &str, english: bool) -> Option<End> {
    if english {
        let gap = gap.trim_start_matches(',').trim();
        return if gap.is_empty() || gap == "the" { verb_en(behind, false) } else { None };
    }
    // 11月24日，2026云洲创新周开幕: the year may be no part of the name.
    let gap = gap.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == '年');
    (without(gap, &PLAIN_ZH).is_empty()).then(|| verb_zh(behind)).flatten()
}

/// Nothing but a verb and words of no weight, as far as the day or, behind the week, as far as the verb. A place may stand behind the verb.
fn verb_en(words: &str, to_its_end: bool) -> Option<End> {
    let mut found = None;
    let mut placed = false;
    for word in words.split_whitespace() {
        let letters = word.trim_matches([',', '(', ')', '.']).to_ascii_lowercase();
        let letters = letters.as_str();
        let capital = word.starts_with(|first: char| first.is_uppercase());
        if OPENS.contains(&letters) {
            found = Some(End::First);
        } else if ENDS.contains(&letters) {
            found = Some(End::Last);
        } else if matches!(letters, "in" | "at") && found.is_some() {
            placed = true;
        } else if !(letters.is_empty() || PLAIN.contains(&letters) || placed && capital) {
            return None;
        }
        if found.is_some() && !to_its_end {
            return found;
        }
    }
    found
}

/// A verb directly behind words of no weight, or behind a place: 在国际会展中心开幕.
fn verb_zh(behind: &str) -> Option<End> {
    let behind = behind.strip_prefix('（').and_then(|rest| Some(rest.split_once('）')?.1)).unwrap_or(behind);
    let clause = behind.split(['，', '。', '；', '、', '\n']).next()?;
    let rest = without(clause, &PLAIN_ZH);
    let placed = clause.starts_with('在') || clause.contains("在");
    let verb = |verbs: &[&str]| {
        verbs.iter().filter_map(|verb| Some((rest.find(verb)?, verb.len()))).min().filter(|(at, length)| {
            let tail = &rest[at + length..];
            (*at == 0
                || placed
                    && rest[..*at].chars().count() <= 16
                    && without(&rest[..*at], &PLAIN_ZH).chars().all(|letter| letter != '的'))
                && !NOUNS_ZH.iter().any(|noun| tail.starts_with(noun))
        })
    };
    if verb(&OPENS_ZH).is_some() { Some(End::First) } else { verb(&ENDS_ZH).map(|_| End::Last) }
}

/// What is left of words when those of no weight before it are taken away.
fn without<'a>(words: &'a str, plain: &[&str]) -> &'a str {
    let mut rest = words.trim();
    while let Some(next) = plain.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = next.trim_start();
    }
    rest
}
