/* Learning curves: each repeat parts the rows anew and draws an order of those to fit to, whose beginnings are the sizes. In that order a class with n_k of n
 * rows has its i-th at (i - u) / n_k, u uniform, so that each beginning has the shares of all up to a row a class; first of all comes a row of each class. */
#include <logreg/learning_curve.h>

#include <math.h>

#include <logreg/metrics.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/random.h"
#include "model/doors/options.h"
#include "model/doors/prepared.h"
#include "model/fitting.h"
#include "model/predict/labelled.h"

#define STREAM 16

#define USUAL_SIZES 6
#define LEAST_ROWS 10

enum { LOG_LOSS, ACCURACY, AUC, MEASURES };
static const char *const names[MEASURES] = {"log_loss", "accuracy", "auc"};

logreg_learning_curve_options logreg_learning_curve_options_default(void)
{
    return (logreg_learning_curve_options){.repeats = 5, .test_size = 0.25};
}

typedef struct {
    const logreg_options *options;
    const logreg_learning_curve_options *how;
    const logreg__prepared *all; /* what all rows make of the formula */
    const logreg__source *source;
    const logreg__outcome *outcome;
    const logreg__rows *rows; /* all that miss nothing, or nothing but what is imputed */
    logreg__response *response;
    logreg_learning_curve *curve;
    size_t *class;   /* [n] of each kept row; 0 of counts */
    size_t n_shares; /* classes to share rows by */
    size_t *held;    /* [n_shares] rows of each that are held out */
    /* Of a repeat: */
    size_t *order;       /* [n] rows to fit to in their order, then those held out */
    unsigned char *drop; /* [n] */
    double *value;       /* [points][repeats][MEASURES][2] */
} run;

/* ---- Options ---- */

static logreg_status check(const logreg_options *o, const logreg_learning_curve_options *how,
                           logreg_error *err)
{
    if (!(how->test_size > 0 && how->test_size < 1))
        return logreg__fail(err, LOGREG_EINVAL, "test_size is %g; it must be a share between 0 and 1",
                            how->test_size);
    if (how->repeats == 0)
        return logreg__fail(err, LOGREG_EINVAL, "repeats is 0; it must be positive");
    for (size_t i = 0; how->sizes && i < how->n_sizes; i++) {
        double size = how->sizes[i];
        if (!(size > 0) || !isfinite(size) || (size > 1 && size != floor(size)))
            return logreg__fail(err, LOGREG_EINVAL,
                                "a size is %g; sizes are whole numbers of rows, or shares up to 1", size);
    }
    const char *beside = o->strata                                         ? "strata"
                         : o->sampling_weights                             ? "sampling weights"
                         : o->validation_fraction > 0 || o->early_stopping ? "rows held out"
                         : o->calibrate                                    ? "calibration"
                                                                           : NULL;
    if (beside)
        return logreg__fail(err, LOGREG_EINVAL, "learning curves do not go with %s; leave them out", beside);
    return LOGREG_OK;
}

static int ascending(const void *a, const void *b)
{
    const logreg_learning_point *p = a, *q = b;
    return (p->n > q->n) - (p->n < q->n);
}

