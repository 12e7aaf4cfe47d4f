//! A sign of life on the terminal when reading files takes longer than a second.

use std::io::{IsTerminal, stderr};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use festoon_domain::text::Lang;
use indicatif::ProgressBar;

/// Shown until it ends or is dropped; nothing where standard error is no terminal.
#[derive(Debug)]
pub(crate) struct Progress {
    running: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Progress {
    /// Begins, and stays silent for a second.
    pub(crate) fn begin(files: usize, lang: Lang) -> Self {
        if !stderr().is_terminal() {
            return Self { running: None };
        }
        let (end, ended) = mpsc::channel();
        let words = match lang {
            Lang::Zh => format!("正在读取 {files} 个文件…"),
            Lang::En if files == 1 => "Reading 1 file…".into(),
            Lang::En => format!("Reading {files} files…"),
        };
        let thread = thread::spawn(move || {
            if ended.recv_timeout(Duration::from_secs(1)) != Err(RecvTimeoutError::Timeout) {
                return;
            }
            let spinner = ProgressBar::new_spinner().with_message(words);
            spinner.enable_steady_tick(Duration::from_millis(120));
            // Either word or silence means that the work is over.
            let _over = ended.recv();
            spinner.finish_and_clear();
        });
        Self { running: Some((end, thread)) }
    }

    /// Clears the line before anything else is printed.
    pub(crate) fn end(self) {
        drop(self);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((end, thread)) = self.running.take() {
            drop(end);
            // A spinner that failed takes nothing with it.
            let _cleared = thread.join();
        }
    }
}
