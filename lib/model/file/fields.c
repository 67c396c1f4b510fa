#include "model/file/fields.h"

#include "base/json.h"

/* Is it not written, being what a reader takes for granted? */
static bool left_out(const logreg__field *f, const void *at)
{
    switch (f->kind) {
    case LOGREG__FIELD_TEXT_OR_NONE:
        return !*(char *const *)at;
    case LOGREG__FIELD_COUNT_IF_ANY:
        return !*(const size_t *)at;
    case LOGREG__FIELD_FLAG_IF_TRUE:
        return !*(const bool *)at;
    case LOGREG__FIELD_REAL_OR_0:
        return *(const double *)at == 0;
    case LOGREG__FIELD_WORD_IF_ANY:
        return !*(const int *)at;
    default:
        return false;
    }
}

static json_t *value_of(const logreg__field *f, const void *at)
{
    switch (f->kind) {
    case LOGREG__FIELD_TEXT:
    case LOGREG__FIELD_TEXT_OR_NONE:
    case LOGREG__FIELD_NAME:
        return logreg__json_text(*(char *const *)at);
    case LOGREG__FIELD_COUNT:
    case LOGREG__FIELD_COUNT_IF_ANY:
    case LOGREG__FIELD_COUNT_OR_0:
        return logreg__json_size(*(const size_t *)at);
    case LOGREG__FIELD_REAL:
    case LOGREG__FIELD_REAL_OR_0:
    case LOGREG__FIELD_NUMBER:
        return logreg__json_real(*(const double *)at);
    case LOGREG__FIELD_FLAG:
    case LOGREG__FIELD_FLAG_IF_TRUE:
    case LOGREG__FIELD_FLAG_OR_FALSE:
        return json_boolean(*(const bool *)at);
    case LOGREG__FIELD_WORD:
    case LOGREG__FIELD_WORD_IF_ANY:
        return json_string(f->words[*(const int *)at]);
    case LOGREG__FIELD_VALUES:
        return logreg__json_reals(((const logreg_sentinel *)at)->value,
                                  ((const logreg_sentinel *)at)->n_values);
    }
    return NULL;
}

void logreg__put_fields(json_t **object, const void *of, const logreg__field *field)
{
    for (const logreg__field *f = field; f->name; f++) {
        const void *at = (const char *)of + f->offset;
        if (!left_out(f, at))
            logreg__json_set(object, f->name, value_of(f, at));
    }
}

/* May a file lack it? */
static bool may_lack(const logreg__field *f)
{
    switch (f->kind) {
    case LOGREG__FIELD_TEXT_OR_NONE:
    case LOGREG__FIELD_COUNT_IF_ANY:
    case LOGREG__FIELD_COUNT_OR_0:
    case LOGREG__FIELD_FLAG_IF_TRUE:
    case LOGREG__FIELD_FLAG_OR_FALSE:
    case LOGREG__FIELD_REAL_OR_0:
    case LOGREG__FIELD_WORD_IF_ANY:
        return true;
    default:
        return false;
    }
}

static bool read_values(logreg_sentinel *s, const logreg__field *f, logreg__model_reader *r,
                        const json_t *object)
{
    const json_t *list = logreg__read_array(r, object, f->name);
    if (!list)
        return false;
    s->n_values = json_array_size(list);
    if (!s->n_values || s->n_values > LOGREG_SENTINELS)
        return logreg__read_wrong(r, f->name, "has the wrong length");
    return logreg__read_reals(s->value, s->n_values, false, r, object, f->name);
}

static bool read_value(void *at, const logreg__field *f, logreg__model_reader *r, const json_t *object)
{
    const json_t *value = logreg__read_member(r, object, f->name);
    switch (f->kind) {
    case LOGREG__FIELD_TEXT:
    case LOGREG__FIELD_TEXT_OR_NONE:
        return logreg__read_text(at, r, object, f->name, true);
    case LOGREG__FIELD_NAME:
        return logreg__read_text(at, r, object, f->name, false);
    case LOGREG__FIELD_COUNT:
    case LOGREG__FIELD_COUNT_IF_ANY:
    case LOGREG__FIELD_COUNT_OR_0:
        return logreg__read_count(at, r, object, f->name);
    case LOGREG__FIELD_REAL:
    case LOGREG__FIELD_REAL_OR_0:
        return logreg__read_real(at, value) || logreg__read_wrong(r, f->name, "should be a number");
    case LOGREG__FIELD_NUMBER:
        return (json_is_number(value) && logreg__read_real(at, value)) ||
               logreg__read_wrong(r, f->name, "should be a number");
    case LOGREG__FIELD_FLAG:
    case LOGREG__FIELD_FLAG_IF_TRUE:
    case LOGREG__FIELD_FLAG_OR_FALSE:
        return logreg__read_flag(at, r, object, f->name);
    case LOGREG__FIELD_WORD:
    case LOGREG__FIELD_WORD_IF_ANY:
        return logreg__read_word(at, f->words, f->n_words, r, value, f->name);
    case LOGREG__FIELD_VALUES:
        return read_values(at, f, r, object);
    }
    return false;
}

bool logreg__read_fields(void *of, const logreg__field *field, logreg__model_reader *r, const json_t *object)
{
    bool ok = true;
    for (const logreg__field *f = field; ok && f->name; f++)
        ok = (may_lack(f) && !logreg__read_member(r, object, f->name)) ||
             read_value((char *)of + f->offset, f, r, object);
    return ok;
}
