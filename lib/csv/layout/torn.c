/* Rows with more cells than the header has names: the rows have names of their own, as R writes them; or the header lacks a
 * name; or, where commas part cells, one within a number, of decimals or of thousands, tears it in two. Which it is the first
 * lines tell, or nobody but the reader can. */
#include "csv/layout/torn.h"
#include "csv/mending/command.h"
#include "csv/mending/plan.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

enum { LINES = 50, FEW = 3, CELLS = 256 };

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

/* What cells k of the longer lines are as what stands behind a decimal mark. */
typedef struct {
    size_t shortest, longest, different; /* digits; so many of them, up to three */
    size_t value[2];
    bool zero_first, zero_last; /* 05, 50 */
} digits_behind;

/* What the lines have in common. */
typedef struct {
    size_t longer, equal; /* lines with more cells than the header, as many more in each, and with as many */
    bool running, named; /* first cells of the longer ones count on; they are no numbers, and all different */
    size_t last;         /* number in the last of them */
    const char *first[LINES];
    size_t first_length[LINES];
    bool torn[CELLS];      /* cells k and k + 1 of all longer lines may be halves of a number, */
    bool thousands[CELLS]; /*   the second one of three digits */
    digits_behind behind[CELLS];
} sight;

/* Is the first cell another than those of the lines before? Names of rows are. */
static bool is_new(const sight *s, const line *l)
{
    for (size_t i = 0; i < s->longer; i++)
        if (s->first_length[i] == l->length[0] && memcmp(s->first[i], l->cell[0], l->length[0]) == 0)
            return false;
    return true;
}

static void add_behind(digits_behind *b, const line *l, size_t k)
{
    size_t n = l->length[k], value = number(l, k);
    b->shortest = b->longest && b->shortest < n ? b->shortest : n;
    b->longest = n > b->longest ? n : b->longest;
    b->zero_first = b->zero_first || (n > 1 && *l->cell[k] == '0');
    b->zero_last = b->zero_last || (n > 1 && l->cell[k][n - 1] == '0');
    bool known = (b->different > 0 && b->value[0] == value) || (b->different > 1 && b->value[1] == value);
    if (!known && b->different < 2)
        b->value[b->different] = value;
    b->different += !known && b->different < 3;
}

/* Decimals are no answers of 0 and 1, or 1 and 2; of as many digits in each line they begin with a zero here and there, and of now more,
 * now fewer they end with none, which whole numbers do. */
static bool may_stand_behind(const sight *s, size_t k)
{
    enum { SOME = 12, MANY = 44 }; /* no zero in so many: a chance of 1 in 100 */
    const digits_behind *b = &s->behind[k];
    bool even = b->shortest == b->longest,
         answers = b->different == 2 && (b->value[0] + b->value[1]) % 2 && b->value[0] + b->value[1] < 4,
         zeros = even ? b->longest < 2 || b->zero_first || s->longer < MANY : !b->zero_last;
    return s->longer < SOME || (!answers && zeros);
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
        if (s->torn[k])
            add_behind(&s->behind[k + 1], l, k + 1);
        s->thousands[k] = s->thousands[k] && halves && l->length[k + 1] == 3 && *l->cell[k] != '0';
    }
}

/* No number begins with 0 but what stands behind a mark. */
static bool stands_behind(const sight *s, size_t k)
{
    return s->torn[k] && s->behind[k + 1].zero_first;
}

/* May cells k and k + 1 be halves, by what they look like, and by others that surely are? */
static bool may_be_torn(const sight *s, size_t k)
{
    bool beside = (k && stands_behind(s, k - 1)) || stands_behind(s, k + 1);
    return s->torn[k] && may_stand_behind(s, k + 1) && (stands_behind(s, k) || !beside);
}

/* Places at which numbers may be torn, so many to a line: where it is open, what they look like behind the mark decides. Two that share a cell
 * are none together. */
