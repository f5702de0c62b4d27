//! Sheets of pictures that a practitioner can look over and sign.

pub mod raster;
