/* Fits to a formula on a frame, and the way that all fits go once there are a frame, terms, rows and an outcome. */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "design/doubt.h"
#include "design/remainder.h"
#include "design/unfit.h"
#include "model/doors/options.h"
#include "model/doors/prepared.h"
#include "model/estimate/matched.h"
#include "model/estimate/penalised.h"
#include "model/held/calibrate.h"
#include "model/held/held_out.h"
#include "model/suspicions/finders.h"
#include "solvers/shrinkage.h"

/* ---- The common way ---- */

static bool copy_if(char **to, const char *from)
{
    *to = from ? logreg__copy(from) : NULL;
    return !from || *to;
}

/* Facts about the data that the model keeps. */
static logreg_status describe_data(logreg_model *m, const logreg__outcome *outcome, const logreg_frame *frame,
                                   const logreg__rows *rows, const logreg__response *r, const char *solver,
                                   const char *survey_strata, logreg_error *err)
{
    bool ok = copy_if(&m->target, outcome->target) && copy_if(&m->source, logreg_frame_source(frame)) &&
              copy_if(&m->weights, outcome->weights) && copy_if(&m->sampling, outcome->sampling) &&
              copy_if(&m->survey_strata, survey_strata) && copy_if(&m->offset, outcome->offset) &&
              copy_if(&m->trials, outcome->trials) && copy_if(&m->strata, outcome->strata) &&
              copy_if(&m->solver, solver);
    if (ok && frame->n_own_na)
        ok = (m->na_values = logreg__new(frame->n_own_na, sizeof *m->na_values)) != NULL;
    for (size_t i = 0; ok && i < frame->n_own_na; i++) {
        ok = copy_if(&m->na_values[i], frame->own_na[i]);
        m->n_na_values += ok;
    }
    for (size_t c = 0; ok && c < r->n_classes; c++) {
        m->class_weight[c] = logreg__response_count(r, c);
        m->n_obs += m->class_weight[c];
        ok = copy_if(&m->class_label[c], r->label[c]);
    }
    if (ok && r->factor) {
        m->class_factor = logreg__new_raw(r->n_classes, sizeof *m->class_factor);
        ok = m->class_factor != NULL;
    }
    for (size_t c = 0; ok && r->factor && c < r->n_classes; c++)
        m->class_factor[c] = r->factor[c];
    m->rows_read = rows->n_total;
    m->rows_used = rows->n;
    m->rows_weightless = rows->n_weightless;
    m->rows_excluded = logreg_frame_excluded(frame);
    m->n_positive = (double)r->n_positive;
    m->grouped = r->grouped;
    m->numeric_target = r->value_of != NULL;
    m->target_is_condition = r->target->known_by != NULL;
    m->log_choose = r->log_choose;
    return ok ? LOGREG_OK : logreg__fail_memory(err);
}

void logreg__fitting_clear(logreg__fitting *f)
{
    free(f->drop);
    free(f->makings);
    free(f->tied);
    free(f->b);
    logreg__quadratic_free(f->at);
    logreg__quadratic_free(f->null);
    logreg__errands_clear(f);
    logreg__shrinkage_free(f->shrinkage);
    logreg__problem_free(f->problem);
    logreg__design_free(f->design);
    logreg__problem_free(f->held);
    logreg__design_free(f->held_design);
}

