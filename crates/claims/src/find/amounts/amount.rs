//! What a number is of: money, a share, points, a multiple, a level, or a count.

use super::behind::{self, Behind, Of};
use super::front::front;
use super::hedge::both;
use super::hedge_twice::is_twice;
use super::ordinal_zh;
use super::range::{bent_words, range};
use crate::claim::{Change, Hedge, Kind, Oddity, UnitFrom, Value};
use crate::find::changes::change;
use crate::find::counted::again_en;
use crate::find::counted::bare_en;
use crate::find::counted::bare_zh;
use crate::find::counted::elliptic_en;
use crate::find::counted::nouns::{self, Classified};
use crate::find::counted::nouns_zh;
use crate::find::draft::Draft;
use crate::find::finder::Finder;
use crate::find::tokens::cues::{Cues, words};
use crate::find::tokens::literal::Literal;
use crate::find::tokens::scan::{Quantity, Scan, Style};
use crate::find::tokens::sense::Sense;
use crate::find::tokens::token::{Numeral, Token, What};
use crate::number::Number;
use crate::unit::{Currency, Unit};

/// The figure of a quantity; nothing when it is none.
pub(in crate::find) fn figure(finder: &Finder, quantity: Quantity) -> Option<Draft> {
    let scan = &finder.scan;
    let quantity = again_en::in_its_scale(finder, quantity);
    let floor = finder.floor();
    let (mut first, mut hedge, prefix) = front(scan, quantity.first, floor);
    let mut behind = behind::behind(scan, &quantity);
    let range = range(scan, &quantity, &behind);
    let mut value = quantity.value.map_or(Value::Beyond, Value::Number);
    let mut last = quantity;
    let mut oddity = oddity(scan, &quantity);
    if let Some((other, low, end)) = range {
        behind = end;
        last = other;
        value = match low.zip(other.value) {
            Some((low, high)) if low <= high => Value::Range(low, high),
            Some((low, high)) => {
                oddity = Some(Oddity::UpsideDown);
                Value::Range(high, low)
            }
            None => Value::Beyond,
        };
        if scan.is(first.wrapping_sub(1), "between") {
            first -= 1;
        }
    }
    if quantity.more && hedge.is_none() {
        hedge = Some(Hedge::More);
    }
    let own = if quantity.more { Some(Hedge::More) } else { behind.hedge };
    if oddity.is_none() && hedge.is_some() && is_twice(scan, first, quantity.first, own) {
        oddity = Some(Oddity::HedgedTwice);
    }
    hedge = both(hedge, behind.hedge);
    let bent = hedge.is_some() || range.is_some();
    if quantity.style == Style::Bare && !bent
        || quantity.style == Style::One && !one_counts(scan, &quantity, &behind)
    {
        return None;
    }
    let (kind, value, unit, currency) = classify(finder, &last, first, &behind, value, prefix, bent)?;
    let mut draft = Draft::new(first, behind.next, kind, value);
    draft.number = (quantity.first, last.next);
    if matches!(behind.what, Of::Measure(Unit::Metre)) && centimetres(scan, behind.next).is_some() {
        draft.next += 1;
    }
    (draft.unit, draft.currency, draft.hedge) = (unit, currency, hedge);
    let share = matches!(kind, Kind::Share) && last.style != Style::Fraction;
    let tenths = match behind.what {
        Of::Tenths => -1,
        Of::Permille => -3,
        _ => -2,
    };
    draft.step = if share { last.step.shifted(tenths).unwrap_or(last.step) } else { last.step };
    draft.digits = last.digits;
    if kind == Kind::Count && matches!(behind.what, Of::Nothing) && nouns::is_guess(scan, &draft) {
        draft.unit_from = UnitFrom::Context;
    }
    // “won 3–2”: two small numbers of nothing are a score.
    let small = |value: Value| value.ends().is_some_and(|(_, high)| high < Number::whole(10));
    if range.is_some() && draft.unit_from == UnitFrom::Context && small(value) && !bent_words(scan, &quantity)
    {
        return None;
    }
    draft.oddity = oddity;
    draft.change = change::change(scan, &draft, finder.drafts.last());
    if draft.kind == Kind::Factor {
        factor(scan, &mut draft);
    }
    if let (Of::Classified(class), Kind::Count) = (behind.what, kind)
        && let Some(rank) = ordinal_zh::places_moved(draft.change, class, draft.value)
        && scan.is(behind.next - 1, "位")
    {
        draft.unit = Some(rank);
    }
    recent(scan, &mut draft);
    Some(draft)
}

