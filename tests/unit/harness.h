/* A test program is a file with a table of tests; the harness has a main that runs them through CUnit and reports
 * each in TAP. */
#ifndef TESTS_HARNESS_H
#define TESTS_HARNESS_H

#include <stdbool.h>
#include <stddef.h>

#include <CUnit/CUnit.h>

typedef struct {
    const char *name;
    void (*run)(void);
} test_case;

/* Each test program defines this table, closed by {NULL, NULL}. */
extern const test_case tests[];

/* Counts the test that calls this as skipped, not passed, unless it fails: what it needs is not to be had here. The caller returns. */
void skip_test(const char *why);

/* How many of so many rounds a proof goes: a quarter, or all where the program was called with `--full`. */
long proof_rounds(long all);

/* Is the program one with sanitizers, which make fits of many rows some ten times as dear? Its largest tables then take every second case; a
 * plain build takes them all. */
#ifdef __has_feature
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#if !defined SANITIZED && defined __SANITIZE_ADDRESS__
#define SANITIZED 1
#elif !defined SANITIZED
#define SANITIZED 0
#endif

/* n; where valgrind runs the program, of which .ci/run tells by MEMCHECK, n / by: what it looks for, it finds in fewer rows. The plain build and that with
 * sanitizers take all. */
size_t fewer(size_t n, size_t by);

/* |got - want| <= tolerance; or both NaN, or the same infinity. Prints both where it fails. */
bool near_abs(double got, double want, double tolerance);

/* |got - want| <= tolerance |want|. */
bool near_rel(double got, double want, double tolerance);

/* Same text (NULL equals NULL). Prints both where it fails. */
bool same_text(const char *got, const char *want);

/* NULL where there is no text: an option that a case does not have. */
const char *or_null(const char *text);

/* Tolerances, in multiples of the rounding of a double: an expression, a short sum, a long one. */
#define TOL_EXPRESSION (4 * 2.220446049250313e-16)
#define TOL_SUM (256 * 2.220446049250313e-16)
#define TOL_LONG (65536 * 2.220446049250313e-16)

/* Path of a file under datasets/ or tests/, whatever the working folder; static storage, overwritten by the next
 * call. */
const char *source_path(const char *relative);

/* Sets the locale, such as "de_DE", in UTF-8; where the system has it in source only it is made in a scratch folder. false: there
 * is no such locale here. */
bool use_locale(const char *name);

#endif
