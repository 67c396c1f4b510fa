# Draws follow the seed, and nothing else does.
for demo in normal one-feature vanishing; do
    logreg demo $demo >first
    logreg demo $demo --seed 1 | cmp first - && logreg demo $demo --seed 2 | cmp -s first - && echo "WRONG: $demo draws the same by another seed"
done
logreg demo sigmoid >first
logreg demo sigmoid --seed 2 | cmp first -
logreg demo normal --seed 2 --steps | grep -v '[│┤└]'
