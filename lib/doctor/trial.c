/* What only a fit can tell: separation, columns made of others, events for each coefficient, and whatever else it
 * refuses. */
#include "doctor/checkup.h"

#include "base/memory.h"
#include "formula/token.h"
#include "model/fitting.h"
#include "report/summary/summary.h"

/* More coefficients than this take too long for a look; of several classes so many, where they are more than the rows, whose fit is no sound one anyway. */
#define MOST_COEFFICIENTS 1000
#define MOST_BEYOND_ROWS 200

/* A model of so many classes is still read class by class. */
enum { FEW_CLASSES = 5 };

/* The formula less the columns that findings leave out, or NULL. */
static char *formula(const logreg_checkup *c)
{
    size_t columns = logreg_frame_columns(c->frame);
    bool *skip = logreg__new(columns, sizeof *skip);
    for (size_t j = 0; skip && j < columns; j++)
        skip[j] = c->profile[j].skip || c->profile[j].aside;
    char *text = skip ? logreg__formula_without(c->formula, c->frame, skip) : NULL;
    free(skip);
    return text;
}

static bool found(const logreg_checkup *c, const char *code)
{
    for (size_t i = 0; i < c->n_findings; i++)
        if (strcmp(c->finding[i].code, code) == 0)
            return true;
    return false;
}

void logreg__refused(logreg_checkup *c, const logreg_error *err)
{
    logreg__finding *f = logreg__find(c, "refused", LOGREG_FINDING_STOPS, SIZE_MAX);
    logreg__page_format(&f->message, "A fit says: %s.", err->message);
    logreg__page_add(&f->advice,
                     c->n_classes == 2 && found(c, "leakage")
                         ? "Look first at the columns named here that tell the target by themselves."
                         : "Mend that, and look again.");
}

/* Which columns separate the classes. */
static void advise_separated(logreg_checkup *c, logreg__page *advice)
{
    const char *known = c->counted                             ? "Look first at what the target counts."
                        : found(c, "several_answers")          ? "Other columns may do that too."
                        : logreg__blame_levels(NULL, c->model) ? "Then look for other columns that do."
                        : found(c, "leakage") || found(c, "deciding_level")
                            ? "Look first at the columns named here that tell the target by themselves."
                            : NULL;
    size_t features = 0;
    for (size_t j = 0; j < logreg_frame_columns(c->frame); j++)
        features += logreg__in_fit(c, j);
    if (known)
        logreg__page_add(advice, known);
    else if (c->model->strata || !logreg__tell_separating(advice, c))
        logreg__page_add(
            advice, features == 1 ? "Ask what the column knows of the outcome."
                    : c->model->strata
                        ? "Look first whether there are too many columns."
                        : "No column does it by itself, so look first whether there are too many of them.");
}

static const char *advice_on(const char *code)
{
    if (strcmp(code, "bases") == 0)
        return "Write in the formula what you mean.";
    if (strcmp(code, "aliased") == 0)
        return "Leave out whichever of them you do not mean.";
    if (strcmp(code, "few_events") == 0)
        return "Choose fewer columns, by what is known of them and not by their p, or gather more rows.";
    if (strcmp(code, "many_classes") == 0)
        return "See first whether this is the target that you mean: --target names another.";
    if (strcmp(code, "alike_values") == 0 || strcmp(code, "mistyped") == 0 ||
        strcmp(code, "unit_names") == 0 || strcmp(code, "joined_answers") == 0 ||
        strcmp(code, "said_twice") == 0 || strcmp(code, "predictions") == 0 ||
        strcmp(code, "sampling_weights") == 0 || strcmp(code, "parts") == 0 ||
        strcmp(code, "matched_sets") == 0)
        return "Settle that first: what else is found here may go with it.";
    if (strcmp(code, "stray_classes") == 0)
        return "See first what these rows are: what else is found here may go with them.";
    if (strcmp(code, "not_converged") == 0)
        return "Look at the smallest and largest values of the columns.";
    return "Keep that in mind where you read the fit.";
}

static void hear(logreg_checkup *c)
{
    for (const logreg__warning *w = logreg__warning_table; w->code; w++) {
        bool told = w->by_column || (strcmp(w->code, "aliased") == 0 && logreg__aliases_told(c->model)) ||
                    (strcmp(w->code, "not_converged") == 0 && logreg_model_undecided(c->model)) ||
                    (strcmp(w->code, "many_classes") == 0 && (c->counted || found(c, "target")));
        if (told || !logreg__warn(w, NULL, c->model))
            continue;
        logreg__finding *f = logreg__find(c, w->code, LOGREG_FINDING_MISLEADS, SIZE_MAX);
        f->warning = w;
        logreg__warn(w, &f->message, c->model);
        if (strcmp(w->code, "separation") == 0)
            advise_separated(c, &f->advice);
        else
            logreg__page_add(&f->advice, advice_on(w->code));
    }
}

/* What is told of the classes where no fit tells it. */
static void tell_numbers(logreg_checkup *c)
{
    if (found(c, "target") || !logreg__numbers_as_classes(NULL, c))
        return;
    logreg__finding *f = logreg__find(c, "many_classes", LOGREG_FINDING_MISLEADS, SIZE_MAX);
    logreg__numbers_as_classes(&f->message, c);
    logreg__page_add(&f->advice, advice_on(f->code));
}

