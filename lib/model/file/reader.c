#include "model/file/reader.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"

bool logreg__read_wrong(logreg__model_reader *r, const char *member, const char *what)
{
    char place[80] = "";
    if (r->list && !r->item)
        snprintf(place, sizeof place, " (in '%.40s')", r->list);
    else if (r->list)
        snprintf(place, sizeof place, " (in number %zu of '%.40s')", r->item, r->list);
    if (r->status == LOGREG_OK)
        r->status = logreg__fail(r->err, LOGREG_EDATA, "'%s' is not a model that can be used: '%s' %s%s",
                                 r->path, member, what, place);
    return false;
}

/* Item i of a list is none of what all should be. */
static bool wrong_item(logreg__model_reader *r, const char *member, const char *what, size_t i)
{
    char why[80];
    snprintf(why, sizeof why, "should hold %s; number %zu is none", what, i + 1);
    return logreg__read_wrong(r, member, why);
}

bool logreg__read_no_memory(logreg__model_reader *r)
{
    if (r->status == LOGREG_OK)
        r->status = logreg__fail_memory(r->err);
    return false;
}

bool logreg__read_text(char **out, logreg__model_reader *r, const json_t *object, const char *member,
                       bool optional)
{
    const json_t *v = logreg__read_member(r, object, member);
    if (optional && json_is_null(v))
        return true;
    if (!json_is_string(v))
        return logreg__read_wrong(r, member, "should be a text");
    *out = logreg__copy(json_string_value(v));
    return *out || logreg__read_no_memory(r);
}

/* Beyond this whole numbers are no longer doubles; no count comes near. */
#define MOST ((json_int_t)1 << 53)

bool logreg__read_count(size_t *out, logreg__model_reader *r, const json_t *object, const char *member)
{
    const json_t *v = logreg__read_member(r, object, member);
    if (!json_is_integer(v) || json_integer_value(v) < 0 || json_integer_value(v) > MOST)
        return logreg__read_wrong(r, member, "should be a count");
    *out = (size_t)json_integer_value(v);
    return true;
}

bool logreg__read_real(double *out, const json_t *v)
{
    if (json_is_null(v))
        *out = NAN;
    else if (json_is_number(v))
        *out = json_number_value(v);
    return json_is_null(v) || json_is_number(v);
}

bool logreg__read_flag(bool *out, logreg__model_reader *r, const json_t *object, const char *member)
{
    const json_t *v = logreg__read_member(r, object, member);
    if (!json_is_boolean(v))
        return logreg__read_wrong(r, member, "should be true or false");
    *out = json_is_true(v);
    return true;
}

const json_t *logreg__read_array(logreg__model_reader *r, const json_t *object, const char *member)
{
    const json_t *v = logreg__read_member(r, object, member);
    if (json_is_array(v))
        return v;
    logreg__read_wrong(r, member, "should be a list");
    return NULL;
}

bool logreg__read_reals(double *out, size_t n, bool allow_null, logreg__model_reader *r, const json_t *object,
                        const char *member)
{
    const json_t *a = logreg__read_array(r, object, member);
    if (!a)
        return false;
    if (json_array_size(a) != n)
        return logreg__read_wrong(r, member, "has the wrong length");
    for (size_t i = 0; i < n; i++)
        if (!logreg__read_real(&out[i], json_array_get(a, i)) || (!allow_null && isnan(out[i])))
            return wrong_item(r, member, allow_null ? "numbers" : "finite numbers", i);
    return true;
}

bool logreg__read_strings(char ***out, size_t *n, logreg__model_reader *r, const json_t *object,
                          const char *member)
{
    const json_t *a = logreg__read_array(r, object, member);
    if (!a)
        return false;
    size_t size = json_array_size(a);
    *out = logreg__new(size, sizeof **out);
    if (!*out)
        return logreg__read_no_memory(r);
    for (*n = 0; *n < size; ++*n) {
        const json_t *v = json_array_get(a, *n);
        if (!json_is_string(v))
            return wrong_item(r, member, "texts", *n);
        (*out)[*n] = logreg__copy(json_string_value(v));
        if (!(*out)[*n])
            return logreg__read_no_memory(r);
    }
    return true;
}

bool logreg__read_word(int *out, const char *const *words, size_t n, logreg__model_reader *r, const json_t *v,
                       const char *member)
{
    for (size_t i = 0; json_is_string(v) && i < n; i++)
        if (strcmp(json_string_value(v), words[i]) == 0) {
            *out = (int)i;
            return true;
        }
    return logreg__read_wrong(r, member, "holds a word that is not known");
}

bool logreg__read_list(double **out, size_t *n, logreg__model_reader *r, const json_t *object,
                       const char *member)
{
    const json_t *a = logreg__read_array(r, object, member);
    if (!a)
        return false;
    *n = json_array_size(a);
    free(*out);
    *out = logreg__new(*n, sizeof **out);
    return *out ? logreg__read_reals(*out, *n, false, r, object, member) : logreg__read_no_memory(r);
}

static int compare(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

bool logreg__read_distinct(char *const *list, size_t n, logreg__model_reader *r, const char *member)
{
    char **sorted = logreg__new_raw(n, sizeof *sorted);
    if (!sorted)
        return logreg__read_no_memory(r);
    memcpy(sorted, list, n * sizeof *sorted);
    qsort(sorted, n, sizeof *sorted, compare);
    bool ok = true;
    for (size_t i = 1; ok && i < n; i++)
        ok = strcmp(sorted[i - 1], sorted[i]) != 0 || logreg__read_wrong(r, member, "holds a text twice");
    free(sorted);
    return ok;
}
