//! The unit directly behind a number: money, a share, a measure, a classifier, a noun.

use super::behind::Of;
use super::rare::rare_classifier;
use crate::claim::Hedge;
use crate::find::tokens::cues::words;
use crate::find::tokens::scan::{Quantity, Scan, Style};
use crate::find::tokens::sense::{Class, Sense};
use crate::find::tokens::token::What;
use crate::number::Number;
use crate::unit::{Currency, Unit};

/// The unit at `at`, and the token behind it.
pub(in crate::find) fn unit(scan: &Scan, at: usize, quantity: &Quantity) -> (Of, usize) {
    let here = scan.letters(at);
    let chinese = scan.is_chinese(at);
    if chinese && !scan.glued(at) && scan.char_before(at).is_some_and(|before| before != ' ') {
        return (Of::Nothing, at);
    }
    match scan.what(at) {
        What::Known(sense) => match sense {
            // 48.6亿块芯片: so many of what comes in pieces.
            Sense::Money(_) if here == "块" && (quantity.power >= 8 || in_pieces(scan, at + 1)) => {
                (Of::Classified(Class::Other), at + 1)
            }
            // “a record 40 won”: a verb, where so little money is none.
            Sense::Money(_)
                if here == "won"
                    && quantity.power < 3
                    && quantity.value.is_none_or(|value| value < Number::whole(1000)) =>
            {
                (Of::Nothing, at)
            }
            Sense::Money(currency) => (Of::Money(currency), at + 1),
            // “4.5pc”, but “300 PC users”
            Sense::Percent if here.eq_ignore_ascii_case("pc") && !scan.glued(at) => (Of::Nothing, at),
            Sense::Percent => (Of::Percent, at + 1),
            Sense::Permille => (Of::Permille, at + 1),
            Sense::Point => (Of::Point, at + 1),
            Sense::BasisPoint => (Of::BasisPoint, at + 1),
            // 256TOPS
            Sense::Hedge(Hedge::Over) if here == "TOPS" => (Of::Measure(Unit::Item), at + 1),
            Sense::Times => (Of::Times, at + 1),
            // 提高2.3个点: percentage points, as they are spoken of.
            Sense::Classifier(Class::Any) if here == "个" && is_spoken_point(scan, at, quantity) => {
                (Of::Point, at + 2)
            }
            Sense::Classifier(class) if !place_name(scan, at) => (Of::Classified(class), at + 1),
            // 住三晚, 两拨客人: words that mean something else where no number touches them.
            Sense::DayPart(_) | Sense::Label
                if matches!(here, "晚" | "拨") && scan.glued(at) && is_several(quantity) =>
            {
                (Of::Classified(Class::Other), at + 1)
            }
            Sense::Measure(unit) => measure(scan, at, unit, quantity),
            // “210k posts”: of a network, where there are so many.
            Sense::Noun(Unit::Job) if here.eq_ignore_ascii_case("posts") && quantity.power >= 3 => {
                (Of::Noun(Unit::Item), at + 1)
            }
            // “630 media representatives”, “41 firm orders”: of two nouns the last is counted, known or not.
            Sense::Noun(_)
                if !chinese
                    && is_several(quantity)
                    && !here.ends_with('s')
                    && (is_plural_word(scan, at + 1)
                        || scan.is_among(at + 1, words!["personnel", "staff", "people"])) =>
            {
                match scan.sense(at + 1) {
                    Some(Sense::Noun(unit)) => (Of::Noun(unit), at),
                    _ => (Of::Noun(Unit::Item), at),
                }
            }
            Sense::Noun(Unit::Time) if !chinese => times(scan, at),
            // 五区县齐发力: a name for all of a city.
            Sense::Noun(Unit::District) if chinese && matches!(quantity.style, Style::Words) => {
                (Of::Nothing, at)
            }
            Sense::Noun(unit) => (Of::Noun(unit), at + 1),
            // 接处警87起: incidents, where nothing has been priced.
            Sense::Behind(Hedge::AtLeast) if here == "起" && scan.glued(at) => {
                (Of::Classified(Class::Only(Unit::Case)), at + 1)
            }
            // 600 m is a length.
            Sense::Power(6) if here == "m" => (Of::Measure(Unit::Metre), at + 1),
            _ => (Of::Nothing, at),
        },
        What::Other
            if here == "成"
                && quantity.style != Style::Bare
                && quantity.value.is_some_and(|value| value <= Number::whole(10)) =>
        {
            (Of::Tenths, at + 1)
        }
        What::Other if here == "分" && quantity.style == Style::Digits => (Of::Score, at + 1),
        What::Other if here == "番" => (Of::Nothing, at),
        What::Other if scan.glued(at) => match rare_classifier(scan, at, quantity) {
            Some(what) => (what, at + 1),
            None => (Of::Nothing, at),
        },
        // “52.37 billion €”: a sign of money behind its number.
        What::Sign('€') if !is_prefix_sign(scan, at) => (Of::Money(Currency::EUR), at + 1),
        What::Sign('£') if !is_prefix_sign(scan, at) => (Of::Money(Currency::GBP), at + 1),
        What::Sign('¥' | '￥') if !is_prefix_sign(scan, at) => (Of::Money(Currency::CNY), at + 1),
        What::Sign('$' | '＄') if !is_prefix_sign(scan, at) => (Of::Money(Currency::USD), at + 1),
        // Units of one letter: 800 V, 3 g.
        What::Word(_)
            if matches!(here, "V" | "W" | "g" | "A" | "L" | "N" | "K" | "C" | "F")
                && one_letter(scan, at, quantity) =>
        {
            (Of::Measure(if here == "C" { Unit::DegreeCelsius } else { Unit::Item }), at + 1)
        }
        // “4.5x the spend”, but “10 x 20 metres”
        What::Word(_) if here == "x" && scan.glued(at) && at == quantity.next => (Of::Times, at + 1),
        // 1000P算力
        What::Word(_) if here == "P" && scan.glued(at) => (Of::Measure(Unit::Item), at + 1),
        // 12 μm: letters beyond ASCII.
        What::Word(_) if matches!(here, "μm" | "µm" | "μs" | "µs" | "Ω" | "kΩ") => {
            (Of::Measure(Unit::Item), at + 1)
        }
        What::Word(_)
            if matches!(here, "US" | "HK") && scan.is_sign(at + 1, '$') && !is_prefix_sign(scan, at + 1) =>
        {
            (Of::Money(if here == "US" { Currency::USD } else { Currency::HKD }), at + 2)
        }
        _ => (Of::Nothing, at),
    }
}

