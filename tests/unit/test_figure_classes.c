/* Figures of more than two classes. */
#include "figured.h"

#include <math.h>

#include <gsl/gsl_cdf.h>

#include <logreg/special.h>

/* Of three classes each has a line, whose area is that of the class against the rest, by the metrics of two; and words. */
static void classes_against_rest(void)
{
    static const char *const kind[] = {"roc", "precision-recall", "calibration", "gain", "lift"};
    fitted f = {.frame = frame_shipped("iris")};
    f.model = fit_frame(f.frame, "species ~ sepal_width + sepal_length", NULL);
    size_t n = logreg_frame_rows(f.frame), species = logreg_frame_find(f.frame, "species");
    gsl_matrix *P = gsl_matrix_alloc(n, 3);
    CU_ASSERT_EQUAL_FATAL(logreg_predict_proba_frame(f.model, f.frame, P, NULL), LOGREG_OK);
    for (size_t i = 0; i < sizeof kind / sizeof *kind; i++) {
        logreg_figure *figure = figure_of(&f, kind[i]);
        size_t lines = 0, labels = 0;
        for (size_t k = 0; k < figure->panel->n; k++) {
            const logreg__item *item = &figure->panel->item[k];
            lines += item->form == LOGREG__LINE && item->look.dash == 0;
            labels += item->form == LOGREG__LABEL && item->look.beside;
        }
        CU_ASSERT_TRUE(lines == 3 && labels == 3);
        for (size_t k = 0; k < 3; k++) {
            double y[150], p[150];
            char told[80];
            for (size_t row = 0; row < n; row++) {
                y[row] =
                    strcmp(logreg_frame_label(f.frame, row, species), logreg_model_class(f.model, k)) == 0;
                p[row] = gsl_matrix_get(P, row, k);
            }
            const logreg_metric *metric = logreg_metric_find(i ? "average_precision" : "auc");
            const logreg_labelled rows = {.n = n, .n_classes = 2, .y = y, .p = p, .threshold = 0.5};
            logreg_measure measure;
            CU_ASSERT_EQUAL_FATAL(logreg_metric_measure(&measure, &metric, 1, &rows, NULL), LOGREG_OK);
            snprintf(told, sizeof told, "%s: %s %.3f.", logreg_model_class(f.model, k),
                     i ? "average precision" : "AUC", measure.value);
            CU_ASSERT_TRUE(i > 1 || strstr(logreg_figure_alt(figure), told));
        }
        logreg_figure_free(figure);
    }
    gsl_matrix_free(P);
    fitted_free(&f);
}

/* The probabilities of three classes at a place of two numbers, by the model's own prediction. */
static void predict_at(double P[3], const logreg_model *model, double width, double length)
{
    logreg_frame *one = NULL;
    gsl_matrix *out = gsl_matrix_alloc(1, 3);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&one, NULL), LOGREG_OK);
    logreg_frame_add_numeric(one, "sepal_width", &width, 1, 1, NULL);
    logreg_frame_add_numeric(one, "sepal_length", &length, 1, 1, NULL);
    CU_ASSERT_EQUAL_FATAL(logreg_predict_proba_frame(model, one, out, NULL), LOGREG_OK);
    for (size_t k = 0; k < 3; k++)
        P[k] = gsl_matrix_get(out, 0, k);
    gsl_matrix_free(out);
    logreg_frame_free(one);
}

static fitted fit_sepals(void)
{
    logreg_options firth = firth_options("firth");
    fitted f = {.frame = frame_shipped("iris")};
    f.model = fit_frame(f.frame, "species ~ sepal_width + sepal_length", &firth);
    return f;
}

