/* Suspicions in a model's file: every kind is written as it was read, whatever files of old lack. */
#include "harness.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <jansson.h>

#include "oom.h"

#include "model/model.h"
#include "model/suspicions/kinds.h"

/* One or more of each kind. */
static const char *const kept[] = {
    "{\"kind\":\"sentinel\",\"column\":\"q\",\"between\":true,\"none\":88.0,\"numbers\":[88.0,99.0],"
    "\"n_rows\":7,\"low\":1.0,\"high\":5.0}",
    "{\"kind\":\"zeros\",\"column\":\"q\",\"beside\":true,\"numbers\":[0.0],\"n_rows\":7,\"low\":1.0,"
    "\"high\":5.0}",
    "{\"kind\":\"outlier\",\"column\":\"age\",\"numbers\":[444.0],\"n_rows\":1,\"low\":1.0,\"high\":88.0}",
    "{\"kind\":\"units\",\"column\":\"q\",\"factor\":100.0,\"line\":13,\"numbers\":[1.5,1.75],\"n_rows\":7,"
    "\"low\":150.0,\"high\":190.0}",
    "{\"kind\":\"unit_names\",\"column\":\"unit\"}",
    "{\"kind\":\"date\",\"column\":\"time\",\"calendar\":\"hours\",\"low\":0.0}",
    "{\"kind\":\"date\",\"column\":\"day\",\"calendar\":\"days\",\"gives\":\"days\",\"low\":20230514.0}",
    "{\"kind\":\"date\",\"column\":\"born\",\"gives\":\"years\",\"n_levels\":5}",
    "{\"kind\":\"date\",\"column\":\"born\",\"n_levels\":5}",
    "{\"kind\":\"id\",\"column\":\"nr\"}",
    "{\"kind\":\"id\",\"column\":\"nr\",\"n_levels\":30,\"n_rows\":60}",
    "{\"kind\":\"ticks\",\"column\":\"t\",\"low\":1.0,\"n_rows\":44}",
    "{\"kind\":\"codes\",\"column\":\"region\"}",
    "{\"kind\":\"feet\",\"column\":\"height\",\"low\":411.0}",
    "{\"kind\":\"much_missing\",\"column\":\"q\",\"n_rows\":44,\"n_kept\":40}",
    "{\"kind\":\"much_missing\",\"column\":\"q\",\"n_rows\":44,\"n_kept\":40,\"n_usable\":58}",
    "{\"kind\":\"many_levels\",\"column\":\"q\",\"n_levels\":44,\"n_decided\":40,\"n_rows\":60}",
    "{\"kind\":\"several_answers\",\"column\":\"q\",\"n_levels\":9,\"n_decided\":4,\"n_rows\":0}",
    "{\"kind\":\"several_answers\",\"column\":\"q\",\"n_levels\":9,\"n_decided\":4,\"n_rows\":3,\"beside\":"
    "true}",
    "{\"kind\":\"mistyped\",\"column\":\"q\",\"n_levels\":1,\"n_decided\":0,\"n_rows\":1}",
    "{\"kind\":\"duplicate_rows\",\"column\":\"y\",\"n_rows\":30}",
    "{\"kind\":\"duplicate_rows\",\"column\":\"y\",\"n_rows\":3,\"row\":18,\"line\":0}",
    "{\"kind\":\"sampling_weights\",\"column\":\"w\"}",
    "{\"kind\":\"predictions\",\"column\":\"p\"}",
    "{\"kind\":\"parts\",\"column\":\"split\"}",
    "{\"kind\":\"frequencies\",\"column\":\"Freq\"}",
    "{\"kind\":\"frequencies\",\"column\":\"Freq\",\"n_rows\":32,\"n_cases\":2201.0}",
    "{\"kind\":\"leakage\",\"column\":\"q\",\"auc\":1.0,\"class\":1}",
    "{\"kind\":\"leakage\",\"column\":\"q\",\"right\":59.0,\"n_cases\":60.0}",
    "{\"kind\":\"matched_sets\",\"column\":\"set\",\"n_sets\":30,\"n_alike\":29,\"events\":1,\"others\":2}",
    "{\"kind\":\"counts\",\"column\":\"n\"}",
    "{\"kind\":\"lost_classes\",\"column\":\"q\",\"class\":\"widowed\",\"n_rows\":9,\"n_kept\":0}",
    "{\"kind\":\"joined_answers\",\"column\":\"q\",\"n_levels\":2,\"line\":0,\"level\":\"a, b\","
    "\"numbers\":[9.0,29.0],\"n_rows\":2,\"low\":0.0,\"high\":0.0}",
    "{\"kind\":\"said_twice\",\"column\":\"state\",\"by\":\"city\",\"both\":false,\"number\":true}",
    "{\"kind\":\"skipped\",\"column\":\"pack\",\"where\":\"smoker = "
    "no\",\"n_rows\":7,\"n_other\":1,\"way\":2}",
    "{\"kind\":\"made_of_target\",\"column\":\"grade\",\"by\":\"score\",\"how\":\"ranges\"}",
    "{\"kind\":\"made_of_target\",\"column\":\"old\",\"by\":\"new\",\"n_same\":55,\"n_rows\":60,\"how\":"
    "\"nearly\"}",
    "{\"kind\":\"reference\",\"column\":\"q\",\"better\":\"b\",\"n_rows\":3}",
};
enum { KEPT = sizeof kept / sizeof *kept };

