//! What comes first: where a term was found, how well, and how many of the terms.
//!
//! Every record has a score a term, the best of its texts; they are added up. Records are numbered so that the lower number comes
//! first where two scores are equal.

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
    /// Inside a word of letters, or one of what was typed as several.
    Inside,
    /// Somebody may have mistyped it, or written other characters of the same sound.
    Mistyped,
    /// Inside a word of letters, of which it is a scrap: who types `ren` means no `children`.
    Scrap,
}

/// A title found by its sound still comes before a word found in a paragraph; a scrap even of a title comes after every sound that
/// stands beside one.
const SCORES: [[u8; 7]; 3] =
    [[100, 80, 70, 60, 50, 40, 20], [40, 32, 28, 24, 20, 16, 6], [10, 8, 7, 6, 5, 4, 2]];

fn score(tier_bits: u32, quality: Quality) -> u8 {
    SCORES[(tier_bits & 3) as usize % SCORES.len()][quality as usize]
}

/// The scores of all records while a query is answered. What it costs grows with what is found, not with what there is.
#[derive(Debug)]
pub(super) struct Scores {
    best: Vec<u8>,
    sums: Vec<u16>,
    found: Vec<u8>,
    /// The records noted for the term that is looked for.
    noted: Vec<u32>,
    /// The records that have any term.
    any: Vec<u32>,
    most_terms: u32,
}

impl Scores {
    /// Nothing found yet of so many records.
    pub(super) fn of(records: usize) -> Self {
        Self {
            best: vec![0; records],
            sums: vec![0; records],
            found: vec![0; records],
            noted: Vec::new(),
            any: Vec::new(),
            most_terms: 0,
        }
    }

    /// Notes that records were found by a text; each is a number with its tier in the last two bits.
    pub(super) fn note(&mut self, records: &[u32], quality: Quality) {
        for &packed in records {
            let record = packed >> 2;
            let best = &mut self.best[record as usize];
            if *best == 0 {
                self.noted.push(record);
            }
            *best = (*best).max(score(packed, quality));
        }
    }

    /// Counts what was noted for a term, at most eight, and says whether that was anything.
    pub(super) fn count_as(&mut self, term: usize) -> bool {
        let bit = 1_u8 << (term % 8);
        let any = !self.noted.is_empty();
        for record in self.noted.drain(..) {
            let place = record as usize;
            let found = &mut self.found[place];
            if *found == 0 {
                self.any.push(record);
            }
            *found |= bit;
            self.most_terms = self.most_terms.max(found.count_ones());
            self.sums[place] += u16::from(std::mem::take(&mut self.best[place]));
        }
        any
    }

    /// How many terms the records have that have most of them.
    pub(super) const fn most_terms(&self) -> u32 {
        self.most_terms
    }

    /// Which terms a record has, a bit each.
    pub(super) fn terms_of(&self, record: u32) -> u8 {
        self.found[record as usize]
    }

    /// How well a record was found, all its terms together.
    pub(super) fn score_of(&self, record: u32) -> u16 {
        self.sums[record as usize]
    }

    /// The records that have so many terms, in order.
    pub(super) fn having(&self, terms: u32) -> Vec<u32> {
        if terms == 0 {
            return Vec::new();
        }
        let has_them = |record: &u32| self.found[*record as usize].count_ones() == terms;
        // Of many, walking over all is quicker than sorting.
        if self.any.len() > self.found.len() / 16 {
            return (0..).take(self.found.len()).filter(has_them).collect();
        }
        let mut having: Vec<u32> = self.any.iter().copied().filter(has_them).collect();
        having.sort_unstable();
        having
    }

    /// Of records in order, those from the `skip`-th best on, at most `most`.
    pub(super) fn best(&self, records: &[u32], skip: usize, most: usize) -> Vec<u32> {
        if most == 0 {
            return Vec::new();
        }
        // Counting how often each score occurs tells from which on they are wanted, without sorting thousands.
        let mut often = [0_usize; 8 * 100 + 1];
        for &record in records {
            often[usize::from(self.score_of(record))] += 1;
        }
        let mut above = 0;
        let mut least = often.len();
        while least > 0 && above < skip + most {
            least -= 1;
            above += often[least];
        }
        // The least score wanted may be that of thousands, and only the first of those are.
        let mut spare = often[least].saturating_sub(above.saturating_sub(skip + most));
        let mut wanted: Vec<u32> = Vec::new();
        for &record in records {
            let score = usize::from(self.score_of(record));
            if score == least && spare > 0 {
                spare -= 1;
                wanted.push(record);
            } else if score > least {
                wanted.push(record);
            }
        }
        wanted.sort_by_key(|&record| (u16::MAX - self.score_of(record), record));
        wanted.split_off(skip.min(wanted.len()))
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
        let having = scores.having(1);
        assert_eq!(having, [1, 2, 4, 5]);
        assert_eq!(scores.best(&having, 0, 10), [1, 4, 5, 2]);
        assert_eq!(scores.best(&having, 1, 2), [4, 5]);
        assert_eq!(scores.best(&having, 9, 2), [0; 0]);
        assert_eq!(scores.best(&having[1..], 0, 1), [4]);
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
        assert_eq!(scores.having(2), [1]);
        assert_eq!((scores.terms_of(0), scores.terms_of(2)), (1, 2));
    }

    #[test]
    fn few_of_many_are_in_order_as_many_are() {
        let mut scores = Scores::of(1_000);
        scores.note(&[700 << 2, 3 << 2, 500 << 2], Quality::Exact);
        scores.count_as(0);
        assert_eq!(scores.having(1), [3, 500, 700]);
    }
}
