//! What the claims of a paragraph share while they are weighed one by one: where its sentences, stages and cues stand, how near each keyword is to
//! the claim at hand, and which figures such words point to.

use super::heard::cues::Heard;
use super::known::truths::Truth;
use super::{Linter, Occasion};
use crate::calendar::Date;
use crate::claim::{Kind, Stage, Value};

/// What stands in the paragraph at hand; and for each keyword, how near it stands to the claim at hand, and the figures that such words point
/// to. The former is written anew for every paragraph, the latter for every claim.
pub(super) struct Near {
    /// Byte ends of the sentences.
    pub(super) sentences: Vec<usize>,
    /// Byte ends of the clauses.
    pub(super) clauses: Vec<usize>,
    /// Blanks between two Chinese characters.
    pub(super) blanks: Vec<usize>,
    /// Where the words of stages begin and end.
    pub(super) stages: Vec<(usize, usize, Stage)>,
    /// What else its words say of numbers.
    pub(super) heard: Heard,
    /// The week of the occasion, by its number, and for each figure whether it may be of it: all the while the same.
    pub(super) week: Option<u16>,
    pub(super) current: Vec<bool>,
    /// The days on which it is held: as well.
    pub(super) held: Option<(Date, Date)>,
    /// The numbers of the figures: as well.
    pub(super) truths: Vec<Truth>,
    pub(super) words: Vec<f64>,
    pub(super) touched: Vec<u32>,
    /// The figures that are pointed to.
    pub(super) figures: Vec<u32>,
    /// For each figure, the number of the claim that pointed to it last, and of the one it was weighed for last.
    pub(super) pointed: Vec<u32>,
    pub(super) weighed: Vec<u32>,
    pub(super) claim: u32,
    /// The kind of the claim at hand.
    pub(super) kind: Kind,
    /// Figures seen to be far from the claim at hand, to be weighed last.
    pub(super) far: Vec<u32>,
}

impl Near {
    pub(super) fn new(linter: &Linter, occasion: &Occasion) -> Self {
        let named = occasion.week.as_ref();
        let week = named.and_then(|named| linter.ledger.weeks.iter().position(|week| week.id == *named));
        let week = week.and_then(|week| u16::try_from(week).ok());
        let is_current = |own: &Option<u16>| week.is_none() || own.is_none() || *own == week;
        let figures = linter.ledger.figures.len();
        Self {
            sentences: Vec::new(),
            clauses: Vec::new(),
            blanks: Vec::new(),
            stages: Vec::new(),
            heard: Heard::default(),
            week,
            current: linter.clues.weeks.iter().map(is_current).collect(),
            held: linter.ledger.figures.iter().zip(&linter.clues.weeks).find_map(
                |(figure, own)| match figure.value {
                    Value::Period(from, to) if *own == week => Some((from, to)),
                    _ => None,
                },
            ),
            truths: Truth::all(&linter.ledger, occasion.day),
            words: vec![0.0; linter.clues.weights.len()],
            touched: Vec::new(),
            figures: Vec::new(),
            pointed: vec![0; figures],
            weighed: vec![0; figures],
            claim: 0,
            kind: Kind::Count,
            far: Vec::new(),
        }
    }

    pub(super) fn turn_to(&mut self, kind: Kind) {
        self.claim += 1;
        self.kind = kind;
        self.figures.clear();
    }

    pub(super) fn point(&mut self, figure: u32) {
        let last = &mut self.pointed[figure as usize];
        if *last != self.claim {
            *last = self.claim;
            self.figures.push(figure);
        }
    }

    pub(super) fn is_pointed(&self, figure: usize) -> bool {
        self.pointed[figure] == self.claim
    }

    pub(super) fn is_weighed(&self, figure: usize) -> bool {
        self.weighed[figure] == self.claim
    }

    pub(super) fn note_weighed(&mut self, figure: usize) {
        self.weighed[figure] = self.claim;
    }
}
