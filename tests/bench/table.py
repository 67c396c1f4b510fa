#!/usr/bin/env python3
"""Makes the tables of docs/benchmarks.md.

    table.py BUILD FOLDER [--sets tall,mid] [--repeats 5] [--tables speed,limits,growth,start,kernels]

BUILD is a build folder, FOLDER where data are kept (data.py makes what is missing; wide and narrow take half a gigabyte each). Programs take
turns, whole processes, one unmeasured turn first, medians of the rest; peers that are not installed are left out (Debian has no polars:
`npm install nodejs-polars` in some folder, and NODE_PATH=thatfolder/node_modules). `cores` is how
many processors two busy loops really had just before: rows far below 2 say nothing.
"""
import argparse
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from data import SHAPES, LEVELS

HERE = pathlib.Path(__file__).resolve().parent
TABLES = ("speed", "limits", "growth", "start", "kernels")
KERNEL_COLUMNS = (5, 20, 50, 100, 250, 500, 1000)
KERNEL_NUMBERS = 1 << 24
STARTS = 25
SPIN = "t = 0\nfor i in range(12_000_000): t += i"
MB = 1_000_000


def output(command, stdin=None):
    done = subprocess.run(command, stdin=stdin, capture_output=True, text=True)
    if done.returncode not in (0, 4):
        sys.exit(f"{' '.join(map(str, command))}: {done.stderr.strip()}")
    return done.stdout


def seconds(command):
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    took = time.perf_counter() - start
    if done.returncode not in (0, 4):
        sys.exit(f"{' '.join(map(str, command))}: {done.stderr.strip()}")
    return took


def cores():
    one = seconds([sys.executable, "-c", SPIN])
    start = time.perf_counter()
    both = [subprocess.Popen([sys.executable, "-c", SPIN]) for _ in range(2)]
    for process in both:
        process.wait()
    return 2 * one / (time.perf_counter() - start)


def peers(data):
    """Commands, of those that are installed, that only load; and that fit."""
    load, fit = {}, {}
    if shutil.which("Rscript") and subprocess.run(["Rscript", "-e", "library(data.table)"], capture_output=True).returncode == 0:
        load["fread"] = ["Rscript", "--vanilla", HERE / "peers/fread.R", data]
        fit["newton"] = ["Rscript", "--vanilla", HERE / "peers/newton.R", data]
    if shutil.which("node") and subprocess.run(["node", "-e", "require('nodejs-polars')"], capture_output=True).returncode == 0:
        load["polars"] = ["node", HERE / "peers/polars.cjs", data]
    if shutil.which("gretlcli") and data.stem == "small":
        fit["gretl"] = ["sh", HERE / "peers/gretl.sh", data]
    return load, fit


def show(number, form=".3f"):
    return "" if number is None else format(number, form)


def ratio(a, b):
    return f"{a / b:.2f}" if a and b else ""


def row(*cells):
    print("| " + " | ".join(cells) + " |", flush=True)


def head(*names):
    row(*names)
    row("---", *["---:"] * (len(names) - 1))


def speed(names, build, folder, repeats):
    head("data", "logreg fit", "loading alone", "of it", "quickest peer", "times as quick", "fit alone", "with measures",
         "floor", "of it", "two threads", "cores")
    for name in names:
        data = folder / f"{name}.csv"
        load, fit = peers(data)
        commands = {"logreg": [build / "cli/logreg", "fit", data, "--quiet"], **load, **fit}
        free = cores()
        times = {program: [] for program in commands}
        for turn in range(repeats + 1):
            for program, command in commands.items():
                took = seconds(command)
                if turn:
                    times[program].append(took)
        middle = {program: statistics.median(t) for program, t in times.items()}
        alone = json.loads(output([build / "tests/bench/bench_fit", data, str(repeats)]))
        floor = alone["floor_read"] + alone["floor_square"]
        ours = middle["logreg"]
        loader = min(load, key=middle.get, default=None)
        loading = middle.get(loader)
        fitting = min((middle[p] for p in fit), default=None)
        row(name, show(ours), f"{show(loading)} {loader or ''}", ratio(ours, loading), show(fitting), ratio(fitting, ours), show(alone["fit"]),
            show(alone["fit_with_measures"]), show(floor), ratio(alone["fit"], floor),
            ratio(alone["fit_one_thread"], alone["fit"]), show(free, ".1f"))


