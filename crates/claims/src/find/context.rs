//! What only the sentence says of a figure: its day of reference, whether it names a class; and the figures as claims.

use super::draft::Draft;
use super::stages::StageWords;
use super::tokens::cues::words;
use super::tokens::scan::Scan;
use super::tokens::sense::Sense;
use super::tokens::token::What;
use crate::calendar::Date;
use crate::claim::{Claim, Hedge, Kind, Role, Value};
use crate::unit::Unit;

/// The claims of a paragraph, with what only its sentences say.
pub(super) fn finish(scan: &Scan, drafts: &[Draft]) -> Vec<Claim> {
    if drafts.is_empty() {
        return Vec::new();
    }
    let mut claims = Vec::with_capacity(drafts.len());
    let mut stages = StageWords::new(scan);
    let as_of = reference_days(scan, drafts);
    for (index, draft) in drafts.iter().enumerate() {
        let Some(first) = scan.tokens.get(draft.first) else { continue };
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
                        | Unit::Institution
                        | Unit::Ceremony
                )
            );
        let kind = matches!(draft.kind, Kind::Count | Kind::Money | Kind::Share | Kind::Factor);
        let told = rises && kind && role == Role::Stated;
        claims.push(Claim {
            place: first.start + joined(scan, draft.first)..scan.end(draft.next.saturating_sub(1)),
            kind: draft.kind,
            value: draft.value,
            unit: draft.unit,
            unit_from: draft.unit_from,
            currency: draft.currency,
            hedge: draft.hedge,
            stage: if told { stages.of(draft) } else { None },
            change: draft.change,
            as_of: as_of.get(index).copied().flatten().filter(|_| role == Role::Stated),
            role,
            step: draft.step,
            digits: draft.digits,
            oddity: draft.oddity,
        });
    }
    claims
}

/// “9 Sept  17,480”: the day that begins the row of a table is the one on which its number held.
pub(super) fn date_rows(scan: &Scan, drafts: &mut [Draft]) {
    for at in 1..drafts.len() {
        let (date, number) = (&drafts[at - 1], &drafts[at]);
        let dated = date.role == Role::Stated && date.kind == Kind::Date && opens_line(scan, date.first);
        let counted = matches!(number.kind, Kind::Count | Kind::Money);
        let beside = number.number.0.saturating_sub(date.next) <= 2
            && (date.next..number.number.0)
                .all(|at| matches!(scan.what(at), What::Sign(_) | What::Known(Sense::Hedge(_))));
        let ends =
            (number.next..number.next + 2).any(|at| scan.what(at) == What::Line || at >= scan.tokens.len());
        if dated && counted && beside && ends {
            drafts[at - 1].role = Role::AsOf;
        }
    }
}

/// Whether a token is the first of its line.
pub(super) fn opens_line(scan: &Scan, at: usize) -> bool {
    at == 0 || matches!(scan.what(at - 1), What::Line)
}

/// How many bytes of “and over” and “home to more than” are no part of the figure.
fn joined(scan: &Scan, first: usize) -> usize {
    let words = scan.letters(first);
    match () {
        () if scan.is_chinese(first) => 0,
        () if begins_with(words, "and ") => 4,
        () if begins_with(words, "or ") || begins_with(words, "to ") => 3,
        () => 0,
    }
}

/// Whether words begin with letters, in capitals or not.
fn begins_with(words: &str, letters: &str) -> bool {
    words.get(..letters.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(letters))
}

