//! The string of lights: a cord as it hangs by its weight, and the lamps on it.

use tiny_skia::Pixmap;

use crate::Lamp;
use crate::ink::{self, AMBER, AMBER_EDGE, GLOW, MUTED, PAPER, STRING};

/// More would touch each other.
const MOST_LAMPS: usize = 40;

/// How far the ends are above the deepest point, in pixels.
const SAG: f32 = 78.0;

/// A catenary over `x` from 0 to `width`, `sag` deep, its ends at the height 0; y grows downwards.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cord {
    half: f32,
    sag: f32,
    bend: f32,
}

impl Cord {
    pub(crate) fn new(width: f32, sag: f32) -> Self {
        let half = width / 2.0;
        // sag = bend (cosh(half / bend) − 1) falls as the bend grows: halve the interval until a float cannot be halved.
        let (mut tight, mut slack) = (half / 20.0, half * 1000.0);
        for _ in 0..48 {
            let middle = f32::midpoint(tight, slack);
            let depth = middle * ((half / middle).cosh() - 1.0);
            if depth > sag { tight = middle } else { slack = middle }
        }
        Self { half, sag, bend: slack }
    }

    /// How deep it hangs at `x`.
    pub(crate) fn depth(&self, x: f32) -> f32 {
        self.sag - self.bend * (((x - self.half) / self.bend).cosh() - 1.0)
    }
}

/// Hangs the cord with its lamps over the top of a card.
pub(crate) fn hang(sheet: &mut Pixmap, lamps: &[Lamp]) {
    const TOP: f32 = 26.0;
    #[expect(clippy::cast_precision_loss, reason = "a card is some thousand pixels wide at most")]
    let width = sheet.width() as f32;
    let cord = Cord::new(width, SAG);
    let steps = (0..=100u8).map(|step| width * f32::from(step) / 100.0);
    ink::through(sheet, steps.map(|x| (x, TOP + cord.depth(x))), 2.5, STRING);

    let lamps = &lamps[..lamps.len().min(MOST_LAMPS)];
    #[expect(clippy::cast_precision_loss, reason = "there are forty lamps at most")]
    let gap = width / (lamps.len() as f32 + 1.0);
    let mut x = gap;
    for lamp in lamps {
        light(sheet, (x, TOP + cord.depth(x) + 3.0), *lamp);
        x += gap;
    }
}

/// Never by colour alone: a ring, a disc, and a disc with a ring round it.
fn light(sheet: &mut Pixmap, at: (f32, f32), lamp: Lamp) {
    match lamp {
        Lamp::Hollow => {
            ink::disc(sheet, at, 7.0, PAPER);
            ink::ring(sheet, at, 7.0, 2.0, MUTED);
        }
        Lamp::Lit => {
            ink::disc(sheet, at, 18.0, GLOW);
            ink::disc(sheet, at, 8.5, AMBER);
            ink::ring(sheet, at, 8.5, 1.5, AMBER_EDGE);
        }
        Lamp::Bright => {
            ink::disc(sheet, at, 30.0, GLOW);
            ink::disc(sheet, at, 12.0, AMBER);
            ink::ring(sheet, at, 12.0, 1.5, AMBER_EDGE);
            ink::ring(sheet, at, 19.0, 2.5, AMBER_EDGE);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cord_hangs_from_its_ends_and_is_deepest_in_the_middle() {
        let cord = Cord::new(1200.0, 78.0);
        assert!(cord.depth(0.0).abs() < 0.5 && cord.depth(1200.0).abs() < 0.5, "{}", cord.depth(0.0));
        assert!((cord.depth(600.0) - 78.0).abs() < 0.5, "{}", cord.depth(600.0));
        assert!(cord.depth(300.0) > 39.0 && cord.depth(300.0) < 78.0);
    }
}
