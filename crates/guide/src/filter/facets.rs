//! What each occurrence answers to each facet, indexed once.
//!
//! Every choice is a number, and an occurrence holds a handful of them in one stretch of one list: four bytes each, about half a
//! megabyte for ten thousand sessions. Whatever the guide has is a choice, also what nothing takes place in, so that a link from
//! a house without sessions leads to an empty list and not to an error.

use std::collections::HashMap;
use std::ops::Index;

use festoon_domain::choice::Choice as _;
use festoon_domain::programme::{
    ActivityKind, HostId, Occurrence, OccurrenceId, Programme, Session, SessionId, SessionKind,
};
use festoon_domain::venue::VenueId;

use super::Facet;

/// A choice's place in the list of a guide's choices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ChoiceId(u32);

impl ChoiceId {
    pub(super) const fn place(self) -> usize {
        self.0 as usize
    }
}

/// Something that can be asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Of what.
    pub facet: Facet,
    /// Its word in addresses.
    pub word: String,
    /// What it stands for.
    pub subject: Subject,
}

/// What a choice stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A house.
    Venue(VenueId),
    /// A chain, by its place in the week's list.
    Chain(usize),
    /// A sort of session; the activities of the same word are meant too.
    SessionKind(SessionKind),
    /// A sort of activity.
    ActivityKind(ActivityKind),
    /// A host.
    Host(HostId),
    /// The language of which the word is the code.
    Language,
    /// The country of which the word is the code.
    Country,
    /// That more people can follow.
    Accessible,
    /// That it is interpreted.
    Interpreted,
}

/// The word by which a yes is asked for.
const YES: &str = "yes";

/// Every choice of a guide, and what each occurrence holds.
#[derive(Debug, Default)]
pub(crate) struct Facets {
    choices: Vec<Choice>,
    by_word: [HashMap<String, ChoiceId>; Facet::ALL.len()],
    held: Vec<ChoiceId>,
    /// Where in `held` each occurrence's begin; the next one's is where they end.
    starts: Vec<usize>,
}

impl Facets {
    /// Indexes a programme: one walk over its sessions and one over its occurrences.
    pub(crate) fn of(programme: &Programme) -> Self {
        let mut facets = Self::default();
        let offered = Offered::new(&mut facets, programme);
        let of_session: Vec<Vec<ChoiceId>> = (0..)
            .map(SessionId)
            .zip(&programme.sessions)
            .map(|(id, session)| offered.by_session(&mut facets, programme, id, session))
            .collect();

        facets.starts.push(0);
        for (id, occurrence) in programme.each_occurrence() {
            let venue = programme.venue_of(id).map(|venue| offered.venues[venue.0 as usize]);
            let is_accessible = is_accessible(programme, occurrence);
            facets.held.extend(venue);
            facets.held.extend(&of_session[occurrence.session.0 as usize]);
            facets.held.extend(is_accessible.then_some(offered.accessible));
            facets.starts.push(facets.held.len());
        }
        facets
    }

    /// What an occurrence holds.
    pub(crate) fn held(&self, id: OccurrenceId) -> &[ChoiceId] {
        let at = id.0 as usize;
        &self.held[self.starts[at]..self.starts[at + 1]]
    }

    /// The choice of a word.
    pub(crate) fn named(&self, facet: Facet, word: &str) -> Option<ChoiceId> {
        self.by_word[facet.place()].get(word).copied()
    }

    /// How many choices there are.
    pub(crate) const fn len(&self) -> usize {
        self.choices.len()
    }

    /// Every choice with its id.
    pub(crate) fn all(&self) -> impl Iterator<Item = (ChoiceId, &Choice)> {
        (0..).map(ChoiceId).zip(&self.choices)
    }

    fn offer(&mut self, facet: Facet, word: &str, subject: Subject) -> ChoiceId {
        if let Some(known) = self.named(facet, word) {
            return known;
        }
        let id =
            ChoiceId(u32::try_from(self.choices.len()).expect("a week has not four thousand million hosts"));
        self.choices.push(Choice { facet, word: word.to_owned(), subject });
        self.by_word[facet.place()].insert(word.to_owned(), id);
        id
    }
}

impl Index<ChoiceId> for Facets {
    type Output = Choice;

    fn index(&self, id: ChoiceId) -> &Choice {
        &self.choices[id.place()]
    }
}

/// The choices of what has a place in a table, by that place.
struct Offered {
    venues: Vec<ChoiceId>,
    hosts: Vec<ChoiceId>,
    accessible: ChoiceId,
    interpreted: ChoiceId,
}

impl Offered {
    fn new(facets: &mut Facets, programme: &Programme) -> Self {
        let venues = (0..).map(VenueId).zip(&programme.venues);
        let venues = venues.map(|(id, venue)| facets.offer(Facet::Venue, &venue.key, Subject::Venue(id)));
        let venues = venues.collect();
        for (at, chain) in programme.week.chains.iter().enumerate() {
            facets.offer(Facet::Chain, &chain.key, Subject::Chain(at));
        }
        for &kind in SessionKind::ALL {
            facets.offer(Facet::Kind, kind.word(), Subject::SessionKind(kind));
        }
        for &kind in ActivityKind::ALL {
            facets.offer(Facet::Kind, kind.word(), Subject::ActivityKind(kind));
        }
        let hosts = (0..).map(HostId).zip(&programme.hosts);
        let hosts = hosts.map(|(id, host)| facets.offer(Facet::Host, &host.key, Subject::Host(id)));
        Self {
            venues,
            hosts: hosts.collect(),
            accessible: facets.offer(Facet::Accessible, YES, Subject::Accessible),
            interpreted: facets.offer(Facet::Interpreted, YES, Subject::Interpreted),
        }
    }

    /// What every occurrence of a session holds.
    fn by_session(
        &self,
        facets: &mut Facets,
        programme: &Programme,
        id: SessionId,
        session: &Session,
    ) -> Vec<ChoiceId> {
        let activity = session.activity.map(|id| &programme[id]);
        let mut held = Vec::new();
        let chain = activity.and_then(|activity| activity.chain.as_deref());
        held.extend(chain.and_then(|key| facets.named(Facet::Chain, key)));
        held.extend(session.kind.and_then(|kind| facets.named(Facet::Kind, kind.word())));
        let kind = activity.and_then(|activity| activity.kind);
        held.extend(kind.and_then(|kind| facets.named(Facet::Kind, kind.word())));
        // Who hosts it with others is named on its page, and found there too.
        let co_hosts = activity.map_or(&[][..], |activity| &activity.co_hosts);
        let hosts = programme.host_of(id).into_iter().chain(co_hosts.iter().copied());
        held.extend(hosts.map(|host| self.hosts[host.0 as usize]));
        for code in &session.languages {
            held.push(facets.offer(Facet::Language, code, Subject::Language));
        }
        for code in activity.map_or(&[][..], |activity| &activity.partners) {
            held.push(facets.offer(Facet::Partner, code, Subject::Country));
        }
        held.extend(session.interpretation.as_ref().map(|_| self.interpreted));
        // A host may name a language twice, and a signing belongs to the day of signings: each counts once.
        held.sort_unstable();
        held.dedup();
        held
    }
}

fn is_accessible(programme: &Programme, occurrence: &Occurrence) -> bool {
    let is_step_free = occurrence.room().is_some_and(|room| programme[room].step_free == Some(true));
    is_step_free || !programme[occurrence.session].access.is_empty()
}
