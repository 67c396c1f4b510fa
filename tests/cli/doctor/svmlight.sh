# Sparse rows: how full they are, and what speaks against a fit to them.
cp "$TESTS/../reference/data/sparse_two.svm" two.svm
logreg doctor two.svm
printf '1 qid:1 1:0.01 2:5000 5:1 9:1\n0 qid:1 1:0.01 2:300 9:1\n1 qid:1 1:0.02 2:400 9:1\n0 qid:1 1:0.01 2:300 9:1\n0 qid:2 1:0.03 2:350 9:1\n1 qid:2 1:0.01 2:650 9:1\n' >odd.svm
logreg doctor odd.svm
logreg doctor odd.svm --where 'qid < 2' --json
printf '0.5 1:1\n1.5 2:1\n2.5 3:1\n' >targets.svm
logreg doctor targets.svm | head -n 3
printf '1 2:1 1:1\n' >descending.svm
fails 1 logreg doctor descending.svm