/// Whether a word of things in the plural stands at a token: no verb, and no known word of another sort.
fn is_plural_word(scan: &Scan, at: usize) -> bool {
    let word = scan.letters(at);
    let small = matches!(scan.what(at), What::Word(crate::find::tokens::token::Case::Small));
    word.len() > 4
        && word.ends_with('s')
        && !word.ends_with("ss")
        && (small || matches!(scan.sense(at), Some(Sense::Noun(_))))
        && !scan.is_among(
            at,
            words![
                "across", "always", "perhaps", "towards", "besides", "overseas", "comes", "takes", "makes",
                "gives", "shows",
            ],
        )
}

/// Whether 个点 are percentage points: behind a rise or fall, at the end of its clause.
fn is_spoken_point(scan: &Scan, at: usize, quantity: &Quantity) -> bool {
    let point = scan.is(at + 1, "点") && scan.glued(at + 1) && scan.ends_clause(at + 2);
    let before = quantity.first.wrapping_sub(1);
    let moved = matches!(scan.sense(before), Some(Sense::Change(_)))
        || scan.is_among(before, words!["高", "低", "了", "升", "降", "涨", "跌", "多", "少", "近", "约"]);
    point && moved
}

/// Whether a number is more than one.
pub(in crate::find) fn is_several(quantity: &Quantity) -> bool {
    quantity.value.is_some_and(|value| value > Number::ONE)
}

