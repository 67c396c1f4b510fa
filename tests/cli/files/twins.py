"""What plans.py, cells.py, guises.py and units.py share: files in which something stands in the way of a fit, NAME.csv, each with its twin NAME.clean, in which
nothing does."""
import random
import sys
from pathlib import Path

to = Path(sys.argv[1])
dice = random.Random(11)
rows = []
for i in range(60):
    age, size, amount, sex = 20 + (i * 17) % 41, round(dice.uniform(15, 45), 1), round(dice.uniform(120, 9800), 2), "mf"[i % 3 > 0]
    rows.append((age, size, amount, sex, int(dice.random() < 1 / (1 + 2.718 ** (1.5 - size / 40 - amount / 9000)))))
NAMES = ("age", "size", "amount", "sex", "y")


def line(cells, delimiter=","):
    return delimiter.join('"' + str(c).replace('"', '""') + '"' if any(x in str(c) for x in delimiter + '"\n') else str(c) for c in cells)


def put(name, lines, clean=None, names=NAMES, encoding="utf-8", end="\n", options=""):
    """Lines as they are, and the rows that they mean. Prints the name, and options that a user would know."""
    (to / f"{name}.csv").write_bytes((end.join(lines) + end).encode(encoding))
    plain = [line(names)] + [line("" if c is None else c for c in r) for r in clean or rows]
    (to / f"{name}.clean").write_text("\n".join(plain) + "\n")
    print(name, options)


def us(x, digits=2):
    return f"{x:,.{digits}f}"


def de(x, digits=2):
    return us(x, digits).translate(str.maketrans(",.", ".,"))


# ---- One column of doses ----

DOSES = ("age", "dose", "y")
base = [(a, round(s), y) for a, s, m, g, y in rows]


def odd(name, cell, meant=lambda d, k: d, every=7, delimiter=",", number=lambda i, d: d, names=DOSES, **how):
    """Every so manieth dose stands as cell(dose, its number) has it, and means what meant(..) has; others are as they are."""
    doses = [(a, number(i, d), y) for i, (a, d, y) in enumerate(base)]
    at = [i // every if i % every == every // 2 else None for i in range(60)]
    put(name, [line(names, delimiter)] + [line((a, d if k is None else cell(d, k), y), delimiter) for k, (a, d, y) in zip(at, doses)],
        [(a, d if k is None else meant(d, k), y) for k, (a, d, y) in zip(at, doses)], names, **how)


def whole(name, cell, meant=lambda i, d: d, delimiter=",", number=lambda i, d: d, names=DOSES, **how):
    """Every dose stands as cell(row, dose) has it, and means what meant(..) has."""
    doses = [(i, a, number(i, d), y) for i, (a, d, y) in enumerate(base)]
    put(name, [line(names if len(names) == len(DOSES) else DOSES, delimiter)] + [line((a, cell(i, d), y), delimiter) for i, a, d, y in doses],
        [(a, *m, y) if isinstance(m := meant(i, d), tuple) else (a, m, y) for i, a, d, y in doses], names, **how)
