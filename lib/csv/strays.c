#include "csv/strays.h"
#include "csv/command.h"
#include "csv/header.h"
#include "csv/numbers.h"

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"

enum { FEW_KINDS = LOGREG__STRAY_KINDS, FEW_SHARE = 10 };

struct logreg__strays {
    size_t count, marked, dressed, numeric;
    size_t above; /* how many stand above the first number */
    size_t last;  /* line of the last one */
    size_t kinds;
    char text[FEW_KINDS][LOGREG__SHOWN]; /* the different ones, as messages show them */
    size_t line[FEW_KINDS];              /* of the first of each */
};

/* The mark that is not the decimal one. */
static char other_mark(char decimal)
{
    return decimal == '.' ? ',' : '.';
}

logreg__verdict logreg__tally_verdict(const logreg__tally *tally)
{
    if (!tally->strays)
        return LOGREG__NUMBERS;
    size_t odd = tally->strays - tally->numeric, tenth = (tally->numbers + tally->strays) / FEW_SHARE;
    bool slips = tally->numbers > tally->strays && (tally->kinds <= FEW_KINDS || tally->strays <= tenth);
    return slips || odd == 0 || (tally->numeric && odd <= tenth) ? LOGREG__FAULT : LOGREG__TEXT;
}

bool logreg__strays_note(logreg__strays **strays, const logreg__cell *cell, bool first, char decimal)
{
    logreg__strays *s = *strays ? *strays : logreg__new(1, sizeof *s);
    if (!s)
        return false;
    *strays = s;
    s->count++;
    s->above += first;
    s->last = cell->line;
    double x;
    bool marked = logreg__number_parse(&x, cell->text, cell->n, other_mark(decimal));
    bool dressed = logreg__cell_dressed(cell, decimal);
    s->marked += marked;
    s->dressed += dressed;
    s->numeric += marked || dressed;
    if (s->kinds > FEW_KINDS)
        return true;
    char shown[LOGREG__SHOWN];
    logreg__show(shown, cell->text, cell->n);
    for (size_t k = 0; k < s->kinds && k < FEW_KINDS; k++)
        if (strcmp(shown, s->text[k]) == 0)
            return true;
    if (s->kinds < FEW_KINDS) {
        strcpy(s->text[s->kinds], shown);
        s->line[s->kinds] = cell->line;
    }
    s->kinds++;
    return true;
}

logreg__tally logreg__strays_tally(const logreg__strays *strays, size_t numbers)
{
    logreg__tally none = {.numbers = numbers};
    return strays ? (logreg__tally){numbers,        strays->count,   strays->kinds,
                                    strays->marked, strays->dressed, strays->numeric}
                  : none;
}

size_t logreg__strays_texts(const char **text, const logreg__strays *strays)
{
    size_t n = strays->kinds < FEW_KINDS ? strays->kinds : FEW_KINDS;
    for (size_t k = 0; k < n; k++)
        text[k] = strays->text[k];
    return n;
}

size_t logreg__strays_line(const logreg__strays *strays)
{
    return strays->line[0];
}

bool logreg__levels_tally(logreg__tally *tally, const logreg__column *c, size_t rows, char decimal)
{
    size_t *count = logreg__new(c->n_levels + 1, sizeof *count);
    if (!count)
        return false;
    for (size_t first = 0; first < rows; first += LOGREG__SEGMENT_ROWS) {
        const uint32_t *code = c->codes[first / LOGREG__SEGMENT_ROWS];
        size_t n = rows - first < LOGREG__SEGMENT_ROWS ? rows - first : LOGREG__SEGMENT_ROWS;
        for (size_t r = 0; r < n; r++)
            count[code[r] == LOGREG__MISSING ? c->n_levels : code[r]]++;
    }
    *tally = (logreg__tally){0};
    for (size_t k = 0; k < c->n_levels; k++) {
        double x;
        size_t length = strlen(c->levels[k]);
        if (logreg__number_parse(&x, c->levels[k], length, decimal)) {
            tally->numbers += count[k];
            continue;
        }
        tally->kinds++;
        tally->strays += count[k];
        logreg__cell label = {c->levels[k], length, 0};
        bool marked = logreg__number_parse(&x, c->levels[k], length, other_mark(decimal));
        bool dressed = logreg__cell_dressed(&label, decimal);
        tally->marked += marked ? count[k] : 0;
        tally->dressed += dressed ? count[k] : 0;
        tally->numeric += marked || dressed ? count[k] : 0;
    }
    free(count);
    return true;
}

