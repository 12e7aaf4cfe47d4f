//! What stands around every page: the head, the way through the site, the other language, the foot.

use festoon_domain::text::Lang;

use crate::Guide;
use crate::assets::{ICON, STYLE};
use crate::run::Run;
use crate::url::{self, Page};
use crate::words::{Words, dates};

/// The frame of a page.
#[derive(Debug)]
pub struct Frame<'a> {
    /// The reader's language.
    pub lang: Lang,
    /// The words of that language.
    pub w: &'static Words,
    /// The `<title>`, without the week's name.
    pub title: String,
    /// What a search engine shows beneath it.
    pub description: String,
    /// The week's name.
    pub week: Run<'a>,
    /// In which zone times are said.
    pub zone: String,
    guide: &'a Guide,
    here: Option<Page<'a>>,
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

impl<'a> Frame<'a> {
    /// The frame of a page of the guide.
    #[must_use]
    pub fn new(guide: &'a Guide, lang: Lang, here: Page<'a>, title: String, description: String) -> Self {
        Self { here: Some(here), ..Self::nowhere(guide, lang, title, description) }
    }

    /// The frame of a page without an address of its own, such as an error.
    #[must_use]
    pub fn nowhere(guide: &'a Guide, lang: Lang, title: String, description: String) -> Self {
        let week = &guide.programme().week;
        Self {
            lang,
            w: Words::of(lang),
            title,
            description,
            week: Run::new(&week.title, lang),
            zone: dates::zone(&week.zone, lang),
            guide,
            here: None,
        }
    }

    /// Whether the page tells of the week; what somebody brought to be checked is not of it.
    #[must_use]
    pub fn is_of_the_week(&self) -> bool {
        self.here.is_some_and(|here| here != Page::Check)
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
        let week = self.week.plain();
        if self.title == week || week.is_empty() {
            return self.title.clone();
        }
        format!("{} · {week}", self.title)
    }

    /// The same page in the other language; its front page where there is no same page.
    #[must_use]
    pub fn other_href(&self) -> String {
        self.here.unwrap_or(Page::Week).in_language(self.lang.other())
    }

    /// Whether the page has an address by which others may know it.
    #[must_use]
    pub const fn has_address(&self) -> bool {
        self.here.is_some()
    }

    /// This page's address as the outside world writes it.
    #[must_use]
    pub fn canonical(&self) -> String {
        self.guide.outside(&self.here.unwrap_or(Page::Week).in_language(self.lang))
    }

    /// The `hreflang` and address of the page in each language.
    #[must_use]
    pub fn alternates(&self) -> [(&'static str, String); 2] {
        Lang::BOTH.map(|lang| {
            let address = self.here.unwrap_or(Page::Week).in_language(lang);
            (lang.tag(), self.guide.outside(&address))
        })
    }

    /// The front page.
    #[must_use]
    pub fn home(&self) -> String {
        Page::Week.in_language(self.lang)
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
        ways(self.lang, self.here)
    }

    /// Where a reader who chooses the language anew goes.
    #[must_use]
    pub const fn chooser(&self) -> &'static str {
        url::CHOOSER
    }
}

/// The main entries, in order.
#[must_use]
pub fn ways(lang: Lang, here: Option<Page<'_>>) -> Vec<Way> {
    let w = Words::of(lang);
    let entries = [
        (Page::Week, w.week),
        (Page::Programme, w.programme),
        (Page::Activities, w.activities),
        (Page::Figures, w.figures),
        (Page::Check, w.check),
    ];
    let section = here.map(|page| match page {
        Page::Day(_) => Page::Programme,
        Page::Activity(_) | Page::Session(_) => Page::Activities,
        Page::Figure(_) => Page::Figures,
        page => page,
    });
    entries
        .map(|(page, label)| Way { href: page.in_language(lang), label, is_here: section == Some(page) })
        .into()
}
