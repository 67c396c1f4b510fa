/* Special functions against MPFR: the largest error, in units in the last place of the true value. POINTS is
 * the number of arguments in every binade, and again of those with log-odds in [-40, 40]. In the proof (PROOF, the suite `slow`) what
 * is found must be what the header says: a million points find it when the program is called with `--full`; without, a quarter of them find
 * nothing worse than what those found. */
#include "harness.h"

#include <float.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <logreg/special.h>

#include "special_truth.h"

#ifdef PROOF
#define POINTS 1000000
#else
#define POINTS 20000
#endif

/* What the header promises of logsumexp, besides an absolute part. */
#define ULP 0.51

/* The points fall into so many parts, whatever the number of threads, each with random numbers of its own. */
#define PARTS 64

/* Uniform in [0, 1): a linear congruence is good enough to choose points. 1 + u is exact. */
static double uniform(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (double)(*state >> 12) * 0x1p-52;
}

static double uniform_in(uint64_t *state, double low, double high)
{
    return low + (high - low) * uniform(state);
}

static double in_binade(uint64_t *state, int exponent)
{
    return ldexp(1 + uniform(state), exponent);
}

/* A random state for a part of a sweep. */
static uint64_t state_of(int part)
{
    uint64_t state = 1 + 977u * (uint64_t)part;
    uniform(&state);
    return state;
}

/* ---- Arguments ---- */

typedef enum { LINE, NEGATIVE, ODDS, PROBABILITY } domain;

#define BINADES 2098 /* from the least subnormal, 2^-1074, to 2^1023 */

/* Point i of a walk through every binade, both signs, and through saturation, where results are subnormal. */
static double far_point(domain d, uint64_t *state, int i)
{
    int turn = i % 4, cell = i / 4;
    switch (d) {
    case LINE:
        if (turn < 2)
            return uniform_in(state, -800, 800);
        return (turn == 2 ? 1 : -1) * in_binade(state, cell % BINADES - 1074);
    case NEGATIVE:
        return turn == 0 ? uniform_in(state, -800, 0) : -in_binade(state, i % BINADES - 1074);
    case ODDS:
        return in_binade(state, i % BINADES - 1074);
    case PROBABILITY:
        return turn < 2 ? in_binade(state, cell % 1074 - 1074) : 1 - in_binade(state, -1 - cell % 53);
    }
    return NAN;
}

/* Log-odds in [-40, 40], or what belongs to them; a third of the probabilities close to 1/2. */
static double near_point(domain d, uint64_t *state, int i)
{
    switch (d) {
    case LINE:
        return uniform_in(state, -40, 40);
    case NEGATIVE:
        return uniform_in(state, -40, 0);
    case ODDS:
        return exp(uniform_in(state, -40, 40));
    case PROBABILITY:
        if (i % 3 == 0)
            return uniform(state);
        if (i % 3 == 1)
            return 1 / (1 + exp(uniform_in(state, -40, 40)));
        return 0.5 + (i % 2 ? 1 : -1) * in_binade(state, -2 - i / 6 % 52);
    }
    return NAN;
}

/* ---- Functions of one number ---- */

typedef struct {
    const char *name; /* without the prefix */
    double (*f)(double);
    truth_of_one *truth;
    domain domain;
    double most; /* the header's figure */
    double at;   /* where a million points have it */
} function;

#define F(name) #name, logreg_##name

