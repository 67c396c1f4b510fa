/* Columns that were left out as combinations of others. */
#include <math.h>

#include "model/model.h"
#include "report/page/figure.h"
#include "report/summary/summary.h"
#include "report/warnings/warnings.h"

/* Terms of a combination that are worth reading; JSON has them all. */
#define TERMS_LISTED 4

/* "a + 2 × b − c": names and multipliers that are whole but for rounding. */
static void write_combination(logreg__page *piece, const char *const *name, const double *multiplier,
                              size_t n)
{
    if (n == 0)
        logreg__page_add(piece, "0");
    if (n > TERMS_LISTED) {
        logreg__page_format(piece, "a combination of %zu columns", n);
        return;
    }
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
        logreg__page_name(piece, name[i], LOGREG__NAME_ROOM);
    }
}

bool logreg__warn_aliased(logreg__page *piece, const logreg_model *model)
{
    size_t found = 0, p = logreg_model_coefficients(model);
    bool constant = false;
    if (!piece)
        return logreg_model_rank(model) < p;
    logreg__page_add(
        piece, model->strata
                   ? "Left out, since within strata they are combinations of columns before them (0: the "
                     "same in all rows of a stratum): "
                   : "Left out as combinations of columns before them: ");
    for (size_t j = 0; j < p; j++) {
        const char *const *name;
        const double *multiplier;
        size_t n = logreg_model_alias(model, j, &name, &multiplier);
        bool left_out = logreg_model_coefficient_status(model, 1, j) == LOGREG_COEF_ALIASED;
        if (!left_out || found++ >= LOGREG__LISTED)
            continue;
        logreg__page_add(piece, found > 1 ? "; " : "");
        logreg__page_name(piece, logreg_model_coefficient_name(model, j), LOGREG__NAME_ROOM);
        logreg__page_add(piece, " = ");
        write_combination(piece, name, multiplier, n);
        constant = constant || n == 0;
    }
    logreg__write_more(piece, found);
    if (model->strata && constant)
        logreg__page_add(
            piece, ". What is the same within strata cancels out: only its products with what differs can "
                   "be fitted");
    logreg__page_add(piece, model->strata ? ". The fit is the same whichever of them are left out."
                                          : ". Probabilities are the same whichever of them are left out.");
    return found > 0;
}
