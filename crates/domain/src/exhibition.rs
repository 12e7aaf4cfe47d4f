//! Exhibits, the points that show them, and the checkpoints of the trail.

use crate::text::Text;
use crate::week::Provenance;

/// Something shown 展品.
#[derive(Debug, Clone, PartialEq)]
pub struct Exhibit {
    /// Its name in addresses and files; ASCII.
    pub key: String,
    /// What it is called.
    pub name: Text,
    /// The industrial chain it belongs to.
    pub chain: String,
    /// The key of the exhibition point that shows it.
    pub point: String,
    /// Who shows it.
    pub exhibitor: Text,
    /// Whether it was stated or invented.
    pub provenance: Provenance,
}

/// A place that shows exhibits 展示点.
#[derive(Debug, Clone, PartialEq)]
pub struct ExhibitionPoint {
    /// Its name in addresses and files; ASCII.
    pub key: String,
    /// What it is called.
    pub name: Text,
    /// The key of the venue it stands in.
    pub venue: Option<String>,
    /// When it can be visited, as said.
    pub hours: String,
    /// Whether it was stated or invented.
    pub provenance: Provenance,
}

/// A place where a visitor collects a stamp 打卡点.
#[derive(Debug, Clone, PartialEq)]
pub struct Checkpoint {
    /// Its name in addresses and files; ASCII.
    pub key: String,
    /// What it is called.
    pub name: Text,
    /// Where it stands, for people.
    pub place: Text,
    /// The key of the venue it stands in, if it is in one.
    pub venue: Option<String>,
    /// When it can be visited, as said.
    pub hours: String,
    /// Whether it was stated or invented.
    pub provenance: Provenance,
}
