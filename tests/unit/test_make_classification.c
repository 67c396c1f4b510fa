/* Synthetic data: against scikit-learn by statistics over many seeds, and what must hold exactly. */
#include "harness.h"

#include <inttypes.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg/data.h>

#include "base/random.h"
#include "samples/generate.h"
#include "oom.h"

#include "../reference/make_classification.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

typedef logreg_classification_options options;

/* X and y of the options' sizes, filled; the caller frees both. */
static void make(gsl_matrix **X, gsl_vector **y, const options *o)
{
    *X = gsl_matrix_alloc(o->n_samples, o->n_features);
    *y = gsl_vector_alloc(o->n_samples);
    logreg_error err = {0};
    CU_ASSERT_FATAL(*X && *y);
    CU_ASSERT_EQUAL_FATAL(logreg_make_classification(*X, *y, o, &err), LOGREG_OK);
}

/* ---- Against scikit-learn ---- */

static double mean(const double *x, size_t n, size_t stride)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += x[i * stride];
    return sum / (double)n;
}

/* Mean of (a - mean a)(b - mean b). */
static double covariance(const double *a, const double *b, size_t n, size_t stride)
{
    double sum = 0, mean_a = mean(a, n, stride), mean_b = mean(b, n, stride);
    for (size_t i = 0; i < n; i++)
        sum += (a[i * stride] - mean_a) * (b[i * stride] - mean_b);
    return sum / (double)n;
}

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

/* ---- Repeatability ---- */

/* Fowler, Noll & Vo's hash of the bits of all numbers. */
static uint64_t fingerprint(const gsl_matrix *X, const gsl_vector *y)
{
    uint64_t hash = 0xcbf29ce484222325;
    for (size_t i = 0; i < X->size1; i++)
        for (size_t j = 0; j <= X->size2; j++) {
            double x = j < X->size2 ? gsl_matrix_get(X, i, j) : gsl_vector_get(y, i);
            uint64_t bits;
            memcpy(&bits, &x, sizeof bits);
            for (int b = 0; b < 8; b++, bits >>= 8)
                hash = (hash ^ (bits & 255)) * 0x100000001b3;
        }
    return hash;
}

static bool same_data(uint64_t got, uint64_t want)
{
    if (got != want)
        printf("# fingerprint 0x%016" PRIx64 "\n", got);
    return got == want;
}

static uint64_t fingerprint_of(const options *o)
{
    gsl_matrix *X;
    gsl_vector *y;
    make(&X, &y, o);
    uint64_t hash = fingerprint(X, y);
    gsl_matrix_free(X);
    gsl_vector_free(y);
    return hash;
}

/* The same data on every machine, for good: where these change, so do the data that people have published a
 * seed for. */
static void seeds_are_kept_for_good(void)
{
    options o = logreg_classification_options_default();
    CU_ASSERT_TRUE(same_data(fingerprint_of(&o), 0x4ed455ddcee1c83f));
    o.random_state = 42;
    o.shift = o.scale = NULL;
    o.hypercube = false;
    o.n_repeated = 3;
    const uint64_t second = 0x8ee2c0fdee7af6e0;
    CU_ASSERT_TRUE(same_data(fingerprint_of(&o), second));
    CU_ASSERT_EQUAL(fingerprint_of(&o), fingerprint_of(&o));
    o.random_state += (uint64_t)1 << 32; /* all 64 bits of the seed count */
    CU_ASSERT_NOT_EQUAL(fingerprint_of(&o), second);
}

static void purposes_do_not_disturb_each_other(void)
{
    options o = logreg_classification_options_default(), flipped = o, shuffled = o, shifted = o;
    const double shift = 3, scale = 2;
    flipped.flip_y = 0.5;
    shuffled.shuffle = false;
    shifted.shift = &shift;
    shifted.scale = &scale;
    gsl_matrix *X, *X_flipped, *X_shuffled, *X_shifted;
    gsl_vector *y, *y_flipped, *y_shuffled, *y_shifted;
    make(&X, &y, &o);
    make(&X_flipped, &y_flipped, &flipped);
    make(&X_shuffled, &y_shuffled, &shuffled);
    make(&X_shifted, &y_shifted, &shifted);
    CU_ASSERT_TRUE(gsl_matrix_equal(X, X_flipped));
    CU_ASSERT_FALSE(gsl_vector_equal(y, y_flipped));
    double sum = 0, sum_shuffled = 0;
    size_t wrong = 0;
    for (size_t i = 0; i < 100; i++)
        for (size_t j = 0; j < 20; j++) {
            sum += gsl_matrix_get(X, i, j);
            sum_shuffled += gsl_matrix_get(X_shuffled, i, j);
            wrong += gsl_matrix_get(X_shifted, i, j) != (gsl_matrix_get(X, i, j) + 3) * 2;
        }
    CU_ASSERT_TRUE(near_abs(sum, sum_shuffled, 1e-10));
    CU_ASSERT_EQUAL(wrong, 0);
    CU_ASSERT_TRUE(gsl_vector_equal(y, y_shifted));
    gsl_matrix *all_X[] = {X, X_flipped, X_shuffled, X_shifted};
    gsl_vector *all_y[] = {y, y_flipped, y_shuffled, y_shifted};
    for (int i = 0; i < 4; i++) {
        gsl_matrix_free(all_X[i]);
        gsl_vector_free(all_y[i]);
    }
}

