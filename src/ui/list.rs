//! All points as one long list, by channel or by part of the body.
//!
//! Only rows in sight and a window's height before and after them are laid out. The others keep their place, and where
//! a screen reader listens they keep their nodes too, so that nothing of the list is missing for it.

use std::collections::BTreeMap;
use std::sync::Arc;

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::style::ScrollAnimation;
use eframe::egui::util::IdTypeMap;
use eframe::egui::{Context, Galley, Id, Rect, Response, Sense, Ui, WidgetInfo, accesskit_root_id, pos2, vec2};

use super::widgets::{choose, job, row, row_height};
use super::{Cx, find};
use crate::body::figure::Marker;
use crate::body::part::BodyPart;
use crate::describe;
use crate::model::{FigureId, Point};
use crate::theme::{Icon, Role};
use crate::visit::{Action, Grouping};

/// How high a row is taken to be until it has been laid out: two lines, as nearly all have.
const USUAL: f32 = 64.0;
/// The room over a heading.
const ABOVE: f32 = 12.0;
/// The room between two rows.
const GAP: f32 = 2.0;

/// What the list depends on.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    grouping: Grouping,
    figure: Option<FigureId>,
    points: usize,
    width: f32,
    zoom: f32,
}

/// One line of the list.
#[derive(Clone, Debug)]
enum Line {
    Heading(String),
    /// By its place in the catalog.
    Point(usize),
}

/// The lines with their heights, kept between frames. It holds nothing of the visitor.
#[derive(Clone, Debug, Default)]
struct Listing {
    of: Option<Key>,
    lines: Vec<(Line, f32)>,
}

/// Forgets the lines: the points and figures that they were made of were read anew.
pub(super) fn forget(ctx: &Context) {
    ctx.data_mut(IdTypeMap::remove_by_type::<Listing>);
}

/// Shows the list.
pub(super) fn list(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let words = [cx.tr.text("find-by-channel"), cx.tr.text("find-by-part")];
    let options = [(Grouping::Channel, words[0].as_str()), (Grouping::Part, words[1].as_str())];
    if let Some(grouping) = choose(ui, cx.look, &cx.tr.text("find-by"), cx.visit.grouping, &options) {
        out.push(Action::Group(grouping));
    }
    let id = ui.scope_id().with("listing");
    let mut listing = ui.data_mut(|data| data.remove_temp::<Listing>(id)).unwrap_or_default();
    let key = Key {
        grouping: cx.visit.grouping,
        figure: cx.figure.map(|figure| figure.id),
        points: cx.catalog.points().len(),
        width: ui.available_width(),
        zoom: ui.ctx().zoom_factor(),
    };
    if listing.of.as_ref() != Some(&key) {
        listing = Listing { lines: lines(cx), of: Some(key) };
    }
    listing.show(ui, cx, out);
    ui.data_mut(|data| data.insert_temp(id, listing));
}

/// The groups with their points, in the order of the catalog.
fn lines(cx: &Cx<'_>) -> Vec<(Line, f32)> {
    let groups = match (cx.visit.grouping, cx.figure) {
        (Grouping::Part, Some(figure)) => by_part(cx, &figure.markers),
        _ => by_channel(cx),
    };
    let mut lines = Vec::new();
    for (name, points) in groups.into_iter().filter(|(_, points)| !points.is_empty()) {
        lines.push((Line::Heading(name), USUAL));
        lines.extend(points.into_iter().map(|point| (Line::Point(point), USUAL)));
    }
    lines
}

fn by_channel(cx: &Cx<'_>) -> Vec<(String, Vec<usize>)> {
    let mut of_channel: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (i, point) in cx.catalog.points().iter().enumerate() {
        of_channel.entry(&point.channel).or_default().push(i);
    }
    let channels = cx.catalog.channels().iter();
    channels.map(|c| (c.name.clone(), of_channel.remove(c.id.as_str()).unwrap_or_default())).collect()
}

/// A row of sites may lie on two parts of the body: it stands where its first one lies.
fn by_part(cx: &Cx<'_>, markers: &[Marker]) -> Vec<(String, Vec<usize>)> {
    let mut parts: Vec<Option<BodyPart>> = vec![None; cx.catalog.points().len()];
    for marker in markers.iter().rev() {
        if let Some(part) = cx.catalog.position(&marker.key.code).and_then(|point| parts.get_mut(point)) {
            *part = marker.part;
        }
    }
    let mut of_part: BTreeMap<Option<BodyPart>, Vec<usize>> = BTreeMap::new();
    for (point, part) in parts.into_iter().enumerate() {
        of_part.entry(part).or_default().push(point);
    }
    let mut group = |part| of_part.remove(&part).unwrap_or_default();
    let mut groups: Vec<(String, Vec<usize>)> =
        BodyPart::ALL.into_iter().map(|part| (describe::part(cx.tr, part), group(Some(part)))).collect();
    groups.push((cx.tr.text("part-elsewhere"), group(None)));
    groups
}

