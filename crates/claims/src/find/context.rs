//! What the words around a figure say of it: rise or fall, stage, day of reference, class; and the figures as claims.

use super::draft::Draft;
use super::scan::Scan;
use super::sense::Sense;
use super::token::What;
use crate::calendar::Date;
use crate::claim::{Change, Claim, Hedge, Kind, Role, Stage, Value};
use crate::unit::Unit;

/// Whether a figure is the size or the end of a rise or fall.
pub(super) fn change(scan: &Scan, draft: &Draft) -> Option<Change> {
    signed(scan, draft).or_else(|| before(scan, draft)).or_else(|| after(scan, draft))
}

fn signed(scan: &Scan, draft: &Draft) -> Option<Change> {
    match scan.what(draft.first) {
        What::Sign('+' | '＋') => Some(Change::Up),
        What::Sign('−' | '-' | '﹣') => Some(Change::Down),
        _ => None,
    }
}

fn before(scan: &Scan, draft: &Draft) -> Option<Change> {
    let mut at = draft.first.checked_sub(1)?;
    // 满1000元减150元: what is taken off a price is no fall.
    if scan.letters(at) == "减" && matches!(scan.sense(at.wrapping_sub(1)), Some(Sense::Money(_))) {
        return None;
    }
    let filler = |at: usize| {
        matches!(
            scan.letters(at),
            "了" | "达" | "为" | "近" | "约" | "的" | "幅度" | "率" | "出" | "超" | "逾" | "超过"
        ) || scan.is_any(at, &["by", "of", "a", "the", "another", "further"])
    };
    if let Some(change) = respectively(scan, draft) {
        return Some(change);
    }
    let mut by = false;
    let mut steps = 0;
    while filler(at) && steps < 3 && at > 0 {
        by |= scan.is(at, "by");
        (at, steps) = (at - 1, steps + 1);
    }
    let word = scan.letters(at);
    if scan.is_chinese(at) {
        return match (scan.what(at), word) {
            // 达到 is no change by itself; only 增长到 and its like are, which are words of their own.
            (_, "达到") => None,
            // 身高1.68米 and 高2.1米 are measures; only in comparisons the bare adjective is a rise.
            (What::Known(Sense::Change(_)), "高" | "低" | "多" | "少" | "涨" | "跌") if !compared(scan, at) => {
                (word == "涨").then_some(Change::Up).or((word == "跌").then_some(Change::Down))
            }
            (What::Known(Sense::Change(change)), _) => Some(change),
            (_, "多" | "高")
                if matches!(
                    draft.kind,
                    Kind::Count | Kind::Share | Kind::Money | Kind::Number | Kind::Points
                ) && compared(scan, at) =>
            {
                Some(Change::Up)
            }
            (_, "少" | "低") if compared(scan, at) => Some(Change::Down),
            (_, "的") => None,
            _ => None,
        };
    }
    let size = matches!(draft.kind, Kind::Share | Kind::Points | Kind::Factor);
    if let Some(Sense::Change(change)) = scan.sense(at) {
        let phrasal = scan.is_any(
            at.wrapping_sub(1),
            &[
                "make", "makes", "made", "making", "set", "sets", "signed", "opened", "took", "take", "put",
                "line", "lined", "end", "ended", "turn", "turned", "give", "gave", "add", "adds", "added",
                "sign", "taken", "cut",
            ],
        );
        if phrasal && scan.is_any(at, &["up", "down"]) {
            return None;
        }
        let ends_in_by = word.ends_with(" by")
            || word.ends_with(" to")
            || word.ends_with(" of")
            || by
            || scan.is(draft.first - 1, "of") && steps > 0;
        return (size || ends_in_by || draft.kind == Kind::Money && scan.is_any(draft.next, &["on", "from"]))
            .then_some(change);
    }
    to_english(scan, draft).or_else(|| cut_by(scan, at + 1, draft))
}

/// “cut waste by 27 %”, “beat last year’s by 8.3 billion”: the verb stands some words before its “by”.
fn cut_by(scan: &Scan, first: usize, draft: &Draft) -> Option<Change> {
    let by = (first..=draft.first).rev().take(6).find(|at| scan.is(*at, "by"))?;
    for at in (by.saturating_sub(9)..by).rev() {
        // “174,000 visits by 96,000 visitors”: who did it, not by how much it changed.
        if scan.ends_sentence(at) || matches!(scan.what(at), What::Literal(_)) && draft.kind == Kind::Count {
            return None;
        }
        if scan.is_any(at, &["cut", "cuts", "reduced", "lowered", "shortened", "trimmed", "slashed", "missed", "halved"]) {
            return Some(Change::Down);
        }
        if scan.is_any(at, &["beat", "beats", "raised", "lifted", "boosted", "exceeded", "widened", "extended", "outstripped"]) {
            return Some(Change::Up);
        }
        if let Some(Sense::Change(change @ (Change::Up | Change::Down))) = scan.sense(at) {
            return Some(change);
        }
    }
    None
}

