# Lessons on how a fit is found, with the work shown; without it they say nothing else.
lesson() {
    logreg demo "$1" --steps >steps
    cat steps
    echo
    logreg demo "$1" | diff - steps | grep '^<' && echo "WRONG: $1 says otherwise without --steps"
}
lesson one-feature
lesson likelihood
lesson descent
lesson losses
lesson separation
