//! The report as SARIF 2.1.0, which editors and build servers show beside the lines.
//!
//! What is right is left out: SARIF tells of problems. Columns count characters. In a document there are no lines, so the paragraph is told
//! as a logical location.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io;

use festoon_domain::text::Lang;
use festoon_guide::claims_report::{
    Both, Counted, Grade, Report, Stand, TextRead, kind_of_verdict, place, said,
};
use serde_json::{Value, json};

struct Problem<'a> {
    rule: &'static str,
    grade: Grade,
    message: String,
    stands: Vec<(&'a TextRead, &'a Stand)>,
    /// What may be written over the first of the stands.
    replacement: Option<&'a str>,
}

pub(super) fn write(report: &Report, lang: Lang, to: &mut impl io::Write) -> io::Result<()> {
    let problems = problems(report, lang);
    let words: BTreeSet<&'static str> = problems.iter().map(|problem| problem.rule).collect();
    let rules: Vec<Value> = words
        .iter()
        .map(|word| {
            let name = Both {
                zh: kind_of_verdict(word, Lang::Zh).into(),
                en: kind_of_verdict(word, Lang::En).into(),
            };
            json!({ "id": word, "shortDescription": { "text": name.read(lang) } })
        })
        .collect();
    let results: Vec<Value> = problems
        .iter()
        .map(|problem| {
            let level = if problem.grade == Grade::Alarm { "error" } else { "note" };
            let locations: Vec<Value> =
                problem.stands.iter().map(|(text, stand)| location(text, stand)).collect();
            let (first, others) = locations
                .split_first()
                .map_or((Vec::new(), &[][..]), |(first, others)| (vec![first], others));
            let mut result = json!({
                "ruleId": problem.rule,
                "ruleIndex": words.iter().position(|word| *word == problem.rule),
                "level": level,
                "message": { "text": message(problem, lang) },
                "locations": first,
                "relatedLocations": others,
            });
            if let Some(fix) = fix(problem) {
                result["fixes"] = json!([fix]);
            }
            result
        })
        .collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "festoon claims", "version": env!("CARGO_PKG_VERSION"), "rules": rules } },
            "language": lang.tag(),
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    serde_json::to_writer(&mut *to, &log)?;
    writeln!(to)
}

/// What there is to say; in a document, whose places are no lines, with the paragraph.
fn message(problem: &Problem<'_>, lang: Lang) -> String {
    let first = problem.stands.first().filter(|(text, _)| text.counted == Counted::Paragraphs);
    match first {
        Some((text, stand)) => {
            let (place, words) = (place(stand, text.counted, lang), text.words(stand));
            match lang {
                Lang::Zh => format!("{place}「{words}」：{}", problem.message),
                Lang::En => format!("{place}, “{words}”: {}", problem.message),
            }
        }
        None => problem.message.clone(),
    }
}

fn problems(report: &Report, lang: Lang) -> Vec<Problem<'_>> {
    let of_texts = report.texts.iter().flat_map(|text| text.claims.iter().map(move |claim| (text, claim)));
    let of_texts = of_texts.filter_map(|(text, claim)| {
        let Some(verdict) = &claim.verdict else {
            let message = said(claim, lang);
            return Some(Problem {
                rule: "claim",
                grade: Grade::Note,
                message,
                stands: vec![(text, &claim.stand)],
                replacement: None,
            });
        };
        if verdict.grade == Grade::Right {
            return None;
        }
        let mut message = verdict.sentence.read(lang).to_owned();
        if let Some(suggestion) = verdict.suggested(lang) {
            let space = if lang == Lang::Zh { "" } else { " " };
            let _infallible = write!(message, "{space}{suggestion}");
        }
        Some(Problem {
            rule: verdict.word,
            grade: verdict.grade,
            message,
            stands: vec![(text, &claim.stand)],
            replacement: verdict.replacement(),
        })
    });
    let of_languages = report.differences().iter().map(|difference| Problem {
        rule: difference.word,
        grade: difference.grade,
        message: difference.sentence.read(lang).to_owned(),
        stands: difference
            .stands
            .iter()
            .filter_map(|(text, stand)| Some((report.texts.get(*text)?, stand)))
            .collect(),
        replacement: None,
    });
    of_texts.chain(of_languages).collect()
}

/// The suggested wording as an edit, where the file is read as lines.
fn fix(problem: &Problem<'_>) -> Option<Value> {
    let (text, stand) = problem.stands.first()?;
    let replacement = problem.replacement.filter(|_| text.counted == Counted::Lines)?;
    Some(json!({ "artifactChanges": [{
        "artifactLocation": { "uri": uri(&text.name) },
        "replacements": [{ "deletedRegion": region(stand), "insertedContent": { "text": replacement } }],
    }] }))
}

fn region(stand: &Stand) -> Value {
    json!({
        "startLine": stand.line,
        "startColumn": stand.column,
        "endLine": stand.end_line,
        "endColumn": stand.end_column,
    })
}

fn location(text: &TextRead, stand: &Stand) -> Value {
    let artifact = json!({ "uri": uri(&text.name) });
    let snippet = json!({ "text": text.words(stand) });
    match text.counted {
        Counted::Lines => {
            let mut region = region(stand);
            region["snippet"] = snippet;
            json!({ "physicalLocation": { "artifactLocation": artifact, "region": region } })
        }
        Counted::Paragraphs => json!({
            "physicalLocation": { "artifactLocation": artifact },
            "logicalLocations": [{ "name": format!("paragraph {}", stand.line), "kind": "element" }],
        }),
    }
}

/// A path as a relative or a file address: what is not plain is escaped.
fn uri(path: &str) -> String {
    let mut uri = String::new();
    if path.starts_with('/') {
        uri.push_str("file://");
    }
    for byte in path.replace('\\', "/").bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            let _infallible = write!(uri, "%{byte:02X}");
        }
    }
    uri
}
