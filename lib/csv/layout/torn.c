/* Rows with one cell more than the header has names: the rows have names of their own, as R writes them; or the header lacks a
 * name; or, where commas part cells, one within a number, of decimals or of thousands, tears it in two. Which it is the first
 * lines tell, or nobody but the reader can. */
#include "csv/layout/torn.h"
#include "csv/mending/command.h"
#include "csv/mending/plan.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

enum { LINES = 50, CELLS = 256 };

typedef struct {
    const char *cell[CELLS];
    size_t length[CELLS], n;
} line;

/* The cells of the line at *p, which moves behind it; quotes count, and stay. */
static void cut(line *l, const char **p, const char *end, char delimiter)
{
    bool quoted = false;
    const char *start = *p, *at = start;
    l->n = 0;
    for (;; at++) {
        bool over = at == end || *at == '\n' || *at == '\r';
        if (at < end && *at == '"')
            quoted = !quoted;
        if (!over && (quoted || *at != delimiter))
            continue;
        if (l->n < CELLS) {
            l->cell[l->n] = start;
            l->length[l->n] = (size_t)(at - start);
        }
        l->n++;
        start = at + 1;
        if (over)
            break;
    }
    while (at < end && (*at == '\n' || *at == '\r'))
        at++;
    *p = at;
}

static bool digits(const char *text, size_t n)
{
    size_t i = 0;
    while (i < n && isdigit((unsigned char)text[i]))
        i++;
    return n > 0 && i == n;
}

static bool whole(const line *l, size_t k)
{
    bool sign = l->length[k] && (*l->cell[k] == '-' || *l->cell[k] == '+');
    return digits(l->cell[k] + sign, l->length[k] - sign);
}

/* The number of a cell, which may stand in quotes; SIZE_MAX: it is none. */
static size_t number(const line *l, size_t k)
{
    bool quoted = l->length[k] > 1 && *l->cell[k] == '"';
    const char *text = l->cell[k] + quoted;
    size_t n = l->length[k] - 2 * quoted, value = 0;
    if (!digits(text, n) || n > 15)
        return SIZE_MAX;
    for (size_t i = 0; i < n; i++)
        value = 10 * value + (size_t)(text[i] - '0');
    return value;
}

/* Does the header call the first column a number of the rows? Then the rows have no names beside it. */
static bool named_number(const line *header)
{
    static const char *const names[] = {"id", "nr", "no", "row", "index", "case", "patient", "subject"};
    bool quoted = header->length[0] > 1 && *header->cell[0] == '"';
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (header->length[0] - 2 * quoted == strlen(names[i]) &&
            strncasecmp(header->cell[0] + quoted, names[i], strlen(names[i])) == 0)
            return true;
    return false;
}

/* What the lines have in common. */
typedef struct {
    size_t longer, equal; /* lines with one cell more than the header, and with as many */
    bool running, named; /* first cells of the longer ones count on; they are no numbers, and all different */
    size_t last;         /* number in the last of them */
    const char *first[LINES];
    size_t first_length[LINES];
    bool torn[CELLS];      /* cells k and k + 1 of all longer lines may be halves of a number, */
    bool thousands[CELLS]; /*   the second one of three digits */
} sight;

/* Is the first cell another than those of the lines before? Names of rows are. */
static bool is_new(const sight *s, const line *l)
{
    for (size_t i = 0; i < s->longer; i++)
        if (s->first_length[i] == l->length[0] && memcmp(s->first[i], l->cell[0], l->length[0]) == 0)
            return false;
    return true;
}

static void add(sight *s, const line *l, char delimiter)
{
    size_t first = number(l, 0);
    s->running = s->running && first != SIZE_MAX && (!s->longer || first == s->last + 1);
    s->named = s->named && first == SIZE_MAX && is_new(s, l);
    s->first[s->longer] = l->cell[0];
    s->first_length[s->longer] = l->length[0];
    s->last = first;
    s->longer++;
    for (size_t k = 0; k + 1 < l->n; k++) {
        bool halves = delimiter == ',' && whole(l, k) && digits(l->cell[k + 1], l->length[k + 1]);
        s->torn[k] = s->torn[k] && halves;
        s->thousands[k] = s->thousands[k] && halves && l->length[k + 1] == 3 && *l->cell[k] != '0';
    }
}

logreg__torn logreg__torn_look(const char *head, size_t n, bool cut_off, char delimiter)
{
    logreg__torn found = {0};
    const char *p = head, *end = head + n;
    line header, l;
    while (p < end && (*p == '\n' || *p == '\r'))
        p++;
    cut(&header, &p, end, delimiter);
    if (header.n < 2 || header.n + 1 > CELLS)
        return found;
    sight s = {.running = true, .named = true};
    memset(s.torn, true, sizeof s.torn);
    memset(s.thousands, true, sizeof s.thousands);
    for (size_t i = 0; i < LINES && p < end; i++) {
        cut(&l, &p, end, delimiter);
        if (p == end && cut_off)
            break;
        if (l.n == header.n + 1)
            add(&s, &l, delimiter);
        s.equal += l.n == header.n;
    }
    if (4 * s.longer < s.equal || !s.longer)
        return found; /* some rows are broken */
    size_t pairs = 0, three = 0;
    for (size_t k = 0; k < header.n; k++) {
        pairs += s.torn[k];
        three += s.thousands[k];
    }
    /* thousands have three digits each, and decimals that lose their zeros do not */
    bool thousands = three == 1 && s.longer >= 3;
    for (size_t k = header.n; k-- > 0;)
        found.at = (thousands ? s.thousands : s.torn)[k] ? k : found.at;
    found.mixed = s.equal > 0;
    bool row_names = !s.equal && (s.named || (s.running && !named_number(&header)));
    found.kind = row_names    ? LOGREG__TORN_ROW_NAMES
                 : thousands  ? LOGREG__TORN_THOUSANDS
                 : pairs == 1 ? LOGREG__TORN_DECIMALS
                 : pairs      ? LOGREG__TORN_SOMEWHERE
                 : s.equal    ? LOGREG__TORN_NOT
                              : LOGREG__TORN_NAME_LACKS;
    return found;
}

static bool may_be_halves(const logreg__cell *cell)
{
    logreg__cell first = logreg__cell_trim(cell[0]), second = logreg__cell_trim(cell[1]);
    bool sign = first.n && (*first.text == '-' || *first.text == '+');
    return digits(first.text + sign, first.n - sign) && digits(second.text, second.n);
}

logreg__torn logreg__torn_row(const logreg__row *row, const logreg__csv_columns *columns)
{
    logreg__torn found = {.mixed = true};
    size_t fit = 0;
    for (size_t k = 0; k + 1 < row->n && row->n == logreg__csv_columns_count(columns) + 1; k++)
        if (logreg__csv_columns_decimal(columns, k) && may_be_halves(&row->cell[k])) {
            found.at = k;
            fit++;
        }
    found.kind = fit == 1 ? LOGREG__TORN_DECIMALS : LOGREG__TORN_NOT;
    return found;
}

const char *logreg__torn_command(char room[LOGREG__COMMAND], const logreg__torn *torn, size_t fields,
                                 size_t from, const logreg__csv *csv)
{
    return logreg__command(room, csv,
                           "sed -E '%zu,$s/^(([^,]*,){%zu}[-+]?[0-9]+),([0-9]+(,[^,]*){%zu}\\r?)$/\\1%s\\3/'",
                           logreg__stages_line(csv, from), torn->at, fields - 2 - torn->at,
                           torn->kind == LOGREG__TORN_DECIMALS ? "." : "");
}
