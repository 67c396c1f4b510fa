/* Which rows go into which part. Of n rows m are for training. A class of n_k rows gets floor(n_k m / n) of them, and one
 * more where the remainder is among the largest (Hamilton's method). Then the rows are called up in random order, and each goes
 * into the test part while its class has a place left there: every choice of rows is equally likely. */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/random.h"
#include "samples/generate.h"
#include "samples/train_test.h"

/* The class of row i; missing values are the last. */
static size_t class_of(const logreg_split *s, size_t i)
{
    if (!s->n_classes)
        return 0;
    uint32_t code = logreg__column_code(&s->target, i);
    return code == LOGREG__MISSING ? s->n_classes - 1 : code;
}

/* Rows of the test part. */
static logreg_status size_test(logreg_split *s, double test_size, logreg_error *err)
{
    double n = (double)s->n, m = test_size;
    if (test_size < 1) {
        m = round(test_size * n);
        if (fabs(test_size * n - m) > 1e-12 * n) /* 0.07 of 100 is 7, though not in binary */
            m = ceil(test_size * n);
        m = fmax(m, 1);
    }
    if (!(test_size > 0) || m != floor(m))
        return logreg__fail(err, LOGREG_EINVAL,
                            "the test size is %g; it is a share between 0 and 1, or a whole number of rows",
                            test_size);
    if (!(m < n))
        return logreg__fail(err, LOGREG_EDATA, "a test size of %g of %zu rows leaves none to train on",
                            test_size, s->n);
    s->n_test = (size_t)m;
    return LOGREG_OK;
}

typedef struct {
    size_t class;
    double left; /* the remainder, and one more where there is nothing else */
} claim;

static int larger_first(const void *a, const void *b)
{
    const claim *x = a, *y = b;
    if (x->left != y->left)
        return x->left < y->left ? 1 : -1;
    return (x->class > y->class) - (x->class < y->class);
}

/* Where classes are still without rows to train on, those that have most give one each. */
static void fill_empty(share *class, size_t K, size_t n_train)
{
    size_t empty = 0, most = 0;
    for (size_t k = 0; k < K; k++) {
        empty += class[k].train == 0;
        most = class[k].train > most ? class[k].train : most;
    }
    if (n_train < K)
        return;
    size_t given = 0;
    for (; given < empty; most--)
        for (size_t k = 0; k < K && given < empty; k++)
            if (class[k].train == most) {
                class[k].train--;
                given++;
            }
    for (size_t k = 0; k < K; k++)
        class[k].train += class[k].train == 0;
}

static logreg_status share_out(logreg_split *s, logreg_error *err)
{
    typedef unsigned __int128 wide;
    size_t K = s->n_classes ? s->n_classes : 1, n_train = s->n - s->n_test, left = n_train;
    claim *claims = logreg__new(K, sizeof *claims);
    s->class = logreg__new(K, sizeof *s->class);
    if (!claims || !s->class) {
        free(claims);
        return logreg__fail_memory(err);
    }
    for (size_t i = 0; i < s->n; i++)
        s->class[class_of(s, i)].rows++;
    for (size_t k = 0; k < K; k++) {
        wide due = (wide)s->class[k].rows * n_train;
        s->class[k].train = (size_t)(due / s->n);
        claims[k] = (claim){k, (double)(size_t)(due % s->n) + (s->class[k].train ? 0 : (double)s->n)};
        left -= s->class[k].train;
    }
    qsort(claims, K, sizeof *claims, larger_first);
    for (size_t i = 0; i < left; i++)
        s->class[claims[i].class].train++;
    free(claims);
    fill_empty(s->class, K, n_train);
    return LOGREG_OK;
}

static logreg_status draw(logreg_split *s, uint64_t seed, logreg_error *err)
{
    size_t K = s->n_classes ? s->n_classes : 1;
    size_t *order = logreg__new_raw(s->n, sizeof *order), *places = logreg__new_raw(K, sizeof *places);
    s->test = logreg__new(s->n, sizeof *s->test);
    bool ok = order && places && s->test;
    if (ok) {
        logreg__random random;
        logreg__random_init(&random, seed, LOGREG__STREAM_SPLIT);
        logreg__random_permutation(&random, order, s->n);
        for (size_t k = 0; k < K; k++)
            places[k] = s->class[k].rows - s->class[k].train;
        for (size_t i = 0; i < s->n; i++) {
            size_t *place = &places[class_of(s, order[i])];
            s->test[order[i]] = *place > 0;
            *place -= *place > 0;
        }
    }
    free(order);
    free(places);
    return ok ? LOGREG_OK : logreg__fail_memory(err);
}

logreg_status logreg__split_draw(logreg_split *split, const logreg_split_options *options, logreg_error *err)
{
    logreg_status status = size_test(split, options->test_size, err);
    if (status == LOGREG_OK)
        status = share_out(split, err);
    return status == LOGREG_OK ? draw(split, options->random_state, err) : status;
}
