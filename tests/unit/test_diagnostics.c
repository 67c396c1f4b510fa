/* Leverages, residuals and influence against R, against a step without the row, and where they cannot be had. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg.h>

#include "case_file.h"
#include "frames.h"
#include "oom.h"
#include "studied.h"

/* R's last digits are those of a solve of the normal equations. */
#define TOL_R 1e-9

/* A unit of the last digit that was published. */
#define TOL_PUBLISHED 1e-7

enum { ROWS = 300, NUMBERS = 6, SEVERAL = 7, MOVES = 40, DELETED = 4, INFLATIONS = 6 };

typedef struct {
    char name[80], file[80], formula[120], weights[20], trials[20];
    size_t n, n_whole, n_several, n_moves, n_deleted, n_inflations;
    struct {
        size_t row;
        double x[NUMBERS];    /* leverage, Pearson, deviance, both standardised, Cook */
    } row[ROWS], whole[ROWS]; /* of one observation, and of all that the row stands for */
    struct {
        size_t row;
        double x
            [SEVERAL]; /* of three classes: leverage, Pearson, the same standardised, Cook, residual of each class */
    } several[ROWS];
    struct {
        size_t row, coefficient;
        double x;
    } move[MOVES];
    struct {
        size_t row;
        double cook;
    } deleted[DELETED]; /* by fits without the row */
    struct {
        double factor;
        size_t df;
        char name[40];
    } inflation[INFLATIONS];
    double condition; /* 0: none */
} case_of;

static bool read_line(void *to, const char *line)
{
    case_of *c = to;
    size_t n = c->n, m = c->n_moves, i = c->n_inflations;
    double *x = c->row[n].x;
    if (sscanf(line, "case %79[^\n]", c->name) == 1 || sscanf(line, "file %79s", c->file) == 1 ||
        sscanf(line, "formula %119[^\n]", c->formula) == 1 || sscanf(line, "weights %19s", c->weights) == 1 ||
        sscanf(line, "trials %19s", c->trials) == 1)
        return true;
    if (sscanf(line, "row %zu %lf %lf %lf %lf %lf %lf", &c->row[n].row, x, x + 1, x + 2, x + 3, x + 4,
               x + 5) == 7)
        return ++c->n < ROWS;
    double *all = c->whole[c->n_whole].x;
    if (sscanf(line, "whole %zu %lf %lf %lf %lf %lf %lf", &c->whole[c->n_whole].row, all, all + 1, all + 2,
               all + 3, all + 4, all + 5) == 7)
        return ++c->n_whole < ROWS;
    double *z = c->several[c->n_several].x;
    if (sscanf(line, "several %zu %lf %lf %lf %lf %lf %lf %lf", &c->several[c->n_several].row, z, z + 1,
               z + 2, z + 3, z + 4, z + 5, z + 6) == 8)
        return ++c->n_several < ROWS;
    if (sscanf(line, "move %zu %zu %lf", &c->move[m].row, &c->move[m].coefficient, &c->move[m].x) == 3)
        return ++c->n_moves < MOVES;
    if (sscanf(line, "deleted %zu %lf", &c->deleted[c->n_deleted].row, &c->deleted[c->n_deleted].cook) == 2)
        return ++c->n_deleted < DELETED;
    if (sscanf(line, "condition %lf", &c->condition) == 1)
        return true;
    return sscanf(line, "inflation %lf %zu %39s", &c->inflation[i].factor, &c->inflation[i].df,
                  c->inflation[i].name) == 3 &&
           ++c->n_inflations < INFLATIONS;
}

static logreg_diagnostics *diagnose(const studied *s, size_t n_top)
{
    logreg_diagnostics_options o = logreg_diagnostics_options_default();
    o.n_top = n_top;
    logreg_diagnostics *d = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_diagnostics_new(&d, s->study, &o, NULL), LOGREG_OK);
    return d;
}

