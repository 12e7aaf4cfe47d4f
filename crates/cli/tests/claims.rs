//! The built command on texts with figures: what it prints in both languages and every format, and the code it ends with.

mod terminal;

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use terminal::{ENGLISH, folder, run, said};

const CHINESE: &str = "zh_CN.UTF-8";

/// The announcement of 10 June 2021: 48 activities, 150 odd projects to be signed, nearly 50 billion yuan.
const FIGURES: &str = r#"
version = 1
[[week]]
id = "jiangning-2021"
zh = ["2021南京创新周江宁系列活动"]
en = ["2021 Nanjing Innovation Week, Jiangning series"]
[[figure]]
id = "activities"
zh = ["活动"]
en = ["activities"]
kind = "count"
value = 48
unit = "activity"
scope = { week = "jiangning-2021" }
[[figure]]
id = "projects"
zh = ["拟签约项目"]
en = ["projects to be signed"]
kind = "count"
low = 151
high = 159
unit = "project"
stage = "to-be-signed"
scope = { week = "jiangning-2021" }
announced = { zh = "150余个", en = "more than 150 projects" }
[[figure]]
id = "investment"
zh = ["投资", "总投资"]
en = ["investment", "total investment"]
kind = "money"
value = 49600000000
currency = "CNY"
stage = "to-be-signed"
scope = { week = "jiangning-2021" }
announced = { zh = "近500亿元", en = "nearly 50 billion yuan" }
"#;

const ZH: &str = "江宁区将举办48项活动。\n\n拟签约项目150余个，总投资近500亿元。\n";
const EN_WRONG: &str = "Jiangning will hold 48 activities.\n\nMore than 150 projects are to be signed, with a total investment of nearly 5 billion yuan.\n";

/// A folder with the figures, and the announcement in both languages, the English one wrong by ten.
fn written(test: &str) -> PathBuf {
    let folder = folder(test);
    let files = [
        ("figures.toml", FIGURES),
        ("zh.txt", ZH),
        ("en.txt", EN_WRONG),
        ("en-right.txt", &EN_WRONG.replace("5 billion", "50 billion")),
    ];
    for (name, content) in files {
        fs::write(folder.join(name), content).expect("a file is written");
    }
    folder
}

/// The code, standard output and standard error.
fn told(folder: &Path, locale: &str, arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = run(folder, locale, &[&["claims"], arguments].concat());
    (output.status.code(), said(&output.stdout), said(&output.stderr))
}

#[test]
fn a_true_text_has_nothing_to_mend_in_both_languages() {
    let folder = written("claims-true");
    let (code, out, _) =
        told(&folder, CHINESE, &["lint", "zh.txt", "--figures", "figures.toml", "--day", "2021-06-10"]);
    assert_eq!((code, out.as_str()), (Some(0), "\n没有需要更正的数字，0 处不在已公布的数据之中，3 处无误\n"));
    let both = ["lint", "zh.txt", "en-right.txt", "--figures", "figures.toml", "--day", "2021-06-10"];
    let (code, out, _) = told(&folder, ENGLISH, &both);
    assert_eq!(code, Some(0), "{out}");
    assert!(out.contains("The two languages: 3 figures are the same in both"), "{out}");
    assert!(out.ends_with("No figure needs correcting, 0 not among the figures, 6 right\n"), "{out}");
}

#[test]
fn billions_for_yi_are_told_with_their_place_and_what_would_be_right() {
    let folder = written("claims-billions");
    let arguments = ["lint", "zh.txt", "en.txt", "--figures", "figures.toml", "--day", "2021-06-10"];
    let (code, out, _) = told(&folder, ENGLISH, &arguments);
    assert_eq!(code, Some(1), "{out}");
    assert!(
        out.contains("en.txt:3:69: [correct] “nearly 5 billion yuan” Too small by a factor of 10"),
        "{out}"
    );
    assert!(out.contains("Could read “nearly 50 billion yuan”."), "{out}");
    let (code, out, _) = told(&folder, CHINESE, &arguments);
    assert_eq!(code, Some(1), "{out}");
    assert!(out.contains("en.txt:3:69: ［更正］ 「nearly 5 billion yuan」 差了10倍"), "{out}");
    assert!(
        out.contains(
            "zh.txt:3:15: 「近500亿元」 ↔ en.txt:3:69: 「nearly 5 billion yuan」 ［更正］ 中英文差了10倍"
        ),
        "{out}"
    );
}

