//! Finding and understanding every figure of a text.
//!
//! Paragraph by paragraph, each cut into tokens once; a figure looks at a bounded number of tokens around it, so the time grows with
//! the text and with nothing else.

pub(crate) mod amounts;
pub(crate) mod changes;
mod context;
pub(crate) mod counted;
pub(crate) mod days;
mod digits;
mod draft;
mod finder;
pub(crate) mod labels;
mod stages;
pub(crate) mod tokens;

use crate::claim::Claim;
use finder::Finder;
use tokens::lines::Flowing;
use tokens::scan::Scan;
use tokens::token::Token;

/// A paragraph longer than this is cut, at a line or a sentence where there is one.
const LONGEST: usize = 1 << 16;

/// Every figure of a text, in order. Money without a currency is in yuan.
#[must_use]
pub fn find(text: &str) -> Vec<Claim> {
    let mut claims: Vec<Claim> = Vec::new();
    let mut tokens = Vec::new();
    for (start, paragraph) in paragraphs(text) {
        read(paragraph, &mut tokens, |_, flowing, found| {
            let first = claims.len();
            claims.extend(found);
            for Claim { place, .. } in &mut claims[first..] {
                let flowed = flowing.place(place);
                *place = flowed.start + start..flowed.end + start;
            }
        });
    }
    claims
}

/// Cuts and reads one paragraph, and hands on what was found with the tokens it was found in.
///
/// Tokens and claims have their places in the paragraph as it flows, which knows where they stand in it as it is.
pub(crate) fn read(paragraph: &str, tokens: &mut Vec<Token>, with: impl FnOnce(&Scan, &Flowing, Vec<Claim>)) {
    let flowing = Flowing::of(paragraph);
    tokens::cut::cut(&flowing.text, tokens);
    let scan = Scan { text: &flowing.text, tokens };
    let found = Finder::new(scan).run();
    with(&scan, &flowing, found);
}

/// Where the first two line ends stand that follow each other.
fn blank_line(text: &str) -> Option<usize> {
    text.match_indices('\n').map(|(at, _)| at).find(|at| text.as_bytes().get(at + 1) == Some(&b'\n'))
}

/// The paragraphs of a text, each with where it begins: parted by blank lines, and cut where they are too long.
pub(crate) fn paragraphs(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        if at >= text.len() {
            return None;
        }
        let start = at;
        let mut limit = (start + LONGEST).min(text.len());
        while !text.is_char_boundary(limit) {
            limit -= 1;
        }
        let window = &text[start..limit];
        let cut = blank_line(window).map(|at| at + 2).or_else(|| {
            let whole = limit == text.len();
            let sentence = || window.rfind(['\n', '。']).or_else(|| window.rfind(' ')).map(|at| start + at);
            let end = if whole { Some(limit) } else { sentence() };
            end.map(|end| {
                end - start + text[end..].chars().next().filter(|_| !whole).map_or(0, char::len_utf8)
            })
        });
        at = start + cut.unwrap_or(window.len()).max(1);
        Some((start, &text[start..at]))
    })
}
