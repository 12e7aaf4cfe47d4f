//! `/`: both languages, for whoever is not sent on to one.

use askama::Template;
use festoon_domain::text::Lang;

use crate::Guide;
use crate::assets::{ICON, STYLE};
use crate::run::Run;
use crate::url::Page;

/// The choice of a language.
#[derive(Debug, Template)]
#[template(path = "chooser.html")]
pub struct ChooserPage<'a> {
    zh: Run<'a>,
    en: Run<'a>,
    zh_href: String,
    en_href: String,
    style: &'static str,
    icon: &'static str,
}

impl<'a> ChooserPage<'a> {
    /// The page that offers both.
    #[must_use]
    pub fn new(guide: &'a Guide) -> Self {
        let title = &guide.programme().week.title;
        Self {
            zh: Run::new(title, Lang::Zh),
            en: Run::new(title, Lang::En),
            zh_href: guide.address(Page::Week, Lang::Zh),
            en_href: guide.address(Page::Week, Lang::En),
            style: &STYLE.address,
            icon: &ICON.address,
        }
    }
}
