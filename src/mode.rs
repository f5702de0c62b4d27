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
#[allow(clippy::struct_excessive_bools, reason = "each feature is there or not")]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Features {
    /// Nothing leads out of the program: it fills the screen, and neither a key nor a gesture closes it.
    pub closed: bool,
    /// A page to take away may be kept among the documents and opened in another program. Otherwise it is printed
    /// straight, or shown as a square that a phone reads.
    pub keeps_pages: bool,
    /// What is set is kept for the next start. Otherwise it lasts for one visit.
    pub keeps_settings: bool,
    /// A plan can be made on the body, presented and kept.
    pub plans: bool,
    /// What is seen can be saved as a picture.
    pub saves_pictures: bool,
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
            Self::Home => {
                Features { closed: false, keeps_pages: true, keeps_settings: true, plans: false, saves_pictures: true }
            }
            Self::Kiosk => Features {
                closed: true,
                keeps_pages: false,
                keeps_settings: false,
                plans: false,
                saves_pictures: false,
            },
            Self::Practice => {
                Features { closed: false, keeps_pages: true, keeps_settings: true, plans: true, saves_pictures: true }
            }
        }
    }
}
