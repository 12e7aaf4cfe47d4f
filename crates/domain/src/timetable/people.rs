//! People: in two places at one time, and with less time than the road takes.
//!
//! Both are decided for *pairs* of appearances, whatever lies between them: that is what a planner can count as well,
//! and a chain of three impossible moves is told as the moves it consists of.

use std::collections::HashSet;

use jiff::SignedDuration;

use super::sweep::{Listed, Timed, Walk, close_pairs};
use super::{Clash, Duplicates, Rule, Rulebook, Subject};
use crate::programme::{OccurrenceId, PersonId, Place, Programme, Role, Span};
use crate::venue::{Minutes, Road, VenueId};

/// Somebody's way from one occurrence to a later one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move {
    /// Whole minutes between the end of the one and the start of the other.
    pub gap: Minutes,
    /// What the road takes.
    pub road: Road,
}

/// Whether a person can be at two occurrences.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Passage {
    /// Nothing stands against it.
    Free,
    /// They are in two houses of which no road is known.
    Unknown,
    /// They share these instants in different places, or in places unknown.
    Together(Span),
    /// The road takes longer than the gap.
    TooFar(Move),
    /// The road fits, with these whole minutes to spare.
    Spare(Move, Minutes),
}

impl Passage {
    /// From one occurrence to another that does not start before it: the one function that decides an impossible
    /// transfer, for the report, the desk, the planner and a visitor's plan alike.
    #[must_use]
    pub fn between(programme: &Programme, from: OccurrenceId, to: OccurrenceId) -> Self {
        let (leaving, arriving) = (&programme[from], &programme[to]);
        let (Some(first), Some(second)) = (leaving.scheduled(), arriving.scheduled()) else {
            return Self::Free;
        };

        if let Some(together) = first.intersection(second) {
            let same_hall = matches!(leaving.place, Some(Place::Room(_))) && leaving.place == arriving.place;
            return if same_hall { Self::Free } else { Self::Together(together) };
        }

        let (Some(here), Some(there)) = (programme.venue_of(from), programme.venue_of(to)) else {
            return Self::Free;
        };
        if here == there {
            return Self::Free;
        }
        let Some(road) = programme.roads.between(&programme.venues, here, there) else {
            return Self::Unknown;
        };
        let seconds = second.start().duration_since(first.end()).as_secs().max(0);
        let gap = Minutes(u32::try_from(seconds / 60).unwrap_or(u32::MAX));
        let passage = Move { gap, road };
        if seconds < i64::from(road.minutes.0) * 60 {
            Self::TooFar(passage)
        } else {
            Self::Spare(passage, Minutes(gap.0 - road.minutes.0))
        }
    }

    /// The road fits, but leaves less to spare than the week's slack.
    #[must_use]
    pub fn is_tight(self, rulebook: &Rulebook) -> bool {
        matches!(self, Self::Spare(_, spare) if spare < rulebook.slack)
    }
}

/// No two occurrences with more time than this between them stand in anybody's way.
pub(super) fn farthest(programme: &Programme, rulebook: &Rulebook) -> SignedDuration {
    let longest = programme.roads.longest(&programme.venues).0;
    let farthest = longest.saturating_add(rulebook.slack.0).max(USUALLY_ENOUGH_MINUTES);
    SignedDuration::from_mins(i64::from(farthest))
}

pub(super) fn check(
    programme: &Programme,
    rulebook: &Rulebook,
    duplicates: &Duplicates,
    clashes: &mut Vec<Clash>,
) {
    let margin = farthest(programme, rulebook);
    let mut unknown = UnknownRoads::default();

    for (person, mut timed) in whereabouts(programme) {
        let walk = close_pairs(&mut timed, margin, rulebook.most_listed, |(_, from), (_, to)| {
            if duplicates.contains(from, to) {
                return Listed::No;
            }
            let passage = Passage::between(programme, from, to);
            let found = match passage {
                Passage::Together(together) => {
                    Some(Clash::TwoPlaces { person, first: from, second: to, together })
                }
                Passage::TooFar(Move { gap, road }) => Some(Clash::Road { person, from, to, gap, road }),
                Passage::Spare(Move { gap, road }, _)
                    if passage.is_tight(rulebook)
                        && (honoured(programme, person, from) || honoured(programme, person, to)) =>
                {
                    Some(Clash::Slack { person, from, to, gap, road, wanted: rulebook.slack })
                }
                Passage::Unknown => {
                    unknown.note(programme, person, from, to);
                    None
                }
                Passage::Spare(..) | Passage::Free => None,
            };
            let listed = if found.is_some() { Listed::Yes } else { Listed::No };
            clashes.extend(found);
            listed
        });
        if let Walk::StoppedAt(example) = walk {
            clashes.push(Clash::AndMore { rule: Rule::TwoPlaces, subject: Subject::Person(person), example });
        }
    }
    clashes.extend(unknown.clash());
}

/// Whoever has two hours between two houses of one city is not asked how far it is.
const USUALLY_ENOUGH_MINUTES: u32 = 120;

/// The pairs of houses between which somebody moves and no road is known.
#[derive(Default)]
struct UnknownRoads {
    pairs: HashSet<(VenueId, VenueId)>,
    first: Option<(PersonId, OccurrenceId, OccurrenceId)>,
}

impl UnknownRoads {
    fn note(&mut self, programme: &Programme, person: PersonId, from: OccurrenceId, to: OccurrenceId) {
        let (Some(here), Some(there)) = (programme.venue_of(from), programme.venue_of(to)) else { return };
        self.pairs.insert((here.min(there), here.max(there)));
        self.first.get_or_insert((person, from, to));
    }

    fn clash(self) -> Option<Clash> {
        let (person, from, to) = self.first?;
        let pairs = u32::try_from(self.pairs.len()).unwrap_or(u32::MAX);
        Some(Clash::RoadUnknown { pairs, person, from, to })
    }
}

/// For each person who must be somewhere, when and at which occurrences: each once, however many roles they have there, by time. What has no
/// time and what is cancelled asks for nobody.
#[must_use]
pub fn whereabouts(programme: &Programme) -> Vec<(PersonId, Vec<(Span, OccurrenceId)>)> {
    let mut all: Vec<(PersonId, Timed)> = programme
        .each_occurrence()
        .filter_map(|(id, occurrence)| occurrence.scheduled().map(|span| (id, span, occurrence.session)))
        .flat_map(|(id, span, session)| {
            programme[session].appearances.iter().map(move |appearance| (appearance.person, (span, id)))
        })
        .collect();
    all.sort_unstable();
    all.dedup();
    all.chunk_by(|a, b| a.0 == b.0)
        .map(|chunk| (chunk[0].0, chunk.iter().map(|(_, timed)| *timed).collect()))
        .collect()
}

/// Whether the person is received at the occurrence as a guest of honour, who wants the rulebook's slack.
#[must_use]
pub fn honoured(programme: &Programme, person: PersonId, occurrence: OccurrenceId) -> bool {
    programme
        .session_of(occurrence)
        .appearances
        .iter()
        .any(|appearance| appearance.person == person && appearance.role == Role::GuestOfHonour)
}
