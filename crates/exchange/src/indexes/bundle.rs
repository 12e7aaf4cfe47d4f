//! `bundle.toml`, the head of an audit bundle: which format, who made it, of what, and how it was studied.
//!
//! Programs write it, and people open it when a bundle does not verify; so all mistakes of it are told at once, with line and character. A head of
//! another format is told as that and not read on.

use toml::de::DeValue;

use crate::said::{Mistakes, Said, TomlText};
use crate::{NamedFile, Refusal, Right};

/// The format of bundles that is written and read.
pub const BUNDLE_FORMAT: u32 = 1;

/// What the head says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BundleHead {
    /// The version of the program that made it.
    pub made_by: String,
    /// The names of the files in `data/`, in the order they were read.
    pub data: Vec<String>,
    /// How ranks were studied, if they were.
    pub study: Option<BundleStudy>,
}

/// How ranks were studied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BundleStudy {
    pub runs: usize,
    pub seed: u64,
    pub year: Option<i32>,
}

/// Reads the head of a bundle.
///
/// # Errors
/// All mistakes, each with line and character and what would be right.
pub fn read_bundle_head(file: &NamedFile) -> Result<BundleHead, Vec<Refusal>> {
    let text = TomlText::of(file).map_err(|refusal| vec![refusal])?;
    let table = text.table().map_err(|refusal| vec![refusal])?;
    let mistakes = Mistakes::of(&text);
    let said = Said::of(table.get_ref(), 0, "bundle.toml", &mistakes);
    let format = counted(&said, "format");
    if let Some(other) = format.filter(|format| *format != u64::from(BUNDLE_FORMAT)) {
        let made_by = said.any_text("made_by").unwrap_or_default();
        let right = Right::new(
            format!("格式是 {other}，这个版本只认得 {BUNDLE_FORMAT}。请用制作它的版本 {made_by} 核对。"),
            format!(
                "its format is {other}, and this version knows {BUNDLE_FORMAT}. Verify it with version {made_by}, which made it."
            ),
        );
        return Err(vec![text.refusal(said.offset_of("format"), right)]);
    }
    let made_by = said.must("made_by").unwrap_or_default();
    if !said.has("data") {
        said.lacks("data");
    }
    let data = said.words("data");
    let study = said.table("study", "[study]").map(study);
    said.finish();
    let refusals = mistakes.refusals();
    if refusals.is_empty() { Ok(BundleHead { made_by, data, study }) } else { Err(refusals) }
}

fn study(said: Said<'_>) -> BundleStudy {
    let runs = counted(&said, "runs").and_then(|runs| usize::try_from(runs).ok()).unwrap_or_default();
    let seed = counted(&said, "seed").unwrap_or_default();
    let year = said.year("year");
    said.finish();
    BundleStudy { runs, seed, year }
}

/// A whole number that must be there, from 0.
fn counted(said: &Said<'_>, key: &'static str) -> Option<u64> {
    if !said.has(key) {
        said.lacks(key);
        return None;
    }
    let read = |value: &DeValue<'_>| match value {
        DeValue::Integer(whole) if whole.radix() == 10 => whole.as_str().parse().ok(),
        _ => None,
    };
    said.read(key, "0 以上的整数", "a whole number, 0 or more", read)
}

#[cfg(test)]
mod tests {
    use festoon_domain::programme::Spot;
    use festoon_domain::text::Lang;

    use super::*;

    fn read(text: &str) -> Result<BundleHead, Vec<Refusal>> {
        read_bundle_head(&NamedFile { name: "bundle.toml".into(), bytes: text.as_bytes().to_vec() })
    }

    #[test]
    fn a_head_is_read_as_it_is_written() {
        let text = "format = 1\nmade_by = \"1.2.3\"\ndata = [\"a.csv\"]\n[study]\nruns = 100\nseed = 18446744073709551615\n";
        let study = BundleStudy { runs: 100, seed: u64::MAX, year: None };
        let head = BundleHead { made_by: "1.2.3".into(), data: vec!["a.csv".into()], study: Some(study) };
        assert_eq!(read(text), Ok(head));
    }

    #[test]
    fn all_mistakes_are_told_at_once_with_line_and_character_in_both_languages() {
        let mistakes = read("format = 1\ndata = 3\nmade-by = \"1\"\n[study]\nruns = -1\n").expect_err("five");
        let told: Vec<(Spot, String)> =
            mistakes.iter().map(|one| (one.spot.clone(), one.reason.sentence(Lang::En))).collect();
        let at = |line, character, said: &str| (Spot::Character(line, character), said.to_owned());
        assert_eq!(
            told,
            [
                at(1, 1, "bundle.toml lacks made_by. Add it."),
                at(
                    2,
                    8,
                    "data of bundle.toml does not fit; right would be: a list of words, such as [\"a\", \"b\"]."
                ),
                at(3, 1, "bundle.toml has no “made-by” here. There are: data, format, made_by, study."),
                at(4, 1, "[study] lacks seed. Add it."),
                at(5, 8, "runs of [study] does not fit; right would be: a whole number, 0 or more."),
            ]
        );
        assert_eq!(mistakes[4].reason.sentence(Lang::Zh), "[study]的 runs 不对，应为：0 以上的整数。");
    }

    #[test]
    fn a_head_of_another_format_is_told_as_that_and_not_read_on() {
        let mistakes = read("format = 2\nmade_by = \"9.0\"\nnew = 1\n").expect_err("another format");
        let [one] = &mistakes[..] else { panic!("one thing") };
        assert_eq!(one.spot, Spot::Character(1, 10));
        assert!(one.reason.sentence(Lang::En).contains("Verify it with version 9.0"), "{one}");
    }
}
