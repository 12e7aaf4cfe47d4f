//! What a format can hold comes back equal, whatever the programme; and nobody comes out who may not.

mod arbitrary;

use std::collections::BTreeMap;

use festoon_domain::programme::{Programme, State, Visibility};
use festoon_domain::record::{put_together, take_apart};
use festoon_domain::text::{Lang, Text};
use festoon_domain::week::Records;
use festoon_exchange::outlet::{self, Asked, Issue, Outlet};
use festoon_exchange::{NamedFile, Options};
use jiff::Timestamp;
use proptest::prelude::*;
use uuid::Uuid;

use arbitrary::{CANARY, programme};

/// What every schedule format holds of an occurrence.
#[derive(Debug, Clone, PartialEq)]
struct Held {
    title: String,
    from: Timestamp,
    until: Timestamp,
    room: String,
    state: State,
    people: Vec<String>,
    link: Option<String>,
    number: Option<u32>,
    texts: [String; 3],
    references: Vec<(String, String)>,
}

fn asked(lang: Lang, audience: Visibility) -> Asked {
    Asked { lang, audience, ..Asked::of(Issue { number: 1, at: Timestamp::UNIX_EPOCH }) }
}

/// As a text comes out of a file: without what no file holds.
fn clean(words: &str) -> String {
    let words = words.replace("\r\n", "\n").replace('\r', "\n");
    let unfit =
        |c: char| (c.is_control() && !matches!(c, '\n' | '\t')) || matches!(c, '\u{fffe}' | '\u{ffff}');
    words.replace(unfit, "").trim().to_owned()
}

fn line(words: &str) -> String {
    clean(words).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn held(programme: &Programme, lang: Lang) -> BTreeMap<Uuid, Held> {
    let read = |text: &Text| clean(text.read(lang));
    let of = |(id, occurrence): (_, &festoon_domain::programme::Occurrence)| {
        let session = programme.session_of(id);
        let when = occurrence.when?;
        let public = session.appearances.iter().filter(|there| there.visibility == Visibility::Public);
        let mut people: Vec<String> =
            public.map(|there| line(programme[there.person].name.read(lang))).collect();
        people.sort();
        people.dedup();
        let references = session.references.iter().map(|one| {
            let title = line(&one.title);
            (one.address.clone(), if title == one.address { String::new() } else { title })
        });
        let mut references: Vec<_> = references.collect();
        references.sort();
        references.dedup_by(|a, b| a.0 == b.0);
        let held = Held {
            title: line(session.title.read(lang)),
            from: when.start(),
            until: when.end(),
            room: occurrence.room().map(|room| line(programme[room].name.read(lang))).unwrap_or_default(),
            state: occurrence.state,
            people,
            link: session.link.clone(),
            number: occurrence.number.map(std::num::NonZeroU32::get),
            texts: [line(session.subtitle.read(lang)), read(&session.summary), read(&session.description)],
            references,
        };
        Some((occurrence.guid, held))
    };
    programme.each_occurrence().filter_map(of).collect()
}

fn back(programme: &Programme, outlet: Outlet, lang: Lang) -> (Vec<u8>, Programme) {
    let written =
        outlet::write(programme, outlet, &asked(lang, Visibility::Public)).expect("something has a time");
    let file = NamedFile { name: "week".into(), bytes: written.bytes.clone() };
    let reading = festoon_exchange::read(&[file], &Options::default()).unwrap_or_else(|refusals| {
        panic!("{refusals:?}\n{}", String::from_utf8_lossy(&written.bytes));
    });
    (written.bytes, reading.programme)
}

fn comes_back(programme: &Programme, outlet: Outlet, lang: Lang, keep: fn(&mut Held)) {
    let (bytes, read) = back(programme, outlet, lang);
    let project = |programme| -> BTreeMap<Uuid, Held> {
        let mut held = held(programme, lang);
        held.values_mut().for_each(keep);
        held
    };
    let (read, mut meant) = (project(&read), project(programme));
    assert_eq!(read.keys().collect::<Vec<_>>(), meant.keys().collect::<Vec<_>>());
    for (guid, meant) in &mut meant {
        let read = &read[guid];
        // What had no number before was given one; what had one keeps it.
        meant.number = meant.number.or(read.number);
        assert_eq!(read, meant, "{}", String::from_utf8_lossy(&bytes));
    }
}

/// A calendar has one description and no numbers, and one sort of line end.
fn in_one_description(held: &mut Held) {
    held.number = None;
    let mut whole: Vec<&str> = Vec::new();
    for text in &held.texts {
        // What was said already is not said again.
        if !text.is_empty() && !whole.contains(&text.as_str()) {
            whole.push(text);
        }
    }
    let whole = whole.join("\n\n").replace(['\u{2028}', '\u{2029}'], "\n");
    held.texts = [String::new(), String::new(), whole];
}

/// OPass has one description, one link and no numbers.
fn without_opass(held: &mut Held) {
    held.number = None;
    held.references.clear();
    let [_, summary, description] = &held.texts;
    // A summary that the description has for its first paragraph is said once.
    let again = description
        .strip_prefix(summary.as_str())
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('\n'));
    let whole = [if again { "" } else { summary.as_str() }, description.as_str()];
    let whole: Vec<&str> = whole.into_iter().filter(|text| !text.is_empty()).collect();
    held.texts = [String::new(), String::new(), whole.join("\n\n")];
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn schedule_xml_comes_back_equal(programme in programme(), lang in prop::sample::select(Lang::BOTH.to_vec())) {
        comes_back(&programme, Outlet::ScheduleXml, lang, |_| {});
    }

    #[test]
    fn schedule_json_comes_back_equal(programme in programme(), lang in prop::sample::select(Lang::BOTH.to_vec())) {
        comes_back(&programme, Outlet::ScheduleJson, lang, |_| {});
    }

    #[test]
    fn opass_comes_back_equal_in_both_languages(programme in programme()) {
        for lang in Lang::BOTH {
            comes_back(&programme, Outlet::Opass, lang, without_opass);
        }
    }

    #[test]
    fn a_calendar_comes_back_equal(programme in programme(), lang in prop::sample::select(Lang::BOTH.to_vec())) {
        comes_back(&programme, Outlet::Ics, lang, in_one_description);
    }

    #[test]
    fn what_was_read_can_be_taken_apart_and_put_together(programme in programme()) {
        for outlet in [Outlet::ScheduleXml, Outlet::Ics] {
            let mut read = back(&programme, outlet, Lang::Zh).1;
            // A file's acronym need not be an address; whoever keeps a week names it.
            read.week.slug = "test-week".into();
            let records = take_apart(&Records::of(read));
            let again = put_together(&records).map_err(|fault| TestCaseError::fail(fault.sentence(Lang::En)))?;
            prop_assert_eq!(take_apart(&again), records);
        }
    }

    #[test]
    fn whoever_may_not_be_known_is_nowhere_in_the_bytes(programme in programme(), lang in prop::sample::select(Lang::BOTH.to_vec())) {
        for outlet in Outlet::ALL {
            let written = outlet::write(&programme, outlet, &asked(lang, Visibility::Public)).expect("a time");
            let found = written.bytes.windows(CANARY.len()).any(|bytes| bytes == CANARY.as_bytes());
            prop_assert!(!found || outlet == Outlet::Xlsx, "{}", outlet.word());
        }
    }
}
