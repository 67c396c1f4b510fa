#!/usr/bin/env python3
"""make.py FOLDER: writes twenty-four files as programs export them, all of the same forty patients where they can be
read: age, weight, sex, y. tests/reference/files.R fits what is in them."""
import gzip
import sys
from pathlib import Path

to = Path(sys.argv[1])
rows = []
for i in range(40):
    age = 30 + (i * 17) % 41
    weight = 50.5 + (i * 29) % 53 * 0.75
    rows.append((age, weight, "male" if i % 3 else "female", "yes" if (i * 7919 + age) % 11 > 4 + (i % 3 == 0) else "no"))


def put(name, text, encoding="utf-8"):
    data = text.encode(encoding)
    (to / name).write_bytes(gzip.compress(data, mtime=0) if name.endswith(".gz") else data)


def table(form, header, end="\n", rows=rows):
    return header + end + "".join(form(i, *r) + end for i, r in enumerate(rows, 1))


def german(x):
    return f"{x:.2f}".replace(".", ",")


def missing(i, x, token):
    return token if i in (5, 12) else x


def accented(sex):
    return "m\xe4nnlich" if sex == "male" else sex


def token(i, x):
    return missing(i, x, "\\N")


def boolean(y):
    return "t" if y == "yes" else "f"


plain = lambda i, a, w, s, y: f"{a},{w},{s},{y}"
head = "age,weight,sex,y"
put("plain.csv", table(plain, head))
put("excel_german.csv", "\ufeff" + table(lambda i, a, w, s, y: f"{a};{german(w)};{s};{y}", head.replace(",", ";"), "\r\n"))
put("excel_sep.csv", "sep=;\r\n" + table(lambda i, a, w, s, y: f"{a};{w};{s};{y}", head.replace(",", ";"), "\r\n"))
put("excel_unicode.txt", table(lambda i, a, w, s, y: f"{a}\t{w}\t{s}\t{y}", head.replace(",", "\t"), "\r\n"), "utf-16")
put("excel_latin.csv", table(lambda i, a, w, s, y: f"{a};{german(w)};{accented(s)};{y}",
                             head.replace(",", ";"), "\r\n"), "windows-1252")
put("mac.csv", table(plain, head, "\r"))
put("quoted.csv", table(lambda i, a, w, s, y: f'"{a}","{w}","{s}","{y}"', '"age","weight","sex","y"'))
put("sas.csv", table(lambda i, a, w, s, y: f"{a},{missing(i, w, '.')},{s},{y}", head))
put("spss.csv", "\ufeff" + table(lambda i, a, w, s, y: f"{a},{missing(i, w, ' ')},{s}  ,{y}", head, "\r\n"))
put("stata.csv", table(lambda i, a, w, s, y: f"{a},{missing(i, w, '')},{s},{y}", head))
put("stata_extended.csv", table(lambda i, a, w, s, y: f"{a},{missing(i, w, '.a')},{s},{y}", head))
put("mysql.tsv", table(lambda i, a, w, s, y: f"{a}\t{token(i, w)}\t{s}\t{y}", "")[1:])
put("postgres.csv", table(lambda i, a, w, s, y: f"{a}|{missing(i, w, '')}|{s}|{boolean(y)}",
                          head.replace(",", "|")))
put("sentinel.csv", table(lambda i, a, w, s, y: f"{a},{missing(i, w, '-99')},{s},{y}", head))
put("packed.csv.gz", table(plain, head))
put("r_rownames.csv", table(lambda i, a, w, s, y: f'"{i}",{a},{w},"{s}","{y}"', '"","age","weight","sex","y"'))
put("pandas_index.csv", table(lambda i, a, w, s, y: f"{i - 1},{a},{w},{s},{y}", "," + head))
put("r_table.txt", table(lambda i, a, w, s, y: f"{i}\t{a}\t{w}\t{s}\t{y}", head.replace(",", "\t")))
put("comments.tsv", "# made by the laboratory\n# all of 2023\n" +
    table(lambda i, a, w, s, y: f"{a}\t{w}\t{s}\t{y}", head.replace(",", "\t")))
put("preamble.csv", "Report of 2023\n\n" + table(plain, head))
put("padded.csv", "Report,,,\n" + table(plain, head))
put("units.csv", table(plain, head + "\nyears,kg,,"))
put("totals.csv", table(lambda i, a, w, s, y: f"{i},{a},{w},{s},{y}", "id," + head) + "Total,,,,\n")
put("sums.csv", table(plain, head) + f"{sum(r[0] for r in rows)},{sum(r[1] for r in rows)},Total,\n")
put("money.csv", table(lambda i, a, w, s, y: f"{a},${w},{s},{y}", head))
put("thousands.csv", table(lambda i, a, w, s, y: f'{a},"1,{int(w):03d}",{s},{y}', head))
put("latin.csv", table(lambda i, a, w, s, y: f"{a},{w},{accented(s)},{y}", head), "latin1")
put("trailing.csv", table(lambda i, a, w, s, y: f"{a},{w},{s},{y},", head + ","))
put("book.xlsx", "PK\3\4\24\0\6\0\10\0\0\0!\0[Content_Types].xml PK\3\4 xl/workbook.xml", "latin1")
