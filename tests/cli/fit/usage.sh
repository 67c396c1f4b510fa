# Command lines that make no sense.
admit
fails 2 logreg fit admit.csv other.csv
fails 2 logreg fit admit.csv --targt admit
fails 2 logreg fit admit.csv --target
fails 2 logreg fit admit.csv --quiet=yes
fails 2 logreg fit admit.csv --solver neton
fails 2 logreg fit admit.csv --solver zzz
fails 2 logreg fit admit.csv --scaling some
fails 2 logreg fit admit.csv --max-iter 0
fails 2 logreg fit admit.csv --max-iter 1.5
fails 2 logreg fit admit.csv --max-iter -1
fails 2 logreg fit admit.csv --max-iter 99999999999999999999
fails 2 logreg fit admit.csv --max-iter ''
fails 2 logreg fit admit.csv --tol 1e-8x
fails 2 logreg fit admit.csv --tol 0x1p-30
fails 2 logreg fit admit.csv --tol inf
fails 2 logreg fit admit.csv --tol 1,5
fails 2 logreg fit admit.csv --tol 0
fails 2 logreg fit admit.csv --conf-level 95
fails 2 logreg fit admit.csv --threads 0
fails 2 logreg fit admit.csv --threads 5000
fails 2 logreg fit admit.csv --learning-rate 0.1
fails 2 logreg fit admit.csv --momentum 0.9
fails 2 logreg fit admit.csv --nesterov
fails 2 logreg fit admit.csv --solver gd --learning-rate 0
fails 2 logreg fit admit.csv --solver gd --momentum 1
fails 2 logreg fit admit.csv --formula 'admit ~ gre' --target admit
fails 2 logreg fit admit.csv --formula 'admit ~ gre' --features gre
fails 2 logreg fit admit.csv --formula 'admit ~ gre' --exclude gre
fails 2 logreg fit admit.csv --curve gre --no-curve
fails 2 logreg fit admit.csv --curve gre --json
fails 2 logreg fit admit.csv --target admit --features admit
fails 2 logreg fit admit.csv --target admit --exclude admit
fails 2 logreg fit admit.csv --target gre --weights gre
fails 2 logreg fit admit.csv --offset gre --weights gre
fails 2 logreg fit admit.csv --features id,gre,gpa,school,admit
fails 2 logreg fit admit.csv --features id,,gre
fails 2 logreg fit admit.csv --features ''
fails 2 logreg fit admit.csv --features '"id'
fails 2 logreg fit admit.csv --features '"id"x'
fails 2 logreg fit admit.csv --delimiter ,,
fails 2 logreg fit admit.csv --delimiter '"'
fails 2 logreg fit admit.csv --delimiter '§'
fails 2 logreg fit admit.csv --decimal x
