/* Means over rows with their standard errors: log loss, Brier's score, absolute error, Tjur's coefficient. */
#include <math.h>

#include "base/sum.h"
#include "metrics/many.h"
#include "metrics/sheet.h"
#include "metrics/versus.h"

/* A mean's standard error, from the sum of the squares about it. */
static double error_of_mean(logreg__sum squares, double total)
{
    double error = sqrt(logreg__sum_value(squares) / (total - 1) / total);
    return total > 1 && isfinite(error) ? error : (double)NAN;
}

static void add_square(logreg__sum *squares, double weight, double x)
{
    if (weight != 0)
        logreg__sum_add(squares, weight * x * x);
}

/* Loss of a row of which class k came about. */
typedef double loss_of(const double *p, size_t K, size_t k);

static double log_loss(const double *p, size_t K, size_t k)
{
    return K > 2 ? -log(p[k]) : k == 1 ? -log(*p) : -log1p(-*p);
}

static double brier(const double *p, size_t K, size_t k)
{
    if (K == 2)
        return k == 1 ? (1 - *p) * (1 - *p) : *p * *p;
    double sum = 0;
    for (size_t c = 0; c < K; c++)
        sum += (p[c] - (c == k)) * (p[c] - (c == k));
    return sum;
}

static double absolute(const double *p, size_t K, size_t k)
{
    if (K == 2)
        return k == 1 ? 1 - *p : *p;
    double sum = 0;
    for (size_t c = 0; c < K; c++)
        sum += fabs(p[c] - (c == k));
    return sum;
}

/* The mean of a loss over the rows. */
static double mean_of(const logreg_labelled *rows, loss_of *loss)
{
    size_t K = rows->n_classes;
    logreg__sum sum = {0, 0}, total = {0, 0};
    for (size_t i = 0; i < rows->n; i++) {
        double weight = rows->w ? rows->w[i] : 1, y = rows->y[i];
        if (weight == 0)
            continue;
        const double *p = rows->p + (K > 2 ? i * K : i);
        logreg__sum_add(&sum, K > 2 ? weight * loss(p, K, (size_t)y)
                                    : weight * (y * loss(p, K, 1) + (1 - y) * loss(p, K, 0)));
        logreg__sum_add(&total, weight);
    }
    return logreg__sum_value(sum) / logreg__sum_value(total);
}

static logreg_measure mean_loss(const logreg_labelled *rows, double mean, loss_of *loss)
{
    size_t K = rows->n_classes;
    logreg_measure m = logreg__measure_value(mean);
    logreg__sum squares = {0, 0}, total = {0, 0};
    for (size_t i = 0; isfinite(mean) && i < rows->n; i++) {
        double weight = rows->w ? rows->w[i] : 1, y = rows->y[i];
        if (K > 2) {
            add_square(&squares, weight, loss(rows->p + i * K, K, (size_t)y) - mean);
        } else {
            const double of[2] = {weight * (1 - y), weight * y};
            for (size_t k = 0; k < 2; k++)
                if (of[k] != 0)
                    add_square(&squares, of[k], loss(rows->p + i, K, k) - mean);
        }
        logreg__sum_add(&total, weight);
    }
    m.std_error = error_of_mean(squares, logreg__sum_value(total));
    return m;
}

logreg_measure logreg__log_loss(const logreg__sheet *s)
{
    const logreg_labelled *r = s->rows;
    double mean = s->K == 2 ? logreg_metric_log_loss(r->y, r->p, r->w, r->n)
                            : logreg__many_log_loss(r->y, r->p, r->w, r->n, s->K);
    return mean_loss(r, mean, log_loss);
}

logreg_measure logreg__brier(const logreg__sheet *s)
{
    const logreg_labelled *r = s->rows;
    double mean = s->K == 2 ? logreg_metric_brier(r->y, r->p, r->w, r->n)
                            : logreg__many_brier(r->y, r->p, r->w, r->n, s->K);
    return mean_loss(r, mean, brier);
}

logreg_measure logreg__mae(const logreg__sheet *s)
{
    return mean_loss(s->rows, mean_of(s->rows, absolute), absolute);
}