/* The sizes, each once, ascending. */
static logreg_status find_sizes(run *r, logreg_error *err)
{
    logreg_learning_curve *c = r->curve;
    size_t given = r->how->sizes ? r->how->n_sizes : USUAL_SIZES, least = 2 * r->n_shares;
    least = least > LEAST_ROWS ? least : LEAST_ROWS;
    c->point = logreg__new(given, sizeof *c->point);
    if (!c->point)
        return logreg__fail_memory(err);
    for (size_t i = 0; i < given; i++) {
        double size = r->how->sizes ? r->how->sizes[i] : ldexp(1, (int)i + 1 - USUAL_SIZES);
        double n = size <= 1 ? round(size * (double)c->n_train) : size;
        if (!r->how->sizes && n < (double)least && i + 1 < given)
            continue;
        if (n > (double)c->n_train)
            return logreg__fail(err, LOGREG_EDATA,
                                "a size is %g, but there are %zu rows to fit to: %zu of %zu are held out", n,
                                c->n_train, c->n_test, c->n_rows);
        if (n < (double)r->n_shares || n < 2)
            return logreg__fail(err, LOGREG_EDATA, "a size of %g rows has no room for the %zu classes", n,
                                c->n_classes);
        c->point[c->n_points++].n = (size_t)n;
    }
    qsort(c->point, c->n_points, sizeof *c->point, ascending);
    size_t kept = 0;
    for (size_t i = 0; i < c->n_points; i++)
        if (kept == 0 || c->point[i].n > c->point[kept - 1].n)
            c->point[kept++] = c->point[i];
    c->n_points = kept;
    return LOGREG_OK;
}

/* Which class each row is of, and how many of each are held out: at least one, and one stays. */
static logreg_status find_classes(run *r, logreg_error *err)
{
    size_t n = r->rows->n, K = r->response->grouped ? 1 : r->response->n_classes;
    double *y = logreg__new_raw(n, sizeof *y);
    size_t *count = logreg__new(K, sizeof *count);
    logreg_status status = y && count ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        logreg__response_fill_kept(r->response, r->rows, 0, n, y, NULL);
    for (size_t i = 0; status == LOGREG_OK && i < n; i++)
        count[r->class[i] = K > 1 ? (size_t)y[i] : 0]++;
    for (size_t k = 0; status == LOGREG_OK && k < K; k++) {
        if (count[k] < 2)
            status =
                logreg__fail(err, LOGREG_EDATA,
                             "class '%s' has a single row; it takes two, one to fit to and one to measure by",
                             r->response->label[k]);
        r->held[k] = (size_t)fmin(fmax(1, round(r->how->test_size * (double)count[k])), (double)count[k] - 1);
        r->curve->n_test += r->held[k];
    }
    r->curve->n_train = n - r->curve->n_test;
    free(y);
    free(count);
    return status;
}

/* ---- A repeat ---- */

typedef struct {
    double key;
    size_t row;
} place;

static int by_key(const void *a, const void *b)
{
    const place *p = a, *q = b;
    if (p->key != q->key)
        return p->key < q->key ? -1 : 1;
    return (p->row > q->row) - (p->row < q->row);
}

/* Draws the parts and the order. ENOMEM. */
static logreg_status draw(run *r, size_t repeat, logreg_error *err)
{
    size_t n = r->rows->n, K = r->n_shares, train = 0, test = r->curve->n_train;
    place *at = logreg__new_raw(n, sizeof *at);
    size_t *shuffled = logreg__new_raw(n, sizeof *shuffled), *met = logreg__new(K, sizeof *met),
           *count = logreg__new(K, sizeof *count);
    bool ok = at && shuffled && met && count;
    if (ok) {
        logreg__random random;
        logreg__random_init(&random, r->how->random_state, STREAM + repeat);
        logreg__random_permutation(&random, shuffled, n);
        for (size_t i = 0; i < n; i++)
            count[r->class[i]]++;
        for (size_t i = 0; i < n; i++) {
            size_t row = shuffled[i], k = r->class[row], place_in = met[k]++;
            double u = logreg__random_uniform(&random);
            if (place_in < r->held[k]) {
                r->order[test++] = row;
                continue;
            }
            size_t nth = place_in - r->held[k];
            double key = nth == 0 ? -1 : ((double)nth + u) / (double)(count[k] - r->held[k]);
            at[train++] = (place){key, row};
        }
        qsort(at, train, sizeof *at, by_key);
        for (size_t i = 0; i < train; i++)
            r->order[i] = at[i].row;
    }
    free(at);
    free(shuffled);
    free(met);
    free(count);
    return ok ? LOGREG_OK : logreg__fail_memory(err);
}

