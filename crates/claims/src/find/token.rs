//! What a paragraph is cut into: numerals, known words, unknown words, signs.

pub(crate) use super::cut::cut;
use super::literal::Literal;
use super::sense::Sense;

/// A stretch of a paragraph.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token {
    /// Where it begins, in bytes of the paragraph.
    pub(crate) start: usize,
    /// Where it ends.
    pub(crate) end: usize,
    /// What it is.
    pub(crate) what: What,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum What {
    /// Digits, with a point and grouping if they have them.
    Literal(Literal),
    /// A Chinese numeral character.
    Numeral(Numeral),
    /// 第 before a number.
    Nth,
    /// A word of the dictionaries.
    Known(Sense),
    /// Another word in Latin letters.
    Word(Case),
    /// Another Chinese character or any other letter.
    Other,
    /// 5G, B12, www.example.org: letters and digits mixed, which are no figure.
    Code,
    /// Punctuation or any other sign.
    Sign(char),
    /// The end of a line.
    Line,
}

/// How a word begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    /// With a capital.
    Capital,
    /// Without.
    Small,
}

/// What a Chinese numeral character stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Numeral {
    /// 〇 to 九, and 两
    Digit(u8),
    /// 十 百 千 万 亿: the exponent
    Power(u8),
    /// 几, 数: no figure
    Vague,
    /// 半
    Half,
}

pub(crate) fn numeral(letter: char) -> Option<Numeral> {
    Some(match letter {
        '〇' | '零' => Numeral::Digit(0),
        '一' | '壹' => Numeral::Digit(1),
        '二' | '两' | '贰' | '兩' => Numeral::Digit(2),
        '三' | '叁' => Numeral::Digit(3),
        '四' | '肆' => Numeral::Digit(4),
        '五' | '伍' => Numeral::Digit(5),
        '六' | '陆' => Numeral::Digit(6),
        '七' | '柒' => Numeral::Digit(7),
        '八' | '捌' => Numeral::Digit(8),
        '九' | '玖' => Numeral::Digit(9),
        '十' | '拾' => Numeral::Power(1),
        '百' | '佰' => Numeral::Power(2),
        '千' | '仟' => Numeral::Power(3),
        '万' | '萬' => Numeral::Power(4),
        '亿' | '億' => Numeral::Power(8),
        '几' | '数' => Numeral::Vague,
        '半' => Numeral::Half,
        _ => return None,
    })
}

pub(crate) fn is_cjk(letter: char) -> bool {
    matches!(letter, '\u{4E00}'..='\u{9FFF}' | '\u{3007}' | '\u{3400}'..='\u{4DBF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}
