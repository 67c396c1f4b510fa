#!/usr/bin/env python3
"""plans.py FOLDER: writes files in which several things stand in the way of a fit, each with its twin (twins.py)."""
from twins import NAMES, de, line, put, rows, us

head, body = line(NAMES), [line(r) for r in rows]
german = [(a, de(s, 1), de(m) + " \u20ac", g, y) for a, s, m, g, y in rows]
german_lines = [line(NAMES, ";")] + [line(r, ";") for r in german]
kilograms = [(a, f"{s} kg", m, g, y) for a, s, m, g, y in rows]
unit_lines = [line(r) for r in kilograms]
total = line((sum(r[0] for r in rows), "", f"{sum(r[2] for r in rows):.2f}", "Total", sum(r[4] for r in rows)))

# rows that are no data, above, between and below
put("title_and_units", ["Report of June", "", head] + unit_lines)
put("title_and_footer", ["Report of June,,,,", ",,,,", head] + body + ["", "Source: the ward"])
put("two_headers_and_units", [head, "years,kg,EUR,sex,0/1"] + unit_lines)
put("headers_and_footer", [l for i, b in enumerate(body) for l in ([head, b] if i % 20 == 0 else [b])] + ["", "60 rows selected."])
put("headers_and_units", [l for i, b in enumerate(unit_lines) for l in ([head, b] if i % 20 == 0 else [b])])
put("totals_and_units", [head] + unit_lines + [total.replace(",,", ",1000 kg,", 1)])
put("total_and_footer", [head] + body + [total, "", "Printed on Monday"])
put("comments_and_units", ["# made by a logger", head] + unit_lines[:30] + ["# paused"] + unit_lines[30:])
put("groups_and_units", ["Person,,Money,Person,", head] + unit_lines)
# the header, and cells
put("index_and_units", ["," + head] + [f"{i},{l}" for i, l in enumerate(unit_lines)])
put("row_names_and_dollars", [head] + [f'"{i + 1}",' + line((a, s, "$" + us(m), g, y)) for i, (a, s, m, g, y) in enumerate(rows)])
put("twice_and_units", ["age,age,age,sex,y"] + unit_lines, names=("age", "V2", "V3", "sex", "y"))
# encodings, and what is behind
put("german", german_lines, encoding="cp1252", end="\r\n")
put("german_title", ["Auszug f\u00fcr M\u00e4rz", ""] + german_lines, encoding="cp1252", end="\r\n")
put("german_title_utf16", ["Auszug f\u00fcr M\u00e4rz", ""] + german_lines, encoding="utf-16", end="\r\n")
put("german_words", [line(NAMES, ";")] + [line((a, de(s, 1), de(m), "m\u00e4nnlich" if g == "m" else "weiblich", y), ";") for a, s, m, g, y in rows],
    [(a, s, m, "m\u00e4nnlich" if g == "m" else "weiblich", y) for a, s, m, g, y in rows], encoding="cp1252")
put("decimals_alone", [line(NAMES, ";")] + [line((a, de(s, 1), str(m).replace(".", ","), "m\u00e4nnlich" if g == "m" else "weiblich", y), ";") for a, s, m, g, y in rows],
    [(a, s, m, "m\u00e4nnlich" if g == "m" else "weiblich", y) for a, s, m, g, y in rows], encoding="cp1252")
ages, sizes = [r[0] for r in rows], [r[1] for r in rows]
put("swedish", ["Rapport \u00e5terinl\u00e4ggningar;;;;", "", line(NAMES, ";")] + [line((a, de(s, 1), round(m), ("Kvinna", "kvinna")[i % 2] if g == "f" else "Man", ("Nej", "Ja")[y]), ";") for i, (a, s, m, g, y) in enumerate(rows)]
    + [f"{de(sum(ages) / 60, 3)};{de(sum(sizes) / 60, 3)};;;"], [(a, s, round(m), "Kvinna" if g == "f" else "Man", ("Nej", "Ja")[y]) for a, s, m, g, y in rows], encoding="cp1252", end="\r\n")
