//! A visitor takes a copy back, and is led to the page that says that it is gone.

use askama::Template as _;
use axum::extract::{Path, Request, State};
use axum::response::Response;
use festoon_app::plans::{self, Found};
use festoon_domain::text::Lang;
use festoon_guide::pages::error::Trouble;
use festoon_guide::pages::plan_copy::{DeletedPage, PlanTrouble};
use festoon_guide::url;

use super::reading::lang_of;
use super::{Memory, failed, form, is_key, lead_on, secret, told};
use crate::chooser::preferred;
use crate::errors;
use crate::public::Here;

#[derive(Debug, serde::Deserialize)]
struct DeleteForm {
    #[serde(default)]
    secret: String,
    #[serde(default)]
    lang: String,
}

/// A visitor takes a copy back.
pub(crate) async fn delete(State(site): Here, Path(key): Path<String>, request: Request) -> Response {
    let shelf = site.shelf();
    let guide = shelf.around(None);
    let preferred = preferred(request.headers());
    let origin = guide.map(|guide| super::origin(guide, request.headers())).unwrap_or_default();
    let form: DeleteForm = match form(request).await {
        Ok(form) => form,
        Err(trouble) => return errors::page(guide, preferred, trouble),
    };
    let lang = Lang::from_code(&form.lang).unwrap_or(preferred);
    if !is_key(&key) || !is_key(&form.secret) {
        return errors::page(guide, lang, Trouble::Plan(PlanTrouble::Gone));
    }

    let doomed = key.clone();
    let asking = site.plans.ask(move |Memory { store, .. }| plans::delete(&store, &doomed, &form.secret));
    match asking.await {
        Ok(Ok(true)) => {
            let mut response = lead_on(&url::in_lang(&url::plan_copy_deletion(&key), lang));
            secret::take_back(response.headers_mut(), &key, &origin);
            response
        }
        Ok(Ok(false)) => errors::page(guide, lang, Trouble::Plan(PlanTrouble::Gone)),
        Ok(Err(error)) => errors::page(guide, lang, failed(&error)),
        Err(trouble) => errors::page(guide, lang, trouble),
    }
}

/// A visitor reads that a copy is gone. Of one that is there they are told that instead.
pub(crate) async fn deleted(State(site): Here, Path(key): Path<String>, request: Request) -> Response {
    let (shelf, lang, now) = (site.shelf(), lang_of(&request), (site.clock)());
    let guide = shelf.around(None);
    if !is_key(&key) {
        return errors::page(guide, lang, Trouble::Plan(PlanTrouble::Gone));
    }
    let looked_up = key.clone();
    let asking = site.plans.ask(move |Memory { store, .. }| plans::copy(&store, now, &looked_up));
    match asking.await {
        Ok(Ok(Found::Copy(_))) => lead_on(&url::in_lang(&url::plan_copy_page(&key), lang)),
        Ok(Ok(Found::Over | Found::Nothing)) => {
            let page = DeletedPage::new(guide, lang).render().expect("writing to a string cannot fail");
            told(page, lang)
        }
        Ok(Err(error)) => errors::page(guide, lang, failed(&error)),
        Err(trouble) => errors::page(guide, lang, trouble),
    }
}
