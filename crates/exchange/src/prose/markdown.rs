//! Markdown as it reads: without the signs of emphasis, which would stand inside numbers, as in `近**500**亿元`.

use super::places::Steps;

/// The text, and where it stops running along with the source.
pub(super) fn read(source: &str) -> (String, Steps) {
    let mut text = String::with_capacity(source.len());
    let mut steps = Steps::default();
    let mut at = 0;
    while let Some(found) = source[at..].find(['*', '_', '\r']).map(|found| found + at) {
        text.push_str(&source[at..found]);
        let rest = &source[found..];
        let left_out = if rest.starts_with("**") || rest.starts_with("__") {
            2
        } else {
            usize::from(rest.starts_with('\r'))
        };
        if left_out == 0 {
            text.push_str(&rest[..1]);
            at = found + 1;
            continue;
        }
        at = found + left_out;
        steps.step(text.len(), at);
    }
    text.push_str(&source[at..]);
    (text, steps)
}
