/* What findings say alike, text says once: one finding of all columns with the same numbers or texts, and a command or a long option once. */
#include "doctor/checkup.h"

#include <limits.h>
#include <math.h>
#include <strings.h>

#include "base/word.h"
#include "report/page/figure.h"
#include "report/page/pasted.h"
#include "report/summary/summary.h"

/* Options of fewer bytes are sooner read than looked up. */
enum { LONG = 40 };

/* ---- Columns alike ---- */

static bool same_numbers(const logreg_sentinel *a, const logreg_sentinel *b)
{
    bool same = a->n_values == b->n_values;
    for (size_t i = 0; i < a->n_values && same; i++)
        same = a->value[i] == b->value[i];
    return same;
}

static bool same_texts(const logreg_gap *a, const logreg_gap *b)
{
    bool same = a->n_texts == b->n_texts;
    for (size_t i = 0; i < a->n_texts && same; i++)
        same = strcmp(a->text[i], b->text[i]) == 0;
    return same;
}

static bool alike(const logreg_checkup *c, const logreg__finding *a, const logreg__finding *b)
{
    if (a->whether || b->whether)
        return a->whether && b->whether && logreg__miss_alike(c, a->column, b->column);
    if (logreg__shares(a, b))
        return true;
    if (strcmp(a->code, b->code) != 0 || !a->numbers != !b->numbers || !a->gap != !b->gap)
        return false;
    if (a->numbers)
        return same_numbers(a->numbers, b->numbers) &&
               strcmp(logreg__page_string(&a->advice), logreg__page_string(&b->advice)) == 0 &&
               logreg__by_levels(c, a->column) == logreg__by_levels(c, b->column);
    return a->gap && same_texts(a->gap, b->gap);
}

static size_t rows_of(const logreg__finding *f)
{
    return f->numbers ? f->numbers->n_rows : f->gap->n_rows;
}

/* "20 columns: Q2A 1 row, Q2B 1, .." */
static void write_columns(logreg__page *piece, const logreg_checkup *c, size_t i, size_t n)
{
    const logreg__finding *first = &c->finding[i];
    logreg__page_format(piece, " in %zu columns: ", n);
    for (size_t k = i; k < c->n_findings; k++) {
        const logreg__finding *f = &c->finding[k];
        if (k > i && !alike(c, first, f))
            continue;
        logreg__page_add(piece, k > i ? ", " : "");
        logreg__write_column(piece, c, f->column);
        logreg__page_add(piece, " ");
        logreg__write_count(piece, (double)rows_of(f), "row", "rows");
    }
}

static void write_numbers(logreg__page *piece, const logreg_checkup *c, size_t i, size_t n)
{
    const logreg__finding *first = &c->finding[i];
    bool one = first->numbers->n_values == 1, level = logreg__by_levels(c, first->column);
    double least = first->numbers->low, most = first->numbers->high;
    for (size_t k = i; k < c->n_findings; k++)
        if (alike(c, first, &c->finding[k])) {
            least = fmin(least, c->finding[k].numbers->low);
            most = fmax(most, c->finding[k].numbers->high);
        }
    char low[LOGREG__FIGURE_SIZE], high[LOGREG__FIGURE_SIZE];
    logreg__write_numbers(piece, first->numbers);
    write_columns(piece, c, i, n);
    logreg__page_format(piece, "; all their other values lie from %s to %s.",
                        logreg__figure_plain(low, least, 10, piece->sign),
                        logreg__figure_plain(high, most, 10, piece->sign));
    if (strcmp(first->code, "sentinel") == 0)
        logreg__page_format(piece, " A fit takes %s for %s.", one ? "it" : "them",
                            level ? (one ? "a level" : "levels") : (one ? "a measurement" : "measurements"));
    logreg__page_format(piece, " %s", logreg__page_string(&first->advice));
}

/* The advice is that on the first, but for the columns that it names at its end. */
static void write_texts(logreg__page *piece, const logreg_checkup *c, size_t i, size_t n)
{
    static const char option[] = "--categorical ";
    const logreg__finding *first = &c->finding[i];
    const logreg_gap *gap = first->gap;
    const char *advice = logreg__page_string(&first->advice), *end = strstr(advice, option);
    logreg__text list = {0};
    for (size_t k = 0; k < gap->n_texts; k++) {
        logreg__page_add(piece, k == 0 ? "'" : k + 1 == gap->n_texts ? " and '" : ", '");
        logreg__page_name(piece, gap->text[k], LOGREG__NAME_ROOM);
        logreg__page_add(piece, "'");
    }
    write_columns(piece, c, i, n);
    logreg__page_format(piece, ". A fit takes %s. ",
                        gap->n_texts == 1 ? "it for a level" : "them for levels");
    logreg__page_bytes(piece, advice, end ? (size_t)(end - advice) : strlen(advice));
    for (size_t k = i; k < c->n_findings; k++)
        if (alike(c, first, &c->finding[k]))
            logreg__text_add_item(&list, logreg_frame_name(c->frame, c->finding[k].column));
    logreg__page_add(piece, option);
    logreg__write_word(piece, &list);
    logreg__page_add(piece, ".");
}

