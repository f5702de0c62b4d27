#!/usr/bin/env python3
"""Makes the fonts in assets/fonts from their published sources. See README.md."""

import argparse
import copy
import hashlib
import math
import subprocess
import tarfile
import unicodedata
from pathlib import Path

from fontTools import subset
from fontTools.misc.transform import Transform
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
FONTS = ROOT / "assets" / "fonts"

SANS = ("@fontsource/atkinson-hyperlegible-next", "5.3.0")
SERIF = ("@fontsource/source-serif-4", "5.3.1")
CHECKSUMS = {
    "fontsource-atkinson-hyperlegible-next-5.3.0.tgz": "33dcb7d0d4e2ea98a96985ca7448f738c3b5b370cfc5230b1e40e4f728920cc2",
    "fontsource-source-serif-4-5.3.1.tgz": "54b7898afa20cf4b2d807bbf2b5a2f865e28a83db8a5fcc563dafce5ecb5e7c8",
    "LXGWWenKai-Regular.ttf": "bbf534b0ca093928f94d1782855e65a19a32cde82b075d495d072025521953c8",
}
WENKAI_VERSION = "1.250"

# One ascent and descent for all our fonts, in thousandths of an em. Ascent less descent is the height of the
# capitals, so a word stands in the middle of its line; and because it is the same everywhere, two fonts share one
# baseline when one stands in for the other.
ASCENT, DESCENT = 984, 316

# Layout that a line of running text uses by itself.
FEATURES = {"calt", "ccmp", "clig", "kern", "liga", "locl", "mark", "mkmk", "rlig"}

# A new letter is spaced like the nearest one that the designers spaced: same letter, accent as wide and as high.
ALIKE = {"\u0304": "\u0308\u0303\u0302", "\u030c": "\u0302\u0308", "\u0303": "\u0308", "\u0306": "\u0302\u0308"}


def unpack(package, scratch):
    """The folder of an npm package, fetched with npm's own client."""
    name, version = package
    archive = scratch / f"{name.strip('@').replace('/', '-')}-{version}.tgz"
    if not archive.exists():
        subprocess.run(["npm", "pack", f"{name}@{version}"], cwd=scratch, check=True, capture_output=True)
    check(archive)
    folder = scratch / archive.stem
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")
    return folder / "package"


def check(path):
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != CHECKSUMS[path.name]:
        raise SystemExit(f"{path.name} is not the file these fonts were made from: its SHA-256 is {found}")


def outline(font, name):
    """What a glyph looks like, whatever it is made of."""
    pen = DecomposingRecordingPen(font.getGlyphSet())
    font.getGlyphSet()[name].draw(pen)
    return pen.value, font["hmtx"][name][0]


def join(paths):
    """One font from the parts a web font is cut into. The first has the layout. A glyph that looks the same is kept
    once; one that only has the same name gets another."""
    font = TTFont(paths[0], recalcTimestamp=False)
    cmap = font.getBestCmap()
    for number, path in enumerate(paths[1:], 2):
        part = TTFont(path)
        known = set(font.getGlyphOrder())
        names = {}
        for name in part.getGlyphOrder():
            if name in known and outline(font, name) != outline(part, name):
                names[name] = f"{name}.part{number}"
            else:
                names[name] = name
        added = [name for name in part.getGlyphOrder() if names[name] not in known]
        order = font.getGlyphOrder() + [names[name] for name in added]
        glyphs = {name: part["glyf"][name] for name in added}
        font.setGlyphOrder(order)
        font["glyf"].glyphOrder = order
        for name, glyph in glyphs.items():
            if glyph.isComposite():
                for component in glyph.components:
                    component.glyphName = names[component.glyphName]
            font["glyf"].glyphs[names[name]] = glyph
            font["hmtx"].metrics[names[name]] = part["hmtx"][name]
        for code, name in part.getBestCmap().items():
            cmap.setdefault(code, names[name])
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap = dict(cmap)
    return font


def add_glyph(font, code, glyph, advance):
    name = f"uni{code:04X}"
    order = font.getGlyphOrder() + [name]
    font.setGlyphOrder(order)
    font["glyf"].glyphs[name] = glyph
    font["glyf"].glyphOrder = order
    glyph.recalcBounds(font["glyf"])
    font["hmtx"].metrics[name] = (advance, glyph.xMin)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[code] = name


