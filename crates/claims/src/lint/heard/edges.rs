//! What a number touches: the text before it and behind it, without the blanks between.

use crate::claim::Claim;
use crate::lint::matching::Matcher;

impl<'a> Matcher<'a> {
    /// The text before a claim.
    pub(in crate::lint) fn lead(&self, claim: &Claim) -> &'a str {
        without_blanks_behind(&self.scan.text[..claim.place.start])
    }

    /// The text between a place and a claim behind it; none where the place is not before the claim.
    pub(in crate::lint) fn lead_from(&self, start: usize, claim: &Claim) -> &'a str {
        without_blanks_behind(self.scan.text.get(start..claim.place.start).unwrap_or_default())
    }

    /// The text behind a claim.
    pub(in crate::lint) fn tail(&self, claim: &Claim) -> &'a str {
        let text = &self.scan.text[claim.place.end..];
        match text.as_bytes() {
            [b' ', rest @ ..] if rest.first().is_some_and(u8::is_ascii_graphic) => &text[1..],
            [first, ..] if is_no_blank(*first) => text,
            _ => text.trim_start(),
        }
    }
}

/// A text without the blanks at its end, which are nearly always one or none.
#[inline]
pub(in crate::lint) fn without_blanks_behind(text: &str) -> &str {
    match text.as_bytes() {
        [.., before, b' '] if before.is_ascii_graphic() => &text[..text.len() - 1],
        [.., last] if last.is_ascii_graphic() => text,
        [.., first, _, _] if is_no_blank(*first) && !first.is_ascii() => text,
        _ => text.trim_end(),
    }
}

/// Whether no blank begins with a byte: Chinese characters and signs, all that is as wide, and all of ASCII that can be seen.
fn is_no_blank(first: u8) -> bool {
    first.is_ascii_graphic() || (0xE4..=0xEF).contains(&first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_blanks_are_taken_off_and_nothing_else() {
        for text in [
            "",
            " ",
            "a",
            "a ",
            "a  ",
            "签约",
            "签约 ",
            "签约\u{3000}",
            "计：",
            "a\u{a0}",
            "\u{2003}",
            "é ",
            "é\n",
            "\u{3000}",
        ] {
            assert_eq!(without_blanks_behind(text), text.trim_end(), "{text:?}");
        }
    }
}
