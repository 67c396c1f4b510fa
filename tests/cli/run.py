#!/usr/bin/env python3
"""Runs the tests of the command line and reports them in TAP.

    run.py [--update] PROGRAM [WORD...]

A test is a shell script FOLDER/NAME.sh. It runs with /bin/sh in an empty scratch folder, with the program's folder
first in PATH, and passes if standard output, standard error and exit code are as the files beside it say:

    NAME.stdout, NAME.stderr    the exact text, but for the last digits of numbers of 15 and more: there processors
                                differ; nothing where there is no such file
    NAME.stdout.glob, ..        a pattern a line, in which * stands for any text; a line `...` for any lines
    NAME.exit                   the exit code; 0 where there is no such file

As many run at once as there are processors. A script that exits with 77 cannot run here, and its first line says why:
it is counted as skipped.

Where the program has sanitizers, SANITIZED is set: scripts that draw their cases at random take a third of them.

prelude.sh gives scripts a few functions. WORDs choose the tests whose names contain one of them. --update rewrites
the exact files to what the program does now: read the difference before you commit it.

What says that the test itself broke (a traceback of Python, a line WRONG: of prelude.sh) fails whatever is expected,
and --update writes nothing of such a test.
"""
import difflib
import functools
import os
import re
import signal
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
SECONDS = 120
SKIPPED = 77
BROKEN = re.compile(r"WRONG:|Traceback \(most recent call last\):")


@functools.lru_cache
def sanitized(program):
    return b"__asan_init" in program.read_bytes()


def environment(program):
    env = {name: os.environ[name] for name in os.environ if name.endswith("SAN_OPTIONS")}
    env.update(PATH=f"{program.parent}:/usr/local/bin:/usr/bin:/bin", LC_ALL="C.UTF-8", TERM="xterm",
               OMP_WAIT_POLICY="passive", PYTHON=sys.executable, TESTS=str(HERE),
               DATA=str(HERE.parent.parent / "datasets"), DOCS=str(HERE.parent.parent / "docs"))
    if sanitized(program):
        env.update(SANITIZED="1")
    return env


def run(script, program):
    """Exit code, standard output and standard error of a script."""
    with tempfile.TemporaryDirectory(prefix="logreg-cli-") as scratch:
        env = dict(environment(program), HOME=scratch)
        process = subprocess.Popen(["/bin/sh", "-c", f'. "{HERE}/prelude.sh"; . "{script}"'], cwd=scratch, env=env,
                                   stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   start_new_session=True)
        try:
            out, err = process.communicate(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            out, err = process.communicate()
            err += f"killed after {SECONDS} s\n".encode()
    return process.returncode, out.decode(errors="replace"), err.decode(errors="replace")


def glob_regex(pattern):
    """The regular expression of a .glob file."""
    lines = []
    for line in pattern.splitlines():
        if line == "...":
            lines.append("(?:.*\n)*?")
        else:
            lines.append(".*".join(re.escape(part) for part in line.split("*")) + "\n")
    return re.compile("".join(lines))


NUMBER = re.compile(r"\d+(?:\.\d+)?(?:[eE][-+]?\d+)?")


def same(want, got):
    """Equal texts, or equal but for the last digits of long numbers."""
    if want == got:
        return True
    if NUMBER.split(want) != NUMBER.split(got):
        return False
    return all(a == b or (max(len(a), len(b)) > 15 and abs(float(a) - float(b)) <= 1e-12 * abs(float(a)))
               for a, b in zip(NUMBER.findall(want), NUMBER.findall(got)))


def mismatch(base, stream, got):
    """What is wrong with a stream, as lines to print; empty if it is as expected."""
    exact, glob = Path(f"{base}.{stream}"), Path(f"{base}.{stream}.glob")
    if glob.exists():
        want = glob.read_text(encoding="utf-8")
        if glob_regex(want).fullmatch(got):
            return []
    else:
        want = exact.read_text(encoding="utf-8") if exact.exists() else ""
        if same(want, got):
            return []
    return list(difflib.unified_diff(want.splitlines(), got.splitlines(), f"{stream}, expected", f"{stream}, got",
                                     lineterm=""))


def store(path, text):
    if text:
        path.write_text(text, encoding="utf-8")
    else:
        path.unlink(missing_ok=True)


def check(script, program, update):
    base = script.with_suffix("")
    code, out, err = run(script, program)
    if code == SKIPPED:
        return out.partition("\n")[0]
    broken = [line for line in (out + err).splitlines() if BROKEN.search(line)]
    if update and not broken:
        for stream, got in (("stdout", out), ("stderr", err)):
            if not Path(f"{base}.{stream}.glob").exists():
                store(Path(f"{base}.{stream}"), got)
        store(Path(f"{base}.exit"), f"{code}\n" if code else "")
    exit_file = Path(f"{base}.exit")
    want = int(exit_file.read_text()) if exit_file.exists() else 0
    wrong = [] if code == want else [f"exit code {code}, expected {want}"]
    return wrong + broken + mismatch(base, "stdout", out) + mismatch(base, "stderr", err)


def report(number, script, wrong):
    """Prints what came of a test; True if it failed."""
    name = f"{script.parent.name}/{script.stem}"
    if isinstance(wrong, str):
        print(f"ok {number} - {name} # SKIP {wrong}", flush=True)
        return False
    print(f"{'not ok' if wrong else 'ok'} {number} - {name}")
    for line in wrong:
        print("#", line)
    sys.stdout.flush()
    return bool(wrong)


def main(arguments):
    update = arguments[:1] == ["--update"]
    program, *words = arguments[update:]
    program = Path(program).resolve()
    if not os.access(program, os.X_OK):
        sys.exit(f"Bail out! {program} is no program")
    scripts = sorted(HERE.glob("*/*.sh"))
    scripts = [s for s in scripts if not words or any(w in f"{s.parent.name}/{s.stem}" for w in words)]
    print(f"1..{len(scripts)}", flush=True)
    failures = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for number, (script, wrong) in enumerate(zip(scripts, pool.map(lambda s: check(s, program, update), scripts)), 1):
            failures += report(number, script, wrong)
    return 1 if failures else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
