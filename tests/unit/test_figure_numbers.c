/* Numbers behind the pictures. */
#include "figured.h"
#include "../reference/roc_band.h"

#include <math.h>
#include <stdlib.h>

#include "figures/kinds/contour.h"
#include "figures/kinds/roc_band.h"
#include "figures/kinds/smooth.h"
#include "figures/setting/layout.h"

/* The height that a band's edge, column 1 or 2, has at x, the least or the largest of those that stand over each other. */
static double edge(const logreg__item *band, int column, double x, bool least)
{
    double found = least ? INFINITY : -INFINITY;
    for (size_t i = 0; i + 1 < band->n; i++) {
        const double *p = band->value + 3 * i, *q = p + 3;
        if (x < p[0] || x > q[0])
            continue;
        double share = q[0] > p[0] ? (x - p[0]) / (q[0] - p[0]) : 0,
               here = p[column] + share * (q[column] - p[column]);
        found = least ? fmin(found, here) : fmax(found, here);
    }
    return found;
}

/* Between its corners too the curve stays within the band, with scores all over and with few that many rows share. */
static void roc_band(void)
{
    static const int which[] = {FIT_CHALLENGER, FIT_UCB};
    for (size_t k = 0; k < sizeof which / sizeof *which; k++) {
        fitted f = fit_one(which[k]);
        logreg_figure *figure = figure_of(&f, "roc");
        const logreg__item *band = mark_of(figure, LOGREG__BAND), *curve = NULL;
        for (size_t i = 0; i < figure->panel->n; i++)
            if (figure->panel->item[i].form == LOGREG__LINE && figure->panel->item[i].look.colour == 0)
                curve = &figure->panel->item[i];
        CU_ASSERT_PTR_NOT_NULL_FATAL(band);
        CU_ASSERT_PTR_NOT_NULL_FATAL(curve);
        for (int column = 0; column < 3; column++)
            CU_ASSERT_EQUAL(band->value[3 * (band->n - 1) + (size_t)column], 1);
        for (size_t i = 0; i + 1 < curve->n; i++)
            for (int s = 0; s <= 10; s++) {
                const double *p = curve->value + 2 * i, x = p[0] + s / 10.0 * (p[2] - p[0]),
                             y = p[1] + s / 10.0 * (p[3] - p[1]);
                CU_ASSERT_TRUE(edge(band, 1, x, true) <= y + 1e-12);
                CU_ASSERT_TRUE(edge(band, 2, x, false) >= y - 1e-12);
            }
        logreg_figure_free(figure);
        fitted_free(&f);
    }
}

/* The limits of an ROC curve at a rate where it does not rise straight up. */
static bool limits_at(double *low, double *high, const logreg__roc *curve, double rate, double level)
{
    size_t k = 0;
    while (k + 2 < curve->n && curve->fpr[k + 1] <= rate)
        k++;
    double wide = curve->fpr[k + 1] - curve->fpr[k];
    return logreg__roc_limits(low, high, curve, k, wide > 0 ? (rate - curve->fpr[k]) / wide : 0, level);
}

/* The limits that R finds row by row; and about what pROC finds by resampling. */
static void roc_limits(void)
{
    static const double part[] = {0, 0.3};
    for (size_t i = 0; i < sizeof roc_band_cases / sizeof *roc_band_cases; i++) {
        const logreg__roc curve = {roc_band_cases[i].fpr, roc_band_cases[i].tpr, roc_band_cases[i].n,
                                   roc_band_cases[i].others, roc_band_cases[i].events};
        double low, high, level = roc_band_cases[i].level;
        for (size_t k = 0; k + 1 < curve.n; k++)
            for (int j = 0; j < 2; j++) {
                CU_ASSERT_TRUE_FATAL(logreg__roc_limits(&low, &high, &curve, k, part[j], level));
                CU_ASSERT_TRUE(near_abs(low, roc_band_cases[i].low[j][k], 1e-12));
                CU_ASSERT_TRUE(near_abs(high, roc_band_cases[i].high[j][k], 1e-12));
            }
        for (int tenth = 1; tenth < 10; tenth++) {
            const double *resampled = roc_band_cases[i].resampled + 2 * (tenth - 1);
            CU_ASSERT_TRUE_FATAL(limits_at(&low, &high, &curve, tenth / 10.0, level));
            CU_ASSERT_TRUE(near_abs(low, resampled[0], 0.05));
            CU_ASSERT_TRUE(near_abs(high, resampled[1], 0.05));
        }
    }
}

