//! VIKOR: a compromise between the good of most criteria and the regret of the worst one.
//!
//! S. Opricovic and G.-H. Tzeng, “Compromise solution by MCDM methods”, European Journal of Operational Research 156 (2004).

use super::{RankingError, parameter, weighed};
use crate::Matrix;
use crate::numbers::{Direction, Scale, at_least, count, scaled};

/// What VIKOR says of each row; less is better in all three.
#[derive(Clone, Debug, PartialEq)]
pub struct Vikor {
    /// S: the weighted distance from the best over all columns.
    pub group: Vec<f64>,
    /// R: the greatest of these distances.
    pub regret: Vec<f64>,
    /// Q, from 0 to 1: the compromise.
    pub compromise: Vec<f64>,
    /// The rows proposed: the first by Q alone, if it leads by 1 / (n − 1) and is first by S or R too; the first two, if only the lead is there;
    /// else all within the lead. In the order of Q.
    pub proposed: Vec<usize>,
}

/// VIKOR. `majority` is the weight of the group against the regret, 0.5 in the paper.
///
/// # Errors
/// Fewer than two rows; weights or directions of another number; a missing cell; a constant column; a majority outside 0 to 1; or rows that are
/// all the same in group and regret.
pub fn vikor(
    matrix: &Matrix,
    weights: &[f64],
    directions: &[Direction],
    majority: f64,
) -> Result<Vikor, RankingError> {
    at_least(2, matrix.rows())?;
    weighed(weights, matrix.columns())?;
    parameter(majority, 0.0, 1.0)?;

    let scaled = scaled(matrix, directions, Scale::MinMax)?;
    let (mut group, mut regret) = (Vec::new(), Vec::new());
    for row in 0..scaled.rows() {
        let distances = scaled.row(row).iter().zip(weights).map(|(cell, weight)| weight * (1.0 - cell));
        let (sum, most) =
            distances.fold((0.0, 0.0), |(sum, most), distance| (sum + distance, f64::max(most, distance)));
        group.push(sum);
        regret.push(most);
    }

    let (groups, regrets) = (Span::of(&group), Span::of(&regret));
    if groups.is_none() && regrets.is_none() {
        return Err(RankingError::AllSame);
    }
    // A list whose values are all the same parts nobody from anybody.
    let share = |span: Option<Span>, value: &f64| span.map_or(0.0, |span| span.share(*value));
    let both = group.iter().zip(&regret);
    let compromise: Vec<f64> = both
        .map(|(group, regret)| majority * share(groups, group) + (1.0 - majority) * share(regrets, regret))
        .collect();
    let proposed = proposed(&group, &regret, &compromise);
    Ok(Vikor { group, regret, compromise, proposed })
}

/// From the least to the greatest of a list.
#[derive(Clone, Copy)]
struct Span {
    least: f64,
    width: f64,
}

impl Span {
    fn of(values: &[f64]) -> Option<Self> {
        let least = values.iter().copied().fold(f64::INFINITY, f64::min);
        let width = values.iter().copied().fold(f64::NEG_INFINITY, f64::max) - least;
        (width > 0.0).then_some(Self { least, width })
    }

    fn share(self, value: f64) -> f64 {
        (value - self.least) / self.width
    }
}

fn proposed(group: &[f64], regret: &[f64], compromise: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..compromise.len()).collect();
    order.sort_by(|left, right| compromise[*left].total_cmp(&compromise[*right]).then(left.cmp(right)));

    let lead = 1.0 / (count(order.len()) - 1.0);
    let first = order[0];
    let leads = |values: &[f64]| values.iter().all(|value| values[first] <= *value);
    let ahead = |row: usize| compromise[row] - compromise[first] >= lead;
    if !ahead(order[1]) {
        return order.into_iter().take_while(|row| !ahead(*row)).collect();
    }
    let stable = leads(group) || leads(regret);
    order.truncate(if stable { 1 } else { 2 });
    order
}
