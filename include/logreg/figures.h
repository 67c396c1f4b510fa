/* logreg/figures.h - pictures: what a figure shows, apart from how it is drawn.
 *
 *     logreg_figure_source source = {.model = model, .frame = frame};
 *     logreg_figure *figure = NULL;
 *     if (logreg_figure_build(&figure, "curve", &source, NULL, &err) != LOGREG_OK ||
 *         logreg_figure_write("fit.png", figure, NULL, &err) != LOGREG_OK)
 *         fprintf(stderr, "%s\n", err.message);
 *     logreg_figure_free(figure);
 *
 * A figure is numbers and what they mean: panels with axes, in them lines, bands, points, bars, images and labels. Of a
 * fitted model it is built by name; from numbers of one's own by the functions at the end. Either is drawn by gnuplot to
 * PNG, SVG, PDF or as a script, or in braille to a terminal, and says in words what it shows to who cannot see it.
 * gnuplot runs without a shell and with an empty environment; names from the data reach it only as cleaned, quoted
 * strings. What it draws is checked before it becomes a file.
 */
#ifndef LOGREG_FIGURES_H
#define LOGREG_FIGURES_H

#include <logreg/base.h>
#include <logreg/effects.h>
#include <logreg/model.h>
#include <logreg/path.h>
#include <logreg/report.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct logreg_figure logreg_figure;

/* ---- Figures of a model ------------------------------------------------------------------------------------ */

/* What a figure is made of; NULL is what there is not. Borrowed while it is built. */
typedef struct {
    const logreg_model *model;
    const logreg_frame *frame;     /* rows with the model's columns */
    const logreg_trace_row *trace; /* n_trace iterations of the model's fit, from the first on */
    size_t n_trace;
    const logreg_path *path; /* of penalties, whose chosen model this is */
} logreg_figure_source;

typedef enum {
    LOGREG_FIGURE_MODEL,    /* the model; rows are drawn beside it where there are some */
    LOGREG_FIGURE_ROWS,     /* rows with their outcome */
    LOGREG_FIGURE_FIT_ROWS, /* the rows that the model was fitted to */
    LOGREG_FIGURE_TRACE,    /* its iterations */
    LOGREG_FIGURE_PATH      /* a path of penalties */
} logreg_figure_need;

/* A kind of figure. */
typedef struct {
    const char *name, *summary;
    logreg_figure_need need; /* beside the model */
} logreg_figure_kind;

/* Kind i of figure, NULL past the last; the kind of that name, NULL if there is none. Static. */
LOGREG_API const logreg_figure_kind *logreg_figure_kind_at(size_t i);
LOGREG_API const logreg_figure_kind *logreg_figure_kind_find(const char *name);

/* How to build it. Take logreg_figure_options_default() and change what differs. What it points to is borrowed. */
typedef struct {
    const char *feature; /* the variable that a curve runs along; NULL (default): the strongest */
    const char *
        by; /* curve: a factor, a curve for each level; NULL (default): none. boundary: the second variable */
    const logreg_effect_at
        *at; /* n_at variables that stand elsewhere than at their mean or reference level; default none */
    size_t n_at;
    double conf_level; /* of bands and intervals; default 0.95 */
    double threshold;  /* from which on the event is said; default 0.5 */
} logreg_figure_options;

LOGREG_API logreg_figure_options logreg_figure_options_default(void);

/* Builds a figure of a model. options may be NULL. At most 1000 rows are drawn one by one, always the same. EINVAL: a name, an option, rows that
 * lack a column of the model, a model that has no such figure, a source without what the kind needs. EDATA: rows that cannot
 * be used. ENOMEM. Free with logreg_figure_free. */
LOGREG_API logreg_status logreg_figure_build(logreg_figure **figure, const char *kind,
                                             const logreg_figure_source *source,
                                             const logreg_figure_options *options, logreg_error *err);
LOGREG_API void logreg_figure_free(logreg_figure *figure);

/* ---- Drawing ----------------------------------------------------------------------------------------------- */

