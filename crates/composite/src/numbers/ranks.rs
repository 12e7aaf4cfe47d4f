//! The place of each value among all. Equal values are equal to the bit; whoever wants values that differ by rounding to tie rounds first.

use super::count;

/// Which end is first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The greatest value has rank 1.
    #[default]
    Descending,
    /// The smallest value has rank 1.
    Ascending,
}

/// What equal values get.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ties {
    /// The best of their places, as in sport: 1, 2, 2, 4.
    #[default]
    Min,
    /// The worst of their places: 1, 3, 3, 4.
    Max,
    /// The mean of their places: 1, 2.5, 2.5, 4.
    Mean,
    /// One place, and the next follows without a gap: 1, 2, 2, 3.
    Dense,
    /// Places in the order in which they stand: 1, 2, 3, 4.
    First,
}

/// The rank of each value, from 1. A value that is missing (not a number) has no rank either and takes nobody's place.
#[must_use]
pub fn ranks(values: &[f64], order: Order, ties: Ties) -> Vec<f64> {
    let mut there: Vec<usize> = (0..values.len()).filter(|place| !values[*place].is_nan()).collect();
    // Zero and minus zero are one value; adding zero makes them so.
    let value = |place: usize| values[place] + 0.0;
    there.sort_unstable_by(|left, right| {
        let by_value = match order {
            Order::Ascending => value(*left).total_cmp(&value(*right)),
            Order::Descending => value(*right).total_cmp(&value(*left)),
        };
        by_value.then(left.cmp(right))
    });

    let mut ranks = vec![f64::NAN; values.len()];
    let (mut begin, mut groups) = (0, 0);
    while begin < there.len() {
        let first = value(there[begin]);
        let same = there[begin..].iter().take_while(|place| value(**place).total_cmp(&first).is_eq()).count();
        groups += 1;
        for (offset, place) in there[begin..begin + same].iter().enumerate() {
            ranks[*place] = match ties {
                Ties::Min => count(begin + 1),
                Ties::Max => count(begin + same),
                Ties::Mean => f64::midpoint(count(begin + 1), count(begin + same)),
                Ties::Dense => count(groups),
                Ties::First => count(begin + offset + 1),
            };
        }
        begin += same;
    }
    ranks
}
