//! Warning signs, asked about before anything else. The words and sources are those of the page on warning signs.

use eframe::egui::{CornerRadius, Frame, Margin, Sense, Stroke, Ui, vec2};

use super::super::Cx;
use super::super::widgets::{Weight, button, caption, heading, icon, job, paragraph, rich};
use crate::diary::Reason;
use crate::model::{Section, Tone};
use crate::theme::{Icon, Role};
use crate::visit::{Action, DiaryAsk, Signs};

/// The page whose signs are asked about.
const PAGE: &str = "warning_signs";

/// Shows one group of signs with a question.
pub(super) fn signs(ui: &mut Ui, cx: &Cx<'_>, signs: Signs, out: &mut Vec<Action>) {
    let c = cx.look.colours();
    heading(ui, cx.look, 1, Role::Title, &cx.tr.text("diary-signs-first"));
    let why = match (signs.same_day, signs.reason) {
        (true, _) => "diary-signs-why-today",
        (false, Reason::First) => "diary-signs-why-first",
        (false, Reason::More) => "diary-signs-why-more",
        (false, Reason::NewPlace) => "diary-signs-why-place",
    };
    paragraph(ui, cx.look, Role::Strong, c.ink, &cx.tr.text(why));
    let number = [("number", if signs.same_day { 2 } else { 1 }.into())];
    caption(ui, cx.look, &cx.tr.text_with("diary-signs-list", &number));
    let tone = if signs.same_day { Tone::SameDay } else { Tone::Emergency };
    let page = cx.catalog.page(PAGE);
    for section in page.into_iter().flat_map(|page| &page.sections).filter(|section| section.tone == tone) {
        group(ui, cx, section);
    }
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        if button(ui, cx.look, Weight::Alert, Some(Icon::Flag), &cx.tr.text("diary-signs-yes")).clicked() {
            out.push(Action::Diary(DiaryAsk::Signs(true)));
        }
        if button(ui, cx.look, Weight::Second, None, &cx.tr.text("diary-signs-no")).clicked() {
            out.push(Action::Diary(DiaryAsk::Signs(false)));
        }
    });
    caption(ui, cx.look, &cx.tr.text("diary-signs-kept"));
}

fn group(ui: &mut Ui, cx: &Cx<'_>, section: &Section) {
    let c = cx.look.colours();
    let edge = Stroke::new(cx.look.tokens.stroke(1.5), c.alert);
    let fill = if section.tone == Tone::Emergency { c.alerttint } else { c.sheet };
    let frame = Frame::new().fill(fill).stroke(edge).corner_radius(CornerRadius::same(14));
    frame.inner_margin(Margin::symmetric(18, 14)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            let flag = icon(ui, Icon::Flag, 22.0, c.alert);
            let (rect, _) = ui.allocate_exact_size(vec2(28.0, 28.0), Sense::hover());
            ui.painter().galley(rect.center() - flag.size() * 0.5, flag, c.alert);
            heading(ui, cx.look, 2, Role::Heading, &section.title);
        });
        for item in &section.items {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 10.0;
                let (rect, _) = ui.allocate_exact_size(vec2(12.0, 24.0), Sense::hover());
                ui.painter().circle_filled(rect.center(), 3.0, c.ink);
                rich(ui, job([(item.as_str(), cx.look.scale.format(Role::Text, c.ink))]));
            });
        }
        let sources: Vec<&str> =
            section.sources.iter().filter_map(|id| cx.catalog.source(id)).map(|s| s.short.as_str()).collect();
        if !sources.is_empty() {
            let line = cx.tr.text_with("card-source-line", &[("sources", sources.join("; ").into())]);
            paragraph(ui, cx.look, Role::Caption, c.ink2, &line);
        }
    });
}
