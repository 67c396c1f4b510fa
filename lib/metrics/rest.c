#include "metrics/rest.h"

#include <math.h>
#include <stdint.h>

#include "base/error.h"
#include "base/memory.h"
#include "metrics/many.h"
#include "metrics/placements.h"

static double weight(const logreg_labelled *rows, size_t i)
{
    return rows->w ? rows->w[i] : 1;
}

static logreg_status make_room(logreg__rest *rest, const logreg_labelled *rows, logreg_error *err)
{
    *rest = (logreg__rest){rows->y, rows->p, rows->w, rows->n, NULL};
    rest->room = rows->n <= SIZE_MAX / 2 ? logreg__new_raw(2 * rows->n, sizeof *rest->room) : NULL;
    if (!rest->room)
        return logreg__fail_memory(err);
    rest->y = rest->room;
    rest->p = rest->room + rows->n;
    return LOGREG_OK;
}

logreg_status logreg__rest_find(logreg__rest *rest, const logreg_labelled *rows, size_t k, logreg_error *err)
{
    size_t K = rows->n_classes;
    if (K == 2 && k == 1) {
        *rest = (logreg__rest){rows->y, rows->p, rows->w, rows->n, NULL};
        return LOGREG_OK;
    }
    logreg_status status = make_room(rest, rows, err);
    for (size_t i = 0; status == LOGREG_OK && i < rows->n; i++) {
        rest->room[i] = K == 2 ? 1 - rows->y[i] : rows->y[i] == (double)k;
        rest->room[rows->n + i] = K == 2 ? 1 - rows->p[i] : rows->p[i * K + k];
    }
    return status;
}

logreg_status logreg__rest_said(logreg__rest *rest, const logreg_labelled *rows, logreg_error *err)
{
    logreg_status status = make_room(rest, rows, err);
    for (size_t i = 0; status == LOGREG_OK && i < rows->n; i++) {
        size_t said = logreg__said(rows, i);
        bool known = said != SIZE_MAX;
        rest->room[i] = known ? rows->y[i] == (double)said : 0;
        rest->room[rows->n + i] = known ? rows->p[i * rows->n_classes + said] : (double)NAN;
    }
    return status;
}

logreg_status logreg__auc_of_rest(double auc[2], const logreg_labelled *rows, logreg_error *err)
{
    double sum = 0, weighted = 0, total = 0;
    for (size_t k = 0; k < rows->n_classes; k++) {
        logreg__rest rest;
        double one = NAN, own = 0;
        logreg_status status = logreg__rest_find(&rest, rows, k, err);
        if (status == LOGREG_OK)
            status = logreg_metric_auc(&one, NULL, rest.y, rest.p, rest.w, rest.n, err);
        free(rest.room);
        if (status != LOGREG_OK)
            return status;
        for (size_t i = 0; i < rows->n; i++)
            own += rows->y[i] == (double)k ? weight(rows, i) : 0;
        sum += one;
        weighted += own * one;
        total += own;
    }
    auc[0] = sum / (double)rows->n_classes;
    auc[1] = weighted / total;
    return LOGREG_OK;
}

logreg_status logreg__precision_of_rest(double *value, const logreg_labelled *rows, logreg_error *err)
{
    double sum = 0;
    for (size_t k = 0; k < rows->n_classes; k++) {
        logreg__rest rest;
        logreg__order order = {0};
        logreg_status status = logreg__rest_find(&rest, rows, k, err);
        if (status == LOGREG_OK)
            status = logreg__order_find(&order, true, rest.y, rest.p, rest.w, rest.n, 1, err);
        free(rest.room);
        if (status != LOGREG_OK)
            return status;
        sum += order.average_precision;
    }
    *value = sum / (double)rows->n_classes;
    return LOGREG_OK;
}

/* ---- Pairs ---- */

/* Rows in the order of their classes. */
typedef struct {
    const logreg_labelled *rows;
    size_t *first;     /* [K + 2] */
    size_t *row;       /* [n] */
    double *y, *p, *w; /* [n] room for a pair */
} sorted;

static void sort_rows(sorted *s)
{
    const logreg_labelled *rows = s->rows;
    for (size_t i = 0; i < rows->n; i++)
        if (weight(rows, i) != 0)
            s->first[(size_t)rows->y[i] + 2]++;
    for (size_t k = 1; k < rows->n_classes; k++)
        s->first[k + 1] += s->first[k];
    /* class k begins at first[k + 1], and once its rows are there the next one does */
    for (size_t i = 0; i < rows->n; i++)
        if (weight(rows, i) != 0)
            s->row[s->first[(size_t)rows->y[i] + 1]++] = i;
}

/* AUC of class a against class b, by the probability of a; the weight of both. */
static logreg_status auc_of_pair(double *auc, double *both, sorted *s, size_t a, size_t b, logreg_error *err)
{
    size_t n = 0, K = s->rows->n_classes;
    const size_t class[2] = {b, a};
    *both = 0;
    for (size_t c = 0; c < 2; c++)
        for (size_t at = s->first[class[c]]; at < s->first[class[c] + 1]; at++, n++) {
            s->y[n] = (double)c;
            s->p[n] = s->rows->p[s->row[at] * K + a];
            s->w[n] = weight(s->rows, s->row[at]);
            *both += s->w[n];
        }
    return logreg_metric_auc(auc, NULL, s->y, s->p, s->w, n, err);
}

static logreg_status over_pairs(double auc[2], sorted *s, logreg_error *err)
{
    size_t K = s->rows->n_classes;
    double sum = 0, weighted = 0, total = 0;
    for (size_t a = 0; a < K; a++)
        for (size_t b = 0; b < K; b++) {
            double one, both;
            logreg_status status = a == b ? LOGREG_OK : auc_of_pair(&one, &both, s, a, b, err);
            if (status != LOGREG_OK)
                return status;
            if (a == b)
                continue;
            sum += one;
            weighted += both * one;
            total += both;
        }
    auc[0] = sum / (double)(K * (K - 1));
    auc[1] = weighted / total;
    return LOGREG_OK;
}

logreg_status logreg__auc_of_pairs(double auc[2], const logreg_labelled *rows, logreg_error *err)
{
    size_t K = rows->n_classes, n = rows->n;
    sorted s = {rows,
                logreg__new(K + 2, sizeof *s.first),
                logreg__new_raw(n, sizeof *s.row),
                logreg__new_raw(n, sizeof *s.y),
                logreg__new_raw(n, sizeof *s.p),
                logreg__new_raw(n, sizeof *s.w)};
    bool ok = s.first && s.row && s.y && s.p && s.w;
    if (ok)
        sort_rows(&s);
    logreg_status status = ok ? over_pairs(auc, &s, err) : logreg__fail_memory(err);
    free(s.first);
    free(s.row);
    free(s.y);
    free(s.p);
    free(s.w);
    return status;
}
