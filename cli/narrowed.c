#include "narrowed.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg/sparse.h>

#include "message.h"

enum { LISTED = 6 };

/* ---- The target ---- */

static bool among(const cli_list *list, const char *name)
{
    bool is = false;
    for (size_t i = 0; i < list->n && !is; i++)
        is = strcmp(list->item[i], name) == 0;
    return is;
}

/* The last column, which no option names. */
static size_t last(const cli_variables *v, const logreg_frame *frame)
{
    const char *const used[] = {v->weights, v->offset, v->strata};
    size_t n = logreg_frame_columns(frame);
    bool is_free = n && !v->trials && !logreg_frame_sparse(frame);
    const char *name = is_free ? logreg_frame_name(frame, n - 1) : NULL;
    for (size_t i = 0; i < 3 && is_free; i++)
        is_free = !(used[i] && strcmp(used[i], name) == 0);
    return is_free && !among(&v->exclude, name) && !among(&v->features, name) ? n - 1 : SIZE_MAX;
}

/* What it has to be said of is found where the target is made. */
static size_t target(const cli_variables *v, logreg_frame *frame)
{
    logreg_error err;
    size_t j = SIZE_MAX;
    const char *text = v->target ? v->target : v->formula;
    if (!text)
        return last(v, frame);
    return !v->trials && logreg_frame_add_condition(frame, &j, text, &err) == LOGREG_OK ? j : SIZE_MAX;
}

/* ---- Its classes ---- */

static bool same(const cli_class *a, const cli_class *b)
{
    return a->label ? a->label == b->label : a->number == b->number;
}

static size_t find(const cli_classes *c, const cli_class *of)
{
    size_t k = 0;
    while (k < c->n && !same(&c->class[k], of))
        k++;
    return k;
}

/* False: they are too many to be counted. */
static bool count(cli_classes *c, const logreg_frame *frame, size_t j)
{
    bool category = logreg_frame_kind(frame, j) == LOGREG_CATEGORY;
    c->n = 0;
    for (size_t r = 0; r < logreg_frame_rows(frame); r++) {
        cli_class of = {.number = NAN};
        if (category)
            of.label = logreg_frame_label(frame, r, j);
        else
            of.number = logreg_frame_number(frame, r, j);
        if (!of.label && isnan(of.number))
            continue;
        size_t k = find(c, &of);
        if (k == CLI_CLASSES)
            return false;
        if (k == c->n)
            c->class[c->n++] = of;
        c->class[k].rows++;
    }
    return true;
}

void cli_narrowed_before(cli_narrowed *n, const cli_variables *v, logreg_frame *frame)
{
    n->column = target(v, frame);
    n->rows = logreg_frame_rows(frame);
    if (n->column != SIZE_MAX && !count(&n->before, frame, n->column))
        n->column = SIZE_MAX;
}

/* ---- What is told ---- */

static void write(FILE *out, const cli_class *of)
{
    if (of->label)
        fprintf(out, "'%s'", of->label);
    else
        fprintf(out, "%.15g", of->number);
}

/* "'no' in 82, 'yes' in 38" */
static void list(FILE *out, const cli_classes *c)
{
    for (size_t k = 0; k < c->n && k < LISTED; k++) {
        fputs(k ? ", " : "", out);
        write(out, &c->class[k]);
        fprintf(out, " in %zu", c->class[k].rows);
    }
    fputs(c->n > LISTED ? ", .." : "", out);
}

/* "'maybe' (6 rows)" of the classes that are gone. */
static void list_lost(FILE *out, const cli_classes *before, const cli_classes *after)
{
    size_t told = 0;
    for (size_t k = 0; k < before->n; k++) {
        const cli_class *of = &before->class[k];
        if (find(after, of) < after->n)
            continue;
        fputs(told++ ? ", " : "", out);
        write(out, of);
        fprintf(out, " (%zu row%s)", of->rows, of->rows == 1 ? "" : "s");
    }
}

int cli_narrowed_after(const cli_narrowed *n, const cli_call *call, const cli_variables *v,
                       const logreg_frame *frame, cli_notes notes)
{
    cli_classes after;
    if (n->column == SIZE_MAX || n->before.n < 2 || !count(&after, frame, n->column) || !after.n ||
        after.n == n->before.n)
        return CLI_GO_ON;
    const char *name = logreg_frame_name(frame, n->column);
    bool named = strstr(v->where, name), one = after.n == 1;
    if (!one && (named || notes == CLI_NOTE_NOTHING))
        return CLI_GO_ON;
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    if (!out)
        return cli_fail_memory(call);
    if (one) {
        size_t rows = after.class->rows;
        fprintf(out, "--where: the target '%s' is ", name);
        write(out, after.class);
        fprintf(out, " in %s%zu row%s that meet%s %s; of all %zu rows it is ", rows == 1 ? "the " : "all ",
                rows, rows == 1 ? "" : "s", rows == 1 ? "s" : "", v->where, n->rows);
        list(out, &n->before);
        fputs(", and a fit needs rows of at least two classes", out);
    } else {
        fprintf(out, "--where leaves no row of these classes of '%s': ", name);
        list_lost(out, &n->before, &after);
    }
    bool ok = fclose(out) == 0;
    int code = !ok                               ? cli_fail_memory(call)
               : one && notes != CLI_NOTE_DOUBTS ? cli_fail(call, CLI_DATA, "%s", text)
                                                 : (cli_note(call, "%s", text), CLI_GO_ON);
    free(text);
    return code;
}
