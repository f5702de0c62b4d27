//! The gate for words: measures what is written for patients, and says where it is too hard, too vague or too bold.

pub mod banned;
