#!/usr/bin/env python3
"""numbers.py FOLDER: writes files in which numbers are written as people and programs write them, NAME.csv, each with its twin NAME.clean,
in which they are plain. Prints the names."""
import random
import sys
from pathlib import Path

to = Path(sys.argv[1])
dice = random.Random(7)
rows = [(20 + (i * 17) % 41, round(dice.uniform(15, 45), 1), 8 * dice.randrange(20, 900) + 0.5 * (i % 2), "mf"[i % 3 > 0]) for i in range(90)]
rows = [(age, size, amount, sex, int(dice.random() < 1 / (1 + 2.718 ** (1.5 - size / 40 - amount / 9000)))) for age, size, amount, sex in rows]


def put(name, header, cells, clean, delimiter=";", encoding="utf-8", end="\n"):
    text = end.join([header] + [delimiter.join(map(str, r)) for r in cells]) + end
    (to / f"{name}.csv").write_bytes(text.encode(encoding))
    plain = [header.replace(delimiter, ",")] + [",".join("" if v is None else str(v) for v in r) for r in clean]
    (to / f"{name}.clean").write_text("\n".join(plain) + "\n")
    print(name, *(["--encoding", encoding] if encoding != "utf-8" else []))


def us(x, digits=2):
    return f"{x:,.{digits}f}"


def de(x, digits=2):
    return us(x, digits).translate(str.maketrans(",.", ".,"))


def spaced(x, blank=" ", digits=2):
    return us(x, digits).replace(",", blank).replace(".", ",")


def quoted(text):
    return '"' + text.replace('"', '""') + '"'


def amounts(name, form, delimiter=";", digits=2, value=lambda x: x, **how):
    """A column of amounts in this form, two or no decimals."""
    x = [(a, value(round(amount, digits) if digits else int(amount)), y) for a, s, amount, g, y in rows]
    put(name, delimiter.join(("age", "amount", "y")), [(a, form(v), y) for a, v, y in x], x, delimiter, **how)


# sign, currency or unit, marks between thousands, decimals
amounts("eur", lambda x: de(x) + " EUR")
amounts("eur_ahead", lambda x: "\u20ac" + de(x))
amounts("real", lambda x: "R$ " + de(x))
amounts("franc", lambda x: "CHF " + us(x).replace(",", "'"))
amounts("zloty", lambda x: spaced(x, "\xa0") + "\xa0z\u0142")
amounts("zloty_latin", lambda x: spaced(x, "\xa0") + "\xa0zl", encoding="latin1")
amounts("thin", lambda x: spaced(x, "\u2009") + " \u20ac")
amounts("narrow", lambda x: spaced(x, "\u202f") + "\u202f\u20ac")
amounts("crown", lambda x: spaced(x, digits=0) + " kr", digits=0)
amounts("no_cents", lambda x: de(x, 0) + ",-", digits=0)
amounts("no_rappen", lambda x: "Fr. " + us(x, 0).replace(",", "\u2019") + ".-", digits=0)
amounts("sap", lambda x: de(abs(x)) + ("-" if x < 0 else ""), value=lambda x: x - 3000)
amounts("brackets", lambda x: f"({de(-x)}) EUR" if x < 0 else f"{de(x)} EUR", value=lambda x: x - 3000)
amounts("kilograms", lambda x: de(x, 1) + " kg", digits=1)
amounts("dollars", lambda x: quoted("+" + us(x) + " USD"), ",")
amounts("dollars_ahead", lambda x: quoted("USD " + us(x, 0)), ",", 0)
amounts("rupees", lambda x: quoted("Rs. " + us(x)), ",")
amounts("whole_euros", lambda x: "\u20ac" + de(x, 0), digits=0)
amounts("minus", lambda x: us(x).replace("-", "\u2212 "), "\t", value=lambda x: x - 3000)
amounts("dash", lambda x: de(x).replace("-", "\u2013"), value=lambda x: x - 3000)
# one number in doubt in each row
amounts("doubtful_eur", lambda x: de(x, 0) + " EUR", digits=0, value=lambda x: x + 1000)
amounts("doubtful_usd", lambda x: quoted("USD " + us(x, 0)), digits=0, value=lambda x: x + 1000)


