#include "base/json.h"

#include <math.h>

json_t *logreg__json_real(double value)
{
    return isfinite(value) ? json_real(value) : json_null();
}

json_t *logreg__json_size(size_t n)
{
    return json_integer((json_int_t)n);
}

json_t *logreg__json_text(const char *text)
{
    return text ? json_string(text) : json_null();
}

json_t *logreg__json_reals(const double *list, size_t n)
{
    json_t *array = json_array();
    for (size_t i = 0; i < n; i++)
        logreg__json_append(&array, logreg__json_real(list[i]));
    return array;
}

json_t *logreg__json_texts(char *const *list, size_t n)
{
    json_t *array = json_array();
    for (size_t i = 0; i < n; i++)
        logreg__json_append(&array, json_string(list[i]));
    return array;
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
