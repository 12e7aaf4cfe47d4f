//! Which rows are one session, and which are one occurrence of it.
//!
//! Rows of one file with one id, or rows that say the same (title, activity, host, part, kind, people, audience) and differ only in
//! time and place, are one session. Two rows of one file without identities that are equal in time and place too are one
//! occurrence, and said; equal rows of two files stay two, because two hosts handing in one thing is a finding.

use std::collections::{HashMap, HashSet};
use std::num::NonZeroU32;

use festoon_domain::programme::{
    ActivityId, Appearance, Citation, HostId, Occurrence, PartId, Place, RoomUse, Session, SessionId,
    SessionKind, Span,
};
use festoon_domain::text::{Lang, Text};
use festoon_domain::week::Provenance;
use uuid::Uuid;

use super::AssemblyTrouble;
use super::identity::{self, Keys};
use super::names::wordings;
use super::notes::Notes;
use super::trouble::Aspect;
use crate::entry::{Entry, IdOf};

/// What of an entry is resolved.
#[derive(Debug, Clone)]
pub(super) struct Resolved {
    pub(super) file: u32,
    pub(super) activity: Option<ActivityId>,
    pub(super) part: Option<PartId>,
    pub(super) host: Option<HostId>,
    /// The host on whom the session hangs: its own or its activity's.
    pub(super) answers: Option<HostId>,
    pub(super) place: Option<Place>,
    pub(super) appearances: Vec<Appearance>,
}

/// What makes two rows say the same.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Likeness {
    title: String,
    /// Rows that name neither activity nor host are alike only within a file.
    file: Option<u32>,
    activity: Option<ActivityId>,
    host: Option<HostId>,
    part: Option<PartId>,
    kind: Option<SessionKind>,
    people: Vec<Appearance>,
    /// Where ids tell sessions apart, those of two are not alike.
    id: Option<String>,
    /// A room too small for one of two audiences must not hide behind the other's.
    expected: Option<u32>,
}

#[derive(Debug, Default)]
pub(super) struct Sessions {
    told: Vec<Session>,
    used: Vec<Option<RoomUse>>,
    firsts: Vec<Citation>,
    /// The name a file gives it already, where that can stand in an address: links to it stay good.
    wished: Vec<Option<String>>,
    occurrences: Vec<Occurrence>,
    by_id: HashMap<(u32, String), SessionId>,
    by_likeness: HashMap<Likeness, SessionId>,
    rows: HashMap<(u32, SessionId, Option<Span>, Option<Place>), usize>,
    guids: HashMap<Uuid, usize>,
    numbers: HashSet<NonZeroU32>,
    slugs: HashSet<String>,
    said: HashSet<(SessionId, Aspect)>,
}

impl Sessions {
    /// Takes one row.
    pub(super) fn take(&mut self, entry: Entry, resolved: &Resolved, title: String, notes: &mut Notes) {
        let id = self.session(&entry, resolved, title, notes);

        if entry.guid.is_none() {
            let row = (resolved.file, id, entry.when, resolved.place);
            if let Some(first) = self.rows.get(&row) {
                let first = self.occurrences[*first].citation.clone();
                notes.say(&entry.citation, entry.title.read(Lang::Zh), AssemblyTrouble::RowTwice(first));
                return;
            }
            self.rows.insert(row, self.occurrences.len());
        }

        let guid = self.guid(&entry, notes);
        self.guids.insert(guid, self.occurrences.len());
        self.occurrences.push(Occurrence {
            session: id,
            guid,
            // Of two files that know two occurrences by one number or name, the first keeps it.
            number: entry.number.filter(|number| self.numbers.insert(*number)),
            slug: entry.slug.filter(|slug| self.slugs.insert(slug.clone())),
            when: entry.when,
            place: resolved.place,
            state: entry.state,
            citation: entry.citation,
        });
    }

