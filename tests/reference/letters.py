#!/usr/bin/env python3
"""letters.py: advance widths of Lato's letters, as lib/figures/setting/width.c has them, and of words, as tests/unit/test_figure_marks.c has them, from the
font's files (package fonts-lato 2.0-2.1 of Debian 12; OpenType tables head, hhea, hmtx and cmap).

    python3 tests/reference/letters.py"""
import struct
import unicodedata

FOLDER = "/usr/share/fonts/truetype/lato/"
SIGNS = "·×–—‘’“”…€−"
WORDS = ["Odds ratio, log scale", "Mecklenburg-Vorpommern", "@%&<mW>", "0.25 − 1.50", "“naïve” … ŁÓDŹ", "日本 а"]


def advances(name):
    """A function from a letter to its width in 2000ths of the font's size; None where the font has none."""
    with open(FOLDER + name, "rb") as file:
        data = file.read()
    tables = {}
    for i in range(struct.unpack(">H", data[4:6])[0]):
        tag, _, at, _ = struct.unpack(">4sIII", data[12 + 16 * i:28 + 16 * i])
        tables[tag] = at

    def word(at, kind="H"):
        return struct.unpack(">" + kind, data[at:at + 2])[0]

    assert word(tables[b"head"] + 18) == 2000
    metrics, glyph = word(tables[b"hhea"] + 34), {}
    for i in range(word(tables[b"cmap"] + 2)):
        sub = tables[b"cmap"] + struct.unpack(">I", data[tables[b"cmap"] + 8 + 8 * i:tables[b"cmap"] + 12 + 8 * i])[0]
        if word(sub) != 4:
            continue
        n = word(sub + 6)  # twice the number of segments
        for s in range(0, n, 2):
            end, start = word(sub + 14 + s), word(sub + 16 + n + s)
            delta, offset = word(sub + 16 + 2 * n + s), word(sub + 16 + 3 * n + s)
            for letter in range(start, min(end, 0xFFFE) + 1):
                found = word(sub + 16 + 3 * n + s + offset + 2 * (letter - start)) if offset else letter
                if found or not offset:
                    glyph[letter] = (found + delta) & 0xFFFF
    return lambda letter: word(tables[b"hmtx"] + 4 * min(glyph[letter], metrics - 1)) if glyph.get(letter) else None


regular, bold = advances("Lato-Regular.ttf"), advances("Lato-Bold.ttf")
for width in (regular, bold):
    print(", ".join(str(width(letter)) for letter in range(32, 127)))
print(", ".join(f"{{0x{ord(c):X}, {bold(ord(c))}}}" for c in SIGNS))
for text in WORDS:  # letters that Lato lacks count as 2000 where they are wide
    for width in (regular, bold):
        parts = [width(ord(c)) or (2000 if unicodedata.east_asian_width(c) == "W" else None) for c in text]
        print(repr(text), sum(parts))
# how far letters with marks are from those without, at most
print(max(abs(width(c) - width(ord(unicodedata.normalize("NFD", chr(c))[0])))
          for width in (regular, bold) for c in range(0xC0, 0x180) if width(c) and unicodedata.decomposition(chr(c))[:1].isdigit()
          and unicodedata.normalize("NFD", chr(c)) != chr(c)))
