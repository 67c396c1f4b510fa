/* Agreement of what is so and what is said beyond chance: Cohen's kappa (Educ. Psychol. Meas. 20, 1960; weighted: Psychol. Bull. 70, 1968) and
 * Matthews' correlation (Biochim. Biophys. Acta 405, 1975; of more classes Gorodkin, Comput. Biol. Chem. 28, 2004), with standard
 * errors by the delta method (of kappa: Fleiss, Cohen & Everitt, Psychol. Bull. 72, 1969). r and s are the sums of so and said, N the total. */
#include <math.h>

#include "metrics/sheet.h"

/* sum_k n_kk N - r_k s_k, as the sum of tp tn - fp fn of the classes, which loses no digits where one is rare. */
static double covariance(const logreg__counts *c)
{
    double sum = 0;
    for (size_t k = 0; k < c->K; k++) {
        double right = c->cell[k * c->K + k], missed = c->so[k] - right, wrong = c->said[k] - right;
        sum += right * (c->total - c->so[k] - wrong) - missed * wrong;
    }
    return sum;
}

/* N^2 - sum_k r_k^2. */
static double variance(const double *r, const logreg__counts *c)
{
    double sum = 0;
    for (size_t k = 0; k < c->K; k++)
        sum += r[k] * (c->total - r[k]);
    return sum;
}

logreg_measure logreg__mcc(const logreg__sheet *s)
{
    const logreg__counts *c = &s->counts;
    size_t K = s->K;
    double so = variance(c->so, c), said = variance(c->said, c), root = sqrt(so) * sqrt(said), right = 0;
    double value = covariance(c) / root;
    for (size_t k = 0; k < K; k++)
        right += c->cell[k * K + k];
    for (size_t i = 0; i < K; i++)
        for (size_t j = 0; j < K; j++) {
            double slope = right + (i == j) * c->total - c->said[i] - c->so[j];
            double spread = (c->total - c->said[j]) / said + (c->total - c->so[i]) / so;
            s->gradient[i * K + j] = slope / root - value * spread;
        }
    return logreg__measure_delta(value, s);
}

/* Weight of disagreement of classes d apart: any, d, d^2. */
static double any(double d)
{
    return d != 0;
}

static double linear(double d)
{
    return d;
}

static double quadratic(double d)
{
    return d * d;
}

/* 1 - A / B, A = sum w_ij n_ij, B = sum w_ij r_i s_j / N. */
static logreg_measure kappa(const logreg__sheet *s, double (*weight)(double d))
{
    const logreg__counts *c = &s->counts;
    size_t K = s->K;
    double A = 0, B = 0, N = c->total;
    for (size_t i = 0; i < K; i++)
        for (size_t j = 0; j < K; j++) {
            double w = weight(fabs((double)i - (double)j));
            A += w * c->cell[i * K + j];
            B += w * c->so[i] * c->said[j] / N;
            s->gradient[i * K + j] = 0;
        }
    /* dA = w_ij; dB = (sum_l w_il s_l + sum_k w_kj r_k - B) / N */
    for (size_t i = 0; i < K; i++) {
        double along = 0, down = 0;
        for (size_t l = 0; l < K; l++) {
            double w = weight(fabs((double)i - (double)l));
            along += w * c->said[l];
            down += w * c->so[l];
        }
        for (size_t j = 0; j < K; j++) {
            s->gradient[i * K + j] += A / B * along / N / B;
            s->gradient[j * K + i] += A / B * down / N / B;
        }
    }
    for (size_t i = 0; i < K; i++)
        for (size_t j = 0; j < K; j++)
            s->gradient[i * K + j] -= (weight(fabs((double)i - (double)j)) + A / N) / B;
    return logreg__measure_delta(1 - A / B, s);
}

logreg_measure logreg__kappa(const logreg__sheet *s)
{
    return kappa(s, any);
}

logreg_measure logreg__kappa_linear(const logreg__sheet *s)
{
    return kappa(s, linear);
}

logreg_measure logreg__kappa_quadratic(const logreg__sheet *s)
{
    return kappa(s, quadratic);
}
