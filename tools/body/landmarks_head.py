"""Face, scalp, ears and neck. The figures are bald, so hairlines are declared by proportion."""

import numpy as np

from skin import along, length


def find(marks, skin, level):
    h, joint = skin.stature, skin.joint
    eye = joint["eye"]
    value = skin.marks
    p = skin.p
    left = p[:, 0] > 0
    centre = p[:, 0] == 0

    # Eyes: the opening of the hidden socket is the seam of the lids
    lids = left & (value["pocket"] > 0.3) & (np.abs(p[:, 1] - eye[1]) < 0.025) & (p[:, 2] > eye[2])
    q = p[lids]
    inner, outer = q[np.argmin(q[:, 0])], q[np.argmax(q[:, 0])]
    inner, outer = skin.front(inner[0], inner[1]), skin.front(outer[0], outer[1])
    marks.pair("inner_canthus", inner, "inner end of the lid seam")
    marks.pair("outer_canthus", outer, "outer end of the lid seam")
    marks.pair("pupil_line", skin.front(eye[0], eye[1]), "front ray at the eye joint")
    brow = eye[1] + 0.0118 * h
    marks.pair("eyebrow_medial_end", skin.front(inner[0] - 0.0005 * h, brow - 0.0006 * h), "brow ridge above the inner eye corner")
    marks.pair("eyebrow_mid", skin.front(eye[0], brow + 0.0012 * h), "brow ridge above the pupil")
    marks.pair("eyebrow_arch", skin.front(outer[0] - 0.003 * h, brow + 0.0014 * h), "highest part of the brow")
    marks.pair("eyebrow_lateral_end", skin.front(outer[0] + 0.0042 * h, brow - 0.0026 * h), "outer end of the brow")
    marks.middle("glabella", skin.front(0, brow - 0.0004 * h), "between the inner ends of the brows")
    marks.pair("infraorbital_margin", skin.front(eye[0], eye[1] - 0.0115 * h), "below the lower lid")
    marks.pair("infraorbital_foramen", skin.front(eye[0], eye[1] - 0.0175 * h), "1 cm below the lower rim of the socket")

    # Midline of the face, as a profile from the front
    y = np.arange(eye[1] - 0.080 * h, eye[1] + 0.005 * h, 0.0004)
    z = np.array([skin.front(0, v)[2] for v in y])
    nose = (y > eye[1] - 0.034 * h) & (y < eye[1] - 0.008 * h)
    tip = y[nose][np.argmax(z[nose])]
    marks.middle("nose_tip", skin.front(0, tip), "most forward point of the profile")
    lip_index = centre & (value["lips"] > 0.5) & (p[:, 2] > eye[2]) & (value["pocket"] < 0.2)
    lips = p[lip_index]
    top, bottom = lips[:, 1].max(), lips[:, 1].min()
    marks.middle("upper_lip_border", skin.front(0, top), "top of the painted lip on the midline")
    below_nose = (y < tip) & (y > top)
    corner = y[below_nose][np.argmin(z[below_nose] + 0.15 * (tip - y[below_nose]))]
    marks.middle("nose_base", skin.front(0, corner), "hollow between nose and upper lip")
    half = (corner + top) / 2
    marks.middle("philtrum", skin.front(0, half), "groove of the upper lip")
    marks.middle("philtrum_mid", skin.front(0, half), "half-way from nose to lip edge")
    mouth = p[(value["pocket"] > 0.5) & (np.abs(p[:, 0]) < 0.01) & (p[:, 1] < eye[1] - 0.03 * h) & (p[:, 2] > eye[2])]
    seam = np.median(mouth[:, 1])
    bulge = seam + 0.45 * (top - seam)
    marks.middle("upper_lip_tubercle", skin.front(0, bulge), "middle of the upper lip's red")
    marks.middle("upper_gum_frenulum", skin.front(0, bulge), "inside the lip, shown on the upper lip")
    side = p[left & (value["lips"] > 0.5) & (p[:, 2] > eye[2] - 0.01)]
    end = side[np.argmax(side[:, 0])]
    marks.pair("mouth_corner", skin.front(end[0] + 0.001, end[1]), "outer end of the painted lip")
    below_lip = (y < bottom - 0.004 * h) & (y > bottom - 0.015 * h)
    chin_y = y[below_lip][np.argmax(z[below_lip] - 0.15 * (y[below_lip] - y[below_lip][0]))]
    between = (y > chin_y) & (y < bottom)
    chord = np.interp(y[between], [chin_y, bottom], [z[y <= chin_y][-1], z[y >= bottom][0]])
    groove = y[between][np.argmin(z[between] - chord)]
    marks.middle("mentolabial_groove", skin.front(0, groove), "hollow between lower lip and chin")
    marks.middle("chin", skin.front(0, chin_y), "most forward point of the chin")
    front_z = skin.front(0, chin_y)[2]
    under = p[centre & (p[:, 2] > front_z - 0.016 * h) & (p[:, 1] > bottom - 0.045 * h) & (p[:, 1] < bottom)]
    marks.middle("chin_underside", under[np.argmin(under[:, 1])], "lowest skin of the chin")

    # Nose wings and cheek
    base = marks["nose_base"]
    wing = skin.side(base[1] + 0.0045 * h, base[2] - 0.004 * h)
    marks.pair("ala_mid", wing, "side ray at the nose wing")
    marks.pair("ala_lower", skin.side(base[1] + 0.0010 * h, base[2] - 0.004 * h), "lower edge of the nose wing")
    marks.pair("nostril_lateral", skin.near([wing[0] * 0.92, base[1] + 0.0005 * h, wing[2]]), "outer edge of the nostril")
    fold = marks["mouth_corner"] * 0.35 + wing * 0.65
    marks.pair("nasolabial_fold", skin.front(fold[0] + 0.002 * h, fold[1]), "between nose wing and mouth corner")
    marks.pair("zygomatic_lower", skin.front(outer[0] * 0.93, base[1] + 0.008 * h), "lower edge of the cheekbone, below the outer eye corner")

    ear(marks, skin)
    skull(marks, skin, level)
    neck(marks, skin, level)


