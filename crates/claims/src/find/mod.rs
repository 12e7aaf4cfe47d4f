//! Finding and understanding every figure of a text.
//!
//! Paragraph by paragraph, each cut into tokens once; a figure looks at a bounded number of tokens around it, so the time grows with
//! the text and with nothing else.

mod again_en;
mod ages_en;
mod ahead_en;
mod amount;
mod bare_en;
mod bare_zh;
mod behind;
mod calendar_en;
mod calendar_zh;
mod change;
mod change_en;
mod change_zh;
mod clock;
mod clock_en;
mod clock_zh;
mod code_en;
mod codes;
mod context;
mod cues;
mod cut;
mod cut_en;
mod cut_zh;
mod digits;
mod draft;
mod elliptic_en;
mod finder;
mod front;
mod hedge;
mod hedge_behind;
mod hedge_twice;
mod label;
pub(crate) mod lexicon;
mod lines;
mod list_en;
mod literal;
mod measured;
mod money_en;
mod multiple;
mod nouns;
mod nouns_en;
mod nouns_zh;
mod ordinal;
mod ordinal_zh;
mod plain_days;
mod range;
mod rare;
pub(crate) mod scan;
pub(crate) mod sense;
mod series_en;
mod special;
mod spelled_en;
mod spelled_zh;
mod stages;
pub(crate) mod token;
pub(crate) mod traditional;
mod visits_zh;
mod words;
mod years_en;
mod years_zh;

use crate::claim::Claim;
use finder::Finder;
use lines::Flowing;
use scan::Scan;
use token::Token;

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
    cut::cut(&flowing.text, tokens);
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
