/* Columns that go together: whose standard errors are the wider for each other, told group by group. */
#include "base/memory.h"
#include "base/number.h"
#include "doctor/vif.h"
#include "report/page/figure.h"
#include "report/summary/summary.h"

/* A column is told from this squared factor on: standard errors 3.2 times as wide. */
#define MUCH_INFLATION 10

/* Rows alone make columns go together if without them none has more than this: the others then do hardly. */
#define LITTLE_INFLATION 5

/* Two columns go together if the one loses this share of its inflation without the other, or if each by itself inflates
 * the other fivefold. */
#define SHARE_OF_OTHER 0.2
#define INFLATION_BY_OTHER 5

/* Groups are looked for among this many columns at most, the worst. */
#define MOST_GROUPED 64

static double inflation(const logreg_checkup *c, size_t j)
{
    const logreg__profile *p = &c->profile[j];
    return p->vif_df ? exp(p->log_vif / (double)p->vif_df) : 0;
}

double logreg__std_error_factor(const logreg_checkup *c, size_t j)
{
    return sqrt(inflation(c, j));
}

/* Columns with any inflation, the worst first; their number. */
static size_t rank(size_t *column, const logreg_checkup *c)
{
    size_t n = 0;
    for (size_t j = 0; j < logreg_frame_columns(c->frame); j++) {
        if (!c->profile[j].vif_df)
            continue;
        size_t to = n++;
        for (; to > 0 && inflation(c, column[to - 1]) < inflation(c, j); to--)
            column[to] = column[to - 1];
        column[to] = j;
    }
    return n;
}

/* How much of the inflation of j goes with k: NaN where they cannot be told apart. */
static double share_of(const logreg_checkup *c, const logreg__vif *v, size_t j, size_t k)
{
    const logreg__profile *p = &c->profile[j];
    return 1 - exp((logreg__vif_without(v, j, k) - p->log_vif) / (double)p->vif_df);
}

static bool alone_inflates(const logreg__vif *v, size_t j, size_t k)
{
    size_t df;
    double pair = logreg__vif_pair(v, j, k, &df);
    return df && exp(pair / (double)df) >= INFLATION_BY_OTHER;
}

/* ---- Groups ---- */

/* The first of the group of i; chains are short. */
static size_t root(const size_t *group, size_t i)
{
    while (group[i] != i)
        i = group[i];
    return i;
}

static void join(size_t *group, size_t a, size_t b)
{
    a = root(group, a);
    b = root(group, b);
    if (a < b)
        group[b] = a;
    else
        group[a] = b;
}

/* Joins each column of much inflation with those that it goes with, and at least with the one that it goes with most. */
static void find_groups(size_t *group, const logreg_checkup *c, const logreg__vif *v, const size_t *column,
                        size_t n)
{
    for (size_t i = 0; i < n; i++)
        group[i] = i;
    for (size_t i = 0; i < n && inflation(c, column[i]) >= MUCH_INFLATION; i++) {
        size_t nearest = i;
        double most = 0;
        for (size_t k = 0; k < n; k++) {
            double share = k == i ? 0 : share_of(c, v, column[i], column[k]);
            if (share > most) {
                most = share;
                nearest = k;
            }
            bool untold =
                isnan(share) && c->profile[column[k]].crowded; /* nothing is left of i beside so many */
            if (untold || share >= SHARE_OF_OTHER || (k != i && alone_inflates(v, column[i], column[k])))
                join(group, i, k);
        }
        join(group, i, nearest);
    }
}

/* ---- Rows ---- */

/* Marks the rows of the fit in which one of its columns has a number that stands apart: how many. */
static size_t mark_rows(bool *apart, const logreg_checkup *c)
{
    size_t n = 0;
    for (size_t j = 0; j < logreg_frame_columns(c->frame); j++)
        for (size_t i = 0; logreg__in_fit(c, j) && c->profile[j].far.rows && i < logreg_frame_rows(c->frame);
             i++)
            if (!apart[i] && logreg__is_apart(c, j, i) && logreg__row_in_fit(c, i)) {
                apart[i] = true;
                n++;
            }
    return n;
}

/* The inflation of each column as it is without those rows, where there are any. */
static void fill_without(double *without, logreg_checkup *c)
{
    bool *apart = logreg__new(logreg_frame_rows(c->frame), sizeof *apart);
    c->failed = c->failed || !apart;
    logreg__vif *v = apart && mark_rows(apart, c) ? logreg__vif_new(c, apart) : NULL;
    for (size_t j = 0; j < logreg_frame_columns(c->frame); j++) {
        size_t df = 0;
        double log_vif = v ? logreg__vif_log(v, j, &df) : 0;
        without[j] = df ? exp(log_vif / (double)df) : (double)NAN;
    }
    logreg__vif_free(v);
    free(apart);
}

