/* Which members of a file its readers asked for; what nobody asked for is no member that this library knows. */
#include "base/memory.h"
#include "model/file/reader.h"

static int compare(const void *a, const void *b)
{
    const logreg__asked *x = a, *y = b;
    uintptr_t in_x = (uintptr_t)x->object, in_y = (uintptr_t)y->object;
    return in_x != in_y ? (in_x > in_y) - (in_x < in_y) : strcmp(x->member, y->member);
}

const json_t *logreg__read_member(logreg__model_reader *r, const json_t *object, const char *member)
{
    if (!logreg__grow(&r->asked, &r->room, r->n_asked + 1, sizeof *r->asked))
        logreg__read_no_memory(r);
    else
        r->asked[r->n_asked++] = (logreg__asked){object, member};
    return json_object_get(object, member);
}

/* An object, and those that are its members or items of them. Goes no deeper than the readers went. */
static bool check_object(logreg__model_reader *r, json_t *object)
{
    const char *member, *list = r->list;
    size_t item = r->item, i;
    json_t *value, *one;
    json_object_foreach(object, member, value)
    {
        logreg__asked wanted = {object, member};
        if (!bsearch(&wanted, r->asked, r->n_asked, sizeof wanted, compare))
            return logreg__read_wrong(r, member, "is unknown to logreg " LOGREG_VERSION);
        r->list = member;
        r->item = 0;
        if (json_is_object(value) && !check_object(r, value))
            return false;
        json_array_foreach(value, i, one)
        {
            r->item = i + 1;
            if (json_is_object(one) && !check_object(r, one))
                return false;
        }
        r->list = list;
        r->item = item;
    }
    return true;
}

bool logreg__read_all_asked(logreg__model_reader *r, json_t *file)
{
    qsort(r->asked, r->n_asked, sizeof *r->asked, compare);
    return check_object(r, file);
}
