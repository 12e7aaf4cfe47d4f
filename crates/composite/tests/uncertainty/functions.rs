//! Functions with known shares of variance: Sobol's g of eight factors, and Ishigami's of three.

use festoon_composite::uncertainty::{Factors, Spread};

/// A function of factors between 0 and 1.
#[derive(Clone, Copy)]
pub(crate) struct Known {
    pub(crate) name: &'static str,
    pub(crate) function: fn(&[f64]) -> f64,
    pub(crate) variance: f64,
    /// First order and total, one a factor.
    pub(crate) shares: &'static [[f64; 2]],
}

const A: [f64; 8] = [0.0, 1.0, 4.5, 9.0, 99.0, 99.0, 99.0, 99.0];

/// The product of (|4x − 2| + a) / (1 + a): a factor alone has the variance 1 / 3(1 + a)².
pub(crate) const G: Known = Known {
    name: "g",
    function: |x| x.iter().zip(A).map(|(x, a)| ((4.0 * x - 2.0).abs() + a) / (1.0 + a)).product(),
    variance: 0.465_424_399_746_513_9,
    shares: &[
        [0.716_192_168_879_033_1, 0.787_144_126_659_274_8],
        [0.179_048_042_219_758_29, 0.242_198_192_818_238_4],
        [0.023_675_774_177_819_28, 0.034_316_910_154_082_82],
        [0.007_161_921_688_790_333, 0.010_460_387_065_239_534],
        [7.161_921_688_790_333e-5, 1.049_490_519_195_060_1e-4],
        [7.161_921_688_790_333e-5, 1.049_490_519_195_060_1e-4],
        [7.161_921_688_790_333e-5, 1.049_490_519_195_060_1e-4],
        [7.161_921_688_790_333e-5, 1.049_490_519_195_060_1e-4],
    ],
};

/// sin x + 7 sin² y + 0.1 z⁴ sin x, each from −π to π.
pub(crate) const ISHIGAMI: Known = Known {
    name: "Ishigami",
    function: |x| {
        let [x, y, z] = [0, 1, 2].map(|place| std::f64::consts::PI * (2.0 * x[place] - 1.0));
        libm::sin(x) + 7.0 * libm::pow(libm::sin(y), 2.0) + 0.1 * libm::pow(z, 4.0) * libm::sin(x)
    },
    variance: 13.844_587_940_719_254,
    shares: &[
        [0.313_905_191_147_811_46, 0.557_588_855_209_959_2],
        [0.442_411_144_790_040_9, 0.442_411_144_790_040_9],
        [0.0, 0.243_683_664_062_147_7],
    ],
};

impl Known {
    pub(crate) fn factors(self) -> Factors {
        Factors::of(vec![Spread::Uniform { low: 0.0, high: 1.0 }; self.shares.len()]).expect("they are sound")
    }

    pub(crate) fn model(self) -> impl Fn(&[f64], &mut [f64]) + Sync {
        move |values, outcome| outcome[0] = (self.function)(values)
    }
}
