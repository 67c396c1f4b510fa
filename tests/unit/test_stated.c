/* Probabilities that stand in columns: scikit-learn's metrics of them (tests/reference/stated.py), the same as of a model that made them, which column is of which class, what is refused. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg.h>

#include "case_file.h"
#include "fitted.h"
#include "frames.h"
#include "oom.h"

enum { MOST = 40, COLUMNS = 4 };

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define TOL_SKLEARN 1e-12

/* "p", or "no=r yes=p": columns, with labels or without. */
typedef struct {
    char text[80];
    const char *column[COLUMNS], *label[COLUMNS];
    logreg_probability_columns of;
} columns;

static void part(columns *c, const char *text)
{
    snprintf(c->text, sizeof c->text, "%s", text);
    c->of = (logreg_probability_columns){.column = c->column};
    char *rest = NULL;
    for (char *item = strtok_r(c->text, " ", &rest); item; item = strtok_r(NULL, " ", &rest)) {
        char *equals = strchr(item, '=');
        CU_ASSERT_TRUE_FATAL(c->of.n_columns < COLUMNS);
        if (equals) {
            *equals = '\0';
            c->of.label = c->label;
        }
        c->label[c->of.n_columns] = item;
        c->column[c->of.n_columns++] = equals ? equals + 1 : item;
    }
}

static logreg_model *model_of(const logreg_frame *frame, const char *target, const char *text)
{
    columns c;
    logreg_error err;
    logreg_model *m = NULL;
    part(&c, text);
    c.of.target = target;
    if (logreg_model_of_columns(&m, frame, &c.of, &err) != LOGREG_OK) {
        printf("# %s\n", err.message);
        CU_FAIL_FATAL("no model");
    }
    return m;
}

/* ---- Against scikit-learn ---- */

typedef struct {
    char name[60], target[20], columns[80], weights[4], rule[20];
    size_t n;
    struct {
        char metric[40];
        double value;
    } measure[MOST];
} expected;

static bool read_line(void *to, const char *line)
{
    expected *e = to;
    if (e->n < MOST && sscanf(line, "metric %39s %lf", e->measure[e->n].metric, &e->measure[e->n].value) == 2)
        return ++e->n;
    return text_of(e->name, sizeof e->name, line, "case") ||
           text_of(e->target, sizeof e->target, line, "target") ||
           text_of(e->columns, sizeof e->columns, line, "columns") ||
           text_of(e->rule, sizeof e->rule, line, "rule") ||
           text_of(e->weights, sizeof e->weights, line, "weights");
}

static void read_rule(logreg_threshold_rule *rule, char *text)
{
    char *colon = strchr(text, ':');
    rule->name = or_null(text);
    if (!colon)
        return;
    *colon = '\0';
    CU_ASSERT_TRUE(sscanf(colon + 1, "%lf,%lf", &rule->value[0], &rule->value[1]) >= 1);
}

