//! What comes first: where a term was found, how well, and how many of the terms.
//!
//! Every record has a score a term, the best of its texts; they are added up. Records are numbered so that the lower number comes
//! first where two scores are equal.

use std::ops::Range;

/// Which of its texts a record is found by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tier {
    /// What it is called.
    Title,
    /// What stands beside that: people, houses, hosts, the activity it is of.
    Beside,
    /// What is told about it.
    Body,
}

impl Tier {
    /// In two bits.
    pub(super) const fn bits(self) -> u32 {
        match self {
            Self::Title => 0,
            Self::Beside => 1,
            Self::Body => 2,
        }
    }
}

/// How well a term was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quality {
    /// It is the whole wording, or a whole word.
    Exact,
    /// Its beginning.
    Prefix,
    /// Somewhere in it.
    Substring,
    /// It sounds so.
    Sound,
    /// Somebody may have mistyped it.
    Mistyped,
}

/// A title found by its sound still comes before a word found in a paragraph.
const SCORES: [[u8; 5]; 3] = [[100, 80, 70, 60, 40], [40, 32, 28, 24, 16], [10, 8, 7, 6, 4]];

fn score(tier_bits: u32, quality: Quality) -> u8 {
    SCORES[(tier_bits & 3) as usize % SCORES.len()][quality as usize]
}

/// The scores of all records while a query is answered.
#[derive(Debug)]
pub(super) struct Scores {
    best: Vec<u8>,
    sums: Vec<u16>,
    found: Vec<u8>,
}

impl Scores {
    /// Nothing found yet of so many records.
    pub(super) fn of(records: usize) -> Self {
        Self { best: vec![0; records], sums: vec![0; records], found: vec![0; records] }
    }

    /// Notes that records were found by a text; each is a number with its tier in the last two bits.
    pub(super) fn note(&mut self, records: &[u32], quality: Quality) {
        for &packed in records {
            let best = &mut self.best[(packed >> 2) as usize];
            *best = (*best).max(score(packed, quality));
        }
    }

    /// Counts what was noted for a term, at most eight, and says whether that was anything.
    pub(super) fn count_as(&mut self, term: usize) -> bool {
        let mut any = 0;
        let bit = 1_u8 << (term % 8);
        for ((best, sum), found) in self.best.iter_mut().zip(&mut self.sums).zip(&mut self.found) {
            any |= *best;
            *sum += u16::from(*best);
            *found |= if *best > 0 { bit } else { 0 };
            *best = 0;
        }
        any > 0
    }

    /// How many terms the records have that have most of them.
    pub(super) fn most_terms(&self) -> u32 {
        self.found.iter().map(|found| found.count_ones()).max().unwrap_or_default()
    }

    /// Which terms a record has, a bit each.
    pub(super) fn terms_of(&self, record: u32) -> u8 {
        self.found[record as usize]
    }

    /// How well a record was found, all its terms together.
    pub(super) fn score_of(&self, record: u32) -> u16 {
        self.sums[record as usize]
    }

    /// The records of a stretch that have so many terms: how many there are, and those from the `skip`-th best on, at most `most`.
    pub(super) fn best(&self, within: Range<u32>, terms: u32, skip: usize, most: usize) -> (usize, Vec<u32>) {
        let stretch = within.start as usize..within.end as usize;
        let has_them = |found: &u8| found.count_ones() == terms && terms > 0;
        let found = self.found[stretch.clone()].iter();
        let numbered =
            within.zip(self.sums[stretch].iter().zip(found)).filter(|(_, (_, found))| has_them(found));

        // Counting how often each score occurs tells from which on they are wanted, without sorting thousands.
        let mut often = [0_usize; 8 * 100 + 1];
        let mut total = 0;
        for (_, (&sum, _)) in numbered.clone() {
            often[usize::from(sum)] += 1;
            total += 1;
        }
        let mut above = 0;
        let mut least = often.len();
        while least > 0 && above < skip + most {
            least -= 1;
            above += often[least];
        }
        let wanted = numbered.filter(|(_, (sum, _))| usize::from(**sum) >= least);
        let mut wanted: Vec<(u32, u16)> = wanted.map(|(record, (&sum, _))| (record, sum)).collect();
        // The last score wanted may be that of thousands; those of one score are in order already.
        if wanted.len() > skip + most {
            let spare = wanted.len() - (skip + most);
            let kept = often[least] - spare;
            let mut of_least = 0;
            wanted.retain(|(_, sum)| {
                of_least += usize::from(usize::from(*sum) == least);
                usize::from(*sum) > least || of_least <= kept
            });
        }
        wanted.sort_by_key(|(record, sum)| (u16::MAX - sum, *record));
        (total, wanted.into_iter().skip(skip).map(|(record, _)| record).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_come_first_and_the_lower_number_where_they_are_equal() {
        let mut scores = Scores::of(6);
        let titled = |record: u32| record << 2;
        scores.note(&[titled(1), titled(4), titled(2) | Tier::Body.bits()], Quality::Exact);
        scores.note(&[titled(5)], Quality::Mistyped);
        assert!(scores.count_as(0));
        assert_eq!(scores.most_terms(), 1);
        assert_eq!(scores.best(0..6, 1, 0, 10), (4, vec![1, 4, 5, 2]));
        assert_eq!(scores.best(0..6, 1, 1, 2), (4, vec![4, 5]));
        assert_eq!(scores.best(2..6, 1, 0, 1), (3, vec![4]));
        assert!(!scores.count_as(1));
    }

    #[test]
    fn who_has_both_terms_comes_before_who_has_one() {
        let mut scores = Scores::of(3);
        scores.note(&[0, 1 << 2], Quality::Exact);
        scores.count_as(0);
        scores.note(&[1 << 2, 2 << 2], Quality::Prefix);
        scores.count_as(1);
        assert_eq!(scores.most_terms(), 2);
        assert_eq!(scores.best(0..3, 2, 0, 9), (1, vec![1]));
        assert_eq!((scores.terms_of(0), scores.terms_of(2)), (1, 2));
    }
}
