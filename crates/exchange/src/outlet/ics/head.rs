//! What stands before the events: whose calendar it is and how often to look at it again.

use festoon_domain::programme::Programme;
use festoon_domain::text::{Lang, Text};

use super::content;
use super::zone::Clock;
use crate::assembly::identity::derive;
use crate::outlet::{Asked, Losses, Only, account, words};
use crate::schedule::ics::PRODUCT;

/// The properties of the calendar, without the time of its last change.
pub(super) fn lines(
    programme: &Programme,
    asked: &Asked,
    clock: &Clock,
    host: &str,
    losses: &mut Losses,
) -> Vec<String> {
    let week = &programme.week;
    let lang = asked.lang;
    let maker = match lang {
        Lang::Zh => "ZH",
        Lang::En => "EN",
    };
    let only = asked.only.as_ref().unwrap_or(&Only::Everything);
    let part = only.identity(programme);
    let mut identity = vec!["calendar", &week.slug, lang.code()];
    identity.extend(part.iter().flatten().map(String::as_str));
    let identity = derive(&identity);
    let mut lines = vec![
        content::value("VERSION", "2.0"),
        content::value("PRODID", &format!("{PRODUCT}{maker}")),
        content::value("CALSCALE", "GREGORIAN"),
        content::value("METHOD", "PUBLISH"),
        content::value("UID", &format!("{identity}@{host}")),
    ];
    let title = account::title_of_week(programme, lang, losses);
    // In a list of subscriptions the beginning of a name is what is seen.
    let title = only.title(programme, lang, losses).map_or(title.clone(), |part| format!("{part} · {title}"));
    twins(&mut lines, ["NAME", "X-WR-CALNAME"], &title, Text::single(&title).shown(lang).1);
    let notices = account::notices(asked, losses).unwrap_or_default();
    let theme = words::line(&words::shown(&week.theme, lang, losses));
    let (about, written) = if notices.is_empty() {
        (theme, week.theme.shown(lang).1)
    } else {
        (format!("{notices}\n\n{theme}").trim_end().to_owned(), lang)
    };
    twins(&mut lines, ["DESCRIPTION", "X-WR-CALDESC"], &about, written);
    if let Some(address) = asked.address(only.page(programme)) {
        lines.push(content::address("URL", &address));
    }
    if let Some(source) = &asked.source {
        lines.push(content::address("SOURCE;VALUE=URI", source));
    }
    lines.extend([
        content::value("REFRESH-INTERVAL;VALUE=DURATION", "PT1H"),
        content::value("X-PUBLISHED-TTL", "PT1H"),
        content::value("X-WR-TIMEZONE", clock.name()),
    ]);
    lines
}

/// Words under the name RFC 7986 has for them, and under the older one.
fn twins(lines: &mut Vec<String>, [new, old]: [&str; 2], words: &str, written: Lang) {
    if !words.is_empty() {
        lines.push(content::text(new, written, words));
        lines.push(content::value(old, &content::escape(words)));
    }
}
