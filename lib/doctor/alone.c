/* Which column separates the classes by itself: a level that lacks a class, or numbers of some classes none of which lies above those of the others. With an
 * intercept beside it that is all that one column can do: of classes on lines over the numbers each is highest where its rows are, so that those of the
 * leftmost line end where others begin. */
#include "doctor/checkup.h"

#include "base/memory.h"
#include "base/word.h"
#include "data/gap.h"
#include "report/page/figure.h"
#include "report/summary/summary.h"

/* So many columns are told of. */
enum { TOLD = 3 };

/* A row as one column sees it. */
typedef struct {
    double x; /* the number, or the place of the level */
    double y, w;
} seen;

typedef enum { BY_LEVEL, ABOVE, BELOW, IN_ORDER } way;

typedef struct {
    way way;
    double value;     /* the level, or the border; IN_ORDER: the highest number of the low classes, */
    double next;      /*   and the lowest of the others */
    double rows;      /* with the level, or beyond the border */
    size_t of;        /* their class, or one that they lack */
    bool lacks, only; /* is it one that they lack? Beyond the border: is it the column's only other number? */
} separation;

static int ascending(const void *a, const void *b)
{
    double x = ((const seen *)a)->x, y = ((const seen *)b)->x;
    return (x > y) - (x < y);
}

/* How much of a row is of class k. */
static double part(const logreg_checkup *c, const seen *s, size_t k)
{
    if (c->response->grouped)
        return s->w * (k ? s->y : 1 - s->y);
    return (size_t)s->y == k ? s->w : 0;
}

/* Rows of each class among n; returns of all. */
static double count(double rows[LOGREG__MOST_CLASSES], const logreg_checkup *c, const seen *at, size_t n)
{
    double all = 0;
    for (size_t k = 0; k < c->n_classes; k++) {
        rows[k] = 0;
        for (size_t i = 0; i < n; i++)
            rows[k] += part(c, &at[i], k);
        all += rows[k];
    }
    return all;
}

/* The level of most rows that are all of one class, or else that lack one. at: in the order of levels. */
static bool by_level(separation *found, const logreg_checkup *c, const seen *at, size_t n)
{
    double all[LOGREG__MOST_CLASSES], of[LOGREG__MOST_CLASSES];
    count(all, c, at, n);
    *found = (separation){.way = BY_LEVEL, .lacks = true};
    for (size_t i = 0, next; i < n; i = next) {
        size_t lacking = 0, one = 0, other = 0;
        for (next = i; next < n && at[next].x == at[i].x;)
            next++;
        double rows = count(of, c, at + i, next - i);
        for (size_t k = 0; k < c->n_classes; k++) {
            bool lacks = all[k] > 0 && !(of[k] > 0);
            lacking += lacks;
            other = lacks ? k : other;
            one = of[k] > 0 ? k : one;
        }
        bool lacks = of[one] < rows;
        if (lacking && (lacks == found->lacks ? rows > found->rows : !lacks))
            *found = (separation){.value = at[i].x, .rows = rows, .of = lacks ? other : one, .lacks = lacks};
    }
    return found->rows > 0;
}

/* One side of a border, of rows that are all of one class. */
static separation beyond(const logreg_checkup *c, const seen *at, size_t n, double border, bool above,
                         size_t of)
{
    separation s = {.way = above ? ABOVE : BELOW, .value = border, .of = of, .only = true};
    double first = NAN;
    for (size_t i = 0; i < n; i++) {
        if (above ? at[i].x <= border : at[i].x >= border)
            continue;
        s.rows += part(c, &at[i], of);
        s.only = s.only && (isnan(first) || at[i].x == first);
        first = at[i].x;
    }
    if (s.only)
        s.value = first;
    return s;
}

/* at: in the order of the numbers. */
static bool by_order(separation *found, const logreg_checkup *c, const seen *at, size_t n)
{
    double low[LOGREG__MOST_CLASSES], high[LOGREG__MOST_CLASSES];
    for (size_t k = 0; k < c->n_classes; k++) {
        low[k] = INFINITY;
        high[k] = -INFINITY;
        for (size_t i = 0; i < n; i++)
            if (part(c, &at[i], k) > 0) {
                low[k] = fmin(low[k], at[i].x);
                high[k] = fmax(high[k], at[i].x);
            }
    }
    if (!n || at[0].x == at[n - 1].x)
        return false;
    for (size_t k = 0; k < c->n_classes;
         k++) { /* do those that begin no later than k end before the others begin? */
        double end = -INFINITY, begin = INFINITY;
        size_t below = 0, above = 0;
        for (size_t l = 0; l < c->n_classes; l++) {
            if (isinf(low[l]))
                continue;
            bool is_low = low[l] < low[k] || (low[l] == low[k] && high[l] <= high[k]);
            end = is_low ? fmax(end, high[l]) : end;
            begin = is_low ? begin : fmin(begin, low[l]);
            below = is_low ? l : below;
            above = is_low ? above : l;
        }
        if (isinf(low[k]) || isinf(begin) || end > begin)
            continue;
        separation left = beyond(c, at, n, begin, false, below), right = beyond(c, at, n, end, true, above);
        *found = left.rows > right.rows ? left : right;
        if (c->n_classes > 2)
            *found = (separation){.way = IN_ORDER, .value = end, .next = begin};
        return true;
    }
    return false;
}