/* What the sentences on a column at fault tell of. */
typedef struct {
    const logreg__strays *strays;
    const logreg__csv *csv;
    size_t column, values, count;
    const char *token[FEW_KINDS];
    size_t kinds; /* that are known */
    size_t shown; /* the one to show */
    char name[LOGREG__SHOWN], word[LOGREG__SHOWN + 2];
} fault;

static logreg_status fault_dressed(const fault *f, bool all_marked)
{
    const logreg__strays *s = f->strays;
    char command[LOGREG__COMMAND], mark = f->csv->options.decimal;
    const char closing[] = {other_mark(mark), '\'', '\0'};
    bool decimal;
    logreg__undressing(command, f->token, f->kinds, &decimal, f->csv);
    const char *needs = decimal      ? "; then use --decimal '"
                        : all_marked ? "; a decimal mark needs --decimal '"
                                     : "";
    return logreg__fail(
        f->csv->err, LOGREG_EDATA,
        "%s:%zu:%zu '%s': '%s' is a number with signs (%zu of %zu values). Take out what is no "
        "digit and no decimal mark, %s, or use --categorical %s%s%s",
        f->csv->file, s->line[f->shown], f->column + 1, f->name, s->text[f->shown], f->count, f->values,
        command, f->word, needs, *needs ? closing : "");
}

/* "<0.5": below what could be measured. */
static bool is_bound(const char *text, char decimal)
{
    double x;
    return (*text == '<' || *text == '>') && logreg__number_parse(&x, text + 1, strlen(text + 1), decimal);
}

static logreg_status fault_bound(const fault *f)
{
    const char *text = f->token[0];
    char command[LOGREG__COMMAND];
    return logreg__fail(
        f->csv->err, LOGREG_EDATA,
        "%s:%zu:%zu '%s': '%s' is a bound, not a number (%zu of %zu values). Put a number in its "
        "place, %s, or use --categorical %s",
        f->csv->file, f->strays->line[0], f->column + 1, f->name, text, f->count, f->values,
        logreg__command(command, f->csv, "sed 's/%c//'", *text), f->word);
}

static logreg_status fault_marked(const fault *f, logreg__table_facts table)
{
    char mark = f->csv->options.decimal, room[LOGREG__COMMAND];
    const char *command = logreg__thousands_command(room, table.written, f->csv), *exclude = "";
    const char *first = command ? "Take out the dots between thousands that other columns have: " : "";
    if (!command && table.nameless) {
        command = logreg__name_rows(room, f->csv);
        first = "The first column has no name; if it numbers the rows, give it one: ";
        exclude = " --exclude row";
    }
    return logreg__fail(
        f->csv->err, LOGREG_EDATA,
        "%s:%zu:%zu '%s': '%s' is not a number with the decimal mark '%c' (%zu of %zu values). %s%s%s "
        "--decimal '%c'%s, or --categorical %s%s",
        f->csv->file, f->strays->line[f->shown], f->column + 1, f->name, f->token[f->shown], mark, f->count,
        f->values, first, command ? command : "", command ? "; then use" : "Use", other_mark(mark), exclude,
        f->word, command ? "" : "; marks between thousands cannot be read");
}

/* Decimals of either mark in one column: those of the other one are to be rewritten. */
static logreg_status fault_mixed(const fault *f)
{
    char mark = f->csv->options.decimal, other = other_mark(mark), command[LOGREG__COMMAND];
    const char *pattern = other == '.' ? "[.]" : ",";
    if (f->csv->options.delimiter == other)
        logreg__command(command, f->csv, "sed -E 's/\"([-+]?[0-9]+)%s([0-9]+)\"/\\1%c\\2/g'", pattern, mark);
    else
        logreg__command(command, f->csv, "sed -E 's/([0-9])%s([0-9])/\\1%c\\2/g'", pattern, mark);
    return logreg__fail(
        f->csv->err, LOGREG_EDATA,
        "%s:%zu:%zu '%s': '%s' has the decimal mark '%c', other numbers of the column have '%c' (%zu of %zu "
        "values). Make them alike, %s, or use --categorical %s",
        f->csv->file, f->strays->line[f->shown], f->column + 1, f->name, f->token[f->shown], other, mark,
        f->count, f->values, command, f->word);
}

static logreg_status fault_form(const fault *f, const char *what, const char *remedy)
{
    return logreg__fail(f->csv->err, LOGREG_EDATA,
                        "%s:%zu:%zu '%s': '%s' is %s (%zu of %zu values). %s, or use --categorical %s",
                        f->csv->file, f->strays->line[0], f->column + 1, f->name, f->token[0], what, f->count,
                        f->values, remedy, f->word);
}

