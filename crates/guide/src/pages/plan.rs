//! `/{lang}/plan`: a visitor's own plan, which their device fills in; and with `?o=12.55`, one that was shared as a link.
//!
//! The own plan is one page for everybody, so it is kept like any other; a shared one is rendered as it is asked for.

use askama::Template;
use festoon_domain::text::Lang;

use super::frame::Frame;
use crate::Guide;
use crate::assets::PLAN_PAGE;
use crate::lamp::Lamp;
use crate::plan::{MOST_WANTED, Plan, PlanDay, Wanted};
use crate::url::Page;
use crate::words::Words;
use crate::words::frame::FrameWords;
use crate::words::plan::PlanWords;

/// A visitor's own plan, before their device has filled it in.
#[derive(Debug, Template)]
#[template(path = "plan/own.html")]
pub struct PlanPage<'a> {
    frame: Frame<'a>,
    w: &'static Words,
    p: &'static PlanWords,
    script: &'static str,
    programme: String,
    publish: Publish,
}

/// A plan that somebody shared.
#[derive(Debug, Template)]
#[template(path = "plan/shared.html")]
pub struct SharedPlanPage<'a> {
    frame: Frame<'a>,
    w: &'static Words,
    p: &'static PlanWords,
    script: &'static str,
    own: String,
    sum: String,
    remarks: Vec<String>,
    days: Vec<PlanDay<'a>>,
    publish: Publish,
}

/// The form that puts a copy for calendars on the server.
#[derive(Debug, Template)]
#[template(path = "plan/publish.html")]
pub struct Publish {
    p: &'static PlanWords,
    action: String,
    lang: &'static str,
    numbers: String,
}

impl askama::filters::HtmlSafe for Publish {}

impl Publish {
    fn new(guide: &Guide, lang: Lang, numbers: String) -> Self {
        let action = guide.address(Page::Plan, lang);
        Self { p: PlanWords::of(lang), action, lang: lang.code(), numbers }
    }
}

impl<'a> PlanPage<'a> {
    /// The page.
    #[must_use]
    pub fn new(guide: &'a Guide, lang: Lang) -> Self {
        let p = PlanWords::of(lang);
        let title = FrameWords::of(lang).plan;
        Self {
            frame: Frame::new(guide, lang, Page::Plan, title.into(), p.lead.into()),
            w: Words::of(lang),
            p,
            script: &PLAN_PAGE.address,
            programme: guide.address(Page::Programme, lang),
            publish: Publish::new(guide, lang, String::new()),
        }
    }
}

impl<'a> SharedPlanPage<'a> {
    /// The page of what a link holds.
    #[must_use]
    pub fn new(guide: &'a Guide, lang: Lang, wanted: &Wanted) -> Self {
        let (w, p) = (Words::of(lang), PlanWords::of(lang));
        let plan = Plan::of(guide, wanted, lang);
        let counted = |count: usize, words: &crate::words::Count| (count > 0).then(|| words.of(count));
        let remarks = [
            wanted.is_cut().then(|| p.too_many.with(&[("most", &MOST_WANTED.to_string())])),
            // What is no number was one before somebody cut the link, so it is told in the same sentence.
            counted(wanted.unread() + plan.unknown.len(), &p.unknown).filter(|_| !plan.days.is_empty()),
        ];
        let troubles = counted(plan.grave_count(), &p.trouble_count);
        let sum =
            [w.session_count.of(plan.entries().count()), troubles.unwrap_or_else(|| p.no_trouble.into())];
        let selection = format!("o={wanted}");
        Self {
            frame: Frame::new(guide, lang, Page::Plan, p.shared.into(), p.shared_lead.into())
                .showing(selection),
            w,
            p,
            script: &PLAN_PAGE.address,
            own: guide.address(Page::Plan, lang),
            sum: sum.join(w.list_comma),
            remarks: remarks.into_iter().flatten().collect(),
            days: plan.days,
            publish: Publish::new(guide, lang, wanted.to_string()),
        }
    }
}
