#!/usr/bin/env python3
"""guises.py FOLDER: writes files in which numbers stand in words and with words behind them, each with its twin (twins.py)."""
from twins import DOSES, base, line, odd, put, whole

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
# Roman numbers where some wrote others: in few cells, in half of them, beside a text
ROMAN = ("unknown", "I", "II", "III", "IV")
stage = lambda i, d: 1 + i * 7 % 11 % 4
odd("roman", lambda d, k: ROMAN[d], every=7, number=stage)
odd("roman_half", lambda d, k: ROMAN[d], every=2, number=stage, delimiter=";")
odd("roman_text", lambda d, k: ROMAN[d * (k % 3 > 0)], lambda d, k: d if k % 3 else "", every=5, number=stage, end="\r\n")
# most cells are numbers: what the others are is said, be they many, and be there few numbers
REFUSED = ("no answer", "refused", "skipped", "illegible", "left blank")
odd("refusals", lambda d, k: REFUSED[k % 5], lambda d, k: "", every=5, number=lambda i, d: i * 7 % 11 % 10)
odd("refusals_few", lambda d, k: REFUSED[k % 4], lambda d, k: "", every=4, number=lambda i, d: i * 7 % 11 % 3)
odd("notes", lambda d, k: f"({k}) see below", lambda d, k: "", every=5, number=lambda i, d: 10 + i * 37 % 61 / 8)
# units of several words and with digits, remarks in brackets, in all cells and in some
TAILS = (" sq ft", " mm Hg", " x10^9/L", " ml/min/1.73m2", " pack-years", " deg C", " dB(A)", " years old", " Jahre alt", " % of sales")
for k, tail in enumerate(TAILS):
    whole(f"tail_{k}", lambda i, d: f"{d}{tail}", delimiter=",;\t"[k % 3])
odd("tails_some", lambda d, k: f"{d} mm Hg", every=6)
odd("tails_spelt", lambda d, k: (f"{d} years old", f"{d} yrs", f"{d} yrs. old")[k % 3], every=4)
odd("tails_small", lambda d, k: f"{d} cups a day", every=3, number=lambda i, d: i * 7 % 11)
odd("remarks", lambda d, k: (f"{d} (self-reported)", f"{d} (90+ in 1980)", f"{d} [see p. 7]")[k % 3], every=6)
odd("remarks_labels", lambda d, k: f"{d} (self-reported)", every=3, number=lambda i, d: i * 7 % 11)
whole("remarks_ranges", lambda i, d: f"{d}.5 {'[('[i % 2]}{d - 3}.1-{d + 3}.2{'])'[i % 2]}", lambda i, d: d + 0.5)
whole("remarks_units", lambda i, d: f"{d} mg (oral)", delimiter=";")
# multipliers behind money
whole("money_k", lambda i, d: f"${d}k", delimiter=";")
whole("money_two", lambda i, d: f"{('$', '$ ')[i % 2]}{d}.5{'KM'[i % 2]}", lambda i, d: (d + 0.5) * (1000, 1000000)[i % 2])
whole("money_some", lambda i, d: (f"USD {d}M", f"USD {d}000000", f"USD {d}B")[i % 3], lambda i, d: d * (10**6, 10**6, 10**9)[i % 3])
whole("money_euro", lambda i, d: f"\u20ac{d}k" if i % 3 else f"\u20ac{d}", lambda i, d: d * 1000 if i % 3 else d, delimiter="\t", end="\r\n")
# units of one kind
whole("bytes", lambda i, d: (f"{d} MB", f"{d * 256} KB", f"{d / 64} GB", f"{d}.5 MB")[i % 4], lambda i, d: (d, d / 4, d * 16, d + 0.5)[i % 4])
whole("ages_short", lambda i, d: f"{d}y" if i % 3 else f"{d}m", lambda i, d: d if i % 3 else d / 12)
whole("ages_apart", lambda i, d: f"{d} y" if i % 3 else f"{d} m", lambda i, d: d if i % 3 else d / 12, delimiter=";")
whole("ages_animals", lambda i, d: f"{d} {('years', 'months', 'weeks', 'years', 'days')[i % 5]}", lambda i, d: (d, d / 12, d * 7 / 365.25, d, d / 365.25)[i % 5])
whole("times_short", lambda i, d: f"{d} h" if i % 3 else f"{d} m", lambda i, d: d if i % 3 else d / 60)
whole("intervals", lambda i, d: (f"{d} years {i % 11 + 1} mons", f"{i % 11 + 1} mons", "1 year", f"{d} years 1 mon {i % 25 + 1} days")[i % 4],
      lambda i, d: (12 * d + i % 11 + 1, i % 11 + 1, 12, 12 * d + 1 + (i % 25 + 1) / 30.4375)[i % 4])
