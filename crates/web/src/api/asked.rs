//! What was asked for: the parameters there are, and what stands in an address, parsed at the door.
//!
//! The list below is both what is read and what the description says, so an address that is described is one that is understood.

use axum::extract::Query;
use axum::http::Uri;
use festoon_domain::text::Lang;
use jiff::Timestamp;
use jiff::civil::Date;

use super::refusal::Refusal;
use crate::public::date_of;

/// A longer query is none that anybody meant.
const LONGEST_QUERY: usize = 2048;

pub(super) const DEFAULT_LIMIT: usize = 100;
pub(super) const MOST_LIMIT: usize = 500;

/// A parameter of a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Parameter {
    Limit,
    After,
    Day,
    Venue,
    Activity,
    Person,
    From,
    To,
    Words,
    Lang,
}

impl Parameter {
    /// Those of every table.
    pub(super) const PAGING: &[Self] = &[Self::Limit, Self::After];
    /// Those of the occurrences.
    pub(super) const OCCURRENCES: &[Self] = &[
        Self::Limit,
        Self::After,
        Self::Day,
        Self::Venue,
        Self::Activity,
        Self::Person,
        Self::From,
        Self::To,
    ];
    /// Those of the search.
    pub(super) const SEARCH: &[Self] = &[Self::Words, Self::Lang, Self::Limit];

    /// Its name in addresses.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Limit => "limit",
            Self::After => "after",
            Self::Day => "day",
            Self::Venue => "venue",
            Self::Activity => "activity",
            Self::Person => "person",
            Self::From => "from",
            Self::To => "to",
            Self::Words => "q",
            Self::Lang => "lang",
        }
    }

    /// What it is for, in English and Chinese.
    pub(super) const fn description(self) -> &'static str {
        match self {
            Self::Limit => "At most so many records. / 最多返回条数",
            Self::After => {
                "The key of the last record of the page before; `next` of that page has it. / 上一页最后一条的键，见上一页的 next"
            }
            Self::Day => "What begins on this day, in the week's zone. / 在该日开始的场次",
            Self::Venue => "What is in this house, by its key. / 在该场馆（键）的场次",
            Self::Activity => "What is of this activity, by its key. / 属于该活动（键）的场次",
            Self::Person => {
                "At what this person appears in public, by their key. / 该人员（键）公开出席的场次"
            }
            Self::From => "What ends after this instant, RFC 3339. / 在该时刻之后结束的场次，RFC 3339",
            Self::To => "What begins before this instant, RFC 3339. / 在该时刻之前开始的场次，RFC 3339",
            Self::Words => "What to look for, in Chinese or English. / 要搜索的词，中英文均可",
            Self::Lang => "The language of whoever reads. / 读者的语言",
        }
    }
}

/// The parameters of a query, each at most once.
#[derive(Debug, Default)]
pub(super) struct Asked {
    given: Vec<(Parameter, String)>,
}

impl Asked {
    /// Reads a query in which these parameters may stand and no others.
    pub(super) fn read(uri: &Uri, known: &'static [Parameter]) -> Result<Self, Refusal> {
        if uri.query().unwrap_or_default().len() > LONGEST_QUERY {
            return Err(Refusal::LongQuery { most: LONGEST_QUERY });
        }
        let pairs =
            Query::<Vec<(String, String)>>::try_from_uri(uri).map_err(|_| Refusal::UnreadableQuery)?;
        let mut asked = Self::default();
        for (name, value) in pairs.0 {
            let Some(&parameter) = known.iter().find(|parameter| parameter.name() == name) else {
                return Err(Refusal::UnknownParameter { name, known });
            };
            if asked.value(parameter).is_some() {
                return Err(Refusal::Twice { parameter });
            }
            asked.given.push((parameter, value));
        }
        Ok(asked)
    }

    /// What was given for a parameter, as it stands.
    pub(super) fn value(&self, parameter: Parameter) -> Option<&str> {
        self.given.iter().find(|(given, _)| *given == parameter).map(|(_, value)| &**value)
    }

    /// Whether anything but paging was asked for.
    pub(super) fn is_filtered(&self) -> bool {
        self.given.iter().any(|(given, _)| !Parameter::PAGING.contains(given))
    }

    pub(super) fn limit(&self) -> Result<usize, Refusal> {
        let Some(value) = self.value(Parameter::Limit) else { return Ok(DEFAULT_LIMIT) };
        // One spelling a number: 007 and +7 would be second addresses.
        let limit = value.parse().ok().filter(|limit: &usize| limit.to_string() == value);
        limit
            .filter(|limit| (1..=MOST_LIMIT).contains(limit))
            .ok_or_else(|| wrong(Parameter::Limit, value, format!("1 – {MOST_LIMIT}")))
    }

    pub(super) fn day(&self) -> Result<Option<Date>, Refusal> {
        self.parsed(Parameter::Day, "2021-06-21", date_of)
    }

    pub(super) fn instant(&self, parameter: Parameter) -> Result<Option<Timestamp>, Refusal> {
        self.parsed(parameter, "2021-06-21T09:00:00+08:00", |value| {
            // Written bare into an address, the plus of an offset arrives as a blank.
            value.replace(' ', "+").parse().ok()
        })
    }

    pub(super) fn lang(&self) -> Result<Option<Lang>, Refusal> {
        self.parsed(Parameter::Lang, "zh / en", Lang::from_code)
    }

    fn parsed<T>(
        &self,
        parameter: Parameter,
        right: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, Refusal> {
        let Some(value) = self.value(parameter) else { return Ok(None) };
        parse(value).map(Some).ok_or_else(|| wrong(parameter, value, right.to_owned()))
    }
}

fn wrong(parameter: Parameter, value: &str, right: String) -> Refusal {
    Refusal::Wrong { parameter, value: value.to_owned(), right }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limit(query: &str) -> Option<usize> {
        let uri = format!("/x?{query}").parse().expect("an address");
        Asked::read(&uri, Parameter::OCCURRENCES).and_then(|asked| asked.limit()).ok()
    }

    #[test]
    fn a_limit_is_a_number_within_bounds_spelt_in_one_way() {
        assert_eq!((limit(""), limit("limit=1"), limit("limit=500")), (Some(100), Some(1), Some(500)));
        for wrong in ["0", "501", "-1", "007", "+7", "1e2", "", "99999999999999999999", "%EF%BC%95"] {
            assert_eq!(limit(&format!("limit={wrong}")), None, "{wrong}");
        }
        for refused in ["limit=1&limit=2", "Limit=1", "page=2", "after=%ff%fe&x"] {
            assert_eq!(limit(refused), None, "{refused}");
        }
    }

    #[test]
    fn the_plus_of_an_offset_may_be_written_bare() {
        let uri = "/x?from=2021-06-21T09:00:00+08:00".parse().expect("an address");
        let asked = Asked::read(&uri, Parameter::OCCURRENCES).expect("one known parameter");
        let from = asked.instant(Parameter::From).expect("a time");
        assert_eq!(from, Some("2021-06-21T01:00:00Z".parse().expect("a time")));
    }
}
