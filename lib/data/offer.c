#include "data/offer.h"

#include <logreg/base.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "data/alike.h"

static bool counts(const size_t *rows, size_t level)
{
    return !rows || rows[level];
}

const char *logreg__levels_nearest(const char *label, char *const *levels, const size_t *rows, size_t n)
{
    logreg_nearest near = logreg_nearest_to(label);
    for (size_t l = 0; l < n; l++)
        if (counts(rows, l) && logreg__labels_alike(label, levels[l]))
            return levels[l];
    for (size_t l = 0; l < n; l++)
        if (counts(rows, l))
            logreg_nearest_offer(&near, levels[l]);
    for (size_t l = 0; l < n && near.name; l++) /* which does not tell capitals from small letters */
        if (counts(rows, l) && logreg__utf8_same_letters(levels[l], near.name) &&
            logreg__utf8_shared(label, levels[l]) > logreg__utf8_shared(label, near.name))
            near.name = levels[l];
    return near.name;
}

const char *logreg__levels_offer(char room[LOGREG__OFFER], const char *label, char *const *levels,
                                 const size_t *rows, size_t n)
{
    const char *near = logreg__levels_nearest(label, levels, rows, n);
    size_t used = 0, l = 0, shown = 0;
    *room = '\0';
    if (near) {
        snprintf(room, LOGREG__OFFER, "; did you mean '%.80s'?", near);
        return room;
    }
    for (; l < n && used + strlen(levels[l]) + 20 < LOGREG__OFFER; l++)
        if (counts(rows, l))
            used += (size_t)snprintf(room + used, LOGREG__OFFER - used, "%s'%s'",
                                     shown++ ? ", " : "; it has ", levels[l]);
    if (l < n && shown)
        snprintf(room + used, LOGREG__OFFER - used, ", ..");
    return room;
}
