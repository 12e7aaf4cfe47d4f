//! Every mutation makes its text mean something else, in the way it says and in no other, and a seed gives the same ones again.

mod mutator;

use mutator::marks::{Corpus, Language, Mark, Paragraph};
use mutator::numerals::{decimal, micro, reading};
use mutator::truth::Truth;
use mutator::{Mutation, Verdict, mutations};
use std::collections::BTreeMap;

const EACH: usize = 120;

fn made(seed: u64) -> (Corpus, Vec<Mutation>) {
    let (corpus, truth) = (Corpus::read_in("corpus"), Truth::read_in("corpus"));
    let made = mutations(&corpus, &truth, seed, EACH);
    (corpus, made)
}

fn original<'a>(corpus: &'a Corpus, mutation: &Mutation) -> &'a Paragraph {
    let mut all = corpus.paragraphs.iter().chain(corpus.pairs.iter().flatten());
    all.find(|paragraph| paragraph.source == mutation.paragraph.source).expect("made from the corpus")
}

/// The first mark that is no longer what it was, before and after.
fn changed<'a>(
    before: &'a Paragraph,
    after: &'a Paragraph,
    is_one: impl Fn(&Mark) -> bool,
) -> Option<(&'a Mark, &'a Mark)> {
    let meaning =
        |mark: &Mark| (mark.kind.clone(), mark.value.clone(), mark.unit.clone(), mark.flags.clone());
    before.marks.iter().zip(&after.marks).find(|(old, new)| is_one(old) && meaning(old) != meaning(new))
}

#[test]
fn there_are_a_hundred_of_every_verdict_for_any_seed() {
    for seed in [1, 2, 2021] {
        let mut counts: BTreeMap<Verdict, [usize; 2]> = BTreeMap::new();
        for mutation in made(seed).1 {
            let language = usize::from(mutation.paragraph.language == Language::English);
            counts.entry(mutation.verdict).or_default()[language] += 1;
        }
        let few: Vec<_> = Verdict::ALL
            .iter()
            .map(|verdict| (verdict, counts.get(verdict).copied().unwrap_or_default()))
            .collect();
        let enough = few.iter().all(|(_, [zh, en])| zh + en >= 100 && *zh >= 25 && *en >= 25);
        assert!(enough, "Chinese and English with seed {seed}: {few:?}");
    }
}

#[test]
fn a_seed_gives_the_same_mutations_again_and_another_seed_others() {
    assert_eq!(made(7), made(7));
    assert_ne!(made(7).1, made(8).1);
}

#[test]
fn places_hold_what_their_marks_say_they_hold() {
    for mutation in made(3).1 {
        let Mutation { paragraph, places, .. } = &mutation;
        assert!(places.iter().all(|place| !paragraph.text[place.clone()].is_empty()), "{mutation:?}");
        assert!(
            paragraph.marks.iter().all(|mark| paragraph.text.is_char_boundary(mark.place.start)),
            "{mutation:?}"
        );
        let unreadable = paragraph.marks.iter().find(|mark| {
            let words = &paragraph.text[mark.place.clone()];
            let number = matches!(mark.kind.as_str(), "count" | "money" | "share" | "points");
            let range = mark.value.contains("..") || mark.value.contains('/');
            number
                && !range
                && reading(words, &mark.kind).is_some_and(|read| Some(read) != micro(&mark.value))
        });
        assert_eq!(unreadable, None, "{}: {}", paragraph.source, paragraph.text);
    }
}

#[test]
fn outside_the_places_the_text_is_what_it_was() {
    let (corpus, made) = made(4);
    for mutation in made {
        let before = &original(&corpus, &mutation).text;
        let after = &mutation.paragraph.text;
        let place = &mutation.places[0];
        let kept_behind = &after[place.end..];
        let inserted = matches!(mutation.verdict, Verdict::Embargoed | Verdict::NotAmong);

        let front = if inserted { before.as_str() } else { &after[..place.start] };
        assert!(after.starts_with(front) && before.starts_with(front), "{mutation:?}");
        assert!(inserted || before.ends_with(kept_behind), "{mutation:?}");
    }
}

