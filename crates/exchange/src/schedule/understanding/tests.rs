//! Events by which the rules on identities and links are told apart; what files make of them is tested with the readers.

use std::sync::Arc;

use super::*;
use crate::schedule::outline::Outline;

fn entry(identities: Identities, event: RawEvent) -> (Entry, usize) {
    let file: Arc<str> = "week.json".into();
    let mut notes = Notes::new(&file);
    let Outline { conference, days, .. } = Outline::default();
    let zone = Zone::choose(&file, &conference, None, None, &mut notes).unwrap();
    let mut understanding = Understanding::new(&file, &conference, &days, &zone, identities);
    let entry = understanding.entry(event, &mut notes);
    (entry, notes.into_defects().iter().filter(|defect| defect.word() == "link-not-web").count())
}

#[test]
fn a_uuid_for_an_id_is_the_guid_where_the_format_has_no_other() {
    const GUID: &str = "0b8c7a51-8f4e-5d7c-9a3e-3f1d5c2b6a70";
    let guid = Some(Uuid::try_parse(GUID).unwrap());
    let event = || RawEvent { id: GUID.into(), ..RawEvent::default() };
    let of = |identities| entry(identities, event()).0.guid;
    assert_eq!([of(Identities::Word), of(Identities::Uid)], [guid, guid]);
    assert_ne!(of(Identities::GuidAndNumber), guid);

    let short = RawEvent { id: GUID.replace('-', ""), ..RawEvent::default() };
    assert_ne!(entry(Identities::Word, short).0.guid, guid);
}

#[test]
fn an_address_that_only_stands_for_one_is_no_link_when_it_comes_back() {
    let event = |url: &str| RawEvent { url: url.into(), ..RawEvent::default() };
    let link = |url: &str| {
        let (entry, unclear) = entry(Identities::Word, event(url));
        (entry.link, unclear)
    };
    assert_eq!(link("https://festoon.invalid/session/keynote"), (None, 0));
    assert_eq!(link("https://week.example/keynote"), (Some("https://week.example/keynote".into()), 0));
    assert_eq!(link("mailto:lin@week.example"), (None, 1));
}
