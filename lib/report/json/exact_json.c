#include "report/exact.h"

#include "report/json/document.h"
#include "report/json/values.h"

static json_t *item(const logreg_exact *e)
{
    json_t *object = json_object();
    logreg__json_set(&object, "name", logreg__json_name(e->name));
    logreg__json_set(&object, "statistic", logreg__json_real(e->statistic));
    logreg__json_set(&object, "range",
                     logreg__json_pair(logreg__json_real(e->least), logreg__json_real(e->most)));
    logreg__json_set(&object, "n_values", logreg__json_count((double)e->values));
    logreg__json_set(&object, "n_states", logreg__json_count((double)e->states));
    logreg__json_set(&object, "estimate", logreg__json_real(e->estimate));
    logreg__json_set(&object, "median_unbiased", logreg__json_real(e->median_unbiased));
    logreg__json_set(&object, "ci", logreg__json_pair(logreg__json_real(e->low), logreg__json_real(e->high)));
    logreg__json_set(&object, "probability", logreg__json_real(e->probability));
    logreg__json_set(&object, "p", logreg__json_real(e->p));
    logreg__json_set(&object, "p_mid", logreg__json_real(e->p_mid));
    logreg__json_set(&object, "p_probability", logreg__json_real(e->p_probability));
    logreg__json_set(&object, "score", logreg__json_real(e->score));
    logreg__json_set(&object, "p_score", logreg__json_real(e->p_score));
    logreg__json_set(&object, "remark", logreg__json_name(e->remark));
    return object;
}

static json_t *term_item(const logreg_exact_term *t)
{
    json_t *object = json_object();
    logreg__json_set(&object, "term", logreg__json_name(t->name));
    logreg__json_set(&object, "df", logreg__json_count((double)t->df));
    logreg__json_set(&object, "n_values", logreg__json_count((double)t->values));
    logreg__json_set(&object, "n_states", logreg__json_count((double)t->states));
    logreg__json_set(&object, "probability", logreg__json_real(t->probability));
    logreg__json_set(&object, "p_probability", logreg__json_real(t->p_probability));
    logreg__json_set(&object, "p_probability_mid", logreg__json_real(t->p_probability_mid));
    logreg__json_set(&object, "score", logreg__json_real(t->score));
    logreg__json_set(&object, "p_score", logreg__json_real(t->p_score));
    logreg__json_set(&object, "p_score_mid", logreg__json_real(t->p_score_mid));
    logreg__json_set(&object, "remark", logreg__json_name(t->remark));
    return object;
}

void logreg__document_exact(logreg__page *page, const logreg_exacts *exact)
{
    size_t items = 0;
    logreg__document_open_list(page, "exact");
    for (size_t i = 0; i < exact->n; i++)
        logreg__document_put_item(page, item(&exact->coefficient[i]), &items);
    logreg__document_close_list(page, items);
    items = 0;
    logreg__document_open_list(page, "exact_terms");
    for (size_t i = 0; i < exact->n_terms; i++)
        logreg__document_put_item(page, term_item(&exact->term[i]), &items);
    logreg__document_close_list(page, items);
}
