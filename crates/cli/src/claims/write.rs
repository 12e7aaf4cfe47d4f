//! `festoon claims write`: words for the figures, or a text from a template with slots.

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use festoon_app::claims::{self, Figures, Going, OfFigure, Older, Written};
use festoon_domain::programme::{Citation, Spot};
use festoon_domain::text::Lang;
use festoon_exchange::prose::Prose;
use jiff::civil::Date;
use serde_json::{Value, json};

use super::{When, read_figures};
use crate::answer::{Answer, Format, Verdict, answer_into};
use crate::complaint::Complaint;
use crate::inputs;
use crate::language::{self, Tongue, both};

/// Write figures in words, or a text from a template · 把数据写成文字，或按模板写出文章
#[derive(Debug, clap::Args)]
#[command(after_help = "\
A template is a text with slots: {investment-total}, or {investment-total:exact}, :rounded, :hedged, :announced; {{ is a brace.
模板是带空位的文章：{investment-total}，或写明取法 {investment-total:exact}、:rounded、:hedged、:announced；「{{」是花括号本身。

Example:
  festoon claims write figures.toml --template release.md --before figures-of-yesterday.toml
示例：
  festoon claims write figures.toml --template 通稿模板.txt --day 2021-06-10 --lang zh

Exit codes: 0 written · 2 the figures file or the template cannot be used, or a figure may not be published yet.
退出码：0 已写出 · 2 数据文件或模板无法使用，或有数据尚不能公开")]
pub(super) struct WriteText {
    /// The published figures; docs/figures-toml.md · 写法见 docs/figures-toml-zh.md
    #[arg(value_name = "FIGURES.toml")]
    figures: PathBuf,

    /// A text with slots; without it, every figure that may be told is put into words
    #[arg(long, value_name = "FILE")]
    template: Option<PathBuf>,

    #[command(flatten)]
    when: When,

    /// Older figures: tell what the text says otherwise than with them
    #[arg(long, value_name = "FIGURES.toml", requires = "template")]
    before: Option<PathBuf>,

    /// An earlier day: tell what the text says otherwise than on it
    #[arg(long, value_name = "DATE", requires = "template", value_parser = super::day)]
    since: Option<Date>,

    /// What to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// Where to write it [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Language of the text [default: that of the template], and of what is said of it
    #[arg(long, value_enum)]
    lang: Option<Tongue>,
}

impl WriteText {
    pub(super) fn run(self) -> ExitCode {
        let lang = self.lang.map(Tongue::lang);
        let file = self.output.as_deref();
        answer_into(file, lang.unwrap_or_else(language::of_terminal), self.format, |terminal| {
            if let Some(file) = file {
                let read = [Some(&self.figures), self.template.as_ref(), self.before.as_ref()];
                inputs::may_be_written("-o", file, read.into_iter().flatten())?;
            }
            let figures = read_figures(&self.figures)?;
            let going = self.when.going(&figures, &self.figures)?;
            let Some(path) = &self.template else {
                let (all, hidden) = claims::wordings(&figures, &going);
                return Ok(worded(&all, hidden, terminal));
            };
            let before = self.before.as_ref().map(|path| read_figures(path)).transpose()?;
            let file = inputs::open(path, &inputs::base_name(path)).map_err(|complaint| vec![complaint])?;
            let template =
                Prose::verbatim(&file).map_err(|refusal| vec![Complaint::from_refusal(&refusal)])?;
            let older = self.older(&figures, before.as_ref(), &going)?;
            let written =
                claims::write(&template.text, lang, &figures, &going, older.as_ref()).map_err(|all| {
                    let told = all.into_iter().map(|(byte, sentence)| {
                        let spot = Spot::Line(template.place(byte).line);
                        Complaint { citation: Citation { file: template.name.clone(), spot }, sentence }
                    });
                    told.collect::<Vec<_>>()
                })?;
            if self.format == Format::Text {
                // Beside the text, which somebody may write into a file. Nothing is left to do where standard error is closed.
                let _unwritten = io::stderr().lock().write_all(moved(&written, terminal).as_bytes());
            }
            Ok(told(&written))
        })
    }

    fn older<'a>(
        &self,
        figures: &'a Figures,
        before: Option<&'a Figures>,
        going: &Going,
    ) -> Result<Option<Older<'a>>, Vec<Complaint>> {
        if before.is_none() && self.since.is_none() {
            return Ok(None);
        }
        let going = match self.since {
            Some(day) => figures.going(Some(day), going.week.clone(), going.at).ok_or_else(|| {
                let sentence = both("--since 应为公元后的日期。", "--since is a day of our era.");
                vec![Complaint::about("--since", sentence)]
            })?,
            None => going.clone(),
        };
        Ok(Some(Older { figures: before.unwrap_or(figures), going }))
    }
}

/// Every figure, a line a wording.
fn worded(all: &[OfFigure], hidden: usize, lang: Lang) -> Answer {
    let mut text = String::new();
    for figure in all {
        let _infallible = writeln!(text, "{}", figure.id);
        for (of, worded) in Lang::BOTH.iter().zip(&figure.worded) {
            for words in worded {
                let _infallible = writeln!(text, "  {}  {:<9}  {}", of.code(), words.rounding, words.text);
            }
        }
    }
    if hidden > 0 {
        let _infallible = match lang {
            Lang::Zh => writeln!(text, "\n另有 {hidden} 项尚不能公开，没有列出。"),
            Lang::En if hidden == 1 => {
                writeln!(text, "\n1 more may not be published yet and is left out.")
            }
            Lang::En => writeln!(text, "\n{hidden} more may not be published yet and are left out."),
        };
    }
    let of = |worded: &[claims::Worded]| -> Vec<Value> { worded.iter().map(words_json).collect() };
    let figures: Vec<Value> = all
        .iter()
        .map(|figure| json!({ "id": figure.id, "zh": of(&figure.worded[0]), "en": of(&figure.worded[1]) }))
        .collect();
    Answer { text, json: json!({ "figures": figures, "hidden": hidden }), verdict: Verdict::Done }
}

/// What a text says otherwise than it was given out, and than before.
fn moved(written: &Written, lang: Lang) -> String {
    let mut text = String::new();
    for slot in &written.slots {
        let Some(announced) = &slot.instead_of else { continue };
        let (id, words) = (&slot.id, &slot.worded.text);
        let _infallible = match lang {
            Lang::Zh => {
                writeln!(text, "{id}：公布时的说法「{announced}」已与数值不符，写成了「{words}」")
            }
            Lang::En => {
                writeln!(
                    text,
                    "{id}: given out as “{announced}”, which is no longer true; “{words}” was written"
                )
            }
        };
    }
    for moved in &written.moved {
        let (id, before, after) = (&moved.id, &moved.before, &moved.after);
        let _infallible = match lang {
            Lang::Zh => writeln!(text, "{id}：「{before}」改为「{after}」"),
            Lang::En => writeln!(text, "{id}: “{before}” is now “{after}”"),
        };
    }
    text
}

/// The text alone, so that it can be written into a file.
fn told(written: &Written) -> Answer {
    let mut text = written.text.clone();
    if !text.ends_with('\n') {
        text.push('\n');
    }
    let slots: Vec<Value> = written
        .slots
        .iter()
        .map(
            |slot| json!({ "id": slot.id, "words": words_json(&slot.worded), "instead_of": slot.instead_of }),
        )
        .collect();
    let moved: Vec<Value> = written
        .moved
        .iter()
        .map(|moved| json!({ "id": moved.id, "before": moved.before, "after": moved.after }))
        .collect();
    let json = json!({ "text": written.text, "slots": slots, "changes": moved });
    Answer { text, json, verdict: Verdict::Done }
}

fn words_json(words: &claims::Worded) -> Value {
    json!({ "text": words.text, "rounding": words.rounding, "hedge": words.hedge })
}
