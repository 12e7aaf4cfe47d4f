//! A paragraph and its tokens, with the questions that all who look for figures ask.

use super::sense::Sense;
use super::token::{Token, What};
use crate::number::Number;

/// The longest name of a month that is cut short with a full stop: Sept.
const SHORT_MONTH: usize = 4;

/// A paragraph, cut.
#[derive(Clone, Copy)]
pub(crate) struct Scan<'a> {
    pub(crate) text: &'a str,
    pub(crate) tokens: &'a [Token],
}

impl<'a> Scan<'a> {
    /// What stands at `index`; the end of a line beyond both ends.
    pub(crate) fn what(&self, index: usize) -> What {
        self.tokens.get(index).map_or(What::Line, |token| token.what)
    }

    /// What stands `back` tokens before `index`.
    pub(crate) fn before(&self, index: usize, back: usize) -> What {
        index.checked_sub(back).map_or(What::Line, |index| self.what(index))
    }

    /// The letters of a token.
    pub(crate) fn letters(&self, index: usize) -> &'a str {
        let Some(token) = self.tokens.get(index) else { return "" };
        let letters = &self.text[token.start..token.end];
        // Few have a blank at their end.
        if letters.ends_with(' ') { letters.trim_end_matches(' ') } else { letters }
    }

    /// Where the letters of a token end.
    pub(crate) fn end(&self, index: usize) -> usize {
        self.tokens.get(index).map_or(0, |token| token.start) + self.letters(index).len()
    }

    /// The letters of a token as bytes, of which nobody need ask whether they are whole characters.
    fn bytes(&self, index: usize) -> Option<&'a [u8]> {
        let bytes = self.tokens.get(index).and_then(|token| self.text.as_bytes().get(token.start..token.end));
        bytes.map(|bytes| bytes.strip_suffix(b" ").unwrap_or(bytes))
    }

    /// Whether the token is this word, in capitals or not.
    pub(crate) fn is(&self, index: usize, word: &str) -> bool {
        self.bytes(index).is_some_and(|bytes| bytes.eq_ignore_ascii_case(word.as_bytes()))
    }

    /// Whether the token is one of these words, which all begin with a Latin letter: Chinese words, digits and signs are none of them.
    pub(crate) fn is_any(&self, index: usize, words: &[&str]) -> bool {
        let latin = self.bytes(index).filter(|bytes| bytes.first().is_some_and(u8::is_ascii_alphabetic));
        latin.is_some_and(|bytes| words.iter().any(|word| bytes.eq_ignore_ascii_case(word.as_bytes())))
    }

    /// Whether the token is this sign.
    pub(crate) fn is_sign(&self, index: usize, sign: char) -> bool {
        matches!(self.what(index), What::Sign(found) if found == sign)
    }

    /// Whether nothing stands between a token and the one before it.
    pub(crate) fn glued(&self, index: usize) -> bool {
        let before = index.checked_sub(1).and_then(|before| self.tokens.get(before));
        before.zip(self.tokens.get(index)).is_some_and(|(before, token)| before.end == token.start)
    }

    /// The meaning of a token, when it is a known word.
    pub(crate) fn sense(&self, index: usize) -> Option<Sense> {
        match self.what(index) {
            What::Known(sense) => Some(sense),
            _ => None,
        }
    }

    /// The text from the beginning of a token on.
    pub(crate) fn rest(&self, index: usize) -> &'a str {
        self.tokens.get(index).map_or("", |token| &self.text[token.start..])
    }

    /// Whether a token is Chinese.
    pub(crate) fn is_chinese(&self, index: usize) -> bool {
        // Of most tokens the first byte says it.
        match self.bytes(index) {
            None | Some([] | [..0xE3, ..]) => false,
            Some([0xE5..=0xE9, ..]) => true,
            Some(_) => self.letters(index).chars().next().is_some_and(super::token::is_cjk),
        }
    }

    /// Whether a blank stands at a byte that parts two Chinese characters, as the halves of a headline are parted.
    pub(crate) fn parts_headline(&self, at: usize) -> bool {
        let bytes = self.text.as_bytes();
        // Letters of ASCII are told by their last byte.
        let wide = at.checked_sub(1).is_some_and(|before| !bytes[before].is_ascii());
        bytes.get(at) == Some(&b' ')
            && wide
            && self.text[..at].chars().next_back().is_some_and(super::token::is_cjk)
            && self.text[at + 1..].chars().next().is_some_and(super::token::is_cjk)
    }

    /// The character before a token, in the text.
    pub(crate) fn char_before(&self, index: usize) -> Option<char> {
        let token = self.tokens.get(index)?;
        let before = &self.text[..token.start];
        let before = if self.glued(index) { before.trim_end_matches(' ') } else { before };
        before.chars().next_back()
    }

    /// Whether a sentence ends at this token.
    pub(crate) fn ends_sentence(&self, index: usize) -> bool {
        match self.what(index) {
            What::Line | What::Sign('。' | '！' | '？' | '!' | '?' | '；') => true,
            What::Sign('.') => !self.is_abbreviation(index),
            _ => false,
        }
    }

    /// Whether a full stop belongs to the word before it: p.m., No., approx.
    fn is_abbreviation(&self, index: usize) -> bool {
        let next_small = self.letters(index + 1).chars().next().is_some_and(char::is_lowercase);
        let next_digit = matches!(self.what(index + 1), What::Literal(_));
        // “until 7 p.m., the square is closed”
        let goes_on = matches!(self.what(index + 1), What::Sign(',' | ';' | ')')) && self.glued(index + 1);
        self.glued(index)
            && (next_small
                || goes_on
                || next_digit
                    && self.letters(index.wrapping_sub(1)).len() <= SHORT_MONTH
                    && matches!(self.before(index, 1), What::Known(Sense::Month(_)))
                || next_digit && self.glued(index + 1)
                || self.is(index.wrapping_sub(1), "no"))
    }

    /// Whether a clause ends at this token.
    pub(crate) fn ends_clause(&self, index: usize) -> bool {
        self.ends_sentence(index) || self.parts_clauses(index)
    }

    /// Whether a clause ends at this token, and no sentence.
    pub(crate) fn parts_clauses(&self, index: usize) -> bool {
        matches!(
            self.what(index),
            What::Sign(
                '，' | ','
                    | ';'
                    | '：'
                    | ':'
                    | '、'
                    | '（'
                    | '）'
                    | '('
                    | ')'
                    | '—'
                    | '–'
                    | '…'
                    | '“'
                    | '”'
                    | '"'
                    | '|'
                    | '｜'
                    | '│'
                    | '•'
                    | '·'
                    | '→'
                    | '='
                    | '＝'
            )
        )
    }
}