/// “a decline of (18.8)%”: in the brackets of bookkeepers, a fall.
pub(in crate::find) fn bracketed(scan: &Scan, at: usize, literal: &Literal) -> Option<Draft> {
    let closed = scan.is_sign(at.wrapping_sub(1), '(') && scan.is_sign(at + 1, ')') && scan.glued(at + 2);
    let share = closed && matches!(scan.sense(at + 2), Some(Sense::Percent));
    let value = literal.value.filter(|_| share)?.shifted(-2)?;
    let mut draft = Draft::new(at - 1, at + 3, Kind::Share, Value::Number(value));
    (draft.unit, draft.change) = (Some(Unit::Percent), Some(Change::Down));
    draft.step = Number::scaled(1, i32::from(literal.last) - 2)?;
    draft.digits = literal.significant;
    Some(draft)
}

fn oddity(scan: &Scan, quantity: &Quantity) -> Option<Oddity> {
    match scan.what(quantity.first) {
        What::Literal(literal) => literal.oddity,
        _ if quantity.value.is_none() => Some(Oddity::TooLarge),
        _ => None,
    }
}

/// Words of what has been over or going on for so long.
const SINCE: [&str; 8] = ["闭幕", "开幕", "落幕", "收官", "开业", "运行", "投产", "过去"];

/// 近三年 are the last three years, not almost three.
fn recent(scan: &Scan, draft: &mut Draft) {
    let duration = matches!(draft.unit, Some(Unit::Year | Unit::Month | Unit::Week | Unit::Day));
    let short = draft.value.number().is_some_and(|number| number <= Number::whole(31) && number.is_whole());
    // “over five days” is how long it takes; “for over five days” is a bound.
    let before = draft.first.wrapping_sub(1);
    let bound = || {
        scan.is_among(
            before,
            words!["for", "of", "lasting", "lasted", "took", "takes", "than", "is", "was", "after", "last"],
        )
    };
    if duration && short && draft.hedge == Some(Hedge::Over) && scan.is(draft.first, "over") && !bound() {
        (draft.hedge, draft.first) = (None, draft.first + 1);
    }
    // “ran on batteries over 61,000 kilometres”: how far something went; “covers over 20 kilometres” is a bound.
    let far = matches!(draft.unit, Some(Unit::Kilometre | Unit::Metre));
    if far && draft.hedge == Some(Hedge::Over) && scan.is(draft.first, "over") && went(scan, draft.first) {
        (draft.hedge, draft.first) = (None, draft.first + 1);
    }
    // 夜间最低9度: the coldest of a night is no bound.
    if draft.unit == Some(Unit::DegreeCelsius) && scan.is_among(draft.first, words!["最低", "最高"]) {
        (draft.hedge, draft.first) = (None, draft.first + 1);
    }
    // 历时近三年, 等了近5天, 闭幕近两个月: how long it took or has been, and almost so much.
    let since = |first: &Token| SINCE.iter().any(|event| scan.text[..first.start].ends_with(event));
    let lasted = scan.is_behind(draft.first, "时期达续了") || scan.tokens.get(draft.first).is_some_and(since);
    if duration && short && !lasted && draft.hedge == Some(Hedge::Nearly) && scan.is(draft.first, "近") {
        (draft.hedge, draft.first) = (None, draft.first + 1);
    }
}

/// What the noun behind a number counts: “applications for 300 places” are no ranks.
fn counted(scan: &Scan, first: usize, next: usize, unit: Unit) -> Unit {
    match unit {
        Unit::Rank if !is_of_ranking(scan, first, next) => Unit::Item,
        _ => nouns::precise(scan, next, unit),
    }
}

/// Whether the words around a number of places speak of a ranking.
fn is_of_ranking(scan: &Scan, first: usize, next: usize) -> bool {
    const RANKING: Cues = words![
        "ranking", "rankings", "rank", "ranked", "index", "table", "up", "down", "higher", "lower", "better",
        "worse", "ahead", "behind", "climb", "climbed", "gained", "moved", "jumped", "fell", "dropped",
        "slipped", "lost", "rose", "above", "below", "forward", "back",
    ];
    const AROUND: usize = 8;
    (first.saturating_sub(AROUND)..first).any(|at| scan.is_among(at, RANKING) || moves(scan, at))
        || (next..next + 3).any(|at| scan.is_among(at, RANKING))
}

fn moves(scan: &Scan, at: usize) -> bool {
    matches!(scan.sense(at), Some(Sense::Change(_) | Sense::Moves(_) | Sense::Rank))
        && !scan.is_among(at, words!["came", "place"])
}

/// Whether a clause tells of a journey, by a verb that does not touch the number.
fn went(scan: &Scan, first: usize) -> bool {
    const FURTHEST: usize = 10;
    (2..FURTHEST).filter_map(|back| first.checked_sub(back)).take_while(|at| !scan.ends_clause(*at)).any(
        |at| {
            scan.is_among(
                at,
                words!["ran", "run", "runs", "rode", "drove", "flew", "sailed", "walked", "cycled", "raced"],
            )
        },
    )
}

