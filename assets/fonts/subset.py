"""Makes festoon-sans.otf.gz: what the cards are set in where the system has no Chinese font.

    python3 -m venv /tmp/fonts && /tmp/fonts/bin/pip install fonttools==4.68.0 cffsubr==0.4.0
    /tmp/fonts/bin/python assets/fonts/subset.py /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc

The source is Noto Sans CJK SC Regular 2.004, as Debian's package fonts-noto-cjk has it. Kept are Latin, the punctuation of both
languages, GB 2312 level 1 (3,755 characters), what `extra.txt` lists beyond it (names of people and places), and the features that horizontal setting
needs. The same source gives the same bytes.
"""

import gzip
import io
import pathlib
import sys

import cffsubr
from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont

FOLDER = pathlib.Path(__file__).parent
LEVEL_ONE = range(16, 56)
NAME = "Festoon Sans"


def characters() -> set[int]:
    rows = (bytes([row + 0xA0, cell + 0xA0]) for row in LEVEL_ONE for cell in range(1, 95))
    chinese = {ord(raw.decode("gb2312", "ignore")) for raw in rows if raw.decode("gb2312", "ignore")}
    latin = set(range(0x20, 0x7F)) | set(range(0xA0, 0x180)) | {0x218, 0x219, 0x21A, 0x21B, 0x1E9E}
    marks = set(map(ord, "‐‑–—―‘’‚“”„†‡•…‰′″‹›※⁄€№™℃Ω←↑→↓−×÷≈≠≤≥○●◎◆◇□■△▲☆★℉①②③④⑤⑥⑦⑧⑨⑩ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"))
    wide = set(range(0x3000, 0x3018)) | {0x301C, 0x30FB, 0xFFE5, 0xFFE1} | set(range(0xFF01, 0xFF5F))
    extra = {ord(c) for c in (FOLDER / "extra.txt").read_text("utf-8") if not c.isspace()}
    return chinese | latin | marks | wide | extra


def main(source: str) -> None:
    font = TTFont(source, fontNumber=_simplified(source), lazy=True, recalcTimestamp=False)
    options = subset.Options()
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl", "palt", "halt"]
    options.layout_scripts = ["DFLT", "latn", "hani"]
    options.hinting = False
    options.desubroutinize = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 4, 5, 6, 13, 14]
    options.name_languages = [0x409]
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE", "DSIG"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters())
    subsetter.subset(font)
    # A changed font goes by another name, so that nobody takes it for the whole one.
    for record in font["name"].names:
        named = {1: NAME, 4: NAME, 6: NAME.replace(" ", "") + "-Regular"}.get(record.nameID)
        if named:
            record.string = named
    cff = font["CFF "].cff
    cff.fontNames = [NAME.replace(" ", "") + "-Regular"]
    cff.topDictIndex[0].FamilyName = cff.topDictIndex[0].FullName = NAME
    cffsubr.subroutinize(font)
    made = io.BytesIO()
    font.save(made)
    (FOLDER / "festoon-sans.otf.gz").write_bytes(gzip.compress(made.getvalue(), 9, mtime=0))


def _simplified(source: str) -> int:
    for number, font in enumerate(TTCollection(source, lazy=True).fonts):
        if font["name"].getDebugName(1) == "Noto Sans CJK SC":
            return number
    raise SystemExit(f"{source}: no face of the family Noto Sans CJK SC in it")


if __name__ == "__main__":
    main(sys.argv[1])