/* A level's rings and bars: shares of its rows, and Wilson's intervals by their formula (J. Amer. Statist. Assoc. 22, 1927). */
static void curves_by_level(void)
{
    logreg_frame *moths = frame_shipped("budworm");
    logreg_options grouped = logreg_options_default();
    grouped.trials = "moths";
    logreg_model *model = fit_frame(moths, "dead ~ log2_dose + sex", &grouped);
    logreg_figure_options o = logreg_figure_options_default();
    o.by = "sex";
    logreg_figure *figure = NULL;
    const logreg_figure_source source = {.model = model, .frame = moths};
    CU_ASSERT_EQUAL_FATAL(logreg_figure_build(&figure, "curve", &source, &o, NULL), LOGREG_OK);
    size_t seen = 0;
    for (size_t i = 0; i < figure->panel->n; i++) {
        const logreg__item *item = &figure->panel->item[i];
        if (item->form != LOGREG__POINTS && item->form != LOGREG__SEGMENTS)
            continue;
        for (size_t k = 0; k < item->n; k++) {
            const double *at = item->value + k * item->columns, z2 = 1.959963984540054 * 1.959963984540054;
            size_t dose = (size_t)lround(at[0]), row = dose + (item->look.colour == 0 ? 6 : 0);
            double n = logreg_frame_number(moths, row, 2), p = logreg_frame_number(moths, row, 3) / n;
            double middle = (p + z2 / (2 * n)) / (1 + z2 / n),
                   half = sqrt(z2 * (p * (1 - p) / n + z2 / (4 * n * n))) / (1 + z2 / n);
            CU_ASSERT_STRING_EQUAL(logreg_frame_label(moths, row, 0), item->look.colour ? "male" : "female");
            bool ring = item->form == LOGREG__POINTS;
            CU_ASSERT_TRUE(near_abs(at[1], ring ? p : middle - half, 1e-9));
            CU_ASSERT_TRUE(near_abs(at[item->columns - 1], ring ? p : middle + half, 1e-9));
            seen++;
        }
    }
    CU_ASSERT_EQUAL(seen, 24);
    logreg_figure_free(figure);
    logreg_model_free(model);
    logreg_frame_free(moths);
}

/* Each row is a dot of its level's colour, on its outcome's side; names and words tell levels that are numbers, and where others stand. */
static void rows_by_level(void)
{
    logreg_frame *cars = frame_shipped("mtcars");
    logreg_model *model = fit_frame(cars, "vs ~ mpg + wt + C(am)", NULL);
    logreg_figure_options o = logreg_figure_options_default();
    o.feature = "mpg";
    o.by = "am";
    logreg_figure *figure = NULL;
    const logreg_figure_source source = {.model = model, .frame = cars};
    CU_ASSERT_EQUAL_FATAL(logreg_figure_build(&figure, "curve", &source, &o, NULL), LOGREG_OK);
    size_t count[2][2] = {{0}}, vs = logreg_frame_find(cars, "vs"), am = logreg_frame_find(cars, "am");
    for (size_t i = 0; i < figure->panel->n; i++) {
        const logreg__item *item = &figure->panel->item[i];
        for (size_t k = 0; item->form == LOGREG__POINTS && !item->look.hollow && k < item->n; k++)
            count[item->look.colour & 1][item->value[2 * k + 1] > 0.5]++;
        CU_ASSERT_TRUE(item->form != LOGREG__NAME || strncmp(item->text, "am = ", 5) == 0);
    }
    for (size_t row = 0; row < logreg_frame_rows(cars); row++)
        count[(int)logreg_frame_number(cars, row, am)][(int)logreg_frame_number(cars, row, vs)]--;
    for (int i = 0; i < 4; i++)
        CU_ASSERT_EQUAL(count[i / 2][i % 2], 0);
    CU_ASSERT_PTR_NOT_NULL(strstr(logreg_figure_alt(figure), "the 32 rows"));
    CU_ASSERT_PTR_NOT_NULL(strstr(logreg_figure_alt(figure), "With wt at its mean of 3.217."));
    CU_ASSERT_PTR_NULL(strstr(logreg_figure_alt(figure), "am at"));
    logreg_figure_free(figure);
    logreg_model_free(model);
    logreg_frame_free(cars);
}

