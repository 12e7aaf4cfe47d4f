//! Which session, when and where somebody means: by key, or by what is printed in the programme.

use festoon_domain::programme::{OccurrenceId, Programme};
use festoon_domain::text::{Lang, Text};
use festoon_domain::venue::RoomId;
use jiff::Timestamp;
use jiff::civil::DateTime;

use crate::complaint::Complaint;
use crate::language::both;

/// The session, the instant and the hall; its own hall where none is said.
pub(super) fn place(
    programme: &Programme,
    session: &str,
    at: DateTime,
    room: Option<&str>,
) -> Result<(OccurrenceId, Timestamp, RoomId), Vec<Complaint>> {
    let mut complaints = Vec::new();
    let mut keep = |complaint| complaints.push(complaint);
    let session = occurrence(programme, session).map_err(&mut keep).ok();
    let room = match (room, session) {
        (Some(room), _) => hall(programme, room).map_err(&mut keep).ok(),
        (None, Some(session)) => own_hall(programme, session).map_err(&mut keep).ok(),
        (None, None) => None,
    };
    let at = programme.week.zone.to_timestamp(at).map_err(|_| keep(out_of_time(at))).ok();
    match (session, at, room) {
        (Some(session), Some(at), Some(room)) => Ok((session, at, room)),
        _ => Err(complaints),
    }
}

fn occurrence(programme: &Programme, word: &str) -> Result<OccurrenceId, Complaint> {
    let is_meant = |id: OccurrenceId| {
        let (one, session) = (&programme[id], programme.session_of(id));
        one.slug.as_deref() == Some(word)
            || one.guid.to_string() == word
            || session.key == word
            || is_called(&session.title, word)
    };
    let found: Vec<OccurrenceId> =
        programme.each_occurrence().map(|(id, _)| id).filter(|id| is_meant(*id)).collect();
    match found[..] {
        [id] => Ok(id),
        [] => {
            let sentence = both(
                format!("没有叫「{word}」的场次。请写它的 slug、guid、key 或标题。"),
                format!("no session is called “{word}”. Give its slug, guid, key or title."),
            );
            Err(Complaint::about("--why-not", sentence))
        }
        _ => {
            let guids: Vec<String> = found.iter().map(|id| programme[*id].guid.to_string()).collect();
            let guids = guids.join(", ");
            let sentence = both(
                format!("「{word}」不止一场。请写其中一场的 guid：{guids}"),
                format!("“{word}” is several. Give the guid of one: {guids}"),
            );
            Err(Complaint::about("--why-not", sentence))
        }
    }
}

fn hall(programme: &Programme, word: &str) -> Result<RoomId, Complaint> {
    let found: Vec<usize> = (0..programme.rooms.len())
        .filter(|at| programme.rooms[*at].key == word || is_called(&programme.rooms[*at].name, word))
        .collect();
    let [at] = found[..] else {
        let sentence = match found.len() {
            0 => both(
                format!("没有叫「{word}」的会场。请写会场的 key（rooms.csv）或全名。"),
                format!("no room is called “{word}”. Give its key (rooms.csv) or its whole name."),
            ),
            many => both(
                format!("叫「{word}」的会场有 {many} 个。请写其中一个的 key（rooms.csv）。"),
                format!("{many} rooms are called “{word}”. Give the key (rooms.csv) of one."),
            ),
        };
        return Err(Complaint::about("--room", sentence));
    };
    Ok(RoomId(u32::try_from(at).expect("no week has four thousand million rooms")))
}

fn own_hall(programme: &Programme, id: OccurrenceId) -> Result<RoomId, Complaint> {
    programme[id].room().ok_or_else(|| {
        let sentence = both(
            "这一场还没有定会场。请用 --room 写明会场。",
            "it has no room yet. Say which one with --room.",
        );
        Complaint::about("--why-not", sentence)
    })
}

/// A rule that is none of those there are.
pub(super) fn no_rule(word: &str, known: &[&str]) -> Complaint {
    let sentence = both(
        format!("没有叫「{word}」的规则。规则有：all、{}。", known.join("、")),
        format!("no rule is called “{word}”. The rules are all, {}.", known.join(", ")),
    );
    Complaint::about("--rule", sentence)
}

fn is_called(text: &Text, word: &str) -> bool {
    [Lang::Zh, Lang::En].into_iter().any(|lang| text.wording(lang) == word)
}

fn out_of_time(at: DateTime) -> Complaint {
    let sentence = both(
        format!("{at} 不在能计算的时间里。请写一个如 2021-06-22 10:00 的时间。"),
        format!("{at} is beyond all time. Give one as 2021-06-22 10:00."),
    );
    Complaint::about("--at", sentence)
}
