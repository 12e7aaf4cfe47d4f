//! The filters of a list, as links: what is chosen can be taken away, and beside every choice stands how many sessions it leaves.
//!
//! A choice that leaves nothing is not offered. Of a long list the choices with the most sessions stand first, the next behind
//! one more click, and no page offers more than [`MOST_CHOICES`] of a facet.

use std::cmp::Reverse;
use std::fmt::{self, Display, Formatter};

use askama::Template;
use festoon_domain::choice::Choice as _;
use festoon_domain::programme::OccurrenceId;
use festoon_domain::text::Lang;
use festoon_domain::week::Provenance;

use crate::Guide;
use crate::filter::{Choice, ChoiceId, Facet, Filter, Subject, Tally};
use crate::line::ChainMark;
use crate::run::Tagged;
use crate::url::Page;
use crate::words::programme::ProgrammeWords;
use crate::words::{countries, kinds};

/// So many choices of a facet stand in the open.
const FIRST_CHOICES: usize = 8;

/// So many are offered at all.
const MOST_CHOICES: usize = 48;

/// The filters of one list.
#[derive(Debug, Template)]
#[template(path = "programme/narrowing.html")]
pub struct Narrowing<'a> {
    p: &'static ProgrammeWords,
    chips: Vec<Chip<'a>>,
    clear: String,
    groups: Vec<Group<'a>>,
    matching: usize,
}

impl askama::filters::HtmlSafe for Narrowing<'_> {}

/// A choice in use, with the page without it.
#[derive(Debug)]
struct Chip<'a> {
    heading: &'static str,
    label: Label<'a>,
    href: String,
    leaves: usize,
}

/// The choices of one facet, or of two that are a yes each.
#[derive(Debug)]
struct Group<'a> {
    heading: &'static str,
    first: Vec<Link<'a>>,
    more: Vec<Link<'a>>,
    not_listed: usize,
}

/// A choice with the page under it; one in use leads nowhere, for its chip leads to the page without it.
#[derive(Debug)]
struct Link<'a> {
    label: Label<'a>,
    href: Option<String>,
    leaves: usize,
}

impl<'a> Narrowing<'a> {
    /// The filters of a list that is read at `page`, over what it lists without any.
    #[must_use]
    pub fn new(
        guide: &'a Guide,
        lang: Lang,
        page: Page<'_>,
        filter: &Filter,
        among: impl IntoIterator<Item = OccurrenceId>,
    ) -> Self {
        let tally = Tally::of(guide, filter, among);
        let offer = Offer { guide, lang, page, filter, tally: &tally };
        let chip = |(facet, choice): (Facet, ChoiceId)| Chip {
            heading: heading(facet, lang),
            label: Label { guide, choice: &guide.facets()[choice], lang },
            href: filter.without(facet).address(guide, page, lang),
            leaves: tally.without(facet),
        };
        Self {
            p: ProgrammeWords::of(lang),
            chips: filter.choices().map(chip).collect(),
            clear: guide.address(page, lang),
            groups: offer.groups(),
            matching: tally.matching(),
        }
    }

    /// How many sessions the filter leaves.
    #[must_use]
    pub const fn matching(&self) -> usize {
        self.matching
    }

    fn is_in_use(&self) -> bool {
        !self.chips.is_empty()
    }

    /// Whether there is another choice to make.
    pub(super) const fn offers_more(&self) -> bool {
        !self.groups.is_empty()
    }
}

/// What the links of a list are made of.
struct Offer<'a, 'o> {
    guide: &'a Guide,
    lang: Lang,
    page: Page<'o>,
    filter: &'o Filter,
    tally: &'o Tally,
}

