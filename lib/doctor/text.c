/* A checkup for people. */
#include "doctor/checkup.h"

#include <limits.h>

#include "data/sparse.h"
#include "report/page/figure.h"
#include "report/page/labels.h"
#include "report/options.h"
#include "report/summary/summary.h"

/* Columns that the list shows; JSON has them all. */
#define COLUMNS_LISTED 100

/* Levels of a column that its line shows, and the room of each where that does. */
#define LEVELS_LISTED 4
#define LEVEL_ROOM 20

/* Where the text of a paragraph begins, after names that need no more room. */
#define INDENT 24
#define AROUND 4 /* blanks about a name */

/* A line "  label   piece", the piece broken to fit. */
static void line(logreg__page *page, const char *label, int indent, logreg__page *piece)
{
    logreg__page head;
    logreg__page_start_like(&head, page);
    logreg__page_add(&head, "  ");
    logreg__page_name(&head, label, indent - AROUND);
    logreg__page_paragraph(page, LOGREG__PLAIN, logreg__page_string(&head), indent, piece);
    page->text.failed = page->text.failed || head.text.failed;
    logreg__page_free(&head);
}

/* ---- The file ---- */

static void write_delimiter(logreg__page *piece, char c)
{
    static const struct {
        char c;
        const char *name;
    } known[] = {{',', "commas"}, {';', "semicolons"}, {'\t', "tabs"}, {'|', "bars"}};
    const char name[] = {'\'', c, '\'', '\0'};
    logreg__page_add(piece, "cells separated by ");
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (known[i].c == c) {
            logreg__page_add(piece, known[i].name);
            return;
        }
    logreg__page_name(piece, name, LOGREG__NAME_ROOM);
}

static void write_line_ends(logreg__page *piece, const logreg_dialect *d)
{
    const size_t n[] = {d->lf, d->crlf, d->cr};
    static const char *const name[] = {"LF", "CRLF", "CR"};
    int kinds = (n[0] > 0) + (n[1] > 0) + (n[2] > 0), told = 0;
    logreg__page_add(piece, kinds > 1 ? ", mixed line ends (" : kinds ? ", line ends " : "");
    for (int i = 0; i < 3; i++)
        if (n[i])
            logreg__page_format(piece, "%s%s", told++ ? ", " : "", name[i]);
    logreg__page_add(piece, kinds > 1 ? ")" : "");
}

static void write_dialect(logreg__page *page, const logreg_dialect *d)
{
    static const struct {
        const char *encoding, *name;
    } known[] = {{"utf-8", "UTF-8"},
                 {"utf-16", "UTF-16"},
                 {"latin1", "Latin-1"},
                 {"windows-1252", "Windows-1252"},
                 {"windows-1250", "Windows-1250"},
                 {"windows-1251", "Windows-1251"},
                 {"windows-1253", "Windows-1253"},
                 {"windows-1254", "Windows-1254"},
                 {"cp850", "code page 850"},
                 {"macintosh", "Mac OS Roman"}};
    logreg__page piece;
    if (!d->delimiter)
        return;
    logreg__page_start_like(&piece, page);
    write_delimiter(&piece, d->delimiter);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i].encoding, d->encoding) == 0)
            logreg__page_format(&piece, ", %s", known[i].name);
    logreg__page_add(&piece, d->mark ? " with a byte order mark" : "");
    write_line_ends(&piece, d);
    logreg__page_format(&piece, ", decimal %s, %s, %s", d->decimal == ',' ? "comma" : "point",
                        d->header ? "header" : "no header", d->quoted ? "quotes" : "no quotes");
    if (d->packing)
        logreg__page_format(&piece, ", packed by %s", d->packing);
    line(page, "Format", 12, &piece);
}

