/* Exact inference: against every outcome written out, against R's tests of tables, and where it ends. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg.h>

#include "frames.h"
#include "oom.h"
#include "studied.h"

#define TOL 1e-12
#define TOL_ROOT 1e-9

typedef struct {
    studied of;
    logreg_exacts *exact;
} set;

static void set_make(set *s, logreg_frame *frame, const char *formula, const logreg_options *o)
{
    logreg_error err = {.message = ""};
    *s = (set){.of = study_frame(frame, formula, o, 0)};
    if (logreg_exacts_new(&s->exact, s->of.study, NULL, &err) != LOGREG_OK)
        printf("# %s\n", err.message);
    CU_ASSERT_PTR_NOT_NULL_FATAL(s->exact);
}

static void set_clear(set *s)
{
    logreg_exacts_free(s->exact);
    s->exact = NULL;
    studied_free(&s->of);
}

/* ---- Against brute force ---- */

static bool agrees(const logreg_exact *e, const char *line)
{
    double x[14];
    char name[80];
    int read =
        sscanf(line, "%*s %lf %lf %lf %lf %lf %lf %lf %lf %lf %lf %lf %lf %lf %lf %79[^\n]", x, x + 1, x + 2,
               x + 3, x + 4, x + 5, x + 6, x + 7, x + 8, x + 9, x + 10, x + 11, x + 12, x + 13, name);
    return read == 15 && same_text(e->name, name) && near_rel(e->statistic, x[0], TOL) &&
           near_rel(e->least, x[1], TOL) && near_rel(e->most, x[2], TOL) &&
           near_abs((double)e->values, x[3], 0) && near_abs(e->estimate, x[4], TOL_ROOT) &&
           near_abs(e->median_unbiased, x[5], TOL_ROOT) && near_abs(e->low, x[6], TOL_ROOT) &&
           near_abs(e->high, x[7], TOL_ROOT) && near_rel(e->probability, x[8], TOL) &&
           near_rel(e->p, x[9], TOL) && near_rel(e->p_mid, x[10], TOL) &&
           near_rel(e->p_probability, x[11], TOL) && near_rel(e->score, x[12], 1e-10) &&
           near_rel(e->p_score, x[13], TOL);
}

static bool term_agrees(const logreg_exact_term *t, const char *line)
{
    double x[6];
    char name[80];
    return sscanf(line, "term %lf %lf %lf %lf %lf %lf %79[^\n]", x, x + 1, x + 2, x + 3, x + 4, x + 5,
                  name) == 7 &&
           same_text(t->name, name) && !t->remark && t->df == (size_t)x[0] && t->values == (size_t)x[1] &&
           near_rel(t->probability, x[2], TOL) && near_rel(t->p_probability, x[3], TOL) &&
           near_rel(t->score, x[4], 1e-10) && near_rel(t->p_score, x[5], TOL) &&
           near_rel(t->p_score_mid, x[5] - x[2] / 2, TOL) &&
           near_rel(t->p_probability_mid, x[3] - x[2] / 2, TOL);
}

static bool intercept_agrees(const set *s, const char *line)
{
    const char *const of[] = {"(Intercept)"};
    logreg_exacts_options o = {.level = 0.95, .of = of, .n_of = 1};
    logreg_exacts *exact = NULL;
    bool ok = logreg_exacts_new(&exact, s->of.study, &o, NULL) == LOGREG_OK && exact->n == 1 &&
              exact->n_terms == 0 && agrees(exact->coefficient, line);
    logreg_exacts_free(exact);
    return ok;
}