impl<'a> Offer<'a, '_> {
    fn groups(&self) -> Vec<Group<'a>> {
        let mut of_facet: [Vec<(ChoiceId, &'a Choice)>; Facet::ALL.len()] = Default::default();
        for (id, choice) in self.guide.facets().all() {
            // Accessible and interpreted are a yes each and share a heading.
            let facet = if choice.facet == Facet::Interpreted { Facet::Accessible } else { choice.facet };
            if self.tally.with(id) > 0 {
                of_facet[facet as usize].push((id, choice));
            }
        }
        let groups = Facet::ALL.into_iter().zip(of_facet);
        groups.filter_map(|(facet, choices)| self.group(facet, choices)).collect()
    }

    fn group(&self, facet: Facet, mut choices: Vec<(ChoiceId, &'a Choice)>) -> Option<Group<'a>> {
        // What every session answers alike parts nothing.
        let parts = |&(id, choice): &(ChoiceId, &Choice)| {
            self.tally.with(id) < self.tally.matching() || self.filter.choice(choice.facet).is_some()
        };
        if !choices.iter().any(parts) {
            return None;
        }
        choices.sort_by_key(|&(id, _)| Reverse(self.tally.with(id)));
        let not_listed = choices.len().saturating_sub(MOST_CHOICES);
        choices.truncate(MOST_CHOICES);
        // One more click for a single choice would be one too many.
        let open = if choices.len() <= FIRST_CHOICES + 2 { choices.len() } else { FIRST_CHOICES };
        let more = choices.split_off(open);
        let links =
            |choices: Vec<(ChoiceId, &'a Choice)>| choices.into_iter().map(|it| self.link(it)).collect();
        Some(Group {
            heading: heading(facet, self.lang),
            first: links(choices),
            more: links(more),
            not_listed,
        })
    }

    fn link(&self, (id, choice): (ChoiceId, &'a Choice)) -> Link<'a> {
        let is_in_use = self.filter.choice(choice.facet) == Some(id);
        let then = || self.filter.with(choice.facet, id).address(self.guide, self.page, self.lang);
        Link {
            label: Label { guide: self.guide, choice, lang: self.lang },
            href: (!is_in_use).then(then),
            leaves: self.tally.with(id),
        }
    }
}

const fn heading(facet: Facet, lang: Lang) -> &'static str {
    let p = ProgrammeWords::of(lang);
    match facet {
        Facet::Venue => p.by_venue,
        Facet::Chain => p.by_chain,
        Facet::Kind => p.by_kind,
        Facet::Host => p.by_host,
        Facet::Language => p.by_language,
        Facet::Partner => p.by_partner,
        Facet::Accessible | Facet::Interpreted => p.by_access,
    }
}

/// What a choice is called.
#[derive(Debug, Clone, Copy)]
struct Label<'a> {
    guide: &'a Guide,
    choice: &'a Choice,
    lang: Lang,
}

impl Label<'_> {
    /// What it means, where its name does not say it.
    fn meaning(&self) -> Option<&'static str> {
        let p = ProgrammeWords::of(self.lang);
        (self.choice.facet == Facet::Accessible).then_some(p.accessible_meaning)
    }
}

impl Display for Label<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let (programme, lang) = (self.guide.programme(), self.lang);
        let p = ProgrammeWords::of(lang);
        let mut escaped = |text: &str| crate::run::escape(f, text);
        match self.choice.subject {
            Subject::Venue(id) => {
                let venue = &programme[id];
                Tagged::new(&venue.name, lang, venue.provenance, Provenance::Stated).fmt(f)
            }
            Subject::Host(id) => {
                let host = &programme[id];
                Tagged::new(&host.name, lang, host.provenance, Provenance::Stated).fmt(f)
            }
            Subject::Chain(at) => {
                let mark = ChainMark::new(self.guide, &programme.week.chains[at], lang);
                write!(
                    f,
                    r#"<span class="chain chain-{}"><span class="glyph" aria-hidden="true">"#,
                    mark.colour
                )?;
                crate::run::escape(f, mark.glyph)?;
                write!(f, "</span>{}</span>", mark.name.bare())
            }
            Subject::SessionKind(kind) => f.write_str(kind.called(lang)),
            Subject::ActivityKind(kind) => f.write_str(kind.called(lang)),
            Subject::Language => escaped(kinds::language(&self.choice.word, lang)),
            Subject::Country => escaped(countries::country(&self.choice.word, lang)),
            Subject::Accessible => f.write_str(p.accessible),
            Subject::Interpreted => f.write_str(p.interpreted),
        }
    }
}

impl askama::filters::HtmlSafe for Label<'_> {}
