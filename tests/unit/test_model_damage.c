/* Damaged model files are refused, each part by name, and never believed. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "harness.h"
#include "kept_models.h"

static logreg_status load_text(const char *text, size_t n, logreg_error *err)
{
    logreg_model *m = NULL;
    write_text("damaged.json", text, n);
    logreg_status status = logreg_model_load(&m, "damaged.json", err);
    logreg_model_free(m);
    remove("damaged.json");
    return status;
}

/* A kept model with one part of its text replaced by another; to be freed. */
static char *replaced(const char *name, const char *part, const char *by)
{
    size_t n = 0;
    char *path = kept_file(name, "json"), *text = read_text(path, &n), *at = strstr(text, part);
    CU_ASSERT_PTR_NOT_NULL_FATAL(at);
    size_t room = n + strlen(by) + 1, head = (size_t)(at - text);
    char *new = malloc(room);
    snprintf(new, room, "%.*s%s%s", (int)head, text, by, at + strlen(part));
    free(text);
    free(path);
    return new;
}

static void with_replaced(const char *name, const char *part, const char *by, const char *message)
{
    char *new = replaced(name, part, by);
    logreg_error err = {.message = ""};
    CU_ASSERT_EQUAL(load_text(new, strlen(new), &err), LOGREG_EDATA);
    if (!strstr(err.message, message))
        printf("# '%s' by '%s': '%s', not '%s'\n", part, by, err.message, message);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, message));
    free(new);
}

static void parts_that_do_not_fit_are_refused(void)
{
    with_replaced("factors", "logreg.model/1", "logreg.model/2", "another version");
    with_replaced("factors", "\"rows_used\": 2201", "\"rows_used\": 2202", "'rows_used' exceeds 'rows_read'");
    with_replaced("factors", "\"rows_used\": 2201", "\"rows_used\": 9007199254740993", "should be a count");
    with_replaced("factors", "\"rows_used\": 2201", "\"rows_used\": -1", "should be a count");
    with_replaced("factors", "\"rows_used\": 2201", "\"rows_used\": 99999999999999999999", "too big integer");
    with_replaced("factors", "\"n_columns\": 1", "\"n_columns\": 2147483647", "do not add up");
    with_replaced("factors", "\"n_obs\": 2201.0", "\"n_obs\": 1e999", "real number overflow");
    with_replaced("factors", "\"n_obs\": 2201.0", "\"n_obs\": null", "'n_obs' should be positive");
    with_replaced("factors", "\"n_obs\": 2201.0", "\"n_obs\": NaN", "invalid token");
    with_replaced("factors", "\"rank\":", "\"rank\": 99, \"rank_\":", "'rank' exceeds");
    with_replaced("factors", "\"loss\":", "\"loss\": null, \"loss_\":", "'loss' should be");
    with_replaced("factors", "\"grouped\": false", "\"grouped\": true", "'grouped' needs");
    with_replaced("factors", "\"female\"", "\"male\"", "'levels' holds a text twice");
    with_replaced("factors", "\"female\"", "\"male\"", "twice (in number 1 of 'variables')");
    with_replaced("factors", "\"loss\":", "\"loss\": -1e308, \"loss_\":", "'loss' should be");
    with_replaced("factors", "\"auc\":", "\"auc\": 17.5, \"auc_\":", "'auc' should lie from 0 to 1");
    with_replaced("factors", "\"brier\":", "\"brier\": -0.1, \"brier_\":", "'brier' should not be negative");
    with_replaced("factors", "\"class_weights\": [\n  ", "\"class_weights\": [\n  -",
                  "should not be negative");
    with_replaced("factors", "-0.25710951873171733", "null", "'covariance' lacks a number");
    with_replaced("factors", "0.25711349660228544", "null", "'covariance' lacks a number");
    with_replaced("factors", "-4.2331025391258539", "null", "finite numbers; number 2 is none");
    with_replaced("aliased", "\"min\": ", "\"min\": 1e9, \"min_\": ",
                  "'max' is below 'min' (in number 1 of 'variables')");
    with_replaced("factors", "\"female\",", "", "'levels' should name two or more");
    with_replaced("multinomial", "\"versicolor\"", "\"setosa\"", "'classes' holds a text twice");
    with_replaced("multinomial", "\"versicolor\",", "", "has the wrong length");
    with_replaced("factors", "\"all_levels\": [\n    false", "\"all_levels\": [\n    0", "true and false");
    with_replaced("factors", "\"all_levels\": [\n    false", "\"all_levels\": [\n    ", "without variables");
    with_replaced("factors", "\"variables\": [\n    0", "\"variables\": [\n    9",
                  "a variable that is not there");
    with_replaced("bases", "\"all_levels\": [\n    false", "\"all_levels\": [\n    true",
                  "a variable that has none");
    with_replaced("conditions", "\"I(is.na(g))\"", "\"I(is.na(h))\"",
                  "lacks a column that another of them is made of");
    with_replaced("conditions", "I(is.na(g))\"", "is.na(g)\"", "'written' should be a variable");
    with_replaced("conditions", "\"levels\": [\n    \"p\",\n    \"q\",\n    \"r\"\n   ]", "\"levels\": []",
                  "'levels' should name one or more");
    with_replaced("factors", "\"first\": 1,", "\"first\": 2,", "leave a gap");
    with_replaced("factors", "\"columns\": [\n", "\"columns\": [\n  \"more\",\n", "do not match 'terms'");
    with_replaced("factors", "\"statuses\": [\n", "\"statuses\": [\n  \"ok\",\n",
                  "'statuses' has the wrong length");
    with_replaced("factors", "\"statuses\": [\n  \"ok\"", "\"statuses\": [\n  \"fine\"", "is not known");
    with_replaced("factors", "\"coefficients\": [\n", "\"coefficients\": [\n  1.5,\n",
                  "'coefficients' has the wrong length");
    with_replaced("aliased", "\"aliases\": [\n  [\n   3", "\"aliases\": [\n  [\n   1",
                  "'aliases' should list");
    with_replaced("factors", "\"covariance\": [\n  ", "\"covariance\": [\n  -", "'covariance' is none");
    with_replaced("aliased", "\"covariance\": [\n  ", "\"covariance\": [\n  1e-9, ", "wrong length");
    with_replaced("factors", "\"target\": \"survived\"", "\"target\": \"sur\\u0000vived\"", "not a model");
    with_replaced("factors", "\"target\": \"survived\"", "\"target\": null", "should be");
}

