//! What a plan breaks, why something is not elsewhere, and why a week cannot be: as sentences that name sessions, people, halls and minutes.
//!
//! What lasts several slots is one sentence about a stretch of time. Where the clash report has a sentence for the same thing, it is that one.

mod causes;
mod clashing;
mod notes;
mod sentences;
mod together;

pub use notes::noted;

use festoon_domain::programme::{OccurrenceId, Programme, Span};
use festoon_domain::timetable::Severity;
use festoon_domain::timetable::words;
use festoon_domain::venue::RoomId;
use festoon_exchange::planner::PlannerRule;
use festoon_guide::clash_report::Both;
use festoon_guide::words::planner::PlannerWords;
use festoon_solver::{Breach, Fault, InTheWay, Limits, Plan, Rule, Score, Weight, Who};
use jiff::Timestamp;

use super::{Moved, Note, Planning, costs};
use crate::timetable::Reason;

/// A rule that a plan breaks, once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The rule's word in `planner.toml`; nothing for those a week cannot grade: a hall that is taken or closed, and something without a place.
    pub rule: Option<PlannerRule>,
    pub severity: Severity,
    /// What it costs.
    pub cost: Score,
    pub sentence: Both,
    /// Whom it is about.
    pub occurrences: Vec<OccurrenceId>,
}

/// Why something does not stand where somebody asks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answer {
    /// What makes it impossible as everything else stands.
    pub in_the_way: Vec<Both>,
    /// What would be broken then and is not now.
    pub worse: Vec<Told>,
    /// What is broken now and would not be then.
    pub better: Vec<Told>,
}

impl Planning {
    /// Everything the plan breaks, what must not be first, then what costs most.
    ///
    /// # Errors
    /// A plan that is none of this problem.
    pub fn told(&self, programme: &Programme, plan: &Plan) -> Result<Vec<Told>, Fault> {
        let breaches = festoon_solver::broken(&self.problem, plan)?;
        Ok(self.sentences(programme, plan, breaches))
    }

    /// Why the occurrence is not in this hall at this time; of what was left out, why it was.
    ///
    /// # Errors
    /// A plan that is none of this problem.
    pub fn why_not(
        &self,
        programme: &Programme,
        plan: &Plan,
        asked: (OccurrenceId, Timestamp, RoomId),
    ) -> Result<Answer, Fault> {
        let (id, start, room) = asked;
        let Some(entry) = self.entries.iter().position(|of| *of == id) else {
            return Ok(Answer {
                in_the_way: self.note_of(programme, id).into_iter().collect(),
                ..Answer::default()
            });
        };
        let entry = super::number(entry);
        let slots = self.problem.entries[entry as usize].slots;
        let applied = self.applied(programme, plan);
        let Some(place) = self.place(start, slots, room) else {
            return Ok(Answer {
                in_the_way: vec![self.shut(&applied, start, slots, room)],
                ..Answer::default()
            });
        };
        let answer = festoon_solver::why_not(&self.problem, plan, entry, place)?;
        let mut then = plan.clone();
        then.0[entry as usize] = Some(place);
        for other in &answer.in_the_way {
            if let InTheWay::Taken(other) | InTheWay::OtherTrack(other) = other {
                then.0[*other as usize] = None;
            }
        }
        let held = self.note_of(&applied, id);
        let in_the_way = answer.in_the_way.iter().map(|way| {
            if let (InTheWay::Pinned, Some(held)) = (way, &held) {
                return held.clone();
            }
            Both::said(|lang| {
                let words = PlannerWords::of(lang);
                let hall = words::room(programme, room, lang);
                let title = |entry: u32| words::appointment(&applied, self.occurrence(entry), lang);
                match way {
                    InTheWay::Closed => words.closed.with(&[("room", &hall)]),
                    InTheWay::Taken(other) | InTheWay::OtherTrack(other) => {
                        let stays = self.problem.entries[*other as usize].pin.is_some();
                        let said = if stays { words.taken_for_good } else { words.taken };
                        said.with(&[("room", &hall), ("what", &title(*other))])
                    }
                    InTheWay::Pinned => words.pinned.with(&[("what", &title(entry))]),
                }
            })
        });
        Ok(Answer {
            in_the_way: in_the_way.collect(),
            worse: self.sentences(programme, &then, answer.worse),
            better: self.sentences(programme, plan, answer.better),
        })
    }

    /// Why the planner does not move it, if it does not.
    fn note_of(&self, programme: &Programme, id: OccurrenceId) -> Option<Both> {
        let about = |note: &&Note| matches!(note, Note::LeftOut(of, _) | Note::Held(of, _) if *of == id);
        self.notes.iter().find(about).map(|note| noted(programme, note))
    }

    /// Why no plan keeps all rules that must be kept: what counting proves, else a small set of sessions that a search by these limits could
    /// not bring together. Nothing if it found a plan.
    ///
    /// # Errors
    /// What the solver finds wrong with the problem.
    pub fn causes(
        &self,
        programme: &Programme,
        limits: &Limits<'_>,
    ) -> Result<Vec<Reason<OccurrenceId>>, Fault> {
        let causes = festoon_solver::conflict(&self.problem, limits)?;
        Ok(causes.iter().map(|cause| causes::told(self, programme, cause)).collect())
    }

    /// `「…」从 … 改到 …。`
    #[must_use]
    pub fn moved_sentence(&self, programme: &Programme, moved: &Moved) -> Both {
        Both::said(|lang| {
            let words = PlannerWords::of(lang);
            let what = words::title(programme, moved.occurrence, lang);
            let Some((span, room)) = moved.to else { return words.unplaced.with(&[("what", &what)]) };
            let zone = &programme.week.zone;
            let at = |span: Option<Span>, place: &str| {
                let span = span.map_or_else(String::new, |span| words::span(span, zone, lang));
                words.at.with(&[("span", &span), ("room", place)])
            };
            let from = at(moved.from.0, &words::place(programme, moved.occurrence, lang));
            let to = at(Some(span), &words::room(programme, room, lang));
            words.moved.with(&[("what", &what), ("from", &from), ("to", &to)])
        })
    }

