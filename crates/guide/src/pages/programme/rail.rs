//! The days as a string of lights, above every page of the programme.

use askama::Template;
use festoon_domain::programme::ActivityId;
use festoon_domain::text::Lang;
use jiff::civil::Date;

use crate::Guide;
use crate::cord::{Cord, Hung};
use crate::filter::Filter;
use crate::guide::Day;
use crate::lamp::Lamp;
use crate::url::Page;
use crate::words::{Words, dates};

/// A cord has room for so many lamps; of more, those of key activities hang first.
const MOST_LAMPS: usize = 24;

/// The days as a string of lights.
#[derive(Debug, Template)]
#[template(path = "rail.html")]
pub struct Rail {
    /// The words around it.
    pub w: &'static Words,
    /// Each day.
    pub days: Vec<RailDay>,
}

impl askama::filters::HtmlSafe for Rail {}

/// One day on the string.
#[derive(Debug)]
pub struct RailDay {
    /// Its page.
    pub href: String,
    /// For the `datetime` attribute.
    pub date: Date,
    /// `周一`, `Mon`.
    pub weekday: &'static str,
    /// `6月21日`, `21 June`.
    pub day: String,
    /// How many sessions begin on it, of those the reader wants to see.
    pub sessions: usize,
    /// How many activities run on it, whether or not they began earlier; not said under a filter, which is of sessions.
    pub activities: Option<usize>,
    /// Its cord with the lamps of the activities that begin on it.
    pub cord: Cord,
    /// Whether it is one of the week's own.
    pub within_week: bool,
    /// Whether the reader is looking at it.
    pub is_here: bool,
}

impl RailDay {
    /// Every day of the guide.
    #[must_use]
    pub fn all(guide: &Guide, lang: Lang, here: Option<Date>) -> Vec<Self> {
        Self::under(guide, lang, here, &Filter::default(), Page::Day)
    }

    /// Every day under a filter, each leading to its `page`.
    #[must_use]
    pub fn under(
        guide: &Guide,
        lang: Lang,
        here: Option<Date>,
        filter: &Filter,
        page: fn(Date) -> Page<'static>,
    ) -> Vec<Self> {
        let count = |day: &Day| day.occurrences.iter().filter(|&&id| filter.matches(guide, id)).count();
        (guide.days().iter())
            .map(|day| Self {
                href: filter.address(guide, page(day.date), lang),
                date: day.date,
                weekday: dates::weekday(day.date.weekday(), lang),
                day: dates::short_day(day.date, lang),
                sessions: count(day),
                activities: filter.is_empty().then_some(day.runs.len()),
                cord: Cord { lamps: lamps(guide, day, lang), within_week: day.within_week },
                within_week: day.within_week,
                is_here: here == Some(day.date),
            })
            .collect()
    }
}

fn lamps(guide: &Guide, day: &Day, lang: Lang) -> Vec<Hung> {
    let mut begins: Vec<_> = day.begins.iter().map(|&id| (id, guide.lamp_of(id))).collect();
    if begins.len() > MOST_LAMPS {
        begins.sort_by_key(|&(_, lamp)| lamp != Lamp::Key);
        begins.truncate(MOST_LAMPS);
    }
    let hang = |(id, lamp): (ActivityId, Lamp)| {
        let activity = &guide.programme()[id];
        Hung {
            lamp,
            href: Some(guide.address(Page::Activity(&activity.key), lang)),
            title: activity.title.read(lang).to_owned(),
        }
    };
    begins.into_iter().map(hang).collect()
}
