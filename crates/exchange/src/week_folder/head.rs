//! `week.toml`: the edition, its chains and its published figures.

use std::sync::Arc;

use festoon_domain::choice::Choice;
use festoon_domain::figures::Figure;
use festoon_domain::programme::Spot;
use festoon_domain::text::Text;
use festoon_domain::week::{Chain, Week};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Deserialize;

use super::table::refusal;
use super::{Files, FolderFault};
use crate::Refusal;

use super::HEAD as FILE;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    week: WeekTable,
    #[serde(default)]
    chain: Vec<ChainTable>,
    #[serde(default)]
    figure: Vec<FigureTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WeekTable {
    slug: String,
    title_zh: String,
    title_en: String,
    theme_zh: String,
    theme_en: String,
    threads_zh: Vec<String>,
    threads_en: Vec<String>,
    organiser_zh: String,
    organiser_en: String,
    city_zh: String,
    city_en: String,
    district_zh: String,
    district_en: String,
    country: String,
    zone: String,
    currency: String,
    first_day: toml::value::Datetime,
    last_day: toml::value::Datetime,
    announced_on: toml::value::Datetime,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChainTable {
    key: String,
    name_zh: String,
    name_en: String,
    glyph: String,
    origin: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FigureTable {
    id: String,
    name_zh: String,
    name_en: String,
    definition_zh: String,
    definition_en: String,
    unit: String,
    announced: i64,
    hedge: String,
    as_of: toml::value::Datetime,
    computed_by: String,
    origin: String,
}

pub(super) fn read(files: Files<'_>) -> Result<(Week, Vec<Figure>), Refusal> {
    let bytes = files(FILE).ok_or_else(|| fault(FolderFault::NoFile))?;
    let unreadable = |words: String| fault(FolderFault::Unreadable(words));
    let text = std::str::from_utf8(&bytes).map_err(|error| unreadable(error.to_string()))?;
    let head: Head = toml::from_str(text).map_err(|error| unreadable(error.to_string()))?;

    let chains = head.chain.into_iter().map(chain).collect::<Result<_, _>>()?;
    let week = week(head.week, chains)?;
    let figures = head.figure.into_iter().map(figure).collect::<Result<_, _>>()?;
    Ok((week, figures))
}

fn week(table: WeekTable, chains: Vec<Chain>) -> Result<Week, Refusal> {
    // Everything is in yuan so far.
    one_of("currency", &table.currency, "CNY", |word| (word == "CNY").then_some(()))?;

    let english = table.threads_en.iter().map(String::as_str).chain(std::iter::repeat(""));
    Ok(Week {
        slug: table.slug,
        title: Text::new(&table.title_zh, &table.title_en),
        theme: Text::new(&table.theme_zh, &table.theme_en),
        threads: table.threads_zh.iter().zip(english).map(|(zh, en)| Text::new(zh, en)).collect(),
        organiser: Text::new(&table.organiser_zh, &table.organiser_en),
        city: Text::new(&table.city_zh, &table.city_en),
        district: Text::new(&table.district_zh, &table.district_en),
        country: one_of("country", &table.country, "CN", |word| {
            (word.len() == 2).then(|| Some(word.to_owned()))
        })?,
        site: None,
        zone: one_of("zone", &table.zone, "Asia/Shanghai", |zone| TimeZone::get(zone).ok())?,
        first_day: date("first_day", table.first_day)?,
        last_day: date("last_day", table.last_day)?,
        announced_on: Some(date("announced_on", table.announced_on)?),
        chains,
    })
}

fn chain(table: ChainTable) -> Result<Chain, Refusal> {
    Ok(Chain {
        name: Text::new(&table.name_zh, &table.name_en),
        provenance: choice("origin", &table.origin)?,
        key: table.key,
        glyph: table.glyph,
    })
}

fn figure(table: FigureTable) -> Result<Figure, Refusal> {
    Ok(Figure {
        name: Text::new(&table.name_zh, &table.name_en),
        definition: Text::new(&table.definition_zh, &table.definition_en),
        unit: table.unit,
        announced: table.announced,
        hedge: choice("hedge", &table.hedge)?,
        as_of: date("as_of", table.as_of)?,
        measure: choice("computed_by", &table.computed_by)?,
        provenance: choice("origin", &table.origin)?,
        key: table.id,
    })
}

fn choice<T: Choice>(field: &'static str, word: &str) -> Result<T, Refusal> {
    one_of(field, word, T::RIGHT, T::from_word)
}

fn date(field: &'static str, value: toml::value::Datetime) -> Result<Date, Refusal> {
    one_of(field, &value.to_string(), "2021-06-21", |text| text.parse().ok())
}

fn one_of<T>(
    field: &'static str,
    word: &str,
    right: &'static str,
    parse: impl Fn(&str) -> Option<T>,
) -> Result<T, Refusal> {
    parse(word).ok_or_else(|| fault(FolderFault::BadValue(field, word.to_owned(), right)))
}

fn fault(fault: FolderFault) -> Refusal {
    refusal(&Arc::from(FILE), Spot::Whole, fault)
}
