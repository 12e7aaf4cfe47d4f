//! A week full of secrets, frozen: none of them is in a release, and none on a page.

use std::collections::HashSet;
use std::num::NonZeroU32;
use std::sync::Arc;

use festoon_domain::figures::{Figure, Hedge, Measure};
use festoon_domain::programme::{Citation, Person, PersonId, Role, Spot, Visibility};
use festoon_domain::signing::{Project, Stage};
use festoon_domain::text::{Lang, Text};
use festoon_domain::week::{Provenance, Records};
use festoon_guide::frozen::FrozenFigure;
use festoon_guide::pages::chooser::ChooserPage;
use festoon_guide::pages::error::{ErrorPage, Trouble};
use festoon_guide::url::Base;
use festoon_guide::{Frozen, Guide, Imprint, Origin, pages};
use festoon_testkit::TestWeek;
use festoon_testkit::people::{ADA, JONAS, LIN, MEI, NOOR, OTTO, WEI};

/// Stands in every text nobody may see.
const CANARY: &str = "canary";
/// Stands in every number nobody may see.
const CANARY_NUMBER: u32 = 918_273_645;

/// Ada speaks in public, and is a guest of honour elsewhere. Everybody else appears only where the public may not know.
fn week_with_secrets() -> Records {
    let mut programme = TestWeek::new()
        .venue("park")
        .room("hall")
        .session("opening")
        .at("2021-06-21 09:00", "10:00")
        .guest(JONAS)
        .interpreter(MEI)
        .speaker(ADA)
        .expecting(CANARY_NUMBER)
        .needs(CANARY)
        .interpreted(2)
        .session("dinner")
        .at("2021-06-21 19:00", "21:00")
        .guest(ADA)
        .appears(NOOR, Role::Speaker, Visibility::Hosts)
        .appears(OTTO, Role::Chair, Visibility::Protocol)
        .session("forum")
        .at("2021-06-22 09:00", "10:00")
        .appears(LIN, Role::GuestOfHonour, Visibility::Public)
        .session("nobody")
        .appears(WEI, Role::Interpreter, Visibility::Hosts)
        .build();
    for person in
        programme.people.iter_mut().filter(|person| ![ADA.key, LIN.key].contains(&person.key.as_str()))
    {
        *person = secret(&person.key);
    }
    for occurrence in &mut programme.occurrences {
        let spot = Spot::Row(Arc::from(CANARY), CANARY_NUMBER);
        occurrence.citation = Citation { file: Arc::from("canary.xlsx"), spot };
    }
    let figure = |key: &str, measure, announced| Figure {
        key: key.into(),
        name: Text::new("项目", "Projects"),
        definition: Text::default(),
        unit: "project".into(),
        announced,
        hedge: Hedge::Exactly,
        as_of: programme.week.first_day,
        measure,
        provenance: Provenance::Stated,
    };
    Records {
        figures: vec![figure("projects", Measure::Projects, 3), figure("money", Measure::InvestmentTotal, 7)],
        projects: ["one", "two", "three"].map(project).into(),
        exhibits: Vec::new(),
        points: Vec::new(),
        checkpoints: Vec::new(),
        programme,
    }
}

/// Somebody of whom every field would give them away.
fn secret(key: &str) -> Person {
    let text = |what: &str| Text::new(&format!("金丝雀 {CANARY} {what}"), &format!("{CANARY} {what}"));
    Person {
        key: format!("{CANARY}-{key}"),
        guid: Some(uuid::Uuid::new_v5(&uuid::Uuid::NAMESPACE_URL, key.as_bytes())),
        number: NonZeroU32::new(CANARY_NUMBER),
        name: text("name"),
        organisation: text("organisation"),
        position: text("position"),
        biography: text("biography"),
        picture: Some(format!("https://{CANARY}.example.org/{key}.jpg")),
        provenance: Provenance::Stated,
    }
}

fn project(key: &str) -> Project {
    Project {
        key: format!("{CANARY}-{key}"),
        name: Text::new("金丝雀项目", "canary project"),
        stage: Stage::Signed,
        amount_fen: 123_456_700,
        chain: None,
        country: Some("FR".into()),
        signed_on: None,
        provenance: Provenance::Stated,
    }
}

/// Every trace a secret of this week could leave.
fn canaries(records: &Records) -> Vec<String> {
    let guids = records.programme.people.iter().filter_map(|person| person.guid).map(|guid| guid.to_string());
    let numbers = [CANARY_NUMBER.to_string(), "918,273,645".into(), "1234567".into(), "1,234,567".into()];
    [CANARY.into(), "金丝雀".into()].into_iter().chain(numbers).chain(guids).collect()
}

