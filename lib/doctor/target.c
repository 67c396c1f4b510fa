/* The classes of the target, and whether there are enough rows of each. */
#include "doctor/checkup.h"

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "formula/texts.h"
#include "report/page/figure.h"
#include "report/summary/summary.h"

/* A class with a smaller share is rare: accuracy then praises whoever never expects it. */
#define RARE_SHARE 0.05

/* Of the other columns of two values, or of those that answer a question, the one that most rows have, at least half of them: the first of these, and of
 * those that 19 rows in 20 have. */
static size_t first_of_two(const logreg_checkup *c, bool answers)
{
    size_t best = SIZE_MAX, rows = logreg_frame_rows(c->frame), least = rows / 2 + 1;
    for (size_t j = 0; j < logreg_frame_columns(c->frame); j++) {
        size_t missing = logreg_frame_missing(c->frame, j), counted = 20 * missing > rows ? missing : 0;
        if (j == c->target || c->profile[j].distinct != 2 || counted >= least ||
            (answers && !logreg_frame_answers(c->frame, j)))
            continue;
        best = j;
        least = counted;
    }
    return best;
}

/* Points of 1 and 5, and two sexes, are rather variables than outcomes. */
static size_t other_of_two(const logreg_checkup *c)
{
    size_t answer = first_of_two(c, true);
    return answer == SIZE_MAX ? first_of_two(c, false) : answer;
}

/* Is the target filled in few rows, and another column of two values there, which looks more like an outcome? */
static bool remarks(const logreg_checkup *c)
{
    return logreg_frame_remarks(c->frame, c->target) && other_of_two(c) != SIZE_MAX;
}

bool logreg__target_refused(const logreg_checkup *c)
{
    return c->options.guessed && remarks(c);
}

bool logreg__target_hardly_there(const logreg_checkup *c)
{
    size_t rows = logreg_frame_rows(c->frame), missing = logreg_frame_missing(c->frame, c->target);
    return c->trials == SIZE_MAX && !c->counted &&
           (missing == rows || (c->options.guessed && 2 * missing > rows));
}

/* "--target", with another column of two values, if there is one: it looks like an outcome. */
static void advise_target(logreg_checkup *c, logreg__finding *f)
{
    logreg__page_add(&f->advice, "Name another with --target");
    size_t other = other_of_two(c);
    if (other == SIZE_MAX)
        return;
    logreg__text word = {0}; /* one name, and no list of them */
    logreg__page_add(&f->advice, ", such as --target ");
    logreg__text_add(&word, logreg_frame_name(c->frame, other));
    logreg__write_word(&f->advice, &word);
}

/* ", or cut it in two, as in --target 'crowd > 11000'" */
static void advise_cut(logreg_checkup *c, logreg__finding *f)
{
    logreg__text word = {0};
    char *cut = logreg_frame_cut(c->frame, c->target);
    logreg__page_add(&f->advice, ", or cut it in two, as in --target ");
    logreg__text_add(&word, cut ? cut : "");
    word.failed = word.failed || !cut;
    free(cut);
    logreg__write_word(&f->advice, &word);
}

/* The most frequent class against the others, if it is frequent. */
static void advise_event(logreg_checkup *c, logreg__finding *f)
{
    const logreg__column *t = &c->frame->column[c->target];
    logreg__text word = {0};
    size_t most = 0, *rows = logreg__column_tally(t, c->frame->n_rows);
    for (size_t l = 0; rows && l < t->n_levels; l++)
        most = rows[l] > rows[most] ? l : most;
    if (rows && rows[most] < LOGREG__FREQUENT) {
        logreg__page_add(&f->advice, ", or gather its values into fewer classes");
    } else {
        logreg__page_add(&f->advice, ", or the class that is to stand against all others, as in --positive ");
        logreg__text_add(&word, rows ? t->levels[most] : "");
        word.failed = word.failed || !rows;
        logreg__write_word(&f->advice, &word);
    }
    free(rows);
}

