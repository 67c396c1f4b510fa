/* Guyon's generator of classification problems, as scikit-learn documents it. d informative features:
 *
 *     row of cluster c = z A_c + v_c,    z ~ N(0, I), A_c ~ U(-1, 1) of d x d, v_c a vertex of {-sep, sep}^d
 *     redundant        = that row times B, B ~ U(-1, 1) of d x n_redundant
 *     repeated         = copies of features among these, drawn with replacement;    noise ~ N(0, 1)
 *
 * Then labels are flipped, features shifted and scaled, rows and columns shuffled. Rows are made one by one
 * and put where they belong; sums run in a fixed order, so that the bits are the same on every machine.
 */
#include "samples/generate.h"

#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/random.h"

/* What is drawn before the rows. d = n_informative, r = n_redundant, p = n_features. */
typedef struct {
    const logreg_classification_options *o;
    size_t n_clusters;
    size_t *rows;      /* [n_classes] */
    double *vertex;    /* [n_clusters x d] */
    double *redundant; /* [d x r]: B */
    size_t *repeated;  /* [n_repeated]: the feature that each copies */
    double *shift;     /* [p] */
    double *scale;     /* [p] */
    size_t *to_row;    /* [n_samples]: where each row goes */
    size_t *to_column; /* [p] */
    double *normal;    /* [d]: z */
    double *mixing;    /* [d x d]: A of the cluster in hand */
    double *row;       /* [p]: the row in hand */
} plan;

static void plan_free(plan *p)
{
    free(p->rows);
    free(p->vertex);
    free(p->redundant);
    free(p->repeated);
    free(p->shift);
    free(p->scale);
    free(p->to_row);
    free(p->to_column);
    free(p->normal);
    free(p->mixing);
    free(p->row);
}

/* n x m doubles, or NULL. */
static double *new_matrix(size_t n, size_t m)
{
    return n <= SIZE_MAX / (m ? m : 1) ? logreg__new_raw(n * m, sizeof(double)) : NULL;
}

static bool plan_new(plan *p, const logreg_classification_options *o)
{
    size_t d = o->n_informative;
    *p = (plan){.o = o, .n_clusters = o->n_classes * o->n_clusters_per_class};
    p->rows = logreg__new(o->n_classes, sizeof *p->rows);
    p->vertex = new_matrix(p->n_clusters, d);
    p->redundant = new_matrix(d, o->n_redundant);
    p->repeated = logreg__new_raw(o->n_repeated, sizeof *p->repeated);
    p->shift = new_matrix(o->n_features, 1);
    p->scale = new_matrix(o->n_features, 1);
    p->to_row = logreg__new_raw(o->n_samples, sizeof *p->to_row);
    p->to_column = logreg__new_raw(o->n_features, sizeof *p->to_column);
    p->normal = new_matrix(d, 1);
    p->mixing = new_matrix(d, d);
    p->row = new_matrix(o->n_features, 1);
    return p->rows && p->vertex && p->redundant && p->repeated && p->shift && p->scale && p->to_row &&
           p->to_column && p->normal && p->mixing && p->row;
}

static logreg__random stream(const logreg_classification_options *o, uint64_t number)
{
    logreg__random random;
    logreg__random_init(&random, o->random_state, number);
    return random;
}

/* n numbers uniform in (-1, 1). */
static void fill_uniform(double *x, size_t n, logreg__random *random)
{
    for (size_t i = 0; i < n; i++)
        x[i] = 2 * logreg__random_uniform(random) - 1;
}

/* A polytope instead of a hypercube: vertices pulled inwards by a factor a cluster times a factor a feature.
 */
static void distort(plan *p)
{
    size_t d = p->o->n_informative;
    logreg__random random = stream(p->o, LOGREG__STREAM_POLYTOPE);
    for (size_t j = 0; j < d; j++)
        p->normal[j] = logreg__random_uniform(&random);
    for (size_t c = 0; c < p->n_clusters; c++) {
        double factor = logreg__random_uniform(&random);
        for (size_t j = 0; j < d; j++)
            p->vertex[c * d + j] *= factor * p->normal[j];
    }
}

static logreg_status draw_vertices(plan *p, logreg_error *err)
{
    const logreg_classification_options *o = p->o;
    logreg_status status = logreg__vertices(p->vertex, p->n_clusters, o->n_informative, o->random_state, err);
    if (status != LOGREG_OK)
        return status;
    for (size_t i = 0; i < p->n_clusters * o->n_informative; i++)
        p->vertex[i] *= o->class_sep;
    if (!o->hypercube)
        distort(p);
    return LOGREG_OK;
}

static void draw_shift_and_scale(plan *p)
{
    const logreg_classification_options *o = p->o;
    logreg__random shift = stream(o, LOGREG__STREAM_SHIFT), scale = stream(o, LOGREG__STREAM_SCALE);
    for (size_t j = 0; j < o->n_features; j++) {
        if (o->shift)
            p->shift[j] = o->shift[o->n_shift == 1 ? 0 : j];
        else
            p->shift[j] = (2 * logreg__random_uniform(&shift) - 1) * o->class_sep;
        if (o->scale)
            p->scale[j] = o->scale[o->n_scale == 1 ? 0 : j];
        else
            p->scale[j] = 1 + 99 * logreg__random_uniform(&scale);
    }
}