/* Cells have the number of their likeliest class and shades by its probability; on lines the two likeliest are as probable as each other; all rows are there. */
static void regions_of_classes(void)
{
    fitted f = fit_sepals();
    logreg_figure *figure = figure_of(&f, "boundary");
    const logreg__panel *panel = figure->panel;
    const logreg__item *image = mark_of(figure, LOGREG__IMAGE);
    size_t dots = 0, names = 0, pieces = 0;
    double P[3];
    CU_ASSERT_PTR_NOT_NULL_FATAL(image);
    CU_ASSERT_STRING_EQUAL(panel->x.label, "sepal_length");
    for (size_t i = 0; i < image->n * image->columns; i += 97) {
        double x = image->corner[0] + ((double)(i % image->columns) + 0.5) *
                                          (image->corner[2] - image->corner[0]) / (double)image->columns,
               y = image->corner[1] + ((double)(i / image->columns) + 0.5) *
                                          (image->corner[3] - image->corner[1]) / (double)image->n;
        predict_at(P, f.model, y, x);
        size_t best = P[1] > P[0] ? 1 : 0;
        best = P[2] > P[best] ? 2 : best;
        CU_ASSERT_TRUE(near_abs(image->value[i], (double)best + 0.98 * (1.5 * P[best] - 0.5), 1e-9));
    }
    for (size_t i = 0; i < panel->n; i++) {
        const logreg__item *item = &panel->item[i];
        dots += item->form == LOGREG__POINTS && item->look.colour >= 0 ? item->n : 0;
        names += item->form == LOGREG__LABEL;
        for (size_t k = 0; item->form == LOGREG__SEGMENTS && k < item->n; k += 7, pieces++) {
            predict_at(P, f.model, item->value[4 * k + 1], item->value[4 * k]);
            double high = fmax(P[0], fmax(P[1], P[2])), low = fmin(P[0], fmin(P[1], P[2]));
            CU_ASSERT_TRUE(near_abs(1 - high - low, high, 0.02)); /* by straight lines within a cell */
        }
    }
    CU_ASSERT_TRUE(dots == 150 && names == 3 && pieces > 10);
    CU_ASSERT_PTR_NOT_NULL(
        strstr(logreg_figure_alt(figure),
               "The likeliest class is setosa in 33%, versicolor in 21%, virginica in 46% of the picture."));
    logreg_figure_free(figure);
    fitted_free(&f);
}

/* A line a class in each panel, at the probabilities that prediction has with the other number at its mean. */
static void effects_of_classes(void)
{
    fitted f = fit_sepals();
    logreg_figure *figure = figure_of(&f, "effects");
    logreg_variable width, length;
    logreg_model_variable(f.model, 0, &width);
    logreg_model_variable(f.model, 1, &length);
    CU_ASSERT_EQUAL_FATAL(figure->n, 2);
    for (size_t i = 0; i < figure->n; i++) {
        size_t lines = 0, names = 0;
        for (size_t k = 0; k < figure->panel[i].n; k++) {
            const logreg__item *item = &figure->panel[i].item[k];
            names += item->form == LOGREG__NAME;
            if (item->form != LOGREG__LINE)
                continue;
            double P[3], x = item->value[2 * 20];
            predict_at(P, f.model, i ? width.mean : x, i ? x : length.mean);
            CU_ASSERT_TRUE(near_abs(item->value[2 * 20 + 1], P[item->look.colour], 1e-9));
            lines++;
        }
        CU_ASSERT_TRUE(lines == 3 && names == 3);
    }
    logreg_figure_free(figure);
    fitted_free(&f);
}

/* Rings are the classes' shares of groups of rows, which add up to 1 at each, with Wilson's intervals. */
static void shares_of_classes(void)
{
    fitted f = fit_sepals();
    logreg_figure *figure = figure_of(&f, "curve");
    double sum[40] = {0};
    size_t groups = 0, bars = 0;
    for (size_t i = 0; i < figure->panel->n; i++) {
        const logreg__item *item = &figure->panel->item[i];
        if (item->form == LOGREG__SEGMENTS)
            for (size_t k = 0; k < item->n; k++, bars++)
                CU_ASSERT_TRUE(item->value[4 * k + 1] < item->value[4 * k + 3]);
        if (item->form != LOGREG__POINTS)
            continue;
        groups = item->n;
        for (size_t k = 0; k < item->n; k++)
            sum[k] += item->value[2 * k + 1];
    }
    CU_ASSERT_TRUE(groups >= 4 && bars == 3 * groups);
    for (size_t k = 0; k < groups; k++)
        CU_ASSERT_TRUE(near_abs(sum[k], 1, 1e-12));
    CU_ASSERT_PTR_NOT_NULL(strstr(logreg_figure_alt(figure), "shares of groups of the 150 rows"));
    logreg_figure_free(figure);
    fitted_free(&f);
}