/* No label of a tick lies on the next one, by letters of average width, and all levels have a point or are told to have none. */
static void levels_have_room(void)
{
    static const struct {
        int levels;
        const char *word, *told;
    } one[] = {{2, "", NULL},
               {4, "", NULL},
               {4, "region-", NULL},
               {12, "region-", NULL},
               {15, "r", "first 12 of 15"}};
    for (size_t k = 0; k < sizeof one / sizeof *one; k++) {
        logreg_frame *frame = frame_of_levels(one[k].levels, one[k].word);
        const fitted f = {.model = fit_frame(frame, "y ~ g + x", NULL), .frame = frame};
        logreg_figure *figure = figure_of(&f, "effects");
        logreg__layout layout;
        CU_ASSERT_EQUAL_FATAL(logreg__layout_new(&layout, figure, NULL), LOGREG_OK);
        const logreg__axis *x = &figure->panel->x;
        double unit = (layout.panel->right - layout.panel->left) / (x->high - x->low);
        for (size_t i = 1; i < x->n; i++) {
            size_t letters = strlen(x->tick[i - 1].text) + strlen(x->tick[i].text);
            CU_ASSERT_TRUE((x->tick[i].at - x->tick[i - 1].at) * unit >
                           0.5 * LOGREG__LETTER_WIDTH * (double)letters);
        }
        double tall =
            (layout.panel->bottom - layout.panel->top) / (figure->panel->y.high - figure->panel->y.low);
        CU_ASSERT_TRUE(tall > LOGREG__LETTER_HEIGHT || !figure->panel->x.grid); /* of rows */
        CU_ASSERT_EQUAL((int)mark_of(figure, LOGREG__POINTS)->n, one[k].levels < 12 ? one[k].levels : 12);
        bool told = strstr(logreg_figure_alt(figure), "levels are drawn");
        CU_ASSERT_EQUAL(told, one[k].told != NULL);
        CU_ASSERT_TRUE(!told || strstr(logreg_figure_alt(figure), one[k].told));
        logreg__layout_free(&layout);
        logreg_figure_free(figure);
        logreg_model_free(f.model);
        logreg_frame_free(frame);
    }
}

/* A forest counts the ratios that it cannot draw: those of levels that are separated. */
static void forest_counts(void)
{
    enum { LEVELS = 6, ROWS = 60 };
    static const char *const name[LEVELS] = {"a", "b", "c", "d", "e", "f"};
    const char *level[ROWS];
    double x[ROWS], y[ROWS];
    for (int i = 0; i < ROWS; i++) {
        level[i] = name[i % LEVELS];
        x[i] = i * 7 % 11;
        y[i] = i % LEVELS && i * 5 % 7 > 3;
    }
    logreg_frame *frame = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_category(frame, "g", level, ROWS, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "x", x, ROWS, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "y", y, ROWS, 1, NULL), LOGREG_OK);
    const fitted f = {.model = fit_frame(frame, "y ~ g + x", NULL), .frame = frame};
    logreg_figure *figure = figure_of(&f, "forest");
    bool told = strstr(logreg_figure_alt(figure),
                       "Ratios that are infinite, since classes are separated, and not drawn: "
                       "g[b], g[c], g[d], g[e] and 1 more.");
    if (!told)
        printf("# %s\n", logreg_figure_alt(figure));
    CU_ASSERT_TRUE(told);
    logreg_figure_free(figure);
    logreg_model_free(f.model);
    logreg_frame_free(frame);
}

