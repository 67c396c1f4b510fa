# How a file is written, in words and in JSON.
show() {
    logreg doctor "$@" | sed '/^$/q' | sed '/Target/d;/^$/d'
    logreg doctor "$@" --json | "$PYTHON" -c 'import json, sys; print(json.load(sys.stdin)["dialect"])'
}
printf 'a,y\n1.5,0\n2,1\n' >plain.csv
show plain.csv
printf '\357\273\277a;b;y\r\n1,5;"x";0\r\n2;z;1\r\n' >windows.csv
show windows.csv --decimal ,
printf '1|0\r2|1\n' | gzip >packed.csv
show packed.csv --no-header
printf 'caf\351\ty\n1\t0\n2\t1\n' >latin.csv
show latin.csv --encoding latin1
printf 'a:y\n1:0\n2:1\n' | logreg doctor - --delimiter : | sed -n 1,2p
