/* Synthetic data: against scikit-learn by statistics over many seeds, and what must hold exactly. */
#include "harness.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg/data.h>

#include "base/random.h"
#include "samples/generate.h"
#include "synthetic.h"

#include "../reference/make_classification.h"

/* ---- Against scikit-learn ---- */

/* First row of each cluster, and the end of the last, without shuffle. Shares divide the rows evenly. */
static void cluster_starts(size_t *start, const options *o)
{
    start[0] = 0;
    for (size_t c = 0; c < o->n_classes * o->n_clusters_per_class; c++) {
        size_t k = c % o->n_classes;
        double share = !o->weights ? 1 / (double)o->n_classes : k ? 1 - o->weights[0] : o->weights[0];
        double rows = (double)o->n_samples * share / (double)o->n_clusters_per_class;
        start[c + 1] = start[c] + (size_t)lround(rows);
    }
}

/* The statistics of tests/reference/make_classification.py, in its order. */
static void statistics(double *out, const gsl_matrix *X, const gsl_vector *y, const options *o)
{
    size_t start[32], clusters = o->n_classes * o->n_clusters_per_class, d = o->n_informative,
                      p = o->n_features;
    double square = 0, distance = 0, correlation = 0, variance = 0, flipped = 0;
    cluster_starts(start, o);
    for (size_t c = 0; c < clusters; c++) {
        const double *part = X->data + start[c] * p;
        size_t n = start[c + 1] - start[c];
        for (size_t j = 0; j < d; j++) {
            double v = covariance(part + j, part + j, n, p);
            variance += v / (double)(clusters * d);
            square += v * v / (double)(clusters * d);
            for (size_t i = 0; i < j; i++)
                correlation += fabs(covariance(part + i, part + j, n, p)) /
                               sqrt(v * covariance(part + i, part + i, n, p)) /
                               (double)(clusters * d * (d - 1) / 2);
            for (size_t b = 0; b < c; b++) {
                double gap =
                    mean(part + j, n, p) - mean(X->data + start[b] * p + j, start[b + 1] - start[b], p);
                distance += gap * gap / (double)(clusters * (clusters - 1) / 2);
            }
        }
        for (size_t i = start[c]; i < start[c + 1]; i++)
            flipped += (y->data[i] != (double)(c % o->n_classes)) / (double)o->n_samples;
    }
    double log_redundant = 0, noise_sd = 0, noise_mean = 0;
    for (size_t j = d; j < d + o->n_redundant; j++)
        log_redundant += log(covariance(X->data + j, X->data + j, o->n_samples, p)) / (double)o->n_redundant;
    size_t first = d + o->n_redundant + o->n_repeated;
    for (size_t j = first; j < p; j++) {
        noise_sd += sqrt(covariance(X->data + j, X->data + j, o->n_samples, p)) / (double)(p - first);
        noise_mean += fabs(mean(X->data + j, o->n_samples, p)) / (double)(p - first);
    }
    const double all[N_STATISTICS] = {distance,    variance,      sqrt(square - variance * variance),
                                      correlation, log_redundant, noise_sd,
                                      noise_mean,  flipped};
    memcpy(out, all, sizeof all);
}

/* Means over our seeds and scikit-learn's differ by no more than their standard error explains; 4.5 of those
 * happen by chance in one of 150,000 comparisons, and the seeds are fixed. */