logreg_status logreg__fit_terms(logreg_model **model, logreg__terms *terms, const logreg_frame *frame,
                                logreg__rows *rows, const logreg__outcome *outcome,
                                const logreg_options *options, const logreg__prelude *prelude,
                                const logreg__source *source, logreg_error *err)
{
    logreg__response *response = NULL;
    logreg_model *m = NULL;
    logreg__penalty penalty = logreg__penalty_find(options->penalty);
    logreg_options chosen = *options;
    if (strcmp(chosen.solver, "auto") == 0 && !logreg__penalty_shrinks(penalty))
        chosen.solver = logreg__solver_newton.name;
    options = &chosen;
    logreg_status status = logreg__robust_check(options, frame, outcome->target, err);
    if (status == LOGREG_OK)
        status = logreg__response_new(&response, outcome, frame, rows, err);
    if (status == LOGREG_OK) {
        m = logreg__model_new(terms, response->n_classes - 1, !logreg__penalty_shrinks(penalty));
        status = m ? LOGREG_OK : logreg__fail_memory(err);
    }
    if (!m)
        logreg__terms_free(terms);
    logreg__fitting f = {.options = options,
                         .prelude = prelude,
                         .source = source,
                         .frame = frame,
                         .rows = rows,
                         .response = response,
                         .model = m};
    if (status == LOGREG_OK) {
        m->penalty = penalty;
        const logreg__solver *solver = logreg__solver_find(options->solver);
        m->approximate = solver && solver->stochastic; /* 'auto' is none of these */
        m->augmented_se = strcmp(options->firth_se, "augmented") == 0;
        status =
            describe_data(m, outcome, frame, rows, response, options->solver, options->survey_strata, err);
    }
    if (status == LOGREG_OK)
        status = response->strata ? logreg__matched_fit(&f, err) : logreg__estimate(&f, err);
    if (status == LOGREG_OK)
        status = logreg__summarise(&f, err);
    const logreg__search search = {.model = m, .chosen = options->chosen, .fitting = &f};
    if (status == LOGREG_OK && options->measures && !logreg__suspicions_find(&search, LOGREG__WITH_CLASSES))
        status = logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = logreg__held_out_measure(&f, err);
    if (status == LOGREG_OK)
        status = logreg__robust(&f, err);
    logreg__fitting_clear(&f);
    logreg__response_free(response);
    if (status == LOGREG_OK)
        *model = m;
    else
        logreg_model_free(m);
    return status;
}

/* ---- A formula ---- */

/* The sentence on rows that all have missing values: it names the columns that cost most, or of these, features first, the one that misses
 * most. */
static logreg_status fail_no_rows(const logreg_frame *frame, const logreg__rows *rows, const size_t *column,
                                  size_t n, size_t n_features, const logreg__losses *losses,
                                  const logreg__formula *formula, const logreg_options *o, logreg_error *err)
{
    if (rows->n_weightless || losses->n) {
        logreg__fail(err, LOGREG_EDATA, "no rows are left to fit: every row has a missing value%s",
                     rows->n_weightless ? " or a weight of 0" : "");
        return logreg__losses_fail(err, losses, formula, frame, rows, o);
    }
    size_t worst = 0;
    for (size_t i = 1; i < n; i++)
        if (frame->column[column[i]].n_missing > frame->column[column[worst]].n_missing)
            worst = i;
    const logreg__column *c = &frame->column[column[worst]];
    logreg__text way = {0};
    logreg__text_add(&way, worst < n_features ? "; leave it out, " : "");
    if (worst < n_features)
        logreg__leave_out(&way, column + worst, 1, formula, frame);
    if (!way.failed)
        logreg__fail(
            err, LOGREG_EDATA,
            "no rows are left to fit: each of the %zu has a missing value, %zu of them in column '%.80s'%s",
            frame->n_rows, c->n_missing, c->name, way.start);
    bool failed = way.failed;
    free(way.start);
    return failed ? logreg__fail_memory(err) : LOGREG_EDATA;
}

static bool is_variable(const logreg__terms *terms, const char *column)
{
    for (size_t i = 0; i < terms->n_variables; i++)
        if (terms->variable[i].column && strcmp(terms->variable[i].column, column) == 0)
            return true;
    return false;
}

