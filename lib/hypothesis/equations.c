#include "hypothesis/equations.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/text.h"

/* What differences of numbers leave that is this small beside them is rounding. */
#define NOTHING 1e-12

void logreg__equations_clear(logreg__equations *e)
{
    free(e->C);
    free(e->value);
    free(e->R);
    free(e->v);
    free(e->pivot);
    free(e->follows);
    *e = (logreg__equations){0};
}

static bool grow(double **at, size_t n, size_t size)
{
    double *grown = n > SIZE_MAX / sizeof *grown / size ? NULL : realloc(*at, n * size * sizeof *grown);
    if (grown)
        *at = grown;
    return grown != NULL;
}

/* Room for so many, in powers of two, is taken when there are as many as one less. */
static bool make_room(logreg__equations *e)
{
    if (e->n & (e->n - 1))
        return true;
    size_t room = e->n ? 2 * e->n : 1;
    return grow(&e->C, room, e->q) && grow(&e->value, room, 1);
}

logreg_status logreg__equations_add(logreg__equations *e, const double *row, double value, const char *what,
                                    logreg_error *err)
{
    bool empty = true;
    for (size_t j = 0; j < e->q; j++)
        empty = empty && row[j] == 0;
    if (empty && value == 0)
        return LOGREG_OK;
    char text[LOGREG__NUMBER_SIZE];
    if (empty)
        return logreg__fail(err, LOGREG_EINVAL,
                            "%s: one of its equations has no coefficient left, and asks that 0 = %s; name "
                            "coefficients, as in age = 0",
                            what, logreg__number_format(text, value, 6));
    if (!make_room(e))
        return logreg__fail_memory(err);
    memcpy(e->C + e->n * e->q, row, e->q * sizeof *row);
    e->value[e->n++] = value;
    return LOGREG_OK;
}

/* ---- As few rows as it takes ---- */

/* Takes off row (q numbers) and right what the rows found so far make of them; the size of what was summed up on the right is returned. */
static double take_off(double *row, double *right, double *size, const logreg__equations *e)
{
    double right_size = fabs(*right);
    for (size_t j = 0; j < e->q; j++)
        size[j] = fabs(row[j]);
    for (size_t i = 0; i < e->rank; i++) {
        double factor = row[e->pivot[i]];
        const double *R = e->R + i * e->q;
        for (size_t j = 0; factor != 0 && j < e->q; j++) {
            row[j] -= factor * R[j];
            size[j] += fabs(factor * R[j]);
        }
        row[e->pivot[i]] = 0;
        *right -= factor * e->v[i];
        right_size += fabs(factor * e->v[i]);
    }
    for (size_t j = 0; j < e->q; j++)
        row[j] = fabs(row[j]) <= NOTHING * size[j] ? 0 : row[j];
    return right_size;
}

/* The coefficient that the row says most of, for what the other equations say of it; q: none. */
static size_t find_pivot(const double *row, const double *most, size_t q)
{
    size_t best = q;
    for (size_t j = 0; j < q; j++)
        if (row[j] != 0 && (best == q || fabs(row[j]) / most[j] > fabs(row[best]) / most[best]))
            best = j;
    return best;
}

/* The row, with 1 at its pivot, which the others then lose. */
static void keep_row(logreg__equations *e, const double *row, double right, size_t pivot)
{
    double *own = e->R + e->rank * e->q;
    for (size_t j = 0; j < e->q; j++)
        own[j] = row[j] / row[pivot];
    own[pivot] = 1;
    e->v[e->rank] = right / row[pivot];
    for (size_t i = 0; i < e->rank; i++) {
        double *R = e->R + i * e->q, factor = R[pivot];
        for (size_t j = 0; factor != 0 && j < e->q; j++) {
            double size = fabs(R[j]) + fabs(factor * own[j]);
            R[j] -= factor * own[j];
            R[j] = fabs(R[j]) <= NOTHING * size ? 0 : R[j];
        }
        e->v[i] -= factor * e->v[e->rank];
    }
    e->pivot[e->rank++] = pivot;
}

static logreg_status contradiction(const logreg__equations *e, const logreg_model *m, size_t i, double rest,
                                   const char *what, logreg_error *err)
{
    char asked[LOGREG__NUMBER_SIZE], made[LOGREG__NUMBER_SIZE];
    char *left = logreg__equation_left(m, e->C + i * e->q);
    if (!left)
        return logreg__fail_memory(err);
    logreg_status status = logreg__fail(
        err, LOGREG_EINVAL, "%s contradicts itself: %s is to be %s, but the equations before that make it %s",
        what, left, logreg__number_format(asked, e->value[i], 6),
        logreg__number_format(made, e->value[i] - rest, 6));
    free(left);
    return status;
}

