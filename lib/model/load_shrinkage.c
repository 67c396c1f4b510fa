/* Reading what a model says of its penalty on sizes. */
#include <math.h>

#include "base/memory.h"
#include "model/compact.h"
#include "model/penalised.h"
#include "model/reader.h"

/* A bound; null: there is none on this side. */
static bool get_bound(double *bound, double none, logreg__model_reader *r, const json_t *value)
{
    if (!logreg__read_real(bound, value))
        return logreg__read_wrong(r, "penalty_parts", "should hold bounds that are numbers or null");
    *bound = isnan(*bound) ? none : *bound;
    return true;
}

static bool get_part(logreg__penalty_part *part, logreg__model_reader *r, const json_t *o)
{
    bool ok = logreg__read_text(&part->name, r, o, "name", false) &&
              get_bound(&part->low, -INFINITY, r, json_object_get(o, "low")) &&
              get_bound(&part->high, INFINITY, r, json_object_get(o, "high"));
    if (ok && (!logreg__read_real(&part->factor, json_object_get(o, "factor")) || !(part->factor >= 0) ||
               !(part->low <= 0) || !(part->high >= 0)))
        return logreg__read_wrong(r, "penalty_parts", "should hold factors of at least 0 and bounds about 0");
    return ok;
}

static bool get_parts(logreg_model *m, logreg__model_reader *r, const json_t *root)
{
    if (!json_object_get(root, "penalty_parts"))
        return true;
    const json_t *list = logreg__read_array(r, root, "penalty_parts");
    size_t n = json_array_size(list);
    if (!list)
        return false;
    m->part = logreg__new(n, sizeof *m->part);
    if (!m->part)
        return logreg__read_no_memory(r);
    for (size_t i = 0; i < n; i++) {
        m->n_parts++;
        if (!get_part(&m->part[i], r, json_array_get(list, i)))
            return false;
    }
    return true;
}

/* Each class's own coefficients, of which those of all models are differences. */
static bool get_own(logreg_model *m, logreg__model_reader *r, const json_t *root)
{
    m->own = logreg__new(m->n_classes, m->p * sizeof *m->own);
    if (!m->own)
        return logreg__read_no_memory(r);
    if (!logreg__read_coefficients(m->own, m->n_classes, m, r, root, "class_coefficients"))
        return false;
    if (m->terms->n_sparse &&
        !logreg__compact_read(m->own, m, m->n_classes, r, root, "sparse_class_coefficients"))
        return false;
    for (size_t i = 0; i < m->q; i++)
        if (i % m->p >= m->p - m->terms->n_sparse)
            m->finite[i] = m->beta[i] = m->own[m->p + i] - m->own[i % m->p];
        else if (m->finite[i] != m->own[m->p + i] - m->own[i % m->p])
            return logreg__read_wrong(r, "class_coefficients", "should differ by the coefficients");
    return true;
}

bool logreg__read_coefficients(double *x, size_t rows, const logreg_model *m, logreg__model_reader *r,
                               const json_t *root, const char *member)
{
    size_t n = rows * (m->p - m->terms->n_sparse);
    double *rest = logreg__new_raw(n, sizeof *rest);
    if (!rest)
        return logreg__read_no_memory(r);
    bool ok = logreg__read_reals(rest, n, false, r, root, member);
    if (ok)
        logreg__compact_spread(x, m, rest, rows);
    free(rest);
    return ok;
}

bool logreg__read_shrinkage(logreg_model *m, logreg__model_reader *r, const json_t *root)
{
    if (!logreg__penalty_shrinks(m->penalty))
        return m->lambda == 0 || logreg__read_wrong(r, "lambda", "is that of another penalty");
    if (!(m->lambda > 0) || !(m->l1_ratio >= 0 && m->l1_ratio <= 1))
        return logreg__read_wrong(r, "lambda", "should be positive, and l1_ratio between 0 and 1");
    if (!isfinite(m->penalised_loss) || !(m->violation >= 0) || !(m->largest_lambda >= 0))
        return logreg__read_wrong(r, "penalised_loss", "should be a finite number");
    for (size_t i = 0; i < m->q; i++)
        if (m->status[i] != LOGREG_COEF_OK)
            return logreg__read_wrong(r, "statuses", "should all be ok beside this penalty");
    return get_parts(m, r, root) && (m->k == 1 || get_own(m, r, root));
}
