"""Runs what --reproduce prints and compares its estimates and standard errors with those of the fit.

    reproduce.py r|python       77, with a line that says why, where the language or its packages are missing
"""
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

LANGUAGE = sys.argv[1]
DATA = Path(os.environ["TESTS"]).parent / "reference" / "data"

PUPILS = [str(DATA / "pupils.csv"), "--sampling-weights", "w", "--formula"]

# Names and a label that a terminal would obey, or that turn or hide text.
HOSTILE = ["\x1b[31ms\x07\x1b]0;p\x07", "a\u202eb\u009b1m\U000e0041"]
SHOWN = {"\n", *map(chr, range(0x20, 0x7F))}

# Arguments, digits that agree (relative to the estimate; of a standard error likewise), and what Python cannot do.
CASES = [
    (["@vaso"], 9),
    (["@vaso", "--formula", "constricted ~ log(volume)*rate + I(rate^2)"], 9),
    (["@vaso", "--formula", "constricted ~ bs(volume, df = 4) + rate"], 9),
    (["@vaso", "--formula", "constricted ~ poly(volume, 2) + ns(rate, df = 2)"], 9, "patsy has not"),
    (["@vaso", "--formula", "constricted ~ scale(volume) + rate", "--vcov", "HC3"], 9, "conventions"),
    (["@beetle", "--target", "killed", "--trials", "n"], 9),
    (["@budworm", "--formula", "dead ~ C(sex, sum)*log2_dose", "--trials", "moths"], 9),
    (["@challenger"], 9),
    (["@challenger_rings", "--target", "damaged", "--trials", "rings", "--where", "temperature > 55"], 9),
    (["@ingots", "--target", "not_ready", "--trials", "ingots"], 9),
    (["@menarche", "--target", "menarche", "--trials", "girls"], 9),
    (["@mtcars", "--formula", "am ~ wt"], 9),
    (["@mtcars", "--formula", "vs ~ C(gear, base = 2) + offset(log(wt)) - 1"], 9, "offset"),
    (["@mtcars", "--formula", "vs ~ mpg", "--offset", "wt", "--where", "mpg != 21 & !(gear > 4)"], 9, "--where"),
    (["@snoring", "--formula", "disease ~ snoring", "--trials", "people"], 9),
    (["@titanic", "--formula", "survived ~ class + sex*age", "--reference", "class=crew", "--positive", "no"], 9),
    (["@titanic", "--target", "class", "--features", "sex", "--reference", "class=2nd"], 5),
    (["@titanic", "--vcov", "cluster:class"], 9, "conventions"),
    (["@ucb", "--target", "admitted", "--weights", "count"], 9),
    (["@iris", "--where", 'species == "virginica" | species == "versicolor"', "--target", "species"], 8),
    (["@wdbc", "--features", "mean_radius,mean_texture", "--target", "diagnosis"], 9),
    (["@digits", "--where", "digit == 8 | digit == 1", "--features", "p21,p36", "--target", "digit"], 9),
    ([str(DATA / "counted.csv"), "--formula", "y ~ x + g", "--weights", "n"], 9),
    ([str(DATA / "exposure.csv"), "--formula", "events ~ x", "--trials", "trials", "--weights", "times", "--offset",
      "log_dose"], 9),
    ([str(DATA / "levels.csv"), "--formula", "y ~ C(zone)*x + shade"], 9),
    ([str(DATA / "classes.csv"), "--formula", "grade ~ x + arm", "--weights", "n"], 5),
    (["@vaso", "--ci", "profile"], 9, "profile"),
    (["@titanic", "--formula", "survived ~ class + sex*age", "--ci", "profile", "--conf-level", "0.9"], 9, "profile"),
    ([str(DATA / "exposure.csv"), "--formula", "events ~ x", "--trials", "trials", "--weights", "times", "--offset",
      "log_dose", "--ci", "profile"], 9, "profile"),
    (["@mtcars", "--formula", "am ~ wt - 1", "--ci", "profile"], 9, "profile"),
    (["@vaso", "--penalty", "firth"], 8, "Firth"),
    (["@vaso", "--penalty", "firth", "--firth-se", "augmented", "--ci", "wald"], 8, "Firth"),
    (["@iris", "--where", 'species != "virginica"', "--formula", "species ~ sepal_length + petal_width", "--penalty", "firth"], 8, "Firth"),
    (["@ucb", "--target", "admitted", "--weights", "count", "--penalty", "firth", "--firth-se", "augmented"], 8, "Firth"),
    (["@beetle", "--target", "killed", "--trials", "n", "--penalty", "firth"], 8, "Firth"),
    ([str(DATA / "classes.csv"), "--formula", "grade ~ x", "--where", "x > 0.6", "--penalty", "firth", "--ci", "wald"], 8, "Firth"),
    (PUPILS + ["passed ~ x + sex"], 9, "survey"),
    (PUPILS + ["passed ~ x * sex", "--vcov", "cluster:school", "--survey-strata", "district"], 9, "survey"),
    (PUPILS + ["hits ~ x + sex", "--trials", "tries", "--weights", "n", "--vcov", "cluster:year"], 9, "survey"),
    (["@ucb", "--target", "admitted", "--weights", "count", "--vcov", "HC3"], 9, "conventions"),
    (["@ucb", "--formula", "admitted ~ gender", "--weights", "count", "--vcov", "cluster:dept"], 9, "conventions"),
    (["quoted.csv"], 9),
    (["@vaso", "--formula", "constricted ~ rate + I(2*rate) + volume"], 9, "aliased"),
    (["@vaso", "--formula", "constricted ~ rate + I(2*rate) + volume", "--penalty", "firth", "--ci", "wald"], 8, "Firth"),
    (["@vaso", "--formula", "constricted ~ rate + I(2*rate) + volume", "--ci", "profile", "--vcov", "classical"], 9, "profile"),
    (["@vaso", "--formula", "constricted ~ rate + I(2*rate) + volume", "--vcov", "HC2"], 9, "conventions"),
    (["@challenger_rings"], 5, "aliased"),
    (["odd.csv", "--formula", "`an odd \"name\"` ~ `x;y` + g + `it'''s \"q\" \\ 0`", "--na-values", "none,-9", "--decimal", ",", "--categorical", "g"], 9),
    (["hostile.csv"], 9),
    (["hostile.csv", "--formula", "y ~ " + " + ".join(f"`{name}`" for name in HOSTILE), "--na-values", "\u202e\u2066"], 9),
    (["own.csv", "--na-values", "x=-9,g=DK"], 9),
    ([str(DATA / "infert.csv"), "--formula", "case ~ spontaneous + induced", "--strata", "stratum"], 6, "conventions"),
]


