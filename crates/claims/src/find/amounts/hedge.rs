//! Words that bend the number behind them: 近, 超过, “more than”, “up to”.

use crate::claim::Hedge;
use crate::find::tokens::cues::{Cues, words};
use crate::find::tokens::scan::Scan;
use crate::find::tokens::sense::Sense;
use crate::find::tokens::token::{Numeral, What};
use crate::unit::Unit;

/// The hedge directly before a token, and where it begins.
pub(in crate::find) fn hedge_before(scan: &Scan, at: usize, floor: usize) -> Option<(Hedge, usize)> {
    let before = at.checked_sub(1).filter(|before| *before >= floor)?;
    if let Some(found) = past_a_mark(scan, before, at, floor) {
        return Some(found);
    }
    // “38,500 square metres, or more than five football pitches”: the same told by a bound of its own.
    if scan.is(before, "than")
        && scan.is_among(before.wrapping_sub(1), words!["or more", "or less", "or fewer"])
    {
        let over = scan.is(before - 1, "or more");
        return Some((if over { Hedge::Over } else { Hedge::Under }, before - 1));
    }
    match scan.what(before) {
        // “on site and over 200 million online”: between two numbers it bends the second.
        What::Known(Sense::Behind(_))
            if scan.is_among(
                before,
                words!["and over", "and above", "or over", "or above", "or under", "or below"],
            ) =>
        {
            let over = scan.is_among(before, words!["and over", "and above", "or over", "or above"]);
            Some((if over { Hedge::Over } else { Hedge::Under }, before))
        }
        What::Known(Sense::Hedge(hedge)) => {
            let chinese = scan.is_chinese(before);
            // 上 is a hedge only before 百 and above, 过 and 破 too, or before 半.
            let word = scan.letters(before);
            let bare = matches!(scan.what(at), What::Numeral(Numeral::Power(2..) | Numeral::Half));
            // 比设计接待量高出12%: by how much it is more.
            if matches!(word, "高出" | "超出") && crate::find::changes::change_zh::compared(scan, before)
            {
                return None;
            }
            // 进度过九成: nothing is passed through that is told in tenths.
            let tenths = word == "过" && scan.is(at + 1, "成");
            // 进度过半, but 度过半年
            let half = word == "过"
                && matches!(scan.what(at), What::Numeral(Numeral::Half))
                && !matches!(scan.sense(at + 1), Some(Sense::Measure(_) | Sense::Classifier(_)));
            if chinese && !tenths && !half && is_in_word(scan, before, at) {
                return None;
            }
            // 过亿, 过九成, 过10亿元; 去过3家 has a verb before it.
            let passed = tenths || word == "过" && scan_scaled(scan, at);
            if matches!(word, "上" | "过") && !(bare || passed)
                || matches!(word, "破") && !(bare || scan_scaled(scan, at))
            {
                return None;
            }
            if chinese
                && !scan.glued(at)
                && !matches!(scan.what(at), What::Literal(_) | What::Sign(_) | What::Word(_))
            {
                return None;
            }
            // “added up to 3.1 trillion”: what a sum comes to.
            if comes_to(scan, before) {
                return None;
            }
            // “spread over 114 projects”: between a verb of sharing and its places, no bound.
            let runs = scan.is_among(before.wrapping_sub(1), words!["ran", "run", "runs"])
                && !matches!(scan.sense(at + 1), Some(Sense::Measure(_)));
            if scan.is(before, "over")
                && !is_held(scan, before, at)
                && (runs || scan.is_among(before.wrapping_sub(1), SPREAD))
            {
                return None;
            }
            // “arranged under five categories”: where they stand, and no bound.
            let sorted = scan.is_among(
                before.wrapping_sub(1),
                words![
                    "arranged",
                    "grouped",
                    "classified",
                    "listed",
                    "organised",
                    "organized",
                    "divided",
                    "filed",
                ],
            );
            let few = match scan.what(at) {
                What::Literal(literal) => literal.whole < 3 && literal.places == 0,
                _ => true,
            };
            if scan.is(before, "under") && (sorted && few || is_beneath(scan, before, at)) {
                return None;
            }
            // “13 more than three weeks ago”: more than it was then.
            if is_number_behind(scan, before) && is_time_ago(scan, at) {
                return None;
            }
            // “some took three minutes, some three years”
            if word.eq_ignore_ascii_case("some")
                && matches!(scan.what(at), What::Known(Sense::Small(0..=9)))
                && !matches!(scan.sense(at + 1), Some(Sense::Part(_)))
                && !scan.is_sign(at + 1, '-')
            {
                return None;
            }
            let (hedge, first) = strengthened(scan, before, hedge, floor);
            Some((hedge, first))
        }
        What::Sign('~' | '～' | '≈') if !matches!(scan.before(before, 1), What::Literal(_)) => {
            Some((Hedge::About, before))
        }
        What::Sign('>' | '＞') => Some((Hedge::Over, before)),
        What::Sign('≥') => Some((Hedge::AtLeast, before)),
        What::Sign('<' | '＜') => Some((Hedge::Under, before)),
        What::Sign('≤') => Some((Hedge::AtMost, before)),
        _ => None,
    }
}

