"""Compares fits to the words of @reviews with scikit-learn's: prints what differs, and how many numbers were compared."""
import json
import os
import shlex
import subprocess

TOLERANCE = 1e-7  # of the reference, whose gradients are below 1e-7, at a Hessian of 1 and more

with open(os.environ["TESTS"] + "/../reference/text_fits.json", encoding="utf-8") as file:
    cases = json.load(file)
compared = 0
for case in cases:
    done = subprocess.run(["logreg", "fit", "@reviews", "--text", "review", *shlex.split(case["options"]), "--json", "--quiet"], capture_output=True,
                          text=True, check=True)
    fit = json.loads(done.stdout)
    got = {c["name"]: c["estimate"] for c in fit["coefficients"]}
    want = dict(case["coefficients"], **{"(Intercept)": case["intercept"]})
    for name, value in want.items():
        compared += 1
        if abs(got[name] - value) > TOLERANCE:
            print(case["options"], name, got[name], value)
    if fit["text"]["words"] != case["columns"]:
        print(case["options"], fit["text"])
print(compared, "numbers compared")
