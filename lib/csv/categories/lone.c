/* An outcome of which one class alone is written: X, 1 or "yes" in some cells, nothing in the others. A fit would leave all of those out, and
 * find one class. */
#include "csv/mending/command.h"
#include "csv/categories/surplus.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "data/answers.h"

/* The one value of a column of numbers, to *value; false: it has none, or more. */
static bool one_number(double *value, const logreg__column *c, size_t rows)
{
    *value = (double)NAN;
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(c, i);
        if (isnan(*value))
            *value = x;
        else if (!isnan(x) && x != *value)
            return false;
    }
    return !isnan(*value);
}

static bool denies(const char *answer)
{
    static const char *const other[] = {"yes", "positive", "pass", "dead"};
    bool no = false;
    for (size_t k = 0; k < sizeof other / sizeof *other; k++)
        no = no || logreg__answer_denies(answer, other[k]);
    return no;
}

/* The sentence for whoever takes column j for an outcome. number: its value, if it is one of numbers. */
static char *compose(const logreg_frame *frame, size_t j, double number, const logreg__csv *csv)
{
    const logreg__column *c = &frame->column[j];
    char sentence[LOGREG_MESSAGE_SIZE], command[LOGREG__COMMAND], rows[LOGREG__PATTERN + 200],
        pattern[LOGREG__PATTERN], write[LOGREG__SHOWN + 40] = "", value[LOGREG_NUMBER_SIZE],
                                                        name[LOGREG__SHOWN], shown[LOGREG__SHOWN];
    const char *text = isnan(number) ? *c->levels : value;
    size_t row = 0, field = j + c->n_left_out;
    bool no = isnan(number) ? denies(text) : number == 0;
    logreg_number_text(value, number);
    while (logreg__cell_is_missing(c, row))
        row++;
    logreg__show(shown, text, strlen(text));
    bool unknown = c->has_empty && c->n_na; /* NA beside empty cells is no answer */
    const char *rest = unknown ? "[\"\\s]*?" : ".*?";
    if (!isnan(number))
        snprintf(rows, sizeof rows, "/\\d/ || s/^%s(?=\\r?$)/%d/ for $F[%zu]", rest, no, field);
    else
        snprintf(rows, sizeof rows, "s/^[\"\\s]*%s[\"\\s]*?(?=\\r?$)/%d/ || s/^%s(?=\\r?$)/%d/ for $F[%zu]",
                 logreg__cell_pattern(pattern, shown), !no, rest, no, field);
    if (isnan(number))
        snprintf(write, sizeof write, ", and %d for '%s'", !no, shown);
    *command = '\0';
    if (strlen(text) < LOGREG__SHOWN) /* else the pattern is not the whole */
        logreg__cells_command(command, &(logreg__cells){.rows = rows, .least = field + 1}, csv);
    snprintf(
        sentence, sizeof sentence,
        "%s:%zu:%zu '%s': '%s' is all that stands here, and in %zu of %zu rows %s, so that the "
        "target has one class. If empty stands for the other, write %d there%s%s%s%s; if not, name another "
        "with --target",
        csv->file, logreg__frame_line(frame, row), field + 1, logreg__show(name, c->name, strlen(c->name)),
        shown, c->n_missing, frame->n_rows, unknown ? "nothing or NA does" : "nothing does", no, write,
        unknown ? " (NA stays, for unknown)" : "", *command ? ", " : "", command);
    return logreg__copy(sentence);
}

logreg_status logreg__lone_check(logreg_frame *frame, const logreg__csv *csv)
{
    for (size_t j = 0; j < frame->n_columns; j++) {
        logreg__column *c = &frame->column[j];
        bool category = c->kind == LOGREG_CATEGORY;
        double number = (double)NAN;
        if (c->surplus || !c->n_missing || c->n_missing == frame->n_rows ||
            !(category ? c->n_levels == 1 : one_number(&number, c, frame->n_rows)))
            continue;
        c->surplus = compose(frame, j, number, csv);
        if (!c->surplus)
            return logreg__fail_memory(csv->err);
    }
    return LOGREG_OK;
}
