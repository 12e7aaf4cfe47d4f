//! What a paragraph is cut into: numerals, known words, unknown words, signs.

pub(crate) use super::cut::cut;
use super::lexicon::heads::opening;
use super::literal::Literal;
use super::sense::Sense;

/// A stretch of a paragraph.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token {
    /// Where it begins, in bytes of the paragraph.
    pub(crate) start: usize,
    /// Where it ends.
    pub(crate) end: usize,
    /// Where its letters end: before a blank that is part of it.
    pub(in crate::find) letters: usize,
    /// What it is.
    pub(crate) what: What,
    /// Its first letters, in small ones, by which it is told from words.
    pub(in crate::find) head: u64,
    /// Whether nothing stands between it and the one before.
    pub(in crate::find) glued: bool,
    /// Whether it is in Latin letters, or Chinese.
    pub(in crate::find) script: Script,
    /// What ends with it.
    pub(in crate::find) stop: Stop,
}

impl Token {
    /// What stands from a byte to another, behind the token before it.
    #[inline]
    pub(in crate::find) fn new(
        text: &str,
        start: usize,
        end: usize,
        what: What,
        last: Option<&Self>,
    ) -> Self {
        let bytes = text.as_bytes();
        let letters = match bytes.get(end.wrapping_sub(1)) {
            Some(b' ') => start + text[start..end].trim_end_matches(' ').len(),
            _ => end,
        };
        let (script, stop) = match what {
            What::Sign(sign) => (Script::None, Stop::of(sign)),
            What::Line => (Script::None, Stop::Sentence),
            _ => (Script::of(text, start), Stop::None),
        };
        let head = opening(&bytes[start..], letters - start);
        let glued = last.is_some_and(|last| last.end == start);
        Self { start, end, letters, what, head, glued, script, stop }
    }

    /// A word in letters of ASCII, of which it is known how many there are, and the first.
    #[inline]
    pub(in crate::find) fn word(
        start: usize,
        (length, head): (usize, u64),
        what: What,
        last: Option<&Self>,
    ) -> Self {
        let end = start + length;
        let glued = last.is_some_and(|last| last.end == start);
        Self { start, end, letters: end, what, head, glued, script: Script::Latin, stop: Stop::None }
    }

    /// A Chinese character of no meaning, by its bytes.
    #[inline]
    pub(in crate::find) fn character(
        start: usize,
        [first, second, third]: [u8; 3],
        last: Option<&Self>,
    ) -> Self {
        let end = start + 3;
        Self {
            start,
            end,
            letters: end,
            what: What::Other,
            head: u64::from_le_bytes([first, second, third, 0, 0, 0, 0, 0]),
            glued: last.is_some_and(|last| last.end == start),
            script: Script::Chinese,
            stop: Stop::None,
        }
    }

    /// How long its letters are.
    #[inline]
    pub(in crate::find) fn length(&self) -> usize {
        self.letters - self.start
    }
}

/// The letters that a token begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::find) enum Script {
    /// Digits, signs and letters of other scripts.
    None,
    Latin,
    Chinese,
}

impl Script {
    #[inline]
    fn of(text: &str, start: usize) -> Self {
        // Of most tokens the first byte says it.
        match text.as_bytes().get(start) {
            Some(letter) if letter.is_ascii_alphabetic() => Self::Latin,
            None | Some(..0xE3) => Self::None,
            Some(0xE5..=0xE9) => Self::Chinese,
            Some(_) if text[start..].chars().next().is_some_and(is_cjk) => Self::Chinese,
            Some(_) => Self::None,
        }
    }
}

/// What ends with a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::find) enum Stop {
    None,
    /// A clause, and no sentence.
    Clause,
    /// A sentence, if it is no full stop of an abbreviation.
    Point,
    Sentence,
}

impl Stop {
    fn of(sign: char) -> Self {
        match sign {
            '.' => Self::Point,
            '。' | '！' | '？' | '!' | '?' | '；' => Self::Sentence,
            '，' | ',' | ';' | '：' | ':' | '、' | '（' | '）' | '(' | ')' | '—' | '–' | '…' | '“' | '”'
            | '"' | '|' | '｜' | '│' | '•' | '·' | '→' | '=' | '＝' => Self::Clause,
            _ => Self::None,
        }
    }
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
