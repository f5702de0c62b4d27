//! The body with its two accounts parted, as a picture: nothing on it can be pressed, and no name stands beside it.

use eframe::egui::epaint::{Mesh, Vertex, WHITE_UV};
use eframe::egui::{Color32, Painter, Rect, Shape, Ui, Vec2, pos2};

use super::cache::Shot;
use super::forms::Form;
use super::halves::Halves;
use super::qi::needle::needle;
use super::seen::Seen;
use super::{StageCache, area_of, gilding, markers, under};
use crate::body::camera::{Area, Camera};
use crate::body::figure::Figure;
use crate::model::PointCode;
use crate::ui::Cx;
use crate::visit::Account;

/// What the picture shows, and where.
pub(in crate::ui) struct Picture<'a> {
    /// From where the body is seen.
    pub(in crate::ui) camera: Camera,
    /// The area that the camera fills; the divider stands in its middle.
    pub(in crate::ui) area: Rect,
    /// What of it may be painted.
    pub(in crate::ui) window: Rect,
    /// How high the fade at its foot is; none where the body ends by itself.
    pub(in crate::ui) fade: f32,
    /// The point a needle is in.
    pub(in crate::ui) needle: Option<&'a PointCode>,
    /// Whether the body turns.
    pub(in crate::ui) moving: bool,
}

/// Paints the picture.
pub(in crate::ui) fn picture(ui: &Ui, cx: &Cx<'_>, cache: &mut StageCache, of: &Picture<'_>) {
    let Some(figure) = cx.figure else { return };
    let (camera, area) = (of.camera, area_of(of.area));
    let painter = ui.painter_at(of.window);
    let page = ui.max_rect();
    let pixel = 1.0 / painter.pixels_per_point();
    // As wide to the left of the body's middle as to the right, whatever of that is seen.
    let across = Vec2::new(ui.ctx().content_rect().width() * 2.0, of.area.height());
    let halves = Halves::new(cx, Rect::from_center_size(of.area.center(), across));
    for (account, room) in halves.parts() {
        let room = room.intersect(of.window);
        let veiled = account == Some(Account::Body);
        let shot = Shot { camera, area, window: area_of(room), pixel, moving: of.moving, veiled };
        let part = ui.painter_at(room);
        part.add(Shape::Mesh(cache.body(cx, figure, &shot)));
        if veiled {
            under::paint(&part, cx, cache, figure, &shot);
        }
    }
    let seen = Seen::new(&mut cache.sight, cx, figure, &camera, area, None);
    if let Some(room) = halves.room(Account::Tradition) {
        gilding::paint(&ui.painter_at(room.intersect(of.window)), cx, figure, &seen, &camera, area);
    }
    points(&painter, cx, figure, &seen, &halves, &camera, area);
    if let Some(code) = of.needle {
        in_the_skin(&painter, cx, figure, &seen, code, of.area.center().x);
    }
    fade(ui.painter(), cx, of, page);
}

/// The points of the low back, each in the form of the account that it is seen under.
fn points(
    painter: &Painter,
    cx: &Cx<'_>,
    figure: &Figure,
    seen: &Seen<'_>,
    halves: &Halves,
    camera: &Camera,
    area: Area,
) {
    let size = (camera.scale(area) / 820.0).clamp(0.6, 1.0);
    for &(i, at) in seen.markers {
        if figure.markers.get(i).is_some_and(|marker| marker.low_back) {
            markers::plain(painter, cx, Form::at(halves, at), at, size, false, false);
        }
    }
}

/// A needle in each of the two places of a point that can be seen.
fn in_the_skin(painter: &Painter, cx: &Cx<'_>, figure: &Figure, seen: &Seen<'_>, code: &PointCode, middle: f32) {
    for &(i, at) in seen.markers {
        if figure.markers.get(i).is_some_and(|marker| marker.key.code == *code) {
            needle(painter, cx, at, if at.x < middle { -1.0 } else { 1.0 }, 0.8);
        }
    }
}

/// The body goes over into the page at the foot, from edge to edge, so that no seam shows in the light behind it.
fn fade(painter: &Painter, cx: &Cx<'_>, of: &Picture<'_>, page: Rect) {
    let ground = cx.look.colours().ground;
    let foot = of.window.bottom();
    let mut mesh = Mesh::with_texture(cx.plain);
    let rows = [(foot - of.fade, Color32::TRANSPARENT), (foot, ground), (page.bottom(), ground)];
    for (y, color) in rows {
        for x in [page.left(), page.right()] {
            mesh.vertices.push(Vertex { pos: pos2(x, y), uv: WHITE_UV, color });
        }
    }
    for row in [0, 2] {
        mesh.add_triangle(row, row + 1, row + 2);
        mesh.add_triangle(row + 2, row + 1, row + 3);
    }
    painter.add(Shape::mesh(mesh));
}
