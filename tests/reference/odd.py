"""Writes tests/reference/data: small data sets on which careless arithmetic or bookkeeping fails.

    python3 tests/reference/odd.py tests/reference/data

Every file comes from its own seed. What each is for stands in cases.txt, beside the formula that is fitted to it.
"""

import csv
import math
import pathlib
import random
import sys


def sigmoid(eta):
    return 1 / (1 + math.exp(-eta))


def draw(rng, eta):
    return int(rng.random() < sigmoid(eta))


def number(value, digits=6):
    return f"{value:.{digits}g}"


def huge_mean(rng):
    """A column whose mean is a billion times its spread, as a time stamp has."""
    yield ["stamp", "x", "y"]
    for _ in range(120):
        t, x = rng.gauss(0, 1), rng.gauss(0, 1)
        yield [f"{1e9 + t:.7f}", number(x), draw(rng, 0.3 + 0.8 * t - 0.5 * x)]


def far(rng):
    """Columns far from 0 beside their spread, of whose products careless arithmetic loses what is not in the factors."""
    yield ["year", "age", "x", "g", "s", "y"]
    for _ in range(160):
        year, age, x = rng.randint(1990, 2020), rng.gauss(0, 1), rng.gauss(0, 30)
        eta = 0.05 * (year - 2005) + 0.5 * age + 0.02 * (year - 2005) * age + 0.01 * x
        yield [year, f"{1e6 + age:.3f}", f"{1e6 + x:.1f}", rng.choice("uvw"), rng.choice("fm"), draw(rng, eta)]


def off_centre(rng):
    """Nothing that could be centred by an intercept: large terms cancel in every linear predictor."""
    yield ["height", "site", "y"]
    for _ in range(200):
        h, site = rng.gauss(0, 1), rng.choice("pqr")
        yield [f"{1e5 + 10 * h:.8g}", site, draw(rng, 0.8 * h + (site == "q"))]


def far_apart(rng):
    """Columns whose units differ by eighteen orders of magnitude."""
    yield ["giga", "unit", "nano", "y"]
    for _ in range(150):
        a, b, c = (rng.gauss(0, 1) for _ in range(3))
        yield [number(1e9 * a), number(b), number(1e-9 * c), draw(rng, 0.5 * a - b + 0.7 * c)]


def nearly_collinear(rng):
    """b is a but for 1e-6 of its spread: above the threshold for an alias, beyond what normal equations bear."""
    yield ["a", "b", "y"]
    for _ in range(200):
        a = rng.gauss(0, 1)
        b = a + 1e-6 * rng.gauss(0, 1)
        yield [f"{a:.12g}", f"{b:.12g}", draw(rng, a)]


def rare(rng):
    """Few events among many rows."""
    yield ["x", "z", "y"]
    for _ in range(1200):
        x, z = rng.gauss(0, 1), rng.randrange(4)
        yield [number(x, 4), z, draw(rng, -6 + x + 0.3 * z)]


def outlier(rng):
    """One value a thousand standard deviations out."""
    yield ["x", "y"]
    for i in range(100):
        x = 1000.0 if i == 37 else rng.gauss(0, 1)
        yield [number(x), draw(rng, 0.7 * min(x, 1))]


def steep(rng):
    """Almost separated: large coefficients, one row out of place."""
    yield ["x", "y"]
    for i in range(60):
        x = i / 10
        y = int(i >= 30)
        yield [number(x), 1 - y if i in (29, 31) else y]


def levels(rng):
    """Factors whose levels come in no order, labels that are numbers, that differ in case, hold blanks or accents."""
    yield ["zone", "shade", "x", "y"]
    zones, shades = ["10", "9", "2", "100"], ["red", "Red", "dark red", "vert foncé"]
    effect = {zone: 0.4 * i for i, zone in enumerate(zones)} | {shade: -0.3 * i for i, shade in enumerate(shades)}
    for _ in range(300):
        zone, shade, x = rng.choice(zones), rng.choice(shades), rng.gauss(0, 1)
        yield [zone, shade, number(x, 4), draw(rng, effect[zone] + effect[shade] + 0.5 * x)]


def many_levels(rng):
    """A factor of fifty levels, no two equally common."""
    yield ["shop", "x", "y"]
    for _ in range(1500):
        shop, x = int(50 * rng.random() ** 1.3), rng.gauss(0, 1)
        yield [f"s{shop:02d}", number(x, 3), draw(rng, 0.4 * math.sin(shop) + 0.5 * x)]


def exposure(rng):
    """Events out of trials, with a frequency and an offset; zeros among the trials and the frequencies."""
    yield ["x", "log_dose", "trials", "times", "events"]
    for i in range(60):
        x, offset = rng.gauss(0, 1), rng.gauss(0, 0.5)
        trials, times = (0 if i == 11 else rng.randint(1, 20)), (0 if i == 23 else rng.randint(1, 4))
        events = sum(draw(rng, -0.4 + 0.6 * x + offset) for _ in range(trials))
        yield [number(x, 4), number(offset, 4), trials, times, events]


