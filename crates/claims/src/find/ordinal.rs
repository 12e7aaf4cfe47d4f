//! Ordinals and editions: 第五届, 第二次, 排名第3, the 5th conference, for the second time, ranked third.

use super::draft::{Draft, Finder, Found};
use super::scan::{Reading, Scan};
use super::sense::{Class, Sense};
use super::spelled_zh;
use super::token::{Case, What};
use crate::claim::{Change, Kind, Value};
use crate::number::Number;
use crate::unit::Unit;

fn draft(first: usize, next: usize, kind: Kind, number: Number, unit: Unit) -> Draft {
    let mut draft = Draft::new(first, next, kind, Value::Number(number));
    draft.unit = Some(unit);
    draft
}

/// 第五届, 第二次, 第3: with a classifier, or behind a word of rank.
pub(super) fn chinese(scan: &Scan, at: usize) -> Found {
    let (number, next) = match scan.what(at + 1) {
        // 第100万名观众
        What::Literal(literal) => {
            let (power, next, _) = spelled_zh::scale(scan, at + 2);
            (literal.value.and_then(|value| value.shifted(power)), next)
        }
        _ => match spelled_zh::read(scan, at + 1) {
            Some(Reading::Number(quantity)) => (quantity.value, quantity.next),
            _ => (None, at + 2),
        },
    };
    // 第8.6代 is a model.
    let Some(number) = number.filter(|number| number.is_whole()) else { return Found::Skip(next) };
    // 总第118期 numbers a paper.
    if scan.char_before(at) == Some('总') {
        return Found::Skip(next);
    }
    let mark = scan.letters(next);
    let glued = scan.glued(next);
    let (kind, unit, width) = match mark {
        "届" if glued => (Kind::Edition, Unit::Edition, 1),
        "次" | "回" if glued => (Kind::Ordinal, Unit::Time, 1),
        "名" | "位" if glued => (Kind::Ordinal, Unit::Rank, 1),
        "批" | "场" | "轮" | "站" | "期" | "个" | "项" | "家" | "张" | "件" | "组" | "代" | "只" | "支"
        | "座" | "所" | "艘" | "架" | "台" | "部" | "款" | "例" | "列" | "辆" | "趟" | "班" | "架次"
        | "列次" | "车次" | "台套" | "份" | "套" | "箱" | "封" | "枚" | "颗" | "幅" | "块" | "盏" | "顶"
        | "户" | "棵" | "株" | "头" | "届次" | "单" | "笔" | "宗" | "起" | "处" | "片" | "间" | "栋"
        | "层台阶" | "人次" | "站点" | "标箱" | "吨"
            if glued =>
        {
            (Kind::Ordinal, Unit::Item, 1)
        }
        // 第18条航线; 第18条 alone is an article.
        "条" if glued
            && [
                "航线",
                "线路",
                "产线",
                "生产线",
                "专线",
                "赛道",
                "产业链",
                "跑道",
                "轨道",
                "公交",
                "地铁",
            ]
            .iter()
            .any(|line| scan.rest(next + 1).starts_with(line)) =>
        {
            (Kind::Ordinal, Unit::Item, 1)
        }
        "天" | "日" if glued => (Kind::Ordinal, Unit::Day, 1),
        "年" if glued => (Kind::Ordinal, Unit::Year, 1),
        "周" if glued => (Kind::Ordinal, Unit::Week, 1),
        "个月" if glued => (Kind::Ordinal, Unit::Month, 1),
        // 居全市第二
        _ if (1..4)
            .take_while(|back| !scan.ends_clause(at.wrapping_sub(*back)))
            .any(|back| matches!(scan.before(at, back), What::Known(Sense::Rank)))
            && number > Number::ONE =>
        {
            (Kind::Ordinal, Unit::Rank, 0)
        }
        // 全省第4，与第3名差2.6分
        _ if number > Number::ONE && is_placed_in(scan, at) && (scan.ends_clause(next) || mark == "的") => {
            (Kind::Ordinal, Unit::Rank, 0)
        }
        _ => return quarter(scan, at).unwrap_or(Found::Skip(next)),
    };
    let mut found = draft(at, next + width, kind, number, unit);
    // 升至第五位, 升至全省第4位
    let risen = (at.saturating_sub(3)..at).rev().take_while(|at| !scan.ends_clause(*at)).any(|before| {
        matches!(scan.letters(before), "升至" | "升到" | "跃升至" | "上升至" | "上升到" | "前移至" | "跃居")
    });
    if risen && unit == Unit::Rank && width > 0 {
        found.change = Some(Change::To);
    }
    Found::Figure(found)
}

