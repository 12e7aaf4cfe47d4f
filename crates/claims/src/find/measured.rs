//! The unit directly behind a number: money, a share, a measure, a classifier, a noun.

use super::behind::Of;
use super::scan::{Quantity, Scan, Style};
use super::sense::{Class, Sense};
use super::token::What;
use crate::claim::Hedge;
use crate::number::Number;
use crate::unit::{Currency, Unit};

/// The unit at `at`, and the token behind it.
pub(super) fn unit(scan: &Scan, at: usize, quantity: &Quantity) -> (Of, usize) {
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
            // “41 firm orders”, “640 job offers”: a noun in the singular belongs to the one behind it.
            Sense::Noun(_)
                if !chinese
                    && is_several(quantity)
                    && !here.ends_with('s')
                    && is_plural_word(scan, at + 1)
                    && !matches!(scan.sense(at + 1), Some(Sense::Noun(unit)) if unit != Unit::Item) =>
            {
                (Of::Noun(Unit::Item), at)
            }
            Sense::Noun(Unit::Time) if !chinese => times(scan, at),
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
    let small = matches!(scan.what(at), What::Word(super::token::Case::Small));
    word.len() > 4
        && word.ends_with('s')
        && !word.ends_with("ss")
        && (small || matches!(scan.sense(at), Some(Sense::Noun(_))))
        && !scan.is_any(
            at,
            &[
                "across", "always", "perhaps", "towards", "besides", "overseas", "comes", "takes", "makes",
                "gives", "shows",
            ],
        )
}

/// Whether 个点 are percentage points: behind a rise or fall, at the end of its clause.
fn is_spoken_point(scan: &Scan, at: usize, quantity: &Quantity) -> bool {
    let point = scan.letters(at + 1) == "点" && scan.glued(at + 1) && scan.ends_clause(at + 2);
    let before = quantity.first.wrapping_sub(1);
    let moved = matches!(scan.sense(before), Some(Sense::Change(_)))
        || matches!(
            scan.letters(before),
            "高" | "低" | "了" | "升" | "降" | "涨" | "跌" | "多" | "少" | "近" | "约"
        );
    point && moved
}

/// Whether a number is more than one.
fn is_several(quantity: &Quantity) -> bool {
    quantity.value.is_some_and(|value| value > Number::ONE)
}

