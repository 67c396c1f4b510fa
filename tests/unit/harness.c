#include "harness.h"

#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <CUnit/TestDB.h>
#include <CUnit/TestRun.h>
#include <gsl/gsl_errno.h>

static int done, failed;
static bool all_rounds;
static const char *not_here; /* why the test that runs now is skipped */

void skip_test(const char *why)
{
    not_here = why;
}

static void report(const CU_pTest test, const CU_pSuite suite, const CU_pFailureRecord first)
{
    (void)suite;
    done++;
    failed += first != NULL;
    printf("%s %d - %s", first ? "not ok" : "ok", done, test->pName);
    printf(not_here && !first ? " # SKIP %s\n" : "\n", not_here);
    not_here = NULL;
    for (CU_pFailureRecord f = first; f; f = f->pNext)
        printf("# %s:%u: %s\n", f->strFileName, f->uiLineNumber, f->strCondition);
    fflush(stdout);
}

long proof_rounds(long all)
{
    return all_rounds ? all : all / 4;
}

size_t fewer(size_t n, size_t by)
{
    return getenv("MEMCHECK") ? n / by : n;
}

bool near_abs(double got, double want, double tolerance)
{
    bool ok = (isnan(got) && isnan(want)) || got == want || fabs(got - want) <= tolerance;
    if (!ok)
        printf("# got %.17g, want %.17g within %.3g: off by %.3g\n", got, want, tolerance, fabs(got - want));
    return ok;
}

bool near_rel(double got, double want, double tolerance)
{
    return near_abs(got, want, isfinite(want) ? tolerance * fabs(want) : 0);
}

bool same_text(const char *got, const char *want)
{
    bool ok = got == want || (got && want && strcmp(got, want) == 0);
    if (!ok)
        printf("# got  '%s'\n# want '%s'\n", got ? got : "(null)", want ? want : "(null)");
    return ok;
}

const char *or_null(const char *text)
{
    return *text ? text : NULL;
}

const char *source_path(const char *relative)
{
    static char path[4096];
    snprintf(path, sizeof path, "%s/%s", SOURCE_ROOT, relative);
    return path;
}

bool use_locale(const char *name)
{
    char full[64], folder[] = "/tmp/logreg-locale-XXXXXX", command[256];
    snprintf(full, sizeof full, "%s.UTF-8", name);
    if (setlocale(LC_ALL, full))
        return true;
    if (!mkdtemp(folder))
        return false;
    snprintf(command, sizeof command, "localedef -i %s -f UTF-8 %s/%s >/dev/null 2>&1", name, folder, full);
    int status = system(command);
    setenv("LOCPATH", folder, 1);
    bool ok = status == 0 && setlocale(LC_ALL, full);
    snprintf(command, sizeof command, "rm -r %s", folder);
    return system(command) == 0 && ok;
}

int main(int argc, char **argv)
{
    all_rounds = argc > 1 && strcmp(argv[1], "--full") == 0;
    gsl_set_error_handler_off();
    if (CU_initialize_registry() != CUE_SUCCESS)
        return 2;
    CU_pSuite suite = CU_add_suite("suite", NULL, NULL);
    int count = 0;
    for (const test_case *t = tests; t->name; t++, count++)
        if (!CU_add_test(suite, t->name, t->run))
            return 2;
    printf("1..%d\n", count);
    fflush(stdout);
    CU_set_test_complete_handler(report);
    CU_run_all_tests();
    CU_cleanup_registry();
    return failed != 0;
}
