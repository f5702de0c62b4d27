#!/usr/bin/env python3
"""Writes assets/licences/licences.txt: whose code Deqi is built from, under which licences, each licence once.

    cargo install cargo-about --features cli      (0.9)
    tools/licences/make.py

Run it after every change of Cargo.lock; `cargo test --test suite licences` says when it is due. `cargo about` finds the
licence files of all crates of all platforms, with every feature that ships. Many of these files are one licence with
another name in its copyright line, so here the lines are taken out, equal words are laid together, and the lines are
listed beside them. NOTICE files go along, as Apache 2.0 asks.
"""

import json
import re
import subprocess
import tomllib
import unicodedata
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "assets/licences/licences.txt"
ELSEWHERE = ROOT / "tools/licences/elsewhere.txt"

ABOUT = """\
Whose code Deqi is built from

Deqi is built from the pieces of code below, which other people share. First come all pieces, each with the licences that
it offers; then the licences, each once, with the names and copyright lines of those who share under it. Where a piece
offers several, one was chosen. libsqlite3-sys takes SQLite along, which is in the public domain.
Written by tools/licences/make.py.
"""


def gathered() -> dict:
    """What `cargo about` finds."""
    command = ["cargo", "about", "generate", "--format", "json", "--all-features", "--locked", "--offline", "--fail"]
    command += ["--config", str(ROOT / "tools/licences/about.toml"), "--manifest-path", str(ROOT / "Cargo.toml")]
    subprocess.run(["cargo", "fetch", "--locked"], cwd=ROOT, check=True)
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def plain(text: str) -> str:
    """Signs that our fonts have, without byte order marks and tabs."""
    text = unicodedata.normalize("NFC", text).replace("\ufeff", "").replace("\t", "    ").replace("\u00a0", " ")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")


COPYRIGHT = re.compile(
    r"^[\s*/#>-]*((portions |parts )?(copyright\b(?! (notice|and related|holder|owner|license|statement|law))|©|\(c\) *[0-9]).*)$", re.I
)
TITLE = re.compile(r"^\W*(the )?(mit|isc|bsd|zlib|boost software|apache)\b[^.]{0,60}licen[sc]e[^.]{0,40}$", re.I)
EMPTY = re.compile(r"[\[<{](yyyy|year|name|copyright|owner|fullname)", re.I)


def taken_apart(text: str) -> tuple[list[str], list[str]]:
    """The paragraphs of a licence without titles, and its copyright lines."""
    text = re.sub(r"<<[^>]*>>", "", plain(text))
    # How to apply Apache 2.0 is advice to authors and no part of its terms.
    text = re.split(r"\n\s*(APPENDIX: How to apply|END OF TERMS AND CONDITIONS)", text)[0] if "Apache License" in text else text
    lines, paragraphs, held = [], [], []

    def close() -> None:
        if held:
            paragraphs.append(" ".join(held))
            held.clear()

    for line in text.split("\n"):
        bare = line.strip().strip("=_").strip()
        if found := COPYRIGHT.match(line):
            said = re.sub(r"\s+", " ", found.group(1)).strip(" */")
            if not EMPTY.search(said):
                lines.append(said)
            close()
        elif not bare or TITLE.match(bare) or re.fullmatch(r"all rights reserved\.?", bare, re.I):
            close()
        else:
            if re.match(r"([*•-]|\(?[0-9a-z]{1,2}[.)])\s", bare):
                close()
            held.append(re.sub(r"\s+", " ", re.sub(r"^[•-]\s", "* ", bare)))
    close()
    return paragraphs, lines


def key(paragraphs: list[str]) -> str:
    """What two prints of the same words share."""
    return re.sub(r"[^a-z0-9]", "", "".join(re.sub(r"^\s*(\*|\(?[0-9a-z]{1,2}[.)])\s", "", p) for p in paragraphs).lower().replace("https", "http"))


def notice(package: dict) -> str:
    """The NOTICE file of a crate: what it took from others, and on which terms."""
    folder = Path(package["manifest_path"]).parent
    return "\n\n".join(file.read_text(errors="replace") for file in sorted(folder.glob("NOTICE*")) if file.is_file())


def main() -> None:
    told = gathered()
    ours = {c["package"]["id"] for c in told["crates"] if c["package"]["name"] == "deqi"}
    pieces = sorted(
        {(c["package"]["name"], c["package"]["version"], c["license"]) for c in told["crates"] if c["package"]["id"] not in ours}
    )

    # By licence and words: the words, and for each copyright line the crates that have it.
    same: dict[tuple[str, str], dict] = {}
    for entry in told["licenses"]:
        users = [u["crate"] for u in entry["used_by"] if u["crate"]["id"] not in ours]
        # The head of a source file is no licence file; the crate has one besides.
        if not users or (entry["source_path"] or "").endswith(".rs"):
            continue
        words, lines = taken_apart(entry["text"])
        place = same.setdefault(
            (entry["id"], key(words)), {"name": entry["name"], "words": words, "lines": defaultdict(set), "who": set()}
        )
        for user in users:
            place["who"].add((user["name"], user["version"]))
            place["lines"][" ".join(line.rstrip(".") + "." for line in lines)].add(user["name"])

    taken: dict[str, dict] = {}
    for package in (c["package"] for c in told["crates"] if c["package"]["id"] not in ours):
        if said := notice(package):
            words = [re.sub(r"^[#=*\s-]+", "", part) for part in re.split(r"\n\s*\n", plain(said))]
            words = [re.sub(r"\s+", " ", part).strip() for part in words]
            place = taken.setdefault(key(words), {"words": [part for part in words if re.search(r"\w", part)], "who": set()})
            place["who"].add(package["name"])

    ranked = sorted(same.items(), key=lambda item: (-len(item[1]["who"]), item[0]))
    seen: set[str] = set()
    out = [ABOUT, "== pieces"]
    out += [f"{name} {version}: {offers}" for name, version, offers in pieces]
    for (spdx, _), place in ranked:
        title = place["name"]
        if spdx in seen:
            title += f", as in {min(name for name, _ in place['who'])}"
        seen.add(spdx)
        out += ["", f"== {title} | {len(place['who'])}"] + place["words"]
        out += sorted(
            f"- {', '.join(sorted(who))}" + (f": {line}" if line else "") for line, who in place["lines"].items()
        )
    for place in sorted(taken.values(), key=lambda place: min(place["who"])):
        out += ["", f"== What {min(place['who'])} took from others | {len(place['who'])}"] + place["words"]
        out += [f"- {', '.join(sorted(place['who']))}"]
    told_of = {(name, version) for name, version, _ in pieces}
    lock = tomllib.loads((ROOT / "Cargo.lock").read_text())
    others = sorted((p["name"], p["version"]) for p in lock["package"] if "source" in p)
    head = "# In Cargo.lock and in no program that is handed on: for tests, for builds, for other platforms. By make.py.\n"
    ELSEWHERE.write_text(head + "".join(f"{n} {v}\n" for n, v in others if (n, v) not in told_of))
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text("\n".join(out) + "\n")
    print(f"{len(pieces)} pieces, {len(ranked)} licences, {OUT.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
