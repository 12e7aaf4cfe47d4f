//! Coordinates, with the datum named.
//!
//! Maps sold in mainland China shift positions by some hundred metres (GCJ-02). A coordinate without its datum is
//! therefore wrong somewhere, and a distance between two data (one WGS-84, one GCJ-02) is off by the length of a park.
//! Distances are taken after bringing both to WGS-84.

use crate::choice::choices;

/// The coordinate system a pair of degrees is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Datum {
    /// What satellites and most of the world use.
    Wgs84,
    /// What maps in mainland China use.
    Gcj02,
}

choices! { Datum {
    Wgs84 "WGS-84" "WGS-84" "WGS-84",
    Gcj02 "GCJ-02" "GCJ-02" "GCJ-02",
} }

/// A point on the ground.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Position {
    longitude: f64,
    latitude: f64,
    datum: Datum,
}

impl Position {
    /// Degrees east and north; nothing if they are not on Earth.
    #[must_use]
    pub fn new(longitude: f64, latitude: f64, datum: Datum) -> Option<Self> {
        ((-180.0..=180.0).contains(&longitude) && (-90.0..=90.0).contains(&latitude)).then_some(Self {
            longitude,
            latitude,
            datum,
        })
    }

    /// Degrees east, in [`Self::datum`].
    #[must_use]
    pub const fn longitude(self) -> f64 {
        self.longitude
    }

    /// Degrees north, in [`Self::datum`].
    #[must_use]
    pub const fn latitude(self) -> f64 {
        self.latitude
    }

    /// The system the degrees are in.
    #[must_use]
    pub const fn datum(self) -> Datum {
        self.datum
    }

    /// The same point in WGS-84, to within a centimetre.
    ///
    /// GCJ-02 is only defined forwards; the inverse is found by iteration.
    #[must_use]
    pub fn to_wgs84(self) -> Self {
        if self.datum == Datum::Wgs84 {
            return self;
        }
        let (mut longitude, mut latitude) = (self.longitude, self.latitude);
        for _ in 0..8 {
            let (east, north) = gcj02_offset(longitude, latitude);
            longitude = self.longitude - east;
            latitude = self.latitude - north;
        }
        Self { longitude, latitude, datum: Datum::Wgs84 }
    }

    /// The same point in GCJ-02; outside China the two are equal.
    #[must_use]
    pub fn to_gcj02(self) -> Self {
        if self.datum == Datum::Gcj02 {
            return self;
        }
        let (east, north) = gcj02_offset(self.longitude, self.latitude);
        Self { longitude: self.longitude + east, latitude: self.latitude + north, datum: Datum::Gcj02 }
    }

    /// Metres as the crow flies, on a sphere of the Earth's mean radius (haversine; within 0.5 %).
    #[must_use]
    pub fn metres_to(self, other: Self) -> f64 {
        const EARTH_RADIUS_METRES: f64 = 6_371_008.8;
        let (a, b) = (self.to_wgs84(), other.to_wgs84());
        let (north_a, north_b) = (a.latitude.to_radians(), b.latitude.to_radians());
        let half_north = ((north_b - north_a) / 2.0).sin();
        let half_east = ((b.longitude - a.longitude).to_radians() / 2.0).sin();
        let h = half_north.powi(2) + north_a.cos() * north_b.cos() * half_east.powi(2);
        2.0 * EARTH_RADIUS_METRES * h.sqrt().min(1.0).asin()
    }
}

/// Degrees that GCJ-02 adds to a WGS-84 position: the publicly known polynomial and sines on the Krasovsky 1940
/// ellipsoid, zero outside the rectangle that the transformation itself applies to.
fn gcj02_offset(longitude: f64, latitude: f64) -> (f64, f64) {
    use std::f64::consts::PI;
    const SEMI_MAJOR_METRES: f64 = 6_378_245.0;
    const ECCENTRICITY_SQUARED: f64 = 0.006_693_421_622_965_943;
    if !(72.004..=137.8347).contains(&longitude) || !(0.8293..=55.8271).contains(&latitude) {
        return (0.0, 0.0);
    }
    let (x, y) = (longitude - 105.0, latitude - 35.0);
    let wave = |scale: f64, v: f64, period: f64| scale * (v * PI / period).sin();
    let shared = (wave(20.0, x, 1.0 / 6.0) + wave(20.0, x, 0.5)) * 2.0 / 3.0;

    let north = -100.0
        + 2.0 * x
        + 3.0 * y
        + 0.2 * y * y
        + 0.1 * x * y
        + 0.2 * x.abs().sqrt()
        + shared
        + (wave(20.0, y, 1.0) + wave(40.0, y, 3.0)) * 2.0 / 3.0
        + (wave(160.0, y, 12.0) + wave(320.0, y, 30.0)) * 2.0 / 3.0;
    let east = 300.0
        + x
        + 2.0 * y
        + 0.1 * x * x
        + 0.1 * x * y
        + 0.1 * x.abs().sqrt()
        + shared
        + (wave(20.0, x, 1.0) + wave(40.0, x, 3.0)) * 2.0 / 3.0
        + (wave(150.0, x, 12.0) + wave(300.0, x, 30.0)) * 2.0 / 3.0;

    let radians = latitude.to_radians();
    let magic = 1.0 - ECCENTRICITY_SQUARED * radians.sin().powi(2);
    let meridian = SEMI_MAJOR_METRES * (1.0 - ECCENTRICITY_SQUARED) / (magic * magic.sqrt());
    let parallel = SEMI_MAJOR_METRES / magic.sqrt() * radians.cos();
    ((east / parallel).to_degrees(), (north / meridian).to_degrees())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shift_in_nanjing_is_some_hundred_metres_and_comes_back() {
        let there = Position::new(118.84, 31.95, Datum::Wgs84).expect("on Earth");
        let shifted = there.to_gcj02();
        let as_if = Position { datum: Datum::Wgs84, ..shifted };
        let metres = there.metres_to(as_if);
        assert!((300.0..800.0).contains(&metres), "{metres}");
        assert!(there.metres_to(shifted) < 0.01);
    }

    #[test]
    fn outside_china_the_two_are_equal() {
        let brussels = Position::new(4.38, 50.81, Datum::Wgs84).expect("on Earth");
        assert!((brussels.to_gcj02().longitude() - 4.38).abs() < 1e-12);
    }

    #[test]
    fn a_degree_of_latitude_is_a_hundred_and_eleven_kilometres() {
        let a = Position::new(118.0, 31.0, Datum::Wgs84).expect("on Earth");
        let b = Position::new(118.0, 32.0, Datum::Wgs84).expect("on Earth");
        assert!((a.metres_to(b) - 111_195.0).abs() < 5.0);
    }

    #[test]
    fn degrees_that_are_not_on_earth_are_refused() {
        assert_eq!(Position::new(31.9, 118.8, Datum::Wgs84), None);
        assert_eq!(Position::new(f64::NAN, 0.0, Datum::Wgs84), None);
    }
}
