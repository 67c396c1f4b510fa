/* What only a fit can tell: separation, columns made of others, events for each coefficient, and whatever else it
 * refuses. */
#include "doctor/checkup.h"

#include "base/memory.h"
#include "data/token.h"

/* More coefficients than this take too long for a look. */
#define MOST_COEFFICIENTS 1000

static size_t coefficients(const logreg_checkup *c)
{
    size_t p = 1;
    for (size_t j = 0; j < logreg_frame_columns(c->frame); j++)
        if (j != c->target && !c->profile[j].skip)
            p += logreg_frame_kind(c->frame, j) == LOGREG_NUMERIC ? 1 : c->profile[j].distinct - 1;
    return p * (c->n_classes - 1);
}

/* "target ~ a + b", or NULL. */
static char *formula(const logreg_checkup *c)
{
    logreg__text text = {0};
    logreg__name_quote(&text, logreg_frame_name(c->frame, c->target));
    size_t terms = 0;
    for (size_t j = 0; j < logreg_frame_columns(c->frame); j++) {
        if (j == c->target || c->profile[j].skip)
            continue;
        logreg__text_add(&text, terms++ ? " + " : " ~ ");
        logreg__name_quote(&text, logreg_frame_name(c->frame, j));
    }
    if (!terms)
        logreg__text_add(&text, " ~ 1");
    return logreg__text_take(&text);
}

static void refused(logreg_checkup *c, const logreg_error *err)
{
    logreg__finding *f = logreg__find(c, "refused", LOGREG_FINDING_STOPS, SIZE_MAX);
    logreg__page_format(&f->message, "A fit says: %s.", err->message);
    logreg__page_add(&f->advice, "Mend that, and look again.");
}

static const char *advice_on(const char *code)
{
    if (strcmp(code, "separation") == 0)
        return "Look first at the columns that tell the target by themselves, if any are named here.";
    if (strcmp(code, "aliased") == 0)
        return "Leave out whichever of them you do not mean.";
    if (strcmp(code, "few_events") == 0)
        return "Choose fewer columns, by what is known of them and not by their p, or gather more rows.";
    if (strcmp(code, "many_classes") == 0)
        return "See first whether this is the target that you mean: --target names another.";
    return "Look at the smallest and largest values of the columns.";
}

static void hear(logreg_checkup *c)
{
    for (const logreg__warning *w = logreg__warning_table; w->code; w++) {
        bool told = strcmp(w->code, "not_converged") == 0 && logreg_model_undecided(c->model);
        if (told || !w->check(NULL, c->model))
            continue;
        logreg__finding *f = logreg__find(c, w->code, LOGREG_FINDING_MISLEADS, SIZE_MAX);
        f->warning = w;
        w->check(&f->message, c->model);
        logreg__page_add(&f->advice, advice_on(w->code));
    }
}

void logreg__check_fit(logreg_checkup *c)
{
    if (c->n_classes == 0)
        return;
    size_t p = coefficients(c);
    if (p > MOST_COEFFICIENTS) {
        logreg__finding *f = logreg__find(c, "not_fitted", LOGREG_FINDING_NOTE, SIZE_MAX);
        logreg__page_format(&f->message,
                            "A fit of all columns would have %zu coefficients, so none was tried here.", p);
        logreg__page_add(&f->advice,
                         "Exclude columns to hear of separation and of columns that others make up.");
        return;
    }
    logreg_error err;
    char *text = formula(c);
    logreg_status status = text ? logreg_fit_formula(&c->model, c->frame, text, NULL, &err) : LOGREG_ENOMEM;
    free(text);
    if (status == LOGREG_ENOMEM)
        c->failed = true;
    else if (status != LOGREG_OK)
        refused(c, &err);
    else
        hear(c);
}
