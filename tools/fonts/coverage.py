#!/usr/bin/env python3
"""Prints the characters of assets/packs and assets/i18n that no font of ours has; ends with 1 if there are any."""

import sys
import unicodedata
from pathlib import Path

from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent.parent
READ = (".ron", ".ftl", ".md", ".txt", ".csv", ".json", ".toml")


def main():
    fonts = {path.stem: set(TTFont(path).getBestCmap()) for path in sorted((ROOT / "assets" / "fonts").glob("*.ttf"))}
    everything = set().union(*fonts.values())
    where = {}
    for folder in ("packs", "i18n"):
        for path in sorted((ROOT / "assets" / folder).rglob("*")):
            if path.suffix in READ:
                for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                    for char in line:
                        where.setdefault(char, f"{path.relative_to(ROOT)}:{number}")
    missing = sorted(c for c in where if ord(c) not in everything and unicodedata.category(c) not in ("Cc", "Cf"))
    for char in missing:
        print(f"{char}  U+{ord(char):04X} {unicodedata.name(char, '?')}, first in {where[char]}")
    # A letter that one weight has and another has not would change its face in the middle of a word.
    for family in ("DeqiSans", "DeqiSerif"):
        styles = {name: have for name, have in fonts.items() if name.startswith(f"{family}-")}
        some = set().union(*styles.values())
        for name, have in styles.items():
            if odd := sorted(chr(c) for c in some - have if chr(c) in where):
                print(f"{name} has no {''.join(odd)}, other styles do")
    print(f"{len(where)} characters used, {len(missing)} that no font has")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
