# What R warns of where splines are made is told: too small a df, rows beyond the boundary; also of a saved model, and by the doctor.
"$PYTHON" - >s.csv <<'END'
print("z,x,y")
for i in range(60):
    print(f"{i * 7 % 60 / 6:.2f},{i * 13 % 61 - 30},{int((i * 31 % 17) > 5 + i * 7 % 60 / 12)}")
END
warned() {
    "$@" | sed -n '/^Warnings/,$p' | sed -n '/! Bases/,/^  !/p' | sed '1n; /^  !/d'
}
warned logreg fit s.csv --formula 'y ~ bs(z, df = 2) + ns(x, df = 1, intercept = TRUE) - 1' --no-curve --quiet
warned logreg fit s.csv --formula 'y ~ bs(z, df = 4, Boundary.knots = c(1, 8)) + ns(x, Boundary.knots = c(-20, 20))' --no-curve --quiet --save m.json
warned logreg show m.json --no-curve
logreg fit s.csv --formula 'y ~ bs(z, df = 2)' --json --quiet >out.json
"$PYTHON" -c 'import json; print([w["code"] for w in json.load(open("out.json"))["warnings"]])'
logreg doctor s.csv --formula 'y ~ bs(z, df = 2)' | grep -A1 '! Bases'
sed 's/"n_beyond": 1[0-9]/"n_beyond": -1/' m.json >broken.json
fails 1 logreg show broken.json
