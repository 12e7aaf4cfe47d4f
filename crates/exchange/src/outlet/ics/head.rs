//! What stands before the events: whose calendar it is and how often to look at it again.

use festoon_domain::programme::Programme;
use festoon_domain::text::{Lang, Text};

use super::content;
use super::zone::Clock;
use crate::assembly::identity::derive;
use crate::outlet::{Asked, Losses, Page, account, words};
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
    let identity = derive(&["calendar", &week.slug, lang.code()]);
    let mut lines = vec![
        content::value("VERSION", "2.0"),
        content::value("PRODID", &format!("{PRODUCT}{maker}")),
        content::value("CALSCALE", "GREGORIAN"),
        content::value("METHOD", "PUBLISH"),
        content::value("UID", &format!("{identity}@{host}")),
    ];
    let title = Text::single(&account::title_of_week(programme, lang, losses));
    twins(&mut lines, ["NAME", "X-WR-CALNAME"], &title, lang, losses);
    twins(&mut lines, ["DESCRIPTION", "X-WR-CALDESC"], &week.theme, lang, losses);
    if let Some(address) = asked.address(Page::Week) {
        lines.push(content::address("URL", &address));
    }
    lines.extend([
        content::value("REFRESH-INTERVAL;VALUE=DURATION", "PT1H"),
        content::value("X-PUBLISHED-TTL", "PT1H"),
        content::value("X-WR-TIMEZONE", clock.name()),
    ]);
    lines
}

/// A text under the name RFC 7986 has for it, and under the older one.
fn twins(lines: &mut Vec<String>, [new, old]: [&str; 2], text: &Text, lang: Lang, losses: &mut Losses) {
    let written = text.shown(lang).1;
    let words = words::line(&words::shown(text, lang, losses));
    if !words.is_empty() {
        lines.push(content::text(new, written, &words));
        lines.push(content::value(old, &content::escape(&words)));
    }
}
