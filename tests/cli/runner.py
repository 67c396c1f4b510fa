#!/usr/bin/env python3
"""Tests run.py itself, over scripts in a scratch folder, and reports in TAP: what must fail there fails, and nothing
is written of a test that broke."""
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
TRACEBACK = "Traceback (most recent call last):"
# Name, script, golden of standard output (None: none), whether it passes, what --update leaves as golden.
CASES = [
    ("sound", "echo fine", "fine\n", True, "fine\n"),
    ("changed", "echo new", "old\n", False, "new\n"),
    ("traceback expected", f"echo '{TRACEBACK}'", f"{TRACEBACK}\n", False, f"{TRACEBACK}\n"),
    ("traceback new", f"echo '{TRACEBACK}'", "old\n", False, "old\n"),
    ("traceback on standard error", f"echo fine; echo '  {TRACEBACK}' >&2", "fine\n", False, "fine\n"),
    ("traceback of Python", "\"$PYTHON\" -c 'raise ValueError' 2>&1", None, False, None),
    ("wrong", "fails 2 true", "old\n", False, "old\n"),
]


def golden(script):
    file = script.with_suffix(".stdout")
    return file.read_text() if file.exists() else None


def main():
    print(f"1..{2 * len(CASES)}")
    failures = 0
    for number, (name, command, want, passes, left) in enumerate(CASES):
        with tempfile.TemporaryDirectory(prefix="logreg-runner-") as scratch:
            for file in ("run.py", "prelude.sh"):
                shutil.copy(HERE / file, scratch)
            script = Path(scratch, "folder", "name.sh")
            script.parent.mkdir()
            script.write_text(command + "\n")
            if want is not None:
                script.with_suffix(".stdout").write_text(want)
            runner = [sys.executable, f"{scratch}/run.py"]
            done = subprocess.run([*runner, "/bin/true"], capture_output=True, text=True)
            results = [done.returncode == (0 if passes else 1)]
            subprocess.run([*runner, "--update", "/bin/true"], capture_output=True)
            results.append(golden(script) == left and not script.with_suffix(".stderr").exists())
            for k, (good, what) in enumerate(zip(results, ("judged", "updated"))):
                print(f"{'ok' if good else 'not ok'} {2 * number + k + 1} - {name}, {what}")
                failures += not good
    return failures != 0


if __name__ == "__main__":
    sys.exit(main())
