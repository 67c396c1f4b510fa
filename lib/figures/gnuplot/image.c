/* Images: of numbers, of numbers with a sign, of classes. */
#include <string.h>

#include "base/memory.h"
#include "figures/figure.h"

/* Cells below 0 of a signed image have a dash from this share of the full colour on, so that ink tells the sign without colour; in images of more cells none would be seen. */
#define DASHED 0.08
enum { CELLS_MOST = 1024 };

static void add_dashes(logreg_figure *f, const double *value, size_t rows, size_t columns,
                       const double corner[4], double most)
{
    size_t n = 0;
    double *from = logreg__new(rows * columns, 3 * sizeof *from);
    f->failed = f->failed || !from;
    if (!from)
        return;
    double *to = from + rows * columns, *y = to + rows * columns,
           wide = (corner[2] - corner[0]) / (double)columns, high = (corner[3] - corner[1]) / (double)rows;
    for (size_t i = 0; i < rows * columns; i++) {
        if (!(value[i] < -DASHED * most))
            continue;
        from[n] = corner[0] + ((double)(i % columns) + 0.28) * wide;
        to[n] = from[n] + 0.44 * wide;
        y[n++] = corner[1] + ((double)(i / columns) + 0.5) * high;
    }
    logreg_figure_segments(f, from, y, to, y, n, &(logreg_mark){.colour = LOGREG_INK, .size = 1.6});
    free(from);
}

void logreg_figure_image(logreg_figure *f, const double *value, size_t rows, size_t columns, double x0,
                         double y0, double x1, double y1, double most, bool is_signed)
{
    logreg__item *item = rows && columns ? logreg__figure_add(f, LOGREG__IMAGE, rows, columns, NULL) : NULL;
    if (!item)
        return;
    memcpy(item->value, value, rows * columns * sizeof *value);
    memcpy(item->corner, (double[]){x0, y0, x1, y1}, sizeof item->corner);
    item->most = most;
    item->is_signed = is_signed;
    if (is_signed && rows * columns <= CELLS_MOST)
        add_dashes(f, value, rows, columns, (const double[]){x0, y0, x1, y1}, most);
}

void logreg__figure_image_classes(logreg_figure *f, const double *value, size_t rows, size_t columns,
                                  const double corner[4], size_t classes)
{
    logreg__item *item = logreg__figure_add(f, LOGREG__IMAGE, rows, columns, NULL);
    if (!item)
        return;
    memcpy(item->value, value, rows * columns * sizeof *value);
    memcpy(item->corner, corner, sizeof item->corner);
    item->most = (double)classes;
    item->classes = classes;
}
