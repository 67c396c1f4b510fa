/* A target of numbers, each of which is a class of its own. */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "base/word.h"
#include "formula/token.h"
#include "model/model.h"
#include "report/summary/summary.h"
#include "report/warnings/suspicions.h"
#include "report/warnings/warnings.h"

/* More values of a column of numbers than this are seldom meant as classes. */
#define NUMBERS_AS_CLASSES 5

/* Are the numbers amounts, of which most rows have none: 0 in two fifths of the rows, some others, and far ones among them? Codes and counts lie close. */
static bool mostly_none(double *none, const logreg__number_classes *of)
{
    enum { FEWEST = 4, CLOSE = 3 };
    double value, most = 0, all = 0;
    bool below = false;
    *none = 0;
    for (size_t k = 0; k < of->n; k++) {
        if (!logreg__number_parse(&value, of->label[k], strlen(of->label[k]), '.'))
            return false;
        below = below || value < 0;
        most = fmax(most, value);
        all += of->weight[k];
        *none += value == 0 ? of->weight[k] : 0;
    }
    return of->n >= FEWEST && !below && 5 * *none >= 2 * all && most > CLOSE * (double)of->n;
}

static void write_condition(logreg__page *piece, const char *target, const char *limit)
{
    logreg__text condition = {0};
    logreg__name_quote(&condition, target);
    logreg__text_add(&condition, " > ");
    logreg__text_add(&condition, limit);
    logreg__write_word(piece, &condition);
}

/* "water is 0 in 241 rows: whether there is any asks --target 'water > 0'. " */
static void write_any(logreg__page *piece, const char *target, double none)
{
    logreg__page_name(piece, target, LOGREG__NAME_ROOM);
    logreg__page_add(piece, " is 0 in ");
    logreg__write_count(piece, none, "row", "rows");
    logreg__page_add(piece, ". If the event is that it is more, ask for that, --target ");
    write_condition(piece, target, "0");
    logreg__page_add(piece, ". As it stands ");
}

/* The class above which there are nearest to half of the rows; classes of numbers stand in their order. */
static const char *middle_class(const logreg__number_classes *of)
{
    double all = 0, up_to = 0, nearest = INFINITY;
    size_t middle = 0;
    for (size_t k = 0; k < of->n; k++)
        all += of->weight[k];
    for (size_t k = 0; k + 1 < of->n; k++) {
        up_to += of->weight[k];
        if (fabs(2 * up_to - all) < nearest) {
            nearest = fabs(2 * up_to - all);
            middle = k;
        }
    }
    return of->label[middle];
}

bool logreg__write_number_classes(logreg__page *piece, const logreg__number_classes *of)
{
    double none = 0;
    bool any = mostly_none(&none, of), due = any || of->n > NUMBERS_AS_CLASSES;
    if (!due || !piece)
        return due;
    if (any)
        write_any(piece, of->target, none);
    logreg__page_name(piece, of->target, LOGREG__NAME_ROOM);
    logreg__page_format(
        piece,
        " is a column of numbers, and each of its %zu values is fitted as a class of its own, "
        "whatever their order. If classes are meant, --categorical ",
        of->n);
    logreg__text name = {0};
    logreg__text_add_item(&name, of->target);
    logreg__write_word(piece, &name);
    logreg__page_add(piece, " says so. ");
    if (!any) {
        logreg__page_add(piece, "If an event is meant, a value above some limit, ask for that, --target ");
        write_condition(piece, of->target, middle_class(of));
        logreg__page_add(piece, ". ");
    }
    logreg__page_add(piece, "To tell one value from another, choose their rows with --where.");
    return true;
}

bool logreg__warn_many_classes(logreg__page *piece, const logreg_model *model)
{
    const logreg__number_classes of = {.target = logreg__target_name(model),
                                       .n = model->n_classes,
                                       .label = model->class_label,
                                       .weight = model->class_weight};
    return model->numeric_target && !model->plain &&
           !logreg__suspect_write(NULL, model, &logreg__suspect_trials) &&
           logreg__write_number_classes(piece, &of);
}
