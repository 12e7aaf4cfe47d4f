//! The end of the report: the files, how their columns were understood, and what had to be assumed.

use std::io::{self, Write};

use festoon_domain::text::Lang;
use festoon_guide::clash_report::{Report, labels, place};

use super::Ink;

/// How many defects the terminal shows.
const MOST_DEFECTS: usize = 15;

pub(super) fn write(report: &Report, lang: Lang, ink: Ink, to: &mut impl Write) -> io::Result<()> {
    defects(report, lang, ink, to)?;
    mappings(report, lang, ink, to)?;
    files(report, lang, ink, to)
}

fn files(report: &Report, lang: Lang, ink: Ink, to: &mut impl Write) -> io::Result<()> {
    let labels = labels(lang);
    writeln!(to, "\n{}", ink.bold(labels.read))?;
    for file in &report.files {
        let zone = file.zone.as_deref().unwrap_or(labels.zone_in_file);
        let count = match lang {
            Lang::Zh => format!("{} 个场次", file.occurrences),
            Lang::En if file.occurrences == 1 => "1 session".into(),
            Lang::En => format!("{} sessions", file.occurrences),
        };
        writeln!(to, "  {} · {} · {count} · {}", file.name, file.format, ink.dim(zone))?;
    }
    Ok(())
}

fn mappings(report: &Report, lang: Lang, ink: Ink, to: &mut impl Write) -> io::Result<()> {
    let labels = labels(lang);
    if report.mappings.is_empty() {
        return Ok(());
    }
    writeln!(to, "\n{}", ink.bold(labels.columns))?;
    for mapping in &report.mappings {
        writeln!(to, "  {}", place(&mapping.headings, lang))?;
        for (letters, heading, field) in &mapping.columns {
            let heading = heading.split_whitespace().collect::<Vec<_>>().join(" ");
            if field.is_empty() {
                writeln!(to, "     {}", ink.dim(&format!("{letters:>2} {heading} · {}", labels.left_aside)))?;
            } else {
                writeln!(to, "     {letters:>2} {heading} → {field}")?;
            }
        }
    }
    writeln!(to, "  {}", ink.dim(labels.columns_hint))
}

fn defects(report: &Report, lang: Lang, ink: Ink, to: &mut impl Write) -> io::Result<()> {
    let labels = labels(lang);
    if report.defects.is_empty() {
        return Ok(());
    }
    writeln!(to, "\n{} ({})", ink.bold(labels.defects), report.summary.defects)?;
    for defect in report.defects.iter().take(MOST_DEFECTS) {
        writeln!(to, "  {}", ink.dim(&place(&defect.citation, lang)))?;
        let stood = match (defect.stood.is_empty(), lang) {
            (true, _) => String::new(),
            (false, Lang::Zh) => format!("「{}」", defect.stood),
            (false, Lang::En) => format!("“{}”: ", defect.stood),
        };
        writeln!(to, "     {stood}{}", defect.sentence.read(lang))?;
    }
    let more = report.summary.defects.saturating_sub(MOST_DEFECTS as u64);
    if more > 0 {
        let said = match lang {
            Lang::Zh => format!("另有 {more} 处：--html 列出更多，--format json 列出全部。"),
            Lang::En => format!("… {more} more: --html lists more, --format json all."),
        };
        writeln!(to, "  {said}")?;
    }
    Ok(())
}
