use super::*;
use png::text_metadata::ITXtChunk;

/// Half of it blue, half of it white, 48 by 16 pixels.
const JPEG: &[u8] = include_bytes!("sample.jpg");
const HTML: &[u8] = b"<html><script>alert(1)</script></html>";

fn refused(file: &[u8]) -> Sentence {
    match Logo::read(file) {
        Err(Problem::Refused(sentence)) => sentence,
        other => panic!("{other:?}"),
    }
}

/// A PNG of so many pixels, with what somebody has written into it.
fn png_of(width: u32, height: u32, color: ColorType, bytes: &[u8]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, width, height);
    encoder.set_color(color);
    encoder.set_depth(BitDepth::Eight);
    encoder
        .add_text_chunk("Author".into(), "Ada Secret".into())
        .unwrap();
    let mut writer = encoder.write_header().unwrap();
    writer
        .write_text_chunk(&ITXtChunk::new("Comment", "made at 52.5, 13.4"))
        .unwrap();
    writer.write_image_data(bytes).unwrap();
    writer.finish().unwrap();
    file
}

/// The head of a PNG that claims to have so many pixels.
fn bomb(width: u32, height: u32) -> Vec<u8> {
    let mut file = Vec::new();
    let encoder = Encoder::new(&mut file, width, height);
    drop(encoder.write_header().unwrap());
    file
}

fn shown(logo: &Logo) -> Picture {
    png(&logo.png).unwrap()
}

#[test]
fn svg_is_refused_and_says_why() {
    for svg in [
        &b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>"[..],
        b"\xef\xbb\xbf<?xml version=\"1.0\"?><!-- x --><svg/>",
        b"<!DOCTYPE svg><SVG onload=\"alert(1)\"/>",
    ] {
        assert!(refused(svg).is("problem-logo-svg"));
    }
    for other in [&b"GIF89a"[..], b"RIFF", b"", b"<html></html>", b"\x89PN"] {
        assert!(refused(other).is("problem-logo-kind"), "{other:?}");
    }
}

#[test]
fn a_picture_of_too_many_pixels_is_refused_before_it_is_unpacked() {
    for (width, height) in [(40_000, 40_000), (5001, 1), (1, 5001), (4000, 4000)] {
        let sentence = refused(&bomb(width, height));
        assert!(
            sentence.is("problem-logo-pixels"),
            "{width} x {height}: {sentence}"
        );
    }
    // Start, and a frame header that claims 60000 by 60000.
    let frame = [
        0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0xea, 0x60, 0xea, 0x60, 3, 1, 0x22, 0,
    ];
    assert!(refused(&frame).is("problem-logo-pixels"));
}

#[test]
fn a_file_of_too_many_bytes_is_refused() {
    let mut file = JPEG.to_vec();
    file.resize(LARGEST + 1, 0);
    assert!(refused(&file).is("problem-logo-bytes"));
}

#[test]
fn a_broken_picture_is_refused() {
    let whole = png_of(2, 2, ColorType::Rgb, &[0; 12]);
    for broken in [
        &whole[..whole.len() / 2],
        &bomb(10, 10),
        &JPEG[..200],
        &[0xff, 0xd8, 0xff],
    ] {
        assert!(refused(broken).is("problem-logo-broken"));
    }
}

#[test]
fn nothing_of_a_jpeg_is_kept_but_what_is_seen() {
    let exif = b"\xff\xe1\x00\x14Exif\0\0Ada Secret\0\0";
    let file = [&JPEG[..2], &exif[..], &JPEG[2..], HTML].concat();
    let logo = Logo::read(&file).unwrap();
    assert_eq!(logo, Logo::read(JPEG).unwrap());
    assert_eq!((logo.width, logo.height), (48, 16));
    assert_eq!(&logo.png[..4], b"\x89PNG");
    for secret in [&b"Ada Secret"[..], b"Exif", b"<script"] {
        assert!(memchr::memmem::find(&file, secret).is_some());
        assert!(memchr::memmem::find(&logo.png, secret).is_none());
    }
    let picture = shown(&logo);
    let near = |pixel: Rgb, other: Rgb| {
        let far = pixel.iter().zip(other).map(|(a, b)| a.abs_diff(b)).max();
        far.unwrap() < 12
    };
    assert!(
        near(picture.pixels[8 * 48 + 4], [0, 77, 153]),
        "{:?}",
        picture.pixels[8 * 48 + 4]
    );
    assert!(near(picture.pixels[8 * 48 + 44], [255; 3]));
}

#[test]
fn nothing_of_a_png_is_kept_but_what_is_seen() {
    let mut file = png_of(2, 1, ColorType::Rgb, &[200, 0, 0, 0, 0, 200]);
    file.extend_from_slice(HTML);
    let logo = Logo::read(&file).unwrap();
    for secret in [&b"Ada Secret"[..], b"tEXt", b"iTXt", b"52.5", b"<script"] {
        assert!(memchr::memmem::find(&file, secret).is_some(), "{secret:?}");
        assert!(
            memchr::memmem::find(&logo.png, secret).is_none(),
            "{secret:?}"
        );
    }
    assert_eq!(shown(&logo).pixels, [[200, 0, 0], [0, 0, 200]]);
}

#[test]
fn what_is_seen_through_becomes_white() {
    let half = [0, 0, 0, 255, 0, 0, 0, 0, 0, 0, 0, 127];
    let logo = Logo::read(&png_of(3, 1, ColorType::Rgba, &half)).unwrap();
    assert_eq!(shown(&logo).pixels, [[0; 3], [255; 3], [128; 3]]);
    let logo = Logo::read(&png_of(2, 1, ColorType::GrayscaleAlpha, &[9, 255, 9, 0])).unwrap();
    assert_eq!(shown(&logo).pixels, [[9; 3], [255; 3]]);
    let white = [255, 255, 255, 255, 255, 255, 255, 0];
    assert!(refused(&png_of(2, 1, ColorType::Rgba, &white)).is("problem-logo-blank"));
}

#[test]
fn a_large_picture_is_made_small_enough_for_every_mail() {
    // Noise, which no compression makes smaller.
    let mut state = 7_u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    };
    let noise: Vec<u8> = (0..900 * 600 * 3).map(|_| next()).collect();
    let logo = Logo::read(&png_of(600, 900, ColorType::Rgb, &noise)[..]);
    assert!(logo.is_err(), "noise of more than a MiB");
    let noise: Vec<u8> = (0..500 * 500 * 3).map(|_| next()).collect();
    let logo = Logo::read(&png_of(500, 500, ColorType::Rgb, &noise)).unwrap();
    assert!(logo.png.len() <= KEPT, "{}", logo.png.len());
    assert!(logo.height <= HEIGHT && logo.width == logo.height);
    let plain = png_of(1000, 500, ColorType::Grayscale, &vec![60; 500_000]);
    let logo = Logo::read(&plain).unwrap();
    assert_eq!((logo.width, logo.height), (240, 120));
    assert!(shown(&logo).pixels.iter().all(|pixel| *pixel == [60; 3]));
}
