//! The cells of a row that say one thing each: kinds, numbers, lists of short words, links.

use festoon_domain::programme::{Interpretation, Reference, ReferenceKind, Role, RoomUse, State};
use festoon_domain::text::{Lang, Text};

use super::super::attributes::{self, TranslationStated};
use super::super::fields::Field;
use super::super::grid::Cell;
use super::super::tables::Column;
use super::super::trouble::SheetTrouble;
use super::super::words::{plain, yes_or_no};
use super::super::{numbers, places};
use super::Rows;
use crate::entry::{Entry, PlaceStated};

impl Rows<'_, '_> {
    /// Takes what a cell says; cells about when, about people and texts of several columns have rules of their own.
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
                set(&mut entry.guid, parsed.filter(|guid| !guid.is_nil()))
            }
            Field::AppNumber => set(&mut entry.number, crate::assembly::identity::number(&words)),
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
                            entry.interpretation = Some(Interpretation { languages: String::new(), needed });
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
                    entry.interpretation = Some(Interpretation { needed, ..found });
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
                    if yes == shared { RoomUse::Shared } else { RoomUse::Exclusive }
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
fn references(words: &str, kind: ReferenceKind, entry: &mut Entry) -> bool {
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
