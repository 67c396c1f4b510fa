/* Simpson's paradox: what is so in all rows together is not so in any part of them. */
#include <math.h>
#include <stdlib.h>

#include <logreg/special.h>

#include "demos.h"
#include "draw.h"
#include "rows.h"

enum { MOST_GROUPS = 12 };

/* Counts of the two values of a feature, by group; the last group is all together. */
typedef struct {
    const logreg_frame *frame;
    const char *target, *feature, *group, *weights;
    const char *side[2], *event, *name[MOST_GROUPS + 1];
    size_t n_groups;
    double n[MOST_GROUPS + 1][2], events[MOST_GROUPS + 1][2];
    double crude, adjusted; /* coefficients of the feature, without the groups and with them */
} paradox;

static double share(const paradox *p, size_t g, int side)
{
    return p->events[g][side] / p->n[g][side];
}

static bool fit(double *coefficient, logreg_model **model, paradox *p, cli_lesson *l, const char *group)
{
    logreg_options options = logreg_options_default();
    char *formula = cli_rows_formula(p->target, p->feature, group);
    options.weights = p->weights;
    bool ok = (formula || cli_lesson_no_memory(l)) && cli_lesson_fit(model, l, p->frame, formula, &options);
    if (ok)
        *coefficient = logreg_model_coefficient(*model, 1, 1);
    free(formula);
    return ok;
}

static bool is_fit(const paradox *p, cli_lesson *l, const logreg_model *m)
{
    return logreg_model_classes(m) == 2 ||
           cli_lesson_refuse(l, "the target '%s' has %zu values, and this lesson is about two", p->target,
                             logreg_model_classes(m));
}

static size_t level_of(const logreg_frame *frame, size_t row, size_t j)
{
    const char *label = logreg_frame_label(frame, row, j);
    size_t level = 0;
    while (label && level < logreg_frame_levels(frame, j) && logreg_frame_level(frame, j, level) != label)
        level++;
    return label ? level : SIZE_MAX;
}

/* Of rows that miss none of the three. */
static bool count(paradox *p, cli_lesson *l, const logreg_model *m)
{
    size_t n = logreg_frame_rows(p->frame), j = logreg_frame_find(p->frame, p->feature),
           k = logreg_frame_find(p->frame, p->group);
    gsl_vector *y = gsl_vector_alloc(n), *w = gsl_vector_alloc(n);
    bool ok = (y && w) || cli_lesson_no_memory(l);
    ok = ok && cli_lesson_ok(l, logreg_model_outcome_frame(m, p->frame, y, w, &l->err));
    for (size_t i = 0; ok && i < n; i++) {
        size_t side = level_of(p->frame, i, j), g = level_of(p->frame, i, k);
        double outcome = gsl_vector_get(y, i), weight = gsl_vector_get(w, i);
        if (side == SIZE_MAX || g == SIZE_MAX || isnan(outcome))
            continue;
        const size_t into[] = {g, p->n_groups};
        for (int both = 0; both < 2; both++) {
            p->n[into[both]][side] += weight;
            p->events[into[both]][side] += weight * outcome;
        }
    }
    gsl_vector_free(y);
    gsl_vector_free(w);
    return ok;
}

static void name(paradox *p, const logreg_model *m)
{
    size_t j = logreg_frame_find(p->frame, p->feature), k = logreg_frame_find(p->frame, p->group);
    p->event = logreg_model_class(m, 1);
    for (size_t i = 0; i < 2; i++)
        p->side[i] = logreg_frame_level(p->frame, j, i);
    p->n_groups = logreg_frame_levels(p->frame, k);
    for (size_t g = 0; g < p->n_groups; g++)
        p->name[g] = logreg_frame_level(p->frame, k, g);
    p->name[p->n_groups] = "all together";
}

/* ---- What they tell ---- */

static double ratio(const paradox *p, size_t g)
{
    return logreg_odds_ratio(share(p, g, 1), share(p, g, 0));
}

/* A share of a side of a part, or "none": it has nobody there. */
static const char *share_text(char text[40], const paradox *p, size_t g, int side)
{
    snprintf(text, 40, "%.3f", share(p, g, side));
    return p->n[g][side] > 0 ? text : "none";
}

