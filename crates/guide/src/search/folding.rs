//! What is left of a text when it is searched: Chinese characters in their simplified form, and words of small letters.
//!
//! `５G＋工業互聯網` and `5g+工业互联网` meet here. Only comparing uses this form; what people wrote is shown as they wrote it.
//! Each sign says where it stood, so that what matched can be marked in the text as it is.
//! Which simplified character a traditional one is, the build takes from a dictionary (`build.rs`).

use std::sync::LazyLock;

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// One sign of a folded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// A character that is searched by itself: Chinese, kana, a Korean syllable.
    Character(u16),
    /// A small letter or digit, part of a word.
    Letter(char),
    /// Whatever ends a word.
    Space,
    /// What ends a sentence: no run of characters goes on over it.
    Stop,
}

/// The block of Chinese characters that nearly all texts are written in, with its first extension.
const FIRST: u32 = 0x3400;
const LAST: u32 = 0x9fff;

/// Traditional characters beside their simplified forms, as the build found them in a dictionary.
const PAIRS: &[(u16, u16)] = &include!(concat!(env!("OUT_DIR"), "/simplified.rs"));

/// The simplified form of each character of the block, by its place in it.
static SIMPLIFIED: LazyLock<Vec<u16>> = LazyLock::new(|| {
    let mut table: Vec<u16> = (FIRST..=LAST).filter_map(|code| u16::try_from(code).ok()).collect();
    for &(traditional, simplified) in PAIRS {
        let place = usize::try_from(u32::from(traditional) - FIRST).unwrap_or_default();
        table[place] = simplified;
    }
    table
});

/// Calls `take` with each sign of a text and the byte at which its character stands.
pub(super) fn each_sign(text: &str, mut take: impl FnMut(Sign, usize)) {
    for (at, c) in text.char_indices() {
        if let Some(sign) = simple(c) {
            take(sign, at);
        } else {
            compound(c, |sign| take(sign, at));
        }
    }
}

/// The sign of a character that is one already; nothing for what has to be taken apart.
fn simple(c: char) -> Option<Sign> {
    match c {
        'a'..='z' | '0'..='9' => Some(Sign::Letter(c)),
        'A'..='Z' => Some(Sign::Letter(c.to_ascii_lowercase())),
        '\u{3400}'..='\u{9fff}' => {
            let place = usize::try_from(u32::from(c) - FIRST).unwrap_or_default();
            Some(Sign::Character(SIMPLIFIED[place]))
        }
        // Kana and Korean syllables stand without spaces between words too.
        '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' | '\u{ac00}'..='\u{d7a3}' => narrow(c),
        // What lies beyond sixteen bits shares the private area: the few that meet there are a false find, never a miss.
        '\u{20000}'..='\u{3ffff}' => char::from_u32(0xe000 + u32::from(c) % 0x1900).and_then(narrow),
        '。' | '！' | '？' | '；' | '…' | '!' | '?' | ';' | '\n' => Some(Sign::Stop),
        ' '..='~' if c != '\'' => Some(Sign::Space),
        '，' | '、' | '：' | '—' | '“' | '”' | '「' | '」' => Some(Sign::Space),
        _ => None,
    }
}

fn narrow(c: char) -> Option<Sign> {
    u16::try_from(u32::from(c)).ok().map(Sign::Character)
}

/// Takes a character apart: full-width and accented forms become plain ones, marks and invisible characters nothing.
fn compound(c: char, mut take: impl FnMut(Sign)) {
    match c {
        '\t' | '\r' => return take(Sign::Space),
        // 阿达·霍尔姆, O’Neill: one name each.
        '\''
        | '’'
        | '‘'
        | '·'
        | '•'
        | '・'
        | '‧'
        | '∙'
        | '⋅'
        | '\u{200b}'..='\u{200f}'
        | '\u{2060}'
        | '\u{feff}'
        | '\u{ad}' => return,
        _ if c.is_control() => return,
        _ => {}
    }
    decompose_compatible(c, |piece| {
        if let Some(sign) = simple(piece) {
            return take(sign);
        }
        if is_combining_mark(piece) {
            return;
        }
        match piece {
            'Ø' | 'ø' => take(Sign::Letter('o')),
            'Ł' | 'ł' => take(Sign::Letter('l')),
            'Đ' | 'đ' | 'Ð' | 'ð' => take(Sign::Letter('d')),
            'ı' => take(Sign::Letter('i')),
            'ß' => "ss".chars().for_each(|letter| take(Sign::Letter(letter))),
            'Æ' | 'æ' => "ae".chars().for_each(|letter| take(Sign::Letter(letter))),
            'Œ' | 'œ' => "oe".chars().for_each(|letter| take(Sign::Letter(letter))),
            _ if piece.is_alphanumeric() => piece.to_lowercase().for_each(|small| take(Sign::Letter(small))),
            _ => take(Sign::Space),
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        let mut folded = String::new();
        each_sign(text, |sign, _| match sign {
            Sign::Character(code) => folded.extend(char::from_u32(u32::from(code))),
            Sign::Letter(letter) => folded.push(letter),
            Sign::Space => folded.push(' '),
            Sign::Stop => folded.push('。'),
        });
        folded
    }

    #[test]
    fn widths_weights_accents_and_both_forms_of_chinese_meet() {
        assert_eq!(folded("５Ｇ＋工業互聯網"), folded("5g+工业互联网"));
        assert_eq!(folded("臺灣發展"), "台湾发展");
        assert_eq!(folded("Øresund Café ﬁn"), "oresund cafe fin");
        assert_eq!(folded("阿卜杜·热西提"), folded("阿卜杜•热西提"));
        assert_eq!(folded("江\u{200b}宁\u{0}区"), "江宁区");
    }

    #[test]
    fn a_sign_knows_the_byte_at_which_its_character_stands() {
        let mut places = Vec::new();
        each_sign("a江ﬁ", |_, at| places.push(at));
        assert_eq!(places, [0, 1, 4, 4]);
    }
}
