//! Two writers at once on every rule that reads before it writes, round after round: 25, or as many as `FESTOON_RACES` says.
//!
//! Stories are told by one writer and cannot see what two do to each other. Each race says what must hold afterwards whoever was
//! faster, and is run on both databases. In every other round on PostgreSQL both writers have looked before either writes.

#[path = "../both/mod.rs"]
mod both;

mod drafts;
mod lost_updates;
mod migrations;
mod notices;
mod ring;
mod tasks;
mod weeks_and_releases;

use jiff::Timestamp;

/// The minute of a morning.
fn at(minute: i64) -> Timestamp {
    Timestamp::from_second(1_624_240_800 + 60 * minute).expect("a minute within range")
}
