//! Numbers that name a thing instead of counting: Hall 3, No. 9, 电话12345, 318 Haibin Road, points of a list.

use super::literal::{Form, Literal};
use super::scan::Scan;
use super::sense::Sense;
use super::token::What;

/// Whether the number at `at` is that of a thing: Hall 3, No. 9, 电话12345, Windows 7. What has a unit, a scale or grouping is not.
pub(super) fn is_labelled(scan: &Scan, at: usize) -> bool {
    let What::Literal(literal) = scan.what(at) else {
        return matches!(scan.before(at, 1), What::Known(Sense::Label)) && !scan.is_chinese(at) && {
            let unit =
                matches!(scan.sense(at + 1), Some(Sense::Noun(_) | Sense::Measure(_) | Sense::Power(_)));
            !unit
                && at > 0
                && !matches!(
                    scan.letters(at - 1),
                    "ring"
                        | "call"
                        | "plan"
                        | "act"
                        | "type"
                        | "form"
                        | "model"
                        | "item"
                        | "number"
                        | "part"
                        | "issue"
                        | "line"
                        | "lines"
                        | "unit"
                        | "class"
                        | "no"
                        | "step"
                        | "row"
                        | "en"
                        | "q"
                )
        };
    };
    if literal.grouped {
        return false;
    }
    // 图2 到场观众: what a blank parts from the number of a picture is its caption.
    let caption =
        matches!(scan.letters(at.wrapping_sub(1)), "图" | "表" | "附件" | "附表" | "附图" | "专栏" | "案例")
            && scan.is_chinese(at + 1)
            && !scan.glued(at + 1);
    let unit = has_unit(scan, at + 1)
        && !caption
        && !matches!(
            scan.what(at + 1),
            What::Numeral(
                super::token::Numeral::Digit(_) | super::token::Numeral::Half | super::token::Numeral::Vague
            )
        );
    if caption {
        return true;
    }
    // The lists of universities by the numbers of their projects.
    let listed = scan.is_any(at + 1, &["and", "list", "lists", "university", "universities", "project"])
        || matches!(scan.what(at + 1), What::Sign(_))
        || scan.is_chinese(at + 1);
    if listed
        && matches!(scan.letters(at), "985" | "211")
        && !matches!(
            scan.sense(at + 1),
            Some(Sense::Classifier(_) | Sense::Measure(_) | Sense::Money(_) | Sense::Percent)
        )
        && !matches!(scan.what(at + 1), What::Numeral(_))
    {
        return true;
    }
    // Back over “1, 2 and 3”, “1 to 5”, “1 and 3” to the label.
    let mut back = at;
    for _ in 0..6 {
        let before = back.wrapping_sub(1);
        let stop = scan.is_sign(before, '.')
            && (scan.is_any(
                before.wrapping_sub(1),
                &[
                    "no", "nos", "ext", "pp", "p", "fig", "figs", "vol", "vols", "art", "sec", "ch", "para",
                    "cl",
                ],
            ) || scan.glued(before)
                && matches!(scan.sense(before.wrapping_sub(1)), Some(Sense::Label))
                && ends_in_no(scan.letters(before.wrapping_sub(1))));
        if stop {
            return true;
        }
        // GB/T 22239
        if matches!(scan.letters(before), "T" | "Z") && scan.is_sign(before.wrapping_sub(1), '/') && !unit {
            return true;
        }
        match scan.what(before) {
            What::Known(Sense::Label) => {
                let chinese = scan.is_chinese(before);
                return chinese && !unit
                    || !chinese && !(unit && !scan.letters(before).starts_with(char::is_uppercase));
            }
            What::Literal(_) => back = before,
            What::Sign('-') if matches!(scan.before(before, 1), What::Known(Sense::Label)) => return true,
            What::Sign('：') if !unit && scan.is_chinese(before.wrapping_sub(1)) => back = before,
            What::Sign(',' | '、' | '-' | '–' | '+' | '/')
                if !unit && matches!(scan.before(before, 1), What::Literal(_) | What::Code) =>
            {
                back = before;
            }
            What::Sign(':')
                if !unit
                    && scan
                        .is_any(before.wrapping_sub(1), &["tel", "fax", "phone", "telephone", "hotline"]) =>
            {
                return true;
            }
            // “Day 3”, “on day 2”
            What::Known(Sense::Measure(_))
                if !unit
                    && literal.whole <= 2
                    && scan.is_any(before, &["day", "week", "month", "year"])
                    && !matches!(scan.before(before, 1), What::Literal(_) | What::Known(Sense::Small(_))) =>
            {
                return true;
            }
            _ if !unit
                && scan.is_any(before, &["and", "to", "or", "of"])
                && matches!(scan.before(before, 1), What::Literal(_) | What::Code) =>
            {
                back = before
            }
            What::Sign('+') if !unit && matches!(scan.before(before, 1), What::Known(Sense::Label)) => {
                return true;
            }
            What::Code if !unit && back < at => return true,
            // “Article 3”, “Project 985”, “Session 4”: a capitalised thing in the singular.
            What::Known(Sense::Noun(_)) if !unit && (is_title(scan, before) || is_titles(scan, before)) => {
                return true;
            }
            _ => return false,
        }
    }
    false
}