/* Where rows stand for several observations, the mean is over these: the rank over how many they are (trace of the hat matrix). */
static void leverage_mean(void)
{
    fitted f = fit_one(FIT_UCB);
    logreg_figure *figure = figure_of(&f, "leverage");
    double observations = 0, lowest = INFINITY;
    size_t counts = logreg_frame_find(f.frame, "count");
    for (size_t i = 0; i < logreg_frame_rows(f.frame); i++)
        observations += logreg_frame_number(f.frame, i, counts);
    for (size_t i = 0; i < figure->panel->n; i++)
        if (figure->panel->item[i].form == LOGREG__NAME)
            lowest = fmin(lowest, figure->panel->item[i].value[0]);
    CU_ASSERT_TRUE(near_rel(lowest, (double)logreg_model_rank(f.model) / observations, 1e-9));
    CU_ASSERT_PTR_NOT_NULL(strstr(logreg_figure_alt(figure), "coefficients over observations"));
    logreg_figure_free(figure);
    fitted_free(&f);
}

/* Rows of frequencies as wholes, by R's cooks.distance of glm(weights = count): 63.45, 43.20, 114.16, 118.56, 63.01; and by its fits without the row: 253.1,
 * 210.3, 186.3, 122.4, 59.8. */
static void influence_of_wholes(void)
{
    logreg_options o = logreg_options_default();
    o.weights = "count";
    fitted f = {.frame = frame_shipped("ucb")};
    f.model = fit_frame(f.frame, "admitted ~ gender + dept", &o);
    logreg_figure *figure = figure_of(&f, "influence");
    CU_ASSERT_PTR_NOT_NULL(
        strstr(logreg_figure_alt(figure),
               "Line 4 has 63, refitted 253. Line 8 has 43, refitted 210. Line 9 has 114, refitted 186. "
               "Line 5 has 119, refitted 122. Line 10 has 63, refitted 60."));
    logreg_figure_free(figure);
    fitted_free(&f);
}

/* The steps of precision and recall hold the area that average precision is, of scores with many ties. */
static void steps_of_precision(void)
{
    fitted f = {.frame = frame_shipped("titanic")};
    f.model = fit_frame(f.frame, "survived ~ class + sex + age", NULL);
    logreg_figure *figure = figure_of(&f, "precision-recall");
    double area = 0, told = NAN;
    for (size_t i = 0; i < figure->panel->n; i++) {
        const logreg__item *item = &figure->panel->item[i];
        for (size_t k = 1; item->form == LOGREG__LINE && item->look.dash == 0 && k < item->n; k++) {
            const double *a = item->value + 2 * (k - 1), *b = a + 2;
            CU_ASSERT_TRUE(a[0] == b[0] || a[1] == b[1]);
            area += (b[0] - a[0]) * b[1];
        }
    }
    sscanf(logreg__page_string(&figure->sentences), "Average precision = %lf", &told);
    CU_ASSERT_TRUE(near_abs(told, 0.659, 1e-9) && near_abs(area, told, 5e-4));
    logreg_figure_free(figure);
    fitted_free(&f);
}

/* Beside each level's probability the share of events among its rows, with Wilson's interval. */
static void shares_of_levels(void)
{
    static const double events[] = {344, 367}, n[] = {470, 1731}; /* women and men of the Titanic */
    fitted f = {.frame = frame_shipped("titanic")};
    f.model = fit_frame(f.frame, "survived ~ sex", NULL);
    logreg_figure *figure = figure_of(&f, "curve");
    size_t rings = 0, bars = 0;
    const double z2 = 1.959963984540054 * 1.959963984540054;
    for (size_t i = 0; i < figure->panel->n; i++) {
        const logreg__item *item = &figure->panel->item[i];
        if (item->look.colour != LOGREG_STEEL)
            continue;
        for (size_t k = 0; k < item->n; k++) {
            const double *at = item->value + k * item->columns, p = events[k] / n[k];
            double middle = (p + z2 / (2 * n[k])) / (1 + z2 / n[k]),
                   half = sqrt(z2 * (p * (1 - p) / n[k] + z2 / (4 * n[k] * n[k]))) / (1 + z2 / n[k]);
            if (item->form == LOGREG__POINTS)
                rings += near_abs(at[0], p, 1e-12);
            else
                bars += near_abs(at[0], middle - half, 1e-12) && near_abs(at[2], middle + half, 1e-12);
        }
    }
    CU_ASSERT_TRUE(rings == 2 && bars == 2);
    CU_ASSERT_PTR_NOT_NULL(strstr(logreg_figure_alt(figure), "female: 0.73, of its rows 0.73."));
    logreg_figure_free(figure);
    fitted_free(&f);
}

