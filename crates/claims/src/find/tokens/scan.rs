//! A paragraph and its tokens, with the questions that all who look for figures ask.

use super::cues::{Cues, HEAD, head};
use super::sense::Sense;
use super::token::{Script, Stop, Token, What};
use crate::number::Number;

/// How many bytes a Chinese character takes.
const WIDE: usize = '一'.len_utf8();

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
    #[inline]
    pub(crate) fn what(&self, index: usize) -> What {
        self.tokens.get(index).map_or(What::Line, |token| token.what)
    }

    /// What stands `back` tokens before `index`.
    #[inline]
    pub(crate) fn before(&self, index: usize, back: usize) -> What {
        index.checked_sub(back).map_or(What::Line, |index| self.what(index))
    }

    /// The letters of a token.
    #[inline]
    pub(crate) fn letters(&self, index: usize) -> &'a str {
        self.tokens.get(index).map_or("", |token| &self.text[token.start..token.letters])
    }

    /// Where the letters of a token end.
    pub(crate) fn end(&self, index: usize) -> usize {
        self.tokens.get(index).map_or(0, |token| token.letters)
    }

    /// Whether the token is this word, in capitals or not.
    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "of a word that is written out, the head is known before this runs"
    )]
    pub(crate) fn is(&self, index: usize, word: &str) -> bool {
        let Some(token) = self.tokens.get(index).filter(|token| token.head == head(word.as_bytes())) else {
            return false;
        };
        token.length() == word.len() && (word.len() <= HEAD || self.goes_on(token, word))
    }

    /// Whether the token, of which the head is that of a word, is that word.
    fn goes_on(&self, token: &Token, word: &str) -> bool {
        self.text.as_bytes()[token.start..token.letters].eq_ignore_ascii_case(word.as_bytes())
    }

    /// Whether the token is one of these words, in capitals or not.
    #[inline]
    pub(crate) fn is_among(&self, index: usize, words: Cues) -> bool {
        self.tokens
            .get(index)
            .is_some_and(|token| words.may_be(token.head, token.length()) && self.is_one(token, words))
    }

    /// The same of a token with the marks of one of them.
    fn is_one(&self, token: &Token, words: Cues) -> bool {
        let alike = words.heads.iter().enumerate().filter(|(_, head)| **head == token.head);
        let mut alike = alike.filter_map(|(index, _)| words.words.get(index));
        alike.any(|word| token.length() == word.len() && (word.len() <= HEAD || self.goes_on(token, word)))
    }

    /// Whether the token is one of these words, which all begin with a Latin letter: Chinese words, digits and signs are none of them.
    ///
    /// What is asked of every number is better asked with [`Scan::is_among`].
    #[inline]
    pub(crate) fn is_any(&self, index: usize, words: &[&str]) -> bool {
        self.tokens
            .get(index)
            .is_some_and(|token| token.script == Script::Latin && self.is_one_of(token, words))
    }

    fn is_one_of(&self, token: &Token, words: &[&str]) -> bool {
        let letters = &self.text.as_bytes()[token.start..token.letters];
        words.iter().any(|word| letters.eq_ignore_ascii_case(word.as_bytes()))
    }

    /// Whether the token is this sign.
    #[inline]
    pub(crate) fn is_sign(&self, index: usize, sign: char) -> bool {
        matches!(self.what(index), What::Sign(found) if found == sign)
    }

    /// Whether nothing stands between a token and the one before it.
    #[inline]
    pub(crate) fn glued(&self, index: usize) -> bool {
        self.tokens.get(index).is_some_and(|token| token.glued)
    }

    /// The meaning of a token, when it is a known word.
    #[inline]
    pub(crate) fn sense(&self, index: usize) -> Option<Sense> {
        match self.what(index) {
            What::Known(sense) => Some(sense),
            _ => None,
        }
    }

    /// The text from the beginning of a token on.
    #[inline]
    pub(crate) fn rest(&self, index: usize) -> &'a str {
        self.tokens.get(index).map_or("", |token| &self.text[token.start..])
    }

    /// Whether a token is Chinese.
    #[inline]
    pub(crate) fn is_chinese(&self, index: usize) -> bool {
        self.tokens.get(index).is_some_and(|token| token.script == Script::Chinese)
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

    /// Whether the character before a token is one of these Chinese letters and signs.
    pub(crate) fn is_behind(&self, index: usize, letters: &str) -> bool {
        let Some(token) = self.tokens.get(index) else { return false };
        let mut before = &self.text.as_bytes()[..token.start];
        while token.glued && before.last() == Some(&b' ') {
            before = &before[..before.len() - 1];
        }
        let last: Option<&[u8; WIDE]> = before.last_chunk();
        last.is_some_and(|last| letters.as_bytes().chunks_exact(WIDE).any(|letter| letter == last))
    }

    /// What ends with a token; beyond both ends a sentence.
    #[inline]
    fn stop(&self, index: usize) -> Stop {
        self.tokens.get(index).map_or(Stop::Sentence, |token| token.stop)
    }

    /// Whether a sentence ends at this token.
    #[inline]
    pub(crate) fn ends_sentence(&self, index: usize) -> bool {
        match self.stop(index) {
            Stop::Sentence => true,
            Stop::Point => !self.is_abbreviation(index),
            Stop::Clause | Stop::None => false,
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
    #[inline]
    pub(crate) fn ends_clause(&self, index: usize) -> bool {
        match self.stop(index) {
            Stop::Sentence | Stop::Clause => true,
            Stop::Point => !self.is_abbreviation(index),
            Stop::None => false,
        }
    }

    /// Whether a clause ends at this token, and no sentence.
    #[inline]
    pub(crate) fn parts_clauses(&self, index: usize) -> bool {
        self.stop(index) == Stop::Clause
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
