"""csv_reference.py FILE: runs the cases of tests/reference/broom.txt and compares the tables."""
import csv
import io
import math
import shlex
import subprocess
import sys

COLUMNS = {
    "tidy": ["estimate", "std.error", "statistic", "p.value", "conf.low", "conf.high"],
    "glance": ["null.deviance", "df.null", "logLik", "AIC", "BIC", "deviance", "df.residual", "nobs"],
    "augment": [".fitted", ".resid"],
}


def number(text):
    return math.nan if text in ("", "NA") else float(text)


def near(got, want):
    both_missing = math.isnan(got) and math.isnan(want)
    return both_missing or math.isclose(got, want, rel_tol=1e-9, abs_tol=1e-11)


def table(kind, arguments):
    command = ["logreg", "fit", *shlex.split(arguments), "--quiet", f"--csv={kind}"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return list(csv.DictReader(io.StringIO(done.stdout)))


def compare(arguments, want):
    for kind, columns in COLUMNS.items():
        got = [[number(row[name]) for name in columns] for row in table(kind, arguments)]
        wrong = sum(not near(a, b) for x, y in zip(got, want[kind]) for a, b in zip(x, y))
        print(f"  {kind}: {len(got)} of {len(want[kind])} rows, {wrong} numbers differ")


cases = []
for line in open(sys.argv[1]):
    word, rest = line.split(" ", 1)
    if word == "case":
        cases.append((rest.strip(), {kind: [] for kind in COLUMNS}))
    else:
        cases[-1][1][word].append([number(x) for x in rest.split()])
for arguments, want in cases:
    print(arguments)
    compare(arguments, want)
