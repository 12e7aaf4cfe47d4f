//! The cells of a row that are not about when.

use std::collections::HashMap;
use std::rc::Rc;

use festoon_domain::programme::{Reference, ReferenceKind, Role, State};
use festoon_domain::text::{Lang, Text};

use super::super::attributes::{self, TranslationStated};
use super::super::cells::as_text;
use super::super::fields::Field;
use super::super::grid::Cell;
use super::super::tables::Column;
use super::super::trouble::SheetTrouble;
use super::super::words::{is_placeholder, plain, yes_or_no};
use super::super::{numbers, people, places};
use super::Rows;
use crate::entry::{Entry, PersonStated, PlaceStated};

/// The people of a cell, and the pieces in which nobody was recognised.
type Found = (Vec<PersonStated>, Vec<String>);

/// People and texts already read, by what stood in the cell.
#[derive(Default)]
pub(super) struct Cache {
    people: HashMap<(Role, String), Rc<Found>>,
    texts: HashMap<String, Text>,
}

impl Rows<'_, '_> {
    /// Everything but the times.
    pub(super) fn fill_entry(&mut self, row: usize, entry: &mut Entry) {
        entry.title = self.text_of(row, Field::Title);
        if Lang::BOTH.iter().any(|lang| attributes::is_marked_cancelled(entry.title.wording(*lang))) {
            entry.state = State::Cancelled;
        }
        entry.subtitle = self.text_of(row, Field::Subtitle);
        entry.summary = self.text_of(row, Field::Summary);
        entry.description = self.text_of(row, Field::Description);
        entry.activity = self.text_of(row, Field::Activity);
        entry.part = self.text_of(row, Field::Part);
        if entry.part.is_empty()
            && let Some(part) = &self.above.part
        {
            entry.part = places::bilingual(part);
        }
        entry.host = self.text_of(row, Field::Host);
        if entry.host.is_empty()
            && let Some(host) = &self.above.host
        {
            entry.host = places::bilingual(host);
        }
        entry.own_host = self.text_of(row, Field::OwnHost);
        self.place(row, entry);
        self.fill_people(row, entry);
        let table = self.table;
        for column in &table.columns {
            if let Some(field) = column.field {
                self.attribute(row, column, field, entry);
            }
        }
        if entry.edition.is_none() {
            entry.edition = [&entry.activity, &entry.title]
                .iter()
                .find_map(|text| Lang::BOTH.iter().find_map(|lang| attributes::edition(text.wording(*lang))));
        }
        if entry.part_kind.is_none() && !entry.part.is_empty() {
            entry.part_kind = attributes::part_kind(entry.part.read(Lang::Zh));
        }
    }

    fn words(&self, row: usize, column: usize) -> String {
        let text = as_text(self.value(row, column));
        if is_placeholder(&text) { String::new() } else { text.into_owned() }
    }

    /// A text that may stand in two columns or in two languages in one.
    fn text_of(&mut self, row: usize, field: Field) -> Text {
        let table = self.table;
        let (mut zh, mut en) = (String::new(), String::new());
        let mut text = Text::default();
        for column in table.of(field) {
            let words = if field == Field::Title {
                as_text(self.value(row, column.index)).into_owned()
            } else {
                self.words(row, column.index)
            };
            if words.is_empty() {
                continue;
            }
            match column.lang {
                Some(Lang::Zh) if zh.is_empty() => zh = places::one_line(&words),
                Some(Lang::En) if en.is_empty() => en = places::one_line(&words),
                _ if text.is_empty() => text = self.bilingual(&words),
                _ => {
                    let second = self.bilingual(&words);
                    if second != text {
                        text.fill_from(&second);
                        if text.wording(Lang::Zh) != second.wording(Lang::Zh)
                            && text.wording(Lang::En) != second.wording(Lang::En)
                        {
                            self.say(row, column.index, SheetTrouble::SecondValue);
                        }
                    }
                }
            }
        }
        // A column of Chinese may hold both languages when the English one is empty.
        if !zh.is_empty() && en.is_empty() {
            let both = self.bilingual(&zh);
            if !both.wording(Lang::En).is_empty() && !both.wording(Lang::Zh).is_empty() {
                return both;
            }
        }
        if zh.is_empty() && en.is_empty() {
            return text;
        }
        let mut stated = Text::new(&zh, &en);
        stated.fill_from(&text);
        stated
    }

    fn bilingual(&mut self, words: &str) -> Text {
        if let Some(known) = self.values.texts.get(words) {
            return known.clone();
        }
        let text = places::bilingual(words);
        self.values.texts.insert(words.to_owned(), text.clone());
        text
    }