/* A smooth line through scores of which few differ goes by these: the Titanic's has no spike between two. */
static void smooth_of_ties(void)
{
    logreg__point point[] = {{1, 0, 2}, {1, 1, 1}, {2, 1, 1}, {4, 0, 3}, {4, 1, 1}};
    CU_ASSERT_EQUAL_FATAL(logreg__points_merge(point, 5), 3);
    CU_ASSERT_TRUE(near_abs(point[0].y, 1 / 3.0, 1e-15) && point[0].w == 3 && point[1].x == 2 &&
                   point[2].y == 0.25 && point[2].w == 4);
    fitted f = {.frame = frame_shipped("titanic")};
    f.model = fit_frame(f.frame, "survived ~ class + sex + age", NULL);
    logreg_figure *figure = figure_of(&f, "calibration");
    size_t points = 0;
    for (size_t i = 0; i < figure->panel->n; i++) {
        const logreg__item *item = &figure->panel->item[i];
        for (size_t k = 1; item->form == LOGREG__LINE && item->look.dash == 0 && k < item->n; k++, points++)
            CU_ASSERT_TRUE(item->value[2 * k + 1] >= item->value[2 * k - 1]);
    }
    CU_ASSERT_EQUAL(points, 100);
    logreg_figure_free(figure);
    fitted_free(&f);
}

/* Two factors crossed: the model's probabilities, and the shares of the rows of both levels. */
static void factors_crossed(void)
{
    fitted f = {.frame = frame_shipped("titanic")};
    f.model = fit_frame(f.frame, "survived ~ class * sex", NULL); /* which fits the shares of all eight */
    logreg_figure_options o = logreg_figure_options_default();
    o.feature = "class";
    o.by = "sex";
    logreg_figure *figure = NULL;
    const logreg_figure_source source = {.model = f.model, .frame = f.frame};
    CU_ASSERT_EQUAL_FATAL(logreg_figure_build(&figure, "curve", &source, &o, NULL), LOGREG_OK);
    double dot[2][4], ring[2][4];
    size_t dots = 0, rings = 0;
    for (size_t i = 0; i < figure->panel->n; i++) {
        const logreg__item *item = &figure->panel->item[i];
        for (size_t k = 0; item->form == LOGREG__POINTS && k < item->n; k++) {
            dots += !item->look.hollow;
            rings += item->look.hollow;
            (item->look.hollow ? ring : dot)[item->look.colour][k] = item->value[2 * k];
        }
    }
    CU_ASSERT_TRUE_FATAL(dots == 8 && rings == 8);
    for (int i = 0; i < 8; i++)
        CU_ASSERT_TRUE(near_abs(dot[i / 4][i % 4], ring[i / 4][i % 4], 1e-9));
    CU_ASSERT_TRUE(near_abs(ring[1][3], 192 / 862.0, 1e-12)); /* men of the crew */
    CU_ASSERT_PTR_NOT_NULL(strstr(logreg_figure_alt(figure), "0.22 at crew (of rows 0.22)"));
    logreg_figure_free(figure);
    o.by = "class";
    CU_ASSERT_EQUAL(logreg_figure_build(&figure, "curve", &source, &o, NULL), LOGREG_EINVAL);
    fitted_free(&f);
}

