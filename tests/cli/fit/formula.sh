# Targets and features make the formula; odd names are quoted.
cat >odd.csv <<'END'
"height, cm",`w`,say "hi",2x,out come
"1","2","3","5","a"
"2","1","1","4","b"
"3","3","2","6","a"
"4","1","3","4","b"
"5","5","2","1","a"
"6","2","3","2","b"
"7","4","1","2","a"
"8","5","1","4","b"
END
sed -i '1s/say "hi"/"say ""hi"""/' odd.csv
formula() {
    logreg fit odd.csv --json --quiet "$@" >out
    code=$?
    "$PYTHON" -c 'import json; print(json.load(open("out"))["formula"])'
    [ $code = 0 ] || echo "exit $code"
}
formula --features '"height, cm"'
formula --features '"say ""hi""",`w`'
formula --features '`w`,2x,`w`'
formula --exclude '"height, cm",`w`' --no-intercept
formula --exclude '"height, cm",`w`,2x,"say ""hi"""'
formula --features 2x --features '`w`'
formula --formula '`out come` ~ `2x` + ```w```' --no-intercept
formula --target 'out come' --features 2x

# A column that is taken away still costs the rows that miss it, as in R, and that is told, also of a saved model.
admit
sed 's/,3.67,/,,/; s/,3.22,/,,/' admit.csv >gaps.csv
logreg fit gaps.csv --formula 'admit ~ gre + gpa - gpa' --no-curve --quiet --save kept.json | sed -n '/Formula/,/Modelling/p'
logreg show kept.json --no-curve 2>/dev/null | sed -n '/Formula/,/Modelling/p'
logreg doctor gaps.csv --formula 'admit ~ gre + gpa - gpa - id' | sed -n '/Columns/,$p' | sed '/^$/q'
logreg fit gaps.csv --formula 'admit ~ gre + gpa - gpa' --csv=augment --quiet | cut -d, -f1-3,6 | sed -n 1,4p
sed 's/"n_missing": 2/"n_missing": "2"/' kept.json >broken.json
logreg show broken.json
"$PYTHON" - <<'END'
import json
m = json.load(open("kept.json")); m["taken_away"] = [3]; json.dump(m, open("broken.json", "w"))
END
logreg show broken.json
echo "exit $?"
# a backtick within a name is doubled, and not escaped as in R
printf 'a`b,y\n1,0\n2,1\n3,0\n4,1\n2,0\n3,1\n' >tick.csv
logreg fit tick.csv --formula 'y ~ `a``b`' --no-curve --csv | cut -d, -f1 | sed 1d
logreg fit tick.csv --formula 'y ~ `a\`b`' --no-curve
