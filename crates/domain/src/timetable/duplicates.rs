//! Likely duplicates: one session that two hosts (or two files) handed in.
//!
//! Two occurrences are taken for one when they come from different files or hosts, their times agree, and
//! - their titles are equal and long enough to mean something, or
//! - their titles are alike and they share the house or a person.
//!
//! "开幕式" twice at ten o'clock in two houses is two openings; "第五届未来网络发展大会开幕式" is one.
//! Pairs found here are kept out of the other rules, which would only repeat them.

use std::cmp::Ordering;
use std::collections::HashSet;

use jiff::{SignedDuration, Timestamp};

use super::sweep::{Listed, Timed, Walk, close_pairs};
use super::{Clash, Rule, Rulebook, Subject};
use crate::programme::{OccurrenceId, PersonId, Programme, Session};
use crate::text::{Lang, fold};
use crate::venue::VenueId;

/// The pairs that look like one session.
#[derive(Debug, Default)]
pub struct Duplicates {
    pairs: HashSet<(OccurrenceId, OccurrenceId)>,
    seconds: HashSet<OccurrenceId>,
    stopped: Vec<(Subject, OccurrenceId)>,
}

impl Duplicates {
    /// Finds them.
    #[must_use]
    pub fn among(programme: &Programme, rulebook: &Rulebook) -> Self {
        let mut found = Self::default();
        found.by_title(programme, rulebook);
        found.by_meeting(programme);
        found
    }

    /// Whether the two look like one session, in either order.
    #[must_use]
    pub fn contains(&self, one: OccurrenceId, other: OccurrenceId) -> bool {
        self.pairs.contains(&(one.min(other), one.max(other)))
    }

    /// Whether an occurrence looks like one that was read before it.
    #[must_use]
    pub fn is_second(&self, occurrence: OccurrenceId) -> bool {
        self.seconds.contains(&occurrence)
    }

    /// Every pair, in order.
    #[must_use]
    pub fn pairs(&self) -> Vec<(OccurrenceId, OccurrenceId)> {
        let mut pairs: Vec<_> = self.pairs.iter().copied().collect();
        pairs.sort_unstable();
        pairs
    }

    pub(super) fn clashes(&self) -> Vec<Clash> {
        let pairs = self.pairs().into_iter().map(|(first, second)| Clash::Duplicate { first, second });
        let stopped = self.stopped.iter().map(|&(subject, example)| Clash::AndMore {
            rule: Rule::Duplicate,
            subject,
            example,
        });
        pairs.chain(stopped).collect()
    }

    fn note(&mut self, one: OccurrenceId, other: OccurrenceId) -> Listed {
        let pair = (one.min(other), one.max(other));
        self.seconds.insert(pair.1);
        if self.pairs.insert(pair) { Listed::Yes } else { Listed::No }
    }

    /// Equal titles at the same time.
    fn by_title(&mut self, programme: &Programme, rulebook: &Rulebook) {
        let mut rows: Vec<(String, Timed)> = Vec::new();
        for (id, occurrence) in programme.each_occurrence() {
            let Some(span) = occurrence.scheduled() else { continue };
            let titles = folded_titles(&programme[occurrence.session]);
            rows.extend(titles.into_iter().map(|title| (title, (span, id))));
        }
        rows.sort_unstable();

        for alike in rows.chunk_by(|a, b| a.0 == b.0).filter(|alike| alike.len() > 1) {
            let telling = is_telling(&alike[0].0);
            let mut timed: Vec<Timed> = alike.iter().map(|(_, timed)| *timed).collect();
            let walk = close_pairs(&mut timed, SignedDuration::ZERO, rulebook.most_listed, |one, other| {
                let pair = Pair { programme, one: one.1, other: other.1 };
                let one_thing = pair.is_from_two_hands()
                    && if telling { one.0.start() == other.0.start() || pair.meets() } else { pair.meets() };
                if one_thing { self.note(one.1, other.1) } else { Listed::No }
            });
            if let Walk::StoppedAt(example) = walk {
                self.stopped.push((Subject::Session(programme[example].session), example));
            }
        }
    }

    /// Alike titles that start together in one house or with one person.
    fn by_meeting(&mut self, programme: &Programme) {
        let mut meeting: Vec<(Timestamp, Meeting, OccurrenceId)> = Vec::new();
        for (id, occurrence) in programme.each_occurrence() {
            let Some(span) = occurrence.scheduled() else { continue };
            let house = programme.venue_of(id).map(Meeting::In);
            let people = programme[occurrence.session].appearances.iter();
            let people = people.map(|appearance| Meeting::With(appearance.person));
            meeting.extend(house.into_iter().chain(people).map(|what| (span.start(), what, id)));
        }
        meeting.sort_unstable();
        meeting.dedup();

        for together in
            meeting.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)).filter(|together| together.len() > 1)
        {
            // A hundred sessions starting together in one house are a fair, not a hundred spellings of one session.
            const MOST_COMPARED: usize = 100;
            let ids: Vec<OccurrenceId> = together.iter().take(MOST_COMPARED).map(|(_, _, id)| *id).collect();
            let titles: Vec<_> = ids.iter().map(|id| shapes(programme.session_of(*id))).collect();
            for (i, one) in ids.iter().enumerate() {
                for (j, other) in ids.iter().enumerate().skip(i + 1) {
                    let pair = Pair { programme, one: *one, other: *other };
                    let alike = || are_alike(&titles[i], &titles[j]);
                    if pair.is_from_two_hands() && alike() {
                        self.note(*one, *other);
                    }
                }
            }
        }
    }
}

