//! A week as the planner's problem, and its answer as a week again.
//!
//! [`prepare`] turns a programme into numbers for `festoon_solver`, which knows no names; the [`Planning`] it gives remembers what each number
//! was. Who must be where, which houses are too far apart and what is handed in twice is asked of `domain::timetable` and not decided here again,
//! so a plan without hard breaches is a programme in which the clash report finds nothing of the same rules.
//!
//! What the planner may not move still stands in its way: see [`Held`]. Costs a walk over the programme and, for the search, a table of
//! entries times the stretches in which halls are open.

mod back;
mod calendar;
mod circle;
mod costs;
mod former;
mod halls;
mod held;
mod lanes;
mod names;
mod plan;
mod prime;
mod sources;
mod told;
mod wanted;
mod who;

pub use back::{Moved, Why};
pub use festoon_solver::{Budget, Effort, Found, Limits, Plan, Progress, Score};
pub use former::{Against, Shifted};
pub use held::{Held, LeftOut, Note};
pub use plan::{PlannedWeek, judge_week, plan_week};
pub use sources::{TableForm, as_folder, as_table, of_draft, of_files, of_release};
pub use told::{Answer, Told, noted};

use festoon_domain::programme::{OccurrenceId, PersonId, Programme, Span, Spot};
use festoon_domain::timetable::{Duplicates, Rulebook};
use festoon_domain::venue::{RoomId, VenueId};
use festoon_exchange::Refusal;
use festoon_exchange::planner::{Bookmark, Planner, PlannerRule};
use festoon_solver::{Fault, Place, Problem, Rule, Weight};
use jiff::Timestamp;

use calendar::Calendar;
use former::Former;
use lanes::{Cut, Stand};

/// What a week is planned by.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// What `planner.toml` says.
    pub planner: &'a Planner,
    /// How many visitors marked both of two sessions.
    pub bookmarks: &'a [Bookmark],
    /// What should change as little as possible, where that is not the programme itself: a release, or what files said before.
    pub former: Option<&'a Programme>,
    /// What has begun by then stays where it is.
    pub begun_by: Option<Timestamp>,
}

/// A week as numbers, and what they stand for.
#[derive(Debug, Clone)]
pub struct Planning {
    /// For the solver.
    pub problem: Problem,
    /// The programme as it stands. What stands where it cannot (two in one hall, a hall that is closed) has a block of its own that must not be
    /// used, so that everything else about it is still counted.
    pub standing: Plan,
    /// What is left out or held, and why; by occurrence.
    pub notes: Vec<Note>,
    /// Pairs of houses of which no road is known; they count as next door.
    pub unknown_roads: Vec<(VenueId, VenueId)>,
    calendar: Calendar,
    /// By entry. What goes on overnight is held in several pieces.
    entries: Vec<OccurrenceId>,
    /// By block.
    blocks: Vec<Option<RoomId>>,
    /// By list of people.
    people: Vec<PersonId>,
    stocks: Vec<String>,
    /// Who is away, from when till when, in seconds.
    away: Vec<(PersonId, i64, i64)>,
    /// When halls are closed because `planner.toml` says so.
    shut: Vec<wanted::Closed>,
    /// What sessions need beyond what their hosts said.
    needs: Vec<(OccurrenceId, Vec<String>)>,
    /// What is held in a hall outside its blocks.
    cut: Vec<Cut>,
}

impl Planning {
    /// The entry an occurrence is, where the planner may move it.
    #[must_use]
    pub fn entry_of(&self, occurrence: OccurrenceId) -> Option<u32> {
        let at = self.entries.iter().position(|&of| of == occurrence)?;
        self.problem.entries[at].pin.is_none().then(|| number(at))
    }

    /// The occurrence an entry is.
    #[must_use]
    pub fn occurrence(&self, entry: u32) -> OccurrenceId {
        self.entries[entry as usize]
    }

    /// The person a list of people is about.
    #[must_use]
    pub fn person(&self, list: u32) -> PersonId {
        self.people[list as usize]
    }

