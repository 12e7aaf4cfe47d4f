//! Numbers as texts state them: exact, so that 0.558 and two thirds lose nothing.
//!
//! A fraction of two whole numbers within bounds that keep every product of two of them inside 128 bits. What lies
//! outside the bounds (1e309) is no number here; whoever reads it says so.

use std::cmp::Ordering;
use std::fmt;

/// Digits before the point that a number may have.
const WHOLE_DIGITS: u32 = 18;
/// Digits behind the point that a number may have; also bounds the bottom of a fraction.
const PLACES: u32 = 9;

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

/// An exact number: `top / bottom` in lowest terms, below 10^18 in size and with a bottom of at most 10^9.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Number {
    top: i128,
    bottom: i128,
}

impl Number {
    /// Nothing at all.
    pub const ZERO: Self = Self { top: 0, bottom: 1 };
    /// The whole, of which shares are parts.
    pub const ONE: Self = Self { top: 1, bottom: 1 };

    /// A whole number below 10^18, which every `u32` is.
    #[must_use]
    pub const fn whole(value: u32) -> Self {
        Self { top: value as i128, bottom: 1 }
    }

    /// `top / bottom`; nothing when the bottom is zero or a bound is passed.
    #[must_use]
    pub fn fraction(top: i128, bottom: i128) -> Option<Self> {
        let top = if bottom < 0 { top.checked_neg()? } else { top };
        let bottom = bottom.checked_abs().filter(|bottom| *bottom > 0)?;
        if bottom == 1 {
            let whole = top.unsigned_abs() < 10_u128.pow(WHOLE_DIGITS);
            return whole.then_some(Self { top, bottom });
        }
        let shared = common_divisor(top.unsigned_abs(), bottom.unsigned_abs());
        let shared = i128::try_from(shared).ok()?;
        let number = match shared {
            1 => Self { top, bottom },
            _ => Self { top: top / shared, bottom: bottom / shared },
        };
        let fits = number.bottom <= POWERS[PLACES as usize]
            && number.top.unsigned_abs() < 10_u128.pow(WHOLE_DIGITS) * number.bottom.unsigned_abs();
        fits.then_some(number)
    }

    /// `digits × 10^exponent`; nothing when a bound is passed.
    #[must_use]
    pub fn scaled(digits: i128, exponent: i32) -> Option<Self> {
        let power = *POWERS.get(usize::try_from(exponent.unsigned_abs()).ok()?)?;
        if exponent < 0 {
            Self::fraction(digits, power)
        } else {
            Self::fraction(digits.checked_mul(power)?, 1)
        }
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
        if self.bottom == other.bottom {
            return Self::fraction(self.top.checked_add(other.top)?, self.bottom);
        }
        let top = self.top.checked_mul(other.bottom)?.checked_add(other.top.checked_mul(self.bottom)?)?;
        Self::fraction(top, self.bottom.checked_mul(other.bottom)?)
    }

    /// The difference, within bounds.
    #[must_use]
    pub fn minus(self, other: Self) -> Option<Self> {
        self.plus(Self { top: -other.top, ..other })
    }

    /// The product, within bounds.
    #[must_use]
    pub fn times(self, other: Self) -> Option<Self> {
        Self::fraction(self.top.checked_mul(other.top)?, self.bottom.checked_mul(other.bottom)?)
    }

    /// The quotient, within bounds; nothing over zero.
    #[must_use]
    pub fn over(self, other: Self) -> Option<Self> {
        Self::fraction(self.top.checked_mul(other.bottom)?, self.bottom.checked_mul(other.top)?)
    }

    /// Times ten to the power of `exponent`, within bounds.
    #[must_use]
    pub fn shifted(self, exponent: i32) -> Option<Self> {
        // A trillionth is beyond the bounds, and a trillion of them is not.
        let power = Self::scaled(1, exponent.checked_abs()?)?;
        if exponent < 0 { self.over(power) } else { self.times(power) }
    }

    /// The size without its sign.
    #[must_use]
    pub fn size(self) -> Self {
        Self { top: self.top.abs(), ..self }
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
        let (top, bottom) = (self.top.checked_mul(step.bottom)?, self.bottom.checked_mul(step.top.abs())?);
        (bottom > 0).then_some((if step.top < 0 { top.checked_neg()? } else { top }, bottom))
    }

    /// A whole number that is as small as a year.
    #[must_use]
    pub(crate) fn small(self) -> Option<u16> {
        u16::try_from(self.top).ok().filter(|_| self.bottom == 1)
    }

    /// Whether it is a whole number.
    #[must_use]
    pub fn is_whole(self) -> bool {
        self.bottom == 1
    }

    /// The exponent of the first digit: 4 for 49600, −1 for 0.558; nothing for zero.
    #[must_use]
    pub fn magnitude(self) -> Option<i32> {
        let size = self.size();
        let ceiling = i32::try_from(WHOLE_DIGITS).ok()?;
        (-ceiling..ceiling)
            .rev()
            .find(|exponent| Self::scaled(1, *exponent).is_some_and(|power| power <= size && size.top > 0))
    }

    /// For arithmetic that may be rough, such as how near two numbers lie.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "only used to compare distances")]
    pub fn roughly(self) -> f64 {
        // The wide conversion is a call; nearly all numbers are small.
        match (i64::try_from(self.top), i64::try_from(self.bottom)) {
            (Ok(top), Ok(1)) => top as f64,
            (Ok(top), Ok(bottom)) => top as f64 / bottom as f64,
            _ => self.top as f64 / self.bottom as f64,
        }
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.bottom == other.bottom {
            return self.top.cmp(&other.top);
        }
        // Both products stay below 10^36, by the bounds.
        (self.top * other.bottom).cmp(&(other.top * self.bottom))
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Decimal digits without grouping where they end, else `top/bottom`.
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mut twos, mut fives, mut rest) = (0_u32, 0_u32, self.bottom);
        while rest % 2 == 0 {
            (twos, rest) = (twos + 1, rest / 2);
        }
        while rest % 5 == 0 {
            (fives, rest) = (fives + 1, rest / 5);
        }
        let places = twos.max(fives);
        if rest != 1 || places > 2 * PLACES {
            return write!(f, "{}/{}", self.top, self.bottom);
        }
        let power = 10_i128.pow(places);
        let Some(digits) = self.top.checked_mul(power / self.bottom) else {
            return write!(f, "{}/{}", self.top, self.bottom);
        };
        let sign = if digits < 0 { "-" } else { "" };
        let (whole, behind) = (digits.abs() / power, digits.abs() % power);
        if places == 0 {
            return write!(f, "{sign}{whole}");
        }
        write!(f, "{sign}{whole}.{behind:0width$}", width = places as usize)
    }
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
