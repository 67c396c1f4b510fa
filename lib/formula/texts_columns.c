/* Two columns of texts that a condition compares, which two people filled in: their texts in two spellings, or none in common. */
#include <string.h>

#include "base/memory.h"
#include "csv/mending/rewrite.h"
#include "data/alike.h"
#include "formula/operation.h"
#include "formula/texts.h"

/* Pairs of texts beyond these are not compared, and more of them are counted. */
enum { COMPARED = 250000, SHOWN = 3 };

typedef struct {
    const logreg__column *column;
    size_t *rows; /* of each level; owned */
} side;

/* ---- What is compared ---- */

static void clear(side of[2])
{
    free(of[0].rows);
    free(of[1].rows);
}

/* Does node i ask whether two columns of texts have the same? They are to be cleared in any case. *failed: memory is out. */
static bool compares(side of[2], bool *failed, const logreg__expression *e, size_t i,
                     const logreg_frame *frame)
{
    const logreg__node *o = &e->node[i];
    bool text =
        o->operation && o->operation->binding == LOGREG__BINDS_COMPARISON && o->operation->takes_texts;
    of[0] = of[1] = (side){0};
    for (int s = 0; s < 2 && text; s++) {
        const logreg__node *node = &e->node[s ? o->right : o->left];
        of[s].column = node->kind == LOGREG__NODE_COLUMN ? logreg__frame_column(frame, node->text) : NULL;
        text = of[s].column && of[s].column->kind == LOGREG_CATEGORY;
    }
    if (!text || of[0].column == of[1].column ||
        of[1].column->n_levels > COMPARED / (of[0].column->n_levels + 1))
        return false;
    of[0].rows = logreg__column_tally(of[0].column, frame->n_rows);
    of[1].rows = logreg__column_tally(of[1].column, frame->n_rows);
    *failed = !of[0].rows || !of[1].rows;
    return !*failed;
}

/* The level of rows that is that text; n_levels: there is none. */
static size_t same(const side *of, const char *text)
{
    size_t l = 0;
    while (l < of->column->n_levels && !(of->rows[l] && strcmp(of->column->levels[l], text) == 0))
        l++;
    return l;
}

/* The level of rows that is the text in another spelling; n_levels: there is none, or the text itself is there. */
static size_t alike(const side *of, const char *text)
{
    size_t n = of->column->n_levels, l = same(of, text) < n ? n : 0;
    while (l < n && !(of->rows[l] && logreg__labels_alike(of->column->levels[l], text)))
        l++;
    return l;
}

/* ---- No text in common ---- */

static bool meet(const side of[2])
{
    bool any = false;
    for (size_t l = 0; l < of[0].column->n_levels && !any; l++)
        any = of[0].rows[l] && same(&of[1], of[0].column->levels[l]) < of[1].column->n_levels;
    return any;
}

bool logreg__columns_absent(logreg__text *text, const logreg__expression *e, const logreg_frame *frame)
{
    side of[2];
    bool failed = false;
    for (size_t i = 0; i < e->n && !failed; i++) {
        if (compares(of, &failed, e, i, frame) && !meet(of)) {
            logreg__text_add(text, text->length ? "; '" : "'");
            logreg__text_add(text, of[0].column->name);
            logreg__text_add(text, "' and '");
            logreg__text_add(text, of[1].column->name);
            logreg__text_add(text, "' have no text in common");
        }
        clear(of);
    }
    return !failed && !text->failed;
}

/* ---- Other spellings ---- */

/* What of[0] has in other spellings than of[1]: the level there for each of its own, n_levels for none. *n: how many. */
static size_t *pair(size_t *n, const side of[2], bool again)
{
    size_t *to = logreg__new_raw(of[0].column->n_levels, sizeof *to);
    *n = 0;
    for (size_t l = 0; to && l < of[0].column->n_levels; l++) {
        to[l] = of[0].rows[l] ? alike(&of[1], of[0].column->levels[l]) : of[1].column->n_levels;
        /* the other way round only what of[0] is told of in neither way */
        if (again && to[l] < of[1].column->n_levels &&
            same(&of[0], of[1].column->levels[to[l]]) == of[0].column->n_levels)
            to[l] = of[1].column->n_levels;
        *n += to[l] < of[1].column->n_levels;
    }
    return to;
}

static void write_told(logreg__text *told, const side of[2], const size_t *to, size_t n)
{
    size_t shown = 0;
    logreg__text_add(told, told->length ? "; '" : "'");
    logreg__text_add(told, of[0].column->name);
    logreg__text_add(told, "' holds ");
    for (size_t l = 0; l < of[0].column->n_levels && shown < SHOWN; l++) {
        if (to[l] == of[1].column->n_levels)
            continue;
        logreg__text_add(told, shown++ ? ", " : "");
        logreg__text_add_level(told, of[0].column->levels[l], of[0].rows[l], true);
        logreg__text_add(told, " beside '");
        logreg__text_add(told, of[1].column->levels[to[l]]);
        logreg__text_add(told, "' of '");
        logreg__text_add(told, of[1].column->name);
        logreg__text_add(told, "'");
    }
    logreg__text_add(told, n > SHOWN ? ", .." : "");
}

/* What writes each of them as the other column has it. False: memory is out. */
static bool write_statements(logreg__text *statements, bool *whole, const side of[2], const size_t *to,
                             const logreg_frame *frame)
{
    const logreg__column *c = of[0].column;
    logreg__text program = {0};
    bool *mark = logreg__new(c->n_levels, sizeof *mark);
    for (size_t l = 0; mark && l < c->n_levels; l++) {
        if (to[l] == of[1].column->n_levels)
            continue;
        mark[l] = true;
        *whole = logreg__cell_rewrite(&program, c->levels, mark, c->n_levels, of[1].column->levels[to[l]],
                                      frame->dialect.delimiter) &&
                 *whole;
        mark[l] = false;
    }
    if (program.length)
        logreg__cell_statements(statements, program.start, (size_t)(c - frame->column) + c->n_left_out);
    bool ok = mark && !program.failed;
    free(program.start);
    free(mark);
    return ok;
}

static bool add_side(logreg__spellings *s, logreg__text *statements, bool *whole, const side of[2],
                     bool again, const logreg_frame *frame)
{
    size_t n, *to = pair(&n, of, again);
    bool ok = to;
    if (ok && n) {
        write_told(&s->told, of, to, n);
        ok = write_statements(statements, whole, of, to, frame);
    }
    free(to);
    return ok;
}

bool logreg__columns_spelt(logreg__spellings *s, logreg__text *statements, bool *whole,
                           const logreg__expression *e, const logreg_frame *frame)
{
    side of[2];
    bool failed = false;
    for (size_t i = 0; i < e->n && !failed; i++) {
        if (compares(of, &failed, e, i, frame)) {
            const side turned[2] = {of[1], of[0]};
            failed = !add_side(s, statements, whole, of, false, frame) ||
                     !add_side(s, statements, whole, turned, true, frame);
        }
        clear(of);
    }
    return !failed;
}