/// “318 Haibin Road”, “1 Expo Avenue”: the number of a house.
pub(super) fn is_address(scan: &Scan, at: usize) -> bool {
    const STREETS: [&str; 12] = [
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
    (1..4).take_while(|step| capital(at + step)).any(|step| step > 1 && scan.is_any(at + step, &STREETS))
}

/// “1/ Let’s unpack it”, “5. WiFi”: the number of a message or a point, at the beginning of a line.
pub(super) fn is_listed(scan: &Scan, at: usize) -> bool {
    let opens = at == 0 || scan.what(at - 1) == What::Line;
    let sign =
        matches!(scan.what(at + 1), What::Sign('/' | ')' | '）' | '.' | '、' | '．')) && scan.glued(at + 1);
    opens && sign && (!scan.glued(at + 2) || scan.is_sign(at + 1, '、'))
}

/// The token behind two numbers that are one code: the falling 15-2 of a house, “won 3–2”.
pub(super) fn pair_end(scan: &Scan, at: usize) -> Option<usize> {
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
    let small = first.whole == 1 && second.whole <= 2 && !has_unit(scan, at + 3);
    let played = (at.saturating_sub(8)..at).any(|at| scan.is_any(at, &PLAYED))
        || scan.is_any(at + 3, &["win", "victory", "defeat", "draw", "loss", "lead", "scoreline", "in"]);
    let named = scan.rest(at + 3).starts_with("便利店");
    (falls || small && played || named || scan.is_sign(at + 1, '∶')).then_some(at + 3)
}

/// What sides do to each other.
const PLAYED: [&str; 16] = [
    "won", "win", "wins", "beat", "beats", "lost", "lose", "loses", "drew", "draw", "defeated", "score",
    "tied", "finished", "ended", "thrashed",
];

fn has_unit(scan: &Scan, at: usize) -> bool {
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
pub(super) fn is_placed(scan: &Scan, at: usize, next: usize) -> bool {
    let before = at.wrapping_sub(1);
    let front = scan.letters(before);
    let behind = scan.letters(next + 1);
    let code = matches!(scan.what(next + 1), What::Code | What::Literal(_));
    let decimal = matches!(scan.what(at), What::Literal(literal) if literal.places > 0);
    match scan.letters(next) {
        "层" | "楼" => {
            code || matches!(front, "位于" | "到" | "在" | "至" | "楼" | "座" | "栋" | "馆" | "厅")
                || behind.starts_with(['厅', '室'])
                || scan.rest(next + 1).starts_with("大厅")
        }
        "排" | "座" | "号" => {
            let seat = code && scan.letters(next + 2) == "座";
            seat || front == "排" && scan.glued(at) && matches!(scan.before(before, 1), What::Literal(_))
        }
        "路" => {
            let lines = (at.saturating_sub(8)..at).any(|at| matches!(scan.letters(at), "路" | "公交" | "乘"));
            matches!(front, "夜" | "游" | "快" | "微" | "专") && lines || front == "公交"
        }
        "条" => scan.is_sign(next + 1, '”') || scan.is_sign(next + 1, '》') || behind == "政策",
        "类" => {
            decimal
                || ["新药", "医疗器械", "创新药", "证"]
                    .iter()
                    .any(|thing| scan.rest(next + 1).starts_with(thing))
        }
        "版" => decimal,
        // 后4位, 验证码6位
        "位" => matches!(front, "后" | "末" | "码" | "号"),
        "届" => {
            scan.rest(next + 1).chars().nth(1).is_some_and(|second| second == '中')
                && scan.rest(next + 1).chars().nth(2).is_some_and(|third| third == '全')
        }
        "年" => scan.letters(next + 1) == "代" || scan.rest(next).starts_with("年代"),
        _ => false,
    }
}

/// “Article” before 3: with a capital, in the singular, and not the first word of a table line.
fn is_title(scan: &Scan, at: usize) -> bool {
    let word = scan.letters(at);
    word.starts_with(|first: char| first.is_ascii_uppercase()) && !word.ends_with('s') && !word.contains(' ')
}

/// “Sessions 12, 14 and 31”, “platforms 9 and 10”, “seats 12–20”: a plural before a list of numbers that counts nothing else.
fn is_titles(scan: &Scan, at: usize) -> bool {
    let joins =
        matches!(scan.what(at + 2), What::Sign(',' | '-' | '–')) || scan.is_any(at + 2, &["and", "to", "or"]);
    let (What::Literal(first), What::Literal(second)) = (scan.what(at + 1), scan.what(at + 3)) else {
        return false;
    };
    let small = |literal: Literal| {
        literal.form == Form::Plain && literal.places == 0 && literal.whole <= 3 && !literal.grouped
    };
    let counts = matches!(
        scan.sense(at + 4),
        Some(Sense::Noun(_) | Sense::Measure(_) | Sense::Percent | Sense::Power(_))
    );
    let capital = scan.letters(at).starts_with(|first: char| first.is_ascii_uppercase());
    let alone = !matches!(scan.before(at, 1), What::Literal(_))
        && scan.letters(at).ends_with('s')
        && !scan.is_sign(at + 2, ',');
    joins && !counts && small(first) && small(second) && first.value < second.value && (capital || alone)
}

/// “the 1:20 model”, “at a scale of 1:50”, 比例为1:20: two numbers with a colon that are no time of day.
pub(super) fn is_scale(scan: &Scan, at: usize) -> bool {
    const SCALES: [&str; 10] =
        ["model", "scale", "replica", "ratio", "map", "mock-up", "mockup", "slope", "gradient", "odds"];
    (at + 1..at + 3)
        .any(|at| scan.is_any(at, &SCALES) || matches!(scan.letters(at), "比例" | "模型" | "沙盘" | "缩比"))
        || (at.saturating_sub(3)..at)
            .any(|at| scan.is_any(at, &["scale", "ratio", "odds"]) || scan.rest(at).starts_with("比例"))
}

/// The token behind “TQ 305 804”, “GB 123 4567 89”: groups of digits behind capitals are one code.
pub(super) fn groups_end(scan: &Scan, at: usize) -> Option<usize> {
    let before = at.checked_sub(1)?;
    let letters = scan.letters(before);
    let capitals =
        letters.len() <= 3 && !letters.is_empty() && letters.bytes().all(|byte| byte.is_ascii_uppercase());
    let group = |at: usize| matches!(scan.what(at), What::Literal(literal) if literal.form == Form::Plain && literal.places == 0);
    let mut end = at;
    while group(end) {
        end += 1;
    }
    let money = matches!(scan.sense(before), Some(Sense::Money(_)));
    (capitals && !money && end > at + 1 && !has_unit(scan, end)).then_some(end)
}

/// “Order No.”
fn ends_in_no(label: &str) -> bool {
    label.len() > 2 && label.get(label.len() - 3..).is_some_and(|end| end.eq_ignore_ascii_case(" no"))
}

/// “Complaints: 12345”, “110 for police”: the numbers to call in China and elsewhere.
pub(super) fn is_call(scan: &Scan, at: usize) -> bool {
    let digits = scan.letters(at);
    let hotline = digits.len() == 5
        && (digits.starts_with("123") || digits.starts_with("121") || digits.starts_with("96"))
        && !scan.is_chinese(at + 1)
        && !has_unit(scan, at + 1);
    let emergency = matches!(digits, "110" | "119" | "120" | "122" | "999" | "911" | "112" | "118")
        && scan.is(at + 1, "for")
        && (at + 2..at + 5).any(|at| {
            scan.is_any(
                at,
                &[
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
    hotline || emergency
}
