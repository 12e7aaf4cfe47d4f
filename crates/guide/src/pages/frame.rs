//! What stands around every page: the head, the way through the site, the other language, the foot.

use festoon_domain::notice::Notice;
use festoon_domain::text::Lang;

mod head;
mod paper;

use crate::Guide;
use crate::assets::{ICON, STYLE};
use crate::run::Run;
use crate::url::{Base, Page};
use crate::words::device::DeviceWords;
use crate::words::frame::FrameWords;
use crate::words::{Words, dates};
pub use head::{Alternate, Device, Share};
pub use paper::OnPaper;

/// The frame of a page.
#[derive(Debug)]
pub struct Frame<'a> {
    /// The reader's language.
    pub lang: Lang,
    /// The words of that language.
    pub w: &'static Words,
    /// The words of the frame itself.
    pub f: &'static FrameWords,
    /// The words about the device.
    pub d: &'static DeviceWords,
    /// The `<title>`, without the week's name.
    pub title: String,
    /// What a search engine shows beneath it.
    pub description: String,
    /// The week's name, if there is a week.
    pub week: Option<Run<'a>>,
    guide: Option<&'a Guide>,
    here: Option<Page<'a>>,
    /// What the reader chose to see of the page, as the address says it after its question mark; empty for all of it.
    selection: String,
}

/// What is true of every page of a week.
#[derive(Debug)]
pub struct Foot<'a> {
    /// The release and when it was published.
    pub release: Option<String>,
    /// The zone in which times are said.
    pub zone: String,
    /// What the tag of invented entries means, where there are any.
    pub sample: Option<&'static str>,
    /// Who runs the site, if anybody said.
    pub operator: Option<OperatorLine<'a>>,
}

/// Who runs the site.
#[derive(Debug)]
pub struct OperatorLine<'a> {
    /// Who.
    pub name: Run<'a>,
    /// Their record number.
    pub record_number: Option<&'a str>,
    /// Where it can be looked up.
    pub record_address: Option<&'a str>,
}

/// A notice at the head of a page.
#[derive(Debug)]
pub struct NoticeLine<'a> {
    /// Its number.
    pub number: u32,
    /// What it says.
    pub text: Run<'a>,
    /// When it was posted.
    pub posted: String,
}

/// An entry of the navigation.
#[derive(Debug)]
pub struct Way {
    /// Where it leads.
    pub href: String,
    /// What it is called.
    pub label: &'static str,
    /// Whether the reader is there, or below it.
    pub is_here: bool,
}

/// A `<title>` with the name of its week.
pub(super) fn full_title(title: &str, week: Option<Run<'_>>) -> String {
    let week = week.map_or("", |week| week.plain());
    if title == week || week.is_empty() {
        return title.to_owned();
    }
    format!("{title} · {week}")
}

impl<'a> Frame<'a> {
    /// The frame of a page of the guide.
    #[must_use]
    pub fn new(guide: &'a Guide, lang: Lang, here: Page<'a>, title: String, description: String) -> Self {
        Self { here: Some(here), ..Self::nowhere(Some(guide), lang, title, description) }
    }

    /// The frame of the check, which works while nothing is released.
    #[must_use]
    pub fn of_check(
        guide: Option<&'a Guide>,
        lang: Lang,
        page: Page<'a>,
        title: String,
        description: String,
    ) -> Self {
        Self { here: Some(page), ..Self::nowhere(guide, lang, title, description) }
    }

    /// The frame of a page without an address of its own, such as an error.
    #[must_use]
    pub fn nowhere(guide: Option<&'a Guide>, lang: Lang, title: String, description: String) -> Self {
        Self {
            lang,
            w: Words::of(lang),
            f: FrameWords::of(lang),
            d: DeviceWords::of(lang),
            title,
            description,
            week: guide.map(|guide| Run::new(&guide.programme().week.title, lang)),
            guide,
            here: None,
            selection: String::new(),
        }
    }

    /// The same round a selection of the page: switching the language keeps it, and search engines are told of the whole page alone.
    #[must_use]
    pub fn showing(self, selection: String) -> Self {
        Self { selection, ..self }
    }

    /// Whether search engines are to list the page.
    #[must_use]
    pub fn is_listed(&self) -> bool {
        self.here.is_some() && self.selection.is_empty()
    }

