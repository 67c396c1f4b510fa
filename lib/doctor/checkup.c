#include "doctor/checkup.h"

#include "base/error.h"
#include "base/memory.h"
#include "base/word.h"
#include "model/doors/options.h"
#include "report/options.h"
#include "report/summary/summary.h"

/* ---- Findings ---- */

static void start(logreg__finding *finding)
{
    logreg_report_options options = logreg_report_options_default();
    logreg__page_start(&finding->message, &options);
    logreg__page_start(&finding->advice, &options);
    logreg__page_start(&finding->shared.all, &options);
}

logreg__finding *logreg__find(logreg_checkup *c, const char *code, logreg_finding_weight weight,
                              size_t column)
{
    logreg__finding *finding = &c->spare;
    if (logreg__grow(&c->finding, &c->room, c->n_findings + 1, sizeof *finding)) {
        finding = &c->finding[c->n_findings++];
        *finding = (logreg__finding){.code = code, .weight = weight, .column = column};
        start(finding);
    } else {
        c->failed = true;
    }
    return finding;
}

void logreg__write_column(logreg__page *page, const logreg_checkup *c, size_t column)
{
    logreg__page_name(page, logreg_frame_name(c->frame, column), LOGREG__NAME_ROOM);
}

void logreg__write_argument(logreg__page *page, const logreg_checkup *c, size_t j)
{
    logreg__text text = {0};
    logreg__text_add_item(&text, logreg_frame_name(c->frame, j));
    logreg__write_word(page, &text);
}

void logreg__write_exclude(logreg__page *page, const logreg_checkup *c, const bool *also)
{
    logreg__text list = {0};
    for (size_t j = 0; j < logreg_frame_columns(c->frame); j++)
        if (also[j] || logreg__left_out(c, j))
            logreg__text_add_item(&list, logreg_frame_name(c->frame, j));
    logreg__page_add(page, "--exclude ");
    logreg__write_word(page, &list);
}

void logreg__advise_leaving_out(logreg__finding *f, logreg_checkup *c, size_t j)
{
    if (c->composed) {
        logreg__page_add(&f->advice, "Leave it out of the formula.");
        return;
    }
    logreg__page_add(&f->advice, "Leave it out: --exclude ");
    logreg__write_argument(&f->advice, c, j);
    logreg__page_add(&f->advice, ".");
}

logreg__classed logreg__check_classed(const logreg_checkup *c)
{
    return (logreg__classed){
        .response = c->response, .y = c->y, .w = c->w, .rows = logreg_frame_rows(c->frame)};
}

void logreg__write_class(logreg__page *page, const logreg_checkup *c, size_t k)
{
    if (c->response->grouped)
        logreg__page_add(page, k ? "the events of " : "the non-events of ");
    logreg__write_column(page, c, c->target);
    bool met = logreg_frame_is_condition(c->frame, c->target) && strcmp(c->response->label[k], "TRUE") == 0;
    if (c->response->grouped || met)
        return;
    logreg__page_add(page, " = ");
    logreg__page_name(page, c->response->label[k], LOGREG__NAME_ROOM);
}

void logreg__write_cases(logreg__page *page, const logreg_checkup *c, double n)
{
    bool grouped = c->response->grouped;
    logreg__write_count(page, n, grouped ? "trial" : "row", grouped ? "trials" : "rows");
}

/* Does a stand before b: weightier, or of a code that is looked at first? */
static bool before(const logreg__finding *a, const logreg__finding *b)
{
    return a->weight != b->weight ? a->weight < b->weight
                                  : logreg__finding_rank(a->code) < logreg__finding_rank(b->code);
}

/* Puts the worst first; findings are few, and equals keep their order. */
static void sort(logreg_checkup *c)
{
    for (size_t i = 1; i < c->n_findings; i++) {
        logreg__finding moved = c->finding[i];
        size_t to = i;
        for (; to > 0 && before(&moved, &c->finding[to - 1]); to--)
            c->finding[to] = c->finding[to - 1];
        c->finding[to] = moved;
    }
}

