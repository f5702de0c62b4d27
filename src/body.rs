//! The body as geometry: meshes, landmarks, cameras, points on the skin.
//!
//! Nothing here knows egui, files or the clock. Lengths are metres; +x is the body's left, +y is up from the soles,
//! +z is forward.

pub mod anatomy;
pub mod camera;
pub mod channel_line;
pub mod closeup;
pub mod detail;
pub mod draw;
pub mod figure;
pub mod flight;
pub mod labels;
pub mod landmarks;
pub mod mesh;
pub mod part;
pub mod pick;
pub mod place;
mod relief;
pub mod shade;
pub mod sight;
pub mod straighten;
pub mod surface;
pub mod units;
pub mod views;
pub mod visible;