/* Two rows with and without show each feature's shift and scale. */
static void random_shift_and_scale_are_uniform(void)
{
    enum { SEEDS = 100, DRAWS = SEEDS * 20 };
    options plain = logreg_classification_options_default();
    plain.class_sep = 1.5;
    double shift_sum = 0, scale_sum = 0, extreme[4] = {INFINITY, -INFINITY, INFINITY, -INFINITY};
    for (plain.random_state = 0; plain.random_state < SEEDS; plain.random_state++) {
        options random = plain;
        random.shift = random.scale = NULL;
        gsl_matrix *X, *changed;
        gsl_vector *y, *same;
        make(&X, &y, &plain);
        make(&changed, &same, &random);
        for (size_t j = 0; j < 20; j++) {
            double a = gsl_matrix_get(X, 0, j), b = gsl_matrix_get(X, 1, j);
            double scale = (gsl_matrix_get(changed, 0, j) - gsl_matrix_get(changed, 1, j)) / (a - b);
            double shift = gsl_matrix_get(changed, 0, j) / scale - a;
            const double two[] = {shift, scale};
            for (int i = 0; i < 2; i++) {
                extreme[2 * i] = fmin(extreme[2 * i], two[i]);
                extreme[2 * i + 1] = fmax(extreme[2 * i + 1], two[i]);
            }
            shift_sum += shift;
            scale_sum += scale;
        }
        gsl_matrix_free(X);
        gsl_matrix_free(changed);
        gsl_vector_free(y);
        gsl_vector_free(same);
    }
    CU_ASSERT_TRUE(near_abs(shift_sum / DRAWS, 0, 4.9 * 3 / sqrt(12.0 * DRAWS)));
    CU_ASSERT_TRUE(near_abs(scale_sum / DRAWS, 50.5, 4.9 * 99 / sqrt(12.0 * DRAWS)));
    const double end[] = {-1.5, 1.5, 1, 100}, near[] = {0.03, 0.03, 1, 1};
    for (int i = 0; i < 4; i++) {
        double inside = i % 2 ? end[i] - extreme[i] : extreme[i] - end[i];
        CU_ASSERT(inside > -1e-9 && inside < near[i]);
    }
}

