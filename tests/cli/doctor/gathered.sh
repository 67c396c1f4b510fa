# What is said of several columns alike is said once in text, and JSON keeps a finding for each; a command that comes again is
# told by a word.
{ echo a,b,c,grp,kind,start,end,y
  for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do
      case $i in 4 | 9) v=-99 t=unknown ;; *) v=$((i * 7 % 5 + 1)) t=$([ $((i % 3)) = 0 ] && echo red || echo blue) ;; esac
      echo "$v,$v,$((i * 3 % 10 + 1)),$t,$([ $i = 17 ] && echo unknown || echo k$((i % 2))),$((7 + i % 4)):$((10 + i)),$((11 + i % 5)):$((11 + i)),$((i * 5 % 7 > 3))"
  done; } > many.csv
logreg doctor many.csv | sed -n '/^What stops/,$p'
logreg doctor many.csv --json | "$PYTHON" -c 'import json, sys
for f in json.load(sys.stdin)["findings"]:
    if f["code"] in ("sentinel", "numbers_as_text"):
        print(f["column"], "|", f["message"], "|", f["advice"])'
# texts among the numbers of several columns, and decimal commas in others
awk 'BEGIN { print "a;b;dose 1;dose 2;y"; for (i = 1; i <= 40; i++) print (i == 7 ? "M" : i % 9) ";" (i == 12 ? "M" : i % 7) ";" i % 5 ",5;" i % 11 ",25;" i % 2 }' >strays.csv
logreg doctor strays.csv | sed -n '/Numbers as text/,/^$/p'
logreg doctor strays.csv --decimal , --na-values M | grep -c 'Numbers as text'
# categories of many levels, and IDs that rows share
awk 'BEGIN { print "firstName,lastName,town,game_id,play_id,y"; for (i = 0; i < 60; i++) print "f" i % 23 ",l" i % 29 ",t" i * 7 % 31 "," 5000 + 37 * (i % 44) "," 90210 + 11 * (i % 57) "," (i * i % 7 > 2) }' >people.csv
logreg doctor people.csv | sed -n '/^What /,/Separation/p'