def composite(parts):
    """A glyph of others: (name, x, y) each, or (name, x, y, width) to stretch it sideways."""
    glyph = Glyph()
    glyph.numberOfContours = -1
    glyph.components = []
    for index, (name, x, y, *stretch) in enumerate(parts):
        component = GlyphComponent()
        component.glyphName, component.x, component.y = name, round(x), round(y)
        component.flags = 0x204 if index == 0 and not stretch else 0x4
        if stretch:
            component.transform = [[stretch[0], 0], [0, 1]]
        glyph.components.append(component)
    return glyph


def parts_of(font, char):
    """The letter and its accent, each as (name, x, y), or None where the glyph is drawn in one piece."""
    glyph = font["glyf"][font.getBestCmap()[ord(char)]]
    if not glyph.isComposite() or len(glyph.components) != 2:
        return None
    return [(part.glyphName, part.x, part.y) for part in glyph.components]


def add_pinyin(font):
    """The tone marks that the sans has no letter for, from its own letters and its own accents."""
    # The letter to make, one with the same base, and two that differ only as the first two do.
    recipes = [
        ("ǎ", "â", "ě", "ê"), ("ǐ", "î", "ě", "ê"), ("ǒ", "ô", "ě", "ê"), ("ǔ", "û", "ě", "ê"),
        ("Ǎ", "Â", "Ě", "Ê"), ("Ǐ", "Î", "Ě", "Ê"), ("Ǒ", "Ô", "Ě", "Ê"), ("Ǔ", "Û", "Ě", "Ê"),
        ("ō", "ö", "ē", "ë"), ("Ō", "Ö", "Ē", "Ë"), ("ǹ", "ñ", "à", "ã"),
    ]  # fmt: skip
    for char, like, to, of in recipes:
        if ord(char) in font.getBestCmap():
            continue
        (base, bx, by), (_, x, y) = parts_of(font, like)
        mark, tx, ty = parts_of(font, to)[1]
        _, fx, fy = parts_of(font, of)[1]
        glyph = composite([(base, bx, by), (mark, x + tx - fx, y + ty - fy)])
        add_glyph(font, ord(char), glyph, font["hmtx"][font.getBestCmap()[ord(like)]][0])
    cmap, glyf, hmtx = font.getBestCmap(), font["glyf"], font["hmtx"]
    if ord("ḿ") not in cmap:
        mark, x, y = parts_of(font, "ń")[1]
        wider = (hmtx[cmap[ord("m")]][0] - hmtx[cmap[ord("n")]][0]) / 2
        add_glyph(font, ord("ḿ"), composite([("m", 0, 0), (mark, x + wider, y)]), hmtx[cmap[ord("m")]][0])
    # The second accent over the two dots: as far above them as they are above the letter, less a little.
    dots, _, height = parts_of(font, "ü")[1]
    top = glyf[dots].yMax + height
    slope = math.tan(math.radians(-font["post"].italicAngle))
    for char, like in (("ǖ", "ū"), ("ǘ", "ú"), ("ǚ", "ǔ"), ("ǜ", "ù")):
        if ord(char) in cmap:
            continue
        mark, x, y = parts_of(font, like)[1]
        rise = top + 52 - (glyf[mark].yMin + y)
        parts = [*parts_of(font, "ü"), (mark, x + rise * slope, y + rise)]
        add_glyph(font, ord(char), composite(parts), hmtx[cmap[ord("ü")]][0])


