//! What cannot be used: file, place, and what would be right, in both languages.

use std::io;
use std::path::Path;

use festoon_domain::programme::{Citation, Spot};
use festoon_domain::text::Lang;
use festoon_exchange::{Defect, Refusal};
use festoon_guide::clash_report::{Both, place};
use serde_json::{Value, json};

use crate::language::both;

/// One input that cannot be used.
#[derive(Debug, Clone)]
pub(crate) struct Complaint {
    /// The file, or the argument.
    pub(crate) citation: Citation,
    /// What is wrong and what would be right.
    pub(crate) sentence: Both,
}

impl Complaint {
    /// About a file as a whole.
    pub(crate) fn about(file: &str, sentence: Both) -> Self {
        Self { citation: Citation { file: file.into(), spot: Spot::Whole }, sentence }
    }

    /// What a reader refused.
    pub(crate) fn from_refusal(refusal: &Refusal) -> Self {
        let citation = Citation { file: refusal.file.clone(), spot: refusal.spot.clone() };
        Self { citation, sentence: Both::said(|lang| refusal.reason.sentence(lang)) }
    }

    /// A file cannot be written.
    pub(crate) fn unwritable(path: &Path, error: &io::Error) -> Self {
        let (zh, en) = match error.kind() {
            io::ErrorKind::NotFound => ("没有这个文件夹".into(), "there is no such folder".into()),
            io::ErrorKind::PermissionDenied => ("没有写入权限".into(), "it may not be written to".into()),
            io::ErrorKind::IsADirectory => ("这是文件夹".into(), "it is a folder".into()),
            io::ErrorKind::StorageFull => ("磁盘已满".into(), "the disk is full".into()),
            _ => (error.to_string(), error.to_string()),
        };
        let sentence = both(
            format!("写不进这个文件（{zh}）。请换一个可以写入的位置。"),
            format!("it cannot be written ({en}). Choose a place that can be written to."),
        );
        Self::about(&path.display().to_string(), sentence)
    }

    /// Standard output is broken in another way than by being closed.
    pub(crate) fn unprintable(error: &io::Error) -> Self {
        let sentence = both(format!("无法输出（{error}）。"), format!("nothing can be printed ({error})."));
        Self::about("stdout", sentence)
    }

    /// A mistake in the program: never the person's fault.
    pub(crate) fn our_own_fault(words: &str) -> Self {
        let sentence = both(
            format!("很抱歉，程序自身出错，没有得出结果。请把下面这句话连同文件反馈给我们：{words}"),
            format!(
                "sorry, the program itself failed and gave no answer. Please report this with the file: {words}"
            ),
        );
        Self::about("festoon", sentence)
    }
}

/// Every complaint on a line of its own.
pub(crate) fn write(complaints: &[Complaint], lang: Lang, to: &mut impl io::Write) -> io::Result<()> {
    let colon = match lang {
        Lang::Zh => "：",
        Lang::En => ": ",
    };
    for complaint in complaints {
        writeln!(to, "{}{colon}{}", place(&complaint.citation, lang), complaint.sentence.read(lang))?;
    }
    Ok(())
}

/// Every complaint in one object, for programs.
pub(crate) fn write_json(complaints: &[Complaint], to: &mut impl io::Write) -> io::Result<()> {
    let errors: Vec<Value> = complaints
        .iter()
        .map(|complaint| {
            json!({
                "file": &*complaint.citation.file,
                "place": place_json(&complaint.citation),
                "zh": complaint.sentence.zh,
                "en": complaint.sentence.en,
            })
        })
        .collect();
    writeln!(to, "{}", json!({ "errors": errors }))
}

/// What could not be taken as it stood, a line each, in the order of the files.
pub(crate) fn write_defects(defects: &[Defect], lang: Lang, to: &mut impl io::Write) -> io::Result<()> {
    let colon = match lang {
        Lang::Zh => "：",
        Lang::En => ": ",
    };
    for defect in defects {
        let stood = match (defect.stood.is_empty(), lang) {
            (true, _) => String::new(),
            (false, Lang::Zh) => format!("「{}」", defect.stood),
            (false, Lang::En) => format!("“{}”: ", defect.stood),
        };
        writeln!(to, "{}{colon}{stood}{}", place(&defect.citation, lang), defect.sentence(lang))?;
    }
    Ok(())
}

/// What could not be taken as it stood, for programs.
pub(crate) fn defect_json(defect: &Defect) -> Value {
    json!({
        "file": &*defect.citation.file,
        "place": place_json(&defect.citation),
        "stood": defect.stood,
        "word": defect.word(),
        "zh": defect.sentence(Lang::Zh),
        "en": defect.sentence(Lang::En),
    })
}

/// Where in a file, by the parts that are known.
pub(crate) fn place_json(citation: &Citation) -> Value {
    match &citation.spot {
        Spot::Whole => json!({}),
        Spot::Row(sheet, row) => json!({ "sheet": &**sheet, "row": row }),
        Spot::Cell(sheet, row, column) => json!({ "sheet": &**sheet, "row": row, "column": column }),
        Spot::Line(line) => json!({ "line": line }),
        Spot::Character(line, column) => json!({ "line": line, "column": column }),
        Spot::TableRow(table, row) => json!({ "table": table, "row": row }),
        Spot::TableCell(table, row, column) => json!({ "table": table, "row": row, "column": column }),
    }
}
