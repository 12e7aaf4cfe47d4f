//! `/{lang}/offline`: what this device can show without a network, and what is shown where it cannot.
//!
//! The list is the device's own and made there; the server knows nothing of it.

use askama::Template;
use festoon_domain::text::Lang;

use super::frame::Frame;
use crate::Guide;
use crate::url::Page;
use crate::words::device::DeviceWords;

/// What is saved on the device.
#[derive(Debug, Template)]
#[template(path = "offline.html")]
pub struct OfflinePage<'a> {
    frame: Frame<'a>,
    d: &'static DeviceWords,
    here: String,
}

impl<'a> OfflinePage<'a> {
    /// The page.
    #[must_use]
    pub fn new(guide: &'a Guide, lang: Lang) -> Self {
        let d = DeviceWords::of(lang);
        let frame = Frame::new(guide, lang, Page::Offline, d.offline.to_owned(), d.offline_lead.to_owned());
        Self { frame, d, here: guide.address(Page::Offline, lang) }
    }
}