def add_signs(font):
    """Signs of the studies, from the font's own: ≤ ≥ ≈, and arrows to the sides where it has one up and one down."""
    cmap, glyf, hmtx = font.getBestCmap(), font["glyf"], font["hmtx"]
    minus = glyf[cmap[0x2212]]
    thick = minus.yMax - minus.yMin
    for code, sign in ((0x2264, "<"), (0x2265, ">")):
        if code in cmap:
            continue
        name = cmap[ord(sign)]
        angle = glyf[name]
        width = (angle.xMax - angle.xMin) / (minus.xMax - minus.xMin)
        up = round(thick * 1.1)
        bar = angle.yMin + up - thick - thick * 1.1
        parts = [(name, 0, up), (cmap[0x2212], angle.xMin - minus.xMin * width, bar - minus.yMin, width)]
        add_glyph(font, code, composite(parts), hmtx[name][0])
    if 0x2248 not in cmap:
        name = cmap[ord("~")]
        middle = (minus.yMin + minus.yMax) / 2 - (glyf[name].yMin + glyf[name].yMax) / 2
        apart = max(thick * 1.25, (glyf[name].yMax - glyf[name].yMin) * 0.62)
        glyph = composite([(name, 0, middle + apart), (name, 0, middle - apart)])
        add_glyph(font, 0x2248, glyph, hmtx[name][0])
    for code, arrow in ((0x2192, 0x2191), (0x2190, 0x2193)):
        if code in cmap or arrow not in cmap:
            continue
        source = glyf[cmap[arrow]]
        long, wide = source.yMax - source.yMin, source.xMax - source.xMin
        side = max(45, round(hmtx[cmap[arrow]][0] - wide) // 2)
        middle = (minus.yMin + minus.yMax) / 2
        # A quarter turn clockwise: up becomes right.
        turn = Transform(0, -1, 1, 0, side - source.yMin, middle + (source.xMin + source.xMax) / 2)
        pen = TTGlyphPen(None)
        font.getGlyphSet()[cmap[arrow]].draw(TransformPen(pen, turn))
        add_glyph(font, code, pen.glyph(), round(long + 2 * side))


def siblings(font, spaced):
    """For each glyph the designers' kerning does not know: the one it is spaced like."""
    cmap = font.getBestCmap()
    alike = {}
    for code, name in cmap.items():
        if name in spaced:
            continue
        letters = unicodedata.normalize("NFD", chr(code))
        if len(letters) < 2:
            continue
        base, accents = letters[0], letters[1:]
        tries = [base + accents] + [base + other for other in ALIKE.get(accents[0], "\u0308")] + [base]
        for letter in tries:
            other = cmap.get(ord(composed)) if len(composed := unicodedata.normalize("NFC", letter)) == 1 else None
            if other and other != name and other in spaced:
                alike[name] = other
                break
    return alike


def kern(font):
    """Kerns the joined and the new letters like their siblings, in the first part's own tables."""
    lookups = font["GPOS"].table.LookupList.Lookup
    wanted = {
        i
        for f in font["GPOS"].table.FeatureList.FeatureRecord
        if f.FeatureTag == "kern"
        for i in f.Feature.LookupListIndex
    }
    tables = []
    for index in wanted:
        for table in lookups[index].SubTable:
            table = table.ExtSubTable if table.LookupType == 9 else table
            if isinstance(table, otTables.PairPos):
                tables.append(table)
    spaced = set()
    for table in tables:
        spaced |= set(table.Coverage.glyphs)
        if table.Format == 1:
            spaced |= {r.SecondGlyph for pairs in table.PairSet for r in pairs.PairValueRecord}
        else:
            spaced |= set(table.ClassDef1.classDefs) | set(table.ClassDef2.classDefs)
    alike = siblings(font, spaced)
    order = font.getReverseGlyphMap(rebuild=True)
    for table in tables:
        if table.Format == 2:
            for name, other in alike.items():
                if other in table.Coverage.glyphs:
                    table.Coverage.glyphs.append(name)
                for classes in (table.ClassDef1.classDefs, table.ClassDef2.classDefs):
                    if other in classes:
                        classes[name] = classes[other]
            table.Coverage.glyphs.sort(key=order.get)
        else:
            pairs = dict(zip(table.Coverage.glyphs, table.PairSet))
            for name, other in alike.items():
                if other in pairs:
                    pairs[name] = copy.deepcopy(pairs[other])
            for pair_set in pairs.values():
                known = {r.SecondGlyph: r for r in pair_set.PairValueRecord}
                for name, other in alike.items():
                    if other in known and name not in known:
                        record = copy.copy(known[other])
                        record.SecondGlyph = name
                        pair_set.PairValueRecord.append(record)
                pair_set.PairValueRecord.sort(key=lambda r: order[r.SecondGlyph])
                pair_set.PairValueCount = len(pair_set.PairValueRecord)
            table.Coverage.glyphs = sorted(pairs, key=order.get)
            table.PairSet = [pairs[name] for name in table.Coverage.glyphs]
            table.PairSetCount = len(table.PairSet)
    return len(alike)


def finish(font, family, style, weight, italic, made_from, path):
    """Our name, our line height, no instructions, and nothing that a program does not read."""
    for tag in ("STAT", "BASE", "DSIG", "prep", "fpgm", "cvt ", "gasp", "vhea", "vmtx", "VORG", "meta", "FFTM"):
        if tag in font:
            del font[tag]
    options = subset.Options()
    options.layout_features = sorted(FEATURES)
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.glyph_names = False
    options.legacy_kern = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=font.getBestCmap().keys())
    subsetter.subset(font)

    names = font["name"]
    kept = {i: names.getDebugName(i) for i in (0, 5, 7, 8, 9, 11, 12, 13, 14)}
    names.names = []
    post_script = f"{family.replace(' ', '')}-{style.replace(' ', '')}"
    plain = style in ("Regular", "Italic", "Bold", "Bold Italic")
    version = kept[5].split(";")[0].removeprefix("Version ")
    kept |= {
        1: family if plain else f"{family} {style.removesuffix(' Italic')}",
        2: style if plain else ("Italic" if italic else "Regular"),
        3: f"{version};{post_script}",
        4: f"{family} {style}",
        5: f"Version {version}; Deqi 1",
        6: post_script,
        10: f"Made from {made_from}. What was changed is told in README.md beside this file.",
    }
    if not plain:
        kept |= {16: family, 17: style}
    kept[13] = kept[13] or "This Font Software is licensed under the SIL Open Font License, Version 1.1."
    kept[14] = kept[14] or "https://scripts.sil.org/OFL"
    for number, text in sorted(kept.items()):
        if text:
            names.setName(text, number, 3, 1, 0x409)

    hhea, os2 = font["hhea"], font["OS/2"]
    hhea.ascent = os2.sTypoAscender = os2.usWinAscent = ASCENT
    hhea.descent = os2.sTypoDescender = -DESCENT
    os2.usWinDescent = DESCENT
    hhea.lineGap = os2.sTypoLineGap = 0
    os2.usWeightClass = weight
    os2.fsType = 0
    os2.fsSelection = 0x80 | (0x01 if italic else 0) | (0x20 if weight == 700 else 0)
    if not italic and weight == 400:
        os2.fsSelection |= 0x40
    os2.version = max(os2.version, 4)
    os2.achVendID = "DEQI"
    font["head"].macStyle = (1 if weight == 700 else 0) | (2 if italic else 0)
    font["head"].flags &= ~0b11100  # no instructions that could change advances
    font["post"].formatType = 3.0
    font.flavor = None
    font.save(path)
    print(f"{path.name:28} {path.stat().st_size:>8} bytes  {font['maxp'].numGlyphs:>5} glyphs")


