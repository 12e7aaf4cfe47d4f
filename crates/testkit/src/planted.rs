//! A large week with clashes planted in it: what a check must find is known exactly, and so is what it must not.
//!
//! The week is clean by construction and only then are clashes planted, each with people, rooms and hours nobody else
//! uses, so that it breaks one rule and no other.
//! Rows are shuffled at the end: the planted ones stand anywhere.
//! What it deliberately does not do: build domain values. It writes files, because the files are what is checked.
//! The cost is a few hundred bytes a row; 100,000 rows fit in well under 100 MB.

mod chance;
mod clashes;
mod crowd;
mod csv;
mod grounds;
mod row;
mod wording;
mod xlsx;

pub use chance::Chance;
pub use clashes::{PLANTED, Planted};
pub use row::{HEADINGS, Row};

use festoon_domain::timetable::Rule;

/// How many houses every planted week has, each with a stated road to each other.
pub const VENUES: u32 = 60;

/// What to make.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// Rows in all, planted ones included, as far as room is left beside those.
    pub sessions: u32,
    /// Clashes of each rule.
    pub clashes_each: u32,
    /// What chance is drawn from.
    pub seed: u64,
}

/// A week as its hosts would hand it in, and what is wrong with it.
#[derive(Debug, Clone)]
pub struct PlantedWeek {
    /// The programme, row by row; the first stands in row 2 of the file, under the headings.
    pub rows: Vec<Row>,
    /// What was planted: exactly what a check has to find.
    pub planted: Vec<Planted>,
    grounds: grounds::Grounds,
}

impl PlantedWeek {
    /// Makes the week; the same plan makes the same week.
    #[must_use]
    pub fn grow(plan: Plan) -> Self {
        let mut chance = Chance::from_seed(plan.seed);
        let grounds = grounds::Grounds::lay(plan, &mut chance);
        let mut wording = wording::Wording::default();

        let (mut rows, mut planted) = clashes::plant(plan, &grounds, &mut wording, &mut chance);
        let crowd = plan.sessions.saturating_sub(u32::try_from(rows.len()).unwrap_or(u32::MAX));
        crowd::fill(crowd, &grounds, &mut wording, &mut chance, &mut rows);

        shuffle(&mut rows, &mut planted, &mut chance);
        Self { rows, planted, grounds }
    }

    /// How many clashes of a rule were planted.
    #[must_use]
    pub fn count(&self, rule: Rule) -> usize {
        self.planted.iter().filter(|planted| planted.rule == rule).count()
    }
}

/// Mixes the rows and tells each planted clash where its rows went.
fn shuffle(rows: &mut Vec<Row>, planted: &mut [Planted], chance: &mut Chance) {
    let mut order: Vec<usize> = (0..rows.len()).collect();
    for last in (1..order.len()).rev() {
        order.swap(last, chance.below_len(last + 1));
    }

    let mut number_in_file = vec![0_u32; rows.len()];
    for (row, &from) in (2..).zip(&order) {
        number_in_file[from] = row;
    }
    let mut taken: Vec<Option<Row>> = std::mem::take(rows).into_iter().map(Some).collect();
    rows.extend(order.iter().filter_map(|&from| taken[from].take()));

    for clash in planted {
        for row in &mut clash.rows {
            *row = number_in_file[*row as usize];
        }
        clash.rows.sort_unstable();
    }
}
