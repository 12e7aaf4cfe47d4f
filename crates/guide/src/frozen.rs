//! The frozen guide: what the public may know of a week, with the indexes pages ask for.
//!
//! Freezing is where secrets are left behind: projects become totals, people who appear nowhere in public lose their
//! names. No page can show what is not in here.
//! It costs one walk over the records; afterwards every page is a look-up, and the value is never changed.

mod days;
mod figures;

use std::collections::HashMap;

use festoon_domain::programme::{ActivityId, OccurrenceId, Person, Programme, SessionId, State, Visibility};
use festoon_domain::week::{Chain, Records};

pub use days::Day;
pub use figures::{FrozenFigure, StageTotal, Stages};

use crate::lamp::Lamp;

/// The address under which the outside world reaches the pages, such as `https://week.example.org`.
///
/// Canonical and alternate links want it in full; without it they stay relative.
#[derive(Debug, Clone, Default)]
pub struct Origin(pub Option<String>);

/// A week as the public may see it.
#[derive(Debug)]
pub struct Guide {
    programme: Programme,
    figures: Vec<FrozenFigure>,
    stages: Stages,
    days: Vec<Day>,
    undated: Vec<OccurrenceId>,
    occurrences: Vec<Vec<OccurrenceId>>,
    sessions: Vec<Vec<SessionId>>,
    activity_by_key: HashMap<String, ActivityId>,
    session_by_key: HashMap<String, SessionId>,
    origin: Origin,
}

impl Guide {
    /// Freezes what the public may see of a week.
    #[must_use]
    pub fn freeze(records: Records, origin: Origin) -> Self {
        let figures = figures::freeze(&records);
        let stages = Stages::add_up(&records.projects);
        let programme = without_secrets(records.programme);

        let mut occurrences = vec![Vec::new(); programme.sessions.len()];
        for (id, occurrence) in programme.each_occurrence() {
            occurrences[occurrence.session.0 as usize].push(id);
        }
        for of_session in &mut occurrences {
            of_session.sort_by_key(|&id| programme[id].when);
        }
        let mut sessions = vec![Vec::new(); programme.activities.len()];
        for (id, session) in (0..).map(SessionId).zip(&programme.sessions) {
            if let Some(activity) = session.activity {
                sessions[activity.0 as usize].push(id);
            }
        }
        let first_time =
            |id: &SessionId| occurrences[id.0 as usize].iter().filter_map(|&id| programme[id].when).min();
        for of_activity in &mut sessions {
            of_activity.sort_by_key(|id| (first_time(id).is_none(), first_time(id)));
        }
        let activity_by_key = (0..).map(ActivityId).zip(&programme.activities);
        let activity_by_key = activity_by_key.map(|(id, activity)| (activity.key.clone(), id)).collect();
        let session_by_key = (0..).map(SessionId).zip(&programme.sessions);
        let session_by_key = session_by_key.map(|(id, session)| (session.key.clone(), id)).collect();

        let mut guide = Self {
            programme,
            figures,
            stages,
            days: Vec::new(),
            undated: Vec::new(),
            occurrences,
            sessions,
            activity_by_key,
            session_by_key,
            origin,
        };
        guide.days = days::of(&guide);
        guide.undated = (guide.programme.each_occurrence())
            .filter(|(_, occurrence)| occurrence.when.is_none())
            .map(|(id, _)| id)
            .collect();
        guide
    }

    /// Everything public that happens.
    #[must_use]
    pub const fn programme(&self) -> &Programme {
        &self.programme
    }

    /// What was announced in numbers, with what the records say to it.
    #[must_use]
    pub fn figures(&self) -> &[FrozenFigure] {
        &self.figures
    }

    /// A figure by its key.
    #[must_use]
    pub fn figure(&self, key: &str) -> Option<&FrozenFigure> {
        self.figures.iter().find(|frozen| frozen.figure.key == key)
    }

    /// The signing list by stage, as far as totals give no single project away.
    #[must_use]
    pub const fn stages(&self) -> &Stages {
        &self.stages
    }

    /// The week's days and every other day on which something happens, in order.
    #[must_use]
    pub fn days(&self) -> &[Day] {
        &self.days
    }

    /// Occurrences whose time is not settled.
    #[must_use]
    pub fn undated(&self) -> &[OccurrenceId] {
        &self.undated
    }

    /// An activity by its key.
    #[must_use]
    pub fn activity(&self, key: &str) -> Option<ActivityId> {
        self.activity_by_key.get(key).copied()
    }

    /// A session by its key.
    #[must_use]
    pub fn session(&self, key: &str) -> Option<SessionId> {
        self.session_by_key.get(key).copied()
    }

    /// A session's occurrences by time.
    #[must_use]
    pub fn occurrences_of(&self, session: SessionId) -> &[OccurrenceId] {
        &self.occurrences[session.0 as usize]
    }

    /// An activity's sessions by time, those without a time last.
    #[must_use]
    pub fn sessions_of(&self, activity: ActivityId) -> &[SessionId] {
        &self.sessions[activity.0 as usize]
    }

    /// Every activity with its id.
    pub fn activities(&self) -> impl Iterator<Item = ActivityId> + use<> {
        (0..).map(ActivityId).take(self.programme.activities.len())
    }

    /// How an activity stands: cancelled when everything it has is.
    #[must_use]
    pub fn lamp_of(&self, activity: ActivityId) -> Lamp {
        let mut occurrences =
            self.sessions_of(activity).iter().flat_map(|&id| self.occurrences_of(id)).peekable();
        let has_any = occurrences.peek().is_some();
        if has_any && occurrences.all(|&id| self.programme[id].state == State::Cancelled) {
            return Lamp::Cancelled;
        }
        if self.first_day_of(activity).is_none() {
            return Lamp::Hollow;
        }
        if self.programme[activity].is_key { Lamp::Key } else { Lamp::Lit }
    }

    /// How an occurrence stands.
    #[must_use]
    pub fn lamp_of_occurrence(&self, id: OccurrenceId) -> Lamp {
        let occurrence = &self.programme[id];
        let activity = self.programme[occurrence.session].activity;
        match occurrence.state {
            State::Cancelled => Lamp::Cancelled,
            State::Scheduled if occurrence.when.is_none() => Lamp::Hollow,
            State::Scheduled if activity.is_some_and(|id| self.programme[id].is_key) => Lamp::Key,
            State::Scheduled => Lamp::Lit,
        }
    }

    /// A chain by its key.
    #[must_use]
    pub fn chain(&self, key: &str) -> Option<&Chain> {
        self.programme.week.chains.iter().find(|chain| chain.key == key)
    }

    /// The address of a page as the outside world writes it.
    #[must_use]
    pub fn outside(&self, address: &str) -> String {
        let origin = self.origin.0.as_deref().unwrap_or_default();
        format!("{origin}{address}")
    }
}

/// The programme without what only hosts or the protocol desk may know.
fn without_secrets(mut programme: Programme) -> Programme {
    let mut is_public = vec![false; programme.people.len()];
    for session in &mut programme.sessions {
        session.appearances.retain(|appearance| appearance.visibility == Visibility::Public);
        session.expected = None;
        for appearance in &session.appearances {
            is_public[appearance.person.0 as usize] = true;
        }
    }
    for (person, is_public) in programme.people.iter_mut().zip(is_public) {
        if !is_public {
            *person = Person::default();
        }
    }
    programme
}
