/* The grammar of hypotheses:
 *
 *     hypothesis = chain {"," chain}
 *     chain      = sum {"=" sum}
 *     sum        = product {("+" | "-") product}
 *     product    = operand {("*" | "/") operand}
 *     operand    = ("+" | "-") operand | number | name | "(" sum ")"
 *
 * A name is what the model has, as it is printed, whatever characters are in it, or stands in backticks; so names come before signs.
 */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/text.h"
#include "hypothesis/equations.h"
#include "hypothesis/forms.h"

#define DEEPEST 100

typedef struct {
    const logreg__names *names;
    const char *what, *text, *at;
    int depth;
    logreg_error *err;
} reader;

static logreg_status read_sum(logreg__forms *out, reader *r);

/* ---- Characters ---- */

static void skip_blanks(reader *r)
{
    while (*r->at == ' ' || *r->at == '\t' || *r->at == '\n' || *r->at == '\r')
        r->at++;
}

/* Is that the next sign? If so it is taken. */
static bool take(reader *r, char sign)
{
    skip_blanks(r);
    if (*r->at != sign)
        return false;
    r->at++;
    return true;
}

/* The place of r->at, counted in characters from 1. */
static size_t place(const reader *r)
{
    size_t n = 1;
    for (const char *c = r->text; c < r->at; c++)
        n += ((unsigned char)*c & 0xc0) != 0x80;
    return n;
}

/* Bytes of the number at text; 0: there is none. */
static size_t number_length(const char *text)
{
    size_t n = strspn(text, "0123456789."), digits = 0;
    for (size_t i = 0; i < n; i++)
        digits += text[i] != '.';
    if (!digits)
        return 0;
    size_t sign = text[n] && (text[n + 1] == '+' || text[n + 1] == '-');
    size_t exponent = text[n] == 'e' || text[n] == 'E' ? strspn(text + n + 1 + sign, "0123456789") : 0;
    return exponent ? n + 1 + sign + exponent : n;
}

static logreg_status not_expected(const reader *r, const char *expected)
{
    if (*r->at == '\0')
        return logreg__fail(r->err, LOGREG_EINVAL, "%s: %s is expected at the end", r->what, expected);
    int length = 1;
    while (((unsigned char)r->at[length] & 0xc0) == 0x80)
        length++;
    if (strchr("<>!", *r->at))
        return logreg__fail(r->err, LOGREG_EINVAL,
                            "%s, character %zu: hypotheses are equations; '%.*s' is none of = + - * / ( ) ,",
                            r->what, place(r), length, r->at);
    return logreg__fail(r->err, LOGREG_EINVAL, "%s, character %zu: %s is expected, not '%.*s'", r->what,
                        place(r), expected, length, r->at);
}

/* ---- Names ---- */

/* The word at r->at, as far as a name may go: to a sign, comma or blank that is in no brackets. */
static char *word(const reader *r)
{
    size_t n = 0;
    int depth = 0;
    for (; r->at[n]; n++) {
        if (depth == 0 && strchr(" \t\r\n,=+-*/)", r->at[n]))
            break;
        depth += r->at[n] == '(' || r->at[n] == '[' ? 1 : r->at[n] == ')' || r->at[n] == ']' ? -1 : 0;
    }
    return strndup(r->at, n);
}

/* What the backticks at r->at hold, which are taken. */
static logreg_status read_quoted(char **name, reader *r)
{
    logreg__text text = {0};
    const char *c = r->at + 1;
    logreg__text_add(&text, "");
    for (; *c && (*c != '`' || c[1] == '`'); c++) {
        logreg__text_add_bytes(&text, c, 1);
        c += *c == '`';
    }
    if (!*c) {
        free(logreg__text_take(&text));
        return logreg__fail(r->err, LOGREG_EINVAL, "%s, character %zu: this backtick is never closed",
                            r->what, place(r));
    }
    r->at = c + 1;
    *name = logreg__text_take(&text);
    return *name ? LOGREG_OK : logreg__fail_memory(r->err);
}

static logreg_status aliased(const reader *r, size_t column)
{
    const logreg_model *m = r->names->model;
    const logreg__alias *alias = &m->alias[column];
    const char *name = m->terms->name[column];
    if (alias->n == 0)
        return logreg__fail(r->err, LOGREG_EDATA,
                            "%s: '%s' is 0 in every row, so that it has no coefficient to test", r->what,
                            name);
    return logreg__fail(
        r->err, LOGREG_EDATA,
        "%s: '%s' is aliased, being made of '%s'%s, so that it has no coefficient to test; leave it "
        "out, or test what it is made of",
        r->what, name, alias->name[0], alias->n > 1 ? " and others" : "");
}

