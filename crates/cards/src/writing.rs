//! A sheet as a PNG: pixels and nothing else. No text, no time and no profile goes into it.

use png::{BitDepth, ColorType, Compression, Encoder, Filter};
use tiny_skia::Pixmap;

/// The file. The sheet is opaque, so its colours are as they were drawn.
pub(crate) fn png(sheet: &Pixmap) -> Vec<u8> {
    let colours: Vec<u8> = sheet.data().chunks_exact(4).flat_map(|pixel| pixel[..3].to_vec()).collect();
    let mut file = Vec::with_capacity(colours.len() / 32);
    let mut encoder = Encoder::new(&mut file, sheet.width(), sheet.height());
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Balanced);
    // Large even areas with small glyphs: no filter compresses better, and quicker.
    encoder.set_filter(Filter::NoFilter);
    let mut writer = encoder.write_header().expect("writing to memory cannot fail");
    writer.write_image_data(&colours).expect("writing to memory cannot fail");
    writer.finish().expect("writing to memory cannot fail");
    file
}