static logreg_status reduce(logreg__equations *e, double *room, const logreg_model *m, const char *what,
                            logreg_error *err)
{
    size_t q = e->q;
    double *row = room, *size = room + q, *most = room + 2 * q;
    for (size_t i = 0; i < e->n; i++)
        for (size_t j = 0; j < q; j++)
            most[j] = fmax(most[j], fabs(e->C[i * q + j]));
    for (size_t i = 0; i < e->n; i++) {
        double right = e->value[i];
        memcpy(row, e->C + i * q, q * sizeof *row);
        double right_size = take_off(row, &right, size, e);
        size_t pivot = find_pivot(row, most, q);
        e->follows[i] = pivot == q;
        if (pivot < q)
            keep_row(e, row, right, pivot);
        else if (fabs(right) > NOTHING * right_size)
            return contradiction(e, m, i, right, what, err);
    }
    return LOGREG_OK;
}

logreg_status logreg__equations_reduce(logreg__equations *e, const logreg_model *m, const char *what,
                                       logreg_error *err)
{
    size_t most = e->n < e->q ? e->n : e->q;
    if (e->n == 0)
        return logreg__fail(err, LOGREG_EINVAL, "%s says nothing: it holds whatever the coefficients are",
                            what);
    e->R = logreg__new_raw(most, e->q * sizeof *e->R);
    e->v = logreg__new_raw(most, sizeof *e->v);
    e->pivot = logreg__new(most, sizeof *e->pivot);
    e->follows = logreg__new(e->n, sizeof *e->follows);
    double *room = logreg__new(3, e->q * sizeof *room);
    logreg_status status = e->R && e->v && e->pivot && e->follows && room ? reduce(e, room, m, what, err)
                                                                          : logreg__fail_memory(err);
    free(room);
    return status;
}

/* ---- Back to text ---- */

/* A name that would read as something else, having blanks or signs outside of brackets, stands in backticks. */
static void add_name(logreg__text *text, const char *class_label, const char *name)
{
    int depth = 0;
    bool quote = false;
    for (const char *c = name; *c && !quote; c++) {
        depth += *c == '(' || *c == '[' ? 1 : *c == ')' || *c == ']' ? -1 : 0;
        quote = depth < 0 || (depth == 0 && strchr(" ,=+-*/`", *c)) || (c == name && *c >= '0' && *c <= '9');
    }
    quote = quote || depth != 0 || (class_label && strpbrk(class_label, " ,=+-*/`()[]"));
    logreg__text_add(text, quote ? "`" : "");
    for (int part = class_label ? 0 : 1; part < 2; part++) {
        for (const char *c = part ? name : class_label; *c; c++) {
            logreg__text_add_bytes(text, c, 1);
            logreg__text_add(text, quote && *c == '`' ? "`" : "");
        }
        logreg__text_add(text, part ? "" : ":");
    }
    logreg__text_add(text, quote ? "`" : "");
}

/* Digits that decimals keep in sums and differences. */
#define DIGITS 15

#define LARGEST_DIVISOR 999

/* The smallest whole number by which x is a fraction of few digits; 1 where it needs none. */
static int divisor(double x)
{
    char text[LOGREG__NUMBER_SIZE];
    if (strlen(logreg__number_format(text, x, DIGITS)) <= 8)
        return 1;
    for (int d = 2; d <= LARGEST_DIVISOR; d++)
        if (fabs(x * d) < 1e6 && fabs(x * d) >= 0.5 && fabs(x * d - round(x * d)) < 1e-14 * fabs(x * d))
            return d;
    return 1;
}

static void add_multiple(logreg__text *text, double factor, const char *class_label, const char *name)
{
    char number[LOGREG__NUMBER_SIZE];
    int d = divisor(factor);
    double whole = d > 1 ? round(factor * d) : factor;
    if (whole != 1) {
        logreg__text_add(text, logreg__number_format(number, whole, DIGITS));
        logreg__text_add(text, "*");
    }
    add_name(text, class_label, name);
    if (d > 1) {
        logreg__text_add(text, "/");
        logreg__text_add(text, logreg__number_format(number, d, DIGITS));
    }
}

char *logreg__equation_left(const logreg_model *m, const double *row)
{
    logreg__text text = {0};
    logreg__text_add(&text, "");
    for (int sign = 1; sign >= -1; sign -= 2)
        for (size_t j = 0; j < m->q; j++) {
            if (!(sign * row[j] > 0))
                continue;
            bool first = text.length == 0;
            logreg__text_add(&text, sign > 0 ? first ? "" : " + " : first ? "-" : " - ");
            add_multiple(&text, fabs(row[j]), m->k > 1 ? m->class_label[j / m->p + 1] : NULL,
                         m->terms->name[j % m->p]);
        }
    return logreg__text_take(&text);
}

char *logreg__equation_text(const char *left, double value)
{
    char number[LOGREG__NUMBER_SIZE];
    logreg__text text = {0};
    logreg__text_add(&text, left);
    logreg__text_add(&text, " = ");
    logreg__text_add(&text, logreg__number_format(number, value, DIGITS));
    return logreg__text_take(&text);
}
