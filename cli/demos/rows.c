#include "rows.h"

#include <math.h>
#include <stdlib.h>

#include <logreg/special.h>

#include "../variables.h"
#include "draw.h"

enum { PUPILS = 10, MOST_ROWS = 100000, DRAWN = 1000 };

static const double hours[PUPILS] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
static const double passed[PUPILS] = {0, 0, 1, 0, 0, 0, 1, 0, 1, 1};

char *cli_rows_formula(const char *target, const char *feature, const char *group)
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    if (!out)
        return NULL;
    cli_variables_write(out, target);
    fputs(" ~ ", out);
    if (feature)
        cli_variables_write(out, feature);
    else
        fputc('1', out);
    if (group) {
        fputs(" + ", out);
        cli_variables_write(out, group);
    }
    if (fclose(out) == 0)
        return text;
    free(text);
    return NULL;
}

/* ---- Taking them ---- */

static bool is_fit(cli_rows *rows, cli_lesson *l)
{
    const logreg_model *m = rows->model;
    if (logreg_model_classes(m) != 2)
        return cli_lesson_refuse(l, "the target '%s' has %zu values, and this lesson is about two",
                                 rows->target, logreg_model_classes(m));
    if (logreg_model_coefficient_status(m, 1, 1) == LOGREG_COEF_ALIASED)
        return cli_lesson_refuse(l, "'%s' has one value in all rows: there is nothing to learn from it",
                                 rows->feature);
    if (logreg_model_separation(m) != LOGREG_SEPARATION_NONE)
        return cli_lesson_refuse(l,
                                 "'%s' separates the two values of '%s', and the maximum lies at infinity; "
                                 "'logreg demo separation' "
                                 "shows why",
                                 rows->feature, rows->target);
    if (!logreg_model_converged(m))
        return cli_lesson_refuse(l, "the fit of '%s' on '%s' did not converge", rows->target, rows->feature);
    return true;
}

/* Numbers and outcomes of the rows that the fit used. */
static bool gather(cli_rows *rows, cli_lesson *l)
{
    size_t n = logreg_frame_rows(rows->frame), j = logreg_frame_find(rows->frame, rows->feature);
    gsl_vector *y = gsl_vector_alloc(n), *w = gsl_vector_alloc(n);
    rows->x = malloc(n * sizeof *rows->x);
    rows->y = malloc(n * sizeof *rows->y);
    bool ok = (y && w && rows->x && rows->y) || cli_lesson_no_memory(l);
    ok = ok && cli_lesson_ok(l, logreg_model_outcome_frame(rows->model, rows->frame, y, w, &l->err));
    for (size_t i = 0; ok && i < n; i++) {
        double x = logreg_frame_number(rows->frame, i, j), outcome = gsl_vector_get(y, i);
        if (isnan(x) || isnan(outcome))
            continue;
        rows->x[rows->n] = x;
        rows->y[rows->n++] = outcome;
    }
    gsl_vector_free(y);
    gsl_vector_free(w);
    return ok;
}

static bool is_missing(const logreg_frame *frame, size_t row, const char *column)
{
    size_t j = column ? logreg_frame_find(frame, column) : SIZE_MAX;
    return j != SIZE_MAX &&
           (logreg_frame_kind(frame, j) == LOGREG_NUMERIC ? isnan(logreg_frame_number(frame, row, j))
                                                          : !logreg_frame_label(frame, row, j));
}

/* Whether rows that miss nothing have two values of column j. */
static bool has_two(const cli_lesson *l, const logreg_frame *frame, size_t j)
{
    const char *first = NULL;
    for (size_t i = 0; i < logreg_frame_rows(frame); i++) {
        if (is_missing(frame, i, l->target) || is_missing(frame, i, l->feature) ||
            is_missing(frame, i, l->group))
            continue;
        const char *label = logreg_frame_label(frame, i, j);
        if (first && label != first)
            return true;
        first = label;
    }
    return false;
}

bool cli_rows_levels(cli_lesson *l, const logreg_frame *frame, const char *column, size_t most)
{
    size_t j = logreg_frame_find(frame, column), n = logreg_frame_levels(frame, j);
    if (n > most)
        return most == 2
                   ? cli_lesson_refuse(l, "'%s' has %zu values, and this lesson compares two", column, n)
                   : cli_lesson_refuse(l, "'%s' has %zu values, and this lesson takes 2 to %zu groups",
                                       column, n, most);
    if (!has_two(l, frame, j))
        return cli_lesson_refuse(l, "'%s' has one value in all rows%s: there is nothing to compare", column,
                                 n > 1 ? " that miss nothing" : "");
    return true;
}

bool cli_rows_take_frame(cli_rows *rows, cli_lesson *l, const logreg_frame *frame, const char *target,
                         const char *feature)
{
    size_t j = logreg_frame_find(frame, feature);
    rows->frame = frame;
    rows->target = target;
    rows->feature = feature;
    if (logreg_frame_kind(frame, j) != LOGREG_NUMERIC)
        return cli_lesson_refuse(l, "'%s' holds texts, and this lesson takes numbers", feature);
    if (logreg_frame_rows(frame) > MOST_ROWS)
        return cli_lesson_refuse(l, "%zu rows are too many for a lesson of seconds; %d will do",
                                 logreg_frame_rows(frame), MOST_ROWS);
    rows->formula = cli_rows_formula(target, feature, NULL);
    if (!rows->formula)
        return cli_lesson_no_memory(l);
    if (!cli_lesson_fit(&rows->model, l, frame, rows->formula, NULL) || !is_fit(rows, l))
        return false;
    rows->event = logreg_model_class(rows->model, 1);
    return gather(rows, l);
}

