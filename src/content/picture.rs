//! Pictures of a pack: PNG only, and never larger than a machine with little memory can show.

use std::io::Cursor;

use image::{ImageFormat, ImageReader, Limits, RgbaImage};

use super::problem::Problem;
use super::source::PackSource;

/// Textures of this size are known to every graphics card.
const MAX_SIDE: u32 = 4096;
const MAX_BYTES: u64 = 64 * 1024 * 1024;
const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
const MOST_COLOURS: usize = 256;

/// Reads a picture of a pack.
///
/// # Errors
/// Where it is missing, not PNG, damaged or too large.
pub fn picture(source: &dyn PackSource, path: &str) -> Result<RgbaImage, Problem> {
    let bytes = read(source, path)?;
    let image = reader(&bytes).decode().map_err(|e| refuse(path, &e))?;
    Ok(image.into_rgba8())
}

/// The size of a picture, without unpacking it.
pub(super) fn measure(source: &dyn PackSource, path: &str) -> Result<(u32, u32), Problem> {
    let bytes = read(source, path)?;
    let size = reader(&bytes).into_dimensions().map_err(|e| refuse(path, &e))?;
    if size.0 > MAX_SIDE || size.1 > MAX_SIDE {
        let what = format!("this picture is {} by {} pixels large", size.0, size.1);
        return Err(Problem::error(path, what).hint(format!("keep each side within {MAX_SIDE} pixels")));
    }
    Ok(size)
}

fn read(source: &dyn PackSource, path: &str) -> Result<Vec<u8>, Problem> {
    let bytes = source.read(path).map_err(|e| Problem::error(path, e.to_string()))?;
    if !bytes.starts_with(SIGNATURE) {
        return Err(Problem::error(path, "this is not a PNG picture").hint("save it as PNG"));
    }
    if !has_sound_palette(&bytes) {
        return Err(Problem::error(path, "the palette of this picture is damaged").hint("save it as PNG again"));
    }
    Ok(bytes.into_owned())
}

/// Whether every palette has whole colours, and no more than can be counted. The crate `png` (0.18.1) does not ask, and
/// panics when it unpacks such a picture.
fn has_sound_palette(bytes: &[u8]) -> bool {
    let mut rest = &bytes[SIGNATURE.len()..];
    // A chunk: how long it is, its name, what it holds, its sum.
    while let Some((&[a, b, c, d, name @ ..], after)) = rest.split_first_chunk::<8>() {
        let length = u32::from_be_bytes([a, b, c, d]) as usize;
        if &name == b"PLTE" && (!length.is_multiple_of(3) || length > MOST_COLOURS * 3) {
            return false;
        }
        rest = after.get(length.saturating_add(4)..).unwrap_or_default();
    }
    true
}

fn reader(bytes: &[u8]) -> ImageReader<Cursor<&[u8]>> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), ImageFormat::Png);
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_BYTES);
    reader.limits(limits);
    reader
}

fn refuse(path: &str, error: &image::ImageError) -> Problem {
    let hint = format!("keep each side within {MAX_SIDE} pixels and save it as PNG again");
    Problem::error(path, format!("this picture cannot be read: {error}")).hint(hint)
}