/* Of so many rows. */
static bool is_too_long(const logreg_checkup *c, size_t coefficients, size_t rows)
{
    return coefficients > MOST_COEFFICIENTS ||
           (c->n_classes > 2 && coefficients > rows && coefficients > MOST_BEYOND_ROWS);
}

static void too_many(logreg_checkup *c, size_t coefficients, size_t n)
{
    logreg__finding *f = logreg__find(c, "not_fitted", LOGREG_FINDING_NOTE, SIZE_MAX);
    logreg__page_format(&f->message, "A fit would have %zu coefficients from ", coefficients);
    logreg__write_count(&f->message, (double)n, "row", "rows");
    logreg__page_add(&f->message, ", so none was tried here.");
    logreg__page_add(&f->advice, "Exclude columns to hear of separation and of columns that others make up.");
}

/* Numbers of which each would be a class are no outcome of a fit, which would take long to say so. */
static bool measured(logreg_checkup *c)
{
    if (c->trials != SIZE_MAX || !logreg_frame_measures(c->frame, c->target))
        return false;
    logreg__finding *f = logreg__find(c, "not_fitted", LOGREG_FINDING_NOTE, SIZE_MAX);
    logreg__page_format(&f->message, "Each of %zu numbers would be a class, so no fit was tried here.",
                        c->n_classes);
    logreg__page_add(
        &f->advice,
        "Name a target of classes or counts to hear of separation and of columns that others make up.");
    return true;
}

/* How many coefficients a formula has, and in how many rows. */
static logreg_status count(size_t *coefficients, size_t *n, const logreg_checkup *c, const char *text,
                           logreg_error *err)
{
    logreg__formula *f = NULL;
    logreg__rows *rows = NULL;
    logreg__terms *terms = NULL;
    logreg_status status = logreg__formula_rows(&f, &rows, text, c->frame, &c->options, err);
    if (status == LOGREG_OK)
        status = logreg__terms_new(&terms, f, c->frame, rows, err);
    if (status == LOGREG_OK)
        *coefficients = terms->n_columns * (c->n_classes - 1);
    if (status == LOGREG_OK)
        *n = rows->n;
    logreg__terms_free(terms);
    logreg__rows_free(rows);
    logreg__formula_free(f);
    return status;
}

static void add_equals(logreg__text *text, const char *name, const char *label)
{
    logreg__name_quote(text, name);
    logreg__text_add(text, " == ");
    logreg__string_quote(text, label);
}

/* Texts of many kinds: what a fit of all of them is, and how to ask for less. */
static void tell_classes(logreg_checkup *c, size_t coefficients)
{
    const logreg__column *target = &c->frame->column[c->target];
    const logreg__response *r = c->response;
    if (c->n_classes <= FEW_CLASSES || target->kind != LOGREG_CATEGORY || target->insisted || c->counted)
        return;
    size_t first = 0; /* the commonest two */
    for (size_t k = 1; k < c->n_classes; k++)
        first = r->weight[k] > r->weight[first] ? k : first;
    size_t second = first ? 0 : 1;
    for (size_t k = 1; k < c->n_classes; k++)
        second = k != first && r->weight[k] > r->weight[second] ? k : second;
    logreg__finding *f = logreg__find(c, "classes", LOGREG_FINDING_NOTE, c->target);
    logreg__text label = {0}, condition = {0};
    logreg__page_add(&f->message, "The target ");
    logreg__write_column(&f->message, c, c->target);
    logreg__page_format(&f->message, " has %zu classes, and a fit sets each of the others against ",
                        c->n_classes);
    logreg__page_name(&f->message, r->label[0], LOGREG__NAME_ROOM);
    logreg__page_format(&f->message, ", by %zu coefficients in all.", coefficients);
    logreg__text_add(&label, r->label[first]);
    logreg__page_add(&f->advice,
                     "If less will do, ask for one class against all others together, --positive ");
    logreg__write_word(&f->advice, &label);
    add_equals(&condition, target->name, r->label[first]);
    logreg__text_add(&condition, " | ");
    add_equals(&condition, target->name, r->label[second]);
    logreg__page_add(&f->advice, ", or for several, --target ");
    logreg__write_word(&f->advice, &condition);
    logreg__page_add(&f->advice, ".");
}

void logreg__check_fit(logreg_checkup *c)
{
    if (c->n_classes == 0 || measured(c))
        return;
    logreg_error err;
    size_t coefficients = 0, rows = 0;
    char *text = formula(c);
    logreg_status status = text ? count(&coefficients, &rows, c, text, &err) : LOGREG_ENOMEM;
    if (status == LOGREG_OK && is_too_long(c, coefficients, rows))
        too_many(c, coefficients, rows);
    else if (status != LOGREG_ENOMEM) /* where there are no terms a fit knows which columns cost the rows */
        status = logreg_fit_formula(&c->model, c->frame, text, &c->options, &err);
    free(text);
    if (status == LOGREG_ENOMEM)
        c->failed = true;
    else if (status != LOGREG_OK && !logreg__target_refused(c))
        logreg__refused(c, &err);
    else if (c->model) {
        hear(c);
        tell_classes(c, coefficients);
    }
    if (!c->model && !c->failed)
        tell_numbers(c);
}
