//! A lamp: how one activity or session stands, as a shape.
//!
//! Never by colour alone: a hollow ring, a filled bulb, a bulb with a ring round it and a struck bulb differ in shape,
//! and a word stands beside each wherever it matters.

use std::fmt::{self, Display, Formatter};

/// How something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lamp {
    /// Not settled yet: no time.
    Hollow,
    /// Settled and public.
    Lit,
    /// On the city's own list.
    Key,
    /// It does not take place.
    Cancelled,
}

impl Lamp {
    /// Its word in style sheets.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Hollow => "hollow",
            Self::Lit => "lit",
            Self::Key => "key",
            Self::Cancelled => "cancelled",
        }
    }

    /// The shapes of the bulb round (0, 0), six units wide; the ring of a key activity is ten.
    #[must_use]
    pub const fn shapes(self) -> &'static str {
        match self {
            Self::Hollow => r#"<circle class="bulb" r="2.5"/>"#,
            Self::Lit => r#"<circle class="glow" r="7"/><circle class="bulb" r="3"/>"#,
            Self::Key => {
                r#"<circle class="glow" r="9"/><circle class="ring" r="5.25"/><circle class="bulb" r="3"/>"#
            }
            Self::Cancelled => {
                r#"<circle class="bulb" r="2.5"/><path class="strike" d="M-4.5 4.5 4.5-4.5"/>"#
            }
        }
    }
}

impl Display for Lamp {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(
            f,
            r#"<svg class="lamp lamp-{}" viewBox="-7 -7 14 14" width="14" height="14" aria-hidden="true">{}</svg>"#,
            self.class(),
            self.shapes()
        )
    }
}

impl askama::filters::HtmlSafe for Lamp {}
