//! What bytes are found to be, whatever they claim.

use festoon_app::uploads::{
    Examined, MediaType, PAPER_BYTES, PICTURE_BYTES, PICTURE_PIXELS, UploadRefusal, Wanted, examine,
};
use festoon_domain::text::Lang;
use image::{DynamicImage, ImageBuffer, Rgba};

use crate::pictures::{
    animated_png, animated_webp, claiming_png, cmyk_jpeg, jpeg, logo, photograph, png, webp,
};

const PAPER: &[u8] = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n";

fn found(media_type: MediaType, width: u32, height: u32) -> Examined {
    Examined { media_type, pixels: Some((width, height)) }
}

fn picture(bytes: &[u8]) -> Result<Examined, UploadRefusal> {
    examine(bytes, Wanted::Picture)
}

#[test]
fn pictures_are_known_by_their_bytes() {
    assert_eq!(picture(&png(photograph(40, 30))), Ok(found(MediaType::Png, 40, 30)));
    assert_eq!(picture(&webp(logo(20))), Ok(found(MediaType::Webp, 20, 20)));
    assert_eq!(picture(&jpeg(&photograph(40, 30), 1, None)), Ok(found(MediaType::Jpeg, 40, 30)));
}

#[test]
fn a_photograph_taken_with_the_camera_on_its_side_is_as_wide_as_it_is_shown() {
    assert_eq!(picture(&jpeg(&photograph(40, 30), 6, None)), Ok(found(MediaType::Jpeg, 30, 40)));
    assert_eq!(picture(&jpeg(&photograph(40, 30), 3, None)), Ok(found(MediaType::Jpeg, 40, 30)));
}

#[test]
fn a_paper_is_a_pdf_with_a_head_and_an_end() {
    assert_eq!(examine(PAPER, Wanted::Paper), Ok(Examined { media_type: MediaType::Pdf, pixels: None }));
    let cut_off = &PAPER[..PAPER.len() - 6];
    assert_eq!(examine(cut_off, Wanted::Paper), Err(UploadRefusal::PaperCutOff));
    for no in ["%PDF-", "%PDF-x.y %%EOF", "\n%PDF-1.7 %%EOF", "<html>%PDF-1.7 %%EOF", "PK\u{3}\u{4}"] {
        assert_eq!(examine(no.as_bytes(), Wanted::Paper), Err(UploadRefusal::NoPaper), "{no}");
    }
}

#[test]
fn a_paper_is_no_picture_and_a_picture_no_paper() {
    assert_eq!(picture(PAPER), Err(UploadRefusal::NoPicture));
    assert_eq!(examine(&png(logo(4)), Wanted::Paper), Err(UploadRefusal::NoPaper));
}

#[test]
fn svg_is_refused_with_the_reason() {
    let plain = r#"<svg xmlns="http://www.w3.org/2000/svg"/>"#;
    let declared = format!("\u{feff}\n<?xml version=\"1.0\"?><!-- a logo -->{plain}");
    for svg in [plain, &declared, "<SVG/>", "<!DOCTYPE svg><svg/>"] {
        assert_eq!(picture(svg.as_bytes()), Err(UploadRefusal::Svg), "{svg}");
    }
    assert!(UploadRefusal::Svg.sentence(Lang::En).contains("script"));
    assert!(UploadRefusal::Svg.sentence(Lang::Zh).contains("脚本"));
}

#[test]
fn other_formats_are_named_and_the_rest_is_no_picture() {
    let others: [(&str, &[u8]); 4] = [
        ("GIF", b"GIF89a"),
        ("HEIC", b"\0\0\0\x18ftypheic"),
        ("AVIF", b"\0\0\0\x18ftypavif"),
        ("TIFF", b"II*\0\x08"),
    ];
    for (name, bytes) in others {
        assert_eq!(picture(bytes), Err(UploadRefusal::OtherPicture(name)));
    }
    for bytes in ["<html><script>", "MZ\u{90}", "hello", "\u{7f}ELF"] {
        assert_eq!(picture(bytes.as_bytes()), Err(UploadRefusal::NoPicture), "{bytes}");
    }
    assert_eq!(picture(b""), Err(UploadRefusal::Empty));
}

#[test]
fn too_many_bytes_are_refused_before_they_are_looked_at() {
    let size = |most: u64| vec![0; usize::try_from(most + 1).expect("fits")];
    let (pictures, papers) = (size(PICTURE_BYTES), size(PAPER_BYTES));
    assert_eq!(picture(&pictures), Err(UploadRefusal::TooLarge(PICTURE_BYTES + 1, PICTURE_BYTES)));
    assert_eq!(examine(&papers, Wanted::Paper), Err(UploadRefusal::TooLarge(PAPER_BYTES + 1, PAPER_BYTES)));
}

