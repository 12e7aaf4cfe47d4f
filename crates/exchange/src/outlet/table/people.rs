//! The people of a row: one a line, in the columns of their role.

use festoon_domain::programme::{Appearance, Person, PersonId, Programme, Role, Session, Visibility};
use festoon_domain::text::Lang;

use super::super::{Loss, people, words as outlet_words};
use super::row::Cells;
use super::words;
use crate::sheet::Field;
use crate::sheet::columns::Column;
use crate::sheet::ours::GAP;

impl Cells<'_> {
    /// Whoever the readers of the file may know of.
    pub(super) fn people(&mut self, programme: &Programme, session: &Session) {
        let appearances = people::appearances(session, self.asked.audience, self.losses);
        for role in [Role::Speaker, Role::Chair, Role::GuestOfHonour, Role::Interpreter] {
            let theirs: Vec<&Appearance> = appearances
                .iter()
                .filter(|one| one.role == role && !programme[one.person].name.is_empty())
                .collect();
            for lang in Lang::BOTH {
                let persons = || theirs.iter().map(|one| &programme[one.person]);
                self.list(
                    (Field::Person(role), Some(lang)),
                    persons().map(|person| person.name.wording(lang)),
                );
                self.list(
                    (Field::Organisation(Some(role)), Some(lang)),
                    persons().map(|person| person.organisation.wording(lang)),
                );
                self.list(
                    (Field::Position(Some(role)), Some(lang)),
                    persons().map(|person| person.position.wording(lang)),
                );
            }
            // Beyond the public every line says who may know; for it, a guest of honour who may be known must say so,
            // or would be withheld by whoever reads the table.
            let unusual = theirs.iter().any(|one| one.visibility != role.default_visibility());
            if self.asked.audience != Visibility::Public || unusual {
                let known = theirs.iter().map(|one| words::visibility(one.visibility, self.asked.lang));
                self.list((Field::VisibilityOf(role), None), known);
            }
            for one in theirs {
                self.note_the_rest(one.person, &programme[one.person]);
            }
        }
    }

    /// A biography or picture has no column; said once of each person.
    fn note_the_rest(&mut self, one: PersonId, person: &Person) {
        let has_more = !person.biography.is_empty() || person.picture.is_some();
        if has_more && self.noted.insert(one) {
            self.losses.note(Loss::TextsLeftOut, person.biography.read(self.asked.lang));
        }
    }

    /// Words one a line, with a mark where there are none; nothing where no line has any.
    pub(super) fn list<'w>(&mut self, column: Column, lines: impl Iterator<Item = &'w str>) {
        let lines: Vec<String> = lines.map(outlet_words::line).collect();
        if lines.iter().all(String::is_empty) {
            return;
        }
        let shown: Vec<&str> = lines.iter().map(|line| if line.is_empty() { GAP } else { line }).collect();
        self.wording(column, &shown.join("\n"));
    }
}
