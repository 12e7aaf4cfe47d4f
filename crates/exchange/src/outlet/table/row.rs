//! One occurrence as a row.

use std::collections::{HashMap, HashSet};

use festoon_domain::programme::{
    ActivityId, HostId, Occurrence, PersonId, Place, Programme, Reference, ReferenceKind, RoomUse, Session,
    Span, State,
};
use festoon_domain::text::{Lang, Text, Translation};
use festoon_domain::week::Provenance;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::super::{Asked, Loss, Losses, words as outlet_words};
use super::Value;
use super::words::{self, in_language};
use crate::formulas;
use crate::sheet::columns::Column;
use crate::sheet::{Field, attributes, zones};

/// Fills the cells of one row after another.
pub(super) struct Cells<'a> {
    places: HashMap<Column, usize>,
    pub(super) asked: &'a Asked,
    pub(super) losses: &'a mut Losses,
    /// Of whom more is known than a row says, and that was noted.
    pub(super) noted: HashSet<PersonId>,
    row: Vec<(usize, Value)>,
}

/// Notes what the programme knows and no row of it can say.
pub(super) fn note_what_no_row_holds(programme: &Programme, asked: &Asked, losses: &mut Losses) {
    for activity in programme.activities.iter().filter(|activity| !activity.summary.is_empty()) {
        losses.note(Loss::TextsLeftOut, activity.summary.read(asked.lang));
    }
}

impl<'a> Cells<'a> {
    pub(super) fn new(columns: &[Column], asked: &'a Asked, losses: &'a mut Losses) -> Self {
        let places = columns.iter().enumerate().map(|(place, column)| (*column, place)).collect();
        Self { places, asked, losses, noted: HashSet::new(), row: Vec::new() }
    }

    /// The cells of an occurrence, in the order of the columns.
    pub(super) fn of(&mut self, programme: &Programme, occurrence: &Occurrence) -> Vec<(usize, Value)> {
        let session = &programme[occurrence.session];
        self.when(&programme.week.zone, occurrence.when);
        self.texts(Field::Title, &session.title);
        self.texts(Field::Subtitle, &session.subtitle);
        self.place(programme, occurrence.place);
        self.whose(programme, session);
        self.people(programme, session);
        self.session(session);
        if occurrence.state == State::Cancelled {
            self.words(Field::State, in_language(self.asked.lang, "已取消", "cancelled"));
        }
        if session.provenance == Provenance::Sample {
            self.words(Field::Note, in_language(self.asked.lang, "示例", "sample"));
        }
        self.words(Field::Id, &session.key);
        self.count(Field::AppNumber, occurrence.number.map(Into::into));
        self.words(Field::AppSlug, occurrence.slug.as_deref().unwrap_or_default());
        self.words(Field::Guid, &occurrence.guid.to_string());
        self.finish()
    }

    pub(super) fn finish(&mut self) -> Vec<(usize, Value)> {
        self.row.sort_by_key(|(column, _)| *column);
        std::mem::take(&mut self.row)
    }

    pub(super) fn put(&mut self, column: Column, value: Value) {
        self.row.push((self.places[&column], value));
    }

    pub(super) fn count(&mut self, field: Field, count: Option<u32>) {
        if let Some(count) = count {
            self.put((field, None), Value::Count(count));
        }
    }

    pub(super) fn words(&mut self, field: Field, words: &str) {
        self.wording((field, None), words);
    }

    /// A text in its two columns.
    pub(super) fn texts(&mut self, field: Field, text: &Text) {
        for lang in Lang::BOTH {
            self.wording((field, Some(lang)), text.wording(lang));
        }
    }

    pub(super) fn wording(&mut self, column: Column, words: &str) {
        if words.is_empty() {
            return;
        }
        let words = outlet_words::clean(words, self.losses);
        let guarded = formulas::guarded(&words);
        if guarded.len() > words.len() {
            self.losses.note(Loss::Formulas, &words);
        }
        self.put(column, Value::Text(guarded.into_owned()));
    }

    /// Day and clock at both ends; the end's day only where it is another.
    fn when(&mut self, zone: &TimeZone, when: Option<Span>) {
        let (zone, word) = said_in(zone, when);
        self.words(Field::Zone, &word);
        let Some(when) = when else { return };
        let at = |instant: Timestamp| instant.to_zoned(zone.clone()).datetime();
        let (start, end) = (at(when.start()), at(when.end()));
        self.put((Field::Date, None), Value::Day(start.date()));
        self.put((Field::Start, None), Value::Clock(start.time()));
        if end.date() != start.date() {
            self.put((Field::EndDate, None), Value::Day(end.date()));
        }
        self.put((Field::End, None), Value::Clock(end.time()));
    }

    fn place(&mut self, programme: &Programme, place: Option<Place>) {
        let (venue, room) = match place {
            None => return,
            Some(Place::Venue(venue)) => (venue, None),
            Some(Place::Room(room)) => (programme[room].venue, Some(&programme[room])),
        };
        self.texts(Field::Venue, &programme[venue].name);
        if let Some(room) = room {
            self.texts(Field::Room, &room.name);
            self.count(Field::Seats, room.seats);
        }
    }