static void brute_force(void)
{
    FILE *file = fopen(source_path("tests/reference/exact.txt"), "r");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    char line[600], name[80] = "", path[200] = "", formula[200] = "";
    char trials[20] = "", offset[20] = "", strata[20] = "", weights[20] = "";
    set s = {.exact = NULL};
    size_t next = 0, next_term = 0;
    int cases = 0, coefficients = 0, others = 0;
    for (bool more = true; more;) {
        more = fgets(line, sizeof line, file) != NULL;
        line[strcspn(line, "\n")] = 0;
        if (!more || !*line) {
            CU_ASSERT_TRUE(!s.exact || next == s.exact->n);
            CU_ASSERT_TRUE(!s.exact || next_term == s.exact->n_terms);
            set_clear(&s);
            *trials = *offset = *strata = *weights = 0;
            next = next_term = 0;
        } else if (sscanf(line, "case %79[^\n]", name) == 1) {
            cases++;
        } else if (strncmp(line, "exact ", 6) == 0) {
            if (!s.exact) {
                logreg_options o = logreg_options_default();
                o.trials = *trials ? trials : NULL;
                o.offset = *offset ? offset : NULL;
                o.strata = *strata ? strata : NULL;
                o.weights = *weights ? weights : NULL;
                logreg_frame *frame = frame_of_file(path);
                set_make(&s, frame, formula, &o);
            }
            bool ok = next < s.exact->n && agrees(&s.exact->coefficient[next++], line);
            if (!ok)
                printf("# case %s: %s\n", name, line);
            CU_ASSERT_TRUE(ok);
            coefficients++;
        } else if (strncmp(line, "term ", 5) == 0 || strncmp(line, "intercept ", 10) == 0) {
            bool ok = *line == 't'
                          ? next_term < s.exact->n_terms && term_agrees(&s.exact->term[next_term++], line)
                          : intercept_agrees(&s, line);
            if (!ok)
                printf("# case %s: %s\n", name, line);
            CU_ASSERT_TRUE(ok);
            others++;
        } else if (*line != '#') {
            bool known =
                sscanf(line, "file %199s", path) == 1 || sscanf(line, "formula %199[^\n]", formula) == 1 ||
                sscanf(line, "trials %19s", trials) == 1 || sscanf(line, "offset %19s", offset) == 1 ||
                sscanf(line, "strata %19s", strata) == 1 || sscanf(line, "weights %19s", weights) == 1;
            CU_ASSERT_TRUE(known);
        }
    }
    fclose(file);
    CU_ASSERT_EQUAL(cases, 14);
    CU_ASSERT_EQUAL(coefficients, 28);
    CU_ASSERT_EQUAL(others, 6);
}

/* Outcomes that lie evenly about the one observed have the estimate 0, to the last bit. */
static void even(void)
{
    static const double x[] = {0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1},
                        y[] = {1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0};
    static const size_t n[] = {8, 10, 12};
    for (size_t i = 0; i < sizeof n / sizeof *n; i++) {
        set s;
        logreg_frame *frame = NULL;
        logreg_options o = logreg_options_default();
        CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
        logreg_frame_add_numeric(frame, "x", x, n[i], 1, NULL);
        logreg_frame_add_numeric(frame, "y", y + 6 - n[i] / 4 * 2, n[i], 1, NULL);
        set_make(&s, frame, "y ~ x", &o);
        const logreg_exact *e = &s.exact->coefficient[s.exact->n - 1];
        CU_ASSERT_EQUAL(e->estimate, 0);
        CU_ASSERT_EQUAL(e->median_unbiased, 0);
        CU_ASSERT_FALSE(signbit(e->estimate));
        set_clear(&s);
    }
}

/* ---- Against R ---- */

static logreg_frame *frame_of(size_t n, size_t columns, const char *const *name, const double *const *value)
{
    logreg_frame *frame = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    for (size_t j = 0; j < columns; j++)
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, name[j], value[j], n, 1, NULL), LOGREG_OK);
    return frame;
}

/* fisher.test of matrix(c(3, 1, 1, 3), 2) and of matrix(c(11, 3, 5, 26), 2), whose estimates have fewer digits. */
static void tables(void)
{
    static const char *const name[] = {"x", "y", "n"};
    const double x[] = {0, 1}, y[] = {1, 3}, n[] = {4, 4}, y2[] = {3, 26}, n2[] = {14, 31};
    logreg_options o = logreg_options_default();
    o.trials = "n";
    set s;
    set_make(&s, frame_of(2, 3, name, (const double *const[]){x, y, n}), "y ~ x", &o);
    const logreg_exact *e = s.exact->coefficient;
    CU_ASSERT_TRUE(near_rel(e->p_probability, 17.0 / 35, TOL));
    CU_ASSERT_TRUE(near_rel(e->p, 17.0 / 35, TOL));
    CU_ASSERT_TRUE(near_rel(exp(e->estimate), 6.4083, 1e-4));
    set_clear(&s);
    set_make(&s, frame_of(2, 3, name, (const double *const[]){x, y2, n2}), "y ~ x", &o);
    CU_ASSERT_TRUE(near_rel(s.exact->coefficient->p_probability, 0.000100172698948007, 1e-12));
    CU_ASSERT_TRUE(near_rel(exp(s.exact->coefficient->estimate), 17.335171621, 1e-5));
    set_clear(&s);
}

