"""Rows of weight 0, or without trials, count nowhere: prints every difference between a fit with such rows among the others and one without them.

Whatever stands in them is far out: levels that no other row has, numbers beyond all others, logarithms of negative numbers, missing values.

    weightless.py [-v]
"""

import json
import random
import re
import subprocess
import sys

draw = random.Random(7)


def table():
    """(weight, cells) of rows that count, without the weight."""
    rows = []
    for _ in range(90):
        x, z = round(draw.gauss(3, 1.5), 2), draw.randint(1, 9)
        f, g = draw.choice("abc"), draw.choice("uv")
        eta = -1 + 0.4 * x - 0.2 * z + (f == "b") + 0.5 * (g == "v")
        y = int(draw.random() < 1 / (1 + 2.718281828 ** -eta))
        k = draw.choice(("low", "middle", "high"))
        trials = draw.randint(1, 4)
        rows.append({"x": x, "z": z, "f": f, "g": g, "y": y, "k": k, "n": trials, "r": draw.randint(0, trials), "o": round(draw.random(), 2),
                     "c": draw.randint(1, 12), "w": draw.randint(1, 3), "s": round(1 + 3 * draw.random(), 1)})
    for i in (5, 17, 40):
        rows[i]["x"] = ""
    return rows


def weightless(kind):
    """A row that stands for nothing by the column of that name."""
    r = {"x": draw.choice((-50, 80, 1e6, "")), "z": draw.choice((-3, 77, "")), "f": draw.choice(("zz", "a", "")), "g": draw.choice("wu"), "y": draw.randint(0, 1),
         "k": draw.choice(("low", "high")), "n": 2, "r": 1, "o": draw.choice((9, "")), "c": draw.choice((99, 3)), "w": 2, "s": 2.5, kind: 0}
    if kind == "n":
        r["r"] = 0
    return r


def write(path, rows):
    with open(path, "w") as f:
        f.write(",".join(rows[0]) + "\n" + "".join(",".join(str(v) for v in r.values()) + "\n" for r in rows))


def run(path, formula, options):
    p = subprocess.run(["logreg", "fit", path, "--formula", formula, "--quiet", *options], capture_output=True, text=True)
    return p.stdout + p.stderr, p.returncode


# What names the rows themselves.
COUNTS = {"source", "n_rows", "n_excluded", "n_weightless", "seconds", "row", "line"}


def strip(value):
    if isinstance(value, dict):
        return {k: strip(v) for k, v in value.items() if k not in COUNTS}
    return [strip(v) for v in value] if isinstance(value, list) else value


def same(a, b):
    """Equal but for rounding: rows may stand in other blocks."""
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(same(a[k], b[k]) for k in a)
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(same(x, y) for x, y in zip(a, b))
    if isinstance(a, float) and isinstance(b, float):
        return abs(a - b) <= 1e-8 * max(1, abs(a), abs(b))
    return a == b


def text_of(output):
    """Without the facts about the file and the score's rounding, and lines of the file."""
    out = re.sub(r"\n  Data  .*?\n(?=  \S)", "\n", output, flags=re.S)
    out = re.sub(r"max \|score\| \S+", "", out)
    out = re.sub(r"\n  Time  .*?\n", "\n", out)
    return re.sub(r"\bline \d+ *", "line", out)


FORMULAS = ["y ~ x", "y ~ z + f", "y ~ f*g", "y ~ f*x + g", "y ~ poly(x, 2)", "y ~ ns(x, df = 3) + f", "y ~ bs(z, df = 4)", "y ~ scale(x) + scale(z)", "y ~ C(z) + g", "y ~ C(f, sum)*g",
            "y ~ log(x + 2) + f", "y ~ I(x^2) + x:g", "y ~ f + g - 1", "y ~ x + offset(o)", "k ~ f + z", "k ~ poly(z, 2)", "y ~ C(f, helmert) + ordered(g)", "y ~ z - x"]

CASES = [("w", f, ["--weights", "w"]) for f in FORMULAS]
CASES += [("s", f, ["--sampling-weights", "s"]) for f in ("y ~ ns(z, df = 3) + f", "y ~ f*g", "k ~ f")]
CASES += [("s", "y ~ f + z", ["--sampling-weights", "s", "--vcov", "cluster:c"])]
CASES += [("n", f.replace("y ~", "r ~"), ["--trials", "n"]) for f in ("y ~ poly(x, 2) + f", "y ~ f*g", "y ~ ns(z, df = 3)")]
CASES += [("w", "r ~ scale(x) + f", ["--trials", "n", "--weights", "w"]), ("n", "r ~ scale(x) + f", ["--trials", "n", "--weights", "w"])]
CASES += [("w", "y ~ f + z", ["--weights", "w", "--vcov", v]) for v in ("HC0", "HC3", "cluster:c")]
CASES += [("w", "y ~ f + z", ["--weights", "w"] + more) for more in (
    ["--ci", "profile", "--tests"], ["--effects"], ["--diagnostics"], ["--gof"], ["--penalty", "firth"], ["--penalty", "flac"], ["--offset", "o"], ["--unit", "z=sd"], ["--unit", "z=iqr"],
    ["--explain"], ["--exact=f", "--where", "c <= 4"], ["--hypothesis", "f[b] = f[c]"], ["--optimism", "5"])]
CASES += [("w", "y ~ f + z + x", ["--weights", "w", "--step", "aic"]), ("w", "y ~ ns(x, df = 2)*g", ["--weights", "w", "--effects", "--explain", "--tests"])]


def main():
    rows = table()
    write("without.csv", rows)
    compared = differences = 0
    for kind, formula, options in CASES:
        among = list(rows)
        for _ in range(25):
            among.insert(draw.randint(0, len(among)), weightless(kind))
        write("among.csv", among)
        for shape in ([], ["--json"]):
            if "--explain" in options if shape else "--diagnostics" in options:
                continue  # has no JSON; has lines of the file all over its text
            (a, code), (b, other) = run("without.csv", formula, options + shape), run("among.csv", formula, options + shape)
            compared += 1
            if code not in (0, 4):
                print(formula, *options, a)
            if shape and code in (0, 4) and other in (0, 4):
                equal = same(strip(json.loads(a)), strip(json.loads(b)))
            else:
                equal = text_of(a).replace("without.csv", "among.csv") == text_of(b)
            if code != other or not equal:
                differences += 1
                print("differs:", formula, *options, *shape)
                if "-v" in sys.argv:
                    for x, y in zip(text_of(a).split("\n"), text_of(b).split("\n")):
                        if x != y:
                            print("   without", x, "\n   among  ", y)
    print(compared, "outputs compared,", differences, "differ")


main()
