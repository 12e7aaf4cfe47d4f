//! Numbers between 0 and 1 made into draws: the inverses of distribution functions, so that even points stay even.

use crate::numbers::elementary::{erfc, exp, ln, ln_gamma};

/// The standard normal number below which a part `even` of all lies. A first guess after Abramowitz and Stegun 26.2.23 is good to 4.5 · 10⁻⁴, and
/// two steps of Halley's method make that about 10⁻¹⁵.
pub(super) fn normal(even: f64) -> f64 {
    let tail = even.min(1.0 - even);
    let t = (-2.0 * ln(tail)).sqrt();
    let above = (0.010_328 * t + 0.802_853) * t + 2.515_517;
    let below = ((0.001_308 * t + 0.189_269) * t + 1.432_788) * t + 1.0;
    let mut x = above / below - t;
    for _ in 0..2 {
        let error = 0.5 * erfc(-x * std::f64::consts::FRAC_1_SQRT_2) - tail;
        let step = error * (2.0 * std::f64::consts::PI).sqrt() * exp(x * x / 2.0);
        x -= step / (1.0 + x * step / 2.0);
    }
    if even < 0.5 { x } else { -x }
}

/// The same for a triangle from the first to the last of three values, with its top above the second.
pub(super) fn triangular([low, mode, high]: [f64; 3], even: f64) -> f64 {
    if low >= high {
        return low;
    }
    let rising = mode - low;
    let width = high - low;
    if even * width < rising {
        return low + (even * width * rising).sqrt();
    }
    high - ((1.0 - even) * width * (high - mode)).sqrt()
}

/// Dirichlet's shares: gamma numbers of these shapes, divided by their sum. They are held as logarithms, since those of small shapes are too small
/// for a number. A shape of 0 has no share.
pub(super) fn gamma_shares(parameters: impl Iterator<Item = f64>, even: &[f64], shares: &mut [f64]) {
    for ((share, shape), even) in shares.iter_mut().zip(parameters).zip(even) {
        *share = if shape > 0.0 { ln_gamma_number(shape, *even) } else { f64::NEG_INFINITY };
    }
    let greatest = shares.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let mut sum = 0.0;
    for share in &mut *shares {
        *share = exp(*share - greatest);
        sum += *share;
    }
    for share in shares {
        *share /= sum;
    }
}

/// The logarithm y of the gamma number below which a part `even` lies. The logarithm of the distribution function is concave in y, so Newton's
/// method lands on the left after its first step and comes nearer with each; where a step is below 10⁻⁶, the rest is its square.
pub(super) fn ln_gamma_number(shape: f64, even: f64) -> f64 {
    let wanted = ln(even);
    let log_gamma = ln_gamma(shape);
    // Left of the number for all shapes, and near it for small ones.
    let leftmost = (wanted + log_gamma + ln(shape)) / shape;
    let mut y = leftmost.max(wilson_hilferty(shape, even));
    for _ in 0..60 {
        let (log_part, slope) = ln_part_below(shape, log_gamma, y);
        let step = (log_part - wanted) / slope;
        y -= step;
        if step.abs() < 1e-6 || !step.is_finite() {
            break;
        }
    }
    y
}

/// A gamma number is nearly the cube of a normal one (Wilson and Hilferty 1931); for small ones, nearly nothing.
fn wilson_hilferty(shape: f64, even: f64) -> f64 {
    let ninth = 1.0 / (9.0 * shape);
    let root = 1.0 - ninth + normal(even) * ninth.sqrt();
    if root < 0.1 { f64::NEG_INFINITY } else { ln(shape) + 3.0 * ln(root) }
}

