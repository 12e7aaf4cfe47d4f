//! The report for programs, as docs/claims.md describes it. Written claim by claim, since a text may have thousands.

use std::io;

use festoon_guide::claims_report::{
    Both, ClaimRead, Compared, Counted, DifferenceRead, Report, Stand, TextRead,
};
use serde_json::{Value, json};

pub(super) fn write(report: &Report, to: &mut impl io::Write) -> io::Result<()> {
    let held = report
        .held
        .as_ref()
        .map(|held| json!({ "figures": &*held.file, "number": held.figures, "day": held.day.to_string() }));
    write!(to, "{{\"format\":\"festoon-claims\",\"version\":1,\"held\":{},\"texts\":[", json!(held))?;
    for (place, text) in report.texts.iter().enumerate() {
        let comma = if place == 0 { "" } else { "," };
        let counts = text.counts;
        let of_grades = json!({ "claims": counts.claims, "right": counts.right, "notes": counts.notes, "alarms": counts.alarms });
        let counted = match text.counted {
            Counted::Lines => "lines",
            Counted::Paragraphs => "paragraphs",
        };
        write!(
            to,
            "{comma}{{\"file\":{},\"lang\":\"{}\",\"counted\":\"{counted}\",\"counts\":{of_grades},\"claims\":[",
            json!(&*text.name),
            text.lang.code()
        )?;
        for (number, claim) in text.claims.iter().enumerate() {
            let comma = if number == 0 { "" } else { "," };
            write!(to, "{comma}{}", claim_json(text, claim))?;
        }
        write!(to, "]}}")?;
    }
    writeln!(to, "],\"compared\":{}}}", compared(report))
}

fn claim_json(text: &TextRead, claim: &ClaimRead) -> Value {
    let verdict = claim.verdict.as_ref().map(|verdict| {
        json!({
            "word": verdict.word,
            "grade": verdict.grade.word(),
            "figure": verdict.figure,
            "zh": verdict.sentence.zh,
            "en": verdict.sentence.en,
            "suggestion": verdict.suggestion,
            "in_place_of": verdict.in_place_of,
        })
    });
    json!({
        "words": text.words(&claim.stand),
        "place": place(&claim.stand),
        "kind": claim.kind,
        "value": claim.value,
        "unit": claim.unit,
        "currency": claim.currency,
        "hedge": claim.hedge,
        "stage": claim.stage,
        "change": claim.change,
        "as_of": claim.as_of,
        "role": claim.role,
        "oddity": claim.oddity,
        "verdict": verdict,
    })
}

fn compared(report: &Report) -> Value {
    match &report.compared {
        Compared::No => Value::Null,
        Compared::TooLong => json!({ "too_long": true }),
        Compared::Yes { agree, differences } => {
            let differences: Vec<Value> =
                differences.iter().map(|one| difference(one, &report.texts)).collect();
            json!({ "agree": agree, "differences": differences })
        }
    }
}

fn difference(difference: &DifferenceRead, texts: &[TextRead]) -> Value {
    let stands = difference.stands.iter().filter_map(|(text, stand)| {
        let text = texts.get(*text)?;
        Some(json!({ "file": &*text.name, "lang": text.lang.code(), "words": text.words(stand), "place": place(stand) }))
    });
    let Both { zh, en } = &difference.sentence;
    let stands: Vec<Value> = stands.collect();
    json!({ "word": difference.word, "grade": difference.grade.word(), "zh": zh, "en": en, "stands": stands })
}

fn place(stand: &Stand) -> Value {
    json!({ "line": stand.line, "column": stand.column, "end_line": stand.end_line, "end_column": stand.end_column })
}
