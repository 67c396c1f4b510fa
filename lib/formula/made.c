#include "formula/made.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/text.h"
#include "base/word.h"
#include "data/place.h"
#include "formula/operation.h"
#include "formula/texts.h"

size_t logreg__made_width(const logreg__made *made)
{
    return made->basis.kind ? made->basis.width : 1;
}

bool logreg__made_is_condition(const logreg__made *made)
{
    return !made->basis.kind && logreg__expression_is_condition(made->input);
}

/* Lists the columns of a row that the expression reads: "a = -1, b = 2". */
static void list_values(char *list, size_t size, const logreg__bound *bound, size_t place)
{
    *list = '\0';
    for (size_t i = 0; i < bound->expression->n; i++) {
        const logreg__column *c = bound->column[i];
        size_t used = strlen(list);
        bool again = false;
        for (size_t j = 0; j < i; j++)
            again |= bound->column[j] == c;
        char number[LOGREG__NUMBER_SIZE];
        if (c && !again && c->kind == LOGREG_NUMERIC)
            snprintf(list + used, size - used, "%s'%.40s' is %s", used ? " and " : "", c->name,
                     logreg__cell_is_missing(c, place)
                         ? "missing"
                         : logreg__number_shortest(number, logreg__column_number(c, place)));
    }
}

/* What else to take than the logarithm of a column that is 0 or less in a row: ": use log1p(x), or leave such rows out, --where 'x > 0'". "": it is another
 * expression. */
static void write_way(logreg__text *way, const logreg__bound *bound, const char *text)
{
    const logreg__expression *e = bound->expression;
    const char *call = e->n == 2 && e->node[1].operation ? e->node[1].operation->name : "", *inner;
    size_t n = strlen(call), length = strlen(text);
    if (strncmp(call, "log", 3) != 0 || strcmp(call, "log1p") == 0 || !bound->column[0] ||
        strncmp(text, call, n) != 0 || text[n] != '(' || length < n + 3)
        return;
    logreg__text condition = {0};
    bool negative = false;
    inner = text + n + 1;
    length -= n + 2;
    for (size_t i = 0; i < bound->frame->n_rows; i++)
        negative = negative || logreg__column_number(bound->column[0], i) < 0;
    if (!negative) {
        logreg__text_add(way, ": use log1p(");
        logreg__text_add_bytes(way, inner, length);
        logreg__text_add(way, "), the logarithm of 1 more, or leave such rows out, --where ");
    } else {
        logreg__text_add(way, ": leave such rows out, --where ");
    }
    logreg__text_add_bytes(&condition, inner, length);
    logreg__text_add(&condition, " > 0");
    logreg__text_add_word(way, condition.start ? condition.start : "");
    way->failed = way->failed || condition.failed;
    free(condition.start);
}

/* fitted: the rows are those of a fit, which may be others; those of a prediction are what they are. */
static logreg_status not_finite(double value, const logreg__bound *bound, const char *text, size_t place,
                                bool fitted, logreg_error *err)
{
    char list[200];
    logreg__text way = {0};
    list_values(list, sizeof list, bound, place);
    if (fitted)
        write_way(&way, bound, text);
    bool condition = logreg__expression_is_condition(bound->expression);
    const char *what = isnan(value) ? condition ? "neither TRUE nor FALSE" : "not a number"
                       : value > 0  ? "infinite"
                                    : "minus infinite";
    logreg_status status =
        way.failed ? logreg__fail_memory(err)
                   : logreg__fail_at(err, bound->frame, place, NULL, "'%.200s' is %s where %s%.400s", text,
                                     what, list, way.start ? way.start : "");
    free(way.start);
    return status;
}

/* Evaluates in all kept rows; out: room for them, or NULL. */
static logreg_status evaluate(double *out, const logreg__bound *bound, const char *text,
                              const logreg__rows *rows, logreg_error *err)
{
    size_t place[LOGREG__BLOCK_ROWS];
    double *work = logreg__new_raw(bound->depth + 1, LOGREG__BLOCK_ROWS * sizeof *work);
    logreg_status status = work ? LOGREG_OK : logreg__fail_memory(err);
    for (size_t first = 0; !status && first < rows->n; first += LOGREG__BLOCK_ROWS) {
        size_t left = rows->n - first, count = left < LOGREG__BLOCK_ROWS ? left : LOGREG__BLOCK_ROWS;
        double *value = out ? out + first : work + bound->depth * LOGREG__BLOCK_ROWS;
        logreg__rows_list(rows, first, count, place);
        logreg__bound_values(value, bound, place, count, work);
        for (size_t r = 0; r < count && !status; r++)
            if (!isfinite(value[r]))
                status = not_finite(value[r], bound, text, place[r], out != NULL, err);
    }
    free(work);
    return status;
}

logreg_status logreg__made_check(const logreg__bound *bound, const char *text, const logreg__rows *rows,
                                 logreg_error *err)
{
    return evaluate(NULL, bound, text, rows, err);
}

/* What is the same in all rows tells nothing. */
static logreg_status check_parted(const double *x, size_t n, const logreg__made *made,
                                  const logreg_frame *frame, logreg_error *err)
{
    logreg__text why = {0};
    size_t met = 0;
    for (size_t i = 0; i < n; i++)
        met += x[i] != 0;
    if (met > 0 && met < n)
        return LOGREG_OK;
    logreg_status status =
        logreg__texts_note(&why, made->input, frame)
            ? logreg__fail(err, LOGREG_EDATA,
                           "'%.200s' is %s in each of the %zu rows used: leave it out%s%.400s", made->text,
                           met ? "TRUE" : "FALSE", n, why.length ? "; " : "", why.length ? why.start : "")
            : logreg__fail_memory(err);
    free(why.start);
    return status;
}

logreg_status logreg__made_fit(logreg__made *made, const logreg_frame *frame, const logreg__rows *rows,
                               logreg_error *err)
{
    logreg__bound *bound = NULL;
    if (logreg__made_is_condition(made) && rows->whole)
        rows = rows->whole; /* a part of them may well be all alike */
    double *x = logreg__new_raw(rows->n, sizeof *x);
    logreg_status status = x ? logreg__bound_new(&bound, made->input, frame, err) : logreg__fail_memory(err);
    if (!status)
        status = evaluate(x, bound, made->text, rows, err);
    if (!status && made->basis.kind)
        status = logreg__basis_fit(&made->basis, x, rows->n, made->text, err);
    if (!status && logreg__made_is_condition(made))
        status = check_parted(x, rows->n, made, frame, err);
    logreg__bound_free(bound);
    free(x);
    return status;
}
