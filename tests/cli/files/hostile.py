"""Names, levels and arguments full of what a terminal would obey: none of it may come out where people read."""
import os
import random
import subprocess
import sys

PIECES = ["\x1b[31m", "\x1b]0;t\x07", "\x9b31m", "\u202e", "\u2066", "\u200b", "\ufeff", "\r", "\n", "\t", "\x7f",
          "\x01", "`", "=HYPERLINK(1)", "<script>", "$(id)", "'", "\\", "a", "\u00e9", "\u2028", "\U000e0041", "\xad"]
HIDDEN = "\u202e\u2066\u200b\ufeff\u2028\U000e0041\xad"
rng = random.Random(7)


def hostile():
    return "".join(rng.choice(PIECES) for _ in range(rng.randint(1, 4))) + str(rng.randint(0, 99))


def quoted(text):
    return '"' + text.replace('"', '""') + '"'


def seen(data, allowed):
    """What of data a terminal would obey, or not show."""
    return {hex(ord(c)) for c in data.decode("utf-8")
            if c not in allowed and (ord(c) < 32 or 127 <= ord(c) < 160 or c in HIDDEN)}


def check(*arguments, terminal=False):
    command = ["logreg", *arguments]
    if terminal:  # a terminal ends its lines with CR LF
        command = [sys.executable, sys.argv[1], *command]
    done = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, check=False)
    # CSV in a pipe is data, and stays as it is
    csv = arguments[0] == "predict" and "--json" not in arguments and not terminal
    found = seen(done.stderr, "\n") | (set() if csv else seen(done.stdout, "\r\n" if terminal else "\n"))
    if found or done.returncode < 0:
        print("WRONG:", [ascii(a) for a in arguments], done.returncode, sorted(found))


for trial in range(8 if os.environ.get("SANITIZED") else 25):
    x, k, y = hostile() + "x", hostile() + "k", hostile() + "y"
    levels, labels = [hostile() + c for c in "abc"], [hostile() + c for c in "no"]
    with open("h.csv", "w", newline="", encoding="utf-8") as file:
        print(*map(quoted, (x, k, y)), sep=",", file=file)
        for i in range(30):
            print(i % 7, quoted(levels[i % 3]), quoted(labels[i * i // 3 % 2]), sep=",", file=file)
    check("fit", "h.csv", "--save", "m.json")
    check("fit", "h.csv", "--json")
    check("fit", "h.csv", "--penalty", "firth", "--reproduce", "r")
    check("fit", "h.csv", "--reproduce", "python")
    check("show", "m.json")
    check("predict", "m.json", "h.csv")
    check("predict", "m.json", "h.csv", "--json")
    if trial < 4:
        check("predict", "m.json", "h.csv", "--append", "--color", "never", terminal=True)
        check("fit", "h.csv", "--color", "never", terminal=True)
    for option, value in (("target", x + "zz"), ("where", x + " > 1"), ("reference", k + "=q"), ("positive", hostile()),
                          ("formula", hostile() + "~" + hostile()), ("na-values", levels[0]), ("features", hostile()),
                          ("save", "none/" + hostile()), ("trace", "none/" + hostile()), (hostile(), "1")):
        check("fit", "h.csv", "--" + option, value)
    check(hostile())
    check("fit", hostile())
    check("help", hostile())
    check("calc", hostile())
    check("predict", hostile(), "h.csv")
