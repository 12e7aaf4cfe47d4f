//! The report as HTML: the body for any page, and the page that stands alone.
//!
//! The page that stands alone carries its own style and script and needs nothing from outside; the body carries
//! neither, so that a server's page can hold it under a strict policy.

use std::collections::BTreeMap;
use std::fmt;
use std::io;

use askama::Template;
use festoon_domain::text::Lang;
use festoon_domain::timetable::words::moment;
use festoon_domain::timetable::{Rule, Severity};

use super::drawing::{self, DrawnDay, NAMES, Rail};
use super::timeline::Day;
use super::words::{self, Labels, labels};
use super::{FindingRead, MOST_DEFECTS, Report, Row, place, tally};

/// The report for readers of one language, to stand in any page that links `clash-report.css`.
///
/// # Errors
/// None of its own: only what the template engine says of a full disk or memory.
pub fn body(report: &Report, lang: Lang) -> Result<String, fmt::Error> {
    Body::new(report, lang).render().map_err(|_| fmt::Error)
}

/// Writes the page that stands alone: both languages, the one of `lang` in front.
///
/// # Errors
/// What writing says.
pub fn write_page(report: &Report, lang: Lang, to: &mut impl io::Write) -> io::Result<()> {
    let page = Page {
        lang,
        labels: labels(lang),
        headline: headline(report, lang),
        ground: include_str!("../../../../assets/css/report-page.css"),
        style: include_str!("../../../../assets/css/clash-report.css"),
        script: include_str!("../../../../assets/behaviours/clash-report.js"),
        zh: Body::new(report, Lang::Zh),
        en: Body::new(report, Lang::En),
    };
    page.write_into(to).map_err(io::Error::other)
}

/// The title of a window: what came out, in one line.
fn headline(report: &Report, lang: Lang) -> String {
    if !report.summary.has_clashes() {
        return labels(lang).none.to_owned();
    }
    let parts = [Severity::Block, Severity::Warn].map(|severity| (severity, report.summary.of(severity)));
    let said: Vec<String> = parts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(severity, count)| tally(severity, count, lang))
        .collect();
    said.join(match lang {
        Lang::Zh => "，",
        Lang::En => ", ",
    })
}

#[derive(Template)]
#[template(path = "clash_report/page.html", whitespace = "minimize")]
struct Page<'a> {
    lang: Lang,
    labels: &'static Labels,
    headline: String,
    ground: &'static str,
    style: &'static str,
    script: &'static str,
    zh: Body<'a>,
    en: Body<'a>,
}

#[derive(Template)]
#[template(path = "clash_report/body.html", whitespace = "minimize")]
struct Body<'a> {
    report: &'a Report,
    lang: Lang,
    labels: &'static Labels,
    checked: String,
    zone: String,
    extent: String,
    counts: Vec<Count>,
    rail: Option<Rail>,
    days: Vec<DrawnDay>,
    names_width: i32,
    left_out: Option<String>,
    untimed: Option<String>,
    groups: Vec<Group<'a>>,
    rules: Vec<RuleChoice>,
    files: Vec<String>,
    more_defects: Option<String>,
}

/// How many findings of one severity.
struct Count {
    word: &'static str,
    glyph: &'static str,
    number: u64,
    said: String,
}

/// The findings of one severity.
struct Group<'a> {
    word: &'static str,
    glyph: &'static str,
    heading: &'static str,
    number: u64,
    findings: Vec<Card<'a>>,
    unlisted: Vec<(&'static str, &'static str, String)>,
}

/// One finding.
struct Card<'a> {
    number: usize,
    finding: &'a FindingRead,
    rule: &'static str,
    rule_words: &'static str,
    sentence: &'a str,
    remedy: &'a str,
    rows: Vec<Line>,
    more_rows: Option<String>,
    people: String,
    hosts: String,
    files: String,
    bar: Option<String>,
}

/// A row of a finding.
struct Line {
    place: String,
    title: String,
    title_lang: &'static str,
}

/// A rule in the filter.
struct RuleChoice {
    word: &'static str,
    words: &'static str,
    number: usize,
}

