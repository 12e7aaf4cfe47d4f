//! Colours weighted by their opacity, for scaling.
//!
//! What is wholly transparent still has a colour, often black; averaged with its neighbours it would draw a dark rim around a logo.

use image::RgbaImage;

/// Weights every colour by its opacity.
pub(super) fn weigh(picture: &mut RgbaImage) {
    for pixel in picture.pixels_mut() {
        let [red, green, blue, alpha] = pixel.0;
        let by = |colour: u8| narrow((u32::from(colour) * u32::from(alpha) + 127) / 255);
        pixel.0 = [by(red), by(green), by(blue), alpha];
    }
}

/// Takes the weights off again; what is wholly transparent becomes black, so that equal pictures have equal bytes.
pub(super) fn unweigh(picture: &mut RgbaImage) {
    for pixel in picture.pixels_mut() {
        let [red, green, blue, alpha] = pixel.0;
        let by = |colour: u8| match u32::from(alpha) {
            0 => 0,
            alpha => narrow((u32::from(colour) * 255 + alpha / 2) / alpha),
        };
        pixel.0 = [by(red), by(green), by(blue), alpha];
    }
}

/// Scaling overshoots at edges, so that a colour may be stronger than its opacity allows.
fn narrow(value: u32) -> u8 {
    u8::try_from(value).unwrap_or(u8::MAX)
}
