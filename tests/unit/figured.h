/* What tests of figures start from. */
#ifndef FIGURED_H
#define FIGURED_H

#include <stdio.h>
#include <string.h>

#include <logreg/figures.h>

#include "figures/figure.h"
#include "fitted.h"
#include "frames.h"
#include "harness.h"

/* The first mark of a form, or NULL. */
static inline const logreg__item *mark_of(const logreg_figure *figure, logreg__form form)
{
    for (size_t i = 0; i < figure->panel->n; i++)
        if (figure->panel->item[i].form == form)
            return &figure->panel->item[i];
    return NULL;
}

static inline logreg_figure *figure_of(const fitted *f, const char *kind)
{
    logreg_figure *figure = NULL;
    const logreg_figure_source source = {.model = f->model, .frame = f->frame};
    CU_ASSERT_EQUAL_FATAL(logreg_figure_build(&figure, kind, &source, NULL, NULL), LOGREG_OK);
    return figure;
}

static inline void refused(const logreg_model *model, const logreg_frame *frame, const char *kind,
                           const char *why)
{
    logreg_error err = {.message = ""};
    logreg_figure *figure = NULL;
    const logreg_figure_source source = {.model = model, .frame = frame};
    CU_ASSERT_EQUAL(logreg_figure_build(&figure, kind, &source, NULL, &err), LOGREG_EINVAL);
    CU_ASSERT_PTR_NULL(figure);
    bool told = strstr(err.message, why);
    if (!told)
        printf("# %s: '%s' is not in '%s'\n", kind, why, err.message);
    CU_ASSERT_TRUE(told);
}

/* Rows whose factor g has so many levels, the word with a number each, and a number x beside it. */
static inline logreg_frame *frame_of_levels(int levels, const char *word)
{
    enum { ROWS = 240 };
    static char name[ROWS][24];
    const char *label[ROWS];
    double x[ROWS], y[ROWS];
    for (int i = 0; i < ROWS; i++) {
        x[i] = i % 7;
        snprintf(name[i], sizeof *name, "%s%02d", word, i % levels);
        label[i] = name[i];
        y[i] = i / levels % 2;
    }
    logreg_frame *frame = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_category(frame, "g", label, ROWS, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "x", x, ROWS, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "y", y, ROWS, 1, NULL), LOGREG_OK);
    return frame;
}

#endif
