# Three columns of several answers: one command parts all, since it moves the columns behind each, and a fit is that of the clean file.
python3 - <<'EOF'
import random
r = random.Random(7)
sets = {"tools": ["Excel", "R", "Word"], "places": ["Home", "Library", "School"], "days": ["Mon", "Tue", "Wed"]}
with open("boxes.csv", "w") as f, open("boxes.clean", "w") as g:
    f.write("tools,y,places,age,days\n")
    g.write(",".join([f"tools_{a}" for a in sets["tools"]] + ["y"] + [f"places_{a}" for a in sets["places"]]
                     + ["age"] + [f"days_{a}" for a in sets["days"]]) + "\n")
    for i in range(120):
        tools, places, days = ([a for a in of if a in r.sample(of, r.randint(1, 3))] or of[:1] for of in sets.values())
        age, y = r.randint(20, 60), r.choice(["no", "yes"])
        cells = ['"' + ", ".join(s) + '"' for s in (tools, places, days)]
        bits = [",".join(str(int(a in s)) for a in of) for s, of in zip((tools, places, days), sets.values())]
        f.write(f"{cells[0]},{y},{cells[1]},{age},{cells[2]}\n")
        g.write(f"{bits[0]},{y},{bits[1]},{age},{bits[2]}\n")
EOF
logreg doctor boxes.csv --target y >told.txt
sed -n '/Several/,/^$/p' told.txt
grep '^perl' told.txt | sh >parted.csv
logreg fit boxes.clean --target y --csv --quiet >clean.txt
logreg fit parted.csv --target y --csv --quiet | cmp - clean.txt && echo 'as the clean file'
logreg doctor boxes.csv --target y --json | grep -o '"command": "perl' | wc -l
logreg doctor boxes.csv --target y --exclude days | tr -s ' \n' ' ' | grep -o 'of both such columns at once'

# marks within brackets part nothing, neither in the count nor in the command
python3 - <<'EOF'
import random
r = random.Random(3)
of = ["Sales", "Reach (views, shares)", "Engagement (likes, tags (new, old))", "Brand :-)"]
with open("brackets.csv", "w") as f, open("brackets.clean", "w") as g:
    f.write("aims,age,y\n")
    g.write("aims_Brand,aims_Engagement_likes_tags_new_old,aims_Reach_views_shares,aims_Sales,age,y\n")
    for i in range(120):
        aims, age, y = r.sample(of, r.randint(1, 3)), r.randint(20, 60), r.choice(["no", "yes"])
        f.write('"' + ", ".join(aims) + f'",{age},{y}\n')
        g.write(",".join(str(int(a in aims)) for a in sorted(of)) + f",{age},{y}\n")
EOF
logreg doctor brackets.csv --target y >told.txt
sed -n '/Several/,/^$/p' told.txt
grep '^perl' told.txt | sh >parted.csv
logreg fit brackets.clean --target y --csv --quiet >clean.txt
logreg fit parted.csv --target y --csv --quiet | cmp - clean.txt && echo 'as the clean file'

# an answer that is nearly another one is named before a column is made of it
awk 'BEGIN { print "drugs,y,age"; split("NAPROXEN|ASPIRIN|CODEINE|NAPROXEN, ASPIRIN|CODEINE, ASPIRIN|NAPROXEN, CODEINE, ASPIRIN|CODEINE, NAPROXEN", d, "|")
    for (i = 0; i < 140; i++) { s = d[i * 5 % 7 + 1]; if (i == 21 || i == 23) sub("NAPROXEN", "NAPROXXEN", s); printf "\"%s\",%d,%d\n", s, i * 11 % 17 % 2, 20 + i * 13 % 41 } }' >drugs.csv
logreg doctor drugs.csv --target y | sed -n '/Several/,/^perl/{/^perl/!p}'
sed 's/NAPROXXEN/NAPROXEN/' drugs.csv >one.csv
logreg doctor one.csv --target y | sed -n '/Several/,/^perl/{/^perl/!p}'
