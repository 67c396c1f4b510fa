#!/usr/bin/env python3
"""make.py FOLDER: writes files as programs export them, all of the same forty patients where they can be
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


def dotted(n):
    return f"{n:,}".replace(",", ".")


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
put("logger.csv", "Device SN,4711,FW,1.2,Smith\nPrinted, 2023\n\n" + table(plain, head, "\r\n"))
put("padded.csv", "Report,,,\n" + table(plain, head))
put("titles.csv", "Report,,,\nPrinted,12.3.2023,,\n,,,\n" + table(plain, head))
put("units.csv", table(plain, head + "\nyears,kg,,"))
put("totals.csv", table(lambda i, a, w, s, y: f"{i},{a},{w},{s},{y}", "id," + head) + "Total,,,,\n")
put("sums.csv", table(plain, head) + f"{sum(r[0] for r in rows)},{sum(r[1] for r in rows)},Total,\n")
put("money.csv", table(lambda i, a, w, s, y: f"{a},${w},{s},{y}", head))
put("thousands.csv", table(lambda i, a, w, s, y: f'{a},"1,{int(w):03d}",{s},{y}', head))
put("latin.csv", table(lambda i, a, w, s, y: f"{a},{w},{accented(s)},{y}", head), "latin1")
put("trailing.csv", table(lambda i, a, w, s, y: f"{a},{w},{s},{y},", head + ","))
put("book.xlsx", "PK\3\4\24\0\6\0\10\0\0\0!\0[Content_Types].xml PK\3\4 xl/workbook.xml", "latin1")

# Those whose mending takes more than one look.
comma, semi, tab = head, head.replace(",", ";"), head.replace(",", "\t")


def signed(w, form):
    return f"{w - 75:.2f}" if w >= 75 else form(75 - w)


def words(i, a, w, s, y):
    return f"{a},{w},{s},{y}"


put("sheets_french.csv", table(lambda i, a, w, s, y: f'{a},"{german(w)}",{s},{y}', comma, "\r\n"))
put("swiss.csv", table(lambda i, a, w, s, y: f"{a};1'{int(w):03d};{s};{y}", semi))
put("euro.csv", table(lambda i, a, w, s, y: f"{a};1.{int(w):03d},00 \u20ac;{s};{y}", semi))
put("french.csv", table(lambda i, a, w, s, y: f"{a};1\xa0{int(w):03d},0;{s};{y}", semi, "\r\n"), "windows-1252")
put("percent.csv", table(lambda i, a, w, s, y: f"{a},{w}%,{s},{y}", comma))
put("minus.csv", table(lambda i, a, w, s, y: f"{a},{signed(w, lambda x: chr(0x2212) + str(x))},{s},{y}", comma))
put("accounting.csv", table(lambda i, a, w, s, y: f'{a},"{signed(w, lambda x: f"({x})")}",{s},{y}', comma))
put("bounds.csv", table(lambda i, a, w, s, y: f"{a},{'<' if w == 50.5 else ''}{w},{s},{y}", comma))
put("letters.csv", table(lambda i, a, w, s, y: f"{a},{'.a' if i == 5 else '.b' if i == 12 else w},{s},{y},{'NA' if i < 9 else i}",
                         comma + ",note"))
put("errors.csv", table(lambda i, a, w, s, y: f"{a},{'#DIV/0!' if i == 5 else '#N/A' if i == 12 else w},{s},{y}", comma, "\r\n"))
put("outfile.csv", table(lambda i, a, w, s, y: f'"O\\"Neil {i}",{a},{token(i, w)},"{s}","{y}"', "")[1:])
put("psql.txt", f" age | weight | sex | y\n{'-' * 5}+{'-' * 8}+-----+---\n" +
    "".join(f" {a} | {w} | {s} | {y}\n" for a, w, s, y in rows) + "(40 rows)\n\n")
put("mysql.txt", (rule := "+----+-----+-----+----+\n") + f"| {comma.replace(',', ' | ')} |\n" + rule +
    "".join(f"| {a} | {w} | {s} | {y} |\n" for a, w, s, y in rows) + rule)
put("qualtrics.csv", 'StartDate,age,weight,sex,y\n"Start Date","How old, in years?","Weight?",Sex,"Ill,\nor not"\n' +
    ",".join('"{""ImportId"":""Q' + str(k) + '""}"' for k in range(5)) + "\n" +
    "".join(f"2023-05-{k % 28 + 1:02d} 10:00,{a},{w},{s},{y}\n" for k, (a, w, s, y) in enumerate(rows)))
put("survey.csv", '\ufeff"id","age","weight","sex","","","y"\n"","Response","Response","Response","Other","Other","Response"\n' +
    "".join(f'{k},{a},{w},"{s}","","","{y}"\n' for k, (a, w, s, y) in enumerate(rows)))
put("adult.data", table(lambda i, a, w, s, y: f"{a}, {i % 7}, {s}, {y}.", "")[1:])
put("write_table.txt", table(lambda i, a, w, s, y: f'"{i}" {a} {w} "{s}" "{y}"', " ".join(f'"{n}"' for n in head.split(","))))
put("columns.dat", table(lambda i, a, w, s, y: f"{a:4d} {w:8.2f}   {s:>6s} {y:>4s}", " age   weight   sex   y"))
put("wrapped.csv", table(lambda i, a, w, s, y: f'"{a},{w},""{s}"",{y}"', f'"{comma}"', "\r\n"))
put("wrapped_rows.csv", table(lambda i, a, w, s, y: f'"{a},{w},{s},{y}"', comma, "\r\n"))
put("wrapped_some.csv", table(lambda i, a, w, s, y: f'"{a},{w},""{s}"",{y}"' if i % 5 == 4 else words(i, a, w, s, y), comma))
put("wrapped_semi.csv", table(lambda i, a, w, s, y: f'"{a};{w};""{s}"";{y}"', '"age";"weight";"sex";"y"'))
put("blanks.csv", table(lambda i, a, w, s, y: f'{a}, {w}, "{s}", "{y}"', "age, weight, sex, y"))
put("inches.tsv", table(lambda i, a, w, s, y: f'{a}\t5\' {i % 12}"\t{w}\t{s}\t{y}', "age\theight\tweight\tsex\ty"))
put("footer.csv", table(words, comma) + "\n\nSource: the laboratory, 2020\nLast updated: 2021-03-01\n")
put("ends.csv", table(lambda *r: words(*r) + ",", comma))
put("tail.csv", table(lambda *r: words(*r) + ",,,", comma + ",,,", "\r\n") + ",,,,,,\r\n" * 3)
put("corner.csv", ",,,,\r\n,,,,\r\n" + table(lambda *r: "," + words(*r), "," + comma, "\r\n"))
put("bank.csv", '\ufeff"Data Source","Indicators",\n\n"Last Updated","2023-05-10",\n\n' +
    table(lambda *r: words(*r) + ",", comma + ","))
put("utf8_index.csv", "\ufeff" + table(lambda i, a, w, s, y: f"{i - 1},{a},{w},{s},{y}", "," + comma))
put("nobom.txt", table(lambda i, a, w, s, y: f"{a}\t{w}\t{s}\t{y}", tab, "\r\n"), "utf-16-le")
put("inner.csv", table(lambda i, a, w, s, y: f'"the "{i}" they say",{a},{w},{s},{y}', "note," + comma))
put("feet.csv", table(lambda i, a, w, s, y: f"5' {i % 12}\",{a},{w},{s},{y}", "height," + comma))
put("nul.csv", table(lambda *r: words(*r) + ("\0" if r[0] == 7 else ""), comma))
put("web.csv", table(lambda i, a, w, s, y: f"{a},{w},{s},{y}{chr(160) if i % 3 else ''}", comma))
put("stars.csv", table(lambda i, a, w, s, y: f"{a},{w}{'*' if i % 4 == 0 else ''},{s},{y}", comma))

# Marks between thousands, and what only looks like them.
put("dots.csv", table(lambda i, a, w, s, y: f"{a};{dotted(int(16 * w))};{s};{y}", semi, "\r\n"))
put("dots_dates.csv", table(lambda i, a, w, s, y: f"{i % 28 + 1:02d}.03.2021;{a};{dotted(int(16 * w))};{s};{y}", "day;" + semi))
put("dots_comma.csv", table(lambda i, a, w, s, y: f"{a},{dotted(int(16 * w))},{s},{y},{i / 8}", comma + ",dose"))
put("dots_commas.csv", table(lambda i, a, w, s, y: f"{a};{dotted(int(16 * w))};{s};{y};{german(i / 8)}", semi + ";dose"))
put("three_decimals.csv", table(lambda i, a, w, s, y: f"{a},{w / 16:.3f},{s},{y}", comma))
put("three_semicolon.csv", table(lambda i, a, w, s, y: f"{a};{w / 64:.3f};{s};{y}", semi))
put("thirds.csv", table(lambda i, a, w, s, y: f"{a},{round(a / 3, 3):g},{s},{y}", comma))
put("marks.csv", table(lambda i, a, w, s, y: f"{a};{w if i % 3 else german(w)};{s};{y}", semi))
put("marks_quoted.csv", table(lambda i, a, w, s, y: f'{a},{w if i % 3 else chr(34) + german(w) + chr(34)},{s},{y}', comma))
put("marks_german.csv", table(lambda i, a, w, s, y: f"{a};{german(w) if i % 3 else w};{s};{y}", semi))
put("utf32.csv", table(words, comma), "utf-32")
put("utf32_le.csv", table(words, comma), "utf-32-le")
put("utf32_be.csv", table(words, comma, "\r\n"), "utf-32-be")
put("half_quoted.csv", table(lambda i, a, w, s, y: f'{a},{w},"{s[0]}"{s[1:]},"{y[0]}"{y[1:]}', comma, "\r\n"))
put("torn.csv", table(lambda i, a, w, s, y: f"{s},{w:g},{y},{a}".replace(".", ","), "sex,weight,y,age"))
put("torn_all.csv", table(lambda i, a, w, s, y: f"{s},{german(w)},{y},{a}", "sex,weight,y,age"))
put("torn_apart.csv", table(lambda i, a, w, s, y: f"{a},1,{int(w):03d},{s},{y}", comma))
put("torn_either.csv", table(lambda i, a, w, s, y: f"{a},{german(w)},{s},{y}", comma))
put("last_name.csv", table(lambda *r: words(*r) + f",{'ab'[r[0] % 2]}", comma))
put("row_names.csv", table(lambda *r: f'"{r[0]}",' + words(*r), comma))
put("named_rows.csv", table(lambda *r: f"p{r[0]}," + words(*r), comma, "\r\n"))
put("packed_units.csv.gz", table(words, comma + "\nyears,kg,,"))


# A column of numbers in another form, or with texts in half of its cells; weights and ages where the form has no decimals.
def hours(minutes):
    return f"{minutes // 60}:{minutes % 60:02d}"


def column(name, form, header=comma):
    put(name, table(lambda i, a, w, s, y: f"{a},{form(i, a, w)},{s},{y}", header))


column("half.csv", lambda i, a, w: "n.d." if i % 5 > 1 else w)
column("half_kg.csv", lambda i, a, w: "n.d." if i % 5 > 1 else f"{w} kg")
column("kilograms.csv", lambda i, a, w: f"{w} kg")
column("francs.csv", lambda i, a, w: f"CHF {w}")
column("dollars.csv", lambda i, a, w: f"${w}" if i % 3 else "unknown" if i % 2 else f"{w}")
column("formulas.csv", lambda i, a, w: f'"=""{w}"""')
column("fortran.csv", lambda i, a, w: f"{w:.6E}".replace("E", "D"))
column("hex.csv", lambda i, a, w: f"0x{int(w * 16):X}")
column("times.csv", lambda i, a, w: hours(int(w * 12)))
column("fractions.csv", lambda i, a, w: f"{int(w * 4)}/4")
column("limits.csv", lambda i, a, w: f"<{w}" if i % 5 > 1 else w)
# categories that only look a little like it
column("weeks.csv", lambda i, a, w: f"week {i % 13 + 1}")
column("terms.csv", lambda i, a, w: f"{12 * (i % 4 + 1)} months")
column("stages.csv", lambda i, a, w: f"{i % 4 + 1}" if i % 3 else "unknown")
column("sizes.csv", lambda i, a, w: ("S", "M", "L", "XL", "38", "40", "42", "44")[i % 8])


