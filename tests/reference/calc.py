#!/usr/bin/python3
"""Writes what tests/cli/calc/reference.sh prints: probability, odds and log-odds worked out in 60 digits.

    calc.py >../cli/calc/reference.stdout
"""
import re
from pathlib import Path

from mpmath import exp, log, mp, mpf

mp.dps = 60
SCRIPT = Path(__file__).resolve().parents[1] / "cli" / "calc" / "reference.sh"


def scales(scale, text):
    x = mpf(text.rstrip("%")) / (100 if text.endswith("%") else 1)
    if scale == "logit":
        return 1 / (1 + exp(-x)), exp(x), x
    p = x if scale == "p" else x / (1 + x)
    return p, p / (1 - p), log(p / (1 - p))


for scale, numbers in re.findall(r"^logreg calc --from (\w+) -- (.*) \|", SCRIPT.read_text(), re.M):
    print("probability odds logit")
    given = ["p", "odds", "logit"].index(scale)
    for text in numbers.split():
        values = scales(scale, text)
        print(*("%.15g" % v if i == given else "%.7g" % v for i, v in enumerate(values)))
