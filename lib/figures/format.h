/* Formats of pictures: how gnuplot is asked for them, and how a whole one looks. */
#ifndef LOGREG_FIGURES_FORMAT_H
#define LOGREG_FIGURES_FORMAT_H

#include <stdbool.h>
#include <stddef.h>

typedef enum { LOGREG__WIDE, LOGREG__SQUARE, LOGREG__SHAPES } logreg__shape;

typedef struct {
    const char *suffix;                   /* ".png" */
    const char *terminal[LOGREG__SHAPES]; /* the line that sets gnuplot's terminal */
    /* Whether n bytes begin and end as the format must; NULL: the script itself, which nobody draws. */
    bool (*whole)(const char *data, size_t n);
    /* Mends what gnuplot writes amiss, in a new text; NULL: nothing. false: out of memory. */
    bool (*mend)(char **data, size_t *n);
} logreg__format;

/* The format that a file's name asks for, or NULL. */
const logreg__format *logreg__format_of(const char *path);

#endif
