//! The two clocks of the panel. They are two types of time, never one axis.

/// Which time is told.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Clock {
    /// This visit: minutes, by [`super::Needling`].
    #[default]
    Visit,
    /// The course: weeks to a year, by [`super::Course`].
    Course,
}

impl Clock {
    /// So many minutes of a visit pass in one second on screen.
    pub const VISIT_MINUTES_A_SECOND: f32 = 1.5;
    /// So many weeks of a course pass in one second on screen.
    pub const COURSE_WEEKS_A_SECOND: f32 = 2.0;
}