    /// Whether `planner.toml` says that the hall of an occurrence is closed for some of it.
    fn is_shut(&self, programme: &Programme, id: OccurrenceId) -> bool {
        let Some((room, span)) = programme[id].room().zip(programme[id].when) else { return false };
        let (from, till) = (span.start().as_second(), span.end().as_second());
        self.shut.iter().any(|shut| shut.room == room && shut.from < till && from < shut.till)
    }

    /// The stretch of a period from one slot up to another.
    ///
    /// # Panics
    /// Never for a period of this problem.
    #[must_use]
    pub fn span(&self, period: u32, from: u16, till: u16) -> Span {
        let at = |slot| self.calendar.instant(period, slot);
        Span::new(at(from), at(till.max(from))).expect("the end is not before the beginning")
    }

    /// What the plan costs: first what must not be, then what should not.
    ///
    /// # Errors
    /// A plan that is none of this problem.
    pub fn score(&self, plan: &Plan) -> Result<Score, Fault> {
        let score = festoon_solver::tally(&self.problem, plan)?.score(&self.problem);
        let stayed = (0..number(plan.0.len())).filter(|entry| self.stays(*entry, plan)).count();
        let moved = match self.problem.rules.weight(Rule::Moved) {
            Weight::Off => Score::default(),
            Weight::Soft(soft) => Score { hard: 0, soft },
            Weight::Hard => Score { hard: 1, soft: 0 },
        };
        Ok(score + moved * -i64::from(number(stayed)))
    }

    /// Whether the entry is where it was although it stands in another block: its hall is taken, so it has a lane. The solver counts that as
    /// moved.
    fn stays(&self, entry: u32, plan: &Plan) -> bool {
        let (Some(then), Some(now)) = (self.problem.entries[entry as usize].former, plan.0[entry as usize])
        else {
            return false;
        };
        let at = |place: Place| {
            let block = place.block as usize;
            (self.blocks[block], self.problem.blocks[block].period, place.slot)
        };
        then != now && at(then) == at(now)
    }

    /// What a weight of 1 in `planner.toml` is in the soft part of a [`Score`]: slots can be shorter than the five minutes that rules by time are
    /// weighed for, and everything else is then weighed more.
    #[must_use]
    pub fn unit(&self) -> i64 {
        costs::unit(&self.calendar)
    }

    /// Searches a cheap plan, telling how far it is.
    ///
    /// # Errors
    /// What the solver finds wrong with the problem, which would be a mistake of this module.
    pub fn solve(&self, limits: &Limits<'_>, watch: &mut dyn FnMut(Progress)) -> Result<Found, Fault> {
        festoon_solver::solve_watched(&self.problem, limits, watch)
    }

    /// What keeping a rule costs: by how much everything else could be cheaper without it, as far as a search from this plan finds out.
    ///
    /// # Errors
    /// A plan that is none of this problem.
    pub fn price(&self, plan: &Plan, rule: PlannerRule, limits: &Limits<'_>) -> Result<Score, Fault> {
        festoon_solver::price(&self.problem, plan, costs::counted(rule), limits)
    }
}

/// Larger tables would fill the memory of a small machine before the search begins.
const MOST_CELLS: usize = 150_000_000;

/// Days times sessions: every session has a cost on every day. Ten thousand sessions may take two months, three thousand half a year.
const MOST_DAYS: usize = 620_000;