static const struct {
    const char *of, *want;
} refused[] = {
    {"{\"kind\":\"omen\",\"column\":\"q\"}", "'kind' holds a word that is not known"},
    {"{\"kind\":\"codes\"}", "'column'"},
    {"{\"kind\":\"codes\",\"column\":\"q\",\"n_rows\":3}", "'n_rows'"},
    {"{\"kind\":\"outlier\",\"column\":\"q\",\"between\":true,\"numbers\":[7.0],\"n_rows\":1,\"low\":1.0,"
     "\"high\":2.0}",
     "'numbers' has the wrong length"},
    {"{\"kind\":\"zeros\",\"column\":\"q\",\"numbers\":[],\"n_rows\":7,\"low\":1.0,\"high\":5.0}",
     "'numbers' has the wrong length"},
    {"{\"kind\":\"zeros\",\"column\":\"q\",\"numbers\":0,\"n_rows\":7,\"low\":1.0,\"high\":5.0}",
     "'numbers'"},
    {"{\"kind\":\"zeros\",\"column\":\"q\",\"numbers\":[null],\"n_rows\":7,\"low\":1.0,\"high\":5.0}",
     "'numbers'"},
    {"{\"kind\":\"date\",\"column\":\"q\"}", "'low' should be a number"},
    {"{\"kind\":\"date\",\"column\":\"q\",\"low\":3.0}", "'calendar' holds a word that is not known"},
    {"{\"kind\":\"date\",\"column\":\"q\",\"calendar\":\"days\",\"n_levels\":3}", "'calendar'"},
    {"{\"kind\":\"date\",\"column\":\"q\",\"calendar\":\"moons\",\"low\":3.0}", "'calendar'"},
    {"{\"kind\":\"date\",\"column\":\"q\",\"gives\":\"moons\",\"n_levels\":3}", "'gives'"},
    {"{\"kind\":\"id\",\"column\":\"q\",\"n_levels\":3}", "'n_rows'"},
    {"{\"kind\":\"leakage\",\"column\":\"q\"}", "'right' should be a number"},
    {"{\"kind\":\"leakage\",\"column\":\"q\",\"auc\":0.999,\"class\":2}", "should be the place of a class"},
    {"{\"kind\":\"said_twice\",\"column\":\"q\",\"by\":null,\"both\":true,\"number\":true}", "'by'"},
    {"{\"kind\":\"made_of_target\",\"column\":\"q\",\"by\":\"p\",\"how\":\"sideways\"}", "'how'"},
    {"{\"kind\":\"made_of_target\",\"column\":\"q\",\"by\":\"p\"}", "'how'"},
};

/* A model's file with these suspicions, at a new path. */
static void write_file(char *path, const char *const *of, size_t n)
{
    int fd = mkstemp(path);
    CU_ASSERT_TRUE_FATAL(fd >= 0);
    close(fd);
    json_t *file = json_load_file(source_path("tests/models/plain.json"), 0, NULL), *list = json_array();
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    for (size_t i = 0; i < n; i++) {
        json_t *one = json_loads(of[i], 0, NULL);
        CU_ASSERT_PTR_NOT_NULL_FATAL(one);
        json_array_append_new(list, one);
    }
    json_object_set_new(file, "suspicions", list);
    CU_ASSERT_EQUAL_FATAL(json_dump_file(file, path, JSON_REAL_PRECISION(17)), 0);
    json_decref(file);
}

