//! The sample week in `demo/week`: whole, honest about its figures, and with just the clashes it means to have.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

use festoon_domain::figures::Verdict;
use festoon_domain::record::{put_together, take_apart};
use festoon_domain::text::Lang;
use festoon_domain::timetable::{Rulebook, check, words};
use festoon_domain::week::{Provenance, Records};
use festoon_exchange::week_folder;

fn sample_week() -> Records {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/week");
    let files = |name: &str| std::fs::read(folder.join(name)).ok().map(Cow::Owned);
    week_folder::read(&files).unwrap_or_else(|refusals| panic!("{refusals:?}"))
}

#[test]
fn every_figure_of_the_announcement_comes_out_by_computation() {
    let week = sample_week();
    let computed: BTreeMap<&str, (i64, i64, Verdict)> = week
        .figures
        .iter()
        .map(|figure| {
            let computed = figure.measure.compute(&week);
            (figure.key.as_str(), (figure.announced, computed, figure.verdict(computed)))
        })
        .collect();
    let honest = |announced, computed| (announced, computed, Verdict::Honest);
    let expected = BTreeMap::from([
        ("activities", honest(48, 48)),
        ("key-activities", honest(7, 7)),
        ("theme-forums", honest(13, 13)),
        ("summit-forums", honest(1, 1)),
        ("projects", honest(150, 156)),
        ("investment-total", honest(50_000_000_000, 49_600_000_000)),
        ("signed-over-1bn", honest(17, 17)),
        ("exhibits", honest(370, 372)),
        ("chains", honest(8, 8)),
        ("exhibition-points", honest(3, 3)),
        ("checkpoints", honest(33, 33)),
    ]);
    assert_eq!(computed, expected);
}

#[test]
fn the_sample_week_has_the_clashes_it_means_to_have_and_no_others() {
    let week = sample_week();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for finding in check(&week.programme, &Rulebook::default()) {
        println!("{}", words::sentence(&week.programme, &finding, Lang::En));
        *counts.entry(finding.clash.rule().word()).or_default() += 1;
    }
    let expected = BTreeMap::from([
        ("two-places", 1),
        ("road", 1),
        ("room-twice", 1),
        ("closed", 1),
        ("seats", 1),
        ("slack", 1),
        ("interpreters", 1),
        ("venue-full", 1),
        ("untranslated", 3),
        ("stale", 2),
    ]);
    assert_eq!(counts, expected);
}

#[test]
fn nothing_invented_goes_unmarked() {
    let week = sample_week();
    let facts: Vec<&str> = week
        .programme
        .activities
        .iter()
        .filter(|activity| activity.provenance == Provenance::Stated)
        .map(|activity| activity.title.wording(Lang::En))
        .collect();
    assert_eq!(
        facts,
        [
            "5th Future Network Development Conference",
            "4th China-France Innovation Cooperation and Development Conference",
            "2021 Nordic-China (Nanjing) Life Technology and Digital Medical Industry Cooperation Forum",
            "World Energy Storage Technology Conference and China-UK Energy Storage Technology Forum of the National Natural Science Foundation of China",
            "Jiulong Lake Night: International Innovation Block Carnival",
        ]
    );
    assert!(week.programme.people.iter().all(|person| person.provenance == Provenance::Sample));
    assert!(week.projects.iter().all(|project| project.provenance == Provenance::Sample));
    assert!(week.exhibits.iter().all(|exhibit| exhibit.provenance == Provenance::Sample));
}

#[test]
fn a_fault_in_the_folder_names_file_row_and_column() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/week");
    let files = |name: &str| {
        let text = std::fs::read_to_string(folder.join(name)).ok()?;
        let text = if name == "rooms.csv" {
            text.replacen(",purple-mountain-center,", ",nowhere,", 1)
        } else {
            text
        };
        Some(Cow::Owned(text.into_bytes()))
    };
    let refusal = week_folder::read(&files).expect_err("a room in a venue nobody knows").remove(0);
    assert_eq!(&*refusal.file, "rooms.csv");
    assert_eq!(refusal.reason.sentence(Lang::En), "“nowhere” in column “venue” is defined in no table.");
    assert_eq!(refusal.reason.sentence(Lang::Zh), "「venue」列的「nowhere」在对应的表里没有定义。");
}

#[test]
fn taken_apart_and_put_together_the_sample_week_is_the_same() {
    let week = sample_week();
    let records = take_apart(&week);
    let again = put_together(&records).unwrap_or_else(|fault| panic!("{}", fault.sentence(Lang::En)));
    assert_eq!(again, week);
    assert_eq!(take_apart(&again), records);
}
