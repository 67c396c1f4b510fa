#include "report/summary/method.h"

#include <math.h>

#include "model/estimate/penalised.h"
#include "report/page/figure.h"
#include "report/summary/shrinkage.h"
#include "report/summary/summary.h"

void logreg__write_method(logreg__page *piece, const logreg_model *model)
{
    char text[LOGREG__FIGURE_SIZE];
    logreg__page_format(piece, "%s, ", logreg_model_solver(model));
    logreg__write_count(piece, (double)logreg_model_iterations(model), "iteration", "iterations");
    bool separated = logreg_model_separation(model) != LOGREG_SEPARATION_NONE;
    logreg__page_add(piece, separated ? ": separated, no finite maximum"
                            : logreg_model_stopped_early(model)
                                ? ": stopped early, since rows held out gained no more"
                            : logreg__model_near(model)     ? ": near the maximum"
                            : logreg_model_converged(model) ? ": converged"
                                                            : ": NOT converged");
    double norm = logreg_model_score_norm(model), far = logreg_model_newton_decrement(model);
    if (model->approximate && !separated && isfinite(far)) {
        logreg__page_format(piece, ", about %s %s from it", logreg__figure_plain(text, far, 2, piece->sign),
                            logreg__penalty_shrinks(model->penalty) ? "posterior standard deviations"
                                                                    : "standard errors");
        return;
    }
    if (logreg__penalty_shrinks(model->penalty))
        logreg__write_violation(piece, model);
    else if (!isnan(norm))
        logreg__page_format(piece, ", max |score| %s", logreg__figure_plain(text, norm, 2, piece->sign));
}

void logreg__write_held_out(logreg__page *piece, const logreg_model *model)
{
    char text[LOGREG__FIGURE_SIZE];
    if (!logreg_model_held_out(model))
        return;
    logreg__page_format(piece, "log loss %s of ",
                        logreg__figure_digits(text, logreg_model_held_out_loss(model), 4, piece->sign));
    logreg__write_count(piece, (double)logreg_model_held_out(model), "row", "rows");
    logreg__page_format(piece, ", a share of %s%s",
                        logreg__figure_plain(text, model->held_out_share, 4, piece->sign),
                        logreg_model_grouped(model) ? "" : " of each class");
}

const char *logreg__method_of(const logreg_model *model)
{
    switch ((logreg__penalty)model->penalty) {
    case LOGREG__PENALTY_FIRTH:
        return "Firth's penalised likelihood";
    case LOGREG__PENALTY_FLIC:
        return "Firth's penalised likelihood, intercept corrected (FLIC)";
    case LOGREG__PENALTY_FLAC:
        return "Firth's penalised likelihood, added covariate (FLAC)";
    case LOGREG__PENALTY_L2:
        return "l2 penalty (ridge)";
    case LOGREG__PENALTY_L1:
        return "l1 penalty (lasso)";
    case LOGREG__PENALTY_ELASTICNET:
        return "elastic net penalty";
    default:
        return model->strata                          ? "exact maximum likelihood"
               : logreg_model_sampling_weights(model) ? "weighted by sampling"
               : logreg_model_class_weighted(model)   ? "weighted by class"
                                                      : "maximum likelihood";
    }
}

void logreg__write_penalty(logreg__page *piece, const logreg_model *model)
{
    if (logreg__penalty_shrinks(model->penalty)) {
        logreg__write_shrinkage(piece, model);
        return;
    }
    logreg__page_add(piece, "half the log determinant of the information (Jeffreys' prior)");
    if (model->penalty == LOGREG__PENALTY_FLIC)
        logreg__page_add(
            piece, model->k == 1
                       ? "; then the intercept is moved until the mean prediction is the share of events"
                       : "; then intercepts are moved until mean predictions are the shares of classes");
    if (model->penalty == LOGREG__PENALTY_FLAC)
        logreg__page_add(
            piece,
            "; then maximum likelihood with pseudo-rows that its leverages weigh, told apart by a column");
}
