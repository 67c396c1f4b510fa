"""Outcomes that are conditions against R's glm (tests/reference/conditions.R): rows, estimates and standard errors."""
import json
import os
import pathlib
import shlex
import subprocess

ROOT = pathlib.Path(os.environ["TESTS"]).parent.parent


def fit(name, file, arguments, case):
    done = subprocess.run(["logreg", "fit", file, *arguments, "--json", "--quiet"], capture_output=True, text=True,
                          check=False, cwd=ROOT)
    if done.returncode != 0:
        print(f"WRONG: {name} exits with {done.returncode}: {done.stderr}")
        return
    got = json.loads(done.stdout)
    numbers = [c[k] for c in got["coefficients"] for k in ("estimate", "std_error")]
    wanted = [float(x) for x in case["values"].split()]
    off = max(abs(a - b) / max(abs(b), 1e-3) for a, b in zip(numbers, wanted, strict=True))
    if got["n_rows"] - got["n_dropped"] != int(case["rows"]) or off > 1e-8:
        print(f"WRONG: {name}: {got['n_rows']} rows less {got['n_dropped']}, {numbers}, not {case}")
    else:
        print(f"{name}: the event of '{got['target']}' is {got['positive']}, {got['formula']}")


for block in (ROOT / "tests/reference/conditions.txt").read_text().strip().split("\n\n"):
    case = dict(line.split(" ", 1) for line in block.split("\n"))
    fit(case["formula"], case["file"], ["--formula", case["formula"].replace("'", '"')], case)
    if "options" in case:
        fit(case["options"], case["file"], shlex.split(case["options"]), case)
