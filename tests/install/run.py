#!/usr/bin/env python3
"""Installs the build into a scratch folder and uses it from there as a user would; prints TAP.

    run.py SOURCE BUILD

pkg-config is pointed at the staged copy by PKG_CONFIG_PATH and PKG_CONFIG_SYSROOT_DIR; no flag comes from here.
"""

import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

FIRST_FIT = """\
(Intercept)    15.0429  (std. error 7.3786, p = 0.0415)
x1             -0.2322  (std. error 0.1082, p = 0.0320)
at 31 degrees, as on 28 January 1986: P(distress) = 0.9996
"""


class Installation:
    def __init__(self, source, build, scratch):
        self.examples, self.guide = source / "docs/examples", source / "docs/guide-c.md"
        self.build, self.scratch = build, scratch
        self.stage = scratch / "stage"

    def install(self):
        call(["meson", "install", "-C", self.build, "--no-rebuild", "--quiet", "--destdir", self.stage])
        found = {name: list(self.stage.rglob(name)) for name in ("logreg.pc", "liblogreg.so.0", "challenger.csv")}
        assert all(len(paths) == 1 for paths in found.values()), found
        self.library = found["liblogreg.so.0"][0]
        self.datasets = found["challenger.csv"][0].parent
        self.program = next(path for path in self.stage.rglob("bin/logreg"))
        self.environment = os.environ | {
            "PKG_CONFIG_PATH": str(found["logreg.pc"][0].parent),
            "PKG_CONFIG_SYSROOT_DIR": str(self.stage),
            "LD_LIBRARY_PATH": str(self.library.parent),
            "LC_ALL": "C",
        }

    def compile(self, source, compiler="cc"):
        flags = call(["pkg-config", "--cflags", "--libs", "logreg"], env=self.environment)
        program = self.scratch / source.stem
        call([compiler, "-Wall", "-Wextra", "-Werror", source, *shlex.split(flags), "-o", program])
        return program

    def fits_arrays(self):
        """first_fit.c compiles by pkg-config's flags and finds Challenger's coefficients"""
        out = call([self.compile(self.examples / "first_fit.c")], env=self.environment)
        assert out == FIRST_FIT, out

    def fits_a_file(self):
        """frame_fit.c compiles by pkg-config's flags and fits an installed data set"""
        out = call([self.compile(self.examples / "frame_fit.c"), self.datasets / "challenger.csv", "distress ~ temperature"],
                   env=self.environment)
        assert re.search(r"temperature\s+-0\.2321?", out.replace("\N{MINUS SIGN}", "-")), out

    def follows_the_guide(self):
        """each program of guide-c.md compiles by pkg-config's flags and prints what stands after it"""
        blocks = re.findall(r"^```(\w+)\n(.*?)^```$", self.guide.read_text(), re.M | re.S)
        programs = [i for i, (language, _) in enumerate(blocks) if language == "c"]
        assert len(programs) >= 3, blocks
        for i in programs:
            source = self.scratch / f"guide{i}.c"
            source.write_text(blocks[i][1])
            out = call([self.compile(source)], env=self.environment, cwd=self.datasets)
            assert blocks[i + 1] == ("text", out), f"program {i} of the guide prints:\n{out}"

    def exports_only_its_own(self):
        """the shared library exports logreg_* and nothing else"""
        names = [line.split()[-1] for line in call(["nm", "-D", "--defined-only", self.library]).splitlines()]
        assert len(names) > 50, names
        wrong = [name for name in names if not re.fullmatch(r"logreg_[a-z0-9][A-Za-z0-9_]*", name)]
        assert not wrong, wrong

    def declares_what_it_exports(self):
        """every exported name stands in an installed header"""
        headers = "".join(path.read_text() for path in self.stage.rglob("include/**/*.h"))
        names = [line.split()[-1] for line in call(["nm", "-D", "--defined-only", self.library]).splitlines()]
        missing = [name for name in names if not re.search(rf"\b{name}\(", headers)]
        assert not missing, missing
        declared = set(re.findall(r"LOGREG_API[^;(]*?\b(logreg_\w+)\(", headers))
        assert not declared - set(names), declared - set(names)

    def runs_the_program(self):
        """the installed logreg finds its library and its data sets"""
        out = call([self.program, "fit", "@challenger"], env=self.environment)
        assert re.search(r"temperature\s+-0\.2321?", out.replace("\N{MINUS SIGN}", "-")), out

    def tells_one_version(self):
        """program and pkg-config tell the same version"""
        version = call(["pkg-config", "--modversion", "logreg"], env=self.environment).strip()
        assert version in call([self.program, "--version"], env=self.environment), version


def call(command, env=None, cwd=None):
    done = subprocess.run(list(map(str, command)), env=env, cwd=cwd, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True, errors="replace", timeout=120)
    assert done.returncode == 0, f"{shlex.join(map(str, command))}: exit {done.returncode}\n{done.stdout}{done.stderr}"
    return done.stdout


def main():
    source, build = (pathlib.Path(word).resolve() for word in sys.argv[1:3])
    with tempfile.TemporaryDirectory() as scratch:
        copy = Installation(source, build, pathlib.Path(scratch))
        copy.install()
        checks = [copy.fits_arrays, copy.fits_a_file, copy.follows_the_guide, copy.exports_only_its_own,
                  copy.declares_what_it_exports, copy.runs_the_program, copy.tells_one_version]
        print(f"1..{len(checks)}")
        failed = 0
        for number, check in enumerate(checks, 1):
            try:
                check()
                print(f"ok {number} - {check.__doc__}")
            except AssertionError as error:
                failed += 1
                print("\n".join(f"# {line}" for line in str(error).splitlines()))
                print(f"not ok {number} - {check.__doc__}")
        return failed != 0


if __name__ == "__main__":
    sys.exit(main())
