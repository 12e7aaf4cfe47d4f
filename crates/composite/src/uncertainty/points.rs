//! Evenly spread points: a Sobol' sequence, each scrambling of which is a function of a seed.
//!
//! The direction numbers are those of Joe and Kuo (new-joe-kuo-6), and the scrambling a hash after Burley (2020) that comes near Owen's; both
//! are of the crate `sobol_burley`. It knows 256 dimensions and 2^16 points: dimensions beyond are filled by the same ones scrambled anew and in
//! another order of points, which stay even among themselves but are only by chance so with the others.

use sobol_burley::NUM_DIMENSIONS;
use sobol_burley::parts::{owen_scramble_rev, sobol_rev};

/// How many points one scrambling has.
pub(super) const MOST_POINTS: usize = 1 << 16;

/// One scrambling of the sequence.
pub(super) struct Points {
    /// One a dimension.
    scrambles: Vec<u32>,
    /// One for every 256 dimensions: in which order their points come.
    orders: Vec<u32>,
}

impl Points {
    /// The scrambling of this number by this seed.
    pub(super) fn new(seed: u64, scrambling: u32, dimensions: usize) -> Self {
        let mut keys = Keys(mixed(seed.wrapping_add(GOLDEN)) ^ mixed(u64::from(scrambling)));
        let scrambles: Vec<u32> = (0..dimensions).map(|_| keys.next()).collect();
        let orders = scrambles.chunks(NUM_DIMENSIONS as usize).map(|_| keys.next()).collect();
        Self { scrambles, orders }
    }

    /// The coordinates of a point, all between 0 and 1, both exclusive.
    pub(super) fn fill(&self, point: u32, coordinates: &mut [f64]) {
        let blocks = coordinates.chunks_mut(NUM_DIMENSIONS as usize);
        let keys = self.scrambles.chunks(NUM_DIMENSIONS as usize).zip(&self.orders);
        for (block, (scrambles, order)) in blocks.zip(keys) {
            let reversed = owen_scramble_rev(point.reverse_bits(), *order);
            for ((dimension, coordinate), scramble) in (0..).zip(block).zip(scrambles) {
                let scrambled = owen_scramble_rev(sobol_rev(reversed, dimension), *scramble);
                *coordinate = (f64::from(scrambled.reverse_bits()) + 0.5) / 4_294_967_296.0;
            }
        }
    }
}

/// The golden section in 64 bits, by which the counter of [`Keys`] grows.
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

/// Random keys after Steele, Lea and Flood (2014), "SplitMix": a counter, mixed. Written here since a published study must be the same bytes with
/// any later version of a library.
struct Keys(u64);

impl Keys {
    fn next(&mut self) -> u32 {
        self.0 = self.0.wrapping_add(GOLDEN);
        (mixed(self.0) >> 32) as u32
    }
}

fn mixed(bits: u64) -> u64 {
    let bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}
