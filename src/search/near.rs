//! Forgives one slip of the keyboard: a letter too many, too few, wrong, or two in the wrong order.

/// Whether a word begins with these letters but for one slip.
pub(super) fn begins_nearly(word: &str, letters: &[char]) -> bool {
    let same = word.chars().zip(letters).take_while(|(a, b)| a == *b).count();
    // A slip in the first letter is rare, and to allow it would compare every word to the end.
    if same == 0 || same == letters.len() {
        return same == letters.len();
    }
    let rest: Vec<char> = word.chars().skip(same).take(letters.len() - same + 1).collect();
    let typed = &letters[same..];
    let begins = |rest: Option<&[char]>, typed: Option<&[char]>| {
        rest.zip(typed).is_some_and(|(rest, typed)| rest.starts_with(typed))
    };
    let wrong = begins(rest.get(1..), typed.get(1..));
    let too_many = begins(Some(&rest), typed.get(1..));
    let too_few = begins(rest.get(1..), Some(typed));
    let swapped = rest.len() >= 2
        && typed.len() >= 2
        && rest[0] == typed[1]
        && rest[1] == typed[0]
        && begins(rest.get(2..), typed.get(2..));
    wrong || too_many || too_few || swapped
}

#[cfg(test)]
mod tests {
    use super::begins_nearly;

    #[test]
    fn one_slip_is_forgiven_and_two_are_not() {
        let near = |word, typed: &str| begins_nearly(word, &typed.chars().collect::<Vec<_>>());
        for typed in
            ["sciatica", "sciatca", "sciaatica", "sciatcia", "scixtica", "sciatixa", "sciat", "sicat", "sciati"]
        {
            assert!(near("sciatica", typed), "{typed}");
        }
        for typed in ["sxixtica", "xciatica", "knees", "sciaxxa", "sciaticas1"] {
            assert!(!near("sciatica", typed), "{typed}");
        }
    }
}