static void write_target(logreg__page *piece, const logreg_checkup *c)
{
    const logreg__response *r = c->response;
    logreg__write_column(piece, c, c->target);
    if (c->trials != SIZE_MAX) {
        logreg__page_add(piece, ", events out of ");
        logreg__write_column(piece, c, c->trials);
    }
    if (c->n_classes && !r->grouped)
        logreg__page_format(piece, ", %zu classes", c->n_classes);
    for (size_t k = 0; k < c->n_classes && k < LOGREG__LISTED; k++) {
        char text[LOGREG__FIGURE_SIZE];
        logreg__page_add(piece, k ? ", " : ": ");
        logreg__page_name(piece, r->label[k], LOGREG__NAME_ROOM);
        logreg__page_format(piece, " (%s)", logreg__figure_plain(text, r->weight[k], 10, piece->sign));
    }
    logreg__write_more(piece, c->n_classes);
}

static void write_file(logreg__page *page, const logreg_checkup *c)
{
    logreg__page piece;
    logreg__page_start_like(&piece, page);
    if (logreg_frame_source(c->frame)) {
        logreg__page_name(&piece, logreg_frame_source(c->frame), page->width - 14);
        logreg__page_add(&piece, ": ");
    }
    logreg__write_count(&piece, (double)logreg_frame_rows(c->frame), "row", "rows");
    logreg__page_add(&piece, ", ");
    size_t sparse = c->frame->sparse ? c->frame->sparse->p : 0, read = logreg_frame_columns(c->frame);
    while (read && logreg_frame_is_condition(c->frame, read - 1))
        read--;
    logreg__write_count(&piece, (double)(sparse ? sparse : read), sparse ? "sparse column" : "column",
                        sparse ? "sparse columns" : "columns");
    size_t rejected = logreg_frame_rejected(c->frame, NULL), excluded = logreg_frame_excluded(c->frame);
    if (rejected || excluded)
        logreg__page_add(&piece, "; left out: ");
    if (rejected)
        logreg__write_count(&piece, (double)rejected, "broken row", "broken rows");
    logreg__page_add(&piece, rejected && excluded ? ", " : "");
    if (excluded)
        logreg__write_count(&piece, (double)excluded, "row by --where", "rows by --where");
    line(page, "Data", 12, &piece);
    const logreg_dialect dialect = logreg_frame_dialect(c->frame);
    write_dialect(page, &dialect);
    write_target(&piece, c);
    line(page, "Target", 12, &piece);
}

/* ---- Columns ---- */

static void write_levels(logreg__page *piece, const logreg_checkup *c, size_t j)
{
    size_t n = logreg_frame_levels(c->frame, j), listed = 0;
    const logreg__profile *p = &c->profile[j];
    const char *name[LEVELS_LISTED];
    logreg__page_add(piece, "category, ");
    logreg__write_count(piece, (double)p->distinct, "level", "levels");
    for (size_t l = 0; l < n && listed < LEVELS_LISTED; l++)
        if (p->rows_of[l])
            name[listed++] = logreg_frame_level(c->frame, j, l);
    int room = logreg__labels_room(piece, name, listed, LEVEL_ROOM, piece->width / 2);
    char **label = logreg__labels_new(piece, name, listed, room);
    piece->text.failed = piece->text.failed || !label;
    for (size_t i = 0; label && i < listed; i++) {
        bool parts = strchr(name[i], ',');
        logreg__page_add(piece, i ? ", " : ": ");
        logreg__page_add(piece, parts ? "\"" : "");
        logreg__page_add(piece, label[i]);
        logreg__page_add(piece, parts ? "\"" : "");
    }
    logreg__labels_free(label, listed);
    if (p->distinct > LEVELS_LISTED)
        logreg__page_add(piece, ", ..");
}

/* What else than a feature a column is. */
static void write_role(logreg__page *piece, const logreg_checkup *c, size_t j)
{
    static const char *const name[] = {"target", "weights", "offset", "trials"};
    const size_t role[] = {c->target, c->weights, c->offset, c->trials};
    for (int i = 1; i < 4; i++)
        if (role[i] == j)
            logreg__page_format(piece, "; %s", name[i]);
    bool known = logreg_frame_condition_uses(c->frame, c->target, j);
    if (!c->profile[j].needed || c->profile[j].taken)
        logreg__page_add(piece, known ? "; in the target" : "; excluded");
    if (c->profile[j].taken && logreg_frame_missing(c->frame, j))
        logreg__page_add(piece, ", though rows that miss it are left out");
}

