# Lessons on the sigmoid, with the work shown; without it they say nothing else.
lesson() {
    logreg demo "$1" --steps >steps
    cat steps
    echo
    logreg demo "$1" | diff - steps | grep '^<' && echo "WRONG: $1 says otherwise without --steps"
}
lesson sigmoid
lesson inverse
lesson normal
lesson derivative
lesson stable
