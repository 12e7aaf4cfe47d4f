//! What a page shows only on paper: a code that leads back to where it goes on changing.

use super::Frame;
use crate::qr::Code;
use crate::url::{Page, is_web};

/// Beyond so many bytes the squares of a code are too small for a phone; the longest are plans that somebody shared.
const LONGEST: usize = 400;

/// The way from paper back to the page.
#[derive(Debug)]
pub struct OnPaper {
    /// The lasting address in full, with what the reader chose to see.
    pub address: String,
    /// The same as a code.
    pub code: Code,
}

impl Frame<'_> {
    /// The way from paper back to this page.
    ///
    /// There is none where nobody said under which name the site is reached, and none to a page that is another one on every device.
    #[must_use]
    pub fn on_paper(&self) -> Option<OnPaper> {
        self.told()?;
        let is_of_a_device = match self.here? {
            Page::Plan => self.selection.is_empty(),
            Page::Offline => true,
            _ => false,
        };
        let page = self.canonical();
        if is_of_a_device || !is_web(&page) {
            return None;
        }

        let whole =
            if self.selection.is_empty() { page.clone() } else { format!("{page}?{}", self.selection) };
        let address = if whole.len() <= LONGEST { whole } else { page };
        let code = Code::of(&address)?;
        Some(OnPaper { address, code })
    }
}