/* Behind "The target Remarks". */
static void write_remarks(logreg_checkup *c, logreg__finding *f)
{
    size_t rows = logreg_frame_rows(c->frame);
    logreg__page_format(&f->message, " holds values in %zu of %zu rows, as remarks do.",
                        rows - logreg_frame_missing(c->frame, c->target), rows);
    advise_target(c, f);
    logreg__page_add(&f->advice, ". If rows without one are of another class, write what they have there.");
}

/* Numbers of which hardly anybody means each as a class go through a fit, if they are few enough; and so do remarks. False: the target is neither. */
static bool doubtful(logreg_checkup *c)
{
    const logreg__profile *p = &c->profile[c->target];
    bool measured = p->distinct <= LOGREG__MOST_CLASSES && logreg_frame_measures(c->frame, c->target);
    if (!measured && !remarks(c))
        return false;
    bool refused = logreg__target_refused(c);
    logreg__finding *f =
        logreg__find(c, "target", refused ? LOGREG_FINDING_STOPS : LOGREG_FINDING_MISLEADS, c->target);
    logreg__page_add(&f->message, "The target ");
    logreg__write_column(&f->message, c, c->target);
    if (remarks(c)) {
        write_remarks(c, f);
        return true;
    }
    logreg__page_format(&f->message, " has %zu different numbers, as a measurement does.", p->distinct);
    advise_target(c, f);
    advise_cut(c, f);
    logreg__page_add(&f->advice, ". If each number is a class, say --categorical ");
    logreg__write_argument(&f->advice, c, c->target);
    logreg__page_add(&f->advice, ".");
    return true;
}

/* A target that nobody named, and that most rows miss: a fit is of few rows, without a word on why it is this one. */
static void scarce(logreg_checkup *c)
{
    size_t rows = logreg_frame_rows(c->frame);
    logreg__finding *f = logreg__find(c, "missing", LOGREG_FINDING_MISLEADS, c->target);
    logreg__page_add(&f->message, "The target ");
    logreg__write_column(&f->message, c, c->target);
    logreg__page_format(&f->message,
                        ", taken since none was named, is missing in %zu of %zu rows, and a fit leaves them "
                        "out.",
                        logreg_frame_missing(c->frame, c->target), rows);
    advise_target(c, f);
    logreg__page_add(&f->advice, ", if this is not the outcome. If rows without one are of another class, "
                                 "write what they have there.");
}

/* Texts that a condition compares columns with, which rows have otherwise: told by what is missing of them, in *absent, and by a finding. */
static void see_texts(logreg_checkup *c, logreg__text *absent)
{
    logreg__expression *e = NULL;
    logreg__spellings s = {.command = NULL};
    if (!logreg_frame_is_condition(c->frame, c->target))
        return;
    logreg_status status = logreg__expression_parse(&e, "condition", logreg_frame_name(c->frame, c->target),
                                                    c->frame, LOGREG__CONDITION, NULL);
    bool ok = status != LOGREG_ENOMEM;
    if (status == LOGREG_OK)
        ok = logreg__texts_absent(absent, e, c->frame) && logreg__texts_spelt(&s, e, c->frame);
    c->failed = c->failed || !ok;
    if (ok && s.told.length) {
        logreg__finding *f = logreg__find(c, "alike_values", LOGREG_FINDING_MISLEADS, c->target);
        logreg__page_add(&f->message, s.told.start);
        logreg__page_add(&f->message, ", and the target counts them apart.");
        logreg__page_add(&f->advice, "If they mean the same, ");
        if (s.command || !s.all.length)
            logreg__page_add(&f->advice, "write them in one way");
        logreg__page_add(&f->advice, s.command ? ", as the command that follows does" : "");
        if (s.all.length) {
            logreg__page_add(&f->advice,
                             s.command ? ", or name them all, --target " : "name them all, --target ");
            logreg__write_word(&f->advice, &s.all);
        }
        logreg__page_add(&f->advice, ".");
        f->command = s.command;
        s.command = NULL;
    }
    logreg__spellings_clear(&s);
    logreg__expression_free(e);
}