#[test]
fn programs_are_told_everything_as_json() {
    let folder = written("claims-json");
    let arguments =
        ["lint", "en.txt", "--figures", "figures.toml", "--day", "2021-06-10", "--format", "json"];
    let (code, out, _) = told(&folder, ENGLISH, &arguments);
    let read: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(code, Some(1));
    assert_eq!(read["held"], json!({ "figures": "figures.toml", "number": 3, "day": "2021-06-10" }));
    assert_eq!(read["texts"][0]["counts"], json!({ "claims": 3, "right": 2, "notes": 0, "alarms": 1 }));
    let claim = &read["texts"][0]["claims"][2];
    assert_eq!(claim["place"], json!({ "line": 3, "column": 69, "end_line": 3, "end_column": 90 }));
    assert_eq!(
        json!([claim["kind"], claim["value"], claim["currency"], claim["hedge"]]),
        json!(["money", "5000000000", "CNY", "nearly"])
    );
    assert_eq!(
        json!([claim["verdict"]["word"], claim["verdict"]["figure"]]),
        json!(["off-by-power", "investment"])
    );
}

/// What the schema of SARIF 2.1.0 requires, of a log and of everything in it that is written.
#[test]
fn sarif_has_what_its_schema_requires() {
    let folder = written("claims-sarif");
    let arguments = [
        "lint",
        "zh.txt",
        "en.txt",
        "--figures",
        "figures.toml",
        "--day",
        "2021-06-10",
        "--format",
        "sarif",
        "-o",
        "out.sarif",
    ];
    let (code, out, _) = told(&folder, ENGLISH, &arguments);
    assert_eq!((code, out.as_str()), (Some(1), ""));
    let log: Value =
        serde_json::from_slice(&fs::read(folder.join("out.sarif")).expect("written")).expect("JSON");
    assert_eq!((&log["version"], log["runs"].as_array().map(Vec::len)), (&json!("2.1.0"), Some(1)));
    let run = &log["runs"][0];
    let driver = &run["tool"]["driver"];
    assert!(driver["name"].is_string());
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let rules = driver["rules"].as_array().expect("rules");
    for result in run["results"].as_array().expect("results") {
        assert!(result["message"]["text"].as_str().is_some_and(|text| !text.is_empty()), "{result}");
        assert!(["none", "note", "warning", "error"].contains(&result["level"].as_str().unwrap_or_default()));
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().expect("a place")).expect("small")];
        assert_eq!(rule["id"], result["ruleId"]);
        for location in result["locations"].as_array().expect("locations") {
            let region = &location["physicalLocation"]["region"];
            assert!(
                ["startLine", "startColumn", "endLine", "endColumn"]
                    .iter()
                    .all(|key| region[key].as_u64() >= Some(1)),
                "{region}"
            );
            assert!(location["physicalLocation"]["artifactLocation"]["uri"].is_string());
        }
    }
    let found: Vec<&str> = rules.iter().filter_map(|rule| rule["id"].as_str()).collect();
    assert_eq!(found, ["differs-power", "off-by-power"]);
}

/// In a document there are no lines: the paragraph stands in the message. The label in the cell before names the figure.
#[test]
fn sarif_says_in_which_paragraph_of_a_document_a_figure_stands() {
    let folder = written("claims-sarif-docx");
    fs::write(folder.join("t.docx"), include_bytes!("table.docx")).expect("written");
    for (locale, wanted) in [
        (CHINESE, "第3段第1字「49项」：数值不符：「活动」为48项。可以写成「48项」。"),
        (
            ENGLISH,
            "paragraph 3, character 1, “49项”: Wrong value: “activities” is 48 activities. Could read “48项”.",
        ),
    ] {
        let lint =
            ["lint", "t.docx", "--figures", "figures.toml", "--day", "2021-06-10", "--format", "sarif"];
        let (_, out, _) = told(&folder, locale, &lint);
        let log: Value = serde_json::from_str(&out).expect("JSON");
        assert_eq!(log["runs"][0]["results"][0]["message"]["text"], wanted);
    }
}

