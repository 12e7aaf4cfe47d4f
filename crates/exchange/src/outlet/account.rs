//! What a file says of a session beside its own words: its track, its page, and the week it belongs to.
//!
//! Every format asks here, so that one session has one track and one address wherever it is written.
//! Addresses leave in the letters of RFC 3986 alone: schemas check them, and some apps die of others.
//! What is no address of the web is left out, not mended.

use std::net::Ipv6Addr;

use festoon_domain::programme::{Programme, Session};
use festoon_domain::text::Lang;
use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};

use super::words::{line, shown};
use super::{Asked, Loss, Losses, Page};

/// What stands for the guide's address where none was said; the name is reserved and never resolves (RFC 2606).
pub(crate) const STAND_IN: &str = "https://festoon.invalid/";

/// The track of a session: its part, behind its activity where the part belongs to one; empty where neither is known.
pub(crate) fn track(programme: &Programme, session: &Session, lang: Lang, losses: &mut Losses) -> String {
    let part = session.part.map(|part| &programme[part]);
    let activity = match part {
        Some(part) => part.activity,
        None => session.activity,
    };
    let activity = activity.map(|activity| line(&shown(&programme[activity].title, lang, losses)));
    let part = part.map(|part| line(&shown(&part.title, lang, losses)));
    match (activity.unwrap_or_default(), part.unwrap_or_default()) {
        (activity, part) if activity.is_empty() || activity == part => part,
        (activity, part) if part.is_empty() => activity,
        (activity, part) => format!("{activity} · {part}"),
    }
}

/// Where more about a session is: its host's own page, else the guide's, else an address that stands for it.
pub(crate) fn page(asked: &Asked, session: &Session, losses: &mut Losses) -> String {
    if let Some(link) = session.link.as_deref().and_then(web) {
        return link;
    }
    if let Some(address) = asked.address(Page::Session(&session.key)) {
        return address;
    }
    losses.note(Loss::NoSite, "");
    format!("{STAND_IN}session/{}", utf8_percent_encode(&session.key, &SEGMENT))
}

/// What the whole is called.
pub(crate) fn title_of_week(programme: &Programme, lang: Lang, losses: &mut Losses) -> String {
    let title = line(&shown(&programme.week.title, lang, losses));
    if !title.is_empty() {
        return title;
    }
    match lang {
        Lang::Zh => "日程".into(),
        Lang::En => "Programme".into(),
    }
}

/// Where the whole is published: as it was said, else as the week itself says, else an address that stands for it.
pub(crate) fn base_url(programme: &Programme, asked: &Asked, losses: &mut Losses) -> String {
    if let Some(site) = &asked.site {
        return format!("{}/", site.base);
    }
    if let Some(site) = programme.week.site.as_deref().and_then(web) {
        return site;
    }
    losses.note(Loss::NoSite, "");
    STAND_IN.into()
}

/// Whether an address only stands for one that nobody has said.
pub(crate) fn is_stand_in(address: &str) -> bool {
    address
        .strip_prefix(STAND_IN.trim_end_matches('/'))
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// An http(s) address in the letters that may stand in one; the others are escaped. Nothing for what is no address.
pub(crate) fn web(address: &str) -> Option<String> {
    let (scheme, rest) = address.trim().split_once("://")?;
    let scheme = scheme.to_ascii_lowercase();
    if !matches!(scheme.as_str(), "http" | "https") {
        return None;
    }

    let (authority, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let (path, fragment) =
        path.split_once('#').map_or((path, None), |(path, fragment)| (path, Some(fragment)));
    let mut written = format!("{scheme}://{}{}", host(authority)?, escaped(path));
    if let Some(fragment) = fragment {
        written.push('#');
        written.push_str(&escaped(fragment));
    }
    Some(written)
}

/// A host, perhaps with a port and somebody's name in front.
fn host(authority: &str) -> Option<String> {
    let (user, host) =
        authority.rsplit_once('@').map_or((None, authority), |(user, host)| (Some(user), host));
    let (name, port) = match host.strip_prefix('[').and_then(|host| host.split_once(']')) {
        Some((numbers, port)) => (format!("[{}]", numbers.parse::<Ipv6Addr>().ok()?), port),
        None => {
            let (name, port) = host.split_at(host.find(':').unwrap_or(host.len()));
            (escaped(name), port)
        }
    };
    let port_fits = port.is_empty() || port.strip_prefix(':')?.bytes().all(|byte| byte.is_ascii_digit());
    if name.is_empty() || !port_fits {
        return None;
    }
    let user = user.map(|user| format!("{}@", escaped(user))).unwrap_or_default();
    Some(format!("{user}{name}{port}"))
}

/// What RFC 3986 never lets stand as it is; letters beyond ASCII go without saying.
const UNFIT: AsciiSet = CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'<')
    .add(b'>')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// What does not stand in one step of a path.
const SEGMENT: AsciiSet = NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// What was escaped already stays so; a percent sign that escapes nothing is escaped itself.
fn escaped(words: &str) -> String {
    let mut parts = words.split('%');
    let mut escaped = utf8_percent_encode(parts.next().unwrap_or_default(), &UNFIT).to_string();
    for part in parts {
        let escapes = part.len() >= 2 && part.bytes().take(2).all(|byte| byte.is_ascii_hexdigit());
        escaped.push_str(if escapes { "%" } else { "%25" });
        escaped.extend(utf8_percent_encode(part, &UNFIT));
    }
    escaped
}

#[cfg(test)]
mod tests;
