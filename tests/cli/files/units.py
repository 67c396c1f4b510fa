#!/usr/bin/env python3
"""units.py FOLDER: writes files in which quantities stand as people write them, and would be categories, each with its twin (twins.py)."""
import sys

from twins import odd, whole

TWO = ("age", "dose_1", "dose_2", "y")
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
# units of area, of which Indian plots have their own; and numbers without one, whose unit the column's name has, or their size tells
FOOT, YARD, CENT = 0.09290304, 0.83612736, 40.468564224
whole("areas", lambda i, d: (f"{d} Sq. Meter", f"{d * 2} Sq. Yards", f"{d * 40} sq ft", f"{d * 41} sq ft")[i % 4], lambda i, d: (d / FOOT, d * 2 * YARD / FOOT, d * 40, d * 41)[i % 4])
odd("areas_named", lambda d, k: (f"{d}Sq. Meter", f"{d}Perch", f"{d}Grounds", f"{d} Cents", f"{d // 9 + 1} Guntha", f"{d * 40} - {d * 40 + 100}")[k % 6],
    lambda d, k: (d / FOOT, d * 25.29285264 / FOOT, d * 2400, d * CENT / FOOT, (d // 9 + 1) * 101.17141056 / FOOT, d * 40 + 50)[k % 6], every=4, number=lambda i, d: d * 40 + i, names=("age", "total_sqft", "y"))
odd("metres_among_feet", lambda d, k: f"{d // 11} sqm", lambda d, k: d // 11 / FOOT, number=lambda i, d: d * 40 + i, delimiter=";")
odd("kilograms_named", lambda d, k: f"{d * 4} lb", lambda d, k: d * 4 * 0.45359237, every=4, number=lambda i, d: d + 40, names=("age", "Weight (kg)", "y"))
# one measure in several words, and half of it; powers of ten before it; ages of pictures
baths = lambda d: d % 7 / 2
named = lambda i, n: ("Half-bath" if i % 2 else "Shared half-bath") if n == 0.5 else f"{n:g} {('', 'shared ', 'private ')[i % 3]}bath{'s' * (n != 1)}"
whole("baths", lambda i, d: named(i, baths(d * 3 + i)), lambda i, d: baths(d * 3 + i))
whole("baths_few", lambda i, d: named(i % 3, (0.5, 1, 2)[low(i) % 3]), lambda i, d: (0.5, 1, 2)[low(i) % 3], options="--note")
whole("viewed", lambda i, d: (f"{d}.5K views", f"{d / 10} M views", f"{d * 9} views")[i % 3], lambda i, d: (d * 1000 + 500, f"{d / 10}e6", d * 9)[i % 3])
whole("dicom", lambda i, d: (f"{d:03}Y", f"{d % 24:03}M", f"{d:03}W", f"{d:03}D")[i * 7 % 11 % 4], lambda i, d: (d, d % 24 / 12, d * 7 / 365.25, d / 365.25)[i * 7 % 11 % 4])
# words and letters that are numbers by what the column holds
odd("rain_trace", lambda d, k: ("T", "trace")[k % 2], lambda d, k: 0, number=lambda i, d: d / 100, names=("age", "precip", "y"))
odd("kindergarten", lambda d, k: ("K", "PK")[k % 2], lambda d, k: -(k % 2), number=lambda i, d: d % 12 + 1, names=("age", "grade_level", "y"), delimiter=";")
# three numbers in a cell
THREE = ("age", "dose_1", "dose_2", "dose_3", "y")
whole("boxes", lambda i, d: f"{d} x {i % 9 + 10} x {i * 7 % 31 + 4} cm", lambda i, d: (d, i % 9 + 10, i * 7 % 31 + 4), names=THREE)
whole("boxes_bare", lambda i, d: f"{d}.5×{i % 9 + 10}" + f"×{i * 7 % 31 + 4}" * (i % 9 != 4), lambda i, d: (d + 0.5, i % 9 + 10, i * 7 % 31 + 4 if i % 9 != 4 else None), names=THREE, delimiter=";")
# digits of footnotes, and places in an order
odd("raised", lambda d, k: f"{d}{('¹', '²', '¹⁰')[k % 3]}", every=5)
whole("ranks", lambda i, d: f"#{d}", names=("age", "world_rank", "y"))
odd("below_limit", lambda d, k: "<LOD", lambda d, k: None)
# numbers in parts, with signs of their own
whole("stones_bare", lambda i, d: f"{d % 7 + 8}st {i % 14}", lambda i, d: 14 * (d % 7 + 8) + i % 14)
whole("heights", lambda i, d: f"{d % 2 + 5}-{i % 12}", lambda i, d: 12 * (d % 2 + 5) + i % 12)
whole("crowns_bare", lambda i, d: f"{d * 9}:-", lambda i, d: d * 9)
whole("eyes", lambda i, d: f"6/{(6, 9, 12, 18, 24)[low(i) % 5]}", lambda i, d: 6 / (6, 9, 12, 18, 24)[low(i) % 5], options="--note")
whole("powers", lambda i, d: f"{d / 10}×10³", lambda i, d: f"{d / 10}e3")
whole("powers_apart", lambda i, d: f"{d / 10} × 10{('⁻¹', '⁴', '²')[i % 3]}", lambda i, d: f"{d / 10}e{(-1, 4, 2)[i % 3]}", delimiter=";")
whole("clock_few", lambda i, d: ("7:30", "9:15", "13:00", "16:45")[low(i) % 4], lambda i, d: (7.5, 9.25, 13, 16.75)[low(i) % 4], options="--note")
whole("clock_half", lambda i, d: ("7:30 AM", "9:15 AM", "1:00 PM")[low(i) % 3], lambda i, d: (7.5, 9.25, 13)[low(i) % 3], options="--note")
whole("powers_alone", lambda i, d: f"10^{d % 7 + 1}", lambda i, d: 10 ** (d % 7 + 1), options="--note")
whole("arrows", lambda i, d: f"{'▲▼'[i % 2]}{d}", lambda i, d: (d, -d)[i % 2])
whole("arrows_behind", lambda i, d: f"{d}.5% {'↑↓'[i % 2]}", lambda i, d: (d + 0.5, -d - 0.5)[i % 2], delimiter="\t")
odd("triangles", lambda d, k: f"△{d}", lambda d, k: -d, every=3)
# text that no rule knows, about numbers that are few or many; with other texts among them
for k, (front, behind) in enumerate((("", "-speed"), ("★ ", ""), ("GPA: ", ""), ("", '"'), ("$", "/mo"), ("from ", " €"), ("n=", ""), ("Score ", " pts."), ("", "'"), ("<", ">"), ("-> ", ""), ("AUD ", " p.a."), ("×", ""))):
    whole(f"held_{k}", lambda i, d: f"{front}{d}{behind}", delimiter=",;\t"[k % 3])
    whole(f"held_few_{k}", lambda i, d: f"{front}{(12, 18.5, 24, 36)[low(i) % 4]}{behind}", lambda i, d: (12, 18.5, 24, 36)[low(i) % 4], end=("\n", "\r\n")[k % 2], options="--note")
whole("held_signed", lambda i, d: f"about {'-' * (i % 2)}{d}.5!", lambda i, d: (-1) ** i * (d + 0.5))
whole("held_comma", lambda i, d: f"{d},5★", lambda i, d: d + 0.5, delimiter=";")
whole("held_thousands", lambda i, d: f"{d},{i:03d}★", lambda i, d: d * 1000 + i)
whole("held_plural", lambda i, d: f"{d % 9 + 1}-bed{'s' * (d % 9 > 0)}", lambda i, d: d % 9 + 1, options="--note")
whole("held_some", lambda i, d: "closed" if i % 12 == 0 else f"{d}-ish", lambda i, d: None if i % 12 == 0 else d)
whole("held_some_few", lambda i, d: "closed" if i % 12 == 0 else f"{low(i) % 5 + 4}-ish", lambda i, d: None if i % 12 == 0 else low(i) % 5 + 4, options="--note")
whole("held_posted", lambda i, d: f"Posted {d} days ago")
whole("held_bound", lambda i, d: f"{d}+ days ago", delimiter=";")
# two numbers within text: ranges, whose middle counts, minutes and seconds, others
whole("pair_range", lambda i, d: f"${d}K-${d + i % 7}K (est.)", lambda i, d: d + i % 7 / 2)
whole("pair_money", lambda i, d: f"${d},000 - ${d + i % 7},500", lambda i, d: 1000 * d + 1000 * (i % 7) / 2 + 250)
whole("pair_shares", lambda i, d: f"{d}-{d + i % 7}%", lambda i, d: d + i % 7 / 2, delimiter=";")
whole("pair_pace", lambda i, d: f"{d % 6 + 3}:{i:02d} /km", lambda i, d: d % 6 + 3 + i / 60, delimiter="\t")
whole("pair_quotes", lambda i, d: f"{d % 6 + 3}'{i:02d}\"", lambda i, d: d % 6 + 3 + i / 60)
whole("pair_torque", lambda i, d: f"{d}Nm@ {i % 9 + 10},500rpm", lambda i, d: (d, 1000 * (i % 9) + 10500), names=TWO, end="\r\n")
whole("pair_some", lambda i, d: "none" if i % 13 == 5 else f"{d}.5@ {i % 9}(kgm@ rpm)", lambda i, d: (None, None) if i % 13 == 5 else (d + 0.5, i % 9), names=TWO, delimiter=";")
whole("pair_results", lambda i, d: f"{d % 6}:{i % 5}", lambda i, d: (d % 6, i % 5), names=TWO)
whole("changes", lambda i, d: f"{d + 30}{('', '+2', '-1')[i % 3]}", lambda i, d: d + 30 + (0, 2, -1)[i % 3])
whole("pair_record", lambda i, d: f"{d}-{i * 7 % 31}", lambda i, d: (d, i * 7 % 31), names=TWO)
whole("pair_bare", lambda i, d: f"{d}–{d + i % 7}", lambda i, d: d + i % 7 / 2, delimiter="\t")
whole("pair_brackets", lambda i, d: f"({d}, {i % 9 + 10})", lambda i, d: (d, i % 9 + 10), names=TWO)
whole("flags", lambda i, d: f"{d}.{i % 9 + 1}{('', ' b', ' bu', ' e', ' p')[i % 5]}", lambda i, d: f"{d}.{i % 9 + 1}")
# what is enclosed, rough, or in other words
whole("enclosed", lambda i, d: f"({d + 1950})", lambda i, d: d + 1950)
whole("feet_points", lambda i, d: f"{d % 2 + 5} ft. {i % 12} in.", lambda i, d: 12 * (d % 2 + 5) + i % 12)
whole("around", lambda i, d: f"{('Approx', 'Around', 'nearly')[i % 3]} {d}")
whole("crores", lambda i, d: f"{d / 10} {('Cr', 'Lac')[i % 2]}", lambda i, d: f"{d / 10}e{(7, 5)[i % 2]}")
whole("sums", lambda i, d: f"{d + 46}+{i % 4}", lambda i, d: (d + 46, i % 4), names=TWO)
# names of categories that hold numbers and are none: no note may be about them
NAMED = {"grade": "1st 2nd 3rd 4th", "band": "18-24 25-34 35-44 45-64 65+", "dose_band": "<5 5-10 10-20 20-50 >50", "code": "A1 A2 B1 B7 C3", "quarter": "Q1 Q2 Q3 Q4 Q5",
         "form": "7A 7B 8A 8B 9A", "stage": "T1N0 T2N0 T2N1 T3N2 T4N2", "icd": "E11.9 E11.65 I10.0 I25.1 V58.61", "release": "1.2.3 1.2.4 1.3.0 2.0.0 2.1.1", "season": "2018/19 2019/20 2020/21 2021/22 2022/23",
         "oil": "10W-40 5W-30 0W-20 15W-40 5W-40", "room": "Room 1|Room 2|Room 3|Room 4|Room 9", "jersey": "#4 #7 #10 #11 #23", "network": "1G 2G 3G 4G 5G", "decade": "20s 30s 40s 50s 60s", "period": "2021Q1 2021Q2 2021Q3 2021Q4 2022Q1",
         "month": "2021-01 2021-02 2021-03 2021-05 2021-07", "student": "1L 2L 3L 4L 5L", "list": "1) 2) 3) 4) 5)", "area": "005-x 017-x 120-x 233-x 301-x", "version": "v1.0 v1.1 v1.2 v2.0 v2.1",
         "paragraph": "§12 §14 §20 §31 §99", "up_to": "up to 5|up to 10|up to 20|up to 50|up to 90", "wave": "1990-X 1995-X 2000-X 2005-X 2010-X", "tier": "Tier:1 Tier:2 Tier:3 Tier:4 Tier:5", "set": "6-0 6-1 6-2 6-3 6-4"}
kinds = [words.split("|" if "|" in words else " ") for words in NAMED.values()]
with open(f"{sys.argv[1]}/names_of_kinds", "w", encoding="utf-8") as out:
    print(*NAMED, "y", sep=",", file=out)
    for i in range(120):
        print(*(levels[(i * 7 + i // 5 + k) % len(levels)] for k, levels in enumerate(kinds)), i * 11 % 17 % 2, sep=",", file=out)
