/* Files that hold rows twice. */
#include "report/suspect.h"
#include "report/suspicions.h"

void logreg__write_twice(logreg__page *page, size_t rows)
{
    logreg__page_format(page, "The last %zu rows are the first %zu again, in the same order.", rows, rows);
}

static void write_twice(logreg__page *piece, const logreg_model *m, const logreg__suspicion *s)
{
    (void)m;
    logreg__write_twice(piece, s->numbers.n_rows);
}

static void advise_twice(logreg__page *piece, const logreg_model *m, size_t n)
{
    (void)m;
    (void)n;
    logreg__page_add(piece,
                     " This fit takes each for a case of its own, so that standard errors are too small. "
                     "If the file was put together twice, remove the second half.");
}

const logreg__suspect_kind logreg__suspect_twice = {LOGREG__SUSPECT_TWICE, " ", write_twice, advise_twice};