def han():
    """Every Chinese character our words use, and the commonest 3755 for names that a clinic types."""
    ours = set("".join(line for line in (HERE / "characters.txt").read_text().splitlines() if not line.startswith("#")))
    for folder in ("packs", "i18n"):
        for path in (ROOT / "assets" / folder).rglob("*"):
            if path.suffix in (".ron", ".ftl", ".md", ".txt", ".csv", ".json"):
                ours |= set(path.read_text())
    ours = {c for c in ours if "\u2e80" <= c <= "\u9fff" or c > "\uffff"}
    common = {
        bytes((row, cell)).decode("gb2312")
        for row in range(0xB0, 0xD8)
        for cell in range(0xA1, 0xFF)
        if (row, cell) < (0xD7, 0xFA)
    }
    assert len(common) == 3755
    return ours | common


# Full-width punctuation; and signs that no other font of ours has, so that a pack's author gets a sign and not a box.
PUNCTUATION = " \u00a0\u3000。，、：；？！（）《》〈〉「」『』【】“”‘’…—～·・々〇％"
SIGNS = "←→↑↓↔●○■□▲△▶◀★☆✓√∞≠≈≤≥₀₁₂₃₄₅₆₇₈₉"


def find_wenkai():
    listed = subprocess.run(["dpkg", "-L", "fonts-lxgw-wenkai"], capture_output=True, text=True, check=False).stdout
    for line in listed.splitlines():
        if line.endswith("/LXGWWenKai-Regular.ttf"):
            return Path(line)
    raise SystemExit("Install Debian's fonts-lxgw-wenkai, or name the file with --wenkai.")


