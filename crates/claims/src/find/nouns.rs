//! What is counted: the noun behind a number, before it, or of the figure before.

use super::draft::{Draft, Finder};
use super::scan::{Quantity, Scan, Style};
use super::sense::{Class, Sense};
use super::token::{Case, What};
use crate::claim::{Kind, Value};
use crate::number::Number;
use crate::unit::{Currency, Unit};

type Classified = (Kind, Value, Option<Unit>, Option<Currency>);

/// How many tokens a noun phrase is followed.
const AHEAD: usize = 12;
/// How many tokens back a noun may stand.
const BACK: usize = 40;

fn noun(scan: &Scan, at: usize) -> Option<Unit> {
    match scan.sense(at)? {
        Sense::Noun(unit) => Some(unit),
        _ => None,
    }
}

/// What a Chinese classifier counts, the number standing from `first` to before `next`.
pub(super) fn chinese(finder: &Finder, first: usize, next: usize, class: Class) -> Unit {
    let scan = &finder.scan;
    match class {
        Class::Only(Unit::Edition | Unit::Report) => return class.alone(),
        Class::Visit | Class::Time => return visits(finder, first, next, class),
        Class::Only(unit) => return unit,
        _ => {}
    }
    let fits = |unit: Unit| class.counts(unit);
    let after = ahead_chinese(scan, next, fits);
    let before = back_chinese(scan, first, fits, finder.floor());
    // 上届签约104个: what is signed are projects.
    let signed = class == Class::Any
        && before.is_none()
        && after.is_none()
        && (1..3).any(|step| matches!(scan.before(first, step), What::Known(Sense::Stage(_))));
    if signed {
        return Unit::Project;
    }
    // 4组, 5条: only a noun that touches says what they are.
    let before = before.filter(|(_, steps)| class != Class::Other || *steps < 1);
    let unit = match (before, after) {
        (Some((unit, 0..=2)), Some((_, 1..)))
        | (Some((unit, _)), None)
        | (None | Some(_), Some((unit, _))) => Some(unit),
        (None, None) => None,
    };
    let unit = unit
        .or_else(|| carried(finder, first, class).filter(|_| class != Class::Other))
        .unwrap_or(class.alone());
    if unit == Unit::Person && before.is_none() && after.is_none() && visitors_before(finder, first) {
        return Unit::Visitor;
    }
    unit
}

/// 到场观众按通行码去重估算，为96120人: who is counted stands in the clause before.
fn visitors_before(finder: &Finder, first: usize) -> bool {
    let scan = &finder.scan;
    let low = first.saturating_sub(24).max(finder.floor());
    let clause = (low..first).rev().take_while(|at| !scan.ends_sentence(*at));
    clause.filter_map(|at| noun(scan, at)).find(|unit| Class::People.counts(*unit)) == Some(Unit::Visitor)
}

/// Whether the text around a number is Chinese: the nearest word on either side is.
pub(super) fn in_chinese(scan: &Scan, first: usize, next: usize) -> bool {
    let word = |at: usize| {
        matches!(scan.what(at), What::Known(_) | What::Word(_) | What::Other | What::Numeral(_) | What::Nth)
            && !scan.letters(at).starts_with('%')
    };
    let before = (1..6).map(|step| first.wrapping_sub(step)).find(|at| word(*at));
    let after = (0..5).map(|step| next + step).find(|at| word(*at));
    let chinese = |at: Option<usize>| at.is_some_and(|at| scan.is_chinese(at));
    match (before, after) {
        (Some(_), Some(_)) => {
            chinese(before) && chinese(after)
                || scan.is_chinese(next)
                || scan.is_chinese(first.wrapping_sub(1))
                || scan.is_chinese(first)
        }
        _ => chinese(before) || chinese(after) || scan.is_chinese(first),
    }
}

