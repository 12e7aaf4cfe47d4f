//! iCalendar: one file a language, for phones, Outlook and programme apps to subscribe to.
//!
//! Byte rules are RFC 5545's (CR LF, 75 octets, no character cut), the rest is what the stricter clients want: every event
//! has a place and an end, zones are defined beside their name, old twins of new properties stand beside them.
//! An occurrence stays whole, however long: a calendar holds long ones.
//! What changed since the feed before gets a higher SEQUENCE, what is gone stays as cancelled ([`Previous`]); whatever did
//! not change keeps its stamps, so that an unchanged programme gives the same bytes.
//! Notices stand at the head and as events of their own that nobody is busy with, because most calendars show no heads.
//! SOURCE only stands where it is known at which address the file will lie.
//! Absent: people as ATTENDEE, which a published calendar may not have (RFC 5546), so they stand in the description. Why no library writes this: docs/decisions/icalendar.md.

mod content;
mod event;
mod head;
mod notice;
mod previous;
mod zone;

pub use previous::Previous;

use std::collections::HashSet;

use festoon_domain::programme::Programme;

use self::event::Writer;
use self::previous::{Known, Stamps};
use self::zone::Clock;
use super::account::STAND_IN_HOST;
use super::only::Picked;
use super::{Asked, Loss, Losses, Unwritable};

pub(super) fn write(
    programme: &Programme,
    asked: &Asked,
    losses: &mut Losses,
) -> Result<Vec<u8>, Unwritable> {
    let clock = Clock::of(&programme.week.zone);
    let host = host(asked, losses);
    let issue = Stamps::of(asked.issue);
    let nothing = Previous::default();
    let previous = asked.previous.as_ref().unwrap_or(&nothing);

    let head = head::lines(programme, asked, &clock, host, losses);
    if asked.previous.as_ref().is_some_and(|previous| !previous.precedes(&head)) {
        return Err(Unwritable::OtherCalendar);
    }

    let writer = Writer::new(programme, asked, &clock, losses);
    let mut told: Vec<Known> = Vec::new();
    let mut guids = HashSet::new();
    let picked = Picked::of(programme, asked);
    for (id, occurrence) in programme.each_occurrence().filter(|(id, _)| picked.takes(*id)) {
        guids.insert(occurrence.guid);
        let before = previous.event(occurrence.guid);
        // Whoever subscribed knows the event by the UID it came with, whatever the guide is called since.
        let uid =
            before.map_or_else(|| format!("{}@{host}", occurrence.guid), |known| known.uid().to_owned());
        let Some(lines) = writer.lines(id, &uid, losses) else { continue };
        told.push(Known::told(lines, before, &issue));
    }
    told.extend(previous.gone(&guids).map(|known| known.called_off(&clock, &issue)));
    told.sort_by(|a, b| a.order().cmp(&b.order()));

    let notices: Vec<Known> =
        asked.notices.iter().map(|one| notice::event(one, programme, asked, &clock, host, losses)).collect();
    let changed = previous.changed(&head, &told);
    let modified = if changed { &issue.modified } else { previous.modified().unwrap_or(&issue.modified) };
    let posted = asked.notices.iter().map(|notice| zone::utc(notice.posted)).max();
    // Stamps of one form are in the order of their letters.
    let modified = posted.as_ref().map_or(modified, |posted| posted.max(modified));
    let mut file = content::File::default();
    file.line("BEGIN:VCALENDAR");
    for line in &head {
        file.line(line);
    }
    file.line(&content::value("LAST-MODIFIED", modified));
    for line in clock.definition(told.iter().filter_map(Known::start), asked.issue.at) {
        file.line(&line);
    }
    for event in notices.iter().chain(&told) {
        event.write(&mut file);
    }
    file.line("END:VCALENDAR");
    Ok(file.into_bytes())
}

/// The host by which identifiers are unlike everybody else's.
fn host<'a>(asked: &'a Asked, losses: &mut Losses) -> &'a str {
    let Some(site) = &asked.site else {
        losses.note(Loss::NoSite, "");
        return STAND_IN_HOST;
    };
    let behind = site.base.split_once("://").map_or(site.base.as_str(), |(_, behind)| behind);
    let host = behind.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.rsplit('@').next().unwrap_or_default().split(':').next().unwrap_or_default();
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-');
    if !host.is_empty() && host.bytes().all(is_plain) { host } else { STAND_IN_HOST }
}

#[cfg(test)]
mod tests;