    pub(super) fn into_tables(self, keys: &mut Keys) -> (Vec<Session>, Vec<Occurrence>) {
        let mut sessions = self.told;
        let rest = self.used.into_iter().zip(self.firsts).zip(self.wished);
        for (session, ((used, first), wished)) in sessions.iter_mut().zip(rest) {
            // Two talks of one title are told apart by where they were read first, which lasts as long as the file.
            let context = format!("{:?}", first.spot);
            let stated = wished.filter(|key| keys.wish(key));
            session.key = stated.unwrap_or_else(|| keys.give("session", &session.title, &context));
            session.room_use = used.unwrap_or_default();
        }
        (sessions, self.occurrences)
    }

    fn session(&mut self, entry: &Entry, resolved: &Resolved, title: String, notes: &mut Notes) -> SessionId {
        let by_id = entry.id.as_ref().map(|id| (resolved.file, id.clone()));
        if let Some(known) = by_id.as_ref().and_then(|key| self.by_id.get(key)).copied() {
            if self.is_titled(known, &entry.title) {
                self.merge(known, entry, resolved, notes);
                return known;
            }
            let first = self.firsts[known.0 as usize].clone();
            let stood = entry.id.as_deref().unwrap_or_default();
            notes.say(&entry.citation, stood, AssemblyTrouble::IdOfTwoTitles(first));
        }

        let likeness = likeness(title, entry, resolved);
        let known = self.by_likeness.get(&likeness).copied();
        // A row without a title is like no other.
        let agrees = |known: &SessionId| !self.contradicts(*known, entry);
        let id = match known.filter(|_| !entry.title.is_empty()).filter(agrees) {
            Some(known) => {
                self.merge(known, entry, resolved, notes);
                known
            }
            None => self.create(entry, resolved),
        };
        self.by_likeness.insert(likeness, id);
        if let Some(key) = by_id {
            self.by_id.entry(key).or_insert(id);
        }
        id
    }

    fn create(&mut self, entry: &Entry, resolved: &Resolved) -> SessionId {
        let id = SessionId(u32::try_from(self.told.len()).expect("files are too small for so many rows"));
        self.told.push(Session {
            key: String::new(),
            activity: resolved.activity,
            part: resolved.part,
            host: resolved.host,
            kind: entry.kind,
            title: entry.title.clone(),
            subtitle: entry.subtitle.clone(),
            summary: entry.summary.clone(),
            description: entry.description.clone(),
            appearances: resolved.appearances.clone(),
            room_use: RoomUse::default(),
            expected: entry.expected,
            languages: entry.languages.clone(),
            interpretation: entry.interpretation.clone(),
            equipment: entry.equipment.clone(),
            access: entry.access.clone(),
            link: entry.link.clone(),
            references: entry.references.clone(),
            provenance: Provenance::Stated,
        });
        self.used.push(entry.room_use);
        self.firsts.push(entry.citation.clone());
        self.wished.push(entry.id.clone().filter(|id| identity::is_key(id)));
        id
    }

    fn merge(&mut self, id: SessionId, entry: &Entry, resolved: &Resolved, notes: &mut Notes) {
        let session = &mut self.told[id.0 as usize];
        session.title.fill_from(&entry.title);
        session.subtitle.fill_from(&entry.subtitle);
        session.summary.fill_from(&entry.summary);
        session.description.fill_from(&entry.description);
        session.activity = session.activity.or(resolved.activity);
        session.part = session.part.or(resolved.part);
        session.host = session.host.or(resolved.host);
        session.kind = session.kind.or(entry.kind);
        session.interpretation = session.interpretation.take().or_else(|| entry.interpretation.clone());
        session.link = session.link.take().or_else(|| entry.link.clone());
        for language in &entry.languages {
            if !session.languages.contains(language) {
                session.languages.push(language.clone());
            }
        }
        for equipment in &entry.equipment {
            if !session.equipment.contains(equipment) {
                session.equipment.push(equipment.clone());
            }
        }
        for access in &entry.access {
            if !session.access.contains(access) {
                session.access.push(*access);
            }
        }
        for reference in &entry.references {
            if !session.references.contains(reference) {
                session.references.push(reference.clone());
            }
        }
        for appearance in &resolved.appearances {
            let there = |one: &Appearance| one.person == appearance.person && one.role == appearance.role;
            if !session.appearances.iter().any(there) {
                session.appearances.push(*appearance);
            }
        }

        let mut disagree = |aspect, stood: String, kept: String| {
            if self.said.insert((id, aspect)) {
                notes.say(&entry.citation, &stood, AssemblyTrouble::Disagree(aspect, kept));
            }
        };
        match (session.expected, entry.expected) {
            (Some(kept), Some(stated)) if kept != stated => {
                disagree(Aspect::Expected, stated.to_string(), kept.to_string());
            }
            (kept, stated) => session.expected = kept.or(stated),
        }
        let used = &mut self.used[id.0 as usize];
        match (*used, entry.room_use) {
            (Some(kept), Some(stated)) if kept != stated => {
                let word = |used| match used {
                    RoomUse::Exclusive => "独占 / exclusive",
                    RoomUse::Shared => "共用 / shared",
                };
                disagree(Aspect::RoomUse, word(stated).to_owned(), word(kept).to_owned());
            }
            (kept, stated) => *used = kept.or(stated),
        }
    }

