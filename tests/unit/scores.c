#include "scores.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { CLASSES = 8 };

/* Probabilities of the classes 0 .. k in row i. */
static void probabilities(long double *mu, const scores_data *d, size_t i)
{
    long double sum = 1;
    mu[0] = 1;
    for (size_t c = 0; c < d->k; c++) {
        long double eta = d->offset ? d->offset[i] : 0;
        for (size_t j = 0; j < d->p; j++)
            eta += (long double)d->beta[c * d->p + j] * d->X[i * d->p + j];
        sum += mu[c + 1] = expl(eta);
    }
    for (size_t c = 0; c <= d->k; c++)
        mu[c] /= sum;
}

static long double weight(const scores_data *d, size_t i)
{
    return d->weight ? d->weight[i] : 1;
}

/* Gauss and Jordan, with the largest pivot of a column. */
static void invert(long double *A, size_t n)
{
    long double *B = calloc(n * n, sizeof *B);
    for (size_t i = 0; i < n; i++)
        B[i * n + i] = 1;
    for (size_t j = 0; j < n; j++) {
        size_t pivot = j;
        for (size_t i = j; i < n; i++)
            pivot = fabsl(A[i * n + j]) > fabsl(A[pivot * n + j]) ? i : pivot;
        for (size_t c = 0; c < n; c++) {
            long double a = A[j * n + c], b = B[j * n + c];
            A[j * n + c] = A[pivot * n + c];
            A[pivot * n + c] = a;
            B[j * n + c] = B[pivot * n + c];
            B[pivot * n + c] = b;
        }
        long double by = 1 / A[j * n + j];
        for (size_t c = 0; c < n; c++) {
            A[j * n + c] *= by;
            B[j * n + c] *= by;
        }
        for (size_t i = 0; i < n; i++) {
            long double f = A[i * n + j];
            for (size_t c = 0; i != j && c < n; c++) {
                A[i * n + c] -= f * A[j * n + c];
                B[i * n + c] -= f * B[j * n + c];
            }
        }
    }
    memcpy(A, B, n * n * sizeof *A);
    free(B);
}

void scores_bread(long double *bread, const scores_data *d)
{
    size_t p = d->p, q = d->k * p;
    memset(bread, 0, q * q * sizeof *bread);
    for (size_t i = 0; i < d->n; i++) {
        long double mu[CLASSES];
        probabilities(mu, d, i);
        for (size_t a = 0; a < q; a++)
            for (size_t b = 0; b < q; b++)
                bread[a * q + b] += weight(d, i) * mu[a / p + 1] * ((a / p == b / p) - mu[b / p + 1]) *
                                    d->X[i * p + a % p] * d->X[i * p + b % p];
    }
    invert(bread, q);
}

void scores_row(long double *score, const scores_data *d, size_t i)
{
    long double mu[CLASSES];
    probabilities(mu, d, i);
    for (size_t c = 0; c < d->k; c++)
        for (size_t j = 0; j < d->p; j++)
            score[c * d->p + j] = weight(d, i) * d->X[i * d->p + j] *
                                  ((d->k == 1 ? d->y[i] : d->y[i] == (double)c + 1) - mu[c + 1]);
}

void scores_add(long double *meat, const long double *score, size_t q, long double factor)
{
    for (size_t a = 0; a < q; a++)
        for (size_t b = 0; b < q; b++)
            meat[a * q + b] += factor * score[a] * score[b];
}

long double scores_leverage(const scores_data *d, const long double *bread, size_t i, double copies)
{
    long double mu[CLASSES], sum = 0;
    probabilities(mu, d, i);
    for (size_t a = 0; a < d->p; a++)
        for (size_t b = 0; b < d->p; b++)
            sum += bread[a * d->p + b] * d->X[i * d->p + a] * d->X[i * d->p + b];
    return weight(d, i) > 0 ? weight(d, i) / copies * mu[1] * mu[0] * sum : 0;
}

void scores_sandwich(double *V, const long double *bread, const long double *meat, size_t q)
{
    for (size_t a = 0; a < q; a++)
        for (size_t b = 0; b < q; b++) {
            long double sum = 0;
            for (size_t i = 0; i < q; i++)
                for (size_t j = 0; j < q; j++)
                    sum += bread[a * q + i] * meat[i * q + j] * bread[j * q + b];
            V[a * q + b] = (double)sum;
        }
}
