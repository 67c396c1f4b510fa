"""Each option of logreg fit has its effect."""
import json
import math
import subprocess
import sys

failures = 0


def fit(*arguments, code=0):
    done = subprocess.run(["logreg", "fit", *arguments, "--json", "--quiet"], capture_output=True, text=True,
                          check=False)
    if done.returncode != code or done.stderr:
        sys.exit(f"{arguments}: exit {done.returncode}, {done.stderr}")
    return json.loads(done.stdout)


def coefficients(result):
    return {c["name"]: c["estimate"] for c in result["coefficients"]}


def check(what, true):
    global failures
    if not true:
        failures += 1
        print("WRONG:", what)


def near(a, b, tolerance=1e-9):
    return abs(a - b) <= tolerance * max(abs(a), abs(b))


def same(a, b, tolerance=1e-9):
    return a.keys() == b.keys() and all(near(a[name], b[name], tolerance) for name in a)


plain = fit("admit.csv", "--target", "admit", "--features", "gre,gpa")
beta = coefficients(plain)
check("features are all but the target", list(coefficients(fit("admit.csv", "--exclude", "id"))) ==
      ["(Intercept)", "gre", "gpa", "school[north]", "school[south]"])
check("features stand as given", list(coefficients(fit("admit.csv", "--features", "gpa,gre"))) ==
      ["(Intercept)", "gpa", "gre"])
check("formula", same(coefficients(fit("admit.csv", "--formula", "admit ~ gre + gpa")), beta))
check("no-intercept", list(coefficients(fit("admit.csv", "--features", "gre,gpa", "--no-intercept"))) ==
      ["gre", "gpa"])

other = fit("admit.csv", "--target", "admit", "--features", "gre,gpa", "--positive", "no")
check("positive", other["positive"] == "no" and plain["positive"] == "yes" and
      same(coefficients(other), {name: -b for name, b in beta.items()}))

check("categorical", list(coefficients(fit("coded.csv", "--target", "y", "--features", "x", "--categorical", "x"))) ==
      ["(Intercept)", "x[2]", "x[3]"])
check("not categorical", list(coefficients(fit("coded.csv", "--target", "y", "--features", "x"))) ==
      ["(Intercept)", "x"])

twice = fit("counted.csv", "--target", "y", "--features", "x", "--weights", "n")
rows = fit("rows.csv", "--target", "y", "--features", "x")
check("weights", same(coefficients(twice), coefficients(rows)) and twice["n_obs"] == rows["n_obs"] == 40)
grouped = fit("grouped.csv", "--target", "events", "--features", "x", "--trials", "n")
check("trials", same(coefficients(grouped), coefficients(rows)) and grouped["n_events"] == rows["n_events"])

shifted = fit("offset.csv", "--target", "y", "--features", "x", "--offset", "o")  # o = 2 - x / 2
b, c = coefficients(rows), coefficients(shifted)
check("offset", near(c["(Intercept)"], b["(Intercept)"] - 2) and near(c["x"], b["x"] + 0.5))

for solver in ("newton", "lbfgs", "gd"):
    result = fit("rows.csv", "--target", "y", "--features", "x", "--solver", solver)
    check(f"solver {solver}", result["solver"] == solver and result["converged"] and same(coefficients(result), b))
few = fit("rows.csv", "--target", "y", "--features", "x", "--max-iter", "1", code=4)
check("max-iter", few["iterations"] == 1 and not few["converged"])
loose = fit("rows.csv", "--target", "y", "--features", "x", "--tol", "0.01", "--solver", "gd")
tight = fit("rows.csv", "--target", "y", "--features", "x", "--solver", "gd")
check("tol", loose["iterations"] < tight["iterations"] and not same(coefficients(loose), b, 1e-14))
base = ("rows.csv", "--target", "y", "--features", "x", "--solver", "gd")
steps = {words: fit(*base, *words)["iterations"] for words in (
    ("--learning-rate", "2"), ("--learning-rate", "1"), ("--learning-rate", "1", "--momentum", "0.5"),
    ("--learning-rate", "1", "--nesterov"), ("--learning-rate", "1", "--nesterov", "--momentum", "0.5"))}
check(f"learning-rate, momentum, nesterov: {steps}", len(set(steps.values())) == len(steps))
raw = fit("rows.csv", "--target", "y", "--features", "x", "--solver", "gd", "--scaling", "none")
check("scaling", raw["iterations"] != tight["iterations"] and same(coefficients(raw), b))
one = fit("rows.csv", "--target", "y", "--features", "x", "--threads", "1")
check("threads", coefficients(one) == b)

wide = fit("rows.csv", "--target", "y", "--features", "x", "--conf-level", "0.99")
x = [[c for c in result["coefficients"] if c["name"] == "x"][0] for result in (rows, wide)]
check("conf-level", rows["conf_level"] == 0.95 and wide["conf_level"] == 0.99 and
      near(x[0]["ci"][1] - x[0]["estimate"], 1.959963984540054 * x[0]["std_error"]) and
      near(x[1]["ci"][1] - x[1]["estimate"], 2.5758293035489 * x[1]["std_error"]))
tested = fit("rows.csv", "--target", "y", "--features", "x", "--tests")["tests"]
[term] = tested.pop("terms")
check("tests", tested == rows["tests"] and term["name"] == "x" and
      all(near(term[k]["statistic"], tested[k]["statistic"]) for k in tested))
profile = fit("rows.csv", "--target", "y", "--features", "x", "--ci", "profile")
check("ci", profile["ci_method"] == "profile" and same(coefficients(profile), coefficients(rows)) and
      profile["coefficients"][1]["ci"] != rows["coefficients"][1]["ci"])

check("delimiter", same(coefficients(fit("euro.csv", "--delimiter", ";", "--decimal", ",", "--na-values", "none",
                                         "--target", "y", "--features", "x")), b))
check("delimiter tab", same(coefficients(fit("tabs.csv", "--delimiter", "tab", "--target", "y")), b))
with open("latin.csv", "w", encoding="latin1") as latin, open("rows.csv", encoding="ascii") as lines:
    latin.write(lines.read().replace(",1\n", ",café\n").replace(",0\n", ",bar\n"))
other = fit("latin.csv", "--encoding", "latin1")
check("encoding", other["positive"] == "café" and same(coefficients(other), b))
bare = fit("bare.csv", "--no-header")
check("no-header", bare["formula"] == "V2 ~ V1" and near(coefficients(bare)["V1"], b["x"]))
check("na-values", fit("euro.csv", "--decimal", ",", "--na-values", "none", "--target", "y")["n_dropped"] == 1)

beetle = fit("@beetle", "--target", "killed", "--trials", "n")
check("beetle", near(coefficients(beetle)["dose"], 34.270326, 1e-7) and math.isclose(beetle["n_obs"], 481))
