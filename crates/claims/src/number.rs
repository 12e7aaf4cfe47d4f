//! Numbers as texts state them: exact, so that 0.558 and two thirds lose nothing.
//!
//! A fraction of two whole numbers within bounds that keep every product of two of them inside 128 bits. What lies
//! outside the bounds (1e309) is no number here; whoever reads it says so.

use std::cmp::Ordering;
use std::fmt;
use std::num::NonZeroU32;

/// Digits before the point that a number may have.
const WHOLE_DIGITS: u32 = 18;
/// Digits behind the point that a number may have; also bounds the bottom of a fraction.
const PLACES: u32 = 9;

/// No number is as large.
const CEILING: u128 = 10_u128.pow(WHOLE_DIGITS);

/// The powers of ten that a number may be scaled by.
const POWERS: [i128; 39] = {
    let mut powers = [1; 39];
    let mut at = 1;
    while at < powers.len() {
        powers[at] = powers[at - 1] * 10;
        at += 1;
    }
    powers
};

/// Those by which every `u32` may be scaled without passing a bound.
const SMALL_POWERS: [u64; 9] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

/// An exact number: `top / bottom` in lowest terms, below 10^18 in size and with a bottom of at most 10^9.
///
/// A text has one for every token, so it is kept small: the top in two halves, which need no place of sixteen bytes, and of the bottom
/// no more than its bound asks for.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Number {
    high: i64,
    low: u64,
    bottom: NonZeroU32,
}

impl Number {
    /// Nothing at all.
    pub const ZERO: Self = Self::whole(0);
    /// The whole, of which shares are parts.
    pub const ONE: Self = Self::whole(1);

    /// A whole number below 10^18, which every `u32` is.
    #[must_use]
    pub const fn whole(value: u32) -> Self {
        Self { high: 0, low: value as u64, bottom: NonZeroU32::MIN }
    }

