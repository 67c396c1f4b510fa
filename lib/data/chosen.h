/* Numbers that people, programs and machines choose to stand for missing values. */
#ifndef LOGREG_DATA_CHOSEN_H
#define LOGREG_DATA_CHOSEN_H

#include <stdbool.h>

/* Digits in front of the point of a number of nines alone, 99 or 999.99; 0: it is none. */
int logreg__nines(double x);

/* Does it stand beside nines where there are several reasons: 97 and 98, 66, 77 and 88, 7 and 8? */
bool logreg__beside_nines(double x);

/* Is it an end of a machine's whole numbers, or as far out as what netCDF and others fill with? -32768, but not 32768, which may be one of powers of two. */
bool logreg__machine_end(double x);

/* Is it -999.25, the value of null in logs of wells (LAS, the Canadian Well Logging Society's standard)? */
bool logreg__chosen_log(double x);

/* Is it chosen by itself: 99, -99, 2147483647, 777777? 88 and 7777 may be counted. */
bool logreg__chosen(double x);

/* -98, -97, -88, -77, -66, without their sign: the other reasons, where there is no -99. */
bool logreg__chosen_kin(double x);

/* Is it what thermometers write when they fail? */
bool logreg__chosen_failure(double x);

/* Is it the first year of a program's calendar, as those write that do not know one? */
bool logreg__chosen_year(double x);

/* Is it a number of three digits or more that repeats one of 6 to 9, or ends in another but 9: 777, 99998? */
bool logreg__chosen_repeats(double x);

#endif
