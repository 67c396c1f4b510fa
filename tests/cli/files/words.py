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
