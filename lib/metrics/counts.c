#include "metrics/counts.h"

#include <math.h>

void logreg__counts_sum(logreg__counts *counts, double *cell, size_t K)
{
    *counts = (logreg__counts){K, cell, cell + K * K, cell + K * K + K, 0};
    for (size_t i = 0; i < K; i++)
        counts->so[i] = counts->said[i] = 0;
    for (size_t i = 0; i < K; i++)
        for (size_t j = 0; j < K; j++) {
            counts->so[i] += cell[i * K + j];
            counts->said[j] += cell[i * K + j];
        }
    for (size_t i = 0; i < K; i++)
        counts->total += counts->so[i];
}

double logreg__class_score(const logreg__counts *counts, size_t k, logreg__emphasis e)
{
    return (e.said + e.so) * counts->cell[k * counts->K + k] /
           (e.said * counts->said[k] + e.so * counts->so[k]);
}

double logreg__class_weight(const logreg__counts *counts, size_t k, logreg__mean mean)
{
    double so = counts->so[k], rows = so + counts->said[k];
    if (isnan(rows))
        return NAN;
    return mean == LOGREG__WEIGHTED ? so : mean == LOGREG__PRESENT ? so > 0 : rows > 0;
}

double logreg__mean_score(const logreg__counts *counts, logreg__emphasis e, logreg__mean mean)
{
    double sum = 0, total = 0;
    for (size_t k = 0; k < counts->K; k++) {
        double weight = logreg__class_weight(counts, k, mean), score = logreg__class_score(counts, k, e);
        sum += isnan(score) && !isnan(weight) ? 0 : weight * score;
        total += weight;
    }
    return sum / total;
}
