//! Marked texts, set by set: their figures are found, true texts raise hardly an alarm, and what the mutator makes wrong is told.
//!
//! The corpus was written before the engine; the other sets by others who had not read it. What was misread in them has been mended since, so that
//! they guard and no longer measure; what a set does not hold yet stands here as an ignored test.

mod found;
mod injected;
#[path = "../mutator/mod.rs"]
mod mutator;
mod undisturbed;

use festoon_claims::{Date, Fault, Ledger, Occasion};
use mutator::marks::{Corpus, Language, Paragraph, folder_of};
use std::ops::Range;

fn ledger_of(set: &str) -> Ledger {
    let path = folder_of(set).join("figures.toml");
    Ledger::parse(&std::fs::read_to_string(path).expect("the figures")).expect("a ledger")
}

/// The faults of a set's figures. That they have no name in a language which no text of the set is in is none.
fn contradictions(set: &str) -> Vec<Fault> {
    let texts = Corpus::read_in(set).paragraphs;
    let is_spoken = |language| texts.iter().any(|text| text.language == language);
    let said = |fault: &Fault| match fault {
        Fault::NoName { language: "Chinese", .. } => is_spoken(Language::Chinese),
        Fault::NoName { .. } => is_spoken(Language::English),
        _ => true,
    };
    ledger_of(set).faults().into_iter().filter(said).collect()
}

/// Noon of the paragraph's day, in the time zone of the figures.
fn occasion(ledger: &Ledger, paragraph: &Paragraph) -> Occasion {
    let noon: jiff::Zoned =
        format!("{}T12:00:00[{}]", paragraph.day, ledger.time_zone).parse().expect("a day and a zone");
    Occasion {
        day: Date::parse(&paragraph.day).expect("a day"),
        at: noon.timestamp(),
        week: Some(paragraph.week.clone()),
    }
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// The tests of one set of texts. What a set does not hold yet is only measured: with `told`, what is said of mistakes; with `read` as well, how
/// its figures are understood; with `calm`, the alarms on true texts.
macro_rules! set {
    ($name:ident, $folder:literal $(, told: $told:meta)? $(, read: $read:meta)? $(, calm: $calm:meta)?) => {
        mod $name {
            #[test]
            $(#[$read])?
            fn every_figure_is_found_and_understood() {
                crate::found::every_figure($folder);
            }

            #[test]
            $(#[$calm])?
            fn true_texts_raise_no_more_than_one_alarm_a_page() {
                crate::undisturbed::every_text($folder);
            }

            #[test]
            $(#[$told])?
            fn what_the_mutator_made_wrong_is_found_and_rightly_named() {
                crate::injected::every_mistake($folder);
            }

            #[test]
            fn the_figures_do_not_contradict_themselves() {
                assert_eq!(crate::contradictions($folder), Vec::new());
            }
        }
    };
}

set!(corpus, "corpus");
set!(en_1, "en-1");
set!(en_2, "en-2");
set!(en_3, "en-3");
set!(en_4, "en-4", told: ignore = "wrong values and powers whose sentence names nothing");
set!(en_5, "en-5", told: ignore = "one wrong value of 172");
set!(en_6, "en-6", told: ignore = "directions and scopes, of which it has few");
set!(en_7, "en-7", read: ignore = "what a number counts that only the sense of the text says");
set!(en_8, "en-8");
set!(en_9, "en-9", told: ignore = "stages, and what is counted");
set!(en_10, "en-10", told: ignore = "stages, and what is counted");
set!(en_11, "en-11", told: ignore = "wrong values whose sentence names nothing");
set!(en_12, "en-12", told: ignore = "a wrong value and a stage or two");
set!(en_13, "en-13", told: ignore = "sums and scopes");
set!(en_14, "en-14", told: ignore = "wrong values, stages and sums");
set!(en_15, "en-15", told: ignore = "wrong values, stages, scopes and sums", calm: ignore = "1.3 alarms a page");
set!(en_16, "en-16", told: ignore = "wrong values, powers, stages and sums", read: ignore = "a few figures misread");
set!(en_17, "en-17", told: ignore = "as it was on first sight", read: ignore = "as it was on first sight", calm: ignore = "2.0 alarms a page");
set!(zh_1, "zh-1");
set!(zh_2, "zh-2");
set!(zh_3, "zh-3");
set!(zh_4, "zh-4");
set!(zh_5, "zh-5");
set!(zh_6, "zh-6");
set!(zh_7, "zh-7");
set!(zh_8, "zh-8");
set!(zh_9, "zh-9", told: ignore = "wrong values, old numbers, and what a rumour counted");
set!(zh_10, "zh-10");
set!(zh_11, "zh-11", told: ignore = "wrong values whose sentence names nothing");
set!(zh_12, "zh-12");
set!(zh_13, "zh-13");
set!(zh_14, "zh-14");
set!(zh_15, "zh-15", told: ignore = "stages of an edition that is told as the last one");
set!(zh_16, "zh-16", told: ignore = "wrong values and sums", read: ignore = "a few figures misread");
set!(zh_17, "zh-17", told: ignore = "sums, as it was on first sight", read: ignore = "as it was on first sight", calm: ignore = "1.1 alarms a page");
