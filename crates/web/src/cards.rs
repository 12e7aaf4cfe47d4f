//! `/cards/{kind}/{name}`: the picture that stands for a page where its link is shared.
//!
//! A card is drawn when it is first asked for and then kept with the edition like a page. Drawing is work for a processor, so it has
//! threads of its own, two at a time; some wait, and who comes after them is asked to come back.

mod described;
mod easel;

use std::sync::Arc;

use axum::extract::{Path, Query, Request, State};
use axum::response::Response;
use festoon_domain::text::Lang;
use festoon_guide::pages::error::Trouble;
use festoon_guide::url::{CardOf, Outlet};

pub(crate) use easel::Easel;

use crate::chooser::asked_for;
use crate::errors;
use crate::kept::{Reach, Rendered};
use crate::public::Here;
use crate::shelf::Open;

/// What an address names, as it stands there.
#[derive(Debug, serde::Deserialize)]
pub(crate) struct Named {
    week: Option<String>,
    kind: String,
    name: String,
}

/// In which language a card is wanted.
#[derive(Debug, serde::Deserialize)]
pub(crate) struct Wanted {
    lang: Option<String>,
}

impl Named {
    fn card(&self) -> Option<CardOf<'_>> {
        let key = self.name.strip_suffix(".png")?;
        match self.kind.as_str() {
            "week" if key == "week" => Some(CardOf::Week),
            "day" => {
                let date = key.parse().ok().filter(|date: &jiff::civil::Date| date.to_string() == key)?;
                Some(CardOf::Day(date))
            }
            "activity" => Some(CardOf::Activity(key)),
            "session" => Some(CardOf::Session(key)),
            "venue" => Some(CardOf::Venue(key)),
            "person" => Some(CardOf::Person(key)),
            _ => None,
        }
    }
}

/// A chat or a network fetches the picture of a link that somebody shared.
pub(crate) async fn card(
    State(site): Here,
    Path(named): Path<Named>,
    Query(wanted): Query<Wanted>,
    request: Request,
) -> Response {
    let shelf = site.shelf();
    let week = named.week.as_deref();
    let (asker, headers) = (asked_for(&request), request.into_parts().0.headers);
    let trouble = |trouble| errors::page(shelf.around(week), asker, trouble);
    let open = match shelf.open(week) {
        Ok(open) => open,
        Err(why) => return trouble(why),
    };
    let lang = wanted.lang.as_deref().map_or(Some(Lang::Zh), Lang::from_code);
    let (Some(of), Some(lang)) = (named.card(), lang) else { return trouble(Trouble::NotFound) };
    let address = open.guide.outlet(Outlet::Card(of, lang));
    if let Some(kept) = open.pages().get(&address) {
        return kept.answer(&headers);
    }
    let Some(card) = described::card(open.guide, of, lang) else { return trouble(Trouble::NotFound) };

    let Ok(place) = Arc::clone(&site.easel.places).try_acquire_owned() else { return trouble(Trouble::Busy) };
    let Ok(turn) = Arc::clone(&site.easel.turns).acquire_owned().await else { return trouble(Trouble::Busy) };
    let (guide, edition, drawing) = (open.guide.clone(), Arc::clone(open.edition), Arc::clone(&site));
    let drawn = tokio::task::spawn_blocking(move || {
        // Who asked may be gone by now; the places are free when the work is done, not when nobody waits for it.
        let _until_drawn = (place, turn);
        let open = Open { guide: &guide, edition: &edition };
        open.pages().answer(&address, &guide, || {
            Some(Rendered {
                body: drawing.easel.draw(&card),
                media_type: "image/png",
                lang: Some(lang),
                reach: Reach::Everybody,
            })
        })
    });
    match drawn.await {
        Ok(Some(kept)) => kept.answer(&headers),
        Ok(None) | Err(_) => trouble(Trouble::Ours),
    }
}
