/* Rows and cells, through libcsv in strict mode. libcsv reports neither lines nor positions: it is told to report every
 * line end outside quotes, and the ends within a quoted field are counted in its text. */
#include "data/csv.h"

#include <csv.h>
#include <errno.h>

#include "base/memory.h"

struct logreg__splitter {
    logreg__splitting of;
    struct csv_parser parser;
    char *text; /* of the row's cells, one after the other */
    size_t used, text_room;
    logreg__cell *cell;
    size_t n_cells, cell_room;
    size_t line;   /* that the next field begins in */
    int last_byte; /* the line end before, if nothing has come since */
    bool ended;    /* a row ends with the byte fed last */
    logreg__split_end end;

    /* Where broken rows are left out, the file as it is from the row that has begun: */
    char *raw;
    size_t raw_used, raw_room;
    size_t row, fed; /* the row begins at raw[row]; the parser has seen what is before raw[fed] */
    size_t sought;   /* there is no line end from raw[fed] to here */
    size_t row_line; /* the row's first line */
};

typedef logreg__splitter splitter;

/* libcsv gives no context to its hooks: the cap is all that they need to know. */
static void *capped_realloc(void *old, size_t n)
{
    return n > LOGREG__FIELD_LIMIT ? NULL : realloc(old, n);
}

static int no_space(unsigned char c)
{
    (void)c;
    return 0;
}

/* CRLF ends one line. */
static size_t count_lines(const char *text, size_t n)
{
    size_t lines = 0;
    for (size_t i = 0; i < n; i++)
        lines += text[i] == '\n' ? i == 0 || text[i - 1] != '\r' : text[i] == '\r';
    return lines;
}

/* Copies the text; tells whether a byte in it is as low as a line end. */
static bool copy_text(char *restrict to, const char *restrict from, size_t n)
{
    unsigned char low = 0;
    for (size_t i = 0; i < n; i++) {
        to[i] = from[i];
        low |= (unsigned char)from[i] <= '\r';
    }
    return low;
}

static void take_field(void *field, size_t n, void *context)
{
    splitter *s = context;
    if (s->end != LOGREG__SPLIT_ALL)
        return;
    if (n > LOGREG__ROW_LIMIT - s->used || s->n_cells == LOGREG__CELL_LIMIT) {
        s->end = LOGREG__SPLIT_TOO_WIDE;
        return;
    }
    bool room = logreg__grow(&s->text, &s->text_room, s->used + n + 1, 1) && /* + 1: never NULL */
                logreg__grow(&s->cell, &s->cell_room, s->n_cells + 1, sizeof *s->cell);
    if (!room) {
        s->end = LOGREG__SPLIT_NO_MEMORY;
        return;
    }
    s->cell[s->n_cells++] = (logreg__cell){.n = n, .line = s->line};
    if (copy_text(s->text + s->used, field, n))
        s->line += count_lines(field, n);
    s->used += n;
    s->last_byte = 0;
    s->ended = false;
}

/* line_end is -1 at the end of the file. */
static void take_line_end(int line_end, void *context)
{
    splitter *s = context;
    if (s->end != LOGREG__SPLIT_ALL)
        return;
    bool second_half = line_end == '\n' && s->last_byte == '\r';
    s->last_byte = line_end;
    s->ended = true;
    if (second_half)
        return;
    const char *text = s->text;
    for (size_t i = 0; i < s->n_cells; i++) {
        s->cell[i].text = text;
        text += s->cell[i].n;
    }
    logreg__row row = {s->cell, s->n_cells, s->n_cells ? s->cell[0].line : s->line, NULL, 0};
    if (s->of.refuse) {
        row.text = s->raw + s->row;
        row.length = s->fed - s->row;
    }
    if (!s->of.take(s->of.taker, &row))
        s->end = LOGREG__SPLIT_STOPPED;
    s->used = s->n_cells = 0;
    s->line++;
    s->row = s->fed;
    s->row_line = s->line;
}

/* What is wrong with a quote behind the n bytes of a field. */
static logreg__split_end quote_fault(const char *text, size_t n, bool quoted)
{
    logreg__cell before = {text, n, 0};
    bool backslash = (n > 0 && text[n - 1] == '\\') || (n > 1 && text[n - 1] == '"' && text[n - 2] == '\\');
    if (quoted)
        return backslash ? LOGREG__SPLIT_BACKSLASH : LOGREG__SPLIT_AFTER_QUOTE;
    return n && !logreg__cell_trim(before).n ? LOGREG__SPLIT_BLANK_QUOTE : LOGREG__SPLIT_QUOTE;
}

