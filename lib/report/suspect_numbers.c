/* Numbers that are no amounts: dates, IDs, codes. */
#include "model/model.h"
#include "report/figure.h"
#include "report/suspect.h"
#include "report/summary.h"

static void write_date(logreg__page *piece, const logreg_model *m, const logreg__suspicion *s)
{
    char first[LOGREG__FIGURE_SIZE];
    (void)m;
    logreg__page_name(piece, s->column, LOGREG__NAME_ROOM);
    logreg__page_format(piece, logreg__calendar_says[s->calendar],
                        logreg__figure_plain(first, s->numbers.low, 13, piece->sign));
}

static void advise_dates(logreg__page *piece, const logreg_model *m, size_t n)
{
    (void)n;
    logreg__page_add(
        piece,
        m->dates_command
            ? ". If time matters, the command that follows makes months or hours of such numbers; if not, "
            : ". If time matters, make a number of it, such as days or years since the first; if not, ");
    logreg__suspect_columns(piece, "--exclude ", m, LOGREG__SUSPECT_DATE);
    logreg__page_add(piece, " leaves it out.");
    piece->command = m->dates_command;
}

static void advise_ids(logreg__page *piece, const logreg_model *m, size_t n)
{
    logreg__page_format(piece,
                        " seem%s only to number the rows, or groups of them, and go%s in as %s. If so, ",
                        n == 1 ? "s" : "", n == 1 ? "es" : "", n == 1 ? "a number" : "numbers");
    logreg__suspect_columns(piece, "--exclude ", m, LOGREG__SUSPECT_ID);
    logreg__page_format(piece, " leaves %s out; if not, --features that name %s keep this away.",
                        n == 1 ? "it" : "them", n == 1 ? "it" : "them");
}

static void advise_codes(logreg__page *piece, const logreg_model *m, size_t n)
{
    logreg__page_format(
        piece,
        " hold%s numbers under a name that stands for kinds, or with zeros in front, and go%s in as %s. If "
        "they are names of kinds, ",
        n == 1 ? "s" : "", n == 1 ? "es" : "", n == 1 ? "a number" : "numbers");
    logreg__suspect_columns(piece, "--categorical ", m, LOGREG__SUSPECT_CODES);
    logreg__page_format(piece, " gives each a coefficient; if not, --features that name %s keep this away.",
                        n == 1 ? "it" : "them");
}

const logreg__suspect_kind logreg__suspect_dates = {LOGREG__SUSPECT_DATE, "; ", write_date, advise_dates};
const logreg__suspect_kind logreg__suspect_ids = {LOGREG__SUSPECT_ID, ", ", logreg__suspect_name, advise_ids};
const logreg__suspect_kind logreg__suspect_codes = {LOGREG__SUSPECT_CODES, ", ", logreg__suspect_name,
                                                    advise_codes};