/// 比首日多一成: a comparison stands before 多 and 高.
fn compared(scan: &Scan, at: usize) -> bool {
    (at.saturating_sub(12)..at).any(|at| matches!(scan.letters(at), "比" | "较" | "同比" | "环比"))
}

/// “grew from 45 to 52”, “rose to 8.6 billion”, “from 45 to 52”
fn to_english(scan: &Scan, draft: &Draft) -> Option<Change> {
    let to = draft.first.checked_sub(1).filter(|at| scan.is(*at, "to"))?;
    if scan.is_any(to.wrapping_sub(1), &["next", "close", "compared", "due", "thanks", "up"]) {
        return None;
    }
    for step in 1..26 {
        let at = to.checked_sub(step)?;
        if scan.ends_sentence(at) || scan.is_sign(at, ';') {
            return None;
        }
        if scan.is(at, "from") && step < 12 && draft.kind != Kind::Date {
            return Some(Change::To);
        }
        if matches!(scan.sense(at), Some(Sense::Change(_))) {
            return Some(Change::To);
        }
        if scan.is_any(
            at,
            &[
                "cut",
                "reduced",
                "raised",
                "risen",
                "lowered",
                "brought",
                "brings",
                "shortened",
                "extended",
                "bringing",
                "widened",
                "shrunk",
                "halved",
            ],
        ) && step < 10
        {
            return Some(Change::To);
        }
    }
    None
}

/// 三成多的降幅; “15.6 % more than”, “a third shorter”, “2.3 points above”, “two places better”
fn after(scan: &Scan, draft: &Draft) -> Option<Change> {
    let at = draft.next;
    if let Some(Sense::Extent(change)) = scan.sense(at) {
        return Some(change);
    }
    if matches!(draft.value, Value::Range(..)) || scan.is_chinese(at) {
        return None;
    }
    let noun = matches!(scan.sense(at), Some(Sense::Noun(_)));
    let at = if noun { at + 1 } else { at };
    let size = matches!(draft.kind, Kind::Share | Kind::Points | Kind::Factor);
    let than = scan.is_any(
        at + 1,
        &[
            "than",
            "on",
            "this",
            "year",
            "over",
            "compared",
            "this year",
            "last year",
            "next year",
            "a year",
            "a year ago",
            "a year earlier",
            "year on year",
            "year-on-year",
        ],
    ) || scan.is(at + 2, "than")
        || scan.ends_clause(at + 1);
    // “and three more than ten billion”: what follows is a bound of its own.
    if scan.is_any(at, &["more than", "less than", "fewer than"]) && is_number(scan, at + 1) {
        return None;
    }
    if scan.is(at, "more") || scan.is(at, "more than") {
        return (than || scan.is(at, "more than")).then_some(Change::Up).filter(|_| {
            !draft.unit.is_some_and(|unit| unit.is_measure() && unit != Unit::Hour)
                || scan.is(at, "more than")
        });
    }
    if scan.is_any(at, &["less", "fewer", "less than", "fewer than"]) {
        return Some(Change::Down).filter(|_| size || than || scan.is_any(at, &["fewer than", "less than"]));
    }
    let ranked = draft.unit == Some(Unit::Rank) || size;
    if ranked
        && scan.is_any(
            at,
            &[
                "higher",
                "above",
                "longer",
                "larger",
                "bigger",
                "better",
                "up",
                "growth",
                "increase",
                "rise",
                "faster",
                "higher than",
                "greater",
                "ahead",
            ],
        )
    {
        return Some(Change::Up);
    }
    if ranked
        && scan.is_any(
            at,
            &[
                "lower",
                "below",
                "shorter",
                "smaller",
                "down",
                "worse",
                "drop",
                "decline",
                "fall",
                "decrease",
                "reduction",
                "slower",
                "lower than",
                "cheaper",
            ],
        )
    {
        return Some(Change::Down);
    }
    let by_old = scan.is_any(at, &["higher than", "lower than"]);
    by_old.then(|| if scan.is(at, "higher than") { Change::Up } else { Change::Down })
}

/// 分别增加11个和47.6亿元: the second number of a verb that is said of both.
fn respectively(scan: &Scan, draft: &Draft) -> Option<Change> {
    let and = draft.first.checked_sub(1).filter(|at| matches!(scan.letters(*at), "和" | "、" | "与" | "及"))?;
    let low = and.saturating_sub(16);
    let verb = (low..and).rev().take_while(|at| !scan.ends_sentence(*at));
    let verb = verb.into_iter().find(|at| matches!(scan.sense(*at), Some(Sense::Change(_))))?;
    let both = (low..verb).any(|at| scan.letters(at) == "分别") || (verb.saturating_sub(2)..verb).any(|at| scan.letters(at) == "别");
    match scan.sense(verb) {
        Some(Sense::Change(change)) if both => Some(change),
        _ => None,
    }
}

