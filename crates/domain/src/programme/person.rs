//! People, and what they do at a session.

use std::num::NonZeroU32;

use uuid::Uuid;

use crate::choice::choices;
use crate::text::Text;
use crate::week::Provenance;

/// A person's place in [`super::Programme::people`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PersonId(pub u32);

/// Somebody who appears.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Person {
    /// Their name in addresses and files; ASCII.
    pub key: String,
    /// Their identity in files elsewhere, if they have one already: a UUID.
    pub guid: Option<Uuid>,
    /// The number by which apps know them already.
    pub number: Option<NonZeroU32>,
    /// Their name.
    pub name: Text,
    /// Where they work.
    pub organisation: Text,
    /// What they are there.
    pub position: Text,
    /// Who they are, in a paragraph.
    pub biography: Text,
    /// Where their picture lies: an http(s) address.
    pub picture: Option<String>,
    /// Whether they were stated or invented.
    pub provenance: Provenance,
}

/// What somebody does at a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Speaks.
    Speaker,
    /// Leads the session.
    Chair,
    /// Guest of honour 嘉宾: received by the protocol desk.
    GuestOfHonour,
    /// Interprets.
    Interpreter,
}

/// How far a person's being somewhere may be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Visibility {
    /// The protocol desk alone.
    Protocol,
    /// Hosts and the week office.
    Hosts,
    /// Everybody.
    Public,
}

choices! { Visibility {
    Protocol "protocol" "仅礼宾可见" "protocol desk only",
    Hosts "hosts" "主办方可见" "hosts only",
    Public "public" "公开" "public",
} }

impl Role {
    /// Where somebody is *as* a guest of honour or interpreter stays with the protocol desk unless said otherwise.
    #[must_use]
    pub const fn default_visibility(self) -> Visibility {
        match self {
            Self::Speaker | Self::Chair => Visibility::Public,
            Self::GuestOfHonour | Self::Interpreter => Visibility::Protocol,
        }
    }
}

/// A person at a session, in a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Appearance {
    /// Who.
    pub person: PersonId,
    /// As what.
    pub role: Role,
    /// Who may know.
    pub visibility: Visibility,
}

impl Appearance {
    /// An appearance as visible as its role usually is.
    #[must_use]
    pub const fn new(person: PersonId, role: Role) -> Self {
        Self { person, role, visibility: role.default_visibility() }
    }
}
