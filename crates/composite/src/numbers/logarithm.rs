//! A natural logarithm without a branch, so that a compiler can take several at once: half a million cells are a matter of a millisecond.
//!
//! A number is m · 2^k with m between √½ and √2. With s = (m − 1) / (m + 1), ln m is 2 (s + s³/3 + s⁵/5 + …), where |s| < 0.172, so that nine
//! terms after the first reach the last bit. Exact to two units of it; zero gives some finite number, which is to be multiplied by zero.

/// The natural logarithm of a number of ordinary size above zero.
#[inline]
pub(crate) fn ln_without_branch(x: f64) -> f64 {
    /// What makes a mantissa of √½ or more carry over into the exponent.
    const CARRY: u64 = 0x3ff0_0000_0000_0000 - 0x3fe6_a09e_667f_3bcd;
    /// The bits of 2^52: or-ed with a small whole number, they are 2^52 more than it.
    const WHOLE: u64 = 0x4330_0000_0000_0000;
    const TWO_52: f64 = 4_503_599_627_370_496.0;
    /// ln 2 in two parts, the first with so few digits that its product with k is exact.
    const LN_2: f64 = 0.693_147_180_369_123_8;
    const LN_2_REST: f64 = 1.908_214_929_270_587_7e-10;

    let bits = x.to_bits();
    let biased = bits.wrapping_add(CARRY) >> 52;
    let exponent = f64::from_bits(biased | WHOLE) - (TWO_52 + 1023.0);
    let mantissa = f64::from_bits(bits.wrapping_sub(biased << 52).wrapping_add(1023 << 52));

    let above_one = mantissa - 1.0;
    let s = above_one / (2.0 + above_one);
    let square = s * s;
    let mut series = 1.0 / 19.0;
    for divisor in [17.0, 15.0, 13.0, 11.0, 9.0, 7.0, 5.0, 3.0] {
        series = series * square + 1.0 / divisor;
    }
    let twice = 2.0 * s;
    exponent * LN_2 + (twice + (twice * square * series + exponent * LN_2_REST))
}

#[cfg(test)]
mod tests {
    use super::ln_without_branch;

    #[test]
    fn it_is_the_logarithm_to_two_units_in_the_last_place() {
        let mut chance = fastrand::Rng::with_seed(7);
        for _ in 0..200_000 {
            let x = libm::exp((chance.f64() - 0.5) * 1400.0);
            let near_one = 1.0 + (chance.f64() - 0.5) * libm::exp(-30.0 * chance.f64());
            for x in [x, near_one] {
                let (own, right) = (ln_without_branch(x), libm::log(x));
                assert!((own - right).abs() <= 2.0 * f64::EPSILON * right.abs(), "{x}: {own} for {right}");
            }
        }
        assert!(ln_without_branch(1.0).abs() == 0.0);
        assert!(ln_without_branch(0.0).is_finite());
    }
}