/// Whether a number begins here, its currency in front included.
fn is_number(scan: &Scan, at: usize) -> bool {
    matches!(
        scan.what(at),
        What::Literal(_)
            | What::Sign('$' | '€' | '£' | '¥')
            | What::Known(Sense::Small(_) | Sense::Tens(_) | Sense::Money(_) | Sense::Power(_))
    )
}

/// The claims of a paragraph, with what only its sentences say.
pub(super) fn finish(scan: &Scan, drafts: Vec<Draft>) -> Vec<Claim> {
    let mut claims = Vec::with_capacity(drafts.len());
    let mut stages = StageWords::new(scan);
    let as_of = reference_days(scan, &drafts);
    for (index, draft) in drafts.iter().enumerate() {
        let Some((first, last)) =
            scan.tokens.get(draft.first).zip(scan.tokens.get(draft.next.saturating_sub(1)))
        else {
            continue;
        };
        let threshold = is_threshold(scan, draft, index.checked_sub(1).and_then(|before| drafts.get(before)));
        let role = if threshold { Role::Threshold } else { draft.role };
        // Visits and exhibits go through no stages, whatever is signed in the same sentence.
        let rises = draft.kind != Kind::Count
            || matches!(
                draft.unit,
                Some(
                    Unit::Project
                        | Unit::Item
                        | Unit::Agreement
                        | Unit::Person
                        | Unit::Company
                        | Unit::Ceremony
                )
            );
        let kind = matches!(draft.kind, Kind::Count | Kind::Money | Kind::Share | Kind::Factor);
        let staged = rises && kind && role == Role::Stated;
        claims.push(Claim {
            place: first.start + joined(scan, draft.first)..last.end,
            kind: draft.kind,
            value: draft.value,
            unit: draft.unit,
            unit_from: draft.unit_from,
            currency: draft.currency,
            hedge: draft.hedge,
            stage: if staged { stages.of(draft) } else { None },
            change: draft.change,
            as_of: as_of[index].filter(|_| role == Role::Stated),
            role,
            step: draft.step,
            digits: draft.digits,
            oddity: draft.oddity,
        });
    }
    claims
}

/// How many bytes of “and over” are no part of the figure.
fn joined(scan: &Scan, first: usize) -> usize {
    let words = scan.letters(first);
    let leads = |lead: &str| words.get(..lead.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(lead));
    match () {
        () if leads("and ") => 4,
        () if leads("or ") => 3,
        () => 0,
    }
}

/// For each figure, the day of reference of its sentence: the last one before it, or the one behind it.
fn reference_days(scan: &Scan, drafts: &[Draft]) -> Vec<Option<Date>> {
    let mut days = vec![None; drafts.len()];
    let mut at = 0;
    let mut start = 0;
    let mut current = None;
    for token in 0..=scan.tokens.len() {
        while at < drafts.len() && drafts[at].first <= token {
            if let (Role::AsOf, Value::Date(date)) = (drafts[at].role, drafts[at].value) {
                // “34 projects signed as of 21 June”: what stands before it has it too, unless it has its own.
                let opened = (0..drafts[at].first).rev().take(40).find_map(|token| match scan.what(token) {
                    What::Sign(')' | '）') => Some(None),
                    What::Sign('(' | '（') => Some(Some(token)),
                    _ => None,
                });
                // With a day of its own before, only what follows “against” or a comma has this one.
                let parted = current.and_then(|_| {
                    (0..drafts[at].first).rev().take(40).find(|token| {
                        matches!(scan.what(*token), What::Sign(',' | '，' | ';' | '；'))
                            || scan.is_any(*token, &["against", "compared", "versus", "from"])
                    })
                });
                let opened = opened.or(parted.map(Some));
                let inside = opened
                    .flatten()
                    .map_or(start, |open| drafts.partition_point(|draft| draft.first < open).max(start));
                for day in &mut days[inside..at] {
                    *day = if parted.is_some() { Some(date) } else { day.or(Some(date)) };
                }
                current = Some(date);
            }
            days[at] = current;
            at += 1;
        }
        if scan.ends_sentence(token) {
            (start, current) = (at, None);
        }
    }
    days
}

