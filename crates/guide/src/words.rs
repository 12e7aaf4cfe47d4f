//! The words of the interface, as typed values: one struct, two constants, and a missing word does not compile.
//!
//! What depends on a number is a [`Count`], what has a slot is a [`Phrase`]; dates, money, countries and the words for
//! the domain's own values have a file each.
//! The words of findings and refusals are beside the rules that make them, in `domain` and `exchange`.

pub mod accessibility;
pub mod claims;
pub mod conference;
pub mod countries;
pub mod dates;
pub mod device;
pub mod evaluation;
pub mod feed;
pub mod frame;
pub mod hours;
pub mod kinds;
pub mod near;
pub mod numbers;
pub mod people;
pub mod places;
pub mod plan;
pub mod plan_copy;
pub mod planner;
pub mod programme;
pub mod search;
pub mod subscribe;

mod en;
mod zh;

use std::borrow::Borrow;

use festoon_domain::text::Lang;

/// A word that depends on how many.
#[derive(Debug, Clone, Copy)]
pub struct Count {
    one: &'static str,
    many: &'static str,
}

impl Count {
    /// With `{}` where the number goes.
    pub(crate) const fn new(one: &'static str, many: &'static str) -> Self {
        Self { one, many }
    }

    /// A wording that does not change with the number, as all Chinese ones.
    pub(crate) const fn always(wording: &'static str) -> Self {
        Self { one: wording, many: wording }
    }

    /// The wording for a number, owned or borrowed: templates hand over whichever they hold.
    #[must_use]
    pub fn of(&self, number: impl Borrow<usize>) -> String {
        let number = *number.borrow();
        let wording = if number == 1 { self.one } else { self.many };
        wording.replace("{}", &number.to_string())
    }
}