/// “held over 1,478 business meetings”: what is held is counted, and no place or time that it is held over.
fn is_held(scan: &Scan, over: usize, number: usize) -> bool {
    let event = |at: usize| {
        matches!(
            scan.sense(at),
            Some(Sense::Noun(Unit::Meeting | Unit::Activity | Unit::Session | Unit::Forum))
        )
    };
    scan.is(over.wrapping_sub(1), "held") && (number + 1..number + 4).any(event)
}

/// “put ink under 142 projects”, “found it under 1,850 square metres of new floor”: what stands or lies beneath, and no bound.
fn is_beneath(scan: &Scan, under: usize, number: usize) -> bool {
    const WRITTEN: Cues =
        words!["ink", "signature", "signatures", "name", "names", "initials", "seal", "stamp"];
    let area = |at: usize| matches!(scan.sense(at), Some(Sense::Measure(Unit::SquareMetre | Unit::Hectare)));
    let lies = (under.saturating_sub(8)..under)
        .any(|at| scan.is_any(at, &["found", "lies", "lay", "buried", "hidden", "sleeps", "vanished"]));
    let covered = lies && (number + 1..number + 4).any(|at| area(at) && scan.is(at + 1, "of"));
    scan.is_among(under.wrapping_sub(1), WRITTEN) || covered
}

/// “passed the 100,000 mark”, “around the 300 mark”: what a mark stands behind is bent by the word before its article; so is what was passed.
fn past_a_mark(scan: &Scan, before: usize, number: usize, floor: usize) -> Option<(Hedge, usize)> {
    const MARKS: Cues = words!["mark", "barrier", "threshold", "line", "milestone"];
    let article = scan.is(before, "the");
    let word = if article { before.checked_sub(1).filter(|word| *word >= floor)? } else { before };
    let marked =
        (number + 1..number + 6).take_while(|at| !scan.ends_clause(*at)).any(|at| scan.is_among(at, MARKS));
    let large = matches!(scan.what(number), What::Literal(literal) if literal.grouped)
        || (number + 1..number + 3).any(|at| matches!(scan.sense(at), Some(Sense::Power(3..))));
    // “around the” is a phrase of its own.
    if let Some((word, _)) =
        scan.letters(before).rsplit_once(' ').filter(|(_, the)| the.eq_ignore_ascii_case("the") && marked)
    {
        let hedge = match word.to_ascii_lowercase().as_str() {
            "over" | "above" => Hedge::Over,
            "under" | "below" => Hedge::Under,
            "around" | "about" => Hedge::About,
            _ => return None,
        };
        return Some((hedge, before));
    }
    let passed = scan.is_among(
        word,
        words![
            "passed", "passes", "passing", "crossed", "broke", "broken", "past", "beyond", "cleared",
            "smashed",
        ],
    );
    let to_exceed = scan.is(word, "pass") && !article && !marked && large;
    let hedge = match scan.what(word) {
        _ if to_exceed || passed && (marked || large && !article) => Hedge::Over,
        What::Known(Sense::Hedge(hedge)) if article && marked => hedge,
        _ => return None,
    };
    Some((hedge, word))
}

/// Words whose last character bends a number when it stands alone: that character, and what may stand before it.
const COMPOUNDS: [(&str, &str); 6] = [
    ("约", "爽预签节条邀违续限相特赴公契租制简集隐失毁履婚团立守应践拼可已能改再互"),
    ("近", "附最新就远亲邻临走贴相浅切"),
    ("超", "反赶"),
    (
        "过",
        "通经度路越跨穿渡去走办开做来访到见听说读超跳错难胜签投跑谈聊拿发建卖买赚花用写看住带教干吃试打引",
    ),
    ("破", "打侦识查攻说点"),
    ("上", "线网会路台岸海手地天身桌街船车场晚早史世坡山岛江河湖水空云榜书纸图墙头"),
];
/// What is overcome, not exceeded: 突破8项关键技术.
const OVERCOME: [&str; 7] = ["技术", "难题", "瓶颈", "关键", "核心", "壁垒", "难关"];