/// 人次 and 次 are visits, views, interactions, stamps or just times.
fn visits(finder: &Finder, first: usize, next: usize, class: Class) -> Unit {
    let scan = &finder.scan;
    let mut back = first;
    for _ in 0..14 {
        back = back.wrapping_sub(1);
        if scan.ends_sentence(back)
            || scan.is_sign(back, '，') && !(class == Class::Time)
            || scan.is_sign(back, '；')
        {
            break;
        }
        match scan.sense(back) {
            Some(Sense::Watching | Sense::Noun(Unit::View | Unit::Session)) => return Unit::View,
            Some(Sense::Reacting | Sense::Noun(Unit::Interaction)) => return Unit::Interaction,
            Some(Sense::Noun(Unit::Stamp | Unit::Checkpoint)) if class == Class::Time => return Unit::Stamp,
            Some(Sense::Noun(Unit::Visit)) => break,
            _ => {}
        }
    }
    match scan.sense(next) {
        Some(Sense::Watching | Sense::Noun(Unit::View)) => Unit::View,
        Some(Sense::Reacting | Sense::Noun(Unit::Interaction)) => Unit::Interaction,
        _ => seen_before(finder, first).unwrap_or(class.alone()),
    }
}

/// 上届线上观看6710万人次，本届2.35亿人次: what the last figure of the sentence counted, when nobody came in person since.
fn seen_before(finder: &Finder, first: usize) -> Option<Unit> {
    let scan = &finder.scan;
    let last =
        finder.drafts.last().filter(|draft| matches!(draft.unit, Some(Unit::View | Unit::Interaction)))?;
    let near = first.saturating_sub(last.next) < 8;
    let parted = (last.next..first).any(|at| {
        scan.ends_sentence(at)
            || matches!(scan.letters(at), "线下" | "现场" | "到场" | "客流")
            || noun(scan, at).is_some()
    });
    (near && !parted).then_some(last.unit).flatten()
}

/// The nearest fitting noun behind a number, and how many tokens stand between.
fn ahead_chinese(scan: &Scan, next: usize, fits: impl Fn(Unit) -> bool) -> Option<(Unit, usize)> {
    let mut best = None;
    for step in 0..AHEAD {
        let at = next + step;
        if scan.ends_clause(at) || matches!(scan.what(at), What::Literal(_) | What::Numeral(_) | What::Nth) {
            // 17个10亿元以上项目: a threshold may stand between.
            break;
        }
        // A noun that touches the classifier is what it counts, whether they suit each other or not.
        let touching =
            step == 0 && !noun(scan, at).is_some_and(|unit| matches!(unit, Unit::Rank | Unit::Time));
        let Some(unit) =
            noun(scan, at).filter(|unit| fits(*unit) || touching && scan.glued(at) && !unit.is_measure())
        else {
            if best.is_some() {
                break;
            }
            continue;
        };
        best = Some((unit, step));
        // 高校院所, 企业技术需求: of nouns that touch, the last is counted.
        if !noun(scan, at + 1).is_some_and(&fits) || !scan.glued(at + 1) {
            break;
        }
    }
    best
}

/// The nearest fitting noun before a number within its clause, and how many tokens stand between.
fn back_chinese(
    scan: &Scan,
    first: usize,
    fits: impl Fn(Unit) -> bool,
    floor: usize,
) -> Option<(Unit, usize)> {
    for step in 0..10 {
        let at = first.checked_sub(step + 1).filter(|at| *at >= floor)?;
        if scan.ends_clause(at) && !(scan.is_sign(at, '：') && step == 0) && !scan.is_sign(at, '“') && !scan.is_sign(at, '”')
        {
            return None;
        }
        if let Some(unit) = noun(scan, at).filter(|unit| fits(*unit)) {
            return Some((unit, step));
        }
    }
    None
}

