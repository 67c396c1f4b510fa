/* Does a finite maximum exist: against brute force in integers. */
#include "harness.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/exact.h"
#include "design_of.h"
#include "rays.h"
#include "solvers/existence/existence.h"

/* ---- Random small integers against brute force ---- */

#define MOST_ROWS 10

typedef struct {
    size_t n, p, k, q; /* p: columns, the intercept among them */
    bool intercept, has_weights, has_trials;
    double X[MOST_ROWS * RAYS_Q], y[MOST_ROWS], w[MOST_ROWS], trials[MOST_ROWS];
    long shear; /* see below */
    size_t m;   /* comparisons */
    long z[6 * MOST_ROWS][RAYS_Q];
    size_t owner[6 * MOST_ROWS];   /* row of each */
    bool strict[6 * MOST_ROWS];    /* some direction decides it */
    bool up[RAYS_Q], down[RAYS_Q]; /* coefficients that some direction raises, or lowers */
} sample;

static uint64_t state;

static unsigned draw(unsigned below)
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(state >> 33) % below;
}

static void compare(sample *s, size_t row, size_t winner, size_t loser)
{
    long *z = s->z[s->m];
    memset(z, 0, sizeof s->z[0]);
    for (size_t j = 0; j < s->p; j++) {
        size_t raw = s->p - s->intercept;
        long x = s->intercept ? (j ? (long)s->X[row * raw + j - 1] : 1) : (long)s->X[row * raw + j];
        if (winner)
            z[(winner - 1) * s->p + j] += x;
        if (loser)
            z[(loser - 1) * s->p + j] -= x;
    }
    s->owner[s->m++] = row;
}

/* Data of n rows, values 0 .. range - 1; false if they make no fit: an empty class, or columns that are dependent. */
static bool make_sample(sample *s)
{
    static const size_t shapes[][2] = {{1, 1}, {2, 1}, {3, 1}, {3, 1}, {4, 1}, {1, 2}, {2, 2}, {1, 3}};
    const size_t *shape = shapes[draw(sizeof shapes / sizeof *shapes)];
    memset(s, 0, sizeof *s);
    s->p = shape[0];
    s->k = shape[1];
    s->q = s->p * s->k;
    s->intercept = draw(4) > 0;
    s->n = s->q + draw((unsigned)(MOST_ROWS - s->q + 1));
    s->has_trials = s->k == 1 && draw(4) == 0;
    s->has_weights = draw(4) == 0;
    unsigned range = 2 + draw(3);
    size_t raw = s->p - s->intercept, seen = 0;
    for (size_t i = 0; i < s->n; i++) {
        for (size_t j = 0; j < raw; j++)
            s->X[i * raw + j] = draw(range);
        s->trials[i] = s->has_trials ? 1 + draw(2) : 1;
        s->w[i] = s->has_weights ? draw(3) : 1;
        s->y[i] = draw(s->has_trials ? (unsigned)s->trials[i] + 1 : (unsigned)s->k + 1);
        if (s->w[i] == 0)
            continue;
        if (s->has_trials) {
            if (s->y[i] > 0)
                compare(s, i, 1, 0);
            if (s->y[i] < s->trials[i])
                compare(s, i, 0, 1);
            seen |= (s->y[i] > 0) * 2u | (s->y[i] < s->trials[i]);
            continue;
        }
        seen |= (size_t)1 << (size_t)s->y[i];
        for (size_t loser = 0; loser <= s->k; loser++)
            if (loser != (size_t)s->y[i])
                compare(s, i, (size_t)s->y[i], loser);
    }
    return seen == ((size_t)2 << s->k) - 1 &&
           rays_rank((const long(*)[RAYS_Q])s->z, s->m, s->q, NULL) == s->q;
}

static void note_ray(const long *b, void *context)
{
    sample *s = context;
    for (size_t i = 0; i < s->m; i++) {
        long value = 0;
        for (size_t j = 0; j < s->q; j++)
            value += s->z[i][j] * b[j];
        s->strict[i] |= value > 0;
    }
    for (size_t j = 0; j < s->q; j++) {
        long value = b[j];
        for (size_t l = j + 1; j % s->p == s->intercept && l % s->p > s->intercept; l++)
            value -= s->shear * b[l];
        s->up[j] |= value > 0;
        s->down[j] |= value < 0;
    }
}

