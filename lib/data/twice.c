#include "data/twice.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "data/copies.h"
#include "data/equal.h"
#include "data/role.h"
#include "data/sentinel.h"

enum { FEWEST = 10 };

/* In how many columns two rows differ, up to two. */
static size_t differences(const logreg_frame *frame, size_t i, size_t k)
{
    size_t n = 0;
    for (size_t j = 0; j < frame->n_columns && n < 2; j++)
        n += !logreg__cells_equal(&frame->column[j], i, k);
    return n;
}

bool logreg__are_replicates(size_t near, size_t equal, size_t others, size_t rows)
{
    return 4 * near >= equal || (20 * near >= equal && 3 * (equal + others) >= rows);
}

/* Does it hold more different numbers than half of the rows of one time? */
static bool is_measured(const logreg__column *c, size_t rows)
{
    size_t n, different = 0;
    if (c->kind != LOGREG_NUMERIC)
        return false;
    double *sorted = logreg__numbers_sorted(&n, c, rows);
    for (size_t i = 0; sorted && i < n; i++)
        different += i == 0 || sorted[i] != sorted[i - 1];
    free(sorted);
    return 4 * different > rows;
}

bool logreg__frame_twice(const logreg_frame *frame)
{
    size_t half = frame->n_rows / 2, j = 0;
    if (frame->sparse || half < FEWEST || frame->n_rows != 2 * half)
        return false;
    for (size_t i = 0; i < half; i++)
        if (!logreg__rows_equal(frame, i, half + i))
            return false;
    while (j < frame->n_columns && !is_measured(&frame->column[j], frame->n_rows))
        j++;
    return j < frame->n_columns;
}

/* ---- Some rows ---- */

enum { FEWEST_ROWS = 20, SLACK = 32, PAIRS = 997 };

/* Ties of a file are chance where they would be found in more files than this. */
static const double CHANCE = 1e-4;

/* Two rows that agree in a column of many values by chance are not taken to be rarer. */
static const double RAREST = 0.05;

typedef struct {
    uint32_t *slot; /* [size] rows from 1 by the hash of their values; 0: free */
    size_t size;
} table;

/* Rows of a column whose value stands in an earlier one: those that repeat that row in full, and the others, of which some do but for one column. */
typedef struct {
    logreg__repeats full;
    size_t others, near;
} ties;

/* Many others: the column is none to go by, and the count is given up. Missing values count as one. */
static bool is_shared(const ties *t)
{
    return t->others > t->full.rows + SLACK;
}

/* Row i, whose value stands in an earlier one. */
static void note_tie(ties *found, const logreg_frame *frame, size_t earlier, size_t i)
{
    size_t differ = differences(frame, earlier, i);
    found->others += differ > 0;
    found->near += differ == 1;
    if (differ || logreg__row_is_empty(frame, i))
        return;
    if (found->full.rows++ == 0)
        found->full.first = i;
}

static ties count_ties(table *t, const logreg_frame *frame, const logreg__column *c)
{
    ties found = {.others = 0};
    uint32_t *slot = t->slot;
    size_t mask = t->size - 1;
    memset(slot, 0, t->size * sizeof *slot);
    for (size_t i = 0; i < frame->n_rows; i++) {
        size_t at = (size_t)(logreg__cell_bits(c, i) * 0x9e3779b97f4a7c15u >> 32) & mask;
        while (slot[at] && !logreg__cells_equal(c, slot[at] - 1, i))
            at = (at + 1) & mask;
        if (!slot[at]) {
            slot[at] = (uint32_t)i + 1;
            continue;
        }
        note_tie(&found, frame, slot[at] - 1, i);
        if (is_shared(&found))
            break;
    }
    return found;
}

static double cell_order(const logreg__column *c, size_t i)
{
    return c->kind == LOGREG_CATEGORY ? (double)logreg__column_code(c, i) : logreg__column_number(c, i);
}

/* How likely two rows that agree in the key are to agree in another column, by pairs of rows. 1 where that goes up or down with the key, as an age group with an
 * age: it may say the same. */
static double share_equal(const logreg_frame *frame, const logreg__column *key, const logreg__column *c)
{
    size_t equal = 0, up = 0, down = 0, n = frame->n_rows;
    for (size_t k = 0; k < PAIRS; k++) {
        size_t a = k * 7919 % n, b = (a + 1 + k * 104729 % (n - 1)) % n; /* another one */
        double x = cell_order(key, a) - cell_order(key, b), y = cell_order(c, a) - cell_order(c, b);
        equal += logreg__cells_equal(c, a, b);
        up += x * y > 0;
        down += x * y < 0;
    }
    double share = (double)equal / PAIRS;
    bool moves = 10 * up >= 9 * (up + down) || 10 * down >= 9 * (up + down); /* or stays */
    return moves ? 1 : share > RAREST ? share : RAREST;
}

/* Would so many of the rows that agree in the key agree in all else? By the binomial term, those in which they do not being few. */
static bool is_chance(const logreg_frame *frame, const logreg__column *key, const ties *t)
{
    double share = 1, chance = 1;
    for (size_t j = 0; j < frame->n_columns; j++)
        share *= &frame->column[j] == key ? 1 : share_equal(frame, key, &frame->column[j]);
    for (size_t i = 1; i <= t->full.rows; i++)
        chance *= share * (double)(t->others + i) / (double)i;
    return chance > CHANCE;
}

/* ---- Rows in a row ---- */

