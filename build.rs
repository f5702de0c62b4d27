//! Tells cargo that the program carries `assets` inside: without this, a new file there would not be seen.

#![allow(clippy::print_stdout, reason = "printing is how a build script talks to cargo")]

fn main() {
    println!("cargo::rerun-if-changed=assets");
}