/// A multiple says what the new amount is of the old: 增长2.5倍 is 3.5.
fn factor(scan: &Scan, draft: &mut Draft) {
    // 是上届的4倍, but 也就是上万倍.
    let of_old = (draft.first.saturating_sub(3)..draft.first).any(|at| match scan.letters(at) {
        "是" | "为" => at + 1 < draft.first,
        word => matches!(word, "的" | "至" | "到" | "达"),
    });
    // “8.8x growth”: x says of itself what the new is of the old.
    if scan.letters(draft.next - 1) == "x" {
        draft.change = Some(Change::To);
        return;
    }
    match draft.change {
        Some(Change::Up) if !scan.is(draft.first.wrapping_sub(1), "to") => {
            if let Value::Number(number) = draft.value
                && let Some(sum) = number.plus(Number::ONE)
            {
                draft.value = Value::Number(sum);
            }
        }
        // 速度快一倍: so many times more, by the adjective.
        None if is_more_by_so_many(scan, draft.first) => {
            draft.change = Some(Change::Up);
            factor(scan, draft);
        }
        // “oversubscribed 1.4 times” compares with no earlier amount.
        None if scan.is_among(draft.first.wrapping_sub(1), words!["oversubscribed", "overbooked"]) => {}
        None if of_old || !scan.is_chinese(draft.next - 1) => draft.change = Some(Change::To),
        _ => {}
    }
}

/// 快一倍, 高出两倍: whether an adjective of more stands before a multiple; 放大10倍 and 最大2倍 are what it is.
fn is_more_by_so_many(scan: &Scan, first: usize) -> bool {
    let before = first.wrapping_sub(1);
    let verb = scan.is_behind(before, "放最扩加增率倍");
    scan.is_among(before, words!["快", "大", "高", "长", "多", "重", "厚", "宽", "贵", "强"]) && !verb
}

/// The kind, value and unit of a number by what stands around it.
fn classify(
    finder: &Finder,
    quantity: &Quantity,
    first: usize,
    behind: &Behind,
    value: Value,
    prefix: Option<Currency>,
    bent: bool,
) -> Option<Classified> {
    let scan = &finder.scan;
    let mapped = |change: &dyn Fn(Number) -> Option<Number>| match value {
        Value::Number(number) => change(number).map_or(Value::Beyond, Value::Number),
        Value::Range(low, high) => {
            change(low).zip(change(high)).map_or(Value::Beyond, |(low, high)| Value::Range(low, high))
        }
        other => other,
    };
    let percent = |value| Some((Kind::Share, value, Some(Unit::Percent), None));
    if let Some(currency) = prefix {
        // 折合人民币52.7亿欧元: what stands at the number says it of two that differ.
        let currency = match behind.what {
            Of::Money(own) if currency == Currency::CNY => own,
            _ => currency,
        };
        return Some((Kind::Money, value, None, Some(currency)));
    }
    match unit_of_list(scan, quantity, first, behind) {
        Some(Kind::Points) => return Some((Kind::Points, value, Some(Unit::Point), None)),
        Some(_) => return percent(mapped(&|number| number.shifted(-2))),
        None => {}
    }
    let more = Number::fraction(1, 2);
    match behind.what {
        Of::Money(currency) => Some((Kind::Money, value, None, Some(currency))),
        Of::Percent => percent(mapped(&|number| number.shifted(-2))),
        Of::Permille => percent(mapped(&|number| number.shifted(-3))),
        Of::Tenths => {
            let units = behind.half.then(|| spelled_digit(scan, behind)).flatten().unwrap_or(Number::ZERO);
            percent(mapped(&|number| number.shifted(-1)?.plus(units.shifted(-2)?)))
        }
        Of::BasisPoint => Some((Kind::Points, mapped(&|number| number.shifted(-2)), Some(Unit::Point), None)),
        Of::Point => Some((Kind::Points, value, Some(Unit::Point), None)),
        // 两倍半
        Of::Times => {
            let value = if behind.half { mapped(&|number| number.plus(more?)) } else { value };
            Some((Kind::Factor, value, Some(Unit::Times), None))
        }
        Of::Score => {
            let minutes = matches!(scan.before(first, 1), What::Other) && scan.is(first - 1, "时");
            let lasted = finder.drafts.last().is_some_and(|draft| {
                draft.next == first && matches!(draft.unit, Some(Unit::Hour | Unit::Minute))
            });
            let seconds =
                matches!(scan.what(behind.next), What::Literal(_)) && scan.is(behind.next + 1, "秒");
            // 积分每10分可兑换: so many points each.
            if scan.is(first.wrapping_sub(1), "每") {
                return Some((Kind::Count, value, Some(Unit::Item), None));
            }
            if lasted || seconds {
                return Some((Kind::Count, value, Some(Unit::Minute), None));
            }
            (!minutes).then_some((Kind::Number, value, None, None))
        }
        _ if quantity.style == Style::Fraction => percent(value),
        Of::Measure(Unit::Metre) if centimetres(scan, behind.next).is_some() => {
            let more = centimetres(scan, behind.next);
            Some((Kind::Count, mapped(&|number| number.plus(more?)), Some(Unit::Metre), None))
        }
        Of::Measure(unit) => {
            let value = if behind.half { mapped(&|number| number.plus(more?)) } else { value };
            Some((Kind::Count, value, Some(unit), None))
        }
        // 零事故, 零投诉: none at all, as a word.
        Of::Noun(_) if scan.is(quantity.first, "零") && quantity.next == quantity.first + 1 => None,
        Of::Noun(unit) => Some((Kind::Count, value, Some(counted(scan, first, behind.next, unit)), None)),
        Of::Classified(class) => {
            let value = if behind.half { mapped(&|number| number.plus(more?)) } else { value };
            let few = quantity.value.is_some_and(|value| value < Number::whole(10));
            // “量子”两个字: characters counted in passing.
            let quoted = scan.is_behind(quantity.first, "”」》");
            if few && quoted && scan.is(behind.next, "字") && quantity.style != Style::Digits {
                return None;
            }
            if nouns_zh::is_phase(scan, quantity) || nouns_zh::is_no_kind(scan, first, quantity) {
                return None;
            }
            Some((Kind::Count, value, Some(nouns_zh::chinese(finder, first, behind.next, class)), None))
        }
        Of::Nothing if nouns::in_chinese(scan, first, quantity.next) => {
            bare_zh::bare_chinese(finder, quantity, first, value, bent)
        }
        // “from 31 to 36 per cent”
        Of::Nothing
            if scan.is(first.wrapping_sub(1), "from")
                && scan.is(behind.next, "to")
                && matches!(
                    scan.what(behind.next + 1),
                    What::Literal(_) | What::Known(Sense::Small(_) | Sense::Tens(_))
                )
                && scan.sense(behind.next + 2) == Some(Sense::Percent) =>
        {
            percent(mapped(&|number| number.shifted(-2)))
        }
        // “from 410 to 560 yuan”
        Of::Nothing
            if scan.is(first.wrapping_sub(1), "from")
                && scan.is(behind.next, "to")
                && matches!(scan.what(behind.next + 1), What::Literal(_))
                && quantity.power == 0
                && matches!(scan.sense(behind.next + 2), Some(Sense::Money(_))) =>
        {
            let Some(Sense::Money(currency)) = scan.sense(behind.next + 2) else { return None };
            Some((Kind::Money, value, None, Some(currency)))
        }
        Of::Nothing => bare_en::bare_english(finder, quantity, first, behind.next, value, bent),
    }
}