def sizes(name, form, delimiter=",", value=lambda i, x: x, **how):
    """A column of sizes in this form, one decimal."""
    x = [(a, value(i, s), y) for i, (a, s, amount, g, y) in enumerate(rows)]
    put(name, delimiter.join(("age", "size", "y")), [(r[0], form(i, rows[i][1]), r[2]) for i, r in enumerate(x)], x, delimiter, **how)


# units that some have
sizes("thousands", lambda i, x: f"{x}k" if i % 3 else f"{x * 1000:.0f}", value=lambda i, x: round(x * 1000))
sizes("millions", lambda i, x: f"{x / 1000:.4f}M" if i % 4 == 0 else f"{x}k", value=lambda i, x: round(x * 1000))
sizes("money_m", lambda i, x: f"\u20ac{x}m")
sizes("money_k_m", lambda i, x: f"\u00a3{x / 10:.2f}m" if i % 3 else f"\u00a3{x * 10:.0f}k", value=lambda i, x: round(x / 10, 2) * 1e6 if i % 3 else round(x * 10) * 1e3)
sizes("money_m_b", lambda i, x: f"{x}m $" if i % 3 else f"{x / 10:.1f}b $", value=lambda i, x: x * 1e6 if i % 3 else round(x / 10, 1) * 1e9)
sizes("bare_k_m", lambda i, x: f"{x}m" if i % 3 else f"{x * 10:.0f}k", value=lambda i, x: x * 1e6 if i % 3 else round(x * 10) * 1e3)
sizes("metres", lambda i, x: f"{x} m" if i % 3 else f"{x / 10:.2f} km", value=lambda i, x: x if i % 3 else round(x / 10, 2) * 1e3)
# two units, with marks between thousands, with decimals of another mark, of laboratories, and degrees
pounds = lambda i, x: x if i % 4 else x * 0.45359237
sizes("kilograms_pounds", lambda i, x: quoted(us(round(100 * x), 0) + (" kg" if i % 4 else " lb")), ",", value=lambda i, x: pounds(i, round(100 * x)))
sizes("pounds_german", lambda i, x: de(round(100 * x, 1) + 0.5, 1) + (" kg" if i % 4 else " lb"), ";", value=lambda i, x: pounds(i, round(100 * x, 1) + 0.5))
sizes("haemoglobin", lambda i, x: f"{x} g/dL" if i % 3 else f"{10 * x:.0f} g/L")
sizes("micrograms", lambda i, x: f"{x:.1f} \u00b5g" if i % 3 else f"{x / 1000:.4f} mg")
sizes("degrees", lambda i, x: f"{x} C" if i % 3 else f"{1.8 * x + 32:.2f} F")
sizes("degrees_german", lambda i, x: (de(x, 1) + " \u00b0C" if i % 3 else de(1.8 * x + 32, 2) + " \u00b0F"), ";")
sizes("percent", lambda i, x: f"{x}%" if i % 4 else f"{x / 100:.3f}", value=lambda i, x: round(x / 100, 3))
sizes("flags", lambda i, x: f"{x} {'bep'[i % 3]}" if i % 5 == 0 else x)
# bounds and labels
sizes("bounds", lambda i, x: "<20" if x < 20 else ">40" if x > 40 else x, value=lambda i, x: min(max(x, 20), 40))
sizes("top", lambda i, x: "40+" if x > 40 else int(x), value=lambda i, x: min(int(x), 40))
sizes("more", lambda i, x: "30 or more" if x > 30 else int(x), value=lambda i, x: min(int(x), 31) if x <= 30 else 30)
sizes("scale", lambda i, x: ("1 (not at all)", 2, 3, 4, "5 (very much)")[int(x) % 5], value=lambda i, x: int(x) % 5 + 1)
sizes("scale_dash", lambda i, x: (quoted("1 - Very bad"), 2, 3, 4, quoted('5 - Good, "the best"'))[int(x) % 5], value=lambda i, x: int(x) % 5 + 1)
sizes("scale_is", lambda i, x: "1 = worst" if x < 20 else "5 = best" if x > 40 else int(x / 6.7) - 1,
      value=lambda i, x: 1 if x < 20 else 5 if x > 40 else int(x / 6.7) - 1)
