//! What an English number counts by the words behind it: the noun of its phrase, over adjectives, “of the” and “and”.

use super::nouns::{AHEAD, noun};
use super::nouns_en::is_countable;
use super::phrase_en::{is_adjective, is_people, is_verb_of, of_ranks, of_two_bounds};
use crate::find::tokens::cues::{Cues, words};
use crate::find::tokens::scan::Scan;
use crate::find::tokens::sense::Sense;
use crate::find::tokens::token::{Case, What};
use crate::unit::Unit;

/// Words that end the phrase of what is counted.
const STOPS: Cues = words![
    "are",
    "were",
    "was",
    "is",
    "in",
    "on",
    "at",
    "from",
    "to",
    "for",
    "with",
    "by",
    "had",
    "have",
    "has",
    "and",
    "or",
    "that",
    "who",
    "per",
    "a",
    "an",
    "came",
    "will",
    "would",
    "after",
    "before",
    "during",
    "as",
    "when",
    "while",
    "but",
    "than",
    "each",
    "did",
    "do",
    "went",
    "took",
    "said",
    "if",
    "more",
    "less",
    "fewer",
    "lower",
    "higher",
    "appeared",
    "reached",
    "cover",
    "covers",
    "told",
    "made",
    "make",
    "between",
    "around",
    "beside",
    "near",
    "within",
    "throughout",
    "along",
    "across",
    "against",
    "already",
    "so",
    "not",
    "it",
    "they",
    "we",
    "you",
    "i",
    "exceed",
    "exceeds",
    "about",
    "under",
    "over",
    "above",
    "now",
    "last",
    "now:",
    "its",
    "their",
    "signed",
    "landed",
    "into",
    "finished",
    "enough",
    "read",
    "this",
    "listed",
    "grew",
    "out",
    "exist",
    "existed",
    "involved",
    "involve",
    "involves",
    "became",
    "become",
    "won",
    "drew",
    "turned",
    "joined",
    "found",
    "led",
    "leads",
    "concern",
    "concerns",
    "represent",
    "represents",
    "chose",
    "gave",
    "got",
    "held",
    "kept",
    "met",
    "paid",
    "ran",
    "saw",
    "sent",
    "sold",
    "spent",
    "spoke",
    "stood",
    "wrote",
    "began",
    "brought",
    "bought",
];

/// Words that end as plurals do and are none.
const NO_PLURALS: Cues = words![
    "across",
    "always",
    "besides",
    "perhaps",
    "towards",
    "versus",
    "overseas",
    "plus",
    "minus",
    "this",
    "less",
    "regardless",
    "nevertheless",
    "sometimes",
    "nowadays",
    "afterwards",
    "outdoors",
    "indoors",
    "downstairs",
    "upstairs",
    "besides",
    "unless",
    "business",
    "does",
];

/// “9,500 meals”, “five new stages”: whether the things behind a number are of no sort that is known.
pub(in crate::find) fn counts_other_things(scan: &Scan, next: usize) -> bool {
    for at in next..next + 3 {
        let letters = scan.letters(at);
        // “6 NDAs”
        if letters.len() > 2
            && letters.ends_with('s')
            && letters[..letters.len() - 1].bytes().all(|byte| byte.is_ascii_uppercase())
        {
            return true;
        }
        // “19 gates”, “20 public policy issues”
        if matches!(scan.sense(at), Some(Sense::Label))
            && letters.ends_with('s')
            && letters.starts_with(|first: char| first.is_ascii_lowercase())
        {
            return noun(scan, at + 1).is_none();
        }
        // “2 power cuts”: behind another word, a verb of change is a noun.
        let things = at > next
            && matches!(scan.sense(at), Some(Sense::Moves(_) | Sense::Change(_)))
            && letters.ends_with('s');
        if things {
            return noun(scan, at + 1).is_none();
        }
        // “340 lost umbrellas”
        if at == next
            && scan.is_among(at, words!["lost", "reduced", "extended", "increased", "rising", "growing"])
        {
            continue;
        }
        if scan.what(at) != What::Word(Case::Small) || scan.is_among(at, STOPS) {
            return false;
        }
        if letters.len() > 3
            && letters.ends_with('s')
            && !letters.ends_with("ss")
            && !scan.is_among(at, NO_PLURALS)
        {
            return noun(scan, at + 1).is_none();
        }
    }
    false
}

