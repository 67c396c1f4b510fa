#include "report/curves/dots.h"

#include <math.h>
#include <stdint.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/random.h"
#include "report/curves/observed.h"

/* Stream of random numbers that belongs to dots. */
#define STREAM 0x646f7473

/* Events, or others, are few where that many times as many are drawn. */
#define FEW 10

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

/* What there is of events and of others. */
typedef struct {
    double n[2]; /* observations: others, events */
} tally;

/* Of rows that can be seen. */
static tally count(const logreg__observed *s)
{
    tally t = {{0}};
    logreg__observation seen;
    for (size_t row = 0; row < logreg_frame_rows(s->frame); row++)
        if (logreg__observed_row(&seen, s, row))
            t.n[seen.y > 0.5] += logreg__observed_frequency(s, row);
    return t;
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

/* All observations of the class that is whole, and of the other one out of each of equal parts, in the order of the rows. */
static void sample_rest(logreg__dots *dots, const logreg__observed *s, const tally *t, size_t most)
{
    logreg__random random;
    logreg__random_init(&random, 0, STREAM);
    double room = (double)most - ceil(t->n[dots->whole]), step = fmax(1, t->n[!dots->whole] / room),
           before = 0;
    double at = step * logreg__random_uniform(&random);
    size_t part = 0;
    logreg__observation seen;
    for (size_t row = 0; row < logreg_frame_rows(s->frame); row++) {
        if (!logreg__observed_row(&seen, s, row))
            continue;
        double w = logreg__observed_frequency(s, row), one = 0;
        bool whole = (seen.y > 0.5) == dots->whole;
        for (; whole && one < w && dots->n < most; one++)
            dots->dot[dots->n++] = (logreg__dot){seen.x, seen.y, logreg__random_uniform(&random), seen.level};
        before += whole ? 0 : w;
        while (!whole && at < before && dots->n < most) {
            dots->dot[dots->n++] = (logreg__dot){seen.x, seen.y, logreg__random_uniform(&random), seen.level};
            at = step * ((double)++part + logreg__random_uniform(&random));
        }
    }
}

/* Whether the model's rows say that a class may be few among so many, which is worth a look at all of these. */
static bool may_be_few(const logreg_model *model, double total, size_t most)
{
    double n[2] = {logreg_model_class_weight(model, 0), logreg_model_class_weight(model, 1)};
    return fmin(n[0], n[1]) / (n[0] + n[1]) * total < 4 * (double)most / FEW;
}

/* The class of which all dots are drawn. */
static int find_whole(const tally *t, size_t most)
{
    for (int k = 1; k >= 0; k--)
        if (t->n[k] > 0 && t->n[k] <= (double)most / FEW)
            return k;
    return -1;
}

logreg_status logreg__dots_new(logreg__dots *out, const logreg_model *model, const logreg_frame *frame,
                               size_t variable, const logreg_variable *factor, size_t most, logreg_error *err)
{
    logreg__dots dots = {.whole = -1};
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
        dots.observations = s.weights == SIZE_MAX ? 0 : total;
        tally seen =
            dots.thinned && s.trials == SIZE_MAX && may_be_few(model, total, most) ? count(&s) : (tally){{0}};
        dots.whole = find_whole(&seen, most);
        if (dots.whole < 0)
            sample(&dots, &s, total, most);
        else
            sample_rest(&dots, &s, &seen, most);
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

const char *logreg__dots_whole(const logreg__dots *dots)
{
    return dots->whole < 0 ? "" : dots->whole ? ", with all events" : ", with all others";
}
