# Notes, and labels that are no names.
printf 'x;y\n1;a\n2;a\n3;b\n4;\n5;NA\n6;a\n' >odd.csv
logreg split odd.csv --target y
echo "exit $?"
cat train.csv
logreg split odd.csv --target y --quiet --test-size 5
printf 'x,y\n1,"a\033[31m"\n2,"\342\200\256b"\n3,"a\033[31m"\n4,"\342\200\256b"\n' >hostile.csv
logreg split hostile.csv --target y --test-size 0.5
printf 'x,y\n1,a\n2\n3,b\n4,a\n' >ragged.csv
logreg split ragged.csv --on-bad-row skip --rejects bad.csv --no-header
cat bad.csv
printf '1,a\n2,b\n3,c\n4,a\n' | logreg split --no-header --target V2 --test-size 1 --quiet
cat train.csv
# A link is followed, and permissions stay.
touch real.csv
chmod 600 real.csv
ln -s real.csv link.csv
logreg split odd.csv --train link.csv --quiet >/dev/null
[ -h link.csv ] && stat -c %a real.csv && wc -l <real.csv
# A header that ends with a delimiter which the rows lack stays as it is in both parts.
printf 'x;y;\n1;no\n2;yes;\n3;no\n4;yes\n5;no\n6;yes\n7;no\n8;yes\n' >ends.csv
logreg split ends.csv --target y --seed 1 && cat train.csv test.csv
sed '1s/;$/;z/' ends.csv >shorter.csv
fails 1 logreg split shorter.csv