static const function functions[] = {
    {F(sigmoid), true_sigmoid, LINE, 0.5002, -25.658969898311579},
    {F(sigmoid_complement), true_complement, LINE, 0.5002, 27.062574257636317},
    {F(sigmoid_derivative), true_derivative, LINE, 0.5001, -54.552658201692566},
    {F(sigmoid_second_derivative), true_second_derivative, LINE, 0.5002, 0.35669255370828523},
    {F(logit), true_logit, PROBABILITY, 0.5056, 0.49808380436785171},
    {F(log_sigmoid), true_log_sigmoid, LINE, 0.5113, 4.2699968060187601},
    {F(log1pexp), true_log1pexp, LINE, 0.5113, -4.4482910556192063},
    {F(log1mexp), true_log1mexp, NEGATIVE, 0.5157, -4.197452143412816},
    {F(odds_from_probability), true_odds, PROBABILITY, 0.5001, 9.2728549362690602e-15},
    {F(probability_from_odds), true_probability, ODDS, 0.5001, 18014398509481982},
    {F(log_odds_from_odds), true_log, ODDS, 0.5010, 1.0307521944789197},
    {F(odds_from_log_odds), true_exp, LINE, 0.5001, 34.364499849756413},
    {F(tanh), true_tanh, LINE, 0.5001, -0.01292817380637915},
    {F(tanh_derivative), true_tanh_derivative, LINE, 0.5002, -35.128821296455413},
};

#define FUNCTIONS (sizeof functions / sizeof *functions)

typedef struct {
    double error, a, b;
} found;

static void keep_worse(found *worst, double error, double a, double b)
{
    if (!(error <= worst->error))
        *worst = (found){error, a, b};
}

static void try_point(found *worst, const function *g, double x)
{
    mpfr_t argument, want;
    mpfr_init2(argument, DBL_MANT_DIG);
    mpfr_init2(want, BITS);
    mpfr_set_d(argument, x, MPFR_RNDN);
    g->truth(want, argument);
    keep_worse(worst, ulps(g->f(x), want), x, 0);
    mpfr_clear(argument);
    mpfr_clear(want);
}

/* Around the worst of n points, from half of it down to its last place. */
static void search(found *worst, const function *g, uint64_t *state, int n)
{
    for (double radius = 0.5; radius > DBL_EPSILON / 2; radius /= 2)
        for (int i = 0; i < n / 20000; i++) {
            double x = worst->a * (1 + radius * uniform_in(state, -1, 1));
            if (g->domain != PROBABILITY || x <= 1)
                try_point(worst, g, x);
        }
}

static found worst_of(const found *parts)
{
    found worst = parts[0];
    for (int i = 1; i < PARTS; i++)
        keep_worse(&worst, parts[i].error, parts[i].a, parts[i].b);
    return worst;
}

static long points(void)
{
#ifdef PROOF
    return proof_rounds(POINTS);
#else
    return POINTS;
#endif
}

static found sweep(const function *g)
{
    found worst[PARTS];
    const int n = (int)points();
#pragma omp parallel for schedule(dynamic)
    for (int part = 0; part < PARTS; part++) {
        uint64_t state = state_of(part);
        found here = {0, 0, 0};
        if (part == 0 && n < POINTS)
            try_point(&here, g, g->at);
        for (int i = part; i < n; i += PARTS) {
            try_point(&here, g, far_point(g->domain, &state, i));
            try_point(&here, g, near_point(g->domain, &state, i));
        }
        search(&here, g, &state, n);
        worst[part] = here;
        mpfr_free_cache();
    }
    return worst_of(worst);
}

/* At most `most`; in the proof near it too. Mirrored functions share the larger figure. */
static bool is_most(const char *name, found worst, double most)
{
    printf("# %s: largest error %.6f ulp, at %.17g %.17g\n", name, worst.error, worst.a, worst.b);
#ifdef PROOF
    if (worst.error < most - 5e-4)
        return false;
#endif
    return worst.error <= most;
}

static void functions_are_accurate(void)
{
    for (size_t i = 0; i < FUNCTIONS; i++)
        CU_ASSERT_TRUE(is_most(functions[i].name, sweep(&functions[i]), functions[i].most));
}

