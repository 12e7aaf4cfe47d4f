//! Lines that were broken only because they were full: “nearly 50⏎billion yuan”, 近⏎500亿元.
//!
//! E-mail and Markdown are wrapped at some column, and a figure may stand on both sides of the break. Such a break is taken out before a paragraph
//! is cut, and the places of what is found are set back to those of the text as it stands. A break stays where anything speaks for it: a line that
//! has room for the word behind it, the end of a sentence, a list, a table, a heading, a label with its number. Costs one look at each line.

use super::token::is_cjk;
use super::traditional::folded;
use std::borrow::Cow;
use std::ops::Range;

/// How wide lines are that somebody's program breaks, in columns; a Chinese character takes two.
const WIDTHS: Range<usize> = 56..101;

/// How much narrower than the widest a full line may be: what may not stand at the beginning of a line is taken along to the next.
const SLACK: usize = 3;

/// A paragraph without the breaks of full lines, in simplified characters.
pub(crate) struct Flowing<'a> {
    pub(crate) text: Cow<'a, str>,
    /// Where something was taken out, in bytes of the new text, and how much in all up to there.
    cuts: Vec<(usize, usize)>,
}

impl<'a> Flowing<'a> {
    /// Takes the breaks of full lines out of a paragraph.
    pub(crate) fn of(paragraph: &'a str) -> Self {
        let whole = paragraph.trim_end_matches('\n');
        let wrapped = whole.contains('\n').then(|| full_lines(whole)).filter(|breaks| !breaks.is_empty());
        let Some(breaks) = wrapped else { return Self { text: folded(paragraph.into()), cuts: Vec::new() } };
        let mut text = String::with_capacity(paragraph.len());
        let (mut cuts, mut at, mut cut) = (Vec::with_capacity(breaks.len()), 0, 0);
        for Break { place, joint } in breaks {
            text.push_str(&paragraph[at..place.start]);
            text.push_str(joint);
            cut += place.len() - joint.len();
            cuts.push((text.len(), cut));
            at = place.end;
        }
        text.push_str(&paragraph[at..]);
        Self { text: folded(text.into()), cuts }
    }

    /// A place of the flowing text in the paragraph as it stands.
    pub(crate) fn place(&self, place: &Range<usize>) -> Range<usize> {
        if self.cuts.is_empty() {
            return place.clone();
        }
        let cut = |joints: usize| joints.checked_sub(1).map_or(0, |last| self.cuts[last].1);
        let before = cut(self.cuts.partition_point(|(at, _)| *at <= place.start));
        // What ends where a line was broken ends before the break.
        let within = cut(self.cuts.partition_point(|(at, _)| *at < place.end));
        place.start + before..place.end + within.max(before)
    }
}

/// The end of a full line with the blanks around it, and what stands there instead.
struct Break {
    place: Range<usize>,
    joint: &'static str,
}

/// The breaks of a paragraph that are those of full lines.
fn full_lines(paragraph: &str) -> Vec<Break> {
    let widest = paragraph.split('\n').map(|line| width(line.trim())).max().unwrap_or(0);
    // Of a poster each line begins with its number.
    let numbered = |line: &str| line.trim_start().starts_with(|letter: char| letter.is_ascii_digit());
    if !WIDTHS.contains(&widest) || paragraph.split('\n').all(numbered) {
        return Vec::new();
    }
    let mut breaks = Vec::new();
    let (mut at, mut flows) = (0, false);
    let mut lines = paragraph.split('\n').peekable();
    while let Some(line) = lines.next() {
        let end = at + line.len();
        at = end + 1;
        let Some(next) = lines.peek() else { continue };
        let sign = sign(line, next);
        if sign != Sign::Parts && (is_full(line, next, widest) || is_unfinished(line, next)) {
            flows |= sign == Sign::Flows;
            let begin = end - (line.len() - line.trim_end().len());
            let indent = next.len() - next.trim_start().len();
            breaks
                .push(Break { place: begin..at + indent, joint: joint(line.trim_end(), next.trim_start()) });
        }
    }
    // Where no line plainly goes on, full lines that end like sentences or begin like them are so by chance.
    if flows { breaks } else { Vec::new() }
}

/// Whether a line is broken because the word behind it had no room.
fn is_full(line: &str, next: &str, widest: usize) -> bool {
    let (line, next) = (line.trim(), next.trim_start());
    // Chinese is broken between any two characters, all else between words.
    let letters = next.char_indices().skip(1).find(|(_, letter)| *letter == ' ' || is_cjk(*letter));
    let word = letters.map_or(next, |(end, _)| &next[..end]);
    width(line) + width(word) + SLACK > widest
}

