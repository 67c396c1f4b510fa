#include "csv/mending/plan.h"
#include "csv/mending/asides.h"
#include "csv/mending/command.h"

#include <string.h>

#include "base/error.h"
#include "base/memory.h"

/* Files of more bytes are read once: their first trouble must do. */
enum { LARGEST = 1 << 26 };

/* ---- Stages found ------------------------------------------------------------------------------------------ */

/* A stage that is there already has not done what it should. */
static void add(logreg__plan *plan, const logreg__stage *stage, size_t n)
{
    bool again = false;
    for (size_t i = 0; i < plan->n; i++)
        again = again || (plan->stage[i].kind == stage->kind && plan->stage[i].a == stage->a);
    if (again || plan->n + n > LOGREG__PLANNED) {
        plan->full = true;
        return;
    }
    memcpy(plan->stage + plan->n, stage, n * sizeof *stage);
    plan->n += n;
}

logreg_status logreg__fail_stages(const logreg__csv *csv, const logreg__stage *stage, size_t n,
                                  const char *what, const char *how, const char *tail)
{
    logreg__plan alone = {0};
    logreg__csv with = *csv;
    logreg_error only;
    char command[LOGREG__COMMAND] = "";
    with.plan = csv->plan ? csv->plan : &alone;
    bool more = logreg__planned(with.plan), encoding = stage->kind == LOGREG__STAGE_ENCODING;
    add(with.plan, stage, n);
    if (encoding) { /* for which there is an option, where there is nothing else to mend */
        with.encoding = with.plan->encoding = (logreg__encoding)stage->a;
        with.charset = NULL;
    }
    bool rows =
        logreg__stages_have(&with, LOGREG__STAGE_ROW) || logreg__stages_have(&with, LOGREG__STAGE_ROWS);
    if (!encoding || more)
        logreg__command(command, &with, "%s", "");
    logreg__fail(&only, LOGREG_EDATA, "%s", what);
    with.plan->kept = strlen(only.message);
    return logreg__fail(csv->err, LOGREG_EDATA, "%s%s%s%s%s", what, more ? "; mend all of that: " : how,
                        command, tail, more && rows && !*tail ? ", and use --exclude row" : "");
}

void logreg__plan_decimal(const logreg__csv *csv, char mark)
{
    const logreg__stage stage = {LOGREG__STAGE_DECIMAL, (size_t)mark, 0};
    if (!csv->plan || !csv->err)
        return;
    add(csv->plan, &stage, 1);
    csv->plan->kept = strlen(csv->err->message);
}

/* ---- Reading again ----------------------------------------------------------------------------------------- */

/* Can the stream go back, and is it small enough for that? */
static bool is_small(FILE *stream, off_t start)
{
    if (start < 0 || fseeko(stream, 0, SEEK_END) != 0)
        return false;
    off_t end = ftello(stream);
    return fseeko(stream, start, SEEK_SET) == 0 && end >= start && end - start <= LARGEST;
}

/* A category that a model would stumble over: what hides numbers first, then answers in several spellings. */
static const char *first_doubt(const logreg_frame *frame)
{
    const char *ticks = NULL, *spelt = NULL;
    for (size_t j = 0; j < frame->n_columns; j++) {
        const logreg__column *c = &frame->column[j];
        if (c->spared || c->unnamed)
            continue;
        if (c->doubt && !c->ticks)
            return c->doubt;
        ticks = c->ticks && !ticks ? c->doubt : ticks;
        spelt = c->spelt && !spelt ? c->spelt : spelt;
    }
    return spelt ? spelt : ticks;
}

/* What has been found so far, and what comes behind it. Where the next sentence has a command, that does all, and what had been told to do goes.
 * False: both are too long. */