/* The target and the columns of a role, as far as rows miss them and they are no variables too. */
static bool note_lacking(logreg_model *m, const logreg_frame *frame, const logreg__rows *rows,
                         const char *target, const logreg_options *o)
{
    const char *name[LOGREG__ROLES + 1] = {target};
    size_t n = 1 + logreg__list_roles(name + 1, o);
    m->lacking = logreg__new(n, sizeof *m->lacking);
    for (size_t i = 0; m->lacking && i < n; i++) {
        size_t j = logreg_frame_find(frame, name[i]);
        size_t missing = j == SIZE_MAX ? 0 : logreg__rows_missing(rows, &frame->column[j]);
        bool known = !missing || is_variable(m->terms, name[i]);
        for (size_t earlier = 0; earlier < i; earlier++)
            known = known || strcmp(name[earlier], name[i]) == 0;
        if (known)
            continue;
        logreg__lacking *lacking = &m->lacking[m->n_lacking++];
        lacking->n_missing = missing;
        lacking->column = logreg__copy(name[i]);
        if (!lacking->column)
            return false;
    }
    return m->lacking;
}

logreg_status logreg__rows_counting(logreg__rows **rows, const logreg_frame *frame, const size_t *column,
                                    size_t n, const logreg__outcome *outcome, logreg_error *err)
{
    const logreg__weighing weighing[] = {
        {logreg__frame_column(frame, outcome->weights), NULL},
        {logreg__frame_column(frame, outcome->sampling), NULL},
        {logreg__frame_column(frame, outcome->trials), logreg__frame_column(frame, outcome->target)}};
    logreg__rows *r = NULL;
    logreg_status status = logreg__rows_complete(&r, frame, column, n, err);
    if (status == LOGREG_OK)
        status = logreg__rows_weigh(r, weighing, 3, err);
    if (status == LOGREG_OK)
        *rows = r;
    else
        logreg__rows_free(r);
    return status;
}

/* Leaves out rows for which conditions have no answer. */
static logreg_status answered(logreg__rows *rows, const logreg__formula *f, const logreg_frame *frame,
                              logreg_error *err)
{
    logreg_status status = LOGREG_OK;
    for (size_t i = 0; i < f->n_factors && status == LOGREG_OK; i++)
        status = logreg__made_answered(rows, f->factor[i].made, frame, err);
    return status;
}

/* Rows where nothing that the fit uses is missing, and that stand for something. */
static logreg_status used_rows(logreg__rows **rows, const logreg__formula *formula, const char *target,
                               const logreg_options *o, const logreg_frame *frame, logreg_error *err)
{
    size_t n, n_features, *column;
    logreg__losses losses = {0};
    logreg_status status = logreg__formula_uses(&column, &n, &n_features, formula, frame, o, true, err);
    if (status != LOGREG_OK)
        return status;
    const logreg__outcome outcome = logreg__outcome_chosen(target, o);
    if (outcome.trials)
        status = logreg__remainder_check(formula, frame, logreg__frame_column(frame, target),
                                         logreg__frame_column(frame, outcome.trials), err);
    if (status == LOGREG_OK)
        status = logreg__rows_counting(rows, frame, column, n, &outcome, err);
    if (status == LOGREG_OK) {
        status = answered(*rows, formula, frame, err);
        if (status != LOGREG_OK) {
            logreg__rows_free(*rows);
            *rows = NULL;
        }
    }
    if (status == LOGREG_OK && (*rows)->n == 0) {
        status = logreg__doubts_tell(formula, frame, err);
        if (status == LOGREG_OK)
            status = logreg__losses_find(&losses, frame, *rows, formula, o, LOGREG__LOSS_HALF, err);
        if (status == LOGREG_OK)
            status = fail_no_rows(frame, *rows, column, n, n_features, &losses, formula, o, err);
        logreg__losses_clear(&losses);
        logreg__rows_free(*rows);
        *rows = NULL;
    }
    free(column);
    return status;
}

logreg_status logreg__formula_beside(logreg__formula **formula, const char *text, const logreg_frame *frame,
                                     const logreg_options *o, logreg_error *err)
{
    const char *exclude[LOGREG__ROLES];
    size_t n = logreg__list_roles(exclude, o);
    logreg_status status = logreg__formula_parse(formula, text, frame, exclude, n, err);
    if (status == LOGREG_OK) {
        (*formula)->listed = o->listed;
        (*formula)->chosen = o->chosen;
    }
    return status;
}