static void end_absent(logreg__finding *f, const char *absent)
{
    size_t n = strlen(absent);
    logreg__page_add(&f->message, absent);
    logreg__page_add(&f->message, n && absent[n - 1] == '?' ? "" : ".");
    logreg__page_add(&f->advice, n ? "Mend the condition." : "");
}

static void tell_absent(logreg_checkup *c, const char *absent)
{
    logreg__finding *f = logreg__find(c, "target", LOGREG_FINDING_MISLEADS, c->target);
    logreg__page_add(&f->message, "The target asks for what no row has: ");
    end_absent(f, absent);
}

/* absent: what a condition asks for and no row has, as a sentence without its end; or empty. */
static bool no_classes(logreg_checkup *c, const char *absent)
{
    size_t n = c->profile[c->target].distinct;
    const char *lone = n == 1 ? c->frame->column[c->target].surplus : NULL;
    if (n >= 2 && n <= LOGREG__MOST_CLASSES)
        return false;
    logreg__finding *f = logreg__find(c, "target", LOGREG_FINDING_STOPS, c->target);
    logreg__page_add(&f->message, "The target ");
    logreg__write_column(&f->message, c, c->target);
    if (lone && remarks(c)) {
        write_remarks(c, f);
        return true;
    }
    if (lone) {
        logreg__page_format(&f->message, " has one value or none: %s.", lone);
        return true;
    }
    if (n > LOGREG__MOST_CLASSES)
        logreg__page_format(&f->message, " has %zu different values, too many to be classes.", n);
    else
        logreg__page_add(&f->message, n ? " has the same value in every row" : " is missing in every row");
    if (n <= LOGREG__MOST_CLASSES) {
        logreg__page_add(&f->message, *absent ? ": " : "");
        end_absent(f, absent);
    }
    if (*absent)
        return true;
    advise_target(c, f);
    bool labels = c->frame->column[c->target].kind == LOGREG_CATEGORY;
    if (n > LOGREG__MOST_CLASSES)
        (labels ? advise_event : advise_cut)(c, f);
    logreg__page_add(&f->advice, n > LOGREG__MOST_CLASSES ? "." : ", or add rows of another class.");
    return true;
}

bool logreg__numbers_as_classes(logreg__page *piece, const logreg_checkup *c)
{
    const logreg__response *r = c->response;
    const logreg__number_classes of = {.target = logreg_frame_name(c->frame, c->target),
                                       .n = r->n_classes,
                                       .label = r->label,
                                       .weight = r->weight};
    return r->value_of && !c->counted && !c->frame->sparse && logreg__write_number_classes(piece, &of);
}

static void lopsided(logreg_checkup *c)
{
    const logreg__response *r = c->response;
    size_t rarest = 0;
    for (size_t k = 0; k < c->n_classes; k++)
        rarest = r->weight[k] < r->weight[rarest] ? k : rarest;
    double share = r->weight[rarest] / r->n_obs;
    if (share >= RARE_SHARE || c->counted || logreg__numbers_as_classes(NULL, c))
        return;
    logreg__finding *f = logreg__find(c, "imbalance", LOGREG_FINDING_NOTE, c->target);
    char percent[LOGREG__FIGURE_SIZE];
    logreg__page_format(&f->message, "%s of ",
                        logreg__figure_plain(percent, r->weight[rarest], 10, f->message.sign));
    logreg__write_cases(&f->message, c, r->n_obs);
    bool one = r->weight[rarest] == 1;
    logreg__page_add(&f->message, r->grouped ? one ? " is " : " are " : one ? " has " : " have ");
    logreg__write_class(&f->message, c, rarest);
    if (c->n_classes > 2)
        logreg__page_add(&f->message, ": a fit learns little of them, and accuracy does not show it.");
    else
        logreg__page_format(&f->message, ": whoever always says otherwise is right in %s%% of %s.",
                            logreg__number_format(percent, 100 * (1 - share), 4),
                            r->grouped ? "trials" : "rows");
    logreg__page_add(&f->advice,
                     "Judge a fit by AUC and log loss, not by accuracy. The rows need no balancing: "
                     "that would spoil the probabilities.");
    if (c->n_classes > 2) {
        logreg__text label = {0};
        logreg__text_add(&label, r->label[rarest]);
        logreg__page_add(&f->advice, " For one class against all others together: --positive ");
        logreg__write_word(&f->advice, &label);
        logreg__page_add(&f->advice, ".");
    }
}

