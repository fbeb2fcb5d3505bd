"""Subsets the fonts that casebook ships; called by subset.sh.

Chinese characters on the web: the union of GB 2312 and the 8,105 of the table of general standard
characters (2013); a browser takes others from the machine. In print, where there is nothing else to
take them from: also all of the block CJK Unified Ideographs, with its traditional characters, as far as the
font holds them. Everything else: the ranges below.
"""
import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTFont
from pypinyin_dict.pinyin_data import ktghz2013

RANGES = [
    (0x20, 0x7E), (0xA0, 0x17F), (0x218, 0x21B), (0x2C6, 0x2DD), (0x391, 0x3C9),
    (0x2010, 0x2027), (0x202F, 0x205E), (0x2070, 0x209C), (0x20A0, 0x20BF), (0x2100, 0x214F),
    (0x2150, 0x218B), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x2460, 0x24FF), (0x2500, 0x25FF),
    (0x2600, 0x2606), (0x26A0, 0x26A0), (0x2713, 0x2717), (0x2776, 0x2793), (0x3000, 0x303F), (0x3220, 0x3229),
    (0x32A3, 0x32A3), (0xFE30, 0xFE4F), (0xFF01, 0xFF5E), (0xFFE0, 0xFFE6),
]


def gb2312():
    """The characters of GB 2312, from its own code table."""
    for high in range(0xA1, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                yield ord(bytes([high, low]).decode("gb2312"))
            except UnicodeDecodeError:
                pass


def on_the_web():
    """Every code point that the Chinese faces of pages keep."""
    return latin() | set(gb2312()) | set(ktghz2013.pinyin_dict)


def in_print():
    """Every code point that the Chinese faces of reports keep."""
    return on_the_web() | set(range(0x4E00, 0xA000))


def latin():
    """Every code point that the Latin faces keep."""
    return {point for first, last in RANGES for point in range(first, last + 1)}


def rename(font, family, style):
    """Gives a changed font a name of its own, as its licence asks."""
    names = {1: family, 2: style, 3: f"{family} {style}", 4: f"{family} {style}",
             6: f"{family.replace(' ', '')}-{style}"}
    for record in list(font["name"].names):
        if record.nameID in names:
            record.string = names[record.nameID]
        elif record.nameID in (16, 17, 21, 22, 25):
            font["name"].removeNames(nameID=record.nameID)


def write(source, target, points, features, family=None, style=None):
    """Writes `target` with the characters of each flavor: `ttf`, `woff2`."""
    for flavor, kept in points.items():
        options = subset.Options(layout_features=features, flavor=None if flavor == "ttf" else flavor, hinting=False,
                                 name_IDs=["*"], notdef_outline=True, glyph_names=False)
        font = subset.load_font(source, options)
        if family:
            rename(font, family, style)
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=kept)
        subsetter.subset(font)
        font["head"].modified = font["head"].created
        font.recalcTimestamp = False
        subset.save_font(font, f"{target}.{flavor}", options)
    digits = TTFont(f"{target}.ttf")
    widths = {digits["hmtx"][digits.getBestCmap()[ord(c)]][0] for c in "0123456789"}
    print(pathlib.Path(target).name, len(digits.getBestCmap()), "characters, digit widths", widths)


def main(noto, source, out):
    """Writes all faces and their licences into `out`."""
    features = ["kern", "locl", "palt", "vert", "halt", "pwid", "ccmp", "mark"]
    for name, style in (("400Regular", "Regular"), ("700Bold", "Bold")):
        write(f"{noto}/{name}/NotoSansSC_{name}.ttf", f"{out}/NotoSansSC-{style}",
              {"ttf": in_print(), "woff2": on_the_web()}, features)
    features = ["kern", "locl", "ccmp", "mark", "liga"]
    for name, style in (("400Regular", "Regular"), ("400Regular_Italic", "Italic"), ("700Bold", "Bold")):
        write(f"{source}/{name}/SourceSans3_{name}.ttf", f"{out}/CasebookSans-{style}", {"ttf": latin()}, features,
              "Casebook Sans", style)
    head = pathlib.Path(f"{source}/LICENSE_FONT").read_text().splitlines()[0]
    text = pathlib.Path(f"{noto}/LICENSE_FONT").read_text()
    pathlib.Path(f"{out}/OFL.txt").write_text(f"{head}\n{text}")


main(*sys.argv[1:])
