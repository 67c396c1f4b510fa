#include "csv/layout/cases.h"
#include "csv/mending/plan.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/* ---- Cases ------------------------------------------------------------------------------------------------- */

typedef struct {
    double value;
    size_t row;
} keyed;

static int by_value(const void *a, const void *b)
{
    const keyed *x = a, *y = b;
    int order = (x->value > y->value) - (x->value < y->value);
    return order ? order : (x->row > y->row) - (x->row < y->row);
}

bool logreg__cases_take(logreg__cases *cases, const logreg_frame *frame, const logreg__column *by)
{
    size_t n = frame->n_rows;
    keyed *key = logreg__new(n, sizeof *key);
    *cases = (logreg__cases){.row = logreg__new(n, sizeof *cases->row)};
    bool ok = key && cases->row;
    for (size_t i = 0; i < n && ok; i++)
        key[i] = (keyed){logreg__case_value(by, i), i};
    if (ok)
        qsort(key, n, sizeof *key, by_value);
    for (size_t i = 0; i < n && ok; i++) {
        cases->row[i] = key[i].row;
        cases->cases += !i || key[i].value > key[i - 1].value;
    }
    free(key);
    return ok;
}

size_t logreg__cases_end(const logreg__cases *cases, const logreg_frame *frame, const logreg__column *by,
                         size_t i)
{
    double value = logreg__case_value(by, cases->row[i]);
    size_t end = i + 1;
    while (end < frame->n_rows && !(logreg__case_value(by, cases->row[end]) > value))
        end++;
    return end;
}

/* A case of more rows is none. */
enum { MOST_ROWS = 400 };

bool logreg__cases_tell(const logreg__cases *cases, const logreg_frame *frame, const logreg__column *by,
                        const logreg__column *of)
{
    for (size_t i = 0, end; i < frame->n_rows; i = end) {
        end = logreg__cases_end(cases, frame, by, i);
        if (end - i > MOST_ROWS)
            return false;
        for (size_t a = i; a < end; a++)
            for (size_t b = i; b < a; b++)
                if (logreg__cell_is_missing(of, cases->row[a]) ||
                    !(logreg__case_value(of, cases->row[a]) < logreg__case_value(of, cases->row[b]) ||
                      logreg__case_value(of, cases->row[a]) > logreg__case_value(of, cases->row[b])))
                    return false;
    }
    return true;
}

bool logreg__cases_share(const logreg__cases *cases, const logreg_frame *frame, const logreg__column *by,
                         const logreg__column *of, bool gaps)
{
    for (size_t i = 0, end; i < frame->n_rows; i = end) {
        double first = (double)NAN;
        size_t missing = 0;
        end = logreg__cases_end(cases, frame, by, i);
        for (size_t a = i; a < end; a++) {
            double value = logreg__case_value(of, cases->row[a]);
            if (logreg__cell_is_missing(of, cases->row[a])) {
                missing++;
                continue;
            }
            if (value < first || value > first)
                return false;
            first = value;
        }
        if (!gaps && missing && missing < end - i)
            return false;
    }
    return true;
}

void logreg__cases_clear(logreg__cases *cases)
{
    free(cases->row);
    *cases = (logreg__cases){0};
}

const char *logreg__cases_split(char room[LOGREG__COMMAND], size_t fields, const logreg__csv *csv)
{
    char d[8];
    logreg__delimiter_perl(d, csv->options.delimiter);
    snprintf(room, LOGREG__COMMAND,
             "perl -lne '%ss/\\r//; @F = /(?:^|%s)((?:\"[^\"]*\"|[^%s])*)/g; next if @F < %zu; ",
             csv->spread ? "while (tr/\"// % 2 && !eof) { $_ .= \"\\n\" . <>; chomp } " : "", d, d, fields);
    return room;
}
