//! How many sessions remain under each choice, so that no link leads to a surprise.

use festoon_domain::programme::OccurrenceId;

use super::{ChoiceId, Facet, Filter, Fit};
use crate::Guide;

/// The counts beside the links of a list: one walk over what could be listed.
#[derive(Debug)]
pub struct Tally {
    matching: usize,
    under: Vec<usize>,
    without: [usize; Facet::ALL.len()],
}

impl Tally {
    /// Counts what `filter` leaves of these occurrences, and what it would leave with one facet asked otherwise.
    #[must_use]
    pub fn of(guide: &Guide, filter: &Filter, among: impl IntoIterator<Item = OccurrenceId>) -> Self {
        let facets = guide.facets();
        let mut tally = Self { matching: 0, under: vec![0; facets.len()], without: [0; Facet::ALL.len()] };
        for id in among {
            let held = facets.held(id);
            match filter.fit(held) {
                Fit::Not => {}
                Fit::Whole => {
                    tally.matching += 1;
                    for choice in held {
                        tally.under[choice.place()] += 1;
                    }
                }
                Fit::ButFor(facet) => {
                    tally.without[facet.place()] += 1;
                    for choice in held.iter().filter(|&&choice| facets[choice].facet == facet) {
                        tally.under[choice.place()] += 1;
                    }
                }
            }
        }
        tally
    }

    /// How many the filter leaves.
    #[must_use]
    pub const fn matching(&self) -> usize {
        self.matching
    }

    /// How many are left when this is asked of its facet, in place of what was.
    #[must_use]
    pub fn with(&self, choice: ChoiceId) -> usize {
        self.under[choice.place()]
    }

    /// How many are left when nothing is asked of a facet.
    #[must_use]
    pub const fn without(&self, facet: Facet) -> usize {
        self.matching + self.without[facet.place()]
    }
}