static void show(const sample *s)
{
    printf("# n %zu, p %zu, k %zu, intercept %d\n", s->n, s->p, s->k, s->intercept);
    for (size_t i = 0; i < s->n; i++) {
        printf("#");
        for (size_t j = 0; j < s->p - s->intercept; j++)
            printf(" %g", s->X[i * (s->p - s->intercept) + j]);
        printf(" : y %g, trials %g, weight %g\n", s->y[i], s->trials[i], s->w[i]);
    }
}

static logreg_coef_status status_of(bool up, bool down)
{
    if (up && down)
        return LOGREG_COEF_UNDETERMINED;
    return up ? LOGREG_COEF_PLUS_INFINITY : down ? LOGREG_COEF_MINUS_INFINITY : LOGREG_COEF_OK;
}

/* The direction decides the strict comparisons and leaves the others at 0, exactly. */
static bool direction_is_right(const sample *s, const logreg__existence *e)
{
    for (size_t i = 0; i < s->m; i++) {
        double z[RAYS_Q];
        for (size_t j = 0; j < s->q; j++)
            z[j] = (double)s->z[i][j];
        if (logreg__exact_sign(z, e->direction, NULL, s->q) != s->strict[i])
            return false;
    }
    return true;
}

/* What is not dropped has full column rank over the tied comparisons, and no less rank than all of it. */
static bool drop_is_right(const sample *s, const logreg__existence *e)
{
    long tied[6 * MOST_ROWS][RAYS_Q];
    size_t m = 0, kept = 0;
    bool keep[RAYS_Q];
    for (size_t i = 0; i < s->m; i++)
        if (!s->strict[i])
            memcpy(tied[m++], s->z[i], sizeof tied[0]);
    for (size_t j = 0; j < s->q; j++) {
        keep[j] = !e->drop[j];
        kept += keep[j];
        if (e->drop[j] && e->status[j] == LOGREG_COEF_OK)
            return false;
    }
    const long(*rows)[RAYS_Q] = (const long(*)[RAYS_Q])tied;
    return rays_rank(rows, m, s->q, keep) == kept && rays_rank(rows, m, s->q, NULL) == kept;
}

/* By brute force: which comparisons some direction decides, and which coefficients it raises and lowers. */
static void solve(sample *s)
{
    rays_visit(&(rays_cone){.q = s->q, .m = s->m, .z = (const long(*)[RAYS_Q])s->z}, note_ray, s);
}

static bool rows_are_right(const sample *s, const logreg__existence *e)
{
    bool any_strict = false, any_tied = false, ok = true, separated[MOST_ROWS];
    for (size_t i = 0; i < s->n; i++)
        separated[i] = true; /* one without weight is never kept */
    for (size_t i = 0; i < s->m; i++) {
        any_strict |= s->strict[i];
        any_tied |= !s->strict[i];
        separated[s->owner[i]] &= s->strict[i];
    }
    for (size_t i = 0; i < s->n; i++)
        ok &= !any_strict || e->separated[i] == separated[i];
    return ok && e->separation == (!any_strict ? LOGREG_SEPARATION_NONE
                                   : any_tied  ? LOGREG_SEPARATION_QUASI
                                               : LOGREG_SEPARATION_COMPLETE);
}

static bool statuses_are_right(const sample *s, const logreg__existence *e)
{
    bool ok = true;
    for (size_t j = 0; j < s->q; j++)
        ok &= e->status[j] == status_of(s->up[j], s->down[j]);
    return ok;
}

/* Decides the sample, its features replaced by X. */
static logreg__existence *decide(const sample *s, const double *X)
{
    logreg_error err = {.message = ""};
    logreg__existence *e = NULL;
    design_of d = design_of_array(X, s->y, s->has_weights ? s->w : NULL, s->has_trials ? s->trials : NULL,
                                  s->n, s->p - s->intercept, s->intercept, NULL, &err);
    if (!d.design || logreg__existence_decide(&e, d.design, s->k, &err) != LOGREG_OK)
        printf("# %s\n", err.message);
    design_of_free(&d);
    return e;
}

