//! The cells of a row that hold texts, places and people.

use std::collections::HashMap;
use std::rc::Rc;

use festoon_domain::programme::{Role, State};
use festoon_domain::text::{Lang, Text};

use super::super::attributes;
use super::super::cells::as_text;
use super::super::fields::Field;
use super::super::tables::Column;
use super::super::trouble::SheetTrouble;
use super::super::words::{is_placeholder, plain, yes_or_no};
use super::super::{people, places};
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

    pub(super) fn words(&self, row: usize, column: usize) -> String {
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
}

/// What stood first stays; a column of the other language completes it.
fn add_work(said: &mut Text, stated: &Text, column: &Column) {
    if said.is_empty() || column.lang.is_some() {
        said.fill_from(stated);
    }
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
