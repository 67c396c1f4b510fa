/* Numbers for people: as many digits as mean something, a true minus sign, the same whatever the locale. */
#ifndef LOGREG_REPORT_PAGE_FIGURE_H
#define LOGREG_REPORT_PAGE_FIGURE_H

#include <stdbool.h>

#include "report/page/page.h"

/* Room for any number that these functions write. They return their first argument. NaN is the empty string. */
#define LOGREG__FIGURE_SIZE 64

/* With so many decimals; in powers of ten where it would be longer than about 16 digits. */
char *logreg__figure_fixed(char *text, double value, int decimals, const logreg__signs *sign);

/* With so many significant digits, trailing zeros included (but 0 is 0); in powers of ten below 1e-4 and from 1e6 on. */
char *logreg__figure_digits(char *text, double value, int digits, const logreg__signs *sign);

/* As the above, without trailing zeros: for counts, levels of confidence and other numbers that are often whole. */
char *logreg__figure_plain(char *text, double value, int digits, const logreg__signs *sign);

/* exp(x) with so many significant digits; ">1e308" or "<1e-307" where a finite x takes it beyond what a double holds, so that infinity
 * and 0 stay for what has no limit. */
char *logreg__figure_exp(char *text, double x, int digits, const logreg__signs *sign);

/* A p-value: three decimals, "<0.001" below. */
char *logreg__figure_p(char *text, double p);

/* Decimals with which a standard error shows `digits` significant digits; at least 0. LOGREG__POWERS where the number
 * should rather stand in powers of ten. */
#define LOGREG__POWERS (-1)
int logreg__decimals(double standard_error, int digits);

#endif