/* Files that were joined end to end. */
static logreg_status fault_header(const fault *f)
{
    char command[LOGREG__COMMAND], more[48] = "";
    if (f->count > 1)
        snprintf(more, sizeof more, ", and so in %zu more", f->count - 1);
    return logreg__fail(
        f->csv->err, LOGREG_EDATA,
        "%s:%zu:%zu '%s': the header stands in this line again%s; take out what repeats it: %s", f->csv->file,
        f->strays->line[0], f->column + 1, f->name, more, logreg__headers_command(command, f->csv));
}

static logreg_status fault_text(const fault *f, const logreg__table_facts *table)
{
    const logreg__strays *s = f->strays;
    const char *token[FEW_KINDS + LOGREG__ALSO];
    size_t n = logreg__strays_texts(token, s), own = n;
    for (size_t i = 0; i < table->n_also; i++) {
        size_t k = 0;
        while (k < own && strcmp(token[k], table->also[i]) != 0)
            k++;
        if (k == own)
            token[n++] = table->also[i];
    }
    char advice[LOGREG__COMMAND + 100], list[LOGREG__COMMAND];
    logreg__advice_stray(advice, sizeof advice, s->line[0], s->last,
                         f->values > f->count && s->above == s->count, s->count == 1, f->csv);
    return logreg__fail(f->csv->err, LOGREG_EDATA,
                        "%s:%zu:%zu '%s': '%s' is not a number (%zu of %zu values). %s%s --na-values %s, or "
                        "--categorical %s",
                        f->csv->file, s->line[0], f->column + 1, f->name, f->token[0], f->count, f->values,
                        advice, *advice ? "; else use" : "Use",
                        logreg__na_values(list, f->csv, f->csv->na_given || table->some_na, token, n),
                        f->word);
}

logreg_status logreg__strays_fault(const logreg__strays *strays, const logreg__tally *tally, size_t column,
                                   const char *name, logreg__table_facts table, const logreg__csv *csv)
{
    fault f = {.strays = strays,
               .csv = csv,
               .column = column,
               .values = tally->numbers + tally->strays,
               .count = tally->strays,
               .kinds = strays->kinds < FEW_KINDS ? strays->kinds : FEW_KINDS};
    for (size_t k = 0; k < f.kinds; k++)
        f.token[k] = strays->text[k];
    logreg__show(f.name, name, strlen(name));
    logreg__show_word(f.word, name, strlen(name));
    size_t dressed = f.kinds, marked = f.kinds;
    for (size_t k = f.kinds; k-- > 0;) {
        logreg__cell cell = {f.token[k], strlen(f.token[k]), 0};
        double x;
        if (logreg__cell_dressed(&cell, csv->options.decimal))
            dressed = k;
        if (logreg__number_parse(&x, cell.text, cell.n, other_mark(csv->options.decimal)))
            marked = k;
    }
    bool numeric = 2 * tally->numeric > tally->strays;
    f.shown = !numeric ? 0 : dressed < f.kinds ? dressed : marked < f.kinds ? marked : 0;
    if (numeric && dressed < f.kinds)
        return fault_dressed(&f, strays->marked == tally->strays);
    if (numeric && marked < f.kinds && table.fractions)
        return fault_mixed(&f);
    if (numeric && marked < f.kinds)
        return fault_marked(&f, table);
    const char *first = f.token[0]; /* each of several files may have brought its byte order mark */
    first += strncmp(first, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    if (csv->options.header && strcmp(first, f.name) == 0)
        return fault_header(&f);
    char room[LOGREG__COMMAND + 80];
    const char *what, *remedy = logreg__form_remedy(room, &what, f.token[0], strays->count == 1, csv);
    if (remedy)
        return fault_form(&f, what, remedy);
    return is_bound(f.token[0], csv->options.decimal) ? fault_bound(&f) : fault_text(&f, &table);
}

logreg_status logreg__strays_late(const logreg__strays *strays, size_t column, const char *name,
                                  const logreg__csv *csv)
{
    char shown[LOGREG__SHOWN], word[LOGREG__SHOWN + 2];
    return logreg__fail(
        csv->err, LOGREG_EDATA,
        "%s:%zu:%zu '%s': '%s' is text in a column that began with numbers, and a stream cannot be "
        "read twice. Use --categorical %s, or read a file",
        csv->file, strays->line[0], column + 1, logreg__show(shown, name, strlen(name)), strays->text[0],
        logreg__show_word(word, name, strlen(name)));
}
