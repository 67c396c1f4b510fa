/* What make_classification is asked for: defaults, checks, and rows a class. */
#include "samples/generate.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"

/* Shares are sums and multiples of decimal fractions; this much of their total may be rounding. */
#define ROUNDING 1e-9

logreg_classification_options logreg_classification_options_default(void)
{
    static const double no_shift = 0, no_scale = 1;
    return (logreg_classification_options){
        .n_samples = 100,
        .n_features = 20,
        .n_informative = 2,
        .n_redundant = 2,
        .n_classes = 2,
        .n_clusters_per_class = 2,
        .flip_y = 0.01,
        .class_sep = 1,
        .hypercube = true,
        .shift = &no_shift,
        .n_shift = 1,
        .scale = &no_scale,
        .n_scale = 1,
        .shuffle = true,
    };
}

static logreg_status check_counts(const logreg_classification_options *o, logreg_error *err)
{
    const struct {
        const char *name;
        size_t value;
    } positive[] = {{"n_samples", o->n_samples},
                    {"n_features", o->n_features},
                    {"n_informative", o->n_informative},
                    {"n_classes", o->n_classes},
                    {"n_clusters_per_class", o->n_clusters_per_class}};
    for (size_t i = 0; i < sizeof positive / sizeof *positive; i++)
        if (positive[i].value == 0)
            return logreg__fail(err, LOGREG_EINVAL, "%s is 0; it must be at least 1", positive[i].name);

    size_t room = o->n_features;
    bool fits = o->n_informative <= room;
    room -= fits ? o->n_informative : 0;
    fits = fits && o->n_redundant <= room;
    room -= fits ? o->n_redundant : 0;
    if (!fits || o->n_repeated > room)
        return logreg__fail(err, LOGREG_EINVAL,
                            "n_informative %zu, n_redundant %zu and n_repeated %zu are together more than "
                            "n_features %zu; raise n_features or lower one of them",
                            o->n_informative, o->n_redundant, o->n_repeated, o->n_features);

    size_t most = o->n_informative < 64 ? (size_t)1 << o->n_informative : SIZE_MAX;
    if (o->n_clusters_per_class > most / o->n_classes)
        return logreg__fail(
            err, LOGREG_EINVAL,
            "n_classes %zu times n_clusters_per_class %zu is more than the 2^%zu vertices that "
            "n_informative %zu gives; raise n_informative or lower one of them",
            o->n_classes, o->n_clusters_per_class, o->n_informative, o->n_informative);
    return LOGREG_OK;
}

/* EINVAL: parameter `name` holds `value`, and what is wrong with that. */
static logreg_status bad(logreg_error *err, const char *name, double value, const char *why)
{
    char text[LOGREG__NUMBER_SIZE];
    return logreg__fail(err, LOGREG_EINVAL, "%s holds %s; %s", name, logreg__number_shortest(text, value),
                        why);
}

/* Every class has a share, or all but the last do. */
static logreg_status check_weights(const logreg_classification_options *o, logreg_error *err)
{
    if (!o->weights)
        return LOGREG_OK;
    if (o->n_weights != o->n_classes && o->n_weights + 1 != o->n_classes)
        return logreg__fail(
            err, LOGREG_EINVAL,
            "weights has %zu numbers; n_classes %zu needs %zu, or %zu if the last class gets the rest",
            o->n_weights, o->n_classes, o->n_classes, o->n_classes - 1);
    double sum = 0;
    for (size_t k = 0; k < o->n_weights; k++) {
        if (!(o->weights[k] >= 0 && o->weights[k] <= 1))
            return bad(err, "weights", o->weights[k], "a share of the rows lies between 0 and 1");
        sum += o->weights[k];
    }
    char text[LOGREG__NUMBER_SIZE];
    if (sum > 1 + ROUNDING)
        return logreg__fail(err, LOGREG_EINVAL,
                            "weights sums to %s; shares of the rows cannot exceed 1 together",
                            logreg__number_format(text, sum, 10));
    if (o->n_weights == o->n_classes && sum < 1 - ROUNDING)
        return logreg__fail(
            err, LOGREG_EINVAL,
            "weights sums to %s; make it 1, or leave the last share out so that its class gets "
            "the rest",
            logreg__number_format(text, sum, 10));
    return LOGREG_OK;
}

