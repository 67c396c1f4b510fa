#include "target.h"

#include <math.h>
#include <stdlib.h>

#include <logreg/sparse.h>

#include "asides.h"
#include "message.h"

/* How many different values column j has, up to three of numbers. */
static size_t values_of(const logreg_frame *frame, size_t j)
{
    double value[2];
    size_t n = 0;
    if (logreg_frame_kind(frame, j) == LOGREG_CATEGORY)
        return logreg_frame_levels(frame, j);
    for (size_t i = 0, k; i < logreg_frame_rows(frame) && n <= 2; i++) {
        double x = logreg_frame_number(frame, i, j);
        for (k = 0; k < n && x != value[k];)
            k++;
        if (isnan(x) || k < n)
            continue;
        if (n < 2)
            value[n] = x;
        n++;
    }
    return n;
}

/* Whole numbers, in no row more than those of column n? */
static bool counts_out_of(const logreg_frame *frame, size_t j, size_t n)
{
    for (size_t i = 0; i < logreg_frame_rows(frame); i++) {
        if (logreg_frame_kind(frame, j) == LOGREG_CATEGORY)
            return false;
        double x = logreg_frame_number(frame, i, j), most = logreg_frame_number(frame, i, n);
        if (!(x >= 0 && x <= most && x == floor(x)))
            return false;
    }
    return true;
}

/* Of the free columns before j with two values, or of those that answer a question, the one that most rows have, at least half of them: the last of
 * these, and of those that 19 rows in 20 have. SIZE_MAX: none. */
static size_t last_such(const cli_use *uses, const logreg_frame *frame, size_t j, bool answers)
{
    size_t best = SIZE_MAX, rows = logreg_frame_rows(frame), least = rows / 2 + 1;
    while (j-- > 0) {
        size_t missing = logreg_frame_missing(frame, j), counted = 20 * missing > rows ? missing : 0;
        if (uses[j] != CLI_FREE || counted >= least ||
            (answers ? !logreg_frame_answers(frame, j) : values_of(frame, j) != 2))
            continue;
        best = j;
        least = counted;
    }
    return best;
}

/* Points of 1 and 5, and two sexes, are rather variables than outcomes. */
static size_t last_of_two(const cli_use *uses, const logreg_frame *frame, size_t j)
{
    size_t answer = last_such(uses, frame, j, true);
    return answer == SIZE_MAX ? last_such(uses, frame, j, false) : answer;
}

/* A last column that counts cases, as tables are exported, is no outcome. That is the last one before it of two values, or one that
 * counts events among those cases. */
static int refuse_count(const cli_use *uses, const cli_call *call, const logreg_frame *frame, size_t count)
{
    size_t outcome = last_of_two(uses, frame, count), events = SIZE_MAX;
    for (size_t j = 0; j < count; j++)
        if (uses[j] == CLI_FREE && counts_out_of(frame, j, count))
            events = j;
    bool grouped = outcome == SIZE_MAX && events != SIZE_MAX;
    size_t target = grouped ? events : outcome;
    const char *name = logreg_frame_name(frame, count);
    return cli_fail(call, CLI_DATA,
                    "%s: the last column, '%s', tells by its name how many cases a row stands for: use --%s "
                    "'%s' --target %s%s%s, or "
                    "--target '%s' if it is the outcome",
                    logreg_frame_source(frame), name, grouped ? "trials" : "weights", name,
                    target == SIZE_MAX ? "" : "'",
                    target == SIZE_MAX ? "and the outcome's name" : logreg_frame_name(frame, target),
                    target == SIZE_MAX ? "" : "'", name);
}

static int refuse_measurement(const cli_use *uses, const cli_call *call, const logreg_frame *frame,
                              size_t measured, const char *more)
{
    size_t one = last_of_two(uses, frame, measured),
           other = one == SIZE_MAX ? SIZE_MAX : last_of_two(uses, frame, one);
    const char *source = logreg_frame_source(frame), *name = logreg_frame_name(frame, measured);
    char *cut = logreg_frame_cut(frame, measured);
    if (!cut)
        return cli_fail_memory(call);
    int code =
        one == SIZE_MAX
            ? cli_fail(call, CLI_DATA,
                       "%s: the last column, '%s', holds more than %d different numbers, as a measurement "
                       "does: name the outcome with --target, or cut this column in two, as in --target "
                       "'%s'; --target '%s' takes each number for a class%s",
                       source, name, LOGREG_NUMBERS_AS_CLASSES, cut, name, more)
            : cli_fail(
                  call, CLI_DATA,
                  "%s: the last column, '%s', holds more than %d different numbers, as a measurement "
                  "does: name the outcome, such as --target '%s'%s%s%s, or cut this column in two, as in "
                  "--target '%s'; --target '%s' takes each number for a class%s",
                  source, name, LOGREG_NUMBERS_AS_CLASSES, logreg_frame_name(frame, one),
                  other == SIZE_MAX ? "" : " or '", other == SIZE_MAX ? "" : logreg_frame_name(frame, other),
                  other == SIZE_MAX ? ", which has two values" : "', which have two values", cut, name, more);
    free(cut);
    return code;
}