static bool rows_agree(const case_of *c, const logreg_diagnostics *d)
{
    size_t at = 0;
    bool ok = true;
    for (size_t i = 0; ok && i < d->n_rows; i++) {
        const logreg_row_diagnostic *r = &d->row[i];
        if (!(r->observations > 0))
            continue;
        const double got[NUMBERS] = {r->leverage,    r->pearson,      r->deviance,
                                     r->std_pearson, r->std_deviance, r->cook};
        ok = at < c->n && r->row == c->row[at].row;
        for (size_t k = 0; ok && k < NUMBERS; k++)
            ok = near_rel(got[k], c->row[at].x[k], TOL_R) || near_abs(got[k], c->row[at].x[k], 1e-14);
        at++;
    }
    return ok && at == c->n;
}

/* Rows of frequencies as a whole, where there are any. */
static bool whole_agree(const case_of *c, const logreg_diagnostics *d)
{
    size_t at = 0;
    for (size_t i = 0; c->n_whole && i < d->n_rows; i++) {
        logreg_row_diagnostic r = logreg_diagnostics_whole(d, i);
        const double got[NUMBERS] = {r.leverage,    r.pearson,      r.deviance,
                                     r.std_pearson, r.std_deviance, r.cook};
        if (!(r.observations > 0))
            continue;
        if (at == c->n_whole || r.row != c->whole[at].row || (r.observations != 1 && !isnan(r.quantile)))
            return false;
        for (size_t k = 0; k < NUMBERS; k++)
            if (!near_rel(got[k], c->whole[at].x[k], TOL_R) && !near_abs(got[k], c->whole[at].x[k], 1e-14))
                return false;
        at++;
    }
    return at == c->n_whole;
}

/* Some of the rows of three classes. */
static bool several_agree(const case_of *c, const logreg_diagnostics *d)
{
    bool ok = d->n_rows > c->n_several;
    size_t i = 0;
    for (size_t at = 0; ok && at < c->n_several; at++) {
        while (i < d->n_rows && d->row[i].row != c->several[at].row)
            i++;
        if (i == d->n_rows)
            return false;
        const logreg_row_diagnostic *r = &d->row[i];
        const double *each = d->class_pearson + i * d->n_classes,
                     got[SEVERAL] = {r->leverage, r->pearson, r->std_pearson, r->cook,
                                     each[0],     each[1],    each[2]};
        for (size_t k = 0; ok && k < SEVERAL; k++)
            ok = near_rel(got[k], c->several[at].x[k], TOL_R);
        ok = ok && near_rel(r->deviance, sqrt(-2 * log(r->fitted)), TOL_R) && isnan(r->quantile);
    }
    return ok;
}

static bool moves_agree(const case_of *c, const logreg_diagnostics *d)
{
    bool ok = d->n_top * d->n_coefficients >= c->n_moves;
    for (size_t i = 0; ok && i < c->n_moves; i++) {
        size_t t = i / d->n_coefficients;
        ok = d->row[d->top[t]].row == c->move[i].row &&
             near_abs(d->dfbeta[t * d->n_coefficients + c->move[i].coefficient], c->move[i].x, TOL_R);
    }
    return ok;
}

/* The most influential ones, of which R's fits have been without. */
static bool deletions_agree(const case_of *c, const studied *s, const logreg_diagnostics *d)
{
    double cook[DELETED];
    bool ok = c->n_deleted == d->n_top &&
              logreg_diagnostics_delete(cook, s->study, d->top, d->n_top, NULL) == LOGREG_OK;
    for (size_t t = 0; ok && t < d->n_top; t++)
        ok = d->row[d->top[t]].row == c->deleted[t].row && near_rel(cook[t], c->deleted[t].cook, TOL_R);
    return ok;
}

static bool inflations_agree(const case_of *c, const logreg_diagnostics *d)
{
    bool ok = d->n_inflations == c->n_inflations || c->n_inflations == 0;
    for (size_t i = 0; ok && i < c->n_inflations; i++)
        ok = same_text(d->inflation[i].term, c->inflation[i].name) &&
             d->inflation[i].df == c->inflation[i].df &&
             near_rel(d->inflation[i].factor, c->inflation[i].factor, TOL_R) &&
             near_rel(d->inflation[i].per_error,
                      pow(c->inflation[i].factor, 0.5 / (double)c->inflation[i].df), TOL_R);
    return ok;
}