# IDs, persons and dates, told with what must be mended, before a fit could tell them
NAMED = ("MRN", "Patient", *NAMES[:2], "seen", *NAMES[2:])
named = lambda i, r: (4400 + 13 * i, f"Smith, {chr(65 + i % 26)}{i // 26}", *r[:2], f"2024-0{i % 9 + 1}-{i % 28 + 1:02}", *r[2:])
put("named", ["Clinic A", "", line(NAMED)] + [line(named(i, r)) for i, r in enumerate(kilograms)])
put("named_alone", [line(NAMED)] + [line(named(i, r)) for i, r in enumerate(kilograms)])
put("named_gaps", [line(NAMED)] + [line(named(i, (a, s, "n.d." if i % 17 == 3 else m, g, y))) for i, (a, s, m, g, y) in enumerate(kilograms)],
    [(a, s, "" if i % 17 == 3 else m, g, y) for i, (a, s, m, g, y) in enumerate(rows)])
# delimiters that end each line make a column without a name, which no option can name
put("named_and_ends", [line(NAMED) + ","] + [line(named(i, r)) + "," for i, r in enumerate(kilograms)])
put("named_and_margin", [line(NAMED[:-1]) + "," + NAMED[-1] + ",,"] + [line(named(i, r)) + ",," for i, r in enumerate(kilograms)])
policy = lambda i: f"{10 + i * 37 % 83}.{100 + i * 91 % 899}.{100 + i * 53 % 877}"
put("documents", ["Police;" + line(NAMES, ";")] + [f"{policy(i)};" + line((a, s, us(m).replace(",", "'"), g, y), ";") for i, (a, s, m, g, y) in enumerate(rows)])
# tables drawn with lines, headers of three rows, single quotes, other encodings
put("drawn", ["+-----+", "| " + " | ".join(NAMES) + " |", "|-----+-----|"] + ["| " + " | ".join(map(str, r)) + " |" for r in kilograms] + ["+-----+", "(60 rows)"], end="\r\n")
put("qualtrics", ["age,size,amount,sex,y", 'age,"How tall,\nin all?","The amount, please",sex,y', line('{"ImportId":"QID%d"}' % k for k in range(5))] + body)
put("single_quotes", [line(f"'{n}'" for n in NAMES)] + [line((f"'{a}'", s, m, f"'{g}'", y)) for a, s, m, g, y in rows])
polish = [(a, de(s, 1), spaced, "m\u0119\u017cczyzna" if g == "m" else "kobieta", y) for a, s, m, g, y in rows for spaced in [us(m).replace(",", " ").replace(".", ",") + " z\u0142"]]
put("polish", ["wiek;wzrost;dochod;p\u0142e\u0107;y"] + [line(r, ";") for r in polish], [(a, s, m, "m\u0119\u017cczyzna" if g == "m" else "kobieta", y) for a, s, m, g, y in rows],
    ("wiek", "wzrost", "dochod", "p\u0142e\u0107", "y"), encoding="cp1250", end="\r\n")
put("dos", [line(("Gr\u00f6\u00dfe",) + NAMES[1:], ";")] + [line((a, s, m, "m\u00e4nnlich" if g == "m" else "weiblich", y), ";") for a, s, m, g, y in rows],
    [(a, s, m, "m\u00e4nnlich" if g == "m" else "weiblich", y) for a, s, m, g, y in rows], ("Gr\u00f6\u00dfe",) + NAMES[1:], encoding="cp850", end="\r\n")
# line ends of old, lines of other kinds, marks of totals
put("old_mac", german_lines, end="\r")
put("drawn_finely", ["\u250c\u2500\u252c\u2500\u2510", "\u2502 " + " \u2502 ".join(NAMES) + " \u2502", "\u251c\u2500\u253c\u2500\u2524"] +
    ["\u2502 " + " \u2502 ".join(map(str, r)) + " \u2502" for r in rows] + ["\u2514\u2500\u2518"])
