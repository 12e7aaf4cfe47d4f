//! `festoon export`: a whole week out, in documented formats.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use festoon_app::weeks::{ExportRefusal, export};
use festoon_domain::text::Lang;
use serde_json::json;

use crate::answer::{Answer, Format, Verdict, answer};
use crate::complaint::Complaint;
use crate::database::{Database, make};
use crate::language::both;

/// Take a whole week out as plain tables, journal and releases among them · 把一届的全部资料导出为表格
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  festoon export nanjing-2027 --to nanjing-2027
Importing that folder into an empty database gives an equal week; docs/week-folder.md describes its files.
把导出的文件夹导入空数据库，得到的是同样的一届。")]
pub(crate) struct Export {
    /// Which week
    #[arg(value_name = "WEEK")]
    week: String,

    /// The folder to write; it must not be there, or be empty
    #[arg(long, value_name = "DIR")]
    to: PathBuf,

    #[command(flatten)]
    database: Database,

    /// How it is told: for people, or one JSON object
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Export {
    /// A week office takes its week along.
    pub(crate) fn run(self) -> ExitCode {
        answer(self.format, |lang| self.answer(lang))
    }

    fn answer(&self, lang: Lang) -> Result<Answer, Vec<Complaint>> {
        let store = self.database.open()?;
        must_be_empty(&self.to)?;
        let files = export(&store, &self.week)
            .map_err(|failure| self.database.failed(&self.week, failure, ExportRefusal::sentence))?;
        write_folder(&self.to, &files)?;
        let to = self.to.display();
        let text = match lang {
            Lang::Zh => format!("「{}」已导出到 {to}，共 {} 个文件。\n", self.week, files.len()),
            Lang::En => format!("{} is in {to}: {} files.\n", self.week, files.len()),
        };
        let names: Vec<&String> = files.iter().map(|(name, _)| name).collect();
        Ok(Answer { text, json: json!({ "week": self.week, "files": names }), verdict: Verdict::Done })
    }
}

/// Writes the files of a week folder; their names may name folders inside.
pub(crate) fn write_folder(to: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Vec<Complaint>> {
    for (name, bytes) in files {
        let path = to.join(name);
        path.parent().map_or(Ok(()), make)?;
        fs::write(&path, bytes).map_err(|error| vec![Complaint::unwritable(&path, &error)])?;
    }
    Ok(())
}

/// Files of two weeks in one folder would be neither.
pub(crate) fn must_be_empty(folder: &Path) -> Result<(), Vec<Complaint>> {
    let Ok(mut entries) = fs::read_dir(folder) else { return Ok(()) };
    if entries.next().is_none() {
        return Ok(());
    }
    let sentence = both(
        "这个文件夹里已有文件，导出会与它们混在一起。请换一个空文件夹。",
        "there are files in this folder already, and the export would mix with them. Choose an empty one.",
    );
    Err(vec![Complaint::about(&folder.display().to_string(), sentence)])
}