/* The coefficients that a name stands for. */
static logreg_status take_name(logreg__forms *out, const reader *r, const logreg__found *found)
{
    const logreg_model *m = r->names->model;
    const logreg__name *name = found->name;
    size_t from = found->k ? found->k - 1 : 0, to = found->k ? found->k : m->k, n = 0;
    for (size_t j = name->first; j < name->first + name->count; j++)
        n += m->status[j] != LOGREG_COEF_ALIASED;
    if (n == 0)
        return aliased(r, name->first);
    if (!logreg__forms_init(out, n * (to - from), m->q))
        return logreg__fail_memory(r->err);
    size_t row = 0;
    for (size_t k = from; k < to; k++)
        for (size_t j = name->first; j < name->first + name->count; j++)
            if (m->status[j] != LOGREG_COEF_ALIASED)
                logreg__form(out, row++)[k * m->p + j] = 1;
    return LOGREG_OK;
}

static logreg_status read_name(logreg__forms *out, reader *r)
{
    const logreg_model *m = r->names->model;
    char *name = NULL;
    const char *begin = r->at;
    logreg_status status = *r->at == '`' ? read_quoted(&name, r) : LOGREG_OK;
    if (status != LOGREG_OK)
        return status;
    bool quoted = name != NULL;
    logreg__found found = logreg__names_find(r->names, quoted ? name : r->at);
    if (!quoted && !found.name && !(name = word(r)))
        return logreg__fail_memory(r->err);
    if (!found.name || (quoted && name[found.length])) {
        status = *name ? logreg__names_unknown(r->names, r->what, name, r->err)
                       : not_expected(r, "a coefficient or a number");
    } else if (found.other) {
        status = logreg__fail(r->err, LOGREG_EINVAL, "%s: '%.*s' may be '%s' or '%s'; write it so", r->what,
                              (int)(quoted ? strlen(name) : found.length), quoted ? name : begin,
                              m->terms->name[found.name->first], m->terms->name[found.other->first]);
    } else if (found.k == SIZE_MAX) {
        status = logreg__fail(
            r->err, LOGREG_EINVAL,
            "%s: '%s' is the class that the others are compared with, and has no coefficients; name "
            "another, such as '%s'",
            r->what, m->class_label[0], m->class_label[1]);
    } else {
        r->at += quoted ? 0 : found.length;
        status = take_name(out, r, &found);
    }
    free(name);
    return status;
}

/* ---- Arithmetic ---- */

static logreg_status read_number(logreg__forms *out, reader *r, size_t length)
{
    double value;
    if (!logreg__number_parse(&value, r->at, length, '.'))
        return logreg__fail(r->err, LOGREG_EINVAL, "%s, character %zu: '%.*s' is no number", r->what,
                            place(r), (int)length, r->at);
    r->at += length;
    if (!logreg__forms_init(out, 1, r->names->model->q))
        return logreg__fail_memory(r->err);
    out->a[out->q] = value;
    return LOGREG_OK;
}

static logreg_status read_inside(logreg__forms *out, reader *r)
{
    logreg_status status = read_sum(out, r);
    if (status == LOGREG_OK && !take(r, ')'))
        status = not_expected(r, "a ')'");
    return status;
}

static logreg_status read_operand(logreg__forms *out, reader *r)
{
    double sign = 1;
    for (skip_blanks(r); *r->at == '-' || *r->at == '+'; skip_blanks(r))
        sign = *r->at++ == '-' ? -sign : sign;
    size_t digits = number_length(r->at);
    bool named = logreg__names_find(r->names, r->at).length > digits;
    logreg_status status;
    if (digits && !named) {
        status = read_number(out, r, digits);
    } else if (*r->at != '(' || named) {
        status = *r->at && strchr("<>!=,)*/", *r->at) ? not_expected(r, "a coefficient or a number")
                                                      : read_name(out, r);
    } else if (r->depth == DEEPEST) {
        status = logreg__fail(r->err, LOGREG_EINVAL, "%s, character %zu: parentheses are nested too deeply",
                              r->what, place(r));
    } else {
        r->at++;
        r->depth++;
        status = read_inside(out, r);
        r->depth--;
    }
    if (status == LOGREG_OK && sign < 0)
        logreg__forms_scale(out, sign);
    return status;
}