static void penalties_that_do_not_fit_are_refused(void)
{
    with_replaced("lasso", "\"lambda\": 0.02", "\"lambda\": 0", "'lambda' should be positive");
    with_replaced("lasso", "\"penalty\": \"l1\"", "\"penalty\": \"l3\"", "'penalty'");
    with_replaced("lasso", "\"penalty\": \"l1\",", "\"penalty\": \"firth\", \"firth_se\": \"information\",",
                  "'lambda' is that of another penalty");
    with_replaced("lasso", "\"l1_ratio\": 1.0", "\"l1_ratio\": 1.5", "l1_ratio between 0 and 1");
    with_replaced("lasso", "\"penalised_loss\":", "\"penalised_loss\": null, \"x\":", "'penalised_loss'");
    with_replaced("lasso", "\"violation\":", "\"violation\": -1, \"x\":", "'penalised_loss'");
    with_replaced("lasso", "\"class_coefficients\": [\n", "\"class_coefficients\": [\n  1.5,\n",
                  "'class_coefficients' has the wrong length");
    with_replaced("lasso", "\"class_coefficients\": [\n  ", "\"class_coefficients\": [\n  9",
                  "should differ by the coefficients");
    with_replaced("lasso", "\"statuses\": [\n  \"ok\"", "\"statuses\": [\n  \"aliased\"",
                  "'statuses' should all be ok");
    with_replaced("elasticnet", "\"low\": -0.5", "\"low\": 0.5", "bounds about 0");
    with_replaced("elasticnet", "\"low\": -0.5", "\"low\": \"x\"", "numbers or null");
    with_replaced("elasticnet", "\"factor\": 2.0", "\"factor\": -2.0", "factors of at least 0");
    with_replaced("elasticnet", "\"factor\": 2.0", "\"factor\": null", "factors of at least 0");
}

static void unknown_members_are_refused(void)
{
    with_replaced("factors",
                  "\"rows_used\":", "\"row_used\": 1, \"rows_used\":", "'row_used' is unknown to logreg");
    with_replaced("factors", "\"wrapped\":", "\"rapped\": 1, \"wrapped\":", "(in number 1 of 'variables')");
    with_replaced("factors", "\"first\": 1", "\"first\": 1, \"last\": 1", "(in number 1 of 'terms')");
    with_replaced("bases", "\"knots\":", "\"knot\": 1, \"knots\":", "'knot' is unknown");
    with_replaced("elasticnet", "\"name\":", "\"nam\": 1, \"name\":", "(in number 1 of 'penalty_parts')");
    with_replaced("factors", "\"version\": \"0.1.0\"", "\"version\": \"0.0.0\", \"x\": 1", "'x' is unknown");
    with_replaced("factors", "\"version\": \"0.1.0\"", "\"version\": \"later\", \"x\": 1", "'x' is unknown");
    with_replaced("factors", "\"version\": \"0.1.0\"", "\"version\": 9, \"x\": 1", "'x' is unknown");
}

