//! The index: every wording of the guide once, what it says, and which records it belongs to.
//!
//! The name of a host stands in a thousand sessions and is looked at once. Built from a guide in one walk, then never changed.

use std::collections::HashMap;
use std::ops::{ControlFlow, Range};

use festoon_domain::text::Lang;

use super::chinese::{BREAK, Chinese};
use super::folding::{Sign, each_sign};
use super::latin::{Gathering, Latin, one_of};
use super::lists::{Lists, count};
use super::ranking::{Quality, Scores, Tier};
use super::records::{self, Kind, Record, Within};
use crate::Guide;

/// The index of a guide, in memory.
#[derive(Debug)]
pub struct Index {
    records: Vec<Record>,
    pub(super) chinese: Chinese,
    pub(super) latin: Latin,
    pub(super) within: Within,
    /// For each wording its records, each with its tier in the last two bits.
    shown_by: Lists,
}

/// How a term is written in the guide: what it was found by, and so what is marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Sought {
    /// Characters beside each other.
    Chinese(Vec<u16>),
    /// A word of letters, or a sound; `meant` holds the words that were taken for it when there was no such word.
    Latin { typed: String, meant: Vec<String> },
}

impl Index {
    /// Indexes a guide.
    #[must_use]
    pub fn of(guide: &Guide) -> Self {
        let records = records::all(guide);
        let within = Within::of(guide);
        let mut wordings = Wordings::default();
        for (number, &record) in (0..).zip(&records) {
            let _all = records::each_text(guide, &within, record, |tier, text| {
                for lang in Lang::BOTH {
                    wordings.note(text.wording(lang), number, tier);
                }
                ControlFlow::Continue(())
            });
        }
        wordings.done(records, within)
    }

    /// How many records can be found.
    #[must_use]
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether there is nothing to find.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// The memory it takes, in bytes, but for the tables that all guides share.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let records = self.records.capacity() * size_of::<Record>();
        records + self.chinese.bytes() + self.latin.bytes() + self.shown_by.bytes() + self.within.bytes()
    }

    pub(super) fn records(&self) -> &[Record] {
        &self.records
    }

    pub(super) fn record(&self, number: u32) -> Record {
        self.records[number as usize]
    }

    /// The numbers of the records of a kind.
    pub(super) fn of_kind(&self, kind: Kind) -> Range<u32> {
        let place = |kind: Kind| Kind::ALL.iter().position(|other| *other == kind);
        let start = self.records.partition_point(|record| place(record.kind()) < place(kind));
        let end = self.records.partition_point(|record| place(record.kind()) <= place(kind));
        count(start)..count(end)
    }

    /// Notes the records of a term; says by which words it was taken to be meant, if it was mistyped.
    pub(super) fn note(&self, scores: &mut Scores, sought: &Sought) -> Vec<String> {
        match sought {
            Sought::Chinese(run) => {
                self.chinese
                    .each(run, |wording, quality| scores.note(self.shown_by.list(wording as usize), quality));
                Vec::new()
            }
            Sought::Latin { typed, .. } => self.note_latin(scores, typed),
        }
    }

    fn note_latin(&self, scores: &mut Scores, typed: &str) -> Vec<String> {
        let mut is_a_word = false;
        let note = |scores: &mut Scores, word, quality| {
            for &wording in self.latin.wordings(word) {
                scores.note(self.shown_by.list(wording as usize), quality);
            }
        };
        self.latin.each(typed, |word, quality| {
            is_a_word = true;
            note(scores, word, quality);
        });
        // Who asks for robots wants the robot too, even where robots stand somewhere.
        if let Some(one) = one_of(typed) {
            self.latin.each(&one, |word, quality| {
                if quality == Quality::Exact {
                    is_a_word = true;
                    note(scores, word, Quality::Inside);
                }
            });
        }
        self.note_sound(scores, typed, Quality::Sound);
        if is_a_word {
            return Vec::new();
        }
        let meant = self.latin.mistyped(typed, 8);
        for &word in &meant {
            note(scores, word, Quality::Mistyped);
        }
        meant.into_iter().map(|word| self.latin.spelt(word).to_owned()).collect()
    }

    /// Notes the records whose title or name is read so.
    pub(super) fn note_sound(&self, scores: &mut Scores, typed: &str, quality: Quality) {
        self.chinese.each_read(typed.as_bytes(), |wording| {
            scores.note(self.shown_by.list(wording as usize), quality);
        });
    }
}

/// Wordings while they are gathered.
#[derive(Debug, Default)]
struct Wordings<'a> {
    numbers: HashMap<&'a str, u32>,
    characters: Vec<u16>,
    starts: Vec<u32>,
    is_short: Vec<bool>,
    words: Gathering,
    records: Vec<(u32, u32)>,
    word: String,
}

impl<'a> Wordings<'a> {
    fn note(&mut self, wording: &'a str, record: u32, tier: Tier) {
        if wording.is_empty() {
            return;
        }
        let next = count(self.starts.len());
        let number = *self.numbers.entry(wording).or_insert(next);
        if number == next {
            self.starts.push(count(self.characters.len()));
            self.is_short.push(false);
            self.read(wording, number);
        }
        // What stands in a paragraph is not looked for by its sound: it would find everything.
        self.is_short[number as usize] |= tier != Tier::Body;
        self.records.push((number, record << 2 | tier.bits()));
    }

    fn read(&mut self, wording: &str, number: u32) {
        let (characters, words, word) = (&mut self.characters, &mut self.words, &mut self.word);
        let start = characters.len();
        let mut is_parted = false;
        each_sign(wording, |sign, _| {
            if let Sign::Letter(letter) = sign {
                word.push(letter);
                is_parted = true;
                return;
            }
            if !word.is_empty() {
                words.note(word, number);
                word.clear();
            }
            is_parted |= sign == Sign::Stop;
            if let Sign::Character(character) = sign {
                if is_parted && characters.len() > start {
                    characters.push(BREAK);
                }
                is_parted = false;
                characters.push(character);
            }
        });
        if !word.is_empty() {
            words.note(word, number);
            word.clear();
        }
        // No sound goes on from one wording to the next.
        characters.push(BREAK);
    }

    fn done(mut self, mut records: Vec<Record>, within: Within) -> Index {
        let wordings = self.starts.len();
        self.starts.push(count(self.characters.len()));
        records.shrink_to_fit();
        Index {
            records,
            chinese: Chinese::of(self.characters, self.starts, &self.is_short),
            latin: self.words.done(),
            within,
            shown_by: Lists::of(wordings, &self.records),
        }
    }
}
