//! `/cards/{kind}/{name}`: the picture that stands for a page where its link is shared.
//!
//! A card is drawn when it is first asked for and then kept with the edition like a page. Drawing is work for a processor, so it has
//! threads of its own, two at a time; some wait, and who comes after them is asked to come back.

mod described;
mod easel;

use std::sync::Arc;

use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, Request, State};
use axum::response::Response;
use festoon_domain::text::Lang;
use festoon_guide::pages::error::Trouble;
use festoon_guide::url::{CardOf, Outlet};

pub(crate) use easel::Easel;

use crate::chooser::asked_for;
use crate::errors;
use crate::kept::{Reach, Rendered};
use crate::public::{Here, date_of};
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
            "day" => date_of(key).map(CardOf::Day),
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
    wanted: Result<Query<Wanted>, QueryRejection>,
    request: Request,
) -> Response {
    let shelf = site.shelf();
    let week = named.week.as_deref();
    let (asker, headers) = (asked_for(&request), request.into_parts().0.headers);
    let trouble = |trouble| errors::for_everybody(shelf.around(week), asker, trouble);
    let open = match shelf.open(week) {
        Ok(open) => open,
        Err(why) => return trouble(why),
    };
    let Ok(Query(wanted)) = wanted else { return trouble(Trouble::NotFound) };
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

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use axum::body::Body;
    use axum::http::StatusCode;
    use festoon_guide::{Frozen, Guide, Imprint, Origin};
    use jiff::Timestamp;
    use tower::ServiceExt as _;

    use super::*;
    use crate::{Edition, Shelf, Site, router};

    #[tokio::test]
    async fn who_comes_when_all_places_are_taken_is_asked_to_come_back() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../demo/week/");
        let read = |name: &str| std::fs::read(format!("{folder}{name}")).ok().map(Into::into);
        let records = festoon_exchange::week_folder::read(&read).expect("the sample week is whole");
        let guide = Guide::of(Frozen::of(records), Imprint::unreleased(Origin::default()));
        let site = Arc::new(Site::new(|| Timestamp::UNIX_EPOCH));
        let slug = guide.programme().week.slug.clone();
        site.show(Shelf::default().with(Edition::new(&guide, HashSet::new())).turned_to(&slug));

        let all = site.easel.places.available_permits();
        let taken =
            site.easel.places.try_acquire_many(u32::try_from(all).expect("few")).expect("all are free");
        let ask = async |address: &str| {
            let request = Request::get(address).body(Body::empty()).expect("a request");
            router(Arc::clone(&site)).oneshot(request).await.expect("the router always answers")
        };
        let busy = ask("/cards/week/week.png?lang=en").await;
        assert_eq!(busy.status(), StatusCode::SERVICE_UNAVAILABLE);
        assert!(busy.headers().contains_key("retry-after"));
        drop(taken);
        assert_eq!(ask("/cards/week/week.png?lang=en").await.status(), StatusCode::OK);
        assert_eq!(site.easel.places.available_permits(), all);
    }
}