/// What the last figure with a fitting unit counted, in the same sentence.
fn carried(finder: &Finder, first: usize, class: Class) -> Option<Unit> {
    let scan = &finder.scan;
    let last = finder.drafts.iter().rev().take(4).find(|draft| {
        draft.kind == Kind::Count && draft.unit.is_some_and(|unit| class.counts(unit) && unit != Unit::Item)
    })?;
    let far = first.saturating_sub(last.next) > BACK;
    let parted = !far && (last.next..first).any(|at| scan.ends_sentence(at) && !scan.is_sign(at, '；'));
    // 论坛22场、对接17场: an item of a list with a word of its own is not of the noun before it.
    let own_word = !far
        && (last.next..first).any(|at| scan.is_sign(at, '、'))
        && matches!(scan.what(first - 1), What::Known(_) | What::Other)
        && !matches!(scan.sense(first - 1), Some(Sense::Hedge(_)));
    if own_word {
        return None;
    }
    let same =
        class != Class::Any || scan.letters(last.next - 1) == "个" || scan.letters(last.next - 1) == "项";
    (!far && !parted && same).then_some(last.unit).flatten()
}

/// Whether the unit of a number with nothing behind it stands neither in its phrase nor directly before it.
pub(super) fn is_guess(scan: &Scan, draft: &Draft) -> bool {
    let ahead = ahead(scan, draft.next).is_some() || noun(scan, draft.next.saturating_sub(1)).is_some();
    let before = draft.first.wrapping_sub(1);
    let beside = noun(scan, before).is_some()
        || scan.is_sign(before, ':') && noun(scan, before.wrapping_sub(1)).is_some();
    !ahead && !beside
}

/// A number in Chinese text with nothing behind it: a score, an amount, visits; often no figure at all.
pub(super) fn bare_chinese(
    finder: &Finder,
    quantity: &Quantity,
    first: usize,
    value: Value,
    bent: bool,
) -> Option<Classified> {
    let scan = &finder.scan;
    let before = first.wrapping_sub(1);
    if level_before(scan, first) && matches!(quantity.style, Style::Digits) {
        return Some((Kind::Number, value, None, None));
    }
    let scaled = quantity.power >= 4
        || quantity.value.is_some_and(|value| value >= Number::whole(10_000) && value.is_whole());
    if matches!(quantity.style, Style::Words | Style::Bare | Style::One) && !(bent && scaled) {
        return listed_noun(finder, quantity, first, value);
    }
    let decimal = quantity.value.is_some_and(|value| !value.is_whole());
    let grouped = matches!(scan.what(quantity.first), What::Literal(literal) if literal.grouped);
    let counted = noun(scan, quantity.next).or_else(|| {
        back_chinese(scan, first, |unit| !unit.is_measure(), finder.floor()).map(|found| found.0)
    });
    if let Some(unit) = noun(scan, quantity.next) {
        return Some((Kind::Count, value, Some(unit), None));
    }
    let amount = amount_before(scan, first);
    if scaled && amount && quantity.power >= 4 {
        return Some((Kind::Money, value, None, Some(Currency::CNY)));
    }
    let table = scan.is_sign(before, '：') || scan.is_sign(before, ':');
    // 成交额…五年内破百亿: a large round number after an amount is one too, though a clause stands between.
    if bent && scaled && quantity.power >= 8 && counted.is_none() && money_before(finder, first) {
        return Some((Kind::Money, value, None, Some(Currency::CNY)));
    }
    if bent || quantity.power > 0 || grouped || decimal && counted.is_some() || table && counted.is_some() {
        let repeated = finder
            .drafts
            .last()
            .filter(|draft| draft.kind == Kind::Count && first.saturating_sub(draft.next) < 3);
        let repeated = repeated.and_then(|draft| draft.unit).filter(|unit| !unit.is_measure());
        let unit = repeated.or_else(|| views_before(scan, first)).or(counted).unwrap_or(Unit::Item);
        return Some((Kind::Count, value, Some(unit), None));
    }
    None
}

/// 三展示点 and 四展区 in headlines: a numeral directly before what it counts.
fn listed_noun(finder: &Finder, quantity: &Quantity, _first: usize, value: Value) -> Option<Classified> {
    let scan = &finder.scan;
    let unit = noun(scan, quantity.next).filter(|_| scan.glued(quantity.next))?;
    let several = quantity.value.is_some_and(|value| value > Number::whole(20));
    several.then_some((Kind::Count, value, Some(unit), None))
}

