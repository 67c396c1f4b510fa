#include "doctor/checkup.h"

#include "base/error.h"
#include "base/memory.h"
#include "report/summary.h"

/* ---- Findings ---- */

static void start(logreg__finding *finding)
{
    logreg_report_options options = logreg_report_options_default();
    logreg__page_start(&finding->message, &options);
    logreg__page_start(&finding->advice, &options);
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

/* Puts the weightiest first; findings are few, and equals keep their order. */
static void sort(logreg_checkup *c)
{
    for (size_t i = 1; i < c->n_findings; i++) {
        logreg__finding moved = c->finding[i];
        size_t to = i;
        for (; to > 0 && c->finding[to - 1].weight > moved.weight; to--)
            c->finding[to] = c->finding[to - 1];
        c->finding[to] = moved;
    }
}

static bool memory_sufficed(const logreg_checkup *c)
{
    bool failed = c->failed;
    for (size_t i = 0; i < c->n_findings; i++)
        failed = failed || c->finding[i].message.text.failed || c->finding[i].advice.text.failed;
    return !failed;
}

/* ---- The whole ---- */

static logreg_status find_column(size_t *j, const logreg_frame *frame, const char *name, logreg_error *err)
{
    *j = logreg_frame_find(frame, name);
    if (*j != SIZE_MAX)
        return LOGREG_OK;
    const char *near = logreg_frame_nearest(frame, name);
    return logreg__fail(err, LOGREG_EINVAL, "there is no column '%s'%s%s%s", name,
                        near ? "; did you mean '" : "", near ? near : "", near ? "'?" : "");
}

static logreg_status choose(logreg_checkup *c, const char *target, const char *const *exclude, size_t n,
                            logreg_error *err)
{
    for (size_t i = 0, j; i < n; i++) {
        logreg_status status = find_column(&j, c->frame, exclude[i], err);
        if (status != LOGREG_OK)
            return status;
        c->profile[j].excluded = c->profile[j].skip = true;
    }
    size_t j = logreg_frame_columns(c->frame);
    if (target) {
        logreg_status status = find_column(&c->target, c->frame, target, err);
        if (status == LOGREG_OK && c->profile[c->target].excluded)
            return logreg__fail(err, LOGREG_EINVAL, "column '%s' is the target and excluded", target);
        return status;
    }
    while (j > 0 && c->profile[j - 1].excluded)
        j--;
    if (j == 0)
        return logreg__fail(err, LOGREG_EINVAL, "no column is left for the target");
    c->target = j - 1;
    return LOGREG_OK;
}

static void look(logreg_checkup *c)
{
    logreg__check_columns(c);
    if (!c->failed)
        logreg__check_target(c);
    if (!c->failed)
        logreg__check_repeats(c);
    if (!c->failed)
        logreg__check_leakage(c);
    if (!c->failed)
        logreg__check_correlation(c);
    if (!c->failed)
        logreg__check_fit(c);
    sort(c);
}

logreg_status logreg_checkup_new(logreg_checkup **checkup, const logreg_frame *frame, const char *target,
                                 const char *const *exclude, size_t n_exclude, logreg_error *err)
{
    if (!frame)
        return logreg__fail(err, LOGREG_EINVAL, "there is no frame to look at");
    logreg_checkup *c = logreg__new(1, sizeof *c);
    if (!c)
        return logreg__fail_memory(err);
    c->frame = frame;
    start(&c->spare);
    c->profile = logreg__new(logreg_frame_columns(frame), sizeof *c->profile);
    logreg_status status = c->profile ? choose(c, target, exclude, n_exclude, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK) {
        look(c);
        status = memory_sufficed(c) ? LOGREG_OK : logreg__fail_memory(err);
    }
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
}

void logreg_checkup_free(logreg_checkup *c)
{
    if (!c)
        return;
    for (size_t i = 0; i < c->n_findings; i++)
        finding_clear(&c->finding[i]);
    finding_clear(&c->spare);
    free(c->finding);
    for (size_t k = 0; c->label && k < c->n_classes; k++)
        free(c->label[k]);
    free(c->label);
    free(c->count);
    free(c->class_of);
    free(c->profile);
    logreg_model_free(c->model);
    free(c);
}

size_t logreg_checkup_findings(const logreg_checkup *c)
{
    return c->n_findings;
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
    };
}
