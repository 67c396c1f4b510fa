#!/usr/bin/env python3
"""guises.py FOLDER: writes files in which numbers stand in words and with words behind them, each with its twin (twins.py)."""
from twins import line, put, rows

NAMES = ("age", "dose", "y")
base = [(a, round(s), y) for a, s, m, g, y in rows]


def odd(name, cell, meant=lambda d, k: d, every=7, delimiter=",", number=lambda i, d: d, **how):
    """Every so manieth dose stands as cell(dose, its number) has it, and means what meant(..) has; others are as they are."""
    doses = [(a, number(i, d), y) for i, (a, d, y) in enumerate(base)]
    at = [i // every if i % every == every // 2 else None for i in range(60)]
    put(name, [line(NAMES, delimiter)] + [line((a, d if k is None else cell(d, k), y), delimiter) for k, (a, d, y) in zip(at, doses)],
        [(a, d if k is None else meant(d, k), y) for k, (a, d, y) in zip(at, doses)], NAMES, **how)


# numbers in words: of few values, of many, in other languages, beside texts
FEW = ("none", "one", "two", "three", "four")
ONES = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
few = lambda i, d: i * 7 % 11 % 5
english = lambda d: TEENS[d - 10] if d < 20 else f"{('Twenty', 'Thirty', 'forty')[d // 10 - 2]} {ONES[d % 10]}".strip()
german = lambda d: (f"{('', 'ein', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun')[d % 10]}und" if d % 10 else "") + ("zwanzig", "dreißig", "vierzig")[d // 10 - 2]
odd("spelt_few", lambda d, k: FEW[d], every=4, number=few)
odd("spelt_none", lambda d, k: ("zero", "Nil", *FEW[1:])[d + (d > 0 or k % 2)], every=3, number=few, end="\r\n")
odd("spelt_french", lambda d, k: ("aucun", "un", "deux", "trois", "quatre")[d], every=4, number=few, delimiter=";")
odd("spelt_many", lambda d, k: english(d), every=9)
odd("spelt_hyphens", lambda d, k: english(d).replace(" ", "-"), every=8, delimiter="\t")
odd("spelt_german", lambda d, k: german(d), every=9, number=lambda i, d: max(d, 20), delimiter=";")
# most cells are numbers: what the others are is said, be they many, and be there few numbers
REFUSED = ("no answer", "refused", "skipped", "illegible", "left blank")
odd("refusals", lambda d, k: REFUSED[k % 5], lambda d, k: "", every=5, number=lambda i, d: i * 7 % 11 % 10)
odd("refusals_few", lambda d, k: REFUSED[k % 4], lambda d, k: "", every=4, number=lambda i, d: i * 7 % 11 % 3)
odd("notes", lambda d, k: f"({k}) see below", lambda d, k: "", every=5, number=lambda i, d: 10 + i * 37 % 61 / 8)
