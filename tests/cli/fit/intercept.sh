# What an intercept means: the odds where every number is 0 and every factor at its reference, or, where columns are not 0 there, where they are.
sentence() { logreg fit "$@" --explain --no-curve --quiet | sed -n '/ntercept is the log/,/^$/p;/^  (Intercept):/,/^  [^ (]/{/^  [^ (]/!p}'; }
for right in 'mpg + C(gear)' 'mpg + I(hp^2)' 'I(hp * mpg)' 'I(hp + 1)' 'log(hp)' 'exp(drat)' 'scale(mpg) + C(gear)' 'C(gear, sum)' 'ordered(gear)' \
             'bs(mpg)' 'C(am):C(gear)' 'mpg + offset(log(hp))' 'log(mpg) + offset(log(hp))' '1 + offset(hp)'; do
    echo "$right"
    sentence @mtcars --formula "vs ~ $right"
done
sentence @iris --formula 'species ~ scale(sepal_width)'
sentence @titanic --formula 'survived ~ 1'
# what a double cannot hold is no infinity, which means separated
logreg fit @mtcars --formula 'vs ~ I(hp / 1e6) + wt' --no-curve --quiet | sed -n '/^Coefficients/,/^$/p'
logreg fit @mtcars --formula 'vs ~ I(hp / 1e6) + wt' --explain --no-curve --quiet | sed -n '/^  I(hp/,/%\.$/p'
# a model without variables, and one of the offset alone
logreg fit @mtcars --formula 'am ~ 1' --effects --no-curve --quiet | sed -n '/^Effects/,$p'
logreg fit @mtcars --formula 'am ~ wt - 1 + offset(mpg / 10)' --no-curve --quiet | sed -n '/null model/p'
