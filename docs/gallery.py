#!/usr/bin/env python3
"""gallery.py: runs the commands of docs/gallery.md with the logreg that PATH finds and puts the pictures that they draw into docs/gallery/.

    PATH=build/cli:$PATH docs/gallery.py"""
import os
import re
import subprocess
import tempfile


def commands(text):
    """The lines of all blocks of code, in order."""
    return [line for block in re.findall(r"^```sh\n(.*?)^```", text, re.M | re.S) for line in block.splitlines()]


def squeezed(svg):
    """Without what gnuplot writes and nothing shows: groups that hold nothing, marks and filters that none uses, a second decimal of places; and what all groups say, said once."""
    size = -1
    while len(svg) != size:
        size = len(svg)
        svg = re.sub(r"<g [^>]*>\s*(<text></text>\s*)?</g>\n?", "", svg)
        for mark, name in re.findall(r"(\t(?:<use [^>]*id='(\w+)'[^>]*/>)\n|\t<(?:path|circle|rect) id='(?:\w+)'[^>]*/>\n)", svg):
            name = name or re.search(r"id='(\w+)'", mark).group(1)
            if f"#{name}'" not in svg:
                svg = svg.replace(mark, "")
        for block, name in re.findall(r"(\t<filter id='(\w+)'.*?</filter>\n)", svg, re.S):
            if f"#{name})" not in svg:
                svg = svg.replace(block, "")
    svg = re.sub(r" d='([^']*)'", lambda d: " d='" + re.sub(r"(\d\.\d)\d+", r"\1", d.group(1)).rstrip() + "'", svg)
    for said in (' stroke-linecap="round" stroke-linejoin="round"', ' font-family="Lato, sans-serif"'):
        svg = svg.replace(said, "").replace('<g id="gnuplot_canvas"', '<g id="gnuplot_canvas"' + said)
    return re.sub(r"\n\s*\n+", "\n", svg)


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
            with open(os.path.join(scratch, name), encoding="utf-8") as file:
                svg = squeezed(file.read())
            with open(os.path.join(folder, "gallery", name), "w", encoding="utf-8") as file:
                file.write(svg)


if __name__ == "__main__":
    main()
