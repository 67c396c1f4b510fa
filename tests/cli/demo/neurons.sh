# Lessons on neurons, with the work shown; without it they say nothing else.
lesson() {
    logreg demo "$1" --steps >steps
    cat steps
    echo
    logreg demo "$1" | diff - steps | grep '^<' && echo "WRONG: $1 says otherwise without --steps"
}
lesson activations
lesson neuron
lesson vanishing
lesson softmax
