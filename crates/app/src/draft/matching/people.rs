//! People: known by an identity they bring along, else by their name where the organisation does not say otherwise.

use festoon_domain::record::{Kind, Record};
use festoon_domain::text::fold;

use super::Matching;
use super::index::may_be_one;

/// The person of the draft that a brought one is.
pub(super) fn known(matching: &Matching<'_>, record: &Record) -> Option<Box<str>> {
    if let Some(known) = matching.index.by_guid(record) {
        return Some(known.key.clone());
    }
    let is_one = |known: &&Record| names_agree(known, record) && organisations_agree(known, record);
    let namesakes = matching.index.namesakes(record).into_iter();
    let by_name = namesakes.filter(is_one).find(|known| matching.is_free(Kind::Person, &known.key));
    if let Some(known) = by_name {
        return Some(known.key.clone());
    }

    let voted = matching.votes.for_one(Kind::Person, &record.key)?;
    let known = matching.index.get(Kind::Person, voted)?;
    let is_one = may_be_one(known, record, "name_zh", "name_en");
    (is_one && matching.is_free(Kind::Person, voted)).then(|| known.key.clone())
}

/// Two Chinese names that differ are two people, however alike they are spelt in Latin letters.
fn names_agree(one: &Record, other: &Record) -> bool {
    let (one, other) = (fold(one.words("name_zh")), fold(other.words("name_zh")));
    one.is_empty() || other.is_empty() || one == other
}

fn organisations_agree(one: &Record, other: &Record) -> bool {
    let wordings = |record: &Record| -> Vec<String> {
        let fields = ["organisation_zh", "organisation_en"];
        fields.iter().map(|field| fold(record.words(field))).filter(|name| !name.is_empty()).collect()
    };
    let (one, other) = (wordings(one), wordings(other));
    let meet = |a: &String, b: &String| a.contains(b.as_str()) || b.contains(a.as_str());
    one.is_empty() || other.is_empty() || one.iter().any(|a| other.iter().any(|b| meet(a, b)))
}
