//! `planner.toml`: how a week is planned, and the bookmarks of its visitors. Described in docs/planner-toml.md, its schema is
//! docs/schemas/planner.schema.json.
//!
//! Read at the door: what stands here is well-formed, but names nobody yet; which session a word means, only the programme knows. A key that is
//! not known is a mistake, since a misspelt rule would otherwise weigh what it usually does and nobody be told.

mod bookmarks;
mod grade;
mod reading;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::{DateTime, Time};

pub use bookmarks::{Bookmark, read as read_bookmarks};
pub use grade::{Grade, PlannerRule};

use crate::{NamedFile, Placed, Refusal, Word};

/// What a week asks of its planner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planner {
    /// The file it was read from, for saying what is wrong with it later.
    pub file: Arc<str>,
    /// Minutes between the beginnings that are tried; a multiple of five.
    pub step: u16,
    /// Minutes that should be free in a room behind each session.
    pub pause: u16,
    /// Minutes a guest of honour wants beyond the road, where that is not the usual.
    pub slack: Option<u32>,
    /// Between which hours of a day sessions may be put; else between those at which any is now.
    pub hours: Option<(Time, Time)>,
    /// The hours everybody wants.
    pub prime_time: Vec<(Time, Time)>,
    /// What counts as one track.
    pub track: TrackOf,
    /// How rules are graded where that is not the usual.
    pub grades: BTreeMap<PlannerRule, Grade>,
    /// What stays, or where something is to stand.
    pub pins: Vec<Pin>,
    /// Who or what is not there.
    pub away: Vec<Away>,
    /// What comes before what.
    pub before: Vec<Before>,
    /// What sessions need beyond what their hosts said.
    pub needs: Vec<Need>,
    /// Of what there is only so much at a time.
    pub stocks: Vec<Stock>,
    /// What somebody would rather not have.
    pub wishes: Vec<Wish>,
}

/// What counts as one track: two sessions of it should not be at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TrackOf {
    /// A part of an activity, as the programme says.
    #[default]
    Part,
    /// A whole activity.
    Activity,
    /// All activities of an industrial chain.
    Chain,
}

/// A session that stays where it is, or goes where this says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pin {
    /// Its slug, guid or key.
    pub session: Word,
    /// When it begins, in the week's zone.
    pub start: Option<Placed<DateTime>>,
    /// The key of its hall.
    pub room: Option<Word>,
}

/// A stretch of time, in the week's zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    pub from: DateTime,
    /// After `from`.
    pub till: DateTime,
}

/// Whom or what something is about, by its key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    Session(Word),
    Host(Word),
    Person(Word),
    Room(Word),
    Venue(Word),
}

/// A person who is not there, a hall or a house that is closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Away {
    /// A person, a room or a venue.
    pub who: About,
    pub during: Stretch,
}

/// One session has ended before the other begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Before {
    pub first: Word,
    pub then: Word,
}

/// What must stand in the room of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    pub session: Word,
    pub equipment: Vec<String>,
}

/// Something of which there is only so much at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stock {
    /// What it is called, in the file's own words.
    pub name: String,
    /// How much there is.
    pub of: u32,
    /// How much each session takes.
    pub sessions: Vec<(Word, u32)>,
    /// Sessions that asked for interpretation in these languages take as many as they need interpreters.
    pub interpretation: Option<String>,
}

/// A stretch of time or a hall that somebody would rather not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// A session, a host or a person.
    pub of: About,
    pub not: Disliked,
    /// How much one such meeting counts; 1 if nothing is said.
    pub count: u32,
}

/// What somebody would rather not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Disliked {
    During(Stretch),
    Room(Word),
}

impl Default for Planner {
    /// What a week asks that says nothing.
    fn default() -> Self {
        Self {
            file: Arc::from("planner.toml"),
            step: 15,
            pause: 0,
            slack: None,
            hours: None,
            prime_time: Vec::new(),
            track: TrackOf::Part,
            grades: BTreeMap::new(),
            pins: Vec::new(),
            away: Vec::new(),
            before: Vec::new(),
            needs: Vec::new(),
            stocks: Vec::new(),
            wishes: Vec::new(),
        }
    }
}

impl Planner {
    /// Reads `planner.toml`.
    ///
    /// # Errors
    /// A file that is no TOML, or every value that does not fit, each with its place and what would be right.
    pub fn parse(file: &NamedFile) -> Result<Self, Vec<Refusal>> {
        reading::read(file)
    }

    /// How the rule is graded in this week.
    #[must_use]
    pub fn grade(&self, rule: PlannerRule) -> Grade {
        self.grades.get(&rule).copied().unwrap_or_else(|| rule.usual())
    }
}