static void statistics_are_those_of_sklearn(void)
{
    enum { SEEDS = 100 };
    for (size_t r = 0; r < COUNT(classification_reference); r++) {
        __typeof__(&classification_reference[0]) ref = &classification_reference[r];
        options o = logreg_classification_options_default();
        o.n_samples = ref->n_samples;
        o.n_features = ref->n_features;
        o.n_informative = ref->n_informative;
        o.n_redundant = ref->n_redundant;
        o.n_repeated = ref->n_repeated;
        o.n_classes = ref->n_classes;
        o.n_clusters_per_class = ref->n_clusters_per_class;
        o.weights = ref->weight > 0 ? &ref->weight : NULL;
        o.n_weights = ref->weight > 0;
        o.flip_y = ref->flip_y;
        o.class_sep = ref->class_sep;
        o.hypercube = ref->hypercube;
        if (ref->random_shift_and_scale)
            o.shift = o.scale = NULL;
        o.shuffle = false;
        double got[N_STATISTICS] = {0};
        for (o.random_state = 0; o.random_state < SEEDS; o.random_state++) {
            double one[N_STATISTICS];
            gsl_matrix *X;
            gsl_vector *y;
            make(&X, &y, &o);
            statistics(one, X, y, &o);
            for (int s = 0; s < N_STATISTICS; s++)
                got[s] += one[s] / SEEDS;
            gsl_matrix_free(X);
            gsl_vector_free(y);
        }
        printf("# %s\n", ref->name);
        for (int s = 0; s < N_STATISTICS; s++) {
            double error = ref->sd[s] * sqrt(1.0 / SEEDS + 1.0 / REFERENCE_SEEDS);
            bool ok = near_abs(got[s], ref->mean[s], 4.5 * error);
            if (!ok)
                printf("# %s: %.1f standard errors off\n", statistic_name[s],
                       (got[s] - ref->mean[s]) / error);
            CU_ASSERT_TRUE(ok);
        }
    }
}

/* ---- What holds exactly ---- */

/* With class_sep far above the spread, a row shows its cluster's vertex: its signs. */
static void clusters_lie_on_distinct_vertices(void)
{
    options o = logreg_classification_options_default();
    o.n_samples = 500;
    o.n_features = o.n_informative = 64;
    o.n_redundant = 0;
    o.n_classes = 5;
    o.n_clusters_per_class = 10;
    o.class_sep = 1e9;
    o.flip_y = 0;
    o.shuffle = false;
    gsl_matrix *X;
    gsl_vector *y;
    make(&X, &y, &o);
    size_t wrong = 0, equal = 0;
    for (size_t i = 0; i < 500; i++)
        for (size_t j = 0; j < 64; j++) {
            double x = gsl_matrix_get(X, i, j), of_cluster = gsl_matrix_get(X, i - i % 10, j);
            wrong += fabs(fabs(x) / o.class_sep - 1) > 1e-6 || signbit(x) != signbit(of_cluster);
        }
    for (size_t a = 0; a < 500; a += 10)
        for (size_t b = 0; b < a; b += 10) {
            size_t differ = 0;
            for (size_t j = 0; j < 64; j++)
                differ += signbit(gsl_matrix_get(X, a, j)) != signbit(gsl_matrix_get(X, b, j));
            equal += differ == 0;
            wrong += differ < 8 || differ > 56; /* 6 sigma about 32 */
        }
    CU_ASSERT_EQUAL(wrong, 0);
    CU_ASSERT_EQUAL(equal, 0);
    gsl_matrix_free(X);
    gsl_vector_free(y);
}

static void all_vertices_are_used_before_one_twice(void)
{
    enum { D = 10, ALL = 1 << D };
    double *vertex = malloc(sizeof(double) * D * ALL);
    bool seen[ALL] = {false};
    CU_ASSERT_FATAL(vertex != NULL);
    CU_ASSERT_EQUAL(logreg__vertices(vertex, ALL, D, 1, NULL), LOGREG_OK);
    for (size_t i = 0; i < ALL; i++) {
        unsigned word = 0;
        for (unsigned j = 0; j < D; j++) {
            CU_ASSERT(fabs(vertex[i * D + j]) == 1);
            word |= (unsigned)(vertex[i * D + j] > 0) << j;
        }
        CU_ASSERT_FALSE(seen[word]);
        seen[word] = true;
    }
    free(vertex);
}

/* Every ordered pair of the four vertices of a square as likely as any other; beyond 64 dimensions every sign
 * too. */