#[test]
fn a_picture_that_claims_too_many_pixels_is_refused_before_one_is_decoded() {
    for (width, height) in [(10_000, 6001), (60_000_001, 1), (0x7fff_ffff, 0x7fff_ffff)] {
        let refusal = Err(UploadRefusal::TooManyPixels(width, height, PICTURE_PIXELS));
        assert_eq!(picture(&claiming_png(width, height)), refusal);
    }
}

#[test]
fn a_picture_that_claims_pixels_it_does_not_have_is_refused() {
    for (width, height) in [(10_000, 6000), (60_000_000, 1), (1, 1)] {
        let refusal = picture(&claiming_png(width, height));
        assert!(matches!(refusal, Err(UploadRefusal::DamagedPicture(_))), "{width}x{height}: {refusal:?}");
    }
}

#[test]
fn a_picture_cut_off_anywhere_is_refused() {
    let pictures = [
        ("PNG", png(photograph(9, 9)), 12),
        ("JPEG", jpeg(&photograph(40, 40), 1, None), 0),
        ("lossless WebP", webp(logo(16)), 0),
        ("animated WebP", animated_webp(&logo(16)), 0),
    ];
    // Behind the last pixel of a PNG comes only a mark of twelve bytes that says so.
    for (name, bytes, mark) in pictures {
        assert!(picture(&bytes).is_ok(), "{name}: {:?}", picture(&bytes));
        for end in 1..bytes.len() - mark {
            let refusal = picture(&bytes[..end]);
            let refused = matches!(refusal, Err(UploadRefusal::DamagedPicture(_) | UploadRefusal::NoPicture));
            assert!(refused, "{name} cut off after {end} of {}: {refusal:?}", bytes.len());
        }
    }
}

#[test]
fn a_jpeg_that_claims_far_more_than_it_holds_is_refused() {
    let mut bytes = jpeg(&photograph(40, 40), 1, None);
    let frame = bytes.windows(2).position(|pair| pair == [0xff, 0xc0]).expect("a JPEG has one");
    bytes[frame + 5..frame + 9].copy_from_slice(&[0x17, 0x70, 0x27, 0x10]);
    assert_eq!(picture(&bytes), Err(UploadRefusal::DamagedPicture("shorter than it says".into())));
}

#[test]
fn a_preview_inside_a_jpeg_is_not_taken_for_its_end() {
    let preview = jpeg(&photograph(8, 8), 1, None);
    let whole = jpeg(&photograph(40, 40), 1, None);
    let length = u16::try_from(preview.len() + 2).expect("small").to_be_bytes();
    let bytes = [&whole[..2], b"\xff\xe2", &length, &preview, &whole[2..]].concat();
    assert_eq!(picture(&bytes), Ok(found(MediaType::Jpeg, 40, 40)));
    assert_eq!(
        picture(&bytes[..bytes.len() - 2]),
        Err(UploadRefusal::DamagedPicture("shorter than it says".into()))
    );
}

#[test]
fn a_printers_colours_animations_and_deep_colours_are_taken() {
    assert_eq!(picture(&cmyk_jpeg()), Ok(found(MediaType::Jpeg, 8, 8)));
    assert_eq!(picture(&animated_png(photograph(8, 6))), Ok(found(MediaType::Png, 8, 6)));
    assert_eq!(picture(&animated_webp(&logo(8))), Ok(found(MediaType::Webp, 8, 8)));
    let deep: ImageBuffer<Rgba<u16>, Vec<u16>> = ImageBuffer::from_pixel(5, 4, Rgba([1, 2, 3, 40_000]));
    assert_eq!(picture(&png(DynamicImage::from(deep))), Ok(found(MediaType::Png, 5, 4)));
}

#[test]
fn every_refusal_is_a_whole_sentence_in_both_languages() {
    let refusals = [
        UploadRefusal::Empty,
        UploadRefusal::TooLarge(30_000_000, PICTURE_BYTES),
        UploadRefusal::TooManyPixels(10_000, 9000, PICTURE_PIXELS),
        UploadRefusal::Svg,
        UploadRefusal::OtherPicture("GIF"),
        UploadRefusal::NoPicture,
        UploadRefusal::NoPaper,
        UploadRefusal::DamagedPicture("x".into()),
        UploadRefusal::PaperCutOff,
    ];
    for refusal in refusals {
        assert!(refusal.sentence(Lang::Zh).ends_with('。'), "{refusal:?}");
        assert!(refusal.sentence(Lang::En).ends_with('.'), "{refusal:?}");
    }
    assert_eq!(
        UploadRefusal::TooManyPixels(10_000, 9000, PICTURE_PIXELS).sentence(Lang::Zh),
        "图片为 10000×9000 像素，最多接受 6000 万像素。请缩小后再上传。"
    );
}
