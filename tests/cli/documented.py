"""documented.py CLI.md: compares the options in `logreg help COMMAND` with the tables of docs/cli.md, both ways.

A heading `## logreg COMMAND` begins a command, `### GROUP` the table of a group of its options; the groups before the
first command are shared. Each option must have the same placeholder and the same default in both."""
import re
import subprocess
import sys

OPTION = re.compile(r"  (--[A-Za-z][a-z0-9-]*(?:\[=\S+\]| \S+)?)(?:  .*)?$")


def read_help(command):
    """{group: {option with placeholder: default}} of a command."""
    text = subprocess.run(["logreg", "help", command], check=True, capture_output=True, text=True).stdout
    groups, words, option = {}, "", None
    group = None
    for line in text.splitlines() + ["end:"]:
        match = OPTION.match(line)
        heading = re.match(r"(\S.*):$", line)
        if option and (match or heading):
            default = re.search(r"\[([^\]]*)\]$", words.split(" \0")[0].strip())
            groups.setdefault(group, {})[option] = default.group(1) if default else ""
            option = None
        if heading:
            group = heading.group(1)
        elif match:
            option = match.group(1)
            words = line[2 + len(option):].strip()
        elif option and line.startswith(" " * 32):
            words += " \0" + line.strip()  # about one of the choices
        elif option and line.strip():
            words += " " + line.strip()
    return groups


def read_docs(path):
    """{command: {group: {option: default}}}; the shared groups stand under None."""
    docs, command, group = {None: {}}, None, None
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if match := re.match(r"## logreg (\S+)", line):
                command, group = match.group(1), None
                docs[command] = {}
            elif match := re.match(r"### (.+)", line):
                group = match.group(1)
            elif match := re.match(r"\| `(--[^`]*)` \|((?:[^|\\]|\\.)*)\|", line):
                option = match.group(1).replace("\\|", "|")
                docs[command].setdefault(group, {})[option] = match.group(2).strip().replace("\\|", "|")
    return docs


def commands():
    text = subprocess.run(["logreg", "help"], check=True, capture_output=True, text=True).stdout
    listed = text[text.index("Examples:"):].split("\n\n")[1:]
    return [match.group(1) for part in listed for match in re.finditer(r"^  ([a-z-]+) ", part, re.M)]


docs = read_docs(sys.argv[1])
shared = docs.pop(None)
names = commands()
for name in sorted(set(names) ^ set(docs)):
    print(f"{name}: {'not in the help' if name in docs else 'not in the docs'}")
for name in names:
    for group, options in read_help(name).items():
        written = docs.get(name, {}).get(group) or shared.get(group, {})
        for option in sorted(set(options) | set(written)):
            if options.get(option) != written.get(option):
                print(f"{name}, {group}, {option}: help {options.get(option)!r}, docs {written.get(option)!r}")
    for group in sorted(set(docs.get(name, {})) - set(read_help(name))):
        print(f"{name}, {group}: in the docs alone")
