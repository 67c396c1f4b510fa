/* What --where and --reference do to the table before the fit. */
#include "variables.h"

#include <stdlib.h>
#include <string.h>

#include "message.h"
#include "narrowed.h"

/* Notes of what may surprise; new, or NULL. CLI_GO_ON, or the exit code of what was printed. */
static int doubt(char *note[2], const cli_call *call, const cli_variables *v, const logreg_frame *frame)
{
    logreg_error err;
    logreg_status status = logreg_frame_condition_note(&note[0], frame, v->where, &err);
    if (status == LOGREG_OK)
        status = logreg_frame_condition_kept(&note[1], frame, v->where, &err);
    return status == LOGREG_OK ? CLI_GO_ON : cli_fail(call, CLI_DATA, "--where: %s", err.message);
}

static int filter(const cli_call *call, const cli_variables *v, logreg_frame *frame, cli_notes notes)
{
    logreg_error err;
    size_t before = logreg_frame_rows(frame);
    char *note[2] = {NULL, NULL};
    cli_narrowed narrowed;
    int code = doubt(note, call, v, frame);
    if (code == CLI_GO_ON)
        cli_narrowed_before(&narrowed, v, frame);
    if (code == CLI_GO_ON && logreg_frame_filter(frame, v->where, &err) != LOGREG_OK)
        code = cli_fail(call, CLI_DATA, "--where: %s", err.message);
    if (code == CLI_GO_ON && logreg_frame_excluded(frame) && notes == CLI_NOTE_ALL)
        cli_note(call,
                 logreg_frame_excluded(frame) == 1 ? "%zu of %zu rows does not meet --where and is left out"
                                                   : "%zu of %zu rows do not meet --where and are left out",
                 logreg_frame_excluded(frame), before);
    for (int i = 0; i < 2; i++) {
        if (code == CLI_GO_ON && note[i] && notes != CLI_NOTE_NOTHING)
            cli_note(call, "--where: %s", note[i]);
        free(note[i]);
    }
    return code == CLI_GO_ON ? cli_narrowed_after(&narrowed, call, v, frame, notes) : code;
}

/* Is column j a target of numbers, as 0 and 1, whose event an option of its own names? */
static bool is_coded_target(const cli_variables *v, const logreg_frame *frame, size_t j)
{
    bool target = v->target ? strcmp(v->target, logreg_frame_name(frame, j)) == 0
                            : !v->formula && j + 1 == logreg_frame_columns(frame);
    return target && logreg_frame_kind(frame, j) == LOGREG_NUMERIC;
}

/* One COL=LEVEL. A name may hold =, so the first part that is a column counts. */
static int refer(const cli_call *call, const cli_variables *v, logreg_frame *frame, const char *item)
{
    char *name = strdup(item);
    if (!name)
        return cli_fail_memory(call);
    const char *level = NULL;
    for (char *c = name; (c = strchr(c, '=')); *c++ = '=') {
        *c = '\0';
        level = c + 1;
        if (logreg_frame_find(frame, name) != SIZE_MAX)
            break;
    }
    logreg_error err;
    int code = CLI_GO_ON;
    size_t j;
    if (!level || level == name + 1 || !*level) {
        code = cli_fail(call, CLI_USAGE, "--reference takes COL=LEVEL, such as sex=female, not '%s'", item);
    } else {
        name[level - 1 - name] = '\0';
        code = cli_input_column(&j, call, frame, "reference", name);
        if (code == CLI_GO_ON && logreg_frame_set_reference(frame, name, level, &err) != LOGREG_OK)
            code = cli_fail(
                call, CLI_DATA, "--reference: %s%s", err.message,
                is_coded_target(v, frame, j)
                    ? "; of a target of two classes, --positive names the one whose probability is told"
                    : "");
    }
    free(name);
    return code;
}

/* A condition for the outcome becomes a column. */
static int pose(const cli_call *call, cli_variables *v, logreg_frame *frame, bool quiet)
{
    logreg_error err;
    size_t j = SIZE_MAX;
    if (v->formula && !v->target && logreg_frame_add_condition(frame, &j, v->formula, &err) != LOGREG_OK)
        return cli_input_fail(call, frame, &err);
    int code = v->target ? cli_target_pose(&v->target, call, frame) : CLI_GO_ON;
    if (code == CLI_GO_ON && v->target)
        j = logreg_frame_find(frame, v->target);
    return code == CLI_GO_ON && j != SIZE_MAX && !quiet ? cli_target_note(call, frame, j) : code;
}

int cli_variables_frame(const cli_call *call, cli_variables *v, logreg_frame *frame, cli_notes notes)
{
    int code = v->where ? filter(call, v, frame, notes) : CLI_GO_ON;
    if (code == CLI_GO_ON)
        code = pose(call, v, frame, notes != CLI_NOTE_ALL);
    for (size_t i = 0; i < v->reference.n && code == CLI_GO_ON; i++)
        code = refer(call, v, frame, v->reference.item[i]);
    return code;
}