/* Of the group: rows in which one of its columns stands apart, the first of them, and the largest inflation without such rows. */
typedef struct {
    size_t n, first;
    double most;
} lone_rows;

/* Do they alone make the group? */
static bool made_by_rows(lone_rows *r, const logreg_checkup *c, const size_t *group, const size_t *column,
                         size_t n, size_t first, const double *without)
{
    *r = (lone_rows){.n = 0};
    bool fallen = true;
    for (size_t i = first; i < n; i++)
        if (root(group, i) == first) {
            fallen = fallen && without[column[i]] < LITTLE_INFLATION;
            r->most = fmax(r->most, without[column[i]]);
        }
    for (size_t row = 0; fallen && row < logreg_frame_rows(c->frame); row++) {
        bool apart = false;
        for (size_t i = first; i < n && !apart; i++)
            apart = root(group, i) == first && logreg__is_apart(c, column[i], row);
        if (!apart || !logreg__row_in_fit(c, row))
            continue;
        r->first = r->n++ ? r->first : row;
    }
    return fallen && r->n;
}

/* ---- Words ---- */

static void tell_rows(logreg_checkup *c, logreg__finding *f, const lone_rows *r)
{
    char text[LOGREG__FIGURE_SIZE];
    logreg__page_add(&f->message, " But ");
    logreg__write_apart_rows(&f->message, c, r->first, r->n);
    logreg__page_format(&f->message, " them move together: without %s the largest VIF is %s.",
                        r->n > 1 ? "them" : "it", logreg__figure_digits(text, r->most, 3, f->message.sign));
    logreg__advise_apart_rows(f, r->n);
}

static void tell_group(logreg_checkup *c, const size_t *group, const size_t *column, size_t n, size_t first,
                       const double *without)
{
    lone_rows by_rows;
    char text[LOGREG__FIGURE_SIZE];
    size_t listed = 0;
    logreg__finding *f = logreg__find(c, "collinear", LOGREG_FINDING_MISLEADS, column[first]);
    logreg__page *page = &f->message;
    logreg__page_add(page,
                     "Coefficients of these columns can hardly be told apart; standard errors are so many "
                     "times as wide as if they had nothing in common: ");
    for (size_t i = first; i < n; i++) {
        if (root(group, i) != first || listed++ >= LOGREG__LISTED)
            continue;
        logreg__page_add(page, listed > 1 ? ", " : "");
        logreg__write_column(page, c, column[i]);
        double factor = logreg__std_error_factor(c, column[i]);
        logreg__page_format(page, " %s", logreg__figure_digits(text, factor, 2, page->sign));
        logreg__page_format(page, " (VIF %s)", logreg__figure_digits(text, factor * factor, 3, page->sign));
    }
    logreg__write_more(page, listed);
    logreg__page_add(page, ".");
    if (made_by_rows(&by_rows, c, group, column, n, first, without)) {
        tell_rows(c, f, &by_rows);
        return;
    }
    logreg__page_add(&f->advice,
                     "To read coefficients, leave out one that you do not mean and look again: --exclude ");
    logreg__write_argument(&f->advice, c, column[first]);
    logreg__page_add(&f->advice, ". For probabilities alone it is no harm.");
}

/* Is a category of too many levels in it? It goes with anything, and a finding tells it. */
static bool is_crowded(const logreg_checkup *c, const size_t *group, const size_t *column, size_t n,
                       size_t first)
{
    bool crowded = false;
    for (size_t i = first; i < n && !crowded; i++)
        crowded = root(group, i) == first && c->profile[column[i]].crowded;
    return crowded;
}

/* without: [columns], room. */
static void tell(logreg_checkup *c, const logreg__vif *v, const size_t *column, size_t n, size_t *group,
                 double *without)
{
    find_groups(group, c, v, column, n);
    if (n && inflation(c, *column) >= MUCH_INFLATION)
        fill_without(without, c);
    for (size_t i = 0; i < n && inflation(c, column[i]) >= MUCH_INFLATION; i++)
        if (root(group, i) == i && !is_crowded(c, group, column, n, i))
            tell_group(c, group, column, n, i, without);
}

void logreg__check_collinearity(logreg_checkup *c)
{
    logreg__vif *v = c->model ? logreg__vif_new(c, NULL) : NULL;
    if (!v)
        return;
    size_t columns = logreg_frame_columns(c->frame);
    for (size_t j = 0; j < columns; j++)
        c->profile[j].log_vif = logreg__vif_log(v, j, &c->profile[j].vif_df);
    size_t *column = logreg__new(columns, sizeof *column), *group = logreg__new(columns, sizeof *group);
    double *without = logreg__new(columns, sizeof *without);
    c->failed = c->failed || !column || !group || !without;
    size_t n = c->failed ? 0 : rank(column, c);
    tell(c, v, column, n < MOST_GROUPED ? n : MOST_GROUPED, group, without);
    free(without);
    free(column);
    free(group);
    logreg__vif_free(v);
}