impl<'a> Body<'a> {
    fn new(report: &'a Report, lang: Lang) -> Self {
        let checked = report.checked.to_zoned(report.zone.clone());
        let files: Vec<String> = report.files.iter().map(|file| file.name.to_string()).collect();
        let cards =
            report.findings.iter().enumerate().map(|(place, finding)| {
                (finding.severity, Card::new(place + 1, finding, report, &files, lang))
            });
        let mut by_severity: BTreeMap<Severity, Vec<Card<'a>>> = BTreeMap::new();
        for (severity, card) in cards {
            by_severity.entry(severity).or_default().push(card);
        }
        let groups = by_severity.into_iter().map(|(severity, findings)| Group {
            word: words::severity_word(severity),
            glyph: words::severity_glyph(severity),
            heading: words::severity_heading(severity, lang),
            number: report.summary.of(severity),
            unlisted: unlisted(report, &findings, lang),
            findings,
        });
        let timeline = &report.timeline;
        let unlisted_defects = report.summary.defects.saturating_sub(report.defects.len() as u64);
        debug_assert!(report.defects.len() <= MOST_DEFECTS, "a report is cut before it is shown");

        Self {
            lang,
            labels: labels(lang),
            checked: moment(&checked, lang),
            zone: report.zone.iana_name().unwrap_or("UTC").to_owned(),
            extent: words::extent(&report.summary, report.files.len(), lang),
            counts: counts(report, lang),
            rail: drawing::rail(timeline, lang),
            days: drawing::draw(timeline, &report.zone, lang),
            names_width: NAMES,
            left_out: (timeline.left_out > 0).then(|| words::left_out(timeline.left_out, lang)),
            untimed: (timeline.untimed > 0).then(|| words::untimed(timeline.untimed, lang)),
            groups: groups.collect(),
            rules: rules(report, lang),
            more_defects: (unlisted_defects > 0).then(|| words::unlisted(unlisted_defects, lang)),
            report,
            files,
        }
    }
}

impl<'a> Card<'a> {
    fn new(number: usize, finding: &'a FindingRead, report: &Report, files: &[String], lang: Lang) -> Self {
        let mut of_files: Vec<usize> = finding
            .rows
            .iter()
            .filter_map(|row| files.iter().position(|file| **file == *row.citation.file))
            .collect();
        of_files.dedup();
        let bar = finding.rows.iter().find_map(|row| {
            let occurrence = row.occurrence;
            let is_it = |day: &&Day| day.bars.iter().any(|bar| bar.occurrence == occurrence);
            let day = report.timeline.days.iter().find(is_it)?;
            Some(format!("{}-bar-{occurrence}-{}", lang.code(), day.date))
        });
        Self {
            number,
            finding,
            rule: finding.rule.word(),
            rule_words: festoon_domain::timetable::words::rule(finding.rule, lang),
            sentence: finding.sentence.read(lang),
            remedy: finding.remedy.read(lang),
            rows: finding.rows.iter().map(|row| Line::new(row, lang)).collect(),
            more_rows: (finding.more_rows > 0).then(|| words::more_rows(finding.more_rows, lang)),
            people: listed(&finding.people),
            hosts: listed(&finding.hosts),
            files: listed(&of_files),
            bar,
        }
    }
}

impl Line {
    fn new(row: &Row, lang: Lang) -> Self {
        let (title, title_lang) = row.title.shown(lang);
        Self { place: place(&row.citation, lang), title: title.to_owned(), title_lang: title_lang.tag() }
    }
}

fn counts(report: &Report, lang: Lang) -> Vec<Count> {
    [Severity::Block, Severity::Warn, Severity::Note]
        .map(|severity| Count {
            word: words::severity_word(severity),
            glyph: words::severity_glyph(severity),
            number: report.summary.of(severity),
            said: tally(severity, report.summary.of(severity), lang),
        })
        .into()
}

fn rules(report: &Report, lang: Lang) -> Vec<RuleChoice> {
    let found = |rule: Rule| report.findings.iter().filter(|finding| finding.rule == rule).count();
    Rule::ALL
        .into_iter()
        .filter(|rule| found(*rule) > 0)
        .map(|rule| RuleChoice {
            word: rule.word(),
            words: festoon_domain::timetable::words::rule(rule, lang),
            number: found(rule),
        })
        .collect()
}

/// What the rules of these cards found beyond them.
fn unlisted(report: &Report, cards: &[Card<'_>], lang: Lang) -> Vec<(&'static str, &'static str, String)> {
    report
        .unlisted
        .iter()
        .filter(|(rule, _)| cards.iter().any(|card| card.finding.rule == *rule))
        .map(|(rule, more)| {
            let name = festoon_domain::timetable::words::rule(*rule, lang);
            (rule.word(), name, words::unlisted(*more, lang))
        })
        .collect()
}

/// ` 3 15 `: numbers between spaces, as the filter looks for them.
fn listed(numbers: &[usize]) -> String {
    numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}
