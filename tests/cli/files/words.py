#!/usr/bin/env python3
"""words.py FOLDER: files whose words mislead, of the patients of make.py: texts for missing values, answers in several spellings, totals,
headers that stand twice, merged cells."""
from make import comma, put, rows, semi, table, words


def gap(i, text, token):
    return token if i in (5, 12) else text


# Two rows without an answer, or without a sex, as programs and people write it.
for name, token in (("blank", "(blank)"), ("dash", "-"), ("dont_know", "Don't know"), ("k_a", "k. A."), ("coded", "99 - missing"),
                    ("ref", "#REF!"), ("unknown", "unknown"), ("null", "[NULL]"), ("none", "None")):
    put(f"y_{name}.csv", table(lambda i, a, w, s, y: f"{a},{w},{s},{gap(i, y, token)}", comma))
    put(f"sex_{name}.csv", table(lambda i, a, w, s, y: f"{a},{w},{gap(i, s, token)},{y}", comma))
put("refused.csv", table(lambda i, a, w, s, y: f'{a},{w},{s},{y if i not in (5, 12) else "Refused" if i == 5 else chr(34) + "dont  know" + chr(34)}', comma))
put("two_columns.csv", table(lambda i, a, w, s, y: f"{a},{w},{'-' if i == 5 else s},{'None' if i == 12 else 'north' if i % 4 else 'south'},{y}", "age,weight,sex,place,y"))
put("all_gaps.csv", table(lambda i, a, w, s, y: f"{a},{'(null)' if i == 5 else w},{'[NULL]' if i == 12 else s},{y}", comma))
# words that are honest levels: not a word about them
put("arthritis.csv", table(lambda i, a, w, s, y: f"{a},{w},{('None', 'Some', 'Marked')[i % 3]},{y}", "age,weight,improved,y"))
put("signs.csv", table(lambda i, a, w, s, y: f"{a},{w},{('-', '+', '++')[i % 3]},{y}", "age,weight,test,y"))

# Two answers in several spellings.
put("spelt_capitals.csv", table(lambda i, a, w, s, y: f"{a},{w},{s},{y.upper() if i % 5 == 0 else y.capitalize() if i % 7 == 0 else y}", comma, "\r\n"))
put("spelt_codes.csv", table(lambda i, a, w, s, y: f"{a},{w},{s},{(int(y == 'yes'), str(y == 'yes').upper())[i % 2]}", comma))
put("spelt_few.csv", table(lambda i, a, w, s, y: f"{a},{w},{s},{str(y == 'yes').upper() if i % 9 == 0 else int(y == 'yes')}", comma))
put("spelt_letters.csv", table(lambda i, a, w, s, y: f"{a};{w};{y[0].upper() if i % 3 else y};{s}", "age;weight;y;sex"))
put("spelt_german.csv", table(lambda i, a, w, s, y: f'"{a}","{w}","{s}","{(("Nein", "Ja"), ("nein", "JA"), ("N", "J"))[i % 3][y == "yes"]}"', '"age","weight","sex","y"'))
put("spelt_and_missing.csv", table(lambda i, a, w, s, y: f"{a},{w},{s},{gap(i, y.upper() if i % 4 else y, '(null)')}", comma))
# A third class in few rows.
for name, code in (("eight", "8"), ("minus_one", "-1"), ("two", "2"), ("nine", "9")):
    put(f"odd_{name}.csv", table(lambda i, a, w, s, y: f"{a},{w},{s},{gap(i, int(y == 'yes'), code)}", comma))

# Rows that sum up others.
ages, weights = [r[0] for r in rows], [r[1] for r in rows]
yes = [r[3] == "yes" for r in rows]
coded = lambda i, a, w, s, y: f"{a},{w},{s},{int(y == 'yes')}"
put("sums_bare.csv", table(coded, comma) + f"{sum(ages)},{sum(weights)},,{sum(yes)}\n")
put("means_bare.csv", table(coded, comma, "\r\n") + f"{sum(ages) / 40:.3f},{sum(weights) / 40:.2f},,{sum(yes) / 40:.2f}\r\n")
put("sum_of_y.csv", table(coded, comma) + f",,,{sum(yes)}\n")
put("counted.csv", table(lambda i, a, w, s, y: f"{s},{a},{w},{int(y == 'yes')}", "sex,age,weight,y") + "Grand Total,40,40,40\n")
put("on_top.csv", table(lambda i, a, w, s, y: f"{s},{a},{w},{int(y == 'yes')}", f"sex,age,weight,y\nInsgesamt,{sum(ages)},{sum(weights)},{sum(yes)}"))


def groups(form):
    text = "sex,age,weight,y\n"
    for sex in "female", "male":
        of = [r for r in rows if r[2] == sex]
        text += "".join(f"{s},{a},{w},{int(y == 'yes')}\n" for a, w, s, y in of) + form(sex, of)
    return text


put("subtotals.csv", groups(lambda sex, of: f"{sex} Ergebnis,{sum(r[0] for r in of)},{sum(r[1] for r in of)},{sum(r[3] == 'yes' for r in of)}\n") +
    f"Gesamtergebnis,{sum(ages)},{sum(weights)},{sum(yes)}\n")
put("submeans.csv", groups(lambda sex, of: f"{sex} Average,{sum(r[0] for r in of) / len(of):.2f},{sum(r[1] for r in of) / len(of):.2f},"
                           f"{sum(r[3] == 'yes' for r in of) / len(of):.2f}\n"))
put("described.csv", table(lambda i, a, w, s, y: f"{s},{a},{w},{int(y == 'yes')}", "sex,age,weight,y") +
    f"mean,{sum(ages) / 40},{sum(weights) / 40},{sum(yes) / 40}\nstd,11.5,10.2,0.5\nmin,30,50.5,0\nmax,70,90.25,1\n")
