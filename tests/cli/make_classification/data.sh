# A seed stands for the same data everywhere, for good.
logreg make-classification --n-samples 4 --n-features 4
echo
logreg make-classification --n-samples 4 --n-features 4 --seed 1
echo
logreg make-classification --n-samples 3 --coefficients 0.5,-1,2 --seed 18446744073709551615
echo
logreg make-classification --n-samples 6 --n-features 6 --n-informative 2 --n-redundant 1 --n-repeated 2 \
    --n-classes 3 --n-clusters-per-class 1 --no-shuffle --no-hypercube --class-sep 5 --flip-y 0 --shift random \
    --scale 1,2,3,4,5,6
