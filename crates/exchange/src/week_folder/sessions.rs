//! `sessions.csv`: one row an occurrence; rows of one key are one session.

use festoon_domain::choice::Choice;
use festoon_domain::programme::{
    Access, Appearance, Equipment, Interpretation, Occurrence, Place, Programme, Role, Session, SessionId,
    Span,
};
use festoon_domain::text::{Lang, Text};
use jiff::civil::{Date, Time};
use uuid::Uuid;

use super::Files;
use super::keys::Keys;
use super::table::{Row, Table};
use crate::Refusal;

const COLUMNS: [&str; 14] = [
    "key", "activity", "part", "title_zh", "title_en", "day", "start", "end", "room", "use", "expected",
    "speakers", "guests", "origin",
];

pub(super) fn read(files: Files<'_>, programme: &mut Programme, keys: &mut Keys) -> Result<(), Refusal> {
    let mut occurrences_so_far: Vec<u32> = Vec::new();
    for row in Table::read(files, super::SESSIONS, &COLUMNS)?.rows() {
        let id = if let Some(id) = keys.sessions.get(row.get("key")) {
            id
        } else {
            let key = keys.sessions.define(row, SessionId)?;
            programme.sessions.push(session(row, key, keys)?);
            occurrences_so_far.push(0);
            SessionId(u32::try_from(programme.sessions.len() - 1).unwrap_or(u32::MAX))
        };

        let ordinal = &mut occurrences_so_far[id.0 as usize];
        *ordinal += 1;
        // Not made from the time: a session that moves keeps its identity in calendars.
        let name = format!("{}/{}/{ordinal}", programme.week.slug, programme[id].key);
        let occurrence = Occurrence {
            session: id,
            guid: Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes()),
            number: None,
            slug: None,
            when: when(row, programme)?,
            place: keys.rooms.named(row, "room")?.map(Place::Room),
            state: row.choice("state")?.unwrap_or_default(),
            citation: row.citation(),
        };
        programme.occurrences.push(occurrence);
    }
    Ok(())
}

fn session(row: Row<'_>, key: String, keys: &Keys) -> Result<Session, Refusal> {
    Ok(Session {
        key,
        activity: keys.activities.named(row, "activity")?,
        part: keys.parts.named(row, "part")?,
        host: keys.hosts.named(row, "host")?,
        kind: row.choice("kind")?,
        title: title(row)?,
        subtitle: Text::default(),
        summary: row.text("abstract"),
        description: Text::default(),
        appearances: appearances(row, keys)?,
        room_use: row.choice("use")?.unwrap_or_default(),
        expected: row.number("expected")?,
        languages: row.list("languages").map(str::to_owned).collect(),
        interpretation: interpretation(row)?,
        equipment: row.list("equipment").map(|word| Equipment(word.to_owned())).collect(),
        access: access(row)?,
        link: row.optional("link"),
        references: Vec::new(),
        provenance: row.provenance()?,
    })
}

fn title(row: Row<'_>) -> Result<Text, Refusal> {
    let title = row.text("title");
    match row.get("translation") {
        "" | "current" => Ok(title),
        // The Chinese is the original throughout the folder.
        "stale" => Ok(title.with_stale(Lang::En)),
        other => Err(row.bad("translation", other, "current / stale")),
    }
}

fn appearances(row: Row<'_>, keys: &Keys) -> Result<Vec<Appearance>, Refusal> {
    let columns = [
        ("speakers", Role::Speaker),
        ("chairs", Role::Chair),
        ("guests", Role::GuestOfHonour),
        ("interpreters", Role::Interpreter),
    ];
    let mut all = Vec::new();
    for (column, role) in columns {
        all.extend(keys.people.listed(row, column)?.into_iter().map(|person| Appearance::new(person, role)));
    }
    Ok(all)
}

fn interpretation(row: Row<'_>) -> Result<Option<Interpretation>, Refusal> {
    let needed = row.number("interpreters_needed")?;
    let languages = row.get("interpretation");
    if languages.is_empty() && needed.is_none() {
        return Ok(None);
    }
    Ok(Some(Interpretation { languages: languages.to_owned(), needed: needed.unwrap_or(1) }))
}

fn access(row: Row<'_>) -> Result<Vec<Access>, Refusal> {
    row.list("access")
        .map(|word| Access::from_word(word).ok_or_else(|| row.bad("access", word, Access::RIGHT)))
        .collect()
}

/// An end at or before the start is on the next day.
fn when(row: Row<'_>, programme: &Programme) -> Result<Option<Span>, Refusal> {
    let (Some(day), Some(start), Some(end)) = (row.date("day")?, row.time("start")?, row.time("end")?) else {
        return Ok(None);
    };
    let at = |day: Date, time: Time| {
        let zoned = programme.week.zone.to_ambiguous_zoned(day.to_datetime(time)).compatible();
        zoned.map(|zoned| zoned.timestamp()).map_err(|_| row.bad("day", row.get("day"), "2021-06-21"))
    };
    let last = if end <= start {
        day.tomorrow().map_err(|_| row.bad("day", row.get("day"), "2021-06-21"))?
    } else {
        day
    };
    Ok(Span::new(at(day, start)?, at(last, end)?))
}
