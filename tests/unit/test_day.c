/* Texts that a spreadsheet makes of numbers it takes for days, in its user's language; and numbers with units, which are none. */
#include "harness.h"

#include "data/day.h"

static void days(void)
{
    static const char *const are[] = {"28. Mrz", "19. Feb", "8-mars", "8-ao\xc3\xbbt", "8-f\xc3\xa9vr",
                                      "8-fev",   "8-mrt",   "4-Sept", "12-juin",       "3-lug",
                                      "Mai 04",  "Jan-20",  "5.6.",   "1-M\xc3\xa4r",  "Okt 2021",
                                      "31-Dez",  "7-ott"};
    static const char *const are_not[] = {"28",     "28.3",  "8 m", "3 mars bars", "12 marks",
                                          "septic", "5 mag", "1.5", "mars",        ""};
    for (size_t i = 0; i < sizeof are / sizeof *are; i++)
        if (!logreg__is_day(are[i]))
            CU_FAIL(are[i]);
    for (size_t i = 0; i < sizeof are_not / sizeof *are_not; i++)
        if (logreg__is_day(are_not[i]))
            CU_FAIL(are_not[i]);
}

const test_case tests[] = {{"days in several languages", days}, {NULL, NULL}};
