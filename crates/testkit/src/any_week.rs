//! Weeks of any content, for properties of everything that is kept, written and read back.
//!
//! Every field of every kind of record is filled now and then, with words that formats break on. Values are as the domain makes
//! them: keys are keys, nothing is both empty and said, instants are whole microseconds.
//! A seed gives the same week for ever; few of each kind, so that a thousand weeks take a second or two.

mod bodies;
mod things;
mod words;

use festoon_domain::programme::Programme;
use festoon_domain::week::Records;

use self::words::Draw;

/// The week of a seed.
#[must_use]
pub fn any_week(seed: u64) -> Records {
    let mut draw = Draw::from_seed(seed);
    let mut programme = Programme::empty(bodies::week(&mut draw));
    bodies::places(&mut programme, &mut draw);
    bodies::people(&mut programme, &mut draw);
    things::activities(&mut programme, &mut draw);
    things::sessions(&mut programme, &mut draw);
    things::occurrences(&mut programme, &mut draw);
    let projects = bodies::projects(&programme, &mut draw);
    let points = bodies::points(&programme, &mut draw);
    Records {
        figures: bodies::figures(&mut draw),
        projects,
        exhibits: bodies::exhibits(&programme, &points, &mut draw),
        checkpoints: bodies::checkpoints(&programme, &mut draw),
        points,
        programme,
    }
}
