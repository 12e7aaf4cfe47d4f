//! A person's picture: only what lies with us is shown, so that no reader is told to anybody else.

use askama::Template;
use festoon_domain::programme::{Person, upload_of};

use crate::url;

/// How large a picture stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// Beside a name that says who it is.
    Small,
    /// On the person's own page.
    Large,
}

/// A picture in the sizes in which it is had. The frame is square whatever the picture is, so nothing jumps when it arrives.
#[derive(Debug, Template)]
#[template(path = "portrait.html")]
pub struct Portrait {
    src: String,
    larger: Option<String>,
    alt: String,
    edge: u32,
}

impl askama::filters::HtmlSafe for Portrait {}

impl Portrait {
    /// The picture of somebody, if it lies with us. `alt` stays empty where their name stands beside it.
    #[must_use]
    pub fn of(person: &Person, size: Size, alt: String) -> Option<Self> {
        let hash = upload_of(person.picture.as_deref()?)?;
        let sized = |edge: u32| url::upload(&format!("{hash}-{edge}"));
        Some(Self {
            src: sized(320),
            larger: (size == Size::Large).then(|| sized(960)),
            alt,
            edge: match size {
                Size::Small => 48,
                Size::Large => 240,
            },
        })
    }
}

/// Where a picture lies elsewhere: a link, never shown in place.
#[must_use]
pub fn elsewhere(person: &Person) -> Option<&str> {
    person.picture.as_deref().filter(|address| url::is_web(address))
}
