/* Options, checked once at the door. */
#ifndef LOGREG_MODEL_DOORS_OPTIONS_H
#define LOGREG_MODEL_DOORS_OPTIONS_H

#include <logreg/model.h>

/* EINVAL with the option's name, its value and what it may be. */
logreg_status logreg__options_check(const logreg_options *options, logreg_error *err);

#endif