/// Whether English goes on whatever the width: a long line that ends in no stop, and behind it a small letter, or before it a word that ends no
/// sentence.
fn is_unfinished(line: &str, next: &str) -> bool {
    const LONG: usize = 36;
    let line = line.trim_end();
    let small = next.trim_start().starts_with(|letter: char| letter.is_lowercase());
    let open = line.ends_with(|letter: char| letter.is_alphanumeric() || letter == ',');
    width(line) >= LONG && (small && open || OPEN_WORDS.contains(&last_word(line)))
}

fn last_word(line: &str) -> &str {
    line.trim_end().rsplit(' ').next().unwrap_or_default()
}

/// Words that something must follow.
const OPEN_WORDS: [&str; 29] = [
    "RMB", "CNY", "USD", "EUR", "US$", "nearly", "about", "around", "over", "than", "almost", "some", "of",
    "the", "a", "an", "to", "by", "with", "and", "or", "from", "for", "in", "at", "is", "was", "are", "were",
];

/// What a line and the one behind it say of the break between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    /// The sentence goes on.
    Flows,
    /// It may have ended.
    Open,
    /// It is the end of an entry, a row, a heading.
    Parts,
}

fn sign(line: &str, next: &str) -> Sign {
    let row = |line: &str| line.contains(['\t', '|']);
    // Two blanks at the end of a line are Markdown's own break.
    if line.ends_with("  ") || row(line) || row(next) || is_labelled(line) && is_labelled(next) {
        return Sign::Parts;
    }
    if line.trim_start().starts_with('#') || next.starts_with('\u{3000}') || is_entry(next.trim_start()) {
        return Sign::Parts;
    }
    let (last, first) = (line.trim_end().chars().next_back(), next.trim_start().chars().next());
    let (Some(last), Some(first)) = (last, first) else { return Sign::Parts };
    match last {
        '.' | '!' | '?' | ';' | ':' | '。' | '！' | '？' | '；' | '：' | '…' | '”' | ')' | '）' => {
            Sign::Open
        }
        _ if first.is_lowercase() || is_cjk(first) => Sign::Flows,
        _ if OPEN_WORDS.contains(&last_word(line)) => Sign::Flows,
        _ if first.is_ascii_digit()
            && (last.is_lowercase() || is_cjk(last) || matches!(last, ',' | '，')) =>
        {
            Sign::Flows
        }
        _ => Sign::Open,
    }
}

/// “Contracted investment: …”, 签约项目：…: whether a line begins with what its number is of.
fn is_labelled(line: &str) -> bool {
    const LABEL: usize = 90;
    let line = line.trim_start();
    let colon = line.find([':', '：', ',', '，', '。', '.', ';', '；', '“']).filter(|at| *at <= LABEL);
    let small = line.starts_with(|letter: char| letter.is_lowercase());
    !small && colon.is_some_and(|at| line[at..].starts_with(": ") || line[at..].starts_with('：'))
}

/// Whether a line begins an entry of a list, a heading or a quotation: “- ”, “2. ”, （三）, 四、
fn is_entry(line: &str) -> bool {
    let number = line.trim_start_matches(|letter: char| "（(".contains(letter) || is_numeral(letter));
    let digits = line[..line.len() - number.len()].chars().filter(char::is_ascii_digit).count();
    let numbered = number.len() < line.len()
        && number.len() + 12 >= line.len()
        && digits < 3
        && (number.starts_with(['、', '）', ')', '．', '：'])
            || number.starts_with(". ")
            || number.starts_with(": "));
    let marked = line.starts_with(['#', '>', '•', '·', '●', '■', '◆', '▪', '○', '★', '※', '—', '–', '=']);
    let dash = line.starts_with(['-', '*', '+']) && line[1..].starts_with([' ', '-', '*', '=']);
    numbered || marked || dash
}

fn is_numeral(letter: char) -> bool {
    letter.is_ascii_digit() || "一二三四五六七八九十".contains(letter)
}

/// What stands between two lines once they are one: a blank between words of letters, nothing beside Chinese and behind a hyphen.
fn joint(line: &str, next: &str) -> &'static str {
    let wide = |letter: Option<char>| letter.is_some_and(|letter| letter >= FIRST_WIDE);
    let hyphen = line.strip_suffix('-').is_some_and(|word| word.ends_with(char::is_alphanumeric));
    if wide(line.chars().next_back()) || wide(next.chars().next()) || hyphen { "" } else { " " }
}

/// From here on characters are as wide as Chinese ones.
const FIRST_WIDE: char = '\u{2E80}';

/// How many columns a line takes.
fn width(line: &str) -> usize {
    line.chars().map(|letter| if letter >= FIRST_WIDE { 2 } else { 1 }).sum()
}