static void vertices_are_equally_likely(void)
{
    enum { SEEDS = 6000, D = 130 };
    double pair[16] = {0}, plus[D] = {0};
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        double square[4], high[2 * D];
        CU_ASSERT_EQUAL_FATAL(logreg__vertices(square, 2, 2, seed, NULL), LOGREG_OK);
        unsigned a = (unsigned)(square[0] > 0) + 2 * (unsigned)(square[1] > 0);
        unsigned b = (unsigned)(square[2] > 0) + 2 * (unsigned)(square[3] > 0);
        pair[4 * a + b]++;
        CU_ASSERT_EQUAL_FATAL(logreg__vertices(high, 2, D, seed, NULL), LOGREG_OK);
        for (size_t j = 0; j < D; j++)
            plus[j] += (high[j] > 0) + (high[D + j] > 0);
    }
    for (size_t i = 0; i < 16; i++) {
        double want = i % 5 == 0 ? 0 : SEEDS / 12.0;
        CU_ASSERT_TRUE(near_abs(pair[i], want, 4.9 * sqrt(want)));
    }
    for (size_t j = 0; j < D; j++)
        CU_ASSERT_TRUE(near_abs(plus[j], SEEDS, 4.9 * sqrt(SEEDS / 2.0)));
}

/* Length of column j of X less its projection on the columns before it, by Gram and Schmidt, twice; the
 * columns of Q are made as we go. Relative to the column's own length. */
static double residual(double *Q, const gsl_matrix *X, size_t j, size_t *rank)
{
    size_t n = X->size1;
    double *q = Q + *rank * n, length = 0, left = 0;
    for (size_t i = 0; i < n; i++) {
        q[i] = gsl_matrix_get(X, i, j);
        length += q[i] * q[i];
    }
    for (int twice = 0; twice < 2; twice++)
        for (size_t k = 0; k < *rank; k++) {
            double dot = 0;
            for (size_t i = 0; i < n; i++)
                dot += q[i] * Q[k * n + i];
            for (size_t i = 0; i < n; i++)
                q[i] -= dot * Q[k * n + i];
        }
    for (size_t i = 0; i < n; i++)
        left += q[i] * q[i];
    if (left > 1e-20 * length) {
        for (size_t i = 0; i < n; i++)
            q[i] /= sqrt(left);
        (*rank)++;
    }
    return sqrt(left / length);
}

static void columns_are_what_they_are_called(void)
{
    options o = logreg_classification_options_default();
    o.n_samples = 200;
    o.n_informative = 6;
    o.n_redundant = 5;
    o.n_repeated = 4;
    o.shuffle = false;
    gsl_matrix *X;
    gsl_vector *y;
    make(&X, &y, &o);
    double *Q = malloc(sizeof(double) * 200 * 21);
    CU_ASSERT_FATAL(Q != NULL);
    size_t rank = 0;
    for (size_t j = 0; j < 20; j++) {
        double left = residual(Q, X, j, &rank);
        bool depends = j >= 6 && j < 15;
        CU_ASSERT(depends ? left < 1e-13 : left > 1e-3);
    }
    CU_ASSERT_EQUAL(rank, 11);
    for (size_t j = 11; j < 15; j++) {
        size_t copies_of = 0;
        for (size_t i = 0; i < 11; i++) {
            gsl_vector_const_view a = gsl_matrix_const_column(X, i), b = gsl_matrix_const_column(X, j);
            copies_of += (size_t)gsl_vector_equal(&a.vector, &b.vector);
        }
        CU_ASSERT_EQUAL(copies_of, 1);
    }
    free(Q);
    gsl_matrix_free(X);
    gsl_vector_free(y);
}