static void agrees(const void *of_case, void *data)
{
    const expected *e = of_case;
    const logreg_frame *frame = data;
    columns names;
    char rule[20];
    logreg_model *m = NULL;
    logreg_evaluation *of = NULL;
    logreg_evaluation_options o = logreg_evaluation_options_default();
    part(&names, e->columns);
    names.of.target = e->target;
    names.of.weights = or_null(e->weights);
    strcpy(rule, e->rule);
    read_rule(&o.rule, rule);
    CU_ASSERT_EQUAL_FATAL(logreg_model_of_columns(&m, frame, &names.of, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_evaluate(&of, m, frame, &o, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(e->n > 3);
    for (size_t i = 0; i < e->n; i++)
        for (size_t j = 0; j < of->n_metrics; j++)
            if (strcmp(of->metric[j]->name, e->measure[i].metric) == 0)
                CU_ASSERT_TRUE(near_abs(of->measure[j].value, e->measure[i].value, TOL_SKLEARN));
    logreg_evaluation_free(of);
    logreg_model_free(m);
}

static void agrees_with_sklearn(void)
{
    logreg_frame *frame = frame_of_file("tests/reference/data/stated.csv");
    CU_ASSERT_EQUAL(each_case("tests/reference/stated.txt", sizeof(expected), read_line, agrees, frame), 22);
    logreg_frame_free(frame);
}

/* ---- As of a model that made them ---- */

/* Its probabilities become columns of its frame, p_LABEL of each class. */
static void add_predictions(fitted *f, size_t first)
{
    size_t n = logreg_frame_rows(f->frame), K = logreg_model_classes(f->model);
    gsl_matrix *P = gsl_matrix_alloc(n, K);
    CU_ASSERT_EQUAL_FATAL(logreg_predict_proba_frame(f->model, f->frame, P, NULL), LOGREG_OK);
    for (size_t k = first; k < K; k++) {
        char name[40];
        snprintf(name, sizeof name, "p_%s", logreg_model_class(f->model, k));
        CU_ASSERT_EQUAL_FATAL(
            logreg_frame_add_numeric(f->frame, name, gsl_matrix_ptr(P, 0, k), n, P->tda, NULL), LOGREG_OK);
    }
    gsl_matrix_free(P);
}

static logreg_model *stated_of(const fitted *f, size_t first)
{
    const char *column[COLUMNS];
    char name[COLUMNS][40];
    size_t K = logreg_model_classes(f->model);
    for (size_t k = first; k < K; k++) {
        snprintf(name[k], sizeof name[k], "p_%s", logreg_model_class(f->model, k));
        column[k - first] = name[k];
    }
    const logreg_probability_columns of = {.target = logreg_model_target(f->model),
                                           .column = column,
                                           .n_columns = K - first,
                                           .weights = logreg_model_weights(f->model),
                                           .trials = logreg_model_trials(f->model)};
    logreg_model *m = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_model_of_columns(&m, f->frame, &of, NULL), LOGREG_OK);
    return m;
}

static void same_evaluation(const logreg_model *a, const logreg_model *b, const logreg_frame *frame)
{
    logreg_evaluation *x = NULL, *y = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_evaluate(&x, a, frame, NULL, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_evaluate(&y, b, frame, NULL, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(x->n_used == y->n_used && x->n_obs == y->n_obs && x->n_weightless == y->n_weightless);
    for (size_t i = 0; i < x->n_metrics; i++)
        CU_ASSERT_TRUE(memcmp(&x->measure[i], &y->measure[i], sizeof x->measure[i]) == 0);
    logreg_evaluation_free(x);
    logreg_evaluation_free(y);
}

static void same_as_of_the_model(void)
{
    static const int kinds[] = {FIT_CHALLENGER, FIT_BEETLE, FIT_UCB, FIT_SPECIES};
    for (size_t i = 0; i < COUNT(kinds); i++) {
        fitted f = fit_one(kinds[i]);
        size_t first = logreg_model_classes(f.model) == 2 ? 1 : 0;
        add_predictions(&f, first);
        logreg_model *m = stated_of(&f, first);
        same_evaluation(f.model, m, f.frame);
        logreg_contest contest;
        CU_ASSERT_EQUAL_FATAL(logreg_contest_hold(&contest, f.model, f.frame, m, f.frame, NULL), LOGREG_OK);
        CU_ASSERT_TRUE(contest.own_rows[0] && !contest.own_rows[1] && contest.test[0].difference == 0);
        CU_ASSERT_EQUAL_FATAL(logreg_contest_hold(&contest, m, f.frame, f.model, f.frame, NULL), LOGREG_OK);
        CU_ASSERT_TRUE(!contest.own_rows[0] && contest.own_rows[1] && contest.test[0].difference == 0);
        logreg_validation *v = NULL, *w = NULL;
        CU_ASSERT_EQUAL_FATAL(logreg_validate(&v, f.model, f.frame, NULL, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(logreg_validate(&w, m, f.frame, NULL, NULL), LOGREG_OK);
        CU_ASSERT_TRUE(v->hosmer_lemeshow.statistic == w->hosmer_lemeshow.statistic && !w->own_rows);
        CU_ASSERT_TRUE(memcmp(&v->calibration, &w->calibration, sizeof v->calibration) == 0);
        logreg_validation_free(v);
        logreg_validation_free(w);
        logreg_model_free(m);
        fitted_free(&f);
    }
}

/* ---- Which column is of which class ---- */

static logreg_frame *table(void)
{
    static const char *const answer[] = {"no", "yes", "yes", "no"}, *const all[] = {"a", "a", NULL, "a"};
    static const double y[] = {0, 1, 1, NAN}, one[] = {1, 1, 1, 1}, code[] = {1, 2, 3, 1},
                        p[] = {0.25, 0.75, 1 + 5e-7, 0}, r[] = {0.75, 0.25, 0, 1},
                        third[] = {0.33, 0.33, 0.3, 1}, rest[] = {0.34, 0.34, 0.4, 0},
                        off[] = {0.2, 1.5, 0, -1};
    logreg_frame *f = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f, NULL), LOGREG_OK);
    bool ok = logreg_frame_add_category(f, "answer", answer, 4, NULL) == LOGREG_OK &&
              logreg_frame_add_category(f, "all", all, 4, NULL) == LOGREG_OK;
    static const struct {
        const char *name;
        const double *values;
    } column[] = {{"y", y},  {"one", one},  {"code", code},    {"p", p},     {"r", r},    {"prob_yes", p},
                  {"no", r}, {"p1", third}, {"code.2", third}, {"x3", rest}, {"off", off}};
    for (size_t i = 0; i < COUNT(column); i++)
        ok = ok && logreg_frame_add_numeric(f, column[i].name, column[i].values, 4, 1, NULL) == LOGREG_OK;
    CU_ASSERT_TRUE_FATAL(ok);
    return f;
}

/* Classes in order, the column of each, "-" where there is none. */
static bool has(const logreg_frame *frame, const char *target, const char *text, const char *want)
{
    char got[200] = "";
    logreg_model *m = model_of(frame, target, text);
    for (size_t k = 0, used = 0; k < logreg_model_classes(m); k++) {
        const char *column = logreg_model_probability(m, k);
        used += (size_t)snprintf(got + used, sizeof got - used, "%s%s:%s", k ? " " : "",
                                 logreg_model_class(m, k), column ? column : "-");
    }
    CU_ASSERT_PTR_NULL(logreg_model_probability(m, logreg_model_classes(m)));
    logreg_model_free(m);
    return same_text(got, want);
}

static void columns_of_classes(void)
{
    logreg_frame *frame = table();
    CU_ASSERT_TRUE(has(frame, "answer", "p", "no:- yes:p"));
    CU_ASSERT_TRUE(has(frame, "answer", "no=r", "yes:- no:r"));
    CU_ASSERT_TRUE(has(frame, "answer", "prob_yes no", "no:no yes:prob_yes"));
    CU_ASSERT_TRUE(has(frame, "answer", "yes=p no=r", "no:r yes:p"));
    CU_ASSERT_TRUE(has(frame, "code", "x3 p1 code.2", "1:p1 2:code.2 3:x3"));
    CU_ASSERT_TRUE(has(frame, "code", "10=p 2=r", "2:r 10:p"));
    CU_ASSERT_TRUE(has(frame, "one", "p", "0:- 1:p"));
    CU_ASSERT_TRUE(has(frame, "all", "b=p a=r", "a:r b:p"));
    fitted f = fit_one(FIT_CHALLENGER);
    CU_ASSERT_PTR_NULL(logreg_model_probability(f.model, 1));
    fitted_free(&f);

    /* what rounding explains is none: 1 + 5e-7, and rows that sum to 0.99 */
    gsl_matrix *P = gsl_matrix_alloc(4, 2);
    logreg_model *m = model_of(frame, "answer", "p");
    CU_ASSERT_EQUAL(logreg_predict_proba_frame(m, frame, P, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(gsl_matrix_get(P, 2, 1) == 1 && gsl_matrix_get(P, 2, 0) == 0 &&
                   gsl_matrix_get(P, 0, 0) == 0.75);
    gsl_matrix_free(P);
    logreg_model_free(m);
    logreg_frame_free(frame);
}

/* ---- Refusals ---- */

static bool refuses(const logreg_frame *frame, const logreg_probability_columns *of, logreg_status status,
                    const char *what)
{
    logreg_error err = {.message = ""};
    logreg_model *m = NULL;
    logreg_status got = logreg_model_of_columns(&m, frame, of, &err);
    if (got != status || !strstr(err.message, what))
        printf("# %d: %s\n", got, err.message);
    return got == status && strstr(err.message, what) && !m;
}

static bool refused_cells(const logreg_frame *frame, const char *target, const char *text, const char *what)
{
    logreg_error err = {.message = ""};
    logreg_evaluation *e = NULL;
    logreg_model *m = model_of(frame, target, text);
    logreg_status got = logreg_evaluate(&e, m, frame, NULL, &err);
    if (got != LOGREG_EDATA || !strstr(err.message, what))
        printf("# %d: %s\n", got, err.message);
    logreg_model_free(m);
    return got == LOGREG_EDATA && strstr(err.message, what) && !e;
}

static void refused(void)
{
    static const struct {
        const char *target, *columns, *positive, *weights;
        logreg_status status;
        const char *what;
    } wrong[] = {
        {NULL, "p", NULL, NULL, LOGREG_EINVAL, "must be named"},
        {"y", "", NULL, NULL, LOGREG_EINVAL, "must be named"},
        {"y", "p p", NULL, NULL, LOGREG_EINVAL, "of two classes"},
        {"nobody", "p", NULL, NULL, LOGREG_EDATA, "lack column 'nobody'"},
        {"answer", "p", NULL, "nobody", LOGREG_EDATA, "lack column 'nobody'"},
        {"y", "p", "2", NULL, LOGREG_EDATA, "no class '2'; it has '0' and '1'"},
        {"answer", "p", "maybe", NULL, LOGREG_EDATA, "no class 'maybe'"},
        {"code", "1=p 2=p1 3=x3", "1", NULL, LOGREG_EINVAL, "two classes only"},
        {"all", "p", NULL, NULL, LOGREG_EDATA, "one class only, 'a'"},
        {"code", "p", NULL, NULL, LOGREG_EDATA, "1=COLUMN,2=COLUMN,3=COLUMN"},
        {"answer", "p r", NULL, NULL, LOGREG_EDATA, "column 'p' does not tell"},
        {"answer", "yes=p yes=r", NULL, NULL, LOGREG_EINVAL, "class 'yes'"},
        {"code", "code.2 p1", NULL, NULL, LOGREG_EDATA, "3 classes, and there are 2 columns"},
        {"y", "0=p 1=r 2=p1", "1", NULL, LOGREG_EINVAL, "two classes only; there are 3"},
        {"y", "p1 no r", NULL, NULL, LOGREG_EDATA, "2 classes, and there are 3 columns"},
    };
    logreg_frame *frame = table();
    for (size_t i = 0; i < COUNT(wrong); i++) {
        columns c;
        part(&c, wrong[i].columns);
        c.of.target = wrong[i].target;
        c.of.positive = wrong[i].positive;
        c.of.weights = wrong[i].weights;
        CU_ASSERT_TRUE(refuses(frame, &c.of, wrong[i].status, wrong[i].what));
    }
    CU_ASSERT_TRUE(refused_cells(frame, "answer", "off", "row 2: 'off' is 1.5 in this row"));
    CU_ASSERT_TRUE(refused_cells(frame, "answer", "all", "column 'all' holds text"));
    CU_ASSERT_TRUE(refused_cells(frame, "answer", "elsewhere", "lack column 'elsewhere'"));
    CU_ASSERT_TRUE(
        refused_cells(frame, "code", "p1 code.2 x3", "row 4: the probabilities of the 3 classes sum to 2"));
    CU_ASSERT_TRUE(refused_cells(frame, "answer", "yes=p perhaps=r", "none of the classes"));
    logreg_frame_free(frame);
}

/* What asks for coefficients. */
static void without_coefficients(void)
{
    logreg_frame *frame = table();
    logreg_model *m = model_of(frame, "answer", "p");
    const logreg_model *both[] = {m, m};
    const char *what = "reads its probabilities off columns";
    char *text = NULL;
    double room[8];
    gsl_vector_view low = gsl_vector_view_array(room, 4), high = gsl_vector_view_array(room + 4, 4);
    logreg_study *study = NULL;
    logreg_inference *inference = NULL;
    logreg_comparison comparison[2];
    logreg_error err[10];
    logreg_hypotheses *hypotheses = NULL;
    const char *const p = "p";
    const logreg_status got[] = {
        logreg_model_save(m, "/nonexistent/stated.json", &err[0]),
        logreg_study_new(&study, m, frame, 0, &err[1]),
        logreg_inference_new(&inference, m, NULL, &err[2]),
        logreg_report_json(&text, m, NULL, &err[3]),
        logreg_compare(comparison, both, 2, &err[4]),
        logreg_predict_interval_frame(m, frame, 0.95, &low.vector, &high.vector, &err[5]),
        logreg_report_text(&text, m, NULL, &err[6]),
        logreg_report_warnings(&text, m, NULL, &err[7]),
        logreg_report_curve(&text, m, frame, NULL, &err[8]),
        logreg_hypotheses_new(&hypotheses, m, &p, 1, NULL, &err[9])};
    for (size_t i = 0; i < COUNT(got); i++) {
        CU_ASSERT_EQUAL(got[i], LOGREG_EINVAL);
        CU_ASSERT_TRUE(strstr(err[i].message, what) != NULL);
    }
    CU_ASSERT_TRUE(!study && !inference && !text && !hypotheses);
    CU_ASSERT_EQUAL(logreg_model_coefficients(m), 0);
    CU_ASSERT_TRUE(same_text(logreg_model_solver(m), "none"));
    logreg_model_free(m);
    logreg_frame_free(frame);
}

/* Figures of rows are drawn, those of coefficients refused, and none of them looks where nothing is. */
static void figures(void)
{
    logreg_frame *frame = frame_of_file("tests/reference/data/stated.csv");
    logreg_model *m = model_of(frame, "y", "q");
    size_t drawn = 0;
    for (size_t i = 0; logreg_figure_kind_at(i); i++) {
        const logreg_figure_kind *kind = logreg_figure_kind_at(i);
        logreg_figure *f = NULL;
        const logreg_figure_source of = {.model = m, .frame = frame};
        logreg_status status = logreg_figure_build(&f, kind->name, &of, NULL, NULL);
        CU_ASSERT_TRUE(status == LOGREG_OK || (status == LOGREG_EINVAL && !f));
        CU_ASSERT_TRUE(status == LOGREG_OK || kind->need != LOGREG_FIGURE_ROWS);
        drawn += status == LOGREG_OK;
        logreg_figure_free(f);
    }
    CU_ASSERT_TRUE(drawn >= 6);
    logreg_model_free(m);
    logreg_frame_free(frame);
}

/* ---- Memory ---- */

static bool without_memory(void *context)
{
    static const char *const texts[] = {"yes=p no=r", "p"};
    bool ok = true;
    for (size_t i = 0; i < COUNT(texts); i++) {
        columns c;
        logreg_error err;
        logreg_model *m = NULL;
        part(&c, texts[i]);
        c.of.target = "answer";
        logreg_status status = logreg_model_of_columns(&m, context, &c.of, &err);
        ok = ok && (status == LOGREG_OK ? m != NULL : status == LOGREG_ENOMEM && err.status == status && !m);
        double P[8] = {[7] = -7};
        gsl_matrix_view room = gsl_matrix_view_array(P, 4, 2);
        if (status == LOGREG_OK)
            status = logreg_predict_proba_frame(m, context, &room.matrix, &err);
        ok = ok && (status == LOGREG_OK || (status == LOGREG_ENOMEM && err.status == status && P[7] == -7));
        logreg_model_free(m);
    }
    return ok;
}

static void memory_runs_out(void)
{
    logreg_frame *frame = table();
    CU_ASSERT_TRUE(oom_each(without_memory, frame));
    logreg_frame_free(frame);
}

const test_case tests[] = {
    {"agrees with scikit-learn", agrees_with_sklearn},
    {"the same as of the model that made them", same_as_of_the_model},
    {"columns of classes", columns_of_classes},
    {"refused", refused},
    {"without coefficients", without_coefficients},
    {"figures", figures},
    {"memory runs out", memory_runs_out},
    {NULL, NULL},
};
