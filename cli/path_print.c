/* What logreg path prints: text, JSON, or CSV of strengths or of coefficients. */
#include "path.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg/report.h>

#include "csv.h"
#include "describe.h"
#include "message.h"
#include "options.h"
#include "terminal.h"

static void write_strengths(cli_csv *csv, const logreg_path *p)
{
    static const char *const names[] = {"lambda",      "n_nonzero", "explained_deviance", "log_loss",
                                        "cv_log_loss", "cv_error",  "cv_measure",         "cv_measure_error"};
    bool other = p->folds && strcmp(p->measure->name, "log_loss") != 0;
    for (size_t i = 0; i < (other ? 8 : p->folds ? 6 : 4); i++)
        cli_csv_text(csv, names[i]);
    cli_csv_end(csv);
    for (size_t i = 0; i < p->n; i++) {
        cli_csv_number(csv, p->lambda[i]);
        cli_csv_integer(csv, p->n_nonzero[i]);
        cli_csv_number(csv, p->explained[i]);
        cli_csv_number(csv, p->log_loss[i]);
        if (p->folds) {
            cli_csv_number(csv, p->cv_log_loss[i]);
            cli_csv_number(csv, p->cv_error[i]);
        }
        if (other) {
            cli_csv_number(csv, p->cv_measure[i]);
            cli_csv_number(csv, p->cv_measure_error[i]);
        }
        cli_csv_end(csv);
    }
}

static void write_coefficients(cli_csv *csv, const logreg_path *p, const logreg_model *model)
{
    size_t classes = p->n_classes - p->first_class;
    cli_csv_text(csv, "lambda");
    if (classes > 1)
        cli_csv_text(csv, "y.level");
    cli_csv_text(csv, "term");
    cli_csv_text(csv, "estimate");
    cli_csv_end(csv);
    for (size_t i = 0; i < p->n; i++)
        for (size_t c = 0; c < classes; c++)
            for (size_t j = 0; j < p->p; j++) {
                double estimate = p->coefficient[(i * classes + c) * p->p + j];
                if (estimate == 0)
                    continue;
                cli_csv_number(csv, p->lambda[i]);
                if (classes > 1)
                    cli_csv_text(csv, logreg_model_class(model, c));
                cli_csv_text(csv, logreg_model_coefficient_name(model, j));
                cli_csv_number(csv, estimate);
                cli_csv_end(csv);
            }
}

/* How logreg fit comes to the chosen model. */
static void print_command(const cli_path_work *w, const cli_call *call, const cli_path_values *v)
{
    static const char *const same[] = {"penalty-factor",    "bounds", "class-weight", "impute",
                                       "missing-indicator", "text"};
    char number[LOGREG_NUMBER_SIZE];
    size_t told = 0;
    printf("\n%s: logreg fit with --penalty %s",
           v->no_cv ? "The model of the last lambda"
           : strcmp(v->rule, "min") == 0
               ? (w->path->measure->loss ? "The model of the least held-out loss"
                                         : "The model that is best on rows held out")
               : "The model within a standard error of that",
           v->penalty.name);
    if (strcmp(v->penalty.name, "elasticnet") == 0) {
        logreg_number_text(number, logreg_model_l1_ratio(w->model));
        printf(" --l1-ratio %s", number);
    }
    logreg_number_text(number, logreg_model_lambda(w->model));
    printf("%s --lambda %s", v->raw ? "" : " --standardize", number);
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        if (cli_given(call, same[i]))
            printf("%s--%s", told++ ? ", " : " and the same ", same[i]);
    fputs("\n\n", stdout);
}

/* The path, then the chosen model as fit prints it. */
static int print_text(cli_path_work *w, const cli_call *call, const cli_path_values *v)
{
    logreg_error err;
    char *model = NULL;
    logreg_report_options options = logreg_report_options_default();
    cli_terminal_page(&options, call->colour);
    if (w->grid) {
        char *grid = NULL;
        if (logreg_report_grid(&grid, w->grid, (const char *const *)w->formulas, &options, &err) != LOGREG_OK)
            return cli_fail_error(call, &err);
        printf("%s\n", grid);
        free(grid);
    }
    logreg_status status = logreg_report_path(&w->text, w->path, w->model, &options, &err);
    if (status == LOGREG_OK)
        status = logreg_report_text(&model, w->model, &options, &err);
    if (status != LOGREG_OK)
        return cli_fail_error(call, &err);
    fputs(w->text, stdout);
    print_command(w, call, v);
    fputs(model, stdout);
    free(model);
    if (w->alt)
        printf("\n%s\n", w->alt);
    return CLI_GO_ON;
}

int cli_path_print(cli_path_work *w, const cli_call *call, const cli_path_values *v)
{
    logreg_error err;
    if (v->json) {
        logreg_report_options options = logreg_report_options_default();
        options.grid = w->grid;
        options.grid_formula = (const char *const *)w->formulas;
        if (logreg_report_path_json(&w->text, w->path, w->model, &options, &err) != LOGREG_OK)
            return cli_fail_error(call, &err);
        fputs(w->text, stdout);
    } else if (v->csv) {
        cli_csv csv = cli_csv_to(stdout);
        if (strcmp(v->csv, "path") == 0)
            write_strengths(&csv, w->path);
        else
            write_coefficients(&csv, w->path, w->model);
    } else {
        int code = print_text(w, call, v);
        if (code != CLI_GO_ON)
            return code;
    }
    for (size_t i = 0; i < w->path->n; i++)
        if (!w->path->converged[i])
            return CLI_UNSOUND;
    return cli_describe_code(w->model);
}
