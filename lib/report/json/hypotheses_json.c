#include "report/hypotheses.h"

#include <string.h>

#include "model/model.h"
#include "report/json/document.h"
#include "report/json/values.h"

static json_t *equation(const logreg_equation *e, bool profile)
{
    json_t *object = json_object();
    logreg__json_set(&object, "equation", logreg__json_name(e->text));
    logreg__json_set(&object, "value", logreg__json_real(e->value));
    logreg__json_set_estimate(&object, &e->of);
    if (profile)
        logreg__json_set_ends(&object, &e->of);
    logreg__json_set(&object, "status", json_string(logreg__status_words[e->of.status]));
    logreg__json_set(&object, "redundant", json_boolean(e->follows));
    return object;
}

static json_t *item(const logreg_hypothesis *h, bool profile)
{
    json_t *object = json_object(), *equations = json_array();
    for (size_t i = 0; i < h->n_equations; i++)
        logreg__json_append(&equations, equation(&h->equation[i], profile));
    logreg__json_set(&object, "hypothesis", logreg__json_name(h->text));
    logreg__json_set(&object, "equations", equations);
    logreg__json_set(&object, "df", logreg__json_count((double)h->df));
    logreg__json_set(&object, "lr", logreg__json_test(h->lr));
    logreg__json_set(&object, "score", logreg__json_test(h->score));
    logreg__json_set(&object, "wald", logreg__json_test(h->wald));
    logreg__json_set(&object, "remark", logreg__json_name(h->remark));
    return object;
}

void logreg__document_hypotheses(logreg__page *page, const logreg_hypotheses *hypotheses)
{
    size_t items = 0;
    bool profile = strcmp(hypotheses->method, "profile") == 0;
    logreg__document_open_list(page, "hypotheses");
    for (size_t i = 0; i < hypotheses->n; i++)
        logreg__document_put_item(page, item(&hypotheses->hypothesis[i], profile), &items);
    logreg__document_close_list(page, items);
}
