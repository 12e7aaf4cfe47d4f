//! What is said about a conversion: what could not be taken as it stood, and what the format cannot hold.

use std::io::{self, Write};

use festoon_app::programme::Conversion;
use festoon_domain::text::Lang;
use serde_json::{Value, json};

use crate::complaint;

/// For people: a line each, the defects in the order of the files.
pub(super) fn as_text(conversion: &Conversion, lang: Lang, to: &mut impl Write) -> io::Result<()> {
    complaint::write_defects(&conversion.defects, lang, to)?;
    for (loss, count, example) in conversion.written.losses.each() {
        let example = match (example.is_empty(), lang) {
            (true, _) => String::new(),
            (false, Lang::Zh) => format!("例如「{example}」。"),
            (false, Lang::En) => format!(" For example “{example}”."),
        };
        writeln!(to, "→ {}{example}", loss.sentence(count, lang))?;
    }
    Ok(())
}

/// For programs: one object, as docs/convert.md describes it.
pub(super) fn as_json(conversion: &Conversion, to: &mut impl Write) -> io::Result<()> {
    let files: Vec<Value> = conversion
        .files
        .iter()
        .map(|file| {
            json!({
                "name": &*file.name,
                "format": file.format.word(),
                "sessions": file.occurrences,
                "zone": file.zone,
            })
        })
        .collect();
    let defects: Vec<Value> = conversion.defects.iter().map(complaint::defect_json).collect();
    let losses: Vec<Value> = conversion
        .written
        .losses
        .each()
        .map(|(loss, count, example)| {
            json!({
                "word": loss.word(),
                "count": count,
                "example": example,
                "zh": loss.sentence(count, Lang::Zh),
                "en": loss.sentence(count, Lang::En),
            })
        })
        .collect();
    writeln!(to, "{}", json!({ "files": files, "defects": defects, "losses": losses }))
}
