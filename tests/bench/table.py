#!/usr/bin/env python3
"""Makes the table of docs/benchmarks.md.

    table.py BUILD FOLDER [--sets tall,mid] [--repeats 5]

BUILD is a build folder, FOLDER where data are kept (data.py makes what is missing; wide and narrow take half a gigabyte each). Programs take
turns, whole processes, one unmeasured turn first, medians of the rest; peers that are not installed are left out. `cores` is how
many processors two busy loops really had just before: rows far below 2 say nothing.
"""
import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
SETS = ("small", "tall", "mid", "wide", "corr", "narrow", "cat")
SPIN = "t = 0\nfor i in range(12_000_000): t += i"


def seconds(command):
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if done.returncode not in (0, 4):
        sys.exit(f"{' '.join(map(str, command))}: {done.stderr.strip()}")
    return time.perf_counter() - start


def cores():
    one = seconds([sys.executable, "-c", SPIN])
    start = time.perf_counter()
    both = [subprocess.Popen([sys.executable, "-c", SPIN]) for _ in range(2)]
    for process in both:
        process.wait()
    return 2 * one / (time.perf_counter() - start)


def peers(data):
    """name -> command, of those that are installed."""
    have_r = shutil.which("Rscript") and subprocess.run(
        ["Rscript", "-e", "library(data.table)"], capture_output=True).returncode == 0
    found = {}
    if have_r:
        found["fread"] = ["Rscript", "--vanilla", HERE / "peers/fread.R", data]
        found["newton"] = ["Rscript", "--vanilla", HERE / "peers/newton.R", data]
    if shutil.which("gretlcli") and data.stem == "small":
        found["gretl"] = ["sh", HERE / "peers/gretl.sh", data]
    return found


def ratio(a, b):
    return f"{a / b:.2f}" if a and b else ""


def measure(name, build, folder, repeats):
    data = folder / f"{name}.csv"
    commands = {"logreg": [build / "cli/logreg", "fit", data, "--quiet"], **peers(data)}
    free = cores()
    times = {program: [] for program in commands}
    for turn in range(repeats + 1):
        for program, command in commands.items():
            took = seconds(command)
            if turn:
                times[program].append(took)
    middle = {program: statistics.median(t) for program, t in times.items()}
    alone = json.loads(subprocess.run([build / "tests/bench/bench_fit", data, str(repeats)], check=True,
                                      capture_output=True, text=True).stdout)
    floor = alone["floor_read"] + alone["floor_square"]
    ours, fitting = middle["logreg"], min((middle[p] for p in ("newton", "gretl") if p in middle), default=None)
    print(f"| {name} | {ours:.3f} | {middle.get('fread', float('nan')):.3f} | {ratio(ours, middle.get('fread'))} "
          f"| {fitting or float('nan'):.3f} | {ratio(fitting, ours)} | {alone['fit']:.3f} | {floor:.3f} "
          f"| {ratio(alone['fit'], floor)} | {alone['fit_with_measures']:.3f} | {ratio(alone['fit_one_thread'], alone['fit'])} | {free:.1f} |", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--sets", default=",".join(SETS))
    parser.add_argument("--repeats", type=int, default=5)
    asked = parser.parse_args()
    os.environ.setdefault("OMP_NUM_THREADS", "2")
    names = asked.sets.split(",")
    subprocess.run([sys.executable, HERE / "data.py", asked.folder, *names], check=True)
    print("| data | logreg fit | fread | of it | quickest peer | times as quick | fit alone | floor | of it | with measures | two threads | cores |")
    print("| --- |" + " ---: |" * 11)
    for name in names:
        measure(name, asked.build.resolve(), asked.folder.resolve(), asked.repeats)


if __name__ == "__main__":
    main()
