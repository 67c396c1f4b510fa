# Every option that takes a value says so where it gets an empty one, before anything is read; one whose value may be left out names those there are.
: >walked
for command in $(logreg help | sed -n 's/^  \([a-z][a-z-]*\)  .*/\1/p'); do
    logreg help "$command" | sed -n 's/^  --\([A-Za-z][A-Za-z0-9-]*\)\(\[=[^ ]*\]\)\{0,1\}\( [^ ].*\)\{0,1\}$/\1 \2\3/p' |
        while read -r option argument; do
            [ -n "$argument" ] || continue
            grep -qx -e "--$option" walked && continue # a table that commands share
            logreg "$command" "--$option=" none.csv >.out 2>.err
            code=$?
            if [ $code -ne 2 ] || [ -s .out ] || ! grep -q -e "^logreg $command: --$option needs a value: --$option " -e "^logreg $command: --$option: '' is none of" .err; then
                echo "WRONG: $command --$option=: exit code $code"
                cat .err
            fi
            echo "--$option" >>walked
        done
done
[ "$(wc -l <walked)" -ge 110 ] || echo "WRONG: only $(wc -l <walked) options"
fails 2 logreg fit --trace ''
fails 2 logreg path @iris --or-formula ''
fails 2 logreg plot m.json -o ''
fails 2 logreg fit --csv=
fails 2 logreg fit @titanic --target survived --reference sex=
fails 2 logreg fit @titanic --target survived --reference =male
fails 1 logreg fit @titanic --target survived --reference sax=male
fails 2 logreg fit @titanic --target survived --impute x
fails 2 logreg fit @titanic --target survived --class-weight =2
fails 2 logreg fit @titanic --target survived --hypothesis 0.5
fails 2 logreg fit @challenger --target distress --exact=x
fails 1 logreg path @challenger --formula 'distress ~ temperature' --or-formula 'distress'
logreg fit @challenger --features temperature --save c.json --quiet >fit.txt
fails 1 logreg effects c.json @challenger --of x
