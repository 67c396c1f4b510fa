# The rows that a coefficient speaks of: with contrasts that are not against a reference, the geometric mean over the levels (of the
# two slopes within levels, which the next fit tells); within levels, where a product has all of them; where nothing is simple, nothing.
words() { logreg fit "$@" --explain --no-curve --quiet | sed -n '/^The intercept/,/^$/p;/^In words/,/An odds/p'; }
words @budworm --trials moths --formula 'dead ~ C(sex, sum)*log2_dose'
words @budworm --trials moths --formula 'dead ~ sex/log2_dose'
words @budworm --trials moths --formula 'dead ~ sex:log2_dose' --unit log2_dose=2
words @titanic --formula 'survived ~ C(class, helmert)*sex*age'
words @titanic --formula 'survived ~ sex/age'
words @budworm --trials moths --formula 'dead ~ poly(log2_dose, 2)*sex'
words @mtcars --formula 'vs ~ mpg + C(am):C(gear):mpg'
