//! What is wrong with the words after `festoon`, in the language of whoever wrote them.
//!
//! English is what clap says. In Chinese its commonest complaints are said anew, from what it knows of them; the usage below stands as it is, since it is
//! made of names. Where an argument's own reader has something to say, it says it in both languages with ` · ` between, English first.

use std::error::Error as _;

use clap::Parser;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use festoon_domain::text::Lang;

use crate::language::of_terminal;

/// Between the two wordings of what an argument's reader says.
const BETWEEN: &str = " · ";

/// The command that was asked for; a complaint about its words ends the program with exit code 2.
pub(crate) fn read<T: Parser>() -> T {
    T::try_parse().unwrap_or_else(|error| {
        let lang = lang(std::env::args());
        match told(&error, lang) {
            Some(told) => {
                eprint!("{told}");
                std::process::exit(2)
            }
            None => error.exit(),
        }
    })
}

/// The language that the words ask for, else the terminal's.
fn lang(words: impl Iterator<Item = String>) -> Lang {
    let words: Vec<String> = words.collect();
    let asked = words.iter().zip(words.iter().skip(1)).find(|(option, _)| *option == "--lang");
    let joined = words.iter().find_map(|word| word.strip_prefix("--lang="));
    match asked.map(|(_, lang)| lang.as_str()).or(joined) {
        Some("zh") => Lang::Zh,
        Some("en") => Lang::En,
        _ => of_terminal(),
    }
}

/// The complaint; nothing where clap's own words are right.
fn told(error: &Error, lang: Lang) -> Option<String> {
    let own = error.source().map(ToString::to_string);
    let own = own.as_deref().and_then(|said| said.split_once(BETWEEN));
    if lang == Lang::En {
        // Both wordings stand there; one is the reader's.
        let (en, zh) = own?;
        return Some(error.to_string().replace(&format!("{en}{BETWEEN}{zh}"), en));
    }
    let said = |kind| error.get(kind).map(words).unwrap_or_default();
    let (argument, value) = (said(ContextKind::InvalidArg), said(ContextKind::InvalidValue));
    let sentence = match error.kind() {
        ErrorKind::ValueValidation => {
            let why = own.map(|(_, zh)| zh.trim_end_matches('。').to_owned());
            let why = why.unwrap_or_else(|| "请看 --help 里的写法".to_owned());
            format!("{argument} 的「{value}」不对：{why}。")
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("{argument} 后面要写一个值。"),
        ErrorKind::InvalidValue => {
            format!("{argument} 的「{value}」不对。可以写：{}。", said(ContextKind::ValidValue))
        }
        ErrorKind::UnknownArgument => {
            let similar = said(ContextKind::SuggestedArg);
            let hint =
                if similar.is_empty() { String::new() } else { format!("您要写的是 {similar} 吗？") };
            format!("没有 {argument} 这个选项。{hint}")
        }
        ErrorKind::InvalidSubcommand => {
            let similar = said(ContextKind::SuggestedSubcommand);
            let hint =
                if similar.is_empty() { String::new() } else { format!("您要写的是 {similar} 吗？") };
            format!("没有 {} 这个命令。{hint}", said(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingRequiredArgument => format!("还缺少：{argument}。"),
        ErrorKind::ArgumentConflict if argument == said(ContextKind::PriorArg) => {
            format!("{argument} 只能写一次。")
        }
        ErrorKind::ArgumentConflict => {
            format!("{argument} 不能和 {} 一起用。", said(ContextKind::PriorArg))
        }
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("{argument} 的值的个数不对。")
        }
        _ => return None,
    };
    let usage = error.get(ContextKind::Usage).map(words).unwrap_or_default();
    let usage = usage.trim().trim_start_matches("Usage:").trim();
    let usage = if usage.is_empty() { String::new() } else { format!("用法：{usage}\n") };
    Some(format!("{sentence}\n{usage}详细说明请加 --help。\n"))
}

fn words(value: &ContextValue) -> String {
    match value {
        ContextValue::String(one) => one.clone(),
        ContextValue::Strings(all) => all.join("、"),
        ContextValue::StyledStr(styled) => styled.to_string(),
        ContextValue::StyledStrs(all) => all.iter().map(ToString::to_string).collect::<Vec<_>>().join("、"),
        ContextValue::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Festoon;

    fn said(line: &str, lang: Lang) -> Option<String> {
        let error = Festoon::try_parse_from(line.split(' ')).expect_err(line);
        told(&error, lang).map(|told| told.lines().next().unwrap_or_default().to_owned())
    }

    #[test]
    fn whoever_reads_chinese_is_told_in_chinese_what_would_be_right() {
        for (line, right) in [
            (
                "festoon timetable solve w --keep 0 -o x",
                "--keep <RELEASE|FILE|stay> 的「0」不对：发布版本从 1 数起。",
            ),
            ("festoon meetings solve a.toml --second 3", "没有 --second 这个选项。您要写的是 --seconds 吗？"),
            ("festoon meetings solve a.toml --lang fr", "--lang <LANG> 的「fr」不对。可以写：zh、en。"),
            ("festoon meetings solve", "还缺少：<FILE>...。"),
            ("festoon timetabel", "没有 timetabel 这个命令。您要写的是 timetable 吗？"),
        ] {
            assert_eq!(said(line, Lang::Zh).as_deref(), Some(right), "{line}");
        }
    }

    #[test]
    fn whoever_reads_english_is_not_told_twice() {
        let told = said("festoon timetable solve w --keep 0 -o x", Lang::En).expect("it is said anew");
        assert!(told.ends_with("releases are counted from 1"), "{told}");
        assert_eq!(said("festoon meetings solve", Lang::En), None);
        let words = |words: &[&str]| lang(words.iter().map(|&word| word.to_owned()));
        assert_eq!((words(&["--lang", "zh"]), words(&["--lang=en"])), (Lang::Zh, Lang::En));
    }
}
