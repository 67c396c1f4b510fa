# Colours on a terminal only; a terminal's width is filled.
count() {
    "$@" | grep -c "$(printf '\033')" | sed 's/^[1-9][0-9]*$/some/'
}
count logreg fit @challenger --quiet
count logreg fit @challenger --quiet --color=always
count on_terminal logreg fit @challenger --quiet
count on_terminal logreg fit @challenger --quiet --color=never
logreg fit @challenger --quiet --color=always | sed "s/$(printf '\033')\[[0-9;]*m//g; /^  Time/d" >stripped
logreg fit @challenger --quiet | sed '/^  Time/d' | cmp - stripped