static void draw_order(size_t *order, size_t n, const logreg_classification_options *o, uint64_t number)
{
    if (o->shuffle) {
        logreg__random random = stream(o, number);
        logreg__random_permutation(&random, order, n);
        return;
    }
    for (size_t i = 0; i < n; i++)
        order[i] = i;
}

static logreg_status plan_draw(plan *p, logreg_error *err)
{
    const logreg_classification_options *o = p->o;
    logreg_status status = logreg__classification_rows(p->rows, o, err);
    if (status == LOGREG_OK)
        status = draw_vertices(p, err);
    if (status != LOGREG_OK)
        return status;
    logreg__random redundant = stream(o, LOGREG__STREAM_REDUNDANT);
    fill_uniform(p->redundant, o->n_informative * o->n_redundant, &redundant);
    logreg__random repeated = stream(o, LOGREG__STREAM_REPEATED);
    for (size_t j = 0; j < o->n_repeated; j++)
        p->repeated[j] = logreg__random_below(&repeated, o->n_informative + o->n_redundant);
    draw_shift_and_scale(p);
    draw_order(p->to_row, o->n_samples, o, LOGREG__STREAM_ROWS);
    draw_order(p->to_column, o->n_features, o, LOGREG__STREAM_COLUMNS);
    return LOGREG_OK;
}

/* y += x M, where M is n x m; y is m. */
static void add_product(double *y, const double *x, const double *M, size_t n, size_t m)
{
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < m; j++)
            y[j] += x[i] * M[i * m + j];
}

/* A row of cluster c, before shift and scale. */
static void draw_row(plan *p, size_t c, logreg__random *points, logreg__random *noise)
{
    const logreg_classification_options *o = p->o;
    size_t d = o->n_informative, known = d + o->n_redundant;
    for (size_t j = 0; j < d; j++)
        p->normal[j] = logreg__random_normal(points);
    memcpy(p->row, p->vertex + c * d, d * sizeof *p->row);
    add_product(p->row, p->normal, p->mixing, d, d);
    memset(p->row + d, 0, o->n_redundant * sizeof *p->row);
    add_product(p->row + d, p->row, p->redundant, d, o->n_redundant);
    for (size_t j = 0; j < o->n_repeated; j++)
        p->row[known + j] = p->row[p->repeated[j]];
    for (size_t j = known + o->n_repeated; j < o->n_features; j++)
        p->row[j] = logreg__random_normal(noise);
}

static void fill(gsl_matrix *X, gsl_vector *y, plan *p)
{
    const logreg_classification_options *o = p->o;
    logreg__random points = stream(o, LOGREG__STREAM_POINTS), noise = stream(o, LOGREG__STREAM_NOISE);
    logreg__random mixing = stream(o, LOGREG__STREAM_COVARIANCE), flip = stream(o, LOGREG__STREAM_FLIP);
    size_t row = 0;
    for (size_t c = 0; c < p->n_clusters; c++) {
        size_t k = c % o->n_classes, nth = c / o->n_classes;
        size_t rows = p->rows[k] / o->n_clusters_per_class + (nth < p->rows[k] % o->n_clusters_per_class);
        fill_uniform(p->mixing, o->n_informative * o->n_informative, &mixing);
        for (size_t i = 0; i < rows; i++, row++) {
            draw_row(p, c, &points, &noise);
            size_t to = p->to_row[row];
            for (size_t j = 0; j < o->n_features; j++)
                gsl_matrix_set(X, to, p->to_column[j], (p->row[j] + p->shift[j]) * p->scale[j]);
            double chance = logreg__random_uniform(&flip);
            size_t other = logreg__random_below(&flip, o->n_classes);
            gsl_vector_set(y, to, (double)(chance < o->flip_y ? other : k));
        }
    }
}

static logreg_status check_shapes(const gsl_matrix *X, const gsl_vector *y,
                                  const logreg_classification_options *o, logreg_error *err)
{
    if (X->size1 != o->n_samples || X->size2 != o->n_features)
        return logreg__fail(err, LOGREG_EINVAL,
                            "X is %zu x %zu; n_samples %zu and n_features %zu need %zu x %zu", X->size1,
                            X->size2, o->n_samples, o->n_features, o->n_samples, o->n_features);
    if (y->size != o->n_samples)
        return logreg__fail(err, LOGREG_EINVAL, "y has %zu entries; n_samples %zu needs as many", y->size,
                            o->n_samples);
    return LOGREG_OK;
}

logreg_status logreg_make_classification(gsl_matrix *X, gsl_vector *y,
                                         const logreg_classification_options *options, logreg_error *err)
{
    const logreg_classification_options standard = logreg_classification_options_default();
    if (!options)
        options = &standard;
    logreg_status status = logreg__classification_check(options, err);
    if (status == LOGREG_OK)
        status = check_shapes(X, y, options, err);
    if (status != LOGREG_OK)
        return status;
    plan p;
    status = plan_new(&p, options) ? plan_draw(&p, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        fill(X, y, &p);
    plan_free(&p);
    return status;
}
