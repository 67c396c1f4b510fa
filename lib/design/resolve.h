/* The steps from a formula and data to terms, each of which leaves its part in them; terms.c takes them in this order. */
#ifndef LOGREG_DESIGN_RESOLVE_H
#define LOGREG_DESIGN_RESOLVE_H

#include "base/text.h"
#include "design/terms.h"

/* Variables: the formula's factors, then the columns that some of these and the offset are made of. EDATA, ENOMEM. */
logreg_status logreg__resolve_variables(logreg__terms *terms, const logreg__formula *formula,
                                        const logreg_frame *frame, const logreg__rows *rows,
                                        logreg_error *err);

/* Terms, how their categories are coded, and the places of their columns. EDATA: too many; ENOMEM. */
logreg_status logreg__resolve_columns(logreg__terms *terms, const logreg__formula *formula,
                                      logreg_error *err);

/* Names of all columns. The formula is NULL where there was none. false: out of memory. */
bool logreg__resolve_names(logreg__terms *terms, const logreg__formula *formula);

/* Adds what stands for a variable in the names of columns. */
void logreg__resolve_variable_name(logreg__text *text, const logreg__terms *terms,
                                   const logreg__formula *formula, size_t variable);

#endif
