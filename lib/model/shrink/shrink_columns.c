/* What a penalty on sizes is of each column. Products of columns are not centred first, as they are for other fits, since the penalty is about coefficients of the columns as they stand. */
#include "base/error.h"
#include "base/memory.h"
#include "model/shrink/shrink.h"
#include "model/shrink/shrink_steps.h"
#include "solvers/shrinkage.h"

/* Marks the columns, in model order, that go by a name: a term's, one of a column's own, or that of all. *found: there are any. */
static logreg_status mark_named(unsigned char *marked, bool *found, const char *name, const logreg__terms *t,
                                logreg_error *err)
{
    bool all = strcmp(name, LOGREG_ALL_COLUMNS) == 0;
    *found = all;
    for (size_t j = t->intercept; j < t->n_columns; j++) {
        marked[j] = all || strcmp(t->name[j], name) == 0;
        *found = *found || marked[j];
    }
    for (size_t i = 0; !all && i < t->n_terms; i++) {
        char *own = logreg__term_name(t, &t->term[i]);
        if (!own)
            return logreg__fail_memory(err);
        bool same = strcmp(own, name) == 0;
        free(own);
        for (size_t j = 0; same && j < t->term[i].n_columns; j++)
            marked[t->term[i].first + j] = 1;
        *found = *found || same;
    }
    return LOGREG_OK;
}

/* *found: the problem's terms have what the part names. */
static logreg_status apply_part(bool *found, logreg__shrinkage *s, const logreg__problem *problem,
                                const logreg_penalty_part *part, logreg_error *err)
{
    const logreg__design *d = problem->design;
    unsigned char *marked = logreg__new(d->terms->n_columns, 1);
    logreg_status status =
        marked ? mark_named(marked, found, part->name, d->terms, err) : logreg__fail_memory(err);
    for (size_t j = 0; status == LOGREG_OK && j < d->p; j++)
        if (marked[d->column[j]]) {
            s->factor[j] = part->factor;
            logreg__shrinkage_bound(s, problem, j, part->low, part->high);
        }
    free(marked);
    return status;
}

static logreg_status fail_name(const char *name, const logreg__terms *t, logreg_error *err)
{
    logreg_nearest near = logreg_nearest_to(name);
    char *term = NULL;
    for (size_t j = t->intercept; j < t->n_columns; j++)
        logreg_nearest_offer(&near, t->name[j]);
    for (size_t i = 0; i < t->n_terms; i++) {
        char *own = logreg__term_name(t, &t->term[i]);
        if (!own) {
            free(term);
            return logreg__fail_memory(err);
        }
        logreg_nearest_offer(&near, own);
        char *spare = near.name == own ? term : own;
        term = near.name == own ? own : term;
        free(spare);
    }
    bool intercept = strcmp(name, "(Intercept)") == 0, meant = near.name && !intercept;
    logreg__fail(err, LOGREG_EDATA,
                 "the penalty names '%.80s', which is no term and no column of this model%s%.80s%s", name,
                 intercept ? ": the intercept is never penalised"
                 : meant   ? "; did you mean '"
                           : "",
                 meant ? near.name : "", meant ? "'?" : "");
    free(term);
    return LOGREG_EDATA;
}

static logreg_status apply_parts(logreg__fitting *f, logreg_error *err)
{
    for (size_t i = 0; i < f->options->n_parts; i++) {
        const logreg_penalty_part *part = &f->options->parts[i];
        bool found = false;
        logreg_status status = apply_part(&found, f->shrinkage, f->problem, part, err);
        if (status != LOGREG_OK)
            return status;
        if (!found)
            return fail_name(part->name, f->model->terms, err);
    }
    return LOGREG_OK;
}

static logreg_status keep_parts(logreg_model *m, const logreg_options *o, logreg_error *err)
{
    m->part = logreg__new(o->n_parts, sizeof *m->part);
    for (size_t i = 0; m->part && i < o->n_parts; i++) {
        const logreg_penalty_part *part = &o->parts[i];
        m->part[i] = (logreg__penalty_part){logreg__copy(part->name), part->factor, part->low, part->high};
        if (!m->part[i].name)
            return logreg__fail_memory(err);
        m->n_parts++;
    }
    return m->part ? LOGREG_OK : logreg__fail_memory(err);
}

/* Solvers that go by slopes alone show what raw columns do to them; others do not mind. */
static bool wants_raw(const logreg_options *o)
{
    return !o->scaling && (strcmp(o->solver, "gd") == 0 || strcmp(o->solver, "lbfgs") == 0);
}

/* A penalty on a problem's columns, whose sizes are known, of no strength yet. Where it fails *shrinkage may be there all the same. */
static logreg_status size(logreg__shrinkage **shrinkage, const logreg__problem *problem,
                          const logreg_options *options, logreg_error *err)
{
    logreg_status status = logreg__shrinkage_new(shrinkage, problem, err);
    if (status == LOGREG_OK)
        status = logreg__shrinkage_measure(*shrinkage, problem, err);
    if (status == LOGREG_OK && options->standardize)
        status = logreg__shrinkage_standardise(*shrinkage, problem, err);
    return status;
}

/* The design and its problem without products of centred columns and without the columns in f->drop, and sizes of coefficients. */
static logreg_status lay_out_columns(logreg__fitting *f, bool raw, logreg_error *err)
{
    logreg_status status = logreg__fitting_problem(&f->design, &f->problem, f, f->rows, f->drop, false, err);
    if (status == LOGREG_OK && !raw)
        status = logreg__problem_standardise(f->problem, true, err);
    if (status == LOGREG_OK)
        status = size(&f->shrinkage, f->problem, f->options, err);
    return status;
}

/* Columns of one value have the coefficient 0, and are left out of the design; those that are scaled tell which they are. */
static logreg_status drop_constants(logreg__fitting *f, logreg_error *err)
{
    bool raw = wants_raw(f->options), any = raw;
    for (size_t j = f->design->intercept; j < f->design->p; j++) {
        f->drop[f->design->column[j]] = f->shrinkage->scale[j] == 0;
        any = any || f->shrinkage->scale[j] == 0;
    }
    if (!any)
        return LOGREG_OK;
    logreg__shrinkage_free(f->shrinkage);
    f->shrinkage = NULL;
    logreg__fitting_forget(f);
    return lay_out_columns(f, raw, err);
}

logreg_status logreg__shrink_lay_out(logreg__fitting *f, logreg_error *err)
{
    f->drop = logreg__new(f->model->p, 1);
    logreg_status status = f->drop ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = lay_out_columns(f, false, err);
    if (status == LOGREG_OK)
        status = drop_constants(f, err);
    if (status == LOGREG_OK)
        status = apply_parts(f, err);
    return status == LOGREG_OK ? keep_parts(f->model, f->options, err) : status;
}

logreg_status logreg__shrink_like(logreg__shrinkage **shrinkage, const logreg__problem *problem,
                                  const logreg__fitting *f, logreg_error *err)
{
    logreg__shrinkage *s = NULL;
    bool found; /* words of all rows may be none of some */
    logreg_status status = size(&s, problem, f->options, err);
    for (size_t i = 0; status == LOGREG_OK && i < f->options->n_parts; i++)
        status = apply_part(&found, s, problem, &f->options->parts[i], err);
    if (status == LOGREG_OK) {
        s->tol = f->shrinkage->tol;
        *shrinkage = s;
    } else {
        logreg__shrinkage_free(s);
    }
    return status;
}
