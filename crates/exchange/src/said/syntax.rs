//! What is wrong where a text is no TOML, in words of ours: the parser's own are English, and say what is wrong rather than what would be right.
//!
//! They are told apart by a word or two of the parser's sentence, since it gives no more. What is not known falls to a sentence that holds of anything,
//! so a parser that changes its words costs precision and nothing else; the test says which of them are known.

use crate::Right;

/// Words of the parser's sentence, and what is said for them; the first that fits.
const KNOWN: &[(&[&str], &str, &str)] = &[
    (
        &["duplicate key", "cannot extend"],
        "这一项已经写过了，同一节里只能写一次。请删去一处。",
        "this stands there already, and may once. Leave out one of them.",
    ),
    (&["recurse"], "括号套得太深了。请少套几层。", "brackets nest too deeply here. Write it with fewer."),
    (
        &["string values must be quoted", "opening quote"],
        "文字要放在一对英文引号里，如 name = \"示例\"。",
        "words stand in a pair of straight quotation marks, as name = \"sample\".",
    ),
    (
        &["unquoted key", "unquoted keys"],
        "等号前的名称只能用英文字母、数字、- 和 _；别的文字要加英文引号，如 \"示例\" = 1。",
        "a name before the equals sign has letters, digits, - and _ only; others stand in straight quotation marks, as \"a b\" = 1.",
    ),
    (
        &["escape", "unicode"],
        "反斜杠 \\ 的写法不对。要写反斜杠本身，请写 \\\\，或把整段文字放在单引号 '…' 里。",
        "a backslash is followed by n, t, \" or another backslash. To write one itself, write \\\\ or use '…' in place of \"…\".",
    ),
    (
        &["invalid string", "basic string", "literal string"],
        "引号没有成对，或引号里有不能写的字符。文字写在一行里，如 name = \"示例\"。",
        "a quotation mark is missing, or a character stands there that cannot. Words are written on one line, as name = \"sample\".",
    ),
    (
        &["missing value", "no value", "invalid value"],
        "等号后面要写一个值，如 step = 15 或 name = \"示例\"。",
        "a value follows the equals sign, as step = 15 or name = \"sample\".",
    ),
    (
        &["extra `=`", "unexpected `=`"],
        "这里多了一个等号。一行写一项，如 step = 15。",
        "there is one equals sign too many. One thing stands on a line, as step = 15.",
    ),
    (
        &["inline table"],
        "花括号 { } 没有写全。应如 { zh = \"…\", en = \"…\" }。",
        "the braces are not whole. Write { zh = \"…\", en = \"…\" }.",
    ),
    (
        &["unclosed table", "unclosed array table", "table opening", "table closing"],
        "节的标题没有写全，应如 [rules] 或 [[pin]]，独占一行。",
        "the heading of the table is not whole. Write [rules] or [[pin]] on a line of its own.",
    ),
    (
        &["array"],
        "列表没有写全：每项之间用英文逗号，最后用 ] 收住，如 [\"a\", \"b\"]。",
        "the list is not whole: a comma between its entries and ] at its end, as [\"a\", \"b\"].",
    ),
    (
        &["date", "time"],
        "日期或时间写得不对，应如 2021-06-22 或 2021-06-22T09:00:00。",
        "this is not a date or time. Write 2021-06-22 or 2021-06-22T09:00:00.",
    ),
    (
        &["number", "digits", "leading zero", "integer", "float", "sign", "radix"],
        "数写得不对，应如 15 或 -3；前面不加 0，中间不加逗号。",
        "this is not a number. Write 15 or -3, with no zeros in front and no commas inside.",
    ),
    (&["boolean"], "这里应为 true 或 false。", "this is true or false."),
    (
        &["comment"],
        "注释写得不对：# 后面直到行尾都是注释，不能有控制字符。",
        "this is not a comment: # and words up to the end of the line, without control characters.",
    ),
    (
        &["carriage return"],
        "换行符不对。请用编辑器另存一次，换行选 LF 或 CRLF。",
        "a line ends in a way that is not known. Save it with LF or CRLF as line ends.",
    ),
    (
        &["newline", "expected nothing", "unexpected"],
        "这一行后面多出了内容。一行只写一项，如 step = 15。",
        "something stands behind the end. One thing stands on a line, as step = 15.",
    ),
];

/// What would be right, for the parser's sentence and what stands from there to the end of the line.
pub(super) fn right(message: &str, stands: &str) -> Right {
    // Where nothing stands the parser misses quotation marks all the same.
    let message = if stands.trim().is_empty() && message.contains("must be quoted") {
        "missing value"
    } else {
        message
    };
    let known = KNOWN.iter().find(|(words, ..)| words.iter().any(|word| message.contains(word)));
    let (zh, en) = known.map_or(
        (
            "这里不合 TOML 的写法。一行写一项，如 step = 15 或 name = \"示例\"。",
            "this is not how TOML is written. One thing stands on a line, as step = 15 or name = \"sample\".",
        ),
        |(_, zh, en)| (zh, en),
    );
    Right::new(format!("不合 TOML 的写法：{zh}"), format!("it does not read as TOML: {en}"))
}

#[cfg(test)]
mod tests {
    use toml::de::DeTable;

    use super::*;

    /// A few words of what is said of a text.
    fn said(text: &str) -> String {
        let error = DeTable::parse(text).expect_err(text);
        let stands = error.span().and_then(|span| text.get(span.start..)).unwrap_or_default();
        right(error.message(), stands).en
    }

    #[test]
    fn the_mistakes_that_people_make_are_told_with_what_would_be_right() {
        for (text, words) in [
            ("step = 15\nstep = 20", "this stands there already"),
            ("name = sample", "a pair of straight quotation marks"),
            ("name = “sample”", "a pair of straight quotation marks"),
            ("name = \"sample", "a quotation mark is missing"),
            ("path = \"C:\\dir\"", "a backslash is followed by"),
            ("名称 = 1", "a name before the equals sign"),
            ("step =", "a value follows the equals sign"),
            ("step", "a value follows the equals sign"),
            ("pins = [\"a\" \"b\"]", "the list is not whole"),
            ("pins = [\"a\", \"b\"", "the list is not whole"),
            ("[rules", "the heading of the table is not whole"),
            ("[[pin]", "the heading of the table is not whole"),
            ("a = { b = 1", "the braces are not whole"),
            ("step = 015", "this is not a number"),
        ] {
            let said = said(text);
            assert!(
                said.contains(words),
                "{text}: {said} ({})",
                DeTable::parse(text).expect_err("so").message()
            );
        }
    }

    #[test]
    fn what_is_not_known_is_told_too() {
        assert!(right("something new", "1").zh.contains("不合 TOML 的写法：这里"));
    }
}
