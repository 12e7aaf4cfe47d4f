//! The icon of the guide on a phone: one lamp on its cord, by night.

use crate::cord::Cord;
use crate::ink::{self, AMBER, AMBER_EDGE, GLOW, NIGHT, NIGHT_STRING};
use crate::writing;

/// An icon that is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Icon {
    /// Pixels across and down, at most 1024.
    pub side: u16,
    /// How much may be cut off round it.
    pub room: Room,
}

/// How much of an icon may be cut off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Room {
    /// Nothing, or its corners.
    Whole,
    /// All but a circle of eight tenths, as the system cuts icons into its own shape.
    Maskable,
}

impl Icon {
    /// The icon as a PNG.
    #[must_use]
    pub fn draw(self) -> Vec<u8> {
        let side = f32::from(self.side.clamp(16, 1024));
        let mut sheet =
            ink::sheet(u32::from(self.side.clamp(16, 1024)), u32::from(self.side.clamp(16, 1024)), NIGHT);
        let part = |share: f32| side * share;
        let radius = match self.room {
            Room::Whole => part(0.24),
            Room::Maskable => part(0.18),
        };
        let cord = Cord::new(side, part(0.22));
        let steps = (0..=40u8).map(|step| side * f32::from(step) / 40.0);
        ink::through(&mut sheet, steps.map(|x| (x, part(0.17) + cord.depth(x))), part(0.022), NIGHT_STRING);

        let lamp = (part(0.5), part(0.36) + radius * 0.85);
        ink::disc(&mut sheet, lamp, radius * 1.5, GLOW);
        ink::disc(&mut sheet, lamp, radius, AMBER);
        ink::ring(&mut sheet, lamp, radius, part(0.02), AMBER_EDGE);
        writing::png(&sheet)
    }
}
