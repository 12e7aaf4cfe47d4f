//! Which occurrences were asked for.

use festoon_domain::programme::{ActivityId, OccurrenceId, PersonId};
use festoon_domain::venue::VenueId;
use festoon_guide::Guide;
use jiff::Timestamp;
use jiff::civil::Date;

use super::asked::{Asked, Parameter};
use super::list::no_such;
use super::refusal::Refusal;
use super::table::{Table, number};

/// What an occurrence must be to be answered; what is not asked for admits all.
#[derive(Debug, Default)]
pub(super) struct Filter {
    day: Option<Date>,
    venue: Option<VenueId>,
    activity: Option<ActivityId>,
    person: Option<PersonId>,
    from: Option<Timestamp>,
    to: Option<Timestamp>,
}

impl Filter {
    pub(super) fn of(guide: &Guide, asked: &Asked) -> Result<Self, Refusal> {
        let find = |parameter, table: Table| {
            let Some(key) = asked.value(parameter) else { return Ok(None) };
            table.find(guide, key).map(number).map(Some).ok_or_else(|| no_such(parameter, key, table))
        };
        Ok(Self {
            day: asked.day()?,
            venue: find(Parameter::Venue, Table::Venues)?.map(VenueId),
            activity: find(Parameter::Activity, Table::Activities)?.map(ActivityId),
            person: find(Parameter::Person, Table::People)?.map(PersonId),
            from: asked.instant(Parameter::From)?,
            to: asked.instant(Parameter::To)?,
        })
    }

    /// Whether a record passes. Only occurrences can be filtered, so for any other table nothing is asked for.
    pub(super) fn admits(&self, guide: &Guide, record: usize) -> bool {
        let asks_nothing = self.day.is_none() && self.from.is_none() && self.to.is_none();
        if asks_nothing && self.venue.is_none() && self.activity.is_none() && self.person.is_none() {
            return true;
        }
        let (programme, id) = (guide.programme(), OccurrenceId(number(record)));
        let occurrence = &programme[id];
        let session = &programme[occurrence.session];
        self.venue.is_none_or(|venue| programme.venue_of(id) == Some(venue))
            && self.activity.is_none_or(|activity| session.activity == Some(activity))
            && self.person.is_none_or(|person| session.appearances.iter().any(|one| one.person == person))
            && (asks_nothing || occurrence.when.is_some_and(|when| self.is_within(guide, when)))
    }

    fn is_within(&self, guide: &Guide, when: festoon_domain::programme::Span) -> bool {
        let zone = &guide.programme().week.zone;
        self.from.is_none_or(|from| when.end() > from)
            && self.to.is_none_or(|to| when.start() < to)
            && self.day.is_none_or(|day| zone.to_datetime(when.start()).date() == day)
    }
}