    fn place(&mut self, row: usize, entry: &mut Entry) {
        let mut venue = self.text_of(row, Field::Venue);
        let mut room = self.text_of(row, Field::Room);
        let place = self.text_of(row, Field::Place);
        if room.is_empty()
            && place.is_empty()
            && let Some(hall) = &self.above.hall
        {
            room = places::bilingual(hall);
        }
        // "地点：会议中心" above: the house of the halls below, or all that is known.
        if venue.is_empty()
            && place.is_empty()
            && let Some(above) = &self.above.place
        {
            if room.is_empty() {
                entry.place = PlaceStated::Together(places::bilingual(above));
                return;
            }
            venue = places::bilingual(above);
        }
        entry.place = match (venue.is_empty(), room.is_empty(), place.is_empty()) {
            (true, true, true) => PlaceStated::Nowhere,
            (true, true, false) => PlaceStated::Together(place),
            // "地点 | 会议室": the wider column is the house.
            (true, false, false) => PlaceStated::VenueAndRoom(place, room),
            (false, true, false) => PlaceStated::VenueAndRoom(venue, place),
            _ => PlaceStated::VenueAndRoom(venue, room),
        };
    }

    /// The people of a row with their organisations.
    pub(super) fn fill_people(&mut self, row: usize, entry: &mut Entry) {
        let table = self.table;
        let mut last_role = None;
        for column in &table.columns {
            match column.field {
                Some(Field::Person(role)) => {
                    last_role = Some(role);
                    self.people_of(row, column, role, entry);
                }
                Some(Field::Organisation(role)) => {
                    self.work(row, column, role.or(last_role), entry, |person| &mut person.organisation);
                }
                Some(Field::Position(role)) => {
                    self.work(row, column, role.or(last_role), entry, |person| &mut person.position);
                }
                _ => {}
            }
        }
    }

    fn people_of(&mut self, row: usize, column: &Column, role: Role, entry: &mut Entry) {
        let words = self.words(row, column.index);
        if words.is_empty() {
            return;
        }
        // "2" or "需要" under 同传 is a number or a wish, not a name.
        if role == Role::Interpreter && is_wish(&words) {
            if entry.interpretation.is_none() {
                entry.interpretation = attributes::interpretation(&words);
            }
            return;
        }
        let key = (role, words);
        let found = if let Some(known) = self.values.people.get(&key) {
            known.clone()
        } else {
            let found = Rc::new(people::read(&key.1, role));
            self.values.people.insert(key, found.clone());
            found
        };
        for person in &found.0 {
            let same = |known: &&mut PersonStated| {
                known.role == person.role
                    && column.lang.is_some()
                    && (known.name.wording(Lang::Zh).is_empty() != person.name.wording(Lang::Zh).is_empty())
            };
            let many = entry.people.iter().filter(|known| known.role == person.role).count();
            if many == 1
                && found.0.len() == 1
                && let Some(known) = entry.people.iter_mut().find(same)
            {
                known.name.fill_from(&person.name);
            } else if !entry.people.contains(person) {
                entry.people.push(person.clone());
            }
        }
        if !found.1.is_empty() {
            self.say(row, column.index, SheetTrouble::NotAPerson);
        }
    }

    fn work(
        &mut self,
        row: usize,
        column: &Column,
        role: Option<Role>,
        entry: &mut Entry,
        of: fn(&mut PersonStated) -> &mut Text,
    ) {
        let words = self.words(row, column.index);
        if words.is_empty() {
            return;
        }
        let stated = |words: &str| {
            column.lang.map_or_else(|| places::bilingual(words), |lang| Text::in_language(lang, words))
        };
        let mut theirs: Vec<&mut PersonStated> =
            entry.people.iter_mut().filter(|person| role.is_none_or(|role| person.role == role)).collect();
        let parts: Vec<&str> =
            words.split(['\n', ';', '；', '、']).map(str::trim).filter(|part| !part.is_empty()).collect();
        match theirs.as_mut_slice() {
            [person] => add_work(of(person), &stated(&words), column),
            people if people.len() == parts.len() && !people.is_empty() => {
                for (person, part) in people.iter_mut().zip(parts) {
                    add_work(of(person), &stated(part), column);
                }
            }
            _ => self.say(
                row,
                column.index,
                SheetTrouble::NotUnderstood(column.field.map_or("", |field| field.word(None))),
            ),
        }
    }