def odd():
    """Semicolons, decimal commas, a byte order mark, blanks, names and labels that need care, sentinels, numbers as labels."""
    rows = ['"an odd ""name""";"x;y";g;"it\'\'\'s ""q"" \\ 0"', " yes ;1,5;01;a'''b"]
    for i in range(60):
        label = "yes" if (i * 7 + i // 3) % 5 < 2 + (i > 30) else "it's \"no\""
        quoted = '"' + label.replace('"', '""') + '"'
        x = "none" if i == 7 else "-9" if i == 9 else "-9,00" if i == 11 else f"{i / 8:.3f}".replace(".", ",")
        rows.append(f"{quoted};{x};{i % 3 + 1};" + ("a'''b" if i % 2 else '"c ""d"" \\ e"'))
    Path("odd.csv").write_text("\n".join(rows) + "\n", encoding="utf-8-sig")
    Path("quoted.csv").write_text('"x","y"\n' + "".join(f'"{i / 4}","{int((i * 7) % 5 < 2)}"\n' for i in range(40)))


def own():
    """What means missing in one column means something in the others."""
    rows = ["x,g,w,y"]
    for i in range(60):
        x = "-9" if i % 13 == 4 else "-9.0" if i == 9 else i % 11
        rows.append(f"{x},{'DK NO SE'.split()[i * i % 7 % 3]},{-9 if i % 8 == 2 else i % 5},{int((i * 7 + i // 3) % 5 < 2)}")
    Path("own.csv").write_text("\n".join(rows) + "\n")


def hostile():
    rows = [",".join(HOSTILE) + ",y"]
    rows += [f"{i * 7 % 11},{'q' if i * i % 7 < 3 else HOSTILE[1] + HOSTILE[0]},{int((i * 7 + i // 3) % 5 < 2)}" for i in range(60)]
    Path("hostile.csv").write_text("\n".join(rows) + "\n")


def interpreter():
    if LANGUAGE == "r":
        packages = "nnet splines survival sandwich survey brglm2".split()
        script = "q(status = !all(sapply(c(%s), requireNamespace, quietly = TRUE)))" % ", ".join(map(repr, packages))
        if shutil.which("Rscript") and subprocess.run(["Rscript", "-e", script], capture_output=True).returncode == 0:
            return ["Rscript"]
        print("R, or one of its packages", *packages, "is missing")
        sys.exit(77)
    for python in (sys.executable, "/usr/bin/python3"):
        if subprocess.run([python, "-c", "import statsmodels, patsy, pandas"], capture_output=True).returncode == 0:
            return [python]
    print("Python's statsmodels is missing")
    sys.exit(77)


# All cases in one process: each begins with a line that tells its number.
DRIVER = {"r": """for (i in %s) {
  cat("case", i, "\\n")
  at <- new.env()
  tryCatch({ source(paste0("code", i), local = at)
    with(at, cat(sprintf("= %%.15g %%.15g %%.15g %%.15g %%.15g\\n", estimate, std.error, low, high, p), sep = "")) }, error = function(e) cat(conditionMessage(e), "\\n"))
}
""",
          "python": """for i in %s:
    print("case", i)
    at = {}
    try:
        exec(open("code%%d" %% i).read(), at)
        for b, s, half, p in zip(at["estimate"], at["std_error"], at["half"], at["result"]["p"]):
            print("= %%.15g %%.15g %%.15g %%.15g %%.15g" %% (b, s, b - half, b + half, p))
    except Exception as error:
        print(repr(error))
"""}


def run_all(codes, run):
    """Estimates, standard errors, ends of intervals and p values that each code comes to, or what it printed."""
    for i, code in codes.items():
        Path(f"code{i}").write_text(code)
    listed = ", ".join(map(str, codes))
    Path("driver").write_text(DRIVER[LANGUAGE] % (f"c({listed})" if LANGUAGE == "r" else f"[{listed}]"))
    done = subprocess.run(run + ["driver"], capture_output=True, text=True)
    printed = {}
    for line in done.stdout.splitlines():
        if line.startswith("case "):
            now = printed[int(line.split()[1])] = []
        else:
            now.append(line)
    if done.returncode:
        print(done.stderr[-1000:])
    return {i: [tuple(map(float, x[2:].replace("NA", "nan").split())) for x in lines if x.startswith("= ")] or "\n".join(lines)
            for i, lines in printed.items()}


def near(a, b, scale, digits):
    return abs(a - b) <= 10.0 ** -digits * scale


def agree(want, got, digits):
    """Python's patsy has columns in another order."""
    if not isinstance(got, list) or len(got) != len(want):
        return False
    if LANGUAGE == "python":
        want, got = sorted(want), sorted(got)
    for w, g in zip(want, got):
        b, s = w[:2]
        if not near(b, g[0], abs(b) + s, digits) or not near(s, g[1], s, digits - 2):
            return False
        ends = all(near(x, y, abs(x) + s, digits - 2) for x, y in zip(w[2:4], g[2:4]))
        if not ends or not near(w[4], g[4], w[4] + 1e-9, digits - 4):
            return False
    return True


def main():
    run = interpreter()
    odd()
    own()
    hostile()
    fitted, refused, codes, wants = 0, 0, {}, {}
    for i, (arguments, digits, *cannot) in enumerate(CASES):
        code = subprocess.run(["logreg", "fit", *arguments, "--quiet", "--reproduce", LANGUAGE], capture_output=True, text=True)
        if cannot and LANGUAGE == "python":
            refused += 1
            if code.returncode != 1 or cannot[0] not in code.stderr:
                print("not refused:", arguments, code.stderr)
            continue
        if code.returncode:
            print("no code:", arguments, code.stderr)
            continue
        fit = subprocess.run(["logreg", "fit", *arguments, "--quiet", "--json"], capture_output=True, text=True)
        codes[i] = code.stdout
        if "hostile.csv" in arguments and not set(code.stdout) <= SHOWN:
            print("not shown as it is:", sorted(set(code.stdout) - SHOWN))
        kept = [c for c in json.loads(fit.stdout)["coefficients"] if c["status"] == "ok"]
        wants[i] = [(c["estimate"], c["std_error"], *c["ci"], c["p"]) for c in kept]
    for i, got in run_all(codes, run).items():
        got = [pair for pair in got if pair[0] == pair[0]] if isinstance(got, list) else got
        if agree(wants[i], got, CASES[i][1]):
            fitted += 1
        else:
            print("differs:", CASES[i][0], wants[i], got, sep="\n  ")
    print(fitted, "fits agree,", refused, "are refused")


main()