def ear(marks, skin):
    h, p = skin.stature, skin.p
    q = p[(p[:, 0] > 0) & (skin.marks["ears"] > 0.5)]
    top, low = q[np.argmax(q[:, 1])], q[np.argmin(q[:, 1])]
    marks.pair("ear_apex", top, "highest vertex of the painted ear")
    marks.pair("ear_lobe", low, "lowest vertex of the painted ear")
    height = top[1] - low[1]
    at = lambda share: low[1] + share * height
    edge = lambda share: q[np.abs(q[:, 1] - at(share)) < 0.10 * height]
    front = lambda share: edge(share)[np.argmin(-edge(share)[:, 2])]
    for name, share, back in (("ear_root_front", 0.70, 0.0), ("tragus", 0.46, 0.004), ("supratragic_notch", 0.58, 0.003), ("intertragic_notch", 0.33, 0.004)):
        f = front(share)
        marks.pair(name, skin.side(at(share), f[2] - back), f"front edge of the painted ear at {round(share * 100)} % of its height")
    rear = edge(0.5)[np.argmin(edge(0.5)[:, 2])]
    marks.pair("ear_root_back", skin.side(at(0.45), rear[2] - 0.004), "skin just behind the ear")
    tragus = marks["tragus"]
    marks.pair("mastoid", skin.side(at(0.12), rear[2] + 0.002), "bump behind the ear lobe")
    marks.pair("mastoid_tip", skin.side(low[1] - 0.003 * h, low[2] - 0.005 * h), "below and behind the ear lobe")
    marks.pair("mandible_condyle", skin.side(tragus[1], tragus[2] + 0.006 * h), "1 cm in front of the tragus")
    marks.pair("mandibular_notch", skin.side(tragus[1] - 0.004 * h, tragus[2] + 0.013 * h), "below the cheek arch, in front of the jaw joint")
    cheek = (tragus + marks["infraorbital_margin"]) / 2
    marks.pair("zygomatic_arch_mid", skin.side(cheek[1] + 0.002 * h, cheek[2]), "half-way from tragus to lower eye socket")
    angle = skin.side(marks["mouth_corner"][1] - 0.007 * h, low[2] + 0.008 * h)
    marks.pair("mandible_angle", angle, "jaw contour below the ear")
    chin = marks["chin"]
    jawline = angle + 0.40 * (chin - angle)
    marks.pair("masseter_anterior_border", skin.near(jawline + [0.01, 0, 0]), "40 % along the jaw line")
    marks.pair("facial_artery", skin.near(jawline + [0.01, -0.004, 0]), "just below that place")
    root = marks["ear_root_front"]
    marks.pair("superficial_temporal_artery", skin.side(root[1], root[2] + 0.006 * h), "1 cm in front of the ear")
    marks.pair("temple_hairline", skin.side(root[1] + 0.004 * h, root[2] + 0.005 * h), "declared: back edge of the temple hair, half a finger-width in front of the ear")
    marks.pair("temporal_hairline", skin.side(top[1] + 0.004 * h, top[2]), "declared: just above the ear")


