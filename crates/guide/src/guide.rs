//! The guide: a frozen week with the indexes pages ask for, and the addresses its pages are read at.
//!
//! Indexing costs one walk over the records; afterwards every page is a look-up, and the value is never changed.
//! The same week is read at two places, under its own name and, while it is current, under none: both are handles to one value.

mod dating;
mod days;
mod stretches;
mod whereabouts;

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use festoon_domain::notice::Notice;
use festoon_domain::programme::{ActivityId, OccurrenceId, PersonId, Programme, SessionId, State};
use festoon_domain::text::Lang;
use festoon_domain::venue::VenueId;
use festoon_domain::week::Chain;
use jiff::Timestamp;
use jiff::civil::Date;

use dating::Dating;
pub use days::Day;
pub use stretches::{MOST_LINES, Stretch};

use crate::filter::Facets;
use crate::frozen::{Frozen, FrozenFigure, Stages};
use crate::imprint::{Imprint, Past, Release};
use crate::lamp::Lamp;
use crate::search::Index;
use crate::url::{Base, Outlet, Page};
use whereabouts::Whereabouts;

/// A week as the public may see it, read at one of its addresses. Cloning one costs nothing.
#[derive(Debug, Clone)]
pub struct Guide {
    indexed: Arc<Indexed>,
    base: Base,
    notices: Arc<[Notice]>,
    history: Option<History>,
    changed: Option<Timestamp>,
    dating: Dating,
}

/// What releases changed, and since when this server can tell.
#[derive(Debug, Clone)]
struct History {
    releases: Arc<[Past]>,
    known: Timestamp,
}

/// What all handles share.
#[derive(Debug)]
struct Indexed {
    frozen: Frozen,
    has_samples: bool,
    facets: Facets,
    imprint: Imprint,
    days: Vec<Day>,
    spans: Vec<Option<(Date, Date)>>,
    undated: Vec<OccurrenceId>,
    occurrences: Vec<Vec<OccurrenceId>>,
    sessions: Vec<Vec<SessionId>>,
    activity_by_key: HashMap<String, ActivityId>,
    session_by_key: HashMap<String, SessionId>,
    person_by_key: HashMap<String, PersonId>,
    venue_by_key: HashMap<String, VenueId>,
    whereabouts: Whereabouts,
    search: OnceLock<Index>,
}

impl Guide {
    /// Indexes a frozen week. It is read at the unprefixed addresses until [`Self::read_at`] says otherwise.
    #[must_use]
    pub fn of(frozen: Frozen, imprint: Imprint) -> Self {
        let indexed = Arc::new(Indexed::new(frozen, imprint));
        Self {
            indexed,
            base: Base::current(),
            notices: Arc::default(),
            history: None,
            changed: None,
            dating: Dating::Tells,
        }
    }

    /// The same guide, every page linked to the addresses of `base`.
    #[must_use]
    pub fn read_at(&self, base: Base) -> Self {
        Self { base, ..self.clone() }
    }

    /// The same guide under these notices, which stand outside releases.
    #[must_use]
    pub fn under(&self, notices: Arc<[Notice]>) -> Self {
        Self { notices, ..self.clone() }
    }

    /// The same guide, knowing what its releases changed, the newest first. That is found out when it is shown already, and `known` is
    /// when it was.
    #[must_use]
    pub fn remembering(&self, releases: Arc<[Past]>, known: Timestamp) -> Self {
        Self { history: Some(History { releases, known }), ..self.clone() }
    }

    /// What its releases changed, the newest first, as far back as is known.
    #[must_use]
    pub fn history(&self) -> &[Past] {
        self.history.as_ref().map_or(&[], |history| &history.releases)
    }

    /// Since when what tells its history is as it is; nothing while that is still being found out, because a date would say that no more is
    /// to come.
    #[must_use]
    pub fn told(&self) -> Option<Timestamp> {
        self.dated().map(|dated| Some(dated.max(self.history.as_ref()?.known)))?
    }

