//! `festoon claims lsp`: the figures of a text are checked while it is written, in any editor that speaks the Language Server Protocol (3.17).
//!
//! Over standard input and output, until the editor says that it is enough. Texts come from the editor and stay in memory; the figures file is read
//! anew when a text is opened or saved. Whole texts are sent on every change, and what is said of them is said anew: a release is a page.

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;
use std::thread::{self, JoinHandle};

use festoon_app::claims::{self, Figures};
use festoon_domain::text::Lang;
use festoon_exchange::NamedFile;
use festoon_exchange::prose::Prose;
use festoon_guide::claims_report::{ClaimRead, Grade, Stand};
use lsp_server::{Connection, ErrorCode, Message, Notification, Request, Response};
use lsp_types::notification::{
    DidChangeTextDocument, DidCloseTextDocument, DidOpenTextDocument, DidSaveTextDocument, Exit,
    Notification as _, PublishDiagnostics, ShowMessage,
};
use lsp_types::request::{CodeActionRequest, Request as _};
use lsp_types::{
    CodeAction, CodeActionKind, CodeActionParams, CodeActionProviderCapability, Diagnostic,
    DiagnosticSeverity, DidChangeTextDocumentParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams,
    DidSaveTextDocumentParams, MessageType, NumberOrString, Position, PublishDiagnosticsParams, Range,
    ServerCapabilities, ShowMessageParams, TextDocumentSyncCapability, TextDocumentSyncKind,
    TextDocumentSyncOptions, Uri,
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::{When, ended, read_figures};
use crate::complaint::{self, Complaint};
use crate::language::{self, Tongue};

/// More is nothing that an editor could show.
const MOST_SHOWN: usize = 1000;

/// Check the figures while a text is written, in an editor · 在编辑器里边写边核对
#[derive(Debug, clap::Args)]
#[command(after_help = "\
An editor starts it by itself: tell its client for language servers this command, for plain text and Markdown. docs/claims.md
由编辑器自行启动：在编辑器的语言服务器设置里填写这条命令，用于纯文本和 Markdown。详见 docs/claims.md

Example:
  festoon claims lsp --figures figures.toml
示例：
  festoon claims lsp --figures figures.toml --lang zh

Exit codes: 0 the editor ended it · 2 it is not spoken to as the protocol says.
退出码：0 由编辑器结束 · 2 对方没有按协议通信")]
pub(super) struct Editor {
    /// The published figures; docs/figures-toml.md · 写法见 docs/figures-toml-zh.md
    #[arg(long, value_name = "FIGURES.toml")]
    figures: PathBuf,

    #[command(flatten)]
    when: When,

    /// Language of what is said [default: from LC_ALL, LC_MESSAGES or LANG]
    #[arg(long, value_enum)]
    lang: Option<Tongue>,
}

impl Editor {
    pub(super) fn run(self) -> ExitCode {
        let lang = self.lang.map_or_else(language::of_terminal, Tongue::lang);
        ended(false, lang, || {
            let (connection, writing) = over_stdio();
            let desk = Desk { asked: &self, lang, figures: None, shown: None, open: BTreeMap::new() };
            let served = desk.serve(&connection);
            // The writing thread ends once nothing more can come.
            drop(connection);
            let written =
                writing.join().unwrap_or_else(|_| Err(io::Error::other("the writing thread failed")));
            served?;
            match written {
                Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                    Err(vec![Complaint::unprintable(&error)])
                }
                _ => Ok(ExitCode::SUCCESS),
            }
        })
    }
}

/// Messages over standard input and output. One that cannot be read is passed over, as an editor's other mistakes are; the library's own
/// transport would end there.
fn over_stdio() -> (Connection, JoinHandle<io::Result<()>>) {
    let (ours, Connection { sender, receiver }) = Connection::memory();
    thread::spawn(move || {
        let mut from = io::stdin().lock();
        loop {
            let message = match Message::read(&mut from) {
                Ok(Some(message)) => message,
                Err(error) if error.kind() == io::ErrorKind::InvalidData => continue,
                Ok(None) | Err(_) => break,
            };
            let is_last = matches!(&message, Message::Notification(told) if told.method == Exit::METHOD);
            if sender.send(message).is_err() || is_last {
                break;
            }
        }
    });
    let writing = thread::spawn(move || {
        let mut to = io::stdout().lock();
        receiver.into_iter().try_for_each(|message| message.write(&mut to))
    });
    (ours, writing)
}

/// What lies open, and what it is held against.
struct Desk<'a> {
    asked: &'a Editor,
    lang: Lang,
    figures: Option<Figures>,
    /// What was wrong with the figures when it was last shown.
    shown: Option<String>,
    /// By address.
    open: BTreeMap<String, Open>,
}

