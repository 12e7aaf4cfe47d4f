//! Numbers told by their shape: house numbers, points of a list, seats and floors, scores, telephone numbers, scales of models.

use crate::find::tokens::cues::{Cues, words};
use crate::find::tokens::literal::Form;
use crate::find::tokens::scan::Scan;
use crate::find::tokens::sense::Sense;
use crate::find::tokens::token::What;

/// “318 Haibin Road”, “1 Expo Avenue”: the number of a house.
pub(in crate::find) fn is_address(scan: &Scan, at: usize) -> bool {
    const STREETS: Cues = words![
        "road",
        "street",
        "avenue",
        "lane",
        "boulevard",
        "rd",
        "st",
        "ave",
        "drive",
        "square",
        "way",
        "quay",
    ];
    let capital = |at: usize| scan.letters(at).starts_with(|first: char| first.is_ascii_uppercase());
    // “22–24 Harbour Street”
    let range =
        matches!(scan.what(at + 1), What::Sign('-' | '–')) && matches!(scan.what(at + 2), What::Literal(_));
    let at = if range { at + 2 } else { at };
    // “until 11 p.m. on 18 July Sunshine Avenue is closed”
    if matches!(scan.sense(at + 1), Some(Sense::Month(_))) && scan.is(at.wrapping_sub(1), "on") {
        return false;
    }
    (1..4).take_while(|step| capital(at + step)).any(|step| step > 1 && scan.is_among(at + step, STREETS))
}

/// Before which token of a paragraph the first point of its list stands.
const LATEST_FIRST: usize = 40;

/// “1/ Let’s unpack it”, “5. WiFi”: the number of a message or a point, at the beginning of a line.
pub(in crate::find) fn is_listed(scan: &Scan, at: usize) -> bool {
    let opens = at == 0 || scan.what(at - 1) == What::Line;
    // “1. The bridge 2. Three apprentices”: further points of a paragraph that begins with its first.
    let small =
        matches!(scan.what(at), What::Literal(literal) if literal.whole <= 2 && literal.form == Form::Plain);
    let behind_end =
        || matches!(scan.before(at, 1), What::Sign('.' | '。' | ';' | '；' | '!' | '?' | '！' | '？' | ')'));
    let further = at > 0 && small && scan.glued(at + 1) && !scan.glued(at + 2) && behind_end() && {
        // 致各参展单位：1. 重型展品…: the first may stand behind what it is a list of.
        let first = (0..at.min(LATEST_FIRST)).find(|at| {
            let leads = *at == 0 || matches!(scan.what(at - 1), What::Sign('：' | ':') | What::Line);
            leads && scan.is(*at, "1") && matches!(scan.what(at + 1), What::Sign('.' | '、' | '/' | ')'))
        });
        first.is_some_and(|first| scan.what(at + 1) == scan.what(first + 1))
    };
    if further {
        return true;
    }
    // “3.1 The programme stands”, “1 — A child steers”: points and captions.
    let upper = |at: usize| scan.letters(at).starts_with(|first: char| first.is_ascii_uppercase());
    let point = matches!(scan.what(at), What::Literal(literal) if literal.whole <= 2 && (1..=2).contains(&literal.places))
        && upper(at + 1)
        && !scan.glued(at + 1)
        && (opens || scan.ends_sentence(at - 1))
        && !matches!(scan.sense(at + 1), Some(Sense::Power(_) | Sense::Measure(_) | Sense::Money(_)));
    let caption = opens
        && small
        && !scan.letters(at + 2).starts_with(|first: char| first.is_ascii_lowercase())
        && matches!(scan.what(at + 1), What::Sign('—' | '–'))
        && !scan.glued(at + 1)
        && !scan.glued(at + 2);
    if point || caption {
        return true;
    }
    let sign =
        matches!(scan.what(at + 1), What::Sign('/' | ')' | '）' | '.' | '、' | '．')) && scan.glued(at + 1);
    opens && sign && (!scan.glued(at + 2) || scan.is_sign(at + 1, '、'))
}

