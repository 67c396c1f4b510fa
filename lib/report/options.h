/* Report options as the rest of the room sees them: checked, sizes within bounds. */
#ifndef LOGREG_REPORT_OPTIONS_H
#define LOGREG_REPORT_OPTIONS_H

#include <logreg/report.h>

/* Below these a table or a curve says nothing; above them nobody can read it. */
#define LOGREG__WIDTH_LEAST 60
#define LOGREG__WIDTH_MOST 400
#define LOGREG__HEIGHT_LEAST 8
#define LOGREG__HEIGHT_MOST 200

/* Copies options (NULL: the defaults), with width and height moved into their bounds. EINVAL: a confidence level
 * outside (0, 1). */
logreg_status logreg__report_options_check(logreg_report_options *checked,
                                           const logreg_report_options *options, logreg_error *err);

#endif