/// What two rows about one session have in common beside the time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Meeting {
    In(VenueId),
    With(PersonId),
}

#[derive(Clone, Copy)]
struct Pair<'a> {
    programme: &'a Programme,
    one: OccurrenceId,
    other: OccurrenceId,
}

impl Pair<'_> {
    /// From two files, or in one file from two hosts; and not two occurrences of one session.
    fn is_from_two_hands(self) -> bool {
        let (one, other) = (&self.programme[self.one], &self.programme[self.other]);
        if one.session == other.session {
            return false;
        }
        one.citation.file != other.citation.file
            || match (self.programme.host_of(one.session), self.programme.host_of(other.session)) {
                (Some(a), Some(b)) => a != b,
                _ => false,
            }
    }

    /// In one house, or in a house unknown, or with a person in common.
    fn meets(self) -> bool {
        let people =
            |id| self.programme.session_of(id).appearances.iter().map(|appearance| appearance.person);
        match (self.programme.venue_of(self.one), self.programme.venue_of(self.other)) {
            (Some(here), Some(there)) => {
                here == there
                    || people(self.one).any(|person| people(self.other).any(|other| other == person))
            }
            _ => true,
        }
    }
}

fn folded_titles(session: &Session) -> Vec<String> {
    Lang::BOTH
        .into_iter()
        .map(|lang| fold(session.title.wording(lang)))
        .filter(|title| !title.is_empty())
        .collect()
}

/// Long enough to name one thing in the city: eight Chinese characters or twenty Latin letters, or a mixture.
fn is_telling(folded: &str) -> bool {
    let weight: usize = folded.chars().map(|c| if c.is_ascii() { 2 } else { 5 }).sum();
    weight >= 40
}

/// The shapes of a title in both languages, Chinese first.
fn shapes(session: &Session) -> [Option<Shape>; 2] {
    Lang::BOTH.map(|lang| {
        let title = fold(session.title.wording(lang));
        (!title.is_empty()).then(|| Shape::of(&title))
    })
}

/// Alike in every language that both have, and in one at least.
fn are_alike(one: &[Option<Shape>; 2], other: &[Option<Shape>; 2]) -> bool {
    let mut shared = one.iter().zip(other).filter_map(|(a, b)| a.as_ref().zip(b.as_ref())).peekable();
    shared.peek().is_some() && shared.all(|(a, b)| a.is_like(b))
}

/// What of a folded title is compared; made once, because a title is held against many others.
struct Shape {
    /// Pairs of neighbouring characters, sorted.
    bigrams: Vec<(char, char)>,
    /// A bit for each bigram, many to one: what one has and the other lacks is seen without walking either.
    bits: u128,
    /// 分论坛一 and 分论坛二, Day 1 and Day 2 are different things however alike they look.
    ordinals: Vec<char>,
}

impl Shape {
    fn of(folded: &str) -> Self {
        let is_ordinal = |c: &char| c.is_ascii_digit() || "一二三四五六七八九十上下甲乙丙丁".contains(*c);
        let mut bigrams: Vec<_> = folded.chars().zip(folded.chars().skip(1)).collect();
        bigrams.sort_unstable();
        let bit = |(a, b): &(char, char)| 1_u128 << ((u32::from(*a).wrapping_mul(31) ^ u32::from(*b)) % 128);
        let bits = bigrams.iter().map(bit).fold(0, |bits, bit| bits | bit);
        Self { bigrams, bits, ordinals: folded.chars().filter(is_ordinal).collect() }
    }

    /// Four fifths of their bigrams in common (Sørensen–Dice), ordinals equal, and long enough to say anything.
    fn is_like(&self, other: &Self) -> bool {
        let both = self.bigrams.len() + other.bigrams.len();
        let most_in_common = |mine: &Self, theirs: &Self| {
            mine.bigrams.len() - (mine.bits & !theirs.bits).count_ones() as usize
        };
        let bound = most_in_common(self, other).min(most_in_common(other, self));
        if both < 8 || bound * 10 < both * 4 || self.ordinals != other.ordinals {
            return false;
        }
        self.common_with(other) * 10 >= both * 4
    }

    fn common_with(&self, other: &Self) -> usize {
        let (mut i, mut j, mut common) = (0, 0, 0);
        while let (Some(a), Some(b)) = (self.bigrams.get(i), other.bigrams.get(j)) {
            match a.cmp(b) {
                Ordering::Less => i += 1,
                Ordering::Greater => j += 1,
                Ordering::Equal => (i, j, common) = (i + 1, j + 1, common + 1),
            }
        }
        common
    }
}
