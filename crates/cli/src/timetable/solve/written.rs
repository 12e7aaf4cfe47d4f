//! Where a planned week goes: a week folder or a table.

use std::path::Path;

use festoon_app::timetable::planning::{TableForm, as_folder, as_table};
use festoon_domain::programme::Programme;
use festoon_domain::text::Lang;
use festoon_domain::week::Records;
use festoon_guide::clash_report::Both;

use crate::complaint::Complaint;
use crate::export::{must_be_empty, write_folder};
use crate::language::both;
use crate::now;
use crate::whole::write_whole;

/// A place a week can be written to.
#[derive(Debug)]
pub(super) enum Written<'a> {
    Folder(&'a Path),
    Table(&'a Path, TableForm),
}

impl<'a> Written<'a> {
    /// What the name asks for. Asked before the search, so that nobody waits for a plan that then has nowhere to go.
    pub(super) fn to(out: &'a Path) -> Result<Self, Vec<Complaint>> {
        let ending = out.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
        match ending.as_deref() {
            Some("csv") => Ok(Self::Table(out, TableForm::Csv)),
            Some("xlsx") => Ok(Self::Table(out, TableForm::Workbook)),
            Some(
                "xls" | "xlsm" | "ods" | "doc" | "docx" | "pdf" | "txt" | "tsv" | "html" | "xml" | "json"
                | "ics",
            ) => {
                let sentence = both(
                    "这种文件写不了。请写一个文件夹，或以 .csv、.xlsx 结尾的文件名。",
                    "this kind of file is not written here. Name a folder, or a file that ends in .csv or .xlsx.",
                );
                Err(vec![Complaint::about(&out.display().to_string(), sentence)])
            }
            _ => {
                must_be_empty(out)?;
                Ok(Self::Folder(out))
            }
        }
    }

    /// Writes the planned programme; into a folder with everything else that is recorded of the week.
    pub(super) fn write(
        &self,
        records: &Records,
        planned: &Programme,
        lang: Lang,
    ) -> Result<(), Vec<Complaint>> {
        match self {
            Self::Folder(to) => write_folder(to, &as_folder(records, planned.clone())),
            Self::Table(to, form) => {
                let table = as_table(planned, *form, lang, now()).map_err(|reason| {
                    let sentence = Both::said(|lang| reason.sentence(lang));
                    vec![Complaint::about(&to.display().to_string(), sentence)]
                })?;
                write_whole(to, &table.bytes).map_err(|error| vec![Complaint::unwritable(to, &error)])
            }
        }
    }
}
