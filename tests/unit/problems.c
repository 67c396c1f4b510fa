#include "problems.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "harness.h"

const problem_kind problem_kinds[] = {
    {"intercept only", 40, 2, "y ~ 1", false, false, false},
    {"one number", 200, 2, "y ~ x1", false, false, false},
    {"a huge mean", 300, 2, "y ~ x1 + x2", false, false, false},
    {"scales apart", 500, 2, "y ~ x1 + x2 + x3", false, false, false},
    {"a factor", 400, 2, "y ~ x1 + f", false, false, false},
    {"factors crossed", 900, 2, "y ~ f * g + x1:f", false, false, false},
    {"no intercept", 600, 2, "y ~ x1 + f - 1", false, false, false},
    {"weights", 400, 2, "y ~ x1 + x3 + g", true, false, false},
    {"an offset", 400, 2, "y ~ x1 + g", false, true, false},
    {"grouped", 120, 2, "y ~ x1 + f", false, false, true},
    {"three classes", 500, 3, "y ~ x1 + x2", false, false, false},
    {"four classes and factors", 1200, 4, "y ~ x1 + f", true, true, false},
    {"several segments", 9001, 2, "y ~ x1 + x3 + f + g", false, false, false},
    {NULL, 0, 0, NULL, false, false, false},
};

/* Numbers in (0, 1) that only this file depends on. */
static double draw(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    uint64_t x = *state ^ *state >> 29;
    x *= 0xbf58476d1ce4e5b9u;
    x ^= x >> 32;
    return ((double)(x >> 11) + 0.5) / 9007199254740992.0;
}

static double draw_normal(uint64_t *state)
{
    double u = draw(state);
    return sqrt(-2 * log(u)) * cos(6.283185307179586 * draw(state));
}

/* A row's class by the logits 0.5 x1 + effects, times the class. */
static double draw_class(uint64_t *state, size_t classes, double score)
{
    double total = 0, p[8], u = draw(state);
    for (size_t c = 0; c < classes; c++)
        total += p[c] = exp(score * (double)c - 0.3 * (double)(c * c));
    for (size_t c = 0; c + 1 < classes; c++) {
        u -= p[c] / total;
        if (u < 0)
            return (double)c;
    }
    return (double)(classes - 1);
}

logreg_frame *problem_frame(const problem_kind *kind, bool holes)
{
    static const char *const f_levels[] = {"a", "b", "c", "d"}, *const g_levels[] = {"low", "mid", "top"};
    size_t n = kind->rows * (holes ? 2 : 1), filled = 0;
    double *column[7];
    for (int c = 0; c < 7; c++)
        column[c] = calloc(n, sizeof(double));
    const char **f = calloc(n, sizeof *f), **g = calloc(n, sizeof *g);
    uint64_t state = 20240229, gap = 7;
    double x1 = 0, x2 = 0, x3 = 0;
    for (size_t i = 0; i < n; i++) {
        bool hole = holes && (n - i > kind->rows - filled) && (draw(&gap) < 0.5 || filled == kind->rows);
        if (hole) {
            column[0][i] = NAN;
            f[i] = f_levels[0];
            g[i] = g_levels[0];
            column[5][i] = column[4][i] = 1;
            continue;
        }
        filled++;
        x1 = draw_normal(&state);
        x2 = 1e9 + 3 * draw_normal(&state) + x1;
        x3 = 1e-7 * draw_normal(&state);
        size_t a = (size_t)(draw(&state) * 4), b = (size_t)(draw(&state) * 3);
        double offset = draw_normal(&state), weight = floor(draw(&state) * 4),
               trials = 1 + floor(draw(&state) * 9);
        double score = 0.6 * x1 - 0.2 * (x2 - 1e9) + 4e6 * x3 + 0.4 * (double)a - 0.5 * (double)b;
        if (kind->offset)
            score += offset;
        double y = draw_class(&state, kind->classes, score);
        for (double t = 1; kind->trials && t < trials; t++)
            y += draw_class(&state, 2, score);
        double values[] = {x1, x2, x3, y, kind->weights ? weight : 1, kind->trials ? trials : 1, offset};
        for (int c = 0; c < 7; c++)
            column[c][i] = values[c];
        f[i] = f_levels[a];
        g[i] = g_levels[b];
    }
    static const char *const names[] = {"x1", "x2", "x3", "y", "w", "t", "o"};
    logreg_frame *frame = NULL;
    logreg_error err;
    bool ok = logreg_frame_new(&frame, &err) == LOGREG_OK;
    for (int c = 0; c < 7; c++) {
        ok = ok && logreg_frame_add_numeric(frame, names[c], column[c], n, 1, &err) == LOGREG_OK;
        free(column[c]);
    }
    ok = ok && logreg_frame_add_category(frame, "f", f, n, &err) == LOGREG_OK;
    ok = ok && logreg_frame_add_category(frame, "g", g, n, &err) == LOGREG_OK;
    CU_ASSERT_TRUE_FATAL(ok);
    free(f);
    free(g);
    return frame;
}

