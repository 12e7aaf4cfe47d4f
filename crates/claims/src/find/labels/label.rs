//! Numbers that name a thing instead of counting: Hall 3, No. 9, 电话12345, sessions 12, 14 and 31, 图2.

use super::codes::has_unit;
use crate::find::tokens::cues::{Cues, words};
use crate::find::tokens::literal::{Form, Literal};
use crate::find::tokens::scan::Scan;
use crate::find::tokens::sense::Sense;
use crate::find::tokens::token::{Numeral, What};

/// Whether the number at `at` is that of a thing: Hall 3, No. 9, 电话12345, Windows 7. What has a unit, a scale or grouping is not.
pub(in crate::find) fn is_labelled(scan: &Scan, at: usize) -> bool {
    let What::Literal(literal) = scan.what(at) else {
        return is_labelled_word(scan, at);
    };
    if literal.grouped {
        return false;
    }
    if is_caption(scan, at) {
        return true;
    }
    if is_gapped(scan, at) {
        return false;
    }
    if is_row_of_numbered(scan, at) {
        return true;
    }
    let unit = has_unit(scan, at + 1)
        && !matches!(scan.what(at + 1), What::Numeral(Numeral::Digit(_) | Numeral::Half | Numeral::Vague));
    if is_university_list(scan, at) {
        return true;
    }
    // Back over “1, 2 and 3”, “1 to 5”, “1 and 3” to the label.
    let mut back = at;
    for _ in 0..6 {
        let before = back.wrapping_sub(1);
        if is_abbreviated(scan, before) {
            return true;
        }
        // GB/T 22239
        if matches!(scan.letters(before), "T" | "Z") && scan.is_sign(before.wrapping_sub(1), '/') && !unit {
            return true;
        }
        match scan.what(before) {
            // “Exhibitors number 205”: a verb.
            What::Known(Sense::Label)
                if scan.is(before, "number")
                    && (is_plural(scan, before.wrapping_sub(1))
                        || scan.is_among(
                            before.wrapping_sub(1),
                            words!["now", "already", "still", "currently"],
                        )) =>
            {
                return false;
            }
            // “new materials have 28 and the digital industry 19”: no Industry 4.0.
            What::Known(Sense::Label)
                if scan.is(before, "industry")
                    && literal.places == 0
                    && scan.letters(before).starts_with('i') =>
            {
                return false;
            }
            What::Known(Sense::Label) => {
                let chinese = scan.is_chinese(before);
                let capital = !chinese && scan.letters(before).starts_with(char::is_uppercase);
                return !unit || capital;
            }
            What::Literal(_) => back = before,
            What::Sign('-') if matches!(scan.before(before, 1), What::Known(Sense::Label)) => return true,
            What::Sign('：') if !unit && scan.is_chinese(before.wrapping_sub(1)) => back = before,
            What::Sign(',' | '、' | '-' | '–' | '+' | '/')
                if !unit
                    && !scan.is(at + 1, "of")
                    && matches!(scan.before(before, 1), What::Literal(_) | What::Code) =>
            {
                back = before;
            }
            What::Sign(':')
                if !unit
                    && scan.is_among(
                        before.wrapping_sub(1),
                        words!["tel", "fax", "phone", "telephone", "hotline"],
                    ) =>
            {
                return true;
            }
            // “Day 3”, “on day 2”
            What::Known(Sense::Measure(_))
                if !unit
                    && literal.whole <= 2
                    && scan.is_among(before, words!["day", "week", "month", "year"])
                    // “at the close of the week 57 had landed”
                    && !scan.is(before.wrapping_sub(1), "the")
                    && !matches!(scan.before(before, 1), What::Literal(_) | What::Known(Sense::Small(_))) =>
            {
                return true;
            }
            _ if !unit
                && scan.is_among(before, words!["and", "to", "or", "of"])
                && matches!(scan.before(before, 1), What::Literal(_) | What::Code) =>
            {
                back = before;
            }
            What::Sign('+') if !unit && matches!(scan.before(before, 1), What::Known(Sense::Label)) => {
                return true;
            }
            What::Code if !unit && back < at => return of_one_length(scan.letters(before), literal),
            // “Article 3”, “Project 985”, “Session 4”: a capitalised thing in the singular.
            What::Known(Sense::Noun(_) | Sense::Moves(_))
                if !unit && (is_title(scan, before) || is_titles(scan, before)) =>
            {
                return true;
            }
            _ => return false,
        }
    }
    false
}