/* x from 0.1 to 6, with events where its sine is high, and u, which turns what x does round. */
static logreg_frame *frame_of_waves(void)
{
    enum { ROWS = 180 };
    static double x[ROWS], u[ROWS], y[ROWS];
    for (int i = 0; i < ROWS; i++) {
        x[i] = 0.1 + 5.9 * i / (ROWS - 1);
        u[i] = i % 2;
        y[i] = 1.4 * sin(2 * x[i]) + (i * 37 % 100) / 50.0 - 1 > 0;
    }
    return frame_of_two(x, u, 1, y, ROWS);
}

/* What words say where a curve turns, an interaction bends it, a formula ends, and ratios are no ratios of one thing. */
static void words_hold(void)
{
    static const struct {
        const char *formula, *kind, *said, *unsaid;
    } one[] = {
        {"y ~ bs(x1, df = 6)", "curve", "Chance of y = 1 by x1.", NULL},
        {"y ~ x1 + x2", "curve", "Chance of y = 1 falls with x1.", NULL},
        {"y ~ log(x1)", "curve", "where x1 is 0.1", NULL},
        {"y ~ x1 * x2", "forest", "a ratio of such ratios", "say nothing each"},
        {"y ~ bs(x1, df = 6)", "forest", "Columns that make up one curve together say nothing each",
         "products"},
        {"y ~ x1 + x2", "forest", "x2, by 0.501: ", "products"},
    };
    for (size_t i = 0; i < sizeof one / sizeof *one; i++) {
        logreg_frame *frame = frame_of_waves();
        const fitted f = {.model = fit_frame(frame, one[i].formula, NULL), .frame = frame};
        logreg_figure *figure = figure_of(&f, one[i].kind);
        const char *alt = logreg_figure_alt(figure);
        bool ok = strstr(alt, one[i].said) && !(one[i].unsaid && strstr(alt, one[i].unsaid));
        if (!ok)
            printf("# %s of %s: %s\n", one[i].kind, one[i].formula, alt);
        CU_ASSERT_TRUE(ok);
        logreg_figure_free(figure);
        logreg_model_free(f.model);
        logreg_frame_free(frame);
    }
}

/* Rows of rare events: all of a picture's scale is used, dots beyond it have a name, and thresholds below 0.1 have marks. */
static void rare_events(void)
{
    enum { ROWS = 2000 };
    static double x[ROWS], y[ROWS];
    for (int i = 0; i < ROWS; i++) {
        x[i] = i % 100 / 25.0 - 2;
        y[i] = i % 211 == 0 || i == 99;
    }
    logreg_frame *frame = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "x", x, ROWS, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "y", y, ROWS, 1, NULL), LOGREG_OK);
    const fitted f = {.model = fit_frame(frame, "y ~ x", NULL), .frame = frame};
    static const char *const kinds[] = {"calibration", "precision-recall", "roc", "curve"};
    for (int k = 0; k < 4; k++) {
        logreg_figure *figure = figure_of(&f, kinds[k]);
        const logreg__panel *panel = figure->panel;
        size_t marks = 0, names = 0;
        for (size_t i = 0; i < panel->n; i++) {
            marks += panel->item[i].form == LOGREG__LABEL && strncmp(panel->item[i].text, "0.0", 3) == 0;
            names += panel->item[i].form == LOGREG__NAME && strcmp(panel->item[i].text, "events") == 0;
        }
        CU_ASSERT_TRUE(k == 2 || panel->y.high < 0.3);
        CU_ASSERT_TRUE((k != 1 && k != 2) || marks > 0);
        CU_ASSERT_EQUAL(names, k == 3);
        logreg_figure_free(figure);
    }
    logreg_model_free(f.model);
    logreg_frame_free(frame);
}

/* R: x <- c(1, 2, 4, 5, 7, 8, 11, 12, 15, 16); y <- c(0, 0, 1, 0, 1, 0, 1, 1, 1, 1);
 * predict(loess(y ~ x, degree = 1, span = 0.75, control = loess.control(surface = "direct")), data.frame(x = c(1, 6, 9.5, 16))),
 * and the same with weights = 1:10 */
