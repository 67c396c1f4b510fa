#include "data/verbatim.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

typedef struct {
    size_t row, at; /* its text begins there, closed by NUL */
} cell;

struct logreg__verbatim {
    cell *cell; /* ascending by row */
    size_t n, room;
    char *text;
    size_t used, text_room;
};

bool logreg__verbatim_add(logreg__verbatim **cells, size_t row, const char *text, size_t n, size_t point)
{
    logreg__verbatim *v = *cells ? *cells : logreg__new(1, sizeof *v);
    if (!v)
        return false;
    *cells = v;
    if (!logreg__grow(&v->cell, &v->room, v->n + 1, sizeof *v->cell) ||
        !logreg__grow(&v->text, &v->text_room, v->used + n + 1, 1))
        return false;
    v->cell[v->n++] = (cell){row, v->used};
    memcpy(v->text + v->used, text, n);
    if (point < n)
        v->text[v->used + point] = '.';
    v->used += n;
    v->text[v->used++] = '\0';
    return true;
}

const char *logreg__verbatim_find(const logreg__verbatim *cells, size_t row)
{
    size_t low = 0, high = cells ? cells->n : 0;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (cells->cell[middle].row == row)
            return cells->text + cells->cell[middle].at;
        if (cells->cell[middle].row < row)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

void logreg__verbatim_free(logreg__verbatim *cells)
{
    if (!cells)
        return;
    free(cells->cell);
    free(cells->text);
    free(cells);
}
