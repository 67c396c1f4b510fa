# Intervals are R's: logit(p) and its standard error, transformed.
logreg fit @titanic --formula 'survived ~ sex*class' --save model.json --quiet >/dev/null
cut -d , -f 1-2 "$DATA/../tests/reference/interval.csv" >new.csv
logreg predict model.json new.csv --interval 0.9 >got.csv
head -n 1 got.csv
"$PYTHON" - "$DATA/../tests/reference/interval.csv" <<'END'
import csv, sys
for want, got in zip(csv.DictReader(open(sys.argv[1])), csv.DictReader(open("got.csv")), strict=True):
    for end in "low", "high":
        assert abs(float(got[end]) / float(want[end]) - 1) < 1e-9, (want, got)
    assert 0 < float(got["low"]) < float(got["probability"]) < float(got["high"]) < 1
print("as R")
END
# One row by hand is what the file's row is.
logreg predict model.json --at class=crew,sex=female --interval 0.9 >one.csv
sed -n '1p;8p' got.csv | cmp - one.csv
logreg predict model.json --at 'class=2nd,sex=' --interval 0.9
logreg predict model.json --at class=2nd,sex=male --interval 0.9 --json
printf 'a=b,"x, y",y\n1,p,0\n2,q,1\n3,p,1\n4,q,0\n5,p,0\n' >odd.csv
logreg fit odd.csv --save odd.json --quiet >/dev/null
logreg predict odd.json --at '"x, y=q",a=b=3' --append --interval 0.5
# An offset moves the interval.
printf 'x,o,y\n1,0,0\n2,0,1\n3,0,0\n4,0,1\n' >shifted.csv
logreg fit shifted.csv --features x --offset o --save shifted.json --quiet >/dev/null
logreg fit shifted.csv --features x --save plain.json --quiet >/dev/null
logreg predict shifted.json --at x=2,o=0 --interval 0.9 >a
logreg predict plain.json --at x=2 --interval 0.9 | cmp - a
logreg predict shifted.json --at x=2,o=100 --interval 0.9
# Where rounding has taken the interval there is none; at a tenth of the distance there is.
for far in 1e7 1e8; do
    awk -v far=$far 'BEGIN { print "x,y"; for (i = 0; i < 20; i++) printf "%d,%d\n", far + i % 5 - 2, (i * 7 % 11 > 5) }' >far.csv
    logreg fit far.csv --save far.json --quiet >/dev/null
    logreg predict far.json --at x=$far --interval 0.9 | awk -F, 'NR > 1 { print ($3 == "" ? "none" : sprintf("%.2f to %.2f", $3, $4)) }'
done