/* The rows order[from] .. order[to - 1]. */
static logreg_status part(logreg__rows **rows, run *r, size_t from, size_t to, logreg_error *err)
{
    memset(r->drop, 1, r->rows->n);
    for (size_t i = from; i < to; i++)
        r->drop[r->order[i]] = 0;
    return logreg__rows_subset(rows, r->rows, r->drop, err);
}

/* Measures a model on rows of the frame that it was fitted on, into value[0], value[2], ... */
static logreg_status measure(double *value, const logreg_model *m, const run *r, const logreg_frame *frame,
                             const logreg__rows *rows, logreg_error *err)
{
    const logreg_metric *metric[MEASURES];
    logreg_measure found[MEASURES];
    for (size_t k = 0; k < MEASURES; k++)
        metric[k] = logreg_metric_find(names[k]);
    logreg_status status =
        logreg__measure_kept(found, metric, MEASURES, m, frame, rows, r->response, r->options->threads, err);
    for (size_t k = 0; status == LOGREG_OK && k < MEASURES; k++)
        value[2 * k] = found[k].value;
    return status;
}

/* What the rows of a point make of the formula, where something stands in for missing cells or words are counted; else all rows say it. */
static logreg_status prepare(logreg__prepared *again, const run *r, const logreg__rows *train,
                             logreg_error *err)
{
    logreg_error why;
    again->frame = r->all->frame;
    if (!r->options->n_impute && !r->options->text)
        return logreg__terms_new(&again->terms, r->all->formula, again->frame, r->rows, err);
    logreg_status status = logreg__prepare_again(again, r->source, train, r->options->threads, &why);
    return status == LOGREG_EDATA
               ? logreg__fail(err, status, "of %zu rows to fit to: %s", train->n, why.message)
           : status == LOGREG_OK ? LOGREG_OK
                                 : logreg__fail(err, status, "%s", why.message);
}

/* A fit to the first rows of the order, measured on them and on those held out. */
static logreg_status fit_point(run *r, logreg_learning_point *point, double *value, const logreg__rows *test,
                               logreg_error *err)
{
    logreg__rows *train = NULL;
    logreg__prepared again = {0};
    logreg_model *m = NULL;
    logreg_options o = *r->options;
    o.measures = false;
    logreg_status status = part(&train, r, 0, point->n, err);
    if (status == LOGREG_OK)
        status = prepare(&again, r, train, err);
    if (status == LOGREG_OK) {
        logreg__terms *terms = again.terms;
        again.terms = NULL;
        status = logreg__fit_terms(&m, terms, again.frame, train, r->outcome, &o, NULL, NULL, err);
    }
    if (status == LOGREG_OK)
        status = measure(value, m, r, again.frame, train, err);
    if (status == LOGREG_OK)
        status = measure(value + 1, m, r, again.frame, test, err);
    if (status == LOGREG_OK && m->separation != LOGREG_SEPARATION_NONE && !m->penalty)
        point->separated++;
    else if (status == LOGREG_OK && !logreg_model_sound(m))
        point->unsound++;
    logreg_model_free(m);
    logreg__prepared_clear(&again);
    logreg__rows_free(train);
    return status;
}

static logreg_status repeat_once(run *r, size_t repeat, logreg_error *err)
{
    const logreg_learning_curve *c = r->curve;
    logreg__rows *test = NULL;
    logreg_status status = draw(r, repeat, err);
    if (status == LOGREG_OK)
        status = part(&test, r, c->n_train, c->n_rows, err);
    for (size_t i = 0; status == LOGREG_OK && i < c->n_points; i++)
        status = fit_point(r, &c->point[i], r->value + (i * c->repeats + repeat) * 2 * MEASURES, test, err);
    logreg__rows_free(test);
    return status;
}

/* ---- All of it ---- */

