/* One line of a svmlight file. */
#include <math.h>

#include "base/decimal.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "svmlight/svmlight.h"

/* Digits that a 64-bit number holds whatever they are. */
#define DIGITS 19

typedef struct {
    logreg__svm_rows *rows;
    const char *start, *at, *end;
    size_t line;
    logreg_error *err;
} reader;

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Where the word at the cursor ends. */
static const char *word_end(const reader *r)
{
    const char *end = r->at;
    while (end < r->end && !is_blank(*end) && *end != '#')
        end++;
    return end;
}

/* What stands at the cursor, for messages. */
typedef struct {
    int n;
    const char *text;
} word;

static word shown(const reader *r)
{
    size_t n = (size_t)(word_end(r) - r->at);
    return (word){n < 60 ? (int)n : 60, r->at};
}

#define PLACE "%s:%zu:%zu: "
#define AT(r) (r)->rows->file, (r)->line, (size_t)((r)->at - (r)->start) + 1

/* ---- Numbers ---- */

/* Reads digits with at most one point from *at on, exactly where they make up a double's integer over a power of ten. False: it is another number, or none. */
static bool read_plain(double *value, const char **at, const char *end)
{
    const char *c = *at;
    bool negative = c < end && *c == '-';
    c += c < end && (*c == '-' || *c == '+');
    uint64_t whole = 0;
    const char *first = c, *point = NULL;
    for (; c < end; c++) {
        if (is_digit(*c))
            whole = 10 * whole + (uint64_t)(*c - '0');
        else if (*c == '.' && !point)
            point = c;
        else
            break;
    }
    size_t digits = (size_t)(c - first) - (point != NULL), behind = point ? (size_t)(c - point) - 1 : 0;
    bool ends = c == end || is_blank(*c) || *c == '#';
    if (!ends || digits == 0 || digits > DIGITS || behind > LOGREG__TEN_EXACT || whole >> 53)
        return false;
    double x = (double)whole / logreg__ten[behind];
    *value = negative ? -x : x;
    *at = c;
    return true;
}

/* The number at the cursor, which moves behind it; false: there is none, or one that is not finite. */
static bool read_number(double *value, reader *r)
{
    if (read_plain(value, &r->at, r->end))
        return true;
    const char *end = word_end(r);
    if (!logreg__number_parse(value, r->at, (size_t)(end - r->at), '.'))
        return false;
    r->at = end;
    return true;
}

static void pass_blanks(reader *r)
{
    while (r->at < r->end && is_blank(*r->at))
        r->at++;
}

/* ---- Parts of a line ---- */

static logreg_status read_label(double *label, reader *r)
{
    if (read_number(label, r))
        return LOGREG_OK;
    const char *end = word_end(r);
    word w = shown(r);
    if (memchr(r->at, ':', (size_t)(end - r->at)))
        return logreg__fail(r->err, LOGREG_EDATA,
                            PLACE
                            "the row begins with '%.*s' and has no label; a row is LABEL INDEX:VALUE ..",
                            AT(r), w.n, w.text);
    if (memchr(r->at, ',', (size_t)(end - r->at)))
        return logreg__fail(r->err, LOGREG_EDATA,
                            PLACE "the label '%.*s' names several classes of one row, which is not fitted; "
                                  "give each row one",
                            AT(r), w.n, w.text);
    return logreg__fail(r->err, LOGREG_EDATA, PLACE "the label '%.*s' is no finite number", AT(r), w.n,
                        w.text);
}

static logreg_status read_qid(double *qid, reader *r)
{
    const char *place = r->at;
    r->at += 4;
    if (read_number(qid, r) && floor(*qid) == *qid)
        return LOGREG_OK;
    r->at = place;
    word w = shown(r);
    return logreg__fail(r->err, LOGREG_EDATA, PLACE "'%.*s' should be qid: and a whole number", AT(r), w.n,
                        w.text);
}

/* The sentence on a word that is no index:value. */
static logreg_status refuse_index(reader *r)
{
    word w = shown(r);
    size_t n = (size_t)(word_end(r) - r->at);
    const char *colon = memchr(r->at, ':', n), *nul = memchr(r->at, '\0', n);
    if (nul) {
        r->at = nul;
        return logreg__fail(r->err, LOGREG_EDATA,
                            PLACE "a NUL byte stands here; if this is a text file, take it out: tr -d '\\0'",
                            AT(r));
    }
    if (!colon)
        return logreg__fail(r->err, LOGREG_EDATA,
                            PLACE "'%.*s' lacks a colon; numbers are written INDEX:VALUE", AT(r), w.n,
                            w.text);
    if (*r->at == '-')
        return logreg__fail(r->err, LOGREG_EDATA,
                            PLACE "the index in '%.*s' is negative; indices count from %d", AT(r), w.n,
                            w.text, !r->rows->zero_based);
    return logreg__fail(r->err, LOGREG_EDATA, PLACE "the index in '%.*s' is no whole number below 2147483646",
                        AT(r), w.n, w.text);
}

