# Help comes from the tables: every door to it shows the same.
logreg help >overview && cat overview
logreg --help | cmp - overview
logreg -h | cmp - overview
logreg help help >help && cat help
logreg help --help | cmp - help
logreg help -h | cmp - help
logreg help --color=never --help | cmp - help
