//! What the codes mean with which the program ends, so that the supervisor knows what to do next.

/// Staff left: the supervisor ends too.
pub const LEFT: u8 = 0;
/// There is no screen: the X server or the compositor is gone, or not there yet.
pub const NO_SCREEN: u8 = 69;
/// The program cannot go on. Any other code that is not here means the same.
pub const CRASHED: u8 = 70;
/// Staff asked for a new start.
pub const RESTART: u8 = 75;