    #[expect(clippy::too_many_lines, reason = "one arm a field")]
    pub(super) fn attribute(&mut self, row: usize, column: &Column, field: Field, entry: &mut Entry) {
        let has_own_rule = matches!(field, Field::Address | Field::CoHosts | Field::Chain);
        if (field.is_text() && !has_own_rule) || is_about_when(field) {
            return;
        }
        let cell = self.value(row, column.index);
        let words = self.words(row, column.index);
        if words.is_empty() {
            return;
        }
        let understood = match field {
            Field::Id => set(&mut entry.id, Some(words)),
            Field::Guid => {
                let parsed = uuid::Uuid::parse_str(words.trim()).ok();
                set(&mut entry.guid, parsed)
            }
            Field::AppNumber => set(&mut entry.number, words.parse().ok()),
            Field::AppSlug => set(&mut entry.slug, Some(words)),
            Field::ActivityKind => set(&mut entry.activity_kind, attributes::activity_kind(&words)),
            Field::PartKind => set(&mut entry.part_kind, attributes::part_kind(&words)),
            Field::Kind => kind(&words, entry),
            Field::Expected => {
                entry.expected = self.count(row, column, cell, &words).or(entry.expected);
                true
            }
            Field::Seats => {
                entry.seats = self.count(row, column, cell, &words).or(entry.seats);
                true
            }
            Field::Interpreters => {
                if let Some(needed) = self.count(row, column, cell, &words).filter(|needed| *needed > 0) {
                    match &mut entry.interpretation {
                        Some(known) => known.needed = needed,
                        None => {
                            entry.interpretation = Some(festoon_domain::programme::Interpretation {
                                languages: String::new(),
                                needed,
                            });
                        }
                    }
                }
                true
            }
            Field::Languages => {
                let (found, all) = attributes::languages(&words);
                entry.languages = found;
                all
            }
            Field::Interpretation => {
                if let Some(found) = attributes::interpretation(&words) {
                    let needed = entry
                        .interpretation
                        .as_ref()
                        .map_or(found.needed, |known| known.needed.max(found.needed));
                    entry.interpretation =
                        Some(festoon_domain::programme::Interpretation { needed, ..found });
                }
                true
            }
            Field::Equipment => {
                entry.equipment = attributes::equipment(&words);
                true
            }
            Field::Access => {
                let (found, all) = attributes::access(&words);
                entry.access = found;
                all
            }
            Field::RoomUse => {
                let yes = yes_or_no(&words).map(|yes| {
                    let shared =
                        plain(&column.heading).contains("共用") && !plain(&column.heading).contains("独占");
                    if yes == shared {
                        festoon_domain::programme::RoomUse::Shared
                    } else {
                        festoon_domain::programme::RoomUse::Exclusive
                    }
                });
                set(&mut entry.room_use, attributes::room_use(&words).or(yes))
            }
            Field::State => state(column, &words, entry),
            Field::Note => {
                if attributes::is_cancellation(&words) {
                    entry.state = State::Cancelled;
                }
                true
            }
            Field::Key => {
                let key = yes_or_no(&words)
                    .or_else(|| plain(&words).contains("重点").then(|| !plain(&words).contains('非')));
                set(&mut entry.is_key, key)
            }
            Field::Partners => {
                let (found, all) = attributes::countries(&words);
                entry.partners = found;
                all
            }
            Field::Edition => {
                let number = numbers::count(&words).map(|count| count.most);
                set(&mut entry.edition, attributes::edition(&words).or(number))
            }
            Field::Chain => {
                let stated =
                    column.lang.map_or_else(|| Text::single(&words), |lang| Text::in_language(lang, &words));
                entry.chain.fill_from(&stated);
                true
            }
            Field::Link => {
                let is_address = words.starts_with("http://") || words.starts_with("https://");
                set(&mut entry.link, is_address.then_some(words))
            }
            Field::Related => references(&words, ReferenceKind::Related, entry),
            Field::Attachments => references(&words, ReferenceKind::Attachment, entry),
            Field::Visibility => visibility(&words, None, entry),
            Field::VisibilityOf(role) => visibility(&words, Some(role), entry),
            Field::Translation => translation(&words, entry),
            Field::CoHosts => {
                co_hosts(&words, column, entry);
                true
            }
            Field::Address if entry.place == PlaceStated::Nowhere => {
                entry.place = PlaceStated::Together(places::bilingual(&words));
                true
            }
            _ => true,
        };
        if !understood {
            self.say(row, column.index, SheetTrouble::NotUnderstood(field.word(None)));
        }
    }

    fn count(&mut self, row: usize, column: &Column, cell: &Cell, words: &str) -> Option<u32> {
        if let Cell::Number(value) = cell
            && let Some(count) = numbers::whole_number(*value)
        {
            return Some(count);
        }
        let Some(count) = numbers::count(words) else {
            self.say(row, column.index, SheetTrouble::NotANumber);
            return None;
        };
        if count.is_range {
            self.say(row, column.index, SheetTrouble::Larger(count.most));
        }
        Some(count.most)
    }
}

