/* Days and months as programs and people write them. */
#ifndef LOGREG_DATA_DAY_H
#define LOGREG_DATA_DAY_H

#include <stdbool.h>

/* 02-Jan, 2 Jan 2024, 02JAN2024, Jan-02, 01.02. */
bool logreg__is_day(const char *text);

/* d.d.d with two equal marks out of - / . and four digits first or last, then nothing or a time of day: 2024-01-31, 31.1.2024. */
bool logreg__is_date(const char *text);

#endif
