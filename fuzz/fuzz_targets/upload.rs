//! Any bytes as an upload: examined, and copied if they are a picture that was taken.
#![no_main]

use festoon_app::uploads::{PICTURE_PIXELS, Wanted, copies_of, examine};
use libfuzzer_sys::fuzz_target;

/// Larger ones are slow to copy and no stranger.
const COPIED: u64 = 1 << 18;

fuzz_target!(|bytes: &[u8]| {
    let _ = examine(bytes, Wanted::Paper);
    let Ok(found) = examine(bytes, Wanted::Picture) else { return };
    let (width, height) = found.pixels.expect("a picture has a size");
    let pixels = u64::from(width) * u64::from(height);
    assert!((1..=PICTURE_PIXELS).contains(&pixels));

    if pixels <= COPIED {
        let copies = copies_of(bytes, found.media_type).expect("what was examined decodes");
        assert!(copies.iter().all(|copy| !copy.bytes.is_empty()));
    }
});
