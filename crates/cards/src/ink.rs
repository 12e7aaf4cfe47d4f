//! The colours of the look, and the few shapes that are drawn in them.

use cosmic_text::Color;
use tiny_skia::{FillRule, LineCap, Paint, PathBuilder, Pixmap, Rect, Stroke, StrokeDash, Transform};

pub(crate) const PAPER: Color = Color::rgb(0xfb, 0xfa, 0xf7);
pub(crate) const INK: Color = Color::rgb(0x1c, 0x24, 0x30);
pub(crate) const MUTED: Color = Color::rgb(0x5b, 0x66, 0x75);
pub(crate) const LINE: Color = Color::rgb(0xe3, 0xe0, 0xd8);
pub(crate) const EDGE: Color = Color::rgb(0x8b, 0x8f, 0x96);
pub(crate) const STRING: Color = Color::rgb(0x4a, 0x53, 0x61);
pub(crate) const AMBER: Color = Color::rgb(0xf2, 0xa9, 0x3b);
pub(crate) const AMBER_EDGE: Color = Color::rgb(0xb3, 0x6b, 0x00);
pub(crate) const GLOW: Color = Color::rgba(0xf2, 0xa9, 0x3b, 0x33);
pub(crate) const VERMILION: Color = Color::rgb(0xc8, 0x37, 0x2d);
pub(crate) const NIGHT: Color = Color::rgb(0x10, 0x15, 0x1d);
pub(crate) const NIGHT_STRING: Color = Color::rgb(0x85, 0x92, 0xa3);

/// A sheet of one colour.
pub(crate) fn sheet(width: u32, height: u32, ground: Color) -> Pixmap {
    let mut sheet = Pixmap::new(width, height).expect("pictures are neither empty nor huge");
    sheet.fill(tiny_skia::Color::from_rgba8(ground.r(), ground.g(), ground.b(), ground.a()));
    sheet
}

/// A disc.
pub(crate) fn disc(sheet: &mut Pixmap, (x, y): (f32, f32), radius: f32, colour: Color) {
    let Some(path) = PathBuilder::from_circle(x, y, radius) else { return };
    sheet.fill_path(&path, &paint(colour), FillRule::Winding, Transform::identity(), None);
}

/// A circle's line.
pub(crate) fn ring(sheet: &mut Pixmap, (x, y): (f32, f32), radius: f32, width: f32, colour: Color) {
    let Some(path) = PathBuilder::from_circle(x, y, radius) else { return };
    let stroke = Stroke { width, ..Stroke::default() };
    sheet.stroke_path(&path, &paint(colour), &stroke, Transform::identity(), None);
}

/// A straight line.
pub(crate) fn stroke(sheet: &mut Pixmap, from: (f32, f32), to: (f32, f32), width: f32, colour: Color) {
    through(sheet, [from, to], width, colour);
}

/// A line through points.
pub(crate) fn through(
    sheet: &mut Pixmap,
    points: impl IntoIterator<Item = (f32, f32)>,
    width: f32,
    colour: Color,
) {
    let mut path = PathBuilder::new();
    for (x, y) in points {
        if path.is_empty() { path.move_to(x, y) } else { path.line_to(x, y) }
    }
    let Some(path) = path.finish() else { return };
    let stroke = Stroke { width, line_cap: LineCap::Round, ..Stroke::default() };
    sheet.stroke_path(&path, &paint(colour), &stroke, Transform::identity(), None);
}

/// A frame round left, top, width and height; its line broken by dash and gap, if there are any.
pub(crate) fn frame(
    sheet: &mut Pixmap,
    [left, top, width, height]: [f32; 4],
    colour: Color,
    dashes: Option<[f32; 2]>,
) {
    let Some(rect) = Rect::from_xywh(left, top, width, height) else { return };
    let dash = dashes.and_then(|dashes| StrokeDash::new(dashes.to_vec(), 0.0));
    let stroke = Stroke { width: 2.0, dash, ..Stroke::default() };
    sheet.stroke_path(&PathBuilder::from_rect(rect), &paint(colour), &stroke, Transform::identity(), None);
}

/// Lays a pixel of `colour` over what is there; the sheet itself is opaque.
pub(crate) fn dab(sheet: &mut Pixmap, x: i32, y: i32, colour: Color) {
    let (Ok(x), Ok(y)) = (u32::try_from(x), u32::try_from(y)) else { return };
    if x >= sheet.width() || y >= sheet.height() {
        return;
    }
    let at = (y * sheet.width() + x) as usize * 4;
    let alpha = u32::from(colour.a());
    for (below, above) in sheet.data_mut()[at..at + 3].iter_mut().zip([colour.r(), colour.g(), colour.b()]) {
        let mixed = (u32::from(above) * alpha + u32::from(*below) * (255 - alpha) + 127) / 255;
        *below = u8::try_from(mixed).expect("a mean of two bytes is a byte");
    }
}

fn paint(colour: Color) -> Paint<'static> {
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    paint.set_color_rgba8(colour.r(), colour.g(), colour.b(), colour.a());
    paint
}
