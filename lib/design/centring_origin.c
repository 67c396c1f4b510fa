/* Centres of numbers: near the mean of a sample of blocks. */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "design/centring.h"
#include "design/derive.h"

/* Blocks that the centre is found from: it need not be the mean, only near. */
#define SAMPLE 64

/* Sums of x - x_0 and its square; x_0 first. */
typedef struct {
    double start, sum, square;
    size_t n;
} spread;

static void add_values(spread *s, const double *x, size_t rows)
{
    if (!s->n)
        s->start = x[0];
    for (size_t r = 0; r < rows; r++) {
        s->sum += x[r] - s->start;
        s->square += (x[r] - s->start) * (x[r] - s->start);
    }
    s->n += rows;
}

/* The mean, rounded to so few digits that products of centres stay exact; 0 where it is not far from 0. */
static double centre(const spread *s)
{
    double n = (double)s->n, mean = s->start + s->sum / n;
    double deviation = sqrt(fmax(s->square / n - (s->sum / n) * (s->sum / n), 0));
    if (!(deviation > 0) || !isfinite(mean) || fabs(mean) <= deviation)
        return 0;
    int unit = ilogb(deviation);
    return ldexp(rint(ldexp(mean, -unit)), unit);
}

/* The values of a recipe's number in a block, `count` columns of it. */
static const double *number_values(const logreg__design *d, const logreg__recipe_number *x, size_t variable,
                                   const size_t *place, size_t rows, double *value, double *work)
{
    for (size_t i = 0; !x->column && i < d->n_derived; i++)
        if (d->derived[i].variable == &d->terms->variable[variable])
            logreg__derived_values(value, &d->derived[i], place, rows, work);
    for (size_t r = 0; x->column && r < rows; r++)
        value[r] = logreg__column_number(x->column, place[r]);
    return value;
}

/* Finds the centres of a number; value and work are room for it. */
static void find_centres(double *origin, const logreg__design *d, const logreg__recipe_number *x,
                         size_t variable, spread *of, double *value, double *work)
{
    size_t place[LOGREG__BLOCK_ROWS], blocks = (d->n + LOGREG__BLOCK_ROWS - 1) / LOGREG__BLOCK_ROWS;
    size_t used = blocks < SAMPLE ? blocks : SAMPLE;
    memset(of, 0, x->count * sizeof *of);
    for (size_t i = 0; i < used; i++) {
        size_t first = i * blocks / used * LOGREG__BLOCK_ROWS;
        size_t rows = d->n - first < LOGREG__BLOCK_ROWS ? d->n - first : LOGREG__BLOCK_ROWS;
        logreg__rows_list(d->rows, first, rows, place);
        number_values(d, x, variable, place, rows, value, work);
        for (size_t k = 0; k < x->count; k++)
            add_values(&of[k], value + k * LOGREG__BLOCK_ROWS, rows);
    }
    for (size_t k = 0; k < x->count; k++)
        origin[k] = centre(&of[k]);
}

logreg_status logreg__centring_origin(logreg__centring *c, size_t width, logreg_error *err)
{
    logreg__design *d = c->d;
    double *value = logreg__new_raw(width, LOGREG__BLOCK_ROWS * sizeof *value);
    double *work = logreg__new_raw(d->work, sizeof *work);
    spread *of = logreg__new_raw(width, sizeof *of);
    bool *done = logreg__new(d->terms->n_variables, sizeof *done), ok = value && work && of && done;
    for (size_t i = 0; ok && i < d->n_recipes; i++) {
        const logreg__term *t = d->recipe[i].term;
        for (size_t j = 0, k = 0; logreg__to_centre(d, t) && j < t->n; j++) {
            size_t variable = t->variable[j];
            const logreg__variable *v = &d->terms->variable[variable];
            if (logreg__variable_scatters(v, t->full[j]))
                continue;
            if (logreg__is_number(v) && !done[variable])
                find_centres(d->origin + c->first[variable], d, &d->recipe[i].number[k], variable, of, value,
                             work);
            done[variable] = true;
            k++;
        }
    }
    free(value);
    free(work);
    free(of);
    free(done);
    return ok ? LOGREG_OK : logreg__fail_memory(err);
}