def counted(rng):
    """Rows that stand for up to a million."""
    yield ["x", "g", "n", "y"]
    for i in range(80):
        x, g = rng.gauss(0, 1), rng.choice("cab")
        yield [number(x, 4), g, int(10 ** rng.uniform(0, 6)), i % 2]


def holes(rng):
    """Missing cells of every spelling, in every column."""
    yield ["x", "g", "unused", "y"]
    for i in range(150):
        x, g = number(rng.gauss(0, 1), 4), rng.choice(["low", "mid", "top"])
        y = "yes" if draw(rng, 0.8 * float(x)) else "no"
        row = [x, g, i, y]
        if i % 13 == 5:
            row[rng.randrange(4)] = rng.choice(["", "NA", "?", ".", "NULL", "NaN"])
        yield row


def copies(rng):
    """Columns that are sums and multiples of earlier ones, a constant, and a level that is a number's threshold."""
    yield ["a", "b", "sum", "twice", "seven", "g", "y"]
    for _ in range(120):
        a, b = rng.randrange(10), rng.randrange(8)
        yield [a, b, a + b, 2 * a, 7, "old" if a >= 5 else "new", draw(rng, 0.3 * a - 0.2 * b)]


def long(rng):
    """More rows than one segment of the sums holds."""
    yield ["x", "y"]
    for _ in range(6000):
        x = rng.randrange(10)
        yield [x, draw(rng, 0.2 * x - 1)]


def classes(rng):
    """Four classes, of which one is rare, by a number, a factor and a frequency."""
    yield ["x", "arm", "offset", "n", "grade"]
    for _ in range(240):
        x, arm = rng.gauss(0, 1), rng.choice(["usual", "new"])
        eta = [0, 0.5 * x, 0.3 - 0.4 * x + (arm == "new"), -2 + x]
        odds = [math.exp(e) for e in eta]
        grade = rng.choices(["a", "b", "c", "d"], odds)[0]
        yield [number(x, 4), arm, number(rng.gauss(0, 0.3), 3), rng.randint(1, 5), grade]


def pupils(rng):
    """Pupils of schools in districts, over years: clusters of two kinds, strata, and weights of three kinds, zeros among them."""
    yield ["district", "school", "year", "x", "sex", "n", "w", "tries", "hits", "passed", "grade"]
    of_school = {s: rng.gauss(0, 0.7) for s in range(36)}
    of_year = {t: rng.gauss(0, 0.4) for t in range(2011, 2020)}
    for _ in range(260):
        school, year, x, sex = rng.randrange(36), rng.randrange(2011, 2020), rng.gauss(0, 1), rng.choice(["girl", "boy"])
        eta = -0.2 + 0.6 * x + 0.5 * (sex == "girl") + of_school[school] + of_year[year]
        weight = 0 if rng.random() < 0.04 else rng.lognormvariate(3 + 0.2 * eta, 0.6)
        tries = rng.randint(0, 6)
        odds = [1, math.exp(eta), math.exp(0.5 * eta - 0.3 * x)]
        yield ["north" if school < 14 else "south" if school < 25 else "west", f"s{school:02d}", year, number(x, 4), sex, rng.randint(0, 4),
               number(weight, 5), tries, sum(draw(rng, eta) for _ in range(tries)), draw(rng, eta),
               rng.choices(["low", "middle", "high"], odds)[0]]


def quoted(rng):
    """Names that need quotes in a formula, and a target of -1 and +1."""
    yield ["blood pressure", "dose (mg)", "y~z", "t.half", "result"]
    for _ in range(90):
        a, b, c, d = (rng.gauss(0, 1) for _ in range(4))
        yield [number(120 + 15 * a, 4), number(5 + b, 4), number(c, 4), number(d, 4), 2 * draw(rng, a - b + c) - 1]


def gaps(rng):
    """Numbers and categories that are missing, some because of the outcome; rows to fit to, and rows to predict, of which one column misses
    what it never misses in the former."""
    yield ["part", "age", "bmi", "pulse", "sex", "ward", "n", "y"]
    for row in range(200):
        part = 1 if row < 160 else 2
        age, bmi, pulse = rng.gauss(50, 12), rng.lognormvariate(3.2, 0.2), rng.gauss(70, 9)
        sex, ward = rng.choice(["f", "f", "m"]), rng.choice(["east", "north", "west"])
        y = draw(rng, 0.04 * (age - 50) + 2 * math.log(bmi / 25) + 0.6 * (sex == "m") - 0.5 * (ward == "west"))
        hide = [rng.random() < p for p in (0.1 + 0.2 * y, 0.15, 0.2 if part == 2 else 0, 0.12, 0.2)]
        cells = [number(age, 3), number(bmi, 4), number(pulse, 3), sex, ward]
        outcome = "" if row % 67 == 5 else y
        yield [part, *("" if hidden else cell for hidden, cell in zip(hide, cells)), rng.randrange(4), outcome]


def main():
    folder = pathlib.Path(sys.argv[1])
    makers = [huge_mean, far, off_centre, far_apart, nearly_collinear, rare, outlier, steep, levels, many_levels, exposure, counted,
              holes, copies, long, classes, quoted, pupils, gaps]
    for make in makers:
        with open(folder / (make.__name__ + ".csv"), "w", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(make(random.Random(make.__name__)))


main()
