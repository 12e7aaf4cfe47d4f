//! Error pages: what happened, what it means, and the ways out, in both languages at once.
//!
//! Whoever lands here may have come by a link in the other language, so both are on the page, the likelier first.

use askama::Template;
use festoon_domain::text::Lang;

use super::frame::{Frame, Way, ways};
use super::plan_copy::PlanTrouble;
use super::search::{HitLine, called};
use crate::Guide;
use crate::guide::Day;
use crate::search::LONGEST_QUERY;
use crate::url::Page;
use crate::words::programme::ProgrammeWords;
use crate::words::search::SearchWords;
use crate::words::{Words, dates};

/// How many things that come near are offered.
const MOST_NEAR: usize = 5;

/// What went wrong, as far as a reader can use it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// Nothing is at this address.
    NotFound,
    /// A filter asks for something the guide does not have.
    NoSuchFilter,
    /// A file was asked for in a language that nothing is in.
    Language,
    /// The address answers other methods.
    Method,
    /// More bytes than are taken.
    TooLarge,
    /// The form did not arrive whole, or was another.
    Form,
    /// The form came from another site.
    CrossSite,
    /// Too many checks at a time.
    Busy,
    /// No release of the week, or of any, has been published yet.
    NothingYet,
    /// What was to be kept could not be, because the database is away.
    Away,
    /// A plan that cannot be published, or a published one that is not to be had.
    Plan(PlanTrouble),
    /// Our own failure.
    Ours,
}

impl Trouble {
    /// Its status.
    #[must_use]
    pub const fn status(self) -> u16 {
        match self {
            Self::NotFound | Self::NoSuchFilter => 404,
            Self::Method => 405,
            Self::TooLarge => 413,
            Self::Form | Self::Language => 400,
            Self::CrossSite => 403,
            Self::Busy | Self::NothingYet | Self::Away => 503,
            Self::Plan(trouble) => trouble.status(),
            Self::Ours => 500,
        }
    }

    /// After how many seconds it is worth trying again, where it is.
    #[must_use]
    pub const fn retry_after(self) -> Option<u32> {
        match self {
            Self::Busy => Some(15),
            Self::NothingYet => Some(120),
            Self::Away => Some(5),
            Self::Plan(trouble) => trouble.retry_after(),
            Self::NotFound
            | Self::NoSuchFilter
            | Self::Language
            | Self::Method
            | Self::TooLarge
            | Self::Form
            | Self::CrossSite
            | Self::Ours => None,
        }
    }

    fn words(self, lang: Lang) -> (&'static str, &'static str) {
        let (w, p) = (Words::of(lang), ProgrammeWords::of(lang));
        match self {
            Self::NotFound => (w.error_not_found, w.error_not_found_lead),
            Self::NoSuchFilter => (p.no_such_filter, p.no_such_filter_lead),
            Self::Language => (w.error_language, w.error_language_lead),
            Self::Method => (w.error_method, w.error_method_lead),
            Self::TooLarge => (w.error_too_large, w.error_too_large_lead),
            Self::Form => (w.error_form, w.error_form_lead),
            Self::CrossSite => (w.error_cross_site, w.error_cross_site_lead),
            Self::Busy => (w.error_busy, w.error_busy_lead),
            Self::NothingYet => (w.error_nothing_yet, w.error_nothing_yet_lead),
            Self::Away => (w.error_away, w.error_away_lead),
            Self::Plan(trouble) => trouble.words(lang),
            Self::Ours => (w.error_ours, w.error_ours_lead),
        }
    }
}

/// A page that helps the person out.
#[derive(Debug, Template)]
#[template(path = "error.html")]
pub struct ErrorPage<'a> {
    frame: Frame<'a>,
    status: u16,
    tellings: [Telling; 2],
    guide: Option<&'a Guide>,
    search: Option<Offer<'a>>,
    /// What there is of the kind that was asked for, by address and name.
    instead: Vec<(String, String)>,
}

/// A search for what the address seems to name, and what it finds already.
#[derive(Debug)]
struct Offer<'a> {
    s: &'static SearchWords,
    action: String,
    typed: String,
    near: Vec<HitLine<'a>>,
}

/// The same in one language.
#[derive(Debug)]
struct Telling {
    w: &'static Words,
    tag: &'static str,
    heading: &'static str,
    lead: &'static str,
    ways: Vec<Way>,
}