/// A wording with one slot.
#[derive(Debug, Clone, Copy)]
pub struct Phrase(&'static str);

impl Phrase {
    /// The wording with the slot filled; the page escapes the whole.
    #[must_use]
    pub fn with(&self, filling: &str) -> String {
        self.0.replace("{}", filling)
    }
}

/// A wording with a number and something after it.
#[derive(Debug, Clone, Copy)]
pub struct Numbered(&'static str);

impl Numbered {
    /// The wording with `{number}` and `{}` filled.
    #[must_use]
    pub fn with(&self, number: u32, filling: &str) -> String {
        self.0.replace("{number}", &number.to_string()).replace("{}", filling)
    }
}

/// A wording with slots that have names, `{road}`; scripts fill the same ones.
#[derive(Debug, Clone, Copy)]
pub struct Slots(&'static str);

impl Slots {
    /// The wording with every slot that has a filling filled; what stands in a filling is not read again.
    #[must_use]
    pub fn with(&self, fillings: &[(&str, &str)]) -> String {
        let mut filled = String::with_capacity(self.0.len() * 2);
        let mut rest = self.0;
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let (name, following) = after.split_once('}').unwrap_or((after, ""));
            let filling = fillings.iter().find(|(slot, _)| *slot == name).map_or("", |(_, filling)| filling);
            filled.push_str(filling);
            rest = following;
        }
        filled.push_str(rest);
        filled
    }

    /// The wording as it stands, for a script to fill.
    #[must_use]
    pub const fn unfilled(&self) -> &'static str {
        self.0
    }
}

/// A struct of the words of one subject with both wordings on one line: `name: Kind = zh, en;`. One that is missing does not compile.
macro_rules! bilingual {
    ($(#[doc = $about:expr])* $words:ident { $($name:ident: $kind:ty = $zh:expr, $en:expr;)+ }) => {
        $(#[doc = $about])*
        #[derive(Debug)]
        #[expect(missing_docs, reason = "each word's two wordings stand on its line and say what it is")]
        pub struct $words { $(pub $name: $kind),+ }

        impl $words {
            const ZH: Self = Self { $($name: $zh),+ };
            const EN: Self = Self { $($name: $en),+ };

            /// The words of a language.
            #[must_use]
            pub const fn of(lang: festoon_domain::text::Lang) -> &'static Self {
                match lang {
                    festoon_domain::text::Lang::Zh => &Self::ZH,
                    festoon_domain::text::Lang::En => &Self::EN,
                }
            }
        }
    };
}
pub(crate) use bilingual;

macro_rules! words {
    ($($(#[doc = $doc:expr])* $name:ident: $kind:ty),+ $(,)?) => {
        /// Every word and sentence of the pages.
        #[derive(Debug)]
        #[expect(missing_docs, reason = "each field's two wordings in zh.rs and en.rs say what it is")]
        pub struct Words { $($(#[doc = $doc])* pub $name: $kind),+ }
    };
}

words! {
    // Around every page.
    lang_name: &'static str,
    other_lang_name: &'static str,
    skip_to_content: &'static str,
    main_navigation: &'static str,
    breadcrumbs: &'static str,
    week: &'static str,
    programme: &'static str,
    activities: &'static str,
    figures: &'static str,
    check: &'static str,
    footer_sample: &'static str,
    footer_release: Numbered,
    footer_zone: Phrase,
    footer_festoon: &'static str,
    // Marks.
    sample: &'static str,
    sample_meaning: &'static str,
    key: &'static str,
    key_meaning: &'static str,
    cancelled: &'static str,
    undated: &'static str,
    unplaced: &'static str,
    hall_open: &'static str,
    untranslated: &'static str,
    untranslated_mark: &'static str,
    stale: &'static str,
    stale_mark: &'static str,
    // Counts.
    activity_count: Count,
    key_count: Count,
    session_count: Count,
    part_count: Count,
    project_count: Count,
    // The week.
    string_of_lights: &'static str,
    legend_lit: &'static str,
    legend_key: &'static str,
    legend_hollow: &'static str,
    legend_cancelled: &'static str,
    lamps_lead: Count,
    outside_days: Count,
    outside_day: &'static str,
    threads: &'static str,
    key_activities: &'static str,
    in_figures: &'static str,
    figures_lead: &'static str,
    see_programme: &'static str,
    see_activities: &'static str,
    check_description: &'static str,
    // The programme.
    programme_lead: &'static str,
    days: &'static str,
    whole_day: &'static str,
    previous_day: &'static str,
    next_day: &'static str,
    empty_day: &'static str,
    time_open: &'static str,
    time_open_lead: &'static str,
    running_also: &'static str,
    host: &'static str,
    co_hosts: &'static str,
    place: &'static str,
    when: &'static str,
    chain: &'static str,
    // Activities and sessions.
    activities_lead: &'static str,
    other_kinds: &'static str,
    partners: &'static str,
    edition: &'static str,
    kind: &'static str,
    sessions: &'static str,
    sessions_outside_parts: &'static str,
    no_sessions: &'static str,
    elsewhere: &'static str,
    belongs_to: &'static str,
    part: &'static str,
    speakers: &'static str,
    chairs: &'static str,
    guests: &'static str,
    interpreters: &'static str,
    languages: &'static str,
    interpretation: &'static str,
    address: &'static str,
    step_free: &'static str,
    accessibility: &'static str,
    occurrences: &'static str,
    more_about: &'static str,
    // Figures.
    definition: &'static str,
    announced: &'static str,
    computed: &'static str,
    as_of: &'static str,
    verdict: &'static str,
    verdict_honest: &'static str,
    verdict_differs: &'static str,
    verdict_honest_lead: &'static str,
    verdict_differs_lead: &'static str,
    verdict_withheld: &'static str,
    verdict_withheld_lead: &'static str,
    by_stage: &'static str,
    stage: &'static str,
    projects: &'static str,
    amount: &'static str,
    total: &'static str,
    amounts_withheld: &'static str,
    stage_note: &'static str,
    all_figures: &'static str,
    // The check.
    check_title: &'static str,
    check_lead: &'static str,
    check_files: &'static str,
    check_files_hint: &'static str,
    check_travel: &'static str,
    check_travel_hint: &'static str,
    check_zone: &'static str,
    check_zone_hint: &'static str,
    check_action: &'static str,
    check_privacy: &'static str,
    check_finds: &'static str,
    check_finds_list: &'static [&'static str],
    check_drop: &'static str,
    check_too_large: &'static str,
    check_working: &'static str,
    check_report: &'static str,
    check_again: &'static str,
    check_unread: &'static str,
    check_unread_lead: &'static str,
    check_no_files: &'static str,
    check_no_files_lead: &'static str,
    optional: &'static str,
    // Errors.
    ways_out: &'static str,
    error_not_found: &'static str,
    error_not_found_lead: &'static str,
    error_language: &'static str,
    error_language_lead: &'static str,
    error_method: &'static str,
    error_method_lead: &'static str,
    error_too_large: &'static str,
    error_too_large_lead: &'static str,
    error_form: &'static str,
    error_form_lead: &'static str,
    error_cross_site: &'static str,
    error_cross_site_lead: &'static str,
    error_busy: &'static str,
    error_busy_lead: &'static str,
    error_nothing_yet: &'static str,
    error_nothing_yet_lead: &'static str,
    error_away: &'static str,
    error_away_lead: &'static str,
    error_ours: &'static str,
    error_ours_lead: &'static str,
    /// The colon and the stop between clauses, which differ in width.
    colon: &'static str,
    list_comma: &'static str,
}

impl Words {
    /// The words of a language.
    #[must_use]
    pub const fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Zh => &zh::ZH,
            Lang::En => &en::EN,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_and_many_differ_in_english_only() {
        assert_eq!(Words::of(Lang::En).session_count.of(1), "1 session");
        assert_eq!(Words::of(Lang::En).session_count.of(0), "0 sessions");
        assert_eq!(Words::of(Lang::Zh).session_count.of(1), "1 场");
    }

    #[test]
    fn what_fills_a_slot_is_only_text() {
        let wording = Slots("{a}, then {b}");
        assert_eq!(wording.with(&[("a", "{b}"), ("b", "x")]), "{b}, then x");
    }

    #[test]
    fn chinese_wordings_use_chinese_punctuation() {
        let everything = format!("{:?}", zh::ZH);
        for (at, c) in everything.char_indices() {
            let before = everything[..at].chars().next_back().unwrap_or(' ');
            let chinese = ('\u{4e00}'..='\u{9fff}').contains(&before);
            assert!(!(chinese && matches!(c, ',' | ';' | '?' | '!' | '(')), "…{}", &everything[at - 3..=at]);
        }
    }
}