/* The odds ratio of a part, or "none": a count is 0. */
static const char *ratio_text(char text[40], const paradox *p, size_t g)
{
    bool is = true;
    for (int side = 0; side < 2; side++)
        is = is && p->events[g][side] > 0 && p->events[g][side] < p->n[g][side];
    snprintf(text, 40, "%.4g", ratio(p, g));
    return is ? text : "none";
}

static void show(const paradox *p, cli_lesson *l)
{
    char cell[CLI_CELL_SIZE], left[CLI_CELL_SIZE], right[CLI_CELL_SIZE];
    cli_lesson_head(l, "%s  %s  share  %s  share  odds ratio", cli_lesson_cell(cell, p->group, 12),
                    cli_lesson_cell(left, p->side[0], -8), cli_lesson_cell(right, p->side[1], -8));
    for (size_t g = 0; g <= p->n_groups; g++) {
        char text[3][40];
        cli_lesson_show(l, "%s  %8.0f  %5s  %8.0f  %5s  %10s", cli_lesson_cell(cell, p->name[g], 12),
                        p->n[g][0], share_text(text[0], p, g, 0), p->n[g][1], share_text(text[1], p, g, 1),
                        ratio_text(text[2], p, g));
        if (l->steps)
            cli_lesson_show(l, "  (%.0f / %.0f) / (%.0f / %.0f) = %s", p->events[g][1],
                            p->n[g][1] - p->events[g][1], p->events[g][0], p->n[g][0] - p->events[g][0],
                            ratio_text(text[2], p, g));
    }
    cli_lesson_gap(l);
    cli_lesson_say(l, "The odds ratios are those of '%s' against '%s'.", p->side[1], p->side[0]);
}

static void draw(const paradox *p, cli_lesson *l)
{
    logreg_figure *f = NULL;
    double at[MOST_GROUPS + 1];
    const char *text[MOST_GROUPS + 1];
    char brief[MOST_GROUPS + 1][CLI_CELL_SIZE], target[CLI_CELL_SIZE], event[CLI_CELL_SIZE];
    char title[3 * CLI_CELL_SIZE];
    snprintf(title, sizeof title, "Share of %s = %s, in parts and all together",
             cli_lesson_brief(target, p->target, 30), cli_lesson_brief(event, p->event, 30));
    if (!cli_lesson_figure(&f, l, title, "Together the groups say one thing, each alone may say another."))
        return;
    cli_lesson_words(l, f, "All together %s %.3f, %s %.3f.", cli_lesson_brief(brief[0], p->side[0], 30),
                     share(p, p->n_groups, 0), cli_lesson_brief(brief[1], p->side[1], 30),
                     share(p, p->n_groups, 1));
    for (size_t g = 0; g < p->n_groups; g++) {
        char part[2][40];
        cli_lesson_words(l, f, "%s: %s %s, %s %s.", cli_lesson_brief(target, p->name[g], 30),
                         cli_lesson_brief(brief[0], p->side[0], 30), share_text(part[0], p, g, 0),
                         cli_lesson_brief(brief[1], p->side[1], 30), share_text(part[1], p, g, 1));
    }
    for (size_t g = 0; g <= p->n_groups; g++) {
        at[g] = (double)g + (g == p->n_groups ? 0.5 : 0);
        text[g] = cli_lesson_brief(brief[g], p->name[g], 12);
    }
    logreg_figure_set_axis(f, 'x',
                           &(logreg_figure_axis){.label = p->group,
                                                 .low = -0.6,
                                                 .high = at[p->n_groups] + 0.6,
                                                 .ticks = LOGREG_TICKS_LIST,
                                                 .n = p->n_groups + 1,
                                                 .at = at,
                                                 .text = text});
    logreg_figure_set_axis(f, 'y',
                           &(logreg_figure_axis){.label = "share", .low = 0, .high = 1, .grid = true});
    cli_draw_upright(f, (double)p->n_groups - 0.25, &(logreg_mark){.colour = LOGREG_RULE, .dash = 1});
    for (int side = 0; side < 2; side++) {
        for (size_t g = 0; g <= p->n_groups; g++) {
            double x0 = at[g] - 0.36 + 0.36 * side, x1 = x0 + 0.34, y0 = 0, y1 = share(p, g, side);
            logreg_figure_boxes(f, &x0, &y0, &x1, &y1, p->n[g][side] > 0,
                                &(logreg_mark){.colour = side, .opacity = 0.85});
        }
        logreg_figure_name(f, share(p, p->n_groups, side), p->side[side],
                           &(logreg_mark){.colour = side, .bold = true});
    }
    cli_lesson_draw(l, f);
}