/// 1至4号馆: whether a number and the one behind it are those of things in a row.
fn is_row_of_numbered(scan: &Scan, at: usize) -> bool {
    const THINGS: [&str; 10] = ["馆", "楼", "门", "厅", "展厅", "展馆", "展区", "会场", "停车场", "泊位"];
    let joins = scan.is_among(at + 1, words!["至", "到", "—", "-", "～", "~"]);
    let numbered = || matches!(scan.what(at + 2), What::Literal(_)) && scan.is(at + 3, "号");
    joins && numbered() && THINGS.iter().any(|thing| scan.rest(at + 4).starts_with(thing))
}

/// “Yinlu hosts 19, Shuimo 17, Hekou New Area 16 and …”: a place in a list of places with their numbers.
fn is_gapped(scan: &Scan, at: usize) -> bool {
    let upper = |at: usize| scan.letters(at).starts_with(|first: char| first.is_ascii_uppercase());
    let name = (1..5).take_while(|back| *back < at && upper(at - back)).count();
    let Some(joint) = at.checked_sub(name + 1).filter(|_| name > 0) else { return false };
    let joint_and =
        if scan.is(joint, "and") && scan.is_sign(joint.wrapping_sub(1), ',') { joint - 1 } else { joint };
    let joined = scan.is(joint, "and") || scan.is_sign(joint, ',');
    let place = scan.is_among(
        at - 1,
        words!["area", "zone", "park", "district", "county", "town", "island", "quarter", "port"],
    );
    place
        && name > 1
        && joined
        && matches!(scan.before(joint_and, 1), What::Literal(literal) if literal.whole <= 3)
}

/// Whether the word at a token may be what a verb is said of in the plural.
fn is_plural(scan: &Scan, at: usize) -> bool {
    matches!(scan.sense(at), Some(Sense::Noun(_) | Sense::Stage(_))) && !scan.is(at, "the")
        || matches!(scan.what(at), What::Word(_)) && scan.letters(at).ends_with('s')
}

/// P4 and P7, but not P4 and 640: whether a number may be the next of a code.
fn of_one_length(code: &str, literal: Literal) -> bool {
    let digits = code.bytes().rev().take_while(u8::is_ascii_digit).count();
    usize::from(literal.whole) <= digits + 1
}

/// “Article” before 3: with a capital, in the singular, and not the first word of a table line.
fn is_title(scan: &Scan, at: usize) -> bool {
    let word = scan.letters(at);
    word.starts_with(|first: char| first.is_ascii_uppercase()) && !word.ends_with('s') && !word.contains(' ')
}