/* What no fit can use is no outcome either, where another column has two values. A date that not all rows have may say to whom something happened. */
static int refuse_aside(const cli_use *uses, const cli_call *call, const logreg_frame *frame, size_t last,
                        const char *more)
{
    static const char *const holds[] = {[LOGREG_ASIDE_ID] = "IDs",
                                        [LOGREG_ASIDE_DATE] = "dates",
                                        [LOGREG_ASIDE_NAMES] = "names",
                                        [LOGREG_ASIDE_SINGLE] = "one value alone",
                                        [LOGREG_ASIDE_EMPTY] = "nothing"};
    logreg_aside kind = logreg_frame_aside(frame, last);
    size_t other = last_of_two(uses, frame, last);
    bool happened = kind == LOGREG_ASIDE_DATE && logreg_frame_missing(frame, last);
    if (kind == LOGREG_ASIDE_NOT || other == SIZE_MAX || happened)
        return CLI_GO_ON;
    return cli_fail(
        call, CLI_DATA,
        "%s: the last column, '%s', seems to hold %s: name the outcome, such as --target '%s', which "
        "has two values%s",
        logreg_frame_source(frame), logreg_frame_name(frame, last), holds[kind],
        logreg_frame_name(frame, other), more);
}

/* In how many rows do two columns add up to a third, empty cells for 0; 0: somewhere they do not. */
static size_t add_up(const logreg_frame *frame, size_t a, size_t b, size_t sum)
{
    size_t rows = 0;
    for (size_t i = 0; i < logreg_frame_rows(frame); i++) {
        double x = logreg_frame_number(frame, i, a), y = logreg_frame_number(frame, i, b),
               n = logreg_frame_number(frame, i, sum);
        x = isnan(x) ? 0 : x;
        y = isnan(y) ? 0 : y;
        if (!(x + y == n && x >= 0 && y >= 0 && x == floor(x) && y == floor(y)))
            return 0;
        rows += x > 0 && y > 0;
    }
    return rows;
}

/* Remarks at the end of some rows. A column that is hardly filled may be an outcome that is ticked where it happened, so that another one
 * must be there that looks more like one. */
static int refuse_remarks(const cli_use *uses, const cli_call *call, const logreg_frame *frame, size_t last)
{
    size_t rows = logreg_frame_rows(frame), filled = rows - logreg_frame_missing(frame, last),
           other = last_of_two(uses, frame, last);
    const char *name = logreg_frame_name(frame, last);
    if (!logreg_frame_remarks(frame, last) || other == SIZE_MAX)
        return CLI_GO_ON;
    return cli_fail(
        call, CLI_DATA,
        "%s: the last column, '%s', holds values in %zu of %zu rows, as remarks do: name the outcome, "
        "as in --target '%s' --exclude '%s' (it has two values), or --target '%s' if the rows without "
        "one are to be left out",
        logreg_frame_source(frame), name, filled, rows, logreg_frame_name(frame, other), name, name);
}

/* What a model predicted of the outcome: it stands behind that, as programs append it. */
static int refuse_prediction(const cli_use *uses, const cli_call *call, const logreg_frame *frame,
                             size_t last)
{
    size_t other = last_of_two(uses, frame, last);
    const char *name = logreg_frame_name(frame, last), *source = logreg_frame_source(frame);
    if (other == SIZE_MAX)
        return cli_fail(
            call, CLI_DATA,
            "%s: the last column, '%s', is named as what a model predicted: name the outcome with "
            "--target, and leave this one out, --exclude '%s', or say --target '%s' if it is the "
            "outcome",
            source, name, name, name);
    return cli_fail(call, CLI_DATA,
                    "%s: the last column, '%s', is named as what a model predicted: name the outcome, as in "
                    "--target '%s' --exclude '%s' (it has two values), or say --target '%s' if it is the "
                    "outcome",
                    source, name, logreg_frame_name(frame, other), name, name);
}

