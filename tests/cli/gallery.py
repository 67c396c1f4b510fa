"""gallery.py GALLERY.md: runs the commands of the gallery, and prints of each figure of a model its script: commands as they are, of each block of numbers how
many lines it has and a digest of them. Looks at every picture and at every script, which must draw, and whether the pictures that are kept say what those drawn here
say, and whether there is one of each kind and of each lesson."""
import hashlib
import os
import re
import subprocess
import sys

from picture import look, words


def run(line):
    done = subprocess.run(["sh", "-c", line], capture_output=True, text=True)
    if done.returncode not in (0, 4):
        print(line, done.stderr)


def digest(path):
    """The script with a line for each block of numbers."""
    lines, block = [], None
    with open(path, encoding="utf-8") as file:
        for line in file.read().splitlines():
            if block is None:
                lines.append(line)
                block = [] if line.endswith("<< EOD") else None
            elif line == "EOD":
                lines.append(f"{len(block)} lines, {hashlib.sha256('|'.join(block).encode()).hexdigest()[:16]}")
                block = None
            else:
                block.append(line)
    return "\n".join(lines)


def kinds():
    """Of all three commands that draw."""
    text = "".join(subprocess.run(["logreg", command, "--what", "?", *more], capture_output=True, text=True).stderr
                   for command, more in (("plot", ["x"]), ("fit", []), ("path", [])))
    return {kind for names in re.findall(r"is none of (.*)", text) for kind in names.split(", ")}


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        text = file.read()
    kept = os.path.join(os.path.dirname(sys.argv[1]), "gallery")
    lines = [line for block in re.findall(r"^```sh\n(.*?)^```", text, re.M | re.S) for line in block.splitlines()]
    names = re.findall(r"(\S+)\.svg", " ".join(lines))
    drawn, same, pictures = 0, 0, re.findall(r"\(gallery/([^)]*)\)", text)
    for line in lines:
        run(line)
        if ".svg" in line and not line.startswith("logreg demo "):
            run(line.replace(".svg", ".gp"))
    for name in names:
        if os.path.exists(name + ".gp"):
            print("---", name)
            print(digest(name + ".gp"))
        drawn += look(name + ".svg") == "SVG"
        same += words(name + ".svg") == words(os.path.join(kept, name + ".svg"))
    print("drawn:", drawn, "of", len(names))
    print("those kept say the same:", same, "of", len(names))
    print("pictures of the gallery:", sorted(pictures) == sorted(os.listdir(kept)) == sorted(n + ".svg" for n in names))
    cut = [name for name in names for text in re.findall(r">([^<]*\u2026[^<]*)<", open(name + ".svg", encoding="utf-8").read())]
    print("texts that are cut:", cut)
    told = set(re.findall(r"--what (\S+)", " ".join(lines))) | {"curve", "coefficients"}
    print("kinds that it lacks:", sorted(kinds() - told))
    lessons = re.findall(r"^  ([a-z-]+) ", subprocess.run(["logreg", "demo"], capture_output=True, text=True).stdout, re.M)
    print("lessons that it lacks:", [name for name in lessons if "demo-" + name not in names], "of", len(lessons))


main()
