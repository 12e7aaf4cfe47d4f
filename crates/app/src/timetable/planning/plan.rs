//! A week planned from end to end: what a command asks for.

use festoon_domain::programme::{OccurrenceId, Programme};
use festoon_exchange::Refusal;
use festoon_guide::clash_report::Both;
use festoon_solver::{Effort, Limits, Plan, Progress, Score};

use super::former::Former;
use super::{Against, Asked, Moved, Planning, Told, prepare};

/// A planned week, and what there is to say about it.
#[derive(Debug, Clone)]
pub struct PlannedWeek {
    /// The problem, with what was left alone; further questions are asked of it.
    pub planning: Planning,
    pub plan: Plan,
    /// What the week cost as it stood.
    pub before: Score,
    /// What it costs as planned.
    pub after: Score,
    /// The programme as planned.
    pub programme: Programme,
    /// What goes elsewhere, by when it was, each as a sentence too.
    pub moved: Vec<(Moved, Both)>,
    /// What stays where it cannot stand; not among what moved.
    pub stuck: Vec<OccurrenceId>,
    /// How it differs from what it was to keep to, where that is not the week itself.
    pub against: Option<Against>,
    /// What is still broken, what must not be first.
    pub told: Vec<Told>,
    pub effort: Effort,
}

/// A week office lets the planner find times and halls.
///
/// # Errors
/// As [`prepare`].
///
/// # Panics
/// When the problem made of the week is none, which would be a mistake of this module.
pub fn plan_week(
    programme: &Programme,
    asked: &Asked<'_>,
    limits: &Limits<'_>,
    watch: &mut dyn FnMut(Progress),
) -> Result<PlannedWeek, Vec<Refusal>> {
    let planning = prepare(programme, asked)?;
    let found = planning.solve(limits, watch).expect("what is prepared is a problem");
    Ok(judged(programme, asked, planning, found.plan, found.effort))
}

/// The same without a search: what there is to say about the week as it stands.
///
/// # Errors
/// As [`prepare`].
///
/// # Panics
/// As [`plan_week`].
pub fn judge_week(programme: &Programme, asked: &Asked<'_>) -> Result<PlannedWeek, Vec<Refusal>> {
    let planning = prepare(programme, asked)?;
    let standing = planning.standing.clone();
    Ok(judged(programme, asked, planning, standing, Effort::default()))
}

fn judged(
    programme: &Programme,
    asked: &Asked<'_>,
    planning: Planning,
    plan: Plan,
    effort: Effort,
) -> PlannedWeek {
    const SOUND: &str = "the plan is one of the problem it was found for";
    let moved = planning.moved(programme, &plan);
    let moved = moved.into_iter().map(|moved| (moved, planning.moved_sentence(programme, &moved))).collect();
    let planned = planning.applied(programme, &plan);
    PlannedWeek {
        before: planning.score(&planning.standing).expect(SOUND),
        after: planning.score(&plan).expect(SOUND),
        stuck: planning.stuck(&plan),
        against: asked.former.map(|then| Former::found(programme, then).against(&planned)),
        programme: planned,
        told: planning.told(programme, &plan).expect(SOUND),
        moved,
        planning,
        plan,
        effort,
    }
}