static void agrees_with_brute_force(void)
{
    size_t kinds[3] = {0}, undetermined = 0;
    for (uint64_t round = 0; round < 20000; round++) {
        sample s;
        state = round;
        if (!make_sample(&s))
            continue;
        solve(&s);
        logreg__existence *e = decide(&s, s.X);
        bool ok = e && rows_are_right(&s, e) && statuses_are_right(&s, e) && direction_is_right(&s, e) &&
                  drop_is_right(&s, e);
        CU_ASSERT_TRUE(ok);
        if (!ok)
            show(&s);
        if (e)
            kinds[e->separation]++;
        for (size_t j = 0; e && j < s.q; j++)
            undetermined += e->status[j] == LOGREG_COEF_UNDETERMINED;
        logreg__existence_free(e);
    }
    printf("# none %zu, quasi %zu, complete %zu; %zu undetermined\n", kinds[0], kinds[1], kinds[2],
           undetermined);
    CU_ASSERT_TRUE(kinds[0] > 1000 && kinds[1] > 1000 && kinds[2] > 1000 && undetermined > 100);
}

/* ---- The same data in other numbers ---- */

/* x := factor x + shift, the second and later features times `more` as well; then the first two features are turned into
 * x1 + turn x2 and x1 - turn x2, and `shear` times the first is added to the others, which the first coefficient loses. The integers' answer stands, but where the doubles are not the decimals. */
typedef struct {
    double factor, shift, more, turn;
    bool same_statuses;
    long shear;
} change;

static const change changes[] = {
    {0.1, 0, 1, 0, true, 0}, /* decimals: 0.1 + 0.2 is not 0.3 in doubles */
    {1.0 / 3, 0, 1, 0, true, 0},    {1e12, 0, 1e-32, 0, true, 0}, /* scales apart */
    {0.1, 1000.1, 1, 0, false, 0},                                /* far from 0 */
    {1.0 / 7, 1e5, 1, 0, false, 0}, {0.1, 1e6, 1, 0, false, 0},
    {1, 1e9, 1, 0, false, 0},       {0.1, 0, 1, 1, false, 0},
    {0.1, 0, 1, 1e-4, false, 0},                               /* features that are nearly the same */
    {0.1, 0, 1, 1e-6, false, 0},    {1, 0, 1, 0, true, 10000}, /* nearly collinear */
    {1, 0, 1, 0, true, -1000000},   {0.1, 0, 1, 0, true, 100000},
    {1, 1e5, 1, 0, false, 1000000}, {0x1p-10, 0, 1e8, 0, false, 300000},
    {1, 1e9, 1, 0, false, 3000000}, /* whole numbers beyond what rounding would tell apart */
};

static void apply(const change *c, double *X, const sample *s)
{
    size_t raw = s->p - s->intercept;
    for (size_t i = 0; i < s->n; i++) {
        double *x = X + i * raw;
        for (size_t j = 0; j < raw; j++)
            x[j] = s->X[i * raw + j] * c->factor * (j ? c->more : 1) + (s->intercept ? c->shift : 0);
        double x1 = x[0], x2 = raw > 1 ? x[1] : 0;
        if (raw > 1 && c->turn != 0) {
            x[0] = x1 + c->turn * x2;
            x[1] = x1 - c->turn * x2;
        }
        for (size_t j = 1; j < raw; j++)
            x[j] += (double)c->shear * x[0];
    }
}

static void sees_integers_in_decimals(void)
{
    for (size_t kind = 0; kind < sizeof changes / sizeof *changes; kind++)
        for (uint64_t round = 0; round < 1500; round++) {
            sample s;
            state = round;
            double X[MOST_ROWS * RAYS_Q];
            if (!make_sample(&s))
                continue;
            s.shear = changes[kind].shear;
            solve(&s);
            apply(&changes[kind], X, &s);
            logreg__existence *e = decide(&s, X);
            bool ok =
                e && rows_are_right(&s, e) && (!changes[kind].same_statuses || statuses_are_right(&s, e));
            CU_ASSERT_TRUE(ok);
            if (!ok)
                show(&s);
            logreg__existence_free(e);
        }
}

const test_case tests[] = {
    {"agrees with brute force on small integers", agrees_with_brute_force},
    {"sees integers in decimals, far from 0 and on any scale", sees_integers_in_decimals},
    {NULL, NULL},
};