/// “Sessions 12, 14 and 31”, “platforms 9 and 10”, “seats 12–20”: a plural before a list of numbers that counts nothing else.
fn is_titles(scan: &Scan, at: usize) -> bool {
    let joins = matches!(scan.what(at + 2), What::Sign(',' | '-' | '–'))
        || scan.is_among(at + 2, words!["and", "to", "or"]);
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

/// Whether a number in words stands behind a label: “Platform nine”, but “plan three” is a plan and a number.
fn is_labelled_word(scan: &Scan, at: usize) -> bool {
    const VERBS: [&str; 20] = [
        "ring", "call", "plan", "act", "type", "form", "model", "item", "number", "part", "issue", "line",
        "lines", "unit", "class", "no", "step", "row", "en", "q",
    ];
    let upper = |at: usize| scan.letters(at).starts_with(|first: char| first.is_ascii_uppercase());
    // “Café Nine”: a capital in the middle of a sentence.
    let named = matches!(scan.before(at, 1), What::Word(crate::find::tokens::token::Case::Capital))
        && upper(at)
        && !scan.letters(at - 1).bytes().skip(1).all(|byte| byte.is_ascii_uppercase());
    // “In the table on the Innovation Week two columns were mixed up”: the end of a name, and what is counted.
    let in_name = at > 0
        && upper(at - 1)
        && !upper(at)
        && matches!(scan.before(at, 2), What::Word(crate::find::tokens::token::Case::Capital));
    // “on day two”
    let day = !in_name
        && scan.is_among(
            at.wrapping_sub(1),
            words!["day", "week", "phase", "round", "part", "chapter", "stage", "act"],
        )
        && !matches!(scan.before(at, 2), What::Literal(_) | What::Known(Sense::Small(_) | Sense::Tens(_)))
        && !scan.is_among(at.wrapping_sub(2), words!["a", "per", "each", "every", "one", "the"]);
    if (named || day) && !matches!(scan.sense(at + 1), Some(Sense::Power(_))) && !scan.is_chinese(at) {
        return true;
    }
    let label = matches!(scan.before(at, 1), What::Known(Sense::Label)) && !scan.is_chinese(at);
    let unit = matches!(
        scan.sense(at + 1),
        Some(
            Sense::Noun(_)
                | Sense::Measure(_)
                | Sense::Power(_)
                | Sense::Money(_)
                | Sense::Percent
                | Sense::Point
        )
    );
    // “intends to license four more”: behind “to”, a verb.
    let infinitive =
        scan.is_among(
            at.wrapping_sub(2),
            words!["to", "will", "would", "can", "could", "may", "must", "should", "not", "they", "we"],
        ) && scan.letters(at.wrapping_sub(1)).starts_with(|first: char| first.is_ascii_lowercase());
    label && !unit && !infinitive && !VERBS.contains(&scan.letters(at - 1))
}

/// 图2 到场观众: what a blank parts from the number of a picture is its caption.
fn is_caption(scan: &Scan, at: usize) -> bool {
    let labels = words!["图", "表", "附件", "附表", "附图", "专栏", "案例"];
    scan.is_among(at.wrapping_sub(1), labels) && scan.is_chinese(at + 1) && !scan.glued(at + 1)
}

/// The lists of universities by the numbers of their projects: 985, 211.
fn is_university_list(scan: &Scan, at: usize) -> bool {
    if !scan.is_among(at, words!["985", "211"]) {
        return false;
    }
    let listed = scan
        .is_among(at + 1, words!["and", "list", "lists", "university", "universities", "project"])
        || matches!(scan.what(at + 1), What::Sign(_))
        || scan.is_chinese(at + 1);
    let counted = matches!(
        scan.sense(at + 1),
        Some(Sense::Classifier(_) | Sense::Measure(_) | Sense::Money(_) | Sense::Percent)
    ) || matches!(scan.what(at + 1), What::Numeral(_));
    listed && !counted
}

/// Whether a full stop ends a short label: No., fig., Order No.
fn is_abbreviated(scan: &Scan, stop: usize) -> bool {
    const SHORT: Cues =
        words!["no", "nos", "ext", "pp", "p", "fig", "figs", "vol", "vols", "art", "sec", "ch", "para", "cl"];
    if !scan.is_sign(stop, '.') {
        return false;
    }
    let label = stop.wrapping_sub(1);
    let order = scan.glued(stop)
        && matches!(scan.sense(label), Some(Sense::Label))
        && ends_in_no(scan.letters(label));
    scan.is_among(label, SHORT) || order
}

/// “Order No.”
fn ends_in_no(label: &str) -> bool {
    label.len() > 2 && label.get(label.len() - 3..).is_some_and(|end| end.eq_ignore_ascii_case(" no"))
}