def lakhs(n):
    """12345678 as 1,23,45,678."""
    head, tail = divmod(n, 1000)
    groups = [f"{tail:03d}"]
    while head >= 100:
        head, tail = divmod(head, 100)
        groups.insert(0, f"{tail:02d}")
    return ",".join([str(head)] + groups)


column("rupees.csv", lambda i, a, w: f'"\u20b9 {lakhs(int(w * 1600))}"')
column("spread.csv", lambda i, a, w: f"{w} \xb1 0.5" if i % 2 else f"{w} (0.5)")
column("minus_behind.csv", lambda i, a, w: f"{75 - w}-" if w < 75 else w - 75)
column("apostrophes.csv", lambda i, a, w: f"'{w}")
column("fullwidth.csv", lambda i, a, w: f"{w}".translate({48 + d: 0xff10 + d for d in range(10)}))
put("crowns.csv", table(lambda i, a, w, s, y: f"{a};{german(w)} kr;{s};{y}", semi))
for name, mark in (("caret", "^"), ("tilde", "~"), ("colons", ":"), ("pairs", "::"), ("hive", "\x01")):
    put(f"{name}.txt", table(lambda *r: words(*r).replace(",", mark), comma.replace(",", mark)))
put("bars.txt", table(lambda *r: words(*r).replace(",", "||"), "", "\r\n")[2:])
for name, mark in (("joined", ""), ("joined_marks", "\ufeff")):
    put(f"{name}.csv", "".join(mark + table(words, comma, rows=rows[k:k + 10]) for k in (0, 10, 20, 30)))
