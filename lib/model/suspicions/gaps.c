/* Texts among a model's levels and classes that people write for missing values: the reader must hear of them, since nothing else shows
 * that a fit took them for values. */
#include "base/error.h"
#include "base/memory.h"
#include "base/word.h"
#include "data/frame.h"
#include "data/gap.h"
#include "data/label.h"
#include "formula/stand_ins.h"
#include "model/model.h"

/* More columns than these are counted, not named. */
enum { NAMED = 4 };

typedef struct {
    const logreg_frame *frame;
    logreg__text told, tokens, columns;
    size_t n_columns;
    const char **text; /* the n_texts different ones, borrowed from the frame */
    size_t n_texts, room;
} finds;

/* Adds a text to the tokens, once; a number once for each column. */
static void add(finds *f, const char *column, const char *text)
{
    for (size_t i = 0; i < f->n_texts; i++)
        if (strcmp(f->text[i], text) == 0 && !logreg__labels_numbers((char *const *)&text, 1))
            return;
    logreg__add_na_text(&f->tokens, column, text);
    if (logreg__grow(&f->text, &f->room, f->n_texts + 1, sizeof *f->text))
        f->text[f->n_texts++] = text;
    else
        f->tokens.failed = true;
}

/* 'None' and '-' of 'sex' (7 of 60 rows) */
static void tell(finds *f, const logreg_gap *gap, const char *name)
{
    char count[80];
    for (size_t i = 0; i < gap->n_texts; i++) {
        logreg__text_add(&f->told, i                  ? (i + 1 == gap->n_texts ? " and " : ", ")
                                   : f->n_columns > 1 ? ", "
                                                      : "");
        logreg__text_add(&f->told, "'");
        logreg__text_add(&f->told, gap->text[i]);
        logreg__text_add(&f->told, "'");
    }
    snprintf(count, sizeof count, "' (%zu of %zu rows)", gap->n_rows, logreg_frame_rows(f->frame));
    logreg__text_add(&f->told, " of '");
    logreg__text_add(&f->told, name);
    logreg__text_add(&f->told, count);
}

/* condition: what is known of the column's values already; or NULL. */
static void look(finds *f, size_t j, const logreg__expression *condition)
{
    logreg_gap gap;
    if (j == SIZE_MAX || !logreg_frame_gap(&gap, f->frame, j) ||
        (condition && !logreg__texts_unnamed(&gap, condition, f->frame, j)))
        return;
    if (++f->n_columns <= NAMED)
        tell(f, &gap, f->frame->column[j].name);
    for (size_t i = 0; i < gap.n_texts; i++)
        add(f, f->frame->column[j].name, gap.text[i]);
    logreg__text_add_item(&f->columns, f->frame->column[j].name);
}

/* Is the column one of the model's, and looked at as such? */
static bool is_variable(const logreg__terms *terms, const char *name)
{
    for (size_t v = 0; terms && v < terms->n_variables; v++)
        if (terms->variable[v].column && strcmp(terms->variable[v].column, name) == 0)
            return true;
    return false;
}

/* The columns of a target that is a condition. ENOMEM. */
static logreg_status look_behind(finds *f, const logreg_model *model, size_t target)
{
    logreg__expression *condition;
    logreg_status status = logreg__condition_of(&condition, f->frame, target);
    for (size_t j = 0; condition && j < f->frame->n_columns; j++)
        if (logreg_frame_condition_uses(f->frame, target, j) &&
            !is_variable(model->terms, f->frame->column[j].name))
            look(f, j, condition);
    logreg__expression_free(condition);
    return status;
}

/* The sentence, of what was found. */
static char *compose(finds *f)
{
    logreg__text list = {0}, sentence = {0};
    char more[64] = "";
    bool one = f->n_columns == 1 && f->n_texts == 1;
    logreg__add_na_in_force(&list, f->frame);
    logreg__text_add(&list, list.length ? "," : "");
    logreg__text_add(&list, f->tokens.start ? f->tokens.start : "");
    if (f->n_columns > NAMED)
        snprintf(more, sizeof more, ", and so in %zu more column%s,", f->n_columns - NAMED,
                 f->n_columns == NAMED + 1 ? "" : "s");
    logreg__text_add(&sentence, f->told.start ? f->told.start : "");
    logreg__text_add(&sentence, more);
    logreg__text_add(&sentence, " may stand for missing values: --na-values ");
    logreg__text_add_word(&sentence, list.start ? list.start : "");
    logreg__text_add(&sentence, " leaves such rows out; if ");
    logreg__text_add(&sentence, one ? "it means what it says" : "they mean what they say");
    logreg__text_add(&sentence, ", --categorical ");
    logreg__text_add_word(&sentence, f->columns.start ? f->columns.start : "");
    logreg__text_add(&sentence, " keeps this note away");
    sentence.failed =
        sentence.failed || list.failed || f->told.failed || f->tokens.failed || f->columns.failed;
    free(list.start);
    return logreg__text_take(&sentence);
}

logreg_status logreg_model_gaps(char **sentence, const logreg_model *model, const logreg_frame *frame,
                                logreg_error *err)
{
    finds f = {.frame = frame};
    const logreg__terms *terms = model->terms;
    logreg_status status = LOGREG_OK;
    size_t target = logreg_frame_find(frame, logreg_model_target(model));
    *sentence = NULL;
    for (size_t v = 0; terms && v < terms->n_variables; v++)
        if (terms->variable[v].column && terms->variable[v].n_levels && !terms->variable[v].wrapped)
            look(&f, logreg_frame_find(frame, terms->variable[v].column), NULL);
    if (!model->grouped && !model->numeric_target)
        look(&f, target, NULL);
    if (target != SIZE_MAX)
        status = look_behind(&f, model, target);
    if (status == LOGREG_OK && f.n_columns && !(*sentence = compose(&f)))
        status = logreg__fail_memory(err);
    free(f.told.start);
    free(f.tokens.start);
    free(f.columns.start);
    free(f.text);
    return status;
}