/// The token behind two numbers that are one code: the falling 15-2 of a house, “won 3–2”, “9-to-5”.
pub(in crate::find) fn pair_end(scan: &Scan, at: usize) -> Option<usize> {
    if scan.is_sign(at + 1, '-') && scan.what(at + 2) == What::Code && scan.letters(at + 2).starts_with("to-")
    {
        return Some(at + 3);
    }
    let staked = || (at.saturating_sub(4)..at).any(|at| scan.is_among(at, words!["odds", "ratio"]));
    if scan.is(at + 1, "to") && matches!(scan.what(at + 2), What::Literal(_)) && staked() {
        return Some(at + 3);
    }
    let (What::Literal(first), What::Literal(second)) = (scan.what(at), scan.what(at + 2)) else {
        return None;
    };
    let dash = matches!(scan.what(at + 1), What::Sign('-' | '–' | '∶' | '−'))
        && scan.glued(at + 1)
        && scan.glued(at + 2);
    let plain =
        first.form == Form::Plain && second.form == Form::Plain && first.places == 0 && second.places == 0;
    if !dash || !plain || first.grouped || second.grouped {
        return None;
    }
    let falls = first.value > second.value && !has_unit(scan, at + 3);
    let even = first.value == second.value && !has_unit(scan, at + 3);
    let small = first.whole == 1 && second.whole <= 2 && !has_unit(scan, at + 3);
    let played = (at.saturating_sub(8)..at).any(|at| scan.is_among(at, PLAYED))
        || scan
            .is_among(at + 3, words!["win", "victory", "defeat", "draw", "loss", "lead", "scoreline", "in"]);
    let named = scan.rest(at + 3).starts_with("便利店");
    (falls || even || small && played || named || scan.is_sign(at + 1, '∶')).then_some(at + 3)
}

/// What sides do to each other.
const PLAYED: Cues = words![
    "won", "win", "wins", "beat", "beats", "lost", "lose", "loses", "drew", "draw", "defeated", "score",
    "tied", "finished", "ended", "thrashed",
];

/// Whether something that is counted or measured follows, or a scale.
pub(in crate::find) fn has_unit(scan: &Scan, at: usize) -> bool {
    matches!(
        scan.sense(at),
        Some(
            Sense::Noun(_)
                | Sense::Measure(_)
                | Sense::Power(_)
                | Sense::Percent
                | Sense::Permille
                | Sense::Point
                | Sense::Money(_)
                | Sense::Classifier(_)
                | Sense::Times
        )
    ) || matches!(scan.what(at), What::Numeral(_))
}

