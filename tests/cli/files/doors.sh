# Files that are no plain files, to read from and to write to.
"$PYTHON" - >d.csv <<'END'
print("x,y")
for i in range(300):
    print(i % 17, "yes" if i * i % 7 < 3 else "no", sep=",")
END
rows() { logreg fit "$@" --no-curve --quiet --json | grep -o '"n_rows": [0-9]*'; }
mkfifo pipe
cat d.csv >pipe &
rows pipe
{ head -n 100 d.csv; sleep 0.2; tail -n +101 d.csv; } | rows -
gzip -c d.csv | rows -
gzip -c d.csv >d.gz
rows - <d.gz
zstd -qc d.csv >d.zst && rows d.zst
mkdir folder
fails 3 logreg fit folder
head -c 100 d.gz >cut.gz
fails 3 logreg fit cut.gz
wait
# a link stays a link; what is no regular file stays what it is
ln -s real.json link.json
echo old >real.json
logreg fit d.csv --no-curve --quiet --save link.json >/dev/null
[ -L link.json ] && grep -c schema real.json
for target in folder /dev/null /dev/full pipe; do
    fails 3 logreg fit d.csv --no-curve --quiet --save "$target"
done
[ -c /dev/null ] && [ -p pipe ] && echo untouched
ls
