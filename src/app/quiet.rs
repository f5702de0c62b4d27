//! When something that changes is written down: once nobody has changed it for a moment.

/// So many seconds after the last change it is written down.
const QUIET: f64 = 2.0;
/// So many seconds after the first, however busy the person is.
const LONGEST: f64 = 10.0;

/// Something that is written down again and again: what the disk was asked to take, and what it was not asked for yet.
#[derive(Debug, Default)]
pub(super) struct Quiet<T> {
    /// As the disk was last asked to take it: what it refused is tried again with the next change.
    tried: T,
    fresh: Option<Fresh<T>>,
}

/// Something as it is now.
#[derive(Debug)]
struct Fresh<T> {
    is: T,
    /// Since when it is as it is, in seconds of any clock that goes on.
    since: f64,
    /// Since when it is not as the disk was asked to take it.
    differs: f64,
}

impl<T> Quiet<T> {
    /// As the disk is known to have it.
    pub(super) fn with(tried: T) -> Self {
        Self { tried, fresh: None }
    }

    /// Whether the disk was asked to take it as it is now. Then nothing is to be waited for.
    pub(super) fn was_asked<N: PartialEq<T> + ?Sized>(&mut self, now: &N) -> bool {
        let asked = *now == self.tried;
        if asked {
            self.fresh = None;
        }
        asked
    }

    /// So many seconds until the disk is asked to take it as it is now; none where that is due.
    pub(super) fn waits<N: PartialEq<T> + ?Sized>(&mut self, now: &N, at: f64) -> Option<f64>
    where
        T: for<'a> From<&'a N>,
    {
        let differs = self.fresh.as_ref().map_or(at, |fresh| fresh.differs);
        let fresh = match self.fresh.take() {
            Some(fresh) if *now == fresh.is => fresh,
            _ => Fresh { is: T::from(now), since: at, differs },
        };
        let due = (fresh.since + QUIET).min(fresh.differs + LONGEST);
        self.fresh = Some(fresh);
        (due > at).then_some(due - at)
    }

    /// The disk is asked to take it as it is now, or has it so.
    pub(super) fn asks<N: ?Sized>(&mut self, now: &N)
    where
        T: for<'a> From<&'a N>,
    {
        *self = Self::with(T::from(now));
    }
}

#[cfg(test)]
mod tests {
    use super::Quiet;

    fn is(text: &str) -> String {
        text.to_owned()
    }

    #[test]
    fn it_waits_for_two_quiet_seconds() {
        let mut quiet = Quiet::<String>::default();
        assert!(quiet.was_asked(&is("")), "nothing needs no writing");
        assert_eq!(quiet.waits("a", 5.0), Some(2.0));
        assert_eq!(quiet.waits("a", 6.5), Some(0.5), "nobody changed it");
        assert_eq!(quiet.waits("ab", 6.5), Some(2.0), "it was changed");
        assert_eq!(quiet.waits("ab", 8.5), None);
        quiet.asks("ab");
        assert!(quiet.was_asked("ab") && !quiet.was_asked("abc"));
    }

    #[test]
    fn it_does_not_wait_for_ever() {
        let mut quiet = Quiet::<String>::default();
        let waits: Vec<Option<f64>> = (0..=10).map(|at| quiet.waits(&*at.to_string(), f64::from(at))).collect();
        assert_eq!(waits[8], Some(2.0));
        assert_eq!((waits[9], waits[10]), (Some(1.0), None), "ten seconds after the first change");
    }

    #[test]
    fn what_is_as_it_was_asked_for_begins_anew_with_the_next_change() {
        let mut quiet = Quiet::with(is("a"));
        assert_eq!(quiet.waits("b", 0.0), Some(2.0));
        assert!(quiet.was_asked("a"), "it was taken back");
        assert_eq!(quiet.waits("b", 9.0), Some(2.0));
    }
}