/// What stood first stays; a column of the other language completes it.
fn add_work(said: &mut Text, stated: &Text, column: &Column) {
    if said.is_empty() || column.lang.is_some() {
        said.fill_from(stated);
    }
}

/// 类型 may be of the session or of the activity.
fn kind(words: &str, entry: &mut Entry) -> bool {
    let session = attributes::session_kind(words);
    entry.kind = session;
    if entry.activity_kind.is_none() && entry.activity.is_empty() {
        entry.activity_kind = attributes::activity_kind(words);
    }
    session.is_some()
        || entry.activity_kind.is_some()
        || attributes::part_kind(words).is_some_and(|kind| {
            entry.part_kind = entry.part_kind.or(Some(kind));
            true
        })
}

fn state(column: &Column, words: &str, entry: &mut Entry) -> bool {
    let asks = plain(&column.heading).contains("取消") || plain(&column.heading).contains("cancel");
    let state = match yes_or_no(words).filter(|_| asks) {
        Some(true) => Some(State::Cancelled),
        Some(false) => Some(State::Scheduled),
        None => attributes::state(words),
    };
    if let Some(state) = state {
        entry.state = state;
    }
    state.is_some()
}

/// Of all people of the row, or of those of one role.
fn visibility(words: &str, role: Option<Role>, entry: &mut Entry) -> bool {
    let Some(visibility) = attributes::visibility(words) else { return false };
    for person in entry.people.iter_mut().filter(|person| role.is_none_or(|role| person.role == role)) {
        person.visibility = Some(visibility);
    }
    true
}

fn co_hosts(words: &str, column: &Column, entry: &mut Entry) {
    let names =
        words.split(['、', ';', '；', '\n', '，', ',']).map(str::trim).filter(|name| !name.is_empty());
    let stated: Vec<Text> = names.map(places::bilingual).collect();
    // A second column says the same ones in the other language.
    if column.lang.is_some() && stated.len() == entry.co_hosts.len() {
        for (known, stated) in entry.co_hosts.iter_mut().zip(&stated) {
            known.fill_from(stated);
        }
        return;
    }
    entry.co_hosts.extend(stated);
}

/// An address a line, with what it is called behind it; false where some line begins with none.
pub(super) fn references(words: &str, kind: ReferenceKind, entry: &mut Entry) -> bool {
    let mut understood = true;
    for line in words.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (address, title) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let is_web = address.starts_with("http://") || address.starts_with("https://");
        understood &= is_web;
        if is_web {
            let (address, title) = (address.to_owned(), title.trim().to_owned());
            entry.references.push(Reference { address, title, kind });
        }
    }
    understood
}

fn translation(words: &str, entry: &mut Entry) -> bool {
    match attributes::translation(words) {
        Some(TranslationStated::Stale) => {
            entry.title = entry.title.clone().with_stale(Lang::En);
            true
        }
        Some(TranslationStated::Current | TranslationStated::Missing) => true,
        None => false,
    }
}

/// Read with the other cells about when.
const fn is_about_when(field: Field) -> bool {
    matches!(field, Field::Date | Field::EndDate | Field::Time | Field::Start | Field::End | Field::Duration)
}

/// Keeps the first value said; false where there was none to understand.
fn set<T>(slot: &mut Option<T>, value: Option<T>) -> bool {
    let understood = value.is_some();
    if slot.is_none() {
        *slot = value;
    }
    understood
}

/// "需要", "2名", "中英同传": about interpretation, not about a person.
fn is_wish(words: &str) -> bool {
    let plain = plain(words);
    yes_or_no(words).is_some()
        || is_language_pair(&plain)
        || plain.chars().next().is_some_and(|c| c.is_ascii_digit())
        || ["同传", "交传", "同声传译", "交替传译", "需", "simultaneous", "consecutive"]
            .iter()
            .any(|word| plain.starts_with(word) || plain.ends_with(word))
            && !plain.contains([':', '('])
}

/// "中英", "中法互译", "zh-en": from one language into another, not a name.
fn is_language_pair(plain: &str) -> bool {
    let words: Vec<&str> =
        plain.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    let codes = words.len() > 1 && words.iter().all(|word| word.len() == 2 && word.is_ascii());
    let bare = words.concat().replace("互译", "").replace("双语", "").replace(['语', '文', '译'], "");
    codes
        || bare.chars().count() > 1 && bare.chars().all(|c| "中汉英法德日韩俄西葡意阿荷瑞丹芬挪".contains(c))
}
