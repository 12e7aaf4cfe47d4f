//! A visitor publishes a copy of their plan.

use axum::extract::{Path, Request, State};
use axum::http::HeaderValue;
use axum::http::header::RETRY_AFTER;
use axum::response::Response;
use festoon_app::Failure;
use festoon_app::plans::{self, Asked, MOST_CHOSEN, PlanRefusal, Until};
use festoon_domain::text::Lang;
use festoon_guide::pages::error::Trouble;
use festoon_guide::pages::plan_copy::PlanTrouble;
use festoon_guide::url;

use super::allowance::{Wait, Whose};
use super::asker::Asker;
use super::{Memory, failed, form, lead_on, origin, secret};
use crate::chooser::preferred;
use crate::errors;
use crate::public::{Here, Named};

#[derive(Debug, serde::Deserialize)]
struct PublishForm {
    /// Separated by commas or blanks.
    #[serde(default)]
    numbers: String,
    #[serde(default)]
    lang: String,
    #[serde(default)]
    until: String,
}

/// A visitor publishes a copy of their plan, and is led to the page about it.
pub(crate) async fn publish(State(site): Here, Path(named): Path<Named>, request: Request) -> Response {
    let shelf = site.shelf();
    let week = named.week.as_deref();
    let Some(lang) = Lang::from_code(&named.lang) else {
        return errors::page(shelf.around(week), preferred(request.headers()), Trouble::NotFound);
    };
    let guide = match shelf.open(week) {
        Ok(open) => open.guide.clone(),
        Err(trouble) => return errors::page(shelf.around(week), lang, trouble),
    };
    let trouble = |trouble| errors::page(Some(&guide), lang, trouble);
    let origin = origin(&guide, request.headers());
    let by = Asker::of(request.extensions(), request.headers(), site.plans.proxies);
    let asked = match form(request).await.and_then(|form| asked(&form, lang)) {
        Ok(asked) => asked,
        Err(why) => return trouble(why),
    };
    let now = (site.clock)();
    let admission = match site.plans.allowance.admit(now, by) {
        Ok(admission) => admission,
        Err(Wait { whose, seconds }) => {
            let why = if whose == Whose::Own { PlanTrouble::Share } else { PlanTrouble::Busy };
            let mut response = trouble(Trouble::Plan(why));
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
            return response;
        }
    };

    let of = guide.clone();
    let asking =
        site.plans.ask(move |Memory { store, chance }| plans::publish(&store, now, &*chance, &of, &asked));
    let published = match asking.await {
        Ok(Ok(published)) => published,
        Ok(Err(failure)) => return trouble(refused(failure)),
        Err(why) => return trouble(why),
    };

    admission.counts();
    let mut response = lead_on(&url::in_lang(&url::plan_copy_page(&published.key), lang));
    let times = (now, published.expires);
    secret::hand_out(response.headers_mut(), &published.key, &published.secret, times, &origin);
    response
}

/// What a form says; a number that is none is no mistake of a person's.
fn asked(form: &PublishForm, page: Lang) -> Result<Asked, Trouble> {
    let numbers = form.numbers.split(['.', ',', ' ']).filter(|number| !number.is_empty());
    let numbers: Result<Vec<u32>, _> = numbers.take(MOST_CHOSEN + 1).map(str::parse).collect();
    Ok(Asked {
        numbers: numbers.map_err(|_| Trouble::Form)?,
        lang: if form.lang.is_empty() { Some(page) } else { Lang::from_code(&form.lang) }
            .ok_or(Trouble::Form)?,
        until: if form.until.is_empty() { Some(Until::AfterTheWeek) } else { Until::from_word(&form.until) }
            .ok_or(Trouble::Form)?,
    })
}

fn refused(failure: Failure<PlanRefusal>) -> Trouble {
    match failure {
        Failure::Refused(PlanRefusal::Nothing) => Trouble::Plan(PlanTrouble::Nothing),
        Failure::Refused(PlanRefusal::TooMany) => Trouble::Plan(PlanTrouble::TooMany),
        Failure::Refused(PlanRefusal::Unknown(_)) => Trouble::Plan(PlanTrouble::Unknown),
        Failure::Refused(PlanRefusal::Full) => {
            tracing::warn!("a week has no room for another published plan");
            Trouble::Plan(PlanTrouble::Full)
        }
        Failure::Refused(PlanRefusal::NoChance) => {
            tracing::error!("this machine gives no random bytes");
            Trouble::Ours
        }
        Failure::Store(error) => failed(&error),
    }
}
