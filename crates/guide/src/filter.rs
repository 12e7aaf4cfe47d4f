//! Filters: which of the sessions a reader wants to see, as a link that can be passed on.
//!
//! A filter has at most one choice for each facet, all of which must be met. What stands in an address is parsed at the door: names
//! nobody knows are passed over, because messengers add their own to every link; a known name with a value the guide does not
//! have is no filter. Everything that is asked here is a look-up in what the guide indexed once.

mod facets;
mod query;
mod tally;

pub(crate) use facets::Facets;
pub use facets::{Choice, ChoiceId, Subject};
pub use query::last_of;
pub use tally::Tally;

use festoon_domain::programme::OccurrenceId;
use festoon_domain::text::Lang;
use form_urlencoded::Serializer;

use crate::Guide;
use crate::url::Page;

/// What can be asked of a session, in the order of addresses and pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Facet {
    /// The house it is in.
    Venue,
    /// The industrial chain its activity belongs to.
    Chain,
    /// What sort of session it is, or what sort of activity it belongs to.
    Kind,
    /// Who answers for it.
    Host,
    /// A language spoken on stage.
    Language,
    /// A partner country of its activity.
    Partner,
    /// Its hall is step-free, or it has a service by which more people can follow.
    Accessible,
    /// It is interpreted.
    Interpreted,
}

impl Facet {
    /// All of them, in order.
    pub const ALL: [Self; 8] = [
        Self::Venue,
        Self::Chain,
        Self::Kind,
        Self::Host,
        Self::Language,
        Self::Partner,
        Self::Accessible,
        Self::Interpreted,
    ];

    /// Its name in addresses.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Venue => "venue",
            Self::Chain => "chain",
            Self::Kind => "kind",
            Self::Host => "host",
            Self::Language => "language",
            Self::Partner => "partner",
            Self::Accessible => "accessible",
            Self::Interpreted => "interpreted",
        }
    }

    const fn place(self) -> usize {
        self as usize
    }
}

/// A known name stands in an address with a value the guide does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoSuch {
    /// Whose value it is. The value itself may be anything, and is not repeated.
    pub facet: Facet,
}

/// What a reader wants to see. Good only for the guide it was parsed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Filter {
    chosen: [Option<ChoiceId>; Facet::ALL.len()],
}

impl Filter {
    /// The filter of an address, by the part after its question mark. Of a name that stands there twice the last counts; a name
    /// without a value asks for nothing, as an untouched field of a form does.
    ///
    /// # Errors
    /// A known name has a value the guide does not have.
    pub fn parse(query: &str, guide: &Guide) -> Result<Self, NoSuch> {
        let mut filter = Self::default();
        for facet in Facet::ALL {
            let Some(word) = last_of(query, facet.name()) else { continue };
            let choice = guide.facets().named(facet, &word).ok_or(NoSuch { facet })?;
            filter = filter.with(facet, choice);
        }
        Ok(filter)
    }

    /// Whether nothing is asked for, so that everything is shown.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.chosen.iter().all(Option::is_none)
    }

    /// What is asked of a facet.
    #[must_use]
    pub const fn choice(&self, facet: Facet) -> Option<ChoiceId> {
        self.chosen[facet.place()]
    }

    /// Everything that is asked, in order.
    pub fn choices(&self) -> impl Iterator<Item = (Facet, ChoiceId)> + use<> {
        Facet::ALL.into_iter().zip(self.chosen).filter_map(|(facet, choice)| Some((facet, choice?)))
    }

    /// The same with this asked of a facet, in place of what was.
    #[must_use]
    pub const fn with(mut self, facet: Facet, choice: ChoiceId) -> Self {
        self.chosen[facet.place()] = Some(choice);
        self
    }

    /// The same with nothing asked of a facet.
    #[must_use]
    pub const fn without(mut self, facet: Facet) -> Self {
        self.chosen[facet.place()] = None;
        self
    }

    /// Whether an occurrence is among what the reader wants to see.
    #[must_use]
    pub fn matches(&self, guide: &Guide, id: OccurrenceId) -> bool {
        self.fit(guide.facets().held(id)) == Fit::Whole
    }

    /// The part of an address after its question mark: names in order, words escaped; empty without a choice.
    #[must_use]
    pub fn query(&self, guide: &Guide) -> String {
        let mut query = Serializer::new(String::new());
        for (facet, choice) in self.choices() {
            query.append_pair(facet.name(), &guide.facets()[choice].word);
        }
        query.finish()
    }

    /// The address of a page under this filter.
    #[must_use]
    pub fn address(&self, guide: &Guide, page: Page<'_>, lang: Lang) -> String {
        let address = guide.address(page, lang);
        if self.is_empty() { address } else { format!("{address}?{}", self.query(guide)) }
    }

    fn fit(&self, held: &[ChoiceId]) -> Fit {
        let mut missed = self.choices().filter(|(_, choice)| !held.contains(choice)).map(|(facet, _)| facet);
        match (missed.next(), missed.next()) {
            (None, _) => Fit::Whole,
            (Some(facet), None) => Fit::ButFor(facet),
            (Some(_), Some(_)) => Fit::Not,
        }
    }
}

/// How an occurrence meets a filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fit {
    /// In everything.
    Whole,
    /// In everything but for one facet: it would be shown if that were asked otherwise.
    ButFor(Facet),
    /// Not.
    Not,
}
