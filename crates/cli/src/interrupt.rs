//! Ctrl-C as a wish rather than an end: what was found so far is kept.

use std::process;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::thread;

/// Whether somebody pressed Ctrl-C since this began to listen.
#[derive(Debug, Clone, Default)]
pub(crate) struct Interrupt(Arc<AtomicBool>);

impl Interrupt {
    /// Listens from now on, until the program ends; pressed once, it is pressed for every search of the command. Whoever presses twice does
    /// not want to wait: the program ends at once.
    ///
    /// Where the system lets nobody listen, Ctrl-C ends the program as it always does.
    pub(crate) fn listen() -> Self {
        static LISTENING: OnceLock<Interrupt> = OnceLock::new();
        LISTENING.get_or_init(Self::begin).clone()
    }

    fn begin() -> Self {
        let interrupt = Self::default();
        let pressed = Arc::clone(&interrupt.0);
        let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_io().build() else {
            return interrupt;
        };
        thread::spawn(move || {
            runtime.block_on(async {
                while tokio::signal::ctrl_c().await.is_ok() {
                    if pressed.swap(true, Ordering::Relaxed) {
                        process::exit(130);
                    }
                }
            });
        });
        interrupt
    }

    pub(crate) fn is_pressed(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}
