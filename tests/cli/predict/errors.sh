admit
logreg fit admit.csv --target admit --features gre,school --save model.json --quiet >/dev/null
fails 2 logreg predict
fails 2 logreg predict model.json admit.csv more.csv
fails 2 logreg predict model.json admit.csv --append --json
fails 2 logreg predict model.json admit.csv --apend
fails 3 logreg predict missing.json admit.csv
fails 3 logreg predict model.json missing.csv
fails 1 logreg predict /dev/null admit.csv
fails 1 logreg predict admit.csv admit.csv
head -n 2 model.json >half.json
fails 1 logreg predict half.json admit.csv
cut -d , -f 1,3-5 admit.csv >no_gre.csv
fails 1 logreg predict model.json no_gre.csv
cut -d , -f 1-3 admit.csv >no_school.csv
fails 1 logreg predict model.json no_school.csv
sed 's/north/west/; s/^7,\(.*\)west/7,\1up/' admit.csv >unseen.csv
fails 1 logreg predict model.json unseen.csv
sed '2,$s/^\([0-9]*\),[0-9]*,/\1,high,/' admit.csv >text.csv
fails 1 logreg predict model.json text.csv
sed '1s/id/probability/' admit.csv >taken.csv
fails 1 logreg predict model.json taken.csv --append
sed '1s/id/class/' admit.csv >taken.csv
fails 1 logreg predict model.json taken.csv --append
logreg predict model.json admit.csv >/dev/full
echo "full: $?"
fails 2 logreg predict model.json admit.csv --at gre=500,school=east
fails 2 logreg predict model.json --at gre
fails 2 logreg predict model.json --at gre=500,gre=600,school=east
fails 1 logreg predict model.json --at gre=500
fails 1 logreg predict model.json --at gre=500,scool=east
fails 1 logreg predict model.json --at gre=high,school=east
fails 1 logreg predict model.json --at gre=500,school=west
fails 2 logreg predict model.json --at gre=500,school=east --interval 1
sed '1s/id/low/' admit.csv >taken.csv
fails 1 logreg predict model.json taken.csv --append --interval 0.9
logreg fit @iris --features sepal_length --save iris.json --quiet >/dev/null
fails 2 logreg predict iris.json @iris --interval 0.9
# numbers that want mending: what mends them is named, never --categorical, which the model has decided
{ echo gre; for i in $(seq 40); do echo $((500 + i * 37 % 300)); done; } >gre.csv
{ echo gre,y; for i in $(seq 40); do echo "$((500 + i * 37 % 300)),$((i * i % 7 % 2))"; done; } >fitted.csv
logreg fit fitted.csv --save gre.json --quiet >/dev/null
for cells in '3s/$/ pts/;8s/$/ pts/' '2,$s/$/ pts/' '5s/.*/n.d./' '4s/.*/<&/;9s/.*/n.d./'; do
    sed "$cells" gre.csv >odd.csv
    fails 1 logreg predict gre.json odd.csv
    cut -d, -f2 fitted.csv | paste -d, odd.csv - >odd_y.csv
    fails 1 logreg evaluate gre.json odd_y.csv
done
sed '2,$s/$/ pts/' gre.csv >odd.csv
eval "$(logreg predict gre.json odd.csv 2>&1 | grep -o 'perl.*')" >mended.csv
cmp mended.csv gre.csv