int cli_target_refuse_sum(const cli_use *uses, const cli_call *call, const logreg_frame *frame, size_t target)
{
    enum { FEW_ROWS = 4, WIDEST = 60 };
    size_t n = logreg_frame_columns(frame);
    if (logreg_frame_kind(frame, target) == LOGREG_CATEGORY || n > WIDEST || values_of(frame, target) < 3)
        return CLI_GO_ON;
    for (size_t k = 0; k < n * n * n; k++) {
        size_t a = k / n / n, b = k / n % n, sum = k % n;
        bool free = a < b && sum != a && sum != b && (a == target || b == target || sum == target);
        for (size_t i = 0; i < 3 && free; i++) {
            size_t j = i == 0 ? a : i == 1 ? b : sum;
            free = (uses[j] == CLI_FREE || j == target) && logreg_frame_kind(frame, j) == LOGREG_NUMERIC;
        }
        if (!free || add_up(frame, a, b, sum) < FEW_ROWS)
            continue;
        size_t events = a == target ? a : b, others = events == a ? b : a;
        return cli_fail(
            call, CLI_DATA,
            "%s: '%s' and '%s' add up to '%s' in every row, as counts of events, of others and of "
            "trials do: use --target '%s' --trials '%s' --exclude '%s', or --categorical '%s' if each "
            "number is a class",
            logreg_frame_source(frame), logreg_frame_name(frame, a), logreg_frame_name(frame, b),
            logreg_frame_name(frame, sum), logreg_frame_name(frame, events), logreg_frame_name(frame, sum),
            logreg_frame_name(frame, others), logreg_frame_name(frame, target));
    }
    return CLI_GO_ON;
}

/* Whatever speaks against the last column, as the target that nobody named. */
static int refuse(const cli_use *uses, const cli_call *call, const logreg_frame *frame, bool trials,
                  size_t last)
{
    if (logreg_frame_counts_cases(frame, last))
        return refuse_count(uses, call, frame, last);
    if (logreg_frame_predicts(frame, last))
        return refuse_prediction(uses, call, frame, last);
    char *more = cli_asides(uses, frame);
    if (!more)
        return cli_fail_memory(call);
    int code = trials ? CLI_GO_ON : refuse_aside(uses, call, frame, last, more);
    if (code == CLI_GO_ON)
        code = refuse_remarks(uses, call, frame, last);
    if (code == CLI_GO_ON && !trials)
        code = cli_target_refuse_sum(uses, call, frame, last);
    if (code == CLI_GO_ON && !trials && logreg_frame_measures(frame, last))
        code = refuse_measurement(uses, call, frame, last, more);
    free(more);
    return code;
}

int cli_target_pose(const char **target, const cli_call *call, logreg_frame *frame)
{
    logreg_error err;
    size_t j;
    if (logreg_frame_add_condition(frame, &j, *target, &err) != LOGREG_OK)
        return cli_fail(call, CLI_DATA, "--target: %s", err.message);
    if (j != SIZE_MAX)
        *target = logreg_frame_name(frame, j);
    return CLI_GO_ON;
}

int cli_target_note(const cli_call *call, const logreg_frame *frame, size_t j)
{
    logreg_error err;
    char *note = NULL;
    if (!logreg_frame_is_condition(frame, j) || logreg_frame_levels(frame, j) < 2)
        return CLI_GO_ON; /* which the fit refuses with the same sentence */
    if (logreg_frame_condition_note(&note, frame, logreg_frame_name(frame, j), &err) != LOGREG_OK)
        return cli_fail_error(call, &err);
    if (note)
        cli_note(call, "the target: %s", note);
    free(note);
    return CLI_GO_ON;
}

int cli_target_choose(cli_use *uses, const cli_call *call, const logreg_frame *frame, bool trials,
                      cli_choosing choice)
{
    size_t j =
        logreg_frame_sparse(frame) ? 1 : logreg_frame_columns(frame); /* of svmlight the labels stand first */
    while (j > 0 && uses[j - 1] != CLI_FREE)
        j--;
    if (j == 0)
        return cli_fail(call, CLI_USAGE, "the options leave no column for the target; name it with --target");
    int code = choice == CLI_TAKE_ANY ? CLI_GO_ON : refuse(uses, call, frame, trials, j - 1);
    if (code != CLI_GO_ON)
        return code;
    uses[j - 1] = CLI_TARGET;
    if (choice == CLI_TELL && !logreg_frame_sparse(frame))
        cli_note(call, "the target is '%s', the last column%s; --target names another",
                 logreg_frame_name(frame, j - 1),
                 j < logreg_frame_columns(frame) ? " that no option names" : "");
    return CLI_GO_ON;
}