struct Open {
    uri: Uri,
    version: i32,
    text: String,
    /// What is said of it, with the wording that could stand there.
    said: Vec<(Diagnostic, Option<String>)>,
}

impl Desk<'_> {
    fn serve(mut self, editor: &Connection) -> Result<(), Vec<Complaint>> {
        let broken = |error: &dyn std::fmt::Display| {
            vec![Complaint::about(
                "lsp",
                language::both(
                    format!("编辑器没有按语言服务器协议通信：{error}。"),
                    format!("the editor does not speak as the Language Server Protocol says: {error}."),
                ),
            )]
        };
        let able = serde_json::to_value(abilities()).expect("plain values have a JSON form");
        editor.initialize(able).map_err(|error| broken(&error))?;
        self.read_figures(editor);
        for message in &editor.receiver {
            match message {
                Message::Request(request) => {
                    if editor.handle_shutdown(&request).map_err(|error| broken(&error))? {
                        return Ok(());
                    }
                    send(editor, self.answer(request).into());
                }
                Message::Notification(told) => self.hear(told, editor),
                Message::Response(_) => {}
            }
        }
        Ok(())
    }

    /// Without the figures nothing can be said of a text; what is wrong with them is shown, and older ones are used on.
    fn read_figures(&mut self, editor: &Connection) {
        match read_figures(&self.asked.figures) {
            Ok(figures) => (self.figures, self.shown) = (Some(figures), None),
            Err(complaints) => {
                let mut told = Vec::new();
                // Writing into memory cannot fail.
                let _infallible = complaint::write(&complaints, self.lang, &mut told);
                let message = String::from_utf8_lossy(&told).trim().to_owned();
                // Opening a text reads the file again; what is still wrong was just said.
                if self.shown.as_ref() != Some(&message) {
                    self.shown = Some(message.clone());
                    notify::<ShowMessage>(editor, ShowMessageParams { typ: MessageType::ERROR, message });
                }
            }
        }
    }

    fn hear(&mut self, told: Notification, editor: &Connection) {
        match told.method.as_str() {
            DidOpenTextDocument::METHOD => {
                let Some(DidOpenTextDocumentParams { text_document: opened }) = params(told.params) else {
                    return;
                };
                self.read_figures(editor);
                self.take(opened.uri, opened.version, opened.text, editor);
            }
            DidChangeTextDocument::METHOD => {
                let Some(changed) = params::<DidChangeTextDocumentParams>(told.params) else { return };
                let Some(whole) = changed.content_changes.into_iter().next_back() else { return };
                let document = changed.text_document;
                self.take(document.uri, document.version, whole.text, editor);
            }
            DidSaveTextDocument::METHOD => {
                if params::<DidSaveTextDocumentParams>(told.params).is_none() {
                    return;
                }
                self.shown = None;
                self.read_figures(editor);
                for open in std::mem::take(&mut self.open).into_values() {
                    self.take(open.uri, open.version, open.text, editor);
                }
            }
            DidCloseTextDocument::METHOD => {
                let Some(closed) = params::<DidCloseTextDocumentParams>(told.params) else { return };
                let uri = closed.text_document.uri;
                self.open.remove(uri.as_str());
                let nothing = PublishDiagnosticsParams { uri, diagnostics: Vec::new(), version: None };
                notify::<PublishDiagnostics>(editor, nothing);
            }
            // Whatever else an editor tells is not about the words of a text.
            _ => {}
        }
    }

    /// Holds a text against the figures and says what there is to mend.
    fn take(&mut self, uri: Uri, version: i32, text: String, editor: &Connection) {
        let said = self.said(&uri, &text);
        let diagnostics = said.iter().map(|(said, _)| said.clone()).collect();
        let told = PublishDiagnosticsParams { uri: uri.clone(), diagnostics, version: Some(version) };
        self.open.insert(uri.as_str().to_owned(), Open { uri, version, text, said });
        notify::<PublishDiagnostics>(editor, told);
    }

    fn said(&self, uri: &Uri, text: &str) -> Vec<(Diagnostic, Option<String>)> {
        let Some(figures) = &self.figures else { return Vec::new() };
        let Ok(going) = self.asked.when.going(figures, &self.asked.figures) else { return Vec::new() };
        // The protocol ends lines with any of the three.
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let file = NamedFile { name: uri.path().as_str().into(), bytes: text.clone().into_bytes() };
        // An empty text, or one beyond all bounds, has nothing to be said of.
        let Ok((prose, _)) = Prose::read(&file) else { return Vec::new() };
        let report = claims::lint(vec![prose], figures, &going);
        let lines: Vec<&str> = text.split('\n').collect();
        let of_texts = report.texts.iter().flat_map(|text| &text.claims);
        let mended = of_texts.filter_map(|claim| self.diagnostic(claim, &lines));
        mended.take(MOST_SHOWN).collect()
    }

    fn diagnostic(&self, claim: &ClaimRead, lines: &[&str]) -> Option<(Diagnostic, Option<String>)> {
        let verdict = claim.verdict.as_ref().filter(|verdict| verdict.grade != Grade::Right)?;
        let severity = match verdict.grade {
            Grade::Alarm => DiagnosticSeverity::ERROR,
            Grade::Note | Grade::Right => DiagnosticSeverity::INFORMATION,
        };
        let mut message = verdict.sentence.read(self.lang).to_owned();
        if let Some(suggestion) = verdict.suggested(self.lang) {
            message.extend([if self.lang == Lang::Zh { "" } else { " " }, &suggestion]);
        }
        let said = Diagnostic {
            range: range(&claim.stand, lines),
            severity: Some(severity),
            code: Some(NumberOrString::String(verdict.word.to_owned())),
            source: Some("festoon claims".to_owned()),
            message,
            ..Diagnostic::default()
        };
        Some((said, verdict.replacement().map(str::to_owned)))
    }

    fn answer(&self, request: Request) -> Response {
        if request.method != CodeActionRequest::METHOD {
            let code = ErrorCode::MethodNotFound as i32;
            return Response::new_err(request.id, code, format!("{} is not answered", request.method));
        }
        let Some(asked) = params::<CodeActionParams>(request.params) else {
            let code = ErrorCode::InvalidParams as i32;
            return Response::new_err(request.id, code, "not the parameters of a code action".to_owned());
        };
        Response::new_ok(request.id, self.mendings(&asked))
    }

    /// The suggested wordings where the cursor stands, each as an edit.
    fn mendings(&self, asked: &CodeActionParams) -> Vec<Value> {
        let uri = asked.text_document.uri.as_str();
        let Some(open) = self.open.get(uri) else { return Vec::new() };
        let here = |at: &Range| at.start <= asked.range.end && asked.range.start <= at.end;
        let mendings = open.said.iter().filter(|(said, _)| here(&said.range)).filter_map(|(said, words)| {
            let words = words.as_ref()?;
            let action = CodeAction {
                title: match self.lang {
                    Lang::Zh => format!("改为「{words}」"),
                    Lang::En => format!("Write “{words}”"),
                },
                kind: Some(CodeActionKind::QUICKFIX),
                diagnostics: Some(vec![said.clone()]),
                is_preferred: Some(true),
                ..CodeAction::default()
            };
            let mut action = serde_json::to_value(action).expect("plain values have a JSON form");
            action["edit"] = json!({ "changes": { uri: [{ "range": said.range, "newText": words }] } });
            Some(action)
        });
        mendings.collect()
    }
}

