/* Statements of perl that write something else in cells: one text for others, a number of another unit. */
#include "csv/command.h"
#include "csv/rewrite.h"

#include <string.h>

#include "base/number.h"

/* Adds what perl puts into a cell for s/../TEXT/, in quotes of the shell. */
static void add_replacement(logreg__text *program, const char *text, char delimiter)
{
    bool quoted = strchr(text, delimiter) || strchr(text, '"');
    logreg__text_add(program, quoted ? "\"" : "");
    for (; *text; text++) {
        logreg__text_add(program, strchr("\\/$@", *text) ? "\\" : *text == '"' ? "\"" : "");
        logreg__text_add_bytes(program, *text == '\'' ? "\\x27" : text, *text == '\'' ? 4 : 1);
    }
    logreg__text_add(program, quoted ? "\"" : "");
}

/* Characters that neither a terminal nor a shell shows as they are. */
static bool has_control(const char *text)
{
    while (*text && (unsigned char)*text >= ' ' && *text != 0x7f)
        text++;
    return *text;
}

bool logreg__cell_rewrite(logreg__text *program, char *const *text, const bool *mark, size_t n,
                          const char *to, char delimiter)
{
    char pattern[LOGREG__PATTERN];
    size_t of = 0, told = 0;
    for (size_t l = 0; l < n; l++) {
        of += mark[l];
        if (mark[l] && (strlen(text[l]) >= LOGREG__SHOWN || has_control(text[l])))
            return false;
    }
    if (!of || has_control(to))
        return !of;
    logreg__text_add(program, program->length ? "; s/^[\"\\s]*" : "s/^[\"\\s]*");
    logreg__text_add(program, of > 1 ? "(?:" : "");
    for (size_t l = 0; l < n; l++)
        if (mark[l]) {
            logreg__text_add(program, told++ ? "|" : "");
            logreg__text_add(program, logreg__cell_pattern(pattern, text[l]));
        }
    logreg__text_add(program, of > 1 ? ")[\"\\s]*?(?=\\r?$)/" : "[\"\\s]*?(?=\\r?$)/");
    add_replacement(program, to, delimiter);
    logreg__text_add(program, "/");
    return true;
}

void logreg__cell_statements(logreg__text *statements, const char *program, size_t field)
{
    bool several = strstr(program, "; ");
    char cell[40];
    snprintf(cell, sizeof cell, several ? "for ($F[%zu]) { " : " for $F[%zu]", field);
    logreg__text_add(statements, statements->length ? "; " : "");
    logreg__text_add(statements, several ? cell : program);
    logreg__text_add(statements, several ? program : cell);
    logreg__text_add(statements, several ? " }" : "");
}

/* Half way between the heaps, in two digits, since rows that a fit leaves out may lie beyond them. */
static const char *middle(char text[LOGREG__NUMBER_SIZE], double below, double above)
{
    double x = sqrt(below) * sqrt(above);
    logreg__number_format(text, x, 2);
    logreg__number_parse(&x, text, strlen(text), '.');
    return logreg__number_shortest(text, x);
}

/* "$& < 17 ? $& * 100 : $&", for the number in variable x */
static void add_choice(logreg__text *program, const logreg__twofold *t, const char *x)
{
    char bound[LOGREG__NUMBER_SIZE], far[LOGREG__NUMBER_SIZE], times[LOGREG__NUMBER_SIZE];
    bool upper = t->from > t->high, divides = t->factor < 1;
    logreg__number_shortest(times, divides ? nearbyint(1e6 / t->factor) / 1e6 : t->factor);
    middle(bound, upper ? t->high : t->to, upper ? t->from : t->low);
    const char *piece[] = {x,
                           upper ? " > " : " < ",
                           bound,
                           upper ? " && " : "",
                           upper ? x : "",
                           upper ? " <= " : "",
                           upper ? logreg__number_shortest(far, t->to) : "",
                           " ? ",
                           x,
                           divides ? " / " : " * ",
                           times,
                           " : ",
                           x};
    for (size_t k = 0; k < sizeof piece / sizeof *piece; k++)
        logreg__text_add(program, piece[k]);
}

void logreg__twofold_statements(logreg__text *statements, const logreg__twofold *t, size_t field,
                                char decimal)
{
    logreg__text program = {0};
    if (decimal == ',') {
        logreg__text_add(&program, "s{^[\"\\s]*\\K[\\d,]+(?=[\"\\s]*$)}{(my $x = $&) =~ tr/,/./; ($x = ");
        add_choice(&program, t, "$x");
        logreg__text_add(&program, ") =~ tr/./,/; $x}e");
    } else {
        logreg__text_add(&program, "s{^[\"\\s]*\\K[\\d.]+(?=[\"\\s]*$)}{");
        add_choice(&program, t, "$&");
        logreg__text_add(&program, "}e");
    }
    char cell[40];
    snprintf(cell, sizeof cell, " for $F[%zu]", field);
    logreg__text_add(statements, statements->length ? "; " : "");
    logreg__text_add(statements, program.start ? program.start : "");
    logreg__text_add(statements, cell);
    statements->failed = statements->failed || program.failed;
    free(program.start);
}
