#!/usr/bin/env python3
"""layouts.py FOLDER: writes tables that are not laid out as rows under one header, each with its twin (twins.py)."""
import json

from twins import NAMES, de, line, put, rows, us

head, body = line(NAMES), [line(r) for r in rows]
# two exports joined, each with a delimiter of its own: with and without the header between them, the first one longer and shorter
semicolons = [line(r, ";") for r in (NAMES, *rows)]
put("joined_apart", semicolons[:41] + body[40:])
put("joined_apart_again", semicolons[:41] + [head] + body[40:], end="\r\n")
put("joined_apart_short", semicolons[:11] + body[10:])
put("joined_apart_tabs", [head] + body[:40] + [line(NAMES, "\t")] + [line(r, "\t") for r in rows[40:]])
# totals whose numbers do not add up, as of rows that were filtered, or rounded ones
groups = [[(g, a, s, m, y) for a, s, m, g, y in rows if g == sex] for sex in "mf"]
GROUPED, grouped = ("sex", "age", "size", "amount", "y"), groups[0] + groups[1]
total = lambda label, of, k=3: line((label, sum(r[1] for r in of) + k, round(1.02 * sum(r[2] for r in of), 1), "", sum(r[4] for r in of) + k))
put("subtotals", [line(GROUPED)] + [l for g in groups for l in (*map(line, g), total("Subtotal", g))], grouped, GROUPED)
put("totals_named", [line(GROUPED)] + [l for g in groups for l in (*map(line, g), total(g[0][0] + " total", g))] + [total("Grand total", grouped)], grouped, GROUPED)
put("totals_marked", ["Sales by sex", "", line(GROUPED)] + [l for g in groups for l in (*(line((r[0], r[1], r[2], us(r[3]), r[4])) for r in g), f'{g[0][0]} total,,,"{us(9e5)}",')], grouped, GROUPED)
owned = [(f"Ann {i}", *r) for i, r in enumerate(rows)]
put("totals_of_account", ["owner," + head] + [line(r) for r in owned] + ["Total: Campaigns, --,9871.5, --, --, --", "Total: Account, --,9871.5, --, --, --"], owned, ("owner", *NAMES), options="--exclude owner")
# decimal commas in rows that commas part too: what stands behind the mark tells where, for one column or more
comma = lambda x, digits: f"{x:.{digits}f}".replace(".", ",")
MEASURED = ("x", "k", "age", "y")
measured = [(round(s, 1), i * 7 % 5, a, y) for i, (a, s, m, g, y) in enumerate(rows)]
put("torn_first", ["x,age,y"] + [f"{comma(x, 1)},{a},{y}" for x, k, a, y in measured], [(x, a, y) for x, k, a, y in measured], ("x", "age", "y"))
rounded = [(a, s, round(m / 1000, 2), i * 5 % 9, y) for i, (a, s, m, g, y) in enumerate(rows)]
COUNTED = ("age", "size", "amount", "visits", "y")
put("torn_zeros", [line(COUNTED)] + [f"{a},{round(s)},{comma(m, 2)},{v},{y}" for a, s, m, v, y in rounded], [(a, round(s), m, v, y) for a, s, m, v, y in rounded], COUNTED, end="\r\n")
put("torn_twice", [line(COUNTED)] + [f"{a},{comma(s, 1)},{comma(m, 2)},{v},{y}" for a, s, m, v, y in rounded], rounded, COUNTED)
put("torn_either", [line(MEASURED)] + [f"{comma(x, 1)},{k},{a},{y}" for x, k, a, y in measured], measured, MEASURED)
# columns of no use behind the outcome, which nobody names: one sentence names it and leaves out all of them
stamp = lambda i: f"2024-{i % 12 + 1:02}-{i % 28 + 1:02}T{i % 24:02}:15:00.000+02:00"
form = lambda i, r: (stamp(i), *r, 1234500 + 7 * i, f"a{i * 7919 % 9973:04}-{i}", "", "", "submitted_via_web", "", i + 1)
FORM = ("start", *NAMES, "_id", "_uuid", "_validation_status", "_notes", "_status", "_tags", "_index")
put("survey_ids_last", [line(FORM)] + [line(form(i, r)) for i, r in enumerate(rows)], options="bare")
put("survey_ids_and_gaps", [line(FORM)] + [line(form(i, (a, "-" if i % 9 == 4 else s, m, g, y))) for i, (a, s, m, g, y) in enumerate(rows)],
    [(a, "" if i % 9 == 4 else s, m, g, y) for i, (a, s, m, g, y) in enumerate(rows)], options="bare")