/// 7块展板, and no price: what comes in pieces.
fn in_pieces(scan: &Scan, at: usize) -> bool {
    const PIECES: [&str; 22] = [
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
    scan.glued(at) && PIECES.iter().any(|piece| scan.rest(at).starts_with(piece))
}

/// Characters that count whatever stands behind them, when more than one is counted.
const COUNTERS: &str = "句声丛垄畦摊垛剂针档股扇则截阵伙窝茬缕味夜";
/// Characters that count only what is named here.
const COUNTED: [(&str, &[&str]); 15] = [
    ("站", &["地", "路", "停靠", "车程"]),
    (
        "点",
        &[
            "意见", "建议", "要求", "希望", "体会", "看法", "想法", "启示", "思考", "共识", "认识", "说明",
            "感受",
        ],
    ),
    ("面", &["旗", "锦旗", "彩旗", "国旗", "红旗", "墙", "镜", "鼓", "奖牌", "屏"]),
    ("口", &["井", "水井", "油井", "塘", "鱼塘", "锅", "大锅", "缸", "池"]),
    (
        "道",
        &[
            "防线", "关", "坎", "工序", "门", "菜", "题", "彩虹", "风景", "手续", "栏", "闸", "屏障", "程序",
            "大菜", "名菜",
        ],
    ),
    ("出", &["戏", "大戏", "好戏", "折子戏", "话剧", "京剧", "越剧", "昆曲", "剧"]),
    ("折", &["戏", "折子戏"]),
    ("曲", &["民歌", "歌", "舞"]),
    ("员", &["大将", "虎将", "猛将", "干将"]),
    ("服", &["中药", "药"]),
    ("帖", &["药", "中药", "膏药"]),
    ("代", &["人", "同堂"]),
    (
        "级",
        &[
            "大风",
            "台风",
            "阵风",
            "风",
            "台阶",
            "石阶",
            "阶梯",
            "以上大风",
            "地震",
            "台账",
            "网络",
            "联动",
            "体系",
            "架构",
            "平台",
            "管理",
            "调度",
        ],
    ),
    ("里", &["山路", "路", "长堤", "长街"]),
    ("任", &["书记", "馆长", "校长", "所长", "院长", "站长"]),
];

/// Characters that are classifiers only where a number touches them and nothing longer begins: 26国, 64线, 七稿, 50单, 1.5万平.
fn rare_classifier(scan: &Scan, at: usize, quantity: &Quantity) -> Option<Of> {
    let digits = quantity.style == Style::Digits;
    let behind = scan.rest(at + 1);
    let several = is_several(quantity);
    let other = Of::Classified(Class::Other);
    let letters = scan.letters(at);
    if several
        && COUNTERS.contains(letters)
        && !behind.starts_with(['山', '河', '湖', '村', '街', '镇', '沟', '桥', '市', '景'])
    {
        return Some(other);
    }
    if several
        && let Some((_, things)) = COUNTED.iter().find(|(counter, _)| *counter == letters)
        && things.iter().any(|thing| behind.starts_with(thing))
    {
        return Some(other);
    }
    // 我讲两点。
    let said = scan.char_before(quantity.first).is_some_and(|before| "讲谈说提调充这下有".contains(before));
    if letters == "点" && several && said && !digits && scan.ends_clause(at + 1) {
        return Some(other);
    }
    match letters {
        // 拍了两下, 看了三眼
        "下" | "眼"
            if several && scan.char_before(quantity.first).is_some_and(|before| "了过".contains(before)) =>
        {
            Some(other)
        }
        "国" if digits && !behind.starts_with("集团") => Some(Of::Classified(Class::Only(Unit::Country))),
        "线" if digits && !behind.starts_with("城市") => Some(other),
        "单" if digits || several => Some(other),
        "稿" if several => Some(other),
        "期" if digits && several && scan.ends_clause(at + 1) => Some(other),
        "关" | "局" if digits && several && quantity.power == 0 => Some(other),
        "平" if digits && (quantity.power > 0 || scan.ends_clause(at + 1)) => {
            Some(Of::Measure(Unit::SquareMetre))
        }
        "级" if digits && is_force(scan, quantity.first) => Some(other),
        // 30强挺进决赛, but 民企500强 and 50强企业, which are lists.
        "强" if digits && several && is_knocked_out(scan, quantity, behind) => Some(other),
        _ => None,
    }
}

/// Whether wind, waves or an earthquake stand shortly before a number.
fn is_force(scan: &Scan, first: usize) -> bool {
    (first.saturating_sub(6)..first)
        .rev()
        .take_while(|at| !scan.ends_sentence(*at))
        .any(|at| matches!(scan.letters(at), "力" | "震" | "风" | "浪" | "涌"))
}

/// Whether “the last thirty” are those left in a contest.
fn is_knocked_out(scan: &Scan, quantity: &Quantity, behind: &str) -> bool {
    let few = quantity.value.is_some_and(|value| value <= Number::whole(100)) && quantity.power == 0;
    let ranked = scan.char_before(quantity.first).is_some_and(|before| "国界企业省市富".contains(before));
    few && !ranked && !behind.starts_with(['企', '县', '镇', '城', '民', '园', '村', '高'])
}

/// Whether a lone letter behind digits is a unit: the clause goes on in small letters or ends.
fn one_letter(scan: &Scan, at: usize, quantity: &Quantity) -> bool {
    let behind = scan.what(at + 1);
    quantity.style == Style::Digits
        && !scan.is_chinese(quantity.first.wrapping_sub(1))
        && !matches!(behind, What::Literal(_) | What::Word(super::token::Case::Capital))
        && !scan.is_sign(at + 1, '-')
}

/// Whether a sign of money stands before a number of its own.
fn is_prefix_sign(scan: &Scan, at: usize) -> bool {
    matches!(scan.what(at + 1), What::Literal(_) | What::Numeral(_))
}

/// 七里河, 三门峡, 五台山: some classifiers begin names.
fn place_name(scan: &Scan, at: usize) -> bool {
    let behind = scan.letters(at + 1);
    // 618大促, 315晚会: a number that is a day.
    if scan.letters(at) == "大"
        && scan.rest(at + 1).starts_with(['促', '会', '厦', '楼', '道', '街', '赛', '典', '考'])
    {
        return true;
    }
    matches!(scan.letters(at), "台" | "门" | "道" | "间" | "路" | "座" | "家" | "条")
        && matches!(behind, "山" | "峡" | "河" | "湖" | "村" | "桥" | "镇")
        && !matches!(scan.letters(at), "座" | "条" | "家")
        || scan.letters(at) == "路"
            && (matches!(behind, "公交" | "车" | "、" | "，")
                || (at.saturating_sub(6)..at).any(|at| scan.letters(at) == "公" || scan.letters(at) == "乘"))
}

/// English units that are several words, and Chinese ones that mean something else in this place.
fn measure(scan: &Scan, at: usize, unit: Unit, quantity: &Quantity) -> (Of, usize) {
    if scan.is_chinese(at) && scan.letters(at) == "度" {
        return degrees(scan, at, quantity);
    }
    // “35 years old”, “78 years of age”
    let old = usize::from(unit == Unit::Year && scan.is(at + 1, "-") && scan.is(at + 2, "old")) * 2;
    (Of::Measure(unit), at + 1 + old)
}

/// “read 180 million times” is views, “stamped 2,160 times” stamps.
pub(super) fn repeated(scan: &Scan, first: usize) -> Unit {
    // “You came 212,640 times”, but “they came 1.8 times each”.
    let large = matches!(scan.what(first), What::Literal(literal) if literal.grouped);
    for at in (first.saturating_sub(14)..first).rev() {
        if scan.ends_sentence(at) {
            break;
        }
        if scan.is_any(
            at,
            &[
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
        if large && scan.is_any(at, &["came", "visited"]) {
            return Unit::Visit;
        }
        if scan.is_any(at, &["stamped", "checked"]) {
            return Unit::Stamp;
        }
        if scan.is_any(at, &["liked", "shared", "commented", "reposted"]) {
            return Unit::Interaction;
        }
    }
    Unit::Time
}

/// “3.5 times as many” and “3.5 times the number” are multiples, “five times” is how often.
fn times(scan: &Scan, at: usize) -> (Of, usize) {
    let phrase = scan.is_any(at + 1, &["as many as", "as much as"]);
    if phrase {
        return (Of::Times, at + 1);
    }
    let compared = scan.is(at + 1, "as")
        && scan.is_any(at + 2, &["many", "much", "large", "big", "high", "great", "fast", "long"]);
    let of = scan.is_any(
        at + 1,
        &[
            "the",
            "that",
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
    let of = of || scan.is_any(at.wrapping_sub(2), &["oversubscribed", "overbooked"]);
    let end = if compared { at + 3 } else { at + 1 };
    if compared || of { (Of::Times, end) } else { (Of::Noun(Unit::Time), at + 1) }
}

/// 度 is of power where it is counted in ten thousands or spoken of, of heat at the end of a clause, and of an angle before a noun.
fn degrees(scan: &Scan, at: usize, quantity: &Quantity) -> (Of, usize) {
    let first = quantity.first;
    let power = quantity.power >= 4
        || (first.saturating_sub(5)..first).any(|at| matches!(scan.letters(at), "电" | "电量" | "绿电"));
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
        () if scan.ends_clause(at + 1) || scan.letters(at + 1) == "左" => {
            (Of::Measure(Unit::DegreeCelsius), at + 1)
        }
        () if whole => (Of::Classified(Class::Other), at + 1),
        () => (Of::Nothing, at),
    }
}