/* A matrix within a larger one, and every other entry of a vector. */
static void strides_do_not_matter(void)
{
    options o = logreg_classification_options_default();
    gsl_matrix *X, *large = gsl_matrix_calloc(103, 27);
    gsl_vector *y, *long_y = gsl_vector_calloc(200);
    CU_ASSERT_FATAL(large && long_y);
    gsl_matrix_view part = gsl_matrix_submatrix(large, 2, 3, 100, 20);
    gsl_vector_view every_other = gsl_vector_subvector_with_stride(long_y, 0, 2, 100);
    make(&X, &y, &o);
    CU_ASSERT_EQUAL(logreg_make_classification(&part.matrix, &every_other.vector, NULL, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(gsl_matrix_equal(X, &part.matrix));
    CU_ASSERT_TRUE(gsl_vector_equal(y, &every_other.vector));
    gsl_matrix_free(X);
    gsl_matrix_free(large);
    gsl_vector_free(y);
    gsl_vector_free(long_y);
}

/* ---- Errors ---- */

/* The options are refused with the message, and X and y stay as they were. */
static void refused(const options *o, const char *message)
{
    gsl_matrix *X = gsl_matrix_calloc(100, 20);
    gsl_vector *y = gsl_vector_calloc(100);
    logreg_error err = {0};
    CU_ASSERT_FATAL(X && y);
    CU_ASSERT_EQUAL(logreg_make_classification(X, y, o, &err), LOGREG_EINVAL);
    CU_ASSERT_EQUAL(err.status, LOGREG_EINVAL);
    CU_ASSERT_TRUE(same_text(err.message, message));
    CU_ASSERT_TRUE(gsl_matrix_isnull(X) && gsl_vector_isnull(y));
    gsl_matrix_free(X);
    gsl_vector_free(y);
}

#define REFUSED(change, message)                                                                             \
    do {                                                                                                     \
        options o = logreg_classification_options_default();                                                 \
        change;                                                                                              \
        refused(&o, message);                                                                                \
    } while (0)

static void senseless_options_are_named(void)
{
    static const double over[] = {0.7, 0.4}, under[] = {0.5, 0.4}, negative[] = {-0.1, 1.1};
    static const double not_finite[] = {INFINITY}, zero[] = {0};
    REFUSED(o.n_samples = 0, "n_samples is 0; it must be at least 1");
    REFUSED(o.n_features = 0, "n_features is 0; it must be at least 1");
    REFUSED(o.n_informative = 0, "n_informative is 0; it must be at least 1");
    REFUSED(o.n_classes = 0, "n_classes is 0; it must be at least 1");
    REFUSED(o.n_clusters_per_class = 0, "n_clusters_per_class is 0; it must be at least 1");
    REFUSED(o.n_repeated = 17,
            "n_informative 2, n_redundant 2 and n_repeated 17 are together more than n_features "
            "20; raise n_features or lower one of them");
    REFUSED(o.n_redundant = SIZE_MAX,
            "n_informative 2, n_redundant 18446744073709551615 and n_repeated 0 are together "
            "more than n_features 20; raise n_features or lower one of them");
    REFUSED(o.n_informative = 21,
            "n_informative 21, n_redundant 2 and n_repeated 0 are together more than n_features "
            "20; raise n_features or lower one of them");
    REFUSED(o.n_classes = 3, "n_classes 3 times n_clusters_per_class 2 is more than the 2^2 vertices that "
                             "n_informative 2 gives; raise n_informative or lower one of them");
    REFUSED(o.n_clusters_per_class = SIZE_MAX,
            "n_classes 2 times n_clusters_per_class 18446744073709551615 is more than the 2^2 vertices that "
            "n_informative 2 gives; raise n_informative or lower one of them");
    REFUSED((o.weights = over, o.n_weights = 2),
            "weights sums to 1.1; shares of the rows cannot exceed 1 together");
    REFUSED((o.weights = under, o.n_weights = 2),
            "weights sums to 0.9; make it 1, or leave the last share out so that its class gets the rest");
    REFUSED((o.weights = negative, o.n_weights = 2),
            "weights holds -0.1; a share of the rows lies between 0 and 1");
    REFUSED((o.weights = not_finite, o.n_weights = 1),
            "weights holds inf; a share of the rows lies between 0 and 1");
    REFUSED((o.weights = under, o.n_weights = 3),
            "weights has 3 numbers; n_classes 2 needs 2, or 1 if the last class gets the rest");
    REFUSED(o.flip_y = 1.5, "flip_y holds 1.5; a share of the labels lies between 0 and 1");
    REFUSED(o.flip_y = NAN, "flip_y holds nan; a share of the labels lies between 0 and 1");
    REFUSED(o.class_sep = -1, "class_sep holds -1; a distance is finite and not negative");
    REFUSED(o.class_sep = INFINITY, "class_sep holds inf; a distance is finite and not negative");
    REFUSED((o.shift = under, o.n_shift = 2),
            "shift has 2 numbers; it needs 1, or as many as n_features, 20");
    REFUSED(o.shift = not_finite, "shift holds inf; its numbers must be finite");
    REFUSED(o.n_scale = 0, "scale has 0 numbers; it needs 1, or as many as n_features, 20");
    REFUSED(o.scale = zero, "scale holds 0; its numbers must be positive and finite");
    REFUSED(o.n_samples = 99, "X is 100 x 20; n_samples 99 and n_features 20 need 99 x 20");
    REFUSED(o.n_features = 21, "X is 100 x 20; n_samples 100 and n_features 21 need 100 x 21");
}

static void shape_of_y(void)
{
    gsl_matrix *X = gsl_matrix_calloc(100, 20);
    gsl_vector *y = gsl_vector_calloc(99);
    logreg_error err;
    CU_ASSERT_EQUAL(logreg_make_classification(X, y, NULL, &err), LOGREG_EINVAL);
    CU_ASSERT_TRUE(same_text(err.message, "y has 99 entries; n_samples 100 needs as many"));
    gsl_matrix_free(X);
    gsl_vector_free(y);
}

static bool make_without_memory(void *context)
{
    (void)context;
    double x[100 * 20] = {0}, labels[100] = {0};
    gsl_matrix_view X = gsl_matrix_view_array(x, 100, 20);
    gsl_vector_view y = gsl_vector_view_array(labels, 100);
    logreg_error err;
    logreg_status status = logreg_make_classification(&X.matrix, &y.vector, NULL, &err);
    if (status == LOGREG_OK)
        return !gsl_matrix_isnull(&X.matrix);
    return status == LOGREG_ENOMEM && gsl_matrix_isnull(&X.matrix) && gsl_vector_isnull(&y.vector);
}

static void memory_runs_out(void)
{
    CU_ASSERT_TRUE(oom_each(make_without_memory, NULL));
    options o = logreg_classification_options_default();
    o.n_features = o.n_informative = 64;
    o.n_redundant = 0;
    o.n_clusters_per_class =
        SIZE_MAX / 4; /* there are vertices enough, but not the room for their coordinates */
    gsl_matrix *X = gsl_matrix_alloc(100, 64);
    gsl_vector *y = gsl_vector_alloc(100);
    CU_ASSERT_FATAL(X && y);
    CU_ASSERT_EQUAL(logreg_make_classification(X, y, &o, NULL), LOGREG_ENOMEM);
    gsl_matrix_free(X);
    gsl_vector_free(y);
}

/* ---- The known logistic model ---- */

/* The score of the true coefficients, X'(y - p), has mean 0 and the information X'WX as its variance. */
static void logistic_data_follow_their_model(void)
{
    enum { N = 20000, P = 3 };
    double coefficients[P + 1] = {-0.5, 1, -2, 0.25}, score[P + 1] = {0}, information[P + 1] = {0};
    double *x = malloc(sizeof(double) * N * P), *labels = malloc(sizeof(double) * N);
    CU_ASSERT_FATAL(x && labels);
    gsl_matrix_view X = gsl_matrix_view_array(x, N, P);
    gsl_vector_view y = gsl_vector_view_array(labels, N), beta = gsl_vector_view_array(coefficients, P + 1);
    CU_ASSERT_EQUAL(logreg_make_logistic(&X.matrix, &y.vector, &beta.vector, 7, NULL), LOGREG_OK);
    for (size_t i = 0; i < N; i++) {
        double eta = coefficients[0];
        for (size_t j = 0; j < P; j++)
            eta += x[i * P + j] * coefficients[j + 1];
        double p = 1 / (1 + exp(-eta));
        CU_ASSERT_FATAL(labels[i] == 0 || labels[i] == 1);
        for (size_t j = 0; j <= P; j++) {
            double column = j ? x[i * P + j - 1] : 1;
            score[j] += column * (labels[i] - p);
            information[j] += column * column * p * (1 - p);
        }
    }
    for (size_t j = 0; j <= P; j++)
        CU_ASSERT_TRUE(near_abs(score[j], 0, 4.9 * sqrt(information[j])));
    for (size_t j = 0; j < P; j++) {
        CU_ASSERT_TRUE(near_abs(mean(x + j, N, P), 0, 4.9 / sqrt(N)));
        CU_ASSERT_TRUE(near_abs(covariance(x + j, x + j, N, P), 1, 4.9 * sqrt(2.0 / N)));
    }
    CU_ASSERT_TRUE(same_data(fingerprint(&X.matrix, &y.vector), 0x1a407ae0810a7261));
    free(x);
    free(labels);
}

static void logistic_arguments_are_checked(void)
{
    double x[6] = {0}, labels[3] = {0}, coefficients[] = {0, 1, NAN, 2};
    gsl_matrix_view X = gsl_matrix_view_array(x, 3, 2);
    gsl_vector_view y = gsl_vector_view_array(labels, 3), short_y = gsl_vector_view_array(labels, 2);
    gsl_vector_view beta = gsl_vector_view_array(coefficients, 3),
                    four = gsl_vector_view_array(coefficients, 4);
    logreg_error err;
    CU_ASSERT_EQUAL(logreg_make_logistic(&X.matrix, &short_y.vector, &beta.vector, 0, &err), LOGREG_EINVAL);
    CU_ASSERT_TRUE(same_text(err.message, "y has 2 entries; X has 3 rows"));
    CU_ASSERT_EQUAL(logreg_make_logistic(&X.matrix, &y.vector, &four.vector, 0, &err), LOGREG_EINVAL);
    CU_ASSERT_TRUE(same_text(err.message, "beta has 4 numbers; X of 2 columns needs 3, the intercept first"));
    CU_ASSERT_EQUAL(logreg_make_logistic(&X.matrix, &y.vector, &beta.vector, 0, &err), LOGREG_EINVAL);
    CU_ASSERT_TRUE(same_text(err.message, "beta[2] is nan; coefficients must be finite"));
    CU_ASSERT_TRUE(gsl_matrix_isnull(&X.matrix) && gsl_vector_isnull(&y.vector));
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
    {"seeds are kept for good", seeds_are_kept_for_good},
    {"purposes do not disturb each other", purposes_do_not_disturb_each_other},
    {"random shift and scale are uniform", random_shift_and_scale_are_uniform},
    {"strides do not matter", strides_do_not_matter},
    {"senseless options are named", senseless_options_are_named},
    {"shape of y", shape_of_y},
    {"memory runs out", memory_runs_out},
    {"logistic data follow their model", logistic_data_follow_their_model},
    {"logistic arguments are checked", logistic_arguments_are_checked},
    {NULL, NULL},
};
