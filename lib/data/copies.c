/* Take the pairs of rows that agree in all columns but j. Were rows independent, they would agree in j as often as any two rows do, p_j, so that beside r repeated
 * rows about r (1 - p_j) / p_j differ in j alone. Columns that say the same (an age and its group) never differ alone: so every column that varies has to speak
 * against chance, by the Poisson distribution of those that do. */
#include "data/copies.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "data/equal.h"
#include "data/role.h"

enum { FEWEST_ROWS = 20, FEWEST_COPIES = 3, SAMPLED = 50000, PAIRS = 997, MORE = 4 };

/* Two rows that agree in a column of many values are not taken to be rarer, columns in which most rows agree say nothing, and rows are copies where chance
 * has so few of them in fewer files than this, and four times as many pairs of them as would agree by what columns hold, each by itself. */
static const double RAREST = 0.05, MOST_ALIKE = 0.7, CHANCE = 1e-3;

typedef struct {
    const logreg_frame *frame;
    size_t but;         /* the column that numbers the rows; SIZE_MAX: none does */
    uint64_t *row;      /* [rows] sums of the hashes of their cells */
    uint64_t *slot;     /* [size] keys of a table, 0 where it is free, */
    uint32_t *times;    /*   and how many rows had them */
    size_t size, parts; /* one of so many rows is in the sample */
} search;

static uint64_t mix(uint64_t x)
{
    x = (x ^ x >> 32) * 0x9e3779b97f4a7c15u;
    return x ^ x >> 29;
}

static uint64_t cell_hash(const search *s, size_t j, size_t i)
{
    return mix(mix(logreg__cell_bits(&s->frame->column[j], i) + 1) + (j + 1) * 0xbf58476d1ce4e5b9u);
}

typedef struct {
    double pairs, repeats;
    size_t keys, first; /* the first row that repeats one */
} tally;

/* Adds a row by its key. */
static void count(tally *t, search *s, uint64_t key, size_t i)
{
    size_t mask = s->size - 1, at = (size_t)(mix(key) >> 20) & mask;
    key = key ? key : 1;
    while (s->slot[at] && s->slot[at] != key)
        at = (at + 1) & mask;
    bool new = !s->slot[at];
    if (!new && t->repeats++ == 0)
        t->first = i;
    t->keys += new;
    t->pairs += new ? 0 : s->times[at];
    s->times[at] = new ? 1 : s->times[at] + 1;
    s->slot[at] = key;
}

/* Counts rows by their cells but for column j, or, in full, by all cells the rows of the sample of those, which holds all rows of a key. False: there are more
 * different ones than the sample was to have. */
static bool count_rows(tally *t, search *s, size_t j, bool in_full)
{
    *t = (tally){0};
    memset(s->slot, 0, s->size * sizeof *s->slot);
    for (size_t i = 0; i < s->frame->n_rows && 2 * t->keys < s->size; i++) {
        uint64_t key = s->row[i] - cell_hash(s, j, i);
        if (mix(key) % s->parts == 0 && !logreg__row_is_empty(s->frame, i))
            count(t, s, in_full ? s->row[i] : key, i);
    }
    return 2 * t->keys < s->size;
}

/* How likely two rows are to agree in a column, by pairs of them. */
static double share_equal(const search *s, size_t j)
{
    size_t equal = 0, n = s->frame->n_rows;
    for (size_t k = 0; k < PAIRS; k++) {
        size_t a = k * 7919 % n, b = (a + 1 + k * 104729 % (n - 1)) % n; /* another one */
        equal += cell_hash(s, j, a) == cell_hash(s, j, b);
    }
    return fmax((double)equal, 1) / PAIRS;
}

/* That so few pairs differ, where so many are expected to. */
static double chance_of(double pairs, double expected)
{
    double term = exp(-expected), sum = term;
    for (double k = 1; k <= pairs; k++) {
        term *= expected / k;
        sum += term;
    }
    return sum;
}

/* Do all columns that vary speak against chance? */
static bool are_copies(search *s)
{
    size_t spoke = 0, n = s->frame->n_rows;
    double expected = (double)n * (double)(n - 1) / 2, pairs = HUGE_VAL;
    tally but, full;
    for (size_t j = 0; j < s->frame->n_columns; j++) {
        double alike = j == s->but ? 1 : share_equal(s, j);
        if (!(alike < 1))
            continue;
        if (!count_rows(&full, s, j, true) || full.repeats < FEWEST_COPIES)
            return false;
        if (!count_rows(&but, s, j, false))
            return false;
        size_t near = (size_t)(but.pairs - full.pairs);
        if (logreg__are_replicates(near, (size_t)full.pairs, 0, n / s->parts))
            return false;
        expected *= alike;
        pairs = fmin(pairs, full.pairs * (double)s->parts);
        if (alike > MOST_ALIKE)
            continue;
        alike = fmax(alike, RAREST);
        if (chance_of((double)near, full.repeats * (1 - alike) / alike) > CHANCE)
            return false;
        spoke++;
    }
    return spoke > 0 && MORE * expected <= pairs;
}

/* Of all rows. False: memory is out. */
static bool count_copies(logreg__repeats *found, search *s)
{
    tally t = {0};
    size_t n = s->frame->n_rows;
    while (s->size < 2 * n + 2)
        s->size *= 2;
    free(s->slot);
    free(s->times);
    s->slot = logreg__new(s->size, sizeof *s->slot);
    s->times = logreg__new_raw(s->size, sizeof *s->times);
    if (!s->slot || !s->times)
        return false;
    for (size_t i = 0; i < n; i++)
        if (!logreg__row_is_empty(s->frame, i))
            count(&t, s, s->row[i], i);
    *found = (logreg__repeats){.rows = (size_t)t.repeats, .first = t.first, .but = s->but};
    return true;
}

static bool prepare(search *s)
{
    size_t n = s->frame->n_rows;
    s->row = logreg__new(n, sizeof *s->row);
    s->slot = logreg__new_raw(s->size, sizeof *s->slot);
    s->times = logreg__new_raw(s->size, sizeof *s->times);
    if (!s->row || !s->slot || !s->times)
        return false;
    for (size_t j = 0; j < s->frame->n_columns; j++)
        for (size_t i = 0; j != s->but && i < n; i++)
            s->row[i] += cell_hash(s, j, i);
    return true;
}

/* The first column that does. */
static size_t numbering(const logreg_frame *frame)
{
    size_t j = 0;
    while (j < frame->n_columns &&
           (frame->column[j].kind != LOGREG_NUMERIC || !logreg__counts_on(&frame->column[j], frame->n_rows)))
        j++;
    return j < frame->n_columns ? j : SIZE_MAX;
}

bool logreg__copies_find(logreg__repeats *found, const logreg_frame *frame)
{
    search s = {.frame = frame, .but = numbering(frame), .parts = 1 + frame->n_rows / SAMPLED, .size = 64};
    *found = (logreg__repeats){.but = SIZE_MAX};
    if (frame->sparse || frame->n_rows < FEWEST_ROWS)
        return true;
    while (s.size < 4 * (frame->n_rows / s.parts))
        s.size *= 2;
    bool ok = prepare(&s) && (!are_copies(&s) || count_copies(found, &s));
    free(s.row);
    free(s.slot);
    free(s.times);
    return ok;
}
