/* Python: pandas reads, patsy makes the design, statsmodels fits. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "reproduce.h"

/* ---- Names and lists ---- */

static void quoted(const cli_reproduction *r, const char *before, const char *text, const char *behind)
{
    fputs(before, r->out);
    cli_reproduce_text(r->out, text);
    fputs(behind, r->out);
}

static void levels_python(const cli_reproduction *r, const logreg_variable *v)
{
    fputs("levels=[", r->out);
    for (size_t l = 0; l < v->n_levels; l++) {
        fputs(l ? ", " : "", r->out);
        if (cli_reproduce_numbers(v))
            fprintf(r->out, "%.17g", strtod(v->levels[l], NULL));
        else
            cli_reproduce_text(r->out, v->levels[l]);
    }
    fputs("]", r->out);
}

static bool is_text(const cli_reproduction *r, const char *name)
{
    size_t j = logreg_frame_find(r->frame, name);
    return j != SIZE_MAX && logreg_frame_kind(r->frame, j) == LOGREG_CATEGORY;
}

static void name_python(const cli_reproduction *r, const char *name)
{
    logreg_variable v;
    bool category = is_text(r, name) && cli_reproduce_variable(&v, r->model, name, LOGREG_CATEGORY);
    quoted(r, category ? "C(Q(" : "Q(", name, category ? "), " : ")");
    if (category) {
        levels_python(r, &v);
        fputs(")", r->out);
    }
}

/* ---- The formula ---- */

static bool category_python(const cli_reproduction *r, const char *arguments)
{
    static const struct {
        const char *ours, *patsy;
    } contrasts[] = {{", sum", "Sum, "}, {", helmert", "Helmert, "}, {", poly", "Poly, "}};
    bool ticks = *arguments == '`';
    size_t n = strcspn(arguments + ticks, ticks ? "`" : ",");
    char *name = strndup(arguments + ticks, n);
    const char *rest = arguments + n + (ticks ? 2 : 0), *contrast = "";
    logreg_variable v;
    for (size_t i = 0; i < sizeof contrasts / sizeof *contrasts; i++)
        if (strncmp(rest, contrasts[i].ours, strlen(contrasts[i].ours)) == 0)
            contrast = contrasts[i].patsy;
    bool ok = name && cli_reproduce_variable(&v, r->model, name, LOGREG_CATEGORY);
    if (ok) {
        quoted(r, "C(Q(", name, "), ");
        fputs(contrast, r->out);
        levels_python(r, &v);
        fputs(")", r->out);
    }
    free(name);
    return ok;
}

static bool function_python(const cli_reproduction *r, const char *name, const char *arguments);

static const cli_language language = {name_python, function_python, "**"};

/* bs(x, df = 5, degree = 2, knots = c(1, 2)): knots are a list; other arguments have other names. */
static bool spline_python(const cli_reproduction *r, const char *arguments)
{
    const char *rest = strstr(arguments, ", ");
    if (strstr(arguments, "Boundary.knots") || strstr(arguments, "intercept") || strchr(arguments, '('))
        return false;
    char *own = strndup(arguments, rest ? (size_t)(rest - arguments) : strlen(arguments));
    fputs("bs(", r->out);
    bool ok = own && cli_reproduce_terms(r, own, &language);
    fprintf(r->out, "%s)", rest ? rest : "");
    free(own);
    return ok;
}

static bool function_python(const cli_reproduction *r, const char *name, const char *arguments)
{
    static const struct {
        const char *ours, *numpy;
    } functions[] = {{"I", "I"},
                     {"log", "np.log"},
                     {"exp", "np.exp"},
                     {"sqrt", "np.sqrt"},
                     {"abs", "np.abs"},
                     {"sin", "np.sin"},
                     {"cos", "np.cos"},
                     {"tan", "np.tan"},
                     {"tanh", "np.tanh"},
                     {"floor", "np.floor"},
                     {"log2", "np.log2"},
                     {"log10", "np.log10"},
                     {"log1p", "np.log1p"},
                     {"ceiling", "np.ceil"},
                     {"expm1", "np.expm1"}};
    if (strcmp(name, "C") == 0)
        return category_python(r, arguments);
    if (strcmp(name, "bs") == 0)
        return spline_python(r, arguments);
    if (strcmp(name, "is_missing") == 0)
        return cli_reproduce_indicator(r, arguments, &language);
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        if (strcmp(name, functions[i].ours) == 0) {
            fprintf(r->out, "%s(", functions[i].numpy);
            bool ok = cli_reproduce_terms(r, arguments, &language);
            fputs(")", r->out);
            return ok;
        }
    return false;
}