/// Whether what one is compared within stands directly before: 全省, 全国, 长三角, 同类城市.
fn is_placed_in(scan: &Scan, at: usize) -> bool {
    const WHOLES: [&str; 19] = [
        "全国",
        "全省",
        "全市",
        "全球",
        "世界",
        "亚洲",
        "亚太",
        "国内",
        "省内",
        "市内",
        "全区",
        "全县",
        "长三角",
        "珠三角",
        "城市",
        "同类",
        "行业",
        "总榜",
        "榜单",
    ];
    let before = scan.tokens.get(at).map_or("", |token| &scan.text[..token.start]);
    WHOLES.iter().any(|whole| before.ends_with(whole))
}

/// 第一季度
fn quarter(scan: &Scan, at: usize) -> Option<Found> {
    super::calendar_zh::nth_quarter(scan, at)
}

/// “5th”, “3rd”: an edition unless a word of rank or time stands near.
pub(super) fn digits(finder: &Finder, at: usize) -> Option<Draft> {
    let What::Literal(literal) = finder.scan.what(at) else { return None };
    let number = literal.value?;
    named(finder, at, at + 1, number, Written::Digits)
}

/// “rank 4”, “ranked 12 of 60”, “position: 7”: digits behind a word of rank.
pub(super) fn ranked(scan: &Scan, at: usize) -> Option<Draft> {
    let What::Literal(literal) = scan.what(at) else { return None };
    let small = literal.places == 0 && literal.whole <= 3 && !literal.grouped;
    let colon = usize::from(scan.is_sign(at.wrapping_sub(1), ':'));
    let said = scan.is_any(at.wrapping_sub(1 + colon), &["rank", "ranked", "ranks", "ranking", "position"]);
    let alone = scan.ends_clause(at + 1)
        || scan.tokens.len() == at + 1
        || scan.is_any(at + 1, &["in", "of", "out", "among", "nationwide", "overall"]);
    (said && small && alone)
        .then(|| draft(at, at + 1, Kind::Ordinal, literal.value.unwrap_or(Number::ONE), Unit::Rank))
}

