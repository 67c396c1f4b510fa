"""Draws fits whose names, levels, classes and files attack gnuplot, and looks whether a command ran: each would make a
file called owned. A script that is not careful shows first that the attacks are real."""
import csv
import os
import re
import subprocess
import xml.etree.ElementTree

from picture import look

ATTACKS = [
    "`touch owned`",
    "\n!touch owned\n",
    "'\n!touch owned\n'",
    "' . system('touch owned') . '",
    "'; system 'touch owned'; '",
    "< touch owned",
    "\" . system(\"touch owned\") . \"",
    "\nEOD\n!touch owned\n$x << EOD\n",
    "@ARG0 @x",
    "\\' \\\" \\n {/Bold x}^2_3 %s %d %%n %",
    "\\`touch owned\\`",
    "|touch owned",
    "\x1b]0;owned\x07\x1b[31mred",
    "‮gnp.exe‬ ​ ⁦x",
    "<script>alert(1)</script> & \"quotes\" ]]> <!--",
    "e\u0301\u0301\u0301\u0301\u0301 日本語 😀",
    "''''''''",
    "long `touch owned` '" * 500,
    "#",
    "$(touch owned)",
]


def write(path, attack):
    """x explains y well, and so does level; half the names and levels are the attack."""
    with open(path, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, quoting=csv.QUOTE_ALL)
        out.writerow(["x" + attack, "level" + attack, "y" + attack])
        for i in range(40):
            odd = i * 7 % 11 > 4
            out.writerow([i, ("one" if odd else "two") + attack, ("yes" if (i > 20) ^ (i % 4 == 0) else "no") + attack])


def draw(*words):
    done = subprocess.run(["logreg", "fit", *words, "--quiet"], capture_output=True, text=True, errors="replace")
    if done.returncode not in (0, 4):
        print(done.returncode, done.stderr)
    return done.returncode in (0, 4)


def skeleton(path):
    """A script without what stands in quotes and without numbers: what no name may change."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    text = re.sub(r"^# Shown: '[^'\n]*'$", "# Shown:", text, flags=re.M)
    text = re.sub(r"'[^'\n]*'", "''", text)
    text = re.sub(r"-?(\d+(\.\d+)?(e[-+]?\d+)?|NaN)", "0", text)
    text = re.sub(r"('' 0(, )?)+", "'' 0", text)  # ticks, whose number goes with the lines of the file
    text = re.sub(r"\b(left|right|center)\b", "side", text)
    text = re.sub(r"tics (rotate by 0|norotate) side ", "tics ", text)  # long names below an axis are turned
    text = re.sub(r"set arrow from screen 0, screen 0 to screen 0, screen 0 nohead[^\n]*\n", "", text)  # to labels, where there is height for it
    return re.sub(r"set label '' at screen 0, screen 0 side[^\n]*\n", "", text)  # sentences, of any number of lines


KINDS = ["curve", "effects", "boundary", "nomogram", "forest", "roc", "precision-recall", "calibration", "gain", "lift", "confusion",
         "residuals", "leverage", "influence"]


def draw_kinds(attack, render):
    """The scripts of all kinds of a model whose names are the attack, without what names may change; of a few the pictures too. Levels are long without
    the attack too, since those that are short stand side by side, not in rows."""
    with open("kinds.csv", "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, quoting=csv.QUOTE_ALL)
        out.writerow([c + attack for c in ("x", "z", "level", "y")])
        for i in range(40):
            out.writerow([i, i * i % 17, ("this is level one" if i * 7 % 11 > 4 else "this is level two") + attack,
                          ("yes" if (i > 20) ^ (i % 4 == 0) else "no") + attack])
    draw("kinds.csv", "--save", "kinds.json")
    found = {}
    for kind in KINDS:
        file = "kinds.svg" if render else "kinds.gp"
        done = subprocess.run(["logreg", "plot", "kinds.json", "kinds.csv", "--what", kind, "--quiet", "-o", file],
                              capture_output=True, text=True, errors="replace")
        if done.returncode:
            print(kind, done.stderr)
        found[kind] = look(file) if render else skeleton(file)
    return found


def main():
    with open("careless.gp", "w", encoding="utf-8") as script:
        script.write('set terminal svg\nset title "`touch owned`"\nplot x\n')
    subprocess.run(["gnuplot", "-d", "careless.gp"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    print("a careless script runs commands:", os.path.exists("owned"))
    os.unlink("owned")

    drawn = 0
    for attack in ATTACKS:
        write("rows.csv", attack)
        header = next(csv.reader(open("rows.csv", newline="", encoding="utf-8")))
        name = header[0].strip(' \t')
        for words in (["--curve", name], ["--exclude", '"' + name.replace('"', '""') + '"']):
            if draw("rows.csv", *words, "--plot", "rows.svg"):
                look("rows.svg")
                drawn += 1
                os.unlink("rows.svg")
        if draw("rows.csv", "--plot", "rows.gp"):
            text = open("rows.gp", encoding="utf-8").read()
            assert max(map(len, text.split("\n"))) < 1000, attack
            assert all(c.isprintable() or c == "\n" for c in text), attack
    print("drawn:", drawn, "of", 2 * len(ATTACKS))

    plain = draw_kinds("", False)
    nasty = ATTACKS[:10]
    print("scripts that a name changed:",
          [(kind, attack) for attack in nasty for kind, script in draw_kinds(attack, False).items() if script != plain[kind]])
    print("pictures of kinds:", len(draw_kinds("".join(nasty), True)), "of", len(KINDS))

    for file in ["`touch owned`.svg", "|touch owned.svg", "'\n!touch owned\n'.svg", "$(touch owned).svg"]:
        if draw("@challenger", "--plot", file):
            look(file)
    print("a command ran:", os.path.exists("owned"))


main()