/* Take logreg_drawing_options_default() and change what differs. */
typedef struct {
    const char *gnuplot; /* the program's file; default "/usr/bin/gnuplot"; NULL: there is none */
    double seconds;      /* that gnuplot may take; default 60 */
} logreg_drawing_options;

LOGREG_API logreg_drawing_options logreg_drawing_options_default(void);

/* Whether a picture could be written to a file of that name, before a long fit is begun: the name ends in .png, .svg,
 * .pdf, or .gp (the script, which needs no gnuplot), and gnuplot is there. options may be NULL. EINVAL, EIO. */
LOGREG_API logreg_status logreg_figure_check(const char *path, const logreg_drawing_options *options,
                                             logreg_error *err);

/* Whether the font of pictures, Lato, is installed where gnuplot sees it; it draws PNG and PDF with another without a word otherwise. */
LOGREG_API bool logreg_figure_has_font(void);

/* Draws it to a file of the format that its name ends in; path then holds the old file or the whole new one. PNG, SVG and PDF have the figure's
 * words in them. options may be NULL. EINVAL: the name, an option. EIO: no gnuplot, one that fails or takes too long, letters in a PNG or PDF that no
 * font has, as fontconfig's fc-list tells, or a file that cannot be written. ENOMEM, of the building too. */
LOGREG_API logreg_status logreg_figure_write(const char *path, const logreg_figure *figure,
                                             const logreg_drawing_options *options, logreg_error *err);

/* Draws it as an element <svg> for a page of HTML, whose identifiers begin with `prefix` (letters and digits), in a new text. As
 * logreg_figure_write. */
LOGREG_API logreg_status logreg_figure_inline(char **svg, const logreg_figure *figure, const char *prefix,
                                              const logreg_drawing_options *options, logreg_error *err);

/* Draws it for a terminal, of options by width, height (of a panel), colour and ascii, in a new text. options may be NULL. EINVAL, ENOMEM. */
LOGREG_API logreg_status logreg_figure_text(char **text, const logreg_figure *figure,
                                            const logreg_report_options *options, logreg_error *err);

/* Its title; and in words what it shows, for who cannot see it, title included. Borrowed. */
LOGREG_API const char *logreg_figure_title(const logreg_figure *figure);
LOGREG_API const char *logreg_figure_alt(const logreg_figure *figure);

/* ---- Figures of one's own ---------------------------------------------------------------------------------- */

/* An empty figure with a title that says what it shows, and sentences below it (NULL: none). What is added from here on is copied; should memory run
 * out, what draws the figure says so. ENOMEM. */
LOGREG_API logreg_status logreg_figure_new(logreg_figure **figure, const char *title, const char *sentences,
                                           logreg_error *err);

/* A sentence more in its words: what a reader sees at a glance. */
LOGREG_API void logreg_figure_say(logreg_figure *figure, const char *sentence);

/* Sentences on all that has been drawn so far: where lines begin, end and turn, how high bars are, where few points stand, what labels say. Figures of
 * a model say more than that. */
LOGREG_API void logreg_figure_describe(logreg_figure *figure);

/* Its size where 1600 x 1000 (the default) fills a page's width; and how many panels stand side by side (default 1). */
LOGREG_API void logreg_figure_size(logreg_figure *figure, int width, int height);
LOGREG_API void logreg_figure_columns(logreg_figure *figure, int columns);

/* Makes its panels square. */
LOGREG_API void logreg_figure_square(logreg_figure *figure);

/* Begins another panel, which all that follows belongs to; the first is there already, and this names it as long as nothing is in it. title: NULL for none. */
LOGREG_API void logreg_figure_panel(logreg_figure *figure, const char *title);

typedef enum {
    LOGREG_TICKS_ROUND, /* at round numbers */
    LOGREG_TICKS_LOG, /* values are logarithms to base 10: at powers, and at 2 and 5 times these where there are few */
    LOGREG_TICKS_LIST, /* where they are told */
    LOGREG_TICKS_NONE
} logreg_ticks;

