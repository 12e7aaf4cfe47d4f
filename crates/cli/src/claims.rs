//! `festoon claims`: the figures in Chinese and English texts: found, held against the published ones, and written. No database, nothing kept.
//!
//! Exit code 0: nothing must be mended; 1: something must; 2: a text or the figures file cannot be used.

mod editor;
mod json;
mod sarif;
mod text;
mod write;

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Subcommand, ValueEnum};
use festoon_app::claims::{self, Figures, Going};
use festoon_domain::text::Lang;
use festoon_exchange::{NamedFile, figures, prose::Prose};
use festoon_guide::claims_report::{Report, write_page};
use jiff::civil::Date;

use crate::complaint::{self, Complaint};
use crate::guard::guarded;
use crate::inputs;
use crate::language::{self, Tongue, both};
use crate::now;

/// Find, check and write the figures in Chinese and English texts · 找出、核对、写出文章中的数字
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  festoon claims lint release.zh.docx release.en.docx --figures figures.toml --day 2021-06-10
示例：
  festoon claims lint 通稿.docx 通稿英文.docx --figures figures.toml --format html -o 核对报告.html")]
pub(crate) struct Claims {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Lint(Lint),
    List(List),
    Write(write::WriteText),
    Lsp(editor::Editor),
}

/// Hold texts against the published figures before they go out · 发稿前对照已公布的数据核对文章
#[derive(Debug, clap::Args)]
#[command(after_help = "\
A Chinese and an English text given together are also held against each other.
中文稿和英文稿一并给出时，还会互相对照。

Example:
  festoon claims lint release.zh.md release.en.md --figures figures.toml --format sarif -o claims.sarif
示例：
  festoon claims lint 通稿.docx --figures figures.toml --day 2021-06-10 --lang zh

Exit codes: 0 nothing to mend · 1 at least one figure to mend · 2 a text or the figures file cannot be used.
退出码：0 没有需要更正的数字 · 1 有需要更正的数字 · 2 文章或数据文件无法使用")]
struct Lint {
    #[command(flatten)]
    texts: Texts,

    /// The published figures; docs/figures-toml.md · 写法见 docs/figures-toml-zh.md
    #[arg(long, value_name = "FIGURES.toml")]
    figures: PathBuf,

    #[command(flatten)]
    when: When,

    /// Leave the notes out: only what is to be corrected
    #[arg(short, long)]
    quiet: bool,

    #[command(flatten)]
    printed: Printed,
}

/// List the figures of texts, as they are understood · 列出文章中的数字及其含义
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  festoon claims list release.docx --format json
示例：
  festoon claims list 通稿.docx --lang zh

Exit codes: 0 listed · 2 a text cannot be read.
退出码：0 已列出 · 2 文章无法读取")]
struct List {
    #[command(flatten)]
    texts: Texts,

    #[command(flatten)]
    printed: Printed,
}

#[derive(Debug, clap::Args)]
struct Texts {
    /// Texts: .txt, .md, .docx, .html; - is standard input
    #[arg(required = true, value_name = "TEXT")]
    texts: Vec<PathBuf>,
}

/// When texts go out.
#[derive(Debug, clap::Args)]
struct When {
    /// The day on which it goes out, as 2021-06-10, which decides what is out of date or not yet public [default: today]
    #[arg(long, value_name = "DATE", value_parser = day)]
    day: Option<Date>,

    /// The week it speaks of when it does not say, as the figures file calls it [default: the only one there]
    #[arg(long, value_name = "ID")]
    week: Option<String>,
}

#[derive(Debug, clap::Args)]
struct Printed {
    /// What to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// Where to write it [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Language of the report [default: from LC_ALL, LC_MESSAGES or LANG]
    #[arg(long, value_enum)]
    lang: Option<Tongue>,
}

/// What is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Text,
    /// For programs; docs/claims.md.
    Json,
    /// For editors and build servers: SARIF 2.1.0.
    Sarif,
    /// One page that stands alone, with the figures marked in the text.
    Html,
}

impl Claims {
    /// Answers, and turns even a mistake of our own into a sentence and exit code 2.
    pub(crate) fn run(self) -> ExitCode {
        match self.command {
            Command::Lint(lint) => lint.run(),
            Command::List(list) => list.run(),
            Command::Write(write) => write.run(),
            Command::Lsp(editor) => editor.run(),
        }
    }
}

impl Lint {
    fn run(self) -> ExitCode {
        let printed = &self.printed;
        ended(printed.format == Format::Json, printed.lang(), || {
            printed.may_be_written(self.texts.texts.iter().chain([&self.figures]))?;
            let (figures, texts) = match (read_figures(&self.figures), self.texts.read(printed.lang())) {
                (Ok(figures), Ok(texts)) => (figures, texts),
                (figures, texts) => {
                    return Err(figures.err().into_iter().chain(texts.err()).flatten().collect());
                }
            };
            let going = self.when.going(&figures, &self.figures)?;
            let mut report = claims::lint(texts, &figures, &going);
            if self.quiet {
                report.leave_out_notes();
            }
            printed.print(&report)?;
            Ok(if report.has_alarms() { ExitCode::from(1) } else { ExitCode::SUCCESS })
        })
    }
}

