# Names, levels and file names that would make gnuplot run a command, if they reached it as they are.
"$PYTHON" "$TESTS/hostile_plots.py"