/// Whether a level (得分, 指数) stands directly before, with 为 or 达 between.
fn level_before(scan: &Scan, first: usize) -> bool {
    let mut at = first;
    for _ in 0..4 {
        at = at.wrapping_sub(1);
        if matches!(scan.sense(at), Some(Sense::Level)) {
            return true;
        }
        let filler = matches!(
            scan.letters(at),
            "为" | "达" | "达到" | "是" | "得" | "：" | "分" | "由" | "从" | "至" | "到"
        ) || matches!(scan.sense(at), Some(Sense::Hedge(_) | Sense::Change(_)));
        if !filler {
            return false;
        }
    }
    false
}

/// Whether the last figure of the sentence was money, or an amount has been spoken of in it.
fn money_before(finder: &Finder, first: usize) -> bool {
    let scan = &finder.scan;
    let last = finder.drafts.iter().rev().find(|draft| !draft.unit.is_some_and(Unit::is_measure));
    let near = last.is_some_and(|draft| {
        draft.kind == Kind::Money && !(draft.next..first).any(|at| scan.ends_sentence(at))
    });
    let low = first.saturating_sub(BACK);
    let said = || (low..first).rev().take_while(|at| !scan.ends_sentence(*at)).any(|at| matches!(scan.sense(at), Some(Sense::Amount)));
    near || last.is_none() && said()
}

fn amount_before(scan: &Scan, first: usize) -> bool {
    for step in 1..8 {
        let at = first.wrapping_sub(step);
        if scan.ends_clause(at) {
            return false;
        }
        match scan.sense(at) {
            Some(Sense::Amount) => return true,
            Some(Sense::Noun(_)) => return false,
            _ if matches!(
                scan.letters(at),
                "计划总投资" | "计划投资" | "意向总投资" | "协议金额" | "签约金额" | "签约总额" | "意向投资"
            ) =>
            {
                return true;
            }
            _ => {}
        }
    }
    false
}

/// 线上观看 before 近2.4亿: views; 线下: visits.
fn views_before(scan: &Scan, first: usize) -> Option<Unit> {
    for step in 1..10 {
        let at = first.wrapping_sub(step);
        if scan.ends_sentence(at) {
            return None;
        }
        match scan.sense(at) {
            Some(Sense::Watching | Sense::Noun(Unit::View)) => return Some(Unit::View),
            Some(Sense::Reacting | Sense::Noun(Unit::Interaction)) => return Some(Unit::Interaction),
            Some(Sense::Noun(unit @ (Unit::Visit | Unit::Visitor))) => return Some(unit),
            _ => {}
        }
    }
    None
}

/// A noun that another behind it makes precise: “projects” stay projects, “exhibition points” are found as one word.
pub(super) fn precise(scan: &Scan, next: usize, unit: Unit) -> Unit {
    let sub = scan.glued(next) && scan.is_chinese(next);
    noun(scan, next).filter(|_| sub).unwrap_or(unit)
}