/// 7块展板, and no price: what comes in pieces.
fn in_pieces(scan: &Scan, at: usize) -> bool {
    const MADE: [&str; 7] = ["拼成", "拼接", "拼搭", "砌成", "搭成", "铺成", "堆成"];
    const PIECES: [&str; 24] = [
        "光伏板",
        "太阳能板",
        "展板",
        "屏",
        "大屏",
        "显示屏",
        "牌",
        "奖牌",
        "金牌",
        "银牌",
        "铜牌",
        "匾",
        "石",
        "碑",
        "地",
        "土地",
        "电池",
        "芯片",
        "板",
        "砖",
        "玻璃",
        "硬盘",
        "蛋糕",
        "拼图",
    ];
    // 桌牌40块: the thing may stand before its number.
    let number = (0..at.saturating_sub(1))
        .rev()
        .find(|at| !matches!(scan.what(*at), What::Literal(_) | What::Numeral(_)));
    let before = number.and_then(|last| scan.tokens.get(last)).map_or("", |token| &scan.text[..token.end]);
    // 由2.4万块再生塑料拼成: what something is put together of.
    let put_together = (at..at + 16)
        .take_while(|at| !scan.ends_clause(*at))
        .any(|at| MADE.iter().any(|verb| scan.rest(at).starts_with(verb)));
    scan.glued(at) && (put_together || PIECES.iter().any(|piece| scan.rest(at).starts_with(piece)))
        || PIECES.iter().any(|piece| before.ends_with(piece))
}

/// Whether a lone letter behind digits is a unit: the clause goes on in small letters or ends.
fn one_letter(scan: &Scan, at: usize, quantity: &Quantity) -> bool {
    let behind = scan.what(at + 1);
    quantity.style == Style::Digits
        && !scan.is_chinese(quantity.first.wrapping_sub(1))
        && !matches!(behind, What::Literal(_) | What::Word(crate::find::tokens::token::Case::Capital))
        && !scan.is_sign(at + 1, '-')
}

/// Whether a sign of money stands before a number of its own.
fn is_prefix_sign(scan: &Scan, at: usize) -> bool {
    matches!(scan.what(at + 1), What::Literal(_) | What::Numeral(_))
}

/// 七里河, 三门峡, 360集团: some classifiers begin names.
fn place_name(scan: &Scan, at: usize) -> bool {
    let behind = scan.letters(at + 1);
    // 618大促, 315晚会: a number that is a day.
    // 360集团, 三集成
    if scan.is(at, "集") && scan.rest(at + 1).starts_with(['团', '成', '群', '中', '体', '合', '聚'])
    {
        return true;
    }
    if scan.is(at, "大")
        && scan.rest(at + 1).starts_with(['促', '会', '厦', '楼', '道', '街', '赛', '典', '考'])
    {
        return true;
    }
    scan.is_among(at, words!["台", "门", "道", "间", "路", "座", "家", "条"])
        && matches!(behind, "山" | "峡" | "河" | "湖" | "村" | "桥" | "镇")
        && !scan.is_among(at, words!["座", "条", "家"])
        || scan.is(at, "路")
            && (matches!(behind, "公交" | "车" | "、" | "，")
                || (at.saturating_sub(6)..at).any(|at| scan.is(at, "公") || scan.is(at, "乘")))
}

/// English units that are several words, and Chinese ones that mean something else in this place.
fn measure(scan: &Scan, at: usize, unit: Unit, quantity: &Quantity) -> (Of, usize) {
    if scan.is_chinese(at) && scan.is(at, "度") {
        return degrees(scan, at, quantity);
    }
    // “35 years old”, “78 years of age”
    let old = usize::from(unit == Unit::Year && scan.is(at + 1, "-") && scan.is(at + 2, "old")) * 2;
    (Of::Measure(unit), at + 1 + old)
}

