//! The report for people at a terminal: the count, the findings, what was read and what was assumed.
//!
//! Long lists are cut, with a count; the JSON and the page have more.

mod reading;

use std::io::{self, Write};

use festoon_domain::text::Lang;
use festoon_domain::timetable::{Rule, Severity, words};
use festoon_guide::clash_report::{FindingRead, Report, labels, place, tally};

/// How many findings of one rule the terminal shows.
const MOST_OF_A_RULE: usize = 10;

/// How many rows of one finding.
const MOST_ROWS: usize = 4;

/// Whether the terminal is given colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    /// A terminal.
    Coloured,
    /// A file, a pipe, or somebody who set `NO_COLOR`.
    Plain,
}

/// Writes the whole report.
pub(super) fn write(report: &Report, lang: Lang, ink: Ink, to: &mut impl Write) -> io::Result<()> {
    headline(report, lang, ink, to)?;
    let mut number = 0;
    for severity in [Severity::Block, Severity::Warn, Severity::Note] {
        group(report, severity, &mut number, lang, ink, to)?;
    }
    reading::write(report, lang, ink, to)
}

/// What stands before the path of a page that was written.
pub(super) const fn page_written(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "网页报告已写入",
        Lang::En => "The page is in",
    }
}

fn headline(report: &Report, lang: Lang, ink: Ink, to: &mut impl Write) -> io::Result<()> {
    let labels = labels(lang);
    if !report.summary.has_clashes() {
        writeln!(to, "{}", ink.bold(labels.none))?;
    }
    let counts = [Severity::Block, Severity::Warn, Severity::Note].into_iter().filter_map(|severity| {
        let count = report.summary.of(severity);
        let said = format!("{} {}", glyph(severity), tally(severity, count, lang));
        (count > 0).then(|| ink.of(severity, &said))
    });
    let counts: Vec<String> = counts.collect();
    if !counts.is_empty() {
        writeln!(to, "{}", counts.join("   "))?;
    }
    if report.is_for_protocol() {
        writeln!(to, "{}", labels.protocol)?;
    }
    Ok(())
}

fn group(
    report: &Report,
    severity: Severity,
    number: &mut usize,
    lang: Lang,
    ink: Ink,
    to: &mut impl Write,
) -> io::Result<()> {
    let findings: Vec<&FindingRead> =
        report.findings.iter().filter(|finding| finding.severity == severity).collect();
    if findings.is_empty() {
        return Ok(());
    }
    let heading = format!("{} {}", glyph(severity), words::severity(severity, lang));
    writeln!(to, "\n{}", ink.of(severity, &ink.bold(&heading)))?;
    for finding in &findings {
        let same = |other: &&&FindingRead| other.rule == finding.rule;
        let before =
            findings.iter().take_while(|other| !std::ptr::eq(**other, *finding)).filter(same).count();
        if before < MOST_OF_A_RULE {
            *number += 1;
            one(finding, *number, lang, ink, to)?;
        }
    }
    for rule in Rule::ALL {
        let listed = findings.iter().filter(|finding| finding.rule == rule).count();
        let beyond = report.unlisted.iter().filter(|(other, _)| *other == rule && listed > 0);
        let more = listed.saturating_sub(MOST_OF_A_RULE) as u64 + beyond.map(|(_, more)| more).sum::<u64>();
        if more > 0 {
            writeln!(to, "\n  {}", more_of(rule, more, lang))?;
        }
    }
    Ok(())
}

fn one(finding: &FindingRead, number: usize, lang: Lang, ink: Ink, to: &mut impl Write) -> io::Result<()> {
    writeln!(to, "\n{number:>3}. {}", finding.sentence.read(lang))?;
    for row in finding.rows.iter().take(MOST_ROWS) {
        writeln!(to, "     {}", ink.dim(&place(&row.citation, lang)))?;
    }
    let more = finding.rows.len().saturating_sub(MOST_ROWS) + finding.more_rows;
    if more > 0 {
        let said = match lang {
            Lang::Zh => format!("另有 {more} 行"),
            Lang::En => format!("and {more} more rows"),
        };
        writeln!(to, "     {}", ink.dim(&said))?;
    }
    let remedy = finding.remedy.read(lang);
    if !remedy.is_empty() {
        writeln!(to, "     → {remedy}")?;
    }
    Ok(())
}

fn more_of(rule: Rule, more: u64, lang: Lang) -> String {
    let name = words::rule(rule, lang);
    match lang {
        Lang::Zh => format!("「{name}」另有 {more} 处：--html 列出更多，--format json 列出全部。"),
        Lang::En => format!("… {more} more of “{name}”: --html lists more, --format json all."),
    }
}

const fn glyph(severity: Severity) -> &'static str {
    match severity {
        Severity::Block => "✕",
        Severity::Warn => "▲",
        Severity::Note => "○",
    }
}

impl Ink {
    fn wrap(self, code: &str, text: &str) -> String {
        match self {
            Self::Coloured => format!("\x1b[{code}m{text}\x1b[0m"),
            Self::Plain => text.to_owned(),
        }
    }

    fn bold(self, text: &str) -> String {
        self.wrap("1", text)
    }

    fn dim(self, text: &str) -> String {
        self.wrap("2", text)
    }

    fn of(self, severity: Severity, text: &str) -> String {
        self.wrap(
            match severity {
                Severity::Block => "31",
                Severity::Warn => "33",
                Severity::Note => "2",
            },
            text,
        )
    }
}
