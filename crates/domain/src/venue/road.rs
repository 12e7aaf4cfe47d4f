//! The road between two venues, in minutes: the one place where that is decided.
//!
//! A stated time (a row of `travel.csv`) wins over an estimate from coordinates; a time stated one way only holds both
//! ways; with neither, the road is unknown and no rule may complain about it.

use std::collections::HashMap;

use super::{Position, Venue, VenueId};

/// Whole minutes on the road.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Minutes(pub u32);

/// How long the road takes, and how that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Road {
    /// Whole minutes, rounded up.
    pub minutes: Minutes,
    /// How that is known.
    pub source: RoadSource,
}

/// How the minutes of a road are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RoadSource {
    /// Somebody stated them.
    Stated,
    /// Worked out from the coordinates of both ends, a detour and a speed.
    Estimated,
}

/// Everything known about the roads of a week.
#[derive(Debug, Clone, PartialEq)]
pub struct Roads {
    stated: HashMap<(VenueId, VenueId), Minutes>,
    /// Kilometres an hour at which estimates are made.
    pub speed_kmh: f64,
    /// How much longer a road is than the crow's flight.
    pub detour: f64,
}

impl Default for Roads {
    /// City traffic: 25 km/h over a road 1.4 times as long as the flight.
    fn default() -> Self {
        Self { stated: HashMap::new(), speed_kmh: 25.0, detour: 1.4 }
    }
}

impl Roads {
    /// Of which nobody stated any time yet: kilometres an hour, and how much longer a road is than the crow's flight.
    #[must_use]
    pub fn estimated(speed_kmh: f64, detour: f64) -> Self {
        Self { speed_kmh, detour, ..Self::default() }
    }

    /// Notes a stated time; of several modes for one way, the quickest counts.
    pub fn state(&mut self, from: VenueId, to: VenueId, minutes: Minutes) {
        let entry = self.stated.entry((from, to)).or_insert(minutes);
        *entry = (*entry).min(minutes);
    }

    /// Every stated time, by the ids of both ends.
    #[must_use]
    pub fn stated(&self) -> Vec<(VenueId, VenueId, Minutes)> {
        let mut all: Vec<_> = self.stated.iter().map(|(&(from, to), &minutes)| (from, to, minutes)).collect();
        all.sort_unstable();
        all
    }

    /// How many directed times were stated.
    #[must_use]
    pub fn stated_count(&self) -> usize {
        self.stated.len()
    }

    /// The road from one venue to another; `None` where nothing is known. Within a venue there is no road.
    #[must_use]
    pub fn between(&self, venues: &[Venue], from: VenueId, to: VenueId) -> Option<Road> {
        if from == to {
            return Some(Road { minutes: Minutes(0), source: RoadSource::Stated });
        }
        let stated = self.stated.get(&(from, to)).or_else(|| self.stated.get(&(to, from)));
        if let Some(&minutes) = stated {
            return Some(Road { minutes, source: RoadSource::Stated });
        }
        let position = |id: VenueId| venues.get(id.0 as usize).and_then(|venue| venue.position);
        let minutes = self.estimate(position(from)?, position(to)?);
        Some(Road { minutes, source: RoadSource::Estimated })
    }

    /// No road of this week takes longer; how far ahead a rule has to look.
    #[must_use]
    pub fn longest(&self, venues: &[Venue]) -> Minutes {
        let placed: Vec<Position> =
            venues.iter().filter_map(|venue| venue.position).map(Position::to_wgs84).collect();
        // A box around all positions bounds every pair without looking at each.
        let bounds = placed.iter().fold(None, |bounds: Option<[f64; 4]>, p| {
            let [west, south, east, north] =
                bounds.unwrap_or([p.longitude(), p.latitude(), p.longitude(), p.latitude()]);
            Some([
                west.min(p.longitude()),
                south.min(p.latitude()),
                east.max(p.longitude()),
                north.max(p.latitude()),
            ])
        });
        let estimated = bounds.and_then(|[west, south, east, north]| {
            let corner = |x, y| Position::new(x, y, super::Datum::Wgs84);
            // Along a parallel the box is widest towards the equator, so both edges are walked.
            let widest = self.estimate(corner(west, south)?, corner(east, south)?);
            let wider = self.estimate(corner(west, north)?, corner(east, north)?);
            let highest = self.estimate(corner(west, south)?, corner(west, north)?);
            Some(Minutes(widest.max(wider).0 + highest.0 + 1))
        });
        let stated = self.stated.values().copied().max();
        stated.max(estimated).unwrap_or_default()
    }

    fn estimate(&self, from: Position, to: Position) -> Minutes {
        let kilometres = from.metres_to(to) * self.detour / 1000.0;
        let minutes = (kilometres / self.speed_kmh * 60.0).ceil();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "clamped to the range first"
        )]
        Minutes(minutes.clamp(0.0, 1.0e6) as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::venue::Datum;

    fn at(longitude: f64, latitude: f64) -> Venue {
        Venue { position: Position::new(longitude, latitude, Datum::Wgs84), ..Venue::default() }
    }

    #[test]
    fn a_stated_time_wins_and_holds_both_ways() {
        let venues = [at(118.80, 31.90), at(118.90, 31.90)];
        let mut roads = Roads::default();
        roads.state(VenueId(0), VenueId(1), Minutes(35));
        let road = Road { minutes: Minutes(35), source: RoadSource::Stated };
        assert_eq!(roads.between(&venues, VenueId(0), VenueId(1)), Some(road));
        assert_eq!(roads.between(&venues, VenueId(1), VenueId(0)), Some(road));
    }

    #[test]
    fn a_way_back_stated_on_its_own_differs() {
        let mut roads = Roads::default();
        roads.state(VenueId(0), VenueId(1), Minutes(35));
        roads.state(VenueId(1), VenueId(0), Minutes(50));
        let back = roads.between(&[], VenueId(1), VenueId(0)).map(|road| road.minutes);
        assert_eq!(back, Some(Minutes(50)));
    }

    #[test]
    fn coordinates_give_an_estimate_and_its_bound() {
        let venues = [at(118.80, 31.90), at(118.90, 31.90), at(118.85, 31.99)];
        let roads = Roads::default();
        // 9.44 km as the crow flies, 13.2 km of road, 31.7 minutes at 25 km/h.
        let road = roads.between(&venues, VenueId(0), VenueId(1));
        assert_eq!(road, Some(Road { minutes: Minutes(32), source: RoadSource::Estimated }));
        assert!(roads.longest(&venues) >= Minutes(32));
    }

    #[test]
    fn an_unknown_road_is_unknown() {
        assert_eq!(Roads::default().between(&[], VenueId(0), VenueId(1)), None);
    }
}
