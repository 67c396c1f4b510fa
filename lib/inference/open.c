#include "inference/open.h"

#include "base/error.h"
#include "base/memory.h"
#include "solvers/existence/existence.h"
#include "solvers/existence/reduced_sets.h"
#include "solvers/solver.h"

void logreg__open_clear(logreg_study *part)
{
    free(part->b);
    logreg__quadratic_free(part->at);
    logreg__problem_free(part->problem);
    logreg__design_free(part->design);
    logreg__matched_free(part->matched);
    logreg__rows_free(part->rows);
    *part = (logreg_study){.model = NULL};
}

size_t logreg__open_place(const logreg_study *part, size_t column)
{
    for (size_t j = 0; j < part->design->p; j++)
        if (part->design->column[j] == column)
            return j;
    return SIZE_MAX;
}

/* What is separated by all columns but `held` (SIZE_MAX: none) and those marked in `without` (NULL: none). Directions are about columns as they stand, not centred. */
static logreg_status decide(logreg__existence **e, unsigned char *drop, const logreg_study *s, size_t held,
                            const unsigned char *without, logreg_error *err)
{
    const logreg_model *m = s->model;
    const logreg__matched *of = s->matched;
    logreg__design *plain = NULL;
    for (size_t j = 0; j < m->q; j++)
        drop[j] = j == held || m->status[j] == LOGREG_COEF_ALIASED || (without && without[j]);
    logreg_status status =
        of ? logreg__design_new(&plain, of->terms, of->frame, of->rows, of->response, drop, err)
           : logreg__design_new(&plain, m->terms, s->frame, s->rows, s->response, drop, err);
    if (status == LOGREG_OK)
        status = of ? logreg__existence_decide_sets(e, plain, of, err)
                    : logreg__existence_decide(e, plain, 1, err);
    logreg__design_free(plain);
    return status;
}

/* The rows of sets that are not separated, as design and problem; drop as for the model. */
static logreg_status take_sets(logreg_study *part, const logreg_study *s, const logreg__existence *e,
                               const unsigned char *drop, size_t held, logreg_error *err)
{
    const logreg__matched *of = s->matched;
    size_t n = of->sets.first[of->sets.n];
    unsigned char *keep = logreg__new_raw(n, 1);
    if (!keep)
        return logreg__fail_memory(err);
    for (size_t i = 0; i < n; i++)
        keep[i] = !e->separated[i];
    logreg_status status = LOGREG_OK;
    if (memchr(keep, 1, n))
        status = logreg__matched_part(&part->matched, of, keep, err);
    free(keep);
    of = part->matched;
    if (status != LOGREG_OK || !of)
        return status;
    status = logreg__design_new(&part->design, of->terms, of->frame, of->rows, of->response, drop, err);
    if (status == LOGREG_OK)
        status = logreg__sets_reduce(part->matched, part->design, logreg__open_place(part, held), err);
    if (status == LOGREG_OK)
        status = logreg__problem_new(&part->problem, part->design, 1, s->problem->threads, err);
    if (status == LOGREG_OK)
        part->problem->sets = &of->sets;
    return status;
}

static logreg_status take_rows(logreg_study *part, const logreg_study *s, const logreg__existence *e,
                               const unsigned char *drop, logreg_error *err)
{
    logreg_status status = logreg__rows_subset(&part->rows, s->rows, e->separated, err);
    if (status != LOGREG_OK || part->rows->n == 0)
        return status;
    status =
        logreg__design_new(&part->design, part->model->terms, s->frame, part->rows, s->response, drop, err);
    if (status == LOGREG_OK)
        status = logreg__problem_new(&part->problem, part->design, 1, s->problem->threads, err);
    return status;
}

static logreg_status take_part(logreg_study *part, const logreg_study *s, const logreg__existence *e,
                               unsigned char *drop, size_t held, logreg_error *err)
{
    const logreg_model *m = s->model;
    *part = (logreg_study){.model = m, .frame = s->frame, .response = s->response};
    for (size_t j = 0; j < m->q; j++)
        drop[j] = j != held && (drop[j] || e->drop[j]);
    logreg_status status =
        s->matched ? take_sets(part, s, e, drop, held, err) : take_rows(part, s, e, drop, err);
    if (status == LOGREG_OK && part->problem)
        status = logreg__problem_standardise(part->problem, true, err);
    if (status != LOGREG_OK || !part->problem)
        return status;
    /* The intercept can be held only where it is that of the columns as they stand. */
    for (size_t j = 0; part->design->intercept && held == 0 && j < part->design->n_dense; j++)
        part->problem->centre[j] = 0;
    part->b = logreg__new(part->problem->q, sizeof *part->b);
    part->at = logreg__quadratic_new(part->problem->q);
    part->objective = part->problem;
    part->peak = part->b;
    part->at_peak = part->at;
    return part->b && part->at ? LOGREG_OK : logreg__fail_memory(err);
}

logreg_status logreg__open_part(logreg_study *part, logreg_coef_status *coefficient, const logreg_study *s,
                                size_t held, const unsigned char *without, logreg_error *err)
{
    logreg__existence *e = NULL;
    unsigned char *drop = logreg__new(s->model->q, 1);
    *part = (logreg_study){.model = NULL};
    logreg_status status = drop ? decide(&e, drop, s, held, without, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK && coefficient)
        memcpy(coefficient, e->status, s->model->q * sizeof *coefficient);
    if (status == LOGREG_OK)
        status = take_part(part, s, e, drop, held, err);
    logreg__existence_free(e);
    free(drop);
    return status;
}

logreg_status logreg__open_climb(logreg_study *part, size_t held, logreg_error *err)
{
    logreg_options options = logreg_options_default();
    logreg__solution solution = {.beta = part->b, .at = part->at, .finite = true};
    unsigned char *flags = logreg__new(part->problem->q, 1);
    if (!flags)
        return logreg__fail_memory(err);
    if (held != SIZE_MAX) {
        flags[held] = 1;
        part->problem->held = flags;
    }
    logreg_status status = logreg__solver_newton.run(&solution, part->problem, &options, err);
    part->problem->held = NULL;
    free(flags);
    return status == LOGREG_OK ? logreg__quadratic_at(part->at, part->problem, part->b, err) : status;
}

logreg_status logreg__open_sets(logreg__matched **sets, const logreg_study *s, logreg_error *err)
{
    const logreg_model *m = s->model;
    logreg__design *plain = NULL;
    unsigned char *drop = logreg__new(m->p, 1);
    for (size_t j = 0; drop && j < m->p; j++)
        drop[j] = m->status[j] == LOGREG_COEF_ALIASED;
    logreg_status status =
        drop ? logreg__design_new(&plain, m->terms, s->frame, s->rows, s->response, drop, err)
             : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = logreg__matched_classes(sets, plain, m->k, err);
    logreg__design_free(plain);
    free(drop);
    return status;
}
