//! Every way of being wrong, each on every figure it can be done to.

mod context;
mod direction;
mod numbers;
mod whole;
mod wording;

use super::marks::{Corpus, Mark, Paragraph};
use super::truth::{Figure, Truth};
use super::{Mutation, Verdict};
use fastrand::Rng;

pub(crate) fn everything(corpus: &Corpus, truth: &Truth, chance: &mut Rng) -> Vec<Mutation> {
    let mut made = Vec::new();
    let alone = corpus.paragraphs.iter().chain(corpus.pairs.iter().flatten());

    for paragraph in alone {
        for at in 0..paragraph.marks.len() {
            let here = Here { paragraph, at, truth };
            made.extend(numbers::all(here, chance));
            made.extend(wording::all(here));
            made.extend(context::all(here));
        }
        made.extend(whole::embargoed(paragraph, truth));
        made.extend(whole::strangers(paragraph, truth, chance));
    }
    for pair in &corpus.pairs {
        made.extend(whole::between(pair, truth, chance));
    }
    made
}

/// Rises told as falls, and falls as rises; apart, so that the others are chosen as if there were none of these.
pub(crate) fn turned(corpus: &Corpus, truth: &Truth) -> Vec<Mutation> {
    let alone = corpus.paragraphs.iter().chain(corpus.pairs.iter().flatten());
    alone
        .flat_map(|paragraph| (0..paragraph.marks.len()).map(move |at| Here { paragraph, at, truth }))
        .flat_map(direction::all)
        .collect()
}

/// One mark in its paragraph, and the truth to be wrong about.
#[derive(Clone, Copy)]
struct Here<'a> {
    paragraph: &'a Paragraph,
    at: usize,
    truth: &'a Truth,
}

impl<'a> Here<'a> {
    fn mark(self) -> &'a Mark {
        &self.paragraph.marks[self.at]
    }

    fn words(self) -> &'a str {
        self.paragraph.words(self.at)
    }

    /// The figure of the file that this mark states.
    fn figure(self) -> Option<&'a Figure> {
        self.mark().flag("figure").map(|id| self.truth.figure(id))
    }

    /// The ends of the truth on the day the text speaks of.
    fn in_force(self) -> Option<(i128, i128)> {
        let year = &self.paragraph.day[..5];
        let said = self.mark().flag("asof").map(|day| day.replacen("--", year, 1));
        self.figure()?.in_force(said.as_deref().unwrap_or(&self.paragraph.day))
    }

    fn mutation(self, verdict: Verdict, words: &str, mark: Mark) -> Mutation {
        let paragraph = self.paragraph.with(self.at, words, mark);
        let places = vec![paragraph.marks[self.at].place.clone()];
        Mutation { verdict, paragraph, places, other: None }
    }
}
