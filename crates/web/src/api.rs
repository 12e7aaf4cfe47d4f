//! `/api/v1`: weeks as JSON, for programs. Read only; what is answered is what the guide's pages say and nothing else.
//!
//! Weeks, single records and the pages one comes upon by walking through a table are kept like pages. What was filtered or searched
//! for is made for who asked: there are too many such addresses to keep.

mod asked;
mod envelope;
mod filter;
mod list;
mod openapi;
mod refusal;
mod search;
mod shapes;
mod table;

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, Request, State};
use axum::http::HeaderMap;
use axum::response::Response;
use festoon_guide::pages::error::Trouble;
use festoon_guide::url::{self, Api};

use asked::{Asked, Parameter};
use envelope::{One, Weeks, rendered};
use refusal::Refusal;
use shapes::{WeekEntry, WeekRecord};
use table::Table;

use crate::kept::Kept;
use crate::public::Here;
use crate::search::warm;
use crate::shelf::{Open, Shelf, Whole};

/// The word for whichever week is current.
const CURRENT: &str = "current";

/// A trouble of the server at large, as programs read it.
pub(crate) fn trouble(trouble: Trouble, asked: &HeaderMap) -> Response {
    let refusal = match trouble {
        Trouble::NotFound => Refusal::UnknownAddress,
        other => Refusal::Trouble(other),
    };
    refusal.answer(asked)
}

/// A programmer asks which addresses there are.
pub(crate) async fn openapi(State(site): Here, request: Request) -> Response {
    let described =
        site.shelf().whole(Whole::Description, |since| since.dates(rendered(&*openapi::DESCRIPTION)));
    described.answer(request.headers())
}

/// A program asks which weeks there are.
pub(crate) async fn weeks(State(site): Here, request: Request) -> Response {
    let answer = Asked::read(request.uri(), &[]).map(|_| {
        let shelf = site.shelf();
        let weeks = shelf.whole(Whole::Weeks, |since| {
            let current = shelf.current().filter(|slug| shelf.edition(slug).is_some());
            let items = shelf.editions().map(|edition| WeekEntry::of(edition.guide(), current)).collect();
            since.dates(rendered(&Weeks { current, items }))
        });
        weeks.answer(request.headers())
    });
    told(answer, &request)
}

/// A program asks about one week.
pub(crate) async fn week(
    State(site): Here,
    path: Result<Path<String>, PathRejection>,
    request: Request,
) -> Response {
    let answer = || {
        let Path(week) = path.map_err(|_| Refusal::UnknownAddress)?;
        let shelf = site.shelf();
        let open = open(&shelf, &week)?;
        Asked::read(request.uri(), &[])?;

        let guide = open.edition.guide();
        let address = url::api(&guide.programme().week.slug, Api::Week);
        let render = || Some(rendered(&One::of(guide, WeekRecord::of(guide))));
        let kept = open.pages().answer(&address, guide, render);
        Ok(kept.expect("a week on the shelf is there").answer(request.headers()))
    };
    told(answer(), &request)
}

/// A program reads a table.
pub(crate) async fn list(
    State(site): Here,
    path: Result<Path<(String, String)>, PathRejection>,
    request: Request,
) -> Response {
    let answer = || {
        let Path((week, table)) = path.map_err(|_| Refusal::UnknownAddress)?;
        let shelf = site.shelf();
        let open = open(&shelf, &week)?;
        let table = Table::from_word(&table).ok_or(Refusal::UnknownTable { asked: table })?;
        let asked = Asked::read(request.uri(), openapi::parameters_of(table))?;

        let guide = open.edition.guide();
        let address = list::canonical(guide, table, &asked);
        if let Some(kept) = open.pages().get(&address) {
            return Ok(kept.answer(request.headers()));
        }
        let page = list::Page::of(guide, table, &asked)?;
        if !page.is_of_the_walk() {
            return Ok(Kept::once(page.render(guide), guide, request.headers()));
        }
        let kept = open.pages().answer(&address, guide, || Some(page.render(guide)));
        Ok(kept.expect("a page that was chosen is there").answer(request.headers()))
    };
    told(answer(), &request)
}

/// A program reads one record.
pub(crate) async fn one(
    State(site): Here,
    path: Result<Path<(String, String, String)>, PathRejection>,
    request: Request,
) -> Response {
    let answer = || {
        let Path((week, table, key)) = path.map_err(|_| Refusal::UnknownAddress)?;
        let shelf = site.shelf();
        let open = open(&shelf, &week)?;
        let table = Table::from_word(&table).ok_or(Refusal::UnknownTable { asked: table })?;
        Asked::read(request.uri(), &[])?;

        let guide = open.edition.guide();
        let Some(at) = table.find(guide, &key) else {
            return Err(Refusal::UnknownKey { table, asked: key });
        };
        let address = url::api(&guide.programme().week.slug, Api::Record(table.word(), &key));
        let kept = open.pages().answer(&address, guide, || Some(list::one(guide, table, at)));
        Ok(kept.expect("a record that was found is there").answer(request.headers()))
    };
    told(answer(), &request)
}

/// A program looks for something.
pub(crate) async fn search(
    State(site): Here,
    path: Result<Path<String>, PathRejection>,
    request: Request,
) -> Response {
    let question = || {
        let Path(week) = path.map_err(|_| Refusal::UnknownAddress)?;
        let shelf = site.shelf();
        let guide = open(&shelf, &week)?.edition.guide().clone();
        Ok((guide, Asked::read(request.uri(), Parameter::SEARCH)?))
    };
    let answer = match question() {
        Ok((guide, _)) if warm(&guide).await.is_err() => Err(Refusal::Trouble(Trouble::Ours)),
        Ok((guide, asked)) => {
            search::answer(&guide, &asked).map(|rendered| Kept::once(rendered, &guide, request.headers()))
        }
        Err(refusal) => Err(refusal),
    };
    told(answer, &request)
}

fn open<'a>(shelf: &'a Shelf, week: &str) -> Result<Open<'a>, Refusal> {
    let slug = (week != CURRENT).then_some(week);
    shelf.open(slug).map_err(|trouble| match trouble {
        Trouble::NotFound => {
            let slugs = shelf.editions().map(|edition| edition.guide().programme().week.slug.clone());
            Refusal::UnknownWeek {
                asked: week.to_owned(),
                known: slugs.chain([CURRENT.to_owned()]).collect(),
            }
        }
        other => Refusal::Trouble(other),
    })
}

fn told(answer: Result<Response, Refusal>, request: &Request) -> Response {
    answer.unwrap_or_else(|refusal| refusal.answer(request.headers()))
}
