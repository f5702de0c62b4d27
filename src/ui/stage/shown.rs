//! The body with the plan on it and nothing to press: for the patient's window.

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::{Sense, Shape, Ui, WidgetInfo};

use super::super::Cx;
use super::halves::Halves;
use super::seen::Seen;
use super::{StageCache, area_of, ground, lines, parts, plan_marks, sentence, under};

/// Shows it.
pub(in crate::ui) fn shown(ui: &mut Ui, cx: &Cx<'_>, cache: &mut StageCache) {
    let rect = ui.available_rect_before_wrap();
    let (_, response) = ui.allocate_exact_size(rect.size(), Sense::hover());
    let halves = Halves::new(cx, rect);
    if halves.divider().is_some() {
        ground::halves(ui, cx, &halves);
    } else {
        ground::glow(ui, cx, rect, rect);
    }
    let Some(figure) = cx.figure else { return ground::waiting(ui, cx, rect) };
    let (area, camera) = (area_of(rect), cx.visit.turning.camera(cx.home_camera()));
    response.widget_info(|| WidgetInfo::labeled(NodeRole::Figure, true, sentence(cx, figure, &camera)));
    for (part, shot) in parts(ui, &halves, camera, area, cx.visit.turning.moves()) {
        part.add(Shape::Mesh(cache.body(cx, figure, &shot)));
        if shot.veiled {
            under::paint(&part, cx, cache, figure, &shot);
        }
    }
    let painter = ui.painter_at(rect);
    let seen = Seen::new(&mut cache.sight, cx, figure, &camera, area, None);
    lines(ui, cx, figure, &seen, &halves, &camera, area);
    plan_marks::drawings(ui, &painter, cx, figure, &seen);
    plan_marks::points(ui, &painter, cx, figure, &seen, &[]);
    plan_marks::light(&painter, cx, figure, &seen, &camera, area);
}