static void check_case(const void *of, void *data)
{
    const case_of *c = of;
    (void)data;
    logreg_options o = logreg_options_default();
    o.weights = or_null(c->weights);
    o.trials = or_null(c->trials);
    studied s = study_frame(frame_of_file(c->file), c->formula, &o, 0);
    logreg_diagnostics *d = diagnose(&s, 3);
    bool rows = c->n_several ? several_agree(c, d) : rows_agree(c, d), moves = moves_agree(c, d),
         inflations = inflations_agree(c, d), whole = whole_agree(c, d),
         deletions = deletions_agree(c, &s, d);
    bool condition = c->condition == 0 || near_rel(d->condition, c->condition, 1e-6);
    CU_ASSERT_TRUE(condition);
    if (!rows || !whole || !moves || !inflations || !deletions)
        printf("# '%s': rows %d, whole %d, moves %d, deletions %d, inflation %d\n", c->name, rows, whole,
               moves, deletions, inflations);
    CU_ASSERT_TRUE(rows && whole && moves && inflations && deletions);
    logreg_diagnostics_free(d);
    studied_free(&s);
}

static void reference(void)
{
    CU_ASSERT_EQUAL(
        each_case("tests/reference/diagnostics.txt", sizeof(case_of), read_line, check_case, NULL), 9);
}

/* STATISTICS of Pregibon's vaso data, published to seven digits; and lines of the file. */
static void published(void)
{
    studied s = study_frame(frame_shipped("vaso"), "constricted ~ log(volume) + log(rate)", NULL, 0);
    logreg_diagnostics *d = diagnose(&s, 2);
    const logreg_row_diagnostic *r = &d->row[d->top[0]];
    CU_ASSERT_TRUE(r->row == 3 && r->line == 5);
    CU_ASSERT_TRUE(near_abs(r->leverage, 0.0867446, TOL_PUBLISHED) &&
                   near_abs(r->cook, 0.4290854, TOL_PUBLISHED));
    r = &d->row[d->top[1]];
    CU_ASSERT_TRUE(r->row == 17 && r->line == 19);
    CU_ASSERT_TRUE(near_abs(r->leverage, 0.0953856, TOL_PUBLISHED) &&
                   near_abs(r->cook, 0.3281519, TOL_PUBLISHED));
    /* leverages sum to the coefficients, squares of residuals to Pearson's statistic and the deviance */
    double h = 0, deviance = 0;
    for (size_t i = 0; i < d->n_rows; i++) {
        h += d->row[i].leverage;
        deviance += d->row[i].deviance * d->row[i].deviance;
    }
    CU_ASSERT_TRUE(near_abs(h, 3, 1e-12) && near_rel(deviance, logreg_model_deviance(s.model), 1e-12));
    CU_ASSERT_TRUE(near_abs(d->events_per_coefficient, 9.5, 0));
    logreg_diagnostics_free(d);
    studied_free(&s);
}

/* Three classes and an aliased column: leverages sum to the coefficients of both linear predictors, squares of residuals to the deviance, and of
 * Pearson's of each class to the same as those of two classes do. */
static void three_classes(void)
{
    logreg_options o = logreg_options_default();
    o.weights = "n";
    studied s =
        study_frame(frame_of_file("tests/reference/data/pupils.csv"), "grade ~ x + I(2*x) + sex", &o, 0);
    logreg_diagnostics *d = diagnose(&s, 100);
    double h = 0, deviance = 0, n = 0;
    for (size_t i = 0; i < d->n_rows; i++) {
        const logreg_row_diagnostic *r = &d->row[i];
        const double *each = d->class_pearson + 3 * i;
        h += r->leverage * r->observations;
        deviance += r->deviance * r->deviance * r->observations;
        n += r->observations;
        for (size_t c = 0; c < 3; c++)
            CU_ASSERT_TRUE((each[c] > 0) == (c == (size_t)r->outcome));
        CU_ASSERT_TRUE(near_rel(each[(size_t)r->outcome], r->pearson, 1e-14));
        CU_ASSERT_TRUE(r->std_pearson > r->pearson && isnan(r->std_deviance));
    }
    CU_ASSERT_EQUAL(n, logreg_model_n_obs(s.model));
    CU_ASSERT_TRUE(near_abs(h, 6, 1e-12) && near_rel(deviance, logreg_model_deviance(s.model), 1e-12));
    CU_ASSERT_TRUE(d->n_coefficients == 8 && d->n_top == 100);
    for (size_t t = 0; t < d->n_top; t++)
        for (size_t j = 0; j < 8; j++)
            CU_ASSERT_EQUAL(isnan(d->dfbeta[8 * t + j]), j % 4 == 2);
    for (size_t t = 1; t < d->n_top; t++)
        CU_ASSERT_TRUE(d->row[d->top[t]].cook <= d->row[d->top[t - 1]].cook);
    logreg_diagnostics_free(d);
    studied_free(&s);
}

