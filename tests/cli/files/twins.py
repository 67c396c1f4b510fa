"""What plans.py and cells.py share: files in which something stands in the way of a fit, NAME.csv, each with its twin NAME.clean, in which
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
