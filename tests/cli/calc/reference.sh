# Against tests/reference/calc.py; columns are squeezed together.
squeeze() {
    awk '{ $1 = $1; print }'
}
logreg calc --from p -- 1e-200 0.00012345 0.001 0.1 12.5% 0.3 0.499999 0.5000001 62% 0.7310586 0.9 99.8% 0.99 | squeeze
logreg calc --from odds -- 1e-100 0.0001 0.05 0.5 0.999999 1.0000001 2 3.5 19 99 567.8 | squeeze
logreg calc --from logit -- -650 -100.5 -20 -6.90676 -2 -0.1 -1e-9 1e-9 0.69314718 1 3 5.5 6.9 | squeeze
