#include "report/calibration.h"

#include <string.h>

#include "report/page/figure.h"
#include "report/summary/summary.h"
#include "report/json/values.h"

/* "log-odds times 0.93, plus 0.02" */
static void write_line(logreg__page *piece, const logreg_calibrator *c)
{
    char text[LOGREG__FIGURE_SIZE];
    double b = logreg_calibrator_intercept(c);
    logreg__page_format(piece, " times %s",
                        logreg__figure_digits(text, logreg_calibrator_slope(c), 4, piece->sign));
    logreg__page_format(piece, ", %s %s", b < 0 ? "less" : "plus",
                        logreg__figure_digits(text, b < 0 ? -b : b, 4, piece->sign));
}

static void write_map(logreg__page *piece, const logreg_model *model, size_t i)
{
    const logreg_calibrator *c = logreg_model_calibrator(model, i);
    const double *score, *p;
    if (strcmp(logreg_calibrator_method(c), "platt") == 0) {
        write_line(piece, c);
        return;
    }
    size_t corners = logreg_calibrator_corners(&score, &p, c), steps = 1;
    for (size_t k = 1; k < corners; k++)
        steps += p[k] > p[k - 1];
    logreg__page_add(piece, " by ");
    logreg__write_count(piece, (double)steps, "rising step", "rising steps");
}

void logreg__write_calibration(logreg__page *piece, const logreg_model *model)
{
    char text[LOGREG__FIGURE_SIZE];
    logreg_model_calibration x = logreg_model_calibrated(model);
    if (!x.method)
        return;
    logreg__page_add(piece, strcmp(x.method, "platt") == 0 ? "Platt's sigmoid" : "isotonic");
    logreg__page_format(piece, ", learned on rows held out in %zu folds", x.folds);
    if (x.group) {
        logreg__page_add(piece, " by ");
        logreg__page_name(piece, x.group, LOGREG__NAME_ROOM);
    }
    for (size_t i = 0; i < x.n_calibrators; i++) {
        logreg__page_add(piece, i ? "; " : ": ");
        if (x.n_calibrators > 1)
            logreg__page_name(piece, logreg_model_class(model, i), LOGREG__NAME_ROOM);
        logreg__page_add(piece, x.n_calibrators > 1 ? " score" : "log-odds");
        write_map(piece, model, i);
    }
    logreg__page_format(piece, ". Log loss of these rows %s before",
                        logreg__figure_digits(text, x.log_loss, 4, piece->sign));
    logreg__page_format(
        piece,
        ", %s after. Calibrated are predictions and the curve; coefficients and the rest are before that",
        logreg__figure_digits(text, x.calibrated_log_loss, 4, piece->sign));
}

static json_t *numbers(const double *list, size_t n)
{
    json_t *array = json_array();
    for (size_t i = 0; i < n; i++)
        logreg__json_append(&array, logreg__json_real(list[i]));
    return array;
}

static json_t *losses(double log_loss, double brier)
{
    json_t *object = json_object();
    logreg__json_set(&object, "log_loss", logreg__json_real(log_loss));
    logreg__json_set(&object, "brier", logreg__json_real(brier));
    return object;
}

static json_t *one(const logreg_model *model, const logreg_calibrator *c, size_t of_class)
{
    const double *score, *p;
    size_t n = logreg_calibrator_corners(&score, &p, c);
    json_t *object = json_object();
    logreg__json_set(&object, "class", logreg__json_name(logreg_model_class(model, of_class)));
    if (n) {
        logreg__json_set(&object, "scores", numbers(score, n));
        logreg__json_set(&object, "probabilities", numbers(p, n));
    } else {
        logreg__json_set(&object, "slope", logreg__json_real(logreg_calibrator_slope(c)));
        logreg__json_set(&object, "intercept", logreg__json_real(logreg_calibrator_intercept(c)));
    }
    return object;
}

json_t *logreg__calibration_json(const logreg_model *model)
{
    logreg_model_calibration x = logreg_model_calibrated(model);
    json_t *object = json_object(), *list = json_array();
    for (size_t i = 0; i < x.n_calibrators; i++)
        logreg__json_append(&list,
                            one(model, logreg_model_calibrator(model, i), x.n_calibrators == 1 ? 1 : i));
    logreg__json_set(&object, "method", json_string(x.method));
    logreg__json_set(&object, "folds", logreg__json_count((double)x.folds));
    logreg__json_set(&object, "group", logreg__json_name(x.group));
    logreg__json_set(&object, "before", losses(x.log_loss, x.brier));
    logreg__json_set(&object, "after", losses(x.calibrated_log_loss, x.calibrated_brier));
    logreg__json_set(&object, "calibrators", list);
    return object;
}
