#include "report/curves/canvas.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/* Unicode numbers the dots of a braille cell column by column, but for the lowest two. */
static const unsigned char bit[4][2] = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

bool logreg__canvas_start(logreg__canvas *canvas, int columns, int rows, const logreg__layer *layer,
                          int n_layers)
{
    *canvas = (logreg__canvas){.columns = columns, .rows = rows, .layer = layer, .n_layers = n_layers};
    canvas->cell = logreg__new((size_t)columns * (size_t)rows * (size_t)n_layers, 1);
    return canvas->cell;
}

void logreg__canvas_free(logreg__canvas *canvas)
{
    free(canvas->cell);
    free(canvas->glyph);
    canvas->cell = NULL;
    canvas->glyph = NULL;
}

static unsigned char *cell_at(const logreg__canvas *canvas, int layer, int row, int column)
{
    return canvas->cell + ((size_t)layer * (size_t)canvas->rows + (size_t)row) * (size_t)canvas->columns +
           column;
}

void logreg__canvas_dot(logreg__canvas *canvas, int layer, int x, int y)
{
    if (x >= 0 && x < 2 * canvas->columns && y >= 0 && y < 4 * canvas->rows)
        *cell_at(canvas, layer, y / 4, x / 2) |= bit[y % 4][x % 2];
}

/* Is the dot at this distance along a line shown? */
static bool shown(const logreg__dashes *dashes, int at)
{
    int length = 0;
    for (int i = 0; i < LOGREG__DASHES; i++)
        length += dashes->run[i];
    if (length == 0)
        return true;
    at %= length;
    int i = 0;
    while (at >= dashes->run[i])
        at -= dashes->run[i++];
    return i % 2 == 0;
}

void logreg__canvas_line(logreg__canvas *canvas, int layer, int from, const int *y, int n,
                         const logreg__dashes *dashes)
{
    int along = 0;
    for (int i = 0; i < n; i++) {
        if (y[i] < 0)
            continue;
        int start = i && y[i - 1] >= 0 ? y[i - 1] : y[i];
        int step = y[i] < start ? -1 : 1;
        /* the rows between two neighbours are shared out: the first half belongs to the column on the left */
        int middle = start + (y[i] - start) / 2;
        for (int at = start + step; (y[i] - at) * step > 0; at += step, along++)
            if (shown(dashes, along))
                logreg__canvas_dot(canvas, layer, from + i - ((at - middle) * step < 0), at);
        if (shown(dashes, along++))
            logreg__canvas_dot(canvas, layer, from + i, y[i]);
    }
}

bool logreg__canvas_text(logreg__canvas *canvas, int row, int column, logreg__style style, const char *text,
                         bool under)
{
    if (row < 0 || row >= canvas->rows)
        return true;
    if (!canvas->glyph)
        canvas->glyph = logreg__new((size_t)canvas->rows * (size_t)canvas->columns, sizeof *canvas->glyph);
    if (!canvas->glyph)
        return false;
    struct logreg__glyph *line = canvas->glyph + (size_t)row * (size_t)canvas->columns;
    for (size_t n; *text; text += n) {
        n = 1;
        while (((unsigned char)text[n] & 0xC0) == 0x80)
            n++;
        int wide = logreg__columns(text, n);
        if (wide > 0 && column >= 0 && column + wide <= canvas->columns && n < sizeof line->text) {
            line[column] = (struct logreg__glyph){.style = style, .under = under};
            memcpy(line[column].text, text, n);
            for (int k = 1; k < wide; k++)
                line[column + k] = (struct logreg__glyph){.covered = true};
        }
        column += wide;
    }
    return true;
}

/* The dots of a cell as one ASCII sign: a stroke where they climb, else a sign that stands as high as they do. */
static char sign_of(unsigned char dots)
{
    int left = 0, right = 0, n_left = 0, n_right = 0, top = 4, bottom = -1;
    for (int y = 0; y < 4; y++) {
        bool l = dots & bit[y][0], r = dots & bit[y][1];
        n_left += l;
        left += l ? y : 0;
        n_right += r;
        right += r ? y : 0;
        top = (l || r) && top == 4 ? y : top;
        bottom = l || r ? y : bottom;
    }
    if (bottom - top >= 2 && n_left && n_right) {
        int slope = right * n_left - left * n_right;
        return slope < 0 ? '/' : slope > 0 ? '\\' : '|';
    }
    if (bottom - top >= 2)
        return '|';
    return "'-._"[(top + bottom) / 2];
}

int logreg__canvas_row(logreg__page *page, const logreg__canvas *canvas, int row)
{
    logreg__page run; /* neighbouring cells of one style */
    logreg__page_start_like(&run, page);
    logreg__style style = LOGREG__PLAIN;
    int written = 0, blanks = 0;
    for (int column = 0; column < canvas->columns; column++) {
        const struct logreg__glyph *glyph =
            canvas->glyph ? &canvas->glyph[(size_t)row * (size_t)canvas->columns + (size_t)column] : NULL;
        if (glyph && glyph->covered) {
            written++;
            continue;
        }
        unsigned char all = 0, top = 0;
        const logreg__layer *layer = NULL;
        for (int l = 0; l < canvas->n_layers; l++) {
            unsigned char dots = *cell_at(canvas, l, row, column);
            all |= dots;
            if (dots) {
                top = dots;
                layer = &canvas->layer[l];
            }
        }
        if (glyph && *glyph->text && !(glyph->under && all)) {
            if (glyph->style != style) {
                logreg__page_paste(page, style, &run);
                style = glyph->style;
            }
            logreg__page_repeat(&run, " ", blanks);
            logreg__page_add(&run, glyph->text);
            written += blanks + 1;
            blanks = 0;
            continue;
        }
        if (!all) {
            blanks++;
            continue;
        }
        if (layer->style != style) {
            logreg__page_paste(page, style, &run);
            style = layer->style;
        }
        logreg__page_repeat(&run, " ", blanks);
        written += blanks + 1;
        blanks = 0;
        if (page->ascii)
            logreg__page_bytes(&run, (char[]){layer->sign ? layer->sign : sign_of(top)}, 1);
        else
            logreg__page_bytes(&run,
                               (char[]){(char)0xE2, (char)(0xA0 | all >> 6), (char)(0x80 | (all & 0x3F))}, 3);
    }
    logreg__page_paste(page, style, &run);
    return written;
}