    /// The guide whose page this is; an error is of none, and what somebody brought to be checked is not either.
    fn told(&self) -> Option<&'a Guide> {
        self.guide.filter(|_| self.here.is_some_and(|here| !matches!(here, Page::Check | Page::Claims)))
    }

    /// What a page of the week says at its foot: which release it is of, and in which zone times are said.
    #[must_use]
    pub fn foot(&self) -> Option<Foot<'a>> {
        let guide = self.told()?;
        let zone = &guide.programme().week.zone;
        Some(Foot {
            release: (guide.release()).map(|release| {
                self.w.footer_release.with(release.number, &dates::moment(release.at, zone, self.lang))
            }),
            zone: self.w.footer_zone.with(&dates::zone(zone, self.lang)),
            sample: guide.has_samples().then_some(self.w.footer_sample),
            operator: Some(&*guide.imprint().operator)
                .filter(|operator| !operator.name.is_empty() || operator.record_number.is_some())
                .map(|operator| OperatorLine {
                    name: Run::new(&operator.name, self.lang),
                    record_number: operator.record_number.as_deref(),
                    record_address: operator.record_address.as_deref(),
                }),
        })
    }

    /// What everybody must read at once.
    #[must_use]
    pub fn notices(&self) -> Vec<NoticeLine<'a>> {
        let Some(guide) = self.guide else { return Vec::new() };
        let zone = &guide.programme().week.zone;
        let line = |notice: &'a Notice| NoticeLine {
            number: notice.number,
            text: Run::new(&notice.text, self.lang),
            posted: dates::moment(notice.posted, zone, self.lang),
        };
        guide.notices().iter().map(line).collect()
    }

    /// The `lang` of the document.
    #[must_use]
    pub const fn tag(&self) -> &'static str {
        self.lang.tag()
    }

    /// The `lang` of the other language.
    #[must_use]
    pub const fn other_tag(&self) -> &'static str {
        self.lang.other().tag()
    }

    /// The whole `<title>`.
    #[must_use]
    pub fn full_title(&self) -> String {
        full_title(&self.title, self.week)
    }

    /// The same page in the other language; its front page where there is no same page.
    #[must_use]
    pub fn other_href(&self) -> String {
        let page = address(self.guide, self.here.unwrap_or(Page::Week), self.lang.other());
        if self.selection.is_empty() { page } else { format!("{page}?{}", self.selection) }
    }

    /// Whether the page has an address by which others may know it.
    #[must_use]
    pub const fn has_address(&self) -> bool {
        self.here.is_some()
    }

    /// This page's lasting address as the outside world writes it.
    #[must_use]
    pub fn canonical(&self) -> String {
        self.lasting_address(self.lang)
    }

    /// The `hreflang` and lasting address of the page in each language.
    #[must_use]
    pub fn alternates(&self) -> [(&'static str, String); 2] {
        Lang::BOTH.map(|lang| (lang.tag(), self.lasting_address(lang)))
    }

    fn lasting_address(&self, lang: Lang) -> String {
        let here = self.here.unwrap_or(Page::Week);
        self.guide.map_or_else(|| address(None, here, lang), |guide| guide.lasting_address(here, lang))
    }

    /// The front page.
    #[must_use]
    pub fn home(&self) -> String {
        address(self.guide, Page::Week, self.lang)
    }

    /// The style sheet.
    #[must_use]
    pub fn style(&self) -> &'static str {
        &STYLE.address
    }

    /// The icon.
    #[must_use]
    pub fn icon(&self) -> &'static str {
        &ICON.address
    }

    /// The way through the site.
    #[must_use]
    pub fn ways(&self) -> Vec<Way> {
        ways(self.guide, self.lang, self.here)
    }
}

/// The address of a page in the week of `guide`; without one, where the current week will be.
fn address(guide: Option<&Guide>, page: Page<'_>, lang: Lang) -> String {
    guide.map_or_else(|| Base::current().address(page, lang), |guide| guide.address(page, lang))
}

/// The main entries, in order. Without a guide there is only the check.
#[must_use]
pub fn ways(guide: Option<&Guide>, lang: Lang, here: Option<Page<'_>>) -> Vec<Way> {
    let (w, f) = (Words::of(lang), FrameWords::of(lang));
    let of_the_week = [
        (Page::Week, w.week),
        (Page::Programme, w.programme),
        (Page::Activities, w.activities),
        (Page::Venues, f.venues),
        (Page::Near, f.near),
        (Page::Plan, f.plan),
        (Page::Figures, w.figures),
    ];
    // A visitor of a week has no files to check: that way stands at the foot.
    let check = guide.is_none().then_some((Page::Check, w.check));
    let entries = guide.map(|_| of_the_week).into_iter().flatten().chain(check);
    let section = here.map(|page| match page {
        Page::Day(_) | Page::Stretch(..) | Page::Grid(_) => Page::Programme,
        Page::Activity(_) | Page::Session(_) => Page::Activities,
        Page::Venue(_) => Page::Venues,
        Page::Figure(_) => Page::Figures,
        page => page,
    });
    entries
        .map(|(page, label)| Way { href: address(guide, page, lang), label, is_here: section == Some(page) })
        .collect()
}