    /// Whether a row of the same title says something else about the session: to merge the two would lose one of them.
    /// A row of a spreadsheet may leave out what an earlier one says; an event that has an identity of its own may not.
    fn contradicts(&self, id: SessionId, entry: &Entry) -> bool {
        let known = &self.told[id.0 as usize];
        let says_all = entry.guid.is_some();
        let texts = [
            (&known.title, if says_all { &entry.title } else { &known.title }),
            (&known.subtitle, &entry.subtitle),
            (&known.summary, &entry.summary),
            (&known.description, &entry.description),
        ];
        let differ = |a: &str, b: &str| a != b && (says_all || (!a.is_empty() && !b.is_empty()));
        let wordings = |(known, stated): &(&Text, &Text)| {
            Lang::BOTH.iter().any(|lang| differ(known.wording(*lang), stated.wording(*lang)))
        };
        let links = match (&known.link, &entry.link) {
            (Some(a), Some(b)) => a != b,
            (a, b) => says_all && a != b,
        };
        let languages = known.languages != entry.languages
            && (says_all || (!known.languages.is_empty() && !entry.languages.is_empty()));
        texts.iter().any(wordings) || links || languages || (says_all && known.references != entry.references)
    }

    fn is_titled(&self, id: SessionId, title: &Text) -> bool {
        let known = wordings(&self.told[id.0 as usize].title);
        let stated = wordings(title);
        known.is_empty() || stated.is_empty() || stated.iter().any(|fold| known.contains(fold))
    }

    /// The guid the file states, else one derived from where and what it is; unlike all before.
    fn guid(&self, entry: &Entry, notes: &mut Notes) -> Uuid {
        if let Some(guid) = entry.guid {
            let Some(other) = self.guids.get(&guid) else { return guid };
            let other = self.occurrences[*other].citation.clone();
            notes.say(&entry.citation, &guid.to_string(), AssemblyTrouble::GuidTwice(other));
        }
        let source = identity::stem(&entry.citation.file);
        let start = entry.when.map(|when| when.start().to_string()).unwrap_or_default();
        let title = entry.title.read(Lang::Zh);
        let first = match &entry.id {
            Some(id) => identity::derive(&[source, "id", id]),
            None => identity::derive(&[source, "title", title, &start]),
        };
        let second = identity::derive(&[source, entry.id.as_deref().unwrap_or_default(), title, &start]);
        let mut guid = if self.guids.contains_key(&first) { second } else { first };
        let mut more = 2_u32;
        while self.guids.contains_key(&guid) {
            guid = identity::derive(&[source, title, &start, &more.to_string()]);
            more += 1;
        }
        guid
    }
}

fn likeness(title: String, entry: &Entry, resolved: &Resolved) -> Likeness {
    let alone = resolved.activity.is_none() && resolved.answers.is_none();
    let mut people = resolved.appearances.clone();
    people.sort_unstable_by_key(|one| (one.person, one.role));
    Likeness {
        title,
        file: alone.then_some(resolved.file),
        activity: resolved.activity,
        host: resolved.answers,
        part: resolved.part,
        kind: entry.kind,
        people,
        id: entry.id.clone().filter(|_| entry.id_of == IdOf::Session),
        expected: entry.expected,
    }
}