logreg_status logreg__formula_rows(logreg__formula **formula, logreg__rows **rows, const char *text,
                                   const logreg_frame *frame, const logreg_options *o, logreg_error *err)
{
    logreg__formula *f = NULL;
    logreg_status status = logreg__formula_beside(&f, text, frame, o, err);
    if (status == LOGREG_OK)
        status = used_rows(rows, f, f->response, o, frame, err);
    if (status == LOGREG_OK)
        *formula = f;
    else
        logreg__formula_free(f);
    return status;
}

/* The sentence on why no model came about, with columns that cost most rows where there are any. */
static logreg_status explain_by_losses(logreg_error *err, const logreg__formula *formula,
                                       const logreg_frame *frame, const logreg__rows *rows,
                                       const logreg_options *o)
{
    logreg__losses losses;
    logreg_error failed;
    logreg_status status = logreg__losses_find(&losses, frame, rows, formula, o, LOGREG__LOSS_HALF, &failed);
    if (status == LOGREG_OK)
        status = logreg__losses_fail(err, &losses, formula, frame, rows, o);
    else if (err)
        *err = failed;
    logreg__losses_clear(&losses);
    return status;
}

logreg_status logreg_fit_formula(logreg_model **model, const logreg_frame *frame, const char *text,
                                 const logreg_options *options, logreg_error *err)
{
    const logreg_options usual = logreg_options_default(), *o = options ? options : &usual;
    logreg_model *m = NULL;
    logreg_status status = logreg__fit_formula(&m, frame, text, o, NULL, err);
    if (status == LOGREG_OK && o->calibrate)
        status = logreg__calibrate_formula(m, frame, text, o, err);
    if (status == LOGREG_OK)
        *model = m;
    else
        logreg_model_free(m);
    return status;
}

logreg_status logreg__fit_formula(logreg_model **model, const logreg_frame *frame, const char *text,
                                  const logreg_options *options, const logreg__prelude *prelude,
                                  logreg_error *err)
{
    logreg_options o = *options;
    logreg__losses losses = {0};
    logreg__prepared p = {0};
    logreg_model *m = NULL;
    logreg_status status = logreg__options_check(&o, err);
    if (status == LOGREG_OK && (o.weight_values || o.offset_values || o.sampling_weight_values ||
                                o.survey_strata_values || o.cluster_values[0] || o.cluster_values[1]))
        status =
            logreg__fail(err, LOGREG_EINVAL,
                         "weight_values, offset_values and the like go with a matrix; name columns of the "
                         "frame instead");
    if (status == LOGREG_OK)
        status = logreg__prepare(&p, frame, text, &o, prelude ? prelude->leaving : NULL, err);
    if (status == LOGREG_OK) {
        const logreg__outcome outcome = logreg__outcome_chosen(p.formula->response, &o);
        const logreg__source source = {.raw = frame, .text = text, .options = &o, .rows = p.rows};
        logreg__terms *terms = p.terms;
        p.terms = NULL;
        status = logreg__fit_terms(&m, terms, p.frame, p.rows, &outcome, &o, prelude, &source, err);
    }
    if (status == LOGREG_OK && o.measures)
        status = logreg__losses_find(&losses, p.frame, p.rows, p.formula, &o, LOGREG__LOSS_QUARTER, err);
    const logreg__search search = {
        .model = m, .chosen = o.chosen, .frame = frame, .rows = p.rows, .used = p.frame, .losses = &losses};
    if (status == LOGREG_OK && !note_lacking(m, p.frame, p.rows, p.formula->response, &o))
        status = logreg__fail_memory(err);
    if (status == LOGREG_OK && o.measures &&
        !(logreg__suspicions_find(&search, LOGREG__WITH_FILE) && logreg__commands_find(m, frame)))
        status = logreg__fail_memory(err);
    if (status == LOGREG_OK) {
        m->written = !o.listed && m->n_suspicions;
        *model = m;
    } else
        logreg_model_free(m);
    if (status == LOGREG_EDATA && p.rows)
        status = explain_by_losses(err, p.formula, p.frame, p.rows, &o);
    logreg__losses_clear(&losses);
    logreg__prepared_clear(&p);
    return status;
}
