//! Search over a guide: what somebody types, in either language, by sound or with a slip of the finger, found in memory.
//!
//! Words and substrings, simplified and traditional Chinese, full pinyin and initials, mistyped English, the beginnings of words while
//! they are typed. All terms are wanted; where nothing has them all, what has most of them is shown, and the page says so.
//! The index is built of a guide's public records alone, once a release, by whoever shows it ([`Guide::warm`]).
//! What it deliberately does not do: guess what people mean beyond what they typed, or remember it.

mod answer;
mod called;
mod chinese;
mod days;
mod folding;
mod index;
mod latin;
mod lists;
mod marks;
mod query;
mod ranking;
mod readings;
mod records;

use std::borrow::Cow;
use std::ops::ControlFlow;

use festoon_domain::text::{Lang, Text};
use jiff::civil::Date;

use crate::Guide;
use crate::url::with_query;
use answer::{Answer, suggestions};
use index::Sought;
use marks::Heard;
use query::Query;
use ranking::Tier;
use records::Within;

pub use index::Index;
pub use marks::Marked;
pub use query::LONGEST_QUERY;
pub use records::{Kind, Record};

/// Of one kind, no more than so many can be paged through: who wants more reads the programme.
pub const MOST_SHOWN: usize = 1_000;

/// What somebody asks for.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// What they typed, as it came.
    pub typed: &'a str,
    /// The language they read.
    pub lang: Lang,
    /// One kind alone, or all.
    pub kind: Option<Kind>,
    /// How many of each kind to pass over, for further pages; at most [`MOST_SHOWN`] count.
    pub skip: usize,
    /// How many of each kind to show.
    pub most: usize,
    /// What day it is where the week is, for who asks for tomorrow; nothing where nobody can ask that.
    pub today: Option<Date>,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found<'a> {
    /// What was looked for, cut where it was too long.
    pub typed: String,
    /// Whether something was left out at its end.
    pub is_cut: bool,
    /// The days that are meant, if the query is a day and nothing else; none of them where nothing is on that day.
    pub days: Option<Vec<Date>>,
    /// How many were found of all kinds, days apart.
    pub total: usize,
    /// The kinds of which there is something, in order.
    pub groups: Vec<Group<'a>>,
    /// The terms that were looked for.
    pub terms: Vec<String>,
    /// Nothing has all the terms: of how many terms what is shown has how many.
    pub partly: Option<Partly>,
    /// The terms that are nowhere.
    pub nowhere: Vec<String>,
    /// The terms that were taken for mistyped words, with the word they were taken for.
    pub corrected: Vec<Corrected>,
    /// Characters that stand nowhere, for which others of the same sound are shown.
    pub heard: Option<String>,
    /// Where nothing was found, words of the guide that look like what was typed.
    pub suggestions: Vec<String>,
}

/// Found of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group<'a> {
    /// The kind.
    pub kind: Kind,
    /// How many there are.
    pub total: usize,
    /// The best of them.
    pub hits: Vec<Hit<'a>>,
}

/// One thing found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit<'a> {
    /// What it is.
    pub record: Record,
    /// How well it was found, to compare with others of the same answer: at most 100 a term.
    pub score: u16,
    /// Its key.
    pub key: &'a str,
    /// Its page, or the programme read as it wants.
    pub href: String,
    /// What it is called, as a reader sees it, with what matched in it.
    pub title: Marked<'a>,
    /// Another text that matched, where the title does not say it all.
    pub excerpt: Option<Marked<'a>>,
}

/// What is shown has so many of so many terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Partly {
    /// So many.
    pub has: usize,
    /// Of so many.
    pub of: usize,
}

/// A term that was taken for a mistyped word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Corrected {
    /// As it was typed.
    pub typed: String,
    /// As it is spelt in the guide.
    pub meant: String,
}