put("ruled", ["age  size  amount  sex  y", "---  ----  ------  ---  -"] + ["  ".join(map(str, r)) for r in rows])
wide = ("age", "size", "amount", "town", "y")
towns = [(a, s, None if i % 13 == 5 else m, ("New York", "Bonn", "K\u00f6ln am Rhein")[i % 3], y) for i, (a, s, m, g, y) in enumerate(rows)]
spooled = [f"{a:>10} {s:>10} {m:>14} {g:<8} {y:>10}" for a, s, m, g, y in rows]
spool_head = ["%10s %10s %14s %-8s %10s" % NAMES, " ".join("-" * n for n in (10, 10, 14, 8, 10))]
put("spool", ["SQL> set linesize 200", "SQL> select age, size, amount, sex, y", "  2  from patients;", ""] + spool_head + spooled + ["", "60 rows selected.", "", "SQL> spool off"])
lists = [(a, s, m, g + ", aged", y) for a, s, m, g, y in rows]
spooled = [f"{a:>10} {s:>10} {m:>14} {g:<8} {y:>10}" for a, s, m, g, y in lists]
put("spool_of_pages", ["SQL> select * from patients;"] + [l for i in range(0, 60, 11) for l in [""] + spool_head + spooled[i:i + 11]] + ["", "60 rows selected."], lists)
put("spool_of_csv", ["SQL> select * from patients;", ""] + [line(f'"{n}"' for n in NAMES).replace('"""', '"')] + [line((a, s, m, g, y)) for a, s, m, g, y in rows] + ["", "60 rows selected.", "", "SQL> spool off"])
put("sqlcmd", ["  ".join(f"{c:<13}" for c in NAMES), "  ".join(["-" * 13] * 5)] + ["  ".join(f"{c:<13}" for c in r) for r in rows] + ["", "(60 rows affected)"])
listed = [(a, None if k % 17 == 3 else s, m, {"m": "New York", "f": "Ulm"}[g], y) for k, (a, s, m, g, y) in enumerate(rows)]
put("listed", ["%3s %4s %5s %8s %9s %2s" % ("", *NAMES)] + ["%-3d %4s %5s %8s %9s %2s" % (k + 1, r[0], "<NA>" if r[1] is None else r[1], *r[2:]) for k, r in enumerate(listed)], listed)
put("ruled_wide", ["  ".join(f"{'' if c is None else c:<13}" for c in r) for r in [wide, ["-" * 13] * 5] + towns], towns, wide)
put("sales", [head] + body + ['"Grand Totals (60 records)"', "", '"Copyright (c) 2000-2024 Sellers, inc. All rights reserved."'])
put("two_names_of_a_money", [head] + [line((a, s, (f"{m} EUR", f"\u20ac {m}", f"{m} Euro", m)[i % 4], g, y)) for i, (a, s, m, g, y) in enumerate(rows)])
put("real", ["idade;tamanho;valor;sexo;y"] + [line((a, de(s, 1), "R$ " + de(m), g, y), ";") for a, s, m, g, y in rows] + [f"Total;;R$ {de(sum(r[2] for r in rows))};;"],
    names=("idade", "tamanho", "valor", "sexo", "y"), encoding="utf-16", end="\r\n")
put("laboratory", ["Instrument: XYZ 3000", "Serial: 12345", "", head, ",mm,mg/L,,"] + [line((a, f"{s} [a]" if i % 7 == 0 else s, m, g, y)) for i, (a, s, m, g, y) in enumerate(rows)])
put("spellings", [head] + [line((f"{a}O"[-3:].replace("0O", "O") if a % 10 == 0 else a, f"{s} cm" if i % 3 else f"{s}Cm", f"{m} EUR" if i % 4 else m, g, y)) for i, (a, s, m, g, y) in enumerate(rows)])
put("all_at_once", ["age,size,size,sex,y", "years,cm,EUR,,"] + [line((a, s, f"\u20ac {m}", g, y)) for a, s, m, g, y in rows] + ["", "# end"], names=("age", "size", "V3", "sex", "y"))
# listings below titles, lists of SAP, totals beside numbers that are none yet, missing answers beside decimal commas
listed = [(i + 1, a, s, g, y) for i, (a, s, m, g, y) in enumerate(rows)]
put("listing", ["    The SAS System     10:02 Friday, June 7, 2024   1", "", "  Obs   age   size   sex   y", ""] + ["  " + "    ".join(map(str, r)) for r in listed],
    [r[1:] for r in listed], ("age", "size", "sex", "y"))
