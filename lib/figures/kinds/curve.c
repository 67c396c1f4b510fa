/* The fitted curve: over a number, a curve a level or a class, or the levels of a factor. */
#include "base/error.h"
#include "figures/kinds/stands.h"
#include "figures/kinds/subject.h"
#include "report/curves/lines.h"
#include "report/summary/summary.h"

/* Room for a name in a title, and for a label of a class there. */
enum { NAME_ROOM = 24, LABEL_ROOM = 16 };

void logreg__title_by(logreg_figure *f, const logreg_model *model, const char *join, const char *by)
{
    logreg__page *title = &f->title;
    bool binary = logreg_model_classes(model) == 2;
    logreg__page_add(title, binary ? "Chance of " : "Chance of each ");
    logreg__page_name(title, logreg__target_name(model), NAME_ROOM);
    if (binary)
        logreg__write_label(title, model, 1, LABEL_ROOM);
    logreg__page_add(title, join);
    logreg__page_name(title, by, NAME_ROOM);
}

void logreg__axis_event(logreg_figure *f, char which, const logreg_model *model, double low, double high,
                        double margin, int most)
{
    logreg__page event;
    logreg__page_start_like(&event, &f->title);
    if (logreg_model_classes(model) == 2)
        logreg__write_event(&event, model, 1);
    else
        logreg__page_add(&event, "Probability");
    logreg__axis_between(f, which, logreg__page_string(&event), low, high, margin, most);
    f->failed = f->failed || event.text.failed;
    logreg__page_free(&event);
}

void logreg__spread(double *x, double low, double high, size_t n)
{
    for (size_t i = 0; i < n; i++)
        x[i] = low + (high - low) * (double)i / (double)(n - 1);
}

static logreg_status build(logreg_figure *f, const logreg__subject *s, const char *by, logreg_error *err)
{
    double low, high;
    if (logreg__subject_lacks(s))
        return logreg__fail(err, LOGREG_EINVAL, "there is no curve to draw: %s", logreg__subject_lacks(s));
    if (by && s->v.kind != LOGREG_NUMERIC)
        return logreg__curve_crossed(f, s, by, err);
    if (s->v.kind != LOGREG_NUMERIC)
        return logreg__curve_levels(f, s, err);
    if (!logreg__lines_range(&low, &high, &s->v))
        return logreg__fail(err, LOGREG_EINVAL,
                            "there is no curve to draw: '%s' has a range that no axis can hold", s->v.name);
    if (by)
        return logreg__curve_by(f, s, by, low, high, err);
    return logreg_model_classes(s->model) == 2 ? logreg__curve_events(f, s, low, high, err)
                                               : logreg__curve_classes(f, s, low, high, err);
}

logreg_status logreg__build_curve(logreg_figure *f, const logreg__order *order, logreg_error *err)
{
    logreg__subject subject;
    logreg_report_options choice = logreg_report_options_default();
    choice.feature = order->options->feature;
    choice.conf_level = order->options->conf_level;
    logreg_status status = logreg__subject_choose(&subject, order->model, order->frame, &choice, err);
    if (status != LOGREG_OK)
        return status;
    logreg__stand *stand = NULL;
    status = logreg__stands_new(&stand, order->model, order->options, err);
    subject.stand = stand;
    subject.n_stands = order->options->n_at;
    if (status == LOGREG_OK)
        status = build(f, &subject, order->options->by, err);
    free(stand);
    return status;
}
