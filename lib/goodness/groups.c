/* The test of Hosmer & Lemeshow, equations (100) and (101). */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "goodness/parts.h"
#include "inference/chi_squared.h"

/* Patterns first[g] .. first[g + 1] - 1 make up group g. */
typedef struct {
    size_t n, *first;
} cuts;

/* The rule of PROC LOGISTIC (SAS/STAT User's Guide, "The Hosmer-Lemeshow Goodness-of-Fit Test"), but that a last group of just half the target stays, as the
 * guide has it for HPLOGISTIC: so the published figure for the CHDAGE data comes out. first has room for the patterns and one more. */
static void cut(cuts *c, const logreg__patterns *p, size_t n_groups)
{
    double all = 0, in = 0; /* the group at hand */
    for (size_t j = 0; j < p->n; j++)
        all += p->total[j];
    double target = floor(all / (double)n_groups + 0.5);
    c->n = 0;
    for (size_t j = 0; j < p->n; j++) {
        if (j == 0 || !(in < target && in + floor(0.5 * p->total[j]) <= target)) {
            c->first[c->n++] = j;
            in = 0;
        }
        in += p->total[j];
    }
    if (c->n > 1 && in < target / 2)
        c->n--;
    c->first[c->n] = p->n;
}

/* Probability of any class but the first. */
static double not_first(const double *p, size_t K)
{
    double sum = 0;
    for (size_t c = 1; c < K; c++)
        sum += p[c];
    return sum;
}

static void fill_group(logreg_goodness_group *group, double *observed, double *expected,
                       const logreg__patterns *p, size_t first, size_t end)
{
    size_t K = p->K;
    *group = (logreg_goodness_group){.low = not_first(p->p + first * K, K),
                                     .high = not_first(p->p + (end - 1) * K, K),
                                     .observed = observed,
                                     .expected = expected};
    for (size_t j = first; j < end; j++) {
        group->observations += p->total[j];
        for (size_t c = 0; c < K; c++) {
            observed[c] += p->observed[j * K + c];
            expected[c] += p->total[j] * p->p[j * K + c];
        }
    }
}

logreg_status logreg__goodness_groups_find(logreg_goodness_group **group, size_t *n, logreg_test *test,
                                           const logreg__patterns *p, size_t n_groups, int fitted,
                                           logreg_error *err)
{
    size_t K = p->K;
    cuts c = {.first = logreg__new_raw(p->n + 1, sizeof *c.first)};
    if (!c.first)
        return logreg__fail_memory(err);
    cut(&c, p, n_groups);
    logreg_goodness_group *made = logreg__new(c.n, sizeof *made);
    double *counts = logreg__new(c.n, 2 * K * sizeof *counts), statistic = 0;
    bool ok = made && counts;
    for (size_t i = 0; ok && i < c.n; i++) {
        double *observed = counts + 2 * i * K, *expected = observed + K;
        fill_group(&made[i], observed, expected, p, c.first[i], c.first[i + 1]);
        for (size_t k = 0; k < K; k++)
            statistic += logreg__pearson_part(observed[k], expected[k]);
    }
    free(c.first);
    if (!ok) {
        free(made);
        free(counts);
        return logreg__fail_memory(err);
    }
    *group = made;
    *n = c.n;
    *test = logreg__chi_squared(statistic, fmax((double)c.n - fitted, 0) * ((double)K - 1));
    return LOGREG_OK;
}

/* Counts of all groups stand behind those of the first. */
void logreg__goodness_groups_free(logreg_goodness_group *group)
{
    if (group)
        free((double *)group[0].observed);
    free(group);
}
