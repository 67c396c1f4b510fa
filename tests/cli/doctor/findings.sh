# A file with most of what can be wrong, read aloud: the worst first, each with what to do.
"$PYTHON" - <<'END' >hospital.csv
state = 1
def draw():
    global state
    state = (state * 1103515245 + 12345) % 2**31
    return state / 2**31
rows = []
for i in range(120):
    age, bmi = 20 + int(60 * draw()), 20 + round(12 * draw(), 1)
    dead = draw() < 0.1 + 0.006 * age
    rows.append([1000 + 7 * i, "yes", age, 12 * age, bmi, "%.2f" % (bmi + 0.2 * draw()), "fm"[draw() < 0.5],
                 "2024-%02d-%02d" % (1 + i // 28, 1 + i % 28), "" if draw() < 0.55 else "%.2f" % (4 + draw()),
                 "" if draw() < 0.05 else "%.1f" % (36 + 4 * draw()), 2, "D%d" % int(3 * draw()) if dead else "home",
                 age, "n%d" % i, "dead" if dead else "alive"])
print("patient_id,admitted,age,months,bmi,bmi2,sex,visit,lab,temperature,phase,code,age at visit,note,outcome")
for row in rows + rows[10:12]:
    print(*row, sep=",")
END
logreg doctor hospital.csv
echo
echo "Without those, and without what is known too late:"
logreg doctor hospital.csv --exclude "patient_id,admitted,visit,phase,age at visit,note,code" | sed -n '/mislead/,$p'
echo
logreg doctor hospital.csv --formula 'outcome ~ age * sex + C(phase) + temperature' | sed -n '/stops/,$p'
echo
cat >names.csv <<'END'
"a,b","it's","say ""so""",two words,$(id),y
1,1,1,1,1,0
1,1,1,1,1,1
1,1,1,1,1,1
END
logreg doctor names.csv | tail -1
eval "logreg doctor names.csv $(logreg doctor names.csv | tail -1) --json" |
    "$PYTHON" -c 'import json, sys; print([c["name"] for c in json.load(sys.stdin)["columns"] if c["excluded"]])'
