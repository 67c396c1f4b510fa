/* Statements of perl that write something else in cells: one text for others, a number of another unit. */
#include "csv/mending/command.h"
#include "csv/mending/rewrite.h"

#include <ctype.h>
#include <string.h>

#include "base/number.h"
#include "data/years.h"

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

/* Adds s/^["\s]*(?:n|NO)END(?=\r?$)/TO/. */
static bool add_rewrite(logreg__text *program, const char *const *text, const bool *mark, size_t n,
                        const char *end, const char *to, char delimiter)
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
    logreg__text_add(program, of > 1 ? ")" : "");
    logreg__text_add(program, end);
    logreg__text_add(program, "(?=\\r?$)/");
    add_replacement(program, to, delimiter);
    logreg__text_add(program, "/");
    return true;
}

bool logreg__cell_rewrite(logreg__text *program, char *const *text, const bool *mark, size_t n,
                          const char *to, char delimiter)
{
    return add_rewrite(program, (const char *const *)text, mark, n, "[\"\\s]*?", to, delimiter);
}

bool logreg__cell_cut(logreg__text *program, const char *const *text, const bool *mark, size_t n,
                      const char *to, char delimiter)
{
    return add_rewrite(program, text, mark, n, "\\W.*?", to, delimiter);
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

/* "$& < 100 ? $& + ($& < 5 ? 2000 : 1900) : $&" */
static void add_century(logreg__text *program, const logreg__twofold *t, const char *x)
{
    int turn = logreg__years_turn(t);
    char choice[80];
    if (t->from < turn && t->to >= turn)
        snprintf(choice, sizeof choice, "(%s < %d ? 2000 : 1900)", x, turn);
    else
        snprintf(choice, sizeof choice, "%d", t->to < turn ? 2000 : 1900);
    const char *piece[] = {x, " < 100 ? ", x, " + ", choice, " : ", x};
    for (size_t k = 0; k < sizeof piece / sizeof *piece; k++)
        logreg__text_add(program, piece[k]);
}

/* "$& < 17 ? $& * 100 : $&", for the number in variable x; of degrees "$& > 62 ? ($& - 32) / 1.8 : $&" */
static void add_choice(logreg__text *program, const logreg__twofold *t, const char *x)
{
    if (logreg__twofold_years(t)) {
        add_century(program, t, x);
        return;
    }
    char bound[LOGREG__NUMBER_SIZE], far[LOGREG__NUMBER_SIZE], times[LOGREG__NUMBER_SIZE];
    bool upper = t->from > t->high, divides = t->factor < 1, degrees = logreg__twofold_degrees(t);
    logreg__number_shortest(times, divides ? nearbyint(1e6 / t->factor) / 1e6 : t->factor);
    bool touch = !upper && t->to < 1 && t->low >= 1 && t->low < 10 * t->to; /* shares beside percents */
    if (touch)
        strcpy(bound, "1");
    else
        middle(bound, upper ? t->high : t->to, upper ? t->from : t->low);
    const char *piece[] = {x,
                           upper ? " > " : " < ",
                           bound,
                           upper ? " && " : "",
                           upper ? x : "",
                           upper ? " <= " : "",
                           upper ? logreg__number_shortest(far, t->to) : "",
                           " ? ",
                           degrees && divides ? "(" : "",
                           x,
                           degrees && divides ? " - 32)" : "",
                           divides ? " / " : " * ",
                           times,
                           degrees && !divides ? " + 32" : "",
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

/* ---- Several answers ---- */

/* As part of a name: other characters than letters, digits and those beyond ASCII become a line below, never two in a row. */
static void add_name(logreg__text *text, const char *from, size_t n)
{
    bool after = true;
    for (size_t i = 0; i < n; i++) {
        bool plain = isalnum((unsigned char)from[i]) || from[i] & 0x80;
        bool rest = false;
        for (size_t k = i; k < n && !plain; k++)
            rest = rest || isalnum((unsigned char)from[k]) || from[k] & 0x80;
        if (plain || (!after && rest))
            logreg__text_add_bytes(text, plain ? from + i : "_", 1);
        after = !plain;
    }
}

/* "Don\x27t know", for perl within quotes of the shell. False: it holds quotes or control characters. */
static bool add_string(logreg__text *text, const char *from, size_t n)
{
    bool ok = true;
    logreg__text_add(text, ", \"");
    for (size_t i = 0; i < n; i++) {
        char code[8];
        bool plain = isalnum((unsigned char)from[i]) || from[i] & 0x80 || strchr(" -_.()/:;,+&=", from[i]);
        snprintf(code, sizeof code, "\\x%02x", (unsigned char)from[i]);
        logreg__text_add_bytes(text, plain ? from + i : code, plain ? 1 : strlen(code));
        ok = ok && from[i] != '"' && ((unsigned char)from[i] >= ' ' && from[i] != 0x7f);
    }
    logreg__text_add(text, "\"");
    return ok;
}

/* "column_first,column_second". False: two are the same. */
static bool add_names(logreg__text *header, const logreg__several *several, const char *column, const char *d)
{
    logreg__text name[LOGREG__ANSWERS] = {{0}};
    bool differ = true;
    for (size_t k = 0; k < several->n; k++) {
        add_name(&name[k], column, strlen(column));
        logreg__text_add(&name[k], "_");
        add_name(&name[k], several->answer[k].text, several->answer[k].n);
        logreg__text_add(header, k ? d : "\"");
        logreg__text_add(header, name[k].failed ? "" : name[k].start);
        header->failed = header->failed || name[k].failed;
        for (size_t i = 0; i < k && !header->failed; i++)
            differ = differ && strcmp(name[i].start, name[k].start) != 0;
    }
    logreg__text_add(header, "\"");
    for (size_t k = 0; k < several->n; k++)
        free(name[k].start);
    return differ;
}

/* What perl skips where it looks for marks: brackets that close, of two levels at most, as logreg__several_mark does. */
static const char brackets[] = "\\((?:[^()]|\\([^()]*\\))*\\)(*SKIP)(*F)|";

/* Answers that may hold the mark, each between two marks or at an end of the cell. */
static void add_whole(logreg__text *rows, const char *mark)
{
    char line[240];
    snprintf(line, sizeof line,
             "do { my $w = join \"|\", map { quotemeta } sort { length $b <=> length $a } @a; "
             "$F[$j] =~ /(?:^[\"\\s]*|%.8s)($w)(?=%.8s|[\"\\s]*$)/g }",
             mark, mark);
    logreg__text_add(rows, line);
}

/* The items of a cell: "split /;/, $F[$j]", of a list without what stands around it. */
static void add_items(logreg__text *rows, const logreg__several *several)
{
    const logreg__several_form *form = several->form;
    char mark[LOGREG__PATTERN], open[LOGREG__PATTERN], close[LOGREG__PATTERN], cell[80] = "$F[$j]", line[240];
    logreg__cell_pattern(mark, form->mark);
    if (several->whole) {
        add_whole(rows, mark);
        return;
    }
    if (*form->close)
        snprintf(cell, sizeof cell, "$F[$j] =~ s/^[\"\\s]*%.4s|%.4s[\"\\s]*$//gr",
                 logreg__cell_pattern(open, form->open), logreg__cell_pattern(close, form->close));
    if (several->quoted && several->bare)
        snprintf(line, sizeof line, "(%s) =~ /\"\"?[^\"]*\"\"?|[^%.4s]+/g", cell, mark);
    else
        snprintf(line, sizeof line, "split /%s%.8s%s/, %s", several->brackets ? brackets : "",
                 several->quoted ? "" : mark, several->quoted ? "[\"\\x27]\\s*,\\s*[\"\\x27]" : "", cell);
    logreg__text_add(rows, line);
}

bool logreg__several_statements(logreg__text *rows, logreg__text *header, const logreg__several *several,
                                const logreg_frame *frame, size_t j)
{
    const logreg__column *column = &frame->column[j];
    const char *open = several->form->open;
    char line[160], d[8], pattern[LOGREG__PATTERN];
    size_t field = j + column->n_left_out;
    bool ok = true, bracket = several->form->bracket, none = column->n_missing && !several->none;
    logreg__delimiter_perl(d, frame->dialect.delimiter);
    snprintf(line, sizeof line, "%sfor ([%zu", rows->length ? "; " : "", field);
    logreg__text_add(rows, line);
    for (size_t k = 0; k < several->n; k++)
        ok = add_string(rows, several->answer[k].text, several->answer[k].n) && ok;
    logreg__text_add(
        rows, bracket ? "]) { my ($j, @a) = @$_; my %h = map { (s/^[\"\\s\\x27]+|[\"\\s\\x27,]+$//gr => 1) } "
                      : "]) { my ($j, @a) = @$_; my %h = map { (s/^[\"\\s]+|[\"\\s]+$//gr => 1) } ");
    add_items(rows, several);
    snprintf(line, sizeof line, "; $F[$j] = join \"%s\", ", d);
    logreg__text_add(rows, line);
    if (bracket) { /* which may hold none */
        snprintf(line, sizeof line, "$F[$j] =~ /^[\"\\s]*%.4s/ || ", logreg__cell_pattern(pattern, open));
        logreg__text_add(rows, line);
    }
    logreg__text_add(rows, "grep({ $h{$_} } @a) ? (map { $h{$_} || 0 } @a) : (");
    logreg__text_add(rows, none ? "$F[$j] =~ /[^\"\\s]/ ? \"\" : 0" : "\"\"");
    logreg__text_add(rows, ") x @a }");
    snprintf(line, sizeof line, "%s$F[%zu] = ", header->length ? "; " : "", field);
    logreg__text_add(header, line);
    return add_names(header, several, column->name, d) && ok;
}

bool logreg__several_command(char **command, const logreg__several *several, const logreg_frame *frame,
                             size_t j)
{
    logreg__text rows = {0}, header = {0};
    bool whole = logreg__several_statements(&rows, &header, several, frame, j);
    bool ok = !rows.failed && !header.failed;
    *command = NULL;
    ok = ok && (!whole || logreg__frame_mend(command, frame, rows.start, header.start));
    free(rows.start);
    free(header.start);
    return ok;
}