put("listing_of_r", ["> patients, all of them", "   age size sex y"] + [f"{i} {a}  {s} {g} {y}" for i, a, s, g, y in listed], [r[1:] for r in listed], ("age", "size", "sex", "y"), end="\r\n")
put("listing_wide", ["Clinic: North, 2nd floor", "Date: 2024-05-01", "", "age  size  sex  y"] + ["   ".join(map(str, r[1:])) for r in listed] + [""], [r[1:] for r in listed],
    ("age", "size", "sex", "y"))
plain = ("age", "size", "amount", "sex", "y")
put("list_of_sap", ["|" + "|".join(f"{n:>9}" for n in plain) + "|", "-" * 51] + ["|" + "|".join(f"{c:>9}" for c in (a, de(s, 1), de(m) + ("-" if i % 9 == 0 else " "), g, y)) + "|" for i, (a, s, m, g, y) in enumerate(rows)] + ["-" * 51],
    [(a, s, -m if i % 9 == 0 else m, g, y) for i, (a, s, m, g, y) in enumerate(rows)])
put("total_and_decimals", [line(NAMES, ";")] + [line((a, de(s, 1), f"{m:.2f}".replace(".", ","), g, y), ";") for a, s, m, g, y in rows] +
    [line((sum(r[0] for r in rows), "", f"{sum(r[2] for r in rows):.2f}".replace(".", ","), "Summe", sum(r[4] for r in rows)), ";")])
put("total_and_thousands", ["branch,amount,age,y"] + [line((f"B{i % 3}", us(m), a, y)) for i, (a, s, m, g, y) in enumerate(rows)] +
    [line(("Grand Total", us(sum(r[2] for r in rows)), sum(r[0] for r in rows), sum(r[4] for r in rows)))],
    [(f"B{i % 3}", m, a, y) for i, (a, s, m, g, y) in enumerate(rows)], ("branch", "amount", "age", "y"))
put("answers_and_decimals", ["wiek;wzrost;p\u0142e\u0107;y"] + [line((a, de(s, 1), g, "brak danych" if i % 17 == 4 else ("nie", "tak")[y]), ";") for i, (a, s, m, g, y) in enumerate(rows)],
    [(a, s, g, "" if i % 17 == 4 else ("nie", "tak")[y]) for i, (a, s, m, g, y) in enumerate(rows)], ("wiek", "wzrost", "p\u0142e\u0107", "y"), encoding="cp1250", end="\r\n")
# the encoding is seen below what stands above the table
town = [(a, s, m, "S\u00fcd" if g == "m" else "Nord", y) for a, s, m, g, y in rows]
put("title_drawn_latin", ["Debitoren", "Stand: 31.12.2023", "", "|" + "|".join(f"{n:>9}" for n in NAMES) + "|", "-" * 51]
    + ["|" + "|".join(f"{c:>9}" for c in (a, de(s, 1), de(m), g, y)) + "|" for a, s, m, g, y in town] + ["-" * 51], town, encoding="cp1252", end="\r\n")
# plain letters above the table, others below
station = [(a, s, m, "K\u00f6ln" if g == "m" else "Bonn", y) for a, s, m, g, y in rows]
put("plain_title_latin", ["Messstelle 4;;;;", "", line(NAMES, ";")] + [line(r, ";") for r in station], station, encoding="cp1252")
put("plain_title_decimals", ["Station A;;;;", "Serial 12;;;;", "", line(NAMES, ";")] + [line((a, de(s, 1), m, g, y), ";") for a, s, m, g, y in station], station, encoding="cp1252")
# two rows of names: groups above the columns' own, which alone tell columns apart or do not
put("levels", [",demo,lab,lab,demo,outcome", ",age,size,amount,sex,y", "patient,,,,,"] + [line((f"P{i:03}", *r)) for i, r in enumerate(rows)])
put("aggregated", [",age,age,size,y", ",mean,std,mean,", "id,,,,"] + [line((i + 1, a, round(m / 100), s, y)) for i, (a, s, m, g, y) in enumerate(rows)],
    [(a, round(m / 100), s, y) for a, s, m, g, y in rows], ("age_mean", "age_std", "size", "y"))
