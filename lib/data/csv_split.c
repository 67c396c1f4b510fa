/* Rows and cells, through libcsv in strict mode. libcsv reports neither lines nor positions: it is told to report every
 * line end outside quotes, and the ends within a quoted field are counted in its text. */
#include "data/csv.h"

#include <csv.h>
#include <errno.h>

#include "base/memory.h"

typedef struct {
    struct csv_parser parser;
    logreg__row_taker *take;
    void *taker;
    char *text; /* of the row's cells, one after the other */
    size_t used, text_room;
    logreg__cell *cell;
    size_t n_cells, cell_room;
    size_t line;   /* that the next field begins in */
    int last_byte; /* the line end before, if nothing has come since */
    logreg__split_end end;
} splitter;

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
}

/* line_end is -1 at the end of the file. */
static void take_line_end(int line_end, void *context)
{
    splitter *s = context;
    if (s->end != LOGREG__SPLIT_ALL)
        return;
    bool second_half = line_end == '\n' && s->last_byte == '\r';
    s->last_byte = line_end;
    if (second_half)
        return;
    const char *text = s->text;
    for (size_t i = 0; i < s->n_cells; i++) {
        s->cell[i].text = text;
        text += s->cell[i].n;
    }
    if (!s->take(s->taker, s->cell, s->n_cells, s->n_cells ? s->cell[0].line : s->line))
        s->end = LOGREG__SPLIT_STOPPED;
    s->used = s->n_cells = 0;
    s->line++;
}

/* What made the parser stop in the middle of a chunk. */
static void explain(splitter *s)
{
    if (csv_error(&s->parser) == CSV_EPARSE) {
        s->end = s->parser.quoted ? LOGREG__SPLIT_AFTER_QUOTE : LOGREG__SPLIT_QUOTE;
        s->line += count_lines((const char *)s->parser.entry_buf, s->parser.entry_pos);
    } else {
        bool full = csv_get_buffer_size(&s->parser) >= LOGREG__FIELD_LIMIT;
        s->end = full ? LOGREG__SPLIT_TOO_LONG : LOGREG__SPLIT_NO_MEMORY;
    }
}

static void feed(splitter *s, const char *bytes, size_t n)
{
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

logreg__split_result logreg__split(logreg__source *source, char delimiter, size_t line,
                                   logreg__row_taker *take, void *taker)
{
    splitter s = {.take = take, .taker = taker, .line = line};
    csv_init(&s.parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL);
    csv_set_delim(&s.parser, (unsigned char)delimiter);
    csv_set_space_func(&s.parser, no_space);
    csv_set_realloc_func(&s.parser, capped_realloc);
    csv_set_blk_size(&s.parser, 1 << 14);
    while (source->n && s.end == LOGREG__SPLIT_ALL) {
        feed(&s, source->bytes, source->n);
        if (s.end == LOGREG__SPLIT_ALL && !logreg__source_next(source))
            s.end = LOGREG__SPLIT_UNREADABLE;
    }
    int why = errno;
    finish(&s);
    logreg__split_result result = {s.end, s.line, s.n_cells + 1};
    csv_free(&s.parser);
    free(s.text);
    free(s.cell);
    errno = why;
    return result;
}