impl List {
    fn run(self) -> ExitCode {
        let printed = &self.printed;
        ended(printed.format == Format::Json, printed.lang(), || {
            printed.may_be_written(self.texts.texts.iter())?;
            let texts = self.texts.read(printed.lang())?;
            printed.print(&claims::list(texts))?;
            Ok(ExitCode::SUCCESS)
        })
    }
}

impl Texts {
    /// Everything that is wrong with any of them is said at once; what was assumed goes to standard error.
    fn read(&self, lang: Lang) -> Result<Vec<Prose>, Vec<Complaint>> {
        let (mut texts, mut complaints, mut defects) = (Vec::new(), Vec::new(), Vec::new());
        for path in &self.texts {
            // With its folders, so that editors find the file by the name that is told.
            let read = opened(path)
                .and_then(|file| Prose::read(&file).map_err(|refusal| Complaint::from_refusal(&refusal)));
            match read {
                Ok((text, told)) => {
                    texts.push(text);
                    defects.extend(told);
                }
                Err(complaint) => complaints.push(complaint),
            }
        }
        // Nothing is left to do where standard error itself is closed.
        let _unwritten = complaint::write_defects(&defects, lang, &mut io::stderr().lock());
        if complaints.is_empty() { Ok(texts) } else { Err(complaints) }
    }
}

/// A text of the command's words; `-` stands for standard input.
fn opened(path: &Path) -> Result<NamedFile, Complaint> {
    if path.as_os_str() == "-" {
        return inputs::read_stdin();
    }
    inputs::open(path, &path.display().to_string())
}

/// A day as it is written; what is none is told in both languages.
fn day(words: &str) -> Result<Date, String> {
    words
        .parse()
        .map_err(|_| "a day that exists, such as 2021-06-10 · 应为存在的日期，如 2021-06-10".to_owned())
}

impl When {
    fn going(&self, figures: &Figures, path: &Path) -> Result<Going, Vec<Complaint>> {
        let about = |sentence| vec![Complaint::about(&path.display().to_string(), sentence)];
        if let Some(week) = self.week.as_deref().filter(|week| !figures.weeks().contains(week)) {
            let known = figures.weeks().join(", ");
            return Err(about(both(
                format!("文件里没有「{week}」这一届。有：{known}。"),
                format!("it has no week “{week}”. There are: {known}."),
            )));
        }
        let going = figures.going(self.day, self.week.clone(), now());
        going.ok_or_else(|| about(both("--day 应为公元后的日期。", "--day is a day of our era.")))
    }
}

impl Printed {
    fn lang(&self) -> Lang {
        self.lang.map_or_else(language::of_terminal, Tongue::lang)
    }

    fn may_be_written<'a>(&self, inputs: impl Iterator<Item = &'a PathBuf>) -> Result<(), Vec<Complaint>> {
        self.output.as_ref().map_or(Ok(()), |page| inputs::may_be_written("-o", page, inputs))
    }

    fn print(&self, report: &Report) -> Result<(), Vec<Complaint>> {
        let lang = self.lang();
        let Some(path) = &self.output else {
            let printed =
                self.format.write(report, lang, &mut BufWriter::with_capacity(1 << 16, io::stdout().lock()));
            return match printed {
                // Whoever reads on has read enough: `festoon claims list … | head`.
                Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                    Err(vec![Complaint::unprintable(&error)])
                }
                _ => Ok(()),
            };
        };
        let written =
            File::create(path).and_then(|file| self.format.write(report, lang, &mut BufWriter::new(file)));
        written.map_err(|error| vec![Complaint::unwritable(path, &error)])
    }
}

impl Format {
    fn write(self, report: &Report, lang: Lang, to: &mut impl Write) -> io::Result<()> {
        match self {
            Self::Text => text::write(report, lang, to)?,
            Self::Json => json::write(report, to)?,
            Self::Sarif => sarif::write(report, lang, to)?,
            Self::Html => write_page(report, lang, to)?,
        }
        to.flush()
    }
}

fn read_figures(path: &Path) -> Result<Figures, Vec<Complaint>> {
    let file = inputs::open(path, &inputs::base_name(path)).map_err(|complaint| vec![complaint])?;
    let ledger = figures::read(&file)
        .map_err(|refusals| refusals.iter().map(Complaint::from_refusal).collect::<Vec<_>>())?;
    Ok(Figures { file: file.name, ledger })
}

/// What a command comes to; complaints go where their reader looks.
fn ended(is_json: bool, lang: Lang, command: impl FnOnce() -> Result<ExitCode, Vec<Complaint>>) -> ExitCode {
    guarded(command).unwrap_or_else(|complaints| {
        // Nothing is left to do when even that cannot be written.
        let _unwritten = if is_json {
            complaint::write_json(&complaints, &mut io::stdout().lock())
        } else {
            complaint::write(&complaints, lang, &mut io::stderr().lock())
        };
        ExitCode::from(2)
    })
}