void problem_make(problem_set *s, const problem_kind *kind, bool holes, bool standardise, int threads)
{
    logreg_error err = {.message = ""};
    *s = (problem_set){.kind = kind, .frame = problem_frame(kind, holes)};
    size_t complete = logreg_frame_find(s->frame, "x1");
    logreg__outcome outcome = {.target = "y",
                               .weights = kind->weights ? "w" : NULL,
                               .offset = kind->offset ? "o" : NULL,
                               .trials = kind->trials ? "t" : NULL};
    bool ok =
        logreg__formula_parse(&s->formula, kind->formula, s->frame, NULL, 0, &err) == LOGREG_OK &&
        logreg__rows_complete(&s->rows, s->frame, &complete, 1, &err) == LOGREG_OK &&
        logreg__terms_new(&s->terms, s->formula, s->frame, s->rows, &err) == LOGREG_OK &&
        logreg__response_new(&s->response, &outcome, s->frame, s->rows, &err) == LOGREG_OK &&
        logreg__design_new(&s->design, s->terms, s->frame, s->rows, s->response, NULL, &err) == LOGREG_OK &&
        logreg__problem_new(&s->problem, s->design, kind->classes - 1, threads, &err) == LOGREG_OK &&
        (!standardise || logreg__problem_standardise(s->problem, true, &err) == LOGREG_OK);
    if (!ok)
        printf("# %s: %s\n", kind->name, err.message);
    CU_ASSERT_TRUE_FATAL(ok);
}

void problem_clear(problem_set *s)
{
    logreg__problem_free(s->problem);
    logreg__design_free(s->design);
    logreg__response_free(s->response);
    logreg__terms_free(s->terms);
    logreg__rows_free(s->rows);
    logreg__formula_free(s->formula);
    logreg_frame_free(s->frame);
}

void problem_rows(const problem_set *s, double *X, double *y, double *w, double *offset)
{
    logreg__scratch *scratch = logreg__scratch_new(s->design);
    size_t n = s->design->n, p = s->design->p;
    for (size_t first = 0; first < n; first += LOGREG__BLOCK_ROWS) {
        size_t rows = n - first < LOGREG__BLOCK_ROWS ? n - first : LOGREG__BLOCK_ROWS;
        logreg__block b;
        logreg__design_block(&b, s->design, first, rows, scratch);
        logreg__block_expand(X + first * p, s->design, &b);
        for (size_t r = 0; r < rows; r++) {
            y[first + r] = b.y[r];
            w[first + r] = b.w ? b.w[r] : 1;
            offset[first + r] = b.offset ? b.offset[r] : 0;
        }
    }
    logreg__scratch_free(scratch);
}

/* ---- Long double ---- */

/* Solves A x = b and, where inverse is given, A inverse = I, by elimination with complete row pivoting on a copy. */
static bool solve(long double *x, long double *inverse, const long double *A, const long double *b, size_t q)
{
    size_t width = q + 1 + q;
    long double *M = calloc(q * width, sizeof *M);
    for (size_t i = 0; i < q; i++) {
        memcpy(M + i * width, A + i * q, q * sizeof *M);
        M[i * width + q] = b[i];
        M[i * width + q + 1 + i] = 1;
    }
    bool ok = true;
    for (size_t j = 0; ok && j < q; j++) {
        size_t best = j;
        for (size_t i = j; i < q; i++)
            if (fabsl(M[i * width + j]) > fabsl(M[best * width + j]))
                best = i;
        for (size_t c = 0; c < width; c++) {
            long double keep = M[j * width + c];
            M[j * width + c] = M[best * width + c];
            M[best * width + c] = keep;
        }
        ok = M[j * width + j] != 0;
        for (size_t i = 0; ok && i < q; i++) {
            long double factor = M[i * width + j] / M[j * width + j];
            for (size_t c = j; i != j && c < width; c++)
                M[i * width + c] -= factor * M[j * width + c];
        }
    }
    for (size_t i = 0; ok && i < q; i++) {
        x[i] = M[i * width + q] / M[i * width + i];
        for (size_t c = 0; inverse && c < q; c++)
            inverse[i * q + c] = M[i * width + q + 1 + c] / M[i * width + i];
    }
    free(M);
    return ok;
}

/* Means of the columns as long doubles, so that huge means do not cancel. */
static void centres(long double *m, const double *X, size_t n, size_t p)
{
    for (size_t j = 0; j < p; j++) {
        m[j] = 0;
        for (size_t i = 0; i < n; i++)
            m[j] += X[i * p + j] / (long double)n;
    }
}

