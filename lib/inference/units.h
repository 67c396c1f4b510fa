/* Odds ratios per so much of a number. */
#ifndef LOGREG_INFERENCE_UNITS_H
#define LOGREG_INFERENCE_UNITS_H

#include <logreg/inference.h>

/* Finds the sizes of options->unit and tells the odds ratios of inference for these. EINVAL, EDATA, ENOMEM. */
logreg_status logreg__units_apply(logreg_inference *inference, const logreg_model *model,
                                  const logreg_inference_options *options, logreg_error *err);

#endif