chosen = [(a, i * 7 % 5 < 2, i * 11 % 7 < 3, i * 5 % 3 < 1, y) for i, (a, s, m, g, y) in enumerate(rows)]
put("survey_choices", ['age,"Which of these do you drink, if any?",,,y', "Open-Ended Response,Coffee,Tea,\"Water, still\",Response"] +
    [line((a, "Coffee" if c else "", "Tea" if t else "", "Water, still" if w else "", "Yes" if y else "No")) for a, c, t, w, y in chosen],
    [(a, int(c), int(t), int(w), "Yes" if y else "No") for a, c, t, w, y in chosen],
    ("age", *(f"Which of these do you drink, if any?_{x}" for x in ("Coffee", "Tea", "Water, still")), "y"), end="\r\n")
put("choices", [line(("age", "Q5_1", "Q5_2", "Q5_3", "y"))] + [line((a, "Coffee" if c else "", "Tea" if t else "", "Water, still" if w else "", y)) for a, c, t, w, y in chosen],
    [(a, int(c), int(t), int(w), y) for a, c, t, w, y in chosen], ("age", "Q5_1", "Q5_2", "Q5_3", "y"))
# all that a printed report has about its table, told at once: title, pages, headers again, a legend beside it, totals among numbers that need something
pages = [l for i, (a, s, m, g, y) in enumerate(rows) for l in (["Page %d of 3,,,," % (i // 20), "", head] if i % 20 == 0 and i else []) + [line((a, s, m, g, y))]]
put("pages", ["Patients,,,,", ",,,,", head] + pages + ["Page 3 of 3,,,,"])
named = [(f"{g}-{i:03}", a, s, g, y) for i, (a, s, m, g, y) in enumerate(rows)]
put("pages_text", ["site;age;size;sex;y"] + [l for i, (n, *r) in enumerate(named) for l in (["Seite %d;;;;" % (i // 20)] if i % 20 == 0 and i else []) + [line(("ABC"[i * 7 % 11 % 3], *r), ";")]],
    [("ABC"[i * 7 % 11 % 3], *r) for i, (n, *r) in enumerate(named)], ("site", "age", "size", "sex", "y"))
put("legend_and_total", ["Relev\u00e9 2022;;;;;;", ";;;;;;", "zone;surface;prix;sexe;y;;"] +
    [line((f"Z{i % 5}", f"{1000 + 7 * a:,}".replace(",", "\u202f"), de(s, 1) + " \u20ac", g, y, "", ("m = m\u00e2le", "f = femelle")[i] if i < 2 else ""), ";") for i, (a, s, m, g, y) in enumerate(rows)] +
    [f"Total;{sum(1000 + 7 * r[0] for r in rows):,};;;;;".replace(",", "\u202f")],
    [(f"Z{i % 5}", 1000 + 7 * a, s, g, y) for i, (a, s, m, g, y) in enumerate(rows)], ("zone", "surface", "prix", "sexe", "y"), end="\r\n")
put("grand_totals", ["owner,age,size,sex,y"] + [line((f"Sales {i % 4}", *r[1:])) for i, r in enumerate(named)] + [line(("Grand Totals (60 records)", sum(r[1] for r in named), "", "", ""))],
    [(f"Sales {i % 4}", *r[1:]) for i, r in enumerate(named)], ("owner", "age", "size", "sex", "y"))
# exports joined that do not have the same columns, or have them in another order
TURNED = (4, 3, 0, 2, 1)
turn = lambda cells: [cells[k] for k in TURNED]
put("turned", [head] + body[:25] + [line(turn(NAMES))] + [line(turn(r)) for r in rows[25:40]] + [head] + body[40:])
put("turned_and_units", ["Report of June;;;;", line(NAMES, ";")] + [line((a, f"{s} kg", m, f"{g}; aged", y), ";") for a, s, m, g, y in rows[:25]]
    + ["Report of July;;;;", line((n.title() for n in turn(NAMES)), ";")] + [line(turn((a, f"{s} kg", m, f"{g}; aged", y)), ";") for a, s, m, g, y in rows[25:]],
    [(a, s, m, f"{g}; aged", y) for a, s, m, g, y in rows], end="\r\n")
put("turned_and_renamed", [head] + body[:25] + [line(turn(("years", *NAMES[1:])))] + [line(turn(r)) for r in rows[25:]])
put("joined_with_more", [head] + body[:25] + [line(("id", *NAMES, "bmi"))] + [line((i, *r, 20 + i % 9)) for i, r in enumerate(rows[25:])])
put("joined_marked", [head] + body[:25] + ["\ufeff" + head] + body[25:], rows, encoding="utf-8")
put("joined_renamed", [head] + body[:25] + [line(("Age (years)", *NAMES[1:]))] + body[25:])
# names that another mark parts than the rows, and quotes that stand twice
put("names_apart", [line(NAMES)] + [line(r, ";") for r in rows])
put("quotes_twice", [",".join(f'""{c}""' for c in r) for r in (NAMES, *rows)], end="\r\n")
# a title of words as wide as the table
put("titled", ["Report,Clients,Spring,by,Smith", head] + body)
put("titled_explained", ["Study,A,Bonn,2nd,wave", line(("Age at entry", *NAMES[1:]))] + body, names=("Age at entry", *NAMES[1:]))
# tables on their side, and values with their names in front
put("sideways", [line(c) for c in zip(NAMES, *rows)])
put("sideways_titled", ["Trial A", ""] + [line(("id", *(f"P{i}" for i in range(60))), ";")] + [line(c, ";") for c in zip(NAMES, *rows)], [(f"P{i}", *r) for i, r in enumerate(rows)],
    ("id", *NAMES), options="--exclude id", end="\r\n")
put("logged", [f"2024-01-{i % 28 + 1:02} INFO age={a} size={s} amount={m} sex=\"{g}, adult\" y={y}" for i, (a, s, m, g, y) in enumerate(rows)], [(a, s, m, f"{g}, adult", y) for a, s, m, g, y in rows])
put("named_values", [f"age: {a}; size: {s}; amount: {m}; sex: {g}, adult; y: {y}" for a, s, m, g, y in rows], [(a, s, m, f"{g}, adult", y) for a, s, m, g, y in rows])
# a line a value, as psql and mysql print rows that are wide
texts = [(a, s, m, f'{g}, "so: to" say', y) for a, s, m, g, y in rows]
put("records_psql", ["Expanded display is on."] + [t for i, r in enumerate(texts) for t in (f"-[ RECORD {i + 1} ]----+---", *(f"{n:8} | {c}" for n, c in zip(NAMES, r)))] + [""], texts)
put("records_mysql", [t for i, r in enumerate(texts) for t in ("*" * 27 + f" {i + 1}. row " + "*" * 27, *(f"{n:>8}: {c}" for n, c in zip(NAMES, r)))] + ["60 rows in set (0.00 sec)"], texts, end="\r\n")
# answers in several spellings beside what needs a command
spelt = [("yes", "Yes", "y")[i % 3] if y else ("no", "NO", "n")[i % 3] for i, (a, s, m, g, y) in enumerate(rows)]
put("answers_and_fractions", [head] + [line((f"{a} 1/2" if i % 3 else a, s, m, g, spelt[i])) for i, (a, s, m, g, y) in enumerate(rows)], [(a + 0.5 if i % 3 else a, s, m, g, ("n", "y")[y]) for i, (a, s, m, g, y) in enumerate(rows)])
put("answers_and_units", [line(NAMES, ";"), ""] + [line((a, f"{s} kg", m, g, spelt[i]), ";") for i, (a, s, m, g, y) in enumerate(rows)], [(a, s, m, g, ("n", "y")[y]) for a, s, m, g, y in rows], end="\r\n")