/* The figure that this test holds stands in the comment before the declaration. */
static void header_tells_the_figures(void)
{
    static char text[32768];
    FILE *file = fopen(source_path("include/logreg/special.h"), "r");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    for (size_t i = 0; i < FUNCTIONS; i++) {
        char declaration[80], figure[32];
        snprintf(declaration, sizeof declaration, "\nLOGREG_API double logreg_%s(", functions[i].name);
        snprintf(figure, sizeof figure, " %.4f ulp. */", functions[i].most);
        const char *place = strstr(text, declaration);
        CU_ASSERT_PTR_NOT_NULL_FATAL(place);
        bool told = strncmp(place - strlen(figure), figure, strlen(figure)) == 0;
        if (!told)
            printf("# %s: the header does not say%s\n", functions[i].name, figure);
        CU_ASSERT_TRUE(told);
    }
}

/* ---- Ratios ---- */

typedef struct {
    const char *name;
    double (*f)(double, double);
    truth_of_two *truth;
    bool of_ratio; /* the first argument is a ratio, else a probability */
} function_of_two;

static const function_of_two ratios[] = {
    {F(odds_ratio), true_odds_ratio, false},
    {F(risk_ratio), true_risk_ratio, false},
    {F(risk_ratio_from_odds_ratio), true_risk_ratio_of_odds, true},
    {F(odds_ratio_from_risk_ratio), true_odds_ratio_of_risk, true},
    {F(probability_from_odds_ratio), true_probability_of_odds_ratio, true},
    {F(probability_from_risk_ratio), true_probability_of_risk_ratio, true},
};

#define RATIO_MOST 0.5001

static double any_point(domain d, uint64_t *state)
{
    int i = (int)(uniform(state) * 1e9);
    return uniform(state) < 0.5 ? far_point(d, state, i) : near_point(d, state, i);
}

static found sweep_pairs(const function_of_two *g)
{
    found worst[PARTS];
    const int n = (int)points();
#pragma omp parallel for schedule(dynamic)
    for (int part = 0; part < PARTS; part++) {
        uint64_t state = state_of(part);
        found here = {0, 0, 0};
        mpfr_t want;
        mpfr_init2(want, BITS);
        for (int i = part; i < n; i += PARTS) {
            double p0 = any_point(PROBABILITY, &state);
            double a = any_point(g->of_ratio ? ODDS : PROBABILITY, &state);
            if (g->of_ratio && i % 3 == 0) /* a risk near 1, where 1 - p0 RR cancels */
                a = fmin(1 / p0, DBL_MAX) * (1 - in_binade(&state, -1 - (int)(53 * uniform(&state))));
            g->truth(want, a, p0);
            keep_worse(&here, ulps(g->f(a, p0), want), a, p0);
        }
        mpfr_clear(want);
        worst[part] = here;
        mpfr_free_cache();
    }
    return worst_of(worst);
}

static void ratios_are_accurate(void)
{
    found worst = {0, 0, 0};
    for (size_t i = 0; i < sizeof ratios / sizeof *ratios; i++) {
        found this = sweep_pairs(&ratios[i]);
        CU_ASSERT(this.error <= RATIO_MOST);
        printf("# %s: %.6f ulp at %.17g %.17g\n", ratios[i].name, this.error, this.a, this.b);
        keep_worse(&worst, this.error, this.a, this.b);
    }
    CU_ASSERT_TRUE(is_most("ratios", worst, RATIO_MOST));
}

/* ---- Many classes ---- */

#define MOST 12

/* n numbers about a centre; one of them now and then far below. */
static size_t random_vector(uint64_t *state, double *x)
{
    size_t n = 1 + (size_t)(uniform(state) * MOST);
    double centre = uniform(state) < 0.5 ? 0 : uniform_in(state, -1000, 1000);
    double spread = exp(uniform_in(state, -20, 5));
    for (size_t i = 0; i < n; i++)
        x[i] = centre + spread * uniform_in(state, -1, 1) -
               (uniform(state) < 0.1 ? uniform_in(state, 0, 1500) : 0);
    return n;
}

