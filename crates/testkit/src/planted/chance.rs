//! Chance from a seed: splitmix64, after Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).

/// A stream of numbers that its seed determines.
#[derive(Debug, Clone)]
pub struct Chance(u64);

impl Chance {
    /// The stream of a seed.
    #[must_use]
    pub const fn from_seed(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub const fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from zero up to, not including, `bound`; the bias of the remainder does not matter here.
    pub fn below(&mut self, bound: u32) -> u32 {
        u32::try_from(self.draw() % u64::from(bound.max(1))).expect("a remainder is below its divisor")
    }

    /// The same for a place in a slice.
    pub fn below_len(&mut self, bound: usize) -> usize {
        let bound = u32::try_from(bound).expect("no planted week has four thousand million rows");
        self.below(bound) as usize
    }
}
