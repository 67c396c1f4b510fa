fails 2 logreg halp
fails 2 logreg zzzzzz
fails 2 logreg --colour
fails 2 logreg -v
fails 2 logreg "$(printf 'a\033[31mb')"
fails 2 logreg help hepl
fails 2 logreg help zzzzzz
fails 2 logreg help help help
fails 2 logreg help --colr
fails 2 logreg help --col=always
fails 2 logreg help --zzzzzz
fails 2 logreg help -x
fails 2 logreg help --color
fails 2 logreg help --color=sometimes
fails 2 logreg help --color=alwys
fails 2 logreg help --help=yes
fails 2 logreg help -- --help
