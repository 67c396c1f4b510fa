/* Columns that were left out as combinations of others. */
#include <math.h>

#include "model/model.h"
#include "model/suspicions/suspicion.h"
#include "report/page/figure.h"
#include "report/page/labels.h"
#include "report/summary/summary.h"
#include "report/warnings/warnings.h"

/* Terms of a combination that are worth reading; JSON has them all. */
#define TERMS_LISTED 4

/* "a + 2 × b − c": labels of n columns and multipliers that are whole but for rounding. */
static void write_combination(logreg__page *piece, char *const *label, const double *multiplier, size_t n)
{
    if (n == 0)
        logreg__page_add(piece, "0");
    for (size_t i = 0; i < n; i++) {
        bool negative = multiplier[i] < 0;
        double size = fabs(multiplier[i]);
        char text[LOGREG__FIGURE_SIZE];
        if (i)
            logreg__page_format(piece, " %s ", negative ? piece->sign->minus : "+");
        else
            logreg__page_add(piece, negative ? piece->sign->minus : "");
        if (fabs(size - 1) > 1e-6)
            logreg__page_format(piece, "%s %s ", logreg__figure_plain(text, size, 5, piece->sign),
                                piece->sign->times);
        logreg__page_add(piece, label[i]);
    }
}

static void write_fixed(logreg__page *piece, double value, const logreg_model *model)
{
    char text[LOGREG__FIGURE_SIZE];
    logreg__page_format(piece, "%s in all %zu rows used", logreg__figure_plain(text, value, 9, piece->sign),
                        logreg_model_rows_used(model));
}

/* The columns left out that are listed, and the names of each and of those it is made of. */
typedef struct {
    size_t column[LOGREG__LISTED], found, fixed; /* fixed: that have one value */
    const char *name[LOGREG__LISTED * (1 + TERMS_LISTED)];
    size_t n, first[LOGREG__LISTED]; /* names; where those of each begin */
} aliases;

/* Is it left out, and not told of as said by another column? */
static bool is_unexplained(const logreg_model *model, size_t j)
{
    return logreg_model_coefficient_status(model, 1, j) == LOGREG_COEF_ALIASED &&
           !logreg__alias_is_decided(model, j);
}

/* Is a column made of these alone the same in all rows? */
static bool is_fixed(size_t n, const char *const *name)
{
    return n == 1 && strcmp(name[0], "(Intercept)") == 0;
}

static void find_aliases(aliases *a, const logreg_model *model)
{
    *a = (aliases){0};
    for (size_t j = 0; j < logreg_model_coefficients(model); j++) {
        const char *const *name;
        const double *multiplier;
        if (!is_unexplained(model, j))
            continue;
        size_t n = logreg_model_alias(model, j, &name, &multiplier);
        a->fixed += is_fixed(n, name);
        if (a->found++ >= LOGREG__LISTED)
            continue;
        a->column[a->found - 1] = j;
        a->first[a->found - 1] = a->n;
        a->name[a->n++] = logreg_model_coefficient_name(model, j);
        for (size_t i = 0; n <= TERMS_LISTED && i < n; i++)
            a->name[a->n++] = name[i];
    }
}

/* "c = a + b; d = a; e = 7 in all 80 rows used": under labels that a reader can tell apart. Whether one is constant. */
static bool write_aliases(logreg__page *piece, const logreg_model *model, const aliases *a)
{
    bool constant = false;
    int room = logreg__labels_room(piece, a->name, a->n, LOGREG__NAME_ROOM, piece->width / 2);
    char **label = logreg__labels_new(piece, a->name, a->n, room);
    piece->text.failed = piece->text.failed || !label;
    for (size_t i = 0; label && i < a->found && i < LOGREG__LISTED; i++) {
        const char *const *name;
        const double *multiplier;
        size_t n = logreg_model_alias(model, a->column[i], &name, &multiplier);
        logreg__page_format(piece, a->fixed == a->found ? "%s%s is " : "%s%s = ", i ? "; " : "",
                            label[a->first[i]]);
        if (n > TERMS_LISTED)
            logreg__page_format(piece, "a combination of %zu columns", n);
        else if (is_fixed(n, name))
            write_fixed(piece, *multiplier, model);
        else
            write_combination(piece, label + a->first[i] + 1, multiplier, n);
        constant = constant || n == 0;
    }
    logreg__labels_free(label, a->n);
    return constant;
}

bool logreg__aliases_told(const logreg_model *model)
{
    size_t j = 0, p = logreg_model_coefficients(model);
    while (j < p && !is_unexplained(model, j))
        j++;
    return j == p;
}

/* Where all are told of as said by another column: which they are. */
static void write_explained(logreg__page *piece, const logreg_model *model)
{
    size_t n = 0;
    logreg__page_add(piece, "Left out, of what is said twice: ");
    for (size_t j = 0; j < logreg_model_coefficients(model); j++) {
        if (logreg_model_coefficient_status(model, 1, j) != LOGREG_COEF_ALIASED || n++ >= LOGREG__LISTED)
            continue;
        logreg__page_add(piece, n > 1 ? ", " : "");
        logreg__page_name(piece, logreg_model_coefficient_name(model, j), LOGREG__NAME_ROOM);
    }
    logreg__write_more(piece, n);
    logreg__page_add(piece, ".");
}

bool logreg__warn_aliased(logreg__page *piece, const logreg_model *model)
{
    aliases a;
    if (!piece)
        return logreg_model_rank(model) < logreg_model_coefficients(model);
    find_aliases(&a, model);
    if (!a.found) {
        write_explained(piece, model);
        return true;
    }
    bool fixed = a.fixed == a.found;
    if (!fixed)
        logreg__page_add(
            piece, model->strata
                       ? "Left out, since within strata they are combinations of columns before them (0: the "
                         "same in all rows of a stratum): "
                       : "Left out as combinations of columns before them: ");
    bool constant = write_aliases(piece, model, &a);
    logreg__write_more(piece, a.found);
    if (model->strata && constant)
        logreg__page_add(
            piece, ". What is the same within strata cancels out: only its products with what differs can "
                   "be fitted");
    logreg__page_add(piece, fixed           ? ". What has one value explains nothing, and is left out."
                            : model->strata ? ". The fit is the same whichever of them are left out."
                                            : ". Probabilities are the same whichever of them are left out.");
    return a.found > 0;
}