impl Telling {
    fn new(guide: Option<&Guide>, trouble: Trouble, lang: Lang) -> Self {
        let (heading, lead) = trouble.words(lang);
        Self { w: Words::of(lang), tag: lang.tag(), heading, lead, ways: ways(guide, lang, None) }
    }
}

impl<'a> ErrorPage<'a> {
    /// The page about a trouble, `lang` first; its ways out lead into `guide`, if there is one.
    #[must_use]
    pub fn new(guide: Option<&'a Guide>, lang: Lang, trouble: Trouble) -> Self {
        let (heading, lead) = trouble.words(lang);
        Self {
            frame: Frame::nowhere(guide, lang, heading.into(), lead.into()),
            status: trouble.status(),
            tellings: [lang, lang.other()].map(|lang| Telling::new(guide, trouble, lang)),
            guide,
            search: None,
            instead: Vec::new(),
        }
    }

    /// The same with the days there are, for who asked for another.
    #[must_use]
    pub fn offering_days(self) -> Self {
        let Some(guide) = self.guide else { return self };
        let lang = self.frame.lang;
        let link = |day: &Day| (guide.address(Page::Day(day.date), lang), dates::day(day.date, lang));
        Self { instead: guide.days().iter().map(link).collect(), ..self }
    }

    /// The same with the weeks there are, for who asked for another.
    #[must_use]
    pub fn offering_weeks<'b>(self, weeks: impl IntoIterator<Item = &'b Guide>) -> Self {
        let lang = self.frame.lang;
        let link = |guide: &Guide| {
            (guide.address(Page::Week, lang), guide.programme().week.title.read(lang).to_owned())
        };
        Self { instead: weeks.into_iter().map(link).collect(), ..self }
    }

    /// The same with a search for these words, and a few things of the guide that come near them.
    #[must_use]
    pub fn looking_for(self, words: &str) -> Self {
        let Some(guide) = self.guide else { return self };
        let lang = self.frame.lang;
        let typed: String = words.trim().chars().filter(|c| !c.is_control()).take(LONGEST_QUERY).collect();
        let search = Offer {
            s: SearchWords::of(lang),
            action: guide.address(Page::Search, lang),
            near: if is_telling(&typed) { called(guide, lang, &typed, MOST_NEAR) } else { Vec::new() },
            typed,
        };
        Self { search: Some(search), ..self }
    }
}

/// Whether words say enough to guess by: four letters, or two Chinese characters; what is mostly digits says nothing.
fn is_telling(words: &str) -> bool {
    let letters = words.chars().filter(|c| c.is_alphabetic());
    letters.map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>() >= 4
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a reader is told, without the frame.
    fn told(lang: Lang, trouble: Trouble) -> String {
        let page = ErrorPage::new(None, lang, trouble);
        let tell = |telling: &Telling| format!("{}: {}\n{}\n", telling.tag, telling.heading, telling.lead);
        page.tellings.iter().map(tell).collect()
    }

    #[test]
    fn who_wanted_to_save_is_told_what_is_lost_and_what_is_not() {
        assert_eq!((Trouble::Away.status(), Trouble::Away.retry_after()), (503, Some(5)));
        insta::assert_snapshot!(told(Lang::Zh, Trouble::Away));
    }

    #[test]
    fn who_comes_before_the_first_release_is_asked_to_come_back() {
        assert_eq!((Trouble::NothingYet.status(), Trouble::NothingYet.retry_after()), (503, Some(120)));
        insta::assert_snapshot!(told(Lang::En, Trouble::NothingYet));
    }

    #[test]
    fn only_what_passes_may_be_tried_again() {
        for trouble in
            [Trouble::NotFound, Trouble::Method, Trouble::TooLarge, Trouble::Form, Trouble::CrossSite]
        {
            assert_eq!(trouble.retry_after(), None, "{trouble:?}");
        }
    }

    #[test]
    fn without_a_guide_only_the_check_is_a_way_out() {
        let html = ErrorPage::new(None, Lang::En, Trouble::Away).render().expect("in memory");
        let links = html.split(" href=\"").skip(1).map(|rest| rest.split('"').next().expect("one"));
        let pages: Vec<&str> =
            links.filter(|link| !link.starts_with("/assets/") && !link.starts_with('#')).collect();
        assert_eq!(pages, ["/en", "/en/check", "/zh", "/en/check", "/zh/check"]);
    }
}
