//! What stands on a card, in both languages: words that the page has too, and nothing that the guide does not hold.

use festoon_cards::{Card, Lamp, Standing, Tag};
use festoon_domain::programme::{ActivityId, OccurrenceId, PersonId};
use festoon_domain::text::{Lang, Text};
use festoon_domain::week::Provenance;
use festoon_guide::Guide;
use festoon_guide::lamp::Lamp as Lit;
use festoon_guide::line::PlaceName;
use festoon_guide::url::CardOf;
use festoon_guide::words::{Words, dates};
use jiff::civil::Date;

/// Beyond so many days only the week's own hang on the cord.
const MOST_DAYS: usize = 31;

/// What a card shows; nothing if the guide holds no such thing.
pub(super) fn card(guide: &Guide, of: CardOf<'_>, lang: Lang) -> Option<Card> {
    match of {
        CardOf::Week => Some(week(guide, lang)),
        CardOf::Day(date) => day(guide, date, lang),
        CardOf::Activity(key) => activity(guide, key, lang),
        CardOf::Session(key) => session(guide, key, lang),
        CardOf::Venue(key) => venue(guide, key, lang),
        CardOf::Person(key) => person(guide, key, lang),
    }
}

fn week(guide: &Guide, lang: Lang) -> Card {
    let week = &guide.programme().week;
    let days = both(|lang| dates::days(week.first_day, week.last_day, lang));
    Card {
        kicker: week.organiser.clone(),
        lines: vec![days, week.theme.clone()],
        ..plain(guide, week.title.clone(), &[], lang)
    }
}

fn day(guide: &Guide, date: Date, lang: Lang) -> Option<Card> {
    let day = guide.day(date)?;
    let programme = guide.programme();
    let count = both(|lang| Words::of(lang).session_count.of(day.occurrences.len()));
    let keys = day.runs.iter().map(|&id| &programme[id]).filter(|activity| activity.is_key);
    let is_sample = day.occurrences.iter().any(|&id| of_session(guide, id) == Provenance::Sample);
    Some(Card {
        lines: std::iter::once(count).chain(keys.map(|activity| activity.title.clone())).take(3).collect(),
        tags: tags([None, None, is_sample.then_some(Mark::Sample)]),
        ..plain(guide, both(|lang| dates::day(date, lang)), &[date], lang)
    })
}

fn activity(guide: &Guide, key: &str, lang: Lang) -> Option<Card> {
    let programme = guide.programme();
    let id = guide.activity(key)?;
    let activity = &programme[id];
    let days = guide.days_of(id);
    let lamp = guide.lamp_of(id);
    let invented = [activity.provenance, activity.details].contains(&Provenance::Sample);
    let when =
        days.map_or_else(undated, |(first, last)| both(|lang| dates::days_with_weekday(first, last, lang)));
    let host = activity.host.map(|host| programme[host].name.clone());
    let house = activity.venue.map(|venue| programme[venue].name.clone());
    Some(Card {
        lines: [Some(when), house, host].into_iter().flatten().collect(),
        tags: tags([
            activity.is_key.then_some(Mark::Key),
            (lamp == Lit::Cancelled).then_some(Mark::Cancelled),
            invented.then_some(Mark::Sample),
        ]),
        standing: standing(lamp == Lit::Cancelled),
        ..plain(guide, activity.title.clone(), &running(guide, id), lang)
    })
}

fn session(guide: &Guide, key: &str, lang: Lang) -> Option<Card> {
    let programme = guide.programme();
    let id = guide.session(key)?;
    let session = &programme[id];
    let occurrences = guide.occurrences_of(id);
    let takes_place = |id: &&OccurrenceId| guide.lamp_of_occurrence(**id) != Lit::Cancelled;
    let is_cancelled = !occurrences.is_empty() && !occurrences.iter().any(|id| takes_place(&id));
    let told = occurrences.iter().find(takes_place).or_else(|| occurrences.first()).copied();
    let activity = session.activity.map(|id| &programme[id]);
    let place = told.and_then(|id| place(guide, id));
    Some(Card {
        lines: [told.map(|id| when(guide, id)), place, activity.map(|activity| activity.title.clone())]
            .into_iter()
            .flatten()
            .collect(),
        tags: tags([
            activity.is_some_and(|activity| activity.is_key).then_some(Mark::Key),
            is_cancelled.then_some(Mark::Cancelled),
            (session.provenance == Provenance::Sample).then_some(Mark::Sample),
        ]),
        standing: standing(is_cancelled),
        ..plain(guide, session.title.clone(), &dates_of(guide, occurrences.iter().copied()), lang)
    })
}

fn venue(guide: &Guide, key: &str, lang: Lang) -> Option<Card> {
    let programme = guide.programme();
    let id = guide.venue(key)?;
    let venue = &programme[id];
    let held = programme.each_occurrence().map(|(at, _)| at).filter(|&at| programme.venue_of(at) == Some(id));
    let held: Vec<OccurrenceId> = held.collect();
    let is_sample = [venue.provenance, venue.details].contains(&Provenance::Sample);
    Some(Card {
        lines: vec![venue.address.clone(), both(|lang| Words::of(lang).session_count.of(held.len()))],
        tags: tags([None, None, is_sample.then_some(Mark::Sample)]),
        ..plain(guide, venue.name.clone(), &dates_of(guide, held.iter().copied()), lang)
    })
}

