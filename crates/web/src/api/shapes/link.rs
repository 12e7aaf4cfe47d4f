//! Where more about a record is: its own address, its pages, its calendar, its picture for sharing.
//!
//! They begin with the site's address where it knows that, else with a slash: then they are read from the server that was asked.

use festoon_domain::text::Lang;
use festoon_guide::Guide;
use festoon_guide::url::{Api, CalendarOf, CardOf, Outlet, Page, api};
use serde::Serialize;
use utoipa::ToSchema;

/// One address a language. / 中英文各一个网址
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct PerLanguage {
    /// In Chinese. / 中文
    zh: String,
    /// In English. / 英文
    en: String,
}

impl PerLanguage {
    pub(in crate::api) fn of(address: impl Fn(Lang) -> String) -> Self {
        Self { zh: address(Lang::Zh), en: address(Lang::En) }
    }
}

/// Where more about a record is. / 该记录的相关网址
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct Links {
    /// This record as JSON. / 本记录的 JSON
    own: String,
    /// Its page in the guide. / 指南中的页面
    page: Option<PerLanguage>,
    /// Its calendar. / 日历
    calendar: Option<PerLanguage>,
    /// The picture that stands for it where its page is shared. / 分享图
    card: Option<PerLanguage>,
    /// What happens of it or at it, as JSON. / 其全部场次安排（JSON）
    occurrences: Option<String>,
}

/// Makes the addresses of one guide.
#[derive(Debug, Clone, Copy)]
pub(in crate::api) struct Addresses<'a> {
    guide: &'a Guide,
}

impl<'a> Addresses<'a> {
    pub(in crate::api) const fn of(guide: &'a Guide) -> Self {
        Self { guide }
    }

    /// Something of the week as JSON.
    pub(in crate::api) fn json(self, asked: Api<'_>) -> String {
        let origin = self.guide.imprint().origin.0.as_deref().unwrap_or_default();
        format!("{origin}{}", api(&self.guide.programme().week.slug, asked))
    }

    pub(in crate::api) fn page(self, page: Page<'_>) -> PerLanguage {
        PerLanguage::of(|lang| self.guide.lasting_address(page, lang))
    }

    pub(in crate::api) fn outlet<'o>(self, outlet: impl Fn(Lang) -> Outlet<'o>) -> PerLanguage {
        PerLanguage::of(|lang| self.guide.lasting_outlet(outlet(lang)))
    }

    /// Links to a record alone.
    pub(in crate::api) fn links(self, table: &str, key: &str) -> Links {
        let own = self.json(Api::Record(table, key));
        Links { own, page: None, calendar: None, card: None, occurrences: None }
    }

    /// The occurrences of one house, activity or person, by the name of the filter.
    pub(in crate::api) fn occurrences(self, filter: &str, key: &str) -> String {
        let table = self.json(Api::Table("occurrences"));
        format!("{table}?{}", festoon_guide::url::parameter(filter, key))
    }

    pub(in crate::api) fn calendar(self, of: CalendarOf<'_>) -> PerLanguage {
        self.outlet(move |lang| Outlet::Calendar(of, lang))
    }

    pub(in crate::api) fn card(self, of: CardOf<'_>) -> PerLanguage {
        self.outlet(move |lang| Outlet::Card(of, lang))
    }
}

impl Links {
    pub(in crate::api) fn with_page(self, page: PerLanguage) -> Self {
        Self { page: Some(page), ..self }
    }

    pub(in crate::api) fn with_calendar(self, calendar: PerLanguage) -> Self {
        Self { calendar: Some(calendar), ..self }
    }

    pub(in crate::api) fn with_card(self, card: PerLanguage) -> Self {
        Self { card: Some(card), ..self }
    }

    pub(in crate::api) fn with_occurrences(self, occurrences: String) -> Self {
        Self { occurrences: Some(occurrences), ..self }
    }
}
