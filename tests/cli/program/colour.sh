# Colours on terminals only, and only where they are welcome.
count() {
    printf '%s: ' "$1"
    shift
    "$@" | grep -c "$(printf '\033')" || :
}
count pipe logreg help help
count always logreg help help --color=always
count terminal on_terminal logreg help help
count never on_terminal logreg help help --color=never
NO_COLOR=1
export NO_COLOR
count NO_COLOR on_terminal logreg help help
count NO_COLOR-always on_terminal logreg help help --color always
NO_COLOR=
count NO_COLOR-empty on_terminal logreg help help
TERM=dumb
count dumb on_terminal logreg help
