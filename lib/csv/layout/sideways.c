/* Tables that lie on their side: each line is a variable, its name in front, and each column a case. Within a line all cells are alike, numbers or
 * texts, and between lines they are not, so that no column is of one kind. */
#include "csv/mending/command.h"
#include "csv/dialect.h"

#include <ctype.h>
#include <string.h>

#include "base/error.h"
#include "base/number.h"

/* More lines are no variables, and fewer cases than these prove nothing. */
enum { LINES = 60, FEW_LINES = 3, FEW_CASES = 8, VALUES = 12, NAMED = 4 };

/* One line. */
typedef struct {
    logreg__cell name;
    size_t fields, numbers, texts;
    logreg__cell value[VALUES]; /* the different ones, as far as there is room, */
    size_t often[VALUES];       /*   how often each stands; */
    size_t kinds;               /*   counting may end at one more than there is room for */
    bool above, years, running; /* all numbers are greater than 1; may be years; count on by 1 */
    double last;                /* number */
} line;

static bool same(const logreg__cell *a, const logreg__cell *b)
{
    return a->n == b->n && memcmp(a->text, b->text, a->n) == 0;
}

/* The cell at *p, without quotes about it. *p moves to what ends it. */
static logreg__cell next_cell(const char **p, const char *end, char delimiter)
{
    logreg__cell cell = logreg__cell_trim(logreg__cell_raw(p, end, delimiter));
    bool quoted = cell.n > 1 && *cell.text == '"' && cell.text[cell.n - 1] == '"';
    return quoted ? logreg__cell_trim((logreg__cell){cell.text + 1, cell.n - 2, 0}) : cell;
}

static void note_value(line *l, const logreg__cell *cell)
{
    size_t k = 0;
    while (k < l->kinds && k < VALUES && !same(&l->value[k], cell))
        k++;
    if (k < VALUES) {
        l->value[k] = *cell;
        l->often[k]++;
    }
    l->kinds = k < l->kinds ? l->kinds : k + 1;
}

/* The line at *p, which moves to its end. */
static void read_line(line *l, const char **p, const char *end, const logreg__csv *csv)
{
    *l = (line){.above = true, .years = true, .running = true};
    for (;; ++*p) {
        logreg__cell cell = next_cell(p, end, csv->options.delimiter);
        double x;
        if (!l->fields++)
            l->name = cell;
        else if (!logreg__cell_missing(&cell, csv)) {
            bool number =
                logreg__number_parse(&x, cell.text, cell.n, csv->options.decimal == ',' ? ',' : '.');
            l->numbers += number;
            l->texts += !number;
            l->above = l->above && number && x > 1;
            l->years = l->years && number && x >= 1500 && x < 2200;
            l->running = l->running && number && (l->numbers == 1 || x == l->last + 1);
            l->last = x;
            note_value(l, &cell);
        }
        if (*p == end || **p != csv->options.delimiter)
            return;
    }
}

static bool is_name(const logreg__cell *cell)
{
    double x;
    for (size_t i = 0; i < cell->n; i++)
        if (isalpha((unsigned char)cell->text[i]) || cell->text[i] & 0x80)
            return !logreg__number_parse(&x, cell->text, cell->n, '.');
    return false;
}

/* Two values, each more than once, as an outcome has them. */
static bool is_binary(const line *l)
{
    return l->kinds == 2 && l->often[0] > 1 && l->often[1] > 1;
}

/* Does the line name the cases, each by a name or a number of its own? */
static bool names_cases(const line *l)
{
    bool own = l->kinds > VALUES || l->kinds == l->numbers + l->texts;
    return l->years || l->running || (l->texts && own);
}

/* Do the lines that hold values differ in kind, so that no column is of one? */
static bool differ(const line *l, size_t n)
{
    size_t texts = 0, numbers = 0, zero_one = 0, above = 0, binary = 0;
    for (size_t i = names_cases(l) ? 1 : 0; i < n; i++) {
        if (l[i].texts && l[i].numbers)
            return false;
        bool many = l[i].texts && names_cases(&l[i]); /* names, which tell nothing */
        texts += l[i].texts && !many;
        numbers += l[i].numbers && l[i].kinds > 3;
        binary += is_binary(&l[i]);
        zero_one += l[i].numbers && is_binary(&l[i]) && l[i].value[0].n == 1 && l[i].value[1].n == 1 &&
                    *l[i].value[0].text + *l[i].value[1].text == '0' + '1';
        above += l[i].numbers && l[i].above && l[i].kinds > 3;
    }
    return binary && ((texts && numbers) || (zero_one && above));
}

static bool lie_on_side(const line *l, size_t n)
{
    if (n < FEW_LINES || n > LINES || l->fields <= FEW_CASES || l->fields <= n)
        return false;
    for (size_t i = 0; i < n; i++) {
        bool corner = i == 0 && !l[i].name.n;
        if (l[i].fields != l->fields || !(corner || is_name(&l[i].name)) ||
            4 * (l[i].numbers + l[i].texts) < l->fields)
            return false;
        for (size_t k = 0; k < i; k++)
            if (same(&l[i].name, &l[k].name))
                return false;
    }
    return differ(l, n);
}

static logreg_status fail(const line *l, size_t n, const logreg__csv *csv)
{
    char command[LOGREG__COMMAND], names[LOGREG__SHOWN * NAMED + 60] = "", shown[LOGREG__SHOWN], d[8];
    size_t first = names_cases(l) ? 1 : 0, told = 0;
    for (size_t i = first, used = 0; i < n && told < NAMED; i++, told++)
        used += (size_t)snprintf(names + used, sizeof names - used, "%s'%s'", told ? ", " : "",
                                 logreg__show(shown, l[i].name.text, l[i].name.n));
    if (n - first > told)
        snprintf(names + strlen(names), sizeof names - strlen(names), " and %zu more", n - first - told);
    logreg__delimiter_perl(d, csv->options.delimiter);
    return logreg__fail(
        csv->err, LOGREG_EDATA,
        "%.200s: the table lies on its side: each line is a variable (%s), and each column a case. Turn it: "
        "%s; if it "
        "does not, use --delimiter '%s'",
        csv->file, names,
        logreg__command(
            command, csv,
            "perl -lne 's/\\r//; @F = /(?:^|%s)((?:\"[^\"]*\"|[^%s])*)/g; push @{$c[$_]}, $F[$_] for "
            "0..$#F; END { $c[0][0] ||= \"case\"; print join \"%s\", @$_ for @c }'",
            d, d, d),
        csv->options.delimiter == '\t' ? "\\t" : (char[]){csv->options.delimiter, '\0'});
}

logreg_status logreg__sideways_check(const char *head, size_t n, bool cut, const logreg__csv *csv)
{
    line l[LINES + 1];
    size_t lines = 0;
    for (const char *p = head, *end = head + n; p < end && lines <= LINES;) {
        const char *from = p;
        read_line(&l[lines], &p, end, csv);
        bool whole = p < end || !cut, blank = p == from;
        if (!blank && ((lines && !is_name(&l[lines].name)) || l[lines].fields != l->fields))
            return LOGREG_OK;
        lines += whole && !blank;
        while (p < end && (*p == '\n' || *p == '\r'))
            p++;
    }
    return lie_on_side(l, lines) ? fail(l, lines, csv) : LOGREG_OK;
}