/// A number in English text with no unit behind it: what it counts stands further on, before, or with the last figure.
pub(super) fn bare_english(
    finder: &Finder,
    quantity: &Quantity,
    first: usize,
    next: usize,
    value: Value,
    bent: bool,
) -> Option<Classified> {
    let scan = &finder.scan;
    if matches!(quantity.style, Style::Bare | Style::One) && !bent || quantity.style == Style::One {
        return None;
    }
    let literal = match scan.what(quantity.first) {
        What::Literal(literal) => Some(literal),
        _ => None,
    };
    if level(scan, first, quantity) {
        return Some((Kind::Number, value, None, None));
    }
    let said =
        scan.is_any(next, &["is", "was", "are"]) && scan.is(next + 1, "the") && scan.is(next + 2, "number");
    let ahead = ahead(scan, if said { next + 4 } else { next });
    if ahead.is_none()
        && matches!(scan.sense(next), Some(Sense::Plain))
        && scan.letters(next).starts_with("a")
        && let Some(last) = finder
            .drafts
            .last()
            .filter(|draft| draft.unit.is_some_and(Unit::is_measure) && first.saturating_sub(draft.next) < 8)
    {
        return Some((Kind::Count, value, last.unit, None));
    }
    if scan.is(first.wrapping_sub(1), "of")
        && scan.is_any(first.wrapping_sub(2), &["groups", "group", "parties", "crowds", "audience"])
        && ahead.is_none()
    {
        return Some((Kind::Count, value, Some(Unit::Person), None));
    }
    if let Some(told) = told_again(finder, first, quantity.value, bent).filter(|_| ahead.is_none()) {
        return Some((told.kind, value, told.unit, told.currency));
    }
    if ahead.is_none() && scan.is_any(next, &PEOPLES_VERBS) && !others_act(scan, first) {
        return Some((Kind::Count, value, Some(Unit::Visitor), None));
    }
    let large = quantity.power >= 6
        || quantity.style == Style::Words && quantity.step >= Number::whole(1_000_000);
    let named = noun(scan, first.wrapping_sub(1)).is_some()
        || scan.is_sign(first.wrapping_sub(1), ':') && noun(scan, first.wrapping_sub(2)).is_some();
    let named = named && (quantity.power < 9 || seen(noun(scan, first.wrapping_sub(1))))
        || (1..5).any(|step| {
            first.wrapping_sub(step) >= finder.floor() && seen(noun(scan, first.wrapping_sub(step)))
        });
    let money_near = large
        && !named
        && ahead.is_none_or(|(unit, steps)| {
            unit == Unit::Item
                || steps > 0 && scan.is_any(next, &["of", "in", "for", "worth", "to", "more", "is"])
        })
        && money_context(finder, first);
    if money_near && ahead.is_none_or(|found| found.1 > 0) {
        return Some((Kind::Money, value, None, Some(Currency::CNY)));
    }
    if let Some((unit, steps)) = ahead
        && !(steps > 3 && !scan.is(next, "of") && named_before(finder, first))
    {
        return Some((Kind::Count, value, Some(unit), None));
    }
    if age(finder, first, quantity, next) {
        return Some((Kind::Count, value, Some(Unit::Year), None));
    }
    let unit = back(finder, first);
    let plain = literal
        .is_some_and(|literal| !literal.grouped && literal.places == 0 && quantity.power == 0 && !bent);
    let long = literal.is_some_and(|literal| literal.whole >= 5);
    // A bare number of five digits and more, or behind a name, is a code or part of the name.
    let ends = scan.ends_clause(next) || scan.tokens.len() == next;
    let table = scan.is_sign(first.wrapping_sub(1), ':');
    let beside = finder.drafts.last().is_some_and(|last| last.next + 1 == first && last.kind == Kind::Count);
    let cited = !beside && scan.is_sign(first.wrapping_sub(1), '#')
        || scan.is_sign(first.wrapping_sub(1), '(') && scan.is_sign(next, ')');
    if plain
        && (long && !table
            || cited
            || named_before(finder, first) && !(ends || scan.is(next, "and"))
            || named_before(finder, first) && unit.is_none())
    {
        return None;
    }
    Some((Kind::Count, value, Some(unit.unwrap_or(Unit::Item)), None))
}

/// What only people do, so that a number before it counts them: “some 4,300 finished”.
const PEOPLES_VERBS: [&str; 7] =
    ["finished", "attended", "came", "queued", "registered", "enrolled", "strolled"];

/// Whether companies, universities or countries have come up in the sentence, who finish and attend as people do.
fn others_act(scan: &Scan, first: usize) -> bool {
    let low = first.saturating_sub(BACK);
    let said = (low..first).rev().take_while(|at| !scan.ends_sentence(*at)).filter_map(|at| noun(scan, at));
    said.into_iter()
        .any(|unit| matches!(unit, Unit::Company | Unit::Institution | Unit::Media | Unit::Team | Unit::Country))
}