# a level that only has the name
put("total_hip.csv", table(lambda i, a, w, s, y: f"{a},{w},{('total', 'partial')[i % 3 == 0]},{y}", "age,weight,joint,y"))

# Encodings, and headers that come again.
put("zeros_le.csv", table(words, comma, "\r\n"), "utf-16-le")
put("zeros_be.csv", table(words, comma), "utf-16-be")
put("zeros_be_units.csv", table(words, comma + "\nyears,kg,,"), "utf-16-be")
put("ctrl_z.csv", table(words, comma, "\r") + "\x1a")
put("ctrl_z_crlf.csv", table(words, comma, "\r\n") + "\x1a\x1a")
town = lambda i, a, w, s, y: f"{a},{w},{s},{y},{('Köln', 'Bonn', 'Zürich')[i % 3]}"
utf8, latin = (table(town, head, rows=part).encode(code) for head, part, code in ((comma + ",town", rows[:20], "utf-8"), ("", rows[20:], "latin1")))
import sys
from pathlib import Path
(Path(sys.argv[1]) / "two_encodings.csv").write_bytes(utf8 + latin[1:])
put("header_capitals.csv", table(words, comma, rows=rows[:15]) + table(words, "Age, WEIGHT, Sex ,Y", rows=rows[15:]))
put("header_quoted.csv", "\ufeff" + table(words, comma, rows=rows[:15]) + table(words, '"Age","Weight","Sex","Y"', rows=rows[15:]))
put("header_of_text.csv", table(lambda i, a, w, s, y: f"{s},{y}", "sex,y", rows=rows[:15]) + table(lambda i, a, w, s, y: f"{s},{y}", "Sex,Y", rows=rows[15:]))

# Headers of two rows, merged cells, numbers of rows and of cases.
put("two_headers.csv", "Patient,,Clinic,\n" + table(words, comma))
put("two_headers_again.csv", '"Patient","Patient","Clinic","Clinic"\r\n' + table(words, comma, "\r\n"))
regions = [f"{'ABCDEFGH'[i // 5] if i % 5 == 0 else ''},{('x', 'y')[i % 5 > 2] if i % 5 in (0, 3) else ''}" for i in range(40)]
put("merged.csv", table(lambda i, a, w, s, y: f"{regions[i - 1]},{a},{w},{s},{y}", "region,site," + comma))
sexes = sorted(rows, key=lambda r: r[2])
put("merged_sex.csv", table(lambda i, a, w, s, y: f"{a},{w},{y},{s if i == 1 or s != sexes[i - 2][2] else ''}", "age,weight,y,sex", "\r\n", rows=sexes))
put("numbered.csv", table(lambda i, a, w, s, y: f"{i},{1000 + 37 * i % 41},{a},{w},{s},{y}", "X,record_id," + comma))
put("trend.csv", table(lambda i, a, w, s, y: f"{i},{w},{s},{y}", "month,weight,sex,y"))
# numbers of records that begin anywhere, in order, backwards, with gaps, shuffled; a trend of years
put("records.csv", table(lambda i, a, w, s, y: f"{a},{11001 + i},{w},{5040 - i - i // 9},{20210 + i * 7 % 41},{1980 + i},{y}", "age,hhid,weight,Column3,N° dossier,since,y"))
put("freq.csv", "sex,y,Freq\n" + "".join(f"{s},{y},{sum(r[2:] == (s, y) for r in rows)}\n" for s in ("female", "male") for y in ("no", "yes")))
put("grouped.csv", "dose,killed,n\n1,2,10\n2,4,11\n3,7,12\n4,9,11\n")
put("count_of_cells.csv", table(lambda i, a, w, s, y: f"{a},{i * i % 17},{s},{y}", "age,count,sex,y"))
put("access.csv", table(lambda i, a, w, s, y: f"{a},{w},{s},{-int(y == 'yes')}", comma, "\r\n"))
put("y_stata.csv", table(lambda i, a, w, s, y: f"{a},{w},{s},{gap(i, y, '.d')}", comma))
put("sap_list.txt", (rule := "-" * 30 + "\n") + f"|{comma.replace(',', '|')}|\n" + rule + table(lambda *r: f"|{words(*r).replace(',', ' |')}|", "")[1:] + rule)

# Parts of two files, of which one was taken for windows-1252 and written as UTF-8 again.
towns = "München", "Bonn", "Besançon", "Śrem ‘Nord’"
for name, spoilt in (("clean", ()), ("csv", range(2, 40, 3))):
    put(f"towns.{name}", table(lambda i, a, w, s, y: f"{a},{w},{towns[i % 4].encode().decode('cp1252') if i in spoilt else towns[i % 4]},{y}", "age,weight,Straße,y"))
put("towns_alone.csv", table(lambda i, a, w, s, y: f"{a},{w},{towns[i % 4].encode().decode('cp1252')},{y}", "age,weight,StraÃŸe,y"))

# Some rows in metres, others in centimetres; towns in other capitals.
cities = "Paris", "Nice", "Łódź", "Saint-Dié (88)"


def measured(i, a, w, y, mixed):
    city = cities[i % 4]
    return f'{a},{(f"{150 + w / 4:.0f}" if not mixed or i % 6 else f"{(150 + w / 4) / 100:.2f}").replace(".", ",")};{city.lower() if mixed and i % 5 == 1 else city};{y}'


def units(mixed):
    return table(lambda i, a, w, s, y: measured(i, a, w, y, mixed).replace(",", ";", 1), "age;height;town;y")


put("units.clean", units(False))
put("units.csv", units(True))