def limits(names, build, folder):
    """How far from the maximum, and how much memory: as MB, and as a share of 1.3 times X and y in doubles and 32 MB."""
    head("data", "coefficients", "standard errors", "fit", "from a pipe", "predict", "evaluate")
    for name in names:
        data = folder / f"{name}.csv"
        rows, numbers = SHAPES[name]
        allowed = 1.3 * 8 * rows * (numbers + 1 + (len(LEVELS) if name == "cat" else 0)) + 32 * MB
        off = json.loads(output([build / "tests/bench/bench_reference", data]))
        with tempfile.TemporaryDirectory() as scratch:
            logreg, model = [build / "tests/bench/bench_peak", build / "cli/logreg"], pathlib.Path(scratch) / "model.json"
            peaks = [output([*logreg, "fit", data, "--quiet", "--save", model])]
            with subprocess.Popen(["cat", data], stdout=subprocess.PIPE) as pipe:
                peaks.append(output([*logreg, "fit", "-", "--quiet"], pipe.stdout))
            peaks.append(output([*logreg, "predict", model, data]))
            peaks.append(output([*logreg, "evaluate", model, data]))
        row(name, f"{off['coefficients']:.0e}", f"{off['standard_errors']:.0e}",
            *[f"{int(peak) / MB:.0f} ({int(peak) / allowed:.2f})" for peak in peaks])


def start(build, folder):
    """What a process costs that has hardly anything to do, in milliseconds."""
    data, logreg = folder / "small.csv", build / "cli/logreg"
    with tempfile.TemporaryDirectory() as scratch:
        model, one = pathlib.Path(scratch) / "model.json", pathlib.Path(scratch) / "one.csv"
        output([logreg, "fit", data, "--quiet", "--save", model])
        one.write_text("".join(data.read_text().splitlines(keepends=True)[:2]))
        commands = {"logreg --version": [logreg, "--version"], "a fit of 200 rows": [logreg, "fit", data, "--quiet"],
                    "a prediction of one row": [logreg, "predict", model, one]}
        times = {name: [seconds(command) for _ in range(STARTS)] for name, command in commands.items()}
    head("process", "milliseconds")
    for name, took in times.items():
        row(name, f"{1000 * statistics.median(took):.1f}")


def kernels(build):
    """Of each level of kernels that this machine has, an information's time as a share of that of dsyrk, on one thread and two."""
    sizes = [(KERNEL_NUMBERS // p // 8192 * 8192, p) for p in KERNEL_COLUMNS]
    shares = {}
    for level in ("avx512", "avx2", "baseline"):
        done = subprocess.run([build / "tests/bench/bench_fold", level, *[str(n) for size in sizes for n in size]], capture_output=True, text=True)
        if done.returncode == 0:
            shares[level] = re.findall(r"^ +information .* (\S+) x dsyrk$", done.stdout, re.MULTILINE)
    head("columns", *[f"{level}, {threads}" for level in shares for threads in ("one thread", "two")])
    for i, (_, p) in enumerate(sizes):
        row(str(p), *[share for of_level in shares.values() for share in of_level[2 * i:2 * i + 2]])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--sets", default=",".join(SHAPES))
    parser.add_argument("--tables", default=",".join(TABLES))
    parser.add_argument("--repeats", type=int, default=5)
    asked = parser.parse_args()
    for threads in ("OMP_NUM_THREADS", "POLARS_MAX_THREADS"):
        os.environ.setdefault(threads, "2")
    names, build, folder = asked.sets.split(","), asked.build.resolve(), asked.folder.resolve()
    made = subprocess.run([sys.executable, HERE / "data.py", folder, *names])
    if made.returncode:
        sys.exit(made.returncode)
    for table in asked.tables.split(","):
        if table == "speed":
            speed(names, build, folder, asked.repeats)
        elif table == "limits":
            limits(names, build, folder)
        elif table == "growth":
            print(output([build / "tests/bench/bench_growth", str(asked.repeats)]), end="")
        elif table == "start":
            start(build, folder)
        elif table == "kernels":
            kernels(build)
        else:
            sys.exit(f"there is no table '{table}'; there are {', '.join(TABLES)}")
        print()


if __name__ == "__main__":
    main()