static bool join(logreg_error *told, size_t kept, const char *next, logreg__plan *plan)
{
    const char apart[] = "; and ";
    bool all = *plan->prefix && strstr(next, plan->prefix);
    size_t at = all ? kept : strlen(told->message), gone = all ? plan->half_end - plan->half : 0;
    if (at - gone + strlen(apart) + strlen(next) + 1 > sizeof told->message)
        return false;
    if (gone)
        memmove(told->message + plan->half, told->message + plan->half_end, at - plan->half_end);
    at -= gone;
    plan->half = all ? 0 : kept;
    plan->half_end = all ? 0 : at;
    memcpy(told->message + at, apart, sizeof apart);
    strcat(told->message, next);
    return true;
}

/* Is there nothing to mend but names, which the first line has none of? */
static bool names_alone(const logreg__plan *plan)
{
    bool alone = plan->no_names;
    for (size_t i = 0; i < plan->n; i++)
        alone = alone && plan->stage[i].kind == LOGREG__STAGE_NAME;
    return alone;
}

/* Reads with all stages done; told is the sentence, which grows. False: there is no more to find. */
static bool read_on(logreg_error *told, FILE *stream, const logreg__csv *csv, logreg__csv_reader *read)
{
    logreg__plan *plan = csv->plan;
    logreg_error err;
    logreg__csv with = *csv;
    logreg_frame *frame = NULL;
    size_t kept = plan->kept;
    plan->done = plan->n;
    plan->above_header = 0;
    *plan->prefix = '\0';
    with.err = &err;
    with.tuning.strict = true;
    with.options.threads = 1;
    with.options.rejects = NULL;
    for (size_t i = 0; i < plan->n; i++)
        if (plan->stage[i].kind == LOGREG__STAGE_DECIMAL) {
            with.options.decimal = (char)plan->stage[i].a;
            with.decimal_given = true;
        }
    if (logreg__stages_have(csv, LOGREG__STAGE_ENCODING))
        with.encoding = plan->encoding;
    logreg_status status = read(&frame, stream, &with);
    if (status == LOGREG_EDATA && names_alone(plan)) {
        *told = err;
        *plan->aside = '\0';
        return false;
    }
    const char *next = status == LOGREG_OK ? first_doubt(frame) : status == LOGREG_EDATA ? err.message : NULL;
    bool joined = next && !plan->full && join(told, kept, next, plan);
    if (joined)
        plan->kept += strlen(told->message) - strlen(next);
    logreg_frame_free(frame);
    return joined && status == LOGREG_EDATA && plan->n > plan->done && !plan->full;
}

/* The first line is no header: is it another one? The sentence is on that then. EDATA; ENOMEM. */
static logreg_status seek_header(FILE *stream, const logreg__csv *csv, logreg__csv_reader *read)
{
    logreg_error err;
    logreg_frame *frame = NULL;
    logreg__csv with = *csv;
    with.err = &err;
    with.tuning.strict = true;
    with.options.header = false;
    with.options.threads = 1;
    with.options.rejects = NULL;
    logreg_status status = read(&frame, stream, &with);
    logreg_frame_free(frame);
    if (status != LOGREG_ENOMEM && csv->plan->headless)
        return LOGREG_EDATA;
    *csv->err = err;
    return status;
}

logreg_status logreg__plan_read(logreg_frame **frame, FILE *stream, const logreg__csv *csv,
                                logreg__csv_reader *read)
{
    logreg__plan plan = {0};
    logreg__csv with = *csv;
    off_t start = ftello(stream);
    bool again = csv->err && is_small(stream, start);
    with.plan = &plan;
    logreg_status status = read(frame, stream, &with);
    if (status != LOGREG_EDATA || !csv->err)
        return status;
    if (again && plan.headless && fseeko(stream, start, SEEK_SET) == 0)
        return seek_header(stream, &with, read);
    while (again && !plan.full && plan.n > plan.done && fseeko(stream, start, SEEK_SET) == 0)
        if (!read_on(csv->err, stream, &with, read))
            break;
    logreg__asides_tell(csv->err, &plan);
    return status;
}
