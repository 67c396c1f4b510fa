# Columns that are no variables: told with what they are, and what is said done.
told() {
    logreg fit "$@" --no-curve --quiet | sed -n '/^Warnings/,$p' | sed '/Few events/,$d'
}
"$PYTHON" - <<'END'
import math
def rows():
    for i in range(60):
        age = 20 + i * 37 % 61
        yield i, age, int((i * 31 % 17 + i % 5 + age // 20) % 3 > 0)
def put(name, header, row):
    with open(name, "w") as file:
        print(header, file=file)
        for i, age, y in rows():
            print(*row(i, age, y), sep=",", file=file)
put("survey.csv", "age,perwt,voted", lambda i, a, y: (a, 80 + i * 53 % 97, y))
put("saved.csv", "age,PRE_1,PGR_1,ill", lambda i, a, y: (a, round(1 / (1 + math.exp(-a / 40 - y + 1)), 5), y if i % 9 else 1 - y, y))
put("split.csv", "age,split,ill", lambda i, a, y: (a, ("train", "test", "train")[i % 3], y))
put("flag.csv", "age,in_train,ill", lambda i, a, y: (a, int(i % 3 != 1), y))
put("preview.csv", "Status,age,ill", lambda i, a, y: ("Survey Preview" if i < 4 else "IP Address", a, y))
put("train.csv", "age,ill", lambda i, a, y: (a, y))
with open("counts.csv", "w") as counts:
    print("dose,sex,n,dead", file=counts)
    for k in range(16):
        print(k // 4, "fm"[k // 2 % 2], 5 + k * 7 % 11, k % 2, sep=",", file=counts)
put("visits.csv", "patient_id,age,ill", lambda i, a, y: (1000 + i // 3, a, y))
put("names.csv", "patient,age,ill", lambda i, a, y: (f"P{i // 3:03d}", a, y))
put("mail.csv", "email,age,ill", lambda i, a, y: (f"a{i if i != 33 else 7}@example.org", a, y))
put("members.csv", "member,age,ill", lambda i, a, y: (i % 5 + 1, a, y))
put("codes.csv", "age,case", lambda i, a, y: (a, 2 - y))
put("deals.csv", "age,stage", lambda i, a, y: (a, "Open" if i % 7 == 3 else "Won" if y else "Lost"))
put("body.csv", "weight,sex,ill", lambda i, a, y: (30 + a, "fm"[i % 2], y))
END
for file in survey saved split flag preview counts; do
    echo "$file:"
    told $file.csv
done
# a saved model tells it again
for file in survey saved split counts; do
    logreg fit $file.csv --no-curve --quiet --save model.json | sed -n '/^Warnings/,$p' >first.txt
    logreg show model.json --no-curve | sed -n '/^Warnings/,$p' | cmp - first.txt
done
# done, each gives what a file without the column gives
logreg fit train.csv --no-curve --quiet --csv >train.txt
for file in split flag; do
    logreg fit $file.csv --exclude $(sed -n '1s/.*,\(.*\),.*/\1/p' $file.csv) --no-curve --quiet --csv | cmp - train.txt
done
logreg fit split.csv --where 'split == "train"' --exclude split --no-curve --quiet | grep Data
logreg fit flag.csv --where 'in_train == 1' --exclude in_train --no-curve --quiet | grep Data
logreg fit preview.csv --where 'Status == "IP Address"' --exclude Status --no-curve --quiet | grep Data
told saved.csv --exclude PRE_1,PGR_1
told survey.csv --sampling-weights perwt
told counts.csv --weights n
# a list of the cases that there are, whose number the fit has no use for; silent where rows agree, so that it may be a count of each
python3 - <<'END'
place = ["Cook", "Will", "Lake", "Kane", "Bond", "Clay", "Ogle", "Pike"]
with open("list.csv", "w") as cases, open("repeats.csv", "w") as repeats:
    print("county,age,drug,n", file=cases)
    print("age,drug,n", file=repeats)
    for k in range(40):
        row = ["18-24", "25-34", "35-44", "45-54", "55-64"][k % 5], "ny"[k * 11 % 17 % 2]
        n = 1 + k * 7 % 12
        print(place[k // 5], *row, n, sep=",", file=cases)
        print(*row, n, sep=",", file=repeats)
END
told list.csv --target drug --features age
logreg fit list.csv --target drug --features age --no-curve --quiet --save model.json >told.txt
logreg show model.json --no-curve | grep -A3 'Counts of cases'
told list.csv --formula 'drug ~ age' --weights n
told list.csv --target "n > 5" --features age
told repeats.csv --target drug --features age
# rows that share an ID; members of a household, which are counted again and again, share none
for file in visits names members; do
    told $file.csv | sed -n '/Numbers of rows\|Many levels/,$p'
    logreg doctor $file.csv | sed -n '/! ID\|Many levels/,/cluster/p'
done
logreg fit visits.csv --exclude patient_id --vcov cluster:patient_id --no-curve --quiet | grep 'clusters\|!'
logreg fit visits.csv --no-curve --quiet --save model.json | sed -n '/^Warnings/,$p' >first.txt
logreg show model.json --no-curve | sed -n '/^Warnings/,$p' | cmp - first.txt
logreg fit mail.csv --quiet 2>&1 | cut -d: -f1-4
logreg doctor mail.csv | grep -A3 '! ID'
# who names the columns knows what they are
told survey.csv --features age,perwt
# a prediction as the outcome
told saved.csv --exclude ill --target PGR_1
# which class is the event, and which of three is none
logreg fit codes.csv --no-curve 2>&1 >/dev/null
logreg fit codes.csv --no-curve --positive 1 2>&1 >/dev/null
told deals.csv
logreg fit deals.csv --na-values stage=Open --no-curve --quiet | grep Modelling
logreg doctor survey.csv | sed -n '/Weights/,/go with it/p'
logreg doctor body.csv | grep -c count || true
# what wants mending is of use, and none of the columns to leave out
"$PYTHON" - <<'END'
with open("visits.csv", "w") as file:
    print("mrn,site,dose,ill", file=file)
    for i in range(60):
        print(7000 + i, "north", f"{10 + i * 37 % 41} mg", int((i * 31 % 17 + i % 5) % 3 > 0), sep=",", file=file)
END
logreg doctor visits.csv | sed -n '/To leave out/,$p'
# codes of one thing in two ways come together by the command
"$PYTHON" - <<'END'
with open("two_ways.csv", "w") as two, open("one_way.csv", "w") as one:
    for file in two, one:
        print("rs7,group,nyha,ill", file=file)
    for i in range(60):
        y = int((i * 31 % 17 + i % 5) % 3 > 0)
        print(("A/A", "A/G", "G/A", "G/G")[i % 4], ("O+", "O pos", "A+", "B neg")[i * 7 % 13 % 4], ("NYHA I", "NYHA II", "NYHA 2", "NYHA II")[i * 5 % 11 % 4], y, sep=",", file=two)
        print(("A/A", "A/G", "A/G", "G/G")[i % 4], ("O+", "O+", "A+", "B neg")[i * 7 % 13 % 4], ("NYHA I", "NYHA II", "NYHA II", "NYHA II")[i * 5 % 11 % 4], y, sep=",", file=one)
END
told two_ways.csv | sed '/^perl/d'
eval "$(logreg fit two_ways.csv --no-curve --quiet | grep '^perl')" | cmp - one_way.csv
# names that say what each number stands for
"$PYTHON" - <<'END'
with open("spelt.csv", "w") as file:
    print('Education [0-primary. 1-vocational. 2-higher],"Marital (1=single, 2=married, 3=widowed)",ill', file=file)
    for i in range(60):
        print(i * 7 % 11 % 3, 1 + i * 5 % 13 % 3, int((i * 31 % 17 + i % 5) % 3 > 0), sep=",", file=file)
END
logreg doctor spelt.csv | sed -n '/Codes/,/categorical/p'
told spelt.csv
eval "logreg fit spelt.csv --no-curve --quiet $(logreg fit spelt.csv --no-curve --json --quiet | "$PYTHON" -c 'import json, re, sys; print(re.search("--categorical .*?(?= gives)", json.load(sys.stdin)["warnings"][0]["message"])[0])')" | sed -n '/^Marital/,/  3/p'
