/* Meats: of rows by the fold; of clusters by one walk in the order of the rows, since the sums of all clusters may take more room than
 * the rows of a segment. */
#include "covariance/covariance.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "engine/dense.h"
#include "engine/fold_block.h"
#include "engine/kernels.h"

const char *const logreg__covariance_words[LOGREG__COVARIANCES] = {"classical", "HC0",     "HC1",       "HC2",
                                                                   "HC3",       "cluster", "linearized"};

logreg__covariance_kind logreg__covariance_find(const char *word)
{
    logreg__covariance_kind kind = LOGREG__CLASSICAL;
    while (word && kind < LOGREG__COVARIANCES && strcmp(word, logreg__covariance_words[kind]) != 0)
        kind++;
    return kind;
}

/* ---- Rows ---- */

/* Both triangles of W from the lower one of a sum. */
static void take_over(double *W, const double *sum, size_t q, double factor)
{
    for (size_t j = 0; j < q; j++)
        for (size_t i = j; i < q; i++)
            W[j * q + i] = W[i * q + j] = factor * sum[j * q + i];
}

logreg_status logreg__meat_of_rows(double *W, size_t *whole, logreg__covariance_kind kind, double n,
                                   const logreg__problem *problem, const double *b, const double *L,
                                   logreg_error *err)
{
    size_t q = problem->q;
    double *input = logreg__new_raw(2 * q + 2, (q + 2) * sizeof *input); /* which holds both */
    if (!input)
        return logreg__fail_memory(err);
    double *sum = input + q + q * q + 1;
    memcpy(input, b, q * sizeof *input);
    logreg__lower_invert_rows(input + q, L, q);
    input[q + q * q] = kind == LOGREG__HC2 ? 1 : kind == LOGREG__HC3 ? 2 : 0;
    logreg_status status = logreg__fold(problem, &logreg__kernel_meat, 1, input, sum, NULL, err);
    if (status == LOGREG_OK) {
        const double *ends = sum + q * q;
        bool divides = input[q + q * q] > 0;
        *whole = divides && ends[LOGREG__MEAT_LEVERAGE] >= LOGREG__WHOLE_LEVERAGE
                     ? (size_t)ends[LOGREG__MEAT_ROW]
                     : SIZE_MAX;
        if (*whole == SIZE_MAX)
            take_over(W, sum, q,
                      kind == LOGREG__HC1          ? n / (n - (double)q)
                      : kind == LOGREG__LINEARIZED ? n / (n - 1)
                                                   : 1);
    }
    free(input);
    return status;
}

/* ---- Clusters ---- */

/* Residuals of a block's rows in each linear predictor, in room for the kernels' link. */
static const double *residuals(const logreg__walk *walk, const double *b)
{
    const logreg__problem *p = walk->problem;
    double *eta = walk->scratch, *r = eta + p->k * LOGREG__BLOCK_ROWS, *other = r + p->k * LOGREG__BLOCK_ROWS,
           least = INFINITY;
    logreg__walk_predictor(eta, walk, b);
    if (p->k == 1)
        p->inner->link(r, other, &least, eta, walk->y, walk->w, walk->full_rows, NULL, 0);
    else
        p->inner->classes(eta, r, other, walk->y, walk->w, walk->full_rows, p->k);
    return r;
}

/* Adds r z to the score of a row's cluster. */
static void add_score(double *score, const logreg__walk *walk, size_t row, double r)
{
    const logreg__design *d = walk->problem->design;
    for (size_t j = 0; j < d->n_dense; j++)
        score[j] += r * walk->Z[j * LOGREG__BLOCK_ROWS + row];
    for (size_t g = 0; g < d->n_groups; g++)
        if (walk->code[g][row] != LOGREG__NO_COLUMN)
            score[d->group[g].first + walk->code[g][row]] += r * (walk->value[g] ? walk->value[g][row] : 1);
}

static logreg_status sum_scores(double *S, const logreg__clusters *clusters, const logreg__problem *problem,
                                const double *b, logreg_error *err)
{
    size_t p = problem->design->p, q = problem->q, n = problem->design->n,
           blocks = n / LOGREG__BLOCK_ROWS + (n % LOGREG__BLOCK_ROWS != 0);
    logreg__block_room room;
    logreg__walk walk = {.problem = problem,
                         .scratch = logreg__new_lines(LOGREG__BLOCK_ROWS * logreg__link_blocks(problem))};
    bool ok = logreg__block_room_init(&room, problem) && walk.scratch;
    for (size_t i = 0; ok && i < blocks; i++) {
        logreg__block_show(&walk, &room, i, blocks);
        const double *r = residuals(&walk, b);
        for (size_t row = 0; row < walk.rows; row++) {
            uint32_t cluster = clusters->of[walk.first + row];
            for (size_t c = 0; cluster != LOGREG__NO_CLUSTER && c < problem->k; c++)
                add_score(S + cluster * q + c * p, &walk, row, r[c * LOGREG__BLOCK_ROWS + row]);
        }
    }
    logreg__block_room_clear(&room);
    free(walk.scratch);
    return ok ? LOGREG_OK : logreg__fail_memory(err);
}

/* Sum (q x q, lower) += factor s s'. */
static void add_product(double *sum, const double *s, size_t q, double factor)
{
    for (size_t j = 0; j < q; j++)
        for (size_t i = j; i < q; i++)
            sum[j * q + i] += factor * s[i] * s[j];
}

static void add_clusters(double *sum, const double *S, size_t n, size_t q)
{
    for (size_t g = 0; g < n; g++)
        add_product(sum, S + g * q, q, (double)n / (double)(n - 1));
}

/* About the means of strata, which are 0 together, not each. false: out of memory. */
static bool add_in_strata(double *sum, double *S, size_t n, size_t q, const logreg__strata *strata)
{
    double *mean = logreg__new(strata->n, q * sizeof *mean);
    for (size_t g = 0; mean && g < n; g++)
        for (size_t j = 0; j < q; j++)
            mean[strata->of[g] * q + j] += S[g * q + j] / strata->size[strata->of[g]];
    for (size_t g = 0; mean && g < n; g++) {
        double size = strata->size[strata->of[g]], copies = strata->copies[g];
        for (size_t j = 0; j < q; j++)
            S[g * q + j] = S[g * q + j] / copies - mean[strata->of[g] * q + j];
        add_product(sum, S + g * q, q, copies * size / (size - 1));
    }
    bool ok = mean != NULL;
    free(mean);
    return ok;
}

logreg_status logreg__meat_of_clusters(double *W, double sign, const logreg__clusters *clusters,
                                       const logreg__strata *strata, const logreg__problem *problem,
                                       const double *b, const double *L, logreg_error *err)
{
    size_t q = problem->q, n = clusters->n;
    double *S = logreg__new(n, q * sizeof *S), *sum = logreg__new(q, q * sizeof *sum);
    logreg_status status = S && sum ? sum_scores(S, clusters, problem, b, err) : logreg__fail_memory(err);
    for (size_t g = 0; status == LOGREG_OK && g < n; g++)
        logreg__lower_solve(L, q, S + g * q);
    if (status == LOGREG_OK && !strata)
        add_clusters(sum, S, n, q);
    else if (status == LOGREG_OK && !add_in_strata(sum, S, n, q, strata))
        status = logreg__fail_memory(err);
    for (size_t j = 0; status == LOGREG_OK && j < q; j++)
        for (size_t i = 0; i < q; i++)
            W[j * q + i] += sign * (i >= j ? sum[j * q + i] : sum[i * q + j]);
    free(S);
    free(sum);
    return status;
}
