/* The figures that there are, and building one by name. */
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "figures/kind.h"

const logreg__kind logreg__kinds[] = {
    {{"curve", "probability along a variable, with its band, the rows and shares of events",
      LOGREG_FIGURE_MODEL},
     NULL,
     logreg__build_curve},
    {{"effects", "probability along each variable, the others standing still", LOGREG_FIGURE_MODEL},
     NULL,
     logreg__build_effects},
    {{"boundary", "probability in two numbers, as shades, with the boundary of the decision",
      LOGREG_FIGURE_MODEL},
     NULL,
     logreg__build_boundary},
    {{"nomogram", "points for each value, and the probability of their sum", LOGREG_FIGURE_MODEL},
     "points add up to one log-odds, and each class but the first has its own; 'effects' shows what each "
     "variable does to all",
     logreg__build_nomogram},
    {{"weights", "coefficients of pixels as images", LOGREG_FIGURE_MODEL}, NULL, logreg__build_weights},
    {{"words", "words that weigh most in a model of texts, with their odds ratios", LOGREG_FIGURE_MODEL},
     NULL,
     logreg__build_words},
    {{"forest", "odds ratios with their intervals on a log axis", LOGREG_FIGURE_MODEL},
     NULL,
     logreg__build_forest},
    {{"roc", "events found against false alarms over all thresholds", LOGREG_FIGURE_ROWS},
     NULL,
     logreg__build_roc},
    {{"precision-recall", "precision against recall over all thresholds", LOGREG_FIGURE_ROWS},
     NULL,
     logreg__build_precision_recall},
    {{"calibration", "shares of events where the model predicts so much", LOGREG_FIGURE_ROWS},
     NULL,
     logreg__build_calibration},
    {{"gain", "share of the events among the likeliest rows", LOGREG_FIGURE_ROWS}, NULL, logreg__build_gain},
    {{"lift", "how many times as many events these have as by chance", LOGREG_FIGURE_ROWS},
     NULL,
     logreg__build_lift},
    {{"confusion", "rows of each class, and what was said of them", LOGREG_FIGURE_ROWS},
     NULL,
     logreg__build_confusion},
    {{"residuals", "quantile residuals along the log-odds and against the normal", LOGREG_FIGURE_FIT_ROWS},
     NULL,
     logreg__build_residuals},
    {{"leverage", "leverages along the probability", LOGREG_FIGURE_FIT_ROWS}, NULL, logreg__build_leverage},
    {{"influence", "Cook's distances, and the residuals and leverages that make them",
      LOGREG_FIGURE_FIT_ROWS},
     NULL,
     logreg__build_influence},
    {{"descent", "paths of gradient descent and Newton's method over the loss", LOGREG_FIGURE_FIT_ROWS},
     "a picture has two directions, and an intercept and a number have two coefficients for each class but "
     "the "
     "first; 'iterations' shows the way down of any fit",
     logreg__build_descent},
    {{"iterations", "the loss, iteration by iteration", LOGREG_FIGURE_TRACE}, NULL, logreg__build_iterations},
    {{"coefficients", "coefficients as the penalty falls", LOGREG_FIGURE_PATH},
     NULL,
     logreg__build_coefficients},
    {{"loss", "the loss on rows held out as the penalty falls", LOGREG_FIGURE_PATH},
     NULL,
     logreg__build_loss},
    {{NULL, NULL, LOGREG_FIGURE_MODEL}, NULL, NULL},
};

const logreg_figure_kind *logreg_figure_kind_at(size_t i)
{
    return i + 1 < sizeof logreg__kinds / sizeof *logreg__kinds ? &logreg__kinds[i].kind : NULL;
}

static const logreg__kind *find(const char *name)
{
    const logreg__kind *kind = logreg__kinds;
    while (kind->kind.name && strcmp(kind->kind.name, name) != 0)
        kind++;
    return kind->kind.name ? kind : NULL;
}

