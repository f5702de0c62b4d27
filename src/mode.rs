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
#[allow(clippy::struct_excessive_bools, reason = "each is a feature of its own, asked for by another part")]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Features {
    /// Nothing leads out of the program: it fills the screen, and neither a key nor a gesture closes it.
    pub closed: bool,
    /// A page to take away may be kept among the documents and opened in another program. Otherwise it is printed
    /// straight, or shown as a square that a phone reads.
    pub keeps_pages: bool,
    /// What is set is kept for the next start. Otherwise it lasts for one visit.
    pub keeps_settings: bool,
    /// Visitors come one after the other: a picture invites them, and all they did is forgotten when they leave.
    pub passers_by: bool,
    /// How large whatever is pressed is at the least, in millimetres on the screen; none where points say it.
    pub touch_mm: Option<u8>,
    /// Words can be typed. Strangers get lists instead: nothing to paste into, and no keyboard of the system's.
    pub typing: bool,
    /// A person of the clinic can call a page of their own, which a PIN guards.
    pub staff: bool,
    /// A plan can be made on the body, presented and kept.
    pub plans: bool,
    /// What is seen can be saved as a picture.
    pub saves_pictures: bool,
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

    /// Whether a build that lets other programs look in (eframe's `inspection`: an open port that can press any button)
    /// may be used here.
    pub const fn bears_inspection(self) -> bool {
        !self.features().closed
    }

    /// What it has and does.
    pub const fn features(self) -> Features {
        match self {
            Self::Home => Features {
                closed: false,
                keeps_pages: true,
                keeps_settings: true,
                passers_by: false,
                touch_mm: None,
                typing: true,
                staff: false,
                plans: false,
                saves_pictures: true,
                diary: true,
            },
            Self::Kiosk => Features {
                closed: true,
                keeps_pages: false,
                keeps_settings: false,
                passers_by: true,
                touch_mm: Some(20),
                typing: false,
                staff: true,
                plans: false,
                saves_pictures: false,
                diary: false,
            },
            Self::Practice => Features { plans: true, diary: false, ..Self::Home.features() },
        }
    }
}
