//! The many ways to write a channel before the number of a point.

/// The code's letters, and what others write for them, without spaces.
const CHANNELS: [(&str, &[&str]); 15] = [
    ("lu", &["lung"]),
    ("li", &["co", "largeintestine"]),
    ("st", &["s", "stomach"]),
    ("sp", &["spleen"]),
    ("ht", &["h", "he", "heart"]),
    ("si", &["smallintestine"]),
    ("bl", &["b", "ub", "v", "bladder", "urinarybladder"]),
    ("ki", &["k", "kd", "kid", "kidney"]),
    ("pc", &["p", "per", "hc", "pericardium"]),
    ("te", &["sj", "th", "tb", "tw", "sanjiao", "tripleenergizer", "tripleburner", "tripleheater"]),
    ("gb", &["g", "vb", "gallbladder"]),
    ("lr", &["lv", "liv", "liver"]),
    ("gv", &["du", "dm", "dumai", "governorvessel", "governingvessel"]),
    ("cv", &["ren", "rn", "rm", "renmai", "conceptionvessel"]),
    ("ex", &["extra"]),
];

/// What a query says as the beginning of a code, if it may be one: `ub23` is `bl23`, `ub` is `bl`.
pub(super) fn code(compact: &str) -> Option<String> {
    let (letters, number) = compact.split_at(compact.find(|c: char| c.is_ascii_digit()).unwrap_or(compact.len()));
    let number = number.trim_start_matches('0');
    let known = |(channel, others): &(&'static str, &[&str])| {
        // A word such as `kidney` is looked up as a word until a number follows.
        let may_stand_alone = |other: &str| !number.is_empty() || (2..=3).contains(&other.len());
        let is_other = others.iter().any(|&other| other == letters && may_stand_alone(other));
        (*channel == letters || is_other).then_some(*channel)
    };
    let channel = CHANNELS.iter().find_map(known);
    Some(format!("{}{number}", channel.or((!letters.is_empty()).then_some(letters))?))
}

#[cfg(test)]
mod tests {
    use super::code;

    #[test]
    fn every_way_to_write_a_channel_leads_to_its_code() {
        for (typed, said) in [
            ("bl23", "bl23"),
            ("ub23", "bl23"),
            ("ub", "bl"),
            ("urinarybladder023", "bl23"),
            ("sj5", "te5"),
            ("th5", "te5"),
            ("du4", "gv4"),
            ("ren6", "cv6"),
            ("lv3", "lr3"),
            ("liv3", "lr3"),
            ("p6", "pc6"),
            ("h7", "ht7"),
            ("k3", "ki3"),
            ("s36", "st36"),
            ("kidney", "kidney"),
            ("k", "k"),
            ("exb2", "exb2"),
        ] {
            assert_eq!(code(typed).as_deref(), Some(said), "{typed}");
        }
        assert_eq!(code("23"), None);
    }
}
