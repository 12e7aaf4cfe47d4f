//! The week folder: what is in it comes back.

use crate::any_records::{any_records, in_order, said};
use crate::sample_folder::Folder;
use festoon_domain::programme::State;
use festoon_domain::record::{Kind, take_apart};
use festoon_domain::text::Lang;
use festoon_domain::week::Records;
use festoon_exchange::week_folder::write;
use proptest::prelude::*;

fn reread(week: &Records) -> Records {
    let folder = Folder::of(write(week));
    folder.read().unwrap_or_else(|refusals| panic!("{refusals:?}"))
}

#[test]
fn the_sample_week_comes_back_equal() {
    let week = Folder::sample().read().expect("the sample week");
    let again = reread(&week);
    assert_eq!(in_order(&again), in_order(&week));
    assert_eq!(write(&again), write(&week));
}

#[test]
fn a_folder_is_plain_csv_with_no_column_that_says_nothing() {
    let week = Folder::sample().read().expect("the sample week");
    let folder = Folder::of(write(&week));
    assert!(folder.text("hosts.csv").starts_with("key,name_zh,name_en,kind,origin\r\ninnovation-office,"));
    assert!(folder.text("travel.csv").starts_with("from,to,minutes,mode\r\n"));
    let headings = folder.text("sessions.csv").lines().next().expect("headings").to_owned();
    assert_eq!(
        headings,
        "key,activity,part,host,kind,title_zh,title_en,title_stale,abstract_zh,abstract_en,use,expected,languages,\
         interpretation,interpreters_needed,speakers,chairs,guests,interpreters,equipment,access,origin,\
         day,start,end,room"
    );
}

#[test]
fn what_stands_where_is_the_same_for_every_program() {
    let week = Folder::sample()
        .with("sessions.csv", 1, "title_en", "=1+1")
        .with("sessions.csv", 1, "equipment", r"a\;b; c\\d ;\ e")
        .with("sessions.csv", 1, "day", "")
        .with("sessions.csv", 1, "start", "2021-06-17T01:00:00.000001Z")
        .with("sessions.csv", 1, "end", "2021-06-18T09:00:30+08:00")
        .with("sessions.csv", 2, "guid", "6F9619FF-8B86-D011-B42D-00CF4FC964FF")
        .with("sessions.csv", 2, "state", "cancelled")
        .with("sessions.csv", 3, "room", "")
        .with("sessions.csv", 3, "venue", "purple-mountain-center")
        .with("projects.csv", 1, "amount_cny", "12.5")
        .read()
        .expect("a week");
    let folder = Folder::of(write(&week));
    for (row, column, cell) in [
        (1, "title_en", "'=1+1"),
        (1, "equipment", r"a\;b;c\\d;\ e"),
        (1, "day", ""),
        (1, "start", "2021-06-17T01:00:00.000001Z"),
        (1, "end", "2021-06-18T01:00:30Z"),
        (2, "guid", "6f9619ff-8b86-d011-b42d-00cf4fc964ff"),
        (2, "state", "cancelled"),
        (3, "guid", ""),
        (3, "venue", "purple-mountain-center"),
        (4, "day", "2021-06-17"),
        (4, "start", "10:40"),
        (4, "end", "11:10"),
    ] {
        assert_eq!(folder.cell("sessions.csv", row, column), cell, "{row} {column}");
    }
    assert_eq!(folder.cell("projects.csv", 1, "amount_cny"), "12.50");
    assert_eq!(said(&reread(&week)), said(&week));
}

#[test]
fn a_session_without_occurrence_is_a_row_and_one_that_is_open_is_another() {
    let folder = Folder::sample()
        .with("sessions.csv", 1, "state", "none")
        .with("sessions.csv", 1, "day", "")
        .with("sessions.csv", 1, "start", "")
        .with("sessions.csv", 1, "end", "")
        .with("sessions.csv", 1, "room", "")
        .with("sessions.csv", 2, "day", "")
        .with("sessions.csv", 2, "room", "");
    let week = folder.read().expect("a week");
    let all = Folder::sample().read().expect("the sample week");
    let programme = &week.programme;
    assert_eq!(programme.sessions.len(), all.programme.sessions.len());
    assert_eq!(programme.occurrences.len(), all.programme.occurrences.len() - 1);
    let open = &programme.occurrences[0];
    assert_eq!((open.session.0, open.when, open.place, open.state), (1, None, None, State::Scheduled));
    assert_eq!(open.guid, all.programme.occurrences[1].guid);
    assert_eq!(in_order(&reread(&week)), in_order(&week));
}

#[test]
fn a_stale_translation_said_in_either_way_is_the_same() {
    let stale = |column, word| {
        let week = Folder::sample().with("sessions.csv", 1, column, word).read().expect("a week");
        week.programme.sessions[0].title.stale()
    };
    assert_eq!(stale("translation", "stale"), Some(Lang::En));
    assert_eq!(stale("title_stale", "en"), Some(Lang::En));
    assert_eq!(stale("title_stale", "zh"), Some(Lang::Zh));
    assert_eq!(stale("translation", "current"), None);
}

#[test]
fn the_same_words_twice_are_one_wording_unless_it_is_said_that_both_are_meant() {
    let wordings = |stale| {
        let folder = Folder::sample()
            .with("hosts.csv", 1, "name_zh", "CENI")
            .with("hosts.csv", 1, "name_en", "CENI")
            .with("hosts.csv", 1, "name_stale", stale);
        let week = folder.read().expect("a week");
        assert_eq!(said(&reread(&week)), said(&week));
        Lang::BOTH.map(|lang| week.programme.hosts[0].name.wording(lang).to_owned())
    };
    assert_eq!(wordings(""), ["", "CENI"]);
    assert_eq!(wordings("none"), ["CENI", "CENI"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_week_comes_back_equal_and_is_written_alike_again(week in any_records()) {
        let again = reread(&week);
        prop_assert_eq!(said(&again), said(&week));
        for kind in Kind::ALL {
            let keys = |week: &Records| -> Vec<Box<str>> {
                take_apart(week).into_iter().filter(|one| one.kind == kind).map(|one| one.key).collect()
            };
            if kind != Kind::Session {
                prop_assert_eq!(keys(&again), keys(&week), "{:?}", kind);
            }
        }
        prop_assert_eq!(write(&again), write(&week));
        prop_assert_eq!(in_order(&reread(&again)), in_order(&again));
    }
}
