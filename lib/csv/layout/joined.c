/* Two rows of names that become one header: demo_age, demo_sex, lab_crp. A group of one column gives it its name, and so does
 * one to its first column where that holds the answer, as survey tools say. */
#include "csv/mending/plan.h"

#include <stdlib.h>
#include <string.h>

/* Room for cells and, behind them, for their texts; *text is where these begin. NULL: memory is out. */
static logreg__cell *new_cells(size_t n, size_t room, char **text)
{
    logreg__cell *cell = malloc(n * sizeof *cell + room);
    *text = cell ? (char *)(cell + n) : NULL;
    return cell;
}

bool logreg__joiner_keep(logreg__joiner *joiner, const logreg__row *row)
{
    size_t room = 0;
    char *text;
    for (size_t j = 0; j < row->n; j++)
        room += row->cell[j].n;
    joiner->cell = new_cells(row->n, room, &text);
    joiner->n = joiner->cell ? row->n : 0;
    for (size_t j = 0; j < joiner->n; j++) {
        logreg__cell cell = row->cell[j];
        for (size_t i = 0; i < cell.n; i++)
            text[i] = cell.text[i];
        joiner->cell[j] = (logreg__cell){text, cell.n, cell.line};
        text += cell.n;
    }
    return joiner->cell;
}

void logreg__joiner_clear(logreg__joiner *joiner)
{
    free(joiner->cell);
    *joiner = (logreg__joiner){0};
}

/* Adds a name without quotes and ends of lines, which the command takes out too. */
static char *add(char *to, const logreg__cell *name)
{
    for (size_t i = 0; i < name->n; i++)
        if (!strchr("\"\r", name->text[i]))
            *to++ = name->text[i];
    return to;
}

static logreg__cell group_of(const logreg__joiner *joiner, size_t j)
{
    return j < joiner->n ? logreg__cell_trim(joiner->cell[j]) : (logreg__cell){"", 0, 0};
}

static bool same(logreg__cell a, logreg__cell b)
{
    return a.n == b.n && (!a.n || memcmp(a.text, b.text, a.n) == 0);
}

bool logreg__joiner_join(logreg__cell **cell, const logreg__joiner *joiner, const logreg__row *names)
{
    logreg__cell group = {"", 0, 0};
    size_t room = 0, longest = 0;
    char *text;
    for (size_t j = 0; j < names->n; j++) {
        longest = j < joiner->n && joiner->cell[j].n > longest ? joiner->cell[j].n : longest;
        room += names->cell[j].n + longest + 1;
    }
    *cell = new_cells(names->n, room, &text);
    for (size_t j = 0; *cell && j < names->n; j++) {
        char *start = text;
        logreg__cell name = logreg__cell_trim(names->cell[j]), own = group_of(joiner, j),
                     next = group_of(joiner, j + 1);
        bool last = j + 1 == names->n || (next.n && !same(next, own)) ||
                    (!next.n && !logreg__cell_trim(names->cell[j + 1]).n);
        bool answer = name.n >= 8 && memcmp(name.text + name.n - 8, "Response", 8) == 0;
        if (own.n && (last || answer) && !same(own, group))
            name.n = 0;
        group = own.n ? own : group;
        own = name.n ? group : own;
        text = add(text, &own);
        if (own.n && name.n)
            *text++ = '_';
        text = add(text, &name);
        (*cell)[j] = (logreg__cell){start, (size_t)(text - start), names->line};
    }
    return *cell;
}
