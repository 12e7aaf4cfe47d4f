//! Other numbers: a wrong value, a slip of the scale, yesterday's value, a part that no longer adds up.

use super::Here;
use crate::mutator::marks::Language;
use crate::mutator::numerals::{decimal, micro, reading, rewritten};
use crate::mutator::words::unhedged;
use crate::mutator::{Mutation, Verdict};
use fastrand::Rng;

const TRIES: usize = 40;

pub(super) fn all(here: Here<'_>, chance: &mut Rng) -> Vec<Mutation> {
    let mut made: Vec<_> = days(here).into_iter().collect();
    let mark = here.mark();
    let Some(stated) = micro(&mark.value) else { return made };
    // Where the words cannot be read back as what the mark says, they could not be rewritten truly either.
    if !mark.is_figure() || reading(here.words(), &mark.kind) != Some(stated) {
        return made;
    }
    if mark.flag("part").or(mark.flag("total")).is_some() {
        made.extend(
            (0..4).filter_map(|_| wrong_value(here, stated, chance, Verdict::SumFails)).map(with_total),
        );
    }
    if mark.flag("figure").is_some() {
        made.extend(wrong_value(here, stated, chance, Verdict::WrongValue));
        made.extend(slips(here, stated));
        made.extend(outdated(here));
    }
    made
}

/// The total is a right place for saying that a sum fails, whichever of its numbers was changed.
fn with_total(mut made: Mutation) -> Mutation {
    let changed = made.paragraph.marks.iter().find(|mark| mark.place == made.places[0]);
    let number = changed.and_then(|mark| mark.flag("part").or(mark.flag("total"))).map(str::to_owned);
    let total = made.paragraph.marks.iter().find(|mark| mark.flag("total") == number.as_deref());
    made.places.extend(total.map(|mark| mark.place.clone()));
    made
}

/// A value so far away that no hedge, rounding or other figure explains it, and that is no slip of the scale.
pub(super) fn wrong_value(
    here: Here<'_>,
    stated: i128,
    chance: &mut Rng,
    verdict: Verdict,
) -> Option<Mutation> {
    let mark = here.mark();
    let hedged = mark.flag("hedge").is_some();
    (0..TRIES).find_map(|_| {
        let value = if mark.kind == "edition" || mark.kind == "ordinal" {
            chance.i128(4..=12) * 1_000_000
        } else {
            another(stated, hedged, chance)
        };
        let far = (value - stated).abs() * 100 >= stated * if hedged { 35 } else { 5 };
        let explained = mark.kind != "edition" && here.truth.is_near_one(value, &mark.unit, 4);
        let beyond_whole = mark.kind == "share" && value >= 1_000_000;
        if value == 1_000_000 || beyond_whole || !far || is_power_apart(value, stated) || explained {
            return None;
        }
        let words = rewritten(here.words(), &mark.kind, value)?;
        Some(here.mutation(verdict, &words, mark.valued(&decimal(value))))
    })
}

fn another(stated: i128, hedged: bool, chance: &mut Rng) -> i128 {
    let per_cent = if hedged { chance.i128(140..=190) } else { chance.i128(106..=170) };
    let step = step(stated);
    let moved = stated * if chance.bool() { per_cent } else { 10_000 / per_cent } / 100;
    // The last digits of the original are kept to, so that the wrong number looks like the right one.
    (moved / step).max(1) * step
}

/// What the last digit that is not zero stands for: 10 million in 4.86 billion.
fn step(value: i128) -> i128 {
    let mut step = 1;
    while value % (step * 10) == 0 {
        step *= 10;
    }
    // A number of one digit would have nowhere to go.
    if value / step < 10 && step > 1_000_000 { step / 10 } else { step }
}

fn is_power_apart(one: i128, other: i128) -> bool {
    (0..=8).any(|power| one * 10_i128.pow(power) == other || other * 10_i128.pow(power) == one)
}

/// A digit too many or too few, 万 for 亿, million for billion.
fn slips(here: Here<'_>, stated: i128) -> Vec<Mutation> {
    let (mark, words) = (here.mark(), here.words());
    if !matches!(mark.kind.as_str(), "count" | "money" | "share") {
        return Vec::new();
    }
    let is_whole = mark.kind != "count" || stated % 1_000_000 == 0;
    let by_digits = [10, 100].into_iter().flat_map(|power| {
        let larger = rewritten(words, &mark.kind, stated * power).map(|words| (words, stated * power));
        let divides = stated % power == 0 && (mark.kind != "count" || stated / power % 1_000_000 == 0);
        let smaller = rewritten(words, &mark.kind, stated / power).map(|words| (words, stated / power));
        [larger, smaller.filter(|_| divides)]
    });
    let by_scale = [("亿", "万"), ("万", "亿"), ("billion", "million"), ("million", "billion"), ("bn", "mn")]
        .into_iter()
        .map(|(old, new)| {
            let slipped = words.replacen(old, new, 1);
            let value =
                reading(&slipped, &mark.kind).filter(|value| *value != stated && words.contains(old))?;
            Some((slipped, value))
        });

    let slipped = by_digits.chain(by_scale).flatten().filter(|(_, value)| is_whole && *value != 1_000_000);
    let unclear = |value: i128| here.truth.is_near_one(value, &mark.unit, 6);
    let told = slipped.filter(|(_, value)| !unclear(*value) && (mark.kind != "share" || *value < 1_000_000));
    told.map(|(words, value)| here.mutation(Verdict::OffByPower, &words, mark.valued(&decimal(value))))
        .collect()
}

/// What was true on an earlier day, said as if it were today's.
fn outdated(here: Here<'_>) -> Vec<Mutation> {
    let (mark, paragraph) = (here.mark(), here.paragraph);
    let dated =
        mark.flag("asof").is_some() || paragraph.marks.iter().any(|mark| mark.flag("as-of").is_some());
    let Some(((now, _), figure)) = here.in_force().zip(here.figure()) else { return Vec::new() };
    if dated || figure.unit != mark.unit {
        return Vec::new();
    }
    let Some(bare) = unhedged(here.words(), paragraph.language) else { return Vec::new() };
    let earlier = figure
        .earlier
        .iter()
        .filter(|(day, value)| *day < paragraph.day && *value != now && micro(&mark.value) != Some(*value));

    earlier
        .filter_map(|(_, value)| {
            let words = rewritten(&bare, &mark.kind, *value)?;
            Some(here.mutation(Verdict::Stale, &words, mark.flagged("hedge", None).valued(&decimal(*value))))
        })
        .collect()
}

/// A date two days later, a period two days longer.
fn days(here: Here<'_>) -> Option<Mutation> {
    let mark = here.mark();
    if !matches!(mark.kind.as_str(), "date" | "period") || mark.flag("figure").is_none() {
        return None;
    }
    let (_, day) = mark.value.rsplit_once('-')?;
    let (old, new): (u32, u32) = (day.parse().ok()?, day.parse::<u32>().ok()? + 2);
    if new > 30 {
        return None;
    }
    let words = here.words();
    let behind = if here.paragraph.language == Language::Chinese { "日" } else { "" };
    let at = words.rfind(&format!("{old}{behind}"))?;
    let words = format!("{}{new}{}", &words[..at], &words[at + old.to_string().len()..]);
    let value = format!("{}{new:02}", &mark.value[..mark.value.len() - 2]);

    Some(here.mutation(Verdict::WrongValue, &words, mark.valued(&value)))
}
