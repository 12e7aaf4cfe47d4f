//! Marked texts, set by set: their figures are found, true texts raise hardly an alarm, and what the mutator makes wrong is told.
//!
//! The corpus was written before the engine; the other sets by others who had not read it. What was misread in all of them has been mended
//! since, so that they guard and no longer measure; of the last English ones and the last two Chinese ones, not all that is wrong is rightly named.

mod found;
mod injected;
#[path = "../mutator/mod.rs"]
mod mutator;
mod undisturbed;

use festoon_claims::{Date, Ledger, Occasion};
use mutator::marks::{Paragraph, folder_of};
use std::ops::Range;

fn ledger_of(set: &str) -> Ledger {
    let path = folder_of(set).join("figures.toml");
    Ledger::parse(&std::fs::read_to_string(path).expect("the figures")).expect("a ledger")
}

fn occasion(paragraph: &Paragraph) -> Occasion {
    Occasion {
        day: Date::parse(&paragraph.day).expect("a day"),
        at: format!("{}T12:00:00+08:00", paragraph.day).parse().expect("an instant"),
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
                assert_eq!(crate::ledger_of($folder).faults(), Vec::new());
            }
        }
    };
}

set!(corpus, "corpus");
set!(english, "heldout-en");
set!(second_english, "heldout-en-2");
set!(chinese, "heldout-zh");
set!(second_chinese, "heldout-zh-2");
set!(third_chinese, "heldout-zh-3");
set!(fourth_chinese, "heldout-zh-4");
set!(fifth_chinese, "heldout-zh-5");
set!(sixth_chinese, "heldout-zh-6");
set!(seventh_chinese, "heldout-zh-7");
set!(eighth_chinese, "heldout-zh-8");
set!(third_english, "heldout-en-3");
// Their figures are understood and hardly an alarm is raised, while not yet everything wrong in them is rightly named: that is measured.
set!(fourth_english, "heldout-en-4", told: ignore = "measures what is not yet as it should be");
set!(fifth_english, "heldout-en-5", told: ignore = "measures what is not yet as it should be");
set!(sixth_english, "heldout-en-6", told: ignore = "measures what is not yet as it should be");
set!(ninth_chinese, "heldout-zh-9", told: ignore = "wrong values, powers and old numbers");
set!(tenth_chinese, "heldout-zh-10", told: ignore = "wrong values, powers and sums");
// Of these not all is understood either.
set!(seventh_english, "heldout-en-7", told: ignore = "sums", read: ignore = "numbers that leave out what they count");
set!(eighth_english, "heldout-en-8", read: ignore = "numbers that leave out what they count");
// Measured on first sight, and not yet mended by.
set!(eleventh_chinese, "heldout-zh-11", told: ignore = "first sight", read: ignore = "first sight", calm: ignore = "first sight");
set!(eleventh_english, "heldout-en-11", told: ignore = "first sight", read: ignore = "first sight", calm: ignore = "first sight");
set!(ninth_english, "heldout-en-9", told: ignore = "wrong values and sums", read: ignore = "numbers that leave out what they count");
set!(tenth_english, "heldout-en-10", told: ignore = "wrong values", read: ignore = "numbers that leave out what they count");
