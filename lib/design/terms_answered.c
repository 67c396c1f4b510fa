/* Columns that conditions alone ask about, and what rows may miss of them. */
#include <string.h>

#include "design/terms.h"
#include "formula/operation.h"

static bool names(const logreg__expression *e, const char *column)
{
    bool any = false;
    for (size_t i = 0; e && i < e->n; i++)
        any = any || (e->node[i].kind == LOGREG__NODE_COLUMN && strcmp(e->node[i].text, column) == 0);
    return any;
}

/* Does what the expression gives move with that column, and not just step with conditions on it? */
static bool moves(const logreg__expression *e, const char *column)
{
    bool moving[LOGREG__EXPRESSION_NODES];
    for (size_t i = 0; i < e->n; i++) {
        const logreg__node *node = &e->node[i];
        const logreg__operation *o = node->operation;
        moving[i] =
            o ? o->grammar != LOGREG__CONDITION && (moving[node->left] || (o->two && moving[node->right]))
              : node->kind == LOGREG__NODE_COLUMN && strcmp(node->text, column) == 0;
    }
    return moving[e->n - 1];
}

static bool steps(const logreg__made *made, const char *column)
{
    return !moves(made->input, column);
}

static bool forgives(const logreg__made *made, const char *column)
{
    (void)column;
    return logreg__made_forgives(made);
}

/* Is it named in made variables for which spared() holds, and wanted for nothing else? */
static bool spared_alone(const logreg__terms *t, size_t variable,
                         bool (*spared)(const logreg__made *made, const char *column))
{
    const char *column = t->variable[variable].column;
    bool asked = false, wanted = names(t->offset, column);
    for (size_t i = 0; i < t->n_terms; i++)
        for (size_t k = 0; k < t->term[i].n; k++)
            wanted = wanted || t->term[i].variable[k] == variable;
    for (size_t i = 0; i < t->n_taken; i++)
        wanted = wanted || strcmp(t->taken[i].column, column) == 0;
    for (size_t i = 0; i < t->n_variables && !wanted; i++) {
        const logreg__made *made = t->variable[i].made;
        if (!made || !names(made->input, column))
            continue;
        asked = true;
        wanted = !spared(made, column);
    }
    return asked && !wanted;
}

bool logreg__terms_step(const logreg__terms *t, size_t variable)
{
    return spared_alone(t, variable, steps);
}

bool logreg__terms_forgive(const logreg__terms *t, size_t variable)
{
    return spared_alone(t, variable, forgives);
}

logreg_status logreg__terms_answered(logreg__rows *rows, const logreg__terms *t, const logreg_frame *frame,
                                     logreg_error *err)
{
    logreg_status status = LOGREG_OK;
    for (size_t i = 0; i < t->n_variables && status == LOGREG_OK; i++)
        status = logreg__made_answered(rows, t->variable[i].made, frame, err);
    return status;
}