def skull(marks, skin, level):
    """Hairlines by proportion: forehead three quarters as high as brow to nose; nape 2.5 cun below the skull's bump.

    A full third would put the hairline on the crown's slope, and GV20 two cun behind the line over the ears. The nape is
    held where neck and skull meet, so that its points lie in the hollow under the skull.
    """
    h = skin.stature
    eye = skin.joint["eye"]
    centre = [0, eye[1], eye[2] - 0.045 * h]
    arc = skin.midline(centre, 0, 225)
    from_glabella = int(np.argmin(np.linalg.norm(arc - marks["glabella"], axis=1)))
    arc = arc[from_glabella:]
    front = along(arc, 0.75 * np.linalg.norm(marks["glabella"] - marks["nose_base"]))
    marks.middle("front_hairline", front, "declared: 75 % as far above the brows as the nose base lies below them")
    # rear bump: below the most rearward skin of the skull, where the profile begins to turn in
    skull_back = arc[(np.abs(arc[:, 1] - eye[1]) < 0.035 * h) & (arc[:, 2] < centre[2])]
    rearmost = skull_back[np.argmin(skull_back[:, 2])][1]
    bump_y = np.clip(rearmost - 0.012 * h, 0.916 * h, 0.932 * h)
    bump = skin.back(0, bump_y)
    marks.middle("occipital_protuberance_upper", bump, "a little below the most rearward skin of the skull")
    start, stop = (int(np.argmin(np.linalg.norm(arc - q, axis=1))) for q in (front, bump))
    scalp = arc[start : stop + 1]
    cun = length(scalp) / 9.5
    down = np.array([skin.back(0, bump_y - d) for d in np.arange(0, 0.10, 0.0008)])
    back = along(down, 2.5 * cun)
    marks.middle("back_hairline", back, "declared: 2.5 cun below the skull's bump, one cun being 1/9.5 of the scalp arc from hairline to bump")
    marks.middle("occipital_base", along(down, 1.5 * cun), "1 cun above the back hairline")
    marks.middle("C2_upper", along(down, 2.0 * cun), "half a cun above the back hairline")
    marks.middle("trapezius_gap", along(down, 1.5 * cun), "gap between the neck muscles")
    width = np.linalg.norm(marks["mastoid"] * [2, 0, 0]) / 9
    at = along(down, 2.0 * cun)
    marks.pair("trapezius_lateral_border", skin.back(1.2 * width, at[1]), "1.2 cun of the mastoid width beside the midline")
    # hairline corner: 4.5 cun along the forehead; the unit must bring 2.25 cun over the pupil
    y = front[1] - 0.004 * h
    way = np.array([skin.out([0, y, centre[2]], [np.sin(a), 0, np.cos(a)]) for a in np.radians(np.arange(0, 90, 0.5))])
    to_pupil = length(way[way[:, 0] <= eye[0]])
    marks.pair("hairline_corner", along(way, 2 * to_pupil * 1.0), "declared: twice as far round the forehead as the pupil line")


def neck(marks, skin, level):
    h = skin.stature
    notch, chin = marks["sternal_notch"], marks["chin_underside"]
    throat = lambda share: skin.front(0, notch[1] + share * (chin[1] - 0.004 * h - notch[1]))
    marks.middle("cricoid", throat(0.45), "45 % of the way from notch to chin")
    marks.middle("thyroid_cartilage_upper", throat(0.75), "75 % of the way from notch to chin")
    marks.middle("hyoid", throat(0.90), "90 % of the way from notch to chin")
    clavicle = skin.joint["clavicle"]
    tip = marks["mastoid_tip"]
    low = np.array([clavicle[0] * 0.9, notch[1], notch[2] - 0.004])
    third = np.array([clavicle[0] + 0.030 * h, notch[1] + 0.006 * h, clavicle[2]])

    def on_neck(point):
        """Skin straight out from the neck's axis through the point."""
        axis = np.array([0, point[1], 0.004 * h])
        return skin.out(axis, (point - axis) * [1, 0, 1])

    y = marks["thyroid_cartilage_upper"][1]
    for name, start in (("scm_anterior_border", low), ("scm_posterior_border", third)):
        t = (y - start[1]) / (tip[1] - start[1])
        marks.pair(name, on_neck(start + t * (tip - start)), "line from the collarbone to the bump behind the ear, at the larynx's height")
    y = marks["cricoid"][1]
    t = (y - low[1]) / (tip[1] - low[1])
    marks.pair("scm_anterior_border_low", on_neck(low + t * (tip - low)), "line from the collarbone to the bump behind the ear, at the cricoid's height")
    # Below the larynx the back edge comes forward, to where the inner third of the collarbone ends.
    start = marks["scm_posterior_border"]
    end = skin.front(clavicle[0] + 0.027 * h, notch[1] + 0.006 * h)
    t = (y - start[1]) / (end[1] - start[1])
    marks.pair("scm_posterior_border_low", on_neck(start + t * (end - start)), "line from the back edge higher up to the end of the collarbone's inner third, at the cricoid's height")
    a, b = marks["scm_anterior_border"], marks["scm_posterior_border"]
    marks.pair("scm_middle", skin.near((a + b) / 2), "between its front and back edges")
    marks.pair("scm_heads_gap", skin.front(clavicle[0] + 0.0055 * h, notch[1] + 0.004 * h), "above the inner end of the collarbone")
    marks.pair("carotid", skin.near(a * [0.92, 1, 1] + [0, 0, 0.003]), "just inside the front edge")
