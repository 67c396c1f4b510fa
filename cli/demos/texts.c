#include "texts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

bool cli_texts_frame(logreg_frame **frame, cli_lesson *l, const char *const *text, const double *y, size_t n)
{
    logreg_frame *f = NULL;
    bool ok = cli_lesson_ok(l, logreg_frame_new(&f, &l->err)) &&
              cli_lesson_ok(l, logreg_frame_add_category(f, "text", text, n, &l->err)) &&
              cli_lesson_ok(l, logreg_frame_add_numeric(f, "liked", y, n, 1, &l->err));
    if (ok)
        *frame = f;
    else
        logreg_frame_free(f);
    return ok;
}

/* Fewer rows are too few to hold some out, and to learn from. */
enum { ENOUGH = 40, LEAST = 4 };

/* The target as 0 and 1: of two labels the second is the event, of two numbers the larger. False: it has others. */
static bool read_target(double *y, cli_texts *h, cli_lesson *l, const logreg_frame *frame, size_t t)
{
    size_t n = logreg_frame_rows(frame);
    bool labels = logreg_frame_kind(frame, t) == LOGREG_CATEGORY,
         two = labels && logreg_frame_levels(frame, t) == 2;
    double low = INFINITY, high = -INFINITY;
    for (size_t i = 0; !labels && i < n; i++) {
        low = fmin(low, logreg_frame_number(frame, i, t));
        high = fmax(high, logreg_frame_number(frame, i, t));
    }
    two = two || (!labels && low < high);
    for (size_t i = 0; i < n; i++) {
        double number = labels ? NAN : logreg_frame_number(frame, i, t);
        const char *label = labels ? logreg_frame_label(frame, i, t) : NULL;
        two = two && (labels || isnan(number) || number == low || number == high);
        y[i] = labels          ? (label ? strcmp(label, logreg_frame_level(frame, t, 1)) == 0 : NAN)
               : isnan(number) ? NAN
                               : number == high;
        if (!two)
            return cli_lesson_refuse(
                l, "the target '%s' must have two labels, such as yes and no, or two numbers",
                logreg_frame_name(frame, t));
    }
    char number[CLI_CELL_SIZE], name[CLI_CELL_SIZE], event[CLI_CELL_SIZE];
    snprintf(number, sizeof number, "%.10g", high);
    snprintf(h->event, sizeof h->event, "%s = %s", cli_lesson_brief(name, logreg_frame_name(frame, t), 24),
             cli_lesson_brief(event, labels ? logreg_frame_level(frame, t, 1) : number, 24));
    return true;
}

static bool make_room(cli_texts *h, cli_lesson *l, size_t n)
{
    for (int part = 0; part < 2; part++) {
        h->text[part] = calloc(n + 1, sizeof *h->text[part]);
        h->y[part] = calloc(n + 1, sizeof *h->y[part]);
        if (!h->text[part] || !h->y[part])
            return cli_lesson_no_memory(l);
    }
    return true;
}

bool cli_texts_read(cli_texts *h, cli_lesson *l, const logreg_frame *frame, const char *column,
                    const char *target)
{
    size_t n = logreg_frame_rows(frame), j = logreg_frame_find(frame, column);
    if (logreg_frame_kind(frame, j) != LOGREG_CATEGORY)
        return cli_lesson_refuse(l, "'%s' holds numbers, and this lesson is about texts", column);
    double *y = malloc((n + 1) * sizeof *y);
    bool ok = (y || cli_lesson_no_memory(l)) && make_room(h, l, n) &&
              read_target(y, h, l, frame, logreg_frame_find(frame, target));
    size_t whole = 0, read = 0;
    for (size_t i = 0; ok && i < n; i++)
        whole += logreg_frame_label(frame, i, j) && !isnan(y[i]);
    for (size_t i = 0; ok && i < n; i++) {
        const char *text = logreg_frame_label(frame, i, j);
        if (!text || isnan(y[i]))
            continue;
        int part = whole >= ENOUGH && read++ % 4 == 3;
        h->text[part][h->n[part]] = text;
        h->y[part][h->n[part]++] = y[i];
    }
    free(y);
    if (ok && h->n[0] < LEAST)
        return cli_lesson_refuse(l, "%zu rows with a text and an outcome are too few: take %d or more",
                                 h->n[0], LEAST);
    return ok && cli_texts_frame(&h->frame[0], l, h->text[0], h->y[0], h->n[0]) &&
           (h->n[1] == 0 || cli_texts_frame(&h->frame[1], l, h->text[1], h->y[1], h->n[1]));
}

void cli_texts_clear(cli_texts *h)
{
    for (int part = 0; part < 2; part++) {
        logreg_frame_free(h->frame[part]);
        free(h->text[part]);
        free(h->y[part]);
    }
}
