# One logit by gretl's batch program.
script=$(mktemp)
trap 'rm -f "$script"' EXIT
printf 'open "%s" --quiet\nlist X = dataset\nX -= y\nlogit y const X\n' "$1" >"$script"
gretlcli -b "$script" >/dev/null
