# The three scales from each of them, in the middle and at the ends.
logreg calc 0 0.000001 0.25 0.5 0.8 80% 25% 100% 1
echo
logreg calc --from odds 0 0.3333333 1 4 1e10 -0
echo
logreg calc --from=logit -40 -1.5 -- -.5 0 2 40