/* Texts among numbers are told apart from empty cells. */
static void write_missing(logreg__page *piece, const logreg_checkup *c, size_t j)
{
    size_t missing = logreg_frame_missing(c->frame, j), strays = c->frame->column[j].n_strays;
    if (strays)
        logreg__page_format(piece, "; %zu not %s", strays, strays == 1 ? "a number" : "numbers");
    if (missing > strays)
        logreg__page_format(piece, "; %zu missing%s", missing - strays,
                            c->frame->column[j].faulty && !strays ? " or not numbers" : "");
}

static void write_range(logreg__page *piece, const logreg_checkup *c, size_t j)
{
    const logreg__profile *p = &c->profile[j];
    char low[LOGREG__FIGURE_SIZE], high[LOGREG__FIGURE_SIZE];
    logreg__page_add(piece, c->frame->column[j].faulty && !p->distinct ? "text" : "number");
    if (p->distinct)
        logreg__page_format(piece, ", %s to %s, %zu different",
                            logreg__figure_plain(low, p->min, 6, piece->sign),
                            logreg__figure_plain(high, p->max, 6, piece->sign), p->distinct);
}

/* One line for all of them. */
static void write_sparse(logreg__page *page, const logreg_checkup *c, int indent)
{
    const logreg__sparse *s = c->frame->sparse;
    const logreg__sparse_census *census = &c->census;
    char share[LOGREG__FIGURE_SIZE];
    double cells = (double)s->n * (double)s->p;
    logreg__page piece, label;
    logreg__page_start_like(&piece, page);
    logreg__page_start_like(&label, page);
    logreg__page_format(&label, s->p > 1 ? "x1 to x%zu" : "x%zu", s->p);
    logreg__write_count(&piece, (double)census->numbers, "number that is not 0, ",
                        "numbers that are not 0, ");
    logreg__page_add(&piece,
                     logreg__figure_plain(share, 100 * (double)census->numbers / cells, 3, piece.sign));
    logreg__page_format(&piece, "%% of all cells, in %zu columns, %zu to %zu in a row", census->held,
                        census->least, census->most);
    line(page, logreg__page_string(&label), indent, &piece);
    page->text.failed = page->text.failed || label.text.failed;
    logreg__page_free(&label);
}

static void write_column(logreg__page *page, const logreg_checkup *c, size_t j, const char *label, int indent)
{
    logreg__page piece;
    logreg__page_start_like(&piece, page);
    if (logreg_frame_kind(c->frame, j) == LOGREG_NUMERIC)
        write_range(&piece, c, j);
    else
        write_levels(&piece, c, j);
    write_missing(&piece, c, j);
    write_role(&piece, c, j);
    line(page, label, indent, &piece);
}

static void write_columns(logreg__page *page, const logreg_checkup *c)
{
    const char *name[COLUMNS_LISTED];
    size_t n = logreg_frame_columns(c->frame), listed = n < COLUMNS_LISTED ? n : COLUMNS_LISTED;
    for (size_t j = 0; j < listed; j++)
        name[j] = logreg_frame_name(c->frame, j);
    int room = logreg__labels_room(page, name, listed, INDENT - AROUND, page->width / 2);
    char **label = logreg__labels_new(page, name, listed, room);
    page->text.failed = page->text.failed || !label;
    logreg__write_title(page, "Columns");
    for (size_t j = 0; label && j < listed; j++)
        if (!logreg_frame_is_condition(c->frame, j)) /* which stands above */
            write_column(page, c, j, label[j], room + AROUND);
    logreg__labels_free(label, listed);
    if (n > COLUMNS_LISTED)
        logreg__page_format(page, "  and %zu more\n", n - COLUMNS_LISTED);
    if (c->frame->sparse)
        write_sparse(page, c, room + AROUND);
}

/* ---- Findings ---- */

static void write_finding(logreg__page *page, const logreg_checkup *c, size_t i)
{
    const logreg__finding *f = &c->finding[i];
    logreg__page piece, label;
    logreg__page_start_like(&piece, page);
    logreg__page_start_like(&label, page);
    logreg__page_format(&label, "  ! %s.", logreg__finding_title(f->code));
    if (logreg__gather(&piece, c, i, page))
        logreg__page_paragraph(page, LOGREG__WARN, logreg__page_string(&label), 4, &piece);
    page->text.failed = page->text.failed || label.text.failed || piece.text.failed;
    logreg__page_free(&piece);
    logreg__page_free(&label);
}

