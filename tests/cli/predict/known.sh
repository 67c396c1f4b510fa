# What a column is to the model it is in a new file, whatever the rows there look like.
"$PYTHON" - <<'END'
import random
r = random.Random(1)
def write(name, header, rows):
    with open(name, "w") as out:
        print(header, *rows, sep="\n", file=out)
effect = {"1.1": -1, "1.10": 1, "beta": 0}
rows = []
for i in range(240):
    ver = list(effect)[i % 3]
    age = r.randrange(20, 70)
    rows.append(f"{ver},{age},{int(r.random() < 1 / (1 + 2.7 ** (-effect[ver] - (age - 45) / 20)))}")
write("v.csv", "ver,age,y", rows)
kinds = ["0", "1", "2", "3+"]
write("k.csv", "x,kids", [f"{r.gauss(0, 1):.3f},{kinds[i % 4]}" for i in range(160)])
write("t.csv", "x,type", [f"{r.gauss(0, 1) + i % 3 / 2:.3f},{list(effect)[i % 3]}" for i in range(240)])
END
echo "-- a row's prediction does not depend on the others"
logreg fit v.csv --categorical ver --save v.json --quiet >/dev/null
printf 'ver,age\n1.10,40\n' | logreg predict v.json - | cut -c 1-7
printf 'ver,age\n1.10,40\nbeta,40\n1.1,40\n' | logreg predict v.json - | cut -c 1-7
logreg predict v.json --at ver=1.10,age=40 | cut -c 1-7
printf 'ver,age\n1.100,40\n' | logreg predict v.json
logreg evaluate v.json v.csv | sed -n 2p
grep -v beta v.csv >numbers.csv
logreg evaluate v.json numbers.csv | sed -n 2p

echo "-- so the classes of a target"
logreg fit t.csv --categorical type --save t.json --quiet >/dev/null
grep -v beta t.csv >two.csv
logreg evaluate t.json two.csv | grep -A 4 -i 'confusion'
logreg fit k.csv --target kids --categorical kids --save k.json --quiet >/dev/null
logreg evaluate k.json k.csv | grep -A 6 -i 'confusion'
logreg plot k.json k.csv --alt | cut -c 1-60
logreg effects k.json k.csv --csv | head -n 2 | cut -d , -f 1-3

echo "-- columns that the model does not need are left alone"
logreg fit v.csv --formula 'y ~ age' --save a.json --quiet >/dev/null
logreg predict a.json v.csv | sed -n '2,6p' >plain
for odd in A12 '"1,234"' '39 kg' inf '#REF!' Total '"1.234,5"'; do
    awk -v odd="$odd" -F, 'NR == 1 { print $0 ",ticket" } NR > 1 { print $0 "," (NR == 5 ? odd : 1000 + NR) }' v.csv >odd.csv
    logreg predict a.json odd.csv | sed -n '2,6p' | cmp - plain
    logreg evaluate a.json odd.csv >/dev/null || echo "$odd: $?"
    logreg plot a.json odd.csv --alt >/dev/null || echo "$odd: $?"
done
echo "-- nor does text behind a thousand numbers want a second reading then"
{ echo age,note; for i in $(seq 1500); do echo "$((20 + i % 50)),$i"; done; for i in $(seq 900); do echo 40,text$i; done; } |
    logreg predict a.json | wc -l
echo "-- predict does not need the target"
sed '1!s/[01]$/pending/' v.csv | logreg predict a.json | sed -n '2,6p' | cmp - plain

echo "-- nor the column that its target is a condition on, which others do"
logreg fit v.csv --target 'age > 44' --features ver --categorical ver --save c.json --quiet >/dev/null
sed '5s/,[0-9]*,/,bad,/' v.csv >bad.csv
logreg predict c.json bad.csv | wc -l
fails 1 logreg evaluate c.json bad.csv
fails 1 logreg plot c.json bad.csv
echo "-- those that it needs hold what they held"
awk -F, -v OFS=, 'NR > 1 { $2 = "high" NR % 4 } 1' v.csv >text.csv
fails 1 logreg predict a.json text.csv
awk -F, -v OFS=, 'NR > 1 { $2 = $2 " years" } 1' v.csv >years.csv
fails 1 logreg predict a.json years.csv
awk -F, -v OFS=, 'NR > 1 { $2 = $2 "b" } 1' v.csv >letters.csv
fails 1 logreg predict a.json letters.csv
printf 'age\n1e1\n3e1\n' | logreg predict a.json >/dev/null
sed '1s/age/aeg/' v.csv >typo.csv
fails 1 logreg predict a.json typo.csv
fails 1 logreg evaluate a.json typo.csv
sed 's/,1$/,one/' v.csv >one.csv
fails 1 logreg evaluate a.json one.csv
awk -F, -v OFS='\t' 'NR == 1 { print $1, $2, $3 } NR > 1 { print NR, $1, $2, $3 }' v.csv >rt.txt
fails 1 logreg predict a.json rt.txt
echo "-- where a level stands in for missing values, the others are what they were"
awk 'BEGIN { print "k,x,y"; for (i = 0; i < 120; i++) print (i % 7 == 3 ? "" : i % 3 + 1) "," i * 37 % 11 "," (i * i % 7 < 3) }' >holes.csv
printf 'k,x\n1,2\n,3\n3,1\n' >want.csv
for rule in level constant:none most_frequent; do
    logreg fit holes.csv --categorical k --impute mean,$rule --save holes.json --quiet >/dev/null
    logreg predict holes.json want.csv --quiet >want
    sed 's/^1,/1.0,/' want.csv | logreg predict holes.json --quiet | cmp - want
done
sed 's/^1,/1.10,/;s/^2,/1.1,/' holes.csv >texts.csv
echo beta,1,0 >>texts.csv
logreg fit texts.csv --categorical k --impute mean,level --save texts.json --quiet >/dev/null
printf 'k,x\n1.10,2\n' | logreg predict texts.json >alone
printf 'k,x\n1.10,2\nbeta,1\n' | logreg predict texts.json | sed 2q | cmp - alone
