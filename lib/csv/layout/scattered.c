/* Columns that are never filled in one row, since each case has several rows of different kinds: what was asked at the beginning, what came out at
 * the end, as registries of visits export it. A fit would find no row that has both. */
#include "csv/layout/cases.h"
#include "csv/mending/plan.h"
#include "data/role.h"

#include <string.h>

#include "base/error.h"

/* Fewer rows prove nothing; of more columns with gaps these are looked at. */
enum { FEW_ROWS = 12, GAPPY = 64 };

typedef struct {
    const logreg_frame *frame;
    const logreg__column *column[GAPPY]; /* that have gaps in an eighth of the rows at least */
    size_t n;
    const logreg__column *a; /* the first of two that are never filled in one row, the outcome if it is one */
    logreg__names others;    /* that are never filled where that is */
    const logreg__column *other, *kind; /* the column that tells the rows of a case apart, or NULL */
} scatter;

static void find_gappy(scatter *s)
{
    for (size_t j = 0; j < s->frame->n_columns && s->n < GAPPY; j++) {
        const logreg__column *c = &s->frame->column[j];
        size_t rows = s->frame->n_rows;
        if (8 * c->n_missing >= rows && c->n_missing + FEW_ROWS / 4 <= rows && !c->spared && !c->beside)
            s->column[s->n++] = c;
    }
}

static bool are_apart(const scatter *s, const logreg__column *a, const logreg__column *b)
{
    for (size_t r = 0; r < s->frame->n_rows; r++)
        if (!logreg__cell_is_missing(a, r) && !logreg__cell_is_missing(b, r))
            return false;
    return true;
}

/* Finds such columns, those that the outcome is one of before others. */
static bool find_apart(scatter *s, const char *outcome)
{
    const logreg__column *last = &s->frame->column[s->frame->n_columns - 1];
    for (size_t turn = 0; turn < 2 && !s->a; turn++)
        for (size_t i = 0; i < s->n && !s->a; i++) {
            const logreg__column *c = s->column[i];
            bool is = outcome && (*outcome ? strcmp(c->name, outcome) == 0 : c == last);
            for (size_t k = 0; k < s->n && (is || turn); k++)
                if (k != i && are_apart(s, c, s->column[k])) {
                    s->a = c;
                    s->other = s->other ? s->other : s->column[k];
                    logreg__names_add(&s->others, s->column[k]->name);
                }
        }
    return s->a;
}

/* Is column `by` one that rows of a case share, each with at most one value of either? */
static bool joins(bool *found, const scatter *s, const logreg__column *by)
{
    logreg__cases cases;
    *found = false;
    if (by->n_missing || logreg__named_time(by->name) || logreg__named_scale(by->name))
        return true;
    if (!logreg__cases_take(&cases, s->frame, by)) {
        logreg__cases_clear(&cases);
        return false;
    }
    size_t rows = s->frame->n_rows, together = 0;
    bool ok =
        cases.cases >= FEW_ROWS / 3 && 10 * rows >= 13 * cases.cases && 2 * cases.cases * cases.cases > rows;
    for (size_t i = 0, end; i < rows && ok; i = end) {
        size_t a = 0, b = 0;
        end = logreg__cases_end(&cases, s->frame, by, i);
        for (size_t k = i; k < end; k++) {
            a += !logreg__cell_is_missing(s->a, cases.row[k]);
            b += !logreg__cell_is_missing(s->other, cases.row[k]);
        }
        ok = a < 2 && b < 2;
        together += a && b;
    }
    *found = ok && 2 * together >= cases.cases;
    logreg__cases_clear(&cases);
    return true;
}

/* The column that tells the rows of a case apart, of few values; *kind NULL: there is none. False: memory is out. */
static bool find_kind(const logreg__column **kind, const scatter *s, const logreg__column *by)
{
    logreg__cases cases;
    *kind = NULL;
    bool ok = logreg__cases_take(&cases, s->frame, by);
    for (size_t j = 0; j < s->frame->n_columns && ok && !*kind; j++) {
        const logreg__column *c = &s->frame->column[j];
        if (c != by && !c->n_missing && c->kind == LOGREG_CATEGORY && 4 * c->n_levels <= s->frame->n_rows &&
            logreg__cases_tell(&cases, s->frame, by, c))
            *kind = c;
    }
    logreg__cases_clear(&cases);
    return ok;
}

/* Is it a column of cases by its name? */
static bool is_named(const char *name)
{
    return logreg__named_id(name) || logreg__named_kind(name) || logreg__named_person(name) ||
           logreg__named_document(name) || logreg__named_being(name);
}

static size_t field_of(const logreg_frame *frame, const logreg__column *c)
{
    return (size_t)(c - frame->column) + c->n_left_out;
}

static logreg_status fail(scatter *s, const logreg__column *by, const logreg__csv *csv)
{
    char split[LOGREG__COMMAND], command[LOGREG__COMMAND], cut[48] = "", told[LOGREG__SHOWN + 40] = "", d[8],
                                                           name[2][LOGREG__SHOWN];
    const logreg__column *kind = s->kind;
    size_t id = field_of(s->frame, by), at = kind ? field_of(s->frame, kind) : 0;
    const logreg__column *end = &s->frame->column[s->frame->n_columns - 1];
    logreg__delimiter_perl(d, csv->options.delimiter);
    if (kind) {
        snprintf(cut, sizeof cut, "splice @F, %zu, 1; ", at);
        snprintf(told, sizeof told, ", told apart by '%s'",
                 logreg__show(name[0], kind->name, strlen(kind->name)));
    }
    logreg__cases_split(split, field_of(s->frame, end) + 1, csv);
    logreg__command(command, csv,
                    "%s%sif ($. == %zu) { print join \"%s\", @F; next } $i = $F[%zu]; $r{$i} or push @i, $i; "
                    "for (0..$#F) { $r{$i}[$_] = $F[$_] if $r{$i}[$_] !~ /[^\" ]/ } "
                    "END { print join \"%s\", @{$r{$_}} for @i }'",
                    split, cut, logreg__stages_line(csv, csv->header_end), d, kind && at < id ? id - 1 : id,
                    d);
    return logreg__fail(
        csv->err, LOGREG_EDATA,
        "%s: '%s' never stands in one row with %s, since each '%s' has several rows%s. Make one row of them, "
        "with the first value of each column: %s",
        csv->file, logreg__show(name[0], s->a->name, strlen(s->a->name)), logreg__names_end(&s->others),
        logreg__show(name[1], by->name, strlen(by->name)), told, command);
}

logreg_status logreg__scattered_check(logreg_frame *frame, const logreg__csv *csv)
{
    scatter s = {.frame = frame};
    if (frame->n_rows < FEW_ROWS || !csv->options.header)
        return LOGREG_OK;
    find_gappy(&s);
    if (s.n < 2 || !find_apart(&s, csv->options.outcome))
        return LOGREG_OK;
    for (size_t j = 0; j < frame->n_columns; j++) {
        bool found;
        if (!joins(&found, &s, &frame->column[j]))
            return logreg__fail_memory(csv->err);
        if (found && !find_kind(&s.kind, &s, &frame->column[j]))
            return logreg__fail_memory(csv->err);
        if (found && (s.kind || is_named(frame->column[j].name)))
            return fail(&s, &frame->column[j], csv);
    }
    return LOGREG_OK;
}
