/* Files that hold rows twice. */
#include "model/model.h"
#include "report/summary/summary.h"
#include "report/warnings/suspect.h"
#include "report/warnings/suspicions.h"

#include <string.h>

void logreg__write_twice(logreg__page *page, size_t rows)
{
    logreg__page_format(page, "The last %zu rows are the first %zu again, in the same order.", rows, rows);
}

void logreg__write_repeats(logreg__page *page, size_t rows, const char *but, size_t line, size_t row)
{
    logreg__page_format(page,
                        rows == 1 ? "%zu row repeats an earlier one in every column"
                                  : "%zu rows repeat earlier ones in every column",
                        rows);
    if (but) {
        logreg__page_add(page, " but ");
        logreg__page_name(page, but, LOGREG__NAME_ROOM);
    }
    logreg__page_format(page, rows == 1 ? "; it is %s %zu." : "; the first is %s %zu.", line ? "line" : "row",
                        line ? line : row);
}

void logreg__write_remove(logreg__page *page, bool command)
{
    logreg__page_add(page, command ? "the command that follows prints the file without them" : "remove them");
}

static void write_twice(logreg__page *piece, const logreg_model *m, const logreg__suspicion *s)
{
    bool numbered = strcmp(s->column, m->target) != 0;
    if (s->twice.row)
        logreg__write_repeats(piece, s->twice.rows, numbered ? s->column : NULL, s->twice.line, s->twice.row);
    else
        logreg__write_twice(piece, s->twice.rows);
}

/* Are they told one by one? */
static bool are_some(const logreg_model *m)
{
    bool some = false;
    for (size_t i = 0; i < m->n_suspicions; i++)
        some = some || (m->suspicion[i].kind == LOGREG__SUSPECT_TWICE && m->suspicion[i].twice.row);
    return some;
}

static void advise_twice(logreg__page *piece, const logreg_model *m, size_t n)
{
    (void)n;
    if (!are_some(m)) {
        logreg__page_add(piece, " This fit takes each for a case of its own, so that standard errors are too "
                                "small. If the file was put together twice, remove the second half.");
        return;
    }
    logreg__page_add(piece,
                     " This fit takes each for a case of its own. If they were entered or joined twice, "
                     "standard errors are too small");
    logreg__page_add(piece, m->repeats_command ? ", and " : ": ");
    logreg__write_remove(piece, m->repeats_command);
    logreg__page_add(piece, m->repeats_command ? ":" : ".");
    piece->command = m->repeats_command;
}

const logreg__suspect_kind logreg__suspect_twice = {LOGREG__SUSPECT_TWICE, " ", write_twice, advise_twice};
