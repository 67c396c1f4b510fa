# Labels that a statistics package had for some values and not for others: what is left as a number may stand for no answer. Numbers that are none of those that people choose are answers.
labelled() {
    awk -v OFS=, -v codes="$1" 'BEGIN {
        n = split(codes, code, ",")
        split("WORK,HEALTH,FAMILY", source, ",")
        print "ok,age,source"
        for (i = 0; i < 80; i++)
            print (i * i % 7 > 2 ? "YES" : "NO"), 20 + i * 37 % 41, i % 5 == 2 ? code[1 + i % n] : source[1 + i % 3] }' >labels.csv
    logreg doctor labels.csv --target ok | sed -n '/disguise/,/^  ! [^M]/p' | sed '/^  ! [^M]/d'
    echo "$1"
}
labelled 8.0,9.0
labelled 98,99
labelled 0,98,99
labelled 7,8
labelled 3,5
labelled 1,9
labelled 7,8,9,97
labelled 8.0,9.0 >again
logreg fit labels.csv --target ok --quiet --no-curve --na-values source=8.0,source=9.0 --json | grep -E '"n_(obs|dropped)"'