/* "Whether dens, gene1 and gene2 are missing, all in the same rows, by itself gives ..": what is said of the first, for all. */
static void write_whether(logreg__page *piece, const logreg_checkup *c, size_t i, size_t n)
{
    static const char missing[] = " is missing";
    const logreg__finding *first = &c->finding[i];
    const char *rest = strstr(logreg__page_string(&first->message), missing);
    logreg__text list = {0};
    size_t told = 0;
    for (size_t k = i; k < c->n_findings; k++) {
        const logreg__finding *f = &c->finding[k];
        if (k > i && !alike(c, first, f))
            continue;
        logreg__page_add(piece, !told ? "Whether " : told + 1 == n ? " and " : ", ");
        logreg__write_column(piece, c, f->column);
        logreg__text_add_item(&list, logreg_frame_name(c->frame, f->column));
        told++;
    }
    logreg__page_add(piece, " are missing, all in the same rows,");
    logreg__page_name(piece, rest ? rest + sizeof missing - 1 : "", INT_MAX);
    logreg__page_add(piece,
                     " Ask when the columns were filled in. If after the outcome was known, leave them out");
    if (c->composed) {
        logreg__page_add(piece, " of the formula");
    } else {
        logreg__page_add(piece, ", --exclude ");
        logreg__write_word(piece, &list);
    }
    logreg__page_add(piece, "; if before, keep them, and expect separation.");
    free(list.start);
}

/* ---- What the page has already ---- */

static bool has(const logreg__page *page, const char *text, size_t n)
{
    const char *all = logreg__page_string(page);
    while ((all = memchr(all, *text, strlen(all)))) {
        if (strncmp(all, text, n) == 0)
            return true;
        all++;
    }
    return false;
}

/* Is the option of n bytes there, whose name ends at `name`? A line may end behind that. */
static bool has_option(const logreg__page *page, const char *text, size_t name, size_t n)
{
    const char *start = logreg__page_string(page);
    for (const char *at = start; (at = strstr(at, "--")); at += 2) {
        const char *value = at + name + 1;
        if (strncmp(at, text, name) != 0 || !at[name] || !strchr(" =\n", at[name]))
            continue;
        value += strspn(value, " \n");
        if (strncmp(value, text + name + 1, n - name - 1) == 0)
            return true;
    }
    return false;
}

/* Bytes of a long option that goes on to the end of its value, quoted or not. */
static size_t long_option(const char *text)
{
    size_t n = logreg__pasted_option(text), name = strcspn(text, " =");
    if (strncmp(text, "--", 2) == 0 && !n && text[name])
        n = name + 1 + strcspn(text + name + 1, " ");
    while (n > 1 && strchr(".,;:)", text[n - 1]))
        n--;
    return n >= LONG ? n : 0;
}

/* Writes the text, but in place of what the page has to be pasted that this is the one above; told: so it is with the command of the finding. */
static void write_once(logreg__page *piece, const char *text, const logreg__page *page, bool told)
{
    static const char follows[] = "the command that follows";
    while (*text) {
        size_t command = logreg__pasted_command(text), option = command ? 0 : long_option(text),
               name = strcspn(text, " ="), n = strcspn(text, " ");
        if (told && strncasecmp(text, follows, sizeof follows - 1) == 0) {
            logreg__page_bytes(piece, text, 1);
            logreg__page_add(piece, "he command above");
            n = sizeof follows - 1;
        } else if (command && has(page, text, command)) {
            logreg__page_add(piece, "with the command above");
            n = command;
        } else if (option && has_option(page, text, name, option)) {
            logreg__page_add(piece, "the ");
            logreg__page_bytes(piece, text, name);
            logreg__page_add(piece, " above");
            n = option;
        } else {
            n += strspn(text + n, " ");
            logreg__page_bytes(piece, text, n);
        }
        text += n;
    }
}

bool logreg__gather(logreg__page *piece, const logreg_checkup *c, size_t i, const logreg__page *page)
{
    const logreg__finding *f = &c->finding[i];
    size_t n = 0;
    for (size_t k = 0; k < c->n_findings; k++) {
        bool other = k == i || alike(c, f, &c->finding[k]);
        if (other && k < i)
            return false;
        n += other;
    }
    logreg__page whole;
    logreg__page_start_like(&whole, piece);
    if (n > 1 && f->whether) {
        write_whether(&whole, c, i, n);
    } else if (n > 1 && logreg__shares(f, f)) {
        logreg__write_shared(&whole, c, i, n);
    } else if (n > 1 && f->numbers) {
        write_numbers(&whole, c, i, n);
    } else if (n > 1) {
        write_texts(&whole, c, i, n);
    } else {
        if (f->warning)
            logreg__warn(f->warning, &whole, c->model);
        else
            logreg__page_name(&whole, logreg__page_string(&f->message), INT_MAX);
        logreg__page_add(&whole, " ");
        logreg__page_name(&whole, logreg__page_string(&f->advice), INT_MAX);
    }
    const char *command = f->command ? f->command : whole.command;
    bool told = command && has(page, command, strlen(command));
    write_once(piece, logreg__page_string(&whole), page, told);
    whole.text.failed = whole.text.failed || f->shared.all.text.failed;
    piece->command = told ? NULL : command;
    piece->text.failed = piece->text.failed || whole.text.failed;
    logreg__page_free(&whole);
    return true;
}
