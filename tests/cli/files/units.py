#!/usr/bin/env python3
"""units.py FOLDER: writes files in which quantities stand as people write them, and would be categories, each with its twin (twins.py)."""
from twins import odd, whole

low = lambda i: i * 7 % 11
tenth = lambda i, d: d / 10
# out of so many, with decimals; with stars; with words among them
whole("rated", lambda i, d: f"{d / 10}/5", tenth)
whole("rated_words", lambda i, d: f"{d / 10} out of 5", tenth, delimiter="\t")
whole("rated_stars", lambda i, d: f"{d / 10} out of 5 stars", tenth, end="\r\n")
whole("rated_comma", lambda i, d: f"{d / 10}/5".replace(".", ","), tenth, delimiter=";")
whole("rated_new", lambda i, d: ("NEW", "-")[i // 9 % 2] if i % 9 == 0 else f"{d / 10}/5", lambda i, d: None if i % 9 == 0 else d / 10)
whole("rated_few", lambda i, d: "NEW" if i % 9 == 0 else f"{low(i) % 5 + 1}/5", lambda i, d: None if i % 9 == 0 else low(i) % 5 + 1, options="--note")
whole("averages", lambda i, d: f"{d / 12:.2f}/4.0", lambda i, d: float(f"{d / 12:.2f}"))
whole("marks", lambda i, d: f"{d}.5/{(50, 60)[i % 2]}", lambda i, d: (d + 0.5) / (50, 60)[i % 2])
# letters right behind few numbers
whole("litres", lambda i, d: ("1.4L", "1.6L", "2.0L", "3.0L")[low(i) % 4], lambda i, d: (1.4, 1.6, 2, 3)[low(i) % 4], options="--note")
whole("volts", lambda i, d: ("12V", "24V", "48V")[low(i) % 3], lambda i, d: (12, 24, 48)[low(i) % 3], options="--note")
whole("times", lambda i, d: ("2x", "5x", "10x")[low(i) % 3], lambda i, d: (2, 5, 10)[low(i) % 3], delimiter=";", options="--note")
whole("doses", lambda i, d: ("0.5 mg", "250 mcg", "1 mg", "500 mcg")[low(i) % 4], lambda i, d: (0.5, 0.25, 1, 0.5)[low(i) % 4], options="--note")
whole("races", lambda i, d: ("5k", "10k", "400m")[low(i) % 3], lambda i, d: (5, 10, 0.4)[low(i) % 3], options="--note")
whole("employed", lambda i, d: ("< 1 year", "1 year", "3 years", "5 years", "10+ years")[low(i) % 5], lambda i, d: (1, 1, 3, 5, 10)[low(i) % 5], options="--note")
# a unit beside numbers that have another
odd("pounds_beside", lambda d, k: f"{d * 4} lb", lambda d, k: d * 4 * 0.45359237, every=4, number=lambda i, d: d + 40)
odd("inches_beside", lambda d, k: f"{d // 3 + 5} in", lambda d, k: (d // 3 + 5) * 2.54, number=lambda i, d: d + 150, delimiter=";")
# numbers in parts, with signs of their own
whole("stones_bare", lambda i, d: f"{d % 7 + 8}st {i % 14}", lambda i, d: 14 * (d % 7 + 8) + i % 14)
whole("heights", lambda i, d: f"{d % 2 + 5}-{i % 12}", lambda i, d: 12 * (d % 2 + 5) + i % 12)
whole("crowns_bare", lambda i, d: f"{d * 9}:-", lambda i, d: d * 9)
whole("eyes", lambda i, d: f"6/{(6, 9, 12, 18, 24)[low(i) % 5]}", lambda i, d: 6 / (6, 9, 12, 18, 24)[low(i) % 5], options="--note")
whole("powers", lambda i, d: f"{d / 10}×10³", lambda i, d: f"{d / 10}e3")
whole("powers_apart", lambda i, d: f"{d / 10} × 10{('⁻¹', '⁴', '²')[i % 3]}", lambda i, d: f"{d / 10}e{(-1, 4, 2)[i % 3]}", delimiter=";")
whole("powers_alone", lambda i, d: f"10^{d % 7 + 1}", lambda i, d: 10 ** (d % 7 + 1), options="--note")
whole("arrows", lambda i, d: f"{'▲▼'[i % 2]}{d}", lambda i, d: (d, -d)[i % 2])
whole("arrows_behind", lambda i, d: f"{d}.5% {'↑↓'[i % 2]}", lambda i, d: (d + 0.5, -d - 0.5)[i % 2], delimiter="\t")
odd("triangles", lambda d, k: f"△{d}", lambda d, k: -d, every=3)
