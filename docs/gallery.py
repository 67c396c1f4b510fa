#!/usr/bin/env python3
"""gallery.py: runs the commands of docs/gallery.md with the logreg that PATH finds and puts the pictures that they draw into docs/gallery/.

    PATH=build/cli:$PATH docs/gallery.py"""
import os
import re
import shutil
import subprocess
import tempfile


def commands(text):
    """The lines of all blocks of code, in order."""
    return [line for block in re.findall(r"^```sh\n(.*?)^```", text, re.M | re.S) for line in block.splitlines()]


def main():
    folder = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(folder, "gallery.md"), encoding="utf-8") as file:
        text = file.read()
    os.makedirs(os.path.join(folder, "gallery"), exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        for line in commands(text):
            done = subprocess.run(["sh", "-c", line], cwd=scratch, capture_output=True, text=True)
            if done.returncode not in (0, 4):  # 4: drawn, but separated or not converged
                raise SystemExit(f"{line}\n{done.stderr}")
        for name in re.findall(r"\(gallery/([^)]*)\)", text):
            shutil.copy(os.path.join(scratch, name), os.path.join(folder, "gallery", name))


if __name__ == "__main__":
    main()
