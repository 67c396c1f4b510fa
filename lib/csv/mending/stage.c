/* Stages of a plan: how a reading goes by them. */
#include "csv/mending/plan.h"
#include "csv/layout/parted.h"
#include "csv/layout/sections.h"

#include <stdlib.h>
#include <string.h>

size_t logreg__stages_above(const logreg__csv *csv)
{
    size_t above = 0;
    for (size_t i = 0; csv->plan && i < csv->plan->done; i++)
        if (csv->plan->stage[i].kind == LOGREG__STAGE_ABOVE && csv->plan->stage[i].a > above)
            above = csv->plan->stage[i].a;
    return above;
}

bool logreg__stages_end(const logreg__csv *csv, size_t line)
{
    bool end = false;
    for (size_t i = 0; csv->plan && i < csv->plan->done; i++)
        end = end || (csv->plan->stage[i].kind == LOGREG__STAGE_BELOW && line >= csv->plan->stage[i].a);
    return end;
}

const logreg__stage *logreg__stages_find(const logreg__csv *csv, logreg__stage_kind kind)
{
    for (size_t i = 0; csv->plan && i < csv->plan->done; i++)
        if (csv->plan->stage[i].kind == kind)
            return &csv->plan->stage[i];
    return NULL;
}

bool logreg__stages_have(const logreg__csv *csv, logreg__stage_kind kind)
{
    return logreg__stages_find(csv, kind);
}

/* A line of dashes, or "(40 rows)". */
static bool is_drawn(const logreg__row *row)
{
    bool rule = row->n > 0;
    for (size_t j = 0; j < row->n; j++)
        for (size_t i = 0; i < row->cell[j].n; i++)
            rule = rule && strchr("-+:= ", row->cell[j].text[i]);
    return rule || (row->n == 1 && row->cell->n > 6 && *row->cell->text == '(' &&
                    memmem(row->cell->text, row->cell->n, " row", 4));
}

size_t logreg__stages_width(const logreg__row *row, const logreg__csv *csv)
{
    const logreg__stage *stage = logreg__stages_find(csv, LOGREG__STAGE_PARTED);
    return stage && stage->b > row->n ? stage->b : row->n;
}

logreg__row logreg__stages_part(const logreg__row *row, logreg__cell *cell, const logreg__csv *csv)
{
    logreg__row whole = *row;
    const logreg__stage *stage = logreg__stages_find(csv, LOGREG__STAGE_PARTED);
    size_t n = stage ? logreg__parted_cells(cell, row, stage) : 0;
    if (n) {
        whole.cell = cell;
        whole.n = n;
    }
    return whole;
}

logreg__row logreg__stages_row(const logreg__row *row, logreg__cell *cell, const logreg__csv *csv)
{
    logreg__row left = *row;
    bool framed = row->n > 2 && logreg__stages_have(csv, LOGREG__STAGE_DRAWN) &&
                  !logreg__cell_trim(row->cell[0]).n && !logreg__cell_trim(row->cell[row->n - 1]).n;
    bool single = logreg__stages_have(csv, LOGREG__STAGE_SINGLE);
    left.n -= framed ? 2 : 0;
    left.cell = cell;
    for (size_t i = 0; i < csv->plan->done; i++)
        if (csv->plan->stage[i].kind == LOGREG__STAGE_SIDE && left.n > csv->plan->stage[i].a)
            left.n = csv->plan->stage[i].a;
    for (size_t j = 0; j < left.n; j++) {
        cell[j] = row->cell[j + framed];
        logreg__cell trimmed = logreg__cell_trim(cell[j]);
        if (single && trimmed.n > 1 && *trimmed.text == '\'' && trimmed.text[trimmed.n - 1] == '\'')
            cell[j] = (logreg__cell){trimmed.text + 1, trimmed.n - 2, trimmed.line};
    }
    return left;
}

bool logreg__stages_drop(const logreg__csv *csv, const logreg__row *row)
{
    bool drop = logreg__stages_end(csv, row->line), by_text = false;
    for (size_t i = 0; csv->plan && i < csv->plan->done; i++) {
        const logreg__stage *s = &csv->plan->stage[i];
        drop = drop || (s->kind == LOGREG__STAGE_LINES && row->line >= s->a && row->line <= s->b);
        by_text = by_text || (s->kind == LOGREG__STAGE_BARE && row->n < 2) ||
                  (s->kind == LOGREG__STAGE_DRAWN && is_drawn(row)) ||
                  (s->kind == LOGREG__STAGE_PAGES && logreg__page_row(row)) ||
                  (s->kind == LOGREG__STAGE_COMMENTS && row->n && row->cell->n && *row->cell->text == '#');
    }
    if (by_text && !drop && !csv->header_line)
        csv->plan->above_header++;
    return drop || by_text;
}

bool logreg__stages_header(logreg__cell **cell, size_t *n, const logreg__csv *csv)
{
    enum { NAME = LOGREG__SECTION_NAME };
    bool rows = logreg__stages_have(csv, LOGREG__STAGE_ROWS);
    const logreg__stage *groups = logreg__stages_find(csv, LOGREG__STAGE_GROUPS);
    size_t width = *n + rows, line = (*cell)->line, room = 0;
    for (size_t j = 0; j < *n; j++)
        room += (*cell)[j].n + NAME;
    logreg__cell *to = malloc((width + 1) * sizeof *to + room + 2 * NAME);
    if (!to)
        return false;
    memcpy(to + rows, *cell, *n * sizeof *to);
    while (logreg__stages_have(csv, LOGREG__STAGE_HASH) && to[rows].n && strchr("# ", *to[rows].text)) {
        to[rows].text++;
        to[rows].n--;
    }
    if (rows || logreg__stages_have(csv, LOGREG__STAGE_ROW))
        *to = (logreg__cell){"row", 3, line};
    char *names = (char *)(to + width + 1);
    for (size_t i = 0; i < csv->plan->done; i++) {
        const logreg__stage *s = &csv->plan->stage[i];
        if (s->kind != LOGREG__STAGE_NAME || s->a >= width)
            continue;
        logreg__cell was = logreg__cell_trim(to[s->a]);
        size_t length = s->b ? was.n : 0;
        memcpy(names, was.text, length);
        length += (size_t)snprintf(names + length, NAME, s->b ? "_%zu" : "V%zu", s->b ? s->b : s->a + 1);
        to[s->a] = (logreg__cell){names, length, line};
        names += length;
    }
    if (groups) {
        memmove(to + 1, to, width++ * sizeof *to);
        logreg__sections_name(names, groups);
        *to = (logreg__cell){names, strlen(names), line};
    }
    *cell = to;
    *n = width;
    return true;
}
