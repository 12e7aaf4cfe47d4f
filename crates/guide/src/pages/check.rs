//! `/{lang}/check`: the form, its report, and the page that says which files could not be read.
//!
//! They are of no week: a guide only lends them its name and the way back, and they do without one.

use askama::Template;
use festoon_domain::text::Lang;

use super::frame::Frame;
use crate::Guide;
use crate::assets::{CHECK_FORM, REPORT_FILTERS, REPORT_STYLE};
use crate::url::{Base, Page};
use crate::words::Words;

/// The most bytes a check takes in all; said in the words of the form, and told to its script.
pub const LARGEST_CHECK_BYTES: usize = 64 * 1024 * 1024;

/// Where files are dropped.
#[derive(Debug, Template)]
#[template(path = "check/form.html")]
pub struct FormPage<'a> {
    frame: Frame<'a>,
    w: &'static Words,
    form: Form,
}

/// The form itself, which also stands under its own answers.
#[derive(Debug, Template)]
#[template(path = "check/fields.html")]
pub struct Form {
    w: &'static Words,
    action: String,
    script: &'static str,
    most: usize,
}

impl askama::filters::HtmlSafe for Form {}

impl Form {
    fn new(lang: Lang) -> Self {
        Self {
            w: Words::of(lang),
            action: Base::current().address(Page::Check, lang),
            script: &CHECK_FORM.address,
            most: LARGEST_CHECK_BYTES,
        }
    }
}

impl<'a> FormPage<'a> {
    /// The form's page.
    #[must_use]
    pub fn new(guide: Option<&'a Guide>, lang: Lang) -> Self {
        let w = Words::of(lang);
        Self {
            frame: Frame::of_check(
                guide,
                lang,
                Page::Check,
                w.check_title.into(),
                w.check_description.into(),
            ),
            w,
            form: Form::new(lang),
        }
    }
}

/// The clash report on a page.
#[derive(Debug, Template)]
#[template(path = "check/report.html")]
pub struct ReportPage<'a> {
    frame: Frame<'a>,
    w: &'static Words,
    check: String,
    /// The report's own HTML, already escaped by its template.
    body: String,
    style: &'static str,
    filters: &'static str,
}

impl<'a> ReportPage<'a> {
    /// A page round a report.
    #[must_use]
    pub fn new(guide: Option<&'a Guide>, lang: Lang, body: String) -> Self {
        let w = Words::of(lang);
        Self {
            frame: Frame::of_check(guide, lang, Page::Check, w.check_report.into(), w.check_report.into()),
            w,
            check: Base::current().address(Page::Check, lang),
            body,
            style: &REPORT_STYLE.address,
            filters: &REPORT_FILTERS.address,
        }
    }
}

/// What is wrong with a file that cannot be read.
#[derive(Debug)]
pub struct Unread {
    /// Its name, as its owner knows it.
    pub file: String,
    /// Where in it.
    pub spot: Option<String>,
    /// What is wrong and what would be right.
    pub sentence: String,
}

/// The page that says which files could not be read, with the form again.
#[derive(Debug, Template)]
#[template(path = "form_again.html")]
pub struct UnreadPage<'a> {
    frame: Frame<'a>,
    heading: &'static str,
    lead: &'static str,
    unread: Vec<Unread>,
    form: Form,
}

impl<'a> UnreadPage<'a> {
    /// The page for a set of refusals; without any, nobody chose a file.
    #[must_use]
    pub fn new(guide: Option<&'a Guide>, lang: Lang, unread: Vec<Unread>) -> Self {
        let w = Words::of(lang);
        let (heading, lead) = if unread.is_empty() {
            (w.check_no_files, w.check_no_files_lead)
        } else {
            (w.check_unread, w.check_unread_lead)
        };
        Self {
            frame: Frame::of_check(guide, lang, Page::Check, heading.into(), lead.into()),
            heading,
            lead,
            unread,
            form: Form::new(lang),
        }
    }
}