/* If the model is right they are standard normal: rows drawn from a model, with trials and without. */
static void quantiles(void)
{
    enum { N = 4000 };
    static double x1[N], x2[N], y[N];
    for (size_t i = 0; i < N; i++) {
        x1[i] = sin((double)i * 1.7) * 2;
        x2[i] = cos((double)i * 0.9);
        double u =
            fmod((double)i * 0.6180339887498949 + 0.1 * sin((double)i), 1); /* a sequence spread evenly */
        y[i] = u < logreg_sigmoid(0.5 + x1[i] - x2[i]);
    }
    studied s = study_frame(frame_of_two(x1, x2, 1, y, N), "y ~ x1 + x2", NULL, 0);
    logreg_diagnostics *d = diagnose(&s, 1), *again = diagnose(&s, 1);
    double sum = 0, squares = 0;
    size_t below = 0;
    for (size_t i = 0; i < N; i++) {
        sum += d->row[i].quantile;
        squares += d->row[i].quantile * d->row[i].quantile;
        below += d->row[i].quantile < -1;
        CU_ASSERT_TRUE(isfinite(d->row[i].quantile) && d->row[i].quantile == again->row[i].quantile);
        CU_ASSERT_TRUE((d->row[i].quantile > 0) == (d->row[i].outcome > 0) ||
                       fabs(d->row[i].quantile) < 4); /* on the side of the outcome, where that surprises */
    }
    /* four standard errors of a mean, of a variance, and of the share below -1 */
    CU_ASSERT_TRUE(near_abs(sum / N, 0, 4 / sqrt(N)) && near_abs(squares / N, 1, 4 * sqrt(2.0 / N)));
    CU_ASSERT_TRUE(near_abs((double)below / N, 0.158655, 4 * sqrt(0.1587 * 0.8413 / N)));
    logreg_diagnostics_free(again);
    logreg_diagnostics_free(d);
    studied_free(&s);
}

/* Aliased columns, a row of leverage 1, and numbers that no one has. */
static void awkward(void)
{
    static const double x[] = {1, 2, 3, 4, 5, 6, 7, 8}, lone[] = {0, 0, 0, 0, 0, 0, 0, 1},
                        y[] = {0, 1, 0, 0, 1, 0, 1, 1};
    double both[16];
    for (size_t i = 0; i < 8; i++) {
        both[i] = x[i];
        both[8 + i] = 2 * x[i] + 1;
    }
    studied s = study_frame(frame_of_two(both, both + 8, 1, y, 8), "y ~ x1 + x2", NULL, 0);
    logreg_diagnostics *d = diagnose(&s, 100);
    CU_ASSERT_EQUAL(d->n_top, 8);
    CU_ASSERT_TRUE(isnan(d->dfbeta[2]) && isfinite(d->dfbeta[1]));
    CU_ASSERT_EQUAL(d->n_inflations, 1);
    CU_ASSERT_TRUE(isnan(d->inflation[0].factor));
    for (size_t t = 1; t < d->n_top; t++)
        CU_ASSERT_TRUE(d->row[d->top[t]].cook <= d->row[d->top[t - 1]].cook);
    logreg_diagnostics_free(d);
    studied_free(&s);
    /* nothing but an intercept */
    s = study_frame(frame_of_two(x, lone, 1, y, 8), "y ~ 1", NULL, 0);
    d = diagnose(&s, 0);
    CU_ASSERT_TRUE(d->n_top == 0 && d->n_inflations == 0 && isnan(d->events_per_coefficient));
    CU_ASSERT_TRUE(near_abs(d->row[0].leverage, 0.125, 1e-15) && near_abs(d->condition, 1, 1e-12));
    logreg_diagnostics_free(d);
    studied_free(&s);
}