/// The figure that this one says again: “4.86 million times, close to 5 million”, “2,340 reports; of these 2,300-odd …”.
fn told_again(finder: &Finder, first: usize, value: Option<Number>, bent: bool) -> Option<Draft> {
    let scan = &finder.scan;
    let last = finder.drafts.last().filter(|draft| draft.unit.is_some() || draft.currency.is_some())?;
    let before = first.checked_sub(1)?;
    let of_these = scan.is_any(before, &["these", "them", "which", "those"])
        && scan.is(before.wrapping_sub(1), "of")
        && first - last.next <= 4
        && last.kind == Kind::Count;
    let near = last.value.number().zip(value).is_some_and(|(last, said)| {
        let apart = last.minus(said).map(Number::size);
        apart.zip(Number::fraction(1, 10)).is_some_and(|(apart, tenth)| {
            said.size().times(tenth).is_some_and(|allowed| apart <= allowed)
        })
    });
    let restated = bent && near && last.next == before && scan.is_sign(before, ',');
    (of_these || restated).then(|| last.clone())
}

/// The noun that a number is of, within its phrase, and how many words stand between.
fn ahead(scan: &Scan, next: usize) -> Option<(Unit, usize)> {
    let mut of = false;
    for step in 0..AHEAD {
        let at = next + step;
        if scan.ends_clause(at) || matches!(scan.what(at), What::Literal(_)) {
            return None;
        }
        // “two dozen of the city’s firms”: what has something is not what is counted.
        let owns = matches!(scan.what(at + 1), What::Sign('’' | '\'')) && scan.glued(at + 1) && scan.is(at + 2, "s");
        if owns {
            continue;
        }
        if let Some(unit) = noun(scan, at) {
            if unit == Unit::Time && !scan.is(at, "times") {
                continue;
            }
            // “company requests”, “industry chains”: of nouns that follow one another, the last is counted.
            let mut last = (unit, step);
            for more in 1..4 {
                match noun(scan, at + more).filter(|_| !scan.ends_clause(at + more)) {
                    Some(unit) => last = (unit, step + more),
                    None => break,
                }
            }
            return Some(last);
        }
        match scan.sense(at) {
            Some(Sense::Measure(unit))
                if step > 0 && !matches!(unit, Unit::Day | Unit::Week | Unit::Year | Unit::Month) =>
            {
                return Some((unit, step));
            }
            Some(Sense::Small(_) | Sense::Tens(_) | Sense::Money(_) | Sense::Hedge(_)) => return None,
            _ => {}
        }
        if scan.is(at, "of") && step == 0 {
            of = true;
            continue;
        }
        if step == 0 && scan.is_any(at, &["signed", "landed", "started"]) {
            continue;
        }
        let stop = scan.is_any(
            at,
            &[
                "are", "were", "was", "is", "in", "on", "at", "from", "to", "for", "with", "by", "had",
                "have", "has", "and", "or", "that", "who", "per", "a", "an", "came", "will", "would",
                "after", "before", "during", "as", "when", "while", "but", "than", "each", "did", "do",
                "went", "took", "said", "if", "more", "less", "fewer", "lower", "higher", "appeared",
                "reached", "cover", "covers", "told", "made", "make", "between", "across", "against",
                "already", "so", "not", "came", "it", "they", "we", "you", "i", "exceed", "exceeds",
                "against", "about", "under", "over", "above", "now", "last", "now:", "its", "their",
                "signed", "landed", "into", "finished", "enough", "read", "this", "listed",
            ],
        );
        let of_them = of
            && scan.is_any(
                at,
                &[
                    "them", "which", "these", "those", "whom", "the", "us", "you", "our", "its", "their",
                    "all",
                ],
            );
        if stop && !of_them {
            return None;
        }
    }
    None
}