#[test]
fn every_mutation_means_something_else_in_the_way_it_says() {
    let (corpus, made) = made(5);
    for mutation in made {
        let (before, after) = (original(&corpus, &mutation), &mutation.paragraph);
        assert_ne!(before.text, after.text, "{mutation:?}");
        let found = match mutation.verdict {
            Verdict::Embargoed | Verdict::NotAmong => after.marks.len() == before.marks.len() + 1,
            Verdict::Omitted => after.marks.len() == before.marks.len() - 1,
            Verdict::WrongStage => changed(before, after, |mark| mark.flag("stage").is_some()).is_some(),
            Verdict::ScopeDiffers => changed(before, after, |mark| mark.kind == "scope").is_some(),
            verdict => {
                let (old, new) = changed(before, after, Mark::is_figure).expect("a figure has changed");
                is_so(verdict, old, new)
            }
        };
        assert!(found, "{mutation:?}");
    }
}

fn is_so(verdict: Verdict, old: &Mark, new: &Mark) -> bool {
    let values = micro(&old.value).zip(micro(&new.value));
    match verdict {
        Verdict::OffByPower => values.is_some_and(|(old, new)| {
            let (small, large) = (old.min(new), old.max(new));
            large % small == 0
                && matches!(decimal(large / small * 1_000_000).as_str(), "10" | "100" | "1000" | "10000")
        }),
        Verdict::WrongUnit | Verdict::CountedDiffers => old.unit != new.unit,
        Verdict::HedgeContradicts => old.flag("hedge") != new.flag("hedge"),
        Verdict::WrongDirection => old.flag("change") != new.flag("change"),
        Verdict::Stale => old.value != new.value || old.flag("asof") != new.flag("asof"),
        _ => old.value != new.value,
    }
}

#[test]
fn what_can_be_read_of_the_corpus_is_what_its_marks_say() {
    let corpus = Corpus::read_in("corpus");
    let (mut read, mut wrong) = (0, Vec::new());
    for paragraph in corpus.paragraphs.iter().chain(corpus.pairs.iter().flatten()) {
        for (at, mark) in paragraph.marks.iter().enumerate() {
            let plain = matches!(mark.kind.as_str(), "count" | "money" | "share" | "points");
            let Some(value) = reading(paragraph.words(at), &mark.kind).filter(|_| plain) else { continue };
            read += 1;
            if micro(&mark.value) != Some(value) {
                wrong.push((&paragraph.source, paragraph.words(at), &mark.value));
            }
        }
    }
    assert_eq!(wrong, Vec::new(), "of {read} read");
}

#[test]
fn the_corpus_is_as_large_as_was_asked() {
    let corpus = Corpus::read_in("corpus");
    let of = |language| corpus.paragraphs.iter().filter(move |paragraph| paragraph.language == language);
    let figures = |language| {
        of(language).flat_map(|paragraph| &paragraph.marks).filter(|mark| mark.is_figure()).count()
    };

    for language in [Language::Chinese, Language::English] {
        let (paragraphs, figures) = (of(language).count(), figures(language));
        assert!(
            paragraphs >= 120 && figures >= 600,
            "{language:?}: {paragraphs} paragraphs, {figures} figures"
        );
    }
}

#[test]
fn a_story_told_twice_states_the_same_figures_in_both_languages() {
    for [chinese, english] in Corpus::read_in("corpus").pairs {
        let figures = |paragraph: &Paragraph| {
            let mut ids: Vec<_> =
                paragraph.marks.iter().filter_map(|mark| mark.flag("figure").map(str::to_owned)).collect();
            ids.sort();
            ids
        };
        assert_eq!(figures(&chinese), figures(&english), "{} and {}", chinese.source, english.source);
    }
}
