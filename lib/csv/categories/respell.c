/* Answers in several spellings beside numbers that need mending: one command does both, and the sentence says so. */
#include "csv/mending/mend.h"
#include "csv/mending/plan.h"
#include "csv/categories/surplus.h"

#include <string.h>

#include "base/memory.h"
#include "base/text.h"

/* Room for a clause. */
enum { RESPELT = LOGREG__NAMES + 80 };

bool logreg__respell_add(logreg__mending *all, logreg_frame *frame, size_t j, const logreg__csv *csv)
{
    const logreg__column *c = &frame->column[j];
    logreg__text statements = {0};
    if (logreg__surplus_find(frame, j, csv) != LOGREG_OK)
        return false;
    if (!c->respelling)
        return true;
    if (all->respelling) {
        logreg__text_add(&statements, all->respelling);
        logreg__text_add(&statements, "; ");
    }
    logreg__text_add(&statements, c->respelling);
    if (statements.failed) {
        free(statements.start);
        return false;
    }
    free(all->respelling);
    all->respelling = statements.start;
    all->respelled = j + 1;
    logreg__names_add(&all->respelt, c->name);
    return true;
}

/* "; the command writes the answers of 'smoker' in one way each, too", where it does. Returns its length. */
static size_t write_clause(char room[RESPELT], const char *message, const logreg__mending *all)
{
    *room = '\0';
    if (!all->respelling || !strstr(message, all->respelling))
        return 0;
    logreg__names names = all->respelt;
    return (size_t)snprintf(room, RESPELT, "; the command writes the answers of %s in one way each, too",
                            logreg__names_end(&names));
}

void logreg__respell_tell(const logreg__csv *csv, const logreg__mending *all)
{
    char clause[RESPELT], *room = csv->plan ? csv->plan->aside : NULL;
    size_t n = csv->err && room ? write_clause(clause, csv->err->message, all) : 0;
    size_t told = room ? strlen(room) : 0;
    if (!n || n + told >= sizeof csv->plan->aside)
        return;
    memmove(room + n, room, told + 1);
    memcpy(room, clause, n);
}

bool logreg__respell_doubt(logreg__column *c, const logreg__mending *all)
{
    char clause[RESPELT];
    logreg__text text = {0};
    if (!write_clause(clause, c->doubt, all))
        return true;
    logreg__text_add(&text, c->doubt);
    logreg__text_add(&text, clause);
    if (text.failed) {
        free(text.start);
        return false;
    }
    free(c->doubt);
    c->doubt = text.start;
    return true;
}
