//! What copies hold, and what they do not.

use festoon_app::uploads::{Copy, Edge, MediaType, copies_of};
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Rgb};

use crate::pictures::{
    PLACE, animated_png, animated_webp, cmyk_jpeg, contains, extended_webp, jpeg, logo, photograph, png,
    profile, webp,
};

fn copies(bytes: &[u8], media_type: MediaType) -> Vec<Copy> {
    copies_of(bytes, media_type).expect("copies")
}

fn seen(copy: &Copy) -> DynamicImage {
    let format = if copy.media_type == MediaType::Jpeg { ImageFormat::Jpeg } else { ImageFormat::WebP };
    image::load_from_memory_with_format(&copy.bytes, format).expect("a picture")
}

/// Sizes, formats, width and height.
fn shapes(copies: &[Copy]) -> Vec<(Edge, MediaType, u32, u32)> {
    copies
        .iter()
        .map(|copy| {
            let picture = seen(copy);
            (copy.edge, copy.media_type, picture.width(), picture.height())
        })
        .collect()
}

#[test]
fn a_photograph_is_copied_in_three_sizes_as_jpeg() {
    let copies = copies(&jpeg(&photograph(2400, 1201), 1, None), MediaType::Jpeg);
    assert_eq!(
        shapes(&copies),
        [
            (Edge::Large, MediaType::Jpeg, 1920, 961),
            (Edge::Medium, MediaType::Jpeg, 960, 481),
            (Edge::Small, MediaType::Jpeg, 320, 160),
        ]
    );
}

#[test]
fn nothing_is_enlarged_and_every_size_is_there() {
    let copies = copies(&png(photograph(500, 100)), MediaType::Png);
    assert_eq!(
        shapes(&copies),
        [
            (Edge::Large, MediaType::Webp, 500, 100),
            (Edge::Medium, MediaType::Webp, 500, 100),
            (Edge::Small, MediaType::Webp, 320, 64),
        ]
    );
    let strip = png(photograph(4000, 1));
    assert_eq!(shapes(&self::copies(&strip, MediaType::Png))[2], (Edge::Small, MediaType::Webp, 320, 1));
}

#[test]
fn a_copy_does_not_say_where_it_was_taken() {
    let original = jpeg(&photograph(400, 300), 6, None);
    assert!(contains(&original, PLACE) && contains(&original, "Exif"));
    for copy in copies(&original, MediaType::Jpeg) {
        assert!(!contains(&copy.bytes, PLACE) && !contains(&copy.bytes, "Exif"));
    }
}

#[test]
fn a_copy_is_upright_however_the_camera_was_held() {
    // Where the top left corner of what the sensor saw, which has neither red nor green, comes to be; by EXIF's eight numbers.
    let corners = [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0), (1, 0), (1, 1), (0, 1)];
    for (number, corner) in (1..=8).zip(corners) {
        let original = jpeg(&photograph(400, 200), number, None);
        let copy = seen(&copies(&original, MediaType::Jpeg)[2]).into_rgb8();
        let (width, height) = copy.dimensions();
        let sides = if number < 5 { (320, 160) } else { (160, 320) };
        assert_eq!((width, height), sides, "orientation {number}");

        let Rgb([red, green, _]) = *copy.get_pixel(corner.0 * (width - 1), corner.1 * (height - 1));
        assert!(red < 16 && green < 16, "orientation {number}: {red} {green}");
    }
}

#[test]
fn transparency_is_kept_and_draws_no_dark_rim() {
    let copies = copies(&png(logo(700)), MediaType::Png);
    for copy in &copies {
        let picture = seen(copy).into_rgba8();
        assert_eq!(picture.get_pixel(0, 0).0, [0, 0, 0, 0]);
        let rim = picture.pixels().filter(|pixel| pixel.0[3] > 0);
        assert!(rim.clone().count() > 0);
        assert!(rim.clone().all(|pixel| pixel.0[0] >= 250), "{:?}", rim.map(|pixel| pixel.0[0]).min());
    }
}

#[test]
fn what_loses_nothing_stays_so_and_grey_stays_grey() {
    assert!(
        copies(&webp(photograph(40, 30)), MediaType::Webp)
            .iter()
            .all(|copy| copy.media_type == MediaType::Webp)
    );
    let with_profile = extended_webp(&photograph(40, 30), &profile("RGB "));
    assert!(copies(&with_profile, MediaType::Webp).iter().all(|copy| copy.media_type == MediaType::Webp));
    let drawn = photograph(300, 200);
    assert_eq!(seen(&copies(&png(drawn.clone()), MediaType::Png)[0]).into_rgb8(), drawn);

    let grey = DynamicImage::from(photograph(400, 200)).into_luma8();
    assert_eq!(shapes(&copies(&png(grey), MediaType::Png))[2], (Edge::Small, MediaType::Webp, 320, 160));
}

#[test]
fn a_profile_for_red_green_and_blue_is_kept_and_no_other() {
    let kept = |space: &str| {
        let original = jpeg(&photograph(40, 40), 1, Some(profile(space)));
        let copy = copies(&original, MediaType::Jpeg).remove(0);
        let mut decoder = ImageReader::with_format(std::io::Cursor::new(&copy.bytes), ImageFormat::Jpeg)
            .into_decoder()
            .expect("a JPEG");
        decoder.icc_profile().expect("readable")
    };
    assert_eq!(kept("RGB "), Some(profile("RGB ")));
    assert_eq!(kept("CMYK"), None);
}

#[test]
fn odd_pictures_are_copied_too() {
    assert_eq!(shapes(&copies(&cmyk_jpeg(), MediaType::Jpeg))[0], (Edge::Large, MediaType::Jpeg, 8, 8));
    let first = photograph(8, 6);
    assert_eq!(seen(&copies(&animated_png(first.clone()), MediaType::Png)[0]).into_rgb8(), first);
    let first = logo(8);
    assert_eq!(seen(&copies(&animated_webp(&first), MediaType::Webp)[0]).into_rgba8(), first);
}

#[test]
fn the_same_picture_gives_the_same_copies() {
    let original = jpeg(&photograph(700, 400), 5, None);
    assert_eq!(copies(&original, MediaType::Jpeg), copies(&original, MediaType::Jpeg));
}

#[test]
fn sizes_are_read_as_they_stand_in_an_address() {
    assert_eq!(Edge::parse("960"), Some(Edge::Medium));
    for no in ["", "961", "0960", "960.jpg", "+960"] {
        assert_eq!(Edge::parse(no), None, "{no}");
    }
}