/// Turns a programme into a problem.
///
/// # Errors
/// Everything in `planner.toml` or the bookmarks that names nothing of this programme or contradicts itself, in words; a programme too large.
pub fn prepare(programme: &Programme, asked: &Asked<'_>) -> Result<Planning, Vec<Refusal>> {
    let wanted = wanted::resolve(programme, asked)?;
    let rulebook = Rulebook::default();
    let duplicates = Duplicates::among(programme, &rulebook);
    let calendar = Calendar::of(programme, asked, &wanted);
    let (held, left_out) = held::decide(programme, asked, &wanted, &duplicates, &calendar);
    let stands = lanes::stands(programme, &held, &calendar);
    if calendar.days.len().saturating_mul(stands.len()) > MOST_DAYS {
        return Err(vec![names::too_many_days(asked.planner, stands.len(), calendar.days.len())]);
    }
    let former = asked.former.map(|then| Former::found(programme, then));
    let halls = halls::openings(programme, asked.planner, &wanted, &calendar, &stands, former.as_ref());
    let laid = lanes::lay(programme, &calendar, &stands, halls);
    if laid.problem.blocks.len().saturating_mul(stands.len()) > MOST_CELLS {
        return Err(vec![names::too_large(asked.planner, stands.len(), laid.problem.blocks.len())]);
    }

    let mut planning = Planning {
        notes: held::notes(&held, left_out),
        unknown_roads: laid.unknown_roads,
        entries: stands.iter().map(|stand| stand.occurrence).collect(),
        blocks: laid.rooms,
        people: Vec::new(),
        stocks: Vec::new(),
        away: wanted.away.clone(),
        shut: wanted.closed.clone(),
        needs: wanted.needs.clone(),
        cut: laid.cut,
        standing: Plan(laid.standing.iter().copied().map(Some).collect()),
        problem: laid.problem,
        calendar,
    };
    add_entries(&mut planning, former.as_ref(), &stands, &laid.standing, &laid.former);
    who::add(&mut planning, programme, &duplicates, &rulebook, asked.planner);
    costs::add(&mut planning, programme, asked, &wanted, &stands, &duplicates);
    costs::weigh(&mut planning, asked.planner);
    pin_where_asked(&mut planning, programme, asked, &wanted, &stands)?;
    Ok(planning)
}

fn add_entries(
    planning: &mut Planning,
    former: Option<&Former<'_>>,
    stands: &[Stand],
    standing: &[Place],
    own: &[Option<Place>],
) {
    for (at, stand) in stands.iter().enumerate() {
        let place = match former {
            None => own[at],
            Some(former) => former
                .stood(stand.occurrence)
                .and_then(|(span, room)| planning.place(span.start(), stand.slots(), room)),
        };
        planning.problem.entry(festoon_solver::Entry {
            slots: stand.slots(),
            pin: stand.held.map(|_| standing[at]),
            former: place.filter(|_| stand.held.is_none()),
            ..festoon_solver::Entry::default()
        });
    }
}

/// Puts the pins that name an hour or a hall where they say.
fn pin_where_asked(
    planning: &mut Planning,
    programme: &Programme,
    asked: &Asked<'_>,
    wanted: &wanted::Wanted,
    stands: &[Stand],
) -> Result<(), Vec<Refusal>> {
    let mut refusals = Vec::new();
    for pin in &wanted.placed {
        let Some(at) = stands.iter().position(|stand| stand.occurrence == pin.occurrence) else { continue };
        let when = programme[pin.occurrence].when.map(Span::start);
        let start = pin.start.or(when);
        let room = pin.room.or(programme[pin.occurrence].room());
        let place = start.zip(room).and_then(|(start, room)| planning.place(start, stands[at].slots(), room));
        let Some(place) = place else {
            refusals.push(names::pinned_where_closed(programme, asked.planner, pin.occurrence, &pin.at));
            continue;
        };
        planning.problem.entries[at].pin = Some(place);
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    match planning.problem.check() {
        Err(Fault::Overlap { one, other, .. }) => {
            let (one, other) = (planning.entries[one], planning.entries[other]);
            let at = |id| wanted.placed.iter().find(|pin| pin.occurrence == id).map(|pin| &pin.at);
            let at = at(one).max(at(other)).unwrap_or(&Spot::Whole);
            Err(vec![names::pins_overlap(programme, asked.planner, one, other, at)])
        }
        _ => Ok(()),
    }
}

fn number(place: usize) -> u32 {
    u32::try_from(place).expect("no week has four thousand million of anything")
}