/* Of tables of several rows fisher.test (Freeman & Halton's) is the probability test of a factor: matrix(c(3, 1, 6, 2, 7, 1), 3), matrix(c(10, 2, 5, 3, 4, 12, 6, 9), 4). */
static void tables_of_several(void)
{
    static const char *const name[] = {"x", "y", "n"};
    const double x[] = {1, 2, 3, 4}, y[] = {2, 7, 1}, n[] = {5, 8, 7}, y2[] = {4, 12, 6, 9},
                 n2[] = {14, 14, 11, 12};
    logreg_options o = logreg_options_default();
    o.trials = "n";
    set s;
    set_make(&s, frame_of(3, 3, name, (const double *const[]){x, y, n}), "y ~ C(x)", &o);
    CU_ASSERT_EQUAL_FATAL(s.exact->n_terms, 1);
    CU_ASSERT_TRUE(near_rel(s.exact->term[0].p_probability, 0.018099547511312056, TOL));
    set_clear(&s);
    set_make(&s, frame_of(4, 3, name, (const double *const[]){x, y2, n2}), "y ~ C(x)", &o);
    CU_ASSERT_EQUAL(s.exact->term[0].df, 3);
    CU_ASSERT_TRUE(near_rel(s.exact->term[0].p_probability, 0.012543837193799557, TOL));
    set_clear(&s);
}

/* Columns on no lattice: every subset has a sum of its own, and of equal rows the sums are equal. */
static void logs(void)
{
    static const char *const name[] = {"x", "y"};
    const double x[] = {log(2), log(3), log(5), log(2), log(3), log(7), log(11), log(5)},
                 y[] = {0, 0, 1, 0, 1, 1, 1, 0};
    set s;
    set_make(&s, frame_of(8, 2, name, (const double *const[]){x, y}), "y ~ x", NULL);
    /* The subsets of four of {2, 3, 5, 2, 3, 7, 11, 5} by their product. */
    int observed = 5 * 3 * 7 * 11, tail = 0, all = 0;
    const int v[] = {2, 3, 5, 2, 3, 7, 11, 5};
    for (int m = 0; m < 256; m++) {
        int product = 1, size = 0;
        for (int i = 0; i < 8; i++)
            if (m >> i & 1) {
                product *= v[i];
                size++;
            }
        all += size == 4;
        tail += size == 4 && product >= observed;
    }
    CU_ASSERT_EQUAL(all, 70);
    CU_ASSERT_TRUE(near_rel(s.exact->coefficient->p, 2.0 * tail / all, TOL));
    CU_ASSERT_TRUE(near_rel(s.exact->coefficient->statistic, log(observed), 1e-11));
    set_clear(&s);
}

/* Units do not matter: estimates go with them, and p values stay. */
static void units(void)
{
    static const char *const name[] = {"x", "y"};
    double x[] = {1.5, 2, 2.5, 4, 1, 3, 3.5}, y[] = {0, 0, 1, 1, 0, 1, 0}, scaled[7];
    set a, b;
    set_make(&a, frame_of(7, 2, name, (const double *const[]){x, y}), "y ~ x", NULL);
    for (int i = 0; i < 7; i++)
        scaled[i] = 1e6 - 1e-3 * x[i];
    set_make(&b, frame_of(7, 2, name, (const double *const[]){scaled, y}), "y ~ x", NULL);
    const logreg_exact *e = a.exact->coefficient, *f = b.exact->coefficient;
    CU_ASSERT_TRUE(near_rel(f->p_score, e->p_score, TOL));
    CU_ASSERT_TRUE(near_rel(f->estimate, -1e3 * e->estimate, 1e-9));
    CU_ASSERT_TRUE(near_rel(f->low, -1e3 * e->high, 1e-9));
    set_clear(&a);
    set_clear(&b);
}

/* Weights of thousands of observations neither overflow nor lose digits: the normal limit. */
static void many(void)
{
    static const char *const name[] = {"x", "y", "n"};
    const double x[] = {0, 1, 2}, y[] = {130, 145, 161}, n[] = {400, 400, 400};
    logreg_options o = logreg_options_default();
    o.trials = "n";
    set s;
    set_make(&s, frame_of(3, 3, name, (const double *const[]){x, y, n}), "y ~ x", &o);
    const logreg_exact *e = s.exact->coefficient;
    double b = logreg_model_coefficient(s.of.model, 1, 1),
           se = sqrt(logreg_model_covariance(s.of.model, 1, 1, 1, 1));
    CU_ASSERT_TRUE(near_abs(e->estimate, b, 0.01 * se));
    CU_ASSERT_TRUE(near_abs(e->low, b - 1.96 * se, 0.05 * se));
    CU_ASSERT_TRUE(near_abs(e->median_unbiased, b, 0.01 * se));
    set_clear(&s);
}

/* ---- Doors ---- */

