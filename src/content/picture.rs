//! Pictures of a pack: PNG only, and never larger than a machine with little memory can show.

use std::io::Cursor;

use image::{ImageFormat, ImageReader, Limits, RgbaImage};

use super::problem::Problem;
use super::source::PackSource;

/// Textures of this size are known to every graphics card.
const MAX_SIDE: u32 = 4096;
const MAX_BYTES: u64 = 64 * 1024 * 1024;

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
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        Ok(bytes.into_owned())
    } else {
        Err(Problem::error(path, "this is not a PNG picture").hint("save it as PNG"))
    }
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