# typesetting
sizes("middle_dot", lambda i, x: str(x).replace(".", "\xb7"))
sizes("curly", lambda i, x: f"\u201c{x}\u201d")
sizes("about", lambda i, x: f"~{x}" if i % 4 == 0 else x)
sizes("circa", lambda i, x: ("c. ", "~", "c.", "circa ", "Approx. ", "abt ", "vers ", "um ", "ca ")[i % 9] + str(x) if i % 4 == 0 or i % 5 == 0 else x)
sizes("daggers", lambda i, x: f"{x}\u2020" if i % 4 == 0 else f"{x}*" if i % 7 == 0 else x)
sizes("count_share", lambda i, x: f"{int(10 * x)} ({x}%)", value=lambda i, x: int(10 * x))
sizes("feet", lambda i, x: f"{int(x) // 12 + 4}'{int(x) % 12}\"", value=lambda i, x: 48 + int(x))
sizes("feet_quoted", lambda i, x: quoted(f"{int(x) // 12 + 4}' {int(x) % 12}\""), value=lambda i, x: 48 + int(x))
sizes("feet_curly", lambda i, x: f"{int(x) // 12 + 4}\u2019{int(x) % 12}\u201d", value=lambda i, x: 48 + int(x))
sizes("laboratory", lambda i, x: f"{x} {'HL'[i % 2]}" if i % 5 == 0 else x)
sizes("hours", lambda i, x: f"{int(x)}:{int(60 * (x % 1)):02d} h", value=lambda i, x: int(x) + int(60 * (x % 1)) / 60)
sizes("angles", lambda i, x: quoted(f"{int(x)}\u00b0 {int(60 * (x % 1)):02d}' {'NS'[i % 2]}"), value=lambda i, x: (1 - 2 * (i % 2)) * (int(x) + int(60 * (x % 1)) / 60))
sizes("angles_in_seconds", lambda i, x: f"{int(x)}\u00b0{i % 60:02d}'{i * 7 % 60}\u2033W", value=lambda i, x: -(int(x) + i % 60 / 60 + i * 7 % 60 / 3600))
sizes("sides", lambda i, x: f"{x}{'WE'[i % 3 > 0]}", value=lambda i, x: x * (1 if i % 3 else -1))
sizes("ages", lambda i, x: f"{int(x)}y {i % 12}m" if i % 5 else f"{int(x)} months", value=lambda i, x: 12 * int(x) + i % 12 if i % 5 else int(x))
sizes("ages_in_words", lambda i, x: quoted(f"{int(x)} years, {i % 12} months"), value=lambda i, x: 12 * int(x) + i % 12)
sizes("powers", lambda i, x: f"{x}\xd710^3", value=lambda i, x: round(1000 * x))
sizes("steps", lambda i, x: ("0 None at all", 1, 2, 3, "4 A great deal")[int(x) % 5], value=lambda i, x: int(x) % 5)
sizes("detection", lambda i, x: ("< 20,0 mg/l" if x < 20 else de(x, 1) + " mg/l"), ";", value=lambda i, x: max(x, 20.0))
amounts("dotted_millions", lambda x: de(x, 0), digits=0, value=lambda x: 800000 + 1000 * x)
amounts("millions_eur", lambda x: de(x, 3) + " Mio. \u20ac", digits=3, value=lambda x: round(x / 1000, 3))
amounts("rupees_only", lambda x: quoted("Rs. " + us(x, 0) + "/-"), ",", 0)
amounts("real_negative", lambda x: ("-R$ " if x < 0 else "R$ ") + de(abs(x)), value=lambda x: x - 3000)