/// “fifth”, “twenty-first” is not read; as an edition only before a name or the word edition.
pub(super) fn spelled(finder: &Finder, at: usize, of: u32) -> Option<Draft> {
    named(finder, at, at + 1, Number::whole(of), Written::Words)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Written {
    Digits,
    Words,
}

#[expect(
    clippy::too_many_lines,
    reason = "one case behind the other, the surest first; each is a line or two"
)]
fn named(finder: &Finder, at: usize, next: usize, number: Number, written: Written) -> Option<Draft> {
    let scan = &finder.scan;
    let before = at.wrapping_sub(1);
    if scan.is(next, "time") || scan.is(next, "times") {
        let counted = number > Number::ONE;
        return counted.then(|| draft(at, next + 1, Kind::Ordinal, number, Unit::Time));
    }
    // “the sixth consecutive month”
    if scan.is_any(next, &["consecutive", "straight", "successive"])
        && let Some(Sense::Measure(unit)) = scan.sense(next + 1)
    {
        return Some(draft(at, next, Kind::Ordinal, number, unit));
    }
    // “the 99th session of the trade fair”: what a fair's editions are called.
    let session = written == Written::Digits && scan.is_any(next, &["session"]) && scan.is(next + 1, "of");
    if session
        && (next + 2..next + 9).take_while(|at| !scan.ends_clause(*at)).any(|at| scan.is_any(at, &ROUND))
    {
        return Some(draft(at, next, Kind::Edition, number, Unit::Edition));
    }
    if let Some(found) = of_a_series(scan, at, next, number, written) {
        return Some(found);
    }
    if scan.is(next, "edition") || scan.is(next, "editions") {
        // “first edition” as a noun of its own has its word inside; the mark of the corpus reaches to it.
        return Some(draft(at, next + 1, Kind::Edition, number, Unit::Edition));
    }
    // “for the third year running”
    if scan.is(next, "year")
        && scan.is_any(next + 1, &["running", "in"])
        && (scan.is(next + 1, "running") || scan.is(next + 2, "a") || scan.is(next + 2, "succession"))
    {
        return Some(draft(at, next, Kind::Ordinal, number, Unit::Time));
    }
    // “for the third year”, “on the second day”
    let time = match scan.sense(next) {
        Some(Sense::Measure(unit @ (Unit::Year | Unit::Day))) if written == Written::Words => Some(unit),
        _ => None,
    };
    if let Some(unit) =
        time.filter(|_| number > Number::ONE && scan.is_any(before, &["the", "its", "a", "this"]))
    {
        return Some(draft(at, next + 1, Kind::Ordinal, number, unit));
    }
    if scan.is_any(
        next,
        &[
            "floor",
            "party",
            "year",
            "anniversary",
            "hand",
            "five-year",
            "century",
            "person",
            "class",
            "grade",
            "step",
            "row",
            "avenue",
            "street",
            "generation",
        ],
    ) {
        return None;
    }
    if scan.letters(next).to_ascii_lowercase().starts_with("five-year")
        || scan.letters(next).to_ascii_lowercase().starts_with("five year")
    {
        return None;
    }
    if let Some(found) = of_last_sort(finder, at, next, number) {
        return Some(found);
    }
    if is_place(scan, at, next, number) {
        return Some(draft(at, next, Kind::Ordinal, number, Unit::Rank));
    }
    // “in 2019 we were ninth”, “the city that is third has more money”
    let stands = scan.is_any(
        before,
        &[
            "were",
            "was",
            "is",
            "are",
            "be",
            "stand",
            "stands",
            "stood",
            "lie",
            "lies",
            "it",
            "currently",
            "now",
        ],
    ) && (scan.ends_clause(next)
        || scan.tokens.len() == next
        || scan.is_any(next, &["in", "has", "out", "among", "behind", "overall", "nationwide", "with"]));
    if stands
        && number > Number::ONE
        && (!scan.is(before, "it") || rank_near(scan, at) || scan.is(next, "in"))
    {
        return Some(draft(at, next, Kind::Ordinal, number, Unit::Rank));
    }
    // “at the sixth, there will be 31”, “compared with the fifth”, “Edition: the sixth.”
    let elided = written == Written::Words
        && scan.is(before, "the")
        && number > Number::whole(2)
        && (scan.ends_clause(next) || scan.tokens.len() == next)
        && (scan.is_any(
            before.wrapping_sub(1),
            &["at", "since", "than", "with", "after", "before", "like", "until", "for"],
        ) || scan.is_sign(before.wrapping_sub(1), ':') && scan.is(before.wrapping_sub(2), "edition"));
    if elided {
        return Some(draft(at, next, Kind::Edition, number, Unit::Edition));
    }
    let ranked = matches!(scan.sense(before), Some(Sense::Rank))
        || scan.is_any(before, &["number", "in"]) && scan.is(next, "place")
        || scan.is(next, "place")
        || scan.is(next, "in") && scan.is(next + 1, "line")
        || (scan.is(next, "in") || scan.is(next, "among") || scan.is(next, "nationwide"))
            && !(scan.ends_clause(next))
            && !scan.is_any(before, &["the", "a"])
            && rank_near(scan, at);
    if ranked
        && (number > Number::ONE
            || written == Written::Digits
            || matches!(scan.sense(before), Some(Sense::Rank))
                && scan.is_any(before, &["ranked", "ranks", "placed", "rank"]))
    {
        let mut place = draft(at, next, Kind::Ordinal, number, Unit::Rank);
        // “from sixth to fourth place”
        let came =
            scan.is(before, "to") && matches!(scan.sense(before.wrapping_sub(1)), Some(Sense::Ordinal(_)));
        place.change = came.then_some(Change::To);
        return Some(place);
    }
    if rank_colon(scan, at) {
        return Some(draft(at, next, Kind::Ordinal, number, Unit::Rank));
    }
    // “Elmstead’s third Innovation Week”
    let owned = scan.is(before, "s") && matches!(scan.what(before.wrapping_sub(1)), What::Sign('’' | '\''));
    let to_come = owned
        || scan.is_any(before, &["the", "its", "our", "this", "their", "a"])
        || written == Written::Digits;
    // “the second annual Innovation Week”
    let yearly = scan.is_any(next, &["annual", "biennial"]);
    let named = next + usize::from(yearly);
    let name = matches!(scan.what(named), What::Word(Case::Capital))
        || scan.letters(named).starts_with(|first: char| first.is_ascii_uppercase());
    let held = matches!(scan.sense(next), Some(Sense::Noun(Unit::Activity | Unit::Forum)))
        && scan.letters(next).len() > 3;
    let earlier = finder.drafts.last().is_some_and(|draft| draft.kind == Kind::Edition);
    let sequel = (finder.drafts.iter().rev().take(6).any(|draft| draft.kind == Kind::Edition))
        && to_come
        && !matches!(scan.sense(next), Some(Sense::Noun(_) | Sense::Measure(_)));
    let edition = to_come && name
        || written == Written::Digits && (held || edition_colon(scan, at))
        || sequel && (earlier || written == Written::Words);
    edition.then(|| draft(at, next, Kind::Edition, number, Unit::Edition))
}