#[test]
fn the_page_stands_alone_with_the_figures_marked_in_the_text() {
    let folder = written("claims-html");
    fs::write(folder.join("hostile.txt"), "<script>alert(1)</script> \u{202e}48 activities & 9 more\n")
        .expect("written");
    let arguments = [
        "lint",
        "en.txt",
        "hostile.txt",
        "--figures",
        "figures.toml",
        "--day",
        "2021-06-10",
        "--format",
        "html",
    ];
    let (code, page, _) = told(&folder, CHINESE, &arguments);
    assert_eq!(code, Some(1));
    assert!(page.contains("nearly 5 billion yuan</a></mark>"), "{page}");
    assert!(page.contains("需要更正") && page.contains("To correct"));
    assert!(!page.contains("<script") && page.contains("&#60;script&#62;"), "{page}");
    for outside in ["http://", "https://", "src=", "@import", "url("] {
        assert!(!page.contains(outside), "{outside}");
    }
}

#[test]
fn notes_on_days_are_counted_and_all_notes_are_left_out_when_asked() {
    let folder = written("claims-quiet");
    fs::write(folder.join("n.txt"), "6月22日9:30起，为期3天，江宁区有12家书店，活动84项。\n")
        .expect("written");
    let lint = ["lint", "n.txt", "--figures", "figures.toml", "--day", "2021-06-10"];
    let (_, out, _) = told(&folder, CHINESE, &lint);
    assert!(out.contains("12家") && !out.contains("9:30"), "{out}");
    assert!(out.contains("处日期、时间或次序，数据里一般没有，未逐一列出"), "{out}");
    let (_, out, _) = told(&folder, CHINESE, &[&lint[..], &["--quiet"]].concat());
    assert!(!out.contains("［提示］") && !out.contains("12家"), "{out}");
}

#[test]
fn a_right_number_that_is_strangely_written_is_a_note() {
    let folder = written("claims-odd");
    fs::write(folder.join("o.txt"), "江宁区拟签约项目总投资约近500亿元。\n").expect("written");
    let lint = ["lint", "o.txt", "--figures", "figures.toml", "--day", "2021-06-10"];
    let (code, out, _) = told(&folder, CHINESE, &lint);
    assert!(code == Some(0) && out.contains("［提示］ 「约近500亿元」 约数词重复或矛盾"), "{out}");
    let (_, out, _) = told(&folder, "C.UTF-8", &lint);
    assert!(out.contains("[note]") && out.contains("two hedges that do not go together"), "{out}");
}

#[test]
fn a_wrong_stage_is_told_with_both_words() {
    let folder = written("claims-stage");
    fs::write(folder.join("s.txt"), "江宁区签约项目总投资496亿元。\n").expect("written");
    let lint = ["lint", "s.txt", "--figures", "figures.toml", "--day", "2021-06-10"];
    let (code, out, _) = told(&folder, CHINESE, &lint);
    assert!(code == Some(1) && out.contains("请把「签约」改为「拟签约」。"), "{out}");
}

#[test]
fn a_rise_told_as_a_fall_is_told_with_both_words_and_no_fix() {
    let folder = written("claims-direction");
    let growth = r#"
[[figure]]
id = "growth"
zh = ["总投资增幅"]
en = ["growth of the total investment"]
kind = "share"
value = "0.558"
unit = "percent"
direction = "up"
scope = { week = "jiangning-2021" }
"#;
    fs::write(folder.join("figures.toml"), format!("{FIGURES}{growth}")).expect("written");
    fs::write(folder.join("s.txt"), "总投资同比下降55.8%。\n").expect("written");
    let lint = ["lint", "s.txt", "--figures", "figures.toml", "--day", "2021-06-10"];
    let (code, out, _) = told(&folder, CHINESE, &lint);
    assert!(code == Some(1) && out.contains("升降相反"), "{out}");
    assert!(out.contains("请把「下降」改为「增长」。"), "{out}");
    let (_, json, _) = told(&folder, CHINESE, &[&lint[..], &["--format", "json"]].concat());
    let read: Value = serde_json::from_str(&json).expect("JSON");
    let verdict = &read["texts"][0]["claims"][0]["verdict"];
    assert_eq!(
        json!([verdict["word"], verdict["in_place_of"], verdict["suggestion"]]),
        json!(["wrong-direction", "下降", "增长"])
    );
    let (_, sarif, _) = told(&folder, CHINESE, &[&lint[..], &["--format", "sarif"]].concat());
    assert!(sarif.contains("wrong-direction") && !sarif.contains("fixes"), "{sarif}");
}