/// For each figure, the day of reference of its sentence: the last one before it, or the one behind it. Nothing at all where no day is one.
fn reference_days(scan: &Scan, drafts: &[Draft]) -> Vec<Option<Date>> {
    if drafts.iter().all(|draft| draft.role != Role::AsOf) {
        return Vec::new();
    }
    let mut days = vec![None; drafts.len()];
    let mut at = 0;
    let mut start = 0;
    let mut current = None;
    // 【截至10月19日24时】 alone on a line holds for the lines below it.
    let (mut heading, mut opened) = (None, 0);
    // “Update as of 15 November.” alone in a sentence holds for the sentences behind it in its line.
    let mut update = None;
    let mut start_token = 0;
    for token in 0..=scan.tokens.len() {
        while at < drafts.len() && drafts[at].first <= token {
            if let (Role::AsOf, Value::Date(date)) = (drafts[at].role, drafts[at].value) {
                // “34 projects signed as of 21 June”: what stands before it has it too, unless it has its own.
                let opened = (0..drafts[at].first).rev().take(40).find_map(|token| match scan.what(token) {
                    What::Sign(')' | '）') => Some(None),
                    What::Sign('(' | '（') => Some(Some(token)),
                    _ => None,
                });
                // Only what follows “against” has the day behind it; with a day of its own before, what follows a comma too.
                let parted = (start_token..drafts[at].first).rev().take(40).find(|token| {
                    current.is_some() && matches!(scan.what(*token), What::Sign(',' | '，' | ';' | '；'))
                        || scan.is_among(*token, words!["from", "against", "compared", "versus"])
                });
                let opened = opened.flatten().or(parted);
                // “On Tuesday it had been 41 (as of 10 November)”: alone in its brackets it is of the number before them.
                let before = opened.filter(|open| open + 1 == drafts[at].first && parted.is_none());
                if let Some(last) = before
                    .and_then(|open| (start..at).find(|at| days[*at].is_none() && drafts[*at].next == open))
                {
                    days[last] = Some(date);
                }
                let inside = opened
                    .map_or(start, |open| drafts.partition_point(|draft| draft.first < open).max(start));
                for day in &mut days[inside..at] {
                    *day =
                        if parted.is_some() && current.is_some() { Some(date) } else { day.or(Some(date)) };
                }
                current = Some(date);
            }
            // “was right as of 10 September; it is now 61”
            let now = (drafts[at].first.saturating_sub(3)..drafts[at].first)
                .any(|token| scan.is(token, "now"))
                || is_newest(scan, drafts[at].first);
            let now = now || is_risen_from(scan, drafts[at].first);
            days[at] = current.filter(|_| !now || drafts[at].role == Role::AsOf);
            if at > start && is_left_behind(scan, &drafts[at - 1]) {
                current = heading;
            }
            at += 1;
        }
        if token == scan.tokens.len() && opened > 0 && heading.is_none() {
            // （数据截至9月15日） alone on the last line holds for the lines above it.
            let rest = &drafts[opened..at];
            let dates =
                |draft: &Draft| draft.role == Role::AsOf || matches!(draft.kind, Kind::Time | Kind::Date);
            if current.is_some() && rest.iter().all(dates) && days[..opened].iter().all(Option::is_none) {
                days[..opened].fill(current);
            }
        }
        if scan.what(token) == What::Line {
            let alone = drafts[opened..at]
                .iter()
                .all(|draft| draft.role == Role::AsOf || matches!(draft.kind, Kind::Time | Kind::Edition));
            heading = current.filter(|_| alone).or(heading);
            (start, current, opened, update) = (at, heading, at, None);
            start_token = token;
        } else if scan.is_sign(token, ';') && current.is_some() && current != heading && at > start + 1 {
            // “… from 61 as of 12 August; that of exhibitors has grown to 205”: a day behind what it is of ends with its clause.
            let leads = matches!(drafts[start].role, Role::AsOf);
            if !leads {
                (start, current) = (at, heading);
            }
        } else if scan.is_sign(token, '；') && leads_with_its_day(&drafts[start..at]) {
            // 截至9月17日20时，签约项目109个；线下参与112870人次: a day that opens a sentence holds to its end.
        } else if scan.ends_sentence(token) {
            let alone = at > start && drafts[start..at].iter().all(|draft| draft.role == Role::AsOf);
            // 数据统计截至7月7日18时。 behind the numbers of its paragraph holds for them.
            let dated = at > start
                && drafts[start].role == Role::AsOf
                && drafts[start..at].iter().all(|draft| draft.role == Role::AsOf || draft.kind == Kind::Time);
            if dated
                && start > opened
                && days[opened..start].iter().all(Option::is_none)
                && tells_of_data(scan, &drafts[start])
            {
                days[opened..start].fill(current);
            }
            update = current.filter(|_| alone && !scan.is_chinese(token)).or(update);
            (start, current) = (at, update.or(heading));
            start_token = token;
        }
    }
    days
}

