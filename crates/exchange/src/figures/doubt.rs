//! What of a file could not be read, so that no contradiction is told that may only come from that.

use std::collections::{BTreeMap, BTreeSet};

use festoon_claims::Fault;

/// What was not read of a file.
#[derive(Debug, Default)]
pub(super) struct Doubt {
    /// Something of what stands beside the figures: currencies, hedges, weeks, scopes.
    pub(super) head: bool,
    /// Something of any figure.
    pub(super) figures: bool,
    /// A figure whose id was not read.
    nameless: bool,
    /// Figures of which something was not read, and which of their keys stand there unread.
    half_read: BTreeMap<String, BTreeSet<&'static str>>,
}

impl Doubt {
    /// A figure of which something was not read; of one without an id nothing more is known.
    pub(super) fn half_read(&mut self, id: Option<&str>, unread: BTreeSet<&'static str>) {
        match id {
            Some(id) => self.half_read.entry(id.to_owned()).or_default().extend(unread),
            None => self.nameless = true,
        }
    }

    /// Whether a contradiction is one, whatever was not read.
    pub(super) fn leaves(&self, fault: &Fault) -> bool {
        let whole = |id: &String| !self.half_read.contains_key(id);
        let lacks = |id: &String, key| self.half_read.get(id).is_none_or(|unread| !unread.contains(key));
        match fault {
            // They speak of values that were read.
            Fault::TwoTruths { .. }
            | Fault::SameId { .. }
            | Fault::UpsideDown { .. }
            | Fault::Tolerance { .. }
            | Fault::Rate { .. }
            | Fault::HedgeWidth { .. }
            | Fault::WrongKind { .. }
            | Fault::CurrencyOfNoMoney { .. } => true,
            Fault::NoUnit { id } => lacks(id, "unit"),
            Fault::NoCurrency { id } => lacks(id, "currency"),
            Fault::NoName { id, language } => lacks(id, if *language == "Chinese" { "zh" } else { "en" }),
            Fault::EarlierOutOfOrder { id } | Fault::PercentForShare { id, .. } => whole(id),
            Fault::SameName { one, other, .. } => whole(one) && whole(other),
            Fault::NoSuchPart { part, .. } => whole(part) && !self.nameless,
            Fault::PartsDiffer { .. } => !self.head && !self.figures,
            Fault::NoSuchScope { .. } => !self.head,
            Fault::FalselyAnnounced { id, .. } => whole(id) && !self.head,
        }
    }
}