/// A number as it was read, before anybody knows of what.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Quantity {
    /// Its first token.
    pub(crate) first: usize,
    /// The token behind it.
    pub(crate) next: usize,
    /// Nothing when it is too large.
    pub(crate) value: Option<Number>,
    /// One step of the last digit that is stated and not zero.
    pub(crate) step: Number,
    /// Significant digits.
    pub(crate) digits: u8,
    /// 余 or 多 inside it.
    pub(crate) more: bool,
    /// The power of ten of its scale words.
    pub(crate) power: i32,
    /// How it was written.
    pub(crate) style: Style,
}

/// How a number was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// In digits, with or without a scale word.
    Digits,
    /// In words or Chinese numerals.
    Words,
    /// 百, 千, 万, 亿 or a word such as hundred alone.
    Bare,
    /// 一 or one, alone.
    One,
    /// A fraction of a whole: 三分之一, two-thirds, 一半.
    Fraction,
    /// 半 or half of a unit.
    Half,
}

/// What reading a numeral came to.
pub(crate) enum Reading {
    /// A number.
    Number(Quantity),
    /// No figure; the token to go on from.
    Skip(usize),
}

fn small_precision(value: u64, exponent: i32) -> (Number, u8) {
    let (mut rest, mut zeros) = (value, 0);
    while rest > 0 && rest.is_multiple_of(10) {
        (rest, zeros) = (rest / 10, zeros + 1);
    }
    let digits = rest.checked_ilog10().map_or(1, |log| u8::try_from(log + 1).unwrap_or(u8::MAX));
    (Number::scaled(1, zeros + exponent).unwrap_or(Number::ONE), digits)
}

/// The step of the last digit of a whole number that is not zero, and how many digits stand before its zeros.
pub(crate) fn precision(value: i128, exponent: i32) -> (Number, u8) {
    // Division of wide numbers is a call; nearly all are small.
    if let Ok(small) = u64::try_from(value.unsigned_abs()) {
        return small_precision(small, exponent);
    }
    let (mut rest, mut zeros) = (value.unsigned_abs(), 0);
    while rest > 0 && rest.is_multiple_of(10) {
        (rest, zeros) = (rest / 10, zeros + 1);
    }
    let digits = rest.checked_ilog10().map_or(1, |log| u8::try_from(log + 1).unwrap_or(u8::MAX));
    (Number::scaled(1, zeros + exponent).unwrap_or(Number::ONE), digits)
}
