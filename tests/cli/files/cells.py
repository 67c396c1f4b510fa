#!/usr/bin/env python3
"""cells.py FOLDER: writes files whose cells need something, each with its twin (twins.py)."""
from twins import line, put, rows

TOWNS = ("Portland, OR", "Bath", "York, ME")
SITES = ("North, old", "South", "West")
NAMES = ("town", "site", "age", "size", "y")
placed = [(TOWNS[i * 7 % 11 % 3], SITES[i // 20], a, s, y) for i, (a, s, m, g, y) in enumerate(rows)]


def merged(i, cell, of=20):
    return cell if i % of == 0 else ""


# cells that were merged, behind and about cells that hold the delimiter; blank lines
put("merged_behind", [line(NAMES)] + [line((t, merged(i, s), *r)) for i, (t, s, *r) in enumerate(placed)] + ["", ""], placed, NAMES, end="\r\n")
put("merged_first", [line(NAMES[1:], ";")] + [l for i, (t, s, *r) in enumerate(placed) for l in [line((merged(i, s.replace(",", ";")), *r), ";")] + [""] * (i % 25 == 3)],
    [(s.replace(",", ";"), *r) for t, s, *r in placed], NAMES[1:])
within = [(t, f"W{i // 20}", SITES[i // 10 % 3], *r) for i, (t, s, *r) in enumerate(placed)]
put("merged_two", [line(("note", "ward", *NAMES[1:]), "\t")] + [line((t, merged(i, w), merged(i, s, 10), *r), "\t") for i, (t, w, s, *r) in enumerate(within)],
    within, ("note", "ward", *NAMES[1:]), options="--exclude note")
put("merged_last", [line(("y", "town", "age", "site"))] + [line((y, t, a, merged(i, s))) for i, (t, s, a, z, y) in enumerate(placed)] + [""],
    [(y, t, a, s) for t, s, a, z, y in placed], ("y", "town", "age", "site"), end="\r\n")
# names that stand twice, behind names that hold the delimiter or a line end
scores = [(a, s, m, g, y) for a, s, m, g, y in rows]
twice = ("V1", "size", "V3", "sex", "y")
put("twice_quoted", ['"size, cm",size,size,sex,y'] + [line(r) for r in scores], scores, ("size, cm", *twice[1:]))
put("twice_in_lines", ['"size,\nin cm",size,size,sex,y'] + [line(r) for r in scores] + [""], scores, ("size. in cm", *twice[1:]))
put("nameless", ['"age; years";;amount;;y'] + [line(r, ";") for r in scores], scores, ("age; years", "V2", "amount", "V4", "y"))
# answers in several spellings, in a column behind such cells
SPELT = (("No", "NO", "no", "n"), ("Yes", "YES", "yes", "y"))
asked = [(t, i, s, a, z) for i, (t, s, a, z, y) in enumerate(placed)]
said = lambda words: [(t, words[rows[i][4]][i * 5 % 7 % len(words[0])], a, z) for t, i, s, a, z in asked]
plain = [(t, ("no", "yes")[rows[i][4]], a, z) for t, i, s, a, z in asked]
put("spelt", [line(("town", "y", "age", "size"))] + [line(r) for r in said(SPELT)] + [""], plain, ("town", "y", "age", "size"), end="\r\n")
put("spelt_all_quoted", ['"town"\t"y"\t"age"\t"size"'] + ["\t".join(f'"{c}"' for c in r) for r in said((("ne m\u00e1", "Ne m\u00e1"), ("m\u00e1", "M\u00e1")))],
    [(t, ("ne m\u00e1", "m\u00e1")[rows[i][4]], a, z) for t, i, s, a, z in asked],
    ("town", "y", "age", "size"))
put("spelt_numbers", [line(("town", "y", "age", "size"))] + [line((t, ("no", "YES")[rows[i][4]] if i % 17 == 5 else rows[i][4], a, z)) for t, i, s, a, z in asked] + [""],
    [(t, rows[i][4], a, z) for t, i, s, a, z in asked], ("town", "y", "age", "size"))