static void smooth(void)
{
    static const double x[] = {1, 2, 4, 5, 7, 8, 11, 12, 15, 16}, y[] = {0, 0, 1, 0, 1, 0, 1, 1, 1, 1},
                        w[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, at[] = {1, 6, 9.5, 16};
    static const double plain[] = {0.079180971044861603, 0.4790002453148029, 0.71490600534725934,
                                   1.0715833695638646},
                        weighted[] = {0.19715768059082778, 0.46457983416480136, 0.70059956187569705,
                                      1.0546218586481255};
    double out[4];
    logreg__smooth(out, at, 4, x, y, NULL, 10, LOGREG__SPAN);
    for (int i = 0; i < 4; i++)
        CU_ASSERT_TRUE(near_abs(out[i], plain[i], 1e-12));
    logreg__smooth(out, at, 4, x, y, w, 10, LOGREG__SPAN);
    for (int i = 0; i < 4; i++)
        CU_ASSERT_TRUE(near_abs(out[i], weighted[i], 1e-12));
    static const double same[] = {3, 3, 3}, up[] = {0, 1, 1};
    logreg__smooth(out, same, 1, same, up, NULL, 3, LOGREG__SPAN);
    CU_ASSERT_TRUE(out[0] >= 0 && out[0] <= 1);
}

/* The contour of a plane is a straight line; of a cone a circle. */
static void contours(void)
{
    enum { SIDE = 40 };
    double plane[SIDE * SIDE], cone[SIDE * SIDE];
    for (int i = 0; i < SIDE * SIDE; i++) {
        double x = (i % SIDE + 0.5) / SIDE, y = ((double)(i / SIDE) + 0.5) / SIDE;
        plane[i] = 2 * x + y;
        cone[i] = hypot(x - 0.5, y - 0.5);
    }
    logreg_figure *f = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_figure_new(&f, "", NULL, NULL), LOGREG_OK);
    const logreg__surface of_plane = {plane, SIDE, SIDE, 0, 0, 1, 1},
                          of_cone = {cone, SIDE, SIDE, 0, 0, 1, 1};
    CU_ASSERT_TRUE(logreg__contour(f, &of_plane, 1.3, NULL, "1.3"));
    CU_ASSERT_TRUE(logreg__contour(f, &of_cone, 0.3, NULL, NULL));
    CU_ASSERT_FALSE(logreg__contour(f, &of_cone, 2, NULL, NULL));
    CU_ASSERT_EQUAL_FATAL(f->panel->n, 3);
    const logreg__item *line = &f->panel->item[0], *circle = &f->panel->item[2];
    for (size_t i = 0; i < line->n; i++)
        CU_ASSERT_TRUE(near_abs(2 * line->value[4 * i] + line->value[4 * i + 1], 1.3, 1e-12));
    for (size_t i = 0; i < circle->n; i++)
        CU_ASSERT_TRUE(
            near_abs(hypot(circle->value[4 * i] - 0.5, circle->value[4 * i + 1] - 0.5), 0.3, 1e-3));
    logreg_figure_free(f);
}

const test_case tests[] = {
    {"the band of an ROC curve holds it", roc_band},
    {"the band of an ROC curve is R's", roc_limits},
    {"shares of events by level are those of its rows", curves_by_level},
    {"rows by level are dots of its colour", rows_by_level},
    {"levels of effects have room for their names", levels_have_room},
    {"a forest counts what it cannot draw", forest_counts},
    {"the mean leverage is over observations", leverage_mean},
    {"influence is that of whole rows", influence_of_wholes},
    {"precision goes by the steps that are summed", steps_of_precision},
    {"levels have the shares of their rows", shares_of_levels},
    {"smooth curves go by scores that differ", smooth_of_ties},
    {"two factors crossed", factors_crossed},
    {"words hold where curves turn, end and depend on more", words_hold},
    {"rare events fill their pictures", rare_events},
    {"smooth curves are R's loess", smooth},
    {"contours lie where they should", contours},
    {NULL, NULL},
};