/* Gradient and information at b, which belongs to the columns less m (NULL: as they are). */
static void derivatives(long double *g, long double *H, const long double *b, const long double *m,
                        const double *X, const double *y, const double *w, const double *offset, size_t n,
                        size_t p, size_t k)
{
    size_t q = p * k;
    memset(g, 0, q * sizeof *g);
    memset(H, 0, q * q * sizeof *H);
    for (size_t i = 0; i < n; i++) {
        long double eta[8], x[64], most = 0, sum, share[8];
        for (size_t j = 0; j < p; j++)
            x[j] = X[i * p + j] - (m ? m[j] : 0);
        for (size_t c = 0; c < k; c++) {
            eta[c] = offset[i];
            for (size_t j = 0; j < p; j++)
                eta[c] += x[j] * b[c * p + j];
            most = fmaxl(most, eta[c]);
        }
        sum = expl(-most);
        for (size_t c = 0; c < k; c++)
            sum += share[c] = expl(eta[c] - most);
        for (size_t c = 0; c < k; c++)
            share[c] /= sum;
        for (size_t c = 0; c < k; c++) {
            long double own = k == 1 ? y[i] : y[i] == (double)(c + 1);
            for (size_t j = 0; j < p; j++) {
                g[c * p + j] += w[i] * (share[c] - own) * x[j];
                for (size_t d = 0; d < k; d++)
                    for (size_t l = 0; l < p; l++)
                        H[(c * p + j) * q + d * p + l] +=
                            w[i] * share[c] * ((c == d) - share[d]) * x[j] * x[l];
            }
        }
    }
}

/* Does a column of ones stand first? Then columns may be centred. */
static bool has_ones(const double *X, size_t n, size_t p)
{
    for (size_t i = 0; i < n; i++)
        if (X[i * p] != 1)
            return false;
    return true;
}

bool precise_fit(long double *beta, long double *se, const double *X, const double *y, const double *w,
                 const double *offset, size_t n, size_t p, size_t k)
{
    size_t q = p * k;
    bool ones = has_ones(X, n, p), ok = true;
    long double *g = calloc(q, sizeof *g), *H = calloc(q * q, sizeof *H), *V = calloc(q * q, sizeof *V);
    long double *step = calloc(q, sizeof *step), *m = calloc(p, sizeof *m);
    if (ones)
        centres(m, X, n, p);
    m[0] = 0;
    memset(beta, 0, q * sizeof *beta);
    long double lambda = 1;
    for (int it = 0; ok && it < 60 && lambda > 1e-16L; it++) {
        derivatives(g, H, beta, m, X, y, w, offset, n, p, k);
        ok = solve(step, V, H, g, q);
        lambda = 0;
        for (size_t j = 0; j < q; j++)
            lambda += step[j] * g[j];
        lambda = sqrtl(fmaxl(lambda, 0));
        for (size_t j = 0; j < q; j++)
            beta[j] -= step[j] * (lambda > 20 ? 20 / lambda : 1);
    }
    /* beta_0 = b_0 - sum m_j b_j, and its variance by the same rule. */
    for (size_t c = 0; c < k; c++) {
        for (size_t j = 0; j < p; j++)
            se[c * p + j] = sqrtl(V[(c * p + j) * q + c * p + j]);
        long double variance = 0;
        for (size_t j = 0; j < p; j++)
            for (size_t l = 0; l < p; l++)
                variance += (j ? -m[j] : 1) * (l ? -m[l] : 1) * V[(c * p + j) * q + c * p + l];
        if (ones)
            se[c * p] = sqrtl(variance);
        for (size_t j = 1; ones && j < p; j++)
            beta[c * p] -= m[j] * beta[c * p + j];
    }
    free(g);
    free(H);
    free(V);
    free(step);
    free(m);
    return ok && lambda < 1e-14L;
}

long double precise_decrement(const double *beta, const double *X, const double *y, const double *w,
                              const double *offset, size_t n, size_t p, size_t k)
{
    size_t q = p * k;
    bool ones = has_ones(X, n, p);
    long double *g = calloc(q, sizeof *g), *H = calloc(q * q, sizeof *H), *b = calloc(q, sizeof *b);
    long double *step = calloc(q, sizeof *step), *m = calloc(p, sizeof *m);
    if (ones)
        centres(m, X, n, p);
    m[0] = 0;
    for (size_t c = 0; c < k; c++)
        for (size_t j = 0; j < p; j++) {
            b[c * p + j] += beta[c * p + j];
            b[c * p] += j ? m[j] * beta[c * p + j] : 0;
        }
    derivatives(g, H, b, m, X, y, w, offset, n, p, k);
    long double lambda = INFINITY;
    if (solve(step, NULL, H, g, q)) {
        lambda = 0;
        for (size_t j = 0; j < q; j++)
            lambda += step[j] * g[j];
        lambda = sqrtl(fmaxl(lambda, 0));
    }
    free(g);
    free(H);
    free(b);
    free(step);
    free(m);
    return lambda;
}
