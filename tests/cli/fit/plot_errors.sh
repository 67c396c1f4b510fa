# Pictures that cannot be drawn or written: nothing is printed, and what was there stays.
admit
fails 2 logreg fit admit.csv --features gre --plot fit
fails 2 logreg fit admit.csv --features gre --alt
fails 2 logreg fit admit.csv --features gre --alt --json --plot fit.gp
fails 2 logreg fit admit.csv --features gre --alt --csv --plot fit.gp
fails 2 logreg fit admit.csv --features gre --plot fit.jpg
fails 2 logreg fit admit.csv --features gre --plot .png
fails 1 logreg fit admit.csv --formula 'admit ~ 1' --plot fit.png
fails 3 logreg fit admit.csv --features gre --plot missing/fit.png

echo "--- no gnuplot"
program=$(command -v logreg)
fails 3 env PATH= "$program" fit admit.csv --features gre --plot fit.png | sed "s|$program|logreg|"
PATH= "$program" fit admit.csv --features gre --quiet --target admit --plot fit.gp | head -n 1
ls
mkdir gnuplot
fails 3 env PATH=.: "$program" fit admit.csv --features gre --plot fit.png | sed "s|$program|logreg|"

echo "--- what is not a file is not replaced"
mkfifo pipe.png
fails 3 logreg fit admit.csv --features gre --plot pipe.png
ln -s /dev/full full.png
fails 3 logreg fit admit.csv --features gre --plot full.png
[ -p pipe.png ] && [ -h full.png ] && echo both are there

echo "--- a link is followed"
echo old >target
ln -s target link.png
logreg fit admit.csv --features gre --target admit --quiet --plot link.png >/dev/null
[ -h link.png ] && "$PYTHON" "$TESTS/picture.py" target

echo "--- a disk without room"
echo old >old.png
trap '' XFSZ
ulimit -f 80
fails 3 logreg fit admit.csv --features gre --target admit --quiet --plot old.png
cat old.png
ls
