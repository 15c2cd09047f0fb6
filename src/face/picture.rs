use crate::error::{Outcome, Problem};
use crate::text::Sentence;
use png::{BitDepth, ColorType, Compression, Decoder, Encoder, Limits, Transformations};
use std::io::Cursor;
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

/// Bytes of a file at the most.
pub const LARGEST: usize = 1024 * 1024;

/// Pixels of a file at the most, at one side and in all: known from its head, before anything is unpacked.
const SIDE: u32 = 5000;
const PIXELS: u64 = 8_000_000;

/// What unpacking may take.
const MEMORY: usize = 64 * 1024 * 1024;

/// The size that is kept: twice the largest one in which it is shown, and small enough for every mail.
const WIDTH: u32 = 480;
const HEIGHT: u32 = 120;
const KEPT: usize = 32 * 1024;

/// Values between the lightest and the darkest part that it takes to see anything.
const SEEN: u8 = 48;

type Rgb = [u8; 3];

/// A logo: a PNG that we have made, on white, without anything of the file but what is seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    /// The file.
    pub png: Vec<u8>,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

impl Logo {
    /// Reads a PNG or JPEG and makes a PNG of what it shows.
    ///
    /// # Errors
    /// A refusal for other kinds, for what is too large, broken, or cannot be seen on white.
    pub fn read(file: &[u8]) -> Outcome<Self> {
        if file.len() > LARGEST {
            return Err(Problem::refused("problem-logo-bytes"));
        }
        let picture = match file {
            [0x89, b'P', b'N', b'G', ..] => png(file)?,
            [0xff, 0xd8, 0xff, ..] => jpeg(file)?,
            _ if is_svg(file) => return Err(Problem::refused("problem-logo-svg")),
            _ => return Err(Problem::refused("problem-logo-kind")),
        };
        if !picture.is_seen() {
            return Err(Problem::refused("problem-logo-blank"));
        }
        picture.logo()
    }
}

fn is_svg(file: &[u8]) -> bool {
    let start = String::from_utf8_lossy(file.get(..1000).unwrap_or(file)).to_lowercase();
    start.contains("<svg") || start.trim_start().starts_with("<?xml")
}

/// Refuses a size before it is unpacked.
fn sized(width: u32, height: u32) -> Outcome<()> {
    let pixels = u64::from(width) * u64::from(height);
    match width > SIDE || height > SIDE || pixels > PIXELS {
        true => Err(Problem::Refused(
            Sentence::new("problem-logo-pixels")
                .with("width", width as usize)
                .with("height", height as usize),
        )),
        false => Ok(()),
    }
}

fn broken<E>(_: E) -> Problem {
    Problem::refused("problem-logo-broken")
}

fn png(file: &[u8]) -> Outcome<Picture> {
    let limits = Limits { bytes: MEMORY };
    let mut decoder = Decoder::new_with_limits(Cursor::new(file), limits);
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    decoder.set_transformations(Transformations::normalize_to_color8());
    let head = decoder.read_header_info().map_err(broken)?;
    sized(head.width, head.height)?;
    let mut reader = decoder.read_info().map_err(broken)?;
    let size = reader.output_buffer_size().ok_or_else(|| broken(()))?;
    let mut bytes = vec![0; size];
    let frame = reader.next_frame(&mut bytes).map_err(broken)?;
    let on_white = |value: u8, alpha: u8| {
        let mixed = u32::from(value) * u32::from(alpha) + 255 * (255 - u32::from(alpha));
        u8::try_from(mixed / 255).unwrap_or(u8::MAX)
    };
    let pixel = |pixel: &[u8]| match *pixel {
        [grey] => [grey; 3],
        [grey, alpha] => [on_white(grey, alpha); 3],
        [red, green, blue] => [red, green, blue],
        [red, green, blue, alpha] => [red, green, blue].map(|value| on_white(value, alpha)),
        _ => [255; 3],
    };
    let pixels = bytes.chunks_exact(frame.color_type.samples());
    Picture::new(frame.width, frame.height, pixels.map(pixel).collect())
}

