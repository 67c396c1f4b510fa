#include "fitted.h"

#include <math.h>
#include <stdio.h>

#include "frames.h"
#include "harness.h"

enum { ROWS = 240 };

/* A number that looks random, in (-1, 1), always the same. */
static double noise(size_t i, size_t stream)
{
    double x = sin((double)(i * 7919 + stream * 104729 + 17)) * 43758.5453;
    return 2 * (x - floor(x)) - 1;
}

static logreg_frame *new_frame(void)
{
    logreg_frame *frame = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    return frame;
}

static void numbers(logreg_frame *frame, const char *name, const double *x, size_t n)
{
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, name, x, n, 1, NULL), LOGREG_OK);
}

static void labels(logreg_frame *frame, const char *name, const char *const *label, size_t n)
{
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_category(frame, name, label, n, NULL), LOGREG_OK);
}

static logreg_frame *aliased(void)
{
    double a[ROWS], b[ROWS], sum[ROWS], one[ROWS];
    const char *y[ROWS], *group[ROWS];
    for (size_t i = 0; i < ROWS; i++) {
        a[i] = noise(i, 1) * 3;
        b[i] = i % 5 ? (double)(i % 7) : NAN;
        sum[i] = a[i] + 2 * b[i];
        one[i] = 7;
        group[i] = i % 3 ? "u" : "v";
        y[i] = a[i] + noise(i, 2) * 4 > 0 ? "yes" : "no";
    }
    logreg_frame *frame = new_frame();
    numbers(frame, "a", a, ROWS);
    numbers(frame, "b", b, ROWS);
    numbers(frame, "sum", sum, ROWS);
    numbers(frame, "one", one, ROWS);
    labels(frame, "group", group, ROWS);
    labels(frame, "y", y, ROWS);
    return frame;
}

static logreg_frame *hostile(void)
{
    double a[ROWS], b[ROWS], c[ROWS];
    const char *y[ROWS], *g[ROWS];
    static const char *const levels[] = {"lev\007el", "日本", "\302\23331m",
                                         "a very long level name indeed that goes on and on"};
    for (size_t i = 0; i < ROWS; i++) {
        a[i] = noise(i, 3) * 3;
        b[i] = noise(i, 4);
        c[i] = noise(i, 5);
        g[i] = levels[i % 4];
        y[i] = a[i] + noise(i, 6) * 4 > 0 ? "y\033]0;title\007es" : "no\n";
    }
    logreg_frame *frame = new_frame();
    numbers(frame, "a\033[31mred`with`ticks", a, ROWS);
    numbers(frame, "日本語の列名がとても長いときにはどうなるのでしょうかと思います", b, ROWS);
    numbers(frame, "\342\200\256<script>alert(1)</script> and so on and so on for much too long", c, ROWS);
    labels(frame, "cat\314\201\314\201\314\201\314\201egory", g, ROWS);
    labels(frame, "out\177come", y, ROWS);
    return frame;
}

static logreg_frame *offsets(void)
{
    enum { N = 2000 };
    static double x[N], exposure[N], y[N];
    for (size_t i = 0; i < N; i++) {
        x[i] = noise(i, 7) * 2;
        exposure[i] = 1 + noise(i, 8);
        y[i] = 0.5 + noise(i, 9) / 2 < 1 / (1 + exp(5 - x[i] - exposure[i]));
    }
    logreg_frame *frame = new_frame();
    numbers(frame, "x", x, N);
    numbers(frame, "exposure", exposure, N);
    numbers(frame, "y", y, N);
    return frame;
}

static logreg_frame *classes(size_t k)
{
    static const char *const name[] = {"zero", "one", "two",   "three", "four",
                                       "five", "six", "seven", "eight", "nine"};
    enum { N = 1000 };
    static double x[N];
    static const char *y[N], *g[N];
    for (size_t i = 0; i < N; i++) {
        size_t class = i % k;
        x[i] = (double)class + noise(i, 10) * 3;
        y[i] = name[class];
        g[i] = noise(i, 11) * 4 + (double)class > 1 ? "high" : "low";
    }
    logreg_frame *frame = new_frame();
    numbers(frame, "x", x, N);
    labels(frame, "g", g, N);
    labels(frame, "y", y, N);
    return frame;
}

