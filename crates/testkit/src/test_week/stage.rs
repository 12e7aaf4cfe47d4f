//! Words for who appears at the session named last.

use festoon_domain::programme::{Appearance, PersonId, Role, Visibility};

use super::TestWeek;
use super::words::{next_id, position};
use crate::TestPerson;

impl TestWeek {
    /// Somebody speaks.
    #[must_use]
    pub fn speaker(self, who: TestPerson) -> Self {
        self.appears(who, Role::Speaker, Role::Speaker.default_visibility())
    }

    /// Somebody leads it.
    #[must_use]
    pub fn chair(self, who: TestPerson) -> Self {
        self.appears(who, Role::Chair, Role::Chair.default_visibility())
    }

    /// Somebody is received as a guest of honour.
    #[must_use]
    pub fn guest(self, who: TestPerson) -> Self {
        self.appears(who, Role::GuestOfHonour, Role::GuestOfHonour.default_visibility())
    }

    /// Somebody interprets.
    #[must_use]
    pub fn interpreter(self, who: TestPerson) -> Self {
        self.appears(who, Role::Interpreter, Role::Interpreter.default_visibility())
    }

    /// Somebody appears, as visible as said.
    #[must_use]
    pub fn appears(mut self, who: TestPerson, role: Role, visibility: Visibility) -> Self {
        let known = position(&self.programme.people, |person| person.key == who.key);
        let person = PersonId(known.unwrap_or_else(|| {
            self.programme.people.push(who.record());
            next_id(&self.programme.people) - 1
        }));
        self.session_record().appearances.push(Appearance { person, role, visibility });
        self
    }
}