/// What the text has last spoken of: the nearest noun before the number in its sentence, or the last figure's.
fn back(finder: &Finder, first: usize) -> Option<Unit> {
    let scan = &finder.scan;
    let mut plain = None;
    // “372 exhibits: 148 in …”, “from 67.1 million to 235 million”: of the same as the figure that it touches.
    let joined =
        scan.is_sign(first.wrapping_sub(1), ':') || scan.is_any(first.wrapping_sub(1), &["to", "against"]);
    if let Some(last) = finder.drafts.last().filter(|last| {
        joined && last.next + 1 == first && last.kind == Kind::Count && last.unit != Some(Unit::Item)
    }) {
        return last.unit;
    }
    if scan.is_sign(first.wrapping_sub(1), ':') {
        // “Visits, several a person if need be: 174,236”: a line or sentence that ends in a number begins with what it counts.
        let start =
            (1..BACK).take_while(|step| *step <= first && !scan.ends_sentence(first - step)).last()?;
        let subject = (first - start..first).filter(|at| *at >= finder.floor()).find_map(|at| noun(scan, at));
        if subject.is_some() {
            return subject;
        }
    }
    if let Some(unit) = likewise(finder, first) {
        return Some(unit);
    }
    if let Some(unit) = counted_so_far(finder, first) {
        return Some(unit);
    }
    for step in 1..BACK {
        let at = first.checked_sub(step)?;
        if scan.ends_sentence(at) {
            break;
        }
        let verb = is_verb(scan, at, first);
        if let Some(unit) =
            noun(scan, at).filter(|unit| !verb && !matches!(unit, Unit::Time | Unit::Edition | Unit::City))
        {
            plain = Some(unit);
            break;
        }
        if matches!(scan.sense(at), Some(Sense::Watching))
            && scan.is_any(at, &["read", "watched", "viewed", "online"])
        {
            plain = Some(Unit::View);
            break;
        }
    }
    plain
}

/// “Nanjing as a whole reports 101”: a word directly before a number that is a noun elsewhere.
fn is_verb(scan: &Scan, at: usize, first: usize) -> bool {
    at + 1 == first
        && scan.is_any(
            at,
            &["reports", "shows", "hosts", "stands", "posts", "views", "visits", "counts", "interviews"],
        )
        && matches!(scan.before(at, 1), What::Word(_))
}

/// “33 activities in Beigang, 29 in Nanpu”, “visits 312,408 (257,320)”: a number that goes on as the one before it did, or stands in
/// brackets behind it, counts the same.
fn likewise(finder: &Finder, first: usize) -> Option<Unit> {
    let scan = &finder.scan;
    let last = finder.drafts.last().filter(|last| last.kind == Kind::Count && last.unit != Some(Unit::Item))?;
    if scan.is_sign(first.wrapping_sub(1), '(') && last.next + 1 == first {
        return last.unit;
    }
    let next = (first..first + 6).find(|at| scan.is_any(*at, &["in", "at", "for", "from", "with"]))?;
    let near = first.saturating_sub(last.next) < 6;
    (near && scan.is(last.next, scan.letters(next)) && next - first < 4).then_some(last.unit).flatten()
}

/// Things that are counted in millions.
fn seen(unit: Option<Unit>) -> bool {
    matches!(unit, Some(Unit::View | Unit::Visit | Unit::Visitor | Unit::Interaction | Unit::Person))
}

/// What most figures of the sentence so far have counted, the earlier in doubt; nothing when the text has since named something else.
fn counted_so_far(finder: &Finder, first: usize) -> Option<Unit> {
    let scan = &finder.scan;
    let last = finder.floor();
    let named_since = (last..first).any(|at| noun(scan, at).is_some() && !is_verb(scan, at, first));
    if named_since {
        return None;
    }
    let start = (first.saturating_sub(2 * BACK)..first).rev().find(|at| scan.ends_sentence(*at)).unwrap_or(0);
    let units: Vec<Unit> = finder
        .drafts
        .iter()
        .rev()
        .take(8)
        .take_while(|draft| draft.first >= start)
        .filter(|draft| draft.kind == Kind::Count)
        .filter_map(|draft| draft.unit)
        .filter(|unit| !unit.is_measure() && *unit != Unit::Item)
        .collect();
    let votes = |unit: Unit| units.iter().filter(|other| **other == unit).count();
    // Later in the list is earlier in the text.
    units.iter().copied().max_by_key(|unit| votes(*unit))
}