static logreg_model *matrix(void)
{
    double X[2 * ROWS], y[ROWS];
    for (size_t i = 0; i < ROWS; i++) {
        X[2 * i] = noise(i, 12);
        X[2 * i + 1] = 1e6 * noise(i, 13);
        y[i] = X[2 * i] + noise(i, 14) * 2 > 0;
    }
    gsl_matrix_const_view Xv = gsl_matrix_const_view_array(X, ROWS, 2);
    gsl_vector_const_view yv = gsl_vector_const_view_array(y, ROWS);
    logreg_model *model = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_fit(&model, &Xv.matrix, &yv.vector, NULL, NULL), LOGREG_OK);
    return model;
}

fitted fit_one(int which)
{
    static const struct {
        const char *name, *data, *formula, *weights, *offset, *trials;
    } fit[FITS] = {
        [FIT_CHALLENGER] = {"challenger", "challenger", "distress ~ temperature", NULL, NULL, NULL},
        [FIT_BEETLE] = {"beetle", "beetle", "killed ~ dose", NULL, NULL, "n"},
        [FIT_UCB] = {"ucb", "ucb", "admitted ~ gender * dept", "count", NULL, NULL},
        [FIT_IRIS] = {"iris", "iris", "species ~ .", NULL, NULL, NULL},
        [FIT_SPECIES] = {"three classes", NULL, "y ~ g + x", NULL, NULL, NULL},
        [FIT_TOY_A] = {"toy A", NULL, "y ~ x1 + x2", NULL, NULL, NULL},
        [FIT_TOY_B] = {"toy B", NULL, "y ~ x1 + x2", NULL, NULL, NULL},
        [FIT_ALIASED] = {"aliased", NULL, "y ~ a + b + sum + one + group", NULL, NULL, NULL},
        [FIT_HOSTILE] = {"hostile names", NULL, NULL, NULL, NULL, NULL},
        [FIT_OFFSET] = {"offset", NULL, "y ~ x", NULL, "exposure", NULL},
        [FIT_EMPTY] = {"intercept only", "challenger", "distress ~ 1", NULL, NULL, NULL},
        [FIT_THROUGH_ZERO] = {"no intercept", "ucb", "admitted ~ dept + gender - 1", "count", NULL, NULL},
        [FIT_TWICE] = {"number and factor", "mtcars", "am ~ cyl + C(cyl) + mpg", NULL, NULL, NULL},
        [FIT_UNFINISHED] = {"unfinished", "challenger", "distress ~ temperature", NULL, NULL, NULL},
        [FIT_MATRIX] = {"matrix", NULL, NULL, NULL, NULL, NULL},
        [FIT_TEN] = {"ten classes", NULL, "y ~ x", NULL, NULL, NULL},
        [FIT_UNMEASURED] = {"unmeasured", "beetle", "killed ~ dose", NULL, NULL, "n"},
    };
    fitted f = {.name = fit[which].name};
    const char *formula = fit[which].formula;
    if (which == FIT_MATRIX) {
        f.model = matrix();
        return f;
    }
    f.frame = fit[which].data        ? frame_shipped(fit[which].data)
              : which == FIT_TOY_A   ? frame_toy_a()
              : which == FIT_TOY_B   ? frame_toy_b()
              : which == FIT_ALIASED ? aliased()
              : which == FIT_HOSTILE ? hostile()
              : which == FIT_OFFSET  ? offsets()
                                     : classes(which == FIT_TEN ? 10 : 3);
    if (which == FIT_HOSTILE)
        formula = "`out\177come` ~ .";
    logreg_options o = logreg_options_default();
    o.weights = fit[which].weights;
    o.offset = fit[which].offset;
    o.trials = fit[which].trials;
    o.measures = which != FIT_UNMEASURED;
    if (which == FIT_UNFINISHED) {
        o.solver = "gd";
        o.max_iter = 3;
    }
    logreg_error err = {.message = ""};
    logreg_status status = logreg_fit_formula(&f.model, f.frame, formula, &o, &err);
    if (status != LOGREG_OK)
        printf("# %s: %s\n", f.name, err.message);
    CU_ASSERT_EQUAL_FATAL(status, LOGREG_OK);
    return f;
}

void fitted_free(fitted *f)
{
    logreg_model_free(f->model);
    logreg_frame_free(f->frame);
    *f = (fitted){0};
}
