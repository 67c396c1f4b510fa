#include "formula/textual.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "data/day.h"
#include "data/day_number.h"
#include "formula/operation.h"

/* The last day of a year parts it from the next where years up to it are asked for, its first day otherwise. */
static bool day_of_year(char day[LOGREG__NUMBER_SIZE], double year, const char *operation, bool left)
{
    if (!(year >= 1000 && year <= 9999 && year == floor(year)))
        return false;
    bool above = strcmp(operation, ">") == 0 || strcmp(operation, "<=") == 0,
         below = strcmp(operation, "<") == 0 || strcmp(operation, ">=") == 0;
    snprintf(day, LOGREG__NUMBER_SIZE, "%.0f-%s", year, (left ? above : below) ? "12-31" : "01-01");
    return above || below;
}

/* ", and compare with 2191, which is 2020-12-31", of the date or the year that the column is compared with. */
static void write_bound(logreg__text *text, const logreg__expression *e, const logreg__node *operation,
                        const logreg_frame *frame, const logreg__column *column, bool left)
{
    const logreg__node *other = &e->node[left ? operation->right : operation->left];
    char year[LOGREG__NUMBER_SIZE], number[LOGREG__NUMBER_SIZE];
    double days;
    const char *day = other->kind == LOGREG__NODE_STRING ? other->text : NULL;
    if (other->kind == LOGREG__NODE_NUMBER &&
        day_of_year(year, other->number, operation->operation->name, left))
        day = year;
    if (!day || !logreg__day_number_of(&days, frame, (size_t)(column - frame->column), day))
        return;
    logreg__text_add(text, ", and compare with ");
    logreg__text_add(text, logreg__number_shortest(number, days));
    logreg__text_add(text, ", which is ");
    logreg__text_add(text, day);
}

/* ": make days since the first of it, perl .."; nothing where the file has no command for that. False: memory is out. */
static bool write_days(logreg__text *text, const logreg__expression *e, const logreg__node *operation,
                       const logreg_frame *frame, const logreg__column *column, bool left)
{
    logreg__text statements = {0};
    char *command = NULL;
    logreg__day_numbers kind =
        logreg__day_numbers_statement(&statements, frame, (size_t)(column - frame->column));
    bool ok = !statements.failed && (!kind || logreg__frame_mend(&command, frame, statements.start, NULL));
    if (command) {
        logreg__text_add(text, ": turn them into ");
        logreg__text_add(text, logreg__day_numbers_gives[kind]);
        logreg__text_add(text, ", ");
        logreg__text_add(text, command);
        if (kind == LOGREG__DAY_NUMBERS && operation->operation->fix == LOGREG__INFIX)
            write_bound(text, e, operation, frame, column, left);
    }
    free(command);
    free(statements.start);
    return ok;
}

logreg_status logreg__textual_fail(const logreg__expression *expression, const logreg__node *operation,
                                   const logreg_frame *frame, const logreg__column *column, bool left,
                                   logreg_error *err)
{
    const char *name = operation->operation->name;
    bool dates = logreg__count_dates(column->levels, column->n_levels);
    logreg__text more = {0};
    logreg__text_add(&more, "");
    if (column->doubt) {
        logreg__text_add(&more, ": ");
        logreg__text_add(&more, column->doubt);
    } else if (dates && !write_days(&more, expression, operation, frame, column, left)) {
        more.failed = true;
    }
    size_t n = more.length;
    char *advice = logreg__text_take(&more);
    if (!advice)
        return logreg__fail_memory(err);
    if (column->doubt && n + strlen(column->name) + 80 > LOGREG_MESSAGE_SIZE)
        logreg__fail(err, LOGREG_EDATA, "%s", column->doubt);
    else
        logreg__fail(err, LOGREG_EDATA, "column '%.80s' holds %s, and '%s' needs numbers%s", column->name,
                     dates && !column->doubt ? "dates" : "text", name, advice);
    free(advice);
    return LOGREG_EDATA;
}
