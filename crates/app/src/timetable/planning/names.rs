//! The names files use for what a programme has, and what is said where one names nothing or contradicts another.

use std::collections::HashMap;

use festoon_domain::programme::{HostId, OccurrenceId, PersonId, Programme, Spot};
use festoon_domain::text::Lang;
use festoon_domain::venue::{RoomId, VenueId};
use festoon_exchange::planner::Planner;
use festoon_exchange::{Reason, Refusal, Right};

use super::number;

/// Sessions by slug, guid and key; the other tables are short enough to be walked.
pub(super) struct Names<'a> {
    pub(super) programme: &'a Programme,
    pub(super) planner: &'a Planner,
    pub(super) sessions: HashMap<String, Vec<OccurrenceId>>,
}

impl<'a> Names<'a> {
    /// What the names in files stand for.
    pub(super) fn of(programme: &'a Programme, planner: &'a Planner) -> Self {
        let mut sessions: HashMap<String, Vec<OccurrenceId>> = HashMap::new();
        for (id, occurrence) in programme.each_occurrence() {
            let key = programme[occurrence.session].key.clone();
            let words = [Some(key), occurrence.slug.clone(), Some(occurrence.guid.to_string())];
            for word in words.into_iter().flatten() {
                let of = sessions.entry(word).or_default();
                if of.last() != Some(&id) {
                    of.push(id);
                }
            }
        }
        Self { programme, planner, sessions }
    }

    pub(super) fn room(&self, key: &str) -> Result<RoomId, Refusal> {
        let keys = self.programme.rooms.iter().map(|room| room.key.as_str());
        self.place("rooms.csv", key, keys).map(RoomId)
    }

    pub(super) fn venue(&self, key: &str) -> Result<VenueId, Refusal> {
        let keys = self.programme.venues.iter().map(|venue| venue.key.as_str());
        self.place("venues.csv", key, keys).map(VenueId)
    }

    pub(super) fn person(&self, key: &str) -> Result<PersonId, Refusal> {
        let keys = self.programme.people.iter().map(|person| person.key.as_str());
        self.place("people.csv", key, keys).map(PersonId)
    }

    pub(super) fn host(&self, key: &str) -> Result<HostId, Refusal> {
        let keys = self.programme.hosts.iter().map(|host| host.key.as_str());
        self.place("hosts.csv", key, keys).map(HostId)
    }

    fn place<'k>(
        &self,
        table: &str,
        key: &str,
        mut keys: impl Iterator<Item = &'k str>,
    ) -> Result<u32, Refusal> {
        let place = keys.position(|known| known == key).map(number);
        place.ok_or_else(|| unknown(self.planner, key, table))
    }
}

impl Names<'_> {
    /// One occurrence by its slug or guid, all of a session by its key.
    pub(super) fn sessions(&self, word: &str) -> Result<Vec<OccurrenceId>, Refusal> {
        let found = self.sessions.get(word).cloned();
        found.ok_or_else(|| unknown(self.planner, word, "sessions.csv"))
    }
}

fn refusal(planner: &Planner, zh: String, en: String) -> Refusal {
    Refusal { file: planner.file.clone(), spot: Spot::Whole, reason: Reason::Malformed(Right::new(zh, en)) }
}

pub(super) fn unknown(planner: &Planner, word: &str, table: &str) -> Refusal {
    refusal(
        planner,
        format!("没有叫「{word}」的，请用 {table} 里的 key；场次也可以用 slug 或 guid。"),
        format!("nothing is called “{word}”; use a key of {table}, or a session’s slug or guid."),
    )
}

pub(super) fn several(planner: &Planner, word: &str, times: usize) -> Refusal {
    refusal(
        planner,
        format!("「{word}」有 {times} 场。要定到某个时间或会场，请用其中一场的 slug 或 guid。"),
        format!("“{word}” takes place {times} times. To pin one to a time or a room, use its slug or guid."),
    )
}

pub(super) fn beyond_time(planner: &Planner, at: jiff::civil::DateTime) -> Refusal {
    refusal(
        planner,
        format!("{at} 不在能计算的时间里。请写一个如 2021-06-22T10:00 的时间。"),
        format!("{at} is beyond all time. Give one as 2021-06-22T10:00."),
    )
}

fn title(programme: &Programme, id: OccurrenceId, lang: Lang) -> String {
    let session = programme.session_of(id);
    let title = session.title.read(lang);
    if title.is_empty() { session.key.clone() } else { title.to_owned() }
}

pub(super) fn pinned_twice(programme: &Programme, planner: &Planner, id: OccurrenceId) -> Refusal {
    refusal(
        planner,
        format!("「{}」定了两次，时间或会场不一样。请只留一处。", title(programme, id, Lang::Zh)),
        format!(
            "“{}” is pinned twice, to different times or rooms. Keep one.",
            title(programme, id, Lang::En)
        ),
    )
}

pub(super) fn pins_overlap(
    programme: &Programme,
    planner: &Planner,
    one: OccurrenceId,
    other: OccurrenceId,
) -> Refusal {
    let both = |lang| (title(programme, one, lang), title(programme, other, lang));
    let (zh, en) = (both(Lang::Zh), both(Lang::En));
    refusal(
        planner,
        format!("「{}」和「{}」都定在同一个会场的同一时间。请放开其中一个。", zh.0, zh.1),
        format!("“{}” and “{}” are pinned to one room at one time. Let one of them go.", en.0, en.1),
    )
}

pub(super) fn pinned_where_closed(programme: &Programme, planner: &Planner, id: OccurrenceId) -> Refusal {
    refusal(
        planner,
        format!("「{}」定在了会场不开放的时间，或时间不是整分钟。", title(programme, id, Lang::Zh)),
        format!("“{}” is pinned to a time at which its room is not open.", title(programme, id, Lang::En)),
    )
}

pub(super) fn circle(programme: &Programme, planner: &Planner, circle: &[OccurrenceId]) -> Refusal {
    let (first, rest) = (circle.first().copied(), circle.iter().skip(1).chain(circle.first()));
    let first = first.expect("a circle has somebody in it");
    let walk = |lang, between: &str, quotes: (&str, &str)| {
        let steps: Vec<String> = std::iter::once(&first)
            .chain(rest.clone())
            .map(|id| format!("{}{}{}", quotes.0, title(programme, *id, lang), quotes.1))
            .collect();
        steps.join(between)
    };
    refusal(
        planner,
        format!("先后顺序绕成了圈：{}。请去掉其中一条。", walk(Lang::Zh, "先于", ("「", "」"))),
        format!(
            "what comes before what is a circle: {}. Take one away.",
            walk(Lang::En, " before ", ("“", "”"))
        ),
    )
}

pub(super) fn too_many_days(planner: &Planner, entries: usize, days: usize) -> Refusal {
    refusal(
        planner,
        format!("要排的有 {entries} 场，分在 {days} 天，一次排不下。请按日期分几次排。"),
        format!("{entries} sessions on {days} days are too many for one plan. Plan some days at a time."),
    )
}

pub(super) fn too_large(planner: &Planner, entries: usize, blocks: usize) -> Refusal {
    refusal(
        planner,
        format!("要排的有 {entries} 场，会场开放时段有 {blocks} 个，一次排不下。请按日期或场馆分几次排。"),
        format!(
            "{entries} sessions for {blocks} stretches in which rooms are open are too many for one plan. Plan some days or venues at a time."
        ),
    )
}
