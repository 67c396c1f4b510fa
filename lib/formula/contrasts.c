#include "formula/contrasts.h"

#include <math.h>
#include <stdio.h>

const char *const logreg__contrast_words[LOGREG__CONTRASTS] = {"treatment", "sum", "helmert", "poly"};

/* Columns of powers, each made orthogonal to those before, twice for the sake of rounding. q: room for n x n, a row a
 * power. */
static void polynomials(double *m, double *q, size_t n)
{
    for (size_t k = 0; k < n; k++) {
        double *p = q + k * n, length = 0;
        for (size_t i = 0; i < n; i++)
            p[i] = k ? (double)i * 2 - (double)(n - 1) : 1;
        for (size_t i = 0; k && i < n; i++)
            p[i] *= q[(k - 1) * n + i];
        for (size_t j = 0; j < 2 * k; j++) {
            double *before = q + j % k * n, dot = 0;
            for (size_t i = 0; i < n; i++)
                dot += before[i] * p[i];
            for (size_t i = 0; i < n; i++)
                p[i] -= dot * before[i];
        }
        for (size_t i = 0; i < n; i++)
            length = hypot(length, p[i]);
        for (size_t i = 0; i < n; i++) {
            p[i] /= length;
            if (k)
                m[i * (n - 1) + k - 1] = p[i];
        }
    }
}

double *logreg__contrast_matrix(logreg__contrast contrast, size_t n)
{
    bool poly = contrast == LOGREG__POLY;
    double *m = logreg__new(n, (n - 1) * sizeof *m), *room = poly ? logreg__new(n, n * sizeof *room) : NULL;
    if (!m || (poly && !room)) {
        free(m);
        free(room);
        return NULL;
    }
    if (poly)
        polynomials(m, room, n);
    for (size_t l = 0; !poly && l < n; l++)
        for (size_t k = 0; k < n - 1; k++) {
            double *at = &m[l * (n - 1) + k];
            if (contrast == LOGREG__TREATMENT)
                *at = l == k + 1;
            else if (contrast == LOGREG__SUM)
                *at = l == n - 1 ? -1 : l == k;
            else
                *at = l == k + 1 ? (double)l : l <= k ? -1 : 0;
        }
    free(room);
    return m;
}

void logreg__contrast_name(logreg__text *text, logreg__contrast contrast, size_t column)
{
    static const char *const powers[] = {"L", "Q", "C"};
    char number[24];
    snprintf(number, sizeof number, "%zu", column + 1);
    logreg__text_add(text, contrast == LOGREG__POLY && column < 3 ? powers[column] : number);
}
