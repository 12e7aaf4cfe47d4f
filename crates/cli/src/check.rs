//! `festoon check`: the clash report from spreadsheets and schedule files, without a database and without an account.
//!
//! Exit code 0: nothing graded `block` or `warn` was found; 1: something was; 2: an input cannot be used.
//! Notes and reading defects alone are told but are no "no".

mod grades;
mod json;
mod text;

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;
use festoon_app::timetable::{ClashReport, examine, report};
use festoon_domain::text::Lang;
use festoon_domain::timetable::{Rule, Rulebook, Severity};
use festoon_domain::venue::Minutes;
use festoon_guide::clash_report::{Report, write_page};
use jiff::tz::TimeZone;

use crate::complaint::{self, Complaint};
use crate::guard::guarded;
use crate::inputs::{self, Beside};
use crate::language::{self, Tongue};
use crate::now;
use crate::progress::Progress;

/// Tell what is wrong with a week, from the hosts' own files · 检查各主办单位的文件，给出冲突报告
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  festoon check hosts/*.xlsx partner.xml --travel travel.csv --html report.html
示例：
  festoon check 各单位/*.xlsx --travel 路程.csv --html 冲突报告.html --lang zh

Exit codes: 0 nothing to solve or look at (notes and reading defects alone are 0) · 1 at least one finding graded
block or warn · 2 an input cannot be used; standard error (with --format json: standard output) names file and place.
退出码：0 没有需要处理的问题 · 1 有「必须解决」或「需要留意」的问题 · 2 输入无法使用")]
pub(crate) struct Check {
    /// Spreadsheets (CSV, XLSX, XLS, ODS), documents with tables (DOCX), schedule.xml, schedule.json, OPass or iCalendar
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    /// Minutes between venues: a CSV with from, to, mode, minutes
    #[arg(long, value_name = "FILE")]
    travel: Option<PathBuf>,

    #[command(flatten)]
    beside: Beside,

    /// Also write the report as one self-contained page
    #[arg(long, value_name = "REPORT.html")]
    html: Option<PathBuf>,

    /// What to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// Language of the report [default: from LC_ALL, LC_MESSAGES or LANG]
    #[arg(long, value_enum)]
    lang: Option<Tongue>,

    /// Minutes a guest of honour wants to spare beyond the road [default: 15]
    #[arg(long, value_name = "MINUTES", value_parser = clap::value_parser!(u32).range(0..=1440))]
    slack: Option<u32>,

    /// Kilometres an hour on roads estimated from coordinates [default: 25]
    #[arg(long, value_name = "KMH", value_parser = grades::speed)]
    speed: Option<f64>,

    /// Leave a rule out: two-places, road, room-twice, seats, …
    #[arg(long, value_name = "RULE", value_parser = grades::rule)]
    ignore: Vec<Rule>,

    /// Grade a rule: block, warn, note or ignore
    #[arg(long, value_name = "RULE=GRADE", value_parser = grades::grade)]
    grade: Vec<(Rule, Option<Severity>)>,
}

/// What is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Text,
    /// For programs; docs/clash-report.md.
    Json,
}

/// What the exit code says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    Clear,
    Clashes,
}

impl Check {
    /// Answers, and turns even a mistake of our own into a sentence and exit code 2.
    pub(crate) fn run(self) -> ExitCode {
        let lang = self.lang();
        let format = self.format;

        match guarded(|| self.answer(lang)) {
            Ok(Answer::Clear) => ExitCode::SUCCESS,
            Ok(Answer::Clashes) => ExitCode::from(1),
            Err(complaints) => refuse(&complaints, format, lang),
        }
    }

    fn answer(&self, lang: Lang) -> Result<Answer, Vec<Complaint>> {
        let now = now();
        let (files, mut options) = inputs::read(&self.files, self.travel.as_ref(), &self.beside)?;
        options.this_year = Some(now.to_zoned(TimeZone::UTC).year());
        if let Some(path) = &self.html {
            let inputs = self.files.iter().chain(&self.travel).chain(&self.beside.map);
            inputs::may_be_written("--html", path, inputs)?;
        }

        let progress = Progress::begin(files.len(), lang);
        let mut reading = festoon_exchange::read(&files, &options)
            .map_err(|refusals| refusals.iter().map(Complaint::from_refusal).collect::<Vec<_>>())?;
        drop(files);
        if let Some(speed) = self.speed {
            reading.programme.roads.speed_kmh = speed;
        }
        let clashes = examine(reading, &self.rulebook());
        let shown = report(&clashes, now);
        if let Some(path) = &self.html {
            write_html(&shown, path, lang).map_err(|error| vec![Complaint::unwritable(path, &error)])?;
        }
        progress.end();

        let printed = self.print(&clashes, &shown, lang);
        match printed {
            Ok(()) => {}
            // Whoever reads on has read enough: `festoon check … | head`.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
            Err(error) => return Err(vec![Complaint::unprintable(&error)]),
        }
        let answer = if shown.summary.has_clashes() { Answer::Clashes } else { Answer::Clear };
        // The process ends here; giving back a hundred thousand sessions one by one would only take time.
        std::mem::forget((clashes, shown));
        Ok(answer)
    }

    fn print(&self, clashes: &ClashReport, shown: &Report, lang: Lang) -> io::Result<()> {
        let stdout = io::stdout();
        let is_plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let ink = if is_plain || !stdout.is_terminal() { text::Ink::Plain } else { text::Ink::Coloured };
        let mut out = BufWriter::with_capacity(1 << 16, stdout.lock());
        match self.format {
            Format::Text => text::write(shown, lang, ink, &mut out)?,
            Format::Json => json::write(clashes, shown, &mut out)?,
        }
        if let (Some(path), Format::Text) = (&self.html, self.format) {
            writeln!(out, "\n{} {}", text::page_written(lang), path.display())?;
        }
        out.flush()
    }

    fn rulebook(&self) -> Rulebook {
        let mut rulebook = Rulebook::default();
        if let Some(slack) = self.slack {
            rulebook.slack = Minutes(slack);
        }
        for (rule, severity) in &self.grade {
            rulebook.grade(*rule, *severity);
        }
        for rule in &self.ignore {
            rulebook.grade(*rule, None);
        }
        rulebook
    }

    fn lang(&self) -> Lang {
        self.lang.map_or_else(language::of_terminal, Tongue::lang)
    }
}

fn write_html(shown: &Report, path: &PathBuf, lang: Lang) -> io::Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    write_page(shown, lang, &mut file)?;
    file.flush()
}

/// Says everything that cannot be used; exit code 2.
fn refuse(complaints: &[Complaint], format: Format, lang: Lang) -> ExitCode {
    // Nothing is left to do when even that cannot be written.
    let _unwritten = match format {
        Format::Json => complaint::write_json(complaints, &mut io::stdout().lock()),
        Format::Text => complaint::write(complaints, lang, &mut io::stderr().lock()),
    };
    ExitCode::from(2)
}

#[cfg(test)]
mod tests;
