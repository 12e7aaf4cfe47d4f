//! Words for what takes place, when and whose it is.

use std::sync::Arc;

use festoon_domain::programme::{
    Citation, Equipment, Host, HostId, Interpretation, Occurrence, Place, RoomUse, Session, SessionId, Spot,
    State,
};
use festoon_domain::text::{Lang, Text};
use uuid::Uuid;

use super::TestWeek;
use super::words::{next_id, position, span};

impl TestWeek {
    /// A session in the room (or, without one, the house) named last; it has no time yet.
    ///
    /// Its citation is a row of `week.csv`: the first session stands in row 2, under the headings.
    #[must_use]
    pub fn session(mut self, key: &str) -> Self {
        if let Some(known) = position(&self.programme.sessions, |session| session.key == key) {
            self.session = Some(SessionId(known));
            return self;
        }
        let host = self.host_named(self.host);
        let id = SessionId(next_id(&self.programme.sessions));
        self.programme.sessions.push(Session {
            key: key.into(),
            host: Some(host),
            title: Text::new(&format!("{key}场"), key),
            ..Session::default()
        });
        self.session = Some(id);
        self.occur(id);
        self
    }

    /// From a day and time up to a time of the same day, or up to another day and time.
    #[must_use]
    pub fn at(mut self, from: &str, to: &str) -> Self {
        let when = span(from, to, &self.programme.week.zone);
        self.last_occurrence().when = Some(when);
        self
    }

    /// The same session once more, in the room named last.
    #[must_use]
    pub fn again_at(mut self, from: &str, to: &str) -> Self {
        let session = self.session.expect("name a session first");
        self.occur(session);
        self.at(from, to)
    }

    /// Nobody said where.
    #[must_use]
    pub fn nowhere(mut self) -> Self {
        self.last_occurrence().place = None;
        self
    }

    /// Cancelled; it stays in the programme, marked.
    #[must_use]
    pub fn cancelled(mut self) -> Self {
        self.last_occurrence().state = State::Cancelled;
        self
    }

    /// How many people are expected.
    #[must_use]
    pub fn expecting(mut self, people: u32) -> Self {
        self.session_record().expected = Some(people);
        self
    }

    /// Others may use the room at the same time.
    #[must_use]
    pub fn shared(mut self) -> Self {
        self.session_record().room_use = RoomUse::Shared;
        self
    }

    /// It takes this many interpreters.
    #[must_use]
    pub fn interpreted(mut self, needed: u32) -> Self {
        self.session_record().interpretation = Some(Interpretation { languages: "zh-en".into(), needed });
        self
    }

    /// What must stand in the room, by its word.
    #[must_use]
    pub fn needs(mut self, word: &str) -> Self {
        self.session_record().equipment.push(Equipment(word.into()));
        self
    }

    /// Both wordings of its title; an empty one is missing.
    #[must_use]
    pub fn titled(mut self, zh: &str, en: &str) -> Self {
        self.session_record().title = Text::new(zh, en);
        self
    }

    /// Both wordings of its summary; an empty one is missing.
    #[must_use]
    pub fn about(mut self, zh: &str, en: &str) -> Self {
        self.session_record().summary = Text::new(zh, en);
        self
    }

    /// Its title in one language is older than in the other.
    #[must_use]
    pub fn stale(mut self, lang: Lang) -> Self {
        let session = self.session_record();
        session.title = std::mem::take(&mut session.title).with_stale(lang);
        self
    }

    /// Whose it is; sessions named later are theirs too.
    #[must_use]
    pub fn hosted_by(mut self, key: &'static str) -> Self {
        self.host = key;
        let host = self.host_named(key);
        self.session_record().host = Some(host);
        self
    }

    /// Nobody said whose it is.
    #[must_use]
    pub fn without_host(mut self) -> Self {
        self.session_record().host = None;
        self
    }

    fn occur(&mut self, session: SessionId) {
        let place = self.room.map(Place::Room).or(self.venue.map(Place::Venue));
        let row = next_id(&self.programme.occurrences) + 2;
        self.programme.occurrences.push(Occurrence {
            session,
            guid: Uuid::new_v5(&Uuid::NAMESPACE_URL, format!("test-week row {row}").as_bytes()),
            number: None,
            slug: None,
            when: None,
            place,
            state: State::Scheduled,
            citation: Citation { file: Arc::from("week.csv"), spot: Spot::Row(Arc::from(""), row) },
        });
    }

    fn host_named(&mut self, key: &str) -> HostId {
        let known = position(&self.programme.hosts, |host| host.key == key);
        HostId(known.unwrap_or_else(|| {
            let name = Text::new(&format!("{key}主办"), key);
            self.programme.hosts.push(Host { key: key.into(), name, ..Host::default() });
            next_id(&self.programme.hosts) - 1
        }))
    }

    pub(super) fn session_record(&mut self) -> &mut Session {
        let id = self.session.expect("name a session first");
        &mut self.programme.sessions[id.0 as usize]
    }

    fn last_occurrence(&mut self) -> &mut Occurrence {
        let session = self.session.expect("name a session first");
        let last =
            self.programme.occurrences.iter_mut().rev().find(|occurrence| occurrence.session == session);
        last.expect("a session is made with an occurrence")
    }
}