whole("periods", lambda i, d: (f"P{d}Y{i % 11}M", f"P{d}Y", f"P{i % 11 + 1}M")[i % 3], lambda i, d: (12 * d + i % 11, 12 * d, i % 11 + 1)[i % 3])
whole("areas", lambda i, d: f"{d} sq. ft." if i % 3 else f"{d} m2", lambda i, d: d if i % 3 else d / 0.09290304)
# numbers in parts
whole("stones", lambda i, d: f"{d % 7 + 8} st {i % 14} lb", lambda i, d: 14 * (d % 7 + 8) + i % 14)
whole("scores_of", lambda i, d: f"{d} of 50", delimiter=";")
whole("scores_out_of", lambda i, d: f"{d} out of 50")
whole("odds", lambda i, d: f"{d}:{i % 7 + 1}", lambda i, d: d / (i % 7 + 1))
TWO = ("age", "dose_1", "dose_2", "y")
whole("sizes", lambda i, d: f"{d}x{i % 9 + 10}", lambda i, d: (d, i % 9 + 10), names=TWO)
whole("sizes_apart", lambda i, d: f"{d}.5 \u00d7 {i % 9 + 10} cm", lambda i, d: (d + 0.5, i % 9 + 10), delimiter=";", names=TWO)
whole("places", lambda i, d: f"{d}.25,-{i % 9 + 70}.5", lambda i, d: (d + 0.25, -(i % 9 + 70.5)), names=TWO)
odd("wrapped", lambda d, k: f'{{"$numberDecimal":"{d}"}}', every=4)
# floors: a category, with a note that gives the command
whole("floors", lambda i, d: ("RDC", "1er", "2e", "3e", "4e", "5ème")[i * 7 % 11 % 6], lambda i, d: i * 7 % 11 % 6, options="--note")
whole("floors_few", lambda i, d: ("Ground", "1st", "2nd")[i * 7 % 11 % 3], lambda i, d: i * 7 % 11 % 3, options="--note")
whole("grades", lambda i, d: ("1st", "2nd", "3rd", "4th", "5th")[i * 7 % 11 % 5], lambda i, d: i * 7 % 11 % 5 + 1, options="--note")
whole("spelt_all", lambda i, d: FEW[i * 7 % 11 % 5], lambda i, d: i * 7 % 11 % 5, options="--note")
whole("years_of_age", lambda i, d: f"{d} y.o.")

# months, weeks and days beside ages in years, which stand bare or do not
for name, cell, part in (("ages_months", "{} months", lambda k: 12), ("ages_m", "{}m", lambda k: 12),
                         ("ages_parts", ("{} mo", "{} weeks", "{} d"), lambda k: (12, 365.25 / 7, 365.25)[k % 3]), ("ages_years", ("{} y", "{} mos"), lambda k: (1, 12)[k % 2])):
    cells = cell if isinstance(cell, tuple) else (cell,)
    parts = [(i // 7 + 2, i // 7) if i % 7 == 3 else None for i in range(60)]
    put(name, [line(DOSES)] + [line((cells[p[1] % len(cells)].format(p[0]) if p else a, d, y)) for p, (a, d, y) in zip(parts, base)],
        [(p[0] / part(p[1]) if p else a, d, y) for p, (a, d, y) in zip(parts, base)], DOSES)
