#include "model/doors/prepared.h"

#include "base/error.h"

/* What else is learned from the rows, once what is imputed has been. */
static logreg_status learn(logreg__prepared *p, const logreg__rows *rows, const logreg_options *o,
                           logreg_error *err)
{
    logreg_status status = LOGREG_OK;
    if (o->text) {
        p->formula->sparse = true;
        status = logreg__texts_learn(&p->texts, rows, o, err);
    }
    if (o->strata)
        p->formula->intercept =
            true; /* for the coding of categories; as each set has one of its own, it then goes */
    if (status == LOGREG_OK)
        status = logreg__terms_new(&p->terms, p->formula, p->frame, rows, err);
    if (status != LOGREG_OK)
        return status;
    if (o->strata)
        logreg__terms_drop_intercept(p->terms);
    logreg__imputing_hand(&p->imputing, p->terms);
    return !o->text || logreg__texts_hand(&p->texts, p->terms) ? LOGREG_OK : logreg__fail_memory(err);
}

logreg_status logreg__prepare(logreg__prepared *p, const logreg_frame *raw, const char *text,
                              const logreg_options *o, const logreg__leaving *leaving, logreg_error *err)
{
    p->frame = raw;
    logreg_status status = o->text ? logreg__texts_open(&p->texts, &p->frame, o, err) : LOGREG_OK;
    if (status == LOGREG_OK)
        status =
            logreg__formula_imputed(&p->formula, &p->rows, &p->imputing, &p->frame, text, o, leaving, err);
    return status == LOGREG_OK ? learn(p, p->rows, o, err) : status;
}

static logreg_status learn_matrix(logreg__prepared *p, const logreg__source *s, const logreg__rows *rows,
                                  const logreg_options *o, logreg_error *err)
{
    logreg_status status =
        logreg__matrix_imputed(&p->terms, &p->imputing, &p->frame, s->n_features, rows, s->outcome, o, err);
    if (status == LOGREG_OK)
        logreg__imputing_hand(&p->imputing, p->terms);
    return status;
}

logreg_status logreg__prepare_again(logreg__prepared *p, const logreg__source *s, const logreg__rows *rows,
                                    int threads, logreg_error *err)
{
    logreg_options o = *s->options;
    logreg__rows seen = *rows;
    seen.whole = (logreg__rows *)(s->rows->whole ? s->rows->whole : s->rows); /* to be read alone */
    o.threads = threads;
    p->frame = s->raw;
    if (!s->text)
        return learn_matrix(p, s, &seen, &o, err);
    logreg_status status = o.text ? logreg__texts_open(&p->texts, &p->frame, &o, err) : LOGREG_OK;
    if (status == LOGREG_OK)
        status = logreg__formula_imputed_by(&p->formula, &p->imputing, &p->frame, s->text, &o, &seen, err);
    return status == LOGREG_OK ? learn(p, &seen, &o, err) : status;
}

void logreg__prepared_clear(logreg__prepared *p)
{
    logreg__terms_free(p->terms);
    logreg__formula_free(p->formula);
    logreg__rows_free(p->rows);
    logreg__imputing_clear(&p->imputing);
    logreg__texts_clear(&p->texts);
    *p = (logreg__prepared){0};
}
