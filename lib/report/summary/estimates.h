/* A table of estimates, be they coefficients or combinations of them: log odds on the left, odds ratios on the right. */
#ifndef LOGREG_REPORT_SUMMARY_ESTIMATES_H
#define LOGREG_REPORT_SUMMARY_ESTIMATES_H

#include <logreg/inference.h>

#include "report/page/table.h"

typedef struct {
    size_t n;
    /* Fills row i, as of logreg__table; digits: of a standard error, which say how far the estimate can be trusted. */
    void (*row)(logreg__table_row *row, size_t i, int room, int digits, const void *data);
    const void *data;
    const char *method; /* of the intervals: "wald", "profile" or "bootstrap" */
    double level;
} logreg__estimates;

/* Where the page is narrow the table makes do with a digit less and shorter titles. */
void logreg__estimates_print(logreg__page *page, const logreg_model *model,
                             const logreg__estimates *estimates);

/* Does that table stand on the page with whole labels? */
bool logreg__estimates_fit(logreg__page *page, const logreg_model *model, const logreg__estimates *estimates);

/* The numbers of a row; ratios: the odds ratio among them. */
void logreg__estimates_fill(logreg__table_row *row, const logreg_coefficient *c, int digits, bool ratios);

/* Those of what separation sends to infinity, where the likelihood has given the other end of its interval. */
void logreg__estimates_fill_unbounded(logreg__table_row *row, const logreg_coefficient *c, bool ratios);

/* The difference of classes k > against >= 1 at column j, which the inference has. */
const logreg_coefficient *logreg__contrast_of(const logreg_inference *inference, const logreg_model *model,
                                              size_t k, size_t against, size_t j);

#endif