/* Where the largest number and the log of the sum cancel, the bound is an absolute one. */
static void logsumexp_is_accurate(void)
{
    uint64_t state = 1;
    mpfr_t want, gap;
    mpfr_init2(want, BITS);
    mpfr_init2(gap, BITS);
    double worst_share = 0;
    for (int i = 0; i < POINTS / 4; i++) {
        double x[MOST];
        size_t n = random_vector(&state, x);
        if (i % 4 == 0) { /* the sum of n equal exponentials near 1 */
            n = 2 + n % (MOST - 1);
            for (size_t j = 0; j < n; j++)
                x[j] = -log((double)n) * (1 + 1e-15 * uniform_in(&state, -1, 1));
        }
        true_sum(want, x, n);
        mpfr_log(want, want, MPFR_RNDN);
        double got = logreg_logsumexp(x, n), size = fabs(mpfr_get_d(want, MPFR_RNDN));
        mpfr_sub_d(gap, want, got, MPFR_RNDN);
        double bound = ULP * (nextafter(size, INFINITY) - size) + 1e-18 * (1 + log((double)n));
        double share = fabs(mpfr_get_d(gap, MPFR_RNDN)) / bound;
        worst_share = share > worst_share ? share : worst_share;
    }
    printf("# logsumexp: largest error over its bound: %.4f\n", worst_share);
    CU_ASSERT(worst_share <= 0.99);
    mpfr_clear(want);
    mpfr_clear(gap);
}

/* log(p): through log1p where p is next to 1, from the sum of the others. */
static void true_log_softmax(mpfr_t y, const double *x, size_t n, size_t i)
{
    double others[MOST];
    for (size_t j = 0; j < n; j++)
        others[j] = x[j];
    others[i] = -INFINITY;
    mpfr_t e;
    mpfr_init2(e, BITS);
    true_sum(y, others, n);
    mpfr_set_d(e, x[i], MPFR_RNDN);
    mpfr_exp(e, e, MPFR_RNDN);
    mpfr_div(y, y, e, MPFR_RNDN);
    mpfr_log1p(y, y, MPFR_RNDN);
    mpfr_neg(y, y, MPFR_RNDN);
    mpfr_clear(e);
}

static void softmax_is_accurate(void)
{
    uint64_t state = 2;
    mpfr_t sum, want;
    mpfr_init2(sum, BITS);
    mpfr_init2(want, BITS);
    found worst = {0, 0, 0}, worst_log = {0, 0, 0};
    for (int i = 0; i < POINTS / 8; i++) {
        double x[MOST], p[MOST], log_p[MOST];
        size_t n = random_vector(&state, x);
        true_sum(sum, x, n);
        logreg_softmax(p, x, n);
        logreg_log_softmax(log_p, x, n);
        for (size_t j = 0; j < n; j++) {
            mpfr_set_d(want, x[j], MPFR_RNDN);
            mpfr_exp(want, want, MPFR_RNDN);
            mpfr_div(want, want, sum, MPFR_RNDN);
            keep_worse(&worst, ulps(p[j], want), x[j], (double)n);
            true_log_softmax(want, x, n, j);
            if (mpfr_get_d(want, MPFR_RNDN) < -1e-250)
                keep_worse(&worst_log, ulps(log_p[j], want), x[j], (double)n);
            else
                CU_ASSERT(fabs(log_p[j] - mpfr_get_d(want, MPFR_RNDN)) <= 1e-270 * (double)n);
        }
    }
    CU_ASSERT_TRUE(is_most("softmax", worst, 0.5001));
    CU_ASSERT_TRUE(is_most("log_softmax", worst_log, 0.5035));
    mpfr_clear(sum);
    mpfr_clear(want);
}

const test_case tests[] = {
    {"functions of one number", functions_are_accurate},
    {"the header tells the largest errors", header_tells_the_figures},
    {"odds ratio and risk ratio", ratios_are_accurate},
    {"logsumexp", logsumexp_is_accurate},
    {"softmax and its log", softmax_is_accurate},
    {NULL, NULL},
};
