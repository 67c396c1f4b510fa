/* Formats of pictures: how gnuplot is asked for them, how a whole one looks, and what is mended in it. */
#ifndef LOGREG_FIGURES_GNUPLOT_FORMAT_H
#define LOGREG_FIGURES_GNUPLOT_FORMAT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

typedef struct {
    const char *suffix; /* ".png" */
    const char *terminal, *between,
        *style;        /* gnuplot's terminal, what stands between width and height, and what follows */
    double scale;      /* from units of a figure to those */
    bool sets_letters; /* with the fonts that are installed; else who views the picture does */
    /* Whether n bytes begin and end as the format must; NULL: the script itself, which nobody draws. */
    bool (*whole)(const char *data, size_t n);
    /* Mends what gnuplot writes amiss and puts the figure's title and words in, in new memory; NULL: nothing. false: out of memory. */
    bool (*mend)(char **data, size_t *n, const char *title, const char *words);
} logreg__format;

/* The format that a file's name asks for, or NULL. */
const logreg__format *logreg__format_of(const char *path);

/* The line that sets gnuplot's terminal for a figure of that size. */
void logreg__format_terminal(logreg__text *script, const logreg__format *format, int width, int height);

bool logreg__png_mend(char **data, size_t *n, const char *title, const char *words);
bool logreg__pdf_mend(char **data, size_t *n, const char *title, const char *words);
bool logreg__svg_mend(char **data, size_t *n, const char *title, const char *words);

/* A mended SVG file as an element for a page, its identifiers with a prefix; NULL: out of memory. */
char *logreg__svg_inline(const char *data, size_t n, const char *prefix);

#endif
