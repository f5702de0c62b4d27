//! What each lens shows, and how sure one can be of what is said.

use crate::i18n::Tr;
use crate::model::{Catalog, Grade, Point, Statement};
use crate::visit::{Account, Divider, Lens};

/// What a lens shows, after what the stage shows without one; nothing for the quiet sight.
pub fn lens(tr: &Tr, lens: Lens, divider: &Divider) -> Option<String> {
    match lens {
        Lens::Both => None,
        Lens::Tradition => Some(tr.text("lens-says-tradition")),
        Lens::Body => Some(tr.text("lens-says-body")),
        Lens::Parted => {
            let shares = [("where", self::divider(tr, divider.at()).into())];
            Some(tr.text_with("lens-says-parted", &shares))
        }
    }
}

/// The caption of a lens on the stage.
pub fn lens_caption(tr: &Tr, lens: Lens, divider: &Divider) -> Option<String> {
    match lens {
        Lens::Tradition => Some(tr.text("lens-caption-tradition")),
        Lens::Body => Some(tr.text("lens-caption-body")),
        Lens::Parted => self::lens(tr, lens, divider),
        Lens::Both => None,
    }
}

/// Where the divider stands: how much of the picture each account has.
pub fn divider(tr: &Tr, at: f32) -> String {
    let tradition = (at * 100.0).round() as i32;
    match tradition {
        0 => tr.text("divider-at-body"),
        100 => tr.text("divider-at-tradition"),
        _ => {
            let shares = [("tradition", tradition.into()), ("body", (100 - tradition).into())];
            tr.text_with("divider-at", &shares)
        }
    }
}

/// The key of an account's name.
pub fn account_key(account: Account) -> &'static str {
    match account {
        Account::Tradition => "lens-tradition",
        Account::Body => "lens-body",
    }
}

/// What a point's card says in one account.
pub fn account(point: &Point, account: Account) -> Option<&Statement> {
    match account {
        Account::Tradition => point.tradition.as_ref(),
        Account::Body => point.body.as_ref(),
    }
}

/// How sure one can be of a statement: tradition is always told as tradition, the rest as its writer judged.
pub fn sure(statement: &Statement, account: Account) -> Option<Grade> {
    match account {
        Account::Tradition => Some(Grade::Tradition),
        Account::Body => statement.sure,
    }
}

/// The shared statement that says what is not known of an account.
pub fn doubt(catalog: &Catalog, account: Account) -> Option<&Statement> {
    let id = match account {
        Account::Tradition => "doubt-tradition",
        Account::Body => "doubt-body",
    };
    catalog.cautions().iter().find(|caution| caution.id.0 == id).map(|caution| &caution.says)
}

/// The name of a grade. What has none is a setting of our picture, and not an idea that someone holds.
pub fn grade(tr: &Tr, grade: Option<Grade>) -> String {
    tr.text(match grade {
        Some(Grade::Tradition) => "grade-tradition",
        Some(Grade::Anatomy) => "grade-anatomy",
        Some(Grade::People) => "grade-people",
        Some(Grade::Animals) => "grade-animals",
        Some(Grade::Idea) => "grade-idea",
        Some(Grade::Disputed) => "grade-disputed",
        None => "grade-none",
    })
}

/// What a grade means.
pub fn grade_means(tr: &Tr, grade: Grade) -> String {
    tr.text(match grade {
        Grade::Tradition => "grade-tradition-means",
        Grade::Anatomy => "grade-anatomy-means",
        Grade::People => "grade-people-means",
        Grade::Animals => "grade-animals-means",
        Grade::Idea => "grade-idea-means",
        Grade::Disputed => "grade-disputed-means",
    })
}
