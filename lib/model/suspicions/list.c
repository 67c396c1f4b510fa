/* A model's list of suspicions: what comes to it, what is taken back, and whose the texts are. */
#include <string.h>

#include "base/memory.h"
#include "model/suspicions/judge.h"
#include "model/suspicions/kinds.h"

/* The i-th text of a suspicion beside its column's name; NULL: it has no more. */
static char **text_of(logreg__suspicion *s, size_t i)
{
    for (size_t k = 0; k < LOGREG__SUSPICION_PARTS; k++)
        for (const logreg__field *f = logreg__suspicion_table[s->kind].part[k].field; f && f->name; f++)
            if (f->kind == LOGREG__FIELD_NAME && !i--)
                return (char **)((char *)s + f->offset);
    return NULL;
}

static void clear(logreg__suspicion *s)
{
    char **text;
    free(s->column);
    for (size_t i = 0; (text = text_of(s, i)); i++)
        free(*text);
}

bool logreg__suspicion_copy(logreg__suspicion *copy, const logreg__suspicion *s, const char *column)
{
    char **text;
    *copy = *s;
    copy->column = logreg__copy(column);
    bool ok = copy->column;
    for (size_t i = 0; (text = text_of(copy, i)); i++) {
        *text = logreg__copy(*text);
        ok = ok && *text;
    }
    return ok;
}

void logreg__suspicions_free(logreg__suspicion *suspicion, size_t n)
{
    for (size_t i = 0; i < n; i++)
        clear(&suspicion[i]);
    free(suspicion);
}

bool logreg__suspicion_add(logreg_model *m, const logreg__suspicion *s, const char *column)
{
    size_t room = m->n_suspicions;
    logreg__suspicion copy;
    if (!logreg__suspicion_copy(&copy, s, column) ||
        !logreg__grow(&m->suspicion, &room, m->n_suspicions + 1, sizeof *m->suspicion)) {
        clear(&copy);
        return false;
    }
    m->suspicion[m->n_suspicions++] = copy;
    return true;
}

bool logreg__suspicion_add_once(logreg_model *m, const logreg__suspicion *s, const char *column)
{
    return logreg__suspected(m, s->kind, column) || logreg__suspicion_add(m, s, column);
}

bool logreg__suspected(const logreg_model *m, logreg__suspicion_kind kind, const char *column)
{
    for (size_t i = 0; i < m->n_suspicions; i++)
        if (m->suspicion[i].kind == kind && (!column || strcmp(m->suspicion[i].column, column) == 0))
            return true;
    return false;
}

void logreg__suspicions_forget(logreg_model *m, logreg__suspicion_kind kind, const char *column)
{
    size_t kept = 0;
    for (size_t i = 0; i < m->n_suspicions; i++) {
        logreg__suspicion *s = &m->suspicion[i];
        if (s->kind == kind && (!column || strcmp(s->column, column) == 0))
            clear(s);
        else
            m->suspicion[kept++] = *s;
    }
    m->n_suspicions = kept;
}
