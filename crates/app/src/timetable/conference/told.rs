//! What a conference's timetable costs and why, why a submission is not elsewhere, and why a conference cannot be: as sentences.
//!
//! The solver says which rule counts what of whom, as it does for weeks; here its numbers become names again. A rule that counts one thing several
//! times, such as a track in three sessions that do not suit it, is one sentence.

mod sentences;

use std::collections::BTreeMap;

use festoon_exchange::cosplib::{Place, Solution, Weighed};
use festoon_guide::clash_report::Both;
use festoon_guide::words::conference::ConferenceWords;
use festoon_solver::{Breach, Cause, InTheWay, Limits, Proof, Rule, Who, WhyNot};

use super::{Posed, rule};
use crate::timetable::Reason;
use sentences::Telling;

/// What a rule finds of somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Nothing where a submission has no place, which no workbook weighs.
    pub weighed: Option<Weighed>,
    pub count: i64,
    /// The count times the weight.
    pub cost: i64,
    pub sentence: Both,
    /// Whom it is about, by their places in the conference.
    pub submissions: Vec<usize>,
    pub tracks: Vec<usize>,
}

/// Why a submission is not in a room in a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The slot it would have, from 0: the one where least is in the way, then the cheapest.
    pub slot: u16,
    /// What makes it impossible as everything else stands.
    pub in_the_way: Vec<Both>,
    /// What would be broken then and is not now, once whoever is in the way has given place.
    pub worse: Vec<Told>,
    /// What is broken now and would not be then.
    pub better: Vec<Told>,
}

impl Answer {
    /// By how much the whole would cost more, or less where it is below 0; who is in the way is not in it.
    #[must_use]
    pub fn by(&self) -> i64 {
        let sum = |told: &[Told]| told.iter().map(|told| told.cost).sum::<i64>();
        sum(&self.worse) - sum(&self.better)
    }
}

const SOUND: &str = "a solution is whole and stands in blocks of its tracks";

/// Slots that are tried for one question; more would take long in sessions of hundreds of slots, and tell nobody more.
const MOST_TRIED: usize = 24;

/// Everything that a solution breaks, the dearest first.
///
/// # Panics
/// At a solution of another conference.
#[must_use]
pub fn told(posed: &Posed, solution: &Solution) -> Vec<Told> {
    let breaches = festoon_solver::broken(&posed.problem, &posed.plan(solution)).expect(SOUND);
    sentences_of(posed, solution, breaches)
}

/// Why a submission is not in a room in a session.
///
/// # Panics
/// At a solution of another conference, or a submission, session or room that is none of it.
#[must_use]
pub fn why_not(posed: &Posed, solution: &Solution, submission: usize, cell: (usize, usize)) -> Answer {
    let tries = slots_to_try(posed, solution, submission, cell);
    let answers = tries.into_iter().map(|slot| answer_at(posed, solution, submission, at(cell, slot)));
    let cheapest = answers.min_by_key(|answer| (answer.in_the_way.len(), answer.by(), answer.slot));
    cheapest.expect("one slot or more is tried")
}

/// Why no timetable has a place for everything: what counting proves, else what a search by these limits could not bring together, with the submissions
/// it is about. Nothing if it found one.
///
/// # Panics
/// Never: what was posed is a problem.
#[must_use]
pub fn causes(posed: &Posed, limits: &Limits<'_>) -> Vec<Reason<usize>> {
    let causes =
        festoon_solver::conflict(&posed.problem, limits).expect("a conference that was posed is a problem");
    let reason = |cause: &Cause| {
        let about: Vec<usize> = cause.entries.iter().map(|entry| *entry as usize).collect();
        Reason { proof: cause.proof, sentence: cause_sentence(posed, cause.proof, &about), about }
    };
    causes.iter().map(reason).collect()
}

/// What keeping a rule costs: by how much the rest could be cheaper without it, as far as a search from this solution finds out.
///
/// # Panics
/// At a solution of another conference.
#[must_use]
pub fn price(posed: &Posed, solution: &Solution, weighed: Weighed, limits: &Limits<'_>) -> i64 {
    festoon_solver::price(&posed.problem, &posed.plan(solution), rule(weighed), limits).expect(SOUND).soft
}

const fn at((session, room): (usize, usize), slot: u16) -> Place {
    Place { session, room, slot }
}

/// The slots with the fewest of its own track in the way; where another track has the room, all are in the way wherever it begins.
fn slots_to_try(posed: &Posed, solution: &Solution, asked: usize, cell: (usize, usize)) -> Vec<u16> {
    let conference = &posed.conference;
    let length = conference.submissions[asked].slots;
    let last = conference.sessions[cell.0].slots.saturating_sub(length);
    let in_the_way = |slot: u16| {
        let placed = conference.submissions.iter().zip(&solution.0).enumerate();
        let overlaps = placed.filter(|(other, (submission, place))| {
            place.is_some_and(|place| {
                *other != asked
                    && (place.session, place.room) == cell
                    && place.slot < slot + length
                    && slot < place.slot + submission.slots
            })
        });
        overlaps.count()
    };
    let mut slots: Vec<(usize, u16)> = (0..=last).map(|slot| (in_the_way(slot), slot)).collect();
    slots.sort_unstable();
    slots.into_iter().map(|(_, slot)| slot).take(MOST_TRIED).collect()
}

