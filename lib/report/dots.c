#include "report/dots.h"

#include <math.h>
#include <stdint.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/random.h"
#include "report/observed.h"

/* Stream of random numbers that belongs to dots. */
#define STREAM 0x646f7473

/* Does each row stand for one observation? */
static bool alike(const logreg__observed *s)
{
    return s->weights == SIZE_MAX && s->sampling == SIZE_MAX && s->trials == SIZE_MAX;
}

/* How many observations all rows stand for. */
static double observations(const logreg__observed *s)
{
    size_t n = logreg_frame_rows(s->frame);
    if (alike(s))
        return (double)n;
    double total = 0;
    for (size_t row = 0; row < n; row++)
        total += logreg__observed_frequency(s, row);
    return total;
}

/* Observations stand one after the other, and one is taken at random out of each of `most` equal parts. */
static void sample(logreg__dots *dots, const logreg__observed *s, double total, size_t most)
{
    logreg__random random;
    logreg__random_init(&random, 0, STREAM);
    size_t n = logreg_frame_rows(s->frame), row = 0;
    double step = fmax(1, total / (double)most), before = 0; /* `row` begins at observation `before` */
    for (size_t part = 0; part < most; part++) {
        double at = step * ((double)part + logreg__random_uniform(&random));
        if (alike(s))
            row = (size_t)at;
        else
            while (row < n && before + logreg__observed_frequency(s, row) <= at)
                before += logreg__observed_frequency(s, row++);
        if (row >= n)
            return;
        logreg__observation seen;
        double jitter = logreg__random_uniform(&random);
        if (logreg__observed_row(&seen, s, row))
            dots->dot[dots->n++] = (logreg__dot){seen.x, seen.y, jitter, seen.level};
    }
}

logreg_status logreg__dots_new(logreg__dots *out, const logreg_model *model, const logreg_frame *frame,
                               size_t variable, const logreg_variable *factor, size_t most, logreg_error *err)
{
    logreg__dots dots = {0};
    logreg__observed s;
    logreg_status status = logreg__observed_open(&s, model, frame, variable, err);
    if (status == LOGREG_OK && factor)
        status = logreg__observed_by(&s, factor, err);
    if (status == LOGREG_OK) {
        dots.dot = logreg__new(most, sizeof *dots.dot);
        status = dots.dot ? LOGREG_OK : logreg__fail_memory(err);
    }
    if (status == LOGREG_OK) {
        double total = observations(&s);
        dots.thinned = total > (double)most;
        sample(&dots, &s, total, most);
        *out = dots;
    }
    logreg__observed_close(&s);
    return status;
}

void logreg__dots_free(logreg__dots *dots)
{
    free(dots->dot);
    *dots = (logreg__dots){0};
}
