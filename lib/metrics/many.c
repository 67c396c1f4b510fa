#include "metrics/many.h"

#include <math.h>
#include <stdint.h>

size_t logreg__said(const logreg_labelled *rows, size_t i)
{
    if (rows->n_classes == 2)
        return isnan(rows->p[i]) ? SIZE_MAX : rows->p[i] >= rows->threshold;
    const double *p = rows->p + i * rows->n_classes;
    size_t best = 0;
    for (size_t c = 0; c < rows->n_classes; c++) {
        if (isnan(p[c]))
            return SIZE_MAX;
        if (p[c] > p[best])
            best = c;
    }
    return best;
}
