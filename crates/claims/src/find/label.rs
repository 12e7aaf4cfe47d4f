//! Numbers of things instead of numbers of how many: Hall 3, 电话12345, “318 Haibin Road”, “Sessions 12, 14 and 31”.

use super::scan::Scan;
use super::sense::Sense;
use super::token::{Numeral, What};

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
    let unit = matches!(
        scan.sense(at + 1),
        Some(
            Sense::Noun(_)
                | Sense::Measure(_)
                | Sense::Power(_)
                | Sense::Percent
                | Sense::Point
                | Sense::Money(_)
                | Sense::Classifier(_)
                | Sense::Times
        )
    ) || matches!(scan.what(at + 1), What::Numeral(Numeral::Power(_)));
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
    is_behind_label(scan, at, if unit { Behind::Unit } else { Behind::Nothing })
}

/// What stands behind a number that may be of a thing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Behind {
    /// Something that is counted or measured.
    Unit,
    /// Nothing of that sort.
    Nothing,
}

/// Goes back over “1, 2 and 3”, “1 to 5”, “1 and 3” to the label.
fn is_behind_label(scan: &Scan, at: usize, behind: Behind) -> bool {
    let unit = behind == Behind::Unit;
    let mut back = at;
    for _ in 0..6 {
        let before = back.wrapping_sub(1);
        let stop = scan.is_sign(before, '.')
            && scan.is_any(before.wrapping_sub(1), &["no", "nos", "ext", "pp", "p", "fig", "figs"]);
        if stop {
            return true;
        }
        match scan.what(before) {
            What::Known(Sense::Label) => {
                let chinese = scan.is_chinese(before);
                let title = !chinese && scan.letters(before).starts_with(char::is_uppercase);
                return !unit || title;
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
            _ if !unit
                && scan.is_any(before, &["and", "to", "or"])
                && matches!(scan.before(before, 1), What::Literal(_) | What::Code) =>
            {
                back = before;
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

/// “Article” before 3: with a capital, in the singular, and not the first word of a table line.
pub(super) fn is_title(scan: &Scan, at: usize) -> bool {
    let word = scan.letters(at);
    word.starts_with(|first: char| first.is_ascii_uppercase()) && !word.ends_with('s') && !word.contains(' ')
}

/// “Sessions 12, 14 and 31”: a capitalised plural before a list of numbers.
pub(super) fn is_titles(scan: &Scan, at: usize) -> bool {
    let capital = scan.letters(at).starts_with(|first: char| first.is_ascii_uppercase());
    let joins = scan.is_sign(at + 2, ',') || scan.is_any(at + 2, &["and", "to", "or"]);
    let listed = joins
        && matches!(scan.what(at + 1), What::Literal(_))
        && matches!(scan.what(at + 3), What::Literal(_));
    capital && listed && !matches!(scan.sense(at + 4), Some(Sense::Noun(_) | Sense::Measure(_)))
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
    (1..4).take_while(|step| capital(at + step)).any(|step| step > 1 && scan.is_any(at + step, &STREETS))
}

/// “1/ Let’s unpack it”: the number of a message or a point, at the beginning of a line.
pub(super) fn is_listed(scan: &Scan, at: usize) -> bool {
    let opens = at == 0 || scan.what(at - 1) == What::Line;
    let sign = matches!(scan.what(at + 1), What::Sign('/' | ')' | '）')) && scan.glued(at + 1);
    opens && sign && !scan.glued(at + 2)
}
