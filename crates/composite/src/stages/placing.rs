//! Places: who comes before whom, and what equals get.

use crate::framework::Ties;

use super::column::count;

/// Which end has place 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum First {
    /// The greatest value.
    Greatest,
    /// The smallest value.
    Smallest,
}

/// The place of each value, from 1; what is missing has no place and takes nobody's.
#[expect(clippy::float_cmp, reason = "values tie when they are the very same number")]
pub(crate) fn placed(values: &[f64], first: First, ties: Ties) -> Vec<f64> {
    let mut there: Vec<usize> = (0..values.len()).filter(|&at| !values[at].is_nan()).collect();
    there.sort_unstable_by(|&left, &right| {
        // Zero and minus zero are one value; adding zero makes them so.
        let by_value = (values[left] + 0.0).total_cmp(&(values[right] + 0.0));
        let by_value = if first == First::Greatest { by_value.reverse() } else { by_value };
        by_value.then(left.cmp(&right))
    });
    let mut places = vec![f64::NAN; values.len()];
    let (mut begin, mut groups) = (0, 0);
    while begin < there.len() {
        let value = values[there[begin]];
        let same = there[begin..].iter().take_while(|&&at| values[at] == value).count();
        groups += 1;
        for (offset, &at) in there[begin..][..same].iter().enumerate() {
            places[at] = match ties {
                Ties::Min => count(begin + 1),
                Ties::Max => count(begin + same),
                Ties::Mean => f64::midpoint(count(begin + 1), count(begin + same)),
                Ties::Dense => count(groups),
                Ties::First => count(begin + offset + 1),
            };
        }
        begin += same;
    }
    places
}
