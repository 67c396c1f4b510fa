# Rows beyond the boundary of a spline are told, once a spline, with how many and where; rows that miss a value are none of them.
"$PYTHON" - >s.csv <<'END'
print("z,x,y")
for i in range(60):
    print(f"{i * 7 % 60 / 6:.2f},{i * 13 % 61 - 30},{int((i * 31 % 17) > 5 + i * 7 % 60 / 12)}")
END
logreg fit s.csv --formula 'y ~ bs(z, df = 4) + ns(sqrt(x + 31), df = 3)' --save m.json --quiet >/dev/null || echo "exit $?"
printf 'z,x,y\n5,1,0\n-3,1,1\n12.5,0,0\n,300,1\n4,90,0\n9,,1\n' >new.csv
logreg predict m.json new.csv
logreg predict m.json new.csv --json --quiet
logreg predict m.json s.csv --json --quiet | head -1
logreg predict m.json --at z=11,x=0
logreg evaluate m.json new.csv >/dev/null
logreg evaluate m.json new.csv --quiet >/dev/null
logreg evaluate m.json new.csv --json | "$PYTHON" -c 'import json, sys; print(json.load(sys.stdin)["n_used"])'
