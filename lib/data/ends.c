#include "data/ends.h"

#include <math.h>

void logreg__end_count(logreg__end *e, double x, double sign)
{
    size_t at = 0;
    while (at < e->n && sign * e->value[at] > sign * x)
        at++;
    if (at < e->n && e->value[at] == x) {
        e->rows[at]++;
        return;
    }
    if (at == LOGREG__ENDS)
        return;
    e->n += e->n < LOGREG__ENDS;
    for (size_t i = e->n - 1; i > at; i--) {
        e->value[i] = e->value[i - 1];
        e->rows[i] = e->rows[i - 1];
    }
    e->value[at] = x;
    e->rows[at] = 1;
}

logreg__column_ends logreg__ends_of(const logreg__column *column, size_t rows)
{
    logreg__column_ends c = {0};
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(column, i);
        if (isnan(x))
            continue;
        if (c.low.n < LOGREG__ENDS || x <= c.low.value[LOGREG__ENDS - 1])
            logreg__end_count(&c.low, x, -1);
        if (c.high.n < LOGREG__ENDS || x >= c.high.value[LOGREG__ENDS - 1])
            logreg__end_count(&c.high, x, 1);
    }
    return c;
}

logreg__rest logreg__rest_between(double low, double high, const logreg__column_ends *c)
{
    logreg__rest r = {.low = low, .high = high, .whole = true};
    size_t first = 0, last = c->n, same = 0;
    double last_step = 0;
    while (first < last && c->sorted[first] < low)
        first++;
    while (last > first && c->sorted[last - 1] > high)
        last--;
    size_t middle = first + (last - first) / 2;
    for (size_t i = first; i < last; i++) {
        double step = i > first ? c->sorted[i] - c->sorted[i - 1] : 0;
        same = i > first && step == 0 ? same + 1 : 1;
        r.distinct += same == 1;
        r.most = same > r.most ? same : r.most;
        r.whole = r.whole && c->sorted[i] == floor(c->sorted[i]);
        last_step = step > 0 ? step : last_step;
        if (i <= middle)
            r.low_step = fmax(r.low_step, step);
        if (i >= middle)
            r.high_step = fmax(r.high_step, last_step);
    }
    return r;
}