/// 数据统计截至: whether a day of reference is said of numbers in general.
fn tells_of_data(scan: &Scan, day: &Draft) -> bool {
    let low = day.first.saturating_sub(4);
    (low..day.next).any(|at| {
        scan.is_chinese(at) && ["数据", "统计", "以上"].iter().any(|word| scan.letters(at).starts_with(word))
    })
}

/// 由首日的27个增加到64个: whether a number is what something rose from, which was before the day of its sentence.
fn is_risen_from(scan: &Scan, first: usize) -> bool {
    let before = (first.saturating_sub(5)..first).rev();
    before
        .take_while(|at| !scan.ends_clause(*at) && !matches!(scan.what(*at), What::Literal(_)))
        .any(|at| matches!(scan.letters(at), "由" | "从"))
}

/// Whether the figures of a sentence begin with their day of reference, and have no other.
fn leads_with_its_day(drafts: &[Draft]) -> bool {
    let days = drafts.iter().filter(|draft| draft.role == Role::AsOf).count();
    days == 1 && drafts.first().is_some_and(|first| first.role == Role::AsOf)
}

/// 截至9月10日还是78场，今天公布的最新盘子是83场: whether the clause before a number says that it is the newest.
fn is_newest(scan: &Scan, first: usize) -> bool {
    (first.saturating_sub(12)..first)
        .rev()
        .take_while(|at| !scan.ends_clause(*at))
        .any(|at| ["今天", "今日", "最新", "如今"].iter().any(|word| scan.rest(at).starts_with(word)))
}

/// 由截至8月20日的112个增加到126个: whether a day is only that of the number from which something rose.
fn is_left_behind(scan: &Scan, date: &Draft) -> bool {
    let from = date.first.checked_sub(1).is_some_and(|at| scan.is_among(at, words!["由", "从"]));
    // “up from 54 on 18 July”
    let english =
        scan.is(date.first, "on") && (2..5).any(|back| scan.is(date.first.wrapping_sub(back), "from"));
    date.role == Role::AsOf && (english || from && scan.is(date.next, "的"))
}

/// 10亿元以上项目, “projects over 1 billion yuan”, “under 35”: limits that name a class.
fn is_threshold(scan: &Scan, draft: &Draft, before: Option<&Draft>) -> bool {
    if draft.kind == Kind::Count && draft.unit == Some(Unit::Year) && draft.hedge.is_some() {
        return matches!(draft.hedge, Some(Hedge::Under | Hedge::Over | Hedge::AtMost | Hedge::AtLeast))
            && draft.value.number().is_some_and(|age| age >= crate::number::Number::whole(12));
    }
    let limit = matches!(draft.hedge, Some(Hedge::AtLeast | Hedge::Over | Hedge::AtMost | Hedge::Under));
    if !limit || !matches!(draft.kind, Kind::Money | Kind::Count) {
        return scan.is(draft.first.wrapping_sub(1), "满") && draft.kind == Kind::Money;
    }
    if scan.is_chinese(draft.next.saturating_sub(1)) {
        let behind = scan.is_among(draft.next - 1, words!["以上", "以下", "及以上", "及以下", "含以上"]);
        let class = matches!(scan.sense(draft.next), Some(Sense::Noun(_) | Sense::Stage(_)))
            || scan.is(draft.next, "的");
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
    let verb = begins_with(scan.letters(draft.first), "exceed")
        && before.is_some_and(|before| {
            // “drew 100,000 visitors, with sales exceeding 100 million yuan” states what was sold.
            before.kind == Kind::Count && !(before.next..draft.first).any(|at| scan.is_sign(at, ','))
        });
    let or_more = scan.is_among(
        draft.next.wrapping_sub(1),
        words!["or more", "and above", "or above", "and over", "or over"],
    );
    let each = scan.is(draft.next, "each");
    noun || of || verb || or_more || each
}
