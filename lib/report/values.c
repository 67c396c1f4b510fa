#include "report/values.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

json_t *logreg__json_real(double value)
{
    return isfinite(value) ? json_real(value) : json_null();
}

json_t *logreg__json_count(double value)
{
    bool whole = fabs(value) < 9007199254740992.0 && value == floor(value);
    return whole ? json_integer((json_int_t)value) : logreg__json_real(value);
}

json_t *logreg__json_name(const char *text)
{
    if (!text)
        return json_null();
    size_t n = strlen(text);
    if (logreg__utf8_valid(text, n) == n)
        return json_stringn(text, n);
    char *clean = logreg__new_raw(n, 3), *end = clean;
    for (size_t at = 0; clean && at < n;) {
        size_t valid = logreg__utf8_valid(text + at, n - at);
        memcpy(end, text + at, valid);
        end += valid;
        at += valid;
        if (at < n) {
            memcpy(end, "\xef\xbf\xbd", 3);
            end += 3;
            at++;
        }
    }
    json_t *value = clean ? json_stringn(clean, (size_t)(end - clean)) : NULL;
    free(clean);
    return value;
}

void logreg__json_set(json_t **object, const char *key, json_t *value)
{
    if (*object && json_object_set_new(*object, key, value) == 0)
        return;
    if (!*object)
        json_decref(value);
    json_decref(*object);
    *object = NULL;
}

void logreg__json_append(json_t **array, json_t *value)
{
    if (*array && json_array_append_new(*array, value) == 0)
        return;
    if (!*array)
        json_decref(value);
    json_decref(*array);
    *array = NULL;
}

json_t *logreg__json_pair(json_t *first, json_t *second)
{
    json_t *array = json_array();
    logreg__json_append(&array, first);
    logreg__json_append(&array, second);
    return array;
}
