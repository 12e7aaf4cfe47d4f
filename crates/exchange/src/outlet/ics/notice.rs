//! A notice as an event: from when it was posted until it ends, in nobody's way.
//!
//! It is named by its week and its number, which are never given twice, and never changes, so its stamps are its own.

use festoon_domain::notice::Notice;
use festoon_domain::programme::Programme;
use festoon_domain::text::Lang;
use jiff::SignedDuration;

use super::content;
use super::previous::{Known, Stamps};
use super::zone::Clock;
use crate::assembly::identity::derive;
use crate::outlet::{Asked, Issue, Losses, Page, account, words};

/// How long a notice is shown whose author did not say when it ends.
const A_DAY: SignedDuration = SignedDuration::from_hours(24);

pub(super) fn event(
    notice: &Notice,
    programme: &Programme,
    asked: &Asked,
    clock: &Clock,
    host: &str,
    losses: &mut Losses,
) -> Known {
    let lang = asked.lang;
    let posted = notice.posted;
    let ends = notice.ends.filter(|ends| *ends > posted);
    let ends = ends.or_else(|| posted.checked_add(A_DAY).ok()).unwrap_or(posted);
    let guid = derive(&["notice", &programme.week.slug, &notice.number.to_string()]);
    let text = words::shown(&notice.text, lang, losses);
    let written = notice.text.shown(lang).1;
    let summary = format!("{}{}", account::notice_label(lang), words::line(&text));

    let mut lines = vec![
        content::value("UID", &format!("{guid}@{host}")),
        clock.moment("DTSTART", posted),
        clock.moment("DTEND", ends),
        content::text("SUMMARY", written, &summary),
        content::value("STATUS", "CONFIRMED"),
        // Some apps drop an event without a place.
        content::text("LOCATION", lang, everywhere(lang)),
        content::text("DESCRIPTION", written, &text),
    ];
    lines.extend(asked.address(Page::Week).map(|page| content::address("URL", &page)));
    lines.extend([content::value("CLASS", "PUBLIC"), content::value("TRANSP", "TRANSPARENT")]);
    Known::told(lines, None, &Stamps::of(Issue { number: notice.number, at: posted }))
}

const fn everywhere(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "所有场馆",
        Lang::En => "All venues",
    }
}
