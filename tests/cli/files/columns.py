#!/usr/bin/env python3
"""columns.py FOLDER: writes files whose columns mean something else than they seem, each with its twin (twins.py)."""
from twins import line, put, rows

NAMES = ("age", "size", "y")
three = [(a, s, y) for a, s, m, g, y in rows]


def beside(i, *cells):
    return cells[i] if i < len(cells) else ("",) * len(cells[0])


# a second table at the side: behind a column without a name, without one, of numbers alone, without names, at the end; remarks
put("side", [line((*NAMES, "", "Statistic", "of age"))] + [line((*r, "", *beside(i, ("mean", 41.5), ("sd", 12), ("n", 60)))) for i, r in enumerate(three)],
    three, NAMES, options="--target y")
put("side_close", [line((*NAMES, "Total", "rows"), ";")] + [line((*r, *beside(i, ("a", 20), ("b", 40))), ";") for i, r in enumerate(three)],
    three, NAMES, options="--target y")
put("side_numbers", [line(("", *NAMES, "", "", "year", "deaths"))] + [line(("", *r, "", "", *beside(i, *((1990 + k, 7 + k * k % 5) for k in range(25))))) for i, r in enumerate(three)],
    three, NAMES, options="--target y")
put("side_longer", [line((*NAMES, "", "ward, new", "beds"))] + [line((*r, "", *(("W%d" % i, 7 + i % 9) if i < 45 else ("", "")))) for i, r in enumerate(three)],
    three, NAMES, options="--target y")
put("side_remarks", [line((*NAMES, "", "remark"))] + [line((*r, "", {3: "asked again", 40: "see letter", 41: "moved"}.get(i, ""))) for i, r in enumerate(three)],
    three, NAMES)
put("side_nameless", [line((*NAMES, "", "", ""))] + [line((*r, "", *beside(i, ("mean", 41.5), ("n", 60)))) for i, r in enumerate(three)],
    three, NAMES, options="--target y")
# an outcome that is a day, where it came about
day = lambda i, form: form % (1 + i % 12, 1 + i * 7 % 28)
for name, form, end in (("died", "2023-%02d-%02d", "\n"), ("relapse", "%d/%d/2021", "\r\n"), ("seen", "2022-%02d-%02d 10:30:00", "\n")):
    put("day_" + name, [line(("town", *NAMES[:2], name))] + [line((("Bath", "York, ME")[i % 2], a, s, day(i, form) if y else "")) for i, (a, s, y) in enumerate(three)] + [""],
        [(("Bath", "York, ME")[i % 2], *r) for i, r in enumerate(three)], ("town", "age", "size", name), end=end)
put("day_serial", [line(("age", "died_date", "size"), "\t")] + [line((a, 44000 + i * 37 % 400 if y else ".", s), "\t") for i, (a, s, y) in enumerate(three)],
    [(a, y, s) for a, s, y in three], ("age", "died_date", "size"), options="--target died_date")
# encodings: of two bytes a character, which are not read; of languages whose letters look like others'
for name, encoding, names, (no, yes) in (
        ("enc_japan", "shift_jis", ("\u5e74\u9f62", "\u4f53\u91cd", "\u8ee2\u5e30"), ("\u751f\u5b58", "\u6b7b\u4ea1")),
        ("enc_japan_unix", "euc_jp", ("\u306d\u3093\u308c\u3044", "\u4f53\u91cd", "\u8ee2\u5e30"), ("\u3044\u3044\u3048", "\u306f\u3044")),
        ("enc_korea", "euc_kr", ("\ub098\uc774", "\uccb4\uc911", "\uc0ac\ub9dd"), ("\uc544\ub2c8\uc624", "\uc608")),
        ("enc_china", "gbk", ("\u5e74\u9f84", "\u4f53\u91cd", "\u6b7b\u4ea1"), ("\u5426", "\u662f")),
        ("enc_taiwan", "big5", ("\u5e74\u9f61", "\u9ad4\u91cd", "\u6b7b\u4ea1"), ("\u5426", "\u662f")),
        ("enc_czech", "cp1250", ("v\u011bk", "v\u00fd\u0161ka", "p\u0159\u00ed\u010dina"), ("jin\u00e1", "n\u00e1dor")),
        ("enc_hungary", "cp1250", ("\u00e9letkor", "s\u00faly", "n\u0151"), ("Gy\u0151r", "P\u00e9cs")),
        ("enc_poland", "cp1250", ("wiek", "wzrost", "oddzia\u0142"), ("Pozna\u0144", "wewn\u0119trzny")),
        ("enc_poland_end", "cp1250", ("wiek", "wzrost", "wynik"), ("obla\u0142", "zda\u0142")),
        ("enc_spain", "cp1252", ("edad", "tama\u00f1o", "poblaci\u00f3n"), ("Logro\u00f1o", "Le\u00f3n")),
        ("enc_greece", "cp1253", ("\u03b7\u03bb\u03b9\u03ba\u03af\u03b1", "\u0392\u03ac\u03c1\u03bf\u03c2", "\u03ad\u03ba\u03b2\u03b1\u03c3\u03b7"), ("\u038c\u03c7\u03b9", "\u039d\u03b1\u03b9")),
        ("enc_turkey", "cp1254", ("ya\u015f", "a\u011f\u0131rl\u0131k", "sonu\u00e7"), ("hay\u0131r", "evet")),
        ("enc_iceland", "cp1252", ("aldur", "\u00feyngd", "h\u00e6\u00f0"), ("nei", "j\u00e1")),
        ("enc_russia", "cp1251", ("\u0432\u043e\u0437\u0440\u0430\u0441\u0442", "\u0412\u0435\u0441", "\u0438\u0441\u0445\u043e\u0434"), ("\u043d\u0435\u0442", "\u0434\u0430")),
        ("enc_norway", "cp1252", ("alder", "h\u00f8yde", "\u00e5rsak"), ("annet", "st\u00e6rk")),
        ("enc_brazil", "cp1252", ("idade", "regi\u00e3o", "raz\u00f5es"), ("n\u00e3o", "sim"))):
    told = [(a, s, (no, yes)[y]) for a, s, y in three]
    put(name, [line(names)] + [line(r) for r in told], told, names, encoding=encoding)
