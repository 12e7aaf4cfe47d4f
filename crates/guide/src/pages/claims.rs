//! `/{lang}/claims`: the form for texts, its report, and the page that says what could not be read.
//!
//! They are of no week, like the check: a guide only lends them its name and the way back.

use askama::Template;
use festoon_domain::text::Lang;

use super::check::Unread;
use super::frame::Frame;
use crate::Guide;
use crate::assets::CLAIMS_STYLE;
use crate::url::{Base, Page};
use crate::words::Words;
use crate::words::claims::ClaimsWords;

/// The most bytes of texts and figures together: some two thousand pages.
pub const LARGEST_CLAIMS_BYTES: usize = 4 * 1024 * 1024;

/// Texts that are together longer stand in no form under their report: the page would be as long again.
const LONGEST_AGAIN: usize = 256 * 1024;

/// Where texts are pasted.
#[derive(Debug, Template)]
#[template(path = "form_again.html")]
pub struct ClaimsPage<'a> {
    frame: Frame<'a>,
    heading: &'static str,
    lead: &'static str,
    unread: Vec<Unread>,
    form: Form,
}

/// Why texts did not arrive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreceived {
    /// They are more than [`LARGEST_CLAIMS_BYTES`].
    TooLarge,
    /// The upload ended before its end, or was another form's.
    BrokenOff,
}

/// What somebody pasted, to stand in the form again.
#[derive(Debug, Default)]
pub struct Pasted {
    /// The Chinese text.
    pub zh: String,
    /// The English text.
    pub en: String,
    /// The day on which they go out.
    pub day: String,
}

#[derive(Debug, Template)]
#[template(path = "claims/fields.html")]
struct Form {
    w: &'static ClaimsWords,
    optional: &'static str,
    action: String,
    /// Where it is told how to write a figures file.
    manual: String,
    pasted: Pasted,
}

impl askama::filters::HtmlSafe for Form {}

impl<'a> ClaimsPage<'a> {
    /// The empty form.
    #[must_use]
    pub fn new(guide: Option<&'a Guide>, lang: Lang) -> Self {
        let w = ClaimsWords::of(lang);
        Self::around(guide, lang, [w.title, w.lead], Vec::new(), Pasted::default())
    }

    /// The form with what was pasted, and what is wrong with what came with it; with nothing wrong, no text came.
    #[must_use]
    pub fn unread(guide: Option<&'a Guide>, lang: Lang, unread: Vec<Unread>, pasted: Pasted) -> Self {
        let w = ClaimsWords::of(lang);
        let words = if unread.is_empty() { [w.nothing, w.nothing_lead] } else { [w.unread, w.unread_lead] };
        Self::around(guide, lang, words, unread, pasted)
    }

    /// The empty form, and why what came with it was not received.
    #[must_use]
    pub fn unreceived(guide: Option<&'a Guide>, lang: Lang, why: Unreceived) -> Self {
        let w = ClaimsWords::of(lang);
        let words = match why {
            Unreceived::TooLarge => [w.too_large, w.too_large_lead],
            Unreceived::BrokenOff => [w.broken_off, w.broken_off_lead],
        };
        Self::around(guide, lang, words, Vec::new(), Pasted::default())
    }

    fn around(
        guide: Option<&'a Guide>,
        lang: Lang,
        [heading, lead]: [&'static str; 2],
        unread: Vec<Unread>,
        pasted: Pasted,
    ) -> Self {
        let w = ClaimsWords::of(lang);
        Self {
            frame: Frame::of_check(guide, lang, Page::Claims, heading.into(), w.description.into()),
            heading,
            lead,
            unread,
            form: Form::new(lang, pasted),
        }
    }
}

impl Form {
    fn new(lang: Lang, pasted: Pasted) -> Self {
        let action = Base::current().address(Page::Claims, lang);
        let manual = format!("{action}/figures.txt");
        Self { w: ClaimsWords::of(lang), optional: Words::of(lang).optional, action, manual, pasted }
    }
}

/// The report on a page.
#[derive(Debug, Template)]
#[template(path = "claims/report.html")]
pub struct ClaimsReportPage<'a> {
    frame: Frame<'a>,
    breadcrumbs: &'static str,
    w: &'static ClaimsWords,
    address: String,
    /// The report's own HTML, already escaped by its template.
    body: String,
    /// What seems to be in the wrong box.
    misplaced: Vec<&'static str>,
    style: &'static str,
    /// The texts once more, to be corrected where they were found wrong.
    form: Option<Form>,
}

/// The language that each box holds, where its text is long enough to tell.
#[derive(Debug, Clone, Copy)]
pub struct Written {
    /// In the box for Chinese.
    pub zh: Option<Lang>,
    /// In the box for English.
    pub en: Option<Lang>,
}

impl Written {
    fn warnings(self, w: &ClaimsWords) -> Vec<&'static str> {
        match (self.zh, self.en) {
            (Some(Lang::En), Some(Lang::Zh)) => vec![w.both_misplaced],
            (Some(Lang::En), Some(Lang::En)) => vec![w.english_as_chinese, w.not_compared],
            (Some(Lang::Zh), Some(Lang::Zh)) => vec![w.chinese_as_english, w.not_compared],
            (Some(Lang::En), None) => vec![w.english_as_chinese],
            (None, Some(Lang::Zh)) => vec![w.chinese_as_english],
            (None | Some(Lang::Zh), None | Some(Lang::En)) => Vec::new(),
        }
    }
}

impl<'a> ClaimsReportPage<'a> {
    /// A page round a report on what was pasted.
    #[must_use]
    pub fn new(guide: Option<&'a Guide>, lang: Lang, body: String, pasted: Pasted, written: Written) -> Self {
        let w = ClaimsWords::of(lang);
        let is_short = pasted.zh.len() + pasted.en.len() <= LONGEST_AGAIN;
        Self {
            frame: Frame::of_check(guide, lang, Page::Claims, w.title.into(), w.title.into()),
            breadcrumbs: Words::of(lang).breadcrumbs,
            w,
            address: Base::current().address(Page::Claims, lang),
            body,
            misplaced: written.warnings(w),
            style: &CLAIMS_STYLE.address,
            form: is_short.then(|| Form::new(lang, pasted)),
        }
    }
}