/// The logarithm of the part below e^y, and its slope in y. By the series of the lower part where that is short, else by the continued fraction of
/// the upper one (Abramowitz and Stegun 6.5.29 and 6.5.31, the latter evaluated after Lentz).
fn ln_part_below(shape: f64, log_gamma: f64, y: f64) -> (f64, f64) {
    let x = exp(y);
    let log_density = shape * y - x - log_gamma;
    if x < shape + 1.0 {
        let mut term = 1.0 / shape;
        let mut sum = term;
        let mut above = shape;
        while term > sum * 1e-16 {
            above += 1.0;
            term *= x / above;
            sum += term;
        }
        return (log_density + ln(sum), 1.0 / sum);
    }
    let density = exp(log_density);
    let below = 1.0 - density * fraction_above(shape, x);
    (ln(below), density / below)
}

fn fraction_above(shape: f64, x: f64) -> f64 {
    let mut below = x + 1.0 - shape;
    let mut upward = 1e300;
    let mut downward = 1.0 / below;
    let mut fraction = downward;
    let mut step = 0.0;
    for _ in 0..10_000 {
        step += 1.0;
        let above = step * (shape - step);
        below += 2.0;
        downward = 1.0 / (above * downward + below);
        upward = below + above / upward;
        let change = upward * downward;
        fraction *= change;
        if (change - 1.0).abs() < 1e-15 {
            break;
        }
    }
    fraction
}

#[cfg(test)]
mod tests {
    use super::{gamma_shares, ln_gamma_number, normal, triangular};

    #[test]
    fn normal_numbers_are_those_of_the_tables() {
        let near = |even: f64, x: f64| assert!((normal(even) - x).abs() < 1e-13, "{even}: {}", normal(even));
        near(0.5, 0.0);
        near(0.975, 1.959_963_984_540_054);
        near(0.025, -1.959_963_984_540_054);
        near(0.841_344_746_068_542_9, 1.0);
        near(1e-9, -5.997_807_015_007_686);
    }

    #[test]
    fn gamma_numbers_of_shape_one_and_a_half_are_known() {
        for even in [1e-3_f64, 0.2, 0.5, 0.9, 0.999_999] {
            let exponential = -(-even).ln_1p();
            assert!((ln_gamma_number(1.0, even) / exponential.ln() - 1.0).abs() < 1e-11, "{even}");
            // Half a squared normal number has the shape 1/2.
            let half = normal(f64::midpoint(1.0, even)).powi(2) / 2.0;
            let error = (ln_gamma_number(0.5, even) - half.ln()).abs();
            assert!(error < 1e-9, "{even}: {error}");
        }
    }

    #[test]
    fn gamma_numbers_of_great_and_small_shapes_have_the_tables_medians() {
        // The median by its series, and the number at 0.95 from a table of chi squared with 100 degrees of freedom.
        let median = 100.0 - 1.0 / 3.0 + 8.0 / 40_500.0 + 184.0 / 255_150_000.0;
        assert!((ln_gamma_number(100.0, 0.5).exp() - median).abs() < 1e-7);
        assert!((ln_gamma_number(50.0, 0.95).exp() - 124.342_113_4 / 2.0).abs() < 1e-6);
        assert!(ln_gamma_number(0.001, 0.5).is_finite());
    }

    #[test]
    fn a_triangle_has_its_quarter_where_its_area_says() {
        let quarters =
            [([0.0, 2.0, 4.0], 0.5), ([0.0, 0.0, 1.0], 0.75), ([0.0, 1.0, 1.0], 0.25), ([3.0; 3], 0.2)];
        let found = quarters.map(|(corners, even)| triangular(corners, even).to_string());
        assert_eq!(found, ["2", "0.5", "0.5", "3"]);
    }

    #[test]
    fn shares_add_up_to_one_and_none_goes_to_a_weight_of_zero() {
        let mut shares = [0.0; 3];
        gamma_shares([0.001, 0.0, 0.002].into_iter(), &[1e-9, 0.5, 1e-9], &mut shares);
        assert!(shares[1].to_bits() == 0 && (shares.iter().sum::<f64>() - 1.0).abs() < 1e-15, "{shares:?}");
    }
}
