/* Rows and cells, through libcsv in strict mode. libcsv reports neither lines nor positions: it is told to report every
 * line end outside quotes, and the ends within a quoted field are counted in its text. */
#include "csv/splitter.h"

#include "base/memory.h"

typedef logreg__splitter splitter;

/* What libcsv asks more for at a time. */
enum { BLOCK = 1 << 14 };

static size_t doubled(size_t n)
{
    size_t room = BLOCK;
    while (room < n)
        room *= 2;
    return room;
}

/* libcsv gives no context to its hooks: the cap is all that they need to know. A long field is copied a few times, not once
 * a block: what libcsv has so far, at least n - BLOCK, has its room doubled. */
static void *capped_realloc(void *old, size_t n)
{
    if (n > LOGREG__FIELD_LIMIT)
        return NULL;
    bool fits = old && n > BLOCK && doubled(n - BLOCK) == doubled(n);
    return fits ? old : realloc(old, doubled(n));
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

/* Has a field swallowed rows, up to a quote that opens a field of its own, as where the quote that it began with is none? It would not end in a delimiter or a line end. */
static bool swallowed(const char *text, size_t n, char delimiter)
{
    size_t lines = count_lines(text, n);
    while (n && logreg__is_blank(text[n - 1]) && text[n - 1] != delimiter)
        n--;
    return lines && n && (text[n - 1] == delimiter || text[n - 1] == '\n' || text[n - 1] == '\r');
}

/* What made the parser stop in the middle of a chunk. */
static void explain(splitter *s)
{
    if (csv_error(&s->parser) == CSV_EPARSE) {
        const char *text = (const char *)s->parser.entry_buf;
        size_t n = s->parser.entry_pos;
        s->end = quote_fault(text, n, s->parser.quoted);
        /* the parser has the quote that was to close the field as the last byte of its text */
        if (s->end == LOGREG__SPLIT_AFTER_QUOTE && n &&
            swallowed(text, n - (text[n - 1] == '"'), s->of.delimiter))
            s->end = LOGREG__SPLIT_UNCLOSED;
        else
            s->line += count_lines(text, n);
    } else {
        bool full = csv_get_buffer_size(&s->parser) >= LOGREG__FIELD_LIMIT;
        s->end = full ? LOGREG__SPLIT_TOO_LONG : LOGREG__SPLIT_NO_MEMORY;
    }
}

void logreg__splitter_feed(splitter *s, const char *bytes, size_t n)
{
    s->ended = false;
    size_t done = csv_parse(&s->parser, bytes, n, take_field, take_line_end, s);
    if (done < n && s->end == LOGREG__SPLIT_ALL)
        explain(s);
}

void logreg__splitter_end_text(splitter *s)
{
    if (s->end == LOGREG__SPLIT_ALL && csv_fini(&s->parser, take_field, take_line_end, s) != 0)
        s->end = LOGREG__SPLIT_UNCLOSED;
}

void logreg__splitter_start(splitter *s)
{
    csv_init(&s->parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL);
    csv_set_delim(&s->parser, (unsigned char)s->of.delimiter);
    csv_set_space_func(&s->parser, no_space);
    csv_set_realloc_func(&s->parser, capped_realloc);
    csv_set_blk_size(&s->parser, BLOCK);
}

/* ---- Text as it comes ---- */

logreg__splitter *logreg__splitter_new(const logreg__splitting *splitting)
{
    splitter *s = logreg__new(1, sizeof *s);
    if (!s)
        return NULL;
    *s = (splitter){.of = *splitting, .line = splitting->line, .row_line = splitting->line, .ended = true};
    logreg__splitter_start(s);
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
        if (s->of.refuse)
            logreg__splitter_take_lines(s, bytes + taken, length);
        else
            logreg__splitter_feed(s, bytes + taken, length);
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
        logreg__splitter_finish_lines(s);
    else
        logreg__splitter_end_text(s);
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