/* y and w of every row. */
static logreg_status fill(logreg_checkup *c, logreg_error *err)
{
    size_t n = logreg_frame_rows(c->frame), place[LOGREG__BLOCK_ROWS];
    c->y = logreg__new_raw(n, sizeof *c->y);
    c->w = logreg__new(n, sizeof *c->w);
    if (!c->y || !c->w)
        return logreg__fail_memory(err);
    for (size_t i = 0; i < n; i++)
        c->y[i] = NAN;
    for (size_t first = 0; first < c->rows->n; first += LOGREG__BLOCK_ROWS) {
        size_t left = c->rows->n - first, count = left < LOGREG__BLOCK_ROWS ? left : LOGREG__BLOCK_ROWS;
        logreg__rows_list(c->rows, first, count, place);
        for (size_t i = 0; i < count; i++)
            logreg__response_fill(c->response, &place[i], 1, &c->y[place[i]], &c->w[place[i]], NULL);
    }
    return LOGREG_OK;
}

static logreg_status read_outcome(logreg_checkup *c, logreg_error *err)
{
    const size_t column[] = {c->target, c->weights, c->offset, c->trials};
    const char *name[4];
    size_t used[4], n = 0;
    for (int i = 0; i < 4; i++) {
        name[i] = column[i] == SIZE_MAX ? NULL : logreg_frame_name(c->frame, column[i]);
        if (name[i])
            used[n++] = column[i];
    }
    const logreg__outcome outcome = {.target = name[0],
                                     .weights = name[1],
                                     .offset = name[2],
                                     .trials = name[3],
                                     .positive = c->options.positive};
    logreg_status status = logreg__rows_complete(&c->rows, c->frame, used, n, err);
    if (status == LOGREG_OK)
        status = logreg__response_new(&c->response, &outcome, c->frame, c->rows, err);
    return status;
}

/* Texts among the numbers of a condition's columns, which are missing for it: a finding on each, which comes before any on classes. */
static void see_strays(logreg_checkup *c)
{
    for (size_t j = 0; j < logreg_frame_columns(c->frame); j++)
        if (logreg__behind_target(c, j) && c->frame->column[j].faulty)
            c->strays = logreg__see_misread(c, j) || c->strays;
}

logreg_status logreg__check_target(logreg_checkup *c, logreg_error *err)
{
    logreg__text absent = {0};
    const logreg__column *target = &c->frame->column[c->target];
    if (target->faulty) {
        logreg_error why;
        logreg__fail(&why, LOGREG_EDATA, "%s", target->doubt);
        logreg__refused(c, &why);
        return LOGREG_OK;
    }
    see_strays(c);
    if (c->strays && c->profile[c->target].distinct < 2)
        return LOGREG_OK;
    see_texts(c, &absent);
    bool none = logreg__check_counts(c) ||
                (c->trials == SIZE_MAX && no_classes(c, absent.length ? absent.start : ""));
    if (!none && absent.length)
        tell_absent(c, absent.start);
    free(absent.start);
    if (none)
        return LOGREG_OK;
    bool doubt = c->trials == SIZE_MAX && !c->counted && doubtful(c);
    logreg_error why;
    logreg_status status = read_outcome(c, &why);
    if (status == LOGREG_EDATA) {
        logreg__refused(c, &why);
        return LOGREG_OK;
    }
    if (status != LOGREG_OK)
        return logreg__fail(err, status, "%s", why.message);
    c->n_classes = c->response->n_classes;
    status = fill(c, err);
    if (status == LOGREG_OK && !doubt && logreg__target_hardly_there(c))
        scarce(c);
    if (status == LOGREG_OK && !doubt)
        lopsided(c);
    return status;
}