static void refusals(void)
{
    static const char *const name[] = {"x", "y", "w"};
    double x[60], y[60], w[60];
    for (int i = 0; i < 60; i++) {
        x[i] = sqrt(i + 2.0);
        y[i] = i % 7 % 2;
        w[i] = 1.5;
    }
    logreg_frame *frame = frame_of(60, 3, name, (const double *const[]){x, y, w});
    logreg_model *m = fit_frame(frame, "y ~ x", NULL);
    logreg_study *study = NULL;
    logreg_exacts *exact = NULL;
    logreg_error err;
    CU_ASSERT_EQUAL_FATAL(logreg_study_new(&study, m, frame, 0, NULL), LOGREG_OK);
    logreg_exacts_options o = logreg_exacts_options_default();
    o.most_states = 1000;
    CU_ASSERT_EQUAL_FATAL(logreg_exacts_new(&exact, study, &o, &err), LOGREG_OK);
    CU_ASSERT_PTR_NOT_NULL_FATAL(exact->coefficient[0].remark);
    CU_ASSERT_PTR_NOT_NULL(strstr(exact->coefficient[0].remark, "too fine: 1"));
    CU_ASSERT_PTR_NOT_NULL(strstr(exact->coefficient[0].remark, " of 60 different rows"));
    CU_ASSERT_TRUE(isnan(exact->coefficient[0].p) && exact->bytes == 64);
    logreg_exacts_free(exact);
    exact = NULL;
    o.most_states = 0;
    o.most_shifts = 1e5; /* long before which it is foreseen */
    CU_ASSERT_EQUAL_FATAL(logreg_exacts_new(&exact, study, &o, &err), LOGREG_OK);
    CU_ASSERT_TRUE(exact->coefficient[0].remark && exact->coefficient[0].states < 3000);
    logreg_exacts_free(exact);
    exact = NULL;
    o.level = 1;
    CU_ASSERT_EQUAL(logreg_exacts_new(&exact, study, &o, &err), LOGREG_EINVAL);
    const char *const of[] = {"z"};
    o = logreg_exacts_options_default();
    o.of = of;
    o.n_of = 1;
    CU_ASSERT_EQUAL(logreg_exacts_new(&exact, study, &o, &err), LOGREG_EINVAL);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "there is no coefficient 'z' to test exactly"));
    logreg_study_free(study);
    logreg_model_free(m);

    logreg_options weighted = logreg_options_default();
    weighted.weights = "w";
    m = fit_frame(frame, "y ~ x", &weighted);
    CU_ASSERT_EQUAL_FATAL(logreg_study_new(&study, m, frame, 0, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_exacts_new(&exact, study, NULL, &err), LOGREG_EDATA);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "a row has the weight 1.5"));
    logreg_study_free(study);
    logreg_model_free(m);
    logreg_frame_free(frame);

    frame = frame_shipped("iris");
    m = fit_frame(frame, "species ~ sepal_width", NULL);
    CU_ASSERT_EQUAL_FATAL(logreg_study_new(&study, m, frame, 0, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_exacts_new(&exact, study, NULL, &err), LOGREG_EDATA);
    logreg_study_free(study);
    logreg_model_free(m);
    logreg_frame_free(frame);
    CU_ASSERT_PTR_NULL(exact);
}

/* One column of several, by the name of a factor. */
static void some(void)
{
    logreg_frame *frame = frame_of_file("tests/reference/data/exact.csv");
    set s;
    set_make(&s, frame, "y ~ batch + age", NULL);
    const char *const of[] = {"batch"};
    logreg_exacts_options o = {.level = 0.9, .of = of, .n_of = 1};
    logreg_exacts *exact = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_exacts_new(&exact, s.of.study, &o, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(exact->n, 3);
    CU_ASSERT_TRUE(same_text(exact->coefficient[0].name, "batch[b]"));
    CU_ASSERT_TRUE(exact->coefficient[0].low > s.exact->coefficient[0].low);
    logreg_exacts_free(exact);
    set_clear(&s);
}

static bool again(void *context)
{
    logreg_exacts *exact = NULL;
    logreg_error err;
    logreg_status status = logreg_exacts_new(&exact, context, NULL, &err);
    logreg_exacts_free(exact);
    return status == LOGREG_OK || (status == LOGREG_ENOMEM && !exact);
}

static void memory(void)
{
    logreg_frame *frame = frame_of_file("tests/reference/data/exact.csv");
    set s;
    set_make(&s, frame, "y ~ age * late", NULL);
    CU_ASSERT_TRUE(oom_each(again, s.of.study));
    set_clear(&s);
}

const test_case tests[] = {
    {"estimates of 0", even},
    {"every outcome written out", brute_force},
    {"tables of two by two", tables},
    {"tables of several rows", tables_of_several},
    {"columns that are no decimals", logs},
    {"units", units},
    {"thousands of observations", many},
    {"what cannot be is refused", refusals},
    {"some of the coefficients", some},
    {"memory that runs out", memory},
    {NULL, NULL},
};
