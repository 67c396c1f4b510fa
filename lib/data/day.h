/* Days and months in words, as programs and people write them. */
#ifndef LOGREG_DATA_DAY_H
#define LOGREG_DATA_DAY_H

#include <stdbool.h>

/* 02-Jan, 2 Jan 2024, 02JAN2024, Jan-02, 01.02. */
bool logreg__is_day(const char *text);

#endif