static void rows_follow_shares(void)
{
    const struct {
        size_t n, n_classes, n_weights;
        double weights[5];
        size_t rows[5];
    } table[] = {
        {100, 2, 0, {0}, {50, 50}},
        {100, 3, 0, {0}, {34, 33, 33}},
        {2, 3, 0, {0}, {1, 1, 0}},
        {100, 2, 2, {0.995, 0.005}, {99, 1}},
        {100, 2, 1, {0.9999}, {99, 1}},
        {1000, 2, 1, {0.999}, {999, 1}},
        {100, 4, 4, {0.29, 0.7, 0.005, 0.005}, {29, 70, 1, 0}},
        {3, 3, 2, {0.6, 0.3}, {1, 1, 1}},
        {30, 2, 1, {0.1}, {3, 27}},
        {10, 5, 5, {0.1, 0.2, 0.3, 0.2, 0.2}, {1, 2, 3, 2, 2}},
        {1000000, 3, 3, {0.1, 0.2, 0.7}, {100000, 200000, 700000}},
        {7, 2, 2, {1, 0}, {7, 0}},
        {7, 2, 1, {0}, {0, 7}},
        {7, 1, 0, {0}, {7}},
        {7, 1, 1, {1}, {7}},
    };
    for (size_t t = 0; t < COUNT(table); t++) {
        options o = logreg_classification_options_default();
        size_t rows[5] = {0};
        o.n_samples = table[t].n;
        o.n_classes = table[t].n_classes;
        o.n_clusters_per_class = 1;
        o.n_informative = 3;
        o.weights = table[t].n_weights ? table[t].weights : NULL;
        o.n_weights = table[t].n_weights;
        CU_ASSERT_EQUAL(logreg__classification_check(&o, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL(logreg__classification_rows(rows, &o, NULL), LOGREG_OK);
        for (size_t k = 0; k < o.n_classes; k++) {
            if (rows[k] != table[t].rows[k])
                printf("# line %zu, class %zu: %zu rows\n", t, k, rows[k]);
            CU_ASSERT_EQUAL(rows[k], table[t].rows[k]);
        }
    }
}

static void no_share_is_off_by_a_row(void)
{
    logreg__random random;
    logreg__random_init(&random, 1, 0);
    for (int trial = 0; trial < 2000; trial++) {
        double weights[6], sum = 0;
        size_t rows[6], total = 0;
        for (int k = 0; k < 6; k++)
            sum += weights[k] = pow(logreg__random_uniform(&random), 4);
        for (int k = 0; k < 6; k++)
            weights[k] /= sum;
        options o = logreg_classification_options_default();
        o.n_samples = 1 + logreg__random_below(&random, 3000);
        o.n_classes = 6;
        o.weights = weights;
        o.n_weights = 5 + (size_t)(trial % 2);
        CU_ASSERT_EQUAL_FATAL(logreg__classification_rows(rows, &o, NULL), LOGREG_OK);
        for (int k = 0; k < 6; k++) {
            total += rows[k];
            CU_ASSERT(fabs((double)rows[k] - weights[k] * (double)o.n_samples) < 1);
        }
        CU_ASSERT_EQUAL(total, o.n_samples);
    }
}

/* Counts of labels before any is flipped, shuffled or not; rows of a class split evenly among its clusters.
 */
static void labels_have_exact_counts(void)
{
    const double weights[] = {0.25, 0.05, 0.7};
    options o = logreg_classification_options_default();
    o.n_samples = 97;
    o.n_classes = 3;
    o.n_informative = 4;
    o.weights = weights;
    o.n_weights = 3;
    o.flip_y = 0;
    for (int shuffle = 0; shuffle < 2; shuffle++) {
        gsl_matrix *X;
        gsl_vector *y;
        size_t count[3] = {0};
        o.shuffle = shuffle;
        make(&X, &y, &o);
        for (size_t i = 0; i < 97; i++)
            count[(size_t)y->data[i]]++;
        CU_ASSERT(count[0] == 24 && count[1] == 5 && count[2] == 68);
        gsl_matrix_free(X);
        gsl_vector_free(y);
    }
}

const test_case tests[] = {
    {"statistics are those of scikit-learn", statistics_are_those_of_sklearn},
    {"64 informative features: clusters on distinct vertices", clusters_lie_on_distinct_vertices},
    {"all vertices are used before one is used twice", all_vertices_are_used_before_one_twice},
    {"vertices are equally likely", vertices_are_equally_likely},
    {"columns are what they are called", columns_are_what_they_are_called},
    {"rows follow shares", rows_follow_shares},
    {"no share is off by a row", no_share_is_off_by_a_row},
    {"labels have exact counts", labels_have_exact_counts},
    {NULL, NULL},
};