# several troubles in one file
table = [(a, s, m, g, y) for a, s, m, g, y in rows]
put("german", "Alter;Groesse;Betrag;Geschlecht;y", [(a, de(s, 1), de(m) + " \u20ac", g, y) for a, s, m, g, y in table], table, end="\r\n")
put("french", "age;size;amount;sex;y", [(a, de(s, 1), spaced(m, "\u202f"), g, y) for a, s, m, g, y in table], table)
put("american", "age,size,amount,sex,y", [(a, f"{s}%", quoted(f"${us(m)}"), g, y) for a, s, m, g, y in table], table, ",")
put("units", "age;size;amount;sex;y", [(a, f"{s} cm", f"{m} kg", g, y) for a, s, m, g, y in table], table)
put("unit_and_minus", "age;size;amount;sex;y", [(a, de(s, 1) + " KG", de(abs(m - 3000)) + ("-" if m < 3000 else ""), g, y) for a, s, m, g, y in table],
    [(a, s, m - 3000, g, y) for a, s, m, g, y in table])
put("spss", "age;size;amount;sex;y", [(a, de(s, 1) if i % 9 else "#NULL!", us(m).replace(",", "").replace(".", ","), g, y) for i, (a, s, m, g, y) in enumerate(table)],
    [(a, s if i % 9 else None, m, g, y) for i, (a, s, m, g, y) in enumerate(table)])
put("mixed_marks", "age;size;amount;sex;y", [(a, s, de(m) + " EUR", g, y) for a, s, m, g, y in table], table)
put("mixed_three", "lat;size;amount;y", [(f"{40 + a / 8:.3f}", s, de(m) + " EUR", y) for a, s, m, g, y in table], [(f"{40 + a / 8:.3f}", s, m, y) for a, s, m, g, y in table])
put("missing", "age;size;amount;sex;y", [(a if i % 9 else "k.A.", de(s, 1), de(m) if i % 11 else "#NULL!", g, y) for i, (a, s, m, g, y) in enumerate(table)],
    [(a if i % 9 else None, s, m if i % 11 else None, g, y) for i, (a, s, m, g, y) in enumerate(table)])
# what one column needs would harm another one, or the header
put("marks_and_thousands", "dose,amount,y", [(str(s).replace(".", ",").join('""') if i % 5 == 0 else s, quoted(f"{10000 + int(m)}"[:2] + "," + f"{10000 + int(m)}"[2:]), y) for i, (a, s, m, g, y) in enumerate(table)],
    [(s, 10000 + int(m), y) for a, s, m, g, y in table], ",")
put("millions_beside", "age;amount;size;y", [(a, de(1000 * m + 100 * a, 0), s, y) for a, s, m, g, y in table], [(a, int(1000 * m + 100 * a), s, y) for a, s, m, g, y in table])
put("header_sign", "share (%),m/s,size,y", [(f"{a}%", f"{s} m/s", int(m), y) for a, s, m, g, y in table], [(a, s, int(m), y) for a, s, m, g, y in table], ",")
put("words_beside", "dose,group,y", [(f"{s} mg", f"{50 + 50 * (i % 2)} mg, daily".join('""'), y) for i, (a, s, m, g, y) in enumerate(table)],
    [(s, f"{50 + 50 * (i % 2)} mg, daily".join('""'), y) for i, (a, s, m, g, y) in enumerate(table)], ",")
put("lines_within", '"age\nin years",amount,remark,y', [(a, quoted("$" + us(m)), quoted("said, and\nsaid") if i % 7 else "-", y) for i, (a, s, m, g, y) in enumerate(table)],
    [(a, m, quoted("said, and\nsaid") if i % 7 else "-", y) for i, (a, s, m, g, y) in enumerate(table)], ",")
put("shares_and_percents", "rate,share,y", [(f"{s}%" if i % 4 else f"{s / 100:.3f}", f"{a}%", y) for i, (a, s, m, g, y) in enumerate(table)], [(f"{s / 100:.3f}", a, y) for a, s, m, g, y in table], ",")
