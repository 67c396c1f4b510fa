/* Options and vectors of which no synthetic data can be made. */
#include "harness.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include <logreg/data.h>

#include "oom.h"
#include "synthetic.h"

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

const test_case tests[] = {
    {"senseless options are named", senseless_options_are_named},
    {"shape of y", shape_of_y},
    {"memory runs out", memory_runs_out},
    {NULL, NULL},
};