static bool memory_sufficed(const logreg_checkup *c)
{
    bool failed = c->failed || c->scarce.message.text.failed || c->scarce.advice.text.failed;
    for (size_t i = 0; i < c->n_findings; i++)
        failed = failed || c->finding[i].message.text.failed || c->finding[i].advice.text.failed;
    return !failed;
}

/* ---- The whole ---- */

/* Each looks where the one before found memory. */
static logreg_status look(logreg_checkup *c, logreg_error *err)
{
    logreg__profile_columns(c);
    logreg_status status = c->failed ? LOGREG_OK : logreg__check_target(c, err);
    if (status != LOGREG_OK)
        return status;
    if (!c->failed)
        logreg__check_columns(c);
    if (!c->failed)
        logreg__check_sentinels(c);
    if (!c->failed)
        logreg__check_units(c);
    if (!c->failed)
        logreg__check_apart(c);
    if (!c->failed)
        logreg__check_sparse(c);
    if (!c->failed)
        logreg__check_repeats(c);
    if (!c->failed)
        logreg__check_leakage(c);
    bool dense =
        !c->frame->sparse; /* sparse rows take a penalty, under which nothing is separated or too collinear */
    if (!c->failed && dense)
        logreg__check_fit(c);
    if (!c->failed && dense && !c->model)
        logreg__check_labels(c);
    if (!c->failed && dense)
        logreg__check_collinearity(c);
    if (!c->failed && dense && !c->model)
        logreg__check_correlation(c);
    if (!c->failed)
        logreg__part_several(c);
    sort(c);
    if (!c->failed)
        logreg__take_together(c);
    return memory_sufficed(c) ? LOGREG_OK : logreg__fail_memory(err);
}

logreg_status logreg_checkup_new(logreg_checkup **checkup, const logreg_frame *frame, const char *formula,
                                 const logreg_options *options, logreg_error *err)
{
    if (!frame)
        return logreg__fail(err, LOGREG_EINVAL, "there is no frame to look at");
    logreg_checkup *c = logreg__new(1, sizeof *c);
    if (!c)
        return logreg__fail_memory(err);
    c->frame = frame;
    c->options = options ? *options : logreg_options_default();
    c->options.guessed = c->options.guessed || !formula;
    start(&c->spare);
    start(&c->scarce);
    c->profile = logreg__new(logreg_frame_columns(frame), sizeof *c->profile);
    logreg_status status = c->profile ? logreg__options_check(&c->options, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = logreg__check_formula(c, formula, err);
    if (status == LOGREG_OK)
        status = look(c, err);
    if (status == LOGREG_OK)
        *checkup = c;
    else
        logreg_checkup_free(c);
    return status;
}

static void finding_clear(logreg__finding *finding)
{
    logreg__page_free(&finding->message);
    logreg__page_free(&finding->advice);
    logreg__page_free(&finding->shared.all);
    free(finding->command);
}

void logreg_checkup_free(logreg_checkup *c)
{
    if (!c)
        return;
    for (size_t i = 0; i < c->n_findings; i++)
        finding_clear(&c->finding[i]);
    finding_clear(&c->spare);
    finding_clear(&c->scarce);
    free(c->finding);
    free(c->together);
    for (size_t j = 0; c->profile && j < logreg_frame_columns(c->frame); j++)
        free(c->profile[j].rows_of);
    free(c->profile);
    logreg__formula_free(c->formula);
    logreg__response_free(c->response);
    logreg__rows_free(c->rows);
    free(c->y);
    free(c->w);
    logreg_model_free(c->model);
    free(c);
}

size_t logreg_checkup_findings(const logreg_checkup *c)
{
    return c->n_findings;
}

const char *logreg_checkup_command(const logreg_checkup *c)
{
    return c->together;
}

logreg_finding logreg_checkup_finding(const logreg_checkup *c, size_t i)
{
    const logreg__finding *f = &c->finding[i];
    return (logreg_finding){
        .code = f->code,
        .weight = f->weight,
        .column = f->column == SIZE_MAX ? NULL : logreg_frame_name(c->frame, f->column),
        .message = logreg__page_string(&f->message),
        .advice = logreg__page_string(&f->advice),
        .command = f->command ? f->command : f->message.command,
    };
}
