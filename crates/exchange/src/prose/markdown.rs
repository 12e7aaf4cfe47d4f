//! Markdown as it reads: without the signs of emphasis, which would stand inside numbers, as in `近**500**亿元`, and without what is struck out.

use super::places::Steps;

/// How far on, in bytes, struck-out words may end: a paragraph.
const LONGEST_STRUCK: usize = 2000;

/// The text, and where it stops running along with the source.
pub(super) fn read(source: &str) -> (String, Steps) {
    let mut text = String::with_capacity(source.len());
    let mut steps = Steps::default();
    let mut at = 0;
    while let Some(found) = source[at..].find(['*', '_', '~', '\r']).map(|found| found + at) {
        text.push_str(&source[at..found]);
        let rest = &source[found..];
        let left_out = if rest.starts_with("**") || rest.starts_with("__") {
            2
        } else if rest.starts_with("~~") {
            struck(rest)
        } else {
            usize::from(rest.starts_with('\r'))
        };
        if left_out == 0 {
            let sign = if rest.starts_with("~~") { 2 } else { 1 };
            text.push_str(&rest[..sign]);
            at = found + sign;
            continue;
        }
        at = found + left_out;
        steps.step(text.len(), at);
    }
    text.push_str(&source[at..]);
    (text, steps)
}

/// How long struck-out words are with their signs; nothing where they do not end in their paragraph.
fn struck(rest: &str) -> usize {
    let end = rest.floor_char_boundary(LONGEST_STRUCK);
    let paragraph = rest[2..end.max(2)].split("\n\n").next().unwrap_or_default();
    let whole = paragraph.find("~~").filter(|length| *length > 0 && !rest[2..].starts_with('~'));
    whole.map_or(0, |length| length + 4)
}
