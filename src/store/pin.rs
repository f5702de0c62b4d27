//! The staff's PIN: never kept, only a hash that takes a computer a while to make, so that a copied set-up file does
//! not give it away soon.

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use thiserror::Error;

/// So many digits a PIN has.
pub const DIGITS: usize = 8;

/// Why a PIN cannot be taken.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
pub enum BadPin {
    /// It has other characters, or more or fewer of them.
    #[error("a PIN has 8 digits and nothing else")]
    NotDigits,
    /// It is among the first that someone tries.
    #[error(
        "this PIN is too easy to guess: choose one with at least four different digits that do not count up or down"
    )]
    Easy,
    /// The system gave no random numbers.
    #[error("this computer gives no random numbers, and a hash needs some")]
    NoSalt,
}

/// The hash of a PIN, for the set-up file.
///
/// # Errors
/// Where it is no PIN, or one that is soon guessed.
pub fn hash(pin: &str) -> Result<String, BadPin> {
    let digits = pin.as_bytes();
    if digits.len() != DIGITS || !digits.iter().all(u8::is_ascii_digit) {
        return Err(BadPin::NotDigits);
    }
    let mut different = digits.to_vec();
    different.sort_unstable();
    different.dedup();
    let counts = |step: i16| digits.windows(2).all(|two| i16::from(two[1]) - i16::from(two[0]) == step);
    if different.len() < 4 || counts(1) || counts(-1) {
        return Err(BadPin::Easy);
    }
    // Argon2id with 19 MiB and two passes: what OWASP asks for, and a blink on an old computer.
    let made: Result<PasswordHash, _> = Argon2::default().hash_password(digits);
    made.map(|hash| hash.to_string()).map_err(|_| BadPin::NoSalt)
}

/// Whether this is the PIN that was hashed.
pub fn matches(hash: &str, pin: &str) -> bool {
    let Ok(hash) = PasswordHash::new(hash) else { return false };
    Argon2::default().verify_password(pin.as_bytes(), &hash).is_ok()
}

/// Whether this can be such a hash.
pub(super) fn is_hash(text: &str) -> bool {
    text.starts_with("$argon2id$") && PasswordHash::new(text).is_ok_and(|hash| hash.hash.is_some())
}
