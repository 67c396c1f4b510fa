/* A number of a thing beside another one of it: the file of a patient whose number is that of the identity card where none was given. */
#include "data/role.h"

#include <math.h>
#include <stdlib.h>

#include "base/memory.h"

/* No amount has so many digits and is the ID of its row. */
static const double LONG = 10000;

enum { FEWEST_EQUAL = 3 };

/* Long whole numbers, some of them those of another column in the same row. */
static bool some_equal(const logreg__column *c, const logreg__column *id, size_t rows)
{
    size_t equal = 0;
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(c, i);
        if (isnan(x))
            continue;
        if (!(x >= LONG && x == floor(x)))
            return false;
        equal += x == logreg__column_number(id, i);
    }
    return equal >= FEWEST_EQUAL;
}

typedef struct {
    double a, b;
} pair;

static int ascending(const void *x, const void *y)
{
    const pair *p = x, *q = y;
    return p->a != q->a ? (p->a > q->a) - (p->a < q->a) : (p->b > q->b) - (p->b < q->b);
}

/* Has every a one b, in all rows? */
static bool leads_to_one(pair *p, size_t n)
{
    qsort(p, n, sizeof *p, ascending);
    for (size_t i = 1; i < n; i++)
        if (p[i].a == p[i - 1].a && p[i].b != p[i - 1].b)
            return false;
    return true;
}

/* Has every number of one column one of the other, and the other way round? False too where memory is out: it is a note less. */
static bool one_to_one(const logreg__column *a, const logreg__column *b, size_t rows)
{
    size_t n = 0;
    pair *p = logreg__new_raw(rows, sizeof *p);
    for (size_t i = 0; p && i < rows; i++) {
        p[n] = (pair){logreg__column_number(a, i), logreg__column_number(b, i)};
        n += !isnan(p[n].a) && !isnan(p[n].b);
    }
    bool one = p && leads_to_one(p, n);
    for (size_t i = 0; one && i < n; i++)
        p[i] = (pair){p[i].b, p[i].a};
    one = one && leads_to_one(p, n);
    free(p);
    return one;
}

bool logreg__numbers_twin(const logreg_frame *frame, size_t j, size_t id)
{
    const logreg__column *c = &frame->column[j], *other = &frame->column[id];
    return j != id && c->kind == LOGREG_NUMERIC && other->kind == LOGREG_NUMERIC &&
           some_equal(c, other, frame->n_rows) && one_to_one(c, other, frame->n_rows);
}