/* Rows without which there is no maximum: the classes come apart, or a column has nothing left to go by; and one that is not there. */
static void last_of_their_kind(void)
{
    static const double x[] = {1, 2, 3, 4, 5, 6, 7, 8}, two[] = {1, 0, 0, 0, 0, 0, 1, 0},
                        y[] = {0, 0, 1, 0, 0, 1, 1, 1};
    static const size_t place[] = {0, 2, 8};
    double cook[2] = {-1, -1};
    studied s = study_frame(frame_of_two(x, two, 1, y, 8), "y ~ x1", NULL, 0);
    CU_ASSERT_EQUAL(logreg_diagnostics_delete(cook, s.study, place, 2, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(isfinite(cook[0]) && cook[0] > 0 && cook[1] == INFINITY);
    logreg_error err;
    CU_ASSERT_EQUAL(logreg_diagnostics_delete(cook, s.study, place, 3, &err), LOGREG_EINVAL);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "there is no row 8 to leave out: the fit has 8"));
    studied_free(&s);
    s = study_frame(frame_of_two(x, two, 1, y, 8), "y ~ x2", NULL, 0);
    CU_ASSERT_EQUAL(logreg_diagnostics_delete(cook, s.study, place, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(cook[0], INFINITY); /* what is left of its twos is an event */
    studied_free(&s);
}

static void refuse(studied s, const char *why)
{
    logreg_diagnostics *d = NULL;
    logreg_error err;
    CU_ASSERT_EQUAL(logreg_diagnostics_new(&d, s.study, NULL, &err), LOGREG_EDATA);
    CU_ASSERT_PTR_NULL(d);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, why));
    const size_t first = 0;
    double cook = -1;
    CU_ASSERT_EQUAL(logreg_diagnostics_delete(&cook, s.study, &first, 1, &err), LOGREG_EDATA);
    CU_ASSERT_TRUE(cook == -1 && strstr(err.message, why));
    studied_free(&s);
}

static void refused(void)
{
    refuse(study_frame(frame_toy_a(), "y ~ x1 + x2", NULL, 0), "the classes are separated");
}

static bool once(void *context)
{
    logreg_diagnostics *d = NULL;
    logreg_error err;
    logreg_status status = logreg_diagnostics_new(&d, context, NULL, &err);
    logreg_diagnostics_free(d);
    return status == LOGREG_OK || status == LOGREG_ENOMEM;
}

static bool delete_once(void *context)
{
    const size_t first = 0;
    double cook;
    logreg_status status = logreg_diagnostics_delete(&cook, context, &first, 1, NULL);
    return status == LOGREG_OK || status == LOGREG_ENOMEM;
}

static void starved(void)
{
    studied s = study_frame(frame_shipped("vaso"), "constricted ~ volume + rate", NULL, 0);
    CU_ASSERT_TRUE(oom_each(once, s.study) && oom_each(delete_once, s.study));
    studied_free(&s);
    s = study_frame(frame_of_file("tests/reference/data/pupils.csv"), "grade ~ x", NULL, 0);
    CU_ASSERT_TRUE(oom_each(once, s.study));
    studied_free(&s);
}

const test_case tests[] = {
    {"rows, moves, deletions and inflation as R has them", reference},
    {"Pregibon's rows, and sums", published},
    {"three classes, frequencies, an aliased column", three_classes},
    {"quantile residuals are normal", quantiles},
    {"aliases, few columns, many asked for", awkward},
    {"rows without which there is no maximum", last_of_their_kind},
    {"what has no diagnostics", refused},
    {"without memory", starved},
    {NULL, NULL},
};
