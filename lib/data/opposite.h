/* Names of columns that count the cases with an event and those without. */
#ifndef LOGREG_DATA_OPPOSITE_H
#define LOGREG_DATA_OPPOSITE_H

#include <stdbool.h>

/* Is one the name of cases with the event of which the other's are without: dead and alive, num_yes and num_no, cases and controls, infected and uninfected? */
bool logreg__names_opposite(const char *with, const char *without);

/* Is it one of these, or of events or claims: dead, num_yes, claims? */
bool logreg__name_counts_events(const char *name);

#endif