/// “read 180 million times” is views, “stamped 2,160 times” stamps.
pub(in crate::find) fn repeated(scan: &Scan, first: usize) -> Unit {
    // “You came 212,640 times”, but “they came 1.8 times each”.
    let large = matches!(scan.what(first), What::Literal(literal) if literal.grouped);
    // “my mother, who watched the opening six times”: so few are told of one person.
    if matches!(scan.sense(first), Some(Sense::Small(_))) {
        return Unit::Time;
    }
    for at in (first.saturating_sub(14)..first).rev() {
        if scan.ends_sentence(at) {
            break;
        }
        if scan.is_among(
            at,
            words![
                "read",
                "watched",
                "viewed",
                "played",
                "streamed",
                "clicked",
                "opened",
                "seen",
                "reads",
                "visited online",
            ],
        ) {
            return Unit::View;
        }
        if large && scan.is_among(at, words!["came", "visited"]) {
            return Unit::Visit;
        }
        if scan.is_among(at, words!["stamped", "checked"]) {
            return Unit::Stamp;
        }
        if scan.is_among(at, words!["liked", "shared", "commented", "reposted"]) {
            return Unit::Interaction;
        }
    }
    Unit::Time
}

/// “3.5 times as many” and “3.5 times the number” are multiples, “five times” is how often.
fn times(scan: &Scan, at: usize) -> (Of, usize) {
    let phrase = scan.is_among(at + 1, words!["as many as", "as much as"]);
    if phrase {
        return (Of::Times, at + 1);
    }
    let compared = scan.is(at + 1, "as")
        && scan.is_among(at + 2, words!["many", "much", "large", "big", "high", "great", "fast", "long"]);
    let of = scan.is_among(
        at + 1,
        words![
            "the",
            "that",
            "those",
            "more",
            "last",
            "its",
            "what",
            "higher",
            "larger",
            "faster",
            "as",
            "bigger",
            "greater",
            "earnings",
            "profits",
            "profit",
            "revenue",
            "ebitda",
            "book",
            "oversubscribed",
            "forward",
            "annual",
            "sales",
            "income",
            "gdp",
            "assets",
            "ebit",
            "capacity",
            "last year",
            "this year",
        ],
    );
    let of = of || scan.is_among(at.wrapping_sub(2), words!["oversubscribed", "overbooked"]);
    let end = if compared { at + 3 } else { at + 1 };
    if compared || of { (Of::Times, end) } else { (Of::Noun(Unit::Time), at + 1) }
}

/// 度 is of power where it is counted in ten thousands or spoken of, of heat at the end of a clause, and of an angle before a noun.
fn degrees(scan: &Scan, at: usize, quantity: &Quantity) -> (Of, usize) {
    let first = quantity.first;
    let power = quantity.power >= 4
        || (first.saturating_sub(5)..first).any(|at| scan.is_among(at, words!["电", "电量", "绿电"]));
    let whole =
        quantity.style == Style::Digits && quantity.value.is_some_and(|value| value < Number::whole(180));
    match () {
        () if power => (Of::Measure(Unit::KilowattHour), at + 1),
        // 四度登上热搜: so many times.
        () if matches!(quantity.style, Style::Words)
            && quantity.value.is_some_and(|value| value > Number::ONE && value < Number::whole(10))
            && !scan.ends_clause(at + 1)
            && !scan
                .rest(at + 1)
                .starts_with(['电', '空', '角', '创', '左', '上', '以', '的', '灼', '烧', '春', '大']) =>
        {
            (Of::Noun(Unit::Time), at + 1)
        }
        () if scan.ends_clause(at + 1) || scan.is(at + 1, "左") => {
            (Of::Measure(Unit::DegreeCelsius), at + 1)
        }
        () if whole => (Of::Classified(Class::Other), at + 1),
        () => (Of::Nothing, at),
    }
}