fn jpeg(file: &[u8]) -> Outcome<Picture> {
    let options = DecoderOptions::default()
        .set_max_width(SIDE as usize)
        .set_max_height(SIDE as usize)
        .jpeg_set_out_colorspace(ColorSpace::RGB);
    if let Some((width, height)) = jpeg_size(file) {
        sized(width, height)?;
    }
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(file), options);
    decoder.decode_headers().map_err(broken)?;
    let head = decoder.info().ok_or_else(|| broken(()))?;
    let (width, height) = (u32::from(head.width), u32::from(head.height));
    sized(width, height)?;
    let bytes = decoder.decode().map_err(broken)?;
    let pixel = |pixel: &[u8]| match *pixel {
        [red, green, blue] => [red, green, blue],
        _ => [255; 3],
    };
    Picture::new(width, height, bytes.chunks_exact(3).map(pixel).collect())
}

/// Width and height from the frame header of a JPEG, so that whoever sends a large one learns how large it is.
fn jpeg_size(file: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| {
        let bytes = file.get(at..at + 2)?;
        Some(u16::from_be_bytes(bytes.try_into().ok()?))
    };
    let mut at = 2;
    loop {
        let marker = number(at)?;
        let length = usize::from(number(at + 2)?);
        if matches!(marker, 0xffc0..=0xffc2) {
            return Some((number(at + 7)?.into(), number(at + 5)?.into()));
        }
        at += 2 + length.max(2);
    }
}

/// What is seen, row by row.
struct Picture {
    width: usize,
    height: usize,
    pixels: Vec<Rgb>,
}

impl Picture {
    fn new(width: u32, height: u32, pixels: Vec<Rgb>) -> Outcome<Self> {
        let (width, height) = (width as usize, height as usize);
        match pixels.len() == width * height && !pixels.is_empty() {
            true => Ok(Self {
                width,
                height,
                pixels,
            }),
            false => Err(broken(())),
        }
    }

    fn is_seen(&self) -> bool {
        let dark = self.pixels.iter().flatten().min();
        dark.is_some_and(|dark| *dark <= u8::MAX - SEEN)
    }

    /// As large as it is kept.
    fn logo(&self) -> Outcome<Logo> {
        let scale = (f64::from(WIDTH) / self.width as f64)
            .min(f64::from(HEIGHT) / self.height as f64)
            .min(1.0);
        let mut scale = scale;
        loop {
            let size = |side: usize| ((side as f64 * scale).round() as usize).max(1);
            let small = self.shrunk(size(self.width), size(self.height));
            let png = small
                .encoded()
                .map_err(|error| Problem::fault("logo", error))?;
            if png.len() <= KEPT {
                return Ok(Logo {
                    png,
                    width: u32::try_from(small.width).unwrap_or(WIDTH),
                    height: u32::try_from(small.height).unwrap_or(HEIGHT),
                });
            }
            scale *= 0.8;
        }
    }

    /// Each pixel is the mean of those it stands for.
    fn shrunk(&self, width: usize, height: usize) -> Self {
        let span = |at: usize, small: usize, large: usize| {
            let from = at * large / small;
            from..((at + 1) * large).div_ceil(small).max(from + 1)
        };
        let mean = |x: usize, y: usize| {
            let (mut sum, mut count) = ([0_u64; 3], 0);
            for row in span(y, height, self.height) {
                let (from, to) = (
                    span(x, width, self.width).start,
                    span(x, width, self.width).end,
                );
                let row = self
                    .pixels
                    .get(row * self.width + from..row * self.width + to);
                for [red, green, blue] in row.unwrap_or_default() {
                    let [r, g, b] = &mut sum;
                    (*r, *g, *b) = (
                        *r + u64::from(*red),
                        *g + u64::from(*green),
                        *b + u64::from(*blue),
                    );
                    count += 1;
                }
            }
            sum.map(|sum| u8::try_from(sum / count.max(1)).unwrap_or(u8::MAX))
        };
        let rows = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
        Self {
            width,
            height,
            pixels: rows.map(|(x, y)| mean(x, y)).collect(),
        }
    }

    fn encoded(&self) -> Result<Vec<u8>, png::EncodingError> {
        let mut file = Vec::new();
        let side = |side: usize| u32::try_from(side).unwrap_or(u32::MAX);
        let mut encoder = Encoder::new(&mut file, side(self.width), side(self.height));
        encoder.set_color(ColorType::Rgb);
        encoder.set_depth(BitDepth::Eight);
        encoder.set_compression(Compression::High);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(self.pixels.as_flattened())?;
        writer.finish()?;
        Ok(file)
    }
}

#[cfg(test)]
mod tests;
