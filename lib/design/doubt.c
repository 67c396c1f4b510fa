#include "design/doubt.h"

#include "base/error.h"
#include "base/memory.h"
#include "data/aside.h"
#include "design/unfit.h"

static const logreg__column *target_of(const logreg__formula *f, const logreg_frame *frame)
{
    size_t j = f->response ? logreg_frame_find(frame, f->response) : SIZE_MAX;
    return j == SIZE_MAX ? NULL : &frame->column[j];
}

static const logreg__column *feature_of(const logreg__formula *f, size_t i, const logreg_frame *frame)
{
    const logreg__column *c = logreg__factor_column(&f->factor[i], frame);
    return f->factor[i].categorical && !(c && c->faulty) ? NULL : c;
}

static const char *doubt_of(const logreg__column *c)
{
    return !c ? NULL : c->spelt ? c->spelt : c->doubt;
}

/* Ticks of one sign are one class of an outcome. */
static const char *doubt_of_target(const logreg__column *c)
{
    return c->surplus && c->n_levels < 2 ? c->surplus : c->doubt;
}

/* The first column in doubt; NULL: there is none. */
static const logreg__column *first_in_doubt(const logreg__formula *f, const logreg_frame *frame)
{
    for (size_t i = 0; i < f->n_factors; i++)
        if (doubt_of(feature_of(f, i, frame)))
            return feature_of(f, i, frame);
    const logreg__column *target = target_of(f, frame);
    return target && (target->ticks || target->faulty) ? target : NULL;
}

bool logreg__doubted(const logreg__formula *f, const logreg_frame *frame)
{
    return first_in_doubt(f, frame);
}

/* Ends the sentence on ticks with what leaves those out that are features. */
static bool add_way(logreg__text *text, const logreg__formula *f, const logreg_frame *frame)
{
    size_t *column = logreg__new(f->n_factors, sizeof *column), n = 0;
    for (size_t i = 0; i < f->n_factors && column; i++) {
        const logreg__column *c = feature_of(f, i, frame);
        if (c && c->ticks)
            column[n++] = (size_t)(c - frame->column);
    }
    if (n) {
        logreg__text_add(text, n > 1 ? ", or leave them out, " : ", or leave it out, ");
        logreg__leave_out(text, column, n, f, frame);
    }
    free(column);
    return column && !text->failed;
}

/* Ends any other with columns that no fit can use, where nobody chose the features. False: memory is out. */
static bool add_asides(logreg__text *text, const logreg__formula *f, const logreg_frame *frame)
{
    size_t *column = logreg__new(f->n_factors, sizeof *column), n = 0;
    unsigned kinds = 0;
    for (size_t i = 0; i < f->n_factors && column; i++) {
        const logreg__column *c = logreg__factor_column(&f->factor[i], frame);
        logreg_aside kind = !c || c->doubt || c->spelt || f->factor[i].categorical
                                ? LOGREG_ASIDE_NOT
                                : logreg_frame_aside(frame, (size_t)(c - frame->column));
        if (kind == LOGREG_ASIDE_NOT)
            continue;
        kinds |= 1U << kind;
        column[n++] = (size_t)(c - frame->column);
    }
    if (n) {
        logreg__aside_begin(text, kinds);
        logreg__leave_out(text, column, n, f, frame);
    }
    free(column);
    return column && !text->failed;
}

logreg_status logreg__doubts_tell(const logreg__formula *f, const logreg_frame *frame, logreg_error *err)
{
    const logreg__column *c = first_in_doubt(f, frame);
    if (!c)
        return LOGREG_OK;
    bool target = c == target_of(f, frame);
    const char *doubt = target ? doubt_of_target(c) : doubt_of(c);
    logreg__text text = {0};
    logreg__text_add(&text, doubt);
    bool ok = (!c->ticks || target || add_way(&text, f, frame)) &&
              (c->ticks || !f->listed || f->chosen || add_asides(&text, f, frame)) && !text.failed;
    /* Where many columns have long names the way out has no room: the first one stands. */
    logreg_status status =
        ok ? logreg__fail(err, LOGREG_EDATA, "%s", text.length < LOGREG_MESSAGE_SIZE ? text.start : doubt)
           : logreg__fail_memory(err);
    free(text.start);
    return status;
}