static void keeps_each(void)
{
    char path[] = "/tmp/suspicions-kept-XXXXXX";
    logreg_model *m = NULL;
    logreg_error err = {0};
    write_file(path, kept, KEPT);
    CU_ASSERT_EQUAL_FATAL(logreg_model_load(&m, path, &err), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_model_save(m, path, &err), LOGREG_OK);
    logreg_model_free(m);
    json_t *file = json_load_file(path, 0, NULL), *list = json_object_get(file, "suspicions");
    CU_ASSERT_EQUAL(json_array_size(list), KEPT);
    for (size_t i = 0; i < KEPT; i++) {
        char *text = json_dumps(json_array_get(list, i), JSON_COMPACT | JSON_REAL_PRECISION(17));
        CU_ASSERT_TRUE(same_text(text, kept[i]));
        free(text);
    }
    json_decref(file);
    remove(path);
}

/* Every kind has a word of its own, and stands among the rows above. */
static void knows_each(void)
{
    for (size_t k = 0; k < LOGREG__SUSPICIONS; k++) {
        char start[80];
        size_t n = 0;
        CU_ASSERT_PTR_NOT_NULL_FATAL(logreg__suspicion_table[k].word);
        snprintf(start, sizeof start, "{\"kind\":\"%s\"", logreg__suspicion_table[k].word);
        for (size_t i = 0; i < KEPT; i++)
            n += strncmp(kept[i], start, strlen(start)) == 0;
        CU_ASSERT_TRUE(n > 0);
        for (size_t i = 0; i < k; i++)
            CU_ASSERT_STRING_NOT_EQUAL(logreg__suspicion_table[i].word, logreg__suspicion_table[k].word);
    }
}

static void refuses_others(void)
{
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        char path[] = "/tmp/suspicions-kept-XXXXXX";
        logreg_model *m = NULL;
        logreg_error err = {0};
        write_file(path, &refused[i].of, 1);
        CU_ASSERT_EQUAL(logreg_model_load(&m, path, &err), LOGREG_EDATA);
        if (!strstr(err.message, refused[i].want))
            printf("# %s: %s\n", refused[i].of, err.message);
        CU_ASSERT_PTR_NOT_NULL(strstr(err.message, refused[i].want));
        remove(path);
    }
}

/* Copies each; what was copied so far can be freed. */
static bool add_each(void *model)
{
    const logreg_model *from = model;
    logreg_model to = {.n_suspicions = 0};
    bool ok = true;
    for (size_t i = 0; i < from->n_suspicions && ok; i++)
        ok = logreg__suspicion_add(&to, &from->suspicion[i], from->suspicion[i].column);
    bool whole = !ok || to.n_suspicions == from->n_suspicions;
    if (ok) {
        logreg__suspicions_forget(&to, LOGREG__SUSPECT_LOST, "q");
        whole = whole && to.n_suspicions + 1 == from->n_suspicions;
    }
    logreg__suspicions_free(to.suspicion, to.n_suspicions);
    return whole;
}

static bool load(void *path)
{
    logreg_model *m = NULL;
    logreg_error err = {0};
    logreg_status status = logreg_model_load(&m, path, &err);
    logreg_model_free(m);
    return status == LOGREG_OK || (status == LOGREG_ENOMEM && !m);
}

static void survives_failing_memory(void)
{
    char path[] = "/tmp/suspicions-kept-XXXXXX";
    logreg_model *m = NULL;
    write_file(path, kept, KEPT);
    CU_ASSERT_EQUAL_FATAL(logreg_model_load(&m, path, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(oom_each(add_each, m));
    CU_ASSERT_TRUE(oom_each(load, path));
    logreg_model_free(m);
    remove(path);
}

const test_case tests[] = {
    {"every kind is written as it was read", keeps_each},
    {"every kind has a word", knows_each},
    {"files that say something else are refused", refuses_others},
    {"any allocation may fail", survives_failing_memory},
    {NULL, NULL},
};
