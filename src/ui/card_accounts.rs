//! The two accounts of a card in step: the same parts in the same order, the same height, each with how sure one can be.

use eframe::egui::{CornerRadius, Frame, Margin, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, vec2};

use super::Cx;
use super::card_fields::{more, source_line};
use super::widgets::{Badge, LEAST, heading_in, icon, paragraph};
use crate::describe;
use crate::model::{Point, Statement};
use crate::theme::{Face, Icon, Role};
use crate::visit::{Account, Action, Level, Sheet};

/// From this width the two stand beside each other.
const BESIDE: f32 = 360.0;
/// Space between them.
const GAP: f32 = 12.0;

/// How high the parts of a field are.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Heights {
    /// What it says.
    says: f32,
    /// How sure one can be, and what bears it.
    sure: f32,
}

impl Heights {
    fn max(self, other: Self) -> Self {
        Self { says: self.says.max(other.says), sure: self.sure.max(other.sure) }
    }

    fn differs(self, other: Self) -> bool {
        (self.says - other.says).abs() > 0.5 || (self.sure - other.sure).abs() > 0.5
    }
}

/// Tradition and body in the same shape: beside each other where there is room, else one above the other.
pub(super) fn accounts(ui: &mut Ui, cx: &Cx<'_>, point: &Point, out: &mut Vec<Action>) {
    let told: Vec<Told<'_>> = [Account::Tradition, Account::Body]
        .into_iter()
        .filter_map(|account| Some(Told { point, account, says: describe::account(point, account)? }))
        .collect();
    if told.is_empty() {
        return;
    }
    ui.add_space(4.0);
    let beside = told.len() == 2 && ui.available_width() >= BESIDE;
    let width = if beside { (ui.available_width() - GAP) * 0.5 } else { ui.available_width() };
    let level = cx.visit.level == Level::More;
    let id = ui.scope_id().with(("account-heights", point.code.as_str(), level, width.to_bits()));
    // Both have the height of the taller one, part by part, which is known from the frame before.
    let known = ui.data(|d| d.get_temp::<Heights>(id)).unwrap_or_default();
    let mut tallest = Heights::default();
    let top = ui.cursor().min;
    for (i, one) in told.iter().enumerate() {
        if !beside {
            tallest = tallest.max(field(ui, cx, one, known, out));
            continue;
        }
        let column = Rect::from_min_size(top + vec2(i as f32 * (width + GAP), 0.0), vec2(width, 0.0));
        let inner = ui.scope_builder(UiBuilder::new().max_rect(column).id_salt(i), |ui| {
            ui.set_width(width);
            field(ui, cx, one, known, out)
        });
        tallest = tallest.max(inner.inner);
    }
    if tallest.differs(known) {
        ui.data_mut(|d| d.insert_temp(id, tallest));
        ui.ctx().request_discard("both accounts take the height of the taller one");
    }
}

/// One account of a point.
struct Told<'a> {
    point: &'a Point,
    account: Account,
    says: &'a Statement,
}

/// One account in its field. Gives the heights that its content needs.
fn field(ui: &mut Ui, cx: &Cx<'_>, told: &Told<'_>, known: Heights, out: &mut Vec<Action>) -> Heights {
    let c = cx.look.colours();
    let (tint, colour) = match told.account {
        Account::Tradition => (c.tradtint, c.trad),
        Account::Body => (c.bodytint, c.body),
    };
    let edge = if cx.look.tokens.contrast { Stroke::new(2.0, colour) } else { Stroke::NONE };
    let mut heights = Heights::default();
    let shown = Frame::new()
        .fill(tint)
        .stroke(edge)
        .corner_radius(CornerRadius::same(10))
        .inner_margin(Margin::symmetric(14, 10))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 8.0;
            ui.spacing_mut().interact_size.y = 24.0;
            title(ui, cx, told.account);
            let top = ui.cursor().top();
            says(ui, cx, told.says);
            heights.says = ui.cursor().top() - top;
            ui.add_space((known.says - heights.says).max(0.0));
            let top = ui.cursor().top();
            sure(ui, cx, told, out);
            heights.sure = ui.cursor().top() - top;
            ui.add_space((known.sure - heights.sure).max(0.0));
        });
    if cx.visit.lens.alone() == Some(told.account) {
        // What the body shows alone is lit here too.
        let lit = Stroke::new(cx.look.tokens.stroke(2.5), colour);
        ui.painter().rect_stroke(shown.response.rect, CornerRadius::same(10), lit, StrokeKind::Outside);
    }
    heights
}

/// The sign and the name, over a rule: solid for tradition, dotted for the body.
pub(super) fn title(ui: &mut Ui, cx: &Cx<'_>, account: Account) {
    let c = cx.look.colours();
    let (colour, picture, key) = match account {
        Account::Tradition => (c.trad, Icon::Tradition, "card-tradition"),
        Account::Body => (c.body, Icon::Body, "card-body"),
    };
    ui.horizontal(|ui| {
        let sign = icon(ui, picture, 20.0, colour);
        let (rect, _) = ui.allocate_exact_size(vec2(22.0, 24.0), Sense::hover());
        ui.painter().galley(rect.center() - sign.size() * 0.5, sign, colour);
        let format = cx.look.scale.format_in(Role::Card, Face::SansSemibold, 1.03, colour);
        heading_in(ui, 2, format, &cx.tr.text(key));
    });
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 2.0), Sense::hover());
    let stroke = Stroke::new(2.0, colour);
    if account == Account::Tradition {
        ui.painter().hline(rect.x_range(), rect.center().y, stroke);
    } else {
        for i in 0..(rect.width() / 5.0) as usize {
            let x = rect.left() + i as f32 * 5.0;
            ui.painter().hline(x..=x + 2.2, rect.center().y, stroke);
        }
    }
}

fn says(ui: &mut Ui, cx: &Cx<'_>, says: &Statement) {
    let c = cx.look.colours();
    for part in says.plain.split("\n\n") {
        paragraph(ui, cx.look, Role::Card, c.ink, part.trim());
    }
    more(ui, cx, says);
}

/// How sure one can be, what is not known, and what bears it.
fn sure(ui: &mut Ui, cx: &Cx<'_>, told: &Told<'_>, out: &mut Vec<Action>) {
    let c = cx.look.colours();
    if let Some(grade) = describe::sure(told.says, told.account) {
        let word = describe::grade(cx.tr, Some(grade));
        let name = cx.tr.text_with("grade-ask", &[("grade", word.as_str().into())]);
        ui.spacing_mut().interact_size.y = LEAST;
        if Badge::new(ui, cx.look, Some(grade), &word).button(ui, &name).clicked() {
            out.push(Action::Open(Sheet::HowSure(told.point.code.clone(), told.account)));
        }
    }
    let mut sources = told.says.sources.clone();
    if let Some(doubt) = describe::doubt(cx.catalog, told.account) {
        paragraph(ui, cx.look, Role::Caption, c.ink2, &doubt.plain);
        more(ui, cx, doubt);
        sources.extend(doubt.sources.iter().filter(|id| !told.says.sources.contains(id)).cloned());
    }
    paragraph(ui, cx.look, Role::Caption, c.ink2, &source_line(cx, &sources));
}
