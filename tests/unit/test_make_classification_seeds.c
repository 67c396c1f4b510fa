/* Synthetic data of a seed are kept for good, and what they are asked for beside does not disturb them. */
#include "harness.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include <logreg/data.h>

#include "synthetic.h"

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

const test_case tests[] = {
    {"seeds are kept for good", seeds_are_kept_for_good},
    {"purposes do not disturb each other", purposes_do_not_disturb_each_other},
    {"random shift and scale are uniform", random_shift_and_scale_are_uniform},
    {"strides do not matter", strides_do_not_matter},
    {NULL, NULL},
};
