/* Means over rows with their standard errors: log loss, Brier's score, Tjur's coefficient. */
#include <math.h>

#include "base/sum.h"
#include "metrics/many.h"
#include "metrics/sheet.h"

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
            add_square(&squares, weight * y, loss(rows->p + i, K, 1) - mean);
            add_square(&squares, weight * (1 - y), loss(rows->p + i, K, 0) - mean);
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