/// “the sixth of its kind”, “the third exhibition day”, “the seventh week”: which of several, without the word edition.
fn of_a_series(scan: &Scan, at: usize, next: usize, number: Number, written: Written) -> Option<Draft> {
    let before = at.wrapping_sub(1);
    // “the sixth of its kind”, “it will be the seventh”
    let bare_the = scan.is(before, "the")
        && scan.ends_clause(next)
        && scan.is_any(before.wrapping_sub(1), &["be", "was", "is", "becomes", "being"]);
    if scan.is(next, "of")
        && scan.is_any(next + 1, &["its", "their"])
        && scan.is_any(next + 2, &["kind", "series"])
        || bare_the && number > Number::whole(2)
    {
        return Some(draft(at, next, Kind::Edition, number, Unit::Edition));
    }
    // “the third exhibition day”, “in their second year”: which of several, of whatever sort.
    let whose = scan.is_any(before, &["their", "his", "her", "our", "my", "your"]);
    let counted_day = matches!(scan.sense(next + 1), Some(Sense::Measure(Unit::Day | Unit::Year)))
        && matches!(scan.what(next), What::Word(Case::Small) | What::Known(Sense::Noun(_)))
        && scan.is_any(before, &["the", "its"])
        && number > Number::ONE;
    if counted_day || whose && matches!(scan.sense(next), Some(Sense::Measure(Unit::Year | Unit::Day))) {
        return Some(draft(at, next, Kind::Ordinal, number, Unit::Item));
    }
    // “its sixth innovation week”, “the third annual trade fair”: a thing that comes round.
    let its = scan.is_any(before, &["the", "its", "our", "this", "their", "a"]) && number > Number::ONE;
    let head = (next + 1..next + 4)
        .take_while(|at| matches!(scan.what(*at - 1), What::Word(Case::Small) | What::Known(Sense::Noun(_))))
        .find(|at| scan.is_any(*at, &ROUND));
    if written == Written::Words && its && head.is_some_and(|head| !is_head(scan, head + 1)) {
        return Some(draft(at, next, Kind::Edition, number, Unit::Edition));
    }
    // “the second heat”, “the fourth round table in the series”: which of several that follow one another.
    let turn =
        scan.is_any(next, &TURNS) || scan.is_any(next, &["round"]) && scan.is_any(next + 1, &["table", "of"]);
    if its && turn {
        return Some(draft(at, next, Kind::Ordinal, number, Unit::Item));
    }
    // “from sixth to fourth place”
    let to = scan.is(next, "to") && matches!(scan.sense(next + 1), Some(Sense::Ordinal(_)));
    if to && (scan.is(before, "from") || scan.is(next + 2, "place")) {
        return Some(draft(at, next, Kind::Ordinal, number, Unit::Rank));
    }
    // “The seventh week is set for September”: the week that all this is about.
    if written == Written::Words
        && scan.is(next, "week")
        && scan.is_any(before, &["the", "this", "our"])
        && number > Number::whole(2)
        && !scan.is(next + 1, "of")
        && !scan.is(next + 1, "in")
    {
        return Some(draft(at, next, Kind::Edition, number, Unit::Edition));
    }
    None
}

