//! Makes texts wrong in known ways, so that the linter can be asked whether it notices.
//!
//! It shares no code with the linter: it never finds a figure in a text, it knows them from the marks of the corpus, and it
//! reads numbers and the figures file with a few lines of its own. One mutation changes one thing, and says which.

mod falsify;
pub(crate) mod marks;
pub(crate) mod numerals;
pub(crate) mod truth;
mod words;

use marks::{Corpus, Language, Paragraph};
use std::collections::BTreeSet;
use std::ops::Range;
use truth::Truth;

/// What the linter should say of a mutation, in the order in which they are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Verdict {
    WrongValue,
    /// Off by 10, 100, 1,000 (million for billion) or 10,000 (万 for 亿).
    OffByPower,
    /// Another currency, or another measure: per cent for percentage points, hectares for square metres.
    WrongUnit,
    HedgeContradicts,
    WrongStage,
    /// A rise told as a fall, or a fall as a rise.
    WrongDirection,
    /// An earlier value without its date, or a date older than the value in force.
    Stale,
    ScopeDiffers,
    /// People for visits, companies for projects.
    CountedDiffers,
    /// A figure that is internal, or not yet to be published on the day of the text.
    Embargoed,
    /// Parts and total in the text no longer agree. A part that is a figure of its own may be told as wrong too.
    SumFails,
    /// A figure nobody keeps: a note, and no alarm.
    NotAmong,
    /// The other language says another number.
    Disagrees,
    /// The other language says no number at all.
    Omitted,
}

impl Verdict {
    pub(crate) const ALL: [Self; 14] = [
        Self::WrongValue,
        Self::OffByPower,
        Self::WrongUnit,
        Self::HedgeContradicts,
        Self::WrongStage,
        Self::WrongDirection,
        Self::Stale,
        Self::ScopeDiffers,
        Self::CountedDiffers,
        Self::Embargoed,
        Self::SumFails,
        Self::NotAmong,
        Self::Disagrees,
        Self::Omitted,
    ];
}

/// A paragraph made wrong in one way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mutation {
    pub(crate) verdict: Verdict,
    /// The text as it now stands, with its marks as they now are.
    pub(crate) paragraph: Paragraph,
    /// Bytes of that text. A verdict that touches any of these places is at the right place.
    pub(crate) places: Vec<Range<usize>>,
    /// The unharmed text in the other language, for `Disagrees` and `Omitted`.
    pub(crate) other: Option<Paragraph>,
}

/// At most `most` mutations of every verdict, as many in one language as in the other while they last; the same for the same seed.
pub(crate) fn mutations(corpus: &Corpus, truth: &Truth, seed: u64, most: usize) -> Vec<Mutation> {
    let mut chance = fastrand::Rng::with_seed(seed);
    let mut made = falsify::everything(corpus, truth, &mut chance);
    chance.shuffle(&mut made);
    let mut turned = falsify::turned(corpus, truth);
    chance.shuffle(&mut turned);
    made.extend(turned);

    let mut kept = BTreeSet::new();
    made.retain(|mutation| {
        kept.insert((mutation.verdict, mutation.paragraph.text.clone(), mutation.places[0].start))
    });

    Verdict::ALL.into_iter().flat_map(|verdict| balanced(&made, verdict, most)).collect()
}

fn balanced(made: &[Mutation], verdict: Verdict, most: usize) -> Vec<Mutation> {
    let of = |language| {
        made.iter().filter(move |one| one.verdict == verdict && one.paragraph.language == language)
    };
    let (chinese, english) = (of(Language::Chinese).count(), of(Language::English).count());
    let half = most / 2;
    let chinese = chinese.min(most - english.min(half));
    let english = english.min(most - chinese);

    of(Language::Chinese).take(chinese).chain(of(Language::English).take(english)).cloned().collect()
}
