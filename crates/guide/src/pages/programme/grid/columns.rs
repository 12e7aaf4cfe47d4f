//! The columns of a grid: a hall each, house by house, and in groups that one page can hold.
//!
//! What has a house but no hall yet has a column of its house, and what has no place at all stands in the last one: nothing of a
//! day is missing in its grid.

use std::collections::BTreeMap;

use festoon_domain::programme::{OccurrenceId, Place, Programme};
use festoon_domain::venue::{RoomId, VenueId};

/// A table has at most so many columns.
const MOST_COLUMNS: usize = 40;

/// A table has at most so many sessions.
const MOST_SESSIONS: usize = 400;

/// Where the sessions of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spot {
    /// In this hall of this house.
    Room(VenueId, RoomId),
    /// Somewhere in this house.
    House(VenueId),
    /// Nobody said.
    Open,
}

impl Spot {
    fn of(programme: &Programme, id: OccurrenceId) -> Self {
        match programme[id].place {
            Some(Place::Room(room)) => Self::Room(programme[room].venue, room),
            Some(Place::Venue(venue)) => Self::House(venue),
            None => Self::Open,
        }
    }

    pub(super) const fn venue(self) -> Option<VenueId> {
        match self {
            Self::Room(venue, _) | Self::House(venue) => Some(venue),
            Self::Open => None,
        }
    }

    /// Houses and halls as the week lists them, what is open last.
    const fn order(self) -> (u32, u32) {
        match self {
            Self::Room(venue, room) => (venue.0, room.0),
            Self::House(venue) => (venue.0, u32::MAX),
            Self::Open => (u32::MAX, u32::MAX),
        }
    }
}

/// A column of the grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) spot: Spot,
    /// By time.
    pub(super) occurrences: Vec<OccurrenceId>,
    /// The column began in the group before.
    pub(super) is_continued: bool,
}

/// Occurrences in order of time as columns, in groups.
pub(super) fn groups(
    programme: &Programme,
    occurrences: impl IntoIterator<Item = OccurrenceId>,
) -> Vec<Vec<Column>> {
    let mut groups = vec![Vec::new()];
    for house in columns(programme, occurrences).chunk_by(|one, other| one.spot.venue() == other.spot.venue())
    {
        // A house stays together where it can.
        let is_split_needlessly = !fits(last(&mut groups), house) && fits(&[], house);
        if is_split_needlessly {
            groups.push(Vec::new());
        }
        for column in house.iter().flat_map(pieces) {
            if !fits(last(&mut groups), std::slice::from_ref(&column)) {
                groups.push(Vec::new());
            }
            last(&mut groups).push(column);
        }
    }
    groups.retain(|group| !group.is_empty());
    groups
}

fn columns(programme: &Programme, occurrences: impl IntoIterator<Item = OccurrenceId>) -> Vec<Column> {
    let mut columns: BTreeMap<(u32, u32), Column> = BTreeMap::new();
    for id in occurrences {
        let spot = Spot::of(programme, id);
        let empty = || Column { spot, occurrences: Vec::new(), is_continued: false };
        columns.entry(spot.order()).or_insert_with(empty).occurrences.push(id);
    }
    columns.into_values().collect()
}

/// A column that is too long for one table, in pieces that are not.
fn pieces(column: &Column) -> impl Iterator<Item = Column> + '_ {
    column.occurrences.chunks(MOST_SESSIONS).enumerate().map(|(at, occurrences)| Column {
        spot: column.spot,
        occurrences: occurrences.to_vec(),
        is_continued: at > 0,
    })
}

fn fits(group: &[Column], more: &[Column]) -> bool {
    let sessions = |columns: &[Column]| columns.iter().map(|column| column.occurrences.len()).sum::<usize>();
    group.len() + more.len() <= MOST_COLUMNS && sessions(group) + sessions(more) <= MOST_SESSIONS
}

fn last(groups: &mut [Vec<Column>]) -> &mut Vec<Column> {
    groups.last_mut().expect("there is one from the beginning")
}
