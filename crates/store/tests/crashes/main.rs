//! Nothing acknowledged is lost and nothing is half there, whenever a program, a server or the power dies in a write load.
//!
//! `FESTOON_CRASHES` says how often each dies: a few times unless told, 200 in the long test. A writer is this program, started
//! again; moments are drawn from the number of the round, and the judge is shown to complain where it must.

#[path = "../both/mod.rs"]
mod both;

mod folder;
mod judge;
mod killed;
mod powercut;
mod server;
mod writer;

/// How often something dies.
fn rounds(unless_told: u64) -> u64 {
    let said = std::env::var("FESTOON_CRASHES").ok();
    said.map_or(unless_told, |rounds| rounds.parse().expect("FESTOON_CRASHES is a number of rounds"))
}

/// The same numbers every time, one after another.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }
}
