#include "values.h"

#include <ctype.h>
#include <errno.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "message.h"

bool cli_number_read(double *value, const char *text, size_t n)
{
    char copy[512], *end;
    if (n == 0 || n >= sizeof copy || strspn(text, "+-.0123456789eE") < n)
        return false;
    memcpy(copy, text, n);
    copy[n] = '\0';
    double x = strtod(copy, &end);
    if (*end || end == copy || !isfinite(x))
        return false;
    *value = x;
    return true;
}

const char *cli_choice(const cli_option *option, size_t i, char buffer[CLI_CHOICE_SIZE])
{
    if (option->choices)
        return option->choices(i);
    const char *name = option->argument;
    for (; i > 0; i--) {
        name += strcspn(name, "|");
        if (!*name++)
            return NULL;
    }
    snprintf(buffer, CLI_CHOICE_SIZE, "%.*s", (int)strcspn(name, "|"), name);
    return buffer;
}

/* Whether x lies in an interval written as "[0, 1)"; NULL holds everything. */
static bool within(const char *range, double x)
{
    if (!range)
        return true;
    char *end;
    double low = strtod(range + 1, &end), high = strtod(end + 1, &end);
    return (range[0] == '(' ? x > low : x >= low) && (*end == ')' ? x < high : x <= high);
}

/* " in [0, 1)" behind the kind of number that an option takes. */
typedef struct {
    char text[48];
} range_text;

static range_text range_of(const cli_option *option)
{
    range_text in = {""};
    if (option->range)
        snprintf(in.text, sizeof in.text, " in %s", option->range);
    return in;
}

static int set_number(const cli_call *call, const cli_option *option, double *place, const char *text,
                      size_t n)
{
    double x;
    const char *and = option->beyond ? "; " : "", *instead = option->beyond ? option->beyond : "";
    if (!cli_number_read(&x, text, n))
        return cli_fail(call, CLI_USAGE, "--%s: '%.*s' is not a number%s%s%s", option->name, (int)n, text,
                        range_of(option).text, and, instead);
    if (!within(option->range, x))
        return cli_fail(call, CLI_USAGE, "--%s must lie in %s, not %.*s%s%s", option->name, option->range,
                        (int)n, text, and, instead);
    *place = x;
    return CLI_GO_ON;
}

static int set_integer(const cli_call *call, const cli_option *option, uint64_t *place, const char *text)
{
    errno = 0;
    char *end;
    unsigned long long x = strtoull(text, &end, 10);
    if (text[0] < '0' || text[0] > '9' || *end)
        return cli_fail(call, CLI_USAGE, "--%s: '%s' is not a whole number%s", option->name, text,
                        range_of(option).text);
    if (errno == ERANGE && within(option->range, (double)x))
        return cli_fail(call, CLI_USAGE, "--%s: %s is too large; the largest is %llu", option->name, text,
                        ULLONG_MAX);
    if (errno == ERANGE || !within(option->range, (double)x))
        return cli_fail(call, CLI_USAGE, "--%s must lie in %s, not %s", option->name, option->range, text);
    *place = x;
    return CLI_GO_ON;
}

static int set_choice(const cli_call *call, const cli_option *option, const char **place, const char *text)
{
    char buffer[CLI_CHOICE_SIZE], best[CLI_CHOICE_SIZE] = "", all[512] = "";
    const char *name;
    logreg_nearest near = logreg_nearest_to(text);
    size_t used = 0;
    for (size_t i = 0; (name = cli_choice(option, i, buffer)); i++) {
        if (strcmp(name, text) == 0) {
            *place = text;
            return CLI_GO_ON;
        }
        size_t before = near.distance;
        logreg_nearest_offer(&near, name);
        if (near.distance < before)
            snprintf(best, sizeof best, "%s", name);
        const char *quote = ispunct((unsigned char)*name) ? "'" : ""; /* '.' and ',' */
        if (used < sizeof all)
            used += (size_t)snprintf(all + used, sizeof all - used, "%s%s%s%s", i ? ", " : "", quote, name,
                                     quote);
    }
    const char *home = option->elsewhere ? option->elsewhere(text) : NULL;
    if (home)
        return cli_fail(call, CLI_USAGE, "--%s: '%s' is a matter of %s --%s %s", option->name, text, home,
                        option->name, text);
    return cli_fail(call, CLI_USAGE, "--%s: '%s' is none of %s%s%s%s", option->name, text, all,
                    *best ? "; did you mean '" : "", best, *best ? "'?" : "");
}