/// Whether a Chinese number names where something is or which it is: 2层B2-08, 请到1层, 5排12座, 夜5路, “科创15条”, 1.1类新药, 2.0版.
pub(in crate::find) fn is_placed(scan: &Scan, at: usize, next: usize) -> bool {
    const PLACES: Cues = words![
        "层", "楼", "排", "座", "号", "路", "条", "类", "版", "位", "届", "年", "栋", "幢", "单元", "至",
        "到", "-", "—"
    ];
    // 1206会议室, 302室
    let room = ["会议室", "教室", "办公室", "诊室", "室", "包厢", "包间", "房间"];
    if scan.is_chinese(next)
        && matches!(scan.what(at), What::Literal(literal) if literal.whole > 1 && literal.places == 0)
        && scan.rest(next).starts_with(['会', '教', '办', '诊', '室', '包', '房'])
        && room.iter().any(|room| scan.rest(next).starts_with(room))
    {
        return true;
    }
    if !scan.is_among(next, PLACES) {
        return false;
    }
    let before = at.wrapping_sub(1);
    let front = scan.letters(before);
    let behind = scan.letters(next + 1);
    let code = matches!(scan.what(next + 1), What::Code | What::Literal(_));
    let decimal = matches!(scan.what(at), What::Literal(literal) if literal.places > 0);
    // 四季花园小区1至6栋: which houses.
    let house = |at: usize| scan.is_among(at, words!["栋", "幢", "单元"]);
    if (house(next) || scan.is_among(next, words!["至", "到", "-", "—"]) && house(next + 2))
        && scan.char_before(at).is_some_and(|before| scan.glued(at) && "区园苑府庭湾邸".contains(before))
    {
        return true;
    }
    match scan.letters(next) {
        "层" | "楼" => {
            let inside = scan.char_before(at).filter(|_| scan.glued(at));
            code || inside.is_some_and(|place| "心厦馆楼座店厅院塔到在于至负号".contains(place))
                || is_room_behind(scan, next + 1)
                || matches!(front, "位于" | "到" | "在" | "至" | "楼" | "座" | "栋" | "馆" | "厅")
                || behind.starts_with(['厅', '室'])
        }
        "排" | "座" | "号" => {
            let seat = code && scan.is_among(next + 2, words!["座", "号", "位"]);
            seat || front == "排" && scan.glued(at) && matches!(scan.before(before, 1), What::Literal(_))
        }
        "路" => {
            let lines = (at.saturating_sub(8)..at).any(|at| scan.is_among(at, words!["路", "公交", "乘"]));
            // 滨海三路, 创新二路: a numeral that touches the name of a road.
            let named = matches!(scan.what(at), What::Numeral(_))
                && scan.glued(at)
                && matches!(
                    scan.what(before),
                    What::Other | What::Known(Sense::Plain | Sense::Name | Sense::Noun(_))
                )
                && scan.is_chinese(before)
                && !matches!(front, "分" | "有" | "共" | "的" | "设" | "开" | "兵" | "成" | "为");
            // 12路、K3路、208路公交车: lines by their numbers, be there a list of them.
            let bus = (next..next + 14)
                .take_while(|at| !scan.ends_clause(*at) || scan.is_sign(*at, '、'))
                .any(|at| {
                    ["公交", "线路", "专线", "支线", "巴士", "电车", "班车", "站牌"]
                        .iter()
                        .any(|word| scan.rest(at).starts_with(word))
                })
                && matches!(scan.what(at), What::Literal(_))
                && !scan.is_behind(at, "共有通增开分设整密");
            matches!(front, "夜" | "游" | "快" | "微" | "专") && lines || front == "公交" || named || bus
        }
        "条" => scan.is_sign(next + 1, '”') || scan.is_sign(next + 1, '》') || behind == "政策",
        "类" => {
            decimal
                || ["新药", "医疗器械", "创新药", "证"]
                    .iter()
                    .any(|thing| scan.rest(next + 1).starts_with(thing))
        }
        // 本报10月17日2版
        // 本报昨天2版《…》
        "版" => {
            decimal || scan.is_behind(at, "日报刊") || scan.char_before(at) == Some('天') && behind == "《"
        }
        // 后4位, 验证码6位
        // 后三位 of a code, but 其后三位院士
        "位" => {
            matches!(front, "末" | "码" | "号") || front == "后" && scan.char_before(before) != Some('其')
        }
        "届" => {
            scan.rest(next + 1).chars().nth(1).is_some_and(|second| second == '中')
                && scan.rest(next + 1).chars().nth(2).is_some_and(|third| third == '全')
        }
        "年" => scan.is(next + 1, "代") || scan.rest(next).starts_with("年代"),
        _ => false,
    }
}

/// Whether what lies on a floor stands behind its number: 三层宴会厅, 1层前台, and no 六层小楼.
fn is_room_behind(scan: &Scan, at: usize) -> bool {
    const ROOMS: [&str; 14] = [
        "大堂", "会议", "前台", "咖啡", "停车", "天台", "露台", "中庭", "平台", "连廊", "展区", "洽谈",
        "贵宾", "餐",
    ];
    let rest = scan.rest(at);
    let near = rest.char_indices().nth(6).map_or(rest.len(), |(end, _)| end);
    let words = rest[..near]
        .find(|letter: char| !crate::find::tokens::token::is_cjk(letter))
        .map_or(&rest[..near], |end| &rest[..end]);
    ROOMS.iter().any(|room| words.starts_with(room)) || words.contains(['厅', '室'])
}

/// “a 360-degree view”: all round, and no measure.
pub(in crate::find) fn is_turn(scan: &Scan, at: usize) -> bool {
    scan.is_among(at, words!["180", "270", "360", "720"])
        && scan.is_sign(at + 1, '-')
        && scan.is_among(at + 2, words!["degree", "degrees"])
}

