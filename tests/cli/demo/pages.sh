# No line is wider than a page of 60 columns but commands and what cannot be; nothing but ASCII where the locale has no more; colours are bold heads.
logreg demo | awk 'length > 76 { print "WRONG: a line of the list has " length " columns" }'
for demo in $(logreg demo | sed -n 's/^  \([a-z-]*\) .*/\1/p'); do
    WIDTH=60 on_terminal logreg demo "$demo" --steps --color never >page
    "$PYTHON" -c '
import sys
for n, line in enumerate(open("page", encoding="utf-8"), 1):
    if len(line.rstrip("\n")) > 60 and not line.startswith("  logreg "):
        print(f"{sys.argv[1]}:{n}: {len(line) - 1} columns: {line}", end="")' "$demo"
    logreg demo "$demo" --steps --alt >words
    grep -q '^The picture: ' words || echo "WRONG: $demo has a picture without words"
    grep -n '[│┤└⠀-⣿]' words | sed "s/^/WRONG: $demo draws /"
    LC_ALL=C logreg demo "$demo" --steps >page
    LC_ALL=C grep -n '[^ -~]' page | sed "s/^/$demo:/"
done
LC_ALL=C logreg demo threshold
logreg demo odds-ratio --color always | sed -n '1,6p;/To the class/,$p' | tr '\033' '^'
logreg demo sigmoid --alt
