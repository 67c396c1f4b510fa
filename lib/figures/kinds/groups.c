#include "figures/kinds/groups.h"

#include <math.h>
#include <stdint.h>

#include "base/error.h"
#include "base/memory.h"
#include "metrics/interval.h"

/* Rows of grouped data that each stand for themselves. */
#define EACH_MOST LOGREG__GROUPS_MOST

static int by_x(const void *a, const void *b)
{
    double x = ((const logreg__observation *)a)->x, y = ((const logreg__observation *)b)->x;
    return (x > y) - (x < y);
}

/* A level's rows of positive weight, by x; returns how many. */
static size_t collect(logreg__observation *row, const logreg__observed *observed, size_t level)
{
    size_t n = 0;
    for (size_t i = 0; i < logreg_frame_rows(observed->frame); i++)
        if (logreg__observed_row(&row[n], observed, i) && row[n].weight > 0 && row[n].level == level)
            n++;
    qsort(row, n, sizeof *row, by_x);
    return n;
}

/* A group is closed where the weight so far reaches its share of the total. */
static void form(logreg__groups *groups, const logreg__observation *row, size_t n, double total, size_t most,
                 double conf_level)
{
    double weight = 0, events = 0, x = 0, before = 0;
    for (size_t i = 0; i < n; i++) {
        weight += row[i].weight;
        events += row[i].weight * row[i].y;
        x += row[i].weight * row[i].x;
        bool tied = i + 1 < n && row[i + 1].x == row[i].x;
        bool full =
            groups->each || (before + weight) * (double)most >= total * (double)(groups->n + 1) * (1 - 1e-12);
        if (tied || (!full && i + 1 < n))
            continue;
        logreg__group *group = &groups->group[groups->n++];
        *group = (logreg__group){.x = x / weight, .share = events / weight, .last = row[i].x};
        logreg__wilson_interval(&group->low, &group->high, group->share, weight, conf_level);
        before += weight;
        weight = events = x = 0;
    }
}

logreg_status logreg__groups_new(logreg__groups *out, const logreg__observed *observed, size_t level,
                                 size_t most, double conf_level, logreg_error *err)
{
    logreg__groups groups = {0};
    logreg__observation *row = logreg__new_raw(logreg_frame_rows(observed->frame) + 1, sizeof *row);
    groups.group = logreg__new(LOGREG__GROUPS_MOST, sizeof *groups.group);
    if (!row || !groups.group) {
        free(row);
        free(groups.group);
        return logreg__fail_memory(err);
    }
    size_t n = groups.rows = collect(row, observed, level);
    double total = 0;
    for (size_t i = 0; i < n; i++)
        total += row[i].weight;
    groups.each = observed->trials != SIZE_MAX && n <= EACH_MOST;
    if (n) {
        groups.least = row[0].x;
        groups.largest = row[n - 1].x;
        form(&groups, row, n, total, (size_t)fmax(1, fmin((double)most, floor(sqrt(total) + 0.5))),
             conf_level);
    }
    free(row);
    *out = groups;
    return LOGREG_OK;
}

void logreg__groups_free(logreg__groups *groups)
{
    free(groups->group);
    *groups = (logreg__groups){0};
}
