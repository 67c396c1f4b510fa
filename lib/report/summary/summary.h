/* The sections of the text report. Each writes to the page, which remembers when memory runs out. */
#ifndef LOGREG_REPORT_SUMMARY_SUMMARY_H
#define LOGREG_REPORT_SUMMARY_SUMMARY_H

#include <logreg/report.h>

#include "report/page/page.h"

/* Room for a name within a sentence, and names that a sentence lists before "and n more". */
#define LOGREG__NAME_ROOM 32
#define LOGREG__LISTED 8

void logreg__write_header(logreg__page *page, const logreg_model *model,
                          const logreg_report_options *options);

/* Is the table of coefficients so long that warnings stand above it, where they are read before it? */
bool logreg__report_is_long(const logreg_model *model);

void logreg__write_coefficients(logreg__page *page, const logreg_model *model,
                                const logreg_inference *inference);
/* What there is to say of ends of profile intervals. */
void logreg__write_ends(logreg__page *page, const logreg_coefficient *coefficient, size_t n);
void logreg__write_terms(logreg__page *page, const logreg_model *model, const logreg_inference *inference);
void logreg__write_effects(logreg__page *page, const logreg_model *model, const logreg_effects *effects);
void logreg__write_exact(logreg__page *page, const logreg_model *model, const logreg_exacts *exact);
void logreg__write_diagnostics(logreg__page *page, const logreg_model *model,
                               const logreg_diagnostics *diagnostics);
void logreg__write_goodness(logreg__page *page, const logreg_model *model, const logreg_goodness *goodness);
void logreg__write_optimism(logreg__page *page, const logreg_model *model, const logreg_optimism *optimism);
void logreg__write_fit(logreg__page *page, const logreg_model *model, double conf_level);
/* Degrees of freedom of a test into a cell of LOGREG__FIGURE_SIZE: "4", or of F "4, 31". */
void logreg__write_test_df(char *cell, const logreg_test *test, const logreg__signs *sign);
void logreg__write_warnings(logreg__page *page, const logreg_model *model);

/* Behind the target's name which class is meant, in so much room: " = yes"; nothing where the target counts events, or is a condition and this is that it is met. */
void logreg__write_label(logreg__page *page, const logreg_model *model, size_t k, int room);

/* What the model gives the probability of: "P(admit = yes)"; "P(dead)" where the target counts events. */
void logreg__write_event(logreg__page *page, const logreg_model *model, size_t k);

/* That of the event, or "P(species)" where each of more classes has one. */
void logreg__write_probability(logreg__page *page, const logreg_model *model);

/* "95%" */
void logreg__write_percent(logreg__page *page, double share);

/* A number and its noun: "1 row", "7 events". */
void logreg__write_count(logreg__page *page, double value, const char *one, const char *many);

/* ", and n more", where some of `total` things were not listed. */
void logreg__write_more(logreg__page *page, size_t total);

/* A title above a section, in bold, after an empty line. */
void logreg__write_title(logreg__page *page, const char *title);

/* What a report of a fit is made from: options, checked, and the inference that they hold, or else one of its own. */
typedef struct {
    logreg_report_options options;
    const logreg_inference *inference;
    logreg_inference *own;
} logreg__report_source;

/* NULL: the default options. What these refuse; ENOMEM. Clear it after a success. */
logreg_status logreg__report_source_find(logreg__report_source *source, const logreg_model *model,
                                         const logreg_report_options *options, logreg_error *err);
void logreg__report_source_clear(logreg__report_source *source);

/* Name of the outcome's column; models of plain matrices call it y. */
const char *logreg__target_name(const logreg_model *model);

/* What a measure by which a path was chosen is called in a sentence. */
const char *logreg__measure_words(const logreg_metric *measure);

#endif
