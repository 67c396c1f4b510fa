"""Runs the commands of the table in datasets/README.md and prints what they found."""
import json
import os
import pathlib
import re
import shlex
import subprocess

folder = pathlib.Path(os.environ["DATA"])
text = (folder / "README.md").read_text()
rows = re.findall(r"^\| (\w+) \| (\d+) x (\d+) \| .*?\| `(logreg fit [^`]*)` \|", text, re.M)

if {row[0] for row in rows} != {path.stem for path in folder.glob("*.csv")}:
    print("WRONG: the table does not hold every file")
for name, n, width, command in rows:
    lines = (folder / f"{name}.csv").read_text().splitlines()
    if (len(lines) - 1, len(lines[0].split(","))) != (int(n), int(width)):
        print(f"WRONG: {name} is not {n} x {width}")
    done = subprocess.run([*shlex.split(command), "--json", "--quiet"], capture_output=True, text=True, check=False)
    fit = json.loads(done.stdout)
    print(f"{command}: {fit['target']}, {len(fit['classes'])} classes, {fit['n_rows']} rows, n = {fit['n_obs']:g}, "
          f"separation {fit['separation']}, deviance {fit['deviance']:.3f}, exit {done.returncode}")
