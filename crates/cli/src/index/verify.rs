//! `festoon index verify`: a bundle is made again, and must come out the same.

use std::path::PathBuf;
use std::process::ExitCode;

use festoon_app::indexes::{Asked, Checked, Difference, NotVerified, verify};
use festoon_domain::text::Lang;
use serde_json::{Value, json};

use super::folder;
use super::given::{Threads, VERSION, called_off, watched};
use crate::answer::{Answer, Format, Verdict, answer_in};
use crate::complaint::Complaint;
use crate::language::{Tongue, of_terminal};

/// Make an audit bundle again and say where it would differ · 重算审计包，指出不同之处
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  festoon index verify audit
  festoon index verify audit.zip --format json

Exit codes: 0 every file comes out the same to the byte · 1 something differs: file, row and cell are told · 2 it is no bundle, or cannot be used.
退出码：0 每个文件逐字节相同 · 1 有不同，写明文件、行和格 · 2 不是审计包，或无法使用")]
pub(super) struct Verify {
    /// The folder or .zip that `index run --out` wrote
    #[arg(value_name = "BUNDLE")]
    bundle: PathBuf,

    #[command(flatten)]
    threads: Threads,

    /// The language of the answer [default: the terminal's]
    #[arg(long, value_enum)]
    lang: Option<Tongue>,

    /// How it is told: for people, or one JSON object
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Verify {
    pub(super) fn run(self) -> ExitCode {
        let lang = self.lang.map_or_else(of_terminal, Tongue::lang);
        answer_in(lang, self.format, |lang| self.answer(lang))
    }

    fn answer(&self, lang: Lang) -> Result<Answer, Vec<Complaint>> {
        let bundle = folder::read(&self.bundle)?;
        let checked = watched(lang, |watch| {
            let threads = self.threads.count();
            verify(&bundle, &Asked { runs: 1, seed: 1, threads, year: None, watch })
        });
        let checked = checked.map_err(|not| match not {
            NotVerified::CalledOff => vec![called_off()],
            NotVerified::Refused(refusals) => refusals.iter().map(Complaint::from_refusal).collect(),
        })?;
        let same = checked.differences.is_empty();
        let verdict = if same { Verdict::Done } else { Verdict::No };
        let differences: Vec<Value> = checked.differences.iter().map(difference).collect();
        let json = json!({
            "same": same,
            "files": checked.files,
            "made_by": checked.made_by,
            "verified_by": VERSION,
            "differences": differences,
        });
        Ok(Answer { text: text(&checked, lang), json, verdict })
    }
}

fn text(checked: &Checked, lang: Lang) -> String {
    let Checked { made_by, files, differences } = checked;
    let mut lines: Vec<String> = differences.iter().map(|one| one.sentence(lang)).collect();
    lines.push(match (differences.is_empty(), lang) {
        (true, Lang::Zh) => format!("{files} 个文件重算后逐字节相同。"),
        (true, Lang::En) => format!("All {files} files come out the same to the byte."),
        (false, Lang::Zh) => "重算的结果与包里不同，见上。".into(),
        (false, Lang::En) => "Made again it differs, as told above.".into(),
    });
    if made_by != VERSION {
        lines.push(match lang {
            Lang::Zh => format!("审计包由 {made_by} 版制作，用 {VERSION} 版核对。"),
            Lang::En => format!("It was made by version {made_by} and verified by {VERSION}."),
        });
    }
    lines.join("\n") + "\n"
}

fn difference(one: &Difference) -> Value {
    let mut json = json!({ "file": one.path(), "zh": one.sentence(Lang::Zh), "en": one.sentence(Lang::En) });
    match one {
        Difference::Lacking { .. } => json["kind"] = "lacking".into(),
        Difference::Surplus { .. } => json["kind"] = "surplus".into(),
        Difference::Altered { .. } => json["kind"] = "altered".into(),
        Difference::Cell { row, column, heading, stands, right, .. } => {
            json["kind"] = "cell".into();
            json["row"] = (*row).into();
            json["column"] = (*column).into();
            json["heading"] = heading.as_str().into();
            json["stands"] = stands.as_str().into();
            json["right"] = right.as_str().into();
        }
        Difference::Line { line, stands, right, .. } => {
            json["kind"] = "line".into();
            json["line"] = (*line).into();
            json["stands"] = stands.as_str().into();
            json["right"] = right.as_str().into();
        }
    }
    json
}