/* ---- The table ---- */

static void write_read(const cli_reproduction *r, const bool *used)
{
    logreg_dialect dialect = logreg_frame_dialect(r->frame);
    const char *na;
    quoted(r, "d = pd.read_csv(", r->path, ", sep=");
    if (dialect.delimiter == '\t')
        fputs("\"\\t\"", r->out);
    else
        cli_reproduce_text(r->out, (char[]){dialect.delimiter, '\0'});
    fprintf(r->out, ", decimal=\"%c\", header=%s, encoding=\"%s\",\n",
            dialect.decimal ? dialect.decimal : '.', dialect.header ? "0" : "None",
            dialect.mark && strcmp(dialect.encoding, "utf-8") == 0 ? "utf-8-sig" : dialect.encoding);
    fputs("                skipinitialspace=True, float_precision=\"round_trip\", keep_default_na=False,\n"
          "                na_values=[",
          r->out);
    for (size_t i = 0; (na = cli_reproduce_na(r, i)); i++)
        quoted(r, i ? ", " : "", na, "");
    fputs("]", r->out);
    if (dialect.packing)
        fprintf(r->out, ", compression=\"%s\"", dialect.packing);
    fputs(", dtype=str)\n", r->out);
    fputs(dialect.header ? "d.columns = [name.strip() for name in d.columns]\n"
                         : "d.columns = [f\"V{i + 1}\" for i in range(d.shape[1])]\n",
          r->out);
    for (size_t j = 0; j < logreg_frame_columns(r->frame); j++) {
        const char *name = logreg_frame_name(r->frame, j);
        bool number = logreg_frame_kind(r->frame, j) == LOGREG_NUMERIC;
        logreg_variable v;
        if (!used[j] && !r->fit->variables.where)
            continue;
        if (!number && cli_reproduce_variable(&v, r->model, name, LOGREG_CATEGORY))
            number = cli_reproduce_numbers(&v);
        quoted(r, "d[", name, "] = ");
        quoted(r, number ? "pd.to_numeric(d[" : "d[", name,
               number && dialect.decimal == ',' ? "].str.replace(\",\", \".\"))\n"
               : number                         ? "])\n"
                                                : "].str.strip()\n");
    }
}

static void write_sentinel(const cli_reproduction *r, const char *column, const char *value)
{
    logreg_variable v;
    bool text = is_text(r, column) &&
                !(cli_reproduce_variable(&v, r->model, column, LOGREG_CATEGORY) && cli_reproduce_numbers(&v));
    quoted(r, "d.loc[d[", column, "] == ");
    if (text)
        cli_reproduce_text(r->out, value);
    else
        fputs(value, r->out);
    fputs(", ", r->out);
    quoted(r, "", column, "] = np.nan\n");
}

static void name_where(const cli_reproduction *r, const char *name)
{
    fprintf(r->out, "`%s`", name);
}

static bool function_where(const cli_reproduction *r, const char *name, const char *arguments)
{
    (void)r, (void)name, (void)arguments;
    return false;
}

/* A comparison with what is missing is missing here, and false there: so nothing may be turned round. */
static bool write_where(const cli_reproduction *r)
{
    static const cli_language query = {name_where, function_where, "**"};
    const char *where = r->fit->variables.where;
    if (!where)
        return true;
    if (strchr(where, '!') || strstr(where, "'"))
        return false;
    fputs("d = d.query(r'''", r->out);
    bool ok = cli_reproduce_terms(r, where, &query);
    fputs("''', engine=\"python\")\n", r->out);
    return ok;
}