impl Guide {
    /// Finds what somebody asks for. Takes well under two milliseconds once the guide is warm.
    #[must_use]
    pub fn find(&self, asked: &Asked<'_>) -> Found<'_> {
        let index = self.search_index();
        let query = Query::read(asked.typed);
        let mut found = Found {
            typed: query.typed,
            is_cut: query.is_cut,
            days: days::Wish::read(asked.typed).and_then(|wish| wish.days(self, asked.today)),
            total: 0,
            groups: Vec::new(),
            terms: Vec::new(),
            partly: None,
            nowhere: Vec::new(),
            corrected: Vec::new(),
            heard: None,
            suggestions: Vec::new(),
        };
        if query.terms.is_empty() {
            return found;
        }
        let mut answer = Answer::of(index, &query.terms);
        answer.try_as_one_sound(index, &query.terms);
        let has = answer.scores.most_terms() as usize;
        let is_whole = has == answer.terms.len() && answer.corrected.is_empty() && answer.heard.is_none();
        if found.days.is_some() && !is_whole {
            // Who asked for a day is not shown whatever has a 6 or a 22 in it.
            return found;
        }
        if has > 0 && has < answer.terms.len() {
            found.partly = Some(Partly { has, of: answer.terms.len() });
        }
        self.show(asked, index, &answer, &mut found);
        found.terms = answer.terms;
        found.nowhere = answer.nowhere;
        found.corrected = answer.corrected;
        found.heard = answer.heard;
        if found.total == 0 {
            found.suggestions = suggestions(index, &query.terms);
        }
        found
    }

    fn show<'a>(&'a self, asked: &Asked<'_>, index: &Index, answer: &Answer, found: &mut Found<'a>) {
        let having = answer.scores.having(answer.scores.most_terms());
        found.total = having.len();
        let skip = asked.skip.min(MOST_SHOWN);
        for kind in Kind::ALL {
            // Of other kinds only how many there are is told.
            let most = if asked.kind.is_none_or(|wanted| wanted == kind) { asked.most } else { 0 };
            let numbers = index.of_kind(kind);
            let start = having.partition_point(|number| *number < numbers.start);
            let end = having.partition_point(|number| *number < numbers.end);
            if start == end {
                continue;
            }
            let best = answer.scores.best(&having[start..end], skip, most);
            let hit = |number: u32| {
                let terms = answer.scores.terms_of(number);
                let hit = self.hit(index.record(number), asked.lang, &answer.sought, terms, &index.within);
                Hit { score: answer.scores.score_of(number), ..hit }
            };
            found.groups.push(Group { kind, total: end - start, hits: best.into_iter().map(hit).collect() });
        }
    }

    fn hit<'a>(
        &'a self,
        record: Record,
        lang: Lang,
        sought: &[(usize, Sought)],
        terms: u8,
        within: &Within,
    ) -> Hit<'a> {
        let key = record.key(self);
        let (shown, shown_lang) = record.title(self).shown(lang);
        let (marks, in_title) = marks::marks(shown, sought, Heard::Yes);
        let title = Marked { text: Cow::Borrowed(shown), lang: shown_lang, marks, reader: lang };

        let mut excerpt = None;
        let left = terms & !in_title;
        if left != 0 {
            let _found = records::each_text(self, within, record, |tier, text| {
                excerpt = told(tier, text, lang, sought, left).filter(|told| told.text != title.text);
                if excerpt.is_some() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            });
        }
        let href = self.address(record.page(key), lang);
        let href = if record.kind() == Kind::Host { with_query(&href, &[("host", key)]) } else { href };
        Hit { record, score: 0, key, href, title, excerpt: excerpt.map(Marked::excerpt) }
    }
}

/// A text that has one of the terms that are left, in the reader's wording if that has it.
fn told<'a>(
    tier: Tier,
    text: &'a Text,
    reader: Lang,
    sought: &[(usize, Sought)],
    left: u8,
) -> Option<Marked<'a>> {
    let heard = if tier == Tier::Body { Heard::No } else { Heard::Yes };
    [reader, reader.other()].into_iter().find_map(|lang| {
        let wording = text.wording(lang);
        let (marks, terms) = marks::marks(wording, sought, heard);
        (terms & left != 0).then_some(Marked { text: Cow::Borrowed(wording), lang, marks, reader })
    })
}
