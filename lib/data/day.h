/* Days and months as programs and people write them. */
#ifndef LOGREG_DATA_DAY_H
#define LOGREG_DATA_DAY_H

#include <stdbool.h>
#include <stddef.h>

/* 02-Jan, 2 Jan 2024, 02JAN2024, Jan-02, 01.02. */
bool logreg__is_day(const char *text);

/* Are so many texts all days or months in one form that leaves a single one in doubt: 01.04.23, 4/1/23 9:30, 03/2021, 2021-03, 04/23? Not years
 * and the next, 2010-11, as seasons are written. seen: those for which it is 0 do not count, nor do those that stand for missing values; NULL: all others do. */
bool logreg__texts_days(char *const *text, const unsigned char *seen, size_t n);

/* How many texts are dates, if all are, by themselves or together, but those that stand for missing values (gap.h); 0: not all, or fewer than three. */
size_t logreg__count_dates(char *const *text, size_t n);

/* d.d.d with two equal marks out of - / . and four digits first or last, then nothing, a point or a time of day: 2024-01-31, 31.1.2024, 2024.01.31; or a length of time, or another
 * such date: 2024-01-31/P1M, 2024-01-01/2024-01-31. */
bool logreg__is_date(const char *text);

/* Are dates written in several ways: the year first or last, with one mark or another, with a number for the month or its name? A date of each of two ways to *one and *other. */
bool logreg__dates_differ(const char **one, const char **other, char *const *text, size_t n);

#endif
