#include "csv/layout/legend.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/memory.h"
#include "base/number.h"
#include "base/word.h"

/* Two codes are two classes, whatever they are called, and many columns have the same. */
enum { FEWEST = 3, MOST = 40 };

/* Codes with their words in rows that follow one another, and the text above them, if there is one. */
typedef struct {
    double code[MOST];
    size_t n;
    bool twice; /* one of them comes again, or there are too many */
    const char *title;
} legend;

static size_t place(const legend *l, double x)
{
    size_t k = 0;
    while (k < l->n && l->code[k] != x)
        k++;
    return k;
}

static void add(legend *l, double code)
{
    l->twice = l->twice || place(l, code) < l->n || l->n == MOST;
    if (!l->twice)
        l->code[l->n++] = code;
}

static bool is_word(const char *text)
{
    return isalpha((unsigned char)*text) || *text & 0x80;
}

/* 1 = single, 2: married */
static bool is_said(double *code, const char *text)
{
    size_t digits = strspn(text, "0123456789"), sign = digits + strspn(text + digits, " ");
    return digits && text[sign] && strchr("=:-.)", text[sign]) &&
           is_word(text + sign + 1 + strspn(text + sign + 1, " ")) &&
           logreg__number_parse(code, text, digits, '.');
}

/* Does the row hold a number there and a word behind it, or both in one cell, and nothing else? text: the first of its texts, or NULL. */
static bool take_row(double *code, const char **text, const logreg_frame *frame, size_t side, size_t row)
{
    size_t cells = 0, numbers = 0, words = 0;
    *text = NULL;
    for (size_t j = side; j < frame->n_columns; j++) {
        const logreg__column *c = &frame->column[j];
        if (logreg__cell_is_missing(c, row))
            continue;
        const char *label = c->kind == LOGREG_CATEGORY ? c->levels[logreg__column_code(c, row)] : NULL;
        *text = *text ? *text : label;
        if (label && is_said(code, label) && !cells++)
            return true;
        bool number = !label || logreg__number_parse(code, label, strlen(label), '.');
        if (!label)
            *code = logreg__column_number(c, row);
        numbers += number && !words;
        words += !number && is_word(label);
        cells++;
    }
    return cells == 2 && numbers == 1 && words == 1;
}

/* Are the codes all that the column holds? */
static bool explains(const legend *l, const logreg_frame *frame, size_t j)
{
    const logreg__column *c = &frame->column[j];
    bool met[MOST] = {false};
    size_t n = 0;
    for (size_t i = 0; c->kind == LOGREG_NUMERIC && i < frame->n_rows; i++) {
        double x = logreg__column_number(c, i);
        size_t k = isnan(x) ? l->n : place(l, x);
        if (k == l->n && !isnan(x))
            return false;
        if (k < l->n && !met[k]) {
            met[k] = true;
            n++;
        }
    }
    return n == l->n;
}

/* Marks the one column whose codes these are, or that the title names. */
static void mark(bool *of, const legend *l, const logreg_frame *frame, size_t side)
{
    size_t found = side, n = 0;
    bool called = false;
    for (size_t j = 0; j < side && l->n >= FEWEST && !l->twice; j++) {
        if (!explains(l, frame, j))
            continue;
        bool named = l->title && strcasecmp(frame->column[j].name, l->title) == 0;
        found = named || !called ? j : found;
        called = called || named;
        n++;
    }
    if (n == 1 || called)
        of[found] = true;
}

static void tell(logreg__text *text, const bool *of, const logreg_frame *frame, size_t side)
{
    logreg__text list = {0};
    size_t n = 0, told = 0;
    for (size_t j = 0; of && j < side; j++)
        n += of[j];
    logreg__text_add(text, n ? "the codes of " : "");
    for (size_t j = 0; told < n; j++) {
        if (!of[j])
            continue;
        logreg__text_add(text, !told ? "'" : told + 1 == n ? "' and '" : "', '");
        told++;
        logreg__text_add(text, frame->column[j].name);
        logreg__text_add_item(&list, frame->column[j].name);
    }
    logreg__text_add(text, n ? "', --categorical " : "");
    if (n)
        logreg__text_add_word(text, list.start ? list.start : "");
    text->failed = text->failed || list.failed;
    free(list.start);
}

void logreg__legend_tell(logreg__text *text, const logreg_frame *frame, size_t side)
{
    bool *of = logreg__new(side, sizeof *of);
    legend l = {.n = 0};
    const char *title = NULL;
    for (size_t i = 0; of && i <= frame->n_rows; i++) {
        double code;
        const char *first = NULL;
        if (i < frame->n_rows && take_row(&code, &first, frame, side, i)) {
            l.title = l.n ? l.title : title;
            add(&l, code);
        } else {
            mark(of, &l, frame, side);
            l = (legend){.n = 0};
            title = first;
        }
    }
    tell(text, of, frame, side);
    text->failed = text->failed || !of;
    free(of);
}