    /// The same guide, told when the notices over it changed: one that went leaves no other trace.
    #[must_use]
    pub fn changed_at(&self, changed: Timestamp) -> Self {
        Self { changed: Some(changed), ..self.clone() }
    }

    /// What everybody must read at once.
    #[must_use]
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// What all addresses begin with, in the week its reader came for.
    #[must_use]
    pub fn scope(&self) -> String {
        self.base.scope()
    }

    /// The address of something a program reads, in the week its reader came for.
    #[must_use]
    pub fn outlet(&self, outlet: Outlet<'_>) -> String {
        self.base.outlet(outlet)
    }

    /// The address of something a program reads for as long as there is a server, as the outside world writes it.
    #[must_use]
    pub fn lasting_outlet(&self, outlet: Outlet<'_>) -> String {
        let imprint = &self.indexed.imprint;
        format!("{}{}", imprint.origin.0.as_deref().unwrap_or_default(), imprint.lasting.outlet(outlet))
    }

    /// Where, as what and by whom it is published.
    #[must_use]
    pub fn imprint(&self) -> &Imprint {
        &self.indexed.imprint
    }

    /// The address of a page, in the week its reader came for.
    #[must_use]
    pub fn address(&self, page: Page<'_>, lang: Lang) -> String {
        self.base.address(page, lang)
    }

    /// The address of a page for as long as there is a server, as the outside world writes it.
    #[must_use]
    pub fn lasting_address(&self, page: Page<'_>, lang: Lang) -> String {
        let imprint = &self.indexed.imprint;
        let origin = imprint.origin.0.as_deref().unwrap_or_default();
        format!("{origin}{}", imprint.lasting.address(page, lang))
    }

    /// Which release it is, if it is one.
    #[must_use]
    pub fn release(&self) -> Option<Release> {
        self.indexed.imprint.release
    }

    /// Everything that is in it.
    #[must_use]
    pub fn frozen(&self) -> &Frozen {
        &self.indexed.frozen
    }

    /// Everything public that happens.
    #[must_use]
    pub fn programme(&self) -> &Programme {
        &self.indexed.frozen.records.programme
    }

    /// What was announced in numbers, with what the records say to it.
    #[must_use]
    pub fn figures(&self) -> &[FrozenFigure] {
        &self.indexed.frozen.figures
    }

    /// A figure by its key.
    #[must_use]
    pub fn figure(&self, key: &str) -> Option<&FrozenFigure> {
        self.figures().iter().find(|frozen| frozen.figure.key == key)
    }

    /// The signing list by stage, as far as totals give no single project away.
    #[must_use]
    pub fn stages(&self) -> &Stages {
        &self.indexed.frozen.stages
    }

    /// The week's days and every other day on which something happens, in order.
    #[must_use]
    pub fn days(&self) -> &[Day] {
        &self.indexed.days
    }

    /// Occurrences whose time is not settled.
    #[must_use]
    pub fn undated(&self) -> &[OccurrenceId] {
        &self.indexed.undated
    }

    /// What each occurrence answers to each facet of a filter.
    pub(crate) fn facets(&self) -> &Facets {
        &self.indexed.facets
    }

    /// Whether anything in it was invented for the sample week.
    #[must_use]
    pub fn has_samples(&self) -> bool {
        self.indexed.has_samples
    }

    /// An activity by its key.
    #[must_use]
    pub fn activity(&self, key: &str) -> Option<ActivityId> {
        self.indexed.activity_by_key.get(key).copied()
    }

    /// A session by its key.
    #[must_use]
    pub fn session(&self, key: &str) -> Option<SessionId> {
        self.indexed.session_by_key.get(key).copied()
    }

    /// A person by their key.
    #[must_use]
    pub fn person(&self, key: &str) -> Option<PersonId> {
        self.indexed.person_by_key.get(key).copied()
    }

