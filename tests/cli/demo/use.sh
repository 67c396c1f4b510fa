# Lessons on what fits are good for, with the work shown; without it they say nothing else.
lesson() {
    logreg demo "$1" --steps >steps
    cat steps
    echo
    logreg demo "$1" | diff - steps | grep '^<' && echo "WRONG: $1 says otherwise without --steps"
}
lesson challenger
lesson threshold
