//! `/{lang}`: the week at a glance.

use askama::Template;
use festoon_domain::text::Lang;

use super::activities::Card;
use super::figures::FigureCard;
use super::frame::Frame;
use super::programme::{Rail, RailDay};
use crate::Guide;
use crate::run::Run;
use crate::subscribe::Subscribe;
use crate::url::Page;
use crate::words::{Words, dates};

/// The week.
#[derive(Debug, Template)]
#[template(path = "week.html")]
pub struct WeekPage<'a> {
    frame: Frame<'a>,
    w: &'static Words,
    title: Run<'a>,
    theme: Run<'a>,
    threads: Vec<Run<'a>>,
    organiser: Run<'a>,
    city: Run<'a>,
    district: Run<'a>,
    days: String,
    rail: Rail,
    activity_count: usize,
    outside_count: usize,
    keys: Vec<Card<'a>>,
    figures: Vec<FigureCard<'a>>,
    programme: String,
    activities: String,
    figures_href: String,
    subscribe: Subscribe,
}

impl<'a> WeekPage<'a> {
    /// The week's page.
    #[must_use]
    pub fn new(guide: &'a Guide, lang: Lang) -> Self {
        let w = Words::of(lang);
        let week = &guide.programme().week;
        let outside = guide.days().iter().filter(|day| !day.within_week);
        let days = dates::days(week.first_day, week.last_day, lang);
        let description = [week.theme.read(lang), &days].join(" · ");
        let page = |page: Page<'_>| guide.address(page, lang);
        Self {
            frame: Frame::new(guide, lang, Page::Week, week.title.read(lang).to_owned(), description),
            w,
            title: Run::new(&week.title, lang),
            theme: Run::new(&week.theme, lang),
            threads: week.threads.iter().map(|thread| Run::new(thread, lang)).collect(),
            organiser: Run::new(&week.organiser, lang),
            city: Run::new(&week.city, lang),
            district: Run::new(&week.district, lang),
            days,
            rail: Rail { w, days: RailDay::all(guide, lang, None) },
            activity_count: guide.programme().activities.len(),
            outside_count: outside.map(|day| day.begins.len()).sum(),
            keys: Card::sorted(guide, lang, |activity| activity.is_key),
            figures: guide.figures().iter().map(|frozen| FigureCard::new(guide, frozen, lang)).collect(),
            programme: page(Page::Programme),
            activities: page(Page::Activities),
            figures_href: page(Page::Figures),
            subscribe: Subscribe::to_week(guide, lang),
        }
    }
}