/* The indicator comes before the cells that it tells of are filled. */
static void write_imputed(const cli_reproduction *r, const logreg_imputation *m, const char *indicator)
{
    logreg_variable v;
    bool number =
        cli_reproduce_variable(&v, r->model, m->column, LOGREG_CATEGORY) && cli_reproduce_numbers(&v);
    if (indicator) {
        quoted(r, "d[", indicator, "] = ");
        quoted(r, "d[", m->column, "].isna().astype(float)\n");
    }
    quoted(r, "d[", m->column, "] = ");
    quoted(r, "d[", m->column, "].fillna(");
    if (m->kind == LOGREG_NUMERIC)
        fprintf(r->out, "%.17g", m->number);
    else if (number)
        fputs(m->label, r->out);
    else
        cli_reproduce_text(r->out, m->label);
    fputs(")\n", r->out);
}

static void write_rows(const cli_reproduction *r, const bool *used)
{
    fputs("d = d.dropna(subset=[", r->out);
    for (size_t j = 0, said = 0; j < logreg_frame_columns(r->frame); j++)
        if (used[j])
            quoted(r, said++ ? ", " : "", logreg_frame_name(r->frame, j), "");
    fputs("])\n", r->out);
    const char *name;
    for (size_t i = 0; (name = cli_reproduce_weight(r, i)); i++)
        quoted(r, "d = d[d[", name, "] != 0]\n");
}

static void label_python(const cli_reproduction *r, size_t k)
{
    if (is_text(r, logreg_model_target(r->model)))
        cli_reproduce_text(r->out, logreg_model_class(r->model, k));
    else
        fputs(logreg_model_class(r->model, k), r->out);
}

/* Rows of weight w are w rows, where the model takes none. */
static void write_outcome(const cli_reproduction *r)
{
    const logreg_model *m = r->model;
    const char *target = logreg_model_target(m), *trials = logreg_model_trials(m);
    size_t K = logreg_model_classes(m);
    if (K > 2 && logreg_model_weights(m))
        quoted(r, "d = d.loc[d.index.repeat(d[", logreg_model_weights(m), "].astype(int))]\n");
    if (logreg_model_grouped(m)) {
        quoted(r, "d = d[d[", trials, "] > 0]\n");
        quoted(r, "y = np.column_stack([d[", target, "], ");
        quoted(r, "d[", trials, "] - ");
        quoted(r, "d[", target, "]])\n");
        return;
    }
    quoted(r, K == 2 ? "y = (d[" : "y = pd.Categorical(d[", target, K == 2 ? "] == " : "], categories=[");
    for (size_t k = K == 2; k < K; k++) {
        fputs(k > 0 && K > 2 ? ", " : "", r->out);
        label_python(r, k);
    }
    fputs(K == 2 ? ").astype(float)\n" : "]).codes\n", r->out);
}

/* ---- The fit ---- */

static bool write_design(const cli_reproduction *r)
{
    const char *right = strstr(logreg_model_formula(r->model), " ~ ");
    fputs("X = patsy.dmatrix(r'''", r->out);
    bool ok = right && cli_reproduce_terms(r, right + 3, &language);
    fputs("''', d, return_type=\"dataframe\")\n", r->out);
    return ok;
}

