#include "report/summary/summary.h"

#include <logreg/inference.h>

#include "model/model.h"
#include "report/explain/explain.h"
#include "report/page/figure.h"
#include "report/hypotheses.h"
#include "report/options.h"
#include "report/summary/steps.h"

const char *logreg__target_name(const logreg_model *model)
{
    const char *target = logreg_model_target(model);
    return target ? target : "y";
}

void logreg__write_label(logreg__page *page, const logreg_model *model, size_t k, int room)
{
    bool met = logreg_model_target_is_condition(model) && strcmp(logreg_model_class(model, k), "TRUE") == 0;
    if (logreg_model_grouped(model) || met)
        return;
    logreg__page_add(page, " = ");
    logreg__page_name(page, logreg_model_class(model, k), room);
}

void logreg__write_event(logreg__page *page, const logreg_model *model, size_t k)
{
    logreg__page_add(page, "P(");
    logreg__page_name(page, logreg__target_name(model), LOGREG__NAME_ROOM);
    logreg__write_label(page, model, k, LOGREG__NAME_ROOM);
    logreg__page_add(page, ")");
}

void logreg__write_probability(logreg__page *page, const logreg_model *model)
{
    if (logreg_model_classes(model) == 2) {
        logreg__write_event(page, model, 1);
        return;
    }
    logreg__page_add(page, "P(");
    logreg__page_name(page, logreg__target_name(model), LOGREG__NAME_ROOM);
    logreg__page_add(page, ")");
}

void logreg__write_percent(logreg__page *page, double share)
{
    char text[LOGREG__FIGURE_SIZE];
    logreg__page_format(page, "%s%%", logreg__figure_plain(text, 100 * share, 6, page->sign));
}

void logreg__write_count(logreg__page *page, double value, const char *one, const char *many)
{
    char text[LOGREG__FIGURE_SIZE];
    logreg__page_format(page, "%s %s", logreg__figure_plain(text, value, 10, page->sign),
                        value == 1 ? one : many);
}

void logreg__write_more(logreg__page *page, size_t total)
{
    if (total > LOGREG__LISTED)
        logreg__page_format(page, ", and %zu more", total - LOGREG__LISTED);
}

void logreg__write_title(logreg__page *page, const char *title)
{
    logreg__page_add(page, "\n");
    logreg__page_styled(page, LOGREG__BOLD, title);
    logreg__page_add(page, "\n");
}

logreg_status logreg__report_source_find(logreg__report_source *source, const logreg_model *model,
                                         const logreg_report_options *options, logreg_error *err)
{
    logreg__report_source s = {.own = NULL};
    logreg_status status = logreg__report_options_check(&s.options, options, err);
    if (status != LOGREG_OK)
        return status;
    if (!s.options.inference) {
        logreg_inference_options o = logreg_inference_options_default();
        o.level = s.options.conf_level;
        status = logreg_inference_new(&s.own, model, &o, err);
    }
    s.inference = s.own ? s.own : s.options.inference;
    if (status == LOGREG_OK)
        *source = s;
    return status;
}

void logreg__report_source_clear(logreg__report_source *source)
{
    logreg_inference_free(source->own);
}

bool logreg__report_is_long(const logreg_model *model)
{
    enum { LONG = 40 };
    return model->q > LONG;
}

logreg_status logreg_report_text(char **text, const logreg_model *model, const logreg_report_options *options,
                                 logreg_error *err)
{
    logreg__report_source source;
    logreg_status status = logreg__report_source_find(&source, model, options, err);
    if (status != LOGREG_OK)
        return status;
    const logreg_report_options o = source.options;
    logreg__page page;
    logreg__page_start(&page, &o);
    logreg__write_header(&page, model, &o);
    bool long_table = logreg__report_is_long(model);
    if (long_table)
        logreg__write_warnings(&page, model);
    logreg__write_coefficients(&page, model, source.inference);
    logreg__write_terms(&page, model, source.inference);
    logreg__write_fit(&page, model, o.conf_level);
    if (o.hypotheses)
        logreg__write_hypotheses(&page, model, o.hypotheses);
    if (o.steps)
        logreg__write_steps(&page, o.steps);
    if (o.exact)
        logreg__write_exact(&page, model, o.exact);
    if (o.effects) {
        logreg__page_add(&page, "\n");
        logreg__write_effects(&page, model, o.effects);
    }
    if (o.diagnostics)
        logreg__write_diagnostics(&page, model, o.diagnostics);
    if (o.goodness)
        logreg__write_goodness(&page, model, o.goodness);
    if (o.optimism)
        logreg__write_optimism(&page, model, o.optimism);
    if (o.explain)
        logreg__write_explanation(&page, model, source.inference);
    if (!long_table)
        logreg__write_warnings(&page, model);
    logreg__report_source_clear(&source);
    return logreg__page_finish(text, &page, err);
}