/* What made the parser stop in the middle of a chunk. */
static void explain(splitter *s)
{
    if (csv_error(&s->parser) == CSV_EPARSE) {
        s->end = quote_fault((const char *)s->parser.entry_buf, s->parser.entry_pos, s->parser.quoted);
        s->line += count_lines((const char *)s->parser.entry_buf, s->parser.entry_pos);
    } else {
        bool full = csv_get_buffer_size(&s->parser) >= LOGREG__FIELD_LIMIT;
        s->end = full ? LOGREG__SPLIT_TOO_LONG : LOGREG__SPLIT_NO_MEMORY;
    }
}

static void feed(splitter *s, const char *bytes, size_t n)
{
    s->ended = false;
    size_t done = csv_parse(&s->parser, bytes, n, take_field, take_line_end, s);
    if (done < n && s->end == LOGREG__SPLIT_ALL)
        explain(s);
}

/* After an error csv_fini would still hand out the field that it broke off in. */
static void finish(splitter *s)
{
    if (s->end == LOGREG__SPLIT_ALL && csv_fini(&s->parser, take_field, take_line_end, s) != 0)
        s->end = LOGREG__SPLIT_UNCLOSED;
}

static void start_parser(splitter *s)
{
    csv_init(&s->parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL);
    csv_set_delim(&s->parser, (unsigned char)s->of.delimiter);
    csv_set_space_func(&s->parser, no_space);
    csv_set_realloc_func(&s->parser, capped_realloc);
    csv_set_blk_size(&s->parser, 1 << 14);
}

/* ---- Where broken rows are left out ---- */

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
    start_parser(s);
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
        feed(s, s->raw + from, next - from);
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

static void finish_lines(splitter *s)
{
    do {
        feed_lines(s, true);
        finish(s);
        leave_line_out(s);
    } while (s->end == LOGREG__SPLIT_ALL && s->fed < s->raw_used);
}

/* ---- Text as it comes ---- */

logreg__splitter *logreg__splitter_new(const logreg__splitting *splitting)
{
    splitter *s = logreg__new(1, sizeof *s);
    if (!s)
        return NULL;
    *s = (splitter){.of = *splitting, .line = splitting->line, .row_line = splitting->line, .ended = true};
    start_parser(s);
    return s;
}

/* How many bytes there are up to the first line end, it included; n if there is none. */
static size_t line_length(const char *bytes, size_t n)
{
    size_t i = 0;
    while (i < n && bytes[i] != '\n' && bytes[i] != '\r')
        i++;
    bool pair = n - i >= 2 && bytes[i] == '\r' && bytes[i + 1] == '\n';
    return i < n ? i + 1 + pair : n;
}

size_t logreg__splitter_take(splitter *s, const char *bytes, size_t n)
{
    size_t taken = 0;
    do {
        size_t length = line_length(bytes + taken, n - taken);
        if (s->of.refuse) {
            add_raw(s, bytes + taken, length);
            feed_lines(s, false);
        } else {
            feed(s, bytes + taken, length);
        }
        taken += length;
    } while (taken < n && s->end == LOGREG__SPLIT_ALL && !logreg__splitter_between(s));
    return taken;
}

bool logreg__splitter_between(const splitter *s)
{
    return s->ended && s->row == s->raw_used;
}

void logreg__splitter_pass(splitter *s, size_t rows)
{
    s->line += rows;
    s->row_line = s->line;
    s->last_byte = 0;
}

size_t logreg__splitter_line(const splitter *s)
{
    return s->line;
}

void logreg__splitter_finish(splitter *s)
{
    if (s->of.refuse && s->end == LOGREG__SPLIT_ALL)
        finish_lines(s);
    else
        finish(s);
}

logreg__split_result logreg__splitter_result(const splitter *s)
{
    return (logreg__split_result){s->end, s->line, s->n_cells + 1};
}

void logreg__splitter_free(splitter *s)
{
    if (!s)
        return;
    csv_free(&s->parser);
    free(s->text);
    free(s->cell);
    free(s->raw);
    free(s);
}