fn answer_at(posed: &Posed, solution: &Solution, submission: usize, place: Place) -> Answer {
    let asked = u32::try_from(submission).expect("submissions are bounded");
    let aim = posed.plan(&Solution(vec![Some(place)])).0[0].expect("it has a place");
    let WhyNot { in_the_way, worse, better } =
        festoon_solver::why_not(&posed.problem, &posed.plan(solution), asked, aim).expect(SOUND);
    let mut then = solution.clone();
    then.0[submission] = Some(place);
    for way in &in_the_way {
        if let InTheWay::Taken(other) | InTheWay::OtherTrack(other) = way {
            then.0[*other as usize] = None;
        }
    }
    Answer {
        slot: place.slot,
        in_the_way: ways(posed, submission, place, &in_the_way),
        worse: sentences_of(posed, &then, worse),
        better: sentences_of(posed, solution, better),
    }
}

/// Another track's submissions in one sentence; each that has the slots in one of its own.
fn ways(posed: &Posed, submission: usize, place: Place, ways: &[InTheWay]) -> Vec<Both> {
    let conference = &posed.conference;
    let track = conference.submissions[submission].track;
    let others = ways.iter().filter_map(|way| match way {
        InTheWay::Taken(other) | InTheWay::OtherTrack(other) => Some(*other as usize),
        InTheWay::Closed | InTheWay::Pinned => None,
    });
    let (own, foreign): (Vec<usize>, Vec<usize>) =
        others.partition(|other| conference.submissions[*other].track == track);
    let called = |at: usize| &*conference.submissions[at].reference;
    let session = &conference.sessions[place.session];
    let mut said: Vec<Both> = own
        .into_iter()
        .map(|other| Both::said(|lang| ConferenceWords::of(lang).taken.with(&[("what", called(other))])))
        .collect();
    if let Some(first) = foreign.first() {
        said.push(Both::said(|lang| {
            ConferenceWords::of(lang).other_track.with(&[
                ("session", &session.name),
                ("room", &conference.rooms[place.room]),
                ("track", &conference.tracks[conference.submissions[*first].track].name),
                ("what", &sentences::references(conference, &foreign, lang)),
            ])
        }));
    }
    if ways.contains(&InTheWay::Closed) {
        said.push(Both::said(|lang| {
            ConferenceWords::of(lang).too_short.with(&[
                ("what", called(submission)),
                ("session", &session.name),
                ("needed", &conference.submissions[submission].slots.to_string()),
                ("there", &session.slots.to_string()),
            ])
        }));
    }
    said
}

fn sentences_of(posed: &Posed, solution: &Solution, breaches: Vec<Breach>) -> Vec<Told> {
    let mut counted: BTreeMap<(Rule, Who), i64> = BTreeMap::new();
    for breach in breaches {
        *counted.entry((breach.rule, breach.who)).or_default() += breach.count;
    }
    let telling = Telling::of(&posed.conference, solution);
    let mut all: Vec<Told> = counted
        .into_iter()
        .map(|((rule, who), count)| {
            let weighed = Weighed::ALL.into_iter().find(|weighed| super::rule(*weighed) == rule);
            let (submissions, tracks) = telling.about(who);
            Told {
                weighed,
                count,
                cost: weighed.map_or(0, |weighed| posed.conference.weights.of(weighed) * count),
                sentence: Both::said(|lang| telling.sentence(weighed, who, count, lang)),
                submissions,
                tracks,
            }
        })
        .collect();
    // What has no place costs nothing and comes first all the same.
    all.sort_by_key(|told| (told.weighed.is_some(), std::cmp::Reverse(told.cost)));
    all
}

fn cause_sentence(posed: &Posed, proof: Proof, about: &[usize]) -> Both {
    Both::said(|lang| {
        let words = ConferenceWords::of(lang);
        let what = sentences::references(&posed.conference, about, lang);
        let counted = |needed: u64, there: u64| [needed.to_string(), there.to_string()];
        match proof {
            Proof::TooLong { slots, longest } => {
                let first = about.first().map_or("", |at| &posed.conference.submissions[*at].reference);
                let [needed, there] = counted(slots.into(), longest.into());
                words.no_block_is_long_enough.with(&[("what", first), ("needed", &needed), ("there", &there)])
            }
            Proof::Full { needed, there } => {
                let [needed, there] = counted(needed, there);
                words.full.with(&[("what", &what), ("needed", &needed), ("there", &there)])
            }
            Proof::NoRoom => words.no_block.with(&[("what", &what)]),
            Proof::Unsettled => words.unsettled.with(&[("what", &what)]),
            // No workbook knows pins, circles, or people who must be somewhere.
            Proof::Sought | Proof::Person { .. } | Proof::Circle | Proof::Pins { .. } => {
                words.sought.with(&[("what", &what)])
            }
        }
    })
}
