# Every command of datasets/README.md runs and fits its data set: target, classes, rows, observations, deviance.
"$PYTHON" "$TESTS/fit/datasets.py"
