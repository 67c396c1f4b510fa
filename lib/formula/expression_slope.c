/* Derivatives of expressions by a column, carried along with the values: (u v)' = u' v + u v', and so on. */
#include <math.h>

#include "base/functions.h"
#include "formula/expression.h"
#include "formula/operation.h"

/* x^y' = y x^(y - 1) x', and with an exponent that moves x^y (y' log x + y x' / x). */
static double power_slope(double x, double dx, double y, double dy)
{
    if (dy != 0)
        return logreg__power_of(x, y) * (dy * logreg__log_of(x) + y * dx / x);
    if (dx == 0 || y == 0)
        return 0;
    return (y == 1 ? 1 : y == 2 ? 2 * x : y * logreg__power_of(x, y - 1)) * dx;
}

/* What a (with its slopes da) and b come to. */
static void combine(char operator, double * da, const double *a, const double *db, const double *b,
                    size_t rows)
{
    for (size_t r = 0; r < rows; r++)
        switch (operator) {
        case '+':
            da[r] += db[r];
            break;
        case '-':
            da[r] -= db[r];
            break;
        case '*':
            da[r] = da[r] * b[r] + a[r] * db[r];
            break;
        case '/':
            da[r] = (da[r] - a[r] / b[r] * db[r]) / b[r];
            break;
        default:
            da[r] = power_slope(a[r], da[r], b[r], db[r]);
        }
}

/* Where nothing moves the slope is 0, also where the derivative is not finite. */
static void chain(double *slope, const double *x, double (*f)(double), size_t rows)
{
    for (size_t r = 0; r < rows; r++)
        slope[r] = slope[r] == 0 ? 0 : slope[r] * f(x[r]);
}

/* A condition is met or not: it does not move, but where it steps. */
static void stand(double *slope, size_t rows)
{
    memset(slope, 0, rows * sizeof *slope);
}

void logreg__bound_slopes(double *value, double *slope, const logreg__bound *b, const logreg__column *by,
                          const size_t *place, size_t rows, double *work)
{
    const logreg__expression *e = b->expression;
    double *top = work, *slopes = work + b->depth * LOGREG__BLOCK_ROWS;
    for (size_t i = 0; i < e->n; i++) {
        const logreg__operation *o = e->node[i].operation;
        size_t at = (size_t)(top - work);
        if (!o) {
            logreg__bound_leaf(top, b, i, place, rows);
            for (size_t r = 0; r < rows; r++)
                slopes[at + r] = b->column[i] == by;
            top += LOGREG__BLOCK_ROWS;
        } else if (o->one) {
            if (o->grammar == LOGREG__CONDITION)
                stand(slopes + at - LOGREG__BLOCK_ROWS, rows);
            else
                chain(slopes + at - LOGREG__BLOCK_ROWS, top - LOGREG__BLOCK_ROWS, o->slope, rows);
            o->one(top - LOGREG__BLOCK_ROWS, rows);
        } else {
            size_t second = at - LOGREG__BLOCK_ROWS, first = second - LOGREG__BLOCK_ROWS;
            top -= LOGREG__BLOCK_ROWS;
            if (o->grammar == LOGREG__CONDITION)
                stand(slopes + first, rows);
            else
                combine(*o->name, slopes + first, work + first, slopes + second, work + second, rows);
            o->two(top - LOGREG__BLOCK_ROWS, top, rows);
        }
    }
    memcpy(value, work, rows * sizeof *value);
    memcpy(slope, slopes, rows * sizeof *slope);
}
