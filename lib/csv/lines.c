/* Where broken rows are left out, the file is kept as it is from the row that has begun, and fed line by line. */
#include "csv/splitter.h"

#include "base/memory.h"

typedef logreg__splitter splitter;

/* The place behind the next line end from raw[at] on, or 0. A CR is one only once the byte behind it is known. */
static size_t line_end(const splitter *s, size_t at, bool last)
{
    for (; at < s->raw_used; at++) {
        if (s->raw[at] == '\n')
            return at + 1;
        if (s->raw[at] == '\r' && at + 1 < s->raw_used)
            return at + 1 + (s->raw[at + 1] == '\n');
    }
    return last ? s->raw_used : 0;
}

/* Hands out the first line of the row that broke, and goes on behind it: only that line is known to be bad, and a quote
 * that it leaves open may have swallowed many good ones. */
static void leave_line_out(splitter *s)
{
    bool broken = s->end >= LOGREG__SPLIT_QUOTE;
    if (!broken)
        return;
    logreg__split_result why = logreg__splitter_result(s);
    size_t next = line_end(s, s->row, true);
    logreg__row row = {.line = s->row_line, .text = s->raw + s->row, .length = next - s->row};
    s->end = s->of.refuse(s->of.taker, &row, &why) ? LOGREG__SPLIT_ALL : LOGREG__SPLIT_STOPPED;
    s->used = s->n_cells = 0;
    s->last_byte = 0;
    s->line = ++s->row_line;
    s->row = s->fed = s->sought = next;
    s->ended = true;
    csv_free(&s->parser);
    logreg__splitter_start(s);
}

/* Feeds whole lines; at the end of the file also the rest. */
static void feed_lines(splitter *s, bool last)
{
    while (s->end == LOGREG__SPLIT_ALL && s->fed < s->raw_used) {
        size_t from = s->fed, next = line_end(s, s->sought > from ? s->sought : from, last);
        if (!next) {
            s->sought = s->raw_used - (s->raw[s->raw_used - 1] == '\r');
            break;
        }
        s->fed = next;
        logreg__splitter_feed(s, s->raw + from, next - from);
        leave_line_out(s);
    }
}

/* Adds bytes to the raw text, which begins with the row that has begun. */
static void add_raw(splitter *s, const char *bytes, size_t n)
{
    size_t done = s->row;
    s->raw_used -= done;
    if (done)
        memmove(s->raw, s->raw + done, s->raw_used);
    s->row = 0;
    s->fed -= done;
    s->sought = s->sought > done ? s->sought - done : 0;
    if (s->raw_used > LOGREG__ROW_LIMIT)
        s->end = LOGREG__SPLIT_TOO_WIDE;
    else if (!logreg__grow(&s->raw, &s->raw_room, s->raw_used + n, 1))
        s->end = LOGREG__SPLIT_NO_MEMORY;
    else
        memcpy(s->raw + s->raw_used, bytes, n);
    if (s->end == LOGREG__SPLIT_ALL)
        s->raw_used += n;
}

void logreg__splitter_take_lines(splitter *s, const char *bytes, size_t n)
{
    add_raw(s, bytes, n);
    feed_lines(s, false);
}

void logreg__splitter_finish_lines(splitter *s)
{
    do {
        feed_lines(s, true);
        logreg__splitter_end_text(s);
        leave_line_out(s);
    } while (s->end == LOGREG__SPLIT_ALL && s->fed < s->raw_used);
}
