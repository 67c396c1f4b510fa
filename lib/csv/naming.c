#include "csv/naming.h"

#include <string.h>

enum { NAMED = 4 };

void logreg__names_add(logreg__names *names, const char *name)
{
    size_t used = strlen(names->text);
    char shown[LOGREG__SHOWN];
    bool room = names->n++ == names->told && names->told < NAMED &&
                used + LOGREG__SHOWN / 2 + 32 < sizeof names->text;
    names->told += room;
    if (room)
        snprintf(names->text + used, sizeof names->text - used, "%s'%.*s'", used ? ", " : "",
                 LOGREG__SHOWN / 2, logreg__show(shown, name, strlen(name)));
}

const char *logreg__names_end(logreg__names *names)
{
    size_t used = strlen(names->text);
    if (names->n > names->told)
        snprintf(names->text + used, sizeof names->text - used, " and %zu more", names->n - names->told);
    return names->text;
}