/* One number for all features, one a feature, or NULL for random ones. */
static logreg_status check_each(const char *name, const double *value, size_t n, size_t n_features,
                                bool positive, logreg_error *err)
{
    if (!value)
        return LOGREG_OK;
    if (n != 1 && n != n_features)
        return logreg__fail(err, LOGREG_EINVAL,
                            "%s has %zu numbers; it needs 1, or as many as n_features, %zu", name, n,
                            n_features);
    for (size_t j = 0; j < n; j++)
        if (!isfinite(value[j]) || (positive && !(value[j] > 0)))
            return bad(err, name, value[j],
                       positive ? "its numbers must be positive and finite" : "its numbers must be finite");
    return LOGREG_OK;
}

logreg_status logreg__classification_check(const logreg_classification_options *o, logreg_error *err)
{
    logreg_status status = check_counts(o, err);
    if (status == LOGREG_OK)
        status = check_weights(o, err);
    if (status != LOGREG_OK)
        return status;
    if (!(o->flip_y >= 0 && o->flip_y <= 1))
        return bad(err, "flip_y", o->flip_y, "a share of the labels lies between 0 and 1");
    if (!(o->class_sep >= 0 && isfinite(o->class_sep)))
        return bad(err, "class_sep", o->class_sep, "a distance is finite and not negative");
    status = check_each("shift", o->shift, o->n_shift, o->n_features, false, err);
    if (status == LOGREG_OK)
        status = check_each("scale", o->scale, o->n_scale, o->n_features, true, err);
    return status;
}

/* Share of class k in all rows; sum is that of the given weights. */
static double share(const logreg_classification_options *o, size_t k, double sum)
{
    if (!o->weights)
        return 1 / (double)o->n_classes;
    if (o->n_weights == o->n_classes)
        return o->weights[k] / sum;
    if (k < o->n_weights)
        return o->weights[k];
    return sum < 1 - ROUNDING ? 1 - sum : 0;
}

typedef struct {
    size_t class;
    double lost; /* rows that rounding down took, plus 1 where it left none */
} claim;

static int larger_first(const void *a, const void *b)
{
    const claim *x = a, *y = b;
    if (x->lost != y->lost)
        return x->lost < y->lost ? 1 : -1;
    return (x->class > y->class) - (x->class < y->class);
}

logreg_status logreg__classification_rows(size_t *rows, const logreg_classification_options *o,
                                          logreg_error *err)
{
    claim *claims = logreg__new(o->n_classes, sizeof *claims);
    if (!claims)
        return logreg__fail_memory(err);
    double sum = 0, n = (double)o->n_samples;
    for (size_t k = 0; o->weights && k < o->n_weights; k++)
        sum += o->weights[k];
    size_t left = o->n_samples;
    for (size_t k = 0; k < o->n_classes; k++) {
        double due = n * share(o, k, sum), whole = round(due);
        if (fabs(due - whole) <= 1e-12 * n) /* 0.29 of 100 is 29, though not in binary */
            due = whole;
        rows[k] = (size_t)due < left ? (size_t)due : left;
        left -= rows[k];
        double lost = due - (double)rows[k];
        claims[k] = (claim){k, lost > 0 && rows[k] == 0 ? 1 + lost : lost};
    }
    qsort(claims, o->n_classes, sizeof *claims, larger_first);
    for (size_t i = 0; i < left; i++)
        rows[claims[i].class]++;
    free(claims);
    return LOGREG_OK;
}
