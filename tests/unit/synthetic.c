#include "synthetic.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "harness.h"

void make(gsl_matrix **X, gsl_vector **y, const options *o)
{
    *X = gsl_matrix_alloc(o->n_samples, o->n_features);
    *y = gsl_vector_alloc(o->n_samples);
    logreg_error err = {0};
    CU_ASSERT_FATAL(*X && *y);
    CU_ASSERT_EQUAL_FATAL(logreg_make_classification(*X, *y, o, &err), LOGREG_OK);
}

double mean(const double *x, size_t n, size_t stride)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += x[i * stride];
    return sum / (double)n;
}

double covariance(const double *a, const double *b, size_t n, size_t stride)
{
    double sum = 0, mean_a = mean(a, n, stride), mean_b = mean(b, n, stride);
    for (size_t i = 0; i < n; i++)
        sum += (a[i * stride] - mean_a) * (b[i * stride] - mean_b);
    return sum / (double)n;
}

uint64_t fingerprint(const gsl_matrix *X, const gsl_vector *y)
{
    uint64_t hash = 0xcbf29ce484222325;
    for (size_t i = 0; i < X->size1; i++)
        for (size_t j = 0; j <= X->size2; j++) {
            double x = j < X->size2 ? gsl_matrix_get(X, i, j) : gsl_vector_get(y, i);
            uint64_t bits;
            memcpy(&bits, &x, sizeof bits);
            for (int b = 0; b < 8; b++, bits >>= 8)
                hash = (hash ^ (bits & 255)) * 0x100000001b3;
        }
    return hash;
}

bool same_data(uint64_t got, uint64_t want)
{
    if (got != want)
        printf("# fingerprint 0x%016" PRIx64 "\n", got);
    return got == want;
}