/// 10亿元以上项目, “projects over 1 billion yuan”, “under 35”: limits that name a class.
fn is_threshold(scan: &Scan, draft: &Draft, before: Option<&Draft>) -> bool {
    if draft.kind == Kind::Count && draft.unit == Some(Unit::Year) && draft.hedge.is_some() {
        return matches!(draft.hedge, Some(Hedge::Under | Hedge::Over | Hedge::AtMost | Hedge::AtLeast))
            && draft.value.number().is_some_and(|age| age >= crate::number::Number::whole(12));
    }
    let limit = matches!(draft.hedge, Some(Hedge::AtLeast | Hedge::Over | Hedge::AtMost | Hedge::Under));
    if !limit || !matches!(draft.kind, Kind::Money | Kind::Count) {
        return scan.letters(draft.first.wrapping_sub(1)) == "满" && draft.kind == Kind::Money;
    }
    if scan.is_chinese(draft.next.saturating_sub(1)) {
        let behind = matches!(scan.letters(draft.next - 1), "以上" | "以下" | "及以上" | "及以下" | "含以上");
        let class = matches!(scan.sense(draft.next), Some(Sense::Noun(_) | Sense::Stage(_)))
            || scan.letters(draft.next) == "的";
        let money_class = draft.kind == Kind::Money && class;
        let group = draft.kind == Kind::Count
            && behind
            && draft.unit == Some(Unit::Person)
            && scan.is_chinese(draft.next);
        return behind && money_class || group;
    }
    if draft.kind != Kind::Money {
        return false;
    }
    let at = draft.first.wrapping_sub(1);
    let noun = matches!(scan.sense(at), Some(Sense::Noun(Unit::Project | Unit::Company)));
    let of = scan.is(at, "of")
        && matches!(scan.before(at, 1), What::Known(Sense::Noun(Unit::Project | Unit::Company)))
        || scan.is(at, "of") && before.is_some_and(|before| before.next == at);
    let verb = scan.letters(draft.first).to_ascii_lowercase().starts_with("exceed")
        && before.is_some_and(|before| before.kind == Kind::Count);
    let or_more =
        scan.is_any(draft.next.wrapping_sub(1), &["or more", "and above", "or above", "and over", "or over"]);
    let each = scan.is(draft.next, "each");
    noun || of || verb || or_more || each
}

/// The stage words of a paragraph, asked figure by figure from left to right.
struct StageWords<'a> {
    scan: &'a Scan<'a>,
    words: Vec<(usize, Stage)>,
    from: usize,
}

/// How many tokens a semicolon counts for.
const SEMICOLON: usize = 60;
/// How many tokens away a stage word may stand.
const REACH: usize = 40;

impl<'a> StageWords<'a> {
    fn new(scan: &'a Scan<'a>) -> Self {
        let words = (0..scan.tokens.len()).filter_map(|at| match scan.sense(at) {
            Some(Sense::Stage(stage)) => Some((at, stage)),
            _ => None,
        });
        Self { scan, words: words.collect(), from: 0 }
    }

    /// The nearest stage word of the figure's sentence; one in its own clause wins.
    fn of(&mut self, draft: &Draft) -> Option<Stage> {
        let low = draft.first.saturating_sub(REACH);
        while self.words.get(self.from).is_some_and(|(at, _)| *at < low) {
            self.from += 1;
        }
        let near =
            self.words[self.from..].iter().take(2 * REACH).take_while(|(at, _)| *at < draft.next + REACH);
        let near = near.filter_map(|(at, stage)| Some((self.distance(draft, *at)?, *stage)));
        let (distance, stage) = near.min_by_key(|(distance, _)| *distance)?;
        // A share is of the stage that its own clause tells, not of one across a semicolon.
        let share = matches!(draft.kind, Kind::Share | Kind::Factor);
        (!share || distance < SEMICOLON).then_some(stage)
    }

    /// How far a word stands from a figure: clauses between count most; nothing in another sentence.
    fn distance(&self, draft: &Draft, at: usize) -> Option<usize> {
        let (from, to) = if at < draft.first { (at + 1, draft.first) } else { (draft.next, at) };
        let mut distance = 0;
        for between in from..to {
            // A blank between Chinese words parts the clauses of a headline.
            if self.scan.is_chinese(between)
                && !self.scan.glued(between)
                && self.scan.char_before(between) == Some(' ')
                && self.scan.is_chinese(between.wrapping_sub(1))
            {
                distance += 12;
            }
            if self.scan.ends_sentence(between) && !self.scan.is_sign(between, '；') {
                return None;
            }
            distance += match self.scan.what(between) {
                What::Sign('；' | ';') => SEMICOLON,
                What::Sign('，' | ',' | '：' | ':' | '(' | '（') => 12,
                What::Sign('、') => 6,
                What::Literal(_) => 3,
                _ => 1,
            };
        }
        // Behind the figure a word more often belongs to the next one.
        Some(if at < draft.first { distance } else { distance + 2 })
    }
}