/* Of every 2 MEASURES-th of n values. */
static logreg_spread spread(const double *value, size_t n)
{
    double mean = 0, square = 0;
    for (size_t i = 0; i < n; i++)
        mean += value[i * 2 * MEASURES] / (double)n;
    for (size_t i = 0; i < n; i++)
        square += pow(value[i * 2 * MEASURES] - mean, 2);
    return (logreg_spread){mean, n > 1 && isfinite(mean) ? sqrt(square / (double)(n - 1)) : NAN};
}

static logreg_status make(run *r, logreg_error *err)
{
    logreg_learning_curve *c = r->curve;
    size_t n = r->rows->n;
    c->n_rows = n;
    c->n_classes = r->response->n_classes;
    c->repeats = r->how->repeats;
    c->target = logreg__copy(r->outcome->target);
    r->n_shares = r->response->grouped ? 1 : c->n_classes;
    r->class = logreg__new_raw(n, sizeof *r->class);
    r->held = logreg__new(r->n_shares, sizeof *r->held);
    r->order = logreg__new_raw(n, sizeof *r->order);
    r->drop = logreg__new_raw(n, 1);
    bool ok = c->target && r->class && r->held && r->order && r->drop;
    logreg_status status = ok ? find_classes(r, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = find_sizes(r, err);
    if (status != LOGREG_OK)
        return status;
    r->value = logreg__new(c->n_points * c->repeats, 2 * MEASURES * sizeof *r->value);
    if (!r->value)
        return logreg__fail_memory(err);
    for (size_t i = 0; status == LOGREG_OK && i < c->repeats; i++)
        status = repeat_once(r, i, err);
    for (size_t i = 0; status == LOGREG_OK && i < c->n_points; i++) {
        logreg_learning_measure *of[MEASURES] = {&c->point[i].log_loss, &c->point[i].accuracy,
                                                 &c->point[i].auc};
        const double *value = r->value + i * c->repeats * 2 * MEASURES;
        for (size_t k = 0; k < MEASURES; k++)
            *of[k] = (logreg_learning_measure){spread(value + 2 * k, c->repeats),
                                               spread(value + 2 * k + 1, c->repeats)};
    }
    return status;
}

logreg_status logreg_learning_curve_new(logreg_learning_curve **curve, const logreg_frame *frame,
                                        const char *text, const logreg_options *options,
                                        const logreg_learning_curve_options *how, logreg_error *err)
{
    logreg_options o = options ? *options : logreg_options_default();
    logreg_learning_curve_options h = how ? *how : logreg_learning_curve_options_default();
    logreg__prepared all = {0};
    run r = {.options = &o, .how = &h, .all = &all, .curve = logreg__new(1, sizeof *r.curve)};
    logreg_status status = r.curve ? logreg__options_check(&o, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = check(&o, &h, err);
    if (status == LOGREG_OK)
        status = logreg__prepare(&all, frame, text, &o, NULL, err);
    const logreg__outcome outcome =
        logreg__outcome_chosen(status == LOGREG_OK ? all.formula->response : NULL, &o);
    const logreg__source source = {.raw = frame, .text = text, .options = &o, .rows = all.rows};
    r.source = &source;
    r.outcome = &outcome;
    r.rows = all.rows;
    if (status == LOGREG_OK)
        status = logreg__response_new(&r.response, &outcome, frame, r.rows, err);
    if (status == LOGREG_OK)
        status = make(&r, err);
    free(r.class);
    free(r.held);
    free(r.order);
    free(r.drop);
    free(r.value);
    logreg__response_free(r.response);
    logreg__prepared_clear(&all);
    if (status == LOGREG_OK)
        *curve = r.curve;
    else
        logreg_learning_curve_free(r.curve);
    return status;
}

void logreg_learning_curve_free(logreg_learning_curve *c)
{
    if (!c)
        return;
    free(c->point);
    free(c->target);
    free(c);
}