/* ---- What is said ---- */

static void write_rows(logreg__page *page, const logreg_checkup *c, const separation *s)
{
    if (s->lacks) {
        logreg__page_add(page, "none of the ");
        logreg__write_cases(page, c, s->rows);
    } else if (s->rows == 1) {
        logreg__page_add(page, c->response->grouped ? "the one trial" : "the one row");
    } else if (s->rows == 2) {
        logreg__page_add(page, c->response->grouped ? "both trials" : "both rows");
    } else {
        logreg__page_add(page, "all ");
        logreg__write_cases(page, c, s->rows);
    }
}

static void write_where(logreg__page *page, const logreg_checkup *c, size_t j, const separation *s)
{
    char number[LOGREG__FIGURE_SIZE];
    logreg__page_add(page, " with ");
    logreg__write_column(page, c, j);
    logreg__page_add(page, s->way == BY_LEVEL || s->only ? " = " : s->way == ABOVE ? " above " : " below ");
    if (s->way == BY_LEVEL && logreg_frame_kind(c->frame, j) == LOGREG_CATEGORY)
        logreg__page_name(page, logreg_frame_level(c->frame, j, (size_t)s->value), LOGREG__NAME_ROOM);
    else
        logreg__page_add(page, logreg__figure_plain(number, s->value, 10, page->sign));
}

static void tell(logreg__page *page, const logreg_checkup *c, size_t j, const separation *s)
{
    char end[LOGREG__FIGURE_SIZE], begin[LOGREG__FIGURE_SIZE];
    logreg__write_column(page, c, j);
    logreg__page_add(page, " does it by itself: ");
    if (s->way == IN_ORDER) {
        logreg__page_format(page, "some classes have no number above %s, and all others none below %s.",
                            logreg__figure_plain(end, s->value, 10, page->sign),
                            logreg__figure_plain(begin, s->next, 10, page->sign));
        return;
    }
    write_rows(page, c, s);
    write_where(page, c, j, s);
    bool many = !s->lacks && s->rows > 1;
    logreg__page_add(page, c->response->grouped ? (many ? " are " : " is ") : (many ? " have " : " has "));
    logreg__write_class(page, c, s->of);
    logreg__page_add(page, ".");
}

/* Adds ward=unknown to a list for --na-values where a level that separates stands for missing values; false: it is a level as any other. */
static bool add_stand_in(logreg__text *list, const logreg_checkup *c, size_t j, size_t level)
{
    const logreg__column *column = &c->frame->column[j];
    logreg__text item = {0};
    if (column->kind != LOGREG_CATEGORY || column->insisted || logreg__gap_of(column, level) == LOGREG__WORD)
        return false;
    logreg__text_add(&item, column->name);
    logreg__text_add(&item, "=");
    logreg__text_add(&item, column->levels[level]);
    if (!item.failed)
        logreg__text_add_item(list, item.start);
    list->failed = list->failed || item.failed;
    free(item.start);
    return true;
}

/* What can be done about levels: those that stand for missing values, and others. */
static void advise(logreg__page *page, logreg__text *stand_ins, bool levels)
{
    const char *which = stand_ins->length ? "any other" : "such a level";
    if (stand_ins->length) {
        logreg__page_add(page, " A level that stands for missing values goes by --na-values ");
        logreg__write_word(page, stand_ins);
        logreg__page_add(page, ".");
    }
    if (levels)
        logreg__page_format(page, " Merge %s with another, if that makes sense.", which);
}

bool logreg__tell_separating(logreg__page *page, logreg_checkup *c)
{
    size_t rows = logreg_frame_rows(c->frame), told = 0, n_used = 0;
    bool levels = false;
    logreg__text stand_ins = {0};
    seen *at = logreg__new_raw(rows, sizeof *at);
    size_t *used = logreg__new_raw(rows, sizeof *used);
    c->failed = c->failed || !at || !used;
    for (size_t i = 0; at && used && i < rows; i++)
        if (logreg__row_in_fit(c, i))
            used[n_used++] = i;
    for (size_t j = 0; at && used && j < logreg_frame_columns(c->frame); j++) {
        const logreg__column *column = &c->frame->column[j];
        separation found;
        if (!logreg__in_fit(c, j))
            continue;
        for (size_t i = 0; i < n_used; i++)
            at[i] = (seen){column->kind == LOGREG_CATEGORY ? logreg__column_code(column, used[i])
                                                           : logreg__column_number(column, used[i]),
                           c->y[used[i]], c->w[used[i]]};
        qsort(at, n_used, sizeof *at, ascending);
        if (!(logreg__by_levels(c, j) ? by_level : by_order)(&found, c, at, n_used) || told++ >= TOLD)
            continue;
        logreg__page_add(page, told > 1 ? " " : "");
        tell(page, c, j, &found);
        if (found.way == BY_LEVEL && !add_stand_in(&stand_ins, c, j, (size_t)found.value))
            levels = levels || c->profile[j].distinct > 2;
    }
    c->failed = c->failed || stand_ins.failed;
    if (!c->failed)
        advise(page, &stand_ins, levels);
    else
        free(stand_ins.start);
    free(at);
    free(used);
    return told;
}