/* out times, or over, another, of which one is a number. */
static logreg_status multiply(logreg__forms *out, logreg__forms *other, bool over, const reader *r)
{
    double number = other->a[other->q];
    if (over && (!logreg__forms_constant(other) || number == 0))
        return logreg__fail(r->err, LOGREG_EINVAL,
                            number == 0 && logreg__forms_constant(other)
                                ? "%s: nothing can be divided by 0"
                                : "%s: a hypothesis is linear; coefficients stand behind no '/'",
                            r->what);
    if (!logreg__forms_constant(other)) {
        if (!logreg__forms_constant(out))
            return logreg__fail(
                r->err, LOGREG_EINVAL,
                "%s: a hypothesis is linear; coefficients are not multiplied by each other (a "
                "product of columns is called 'a:b')",
                r->what);
        number = out->a[out->q];
        logreg__forms turned = *out;
        *out = *other;
        *other = turned;
    }
    logreg__forms_scale(out, over ? 1 / number : number);
    return LOGREG_OK;
}

static logreg_status read_product(logreg__forms *out, reader *r)
{
    logreg_status status = read_operand(out, r);
    while (status == LOGREG_OK) {
        bool over = take(r, '/');
        if (!over && !take(r, '*'))
            break;
        logreg__forms other = {0};
        status = read_operand(&other, r);
        if (status == LOGREG_OK)
            status = multiply(out, &other, over, r);
        logreg__forms_clear(&other);
    }
    return status;
}

static logreg_status read_sum(logreg__forms *out, reader *r)
{
    logreg_status status = read_product(out, r);
    while (status == LOGREG_OK) {
        bool minus = take(r, '-');
        if (!minus && !take(r, '+'))
            break;
        logreg__forms other = {0};
        status = read_product(&other, r);
        if (status == LOGREG_OK)
            status = logreg__forms_add(out, minus ? -1 : 1, &other, r->what, r->err);
        logreg__forms_clear(&other);
    }
    return status;
}

/* ---- Equations ---- */

static bool in_range(const logreg__forms *forms)
{
    for (size_t i = 0; i < forms->n * (forms->q + 1); i++)
        if (!isfinite(forms->a[i]))
            return false;
    return true;
}

/* That these forms are 0. */
static logreg_status add_forms(logreg__equations *e, const logreg__forms *forms, const reader *r)
{
    logreg_status status = LOGREG_OK;
    if (!in_range(forms))
        return logreg__fail(r->err, LOGREG_EINVAL, "%s: its numbers are too large", r->what);
    for (size_t i = 0; status == LOGREG_OK && i < forms->n; i++) {
        const double *row = logreg__form(forms, i);
        double right = row[forms->q];
        status = logreg__equations_add(e, row, right == 0 ? 0 : -right, r->what, r->err);
    }
    return status;
}

/* left = right; where only the right side has coefficients the two change places. Left is spent. */
static logreg_status add_equation(logreg__equations *e, logreg__forms *left, const logreg__forms *right,
                                  const reader *r)
{
    double sign = logreg__forms_constant(left) && !logreg__forms_constant(right) ? -1 : 1;
    logreg_status status = logreg__forms_add(left, -1, right, r->what, r->err);
    if (status != LOGREG_OK)
        return status;
    logreg__forms_scale(left, sign);
    return add_forms(e, left, r);
}

/* A side, behind which nothing stands but what may. */
static logreg_status read_side(logreg__forms *out, reader *r)
{
    logreg_status status = read_sum(out, r);
    skip_blanks(r);
    if (status == LOGREG_OK && *r->at && *r->at != '=' && *r->at != ',')
        status = not_expected(r, "a sign, such as + or =,");
    return status;
}

static logreg_status read_chain(logreg__equations *e, reader *r)
{
    logreg__forms left = {0}, right = {0};
    logreg_status status = read_side(&left, r);
    bool first = true;
    for (; status == LOGREG_OK && take(r, '='); first = false) {
        status = read_side(&right, r);
        if (status == LOGREG_OK)
            status = add_equation(e, &left, &right, r);
        logreg__forms_clear(&left);
        left = right;
        right = (logreg__forms){0};
    }
    if (status == LOGREG_OK && first)
        status = add_forms(e, &left, r);
    logreg__forms_clear(&left);
    logreg__forms_clear(&right);
    return status;
}

logreg_status logreg__equations_read(logreg__equations *e, const logreg__names *names, const char *text,
                                     const char *what, logreg_error *err)
{
    reader r = {.names = names, .what = what, .text = text, .at = text, .err = err};
    *e = (logreg__equations){.q = names->model->q};
    logreg_status status = LOGREG_OK;
    do
        status = read_chain(e, &r);
    while (status == LOGREG_OK && take(&r, ','));
    return status;
}
