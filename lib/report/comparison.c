/* Models side by side, as text. */
#include <math.h>
#include <string.h>

#include "report/page/figure.h"
#include "report/options.h"
#include "report/summary/summary.h"
#include "report/page/table.h"

enum { PARAMETERS, LIKELIHOOD, AIC, AIC_DELTA, AIC_WEIGHT, BIC, BIC_DELTA, BIC_WEIGHT, N_COLUMNS };
enum { STATISTIC, DF, P, N_TESTS };

/* What the tables read. */
typedef struct {
    const logreg_comparison *comparison;
    const char *const *name;
} source;

static void model_row(logreg__table_row *row, size_t i, int room, const void *data)
{
    const source *s = data;
    const logreg_comparison *c = &s->comparison[i];
    const logreg__signs *sign = row->label.sign;
    logreg__page_add(&row->label, "  ");
    logreg__page_name(&row->label, s->name[c->place], room - 2);
    logreg__figure_plain(row->cell[PARAMETERS], c->parameters, 6, sign);
    logreg__figure_fixed(row->cell[LIKELIHOOD], c->log_likelihood, 2, sign);
    logreg__figure_fixed(row->cell[AIC], c->aic, 2, sign);
    logreg__figure_fixed(row->cell[AIC_DELTA], c->aic_delta, 2, sign);
    logreg__figure_fixed(row->cell[AIC_WEIGHT], c->aic_weight, 3, sign);
    logreg__figure_fixed(row->cell[BIC], c->bic, 2, sign);
    logreg__figure_fixed(row->cell[BIC_DELTA], c->bic_delta, 2, sign);
    logreg__figure_fixed(row->cell[BIC_WEIGHT], c->bic_weight, 3, sign);
}

/* The first model has nothing before it, and no row. */
static void test_row(logreg__table_row *row, size_t i, int room, const void *data)
{
    static const char between[] = " against ";
    const source *s = data;
    const logreg_comparison *c = &s->comparison[i + 1];
    const char *own = s->name[c->place];
    logreg__page_add(&row->label, "  ");
    if (c->against == SIZE_MAX) {
        logreg__page_name(&row->label, own, room - 2);
        row->remark = c->same == SIZE_MAX ? "by their formulas none before is nested in it"
                                          : "the same as one before, in other columns";
        return;
    }
    const char *other = s->name[s->comparison[c->against].place];
    int left = room - 2 - (int)strlen(between), width = logreg__columns(other, strlen(other));
    logreg__page_name(&row->label, own, left - (width < left / 2 ? width : left / 2));
    logreg__page_add(&row->label, between);
    logreg__page_name(&row->label, other,
                      room - logreg__columns(logreg__page_string(&row->label), row->label.text.length));
    logreg__figure_fixed(row->cell[STATISTIC], c->lr.statistic, 2, row->label.sign);
    logreg__figure_plain(row->cell[DF], c->lr.df, 6, row->label.sign);
    logreg__figure_p(row->cell[P], c->lr.p);
}

/* The widest name as it is written. */
static int name_room(const logreg_comparison *c, size_t n, const char *const *name)
{
    int widest = 0;
    for (size_t i = 0; i < n; i++) {
        int width = logreg__columns(name[c[i].place], strlen(name[c[i].place]));
        widest = width > widest ? width : widest;
    }
    return widest < LOGREG__NAME_ROOM ? widest : LOGREG__NAME_ROOM;
}

static void write_formulas(logreg__page *page, const logreg_comparison *c, size_t n, const char *const *name)
{
    int room = name_room(c, n, name);
    for (size_t i = 0; i < n; i++) {
        logreg__page piece, label;
        logreg__page_start_like(&piece, page);
        logreg__page_start_like(&label, page);
        logreg__page_add(&label, "  ");
        logreg__page_name(&label, name[c[i].place], room);
        int width = logreg__columns(logreg__page_string(&label), label.text.length);
        logreg__page_repeat(&label, " ", room + 3 - width);
        const char *formula = logreg_model_formula(c[i].model);
        logreg__page_name(&piece, formula ? formula : "a matrix", INT16_MAX);
        if (logreg_model_separation(c[i].model) != LOGREG_SEPARATION_NONE)
            logreg__page_add(&piece, " (separated: its likelihood is the limit)");
        else if (!logreg_model_converged(c[i].model))
            logreg__page_add(&piece, " (NOT converged: its likelihood is no maximum)");
        page->text.failed = page->text.failed || label.text.failed;
        logreg__page_paragraph(page, LOGREG__PLAIN, logreg__page_string(&label), room + 4, &piece);
        logreg__page_free(&label);
    }
}

static void write_explanation(logreg__page *page)
{
    logreg__page note;
    logreg__page_start_like(&note, page);
    logreg__page_add(
        &note,
        "A weight is the model's share of the evidence among these, if one of them is the best to predict "
        "with (AIC) or the true one (BIC).");
    logreg__page_paragraph(page, LOGREG__PLAIN, "", 2, &note);
}

logreg_status logreg_report_comparison(char **text, const logreg_comparison *c, size_t n,
                                       const char *const *name, const logreg_report_options *options,
                                       logreg_error *err)
{
    logreg_report_options o;
    logreg_status status = logreg__report_options_check(&o, options, err);
    if (status != LOGREG_OK)
        return status;
    const source s = {c, name};
    logreg__page page;
    logreg__page_start(&page, &o);
    const char *delta = page.ascii ? "less best" : "Δ";
    const logreg__table_column columns[N_COLUMNS] = {
        [PARAMETERS] = {"k", 1, ""},    [LIKELIHOOD] = {"log L", 1, NULL},  [AIC] = {"AIC", 1, "AIC"},
        [AIC_DELTA] = {delta, 1, NULL}, [AIC_WEIGHT] = {"weight", 1, NULL}, [BIC] = {"BIC", 1, "BIC"},
        [BIC_DELTA] = {delta, 1, NULL}, [BIC_WEIGHT] = {"weight", 1, NULL}};
    const logreg__table_column tests[N_TESTS] = {
        [STATISTIC] = {page.sign->chi, 1, ""}, [DF] = {"df", 1, NULL}, [P] = {"p", 1, NULL}};
    logreg__page_styled(&page, LOGREG__BOLD, "Comparison");
    logreg__page_add(&page, " of models of ");
    logreg__write_probability(&page, c[0].model);
    logreg__page_add(&page, ", ");
    logreg__write_count(&page, (double)logreg_model_rows_used(c[0].model), "row", "rows");
    logreg__page_add(&page, "\n\n");
    write_formulas(&page, c, n, name);
    logreg__page_add(&page, "\n");
    logreg__table_print(&page, &(logreg__table){n, N_COLUMNS, columns, model_row, &s});
    write_explanation(&page);
    if (n > 1) {
        logreg__write_title(&page, "Likelihood-ratio tests");
        logreg__table_print(&page, &(logreg__table){n - 1, N_TESTS, tests, test_row, &s});
    }
    return logreg__page_finish(text, &page, err);
}