/* On a line of its own, however long it is. */
static void write_option(logreg__page *page, const logreg__page *option)
{
    logreg__page_add(page, "  ");
    logreg__page_add(page, logreg__page_string(option));
    logreg__page_add(page, "\n");
    page->text.failed = page->text.failed || option->text.failed;
}

/* One option for all columns that have no use, together with those that are left out already, and with those that would leave few rows or none. */
static void write_exclusions(logreg__page *page, const logreg_checkup *c)
{
    size_t n = 0, scarce = 0, columns = logreg_frame_columns(c->frame);
    bool *unwanted = logreg__new(columns, sizeof *unwanted);
    logreg__page piece;
    logreg__page_start_like(&piece, page);
    for (size_t j = 0; unwanted && j < columns; j++)
        n += unwanted[j] = c->profile[j].unwanted;
    for (size_t j = 0; unwanted && n && c->starved && j < columns; j++) {
        scarce += c->profile[j].aside && !unwanted[j];
        unwanted[j] = unwanted[j] || c->profile[j].aside;
    }
    if (n + scarce > 1 && !c->composed) {
        logreg__write_exclude(&piece, c, unwanted);
        logreg__write_title(page, scarce ? "To leave out all columns that are of no use or miss much"
                                         : "To leave out all columns that are of no use");
        write_option(page, &piece);
    }
    page->text.failed = page->text.failed || !unwanted;
    logreg__page_free(&piece);
    free(unwanted);
}

/* One command in place of those of the findings, each of which reads the file as it is. */
static void write_together(logreg__page *page, const logreg_checkup *c)
{
    if (!c->together)
        return;
    logreg__write_title(page, c->choices
                                  ? "To do what the commands above do at once, but where two ways are given"
                                  : "To do what the commands above do at once");
    logreg__page_name(page, c->together, INT_MAX);
    logreg__page_add(page, "\n");
}

/* Columns that miss much, where there are several, in one paragraph. */
static void write_scarce(logreg__page *page, const logreg_checkup *c)
{
    logreg__page piece;
    logreg__page_start_like(&piece, page);
    logreg__page_name(&piece, logreg__page_string(&c->scarce.message), INT_MAX);
    logreg__page_paragraph(page, LOGREG__WARN, "  ! Much is missing.", 4, &piece);
    if (*logreg__page_string(&c->scarce.advice))
        write_option(page, &c->scarce.advice);
}

static void write_findings(logreg__page *page, const logreg_checkup *c)
{
    static const char *const title[] = {
        [LOGREG_FINDING_STOPS] = "What stops a fit",
        [LOGREG_FINDING_MISLEADS] = "What makes its numbers mislead",
        [LOGREG_FINDING_NOTE] = "Good to know",
    };
    for (size_t i = 0; i < c->n_findings; i++) {
        if (i == 0 || c->finding[i].weight != c->finding[i - 1].weight)
            logreg__write_title(page, title[c->finding[i].weight]);
        bool scarce = c->scarce.code && strcmp(c->finding[i].code, c->scarce.code) == 0;
        if (!scarce)
            write_finding(page, c, i);
        else if (strcmp(c->finding[i - (i > 0)].code, c->scarce.code) != 0 || i == 0)
            write_scarce(page, c);
    }
    if (!c->n_findings) {
        logreg__write_title(page, "Findings");
        logreg__page_add(page, "  None: nothing that was looked at speaks against a fit.\n");
    }
}

logreg_status logreg_checkup_text(char **text, const logreg_checkup *c, const logreg_report_options *options,
                                  logreg_error *err)
{
    logreg_report_options o;
    logreg_status status = logreg__report_options_check(&o, options, err);
    if (status != LOGREG_OK)
        return status;
    logreg__page page;
    logreg__page_start(&page, &o);
    write_file(&page, c);
    write_columns(&page, c);
    write_findings(&page, c);
    write_together(&page, c);
    write_exclusions(&page, c);
    return logreg__page_finish(text, &page, err);
}