/// The noun that a number is of, within its phrase, and how many words stand between.
pub(in crate::find) fn ahead(scan: &Scan, next: usize) -> Option<(Unit, usize)> {
    if let Some(unit) = of_ranks(scan, next).or_else(|| of_two_bounds(scan, next)) {
        return Some((unit, 1));
    }
    let mut of = false;
    for step in 0..AHEAD {
        let at = next + step;
        // “29 of the 74 activities”
        if of
            && step > 0
            && step < 8
            && matches!(scan.what(at), What::Literal(_) | What::Known(Sense::Small(_) | Sense::Tens(_)))
        {
            continue;
        }
        if scan.ends_clause(at) || matches!(scan.what(at), What::Literal(_)) {
            return None;
        }
        // “two dozen of the city’s firms”: what has something is not what is counted.
        let owns =
            matches!(scan.what(at + 1), What::Sign('’' | '\'')) && scan.glued(at + 1) && scan.is(at + 2, "s");
        if owns {
            continue;
        }
        if let Some(unit) = noun(scan, at) {
            if unit == Unit::Time && !scan.is(at, "times") {
                continue;
            }
            // “company requests”, “industry chains”: of nouns that follow one another, the last is counted.
            let mut last = (unit, step);
            for more in 1..4 {
                match noun(scan, at + more)
                    .filter(|_| !scan.ends_clause(at + more) && !is_verb_of(scan, at + more))
                {
                    Some(unit) => last = (unit, step + more),
                    None => break,
                }
            }
            return Some(last);
        }
        // “five fishermen”
        if step < 3 && is_people(scan, at) {
            return Some((Unit::Person, step));
        }
        match scan.sense(at) {
            Some(Sense::Measure(unit))
                if step > 0
                    && (!matches!(unit, Unit::Day | Unit::Week | Unit::Year | Unit::Month)
                        || step == 1 && scan.is_among(at - 1, OF_TIMES)
                        || scan.letters(at).ends_with('s')
                            && (of && unit == Unit::Day || step == 1 && is_adjective(scan, at - 1))) =>
            {
                return Some((unit, step));
            }
            Some(Sense::Small(_) | Sense::Tens(_) | Sense::Money(_) | Sense::Hedge(_)) => return None,
            _ => {}
        }
        if scan.is(at, "of") && step == 0 {
            of = true;
            continue;
        }
        if (step == 0 || of) && scan.is_among(at, words!["signed", "landed", "started", "inked"]) {
            continue;
        }
        if step > 0
            && scan.is(at, "and")
            && let Some((unit, more)) = second_adjective(scan, at)
        {
            return Some((unit, step + more));
        }
        // “six more exhibitions”, but “six more than”
        if step == 0
            && scan.is_among(at, words!["more", "fewer"])
            && matches!(scan.what(at + 1), What::Word(_) | What::Known(Sense::Noun(_)))
        {
            continue;
        }
        // “hosts 22 around the park”: a preposition with its article is a word of its own.
        let stop = scan.is_among(at, STOPS)
            || matches!(scan.sense(at), Some(Sense::Plain)) && scan.letters(at).ends_with(" the");
        let of_them = of
            && scan.is_among(
                at,
                words![
                    "them", "which", "these", "those", "whom", "the", "us", "you", "our", "its", "their",
                    "all",
                ],
            );
        if stop && !of_them {
            return None;
        }
    }
    None
}

/// What stands between a number and a time: “four straight months”, “two full days”.
const OF_TIMES: Cues = words![
    "straight",
    "consecutive",
    "successive",
    "full",
    "whole",
    "main",
    "solid",
    "long",
    "busy",
    "packed",
    "working",
    "calendar",
    "further",
    "more",
];

/// “1,807 economic and trade exhibitions”: the noun behind the second of two adjectives that “and” joins.
///
/// What stands before “and” must be no plural, which would be counted itself.
fn second_adjective(scan: &Scan, and: usize) -> Option<(Unit, usize)> {
    const FURTHEST: usize = 4;
    let adjective = |at: usize| {
        let word = scan.letters(at);
        matches!(scan.what(at), What::Word(_) | What::Known(Sense::Amount | Sense::Plain | Sense::Label))
            && (!word.ends_with('s') || word.ends_with("ss"))
            && !scan.is_among(at, STOPS)
    };
    if !adjective(and - 1) {
        return None;
    }
    let noun_at = (and + 2..and + 1 + FURTHEST).find(|at| noun(scan, *at).is_some())?;
    let joined = (and + 1..noun_at).all(|at| adjective(at) || scan.is_sign(at, '-'));
    let unit = noun(scan, noun_at).filter(|_| joined && is_countable(scan, noun_at))?;
    Some((unit, noun_at - and))
}