    /// Why a hall has no room at a time: something stands there that stays, or it is closed.
    fn shut(&self, applied: &Programme, start: Timestamp, slots: u16, room: RoomId) -> Both {
        let day = self.calendar.day_of(start);
        let asked = self.calendar.period(day).and_then(|period| {
            let (from, _) = self.calendar.outward(period, start.as_second(), start.as_second() + 1)?;
            Some((period, from, from.saturating_add(slots)))
        });
        let holder = asked.and_then(|(period, from, till)| {
            let meets = |cut: &&super::Cut| {
                cut.period == period && cut.room == room && cut.from < till && from < cut.till
            };
            self.cut.iter().find(meets)
        });
        let (period, from, till) = asked.unwrap_or_default();
        let span = asked.map(|_| self.span(period, from, till));
        let zone = &applied.week.zone;
        let is_open = |span: Span| {
            applied[room].hours.cover(span, zone) && applied[applied[room].venue].hours.cover(span, zone)
        };
        let is_open = span.is_none_or(is_open);
        let between = asked.filter(|_| !self.calendar.is_on_a_slot(start)).map(|(period, from, _)| {
            [from, from.saturating_add(1)].map(|slot| {
                self.calendar.instant(period, slot).to_zoned(zone.clone()).strftime("%H:%M").to_string()
            })
        });
        Both::said(|lang| {
            let words = PlannerWords::of(lang);
            let hall = words::room(applied, room, lang);
            match holder {
                Some(cut) => {
                    let what = words::appointment(applied, cut.by, lang);
                    words.taken_for_good.with(&[("room", &hall), ("what", &what)])
                }
                None if is_open => match &between {
                    Some([before, after]) => words.off_the_steps.with(&[
                        ("n", &self.calendar.slot.to_string()),
                        ("before", before),
                        ("after", after),
                    ]),
                    None => words.not_planned.with(&[]),
                },
                None => words.closed.with(&[("room", &hall)]),
            }
        })
    }

    fn sentences(&self, programme: &Programme, plan: &Plan, breaches: Vec<Breach>) -> Vec<Told> {
        let applied = self.applied(programme, plan);
        let telling = sentences::Telling { planning: self, was: programme, is: &applied, plan };
        let stays = |stretch: &Stretch| match (stretch.breach.rule, stretch.breach.who) {
            (Rule::Moved, Who::Entry(entry)) => self.stays(entry, plan),
            _ => false,
        };
        let broken = stretches(breaches).into_iter().filter(|stretch| !stays(stretch)).collect();
        let mut all: Vec<Told> = together::grouped(&telling, broken)
            .iter()
            .map(|group| {
                let rule = group.stretches[0].breach.rule;
                let hard = self.problem.rules.weight(rule) == Weight::Hard;
                let costs = group.stretches.iter().map(|stretch| stretch.breach.cost(&self.problem));
                let occurrences = group.about(&telling);
                Told {
                    rule: PlannerRule::ALL.into_iter().find(|known| costs::counted(*known) == rule),
                    severity: if hard { Severity::Block } else { Severity::Warn },
                    cost: costs.fold(Score::default(), |sum, cost| sum + cost),
                    sentence: Both::said(|lang| group.sentence(&telling, &occurrences, lang)),
                    occurrences,
                }
            })
            .collect();
        all.sort_by_key(|told| (std::cmp::Reverse(told.cost), told.occurrences.clone()));
        all
    }
}

/// A breach, with all slots in a row in which it is broken.
pub(super) struct Stretch {
    pub(super) breach: Breach,
    /// Period, first slot, slot after the last; nothing for what is not counted by slots.
    pub(super) during: Option<(u32, u16, u16)>,
    /// The most it counts in one of them.
    pub(super) most: i64,
}

/// Slots in a row are one.
fn stretches(mut breaches: Vec<Breach>) -> Vec<Stretch> {
    breaches.sort_by_key(|breach| (breach.rule, breach.who));
    let mut all: Vec<Stretch> = Vec::new();
    for breach in breaches {
        let at = slot_of(breach.who);
        if let (Some((period, slot)), Some(last)) = (at, all.last_mut())
            && last.breach.rule == breach.rule
            && same_but_for_the_slot(last.breach.who, breach.who)
            && let Some((of, _, till)) = &mut last.during
            && (*of, *till) == (period, slot)
        {
            *till += 1;
            last.breach.count += breach.count;
            last.most = last.most.max(breach.count);
            continue;
        }
        let during = at.map(|(period, slot)| (period, slot, slot + 1));
        all.push(Stretch { breach, during, most: breach.count });
    }
    all
}

const fn slot_of(who: Who) -> Option<(u32, u16)> {
    match who {
        Who::Venue { period, slot, .. }
        | Who::Stock { period, slot, .. }
        | Who::TrackSlot { period, slot, .. }
        | Who::Slot { period, slot } => Some((period, slot)),
        _ => None,
    }
}

fn same_but_for_the_slot(one: Who, other: Who) -> bool {
    match (one, other) {
        (Who::Venue { venue: one, .. }, Who::Venue { venue: other, .. })
        | (Who::Stock { stock: one, .. }, Who::Stock { stock: other, .. })
        | (Who::TrackSlot { track: one, .. }, Who::TrackSlot { track: other, .. }) => one == other,
        (Who::Slot { .. }, Who::Slot { .. }) => true,
        _ => false,
    }
}