/* Leverages and distances of three classes are those of the diagnostics, of all classes in a shape of their own. */
static void rows_of_classes(void)
{
    static const char *const kind[] = {"leverage", "influence"};
    fitted f = fit_sepals();
    for (size_t i = 0; i < sizeof kind / sizeof *kind; i++) {
        logreg_figure *figure = figure_of(&f, kind[i]);
        size_t dots[3] = {0};
        for (size_t k = 0; k < figure->panel->n; k++) {
            const logreg__item *item = &figure->panel->item[k];
            if (item->form == LOGREG__POINTS && item->look.colour >= 0)
                dots[item->look.colour] += item->n;
        }
        CU_ASSERT_TRUE(dots[0] == 50 && dots[1] == 50 && dots[2] == 50);
        CU_ASSERT_PTR_NOT_NULL(strstr(logreg_figure_alt(figure),
                                      "Circles are setosa, diamonds versicolor, triangles virginica"));
        CU_ASSERT_PTR_NOT_NULL(
            strstr(logreg_figure_alt(figure), i ? "Line 43 has 0.17, refitted 0.19." : "Line 43 has 0.55."));
        logreg_figure_free(figure);
    }
    fitted_free(&f);
}

/* Residuals of each of three classes: of its rows above, of others below the normal quantile of what its probability leaves, which tells the place by the log-odds. */
static void residuals_of_classes(void)
{
    fitted f = fit_sepals();
    logreg_figure *figure = figure_of(&f, "residuals");
    CU_ASSERT_EQUAL_FATAL(figure->n, 3);
    for (size_t k = 0; k < 3; k++) {
        size_t dots[2] = {0}, lines = 0;
        double sum = 0, square = 0;
        for (size_t i = 0; i < figure->panel[k].n; i++) {
            const logreg__item *item = &figure->panel[k].item[i];
            lines += item->form == LOGREG__LINE && item->n > 2;
            for (size_t j = 0; item->form == LOGREG__POINTS && j < item->n; j++) {
                double y = item->value[2 * j + 1],
                       edge = gsl_cdf_ugaussian_Qinv(logreg_sigmoid(item->value[2 * j]));
                CU_ASSERT_TRUE(item->look.colour == 0 ? y > edge - 1e-9 : y < edge + 1e-9);
                dots[item->look.colour & 1]++;
                sum += y;
                square += y * y;
            }
        }
        CU_ASSERT_TRUE(dots[0] == 50 && dots[1] == 100 && lines == 1);
        CU_ASSERT_TRUE(fabs(sum / 150) < 0.25 && square / 150 > 0.75 && square / 150 < 1.25);
        CU_ASSERT_STRING_EQUAL(figure->panel[k].title, logreg_model_class(f.model, k));
    }
    logreg_figure_free(figure);
    fitted_free(&f);
}

/* More than four classes have a panel each. */
static void panels_of_classes(void)
{
    fitted f = fit_one(FIT_TEN);
    logreg_figure *figure = figure_of(&f, "roc");
    CU_ASSERT_EQUAL(figure->n, 10);
    logreg_figure_free(figure);
    fitted_free(&f);
}

const test_case tests[] = {
    {"each of three classes against the rest", classes_against_rest},
    {"regions of the likeliest class, and where they end", regions_of_classes},
    {"effects of three classes", effects_of_classes},
    {"shares of three classes", shares_of_classes},
    {"single rows of three classes", rows_of_classes},
    {"residuals of three classes", residuals_of_classes},
    {"each of ten classes in a panel", panels_of_classes},
    {NULL, NULL},
};
