//! Folding: the form in which two spellings of one name meet.
//!
//! For comparing and searching only; what people wrote is kept and shown as they wrote it.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

/// Compatibility-normalised, lower case, without white space, middle dots or brackets' width differences.
///
/// `ＡＤＡ  Holm` and `ada holm` meet, `阿卜杜·热西提` and `阿卜杜•热西提` meet.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text
            .chars()
            .filter(|c| !c.is_ascii_whitespace() && !c.is_ascii_control())
            .map(|c| c.to_ascii_lowercase())
            .collect();
    }
    // Almost every text is normal already, and seeing that costs a fraction of normalising it.
    if is_nfkc_quick(text.chars()) == IsNormalized::Yes {
        meeting_form(text.chars())
    } else {
        meeting_form(text.nfkc())
    }
}

fn meeting_form(normal: impl Iterator<Item = char>) -> String {
    normal
        .filter(|c| !c.is_whitespace() && !c.is_control() && !is_middle_dot(*c) && !is_invisible(*c))
        .flat_map(char::to_lowercase)
        .collect()
}

/// Whether the letters of a wording are Chinese in any weight: one Chinese character in five letters suffices,
/// because Chinese titles carry Latin names (`5G+工业互联网`), hardly ever the other way round.
#[must_use]
pub fn is_mostly_chinese(text: &str) -> bool {
    let (mut chinese, mut letters) = (0_usize, 0_usize);
    for c in text.chars() {
        if is_chinese(c) {
            chinese += 1;
            letters += 1;
        } else if c.is_alphabetic() {
            letters += 1;
        }
    }
    chinese > 0 && chinese * 5 >= letters
}

fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

fn is_middle_dot(c: char) -> bool {
    matches!(c, '·' | '•' | '・' | '‧' | '∙' | '⋅')
}

/// Zero-width characters travel in with copied spreadsheets and make equal names differ.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}
