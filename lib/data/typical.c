/* Medians are found without sorting: of the bits of a number, put so that they ascend with it, a few are looked at after the other, and each time only
 * the numbers that share them with the median are kept. */
#include "data/typical.h"

#include "base/error.h"
#include "base/memory.h"
#include "base/sum.h"

static double count_of(const logreg__counting *counting, size_t row)
{
    double count = 1;
    for (size_t i = 0; i < counting->n; i++) {
        const logreg__column *c = counting->factor[i];
        double factor = c->kind == LOGREG_NUMERIC ? logreg__column_number(c, row) : 0;
        count *= factor > 0 && isfinite(factor) ? factor : 0;
    }
    return count;
}

/* A walk over the numbers that are there and count, block by block. */
typedef struct {
    const logreg__column *column;
    const logreg__rows *rows;
    const logreg__counting *counting;
    size_t first; /* kept row that the next block begins with */
    size_t n;     /* numbers of the block at hand */
    double number[LOGREG__BLOCK_ROWS], count[LOGREG__BLOCK_ROWS]; /* counts only where not all are 1 */
} walk;

static void start(walk *w, const logreg__column *column, const logreg__rows *rows,
                  const logreg__counting *counting)
{
    w->column = column;
    w->rows = rows;
    w->counting = counting;
    w->first = w->n = 0;
}

/* Where all rows are kept and stand one behind the other. */
static void take_run(walk *w, size_t rows)
{
    const double *x = w->column->numbers[w->first / LOGREG__SEGMENT_ROWS] + w->first % LOGREG__SEGMENT_ROWS;
    for (size_t i = 0; i < rows; i++) {
        w->number[w->n] = x[i];
        w->n += !isnan(x[i]);
    }
}

static void take_listed(walk *w, size_t rows)
{
    size_t place[LOGREG__BLOCK_ROWS];
    logreg__rows_list(w->rows, w->first, rows, place);
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(w->column, place[i]),
               count = w->counting->n ? count_of(w->counting, place[i]) : 1;
        w->number[w->n] = x;
        w->count[w->n] = count;
        w->n += !isnan(x) && count > 0;
    }
}

/* The next block; false: there is none. */
static bool next(walk *w)
{
    size_t left = w->rows->n - w->first, rows = left < LOGREG__BLOCK_ROWS ? left : LOGREG__BLOCK_ROWS;
    w->n = 0;
    if (logreg__rows_stand(w->rows) && !w->counting->n && w->column->numbers)
        take_run(w, rows);
    else
        take_listed(w, rows);
    w->first += rows;
    return rows > 0;
}

size_t logreg__typical_rows(const logreg__column *column, const logreg__rows *rows)
{
    size_t place[LOGREG__BLOCK_ROWS], n = 0;
    if (logreg__rows_stand(rows))
        return rows->n - column->n_missing;
    for (size_t first = 0; first < rows->n; first += LOGREG__BLOCK_ROWS) {
        size_t left = rows->n - first, count = left < LOGREG__BLOCK_ROWS ? left : LOGREG__BLOCK_ROWS;
        logreg__rows_list(rows, first, count, place);
        for (size_t i = 0; i < count; i++)
            n += !logreg__cell_is_missing(column, place[i]);
    }
    return n;
}

double logreg__typical_mean(const logreg__column *column, const logreg__rows *rows,
                            const logreg__counting *counting)
{
    walk w;
    logreg__sum sum = {0}, total = {0};
    start(&w, column, rows, counting);
    while (next(&w)) {
        for (size_t i = 0; i < w.n; i++)
            logreg__sum_add(&sum, counting->n ? w.count[i] * w.number[i] : w.number[i]);
        for (size_t i = 0; counting->n && i < w.n; i++)
            logreg__sum_add(&total, w.count[i]);
        if (!counting->n)
            logreg__sum_add(&total, (double)w.n);
    }
    return logreg__sum_value(sum) / logreg__sum_value(total);
}

/* ---- The median ---- */

/* Bits that are looked at in one go. */
enum { DIGIT = 16, DIGITS = 64 / DIGIT };

typedef struct {
    uint64_t key;
    double count;
} counted;

/* Whole numbers that ascend as the numbers do; 0 and -0 are one. */
static uint64_t key_of(double x)
{
    uint64_t bits;
    x += 0.0;
    memcpy(&bits, &x, sizeof bits);
    return bits >> 63 ? ~bits : bits | UINT64_C(1) << 63;
}

static double number_of(uint64_t key)
{
    double x;
    uint64_t bits = key >> 63 ? key & ~(UINT64_C(1) << 63) : ~key;
    memcpy(&x, &bits, sizeof x);
    return x;
}

static size_t digit_of(uint64_t key, int shift)
{
    return (size_t)(key >> shift) & (((size_t)1 << DIGIT) - 1);
}

/* The least key up to which at least `target` observations stand, and how many do. item: n of them, which change places; sums: 2^DIGIT
 * numbers of work. */
