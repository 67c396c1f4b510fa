admit
logreg fit admit.csv --target admit --features gre,school --save model.json --quiet >/dev/null
fails 2 logreg evaluate
fails 2 logreg evaluate model.json admit.csv --threshold 1.5
fails 3 logreg evaluate missing.json admit.csv
fails 3 logreg evaluate model.json missing.csv
cut -d , -f 1-4 admit.csv >no_target.csv
fails 1 logreg evaluate model.json no_target.csv
cut -d , -f 2-3,5 admit.csv >no_school.csv
fails 1 logreg evaluate model.json no_school.csv
sed '5s/east/west/; 6s/east/up/' admit.csv >unseen.csv
fails 1 logreg evaluate model.json unseen.csv
sed '4s/yes/maybe/' admit.csv >label.csv
fails 1 logreg evaluate model.json label.csv
sed '2,$s/yes/1/; 2,$s/no$/0/' admit.csv >numbers.csv
fails 1 logreg evaluate model.json numbers.csv
sed '2,$s/,[a-z]*$/,/' admit.csv >empty.csv
fails 1 logreg evaluate model.json empty.csv
printf 'dose,n,killed\n1.7,10,11\n' >more.csv
logreg fit @beetle --target killed --trials n --save beetle.json --quiet >/dev/null
sed 1q "$DATA/beetle.csv" >head
fails 1 logreg evaluate beetle.json more.csv
printf 'dose,killed\n1.7,1\n' >no_trials.csv
fails 1 logreg evaluate beetle.json no_trials.csv
printf 'dose,n,killed\n1.7,2.5,1\n' >half.csv
fails 1 logreg evaluate beetle.json half.csv
printf 'x,w,y\n1,2,0\n2,3,1\n3,2,0\n4,1,1\n' >weighted.csv
logreg fit weighted.csv --weights w --save weighted.json --quiet >/dev/null
fails 1 logreg evaluate weighted.json <<END
x,w,y
1,-2,0
END
fails 1 logreg evaluate weighted.json <<END
x,w,y
1,heavy,0
END
