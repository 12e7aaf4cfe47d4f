//! The days of a guide: the week's own, and every other on which something happens.

use std::collections::{BTreeMap, HashMap};

use festoon_domain::programme::{ActivityId, OccurrenceId};
use jiff::civil::Date;

use super::Guide;

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
    /// The activities whose first day it is: their lamps hang here.
    pub begins: Vec<ActivityId>,
    /// The activities that run on it, whether or not they began earlier.
    pub runs: Vec<ActivityId>,
}

/// All days, in order.
pub(super) fn of(guide: &Guide) -> Vec<Day> {
    let programme = &guide.programme;
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
    for activity in guide.activities() {
        let mut dates = dates_of(guide, activity, &date_of);
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
    }
    days.into_values().collect()
}

fn entry(days: &mut BTreeMap<Date, Day>, date: Date) -> &mut Day {
    days.entry(date).or_insert_with(|| Day {
        date,
        within_week: true,
        occurrences: Vec::new(),
        begins: Vec::new(),
        runs: Vec::new(),
    })
}

/// The days on which an activity has sessions, together with those its host states.
fn dates_of(guide: &Guide, activity: ActivityId, date_of: &HashMap<OccurrenceId, Date>) -> Vec<Date> {
    let mut dates: Vec<Date> = (guide.sessions_of(activity).iter())
        .flat_map(|&session| guide.occurrences_of(session))
        .filter_map(|id| date_of.get(id).copied())
        .collect();
    if let Some((first, last)) = guide.programme[activity].days {
        let stated = first.series(jiff::ToSpan::day(1)).take_while(|date| *date <= last);
        dates.extend(stated.take(usize::try_from(LONGEST_WEEK_DAYS).unwrap_or_default()));
    }
    dates
}

impl Guide {
    /// The first and last day of an activity, from its sessions and from what its host states.
    #[must_use]
    pub fn days_of(&self, activity: ActivityId) -> Option<(Date, Date)> {
        let mut on = self.days.iter().filter(|day| day.runs.contains(&activity)).map(|day| day.date);
        let first = on.next()?;
        Some((first, on.next_back().unwrap_or(first)))
    }

    /// The first day of an activity.
    #[must_use]
    pub fn first_day_of(&self, activity: ActivityId) -> Option<Date> {
        self.days_of(activity).map(|(first, _)| first)
    }

    /// One day.
    #[must_use]
    pub fn day(&self, date: Date) -> Option<&Day> {
        self.days.binary_search_by_key(&date, |day| day.date).ok().map(|at| &self.days[at])
    }
}
