//! What cannot be used: file, place, and what would be right, in both languages.

use std::io;
use std::path::Path;

use festoon_domain::programme::{Citation, Spot};
use festoon_domain::text::Lang;
use festoon_exchange::Refusal;
use festoon_guide::clash_report::{Both, place};

use super::both;

/// One input that cannot be used.
#[derive(Debug, Clone)]
pub(super) struct Complaint {
    /// The file, or the argument.
    pub(super) citation: Citation,
    /// What is wrong and what would be right.
    pub(super) sentence: Both,
}

impl Complaint {
    /// About a file as a whole.
    pub(super) fn about(file: &str, sentence: Both) -> Self {
        Self { citation: Citation { file: file.into(), spot: Spot::Whole }, sentence }
    }

    /// What a reader refused.
    pub(super) fn from_refusal(refusal: &Refusal) -> Self {
        let citation = Citation { file: refusal.file.clone(), spot: refusal.spot.clone() };
        Self { citation, sentence: Both::said(|lang| refusal.reason.sentence(lang)) }
    }

    /// The page cannot be written.
    pub(super) fn unwritable(path: &Path, error: &io::Error) -> Self {
        let sentence = both(
            format!("报告写不进这个文件（{error}）。请换一个可以写入的位置。"),
            format!("the report cannot be written there ({error}). Choose a place that can be written to."),
        );
        Self::about(&path.display().to_string(), sentence)
    }

    /// Standard output is broken in another way than by being closed.
    pub(super) fn unprintable(error: &io::Error) -> Self {
        let sentence =
            both(format!("无法输出（{error}）。"), format!("the report cannot be printed ({error})."));
        Self::about("stdout", sentence)
    }

    /// A mistake in the program: never the person's fault.
    pub(super) fn our_own_fault(words: &str) -> Self {
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
pub(super) fn write(complaints: &[Complaint], lang: Lang, to: &mut impl io::Write) -> io::Result<()> {
    let colon = match lang {
        Lang::Zh => "：",
        Lang::En => ": ",
    };
    for complaint in complaints {
        writeln!(to, "{}{colon}{}", place(&complaint.citation, lang), complaint.sentence.read(lang))?;
    }
    Ok(())
}