    /// The halves of a top, over a bottom that is within its bound.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the two halves of one number"
    )]
    const fn of(top: i128, bottom: NonZeroU32) -> Self {
        Self { high: (top >> 64) as i64, low: top as u64, bottom }
    }

    fn top(self) -> i128 {
        i128::from(self.high) << 64 | i128::from(self.low)
    }

    fn bottom(self) -> i128 {
        i128::from(self.bottom.get())
    }

    /// A whole number that is as small as nearly all are.
    fn plain(self) -> Option<i64> {
        let small = self.bottom == NonZeroU32::MIN && self.high == self.low.cast_signed() >> 63;
        small.then_some(self.low.cast_signed())
    }

    /// `top / bottom`; nothing when the bottom is zero or a bound is passed.
    #[must_use]
    pub fn fraction(top: i128, bottom: i128) -> Option<Self> {
        let top = if bottom < 0 { top.checked_neg()? } else { top };
        let bottom = bottom.checked_abs().filter(|bottom| *bottom > 0)?;
        if bottom == 1 {
            return Self::integer(top);
        }
        let (top, bottom) = lowest(top, bottom)?;
        let fits = bottom <= POWERS[PLACES as usize] && top.unsigned_abs() < CEILING * bottom.unsigned_abs();
        let bottom = u32::try_from(bottom).ok().and_then(NonZeroU32::new).filter(|_| fits)?;
        Some(Self::of(top, bottom))
    }

    /// A whole number; nothing when it is too large.
    fn integer(top: i128) -> Option<Self> {
        (top.unsigned_abs() < CEILING).then(|| Self::of(top, NonZeroU32::MIN))
    }

    /// `digits × 10^exponent`; nothing when a bound is passed.
    #[must_use]
    pub fn scaled(digits: i128, exponent: i32) -> Option<Self> {
        // Nearly all numbers of a text are below ten to the ninth, and so are their scales.
        if let (Ok(small), Ok(scale)) = (u32::try_from(digits), usize::try_from(exponent))
            && let Some(power) = SMALL_POWERS.get(scale)
        {
            return Some(Self { high: 0, low: u64::from(small) * power, bottom: NonZeroU32::MIN });
        }
        let power = *POWERS.get(usize::try_from(exponent.unsigned_abs()).ok()?)?;
        if exponent < 0 {
            return Self::fraction(digits, power);
        }
        // What is small twice over has a product of less than 10^37.
        let small = digits.unsigned_abs() < CEILING && power <= POWERS[WHOLE_DIGITS as usize];
        Self::integer(if small { digits * power } else { digits.checked_mul(power)? })
    }

    /// Reads `0.558`, `-12` or `2/3`: plain digits without grouping.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if let Some((top, bottom)) = text.split_once('/') {
            return Self::parse(top)?.over(Self::parse(bottom)?);
        }
        let (whole, behind) = text.split_once('.').unwrap_or((text, ""));
        let plain = behind.bytes().all(|byte| byte.is_ascii_digit());
        let digits = format!("{whole}{behind}");
        let places = i32::try_from(behind.len()).ok()?;
        if !plain || digits.len() > 36 || whole.is_empty() {
            return None;
        }
        Self::scaled(digits.parse().ok()?, -places)
    }

    /// The sum, within bounds.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        if let (Some(one), Some(two)) = (self.plain(), other.plain()) {
            return Self::integer(i128::from(one) + i128::from(two));
        }
        // By the bounds all of these stay below 10^37.
        if self.bottom == other.bottom {
            return Self::fraction(self.top() + other.top(), self.bottom());
        }
        let top = self.top() * other.bottom() + other.top() * self.bottom();
        Self::fraction(top, self.bottom() * other.bottom())
    }

    /// The difference, within bounds.
    #[must_use]
    pub fn minus(self, other: Self) -> Option<Self> {
        self.plus(Self::of(-other.top(), other.bottom))
    }

    /// The product, within bounds.
    #[must_use]
    pub fn times(self, other: Self) -> Option<Self> {
        if let (Some(one), Some(two)) = (self.plain(), other.plain()) {
            return Self::integer(i128::from(one) * i128::from(two));
        }
        Self::fraction(self.top().checked_mul(other.top())?, self.bottom() * other.bottom())
    }

    /// The quotient, within bounds; nothing over zero.
    #[must_use]
    pub fn over(self, other: Self) -> Option<Self> {
        if other == Self::ONE {
            return Some(self);
        }
        Self::fraction(self.top().checked_mul(other.bottom())?, self.bottom().checked_mul(other.top())?)
    }

    /// Times ten to the power of `exponent`, within bounds.
    #[must_use]
    pub fn shifted(self, exponent: i32) -> Option<Self> {
        match self.plain() {
            _ if exponent == 0 => Some(self),
            Some(whole) => Self::scaled(i128::from(whole), exponent),
            // A trillionth is beyond the bounds, and a trillion of them is not.
            None if exponent < 0 => self.over(Self::scaled(1, exponent.checked_neg()?)?),
            None => self.times(Self::scaled(1, exponent)?),
        }
    }

    /// The size without its sign.
    #[must_use]
    pub fn size(self) -> Self {
        Self::of(self.top().abs(), self.bottom)
    }

    /// The nearest multiple of `step`, halves away from zero; nothing for a step of zero.
    #[must_use]
    pub fn rounded_to(self, step: Self) -> Option<Self> {
        let (top, bottom) = self.in_steps(step)?;
        let doubled = top.abs().checked_mul(2)?.checked_add(bottom)?;
        let steps = doubled / bottom.checked_mul(2)? * top.signum();
        Self::scaled(steps, 0)?.times(step)
    }

    /// The greatest multiple of `step` that is not above this; nothing for a step of zero.
    #[must_use]
    pub fn down_to(self, step: Self) -> Option<Self> {
        let (top, bottom) = self.in_steps(step)?;
        Self::scaled(top.div_euclid(bottom), 0)?.times(step)
    }

    /// How many steps it is, as a fraction that may pass the bounds of a number: 49,999,999,999 in steps of 10,000,000,000.
    fn in_steps(self, step: Self) -> Option<(i128, i128)> {
        let (top, bottom) =
            (self.top().checked_mul(step.bottom())?, self.bottom().checked_mul(step.top().abs())?);
        (bottom > 0).then_some((if step.top() < 0 { top.checked_neg()? } else { top }, bottom))
    }

    /// A whole number that is as small as a year.
    #[must_use]
    pub(crate) fn small(self) -> Option<u16> {
        u16::try_from(self.plain()?).ok()
    }

    /// A whole number that is as small as a day or an hour.
    #[must_use]
    pub(crate) fn tiny(self) -> Option<u8> {
        u8::try_from(self.plain()?).ok()
    }

    /// Whether it is a whole number.
    #[must_use]
    pub fn is_whole(self) -> bool {
        self.bottom == NonZeroU32::MIN
    }

    /// The exponent of the first digit: 4 for 49600, −1 for 0.558; nothing for zero.
    #[must_use]
    pub fn magnitude(self) -> Option<i32> {
        let size = self.size();
        let ceiling = i32::try_from(WHOLE_DIGITS).ok()?;
        (-ceiling..ceiling).rev().find(|exponent| {
            Self::scaled(1, *exponent).is_some_and(|power| power <= size && size > Self::ZERO)
        })
    }

    /// For arithmetic that may be rough, such as how near two numbers lie.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "only used to compare distances")]
    pub fn roughly(self) -> f64 {
        // The wide conversion is a call; nearly all numbers are small.
        match (self.plain(), i64::try_from(self.top())) {
            (Some(whole), _) => whole as f64,
            (None, Ok(top)) => top as f64 / f64::from(self.bottom.get()),
            (None, Err(_)) => self.top() as f64 / f64::from(self.bottom.get()),
        }
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.bottom == other.bottom {
            return (self.high, self.low).cmp(&(other.high, other.low));
        }
        // Both products stay below 10^36, by the bounds.
        (self.top() * other.bottom()).cmp(&(other.top() * self.bottom()))
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// As two whole numbers, whatever halves they are kept in.
impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Number").field("top", &self.top()).field("bottom", &self.bottom()).finish()
    }
}

