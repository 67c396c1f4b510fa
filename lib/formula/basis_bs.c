#include "base/memory.h"
#include "formula/basis.h"

static bool prepare(logreg__basis *b)
{
    b->width = b->n_knots + b->degree + b->intercept;
    return logreg__spline_knots(b);
}

static void derive(double *value, size_t stride, const logreg__basis *b, const double *x, size_t rows,
                   double *work, size_t derivative)
{
    for (size_t r = 0; r < rows; r++) {
        logreg__spline_at(work, b, x[r], derivative);
        for (size_t k = 0; k < b->width; k++)
            value[k * stride + r] = work[k + !b->intercept];
    }
}

static void values(double *value, size_t stride, const logreg__basis *b, const double *x, size_t rows,
                   double *work)
{
    derive(value, stride, b, x, rows, work, 0);
}

static void slopes(double *slope, size_t stride, const logreg__basis *b, const double *x, size_t rows,
                   double *work)
{
    derive(slope, stride, b, x, rows, work, 1);
}

const logreg__basis_kind logreg__basis_bs = {"bs", logreg__spline_decide, prepare, values, slopes};
