"""follow.py TESTS CASE [--note] FILE OPTION...: fits a file as one who does what the error says, and nothing else, would: prints the
error, and whether the fit is then R's. There may be one error; what it says must be enough. --note: it is a note, and what it says is
done so that it does not come again. A case that ends in .clean is a file: the fit is to be that of it."""
import json
import re
import subprocess
import sys

note = "--note" in sys.argv
TESTS, case, file, *options = [word for word in sys.argv[1:] if word != "--note"]
QUOTED = r"'(?:[^']|'\\'')*'"
WAYS = [r"--na-values (?P<value>%s|\S+?)(?:,? or| leaves| \(which)" % QUOTED, r"[Uu]se --decimal (?P<value>'.')", r"use --delimiter (?P<value>\$?'[^']+')",
        r"--encoding (?P<value>[\w-]+)", r"(?P<value>--no-header)", r"--exclude (?P<value>%s|\w+(?:,\w+)*)" % QUOTED,
        r"such as --target (?P<value>%s|\w+)" % QUOTED]


def fit(name=None):
    done = subprocess.run(["logreg", "fit", name or file, *options, "--no-curve", *([] if note else ["--quiet"]), "--json"],
                          capture_output=True, text=True, check=False)
    others = r".*(separated by|are left out|names another).*\n"
    return done.returncode, done.stdout, re.sub(others, "", done.stderr) if note else done.stderr


def mend(message):
    """Runs the first command that the message holds, if there is one."""
    global file
    message = re.split("; if '[^']+' stands for 0", message)[0]
    piece = r" \| \w+(?: (?:-\S+|\w+=%s|%s|\+?\d+d?))*" % (QUOTED, QUOTED)
    found = re.search(r"(?:^|[ :])((?:iconv|gzip|zstd|tr|sed|awk|perl|grep|tail|head|jq|Rscript) .*?%s(?:%s)*)" % (re.escape(file), piece), message)
    if not found:
        return message
    to = f"{case}.mended"
    with open(to, "wb") as out:
        done = subprocess.run(["sh", "-c", found[1]], stdout=out, stderr=subprocess.PIPE, check=True)
    if done.stderr or open(to, "rb").read() == open(file, "rb").read():
        print("WRONG: it changes nothing", done.stderr.decode())
    if "--encoding" in options:
        del options[options.index("--encoding"):][:2]
    file = to
    before = " ".join(re.findall(r"Use --decimal '.'", message[:found.start()])) + " "
    return before + re.split("; (?:else|if they)|, or leave (?:it|them) out, --exclude", message[found.end():])[0]


def obey(message):
    """Takes the options that the message names."""
    for way in WAYS:
        found = re.search(way, message)
        if not found:
            continue
        value = found["value"]
        value = value.encode().decode("unicode_escape")[1:] if value[0] == "$" else value
        if value.startswith("'"):
            value = value[1:-1].replace("'\\''", "'")
        name = re.search(r"--[\w-]+", way)[0] if "(?P<value>--" not in way else None
        if name in options:
            at = options.index(name)
            options[at:at + 2] = []
        options.extend([name, value] if name else [value])


def values_of(out):
    got = json.loads(out)
    return [got["n_rows"] - got["n_dropped"]] + [c[key] for key in ("estimate", "std_error") for c in got["coefficients"]]


if case.endswith(".clean"):
    wanted = values_of(fit(case)[1])
else:
    wanted = {l.split()[0]: list(map(float, l.split()[1:])) for l in open(f"{TESTS}/../reference/files.txt", encoding="utf-8")}[case]
print(f"{file}:", flush=True)
code, out, message = fit()
if message:
    print("  " + message.rstrip())
    obey(mend(message))
    code, out, message = fit()
if message or code not in (0, 4):
    sys.exit(print("WRONG: one step is not enough, exit", code, message))
values = values_of(out)
good = len(values) == len(wanted) and all(abs(a - b) <= 1e-7 * max(1, abs(b)) for a, b in zip(values, wanted))
print(("  as the clean file" if case.endswith(".clean") else "  as in R") if good else f"WRONG: {values}, {wanted}")
