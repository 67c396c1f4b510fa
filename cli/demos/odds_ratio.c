/* What an odds ratio does to a probability depends on where that stands. */
#include <stddef.h>

#include <logreg/special.h>

#include "demos.h"

#define RATIO 2.0

static const double baseline[] = {0.01, 0.1, 0.5, 0.9};
enum { BASELINES = sizeof baseline / sizeof *baseline, POINTS = 201 };

static void table(cli_lesson *l)
{
    cli_lesson_head(l, "before    odds   doubled    after   risk ratio   in points");
    for (size_t i = 0; i < BASELINES; i++) {
        double p = baseline[i], odds = logreg_odds_from_probability(p),
               after = logreg_probability_from_odds_ratio(RATIO, p);
        cli_lesson_show(l, "%5.0f%%  %6.4g  %8.4g  %6.3g%%  %11.3g  %+10.3g", 100 * p, odds, RATIO * odds,
                        100 * after, logreg_risk_ratio_from_odds_ratio(RATIO, p), 100 * (after - p));
        if (l->steps)
            cli_lesson_show(l, "  %.4g / (1 + %.4g) = %.4g, over %.4g is %.4g", RATIO * odds, RATIO * odds,
                            after, p, after / p);
    }
    cli_lesson_gap(l);
}

static void draw(cli_lesson *l)
{
    double p[POINTS], after[POINTS];
    logreg_figure *f = NULL;
    if (!cli_lesson_figure(&f, l, "Doubled odds move the middle most",
                           "An odds ratio of 2: the probability after it, by the probability before."))
        return;
    cli_lesson_words(l, f, "1%% becomes %.3g%%, 10%% %.3g%%, 50%% %.3g%% and 90%% %.3g%%.",
                     100 * logreg_probability_from_odds_ratio(RATIO, baseline[0]),
                     100 * logreg_probability_from_odds_ratio(RATIO, baseline[1]),
                     100 * logreg_probability_from_odds_ratio(RATIO, baseline[2]),
                     100 * logreg_probability_from_odds_ratio(RATIO, baseline[3]));
    for (size_t i = 0; i < POINTS; i++) {
        p[i] = (double)i / (POINTS - 1);
        after[i] = logreg_probability_from_odds_ratio(RATIO, p[i]);
    }
    logreg_figure_set_axis(f, 'x', &(logreg_figure_axis){.label = "probability before", .low = 0, .high = 1});
    logreg_figure_set_axis(f, 'y',
                           &(logreg_figure_axis){.label = "after", .low = 0, .high = 1, .grid = true});
    logreg_figure_line(f, p, p, POINTS, &(logreg_mark){.colour = LOGREG_GREY, .dash = 1});
    logreg_figure_line(f, p, after, POINTS, &(logreg_mark){.colour = 0});
    for (size_t i = 0; i < BASELINES; i++) {
        double y = logreg_probability_from_odds_ratio(RATIO, baseline[i]);
        logreg_figure_segments(f, &baseline[i], &baseline[i], &baseline[i], &y, 1,
                               &(logreg_mark){.colour = 1, .dash = 2});
        logreg_figure_points(f, &baseline[i], &y, 1, &(logreg_mark){.colour = 1});
    }
    logreg_figure_label(f, 0.3, 0.62, "odds ratio 2", &(logreg_mark){.colour = 0, .bold = true});
    logreg_figure_label(f, 0.72, 0.6, "no change", &(logreg_mark){.colour = LOGREG_GREY});
    cli_lesson_draw(l, f);
}

static void tell(cli_lesson *l)
{
    cli_lesson_say(l, "A study reports an odds ratio of 2: who smokes has twice the odds. Twice the odds is "
                      "not twice the risk. "
                      "What it does to a probability depends on where that stood.");
    table(l);
    draw(l);
    cli_lesson_say(l, "Where the event is rare, odds and probability are nearly the same, and so are the two "
                      "ratios: 1%% becomes "
                      "1.98%%. Where it is common, they are far apart: 90%% can hardly rise by more than a "
                      "few points, and yet "
                      "its odds have doubled, from 9 to 18.");
    cli_lesson_say(l, "So tell an odds ratio together with the probability that it starts from.");
}

const cli_demo demo_odds_ratio = {
    .name = "odds-ratio",
    .section = "Odds and logit",
    .title = "An odds ratio of 2 is not twice the risk",
    .tell = tell,
    .question = "A headline says \"doubles the risk\", and the paper behind it an odds ratio of 2 at a risk "
                "of 50%. What would an "
                "honest headline say?",
    .next = "logreg demo two-by-two",
};