fn abilities() -> ServerCapabilities {
    ServerCapabilities {
        text_document_sync: Some(TextDocumentSyncCapability::Options(TextDocumentSyncOptions {
            open_close: Some(true),
            change: Some(TextDocumentSyncKind::FULL),
            save: Some(true.into()),
            ..TextDocumentSyncOptions::default()
        })),
        code_action_provider: Some(CodeActionProviderCapability::Simple(true)),
        ..ServerCapabilities::default()
    }
}

/// A place as the protocol counts it: from 0, and characters in units of UTF-16.
fn range(stand: &Stand, lines: &[&str]) -> Range {
    let position = |line: u32, column: u32| {
        let line = line.saturating_sub(1);
        let before = usize::try_from(column.saturating_sub(1)).unwrap_or(usize::MAX);
        let words = lines.get(usize::try_from(line).unwrap_or(usize::MAX)).copied().unwrap_or_default();
        let units: usize = words.chars().take(before).map(char::len_utf16).sum();
        Position { line, character: u32::try_from(units).unwrap_or(u32::MAX) }
    };
    Range { start: position(stand.line, stand.column), end: position(stand.end_line, stand.end_column) }
}

/// What is not as the protocol says is passed over: an editor's mistake must not end the help it has.
fn params<T: DeserializeOwned>(params: Value) -> Option<T> {
    serde_json::from_value(params).ok()
}

fn notify<N: lsp_types::notification::Notification>(editor: &Connection, params: N::Params) {
    send(editor, Notification::new(N::METHOD.to_owned(), params).into());
}

/// An editor that is gone is seen when nothing more comes from it.
fn send(editor: &Connection, message: Message) {
    let _gone = editor.sender.send(message);
}
