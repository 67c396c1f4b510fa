/* Codes for missing values beside a scale of answers. They are near to the answers, so that only the scale itself tells: whole numbers from 0 or 1
 * on, each of which somebody took. Those below its beginning: scale_below.c. */
#include "data/scale.h"

#include "data/role.h"
#include "data/sentinel.h"

#include <math.h>
#include <string.h>

bool logreg__named_things(const char *name)
{
    return logreg__name_has(
        name,
        " kids kid child children siblings sibs dependents dependants pregnancies parity births persons "
        "people cars vehicles rooms bedrooms bathrooms drinks cigarettes cigs members household hhsize "
        "visits admissions accidents claims purchases kinder geschwister personen enfants hijos figli "
        "kinderen dzieci ");
}

bool logreg__named_count(const char *name)
{
    return logreg__named_things(name) ||
           logreg__name_has(name, " n num number count counts nr nb hours days weeks months years times "
                                  "age ages anzahl nombre numero aantal liczba ");
}

static bool says_days(const char *name)
{
    return logreg__name_has(
        name,
        " day days night nights tage n\303\244chte jours nuits d\303\255as dias giorni dagen dni dagar ");
}

/* A scale of answers from 0 or 1 on, each taken by someone, has no 7, 8 or 9 beyond a gap; nor has a count whose last value before the gap
 * many rows have. Rows are at `top`, where the scale ends. Of what is counted, the 8 alone may be a value. */
static bool beyond_scale(const size_t rows[10], int top, int first_code, size_t n_codes, size_t of_codes,
                         bool counted, bool days)
{
    int gap = first_code - top;
    bool seven_nine =
        first_code == 7 && rows[9] && !rows[8]; /* as NHANES and others code refused and don't know */
    if (of_codes < 2 || rows[top] < 5)
        return false;
    if (rows[9])
        return gap >= 3 || (gap == 2 && ((seven_nine && top == 5) || (rows[top] >= 10 && of_codes >= 5)));
    bool alone = n_codes == 1 && of_codes >= 3 && rows[top] >= 10;
    bool lone_eight = alone && first_code == 8 && top == 5 && !rows[0] && !counted;
    bool week = first_code == 7 && days; /* two days, or three, and a week */
    return lone_eight || (gap >= 4 && ((alone && !week) || n_codes > 1));
}

/* Are several codes, from first_code on, about as common as the answers from `first` to `top`? Then they are levels: 1, 2, 3, 8, 9. */
static bool as_common(const size_t rows[10], int first, int top, int first_code, size_t n_codes)
{
    size_t answers = 0, rarest = SIZE_MAX;
    for (int k = first; k <= top; k++)
        answers += rows[k];
    for (int k = first_code; k <= 9; k++)
        rarest = rows[k] && rows[k] < rarest ? rows[k] : rarest;
    return n_codes > 1 && 2 * rarest * (size_t)(top - first + 1) >= answers;
}

/* Rows of each number from 0 to 9, where a scale begins and ends, and the first number behind that. */
typedef struct {
    size_t rows[10];
    int first, top, code;
} scale;

/* False: they are no scale and 7, 8 or 9 behind it. */
static bool read_scale(scale *s, const double *sorted, size_t n)
{
    *s = (scale){.first = 0};
    for (size_t i = 0; i < n; i++) {
        if (!(sorted[i] >= 0 && sorted[i] <= 9 && sorted[i] == floor(sorted[i])))
            return false;
        s->rows[(int)sorted[i]]++;
    }
    s->first = s->rows[0] ? 0 : 1;
    s->top = s->first;
    while (s->top < 9 && s->rows[s->top + 1])
        s->top++;
    for (s->code = s->top + 1; s->code <= 9 && !s->rows[s->code];)
        s->code++;
    return s->rows[s->first] && s->top > s->first && s->top <= 6 && s->code >= 7 && s->code <= 9;
}

static void list_codes(logreg_sentinel *found, const scale *s, size_t of_codes)
{
    *found = (logreg_sentinel){.low = s->first, .high = s->top, .n_rows = of_codes};
    for (int k = s->code; k <= 9; k++)
        if (s->rows[k])
            found->value[found->n_values++] = k;
}

bool logreg__scale_digits(logreg_sentinel *found, const char *name, const double *sorted, size_t n,
                          const bool code[10])
{
    enum { LEAST_GAP = 3, LEAST_ANSWERS = 20 };
    scale s;
    size_t of_codes = 0;
    if (!read_scale(&s, sorted, n) || s.code - s.top < LEAST_GAP || logreg__named_count(name) ||
        says_days(name))
        return false;
    for (int k = s.code; k <= 9; k++) {
        if (s.rows[k] && !code[k])
            return false;
        of_codes += s.rows[k];
    }
    if (n < LEAST_ANSWERS + of_codes || of_codes > n / 2)
        return false;
    list_codes(found, &s, of_codes);
    return true;
}

/* 7, 8 and 9 behind the last answer. */
static bool judge_above(logreg_sentinel *found, const char *name, const double *sorted, size_t n)
{
    scale s;
    if (!read_scale(&s, sorted, n))
        return false;
    const size_t *rows = s.rows;
    size_t n_codes = 0, of_codes = 0;
    int first = s.first, top = s.top, code = s.code;
    for (int k = code; k <= 9; k++) {
        n_codes += rows[k] > 0;
        of_codes += rows[k];
    }
    if (as_common(rows, first, top, code, n_codes) ||
        !beyond_scale(rows, top, code, n_codes, of_codes, logreg__named_count(name), says_days(name)))
        return false;
    list_codes(found, &s, of_codes);
    return true;
}

/* Adds codes that lie within the others of those before. Without room nothing is. */
static void add_inner(logreg_sentinel *found, const logreg_sentinel *inner)
{
    size_t below = 0, n = found->n_values;
    while (below < n && found->value[below] < inner->value[0])
        below++;
    if (n + inner->n_values > LOGREG_SENTINELS)
        return;
    memmove(found->value + below + inner->n_values, found->value + below, (n - below) * sizeof *found->value);
    memcpy(found->value + below, inner->value, inner->n_values * sizeof *found->value);
    found->n_values += inner->n_values;
    found->n_rows += inner->n_rows;
    found->low = inner->low;
    found->high = inner->high;
}

void logreg__scale_codes(logreg_sentinel *found, const char *name, const double *sorted, size_t n)
{
    logreg_sentinel inner;
    bool outer = found->n_values > 0;
    size_t first = 0, last = n;
    while (outer && first < last && sorted[first] < found->low)
        first++;
    while (outer && last > first && sorted[last - 1] > found->high)
        last--;
    if (first < last && sorted[first] < 0 &&
        logreg__scale_below(&inner, name, sorted + first, last - first)) {
        add_inner(found, &inner);
        while (first < last && sorted[first] < 0)
            first++;
    }
    if (!outer && first < last && sorted[first] >= 0 &&
        judge_above(&inner, name, sorted + first, last - first))
        add_inner(found, &inner);
}
