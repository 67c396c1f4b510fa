/* Profiles of a likelihood that may have several maxima, as a penalised one may. */
#ifndef LOGREG_INFERENCE_SEVERAL_H
#define LOGREG_INFERENCE_SEVERAL_H

#include "inference/constrained.h"
#include "inference/study.h"

/* Are rows and coefficients few enough to look for other maxima? */
bool logreg__several_wanted(const logreg_study *study);

/* Takes what was found along one path for an end of a combination's interval, or for a value that it is to have, and looks for more likelihood at values beyond,
 * or there, from other starts. An end becomes the outermost value with as much of it as an end has; found is false where none is known. The points are
 * about the study's peak, with one combination each. ENOMEM. */
logreg_status logreg__several_end(logreg__constrained *end, const logreg_study *study, logreg_error *err);
logreg_status logreg__several_value(logreg__constrained *point, const logreg_study *study, logreg_error *err);

#endif
