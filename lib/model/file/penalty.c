/* The penalty, and of one on sizes its parts and the coefficients of each of several classes. */
#include <math.h>

#include "base/memory.h"
#include "model/estimate/penalised.h"
#include "model/file/compact.h"
#include "model/file/section.h"

/* ---- Writing ---- */

static json_t *part(const logreg__penalty_part *p)
{
    json_t *o = json_object();
    logreg__json_set(&o, "name", json_string(p->name));
    logreg__json_set(&o, "factor", logreg__json_real(p->factor));
    logreg__json_set(&o, "low", logreg__json_real(p->low)); /* no bound: null */
    logreg__json_set(&o, "high", logreg__json_real(p->high));
    return o;
}

static void put_shrinkage(json_t **file, const logreg_model *m)
{
    json_t *list = json_array();
    for (size_t i = 0; i < m->n_parts; i++)
        logreg__json_append(&list, part(&m->part[i]));
    if (m->n_parts)
        logreg__json_set(file, "penalty_parts", list);
    else
        json_decref(list);
    if (m->own)
        logreg__json_set(file, "class_coefficients", logreg__coefficients_json(m, m->own, m->n_classes));
}

static const char *const firth_se[] = {"information", "augmented"};

static void put(json_t **file, const logreg_model *m)
{
    if (!m->penalty)
        return;
    logreg__json_set(file, "penalty", json_string(logreg__penalty_words[m->penalty]));
    if (logreg__penalty_shrinks(m->penalty))
        put_shrinkage(file, m);
    else
        logreg__json_set(file, "firth_se", json_string(firth_se[m->augmented_se]));
}

/* ---- Reading ---- */

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
              get_bound(&part->low, -INFINITY, r, logreg__read_member(r, o, "low")) &&
              get_bound(&part->high, INFINITY, r, logreg__read_member(r, o, "high"));
    if (ok && (!logreg__read_real(&part->factor, logreg__read_member(r, o, "factor")) ||
               !(part->factor >= 0) || !(part->low <= 0) || !(part->high >= 0)))
        return logreg__read_wrong(r, "penalty_parts", "should hold factors of at least 0 and bounds about 0");
    return ok;
}

static bool get_parts(logreg_model *m, logreg__model_reader *r, const json_t *file)
{
    if (!logreg__read_member(r, file, "penalty_parts"))
        return true;
    const json_t *list = logreg__read_array(r, file, "penalty_parts");
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
static bool get_own(logreg_model *m, logreg__model_reader *r, const json_t *file)
{
    m->own = logreg__new(m->n_classes, m->p * sizeof *m->own);
    if (!m->own)
        return logreg__read_no_memory(r);
    if (!logreg__read_coefficients(m->own, m->n_classes, m, r, file, "class_coefficients"))
        return false;
    return !m->terms->n_sparse ||
           logreg__compact_read(m->own, m, m->n_classes, r, file, "sparse_class_coefficients");
}

static bool get_firth(logreg_model *m, logreg__model_reader *r, const json_t *file)
{
    int augmented = 0;
    bool ok =
        logreg__read_word(&augmented, firth_se, 2, r, logreg__read_member(r, file, "firth_se"), "firth_se");
    m->augmented_se = augmented == 1;
    return ok;
}

static bool get(logreg_model *m, logreg__model_reader *r, const json_t *file)
{
    const json_t *word = logreg__read_member(r, file, "penalty");
    if (word && !logreg__read_word(&m->penalty, logreg__penalty_words, LOGREG__PENALTIES, r, word, "penalty"))
        return false;
    if (logreg__penalty_shrinks(m->penalty))
        return get_parts(m, r, file) && (m->k == 1 || get_own(m, r, file));
    if (m->lambda != 0)
        return logreg__read_wrong(r, "lambda", "is that of another penalty");
    return !m->penalty || get_firth(m, r, file);
}

/* ---- What must go together ---- */

/* Coefficients are differences of each class's own; those of sparse columns stand in the file as the latter alone. */
static bool join_own(logreg_model *m, logreg__model_reader *r)
{
    for (size_t i = 0; m->own && i < m->q; i++) {
        double difference = m->own[m->p + i] - m->own[i % m->p];
        if (i % m->p >= m->p - m->terms->n_sparse)
            m->finite[i] = m->beta[i] = difference;
        else if (m->finite[i] != difference)
            return logreg__read_wrong(r, "class_coefficients", "should differ by the coefficients");
    }
    return true;
}

static bool check_shrinkage(logreg_model *m, logreg__model_reader *r)
{
    if (!(m->lambda > 0) || !(m->l1_ratio >= 0 && m->l1_ratio <= 1))
        return logreg__read_wrong(r, "lambda", "should be positive, and l1_ratio between 0 and 1");
    if (!isfinite(m->penalised_loss) || !(m->violation >= 0) || !(m->largest_lambda >= 0))
        return logreg__read_wrong(r, "penalised_loss", "should be a finite number");
    for (size_t i = 0; i < m->q; i++)
        if (m->status[i] != LOGREG_COEF_OK)
            return logreg__read_wrong(r, "statuses", "should all be ok beside this penalty");
    return join_own(m, r);
}

static bool check(logreg_model *m, logreg__model_reader *r)
{
    if (logreg__penalty_shrinks(m->penalty))
        return check_shrinkage(m, r);
    return !m->penalty || (isfinite(m->penalised_loss) && isfinite(m->null_penalised_loss)) ||
           logreg__read_wrong(r, "penalised_loss", "should be a finite number");
}

const logreg__section logreg__section_penalty = {put, get, check};