put("joined_text.csv", table(lambda *r: f"{r[3]},{r[4]}", "sex,y") + table(lambda *r: f"{r[3]},{r[4]}", "sex,y"))
put("two_marks.csv", "\ufeff\ufeff" + table(words, comma))
put("two_marks_index.csv", "\ufeff\ufeff" + table(lambda *r: f"{r[0]}," + words(*r), "," + comma))
put("listed.csv", table(words, comma) + "Number of cases read:  40\nNumber of cases listed:  40\n")
put("short_header.csv", table(words, "age,weight"))
put("short_total.csv", table(lambda *r: f"p{r[0]}," + words(*r), "id," + comma) + "Total:,2000\n")
put("mean.csv", table(lambda *r: f"p{r[0]}," + words(*r), "id," + comma) +
    f"Mean,{sum(r[0] for r in rows) / 40:.1f},{sum(r[1] for r in rows) / 40:.2f},,\n")
put("one_class.csv", table(lambda i, a, w, s, y: f"{a},{w},{s},{y if y == 'yes' else ''}", comma))
put("raw_formulas.csv", table(lambda i, a, w, s, y: f'="{a}",="{w}",{s},{y}', comma))
put("write_csv2.csv", table(lambda i, a, w, s, y: f'"{i}";{a};{german(w)};"{s}";"{y}"', '"";"age";"weight";"sex";"y"'))
put("half_german.csv", table(lambda i, a, w, s, y: f"{a};{'k.A.' if i % 5 > 1 else german(w)};{s};{y}", semi))
put("sap.csv", table(lambda i, a, w, s, y: f"{a};{german(75 - w) + '-' if w < 75 else german(w - 75)};{s};{y}", semi))
column("seats.csv", lambda i, a, w: f"{i % 4 + 1}{'ABCDE'[i % 5]}")
