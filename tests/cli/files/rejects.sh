# Broken rows: an error, or left out, told and kept as they are; mended and added they make the whole table.
cat >whole.csv <<'END'
x,name,y
1,a,no
2,"b, c",yes
3,d,no
4,"e ""f""",yes
5,g,yes
6,h,no
7,i,yes
END
sed -e 's/^3,d,no/3,d/' -e 's/^4,"e ""f"""/4,"e "f"/' whole.csv >bad.csv
fails 1 logreg fit bad.csv --features x
fails 2 logreg fit bad.csv --features x --rejects out.csv
fails 2 logreg fit bad.csv --features x --on-bad-row skip --rejects ./bad.csv
fails 3 logreg fit bad.csv --features x --on-bad-row skip --rejects none/out.csv
fails 3 logreg fit bad.csv --features x --on-bad-row skip --rejects /dev/full
logreg fit bad.csv --target y --features x --on-bad-row skip --rejects rejects.csv --json 2>&1 >/dev/null
logreg fit bad.csv --target y --features x --on-bad-row skip --quiet --json 2>&1 >/dev/null
cat rejects.csv
sed -e 's/^3,d/3,d,no/' -e 's/^4,"e "f"/4,"e ""f"""/' rejects.csv | tail -n +2 >mended.csv
logreg fit bad.csv --target y --features x --on-bad-row skip --rejects rejects.csv --quiet --no-curve >/dev/null
awk 'NR != 4 && NR != 5' bad.csv | cat - mended.csv >all.csv
logreg fit all.csv --target y --features x --json --quiet | grep -o '"n_rows": [0-9]*'
logreg fit whole.csv --target y --features x --on-bad-row skip --rejects none.csv --quiet --no-curve >/dev/null
cat none.csv