static void tell_fits(const paradox *p, cli_lesson *l)
{
    cli_lesson_say(
        l,
        "Two fits say the same. One knows '%s' alone, the other the groups as well, so that like is compared "
        "with like:",
        p->feature);
    cli_lesson_head(l, "                      coefficient   odds ratio");
    cli_lesson_show(l, "without the groups  %13.5f  %11.5g", p->crude, logreg_odds_from_log_odds(p->crude));
    if (isfinite(p->adjusted))
        cli_lesson_show(l, "with the groups     %13.5f  %11.5g", p->adjusted,
                        logreg_odds_from_log_odds(p->adjusted));
    else
        cli_lesson_show(l, "with the groups     %13s  %11s", "none", "none");
    cli_lesson_gap(l);
    if (!isfinite(p->adjusted)) {
        cli_lesson_say(
            l, "Within the groups these rows leave nothing to compare, or one side without any of the "
               "other's outcome: more rows, or fewer groups, would tell.");
        return;
    }
    bool turned = (p->crude > 0) != (p->adjusted > 0);
    cli_lesson_say(l, "%s",
                   turned ? "The sign has changed: this is Simpson's paradox."
                          : "The sign has not changed: no paradox here, but mind how far the number moved.");
}

static void tell_paradox(const paradox *p, cli_lesson *l)
{
    if (l->frame)
        cli_lesson_say(
            l, "Your rows, counted: how often '%s' is '%s' among '%s' and '%s', by '%s' and all together.",
            p->target, p->event, p->side[0], p->side[1], p->group);
    else
        cli_lesson_say(l, "In 1973 the University of California at Berkeley admitted 45%% of the men and "
                          "30%% of the women who "
                          "applied to its six largest departments. Was it unfair to women? Look at the "
                          "departments one by one.");
    cli_lesson_left_out(l, p->n[p->n_groups][0] + p->n[p->n_groups][1]);
    show(p, l);
    draw(p, l);
    tell_fits(p, l);
    if (!l->frame)
        cli_lesson_say(l,
                       "Women applied where few are admitted, to C to F; men to A and B, which admit most. "
                       "All together men have %.3g times the odds of women, but "
                       "%.3g times the chance: an odds ratio is not a risk ratio. Both turn round when "
                       "departments are kept apart.",
                       ratio(p, p->n_groups),
                       logreg_risk_ratio(share(p, p->n_groups, 1), share(p, p->n_groups, 0)));
}

static void tell(cli_lesson *l)
{
    paradox p = {.frame = l->frame, .target = l->target, .feature = l->feature, .group = l->group};
    logreg_frame *ucb = NULL;
    logreg_model *crude = NULL, *adjusted = NULL;
    bool ok = true;
    if (!l->frame) {
        ok = cli_lesson_data(&ucb, l, "@ucb");
        p = (paradox){
            .frame = ucb, .target = "admitted", .feature = "gender", .group = "dept", .weights = "count"};
    }
    ok = ok && cli_rows_levels(l, p.frame, p.feature, 2) &&
         cli_rows_levels(l, p.frame, p.group, MOST_GROUPS) && fit(&p.adjusted, &adjusted, &p, l, p.group) &&
         is_fit(&p, l, adjusted) && fit(&p.crude, &crude, &p, l, NULL);
    if (ok) {
        name(&p, adjusted);
        if (count(&p, l, adjusted))
            tell_paradox(&p, l);
    }
    logreg_model_free(crude);
    logreg_model_free(adjusted);
    logreg_frame_free(ucb);
}

const cli_demo demo_simpson = {
    .name = "simpson",
    .section = "Odds and logit",
    .title = "Simpson's paradox: what all say together no part says alone",
    .rows = "a target of two values, a --feature of two, and a --group",
    .columns = 3,
    .levels = true,
    .tell = tell,
    .question = "Should one always compare within groups? Think of a drug that works by lowering the blood "
                "pressure, and groups by blood pressure after it was taken.",
    .next = "logreg fit @ucb --weights count",
};
