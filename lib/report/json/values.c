#include "report/json/values.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "base/memory.h"
#include "base/utf8.h"

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

json_t *logreg__json_pair(json_t *first, json_t *second)
{
    json_t *array = json_array();
    logreg__json_append(&array, first);
    logreg__json_append(&array, second);
    return array;
}

void logreg__json_set_test(json_t **object, logreg_test t)
{
    logreg__json_set(object, "statistic", logreg__json_real(t.statistic));
    logreg__json_set(object, "df", logreg__json_count(t.df));
    if (t.f_df > 0)
        logreg__json_set(object, "f_df", logreg__json_count(t.f_df));
    logreg__json_set(object, "p", logreg__json_real(t.p));
}

void logreg__json_set_estimate(json_t **object, const logreg_coefficient *c)
{
    logreg__json_set(object, "estimate", logreg__json_real(c->estimate));
    logreg__json_set(object, "std_error", logreg__json_real(c->std_error));
    logreg__json_set(object, "z", logreg__json_real(c->z));
    logreg__json_set(object, "p", logreg__json_real(c->p));
    logreg__json_set(object, "ci", logreg__json_pair(logreg__json_real(c->low), logreg__json_real(c->high)));
    logreg__json_set(object, "odds_ratio", logreg__json_real(c->odds_ratio));
    logreg__json_set(
        object, "odds_ratio_ci",
        logreg__json_pair(logreg__json_real(c->odds_ratio_low), logreg__json_real(c->odds_ratio_high)));
}

static json_t *end_word(double end, logreg_end known)
{
    static const char *const words[] = {[LOGREG_END_FOUND] = "finite",
                                        [LOGREG_END_OUTERMOST] = "outermost",
                                        [LOGREG_END_ONE_PATH] = "one_path"};
    return json_string(isnan(end) ? "unknown" : isinf(end) ? "infinite" : words[known]);
}

void logreg__json_set_ends(json_t **object, const logreg_coefficient *c)
{
    bool none = c->status == LOGREG_COEF_ALIASED;
    logreg__json_set(object, "ci_ends",
                     none ? json_null()
                          : logreg__json_pair(end_word(c->low, c->low_end), end_word(c->high, c->high_end)));
}

json_t *logreg__json_test(logreg_test t)
{
    if (!isfinite(t.statistic))
        return json_null();
    json_t *object = json_object();
    logreg__json_set_test(&object, t);
    return object;
}

/* Copies encoded text, with characters that could harm a terminal as \uXXXX. jansson sees to those below 32. */
static int write_safely(const char *text, size_t n, void *data)
{
    logreg__page *page = data;
    for (size_t at = 0; at < n;) {
        utf8proc_int32_t c;
        utf8proc_ssize_t used =
            utf8proc_iterate((const utf8proc_uint8_t *)text + at, (utf8proc_ssize_t)(n - at), &c);
        if (used <= 0)
            return -1;
        utf8proc_category_t kind = utf8proc_category(c);
        bool hostile = kind == UTF8PROC_CATEGORY_CC || kind == UTF8PROC_CATEGORY_CF ||
                       kind == UTF8PROC_CATEGORY_ZL || kind == UTF8PROC_CATEGORY_ZP;
        if (hostile && c >= 0x10000)
            logreg__page_format(page, "\\u%04x\\u%04x", 0xD800 + ((c - 0x10000) >> 10), 0xDC00 + (c & 0x3FF));
        else if (hostile)
            logreg__page_format(page, "\\u%04x", c);
        else
            logreg__page_bytes(page, text + at, (size_t)used);
        at += (size_t)used;
    }
    return 0;
}

void logreg__json_encode(logreg__page *page, json_t *value)
{
    size_t flags = JSON_ENCODE_ANY | JSON_REAL_PRECISION(17);
    if (!value || json_dump_callback(value, write_safely, page, flags) != 0)
        page->text.failed = true;
    json_decref(value);
}
