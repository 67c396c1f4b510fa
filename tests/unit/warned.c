#include "warned.h"

#include "harness.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <logreg/report.h>

char *warnings_or_none(const logreg_model *model)
{
    logreg_report_options o = logreg_report_options_default();
    char *text = NULL;
    o.width = 10000;
    return logreg_report_warnings(&text, model, &o, NULL) == LOGREG_OK ? text : NULL;
}

char *warnings_of(const logreg_model *model)
{
    char *text = warnings_or_none(model);
    CU_ASSERT_PTR_NOT_NULL_FATAL(text);
    return text;
}

char *warnings_kept(const logreg_model *model)
{
    char path[] = "/tmp/logreg-warned-XXXXXX";
    int file = mkstemp(path);
    CU_ASSERT_TRUE_FATAL(file >= 0);
    close(file);
    logreg_model *read = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_model_save(model, path, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_model_load(&read, path, NULL), LOGREG_OK);
    char *before = warnings_of(model), *after = warnings_of(read);
    CU_ASSERT_STRING_EQUAL(before, after);
    free(before);
    logreg_model_free(read);
    remove(path);
    return after;
}