const logreg_figure_kind *logreg_figure_kind_find(const char *name)
{
    const logreg__kind *kind = find(name);
    return kind ? &kind->kind : NULL;
}

logreg_figure_options logreg_figure_options_default(void)
{
    return (logreg_figure_options){.conf_level = 0.95, .threshold = 0.5};
}

/* ---- Building ---- */

static logreg_status check_options(const logreg_figure_options *o, logreg_error *err)
{
    if (!(o->conf_level > 0 && o->conf_level < 1))
        return logreg__fail(err, LOGREG_EINVAL, "the confidence level is %g; it must be between 0 and 1",
                            o->conf_level);
    if (!(o->threshold >= 0 && o->threshold <= 1))
        return logreg__fail(err, LOGREG_EINVAL, "the threshold is %g; it is a probability, from 0 to 1",
                            o->threshold);
    return LOGREG_OK;
}

static logreg_status check_source(const logreg__kind *kind, const logreg_figure_source *s, logreg_error *err)
{
    const char *name = kind->kind.name;
    logreg_figure_need need = kind->kind.need;
    if (!s->model)
        return logreg__fail(err, LOGREG_EINVAL, "the figure '%s' needs a model", name);
    if (kind->two_classes && logreg_model_classes(s->model) != 2)
        return logreg__fail(err, LOGREG_EINVAL,
                            "the figure '%s' is of two classes, and the model has %zu: %s", name,
                            logreg_model_classes(s->model), kind->two_classes);
    if ((need == LOGREG_FIGURE_ROWS || need == LOGREG_FIGURE_FIT_ROWS) && !s->frame)
        return logreg__fail(err, LOGREG_EINVAL,
                            "the figure '%s' needs %s, which a model does not keep: name a file", name,
                            need == LOGREG_FIGURE_ROWS ? "rows" : "the rows of the fit");
    if (need == LOGREG_FIGURE_FIT_ROWS && logreg_model_text(s->model, NULL, NULL))
        return logreg__fail(
            err, LOGREG_EINVAL,
            "the figure '%s' is of single rows of a fit, and is not drawn of models that count "
            "words; 'words' shows those that weigh most, and 'roc' and 'calibration' how good "
            "such a model is",
            name);
    if (s->frame && logreg_frame_rows(s->frame) == 0)
        return logreg__fail(err, LOGREG_EDATA, "there are no rows to draw");
    if (need == LOGREG_FIGURE_TRACE && !s->n_trace)
        return logreg__fail(err, LOGREG_EINVAL,
                            "the figure '%s' needs the iterations of a fit, which a model does not keep",
                            name);
    if (need == LOGREG_FIGURE_PATH && !s->path)
        return logreg__fail(err, LOGREG_EINVAL, "the figure '%s' is of a path of penalties", name);
    return LOGREG_OK;
}

logreg_status logreg_figure_build(logreg_figure **figure, const char *name,
                                  const logreg_figure_source *source, const logreg_figure_options *options,
                                  logreg_error *err)
{
    logreg_figure_options o = options ? *options : logreg_figure_options_default();
    const logreg__kind *kind = find(name);
    if (!kind)
        return logreg__fail(err, LOGREG_EINVAL, "there is no figure called '%s'", name);
    logreg_figure *f = NULL;
    logreg_status status = check_options(&o, err);
    if (status == LOGREG_OK)
        status = check_source(kind, source, err);
    if (status == LOGREG_OK)
        status = logreg_figure_new(&f, NULL, NULL, err);
    if (status != LOGREG_OK)
        return status;
    const logreg__order order = {source->model, source->frame, source, &o};
    status = kind->build(f, &order, err);
    if (status == LOGREG_OK && f->alt.text.length == 0)
        logreg_figure_describe(f);
    logreg__figure_put_words(f);
    if (status == LOGREG_OK)
        status = logreg__figure_status(f, err);
    if (status == LOGREG_OK)
        *figure = f;
    else
        logreg_figure_free(f);
    return status;
}