/// Decimal digits without grouping where they end, else `top/bottom`.
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(whole) = self.plain() {
            return write!(f, "{whole}");
        }
        let (top, bottom) = (self.top(), self.bottom());
        let (mut twos, mut fives, mut rest) = (0_u32, 0_u32, bottom);
        while rest % 2 == 0 {
            (twos, rest) = (twos + 1, rest / 2);
        }
        while rest % 5 == 0 {
            (fives, rest) = (fives + 1, rest / 5);
        }
        let places = twos.max(fives);
        if rest != 1 || places > 2 * PLACES {
            return write!(f, "{top}/{bottom}");
        }
        let power = 10_i128.pow(places);
        let Some(digits) = top.checked_mul(power / bottom) else {
            return write!(f, "{top}/{bottom}");
        };
        let sign = if digits < 0 { "-" } else { "" };
        let (whole, behind) = (digits.abs() / power, digits.abs() % power);
        if places == 0 {
            return write!(f, "{sign}{whole}");
        }
        write!(f, "{sign}{whole}.{behind:0width$}", width = places as usize)
    }
}

/// A fraction in lowest terms.
fn lowest(top: i128, bottom: i128) -> Option<(i128, i128)> {
    // Division of wide numbers is a call; nearly all are small.
    if let (Ok(small), Ok(below)) = (i64::try_from(top), i64::try_from(bottom)) {
        let shared = small_divisor(small.unsigned_abs(), below.unsigned_abs());
        let shared = i64::try_from(shared).ok()?;
        return Some((i128::from(small / shared), i128::from(below / shared)));
    }
    let shared = i128::try_from(common_divisor(top.unsigned_abs(), bottom.unsigned_abs())).ok()?;
    Some((top / shared, bottom / shared))
}

fn common_divisor(one: u128, other: u128) -> u128 {
    let (mut one, mut other) = (one, other);
    while other != 0 {
        if let (Ok(one), Ok(other)) = (u64::try_from(one), u64::try_from(other)) {
            return u128::from(small_divisor(one, other));
        }
        (one, other) = (other, one % other);
    }
    one.max(1)
}

fn small_divisor(one: u64, other: u64) -> u64 {
    let (mut one, mut other) = (one, other);
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_the_same_whichever_half_it_is_kept_in() {
        let texts = [
            "0",
            "-1",
            "18446744073709551.616",
            "-999999999999999999",
            "999999999999999999.999999999",
            "-2/3",
        ];
        let told = texts.map(|text| Number::parse(text).map(|number| number.to_string()));
        assert_eq!(told, texts.map(|text| Some(text.to_owned())));
    }

    #[test]
    fn wide_and_plain_numbers_are_compared_and_added_up_alike() {
        let number = |text| Number::parse(text).expect("a number within bounds");
        let (wide, plain) = (number("999999999999999999.999999999"), number("-1"));
        assert!(plain < Number::ZERO && Number::ZERO < wide && number("0.000000001") < Number::ONE);
        assert_eq!(wide.plus(plain), Some(number("999999999999999998.999999999")));
        assert_eq!(wide.plus(wide), None);
        assert_eq!(plain.shifted(3), Some(number("-1000")));
        assert_eq!(number("2/3").times(number("-3")), Some(number("-2")));
    }
}
