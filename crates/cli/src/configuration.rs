//! `festoon.toml`: who runs the site. Described in docs/festoon-toml.md, its schema is docs/schemas/festoon.schema.json.
//!
//! Read key by key rather than derived, so that every mistake is told with its line and with what would be right, in both languages.
//! A key that is not known is a mistake: a misspelt record number would otherwise be missing from every page, and nobody told.

use std::path::Path;
use std::sync::Arc;

use festoon_domain::programme::Citation;
use festoon_domain::text::Text;
use festoon_exchange::TomlText;
use festoon_guide::Operator;
use festoon_guide::clash_report::Both;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::complaint::Complaint;
use crate::language::both;

/// Longer values are no names or numbers.
const LONGEST: usize = 200;

/// What the operator says.
#[derive(Debug, Clone, Default)]
pub(crate) struct Configuration {
    /// Who runs the site.
    pub(crate) operator: Arc<Operator>,
}

/// Where it is, as an argument.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct ConfigurationFile {
    /// Who runs the site, as festoon.toml says (docs/festoon-toml.md)
    #[arg(long, value_name = "FILE")]
    config: Option<std::path::PathBuf>,
}

impl ConfigurationFile {
    /// What stands in it; nothing where none is named.
    pub(crate) fn read(&self) -> Result<Configuration, Vec<Complaint>> {
        let Some(path) = &self.config else { return Ok(Configuration::default()) };
        let name = path.display().to_string();
        let text = read(path).map_err(|sentence| vec![Complaint::about(&name, sentence)])?;
        parse(&text).map_err(|faults| faults.into_iter().map(|fault| fault.about(&name, &text)).collect())
    }
}

fn read(path: &Path) -> Result<String, Both> {
    let bytes = std::fs::read(path).map_err(|error| {
        both(
            format!("读不了这个文件（{error}）。请检查 --config 的路径和权限。"),
            format!("it cannot be read ({error}). Check the path after --config, and who may read it."),
        )
    })?;
    let text = String::from_utf8(bytes).map_err(|_| both("请存为 UTF-8。", "save it as UTF-8."))?;
    Ok(text.trim_start_matches('\u{feff}').to_owned())
}

/// A mistake, and where in the text it is.
#[derive(Debug)]
struct Fault {
    offset: usize,
    sentence: Both,
}

impl Fault {
    fn at<T>(spanned: &Spanned<T>, sentence: Both) -> Self {
        Self { offset: spanned.span().start, sentence }
    }

    fn about(self, file: &str, text: &str) -> Complaint {
        let spot = TomlText::in_file(file.into(), text).spot(self.offset);
        Complaint { citation: Citation { file: file.into(), spot }, sentence: self.sentence }
    }
}

fn parse(text: &str) -> Result<Configuration, Vec<Fault>> {
    let table = DeTable::parse(text).map_err(|error| {
        let (offset, right) = TomlText::in_file("".into(), text).not_toml(&error);
        vec![Fault { offset, sentence: both(right.zh, right.en) }]
    })?;

    let mut faults = Vec::new();
    let mut operator = Operator::default();
    for (key, value) in table.get_ref() {
        match (key.get_ref().as_ref(), value.get_ref()) {
            ("operator", DeValue::Table(table)) => operator = operator_of(value, table, &mut faults),
            ("operator", _) => faults.push(Fault::at(value, no_table())),
            (other, _) => faults.push(Fault::at(key, unknown(other, "[operator]"))),
        }
    }
    faults.sort_by_key(|fault| fault.offset);
    if faults.is_empty() { Ok(Configuration { operator: Arc::new(operator) }) } else { Err(faults) }
}

fn operator_of(whole: &Spanned<DeValue<'_>>, table: &DeTable<'_>, faults: &mut Vec<Fault>) -> Operator {
    let mut operator = Operator::default();
    for (key, value) in table {
        let said = match key.get_ref().as_ref() {
            "name" => name(value).map(|name| operator.name = name),
            "record_number" => words(value).map(|words| operator.record_number = Some(words)),
            "record_address" => address(value).map(|address| operator.record_address = Some(address)),
            "contact" => words(value).map(|words| operator.contact = Some(words)),
            other => {
                let known = "name, record_number, record_address, contact";
                Err(Fault::at(key, unknown(other, known)))
            }
        };
        faults.extend(said.err());
    }
    if faults.is_empty() && operator.name.is_empty() {
        let sentence = both(
            "[operator] 缺少 name，写作 name = { zh = \"示例区创新办\", en = \"Sample District Innovation Office\" }。",
            "[operator] lacks its name: name = { zh = \"示例区创新办\", en = \"Sample District Innovation Office\" }.",
        );
        faults.push(Fault::at(whole, sentence));
    }
    operator
}

