# What a demo refuses, in one sentence, with nothing written.
printf 'x,y,three,one,text\n1,0,a,1,p\n2,1,b,1,q\n3,0,c,1,r\n4,1,a,1,s\n' >rows.csv
printf 'x,y\n1,0\n2,0\n3,1\n4,1\n' >apart.csv
logreg demo
fails 2 logreg demo sigmod
fails 2 logreg demo economics
fails 2 logreg demo --steps
fails 2 logreg demo --alt
fails 2 logreg demo --plot a.png
fails 2 logreg demo sigmoid rows.csv --target y
fails 2 logreg demo sigmoid --target y
fails 2 logreg demo neuron --feature x
fails 2 logreg demo simpson --group x
fails 2 logreg demo odds rows.csv
fails 2 logreg demo two-by-two rows.csv --target y
fails 2 logreg demo simpson rows.csv --target y --feature x
fails 2 logreg demo odds rows.csv --target y --feature x
fails 2 logreg demo odds --seed -1
fails 2 logreg demo odds rows.csv more.csv
fails 1 logreg demo odds rows.csv --target z
fails 1 logreg demo two-by-two rows.csv --target y --feature z
fails 1 logreg demo odds rows.csv --target three
fails 1 logreg demo odds rows.csv --target one
fails 1 logreg demo two-by-two rows.csv --target three --feature y
fails 1 logreg demo two-by-two rows.csv --target y --feature three
fails 1 logreg demo simpson rows.csv --target y --feature three --group x
fails 1 logreg demo simpson rows.csv --target three --feature y --group x
fails 1 logreg demo simpson @mtcars --target am --feature vs --group hp
printf 'y,one,gap,g,row\n' >few.csv
for row in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    echo "$((row % 2)),a,$([ $row -gt 2 ] && echo b || echo a),$([ $((row % 3)) = 0 ] && echo m || echo f),$row"
done >>few.csv
sed -i '2s/^1/NA/;3s/^0/NA/' few.csv
fails 1 logreg demo two-by-two few.csv --target y --feature one --quiet
fails 1 logreg demo two-by-two few.csv --target y --feature gap --quiet
fails 1 logreg demo two-by-two few.csv --target y --feature row --quiet
fails 1 logreg demo simpson few.csv --target y --feature one --group g --quiet
fails 1 logreg demo simpson few.csv --target y --feature g --group one --quiet
fails 1 logreg demo simpson few.csv --target y --feature g --group row --quiet
fails 1 logreg demo simpson few.csv --target y --feature row --group g --quiet
fails 1 logreg demo likelihood rows.csv --target three --feature x
fails 1 logreg demo neuron rows.csv --target y --feature text
fails 1 logreg demo descent rows.csv --target y --feature one
fails 2 logreg demo threshold rows.csv --target y --feature y
fails 1 logreg demo likelihood apart.csv --target y --feature x
fails 2 logreg demo simpson rows.csv --target y --feature x --group x
"$PYTHON" -c 'print("x,y\n" + "0,0\n1,0\n0,1\n1,1\n" * 25001)' >many.csv
fails 1 logreg demo one-feature many.csv --target y --feature x
fails 3 logreg demo odds gone.csv --target y
fails 2 logreg demo odds --plot odds.tiff
fails 3 logreg demo odds --plot gone/odds.gp
program=$(command -v logreg)
fails 3 env PATH= "$program" demo odds --plot odds.png | sed "s|$program|logreg|"
rm -f .out .err
ls
