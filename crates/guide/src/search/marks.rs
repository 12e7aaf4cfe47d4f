//! Why something was found: the places in its texts that matched, and of a long text the stretch around them.

use std::borrow::Cow;
use std::fmt::{self, Display, Formatter};
use std::ops::Range;

use festoon_domain::text::Lang;

use super::chinese::BREAK;
use super::folding::{Sign, each_sign};
use super::index::Sought;
use super::latin::one_of;
use super::readings::{Patience, covered};
use crate::run::escape;

/// How many bytes of a long text stand before what matched, and how many are shown at all.
const BEFORE: usize = 60;
const SHOWN: usize = 260;

/// A text with what matched in it. Shown as HTML, the matches are `<mark>`s.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked<'a> {
    /// The text, or a stretch of it with `…` where it was cut.
    pub text: Cow<'a, str>,
    /// The language it is in.
    pub lang: Lang,
    /// What matched, as bytes of the text, in order and apart from each other.
    pub marks: Vec<Range<usize>>,
    pub(super) reader: Lang,
}

impl Display for Marked<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let is_foreign = self.lang != self.reader;
        if is_foreign {
            write!(f, "<span lang=\"{}\">", self.lang.tag())?;
        }
        let mut from = 0;
        for mark in &self.marks {
            escape(f, &self.text[from..mark.start])?;
            f.write_str("<mark>")?;
            escape(f, &self.text[mark.clone()])?;
            f.write_str("</mark>")?;
            from = mark.end;
        }
        escape(f, &self.text[from..])?;
        f.write_str(if is_foreign { "</span>" } else { "" })
    }
}

impl askama::filters::HtmlSafe for Marked<'_> {}

impl Marked<'_> {
    /// The stretch around the first match; the whole text where it is short.
    pub(super) fn excerpt(self) -> Self {
        if self.text.len() <= SHOWN {
            return self;
        }
        let text = &*self.text;
        let first = self.marks.first().map_or(0, |mark| mark.start);
        let mut start = text.floor_char_boundary(first.saturating_sub(BEFORE));
        // A word is not cut; Chinese has no spaces and is.
        if start > 0
            && let Some(space) = text[start..first].find(' ')
        {
            start += space + 1;
        }
        let mut end = text.floor_char_boundary(start + SHOWN);
        if end < text.len()
            && let Some(space) = text[start..end].rfind(' ').filter(|space| *space > SHOWN / 2)
        {
            end = start + space;
        }
        let before = if start > 0 { "…" } else { "" };
        let after = if end < text.len() { "…" } else { "" };
        let moved = |at: usize| at.min(end) - start + before.len();
        let marks = self.marks.iter().filter(|mark| mark.start < end);
        let marks = marks.map(|mark| moved(mark.start)..moved(mark.end)).collect();
        let cut = format!("{before}{}{after}", &text[start..end]);
        Self { text: Cow::Owned(cut), marks, ..self }
    }
}

/// What matched in a text, and which terms did, a bit each. Sounds are listened for only where `heard` says so.
pub(super) fn marks(text: &str, sought: &[(usize, Sought)], heard: Heard) -> (Vec<Range<usize>>, u8) {
    let folded = Folded::of(text);
    let mut marks = Vec::new();
    let mut terms = 0;
    for (term, sought) in sought {
        let before = marks.len();
        match sought {
            Sought::Chinese(run) => folded.mark_run(run, &mut marks),
            Sought::Latin { typed, meant } => {
                folded.mark_word(typed, meant, &mut marks);
                if heard == Heard::Yes && marks.len() == before {
                    folded.mark_sound(typed, &mut marks);
                }
            }
        }
        if marks.len() > before {
            terms |= 1 << term;
        }
    }
    (joined(marks), terms)
}

/// Whether a text is found by its sound: titles and names are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Heard {
    /// It is.
    Yes,
    /// It is not.
    No,
}

fn joined(mut marks: Vec<Range<usize>>) -> Vec<Range<usize>> {
    marks.sort_by_key(|mark| mark.start);
    let mut joined: Vec<Range<usize>> = Vec::new();
    for mark in marks {
        match joined.last_mut() {
            Some(last) if mark.start <= last.end => last.end = last.end.max(mark.end),
            _ => joined.push(mark),
        }
    }
    joined
}

/// A text as the index reads it, each sign with the bytes it stands for.
#[derive(Debug, Default)]
struct Folded {
    characters: Vec<u16>,
    places: Vec<Range<usize>>,
    words: Vec<(String, Vec<Range<usize>>)>,
}

impl Folded {
    fn of(text: &str) -> Self {
        let mut folded = Self::default();
        let mut is_parted = false;
        let mut is_in_word = false;
        each_sign(text, |sign, at| {
            let place = at..at + text[at..].chars().next().map_or(0, char::len_utf8);
            match sign {
                Sign::Letter(letter) => {
                    if !is_in_word {
                        folded.words.push((String::new(), Vec::new()));
                    }
                    if let Some((word, places)) = folded.words.last_mut() {
                        word.push(letter);
                        places.extend(std::iter::repeat_n(place, letter.len_utf8()));
                    }
                    is_parted = true;
                    is_in_word = true;
                }
                Sign::Character(character) => {
                    if is_parted && !folded.characters.is_empty() {
                        folded.characters.push(BREAK);
                        folded.places.push(at..at);
                    }
                    folded.characters.push(character);
                    folded.places.push(place);
                    is_parted = false;
                    is_in_word = false;
                }
                Sign::Space => is_in_word = false,
                Sign::Stop => {
                    is_parted = true;
                    is_in_word = false;
                }
            }
        });
        folded
    }

    fn mark_run(&self, run: &[u16], marks: &mut Vec<Range<usize>>) {
        for (at, window) in self.characters.windows(run.len()).enumerate() {
            if window == run {
                self.mark_characters(at, run.len(), marks);
            }
        }
    }

    /// Only the characters: what stands between them in the text, a blank or a dot, did not match.
    fn mark_characters(&self, at: usize, length: usize, marks: &mut Vec<Range<usize>>) {
        marks.extend_from_slice(&self.places[at..at + length]);
    }

    fn mark_word(&self, typed: &str, meant: &[String], marks: &mut Vec<Range<usize>>) {
        let one = one_of(typed);
        for (word, places) in &self.words {
            let at = if meant.iter().chain(&one).any(|meant| meant == word) {
                Some((0, word.len()))
            } else if typed.len() == 1 {
                word.starts_with(typed).then_some((0, 1))
            } else {
                word.find(typed).map(|at| (at, typed.len()))
            };
            if let Some((at, length)) = at {
                marks.push(places[at].start..places[at + length - 1].end);
            }
        }
    }

    fn mark_sound(&self, typed: &str, marks: &mut Vec<Range<usize>>) {
        if typed.len() < 2 || !typed.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return;
        }
        let mut patience = Patience(2_000);
        for at in 0..self.characters.len() {
            let Some(length) = covered(&self.characters[at..], typed.as_bytes(), &mut patience) else {
                continue;
            };
            if at == 0 || length > 1 {
                self.mark_characters(at, length, marks);
            }
        }
    }
}
