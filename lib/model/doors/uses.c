/* The columns that a fit uses: features, and those that play another part. */
#include "base/error.h"
#include "model/fitting.h"

size_t logreg__list_roles(const char **name, const logreg_options *o)
{
    const char *const role[LOGREG__ROLES] = {
        o->weights, o->offset,      o->trials,      o->sampling_weights, o->survey_strata,
        o->strata,  o->clusters[0], o->clusters[1], o->calibrate_group,  o->text};
    size_t n = 0;
    for (size_t i = 0; i < LOGREG__ROLES; i++)
        if (role[i])
            name[n++] = role[i];
    return n;
}

logreg__outcome logreg__outcome_chosen(const char *target, const logreg_options *o)
{
    return (logreg__outcome){.target = target,
                             .weights = o->weights,
                             .sampling = o->sampling_weights,
                             .offset = o->offset,
                             .trials = o->trials,
                             .positive = o->positive,
                             .class_weight = o->class_weight,
                             .strata = o->strata,
                             .threads = o->threads};
}

logreg_status logreg__formula_uses(size_t **column, size_t *n, size_t *n_features,
                                   const logreg__formula *formula, const logreg_frame *frame,
                                   const logreg_options *o, bool whole, logreg_error *err)
{
    enum { UNSEEN, SEEN, ROLE };
    const char *name[LOGREG__ROLES + 1] = {formula->response};
    size_t n_names = 1 + logreg__list_roles(name + 1, o), n_parts = 0, n_offset = 0, used = 0;
    size_t *parts = NULL, *offset = NULL, *all = logreg__new(frame->n_columns, sizeof *all);
    unsigned char *mark = logreg__new(frame->n_columns, 1);
    logreg__formula terms = *formula, rest = {.offset = formula->offset};
    terms.offset = NULL;
    terms.n_factors = 0;
    terms.factor = logreg__new(formula->n_factors, sizeof *terms.factor);
    logreg_status status = all && mark && terms.factor ? LOGREG_OK : logreg__fail_memory(err);
    for (size_t i = 0; status == LOGREG_OK && i < formula->n_factors; i++)
        if (!whole || !logreg__made_forgives(formula->factor[i].made))
            terms.factor[terms.n_factors++] = formula->factor[i];
    if (status == LOGREG_OK)
        status = logreg__formula_columns(&parts, &n_parts, &terms, frame, err);
    if (status == LOGREG_OK)
        status = logreg__formula_columns(&offset, &n_offset, &rest, frame, err);
    for (size_t i = 0; status == LOGREG_OK && i < n_names; i++) {
        size_t j = logreg_frame_find(frame, name[i]);
        if (j != SIZE_MAX)
            mark[j] = ROLE;
    }
    for (size_t i = 0; status == LOGREG_OK && i < n_offset; i++)
        mark[offset[i]] = ROLE;
    for (size_t i = 0; status == LOGREG_OK && i < n_parts; i++)
        if (mark[parts[i]] == UNSEEN) {
            mark[parts[i]] = SEEN;
            all[used++] = parts[i];
        }
    *n_features = used;
    for (size_t j = 0; status == LOGREG_OK && j < frame->n_columns; j++)
        if (mark[j] == ROLE)
            all[used++] = j;
    *column = status == LOGREG_OK ? all : NULL;
    *n = used;
    if (status != LOGREG_OK)
        free(all);
    free(terms.factor);
    free(parts);
    free(offset);
    free(mark);
    return status;
}