static uint64_t select_key(double *through, counted *item, size_t n, double target, double *sums)
{
    double before = 0;
    for (int shift = 64 - DIGIT; shift >= 0; shift -= DIGIT) {
        size_t last = 0, digit = 0, kept = 0;
        memset(sums, 0, sizeof *sums << DIGIT);
        for (size_t i = 0; i < n; i++) {
            size_t d = digit_of(item[i].key, shift);
            sums[d] += item[i].count;
            last = d > last ? d : last;
        }
        while (digit < last && before + sums[digit] < target)
            before += sums[digit++];
        for (size_t i = 0; i < n; i++)
            if (digit_of(item[i].key, shift) == digit)
                item[kept++] = item[i];
        n = kept;
    }
    *through = before;
    for (size_t i = 0; i < n; i++)
        *through += item[i].count;
    return item->key;
}

/* The observations that count; how many, and the sum of their counts. */
static size_t gather(counted *item, double *total, const logreg__column *column, const logreg__rows *rows,
                     const logreg__counting *counting)
{
    walk w;
    size_t n = 0;
    *total = 0;
    start(&w, column, rows, counting);
    while (next(&w))
        for (size_t i = 0; i < w.n; i++) {
            double count = counting->n ? w.count[i] : 1;
            item[n++] = (counted){key_of(w.number[i]), count};
            *total += count;
        }
    return n;
}

/* The least number above x that counts; infinity: there is none. */
static double least_above(double x, const logreg__column *column, const logreg__rows *rows,
                          const logreg__counting *counting)
{
    walk w;
    double least = INFINITY;
    start(&w, column, rows, counting);
    while (next(&w))
        for (size_t i = 0; i < w.n; i++)
            least = w.number[i] > x && w.number[i] < least ? w.number[i] : least;
    return least;
}

logreg_status logreg__typical_median(double *median, const logreg__column *column, const logreg__rows *rows,
                                     const logreg__counting *counting, logreg_error *err)
{
    counted *item = logreg__new_raw(rows->n, sizeof *item);
    double *sums = logreg__new_raw((size_t)1 << DIGIT, sizeof *sums), total, through;
    if (!item || !sums) {
        free(item);
        free(sums);
        return logreg__fail_memory(err);
    }
    size_t n = gather(item, &total, column, rows, counting);
    *median = NAN;
    if (n) {
        *median = number_of(select_key(&through, item, n, total / 2, sums));
        if (through == total / 2) {
            double above = least_above(*median, column, rows, counting);
            *median = isfinite(above) ? *median / 2 + above / 2 : *median;
        }
    }
    free(item);
    free(sums);
    return LOGREG_OK;
}

/* ---- The most frequent ---- */

/* Puts items in ascending order of their keys, by one byte of these after the other, the last one first; bytes that all share are passed over.
 * room: n items of work. Returns where they stand then. */
static counted *sort(counted *item, counted *room, size_t n)
{
    enum { BITS = 8, VALUES = 1 << BITS };
    for (int shift = 0; shift < 64; shift += BITS) {
        size_t place[VALUES] = {0}, before = 0;
        for (size_t i = 0; i < n; i++)
            place[item[i].key >> shift & (VALUES - 1)]++;
        if (n && place[item->key >> shift & (VALUES - 1)] == n)
            continue;
        for (size_t v = 0; v < VALUES; v++) {
            size_t here = place[v];
            place[v] = before;
            before += here;
        }
        for (size_t i = 0; i < n; i++)
            room[place[item[i].key >> shift & (VALUES - 1)]++] = item[i];
        counted *sorted = room;
        room = item;
        item = sorted;
    }
    return item;
}

/* The key that most observations have, the least of those. */
static uint64_t most_frequent(const counted *item, size_t n)
{
    double most = 0;
    uint64_t key = 0;
    for (size_t i = 0; i < n;) {
        size_t same = i;
        double count = 0;
        for (; same < n && item[same].key == item[i].key; same++)
            count += item[same].count;
        if (count > most) {
            most = count;
            key = item[i].key;
        }
        i = same;
    }
    return key;
}

logreg_status logreg__typical_number(double *number, const logreg__column *column, const logreg__rows *rows,
                                     const logreg__counting *counting, logreg_error *err)
{
    double total;
    counted *item = logreg__new_raw(rows->n, sizeof *item), *room = logreg__new_raw(rows->n, sizeof *room);
    bool ok = item && room;
    if (ok) {
        size_t n = gather(item, &total, column, rows, counting);
        *number = n ? number_of(most_frequent(sort(item, room, n), n)) : NAN;
    }
    free(item);
    free(room);
    return ok ? LOGREG_OK : logreg__fail_memory(err);
}

logreg_status logreg__typical_level(size_t *level, const logreg__column *column, const logreg__rows *rows,
                                    const logreg__counting *counting, logreg_error *err)
{
    size_t place[LOGREG__BLOCK_ROWS];
    double *count = logreg__new(column->n_levels, sizeof *count);
    if (!count)
        return logreg__fail_memory(err);
    for (size_t first = 0; first < rows->n; first += LOGREG__BLOCK_ROWS) {
        size_t left = rows->n - first, n = left < LOGREG__BLOCK_ROWS ? left : LOGREG__BLOCK_ROWS;
        logreg__rows_list(rows, first, n, place);
        for (size_t i = 0; i < n; i++) {
            uint32_t code = logreg__column_code(column, place[i]);
            if (code != LOGREG__MISSING)
                count[code] += count_of(counting, place[i]);
        }
    }
    *level = 0;
    for (size_t l = 1; l < column->n_levels; l++)
        if (count[l] > count[*level])
            *level = l;
    free(count);
    return LOGREG_OK;
}
