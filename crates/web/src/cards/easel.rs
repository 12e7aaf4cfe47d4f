//! Who draws the cards: two painters, who load their fonts when the first card is asked for, and the places of those who wait.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use festoon_cards::{Card, Fonts, Painter, SystemFonts};
use tokio::sync::Semaphore;

/// How many cards are drawn at a time.
const PAINTERS: usize = 2;

/// How many may be asked for at a time and not be drawn yet.
const PLACES: usize = 32;

/// Where cards are drawn.
#[derive(Debug)]
pub(crate) struct Easel {
    /// Of those who wait or are served.
    pub(crate) places: Arc<Semaphore>,
    /// Of those who are served.
    pub(crate) turns: Arc<Semaphore>,
    fonts: OnceLock<Fonts>,
    idle: Mutex<Vec<Painter>>,
}

impl Default for Easel {
    fn default() -> Self {
        Self {
            places: Arc::new(Semaphore::new(PLACES)),
            turns: Arc::new(Semaphore::new(PAINTERS)),
            fonts: OnceLock::new(),
            idle: Mutex::default(),
        }
    }
}

impl Easel {
    /// Draws a card; whoever holds a turn may.
    pub(crate) fn draw(&self, card: &Card) -> Vec<u8> {
        let idle = || self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let painter = idle().pop();
        let mut painter = painter
            .unwrap_or_else(|| Painter::new(self.fonts.get_or_init(|| Fonts::load(SystemFonts::Asked))));
        let picture = painter.draw(card);
        idle().push(painter);
        picture
    }
}