/* An axis, which ends at low and high. Zero is the usual of all else. */
typedef struct {
    const char *label;
    double low, high;
    double first, last; /* ticks stand within; 0, 0: low and high */
    logreg_ticks ticks;
    int most; /* ticks at most; 0: nine, or six upwards */
    size_t n; /* of a list: where they stand and what they say */
    const double *at;
    const char *const *text;
    bool grid; /* a faint line from each tick across the panel */
    bool bare; /* no line beside the ticks' labels */
} logreg_figure_axis;

/* Sets axis 'x' or 'y' of the panel. */
LOGREG_API void logreg_figure_set_axis(logreg_figure *figure, char which, const logreg_figure_axis *axis);

/* Colours: 0 to 7 are told apart by colour-blind readers and in grey; below 0 are those of what is no data. */
enum {
    LOGREG_COLOURS = 8,
    LOGREG_INK = -1,
    LOGREG_GREY = -2,
    LOGREG_SOFT = -3,
    LOGREG_STEEL = -4,
    LOGREG_PALE = -5,
    LOGREG_RULE = -6,
    LOGREG_WHITE = -7
};

typedef enum { LOGREG_CIRCLE, LOGREG_SQUARE, LOGREG_TRIANGLE, LOGREG_DIAMOND } logreg_shape;

/* How a mark looks. Zero is the usual. */
typedef struct {
    int colour;
    double opacity;     /* in (0, 1]; 0: 1, of bands 0.16 */
    double size;        /* of a line its width, 0: 2.4; of a point its diameter, 0: 1; of text 0: 1 */
    int dash;           /* lines: 0 solid, 1 dashed, 2 dotted, 3 both */
    logreg_shape shape; /* points */
    bool hollow;        /* points: a ring */
    bool bold;          /* text */
    int align;          /* text: -1 begins there, 0 is centred, 1 ends there */
    double right, up;   /* text: so many characters beside the place */
    double angle;       /* text: degrees, upwards */
    bool beside;        /* text: near the place, where it hides least, on the side of `right` and `up` if it can be */
    bool along;         /* text: on the segments added just before, where it hides least; without room nowhere */
} logreg_mark;

/* Marks of the panel, one over the other. x or y of infinity is the panel's edge; NaN breaks a line or band and leaves out a point. */
LOGREG_API void logreg_figure_line(logreg_figure *figure, const double *x, const double *y, size_t n,
                                   const logreg_mark *mark);
LOGREG_API void logreg_figure_band(logreg_figure *figure, const double *x, const double *low,
                                   const double *high, size_t n, const logreg_mark *mark);
LOGREG_API void logreg_figure_points(logreg_figure *figure, const double *x, const double *y, size_t n,
                                     const logreg_mark *mark);

/* From (x0, y0) to (x1, y1); and boxes with these corners. */
LOGREG_API void logreg_figure_segments(logreg_figure *figure, const double *x0, const double *y0,
                                       const double *x1, const double *y1, size_t n, const logreg_mark *mark);
LOGREG_API void logreg_figure_boxes(logreg_figure *figure, const double *x0, const double *y0,
                                    const double *x1, const double *y1, size_t n, const logreg_mark *mark);

/* An image of rows x columns values, the lowest row first, over x0 .. x1 and y0 .. y1. Colours go from white at 0 to colour 0 at `most`; with
 * signed values from colour 1 at -most through white to a darker blue: of two values of equal size the positive one is the darker in grey too,
 * and cells below 0 have a dash each, in images of up to 1024 cells. */
LOGREG_API void logreg_figure_image(logreg_figure *figure, const double *value, size_t rows, size_t columns,
                                    double x0, double y0, double x1, double y1, double most, bool is_signed);

/* A text at a place. From a label beside that stands afar a thin line leads to its place. */
LOGREG_API void logreg_figure_label(logreg_figure *figure, double x, double y, const char *text,
                                    const logreg_mark *mark);

/* The name of what ends at height y, right of the panel in its colour; names that would meet are moved apart. */
LOGREG_API void logreg_figure_name(logreg_figure *figure, double y, const char *name,
                                   const logreg_mark *mark);

#ifdef __cplusplus
}
#endif

#endif