fn person(guide: &Guide, key: &str, lang: Lang) -> Option<Card> {
    let programme = guide.programme();
    let id = guide.person(key)?;
    let person = &programme[id];
    let on_stage = |at: &OccurrenceId| appears(guide, *at, id);
    let held: Vec<OccurrenceId> = programme.each_occurrence().map(|(at, _)| at).filter(on_stage).collect();
    let first = held.first().map(|&at| programme[programme[at].session].title.clone());
    Some(Card {
        lines: [Some(person.position.clone()), Some(person.organisation.clone()), first]
            .into_iter()
            .flatten()
            .filter(|line| !line.is_empty())
            .collect(),
        tags: tags([None, None, (person.provenance == Provenance::Sample).then_some(Mark::Sample)]),
        ..plain(guide, person.name.clone(), &dates_of(guide, held.iter().copied()), lang)
    })
}

/// The card of a title in its week, the lamps of some days bright.
fn plain(guide: &Guide, title: Text, bright: &[Date], lang: Lang) -> Card {
    let all = guide.days();
    let is_hung = |within_week: bool| within_week || all.len() <= MOST_DAYS;
    let lamps = all.iter().filter(|day| is_hung(day.within_week)).take(MOST_DAYS).map(|day| {
        match day.occurrences.is_empty() && day.runs.is_empty() {
            _ if bright.contains(&day.date) => Lamp::Bright,
            true => Lamp::Hollow,
            false => Lamp::Lit,
        }
    });
    Card {
        lang,
        kicker: guide.programme().week.title.clone(),
        title,
        lines: Vec::new(),
        tags: Vec::new(),
        lamps: lamps.collect(),
        standing: Standing::On,
    }
}

/// A mark that a card may wear.
enum Mark {
    Key,
    Cancelled,
    Sample,
}

fn tags(marks: [Option<Mark>; 3]) -> Vec<Tag> {
    let tag = |mark| match mark {
        Mark::Key => Tag::Key(both(|lang| Words::of(lang).legend_key.to_owned())),
        Mark::Cancelled => Tag::Cancelled(both(|lang| Words::of(lang).cancelled.to_owned())),
        Mark::Sample => Tag::Sample(both(|lang| Words::of(lang).sample.to_owned())),
    };
    marks.into_iter().flatten().map(tag).collect()
}

const fn standing(is_cancelled: bool) -> Standing {
    if is_cancelled { Standing::Cancelled } else { Standing::On }
}

fn both(wording: impl Fn(Lang) -> String) -> Text {
    Text::new(&wording(Lang::Zh), &wording(Lang::En))
}

fn undated() -> Text {
    both(|lang| Words::of(lang).undated.to_owned())
}

/// `6月21日 周一 09:00–10:30`
fn when(guide: &Guide, id: OccurrenceId) -> Text {
    let programme = guide.programme();
    let Some(span) = programme[id].when else { return undated() };
    both(|lang| {
        let when = dates::Moments::new(span, &programme.week.zone, lang);
        let end = when.end.map(|end| format!("–{end}")).unwrap_or_default();
        match lang {
            Lang::Zh => format!("{} {}{end}", when.day, when.start),
            Lang::En => format!("{}, {}{end}", when.day, when.start),
        }
    })
}

/// `会展中心 主会场`, `Main Hall, Expo Centre`
fn place(guide: &Guide, id: OccurrenceId) -> Option<Text> {
    PlaceName::of(guide, id, Lang::Zh)?;
    Some(both(|lang| {
        let Some(place) = PlaceName::of(guide, id, lang) else { return String::new() };
        let (room, house) = (place.room.map(|room| room.plain()), place.venue.plain());
        match (room, lang) {
            (None, _) => house.to_owned(),
            (Some(room), Lang::Zh) => format!("{house} {room}"),
            (Some(room), Lang::En) => format!("{room}, {house}"),
        }
    }))
}

fn of_session(guide: &Guide, id: OccurrenceId) -> Provenance {
    let programme = guide.programme();
    programme[programme[id].session].provenance
}

fn appears(guide: &Guide, at: OccurrenceId, person: PersonId) -> bool {
    let programme = guide.programme();
    programme[programme[at].session].appearances.iter().any(|appearance| appearance.person == person)
}

fn running(guide: &Guide, activity: ActivityId) -> Vec<Date> {
    guide.days().iter().filter(|day| day.runs.contains(&activity)).map(|day| day.date).collect()
}

fn dates_of(guide: &Guide, occurrences: impl Iterator<Item = OccurrenceId>) -> Vec<Date> {
    let programme = guide.programme();
    let spans = occurrences.filter_map(|id| programme[id].when);
    spans.map(|span| span.start().to_zoned(programme.week.zone.clone()).date()).collect()
}