static void members_of_later_versions_pass(void)
{
    unsigned own[3];
    CU_ASSERT_EQUAL_FATAL(sscanf(logreg_version(), "%u.%u.%u", &own[0], &own[1], &own[2]), 3);
    for (size_t i = 0; i < 3; i++) {
        char version[96];
        snprintf(version, sizeof version, "\"version\": \"%u.%u.%u\", \"x\": {\"y\": 1}",
                 own[0] + 10 * (i == 0), own[1] + 10 * (i == 1), own[2] + 10 * (i == 2));
        char *new = replaced("factors", "\"version\": \"0.1.0\"", version);
        logreg_error err = {.message = ""};
        CU_ASSERT_EQUAL(load_text(new, strlen(new), &err), LOGREG_OK);
        free(new);
    }
}

static void files_without_end_are_refused(void)
{
    size_t n = 1 << 20;
    char *text = malloc(n);
    logreg_error err;
    memset(text, '[', n);
    CU_ASSERT_EQUAL(load_text(text, n, &err), LOGREG_EDATA);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "maximum parsing depth reached"));

    free(text);
    logreg_model *m = NULL;
    CU_ASSERT_EQUAL(logreg_model_load(&m, "/dev/zero", &err), LOGREG_EDATA);
    CU_ASSERT_PTR_NULL(m);
}

/* Mutations drawn from a fixed stream: bytes, cuts, copies, numbers and words where others stood. What loads must predict or say
 * why not; sanitizers watch. */
static void mutations_do_no_harm(void)
{
    static const char *const token[] = {
        "null", "-1",   "1e308", "2147483647", "9007199254740993", "[]",
        "{}",   "\"\"", "true",  "0",          "\"category\"",     "4294967296"};
    unsigned long long state = 1;
    for (size_t k = 0; kept[k]; k++) {
        size_t n = 0;
        char *path = kept_file(kept[k], "json"), *text = read_text(path, &n), *new = malloc(n + 64);
        logreg_model *whole = load_kept(kept[k]);
        logreg_frame *frame = kept_rows(kept[k], whole);
        for (int i = 0; i < 300; i++) {
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;
            size_t at = (size_t)(state >> 33) % n, m = n;
            memcpy(new, text, n);
            if (i % 4 == 0) {
                new[at] = (char)(state >> 20);
            } else if (i % 4 == 1) {
                m = at;
            } else {
                /* A value, from a blank or bracket to the next comma or line's end, becomes a token. */
                size_t from = at, to;
                while (from > 0 && !strchr(" [", text[from - 1]))
                    from--;
                to = from + strcspn(text + from, ",\n");
                const char *by = token[(state >> 24) % (sizeof token / sizeof *token)];
                m = (size_t)snprintf(new, n + 64, "%.*s%s%s", (int)from, text, by, text + to);
            }
            write_text("mutant.json", new, m);
            logreg_model *loaded = NULL;
            logreg_error err = {.message = ""};
            if (logreg_model_load(&loaded, "mutant.json", &err) != LOGREG_OK) {
                CU_ASSERT_TRUE(err.status == LOGREG_EDATA && *err.message);
                continue;
            }
            gsl_matrix *P = gsl_matrix_alloc(logreg_frame_rows(frame), logreg_model_classes(loaded));
            (void)logreg_predict_proba_frame(loaded, frame, P, NULL);
            gsl_matrix_free(P);
            logreg_model_free(loaded);
        }
        free(new);
        free(text);
        free(path);
        logreg_frame_free(frame);
        logreg_model_free(whole);
    }
    remove("mutant.json");
}

const test_case tests[] = {
    {"parts that do not fit are refused", parts_that_do_not_fit_are_refused},
    {"penalties that do not fit are refused", penalties_that_do_not_fit_are_refused},
    {"unknown members are refused", unknown_members_are_refused},
    {"members of later versions pass", members_of_later_versions_pass},
    {"files without end are refused", files_without_end_are_refused},
    {"mutations do no harm", mutations_do_no_harm},
    {NULL, NULL},
};
