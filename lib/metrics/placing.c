#include "metrics/placing.h"

#include "metrics/sort_keys.h"

/* n rows whose c is `below` and something more, which adds up to `sum`, and its squares to `squares`. */
static void add(logreg__places *to, uint64_t below, uint64_t n, uint64_t sum, uint64_t squares)
{
    to->sum += (logreg__wide)below * n + sum;
    to->squares += (logreg__wide)below * below * n + 2 * (logreg__wide)below * sum + squares;
}

/* A stretch of rows that do not tie, in numbers of 64 bits. Of which class the next row is, is a toss-up, so that there is no branch on it. Returns
 * where it ends. */
static size_t add_stretch(logreg__placing *w, const uint64_t *key, size_t i, size_t n)
{
    enum { LONGEST = 1 << 20 };
    uint64_t events = 0, others = 0, event_sum = 0, event_squares = 0, other_sum = 0, other_squares = 0;
    for (size_t end = n - i < LONGEST ? n : i + LONGEST; i < end; i++) {
        if (i + 1 < n && logreg__keys_tie(key[i], key[i + 1]))
            break;
        uint64_t is_event = key[i] & 1, mask = -is_event;
        uint64_t c_event = 2 * others & mask, c_other = 2 * events & ~mask;
        event_sum += c_event;
        event_squares += c_event * c_event;
        other_sum += c_other;
        other_squares += c_other * c_other;
        events += is_event;
        others += 1 - is_event;
    }
    add(&w->events, 2 * w->n_others, events, event_sum, event_squares);
    add(&w->others, 2 * w->n_events, others, other_sum, other_squares);
    w->n_events += events;
    w->n_others += others;
    return i;
}

/* The rows that tie with the one at i. */
static size_t add_tie(logreg__placing *w, const uint64_t *key, size_t i, size_t n)
{
    uint64_t events = 0, others = 0, first = key[i];
    for (; i < n && logreg__keys_tie(first, key[i]); i++) {
        events += key[i] & 1;
        others += ~key[i] & 1;
    }
    add(&w->events, 2 * w->n_others + others, events, 0, 0);
    add(&w->others, 2 * w->n_events + events, others, 0, 0);
    w->n_events += events;
    w->n_others += others;
    return i;
}

void logreg__placing_walk(logreg__placing *w, const uint64_t *key, size_t n)
{
    for (size_t i = 0; i < n;) {
        i = add_stretch(w, key, i, n);
        if (i + 1 < n && logreg__keys_tie(key[i], key[i + 1]))
            i = add_tie(w, key, i, n);
    }
}

double logreg__placing_precision(const uint64_t *key, size_t n, uint64_t events, uint64_t rows)
{
    double sum = 0;
    for (size_t i = 0; i < n;) {
        uint64_t own = 0, first = key[i];
        double precision = (double)events / (double)rows;
        for (; i < n && logreg__keys_tie(first, key[i]); i++, rows--)
            own += key[i] & 1;
        sum += (double)own * precision;
        events -= own;
    }
    return sum;
}
