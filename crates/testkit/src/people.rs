//! The people of the test week. They keep their names and their work in every test of every crate.

use festoon_domain::programme::Person;
use festoon_domain::text::Text;

/// Somebody tests speak of by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TestPerson {
    /// Their name in addresses.
    pub key: &'static str,
    /// Their name in Chinese.
    pub zh: &'static str,
    /// Their name in English.
    pub en: &'static str,
}

/// Organiser, in the week office.
pub const LIN: TestPerson = TestPerson { key: "lin", zh: "林岚", en: "Lin Lan" };
/// Speaker.
pub const ADA: TestPerson = TestPerson { key: "ada", zh: "艾达·霍尔姆", en: "Ada Holm" };
/// Visitor.
pub const WEI: TestPerson = TestPerson { key: "wei", zh: "魏明", en: "Wei Ming" };
/// Press.
pub const NOOR: TestPerson = TestPerson { key: "noor", zh: "努尔·哈桑", en: "Noor Hassan" };
/// Steward at the east gate.
pub const OTTO: TestPerson = TestPerson { key: "otto", zh: "奥托·林德", en: "Otto Lind" };
/// Project desk.
pub const MEI: TestPerson = TestPerson { key: "mei", zh: "梅雪", en: "Mei Xue" };
/// Delegation lead.
pub const JONAS: TestPerson = TestPerson { key: "jonas", zh: "约纳斯·贝里", en: "Jonas Berg" };

/// All seven.
pub const EVERYBODY: [TestPerson; 7] = [LIN, ADA, WEI, NOOR, OTTO, MEI, JONAS];

impl TestPerson {
    /// Their name in both languages.
    #[must_use]
    pub fn name(self) -> Text {
        Text::new(self.zh, self.en)
    }

    /// As a record of a programme.
    #[must_use]
    pub fn record(self) -> Person {
        Person { key: self.key.into(), name: self.name(), ..Person::default() }
    }
}
