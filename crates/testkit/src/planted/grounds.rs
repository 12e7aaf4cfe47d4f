//! Sixty houses, their halls, hours and roads, and who may use which hall when.
//!
//! Halls of the crowd hold a session an hour; *plots* are halls of the same houses kept for planting, and each planted
//! clash has a plot to itself for half a day. The last houses are *huts*, too small for what will be planted in them.

use super::{Chance, Plan, VENUES};

/// The days of the week.
pub(super) const DAYS: u32 = 7;
/// Sessions of the crowd in one hall on one day, one an hour from eight.
pub(super) const HOURS_A_DAY: u32 = 12;
/// Planted clashes a hut has room for in a day.
const HUT_TURNS_A_DAY: u32 = 6;
/// The doors of every house, in minutes after midnight: 08:00 to 22:00.
pub(super) const DOORS: (u32, u32) = (8 * 60, 22 * 60);
/// How many seats a hall of a hut has, two halls in each; the hut as a whole holds `HUT_CAPACITY`.
pub(super) const HUT_SEATS: u32 = 80;
const HUT_CAPACITY: u32 = 100;

/// A hall of the crowd or a plot.
#[derive(Debug, Clone)]
pub(super) struct Hall {
    pub(super) venue: u32,
    pub(super) name: String,
    pub(super) seats: u32,
}

#[derive(Debug, Clone)]
pub(super) struct Grounds {
    /// Halls of the crowd.
    pub(super) halls: Vec<Hall>,
    /// Halls kept for planting.
    pub(super) plots: Vec<Hall>,
    /// Two halls a hut.
    pub(super) huts: Vec<[Hall; 2]>,
    roads: Vec<u32>,
}

impl Grounds {
    pub(super) fn lay(plan: Plan, chance: &mut Chance) -> Self {
        let huts = plan.clashes_each.div_ceil(DAYS * HUT_TURNS_A_DAY).max(1);
        let houses = VENUES - huts;
        // Fourteen rules, at most two halls each, two halves a day.
        let plots_a_house = (plan.clashes_each * 14 * 2).div_ceil(houses * DAYS * 2).max(1);
        let halls_a_house = plan.sessions.div_ceil(houses * DAYS * HOURS_A_DAY).max(1);

        let mut hall = |venue: u32, name: String| Hall { venue, name, seats: 100 + 20 * chance.below(10) };
        let halls = rooms(houses, halls_a_house, |venue, n| hall(venue, format!("{}号厅", n + 1)));
        let plots = rooms(houses, plots_a_house, |venue, n| hall(venue, format!("{}号报告室", n + 1)));
        let hut = |venue: u32, name: &str| Hall { venue, name: name.into(), seats: HUT_SEATS };
        let huts = (houses..VENUES).map(|venue| [hut(venue, "东屋"), hut(venue, "西屋")]).collect();

        let roads = (0..VENUES * VENUES).map(|_| 20 + chance.below(50)).collect();
        Self { halls, plots, huts, roads }
    }

    /// What a house is called.
    pub(super) fn venue_name(venue: u32) -> String {
        const NAME: [&str; 10] =
            ["云台", "上坊", "淳化", "湖熟", "禄口", "秣陵", "谷里", "横溪", "麒麟", "岔路"];
        const KIND: [&str; 6] = ["会展中心", "科技馆", "文化宫", "体育馆", "图书馆", "创业谷"];
        format!("{}{}", NAME[venue as usize % 10], KIND[venue as usize / 10 % 6])
    }

    /// Minutes from one house to another: at least twenty, at most seventy; the way back is as long.
    pub(super) fn road(&self, from: u32, to: u32) -> u32 {
        let (near, far) = (from.min(to), from.max(to));
        self.roads[(near * VENUES + far) as usize]
    }

    /// How many people a house holds: everybody who can sit in it and as many again, or, for a hut, too few.
    pub(super) fn capacity(&self, venue: u32) -> u32 {
        if self.huts.iter().any(|[hut, _]| hut.venue == venue) {
            return HUT_CAPACITY;
        }
        self.halls_of(venue).map(|hall| hall.seats).sum::<u32>() * 2
    }

    /// Every hall that stands in a house.
    pub(super) fn halls_of(&self, venue: u32) -> impl Iterator<Item = &Hall> {
        self.halls
            .iter()
            .chain(&self.plots)
            .chain(self.huts.iter().flatten())
            .filter(move |hall| hall.venue == venue)
    }
}

/// So many halls in each house, house after house, so that neighbours in the list stand in different houses.
fn rooms(houses: u32, each: u32, mut hall: impl FnMut(u32, u32) -> Hall) -> Vec<Hall> {
    let mut halls = Vec::new();
    for number in 0..each {
        for venue in 0..houses {
            halls.push(hall(venue, number));
        }
    }
    halls
}
