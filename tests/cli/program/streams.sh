# What could not be written is not a success, for --help and --version too.
for words in "help" "--help" "--version" "help --help"; do
    echo "logreg $words"
    logreg $words >/dev/full
    echo "full: $?"
    logreg $words >&-
    echo "closed: $?"
    "$PYTHON" -c '
import os, subprocess, sys
reader, writer = os.pipe()
os.close(reader)
print("broken pipe:", subprocess.run(sys.argv[1:], stdout=writer).returncode)' logreg $words
done 2>&1
