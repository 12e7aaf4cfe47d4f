//! The built command as an editor drives it: messages over standard input and output, from the first word to the last.

mod terminal;

use std::fs;
use std::io::BufReader;
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use lsp_server::{Message, Notification, Request};
use serde_json::{Value, json};
use terminal::folder;

const FIGURES: &str = "version = 1\n[[figure]]\nid = \"investment\"\nzh = [\"总投资\"]\nen = [\"total investment\"]\nkind = \"money\"\nvalue = 49600000000\ncurrency = \"CNY\"\n";
const ADDRESS: &str = "file:///desk/%E9%80%9A%E7%A8%BF.md";

struct Editor {
    server: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
}

impl Editor {
    fn open(folder: &Path, arguments: &[&str]) -> Self {
        let mut server = Command::new(env!("CARGO_BIN_EXE_festoon"))
            .args(["claims", "lsp", "--figures", "figures.toml", "--lang", "en"])
            .args(arguments)
            .current_dir(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("it starts");
        let to = server.stdin.take().expect("piped");
        let from = BufReader::new(server.stdout.take().expect("piped"));
        let mut editor = Self { server, to, from };
        let able = editor.ask("initialize", json!({ "processId": null, "capabilities": {} }));
        assert_eq!(able["capabilities"]["codeActionProvider"], true);
        editor.tell("initialized", json!({}));
        editor
    }

    fn tell(&mut self, method: &str, params: Value) {
        let told = Notification { method: method.to_owned(), params };
        Message::from(told).write(&mut self.to).expect("it listens");
    }

    fn ask(&mut self, method: &str, params: Value) -> Value {
        let asked = Request { id: 1.into(), method: method.to_owned(), params };
        Message::from(asked).write(&mut self.to).expect("it listens");
        match self.hear() {
            Message::Response(response) => serde_json::to_value(response).expect("JSON")["result"].take(),
            other => panic!("an answer was to come, not {other:?}"),
        }
    }

    fn told(&mut self) -> (String, Value) {
        match self.hear() {
            Message::Notification(told) => (told.method, told.params),
            other => panic!("news was to come, not {other:?}"),
        }
    }

    fn hear(&mut self) -> Message {
        Message::read(&mut self.from).expect("a message").expect("it is still there")
    }

    fn end(mut self) -> Option<i32> {
        self.ask("shutdown", Value::Null);
        self.tell("exit", Value::Null);
        self.server.wait().expect("it ends").code()
    }
}

fn opened(text: &str) -> Value {
    json!({ "textDocument": { "uri": ADDRESS, "languageId": "markdown", "version": 1, "text": text } })
}

#[test]
fn a_wrong_figure_is_marked_while_it_is_written_and_mended_by_the_suggested_wording() {
    let folder = folder("claims-editor");
    fs::write(folder.join("figures.toml"), FIGURES).expect("written");
    let mut editor = Editor::open(&folder, &["--day", "2021-06-10"]);

    // The sign before the figure takes two units of UTF-16, and the emphasis is no part of it.
    let text = "# 通稿\r\n🎉 总投资**近50亿元**。\r\n";
    editor.tell("textDocument/didOpen", opened(text));
    let (method, told) = editor.told();
    assert_eq!(method, "textDocument/publishDiagnostics");
    let range = json!({ "start": { "line": 1, "character": 8 }, "end": { "line": 1, "character": 13 } });
    assert_eq!(
        told,
        json!({ "uri": ADDRESS, "version": 1, "diagnostics": [{
            "range": range,
            "severity": 1,
            "code": "off-by-power",
            "source": "festoon claims",
            "message": "Too small by a factor of 10: “total investment” is 49.6 billion yuan. Could read “近500亿元”.",
        }] })
    );

    let cursor = json!({ "start": { "line": 1, "character": 10 }, "end": { "line": 1, "character": 10 } });
    let asked =
        json!({ "textDocument": { "uri": ADDRESS }, "range": cursor, "context": { "diagnostics": [] } });
    let actions = editor.ask("textDocument/codeAction", asked);
    assert_eq!(
        (&actions[0]["title"], &actions[0]["kind"], &actions[0]["edit"]["changes"][ADDRESS]),
        (
            &json!("Write “近500亿元”"),
            &json!("quickfix"),
            &json!([{ "range": range, "newText": "近500亿元" }])
        )
    );

    let mended = json!({ "textDocument": { "uri": ADDRESS, "version": 2 }, "contentChanges": [{ "text": text.replace("50亿", "500亿") }] });
    editor.tell("textDocument/didChange", mended);
    assert_eq!(editor.told().1, json!({ "uri": ADDRESS, "version": 2, "diagnostics": [] }));

    editor.tell("textDocument/didClose", json!({ "textDocument": { "uri": ADDRESS } }));
    assert_eq!(editor.told().1, json!({ "uri": ADDRESS, "diagnostics": [] }));
    assert_eq!(editor.end(), Some(0));
}

#[test]
fn figures_that_moved_are_read_when_something_is_saved_and_broken_ones_are_told() {
    let folder = folder("claims-editor-moved");
    fs::write(folder.join("figures.toml"), "version = 1\n").expect("written");
    let mut editor = Editor::open(&folder, &[]);
    let (method, told) = editor.told();
    assert_eq!(method, "window/showMessage");
    assert!(
        told["message"].as_str().is_some_and(|said| said.contains("figures.toml lacks [[figure]]")),
        "{told}"
    );

    fs::write(folder.join("figures.toml"), FIGURES).expect("written");
    editor.tell("textDocument/didOpen", opened("总投资496亿元。"));
    assert_eq!(editor.told().1["diagnostics"], json!([]));
    fs::write(folder.join("figures.toml"), FIGURES.replace("496", "512")).expect("written");
    editor.tell("textDocument/didSave", json!({ "textDocument": { "uri": ADDRESS } }));
    assert_eq!(editor.told().1["diagnostics"][0]["code"], "wrong-value");

    // What an editor gets wrong ends nothing.
    editor.tell("textDocument/didOpen", json!({ "textDocument": 5 }));
    editor.tell("$/unknown", json!({}));
    assert_eq!(editor.ask("textDocument/hover", json!({})), Value::Null);
    assert_eq!(editor.end(), Some(0));
}

#[test]
fn who_does_not_speak_the_protocol_is_told_so() {
    let folder = folder("claims-editor-silent");
    fs::write(folder.join("figures.toml"), FIGURES).expect("written");
    let output = terminal::run(&folder, terminal::ENGLISH, &["claims", "lsp", "--figures", "figures.toml"]);
    let told = terminal::said(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(told.contains("the editor does not speak as the Language Server Protocol says"), "{told}");
}

#[test]
fn a_message_that_cannot_be_read_is_passed_over_and_a_fault_is_shown_once() {
    use std::io::Write as _;
    let folder = folder("claims-editor-garbled");
    fs::write(folder.join("figures.toml"), "version = 1\n").expect("written");
    let mut editor = Editor::open(&folder, &[]);
    assert_eq!(editor.told().0, "window/showMessage");
    editor.to.write_all(b"Content-Length: 9\r\n\r\n{\"method\"").expect("it listens");
    editor.tell("textDocument/didOpen", opened("总投资近50亿元。"));
    assert_eq!(
        editor.told(),
        (
            "textDocument/publishDiagnostics".to_owned(),
            json!({ "uri": ADDRESS, "version": 1, "diagnostics": [] })
        )
    );
    assert_eq!(editor.end(), Some(0));
}
