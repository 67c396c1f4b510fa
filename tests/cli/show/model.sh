# A saved model is told as the fit told it, without the time that it took and without rows to draw.
admit
plain() { sed -e '/^  Time/d' -e '/"seconds"/d' "$1"; }
for options in 'admit.csv --features gre,school --target admit' '@iris' '@beetle --target killed --trials n' \
    '@titanic --target survived --features sex,class'; do
    echo "$options"
    logreg fit $options --quiet --save model.json --no-curve >fitted
    fit=$?
    logreg show model.json --no-curve >shown
    [ $? = $fit ] || echo "WRONG: another exit code than the fit's $fit"
    plain fitted >a
    plain shown | cmp a - && echo same text
    logreg fit $options --quiet --conf-level 0.8 --json >fitted
    logreg show model.json --json --conf-level 0.8 >shown
    plain fitted >a
    plain shown | cmp a - && echo same JSON
done
logreg show model.json | tail -n 8
# The exit code of separated classes is told again.
printf 'x,y\n1,0\n2,0\n3,1\n4,1\n' >apart.csv
logreg fit apart.csv --save model.json --quiet >/dev/null
logreg show model.json >/dev/null
echo "exit $?"