/// 高于全国、全省1.2个、0.5个百分点, “up 3.6 and 27.5 percentage points”: the unit that stands behind the last of a list only.
fn unit_of_list(scan: &Scan, quantity: &Quantity, first: usize, behind: &Behind) -> Option<Kind> {
    match behind.what {
        Of::Classified(_) => bare_zh::shares_points(scan, quantity, behind.next),
        Of::Nothing if nouns::in_chinese(scan, first, quantity.next) => {
            bare_zh::shares_points(scan, quantity, behind.next)
        }
        Of::Nothing => elliptic_en::shares_unit(scan, quantity, behind.next),
        _ => None,
    }
}

/// 一 and one count only before what makes them more: 一成, 一倍, 1.5.
fn one_counts(scan: &Scan, quantity: &Quantity, behind: &Behind) -> bool {
    // “one percent” is an amount; 一个百分点 has no number but its article.
    let percent = matches!(behind.what, Of::Percent | Of::Point) && !scan.is_chinese(behind.next - 1);
    percent
        || behind.half
        || behind.what == Of::Tenths
        || behind.what == Of::Times && quantity.style == Style::One
}

/// The 五 of 七成五.
fn spelled_digit(scan: &Scan, behind: &Behind) -> Option<Number> {
    (0..3).find_map(|back| match scan.before(behind.next, back + 1) {
        What::Numeral(Numeral::Digit(digit)) => Some(Number::whole(u32::from(digit))),
        What::Numeral(Numeral::Half) => Some(Number::whole(5)),
        _ => None,
    })
}

/// The 72 of 1米72.
fn centimetres(scan: &Scan, at: usize) -> Option<Number> {
    let What::Literal(literal) = scan.what(at) else { return None };
    let touching =
        scan.glued(at) && scan.is(at.wrapping_sub(1), "米") && literal.whole == 2 && literal.places == 0;
    literal.value.filter(|_| touching)?.shifted(-2)
}