impl Listing {
    fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
        let told = ui.ctx().has_accesskit_node(accesskit_root_id());
        let (top, width) = (ui.cursor().top(), ui.available_width());
        let sight = ui.clip_rect();
        let near = sight.expand2(vec2(0.0, sight.height()));
        let (laid_out, grown) = self.lay_out(ui, cx, top, near, sight.top());
        let height = self.lines.iter().map(|(_, height)| height + GAP).sum();
        let (area, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
        // Rows above that turned out higher than they were taken to be must not push down what is being read.
        if grown != 0.0 {
            ui.scroll_with_delta_animation(vec2(0.0, -grown), ScrollAnimation::none());
        }
        let mut y = area.top() - grown;
        for (i, (line, height)) in self.lines.iter().enumerate() {
            let place = Rect::from_min_size(pos2(area.left(), y), vec2(width, *height));
            y += height + GAP;
            let text = i.checked_sub(laid_out.0).and_then(|i| laid_out.1.get(i)).cloned();
            match line {
                Line::Heading(name) => heading(ui, cx, name, place, text),
                Line::Point(point) if told || text.is_some() => {
                    let Some(point) = cx.catalog.points().get(*point) else { continue };
                    let id = ui.scope_id().with(point.code.as_str());
                    let response = ui.interact(place, id, Sense::click());
                    if line_of(ui, cx, point, text, response).clicked() {
                        out.push(Action::OpenPoint(point.code.clone()));
                    }
                }
                Line::Point(..) => {}
            }
        }
    }

    /// Lays out the lines near what is in sight. Gives the first of them, their texts, and by how much the lines above
    /// what is in sight have grown.
    fn lay_out(&mut self, ui: &Ui, cx: &Cx<'_>, top: f32, near: Rect, sight: f32) -> ((usize, Vec<Arc<Galley>>), f32) {
        let width = ui.available_width();
        let (mut first, mut texts, mut grown, mut y) = (0, Vec::new(), 0.0, top);
        for (i, (line, height)) in self.lines.iter_mut().enumerate() {
            let before = *height;
            if near.y_range().intersects(eframe::egui::Rangef::new(y, y + before)) {
                let text = line.text(ui, cx, width);
                *height = match line {
                    Line::Heading(_) => text.size().y + ABOVE,
                    Line::Point(..) => row_height(&text),
                };
                if texts.is_empty() {
                    first = i;
                }
                texts.push(text);
                if y + before <= sight {
                    grown += *height - before;
                }
            }
            y += before + GAP;
        }
        ((first, texts), grown)
    }
}

impl Line {
    fn text(&self, ui: &Ui, cx: &Cx<'_>, width: f32) -> Arc<Galley> {
        let format = cx.look.scale.format(Role::Strong, cx.look.colours().ink);
        let mut layout = match self {
            Self::Heading(name) => job([(name.as_str(), format)]),
            Self::Point(point) => match cx.catalog.points().get(*point) {
                Some(point) => return find::words(ui, cx, point, width),
                None => job([]),
            },
        };
        layout.wrap.max_width = width;
        ui.painter().layout_job(layout)
    }
}

/// A heading is in the tree wherever it is: that is how one jumps through the list without sight.
fn heading(ui: &Ui, cx: &Cx<'_>, name: &str, place: Rect, text: Option<Arc<Galley>>) {
    let place = place.with_min_y(place.top() + ABOVE);
    let id: Id = ui.scope_id().with(("heading", name));
    ui.interact(place, id, Sense::hover());
    ui.accesskit_node_builder(id, |node| {
        node.set_role(NodeRole::Heading);
        node.set_label(name);
        node.set_level(2);
    });
    if let Some(text) = text {
        ui.painter().galley(place.min, text, cx.look.colours().ink);
    }
}

fn line_of(ui: &Ui, cx: &Cx<'_>, point: &Point, text: Option<Arc<Galley>>, response: Response) -> Response {
    let chosen = cx.visit.open_point() == Some(&point.code);
    if let Some(text) = text {
        return row(ui, cx.look, chosen, &find::name(point), text, Some(Icon::Next), response);
    }
    response.widget_info(|| WidgetInfo::selected(NodeRole::Button, ui.is_enabled(), chosen, find::name(point)));
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    response
}
