//! The days of a guide: the week's own, and every other on which something happens.

use std::collections::{BTreeMap, HashMap};

use festoon_domain::programme::{ActivityId, OccurrenceId, Programme, SessionId};
use jiff::civil::Date;

use super::Guide;
use super::stretches::{self, Stretch};

/// A longer "week" is one whose days nobody stated: then only days count on which something happens.
const LONGEST_WEEK_DAYS: i32 = 60;

/// One day of the guide.
#[derive(Debug, Clone)]
pub struct Day {
    /// Which one, in the week's zone.
    pub date: Date,
    /// Whether it is one of the week's own.
    pub within_week: bool,
    /// What begins on it, by time.
    pub occurrences: Vec<OccurrenceId>,
    /// How that is cut into pages; empty where one page holds it.
    pub stretches: Vec<Stretch>,
    /// The activities whose first day it is: their lamps hang here.
    pub begins: Vec<ActivityId>,
    /// The activities that run on it, whether or not they began earlier.
    pub runs: Vec<ActivityId>,
}

/// All days, in order.
///
/// Takes each activity's sessions and each session's occurrences, which the guide has indexed by then.
pub(super) fn of(
    programme: &Programme,
    sessions: &[Vec<SessionId>],
    occurrences: &[Vec<OccurrenceId>],
) -> Vec<Day> {
    let week = &programme.week;
    let mut days: BTreeMap<Date, Day> = BTreeMap::new();
    let stated_week = week
        .first_day
        .until(week.last_day)
        .is_ok_and(|length| (0..LONGEST_WEEK_DAYS).contains(&length.get_days()));
    if stated_week {
        for date in week.first_day.series(jiff::ToSpan::day(1)).take_while(|date| *date <= week.last_day) {
            entry(&mut days, date);
        }
    }

    for (id, occurrence) in programme.each_occurrence() {
        if let Some(when) = occurrence.when {
            let date = when.start().to_zoned(week.zone.clone()).date();
            entry(&mut days, date).occurrences.push(id);
        }
    }
    // One conversion an occurrence; an activity asks for its sessions' days next.
    let mut date_of = HashMap::new();
    for day in days.values() {
        date_of.extend(day.occurrences.iter().map(|&id| (id, day.date)));
    }
    for (activity, of_activity) in (0..).map(ActivityId).zip(sessions) {
        let held = of_activity.iter().flat_map(|session| &occurrences[session.0 as usize]);
        let mut dates: Vec<Date> = held.filter_map(|id| date_of.get(id).copied()).collect();
        dates.extend(stated(programme[activity].days));
        dates.sort_unstable();
        dates.dedup();
        for (at, date) in dates.into_iter().enumerate() {
            let day = entry(&mut days, date);
            day.runs.push(activity);
            if at == 0 {
                day.begins.push(activity);
            }
        }
    }

    for day in days.values_mut() {
        day.within_week = !stated_week || (week.first_day..=week.last_day).contains(&day.date);
        day.occurrences.sort_by_key(|&id| (programme[id].when, id));
        day.stretches = stretches::cut(programme, &day.occurrences);
    }
    days.into_values().collect()
}

fn entry(days: &mut BTreeMap<Date, Day>, date: Date) -> &mut Day {
    days.entry(date).or_insert_with(|| Day {
        date,
        within_week: true,
        occurrences: Vec::new(),
        stretches: Vec::new(),
        begins: Vec::new(),
        runs: Vec::new(),
    })
}

/// The days between the two that a host states.
fn stated(days: Option<(Date, Date)>) -> impl Iterator<Item = Date> {
    let days = days
        .into_iter()
        .flat_map(|(first, last)| first.series(jiff::ToSpan::day(1)).take_while(move |date| *date <= last));
    days.take(usize::try_from(LONGEST_WEEK_DAYS).unwrap_or_default())
}

/// The first and last day of each of so many activities, from its sessions and from what its host states.
pub(super) fn spans(days: &[Day], activities: usize) -> Vec<Option<(Date, Date)>> {
    let mut spans: Vec<Option<(Date, Date)>> = vec![None; activities];
    for day in days {
        for activity in &day.runs {
            spans[activity.0 as usize].get_or_insert((day.date, day.date)).1 = day.date;
        }
    }
    spans
}

impl Guide {
    /// The first and last day of an activity.
    #[must_use]
    pub fn days_of(&self, activity: ActivityId) -> Option<(Date, Date)> {
        self.indexed.spans[activity.0 as usize]
    }

    /// The first day of an activity.
    #[must_use]
    pub fn first_day_of(&self, activity: ActivityId) -> Option<Date> {
        self.days_of(activity).map(|(first, _)| first)
    }

    /// One day.
    #[must_use]
    pub fn day(&self, date: Date) -> Option<&Day> {
        self.place_of(date).map(|at| &self.days()[at])
    }

    /// The days before and after one.
    #[must_use]
    pub fn neighbours(&self, date: Date) -> [Option<&Day>; 2] {
        let neighbour = |at: Option<usize>| at.and_then(|at| self.days().get(at));
        let at = self.place_of(date);
        [neighbour(at.and_then(|at| at.checked_sub(1))), neighbour(at.map(|at| at + 1))]
    }

    fn place_of(&self, date: Date) -> Option<usize> {
        self.days().binary_search_by_key(&date, |day| day.date).ok()
    }
}
