#!/usr/bin/env python3
"""Counts the instructions of each task of tasks.c, and compares them with those written down.

    run.py TASKS COUNTS COMPILER BUILDTYPE     TASKS: the program; COUNTS: counts.txt; COMPILER: such as gcc-12
    run.py --write TASKS COUNTS COMPILER       writes down what is counted

Only what was compiled here is counted: not the C library, BLAS or OpenMP, which differ between processors. What the compiler makes of
the same lines differs too, and what it makes for each level of kernels; so a line of COUNTS holds for one of each, and where there is
none for those at hand nothing is compared.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

TASKS = ["numbers20", "numbers100", "factors", "classes", "sampled", "read", "quoted", "auc"]

# A task may take so much more than is written down: counts do not wobble, but a share of a hundredth is nobody's concern.
TOLERANCE = 0.02

HEAD = """# Instructions that a task takes, of those compiled here: task, compiler, level of kernels, count. Written by run.py --write.
"""


def own_instructions(profile, program):
    """The instructions, in one part of a profile, that stand in the program itself."""
    names, total, ours, skip = {}, 0, False, False
    for line in profile.splitlines():
        if line.startswith("ob="):
            number, name = re.match(r"ob=(\(\d+\))\s*(.*)", line).groups()
            names[number] = name or names[number]
            ours = names[number].endswith("/" + program.name)
        elif line.startswith("cob="):
            number, name = re.match(r"cob=(\(\d+\))\s*(.*)", line).groups()
            names[number] = name or names[number]
        elif line.startswith("calls="):
            skip = True  # the line behind it holds what was called
        elif re.match(r"[+*\-\d]", line):
            total += 0 if skip or not ours else int(line.split()[1])
            skip = False
    return total


def count(program):
    """{task: instructions}, and the level of kernels."""
    with tempfile.TemporaryDirectory() as folder:
        tool = ["valgrind", "--tool=callgrind", "--quiet"]
        level = subprocess.run([*tool, f"--callgrind-out-file={folder}/level", program, "--level"], check=True,
                               capture_output=True, text=True).stdout.strip()
        parts = [f"--dump-after=task_{task}" for task in TASKS]
        subprocess.run([*tool, f"--callgrind-out-file={folder}/part", "--toggle-collect=task_*", *parts, program],
                       check=True, capture_output=True, text=True)
        counts = {}
        for part in pathlib.Path(folder).glob("part.*"):
            profile = part.read_text()
            task = re.search(r"^desc: Trigger: --dump-after=task_(\w+)", profile, re.MULTILINE)
            if task:
                counts[task[1]] = own_instructions(profile, program)
    return counts, level


def read(path):
    """{(task, compiler, level): count}"""
    rows = [line.split() for line in path.read_text().splitlines() if line and not line.startswith("#")]
    return {tuple(row[:3]): int(row[3]) for row in rows}


def write(program, path, compiler):
    counts, level = count(program)
    rows = read(path) if path.exists() else {}
    rows = {key: value for key, value in rows.items() if key[1:] != (compiler, level)}
    rows.update({(task, compiler, level): value for task, value in counts.items()})
    path.write_text(HEAD + "".join(" ".join([*key, str(value)]) + "\n" for key, value in sorted(rows.items())))


def skip_all(why):
    print(f"1..0 # SKIP {why}")


def check(program, path, compiler, buildtype):
    expected = read(path)
    if not shutil.which("valgrind"):
        return skip_all("valgrind is not installed, and instructions cannot be counted without it")
    if buildtype != "release" or not any(key[1] == compiler for key in expected):
        return skip_all(f"no counts are written down for {compiler} and a build of type {buildtype}")
    counts, level = count(program)
    expected = {key[0]: value for key, value in expected.items() if key[1:] == (compiler, level)}
    if not expected:
        return skip_all(f"no counts are written down for the kernels of level {level}")
    print(f"1..{len(expected)}")
    for number, task in enumerate(sorted(expected), 1):
        got, was = counts.get(task, 0), expected[task]
        good = 0 < got <= was * (1 + TOLERANCE)
        print(f"{'ok' if good else 'not ok'} {number} - {task}")
        print(f"# {got} instructions, {got / was:.3f} of what is written down")


def main():
    words = sys.argv[1:]
    if words[0] == "--write":
        write(pathlib.Path(words[1]), pathlib.Path(words[2]), words[3])
    else:
        check(pathlib.Path(words[0]), pathlib.Path(words[1]), words[2], words[3])


if __name__ == "__main__":
    main()
