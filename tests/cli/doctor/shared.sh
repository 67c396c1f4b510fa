# Columns of which the same is said are told in one sentence, of each what is its own, with one option; JSON keeps a finding for each.
awk 'BEGIN { print "region,district,pre,post,late,rest,code,y"
    for (i = 0; i < 80; i++) { y = i * 29 % 83 % 2
        print 1 + i % 4 "," 1 + i % 7 "," y * 3 + i * 37 % 101 / 101 "," y * 2 + i * 61 % 89 / 89 "," y + i * 53 % 97 / 96 * 1.1 "," i * 17 % 71 / 71 ",00" 1 + i * 7 % 5 "," y } }' >shared.csv
logreg doctor shared.csv | sed -n '/leakage/,/keep it\.\|keep them/p; /Codes/,/^ *--cat.*\.$/p'
logreg doctor shared.csv --json | "$PYTHON" -c 'import json, sys
for f in json.load(sys.stdin)["findings"]:
    if f["code"] in ("leakage", "codes"):
        print(f["column"], "|", f["message"], "|", f["advice"])'
logreg doctor shared.csv --formula 'y ~ pre * post + late' | sed -n '/leakage/,/keep it\|keep them/p'
logreg fit shared.csv --no-curve | sed -n '/leakage/,/keep them/p; /Codes/,/keep this away/p'
# So are empty columns, those of one value, and IDs; an ID whose rows meet again is told by itself.
awk 'BEGIN { print "id,ref,seen,wave,site,gap,void,blank,x,y"
    for (i = 0; i < 40; i++) print 1000 + i "," 7000 + i "," (i == 9 ? "n7" : "n" i - 1) ",1,2," (i < 3 ? "" : 5) ",,," i * 17 % 71 "," i * 29 % 83 % 2 }' >idle.csv
logreg doctor idle.csv | sed -n '/What stops/,$p'
logreg doctor idle.csv --formula 'y ~ id + ref + wave * site + x' | sed -n '/Constant/,/Leave/p; /ID/,/Leave/p'
logreg doctor idle.csv --json | "$PYTHON" -c 'import json, sys
print(*(f["code"] + " " + f["column"] for f in json.load(sys.stdin)["findings"] if f["code"] in ("constant", "empty", "id")), sep="\n")'
logreg doctor idle.csv --exclude id,ref,seen,wave,site,gap,void,blank >/dev/null && echo sound