put("complete_last", [line(("record_id", "event", *NAMES, "outcome_complete"))] + [line((i + 1, "baseline", *r, 2)) for i, r in enumerate(rows)], options="bare")
put("url_last", [line((*NAMES, "Created at", "Url, full"))] + [line((*r, f"{i % 28 + 1}.{i % 12 + 1}.2023 08:00", f"https://x.example/{i}?a=1,2")) for i, r in enumerate(rows)], options="bare")
# what R and Python print: types of columns below the names, the size of the table below it
put("printed_tibble", ["# A tibble: 60 x 5", "     age  size  amount sex       y", "   <int> <dbl>   <dbl> <chr> <int>"] + [f"{i + 1:>2}    {a}  {s}  {m} {g}         {y}" for i, (a, s, m, g, y) in enumerate(rows)])
put("printed_pandas", ["    age  size   amount sex  y"] + [f"{i:<3} {a}  {s}  {m}  {g}  {y}" for i, (a, s, m, g, y) in enumerate(rows)] + ["", "[60 rows x 5 columns]"])
# names of groups in rows of their own, alone in their lines or with empty cells beside them; in a column of numbers, of IDs, above what else is wrong
GROUPS, WITH = ("North", "South, inner", "East"), ("group", *NAMES)
parts = [(name, rows[20 * k:20 * k + 20]) for k, name in enumerate(GROUPS)]
quoted = lambda name: f'"{name}"' if "," in name else name
with_group = [(name, *r) for name, part in parts for r in part]
grouped_rows = lambda beside, of: [l for name, part in parts for l in (quoted(name) + beside, *map(of, part))]
put("groups_alone", [head] + grouped_rows("", line), with_group, WITH)
put("groups_padded", [head] + grouped_rows("," * (len(NAMES) - 1), line), with_group, WITH, end="\r\n")
put("groups_marked", ["\ufeff" + head] + grouped_rows("," * (len(NAMES) - 1), line), with_group, WITH)
put("groups_tabs", ["Report", "", line(NAMES, "\t")] + [l for name, part in parts for l in (name + "\t" * (len(NAMES) - 1), *(line(r, "\t") for r in part))], with_group, WITH)
put("groups_ids", ["person," + head] + [l for name, part in parts for l in (quoted(name) + "," * len(NAMES), *(line((f"P{7 * r[0] + r[1]}-{k}", *r)) for k, r in enumerate(part)))],
    [(name, f"P{7 * r[0] + r[1]}-{k}", *r) for name, part in parts for k, r in enumerate(part)], ("group", "person", *NAMES), options="--exclude person")
put("groups_and_units", [head] + grouped_rows("," * (len(NAMES) - 1), lambda r: line((r[0], f"{r[1]} cm", *r[2:]))), with_group, WITH)
put("groups_again", [line(("group", *NAMES))] + [l for name, part in parts for l in (quoted(name), *(line((k % 3, *r)) for k, r in enumerate(part)))],
    [(name, k % 3, *r) for name, part in parts for k, r in enumerate(part)], ("group_2", "group", *NAMES))
