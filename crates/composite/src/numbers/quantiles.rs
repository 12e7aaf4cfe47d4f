//! Median and quantiles, by any of the nine rules in use: R. J. Hyndman and Y. Fan, “Sample quantiles in statistical packages”,
//! The American Statistician 50 (1996). Their numbers stand beside the names.

use super::{NumbersError, all_there, at_least, count};

/// Where between two values a quantile lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum QuantileRule {
    /// 1: the smallest value that at least this share does not exceed.
    InverseEmpirical,
    /// 2: the same, averaged at steps, as SAS does.
    AveragedInverse,
    /// 3: the nearest value, the even one when two are as near.
    NearestEven,
    /// 4: straight lines through the empirical distribution.
    LinearEmpirical,
    /// 5: straight lines through the middle of each step (Hazen).
    Hazen,
    /// 6: by n + 1, as SPSS and a spreadsheet's QUARTILE.EXC (Weibull).
    Weibull,
    /// 7: by n − 1, as R, NumPy and a spreadsheet's QUARTILE.INC.
    #[default]
    Linear,
    /// 8: nearly unbiased for the median.
    MedianUnbiased,
    /// 9: nearly unbiased for a normal distribution.
    NormalUnbiased,
}

/// The middle value, or the mean of the two in the middle.
///
/// # Errors
/// No value, or a missing one.
pub fn median(values: &[f64]) -> Result<f64, NumbersError> {
    at_least(1, values.len())?;
    all_there(values)?;

    let sorted = sorted(values);
    let middle = sorted.len() / 2;
    if sorted.len() % 2 == 1 {
        return Ok(sorted[middle]);
    }
    Ok(f64::midpoint(sorted[middle - 1], sorted[middle]))
}

/// The value that a share of the values does not exceed.
///
/// # Errors
/// No value, a missing one, or a share outside 0 to 1.
pub fn quantile(values: &[f64], share: f64, rule: QuantileRule) -> Result<f64, NumbersError> {
    at_least(1, values.len())?;
    all_there(values)?;
    if !(0.0..=1.0).contains(&share) {
        return Err(NumbersError::Share { share });
    }

    let sorted = sorted(values);
    let (below, part) = place(sorted.len(), share, rule);
    // Positions count from 1, and those outside the list stand for its ends.
    let at = |position: usize| sorted[position.clamp(1, sorted.len()) - 1];
    let (low, high) = (at(below), at(below + 1));
    Ok(low + part * (high - low))
}

/// The position (from 1) before the quantile and how far it lies towards the next.
fn place(values: usize, share: f64, rule: QuantileRule) -> (usize, f64) {
    // A share such as 0.1 is not exact, and must not miss a step by its last bit.
    const FUZZ: f64 = 4.0 * f64::EPSILON;
    let n = count(values);
    let exact = match rule {
        QuantileRule::InverseEmpirical | QuantileRule::AveragedInverse | QuantileRule::LinearEmpirical => {
            n * share
        }
        QuantileRule::NearestEven => n * share - 0.5,
        QuantileRule::Hazen => n * share + 0.5,
        QuantileRule::Weibull => (n + 1.0) * share,
        QuantileRule::Linear => 1.0 + (n - 1.0) * share,
        QuantileRule::MedianUnbiased => 1.0 / 3.0 + share * (n + 1.0 / 3.0),
        QuantileRule::NormalUnbiased => 0.375 + share * (n + 0.25),
    };
    let whole = (exact + FUZZ * n).floor();
    let rest = exact - whole;
    let rest = if rest.abs() < FUZZ * n { 0.0 } else { rest };
    let part = match rule {
        QuantileRule::InverseEmpirical => f64::from(u8::from(rest > 0.0)),
        QuantileRule::AveragedInverse => {
            if rest > 0.0 {
                1.0
            } else {
                0.5
            }
        }
        QuantileRule::NearestEven => f64::from(u8::from(rest > 0.0 || whole.rem_euclid(2.0) > 0.5)),
        _ => rest,
    };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a position, never below −1")]
    let below = whole.max(0.0) as usize;
    // Before the first value there is nothing to lie towards.
    if whole < 0.0 { (0, 0.0) } else { (below, part) }
}

fn sorted(values: &[f64]) -> Vec<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted
}
