# Sound columns with names or numbers that others are told by: capacities under cap, days of a diagnosis, days of months, years of school, stays in hospital, parts of the year.
"$PYTHON" - <<'END' >sound.csv
import math
print("cap,diag,mday,school,hospital,part,y")
for i in range(240):
    u = i * 37 % 241 / 241
    v = i * 101 % 241 / 241
    school = 12 if u < 0.4 else 5 + int(12 * v)
    hospital = int(-1.1 * math.log(max(v, 0.03)) / 1.1) if v < 0.45 else 0
    print(457 + int(40 * u) * 17, 8300 + int(300 * u * v) * 2 + i % 2, i % 30 + 1, school, hospital,
          ["Jan 1 - Jan 28", "Jan 29 - Feb 25", "Feb 26 - Mar 26"][i * 11 % 3], i * i * 7 % 11 % 2, sep=",")
END
logreg doctor sound.csv | sed -n '/^What\|^Findings\|^Good/,$p'
# what is told: codes of illnesses, Italian postcodes, an identifier, schools that have numbers, one number far from others that are no two codes
"$PYTHON" - <<'END' >told.csv
print("cap,diag,identifier,school,gene,dose,y")
for i in range(240):
    print(10010 + i * 7919 % 88000, 100 + i * 7907 % 90000, 4 + i * 13 % 251, 1 + i * i % 13 % 12, [100100, 100120, 120120][i * 5 % 7 % 3],
          98765.5 if i % 31 == 3 else i * 5 % 7 + 2, i * i * 7 % 11 % 2, sep=",")
END
logreg doctor told.csv | sed -n '/^What\|^Findings\|^Good/,$p'
# a table of years by sex is no study of pairs; numbers of pairs are one
"$PYTHON" - <<'END' >pairs.csv
print("year,pair,x,sex")
for i in range(40):
    for s in (0, 1):
        print(1980 + i, 1 + i, (i * 17 + s * 11) % 23, "fm"[s], sep=",")
END
logreg fit pairs.csv --no-curve 2>/dev/null | grep -A 1 'Matched'
