//! Who cannot be in two rooms: pairs of submissions, and of tracks, that share people.
//!
//! A pair is one pair however many people make it so. Costs, for each person, the square of what they are in.

use std::collections::HashMap;

use festoon_exchange::cosplib::{Conference, Submission};

/// Two places in a list, the earlier first.
pub(super) type Pair = (usize, usize);

/// Submissions with a presenter in both, or where a presenter of one chairs the other's track.
pub(super) fn of_presenters(conference: &Conference) -> Vec<Pair> {
    let presenting = by_person(conference, |submission| &submission.presenters);
    let chairing = by_chair(conference);
    bound(conference, |submission, bind| {
        for person in &submission.presenters {
            bind_all(&presenting, person, bind);
            bind_others_of_chair(conference, &chairing, person, submission, bind);
        }
    })
}

/// Submissions with an attendee in both, or where an attendee of one presents the other or chairs its track.
pub(super) fn of_attendees(conference: &Conference) -> Vec<Pair> {
    let attending = by_person(conference, |submission| &submission.attendees);
    let presenting = by_person(conference, |submission| &submission.presenters);
    let chairing = by_chair(conference);
    bound(conference, |submission, bind| {
        for person in &submission.attendees {
            bind_all(&attending, person, bind);
            bind_all(&presenting, person, bind);
            bind_others_of_chair(conference, &chairing, person, submission, bind);
        }
    })
}

/// Tracks with one chair.
pub(super) fn of_chairs(conference: &Conference) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for (one, track) in conference.tracks.iter().enumerate() {
        let shares = |other: &usize| {
            let chairs = &conference.tracks[*other].chairs;
            track.chairs.iter().any(|chair| chairs.binary_search(chair).is_ok())
        };
        pairs.extend((one + 1..conference.tracks.len()).filter(shares).map(|other| (one, other)));
    }
    pairs
}

/// By whom [`of_presenters`] binds the two, by name.
pub(super) fn presenting_both(conference: &Conference, pair: Pair) -> Vec<&str> {
    both_ways(conference, pair, |here, there| {
        let is_there =
            |person: &&str| has(&there.presenters, person) || chairs_another(conference, person, here, there);
        here.presenters.iter().map(|person| &**person).filter(is_there).collect()
    })
}

/// By whom [`of_attendees`] binds the two, by name.
pub(super) fn attending_both(conference: &Conference, pair: Pair) -> Vec<&str> {
    both_ways(conference, pair, |here, there| {
        let is_there = |person: &&str| {
            has(&there.attendees, person)
                || has(&there.presenters, person)
                || chairs_another(conference, person, here, there)
        };
        here.attendees.iter().map(|person| &**person).filter(is_there).collect()
    })
}

fn both_ways<'a>(
    conference: &'a Conference,
    (one, other): Pair,
    bound: impl Fn(&'a Submission, &'a Submission) -> Vec<&'a str>,
) -> Vec<&'a str> {
    let (one, other) = (&conference.submissions[one], &conference.submissions[other]);
    let mut names = [bound(one, other), bound(other, one)].concat();
    names.sort_unstable();
    names.dedup();
    names
}

/// Whether a person of the one chairs the other's track; a chair hears their own.
fn chairs_another(conference: &Conference, person: &str, here: &Submission, there: &Submission) -> bool {
    here.track != there.track && has(&conference.tracks[there.track].chairs, person)
}

fn has(people: &[Box<str>], person: &str) -> bool {
    people.iter().any(|one| **one == *person)
}

/// Of each person: the submissions.
type Known<'a> = HashMap<&'a str, Vec<usize>>;

fn by_person(conference: &Conference, people: impl Fn(&Submission) -> &Vec<Box<str>>) -> Known<'_> {
    let mut known: Known<'_> = HashMap::new();
    for (at, submission) in conference.submissions.iter().enumerate() {
        for person in people(submission) {
            known.entry(person).or_default().push(at);
        }
    }
    known
}

/// Of each chair: the submissions of their tracks.
fn by_chair(conference: &Conference) -> Known<'_> {
    let mut known: Known<'_> = HashMap::new();
    for (at, submission) in conference.submissions.iter().enumerate() {
        for person in &conference.tracks[submission.track].chairs {
            known.entry(person).or_default().push(at);
        }
    }
    known
}

fn bind_all(known: &Known<'_>, person: &str, bind: &mut dyn FnMut(usize)) {
    known.get(person).into_iter().flatten().for_each(|&other| bind(other));
}

/// A chair hears their own track, so only other tracks bind.
fn bind_others_of_chair(
    conference: &Conference,
    chairing: &Known<'_>,
    person: &str,
    submission: &Submission,
    bind: &mut dyn FnMut(usize),
) {
    let elsewhere = |other: &&usize| conference.submissions[**other].track != submission.track;
    chairing.get(person).into_iter().flatten().filter(elsewhere).for_each(|&other| bind(other));
}

fn bound(conference: &Conference, bind_of: impl Fn(&Submission, &mut dyn FnMut(usize))) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = Vec::new();
    let mut bound_to = vec![usize::MAX; conference.submissions.len()];
    for (one, submission) in conference.submissions.iter().enumerate() {
        bind_of(submission, &mut |other| {
            let is_new = std::mem::replace(&mut bound_to[other], one) != one;
            if is_new && other != one {
                pairs.push((one.min(other), one.max(other)));
            }
        });
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}
