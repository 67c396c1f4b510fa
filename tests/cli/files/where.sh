# --where and --reference, with a fit by R's glm on the rows that are left (see tests/reference/files.R).
cat >d.csv <<'END'
age,sex,dose,a=b,y
17,male,1,1,no
20,male,2,2,yes
21,female,,3,no
35,male,4,1,no
40,,1,2,yes
44,female,3,3,yes
50,male,2,1,yes
18,female,5,2,no
61,male,5,3,no
33,female,1,1,yes
29,male,,2,no
52,female,4,3,no
END
rows() { logreg fit d.csv --target y --features age --no-curve --json "$@" 2>&1 | grep -oE '.*note.*|"n_(rows|dropped|excluded)": [0-9]*|"estimate": .{9}'; }
rows --where 'age > 18'
rows --where 'age > 18 & sex == "male"' --quiet
rows --where '!(sex != "male") | age + dose * 10 >= 60' --quiet
rows --where 'is.na(dose) | is.na(sex) | age < 30' --quiet
rows --where '`a=b` == 2 || dose/2 < 1' --quiet
logreg fit d.csv --target y --features age,sex --reference sex=male --no-curve --quiet --json --save m.json | grep -o '"name":[^,]*'
logreg predict m.json d.csv --quiet >one.csv
logreg fit d.csv --target y --features age,sex --no-curve --quiet --save f.json | sed -n '/sex/p'
logreg predict f.json d.csv --quiet >two.csv
paste -d, one.csv two.csv | awk -F, 'NR > 1 && ($1 - $3) ^ 2 > 1e-20 { print "WRONG", $0 }'
logreg show m.json | grep -E 'sex|male'
logreg fit d.csv --target y --features age,sex --where 'age > 18' --no-curve --quiet | sed -n 1,4p
logreg fit d.csv --target y --features 'age,a=b' --categorical 'a=b' --reference 'a=b=3' --no-curve --quiet --json | grep -o '"name":[^,]*'
logreg fit d.csv --target y --features age --reference y=yes --no-curve --quiet --json | grep '"positive"'
for condition in 'age > 100' 'age >' 'agee > 1' 'age = 3' 'sex > 3' 'sex == 3' 'age == "x"' '"a"' 'lg(age) > 1'; do
    fails 1 logreg fit d.csv --target y --features age --where "$condition"
done
fails 2 logreg fit d.csv --target y --features age --where ''
fails 2 logreg fit d.csv --target y --features age --reference sex
fails 1 logreg fit d.csv --target y --features age --reference sx=male
fails 1 logreg fit d.csv --target y --features age,sex --reference sex=mail
fails 1 logreg fit d.csv --target y --features age,sex --reference sex=x
fails 1 logreg fit d.csv --target y --features age --reference age=20
# Quotes that the shell took, and words of other languages.
for where in 'sex==male' 'sex !=  male' 'age <= male' 'age > 30 and age < 60' 'age > 30 OR age < 20' 'sex %in% "male"' 'age in 30'; do
    fails 1 logreg fit d.csv --target y --features age --where "$where"
done
fails 1 logreg fit @vaso --reference constricted=1
fails 1 logreg fit @vaso --target constricted --reference constricted=0
fails 1 logreg fit @vaso --reference volume=1
