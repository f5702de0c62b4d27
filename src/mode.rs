//! Where Deqi is used: at home, in a waiting room, in a practice. A mode is a set of features, as data.
//!
//! Nobody asks which mode it is; each part of the program asks for the one feature that concerns it.

/// Where Deqi is used.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Mode {
    /// By one person or a family, on their own computer.
    #[default]
    Home,
    /// By strangers one after the other, on a screen that nobody watches.
    Kiosk,
    /// By a practitioner who explains a treatment.
    Practice,
}

/// What a mode has and does.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Features {
    /// Nothing leads out of the program: it fills the screen, and neither a key nor a gesture closes it.
    pub closed: bool,
    /// What is set is kept for the next start. Otherwise it lasts for one visit.
    pub keeps_settings: bool,
    /// A person keeps a diary of their own on this computer.
    pub diary: bool,
}

impl Mode {
    /// Every mode.
    pub const ALL: [Self; 3] = [Self::Home, Self::Kiosk, Self::Practice];

    /// Its name on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Kiosk => "kiosk",
            Self::Practice => "practice",
        }
    }

    /// What it has and does.
    pub const fn features(self) -> Features {
        match self {
            Self::Home => Features { diary: true, ..Self::Practice.features() },
            Self::Practice => Features { closed: false, keeps_settings: true, diary: false },
            Self::Kiosk => Features { closed: true, keeps_settings: false, diary: false },
        }
    }
}
