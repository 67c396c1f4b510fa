/* logreg/doctor.h - what a table holds and what speaks against fitting it, before any fit.
 *
 *     logreg_checkup *c = NULL;
 *     if (logreg_checkup_new(&c, frame, "admit ~ .", NULL, &err) == LOGREG_OK)
 *         for (size_t i = 0; i < logreg_checkup_findings(c); i++)
 *             puts(logreg_checkup_finding(c, i).message);
 *     logreg_checkup_free(c);
 */
#ifndef LOGREG_DOCTOR_H
#define LOGREG_DOCTOR_H

#include <logreg/base.h>
#include <logreg/data.h>
#include <logreg/model.h>
#include <logreg/report.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct logreg_checkup logreg_checkup;

typedef enum {
    LOGREG_FINDING_STOPS,    /* a fit refuses the data */
    LOGREG_FINDING_MISLEADS, /* it goes through, and its numbers do not mean what they seem to */
    LOGREG_FINDING_NOTE      /* good to know */
} logreg_finding_weight;

/* Strings are borrowed from the checkup. Codes are stable; docs/cli.md lists them. */
typedef struct {
    const char *code;
    logreg_finding_weight weight;
    const char *column;  /* the column that it is about, or NULL */
    const char *message; /* what was found */
    const char *advice;  /* what to do */
    const char *command; /* of the shell, that prints the file mended; NULL: there is none */
} logreg_finding;

/* Looks at the columns of a frame that logreg_fit_formula would use with the same formula and options, and fits once, without
 * columns of one value, IDs and repeats, to see whether the maximum exists. formula NULL: the last column that the options
 * do not name, by all others; options NULL: the defaults. A finding is no error. The frame is borrowed and must outlive the
 * checkup. EFORMULA, EINVAL as logreg_fit_formula. ENOMEM. Cost: a sort of each column, a fit, and n p^2 for collinearity;
 * the fit is left out, and that told, where it would have more than a thousand coefficients. Of a frame with a sparse matrix formula NULL is its first column by all
 * others; its rows and columns are looked at as far as it goes by their numbers, and nothing is fitted. */
LOGREG_API logreg_status logreg_checkup_new(logreg_checkup **checkup, const logreg_frame *frame,
                                            const char *formula, const logreg_options *options,
                                            logreg_error *err);

LOGREG_API void logreg_checkup_free(logreg_checkup *checkup);

/* Findings, the weightiest first. i < logreg_checkup_findings(checkup). */
LOGREG_API size_t logreg_checkup_findings(const logreg_checkup *checkup);
LOGREG_API logreg_finding logreg_checkup_finding(const logreg_checkup *checkup, size_t i);

/* The command of the shell that does to the file what those of several findings do, but of those that leave a choice; each by itself reads the file
 * as it is. NULL: fewer than two can be joined. Borrowed. */
LOGREG_API const char *logreg_checkup_command(const logreg_checkup *checkup);

/* File, columns and findings for people; or JSON, schema "logreg.doctor/1" (docs/cli.md). A new string that the caller
 * frees. Of the options colour, ascii and width count; NULL: the defaults. ENOMEM. */
LOGREG_API logreg_status logreg_checkup_text(char **text, const logreg_checkup *checkup,
                                             const logreg_report_options *options, logreg_error *err);
LOGREG_API logreg_status logreg_checkup_json(char **text, const logreg_checkup *checkup, logreg_error *err);

#ifdef __cplusplus
}
#endif

#endif
