#include "model/held/resample.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/random.h"
#include "data/place.h"

/* Draw number b comes from this stream and b. */
#define STREAM ((uint64_t)106 << 32)

/* So many draws take minutes. */
#define MOST_OBSERVATIONS 2147483648.0

enum { OBSERVATIONS, EVENTS };

/* ---- The population ---- */

static logreg_status check_whole(const logreg__population *p, size_t place, double w, logreg_error *err)
{
    if (w == floor(w))
        return LOGREG_OK;
    const logreg__column *c = p->response->weights;
    return logreg__fail_at(
        err, p->frame, place, c,
        "a frequency of %g in column '%s' is no number of rows that could be drawn; resamples "
        "need whole frequencies",
        logreg__column_number(c, place), c->name);
}

/* Checks the kept rows, and adds up what they stand for. */
static logreg_status add_up(logreg__population *p, logreg_error *err)
{
    size_t place[LOGREG__BLOCK_ROWS];
    double y[LOGREG__BLOCK_ROWS], w[LOGREG__BLOCK_ROWS];
    for (size_t first = 0; first < p->n; first += LOGREG__BLOCK_ROWS) {
        size_t count = p->n - first < LOGREG__BLOCK_ROWS ? p->n - first : LOGREG__BLOCK_ROWS;
        logreg__rows_list(p->rows, first, count, place);
        logreg__response_fill(p->response, place, count, y, w, NULL);
        for (size_t i = 0; i < count; i++) {
            logreg_status status = check_whole(p, place[i], w[i], err);
            if (status != LOGREG_OK)
                return status;
            p->total += w[i];
            if (p->end)
                p->end[first + i] = p->total;
            if (p->events)
                p->events[first + i] = nearbyint(w[i] * y[i]);
        }
    }
    return LOGREG_OK;
}

logreg_status logreg__population_make(logreg__population *p, const logreg_frame *frame,
                                      const logreg__rows *rows, const logreg__response *response,
                                      logreg_error *err)
{
    bool weighted = response->weights || response->trials;
    *p = (logreg__population){.frame = frame, .rows = rows, .response = response, .n = rows->n};
    p->end = weighted ? logreg__new_raw(p->n, sizeof *p->end) : NULL;
    p->events = response->trials ? logreg__new_raw(p->n, sizeof *p->events) : NULL;
    if ((weighted && !p->end) || (response->trials && !p->events))
        return logreg__fail_memory(err);
    logreg_status status = add_up(p, err);
    if (status == LOGREG_OK && p->total > MOST_OBSERVATIONS)
        status = logreg__fail(err, LOGREG_EDATA,
                              "the rows stand for %.0f observations, too many to draw them one by one for a "
                              "resample",
                              p->total);
    return status;
}

void logreg__population_clear(logreg__population *p)
{
    free(p->end);
    free(p->events);
}

/* ---- A resample ---- */

/* Frequencies take the place of the column of weights, or become one; of trials both columns are replaced, frequencies counted in. */
static void bind(logreg__resample *r, const logreg__response *of)
{
    r->response = *of;
    r->response.weight = r->weight;
    for (int i = 0; i < 2; i++)
        r->column[i] = (logreg__column){.kind = LOGREG_NUMERIC, .base = r->cell[i], .stride = 1};
    if (of->trials) {
        r->response.trials = &r->column[OBSERVATIONS];
        r->response.target = &r->column[EVENTS];
        r->response.weights = NULL;
    } else {
        r->response.weights = &r->column[OBSERVATIONS];
    }
}

bool logreg__resample_init(logreg__resample *r, const logreg__population *of, const logreg__design *design)
{
    size_t all = of->frame->n_rows;
    *r = (logreg__resample){
        .of = of,
        .y = logreg__new_raw(of->n, sizeof *r->y),
        .w = logreg__new_raw(of->n, sizeof *r->w),
        .cell = {logreg__new(all, sizeof(double)), of->events ? logreg__new(all, sizeof(double)) : NULL}};
    bind(r, of->response);
    r->design = *design;
    r->design.response = &r->response;
    return r->y && r->w && r->cell[OBSERVATIONS] && (r->cell[EVENTS] || !of->events);
}

void logreg__resample_clear(logreg__resample *r)
{
    free(r->y);
    free(r->w);
    free(r->cell[OBSERVATIONS]);
    free(r->cell[EVENTS]);
}

/* The row that observation number x, from 0, belongs to. */
static size_t row_of(const logreg__population *p, double x)
{
    size_t low = 0, high = p->n - 1;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (x < p->end[middle])
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

/* Observations of each row in w; of trials their events in y. A row's events come before its other trials. */
static void draw(logreg__resample *r, logreg__random *random)
{
    const logreg__population *p = r->of;
    uint64_t total = (uint64_t)p->total;
    memset(r->w, 0, p->n * sizeof *r->w);
    memset(r->y, 0, p->n * sizeof *r->y);
    for (uint64_t i = 0; i < total; i++) {
        uint64_t x = logreg__random_below(random, total);
        size_t row = p->end ? row_of(p, (double)x) : (size_t)x;
        r->w[row]++;
        if (p->events)
            r->y[row] += (double)x - (row ? p->end[row - 1] : 0) < p->events[row];
    }
}

/* What was drawn, where the response looks for it, and its sums. */
static void place(logreg__resample *r)
{
    logreg__response *response = &r->response;
    size_t at[LOGREG__BLOCK_ROWS], n = r->of->n;
    response->largest_weight = 0;
    memset(r->weight, 0, sizeof r->weight);
    response->n_positive = 0;
    for (size_t first = 0; first < n; first += LOGREG__BLOCK_ROWS) {
        size_t count = n - first < LOGREG__BLOCK_ROWS ? n - first : LOGREG__BLOCK_ROWS;
        logreg__rows_list(r->of->rows, first, count, at);
        for (size_t i = 0; i < count; i++) {
            r->cell[OBSERVATIONS][at[i]] = r->w[first + i];
            if (r->cell[EVENTS])
                r->cell[EVENTS][at[i]] = r->y[first + i];
        }
        logreg__response_fill(response, at, count, r->y + first, NULL, NULL);
        for (size_t i = first; i < first + count; i++) {
            if (response->grouped)
                r->weight[1] += r->w[i] * r->y[i];
            else
                r->weight[(size_t)r->y[i]] += r->w[i];
            response->n_positive += r->w[i] > 0;
            response->largest_weight = fmax(response->largest_weight, r->w[i]);
        }
    }
    if (response->grouped) {
        r->weight[1] = nearbyint(r->weight[1]);
        r->weight[0] = r->of->total - r->weight[1];
    }
}

void logreg__resample_draw(logreg__resample *r, uint64_t seed, size_t number)
{
    logreg__random random;
    logreg__random_init(&random, seed, STREAM + number);
    draw(r, &random);
    place(r);
}