/* A difference of two means, of events and of others. */
logreg_measure logreg__tjur(const logreg__sheet *s)
{
    const logreg_labelled *r = s->rows;
    logreg_measure m = logreg__measure_value(logreg_metric_tjur(r->y, r->p, r->w, r->n));
    logreg__sum sum[2] = {{0, 0}, {0, 0}}, total[2] = {{0, 0}, {0, 0}}, squares[2] = {{0, 0}, {0, 0}};
    if (isnan(m.value))
        return m;
    for (size_t i = 0; i < r->n; i++) {
        double weight = r->w ? r->w[i] : 1, of[2] = {weight * (1 - r->y[i]), weight * r->y[i]};
        for (size_t k = 0; k < 2; k++) {
            logreg__sum_add(&sum[k], of[k] * (of[k] != 0 ? r->p[i] : 0));
            logreg__sum_add(&total[k], of[k]);
        }
    }
    double error[2];
    for (size_t k = 0; k < 2; k++) {
        double n = logreg__sum_value(total[k]), mean = logreg__sum_value(sum[k]) / n;
        for (size_t i = 0; i < r->n; i++)
            add_square(&squares[k], (r->w ? r->w[i] : 1) * (k ? r->y[i] : 1 - r->y[i]), r->p[i] - mean);
        error[k] = error_of_mean(squares[k], n);
    }
    m.std_error = hypot(error[0], error[1]);
    return m;
}

/* ---- Two sets of probabilities of the same rows ---- */

typedef struct {
    const logreg_labelled *rows;
    const double *other_p;
    loss_of *loss;
} pair;

/* Loss of row i of which class k came about, less that by the other probabilities. */
static double difference_of(const pair *p, size_t i, size_t k)
{
    size_t K = p->rows->n_classes, at = K == 2 ? i : i * K;
    return p->loss(p->rows->p + at, K, k) - p->loss(p->other_p + at, K, k);
}

/* Adds weight * f(d) of all differences d, f being them less `mean`, or the squares of that. */
static double sum_over(const pair *p, double mean, bool squares)
{
    logreg__sum sum = {0, 0};
    const logreg_labelled *r = p->rows;
    for (size_t i = 0; i < r->n; i++) {
        double weight = r->w ? r->w[i] : 1, y = r->y[i];
        bool two = r->n_classes == 2;
        const double of[2] = {two ? weight * (1 - y) : weight, two ? weight * y : 0};
        for (size_t k = 0; k < 2; k++) {
            if (of[k] == 0)
                continue;
            double d = difference_of(p, i, two ? k : (size_t)y) - mean;
            logreg__sum_add(&sum, of[k] * (squares ? d * d : d));
        }
    }
    return logreg__sum_value(sum);
}

static void compare(logreg_metric_test *test, const pair *p, logreg__measuring *measure)
{
    logreg_labelled other = *p->rows;
    other.p = p->other_p;
    const logreg_labelled *rows[2] = {p->rows, &other};
    for (int k = 0; k < 2; k++) {
        const logreg__sheet sheet = {.rows = rows[k], .K = rows[k]->n_classes};
        logreg_measure m = measure(&sheet);
        test->value[k] = m.value;
        test->std_error[k] = m.std_error;
    }
    double n = 0;
    for (size_t i = 0; i < p->rows->n; i++)
        n += p->rows->w ? p->rows->w[i] : 1;
    double mean = sum_over(p, 0, false) / n;
    if (!isfinite(mean))
        return;
    test->difference = mean;
    test->difference_error = n > 1 ? sqrt(sum_over(p, mean, true) / (n - 1) / n) : (double)NAN;
}

void logreg__compare_log_loss(logreg_metric_test *test, const logreg_labelled *rows, const double *other_p)
{
    compare(test, &(pair){rows, other_p, log_loss}, logreg__log_loss);
}

void logreg__compare_brier(logreg_metric_test *test, const logreg_labelled *rows, const double *other_p)
{
    compare(test, &(pair){rows, other_p, brier}, logreg__brier);
}