/// “the 1:20 model”, “at a scale of 1:50”, 比例为1:20: two numbers with a colon that are no time of day.
pub(in crate::find) fn is_scale(scan: &Scan, at: usize) -> bool {
    const SCALES: Cues =
        words!["model", "scale", "replica", "ratio", "map", "mock-up", "mockup", "slope", "gradient", "odds"];
    // 1:50的LNG船模
    const SCALED: [&str; 8] = ["船模", "车模", "航模", "模型", "沙盘", "微缩", "缩微", "缩比"];
    let scaled = scan.letters(at).starts_with("1:")
        && scan.is(at + 1, "的")
        && (at + 2..at + 10)
            .take_while(|at| !scan.ends_clause(*at))
            .any(|at| SCALED.iter().any(|thing| scan.rest(at).starts_with(thing)));
    scaled
        || (at + 1..at + 3)
            .any(|at| scan.is_among(at, SCALES) || scan.is_among(at, words!["比例", "模型", "沙盘", "缩比"]))
        || (at.saturating_sub(3)..at).any(|at| {
            scan.is_among(at, words!["scale", "ratio", "odds"]) || scan.rest(at).starts_with("比例")
        })
}

/// The token behind “555 0177”, “Nautil 2.0”, “Kant 101”: a number to dial, a version, a course.
pub(in crate::find) fn named_end(scan: &Scan, at: usize) -> Option<usize> {
    let What::Literal(literal) = scan.what(at) else { return None };
    let plain = |literal: crate::find::tokens::literal::Literal| {
        literal.form == Form::Plain && literal.places == 0 && !literal.grouped
    };
    if let What::Literal(second) = scan.what(at + 1)
        && plain(literal)
        && plain(second)
        && literal.whole == 3
        && second.whole == 4
        && !has_unit(scan, at + 2)
    {
        return Some(at + 2);
    }
    let named = matches!(scan.before(at, 1), What::Word(crate::find::tokens::token::Case::Capital))
        && !scan.glued(at);
    let version = literal.places == 1 && scan.letters(at).ends_with(".0") && !has_unit(scan, at + 1);
    let course = scan.is(at, "101") && !has_unit(scan, at + 1);
    (named && (version || course)).then_some(at + 1)
}

/// The token behind “TQ 305 804”, “GB 123 4567 89”: groups of digits behind capitals are one code.
pub(in crate::find) fn groups_end(scan: &Scan, at: usize) -> Option<usize> {
    let before = at.checked_sub(1)?;
    let letters = scan.letters(before);
    // “Enquiries: 0555 014 2200”
    let dialled =
        scan.letters(at).starts_with('0') && scan.letters(at).len() > 2 && scan.is_sign(before, ':');
    let capitals = dialled
        || letters.len() <= 3 && !letters.is_empty() && letters.bytes().all(|byte| byte.is_ascii_uppercase());
    let group = |at: usize| matches!(scan.what(at), What::Literal(literal) if literal.form == Form::Plain && literal.places == 0);
    if !capitals {
        return None;
    }
    let mut end = at;
    while group(end) {
        end += 1;
    }
    let money = matches!(scan.sense(before), Some(Sense::Money(_)));
    (!money && end > at + 1 && !has_unit(scan, end)).then_some(end)
}

/// “Complaints: 12345”, “110 for police”: the numbers to call in China and elsewhere.
pub(in crate::find) fn is_call(scan: &Scan, at: usize) -> bool {
    let digits = scan.letters(at);
    let hotline = digits.len() == 5
        && digits.bytes().all(|digit| digit.is_ascii_digit())
        && (digits.starts_with("123") || digits.starts_with("121") || digits.starts_with("96"))
        && !scan.is_chinese(at + 1)
        && !has_unit(scan, at + 1);
    let emergency = matches!(digits, "110" | "119" | "120" | "122" | "999" | "911" | "112" | "118")
        && scan.is(at + 1, "for")
        && (at + 2..at + 5).any(|at| {
            scan.is_among(
                at,
                words![
                    "police",
                    "ambulance",
                    "ambulances",
                    "fire",
                    "emergency",
                    "emergencies",
                    "medical",
                    "traffic",
                ],
            )
        });
    let asked = matches!(digits, "110" | "119" | "120" | "122" | "999" | "911" | "112")
        && !has_unit(scan, at + 1)
        && (at.saturating_sub(12)..at)
            .any(|at| scan.is_among(at, words!["emergency", "emergencies", "dial", "call", "ring"]));
    hotline || emergency || asked
}