/// Whether a hedge is the end of a word that bends nothing (爽约, 附近, 线上), or 突破 a feat.
fn is_in_word(scan: &Scan, hedge: usize, number: usize) -> bool {
    let word = scan.letters(hedge);
    if word == "突破" {
        let rest = scan.rest(number);
        let clause = rest.char_indices().take(16).find(|(_, letter)| "，。；、,;\n".contains(*letter));
        let end = clause.or_else(|| rest.char_indices().nth(16)).map_or(rest.len(), |(end, _)| end);
        return OVERCOME.iter().any(|feat| rest[..end].contains(feat));
    }
    let makers = COMPOUNDS.iter().find(|(bending, _)| *bending == word).map_or("", |(_, makers)| *makers);
    scan.glued(hedge) && scan.char_before(hedge).is_some_and(|before| makers.contains(before))
}

/// Whether a comparison stands directly behind a number or what it counts: “13 more than”, “40 visits fewer than”.
fn is_number_behind(scan: &Scan, comparison: usize) -> bool {
    let number = |at: usize| {
        matches!(
            scan.what(at),
            What::Literal(_)
                | What::Known(Sense::Small(_) | Sense::Tens(_) | Sense::Power(_) | Sense::Percent)
        )
    };
    let before = comparison.wrapping_sub(1);
    scan.letters(comparison).ends_with(" than")
        && (number(before)
            || matches!(scan.sense(before), Some(Sense::Noun(_))) && number(before.wrapping_sub(1)))
}

/// “three weeks ago”, “two years earlier”: how long since.
pub(in crate::find) fn is_time_ago(scan: &Scan, number: usize) -> bool {
    let past = |at: usize| scan.is_among(at, words!["ago", "earlier", "before", "previously"]);
    let time = matches!(
        scan.sense(number + 1),
        Some(Sense::Measure(Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Hour))
    );
    time && past(number + 2)
}

/// “added up to 3.1 trillion”: whether “up to” belongs to a verb of sums; what adds up to half an hour adds no more than that.
fn comes_to(scan: &Scan, up_to: usize) -> bool {
    const SUMS: Cues =
        words!["added", "adds", "add", "adding", "summed", "sums", "amounts", "amounted", "totted", "tots"];
    let timed = (up_to + 1..up_to + 5)
        .any(|at| matches!(scan.sense(at), Some(Sense::Measure(_))) || scan.is(at, "an hour"));
    scan.is(up_to, "up to") && scan.is_among(up_to.wrapping_sub(1), SUMS) && !timed
}

/// What is done over places and times.
const SPREAD: Cues = words![
    "turned",
    "turns",
    "spread",
    "distributed",
    "held",
    "divided",
    "scattered",
    "split",
    "shared",
    "staggered",
    "voted",
    "presides",
    "fanned",
    "stretched",
];

fn scan_scaled(scan: &Scan, at: usize) -> bool {
    matches!(scan.what(at + 1), What::Numeral(Numeral::Power(_)))
}

/// “well over” and “已超过” begin with words that change nothing.
fn strengthened(scan: &Scan, at: usize, hedge: Hedge, floor: usize) -> (Hedge, usize) {
    let before = at.wrapping_sub(1);
    if at > floor && scan.is_among(before, words!["well", "just", "slightly", "far", "not", "no"]) {
        let negated =
            scan.is_among(before, words!["not", "no"]) && matches!(hedge, Hedge::Over | Hedge::Under);
        let hedge = if negated && hedge == Hedge::Over {
            Hedge::AtMost
        } else if negated {
            Hedge::AtLeast
        } else {
            hedge
        };
        return (hedge, before);
    }
    // Two hedges one behind the other say what both say: “about, at least”.
    // “has crossed about 4,000 lines”: a verb with an object of its own says nothing of how many.
    let verb = hedge == Hedge::About && scan.is(before, "crossed");
    if at > floor
        && let What::Known(Sense::Hedge(outer)) = scan.what(before)
        && !comes_to(scan, before)
        && !verb
        && (scan.glued(at) || !scan.is_chinese(at))
        && !scan.is_among(before, words!["上", "过", "破"])
    {
        return (if hedge == Hedge::About { outer } else { hedge }, before);
    }
    (hedge, at)
}

/// Of two hedges, their common meaning.
pub(in crate::find) fn both(front: Option<Hedge>, behind: Option<Hedge>) -> Option<Hedge> {
    match (front, behind) {
        (Some(Hedge::About), Some(other)) => Some(if other == Hedge::More { Hedge::About } else { other }),
        (Some(front), _) => Some(front),
        (None, behind) => behind,
    }
}