/* Takes the next item off a list: up to the comma, or a quoted text in which "" stands for a quote. The result is
 * new; NULL if memory is out. *text moves behind the item: to a comma, the end, or what should not be there; it
 * becomes NULL where the quote is never closed. */
static char *next_item(const char **text)
{
    const char *from = *text;
    if (*from != '"') {
        size_t n = strcspn(from, ",");
        *text += n;
        return strndup(from, n);
    }
    char *item = malloc(strlen(from)), *to = item;
    if (!item)
        return NULL;
    for (from++; *from && (*from != '"' || from[1] == '"'); from++) {
        from += *from == '"';
        *to++ = *from;
    }
    *to = '\0';
    *text = *from ? from + 1 : NULL;
    return item;
}

static int add_item(const cli_call *call, cli_list *list, char *item)
{
    char **grown = item ? realloc(list->item, (list->n + 1) * sizeof *grown) : NULL;
    if (!grown) {
        free(item);
        return cli_fail_memory(call);
    }
    list->item = grown;
    list->item[list->n++] = item;
    return CLI_GO_ON;
}

static int add_items(const cli_call *call, const cli_option *option, cli_list *list, const char *text)
{
    for (const char *rest = text;; rest++) {
        int code = add_item(call, list, next_item(&rest));
        if (code != CLI_GO_ON)
            return code;
        if (!rest || (*rest && *rest != ','))
            return cli_fail(call, CLI_USAGE, "--%s: the quotes in '%s' do not enclose whole names",
                            option->name, text);
        if (!*list->item[list->n - 1])
            return cli_fail(call, CLI_USAGE,
                            "--%s: '%s' has an empty place before, between or behind its commas",
                            option->name, text);
        if (!*rest)
            return CLI_GO_ON;
    }
}

static int set_numbers(const cli_call *call, const cli_option *option, cli_numbers *list, const char *text)
{
    size_t n = 1;
    for (const char *c = text; *c; c++)
        n += *c == ',';
    free(list->value);
    *list = (cli_numbers){calloc(n, sizeof *list->value), n};
    if (!list->value)
        return cli_fail_memory(call);
    for (size_t i = 0; i < n; i++) {
        size_t length = strcspn(text, ",");
        int code = set_number(call, option, &list->value[i], text, length);
        if (code != CLI_GO_ON)
            return code;
        text += length + 1;
    }
    return CLI_GO_ON;
}

int cli_value_set(const cli_call *call, const cli_option *option, void *place, const char *text)
{
    if (text && !*text && !option->bare)
        return cli_fail(call, CLI_USAGE, "--%s needs a value: --%s %s", option->name, option->name,
                        option->argument ? option->argument : "TEXT");
    switch (option->kind) {
    case CLI_FLAG:
        *(bool *)place = true;
        return CLI_GO_ON;
    case CLI_TEXT:
        *(const char **)place = text;
        return CLI_GO_ON;
    case CLI_CHOICE:
        return set_choice(call, option, place, text);
    case CLI_NUMBER:
        return set_number(call, option, place, text, strlen(text));
    case CLI_INTEGER:
        return set_integer(call, option, place, text);
    case CLI_LIST:
        return add_items(call, option, place, text);
    case CLI_TEXTS:
        return add_item(call, place, strdup(text));
    case CLI_NUMBERS:
        return set_numbers(call, option, place, text);
    }
    return CLI_GO_ON;
}

void cli_value_clear(const cli_option *option, void *place)
{
    if (option->kind == CLI_NUMBER)
        *(double *)place = NAN;
}

void cli_value_free(const cli_option *option, void *place)
{
    if (option->kind == CLI_NUMBERS)
        free(((cli_numbers *)place)->value);
    if (option->kind == CLI_LIST || option->kind == CLI_TEXTS) {
        cli_list *list = place;
        for (size_t i = 0; i < list->n; i++)
            free(list->item[i]);
        free(list->item);
    }
}