enum { FEWEST_IN_A_ROW = 5, MOST_HASHED = 10000 };

/* Do its numbers go up as well as down in these rows? */
static bool goes_both_ways(const logreg__column *c, size_t first, size_t rows)
{
    bool up = false, down = false;
    for (size_t i = first + 1; i < first + rows; i++) {
        double step = logreg__column_number(c, i) - logreg__column_number(c, i - 1);
        up = up || step > 0;
        down = down || step < 0;
    }
    return up && down;
}

/* How many rows are as those so many further up but for one column. */
static size_t count_near(const logreg_frame *frame, size_t back)
{
    size_t near = 0;
    for (size_t i = back; i < frame->n_rows; i++)
        near += differences(frame, i, i - back) == 1;
    return near;
}

/* The longest stretch of rows that repeat those so many rows further up. */
static logreg__repeats longest_stretch(const uint32_t *before, size_t rows)
{
    logreg__repeats best = {0};
    for (size_t i = 0, n = 0; i < rows; i++) {
        n = before[i] && n && before[i] == before[i - 1] + 1 ? n + 1 : before[i] > 0;
        if (n > best.rows)
            best =
                (logreg__repeats){.rows = n, .first = i + 1 - n, .back = i + 1 - before[i], .but = SIZE_MAX};
    }
    return best;
}

/* False: memory is out. */
static bool find_stretch(logreg__repeats *found, const logreg_frame *frame)
{
    double n = (double)frame->n_rows;
    uint32_t *before = logreg__new_raw(frame->n_rows, sizeof *before);
    double pairs = before ? logreg__equal_rows(before, frame) : -1;
    logreg__repeats best = {0};
    if (pairs >= 0)
        best = longest_stretch(before, frame->n_rows);
    free(before);
    if (pairs < 0)
        return false;
    if (best.rows < FEWEST_IN_A_ROW || best.back < best.rows)
        return true;
    double share = 2 * (pairs - (double)best.rows + 1) / (n * (n - 1));
    bool chance = 2 * log(n) + (double)best.rows * log(share) > log(CHANCE), measured = false;
    chance = chance || logreg__are_replicates(count_near(frame, best.back), best.rows, 0, frame->n_rows);
    for (size_t j = 0; j < frame->n_columns && !chance && !measured; j++)
        measured = frame->column[j].kind == LOGREG_NUMERIC &&
                   goes_both_ways(&frame->column[j], best.first, best.rows) &&
                   is_measured(&frame->column[j], frame->n_rows);
    if (measured)
        *found = best;
    return true;
}

bool logreg__repeats_find(logreg__repeats *found, const logreg_frame *frame)
{
    table t = {.size = 64};
    bool done = frame->sparse || frame->n_rows < FEWEST_ROWS || frame->n_rows > LOGREG__REPEATS_ROWS;
    *found = (logreg__repeats){.but = SIZE_MAX};
    if (done)
        return true;
    while (t.size < 4 * frame->n_rows)
        t.size *= 2;
    t.slot = logreg__new_raw(t.size, sizeof *t.slot);
    for (size_t j = 0; j < frame->n_columns && t.slot && !done; j++) {
        const logreg__column *key = &frame->column[j];
        ties tied = count_ties(&t, frame, key);
        bool numbered = key->kind == LOGREG_NUMERIC && !tied.others && !tied.full.rows &&
                        logreg__counts_on(key, frame->n_rows);
        done = !tied.full.rows && !tied.others && !numbered; /* no two rows are equal */
        if (!tied.full.rows || tied.others > tied.full.rows ||
            2 * (tied.full.rows + tied.others) > frame->n_rows ||
            logreg__are_replicates(tied.near, tied.full.rows, tied.others, frame->n_rows) ||
            is_chance(frame, key, &tied))
            continue;
        *found = tied.full;
        found->but = SIZE_MAX;
        done = true;
    }
    bool ok = t.slot;
    if (ok && !done && frame->n_rows <= MOST_HASHED)
        ok = find_stretch(found, frame);
    free(t.slot);
    return ok && (done || found->rows || logreg__copies_find(found, frame));
}

bool logreg__repeats_all(logreg__repeats *found, const logreg_frame *frame)
{
    uint32_t *before = logreg__new_raw(frame->n_rows, sizeof *before);
    bool ok = before && logreg__equal_rows(before, frame) >= 0;
    *found = (logreg__repeats){.but = SIZE_MAX};
    for (size_t i = 0; i < frame->n_rows && ok; i++)
        if (before[i] && found->rows++ == 0)
            found->first = i;
    free(before);
    return ok;
}

#define CELLS "join \"\\0\", map s/^ *(\"?)(.*?)\\1[ \\r]*$/$2/sr, "

bool logreg__repeats_command(char **command, const logreg_frame *frame, const logreg__repeats *repeats)
{
    char statements[250], cells[80] = "@F";
    if (repeats->but != SIZE_MAX)
        snprintf(cells, sizeof cells, "@F[grep $_ != %zu, 0..$#F]",
                 repeats->but + frame->column[repeats->but].n_left_out);
    snprintf(statements, sizeof statements,
             repeats->back ? "push @rows, " CELLS "%s; next if @rows > %zu && $rows[-1] eq $rows[-%zu]"
                           : "next if $seen{" CELLS "%s}++",
             cells, repeats->back, repeats->back + 1);
    return logreg__frame_mend(command, frame, statements, NULL);
}