/// Whether a capitalised word that begins no sentence stands directly before: “Boeing 737”, but “Yuhuatai 16” in a list of counts.
fn named_before(finder: &Finder, first: usize) -> bool {
    let scan = &finder.scan;
    let before = first.wrapping_sub(1);
    if !matches!(scan.what(before), What::Word(Case::Capital)) {
        return false;
    }
    let opens = before == 0
        || scan.ends_sentence(before - 1)
        || matches!(scan.what(before - 1), What::Sign('“' | '"' | '(' | ':'));
    let list = finder
        .drafts
        .last()
        .is_some_and(|draft| draft.kind == Kind::Count && first.saturating_sub(draft.next) < 14);
    !opens && !list
}

/// “128.7 points”, “a score of 91.5”, “with 100”
fn level(scan: &Scan, first: usize, quantity: &Quantity) -> bool {
    if quantity.power > 0
        || quantity.style != Style::Digits
        || matches!(scan.sense(quantity.next), Some(Sense::Noun(_)))
    {
        return false;
    }
    if scan.is(quantity.next, "points") || scan.is(quantity.next, "point") {
        return true;
    }
    let decimal = matches!(scan.what(quantity.first), What::Literal(literal) if literal.places > 0);
    let base = (1..8).any(|step| scan.is(first.wrapping_sub(step), "base"));
    if base && scan.is(first.wrapping_sub(1), "with")
        || decimal && scan.is(first.wrapping_sub(1), "at") && scan.is(first.wrapping_sub(2), "which")
    {
        return true;
    }
    for step in 1..9 {
        let at = first.wrapping_sub(step);
        if scan.ends_sentence(at) || matches!(scan.what(at), What::Literal(_)) && !decimal {
            return false;
        }
        if matches!(scan.sense(at), Some(Sense::Level))
            || matches!(scan.sense(at), Some(Sense::Noun(Unit::Index)))
                && scan.letters(at).eq_ignore_ascii_case("index")
        {
            let of_them = scan.is_any(quantity.next, &["of", "indicators", "indexes", "in"]);
            return !of_them && (decimal || step <= 3);
        }
    }
    false
}

/// Whether the sentence speaks of money: an amount word or money before.
fn money_context(finder: &Finder, first: usize) -> bool {
    let scan = &finder.scan;
    let recent = finder.drafts.iter().rev().take(6).find(|draft| {
        draft.kind == Kind::Money || draft.kind == Kind::Count && draft.step >= Number::whole(10_000)
    });
    if recent.is_some_and(|draft| draft.kind == Kind::Money && first.saturating_sub(draft.next) < 2 * BACK) {
        return true;
    }
    (1..14)
        .map(|step| first.wrapping_sub(step))
        .take_while(|at| !scan.ends_sentence(*at))
        .any(|at| matches!(scan.sense(at), Some(Sense::Amount)))
}

/// “under 35”, “aged 18”: years of age though no unit says so.
fn age(finder: &Finder, first: usize, quantity: &Quantity, next: usize) -> bool {
    let scan = &finder.scan;
    let years = quantity
        .value
        .is_some_and(|value| value.is_whole() && value >= Number::whole(3) && value <= Number::whole(99));
    let word = scan.is_any(first, &["under", "over"]) || scan.is_any(first.wrapping_sub(1), &["aged", "age"]);
    let carried = finder.drafts.last().is_some_and(|draft| {
        draft.unit == Some(Unit::Year) && draft.value.number().is_some_and(|age| age < Number::whole(120))
    }) && scan.is_any(first.wrapping_sub(1), &["youngest", "oldest"]);
    let people = (1..16)
        .map(|step| first.wrapping_sub(step))
        .take_while(|at| !scan.ends_sentence(*at))
        .any(|at| matches!(noun(scan, at), Some(Unit::Person | Unit::Visitor)))
        || finder
            .drafts
            .last()
            .is_some_and(|draft| draft.kind == Kind::Share && first.saturating_sub(draft.next) < 8);
    let aged = scan.is_any(first.wrapping_sub(1), &["aged", "age"]);
    years
        && (aged
            || word
            && people
            && (scan.ends_clause(next) || matches!(scan.what(next), What::Word(_)))
            && next == quantity.next
            || carried)
}