/// “ranked seventh, up from ninth”, “on the second day …, on the third”, “the 100,000th visitor”: of the sort that was told, or of what comes one by one.
fn of_last_sort(finder: &Finder, at: usize, next: usize, number: Number) -> Option<Draft> {
    let scan = &finder.scan;
    let before = at.wrapping_sub(1);
    if let Some(unit) = super::behind::singular(scan, next).filter(|_| !scan.ends_clause(next))
        && number >= Number::whole(50)
        && !matches!(unit, Unit::Activity | Unit::Forum | Unit::Edition)
    {
        return Some(draft(at, next + 1, Kind::Ordinal, number, Unit::Item));
    }
    let last = finder.drafts.iter().rev().take(3).find(|last| {
        let moved = last.kind == Kind::Count && last.unit == Some(Unit::Rank);
        (last.kind == Kind::Ordinal || moved)
            && at - last.next.min(at) < 14
            && !(last.next..at).any(|at| scan.ends_sentence(at))
    })?;
    let alone = scan.ends_clause(next)
        || scan.tokens.len() == next
        || scan.is_any(next, &["in", "overall", "a", "last", "on", "it", "they", "we"]);
    let rank = last.unit == Some(Unit::Rank) && scan.is_any(before, &["from", "to", "and", "or", "at"]);
    let day = matches!(last.unit, Some(Unit::Day | Unit::Year | Unit::Time)) && scan.is(before, "the");
    let mut found = draft(at, next, Kind::Ordinal, number, last.unit.filter(|_| alone && (rank || day))?);
    found.change = (rank && scan.is(before, "to")).then_some(Change::To);
    Some(found)
}

/// “the 4th rank”, “the fourth most frequent wish”, “ranks Taoyan fourth”: a place among others, however it is said.
fn is_place(scan: &Scan, at: usize, next: usize, number: Number) -> bool {
    let ranked = scan.is(next, "rank");
    let most = scan.is_any(next, &["most", "least", "best", "biggest", "largest", "highest", "busiest"])
        && !scan.ends_clause(next + 1);
    // “ranks Taoyan fourth”: whom the index ranks stands between.
    let name = matches!(scan.what(at.wrapping_sub(1)), What::Word(Case::Capital));
    let whom = name
        && scan.is_any(at.wrapping_sub(2), &["ranks", "ranked", "places", "puts", "placed"])
        && (scan.ends_clause(next) || scan.is_any(next, &["in", "among", "of", "with"]));
    number > Number::ONE && (ranked || most || whom)
}

/// What comes round year by year.
const ROUND: [&str; 12] = [
    "week",
    "fair",
    "festival",
    "expo",
    "summit",
    "congress",
    "conference",
    "exhibition",
    "show",
    "gala",
    "convention",
    "hackathon",
];

/// What follows one another within days.
const TURNS: [&str; 14] = [
    "heat",
    "leg",
    "lap",
    "instalment",
    "installment",
    "roundtable",
    "race",
    "rehearsal",
    "screening",
    "bout",
    "innings",
    "concert",
    "matinee",
    "attempt",
];

/// Whether a noun goes on: “the third fair organiser”.
fn is_head(scan: &Scan, at: usize) -> bool {
    matches!(scan.sense(at), Some(Sense::Noun(_) | Sense::Measure(_)))
}

/// “128.7 points, third in the province”
fn rank_near(scan: &Scan, at: usize) -> bool {
    (at.saturating_sub(14)..at).any(|at| {
        scan.is_any(
            at,
            &["ranked", "ranks", "index", "ranking", "score", "stands", "rank", "places", "place", "came"],
        )
    })
}

/// “Rank in the province: 3rd”
fn rank_colon(scan: &Scan, at: usize) -> bool {
    scan.is_sign(at.wrapping_sub(1), ':')
        && (at.saturating_sub(6)..at).any(|at| matches!(scan.sense(at), Some(Sense::Rank)))
}

fn edition_colon(scan: &Scan, at: usize) -> bool {
    scan.is_sign(at.wrapping_sub(1), ':') && scan.is(at.wrapping_sub(2), "edition")
        || scan.is(at.wrapping_sub(1), "its")
}

/// 两位 behind 前移 is how many places, which is read as a count of ranks.
pub(super) fn places_moved(change: Option<Change>, class: Class) -> Option<Unit> {
    (change.is_some() && class == Class::People).then_some(Unit::Rank)
}
