# Commands of several findings read the same file each: one does what all of them do, as they would one behind the other.
awk 'BEGIN {
    print "joined,height,sex,likes,group,y"
    split("north south east west mid far", g, " ")
    for (i = 0; i < 60; i++) {
        h = 150 + i * 37 % 41
        sex = i * 7 % 5 < 2 ? "male" : "female"
        if (i % 17 == 2) sex = toupper(substr(sex, 1, 1)) substr(sex, 2)
        likes = (i % 3 ? "tea;" : "") (i % 4 > 1 ? "beer;" : "") (i % 7 < 3 ? "wine;" : "") (i % 5 ? "milk;" : "")
        sub(/;$/, "", likes)
        print "20" 15 + i % 5 "-0" 1 + i % 9 "-" 10 + i * 11 % 18 "," (i % 11 == 3 ? h / 100 : h) "," sex "," likes "," (i % 10 ? "" : g[1 + i / 10]) "," (i * i % 7 < 3 ? "yes" : "no")
    }
}' >people.csv
logreg doctor people.csv --json >doctor.json
python3 - <<'END'
import json, shutil, subprocess
seen, found = [], json.load(open("doctor.json"))
shutil.copy("people.csv", "people.one.csv")
for f in sorted(found["findings"], key=lambda f: f["code"] == "several_answers"):
    for text in (f.get("command") or "", f["message"]):
        at = text.find("perl ")
        command = text[at:text.rfind("people.csv") + 10] if at >= 0 else ""
        if command and command not in seen:
            seen.append(command)
            done = subprocess.run(command.replace("people.csv", "people.one.csv"), shell=True, capture_output=True)
            open("people.one.csv", "wb").write(done.stdout)
open("together", "w").write(found["command"])
print(len(seen), "commands, and", len(found["command"].split(" | ")), "for all")
END
sh ./together >people.all.csv
cmp people.one.csv people.all.csv && head -n 4 people.all.csv
echo '# the fit, as of tests/reference/together.R'
logreg fit people.all.csv --target y --csv --no-curve 2>/dev/null | cut -d, -f1-3
echo '# the text has it once, behind the findings'
logreg doctor people.csv | sed -n '/^To do/,$p' | grep -cxF "$(cat together)"
echo '# and so has a fit, of what it warns of'
logreg fit people.csv --exclude joined,group --categorical sex --target y --no-curve 2>/dev/null | sed -n '/All at once/,/^perl/p'
echo '# nothing where there is one command'
logreg doctor people.csv --features height | grep -c -e '^To do' -e '^perl'
logreg doctor people.csv --features height --json | grep -c '^  "command"'