static bool make_pupils(cli_rows *rows, cli_lesson *l)
{
    return cli_lesson_ok(l, logreg_frame_new(&rows->made, &l->err)) &&
           cli_lesson_ok(l, logreg_frame_add_numeric(rows->made, "hours", hours, PUPILS, 1, &l->err)) &&
           cli_lesson_ok(l, logreg_frame_add_numeric(rows->made, "passed", passed, PUPILS, 1, &l->err));
}

bool cli_rows_take(cli_rows *rows, cli_lesson *l)
{
    if (l->frame)
        return cli_rows_take_frame(rows, l, l->frame, l->target, l->feature);
    return make_pupils(rows, l) && cli_rows_take_frame(rows, l, rows->made, "passed", "hours");
}

void cli_rows_free(cli_rows *rows)
{
    logreg_model_free(rows->model);
    logreg_frame_free(rows->made);
    free(rows->formula);
    free(rows->x);
    free(rows->y);
}

/* ---- What they are ---- */

void cli_rows_introduce(const cli_rows *rows, cli_lesson *l)
{
    if (!rows->made) {
        cli_lesson_say(l, "Your rows: %zu, with '%s' as x; y is 1 where '%s' is '%s'.", rows->n,
                       rows->feature, rows->target, rows->event);
        cli_lesson_left_out(l, (double)rows->n);
        return;
    }
    cli_lesson_say(l, "Ten pupils worked for a test for 1 to 10 hours, x; y is 1 for those who passed.");
    cli_lesson_show(l, "hours    1  2  3  4  5  6  7  8  9 10");
    cli_lesson_show(l, "passed   0  0  1  0  0  0  1  0  1  1");
    cli_lesson_gap(l);
}

double cli_rows_log_likelihood(const cli_rows *rows, double b0, double b1)
{
    double sum = 0;
    for (size_t i = 0; i < rows->n; i++) {
        double eta = b0 + b1 * rows->x[i];
        sum += logreg_log_sigmoid(rows->y[i] > 0 ? eta : -eta);
    }
    return sum;
}

int cli_rows_decimals(const cli_rows *rows)
{
    int decimals = 5 + (int)floor(log10(cli_rows_deviation(rows)));
    return decimals < 0 ? 0 : decimals > 12 ? 12 : decimals;
}

double cli_rows_step(const cli_rows *rows)
{
    double sd = cli_rows_deviation(rows), power = pow(10, floor(log10(sd))), left = sd / power;
    if (sd > 0.5 && sd < 20)
        return 1;
    return power * (left < 1.5 ? 1 : left < 3.5 ? 2 : left < 7.5 ? 5 : 10);
}

const char *cli_rows_value(char text[CLI_NUMBER_SIZE], const cli_rows *rows, double x)
{
    int decimals = 2 - (int)floor(log10(cli_rows_deviation(rows)));
    bool plain = decimals <= 5 && fabs(x) < 1e9;
    snprintf(text, CLI_NUMBER_SIZE, plain ? "%.*f" : "%.*g", plain ? (decimals > 0 ? decimals : 0) : 6, x);
    return text;
}

double cli_rows_mean(const cli_rows *rows)
{
    double sum = 0;
    for (size_t i = 0; i < rows->n; i++)
        sum += rows->x[i];
    return sum / (double)rows->n;
}

double cli_rows_deviation(const cli_rows *rows)
{
    double mean = cli_rows_mean(rows), sum = 0;
    for (size_t i = 0; i < rows->n; i++)
        sum += (rows->x[i] - mean) * (rows->x[i] - mean);
    return sqrt(sum / (double)rows->n);
}

/* ---- Their picture ---- */

static void range(const cli_rows *rows, double *low, double *high)
{
    *low = *high = rows->x[0];
    for (size_t i = 1; i < rows->n; i++) {
        *low = fmin(*low, rows->x[i]);
        *high = fmax(*high, rows->x[i]);
    }
    double beside = (*high - *low) / 20;
    *low -= beside;
    *high += beside;
}

bool cli_rows_within(const cli_rows *rows, double x)
{
    double low, high;
    range(rows, &low, &high);
    return x >= low && x <= high;
}

size_t cli_rows_every(const cli_rows *rows)
{
    return (rows->n + DRAWN - 1) / DRAWN;
}

void cli_rows_draw(const cli_rows *rows, logreg_figure *f)
{
    double low, high, x[DRAWN], y[DRAWN];
    size_t every = cli_rows_every(rows), n = 0;
    char label[2 * CLI_CELL_SIZE + 8], target[CLI_CELL_SIZE], event[CLI_CELL_SIZE];
    range(rows, &low, &high);
    snprintf(label, sizeof label, "P(%s = %s)", cli_lesson_brief(target, rows->target, 24),
             cli_lesson_brief(event, rows->event, 24));
    logreg_figure_set_axis(f, 'x', &(logreg_figure_axis){.label = rows->feature, .low = low, .high = high});
    logreg_figure_set_axis(
        f, 'y',
        &(logreg_figure_axis){
            .label = label, .low = -0.07, .high = 1.07, .first = 0, .last = 1, .grid = true});
    for (size_t i = 0; i < rows->n; i += every) {
        x[n] = rows->x[i];
        y[n++] = rows->y[i];
    }
    logreg_figure_points(f, x, y, n, &(logreg_mark){.colour = LOGREG_STEEL, .opacity = n > 100 ? 0.3 : 0.8});
}

void cli_rows_draw_curve(const cli_rows *rows, logreg_figure *f, double b0, double b1,
                         const logreg_mark *mark)
{
    double low, high;
    range(rows, &low, &high);
    cli_draw_fit(f, b0, b1, low, high, mark);
}
