#include "kept_models.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "data/frame.h"
#include "harness.h"

const char *const kept[] = {"factors",   "multinomial", "separated",  "aliased",    "grouped",
                            "offset",    "bases",       "contrasts",  "ordered",    "weights",
                            "functions", "names",       "parted",     "imputed",    "plain",
                            "ridge",     "lasso",       "elasticnet", "conditions", NULL};

char *read_text(const char *path, size_t *n)
{
    FILE *in = fopen(path, "rb");
    if (!in)
        return NULL;
    char *text = malloc(1 << 20);
    *n = fread(text, 1, (1 << 20) - 1, in);
    text[*n] = '\0';
    fclose(in);
    return text;
}

void write_text(const char *path, const char *text, size_t n)
{
    FILE *out = fopen(path, "wb");
    CU_ASSERT_PTR_NOT_NULL_FATAL(out);
    fwrite(text, 1, n, out);
    fclose(out);
}

bool same_file(const char *path, const char *text, size_t n)
{
    size_t m = 0;
    char *got = read_text(path, &m);
    bool same = got && m == n && memcmp(got, text, n) == 0;
    free(got);
    return same;
}

char *kept_file(const char *name, const char *suffix)
{
    char relative[64];
    snprintf(relative, sizeof relative, "tests/models/%s.%s", name, suffix);
    return strdup(source_path(relative));
}

logreg_model *load_kept(const char *name)
{
    char *path = kept_file(name, "json");
    logreg_model *m = NULL;
    logreg_error err = {.message = ""};
    if (logreg_model_load(&m, path, &err) != LOGREG_OK)
        printf("# %s\n", err.message);
    free(path);
    CU_ASSERT_PTR_NOT_NULL_FATAL(m);
    return m;
}

logreg_frame *kept_rows(const char *name, const logreg_model *m)
{
    const char *category[8];
    logreg_csv_options options = logreg_csv_options_default();
    options.categorical = category;
    for (size_t i = 0; i < logreg_model_variables(m); i++) {
        logreg_variable v;
        logreg_model_variable(m, i, &v);
        if (v.kind == LOGREG_CATEGORY)
            category[options.n_categorical++] = v.name;
    }
    char *path = kept_file(name, "csv");
    logreg_frame *frame = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_read_csv(&frame, path, &options, NULL), LOGREG_OK);
    free(path);
    return frame;
}

gsl_matrix *predict(const logreg_model *m, const logreg_frame *frame)
{
    gsl_matrix *P = gsl_matrix_alloc(logreg_frame_rows(frame), logreg_model_classes(m));
    if (logreg_model_formula(m)) {
        CU_ASSERT_EQUAL(logreg_predict_proba_frame(m, frame, P, NULL), LOGREG_OK);
        return P;
    }
    /* Fitted to a matrix. */
    gsl_matrix *X = gsl_matrix_alloc(P->size1, logreg_model_variables(m));
    for (size_t i = 0; i < X->size1; i++)
        for (size_t j = 0; j < X->size2; j++)
            gsl_matrix_set(X, i, j, logreg__column_number(&frame->column[j], i));
    CU_ASSERT_EQUAL(logreg_predict_proba(m, X, P, NULL), LOGREG_OK);
    gsl_matrix_free(X);
    return P;
}