    /// The activity and part a session belongs to, and who answers for it.
    fn whose(&mut self, programme: &Programme, session: &Session) {
        let name = |host: HostId| &programme[host].name;
        if let Some(part) = session.part.map(|part| &programme[part]) {
            self.texts(Field::Part, &part.title);
            self.words(Field::PartKind, words::part_kind(part.kind, self.asked.lang).unwrap_or_default());
        }
        let Some(activity) = session.activity else {
            return self.texts(Field::Host, &session.host.map(name).cloned().unwrap_or_default());
        };
        let host = programme[activity].host;
        self.texts(Field::Host, &host.map(name).cloned().unwrap_or_default());
        if let Some(own) = session.host.filter(|own| Some(*own) != host) {
            self.texts(Field::OwnHost, name(own));
        }
        self.activity(programme, activity);
    }

    fn activity(&mut self, programme: &Programme, id: ActivityId) {
        let (activity, lang) = (&programme[id], self.asked.lang);
        self.texts(Field::Activity, &activity.title);
        let co_hosts: Vec<&Text> = activity.co_hosts.iter().map(|host| &programme[*host].name).collect();
        for lang in Lang::BOTH {
            self.list((Field::CoHosts, Some(lang)), co_hosts.iter().map(|name| name.wording(lang)));
        }
        if let Some(kind) = activity.kind {
            self.words(Field::ActivityKind, words::activity_kind(kind, lang));
        }
        if activity.is_key {
            self.words(Field::Key, in_language(lang, "是", "yes"));
        }
        self.count(Field::Edition, activity.edition);
        if let Some(key) = &activity.chain {
            let chain = programme.week.chains.iter().find(|chain| chain.key == *key);
            let name = chain.map(|chain| chain.name.clone()).filter(|name| !name.is_empty());
            self.texts(Field::Chain, &name.unwrap_or_else(|| Text::single(key)));
        }
        let partners = activity.partners.iter().map(|code| attributes::country(code, lang));
        self.words(Field::Partners, &joined(partners, lang));
    }

    fn session(&mut self, session: &Session) {
        let lang = self.asked.lang;
        if let Some(kind) = session.kind {
            self.words(Field::Kind, outlet_words::kind_name(kind, lang));
        }
        if session.title.translation(Lang::En) == Translation::Stale {
            self.words(Field::Translation, in_language(lang, "待更新", "outdated"));
        }
        self.texts(Field::Summary, &session.summary);
        self.texts(Field::Description, &session.description);
        let languages = session.languages.iter().map(|code| attributes::language(code, lang));
        self.words(Field::Languages, &joined(languages, lang));
        if let Some(interpretation) = &session.interpretation {
            self.words(Field::Interpretation, &interpretation.languages);
            self.count(Field::Interpreters, Some(interpretation.needed));
        }
        let equipment = session.equipment.iter().map(|thing| attributes::equipment_name(&thing.0, lang));
        self.list((Field::Equipment, None), equipment);
        let access = session.access.iter().map(|access| words::access(*access, lang).to_owned());
        self.words(Field::Access, &joined(access, lang));
        self.count(Field::Expected, session.expected);
        if session.room_use == RoomUse::Shared {
            self.words(Field::RoomUse, in_language(lang, "共用", "shared"));
        }
        self.words(Field::Link, session.link.as_deref().unwrap_or_default());
        for (field, kind) in
            [(Field::Related, ReferenceKind::Related), (Field::Attachments, ReferenceKind::Attachment)]
        {
            let of_kind = session.references.iter().filter(|reference| reference.kind == kind);
            let lines: Vec<String> = of_kind.map(reference).collect();
            self.list((field, None), lines.iter().map(String::as_str));
        }
    }
}

/// The zone in which a row's times are said, and its word: the week's, or the distance from UTC where clocks show a time
/// twice or the zone has no name.
fn said_in(zone: &TimeZone, when: Option<Span>) -> (TimeZone, String) {
    let begin = when.map_or(Timestamp::UNIX_EPOCH, Span::start);
    let comes_back = |instant: Timestamp| {
        let shown = instant.to_zoned(zone.clone()).datetime();
        zone.to_timestamp(shown).is_ok_and(|read| read == instant)
    };
    let is_plain = when.is_none_or(|when| comes_back(when.start()) && comes_back(when.end()));
    let offset = zone.to_offset(begin);
    match zone.iana_name() {
        Some(name) if is_plain => (zone.clone(), name.to_owned()),
        Some(name) => (TimeZone::fixed(offset), format!("{name} {}", zones::of_offset(offset))),
        None => (TimeZone::fixed(offset), zones::of_offset(offset)),
    }
}

/// An address without blanks, and what it is called behind it.
fn reference(reference: &Reference) -> String {
    let address: String = reference.address.split_whitespace().collect::<Vec<_>>().join("%20");
    outlet_words::line(&format!("{address} {}", reference.title))
}

fn joined(words: impl Iterator<Item = String>, lang: Lang) -> String {
    words.collect::<Vec<_>>().join(in_language(lang, "、", ", "))
}
