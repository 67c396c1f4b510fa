#!/usr/bin/env python3
"""cases.py FOLDER: writes files in which a case has several rows, each with its twin (twins.py), which has one. Prints names, and formulas."""
from twins import line, put, rows

people = [(f"P{i:02}", a, s, g, y) for i, (a, s, m, g, y) in enumerate(rows)]
WIDE = ("id", "age", "size", "sex", "y")
FORMULA = "--formula y~age+size+sex"


def write(name, lines, wide=people, names=WIDE, formula=FORMULA, **how):
    put(name, lines, wide, names, options=formula, **how)


# a column names what another one holds: case by case, kind by kind, with what a case has in each of its rows, with units, dates and gaps
KINDS = WIDE[1:]
write("variables", ["id,variable,value"] + [line((p[0], k, v)) for p in people for k, v in zip(KINDS, p[1:])])
write("kinds", ["id;what;reading"] + [line((p[0], k, v), ";") for n, k in enumerate(KINDS) for p in people for v in [p[n + 1]]], end="\r\n")
numbers = [(p[0], p[1], p[2], p[4]) for p in people]
write("analytes", ["id,y,analyte,unit,taken,result,flag"] +
      [line((i, y, k, u, f"2024-03-{1 + (a * n) % 28:02}", v, "H" if v > 35 else "")) for i, a, s, y in numbers for n, (k, u, v) in enumerate((("age", "years", a), ("size, mm", "mm", s), ("dose", "mg", a * 7 % 40)), 3)],
      [(i, y, a, s, a * 7 % 40) for i, a, s, y in numbers], ("id", "y", "age", "size, mm", "dose"), "--formula y~age+dose")
# columns that no row has together
write("visits", ["id,event,age,sex,size,y"] + [l for p in people for l in (line((p[0], "baseline", p[1], p[3], "", "")), line((p[0], "month_6", "", "", p[2], p[4])))],
      [(p[0], p[1], p[3], p[2], p[4]) for p in people], ("id", "age", "sex", "size", "y"))
write("visits_unnamed", ["age,sex,id,size,y"] + [line((p[1], p[3], p[0], "", "")) for p in people] + [line(("", "", p[0], p[2], p[4])) for p in people],
      [(p[1], p[3], p[0], p[2], p[4]) for p in people], ("age", "sex", "id", "size", "y"))