static void write_fit(const cli_reproduction *r)
{
    const logreg_model *m = r->model;
    if (logreg_model_classes(m) > 2) {
        fputs("fit = sm.MNLogit(y, X).fit(method=\"newton\", maxiter=100, tol=1e-14, disp=False)\n"
              "estimate, std_error = np.asarray(fit.params).T.ravel(), np.asarray(fit.bse).T.ravel()\n"
              "term = [f\"{k}: {name}\" for k in range(1, fit.params.shape[1] + 1) for name in X.columns]\n",
              r->out);
    } else {
        fputs("model = sm.GLM(y, X, family=sm.families.Binomial()", r->out);
        if (logreg_model_weights(m))
            quoted(r, ", freq_weights=d[", logreg_model_weights(m), "]");
        if (logreg_model_offset(m))
            quoted(r, ", offset=d[", logreg_model_offset(m), "]");
        fputs(")\n"
              "fit = model.fit(tol=1e-14, maxiter=100)\n"
              "fit = model.fit(start_params=fit.params, tol=1e-14, maxiter=100)\n"
              "estimate, std_error, term = np.asarray(fit.params), np.asarray(fit.bse), list(X.columns)\n",
              r->out);
    }
    fprintf(
        r->out,
        "z = estimate / std_error\n"
        "half = stats.norm.ppf(1 - (1 - %.15g) / 2) * std_error\n"
        "result = pd.DataFrame({\"term\": term, \"estimate\": estimate, \"std.error\": std_error, \"z\": z,\n"
        "                       \"p\": 2 * stats.norm.sf(abs(z)), \"odds.ratio\": np.exp(estimate),\n"
        "                       \"low\": np.exp(estimate - half), \"high\": np.exp(estimate + half)})\n"
        "print(result.to_string(index=False))\n"
        "print(\"log-likelihood\", fit.llf)\n",
        r->fit->output.conf_level);
}

/* ---- What statsmodels cannot do ---- */

static bool has_alias(const logreg_model *m)
{
    return logreg_model_rank(m) < logreg_model_coefficients(m);
}

/* Does the formula ask a condition? Names in backticks and texts may hold such signs too. */
static bool asks(const char *formula)
{
    char within = '\0';
    for (const char *c = strstr(formula, " ~ "); c && *c; c++) {
        if (within)
            within = *c == within ? '\0' : within;
        else if (*c == '`' || *c == '"')
            within = *c;
        else if (strchr("<>!&|", *c) || strncmp(c, "==", 2) == 0 || strncmp(c, "is.na(", 6) == 0)
            return true;
    }
    return false;
}

static const char *check(const cli_reproduction *r)
{
    const logreg_model *m = r->model;
    const char *vcov = logreg_model_vcov(m);
    bool many = logreg_model_classes(m) > 2;
    if (strcmp(logreg_model_penalty(m), "none") != 0 || logreg_model_sampling_weights(m))
        return "statsmodels has neither Firth's penalty nor samples of a survey; --reproduce r has them";
    if (r->profile)
        return "statsmodels has no profile intervals; --reproduce r has them";
    if (logreg_model_strata(m).column || (vcov && strcmp(vcov, "classical") != 0))
        return "statsmodels follows other conventions for sets and robust covariances; --reproduce r has "
               "them";
    if (strstr(logreg_model_formula(m), "offset("))
        return "patsy knows no offset() in a formula; --offset names a column";
    if (logreg_model_target_is_condition(m))
        return "the outcome is a condition, which pandas writes otherwise; --reproduce r has it";
    if (asks(logreg_model_formula(m)))
        return "the formula asks a condition, which pandas writes otherwise; --reproduce r has it";
    if (has_alias(m))
        return "some columns are aliased, which statsmodels does not leave out; take them out of the formula";
    if (many && (logreg_model_offset(m) || !cli_reproduce_whole(r)))
        return "statsmodels' MNLogit takes neither offsets nor weights";
    return NULL;
}

const char *cli_reproduce_python(const cli_reproduction *r)
{
    const char *why = check(r);
    bool *used = why ? NULL : cli_reproduce_used(r);
    if (why || !used)
        return why ? why : "memory is out";
    fprintf(r->out,
            "# The same fit by Python, made by logreg %s\n"
            "import numpy as np\nimport pandas as pd\nimport patsy\nimport statsmodels.api as sm\nfrom scipy "
            "import stats\n\n",
            logreg_version());
    write_read(r, used);
    cli_reproduce_sentinels(r, used, write_sentinel);
    if (!write_where(r))
        why = "--where has a part that pandas reads otherwise; --reproduce r has it";
    if (!cli_reproduce_imputed(r, write_imputed))
        why = "memory is out";
    write_rows(r, used);
    write_outcome(r);
    if (!write_design(r) && !why)
        why = "the formula has a function that patsy has not; --reproduce r has it";
    write_fit(r);
    free(used);
    return why;
}