    /// A house by its key.
    #[must_use]
    pub fn venue(&self, key: &str) -> Option<VenueId> {
        self.indexed.venue_by_key.get(key).copied()
    }

    /// A session's occurrences by time.
    #[must_use]
    pub fn occurrences_of(&self, session: SessionId) -> &[OccurrenceId] {
        &self.indexed.occurrences[session.0 as usize]
    }

    /// An activity's sessions by time, those without a time last.
    #[must_use]
    pub fn sessions_of(&self, activity: ActivityId) -> &[SessionId] {
        &self.indexed.sessions[activity.0 as usize]
    }

    /// Every activity with its id.
    pub fn activities(&self) -> impl Iterator<Item = ActivityId> + use<> {
        (0..).map(ActivityId).take(self.programme().activities.len())
    }

    /// How an activity stands: cancelled when everything it has is.
    #[must_use]
    pub fn lamp_of(&self, activity: ActivityId) -> Lamp {
        let mut occurrences =
            self.sessions_of(activity).iter().flat_map(|&id| self.occurrences_of(id)).peekable();
        let has_any = occurrences.peek().is_some();
        if has_any && occurrences.all(|&id| self.programme()[id].state == State::Cancelled) {
            return Lamp::Cancelled;
        }
        if self.first_day_of(activity).is_none() {
            return Lamp::Hollow;
        }
        if self.programme()[activity].is_key { Lamp::Key } else { Lamp::Lit }
    }

    /// How an occurrence stands.
    #[must_use]
    pub fn lamp_of_occurrence(&self, id: OccurrenceId) -> Lamp {
        let occurrence = &self.programme()[id];
        let activity = self.programme()[occurrence.session].activity;
        match occurrence.state {
            State::Cancelled => Lamp::Cancelled,
            State::Scheduled if occurrence.when.is_none() => Lamp::Hollow,
            State::Scheduled if activity.is_some_and(|id| self.programme()[id].is_key) => Lamp::Key,
            State::Scheduled => Lamp::Lit,
        }
    }

    /// Builds what searching needs, so that nobody who searches waits for it. Whoever shows a guide calls this beside the readers.
    pub fn warm(&self) {
        let _built = self.search_index();
    }

    /// Whether a search would be answered at once.
    #[must_use]
    pub fn is_warm(&self) -> bool {
        self.indexed.search.get().is_some()
    }

    /// The index of everything in it; built when it is first asked for, and shared by all handles.
    #[must_use]
    pub fn search_index(&self) -> &Index {
        self.indexed.search.get_or_init(|| Index::of(self))
    }

    /// A chain by its key.
    #[must_use]
    pub fn chain(&self, key: &str) -> Option<&Chain> {
        self.programme().week.chains.iter().find(|chain| chain.key == key)
    }
}

impl Indexed {
    fn new(frozen: Frozen, imprint: Imprint) -> Self {
        let programme = &frozen.records.programme;
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
        let person_by_key = (0..).map(PersonId).zip(&programme.people);
        let person_by_key = person_by_key.map(|(id, person)| (person.key.clone(), id)).collect();
        let venue_by_key = (0..).map(VenueId).zip(&programme.venues);
        let venue_by_key = venue_by_key.map(|(id, venue)| (venue.key.clone(), id)).collect();
        let undated = programme.each_occurrence().filter(|(_, occurrence)| occurrence.when.is_none());
        let undated = undated.map(|(id, _)| id).collect();

        let days = days::of(programme, &sessions, &occurrences);
        let spans = days::spans(&days, programme.activities.len());
        let whereabouts = Whereabouts::of(programme);
        let has_samples = frozen.has_samples();
        let facets = Facets::of(programme);
        Self {
            frozen,
            has_samples,
            facets,
            imprint,
            days,
            spans,
            undated,
            occurrences,
            sessions,
            activity_by_key,
            session_by_key,
            person_by_key,
            venue_by_key,
            whereabouts,
            search: OnceLock::new(),
        }
    }
}