static void find_places(logreg__torn *found, const sight *s, size_t cells, size_t more)
{
    size_t pairs = 0, sure = 0, n = 0;
    bool shared = false;
    for (size_t k = 0; k + 1 < cells; k++) {
        pairs += s->torn[k];
        sure += stands_behind(s, k);
    }
    for (size_t k = 0; k + 1 < cells; k++) {
        bool here = pairs == more ? s->torn[k] : may_be_torn(s, k);
        if (!here || (sure == more && pairs > more && !stands_behind(s, k)))
            continue;
        shared = shared || (n && n <= LOGREG__TORN_PLACES && found->at[n - 1] + 1 == k);
        if (n < LOGREG__TORN_PLACES)
            found->at[n] = k;
        n++;
    }
    bool all = n == more && (more == 1 || !shared),
         some = more == 1 && n > 1 && n <= LOGREG__TORN_PLACES && s->longer > FEW;
    found->n = all || some ? n : 1;
    found->kind = all             ? LOGREG__TORN_DECIMALS
                  : some          ? LOGREG__TORN_EITHER
                  : pairs >= more ? LOGREG__TORN_SOMEWHERE
                  : s->equal      ? LOGREG__TORN_NOT
                                  : LOGREG__TORN_NAME_LACKS;
}

logreg__torn logreg__torn_look(const char *head, size_t n, bool cut_off, char delimiter)
{
    logreg__torn found = {.n = 1};
    const char *p = head, *end = head + n;
    line header, l;
    while (p < end && (*p == '\n' || *p == '\r'))
        p++;
    cut(&header, &p, end, delimiter);
    if (header.n < 2 || header.n + LOGREG__TORN_PLACES >= CELLS)
        return found;
    sight s = {.running = true, .named = true};
    size_t more = 0;
    memset(s.torn, true, sizeof s.torn);
    memset(s.thousands, true, sizeof s.thousands);
    for (size_t i = 0; i < LINES && p < end; i++) {
        cut(&l, &p, end, delimiter);
        if (p == end && cut_off)
            break;
        if (l.n > header.n && l.n <= header.n + LOGREG__TORN_PLACES && (!more || l.n == header.n + more)) {
            more = l.n - header.n;
            add(&s, &l, delimiter);
        }
        s.equal += l.n == header.n;
    }
    if (4 * s.longer < s.equal || !s.longer)
        return found; /* some rows are broken */
    size_t three = 0;
    for (size_t k = 0; k < header.n; k++)
        three += s.thousands[k];
    /* thousands have three digits each, and decimals that lose their zeros do not */
    bool thousands = more == 1 && three == 1 && s.longer >= 3;
    bool row_names = more == 1 && !s.equal && (s.named || (s.running && !named_number(&header)));
    find_places(&found, &s, header.n + more, more);
    found.mixed = s.equal > 0;
    if (more > 1 && found.kind == LOGREG__TORN_NAME_LACKS)
        found.kind = LOGREG__TORN_NOT;
    if (row_names || thousands)
        found.kind = row_names ? LOGREG__TORN_ROW_NAMES : LOGREG__TORN_THOUSANDS;
    for (size_t k = header.n; k-- > 0 && thousands;)
        *found.at = s.thousands[k] ? k : *found.at;
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
    logreg__torn found = {.n = 1, .mixed = true};
    size_t fit = 0;
    for (size_t k = 0; k + 1 < row->n && row->n == logreg__csv_columns_count(columns) + 1; k++)
        if (logreg__csv_columns_decimal(columns, k) && may_be_halves(&row->cell[k])) {
            *found.at = k;
            fit++;
        }
    found.kind = fit == 1 ? LOGREG__TORN_DECIMALS : LOGREG__TORN_NOT;
    return found;
}

const char *logreg__torn_command(char room[LOGREG__COMMAND], const logreg__torn *torn, size_t place,
                                 size_t fields, size_t from, const logreg__csv *csv)
{
    char statements[200];
    size_t at = torn->at[place];
    if (torn->kind != LOGREG__TORN_DECIMALS || torn->n == 1)
        return logreg__command(
            room, csv, "sed -E '%zu,$s/^(([^,]*,){%zu}[-+]?[0-9]+),([0-9]+(,[^,]*){%zu}\\r?)$/\\1%s\\3/'",
            logreg__stages_line(csv, from), at, fields - 2 - at,
            torn->kind == LOGREG__TORN_THOUSANDS ? "" : ".");
    size_t used = (size_t)snprintf(statements, sizeof statements,
                                   "if (@F == %zu) { splice @F, $_, 2, \"$F[$_].$F[$_ + 1]\" for ", fields);
    for (size_t k = torn->n; k-- > 0;)
        used += (size_t)snprintf(statements + used, sizeof statements - used, "%zu%s", torn->at[k],
                                 k ? ", " : " }");
    return logreg__cells_command(room, &(logreg__cells){.rows = statements}, csv);
}