static logreg_status read_index(size_t *index, reader *r)
{
    size_t x = 0;
    const char *c = r->at;
    while (c < r->end && is_digit(*c) && x < LOGREG__MOST_SPARSE)
        x = 10 * x + (size_t)(*c++ - '0');
    if (c == r->at || c == r->end || *c != ':' || x >= LOGREG__MOST_SPARSE - 1)
        return refuse_index(r);
    if (x == 0 && !r->rows->zero_based)
        return logreg__fail(
            r->err, LOGREG_EDATA,
            PLACE "an index is 0, and indices count from 1; where they count from 0, say --zero-based",
            AT(r));
    *index = x + r->rows->zero_based;
    r->at = c + 1;
    return LOGREG_OK;
}

static logreg_status read_value(double *value, reader *r, const char *pair)
{
    const char *end = word_end(r), *place = r->at;
    bool there = read_number(value, r);
    if (there && fabs(*value) <= LOGREG__LARGEST_SPARSE)
        return LOGREG_OK;
    r->at = pair;
    word w = shown(r);
    if (place == end)
        return logreg__fail(r->err, LOGREG_EDATA, PLACE "'%.*s' has no value behind the colon", AT(r), w.n,
                            w.text);
    return logreg__fail(r->err, LOGREG_EDATA,
                        there ? PLACE "the value in '%.*s' is beyond 1e100, whose squares overflow"
                              : PLACE "the value in '%.*s' is no finite number",
                        AT(r), w.n, w.text);
}

static bool make_room(logreg__svm_rows *rows)
{
    return logreg__grow(&rows->column, &rows->column_room, rows->count + 1, sizeof *rows->column) &&
           logreg__grow(&rows->value, &rows->value_room, rows->count + 1, sizeof *rows->value);
}

/* One index:value; last: the index before it, 0 at first. */
static logreg_status read_pair(size_t *last, reader *r)
{
    logreg__svm_rows *rows = r->rows;
    const char *pair = r->at;
    size_t index = 0;
    double value = 0;
    logreg_status status = read_index(&index, r);
    if (status == LOGREG_OK && index <= *last) {
        r->at = pair;
        size_t less = rows->zero_based;
        return logreg__fail(r->err, LOGREG_EDATA,
                            index == *last ? PLACE "index %zu stands twice in the row"
                                           : PLACE "index %zu follows %zu; within a row indices ascend",
                            AT(r), index - less, *last - less);
    }
    if (status == LOGREG_OK)
        status = read_value(&value, r, pair);
    if (status != LOGREG_OK)
        return status;
    *last = index;
    if (rows->most && index > rows->most) {
        rows->n_beyond += value != 0;
        return LOGREG_OK;
    }
    rows->p = index > rows->p ? index : rows->p;
    if (value == 0)
        return LOGREG_OK;
    if (!make_room(rows))
        return logreg__fail_memory(r->err);
    rows->column[rows->count] = (int)index - 1;
    rows->value[rows->count++] = value;
    if (rows->count >= LOGREG__MOST_SPARSE)
        return logreg__fail(r->err, LOGREG_EDATA,
                            PLACE "the file has more than 2147483646 numbers, which is too many", AT(r));
    return LOGREG_OK;
}

/* The row's query, which no row or every row has. */
static logreg_status keep_qid(reader *r, bool there, double qid)
{
    logreg__svm_rows *rows = r->rows;
    if (rows->n && there != (rows->qid != NULL))
        return logreg__fail(r->err, LOGREG_EDATA, PLACE "this row has %s, unlike those before it", AT(r),
                            there ? "a qid" : "no qid");
    if (!there)
        return LOGREG_OK;
    if (!logreg__grow(&rows->qid, &rows->qid_room, rows->n + 1, sizeof *rows->qid))
        return logreg__fail_memory(r->err);
    rows->qid[rows->n] = qid;
    return LOGREG_OK;
}

logreg_status logreg__svm_line(logreg__svm_rows *rows, bool *taken, const char *text, size_t n, size_t line,
                               logreg_error *err)
{
    reader r = {rows, text, text, text + n, line, err};
    double label, qid = 0;
    size_t last = 0;
    *taken = false;
    pass_blanks(&r);
    if (r.at == r.end || *r.at == '#')
        return LOGREG_OK;
    logreg_status status = read_label(&label, &r);
    pass_blanks(&r);
    bool queried = status == LOGREG_OK && r.end - r.at >= 4 && memcmp(r.at, "qid:", 4) == 0;
    if (queried)
        status = read_qid(&qid, &r);
    if (status == LOGREG_OK)
        status = keep_qid(&r, queried, qid);
    for (pass_blanks(&r); status == LOGREG_OK && r.at < r.end && *r.at != '#'; pass_blanks(&r))
        status = read_pair(&last, &r);
    if (status != LOGREG_OK)
        return status;
    if (!logreg__grow(&rows->label, &rows->label_room, rows->n + 1, sizeof *rows->label) ||
        !logreg__grow(&rows->start, &rows->start_room, rows->n + 2, sizeof *rows->start))
        return logreg__fail_memory(err);
    rows->label[rows->n] = label;
    rows->start[0] = 0;
    rows->start[++rows->n] = (int)rows->count;
    *taken = true;
    return LOGREG_OK;
}