fn name(value: &Spanned<DeValue<'_>>) -> Result<Text, Fault> {
    let right = || {
        both(
            "name 要写中英文两种：name = { zh = \"…\", en = \"…\" }。",
            "name is said in both languages: name = { zh = \"…\", en = \"…\" }.",
        )
    };
    let DeValue::Table(table) = value.get_ref() else { return Err(Fault::at(value, right())) };
    if let Some((key, _)) = table.iter().find(|(key, _)| !["zh", "en"].contains(&key.get_ref().as_ref())) {
        return Err(Fault::at(key, unknown(key.get_ref(), "zh, en")));
    }
    let wording = |lang: &str| table.get(lang).ok_or_else(|| Fault::at(value, right())).and_then(words);
    Ok(Text::from_wordings(&wording("zh")?, &wording("en")?, None))
}

/// Words on one line.
fn words(value: &Spanned<DeValue<'_>>) -> Result<String, Fault> {
    let words = match value.get_ref() {
        DeValue::String(words) => words.trim(),
        _ => "",
    };
    let fits = !words.is_empty() && words.chars().count() <= LONGEST && !words.chars().any(char::is_control);
    if fits {
        return Ok(words.to_owned());
    }
    let sentence = both(
        format!("这里要写一行文字，加引号，不超过 {LONGEST} 个字符。"),
        format!("this is one line of words in quotation marks, of at most {LONGEST} characters."),
    );
    Err(Fault::at(value, sentence))
}

fn address(value: &Spanned<DeValue<'_>>) -> Result<String, Fault> {
    let words = words(value)?;
    let rest = words.strip_prefix("https://").or_else(|| words.strip_prefix("http://"));
    if rest.is_some_and(|rest| !rest.is_empty()) && words.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Ok(words);
    }
    let sentence = both(
        "record_address 要写完整的网址，如 \"https://beian.miit.gov.cn/\"。",
        "record_address is a whole web address, as \"https://beian.miit.gov.cn/\".",
    );
    Err(Fault::at(value, sentence))
}

fn no_table() -> Both {
    both("operator 要写成一节：[operator]。", "operator is a table of its own: [operator].")
}

fn unknown(key: &str, known: &str) -> Both {
    both(
        format!("没有「{key}」这一项。可用的有：{known}。"),
        format!("there is no “{key}”. There are: {known}."),
    )
}

#[cfg(test)]
mod tests {
    use festoon_domain::programme::Spot;
    use festoon_domain::text::Lang;

    use super::*;

    /// Lines and sentences of what is wrong, in a language.
    fn faults(text: &str, lang: Lang) -> Vec<String> {
        let faults = parse(text).expect_err("something is wrong").into_iter();
        let complaints = faults.map(|fault| fault.about("festoon.toml", text));
        complaints
            .map(|one| match one.citation.spot {
                Spot::Character(line, _) => format!("{line}: {}", one.sentence.read(lang)),
                _ => one.sentence.read(lang).to_owned(),
            })
            .collect()
    }

    #[test]
    fn everything_an_operator_can_say_is_read() {
        let text = "[operator]\nname = { zh = \"示例办\", en = \"Sample Office\" }\nrecord_number = \"示例ICP备00000000号\"\n\
            record_address = \"https://example.org/\"\ncontact = \"week@example.org\"\n";
        let operator = Operator {
            name: Text::new("示例办", "Sample Office"),
            record_number: Some("示例ICP备00000000号".into()),
            record_address: Some("https://example.org/".into()),
            contact: Some("week@example.org".into()),
        };
        assert_eq!(*parse(text).expect("it reads").operator, operator);
        assert_eq!(*parse("").expect("it reads").operator, Operator::default());
    }

    #[test]
    fn every_mistake_is_told_with_its_line_and_what_would_be_right() {
        let text = "[operator]\nname = { zh = \"示例办\" }\ncontcat = \"x\"\nrecord_number = 7\n\
            record_address = \"beian\"\n[mail]\n";
        assert_eq!(
            faults(text, Lang::En),
            [
                "2: name is said in both languages: name = { zh = \"…\", en = \"…\" }.",
                "3: there is no “contcat”. There are: name, record_number, record_address, contact.",
                "4: this is one line of words in quotation marks, of at most 200 characters.",
                "5: record_address is a whole web address, as \"https://beian.miit.gov.cn/\".",
                "6: there is no “mail”. There are: [operator].",
            ]
        );
        assert_eq!(faults("operator = 1", Lang::Zh), ["1: operator 要写成一节：[operator]。"]);
        assert!(faults("\n[operator", Lang::Zh)[0].starts_with("2: 不合 TOML 的写法"));
        assert!(faults("[operator]\n", Lang::En)[0].contains("lacks its name"));
    }
}
