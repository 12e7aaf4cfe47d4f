//! What a file says of a session beside its own words: its track, its page, and the week it belongs to.
//!
//! Every format asks here, so that one session has one track and one address wherever it is written.
//! Addresses leave in the letters of RFC 3986 alone: schemas check them, and some apps die of others.
//! What is no address of the web is left out, not mended.

use std::net::Ipv6Addr;

use festoon_domain::programme::{Person, Programme, Reference, Session};
use festoon_domain::text::Lang;
use festoon_domain::week::Provenance;
use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};

use super::words::{line, shown};
use super::{Asked, Loss, Losses, Page};

/// What stands for the guide's address where none was said; the name is reserved and never resolves (RFC 2606).
pub(crate) const STAND_IN: &str = "https://festoon.invalid/";
/// Its host alone, for identifiers.
pub(crate) const STAND_IN_HOST: &str = "festoon.invalid";

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
    known_page(asked, session).unwrap_or_else(|| stand_in(Page::Session(&session.key), losses))
}

/// The same for formats that can do without an address.
pub(crate) fn known_page(asked: &Asked, session: &Session) -> Option<String> {
    session.link.as_deref().and_then(web).or_else(|| asked.address(Page::Session(&session.key)))
}

/// An address for a page that has none, unlike all others.
pub(crate) fn stand_in(page: Page<'_>, losses: &mut Losses) -> String {
    losses.note(Loss::NoSite, "");
    let segment = |key| utf8_percent_encode(key, &SEGMENT);
    match page {
        Page::Week => STAND_IN.into(),
        Page::Activity(key) => format!("{STAND_IN}activity/{}", segment(key)),
        Page::Session(key) => format!("{STAND_IN}session/{}", segment(key)),
        Page::Day(date) => format!("{STAND_IN}day/{date}"),
        Page::Venue(key) => format!("{STAND_IN}venue/{}", segment(key)),
        Page::Person(key) => format!("{STAND_IN}person/{}", segment(key)),
    }
}

/// What the whole is called; where sessions are invented, it says so in every app that shows the name.
pub(crate) fn title_of_week(programme: &Programme, lang: Lang, losses: &mut Losses) -> String {
    let title = line(&shown(&programme.week.title, lang, losses));
    let is_sample = programme.sessions.iter().any(|session| session.provenance == Provenance::Sample);
    match (lang, title.as_str()) {
        (Lang::Zh, "") => "日程".into(),
        (Lang::En, "") => "Programme".into(),
        (Lang::Zh, _) if is_sample => format!("{title}（示例）"),
        (Lang::En, _) if is_sample => format!("{title} (sample)"),
        _ => title,
    }
}

/// What everybody must read at once, one notice a line; nothing where nothing stands.
pub(crate) fn notices(asked: &Asked, losses: &mut Losses) -> Option<String> {
    let label = notice_label(asked.lang);
    let said = |text| line(&shown(text, asked.lang, losses));
    let lines: Vec<String> = asked.notices.iter().map(|notice| &notice.text).map(said).collect();
    let lines: Vec<String> = lines.into_iter().map(|words| format!("{label}{words}")).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// What stands in front of a notice, so that nobody takes it for an item of the programme.
pub(crate) const fn notice_label(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "紧急通知：",
        Lang::En => "Notice: ",
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
    stand_in(Page::Week, losses)
}

/// Who somebody is: as they say themselves, else by what they are and where; empty where nobody said.
pub(crate) fn introduction(person: &Person, lang: Lang, losses: &mut Losses) -> String {
    let biography = shown(&person.biography, lang, losses);
    if !biography.is_empty() {
        return biography;
    }
    let organisation = line(&shown(&person.organisation, lang, losses));
    let position = line(&shown(&person.position, lang, losses));
    match lang {
        _ if organisation.is_empty() => position,
        _ if position.is_empty() => organisation,
        Lang::Zh => format!("{organisation}{position}"),
        Lang::En => format!("{position}, {organisation}"),
    }
}

/// What a reference leads to, as far as its title or its address says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lead {
    Slides,
    Recording,
    Other,
}

/// Formats have places of their own for slides and recordings.
pub(crate) fn lead(reference: &Reference) -> Lead {
    const SLIDES: [&str; 5] = ["slides", "presentation", "幻灯", "演示文稿", "课件"];
    const RECORDINGS: [&str; 5] = ["recording", "video", "录像", "视频", "回放"];
    let title = reference.title.to_lowercase();
    let path = reference.address.split(['?', '#']).next().unwrap_or_default();
    let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    let names = |words: [&str; 5]| words.iter().any(|word| title.contains(word));
    if matches!(ending.as_str(), "ppt" | "pptx" | "odp" | "key") || names(SLIDES) {
        Lead::Slides
    } else if matches!(ending.as_str(), "mp4" | "webm" | "mkv" | "mov") || names(RECORDINGS) {
        Lead::Recording
    } else {
        Lead::Other
    }
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
    let (name, port) =
        if let Some((numbers, port)) = host.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            (format!("[{}]", numbers.parse::<Ipv6Addr>().ok()?), port)
        } else {
            let (name, port) = host.split_at(host.find(':').unwrap_or(host.len()));
            (escaped(name), port)
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
    let mut written = utf8_percent_encode(parts.next().unwrap_or_default(), &UNFIT).to_string();
    for part in parts {
        let escapes = part.len() >= 2 && part.bytes().take(2).all(|byte| byte.is_ascii_hexdigit());
        written.push_str(if escapes { "%" } else { "%25" });
        written.extend(utf8_percent_encode(part, &UNFIT));
    }
    written
}

#[cfg(test)]
mod tests;