#[test]
fn a_text_may_come_over_standard_input() {
    use std::io::Write as _;
    use std::process::{Command, Stdio};
    let folder = written("claims-piped");
    let mut command = Command::new(env!("CARGO_BIN_EXE_festoon"))
        .args(["claims", "list", "-", "--lang", "zh"])
        .current_dir(&folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("it starts");
    command.stdin.take().expect("piped").write_all("活动48项。".as_bytes()).expect("it listens");
    let out = said(&command.wait_with_output().expect("it ends").stdout);
    assert!(out.contains("-:1:3: 「48项」"), "{out}");
}

#[test]
fn a_number_of_thousands_of_digits_is_quoted_by_its_first() {
    let folder = written("claims-nines");
    fs::write(folder.join("n.txt"), format!("共{}项活动。\n", "9".repeat(50_000))).expect("written");
    let (_, out, _) = told(&folder, CHINESE, &["list", "n.txt"]);
    assert!(out.len() < 1000 && out.contains('…') && out.contains("过大，无法核对"), "{out}");
}

#[test]
fn figures_are_listed_as_they_are_understood() {
    let folder = written("claims-list");
    let (code, out, _) = told(&folder, CHINESE, &["list", "zh.txt"]);
    assert_eq!(code, Some(0));
    assert!(out.contains("zh.txt:3:15: 「近500亿元」 金额 · 500亿元 · 近"), "{out}");
    assert!(out.ends_with("\n找到 3 个数字\n"), "{out}");
    let (code, out, _) = told(&folder, ENGLISH, &["list", "en-right.txt", "zh.txt"]);
    assert_eq!(code, Some(0));
    assert!(out.contains("money · 50 billion yuan · nearly"), "{out}");
}

#[test]
fn a_template_is_written_in_its_language_and_what_moved_is_told_beside_it() {
    let folder = written("claims-write");
    fs::write(folder.join("t.md"), "总投资**{investment}**，活动{activities:exact}。\n").expect("written");
    fs::write(folder.join("before.toml"), FIGURES.replace("value = 48\n", "value = 45\n")).expect("written");
    let arguments =
        ["write", "figures.toml", "--template", "t.md", "--before", "before.toml", "--day", "2021-06-10"];
    let (code, out, err) = told(&folder, ENGLISH, &arguments);
    assert_eq!((code, out.as_str()), (Some(0), "总投资**近500亿元**，活动48项。\n"), "{err}");
    assert_eq!(err, "activities: “45项” is now “48项”\n");
}

#[test]
fn a_text_is_written_into_a_file_that_is_none_of_those_read() {
    let folder = written("claims-write-file");
    fs::write(folder.join("t.md"), "总投资{investment}。\n").expect("written");
    let write = ["write", "figures.toml", "--template", "t.md", "--day", "2021-06-10", "-o"];
    let (code, out, _) = told(&folder, CHINESE, &[&write[..], &["out.md"]].concat());
    assert_eq!((code, out.as_str()), (Some(0), ""));
    assert_eq!(fs::read_to_string(folder.join("out.md")).expect("written"), "总投资近500亿元。\n");
    let (code, _, err) = told(&folder, CHINESE, &[&write[..], &["t.md"]].concat());
    assert!(code == Some(2) && err.contains("会把它覆盖"), "{err}");
}

#[test]
fn a_wording_that_is_no_longer_true_is_written_otherwise_and_told() {
    let folder = written("claims-announced");
    fs::write(folder.join("t.md"), "总投资{investment}。\n").expect("written");
    let moved = FIGURES.replace(
        "value = 49600000000\n",
        "value = 56600000000\nas_of = 2021-06-20\nearlier = [{ as_of = 2021-06-10, value = 49600000000 }]\n",
    );
    fs::write(folder.join("figures.toml"), moved).expect("written");
    let write = |day| told(&folder, CHINESE, &["write", "figures.toml", "--template", "t.md", "--day", day]);
    assert_eq!(write("2021-06-12").1, "总投资近500亿元。\n");
    let (code, out, err) = write("2021-06-21");
    assert_eq!((code, out.contains("近500亿元")), (Some(0), false), "{out}");
    assert!(err.starts_with("investment：公布时的说法「近500亿元」已与数值不符，写成了「"), "{err}");
}

#[test]
fn every_figure_that_may_be_told_is_put_into_words() {
    let folder = written("claims-wordings");
    fs::write(
        folder.join("figures.toml"),
        FIGURES.replace("value = 48\n", "value = 48\nsecrecy = \"internal\"\n"),
    )
    .expect("written");
    let (code, out, _) = told(&folder, CHINESE, &["write", "figures.toml"]);
    assert_eq!(code, Some(0));
    assert!(out.contains("近500亿元") && out.contains("nearly 50 billion yuan"), "{out}");
    assert!(!out.contains("activities") && out.ends_with("\n另有 1 项尚不能公开，没有列出。\n"), "{out}");
}

#[test]
fn what_cannot_be_used_is_told_with_its_place_and_what_would_be_right() {
    let folder = written("claims-bad");
    let write = |name: &str, content: &str| fs::write(folder.join(name), content).expect("written");
    write(
        "twice.toml",
        &format!(
            "{FIGURES}[[figure]]\nid = \"activities\"\nzh = [\"活动\"]\nen = [\"activities\"]\nkind = \"count\"\nvalue = 84\nunit = \"activity\"\n"
        ),
    );
    write("unit.toml", &FIGURES.replace("\"project\"", "\"projekt\""));
    write("empty.txt", "");
    write("cut.docx", "PK\u{3}\u{4}");
    write("t.txt", "第一行\n总投资{investment:rouned}\n");
    write("open.txt", "总投资{investment\n");
    write("none.txt", "第一行\n总投资{investments}\n");
    write("all.txt", "{activites}\n{x:foo}\n{open\n");
    let day = ["--day", "2021-06-10"];
    for (arguments, chinese, english) in [
        (
            &["lint", "zh.txt", "--figures", "twice.toml"][..],
            "twice.toml › 第36行第1个字符：「activities」有两个数值：48 和 84",
            "two truths, 48 and 84",
        ),
        (
            &["lint", "zh.txt", "--figures", "unit.toml"],
            "unit.toml › 第22行",
            "one of activity, forum, session",
        ),
        (&["lint", "zh.txt", "--figures", "no.toml"], "没有这个文件", "there is no such file"),
        (&["lint", "empty.txt", "--figures", "figures.toml"], "empty.txt：文件是空的", "the file is empty"),
        (
            &["lint", "zh.txt", "--figures", "figures.toml", "--week", "2022"],
            "有：jiangning-2021",
            "no week “2022”",
        ),
        (&["list", "zh.txt", "-o", "zh.txt"], "会把它覆盖", "would overwrite it"),
        (&["lint", ".", "--figures", "figures.toml"], "这是文件夹，不是文件", "this is a folder"),
        (&["list", "zh.txt", "-o", "."], "这是文件夹", "it is a folder"),
        (&["list", "cut.docx"], "文件不完整或已损坏（ZIP）", "truncated or damaged (ZIP)"),
        (
            &["lint", "zh.txt", "--figures", "figures.toml", "--day", "yesterday"],
            "应为存在的日期，如 2021-06-10",
            "a day that exists, such as 2021-06-10",
        ),
        (
            &["write", "figures.toml", "--template", "t.txt"],
            "t.txt › 第2行：没有「rouned」这种取法",
            "“rouned” is not a way to round",
        ),
        (&["write", "figures.toml", "--template", "open.txt"], "没有对应的「}」", "is not closed"),
        (
            &["write", "figures.toml", "--template", "none.txt"],
            "none.txt › 第2行：数据文件里没有「investments」",
            "has no “investments”",
        ),
        (
            &["write", "figures.toml", "--template", "all.txt"],
            "all.txt › 第1行：数据文件里没有「activites」。请核对 id。\nall.txt › 第2行：没有「foo」这种取法",
            "all.txt › line 3: “{” opens a slot that is not closed",
        ),
    ] {
        let arguments = if arguments[0] == "list" || arguments.contains(&"--day") {
            arguments.to_vec()
        } else {
            [arguments, &day].concat()
        };
        let (code, _, err) = told(&folder, CHINESE, &arguments);
        assert_eq!(code, Some(2), "{arguments:?}: {err}");
        assert!(err.contains(chinese), "{arguments:?}: {err}");
        let (_, _, err) = told(&folder, ENGLISH, &arguments);
        assert!(err.contains(english), "{arguments:?}: {err}");
    }
}

#[test]
fn help_has_an_example_in_both_languages() {
    let folder = folder("claims-help");
    for command in [&["--help"][..], &["lint", "--help"], &["list", "--help"], &["write", "--help"]] {
        let (code, out, _) = told(&folder, ENGLISH, command);
        assert!(code == Some(0) && out.contains("Example:") && out.contains("示例："), "{command:?}: {out}");
    }
}