def reserve(holders):
    """The font's own line of copyright leaves out the names that its licence reserves."""
    return holders.replace("LxgwWenKai)", "LxgwWenKai),\nwith Reserved Font Names “霞鹜” and “LXGW”.", 1)


def licences(sans, serif, wenkai):
    text = (serif / "LICENSE").read_text()
    body = text[text.index("-----------------------------------------------------------") :].strip()
    preface = (
        "This Font Software is licensed under the SIL Open Font License, Version 1.1.\n"
        "This license is copied below, and is also available with a FAQ at:\nhttps://openfontlicense.org\n\n\n"
    )
    for name, holders in (
        ("Sans", TTFont(sans)["name"].getDebugName(0)),
        ("Serif", TTFont(serif / "files/source-serif-4-latin-400-normal.woff2")["name"].getDebugName(0)),
        ("Kai", reserve(TTFont(wenkai)["name"].getDebugName(0))),
    ):  # fmt: skip
        holders = "\n".join(line.strip() for line in holders.splitlines() if line.strip())
        (FONTS / f"OFL-{name}.txt").write_text(f"{holders}\n\n{preface}{body}\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scratch", type=Path, default=ROOT / "target" / "fonts", help="where the sources are put")
    parser.add_argument("--wenkai", type=Path, help="LXGWWenKai-Regular.ttf, if Debian's package is not installed")
    options = parser.parse_args()
    options.scratch.mkdir(parents=True, exist_ok=True)
    FONTS.mkdir(parents=True, exist_ok=True)

    sans = unpack(SANS, options.scratch)
    for style, weight, slant in (
        ("Regular", 400, "normal"),
        ("SemiBold", 600, "normal"),
        ("Bold", 700, "normal"),
        ("Italic", 400, "italic"),
    ):
        font = join(
            [
                sans / f"files/atkinson-hyperlegible-next-{part}-{weight}-{slant}.woff2"
                for part in ("latin", "latin-ext")
            ]
        )
        add_pinyin(font)
        add_signs(font)
        kern(font)
        finish(
            font,
            "Deqi Sans",
            style,
            weight,
            slant == "italic",
            f"Atkinson Hyperlegible Next, {SANS[0]} {SANS[1]}",
            FONTS / f"DeqiSans-{style}.ttf",
        )

    serif = unpack(SERIF, options.scratch)
    for style, weight, slant in (
        ("Regular", 400, "normal"),
        ("SemiBold", 600, "normal"),
        ("Italic", 400, "italic"),
        ("SemiBold Italic", 600, "italic"),
    ):
        font = join(
            [serif / f"files/source-serif-4-{part}-{weight}-{slant}.woff2" for part in ("latin", "latin-ext", "greek")]
        )
        add_signs(font)
        kern(font)
        finish(
            font,
            "Deqi Serif",
            style,
            weight,
            slant == "italic",
            f"the serif of {SERIF[0]} {SERIF[1]}",
            FONTS / f"DeqiSerif-{style.replace(' ', '')}.ttf",
        )

    wenkai = options.wenkai or find_wenkai()
    check(wenkai)
    font = TTFont(wenkai, recalcTimestamp=False)
    wanted = han() | set(PUNCTUATION) | set(SIGNS)
    missing = sorted(c for c in wanted if ord(c) not in font.getBestCmap())
    if missing:
        print("LXGW WenKai has no:", "".join(missing))
    cut = subset.Options()
    cut.layout_features = []
    cut.hinting = False
    cut.name_IDs = ["*"]
    cut.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "vhea", "vmtx"]
    subsetter = subset.Subsetter(cut)
    subsetter.populate(text="".join(sorted(wanted)))
    subsetter.subset(font)
    finish(font, "Deqi Kai", "Regular", 400, False, f"LXGW WenKai {WENKAI_VERSION}", FONTS / "DeqiKai-Regular.ttf")

    licences(sans / "files/atkinson-hyperlegible-next-latin-400-normal.woff2", serif, wenkai)


if __name__ == "__main__":
    main()