# other notations: JSON, a line an object, in a list, within an object, lists of values; scripts of SQL that name the columns, or make the table before; psql's dumps
DICTS = [dict(zip(NAMES, r)) for r in rows]
nested = [{"age": a, "body": {"size": s, "parts": [m]}, "sex": g, "y": y} for a, s, m, g, y in rows]
NESTED, in_turn = ("age", "body.size", "body.parts.0", "sex", "y"), [(a, s, m, g, y) for a, s, m, g, y in rows]
some = [{k: v for k, v in d.items() if k != "size" or i % 9 != 4} for i, d in enumerate(DICTS)]
put("json_lines", map(json.dumps, DICTS))
put("json_gaps", map(json.dumps, some), [(a, None if i % 9 == 4 else s, m, g, y) for i, (a, s, m, g, y) in enumerate(rows)])
put("json_list", json.dumps(DICTS, indent=1).split("\n"), end="\r\n")
put("json_nested", [json.dumps({"status": "ok", "n": 60, "data": nested})], in_turn, NESTED)
put("json_rows", ["[" + ",\n".join(map(json.dumps, [NAMES, *rows])) + "]"])
put("json_row_lines", map(json.dumps, [NAMES, *rows]))
values = lambda r: "(" + ", ".join(f"'{x}'" if isinstance(x, str) else str(x) for x in r) + ")"
town = lambda i: ("L'Isle, sur (la) \"Sorgue\"", "Ulm")[i % 2]
sql = lambda x: "NULL" if x is None else "'" + x.replace("'", "''") + "'" if isinstance(x, str) else str(x)
towns, TOWNS = [(*r[:4], None if i % 9 == 4 else town(i), r[4]) for i, r in enumerate(rows)], (*NAMES[:4], "town", "y")
put("sql_listed", [f"INSERT INTO visits (`{'`, `'.join(NAMES)}`) VALUES {values(r)};" for r in rows])
put("sql_many", ["/* export */", "insert into [dbo].[visits] ([" + "],\n[".join(TOWNS) + "])", "values"] + [f"({', '.join(map(sql, r))})" + ",;"[i == 59] for i, r in enumerate(towns)], towns, TOWNS)
put("sql_dump", ["-- MySQL dump 10.13", "", "DROP TABLE IF EXISTS `visits`;", "CREATE TABLE `visits` (", "  `age` int DEFAULT NULL,", "  `size` decimal(5,1),", "  `amount` double,", "  `sex` enum('m','f'),",
                 "  `y` tinyint(1) NOT NULL,", "  KEY `by_age` (`age`, `sex`)", ") ENGINE=InnoDB DEFAULT CHARSET=utf8;", "INSERT INTO `visits` VALUES " + ",".join(map(values, rows)) + ";"])
put("sql_copy", ["--", "-- PostgreSQL database dump", "--", "", "COPY public.visits (age, size, amount, sex, y) FROM stdin;"] + [line(r, "\t") for r in rows] + ["\\.", "", "SELECT 1;"])
# rows as sqlite prints them in its mode line
put("sqlite_lines", "\n\n".join("\n".join(f"{n:>6} = {'' if v is None else v}" for n, v in zip(TOWNS, r)) for r in towns).split("\n"), towns, TOWNS)
put("sqlite_lines_crlf", "\n\n".join("\n".join(f"{n:>6} = {v}" for n, v in zip(NAMES, r)) for r in rows).split("\n"), end="\r\n")
# what R prints of a matrix, and what it and pandas print of tables that are too wide for the page
aligned = lambda table: [" ".join(str(c).rjust(w) if j else str(c).ljust(w) for j, (c, w) in enumerate(zip(r, [max(len(str(x)) for x in column) for column in zip(*table)]))) for r in table]
plain = [(a, s, i * 7 % 5, y) for i, (a, s, m, g, y) in enumerate(rows)]
PLAIN = ("age", "size", "visits", "y")
numbered = lambda names, some: aligned([("", *names)] + [(f"[{i + 1},]", *r) for i, r in enumerate(some)])
put("printed_matrix", numbered(PLAIN, plain), plain, PLAIN)
put("printed_nameless", numbered([f"[,{j + 1}]" for j in range(3)] + ["y"], plain), plain, ("V1", "V2", "V3", "y"), end="\r\n")
put("printed_wide", numbered(PLAIN[:2], [r[:2] for r in plain]) + numbered(PLAIN[2:], [r[2:] for r in plain]), plain, PLAIN)
put("printed_texts", numbered([f'"{n}"' for n in NAMES], [[f'"{"fe  male" if c == "f" else c}"' for c in r] for r in rows]), [(a, s, m, "fe  male" if g == "f" else g, y) for a, s, m, g, y in rows])
named = lambda names, some: aligned([("", *names)] + [(i + 1, *r) for i, r in enumerate(some)])
put("printed_blocks", named(NAMES[:3], [r[:3] for r in rows]) + named(NAMES[3:], [r[3:] for r in rows]))
put("printed_pandas_wide", [l + "  \\" * (not i) for i, l in enumerate(named(NAMES[:3], [r[:3] for r in rows]))] + [""] + named(NAMES[3:], [r[3:] for r in rows]))
# a sheet that was sorted with its header
put("header_last", [line(r) for r in sorted(rows)] + [head], sorted(rows))
put("header_between", ["\ufeff" + body[0]] + body[1:25] + [head] + body[25:], end="\r\n")
put("header_of_whole", [line((a, "ab"[i % 2], y)) for i, (a, s, m, g, y) in enumerate(rows[:40])] + ["age,sex,y"] + [line((r[0], "a", r[4])) for r in rows[40:]],
    [(a, "ab"[i % 2] if i < 40 else "a", y) for i, (a, s, m, g, y) in enumerate(rows)], ("age", "sex", "y"))
