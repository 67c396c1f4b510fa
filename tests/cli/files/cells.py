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

# numbers that are none: ranges and bounds, letters for digits, dates, two numbers in a cell, two units in a column
NAMES = ("age", "dose", "y")
base = [(a, round(s), y) for a, s, m, g, y in rows]


def odd(name, cell, meant, every=7, delimiter=",", **how):
    """Every seventh dose stands as cell(dose, its number) has it, and means what meant(..) has; others are as they are."""
    at = [i // every if i % every == 3 else None for i in range(60)]
    put(name, [line(NAMES, delimiter)] + [line((a, d if k is None else cell(d, k), y), delimiter) for k, (a, d, y) in zip(at, base)],
        [(a, d if k is None else meant(d, k), y) for k, (a, d, y) in zip(at, base)], NAMES, **how)


odd("ranges", lambda d, k: (f"{d}-{d + 5}", f"{d} to {d + 4}", f"{d}+")[k % 3], lambda d, k: (d + 2.5, d + 2, d)[k % 3])
odd("ranges_german", lambda d, k: (f"{d} \u2013 {d + 5}", f"{d} bis {d + 5}", f"> {d}")[k % 3], lambda d, k: (d + 2.5, d + 2.5, d)[k % 3], delimiter=";", end="\r\n")
odd("ranges_words", lambda d, k: (f"{d}-{d + 9}", f"{d} or more")[k % 2], lambda d, k: (d + 4.5, d)[k % 2], delimiter="\t")
SIGNS = ("{}--{}", "{} .. {}", "{}\u2014{}", "{} ~ {}", "{} through {}", "between {} and {}", "from {} to {}", "{}\u2026{}", "{} \u2212 {}")
odd("ranges_signs", lambda d, k: SIGNS[k].format(d, d + 5), lambda d, k: d + 2.5)
odd("ranges_decimals", lambda d, k: (f"{d}.5-{d + 1}.5", f"{d}..{d + 2}")[k % 2], lambda d, k: d + 1, every=9)
odd("ranges_commas", lambda d, k: (f"de {d},5 \u00e0 {d + 1},5", f"entre {d} et {d + 2}")[k % 2], lambda d, k: d + 1, every=9, delimiter=";")
odd("letters", lambda d, k: (f"{d // 10}O", f"{d // 10}l")[k % 2], lambda d, k: d // 10 * 10 + k % 2)
odd("letters_ones", lambda d, k: f"{d // 10}l", lambda d, k: d // 10 * 10 + 1, delimiter=";")
odd("letters_capital", lambda d, k: f'{d // 10}{"OI"[k % 2]}', lambda d, k: d // 10 * 10 + k % 2, every=9, end="\r\n")
odd("days", lambda d, k: f"{d % 27 + 1:02}-{('Jan', 'Apr', 'Oct')[k % 3]}", lambda d, k: "", every=5)
odd("days_missing", lambda d, k: ("2-Jan", "NA", "5-Nov")[k % 3], lambda d, k: "", every=6, delimiter=";")
odd("days_numbers", lambda d, k: f"2024-0{k % 3 + 1}-17", lambda d, k: "", every=8)

pressed = [(a, 90 + (i * 37) % 80, 55 + (i * 23) % 40, y) for i, (a, d, y) in enumerate(base)]
PAIRS = ("age", "bp_1", "bp_2", "y")
put("pairs", [line(("age", "bp", "y"))] + [line((a, f"{s}/{d}", y)) for a, s, d, y in pressed] + [""], pressed, PAIRS)
put("pressures", [line(("age", "bp", "y"))] + [line((a, f"{s}/{d} mmHg", y)) for a, s, d, y in pressed], pressed, PAIRS)
put("pairs_last", ['y,"age, years",bp'] + [line((y, a, "" if i % 19 == 4 else f"{s} / {d}")) for i, (a, s, d, y) in enumerate(pressed)],
    [(y, a, "" if i % 19 == 4 else s, "" if i % 19 == 4 else d) for i, (a, s, d, y) in enumerate(pressed)], ("y", "age, years", "bp_1", "bp_2"), end="\r\n")
put("pairs_and_units", ["age\tbp\tsize\ty"] + [f'{a}\t"{s}/{d}"\t{100 + i * 7 % 53} cm\t{y}' if i % 13 else f"{a}\tNA\t{100 + i * 7 % 53} cm\t{y}" for i, (a, s, d, y) in enumerate(pressed)],
    [(a, s if i % 13 else "", d if i % 13 else "", 100 + i * 7 % 53, y) for i, (a, s, d, y) in enumerate(pressed)], ("age", "bp_1", "bp_2", "size", "y"))
put("pounds", [line(NAMES)] + [line((a, f"{2 * d} lb" if i % 4 == 1 else f"{d} kg", y)) for i, (a, d, y) in enumerate(base)],
    [(a, 2 * d * 0.45359237 if i % 4 == 1 else d, y) for i, (a, d, y) in enumerate(base)], NAMES)
put("inches", [line(NAMES, ";")] + [line((a, f"{2.54 * d:.2f}cm" if i % 5 == 1 else f"{d} in." if i % 5 == 2 else f"{d}in", y), ";") for i, (a, d, y) in enumerate(base)],
    [(a, round(2.54 * d, 2) / 2.54 if i % 5 == 1 else d, y) for i, (a, d, y) in enumerate(base)], NAMES, end="\r\n")
put("metres", [line(NAMES)] + [line((a, (f"{d + 140}", f"{d + 140}cm", f"{(d + 140) / 100:.2f} m", f"{d + 140}")[i % 4], y)) for i, (a, d, y) in enumerate(base)],
    [(a, d + 140, y) for a, d, y in base], NAMES)
put("minutes", [line(NAMES)] + [line((a, f'{d} min' if i % 3 else f"{d / 10} h", y)) for i, (a, d, y) in enumerate(base)],
    [(a, d if i % 3 else 6 * d, y) for i, (a, d, y) in enumerate(base)], NAMES)

# weeks and days of pregnancies, whole numbers with fractions, blanks of web pages
put("weeks", [line(NAMES)] + [line((a, f"{m // 7 + 25}+{m % 7}" if i % 13 else "", y)) for i, (a, m, y) in enumerate((a, i * 37 % 109, y) for i, (a, d, y) in enumerate(base))],
    [(a, 175 + i * 37 % 109 if i % 13 else "", y) for i, (a, d, y) in enumerate(base)], NAMES, end="\r\n")
put("mixed_fractions", [line(NAMES, ";")] + [line((a, (f"{d}", f"{d} 1/2", f"{d} 3/4", "7/8")[i % 4], y), ";") for i, (a, d, y) in enumerate(base)],
    [(a, (d, d + 0.5, d + 0.75, 0.875)[i % 4], y) for i, (a, d, y) in enumerate(base)], NAMES)
put("weeks_words", [line(NAMES)] + [line((a, f"{m // 7 + 25}w{m % 7}d" if i % 3 else f"{m // 7 + 25} weeks {m % 7} days", y)) for i, (a, m, y) in enumerate((a, i * 37 % 109, y) for i, (a, d, y) in enumerate(base))],
    [(a, 175 + i * 37 % 109, y) for i, (a, d, y) in enumerate(base)], NAMES)
put("fractions_of_print", [line(NAMES)] + [line((a, (f"{d}", f"{d}\u00bd", f"{d} \u00be", "\u215e")[i % 4], y)) for i, (a, d, y) in enumerate(base)],
    [(a, (d, d + 0.5, d + 0.75, 0.875)[i % 4], y) for i, (a, d, y) in enumerate(base)], NAMES)
put("ounces", [line(NAMES, ";")] + [line((a, f"{i * 37 % 61 // 16 + 5} lb {i * 37 % 61 % 16} oz", y), ";") for i, (a, d, y) in enumerate(base)],
    [(a, i * 37 % 61 // 16 * 16 + 80 + i * 37 % 61 % 16, y) for i, (a, d, y) in enumerate(base)], NAMES, end="\r\n")
put("spans", [line(NAMES)] + [line((a, f"{i * 37 % 61 // 24} days {i * 37 % 61 % 24:02}:30:00", y)) for i, (a, d, y) in enumerate(base)],
    [(a, i * 37 % 61 * 60 + 30, y) for i, (a, d, y) in enumerate(base)], NAMES)
for name, wrap in (("arrays", "[{}]"), ("tuples", "({},)"), ("json_cells", '{{"value": {}}}'), ("web_cells", "<b>{}</b>"), ("numpy_cells", "np.float64({})")):
    put(name, [line(NAMES)] + [line((a, wrap.format(d - 0.5), y)) for a, d, y in base], [(a, d - 0.5, y) for a, d, y in base], NAMES)
put("entities", [line(NAMES)] + [line((a, (f"{d}&nbsp;", f"&lt;{d}", f"{d}")[i % 3], y)) for i, (a, d, y) in enumerate(base)], base, NAMES)

# rows as Stata lists them, below a prompt and above another
RULE = "     |" + "-" * 20 + "|"
listed = [text for i, (a, d, y) in enumerate(base) for text in [f"{i + 1:3}. | {a:4}   {d:5}    {y:2} |"] + [RULE] * (i % 5 == 4)]
put("stata_list", [". list", "", "     +" + RULE[6:-1] + "+", "     |  age    dose     y |", RULE] + listed[:-1] + ["     +" + RULE[6:-1] + "+", "", ". "], base, NAMES, end="\r\n")

# lengths of time in several units
LONG = [(a, i * 37 % 201 + 5, y) for i, (a, d, y) in enumerate(base)]
hours = lambda m, h, unit, least=1: (f"{m // 60}{h}" if m >= 60 else "") + (f"{m % 60}{unit}" if m % 60 or m < 60 * least else "")
put("durations", [line(NAMES)] + [line((a, hours(m, "h ", "m").strip(), y)) for a, m, y in LONG], LONG, NAMES)
put("durations_words", ["age;y;dose"] + [f'{a};{y};"{"1 day, " if i % 9 == 4 else ""}{hours(m, " hours, ", " minutes", 9)}"' for i, (a, m, y) in enumerate(LONG)],
    [(a, y, m + 1440 * (i % 9 == 4)) for i, (a, m, y) in enumerate(LONG)], ("age", "y", "dose"), end="\r\n")
put("durations_iso", [line(NAMES)] + [line((a, "NA" if i % 17 == 5 else "PT" + hours(m, "H", "M") + ("30S" if i % 4 == 1 else ""), y)) for i, (a, m, y) in enumerate(LONG)],
    [(a, "" if i % 17 == 5 else m + 0.5 * (i % 4 == 1), y) for i, (a, m, y) in enumerate(LONG)], NAMES)
put("durations_short", ["y\tage\tdose"] + [f'{y}\t{a}\t{m // 60}h{m % 60:02}' for a, m, y in LONG], [(y, a, m) for a, m, y in LONG], ("y", "age", "dose"), end="\r\n")
# days of work: of 8 hours, with weeks of 5 days too; and of 24 hours, as one of 9 shows
parts = lambda of, names: " ".join(f"{n}{name}" for n, name in zip(of, names) if n) or "0m"
work = lambda i: (i * 7 % 3, i * 11 % 5, i * 5 % 8, i * 3 % 4 * 15)
put("durations_jira", [line(NAMES)] + [line((a, parts(work(i)[1:], "dhm"), y)) for i, (a, d, y) in enumerate(base)],
    [(a, work(i)[1] * 480 + work(i)[2] * 60 + work(i)[3], y) for i, (a, d, y) in enumerate(base)], NAMES)
put("durations_work_weeks", [line(NAMES, ";")] + [line((a, parts(work(i), "wdhm"), y), ";") for i, (a, d, y) in enumerate(base)],
    [(a, work(i)[0] * 2400 + work(i)[1] * 480 + work(i)[2] * 60 + work(i)[3], y) for i, (a, d, y) in enumerate(base)], NAMES, end="\r\n")
put("durations_weeks", [line(NAMES)] + [line((a, parts(work(i)[:3] + (5,), "wdhm") if i else "1d 9h", y)) for i, (a, d, y) in enumerate(base)],
    [(a, work(i)[0] * 10080 + work(i)[1] * 1440 + work(i)[2] * 60 + 5 if i else 1980, y) for i, (a, d, y) in enumerate(base)], NAMES)
# times: of day, by halves and in 24 hours; of races, over an hour and below; as spreadsheets cut them
half = lambda m, i: f"{(m // 60 - 1) % 12 + 1}:{m % 60:02}" + ((" AM", "am", "\u202fAM", " a.m.") if m < 720 else (" PM", "pm", "\u202fPM", " p.m."))[i % 4]
day = [(a, i * 397 % 1440, y) for i, (a, d, y) in enumerate(base)]
put("half_days", [line(NAMES)] + [line((a, f"{m // 60}:{m % 60:02}" if m >= 780 and i % 5 == 2 else half(m, i), y)) for i, (a, m, y) in enumerate(day)],
    [(a, m / 60, y) for a, m, y in day], NAMES)
raced = [(a, 38 * 60 + i * 467 % 1801, y) for i, (a, d, y) in enumerate(base)]
put("race", ['y;time;half;age'] + [f'{y};{s // 3600}:{s % 3600 // 60:02}:{s % 60:02};{2 + s % 3}:{s // 60:02}:{s % 60:02};{a}' if s >= 3600 else
    f'{y};{s // 60}:{s % 60:02};{2 + s % 3}:{s // 60:02}:{s % 60:02};{a}' for a, s, y in raced],
    [(y, s / 60, 2 + s % 3 + s // 60 / 60 + s % 60 / 3600, a) for a, s, y in raced], ("y", "time", "half", "age"), end="\r\n")
put("calls", [line(NAMES)] + [line((a, f"{s // 240}:{s % 60:02}.{s % 10}", y)) for a, s, y in raced], [(a, s // 240 + (s % 60 + s % 10 / 10) / 60, y) for a, s, y in raced], NAMES)
put("tours", ['age;dose;y'] + [f'{a};{7 + s % 9}:{s % 60:02}{":30" if i % 4 == 1 else ""};{y}' for i, (a, s, y) in enumerate(raced)],
    [(a, 7 + s % 9 + (s % 60 + 0.5 * (i % 4 == 1)) / 60, y) for i, (a, s, y) in enumerate(raced)], NAMES)
put("scores", [line(NAMES)] + [line((a, f"{d % 18 + 2}/20", y)) for a, d, y in base], [(a, d % 18 + 2, y) for a, d, y in base], NAMES)
put("balances", [line(NAMES)] + [line((a, f'{d * 57.25:,.2f} {"DR" if i % 3 else "CR"}', y)) for i, (a, d, y) in enumerate(base)],
    [(a, d * 57.25 * (-1 if i % 3 else 1), y) for i, (a, d, y) in enumerate(base)], NAMES)
put("francs", [line(NAMES, ";")] + [line((a, f"{m * 51:,}.-".replace(",", "'"), y), ";") for a, m, y in LONG], [(a, m * 51, y) for a, m, y in LONG], NAMES)

# one unit in several spellings, and two of them beside a column of labels
HOURS = ("{} h", "{}h", "{} hrs", "{} Hours", "{}", "{} hr", "{}Hrs.", "{} hour")
put("spelt_units", [line(("age", "sleep", "weight", "y"))] + [line((a, HOURS[i * 3 % 8].format(4 + d % 6), ("{} kg", "{}KG", "{} kgs")[i % 3].format(d), y)) for i, (a, d, y) in enumerate(base)],
    [(a, 4 + d % 6, d, y) for a, d, y in base], ("age", "sleep", "weight", "y"))
scaled = [(a, i * 7 % 5 + 1, 4 + d % 6, y) for i, (a, d, y) in enumerate(base)]
put("labels_and_units", [line(("age", "stress", "sleep", "y"))] + [line((a, ("1 (not at all)", 2, 3, 4, "5 (very much)")[s - 1], HOURS[i * 5 % 8].format(h), y)) for i, (a, s, h, y) in enumerate(scaled)],
    scaled, ("age", "stress", "sleep", "y"))
put("years_months", [line(NAMES)] + [line((a, (f"{d} years", f"{d} yrs", f"{d * 12} months", f"{d} y/o", f"{d} J.")[i % 5], y)) for i, (a, d, y) in enumerate(base)], base, NAMES)

# ticks: a sign or nothing
TICKS = ("age", "smokes", "asthma", "y")
ticked = [(a, int(i * 7 % 5 < 2), int(i * 11 % 7 < 3), y) for i, (a, d, y) in enumerate(base)]
sign = lambda x, text: text if x else ""
put("ticks", [line(TICKS)] + [line((a, sign(s, "x"), sign(t, "X"), y)) for a, s, t, y in ticked] + [""], ticked, TICKS)
put("ticks_last", ['"y";"age; years";"smokes";"asthma"'] + [f'{y};"{a}";"{sign(s, "x")}";"{sign(t, "x")}"' for a, s, t, y in ticked], [(y, a, s, t) for a, s, t, y in ticked],
    ("y", "age; years", *TICKS[1:3]), end="\r\n")
put("ticks_one", [line((*TICKS[1:], "town"), "\t")] + [line((sign(s, "\u2713"), t, y, TOWNS[i % 3]), "\t") for i, (a, s, t, y) in enumerate(ticked)],
    [(s, t, y, TOWNS[i % 3]) for i, (a, s, t, y) in enumerate(ticked)], (*TICKS[1:], "town"))
crosses = lambda x, i: ("x", "X", " x", "xx")[i * 5 % 7 % 4] if x else ""
put("ticks_target", [line(TICKS, ";")] + [line((a, crosses(s, i), crosses(t, i + 2), crosses(y, i + 1)), ";") for i, (a, s, t, y) in enumerate(ticked)], ticked, TICKS, end="\r\n")
MANY = ("age", "a", "b", "c", "d", "e", "f", "y")
many = [(a, *(int((i * 7 + k * 13) % 11 < 2) for k in range(6)), y) for i, (a, s, t, y) in enumerate(ticked)]
put("ticks_many", [line(MANY)] + [line((a, *(sign(s, "\u2713") for s in six), y)) for a, *six, y in many], many, MANY)
put("ticks_ones", [line(MANY)] + [line((a, *(sign(s, "1") for s in six), y)) for a, *six, y in many], many, MANY)
put("ticks_words", [line(TICKS)] + [line((a, sign(s, "@"), sign(t, "Smoker, heavy"), y)) for a, s, t, y in ticked], ticked, TICKS, end="\r\n")
put("ticks_answers", [line(TICKS)] + [line((a, sign(s, "Yes"), sign(t, ("YES", "yes", "y")[i % 3]), y)) for i, (a, s, t, y) in enumerate(ticked)], ticked, TICKS)
put("ticks_named", [line(TICKS)] + [line((a, sign(s, "x"), sign(t, "remark"), y)) for a, s, t, y in ticked], [(a, s, sign(t, "remark"), y) for a, s, t, y in ticked], TICKS, options="--features age,smokes")