fn assert_none(canaries: &[String], text: &str, place: &str) {
    for canary in canaries {
        assert!(!text.contains(canary.as_str()), "{canary} in {place}");
    }
}

#[test]
fn no_secret_of_a_week_is_in_its_release() {
    let records = week_with_secrets();
    let canaries = canaries(&records);
    assert_eq!(canaries.len(), 2 + 4 + 5, "five people are secret");
    let before = format!("{records:?}");
    let planted = canaries.iter().filter(|canary| before.contains(canary.as_str())).count();
    assert!(planted >= 2 + 2 + 5, "the secrets are there before: {planted}");

    let frozen = Frozen::of(records);
    assert_none(&canaries, &format!("{frozen:?}"), "the release");
    assert!(frozen.records.projects.is_empty());
}

#[test]
fn no_page_shows_a_secret() {
    let records = week_with_secrets();
    let canaries = canaries(&records);
    let guide = Guide::of(Frozen::of(records), Imprint::unreleased(Origin::default()));
    for guide in [guide.read_at(Base::of_week("test-week")), guide] {
        for lang in Lang::BOTH {
            for page in pages::all(&guide) {
                let html = pages::render(&guide, lang, page).expect("it has it");
                assert_none(&canaries, &html, &guide.address(page, lang));
            }
            let error = ErrorPage::new(Some(&guide), lang, Trouble::NotFound);
            assert_none(&canaries, &askama::Template::render(&error).expect("in memory"), "an error");
        }
        let chooser = ChooserPage::new(&guide);
        assert_none(&canaries, &askama::Template::render(&chooser).expect("in memory"), "the chooser");
    }
}

#[test]
fn who_is_left_out_leaves_no_gap_and_who_stays_is_still_themselves() {
    let frozen = Frozen::of(week_with_secrets());
    let programme = &frozen.records.programme;
    let keys: Vec<&str> = programme.people.iter().map(|person| person.key.as_str()).collect();
    assert_eq!(keys, [ADA.key, LIN.key]);
    let cast: Vec<(&str, PersonId, Role)> = (programme.sessions.iter())
        .flat_map(|session| {
            session.appearances.iter().map(|who| (session.key.as_str(), who.person, who.role))
        })
        .collect();
    assert_eq!(cast, [("opening", PersonId(0), Role::Speaker), ("forum", PersonId(1), Role::GuestOfHonour),]);
    let citations: HashSet<&Citation> = programme.occurrences.iter().map(|it| &it.citation).collect();
    assert_eq!(citations, HashSet::from([&Citation { file: Arc::from(""), spot: Spot::Whole }]));
}

#[test]
fn figures_are_computed_while_the_projects_are_there_and_come_back_from_plain_numbers() {
    let frozen = Frozen::of(week_with_secrets());
    let computed: Vec<Option<i64>> = frozen.figures.iter().map(|frozen| frozen.computed).collect();
    assert_eq!(computed, [Some(3), Some(3 * 1_234_567)]);
    let total = frozen.stages.totals[0];
    assert_eq!((total.stage, total.projects, total.yuan), (Stage::Signed, 3, Some(3 * 1_234_567)));

    let of_the_records = &frozen.records.figures;
    for (kept, figure) in frozen.figures.iter().zip(of_the_records) {
        let thawed = FrozenFigure::new(figure.clone(), kept.computed, kept.records);
        assert_eq!(format!("{thawed:?}"), format!("{kept:?}"));
    }
}

#[test]
fn the_money_of_one_or_two_projects_is_nobodys_to_read() {
    for few in 1..=2 {
        let mut records = week_with_secrets();
        records.projects.truncate(few);
        let frozen = Frozen::of(records);
        let computed: Vec<Option<i64>> = frozen.figures.iter().map(|frozen| frozen.computed).collect();
        assert_eq!(computed.last(), Some(&None), "{computed:?}");
        let said = format!("{frozen:?}");
        assert!(!said.contains("1234567") && !said.contains("2469134"), "{said}");
    }
}

#[test]
fn leads_beside_two_signed_projects_do_not_make_their_total_public() {
    let mut records = week_with_secrets();
    let lead = |key: &str| Project { stage: Stage::Lead, ..project(key) };
    records.projects = vec![project("one"), project("two"), lead("three"), lead("four"), lead("five")];
    let frozen = Frozen::of(records);
    let money = frozen.figures.iter().find(|frozen| frozen.figure.key == "money").expect("it is announced");
    assert_eq!((money.computed, money.verdict), (None, None));
}