# quotes that stand twice about some cells, or about all rows of a tool that lost one end of those about the whole row; inches beside cells in quotes
towned, TOWNED = [(*r[:4], ("Ulm, south", "Bonn")[i % 2], r[4]) for i, r in enumerate(rows)], (*NAMES[:4], "town", "y")
twice = lambda r: ",".join(f'""{c}""' if isinstance(c, str) else str(c) for c in r)
put("quotes_twice", [line(TOWNED)] + [line(r) if i % 5 else twice(r) for i, r in enumerate(towned)], towned, TOWNED)
put("quotes_opened", [line(TOWNED)] + [f'{twice(r)}"' for r in towned], towned, TOWNED, end="\r\n")
put("quotes_of_all", [line(TOWNED, ";")] + [";".join(f'""{c}""' if i == 4 else f'"{c}"' for i, c in enumerate(r)) for r in towned], towned, TOWNED)
put("quotes_said", [line(TOWNED)] + [line(r) if i else f'{r[0]},{r[1]},{r[2]},{r[3]},"so "called", Bonn",{r[5]}' for i, r in enumerate(towned)],
    [(*r[:4], r[4] if i else 'so "called", Bonn', r[5]) for i, r in enumerate(towned)], TOWNED, options="--exclude town")
inches = lambda r, i: f'{line(r[:4])},tube of 7",{r[5]}' if i == 9 else line(r)
put("quotes_inches", [line(TOWNED)] + [inches(r, i) for i, r in enumerate(towned)], [(*r[:4], 'tube of 7"' if i == 9 else r[4], r[5]) for i, r in enumerate(towned)], TOWNED, options="--exclude town")
put("wrapped_and_empty", [line(TOWNED) + ",,"] + ['"' + line(r).replace('"', '""') + '",,' for r in towned], towned, TOWNED)
# names that come again: several of them, one in all columns but one, and such as look alike beside them
AGAIN, wide = [f"q{j % 4}" for j in range(10)], [(*((i * (j + 3) + j * j) % (5 + j) for j in range(10)), r[4]) for i, r in enumerate(rows)]
numbered_names = [n if j < 4 else f"{n}_{j // 4 + 1}" for j, n in enumerate(AGAIN)]
put("names_again", [line((*AGAIN, "y"))] + [line(r) for r in wide], wide, (*numbered_names, "y"))
many = [(*r[:10], *(r[0],) * 12, r[10]) for r in wide]
put("names_again_many", ["\ufeff" + ",".join(["Score"] * 3 + ['"Score"', "Score_2"] + ["Score"] * 17 + ["y"])] + [line(r) for r in many], many,
    ("Score", "Score_3", "Score_4", "Score_5", "Score_2", *(f"Score_{j}" for j in range(6, 23)), "y"), options="--features Score,Score_2,Score_3,Score_4,Score_5,Score_6")
put("names_alike", [line(("caf\u00e9", "cafe\u0301", "q", "q", "q_2", *"abcde", "y"))] + [line(r) for r in wide], wide, ("caf\u00e9", "V2", "q", "q_3", "q_2", *"abcde", "y"))
# other delimiters, which cells in quotes hold too, as they do line ends: the header's quotes tell, or each line
OTHER, said = ("age", "size", "amount", "sex", "note", "y"), [(*r[:4], ("good\nor $5, @ *", "so-so")[i % 2], r[4]) for i, r in enumerate(rows)]
quoted = lambda r, sign: sign.join(f'"{c}"' if isinstance(c, str) else str(c) for c in r)
for name, sign in (("dollar", "$"), ("at", "@"), ("star", "*"), ("slash", "/"), ("section", "\u00a7")):
    put(f"other_{name}_quoted", [quoted(r, sign) for r in (OTHER, *said)], said, OTHER, options="--exclude note")
    put(f"other_{name}", [line(r, sign) for r in (NAMES, *rows)])
put("other_lines", [line(OTHER, "$")] + [quoted(r, "$") for r in said], said, OTHER, end="\r\n", options="--exclude note")
