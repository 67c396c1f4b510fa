/* Texts that a spreadsheet makes of numbers it takes for days, in its user's language; and numbers with units, which are none. */
#include "harness.h"

#include <string.h>

#include "data/day.h"

static void days(void)
{
    static const char *const are[] = {"28. Mrz",
                                      "19. Feb",
                                      "8-mars",
                                      "8-ao\xc3\xbbt",
                                      "8-f\xc3\xa9vr",
                                      "8-fev",
                                      "8-mrt",
                                      "4-Sept",
                                      "12-juin",
                                      "3-lug",
                                      "Mai 04",
                                      "Jan-20",
                                      "5.6.",
                                      "1-M\xc3\xa4r",
                                      "Okt 2021",
                                      "31-Dez",
                                      "7-ott",
                                      "4 April 2023",
                                      "Apr 4, 2023",
                                      "March 12, 2023 10:15",
                                      "M\xc3\xa4rz 2021",
                                      "02JAN2024",
                                      "10-pa\305\272",
                                      "5-set",
                                      "5. set",
                                      "3-gen",
                                      "1 \305\237ub 2024",
                                      "1-\305\236ub",
                                      "12 \320\264\320\265\320\272\320\260\320\261\321\200\321\217",
                                      "3-elok"};
    static const char *const dates[] = {"2024-01-31",
                                        "31.1.2024",
                                        "2021.01.06.",
                                        "1/31/2024 10:15",
                                        "2024-01-31T10",
                                        "2024-01-31/P1M",
                                        "2024-01-31/PT6H",
                                        "2024-01-01/2024-01-31",
                                        "1.1.2024-31.1.2024",
                                        ("2024-01-01\xe2\x80\x93"
                                         "2024-01-31")},
                             *const no_dates[] = {"2024-01-31/",  "2024-01-31/A", "2024-01-31/Pa",
                                                  "2024-01-31-5", "2024-01-31x",  "31.1.24",
                                                  "1.2.3.4",      "31-1/2024"};
    static const char *const are_not[] = {
        "28", "28.3",    "8 m",       "3 mars bars", "12 marks", "septic", "5 mag", "1.5",        "mars",
        "",   "Mark 12", "marcher 3", "Gen 2",       "3 set",    "LED 12", "1-i",   "Augustus49", "August11"};
    for (size_t i = 0; i < sizeof are / sizeof *are; i++)
        if (!logreg__is_day(are[i]))
            CU_FAIL(are[i]);
    for (size_t i = 0; i < sizeof are_not / sizeof *are_not; i++)
        if (logreg__is_day(are_not[i]))
            CU_FAIL(are_not[i]);
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
        if (!logreg__is_date(dates[i]))
            CU_FAIL(dates[i]);
    for (size_t i = 0; i < sizeof no_dates / sizeof *no_dates; i++)
        if (logreg__is_date(no_dates[i]))
            CU_FAIL(no_dates[i]);
}

static void ways_of_dates(void)
{
    static const struct {
        const char *text[4];
        bool differ;
    } columns[] = {{{"2024-01-31", "2024-02-01", "2024-3-1", "n/a"}, false},
                   {{"2024-01-31", "2024-02-01 10:15", "2024-3-1", "2024-3-2"}, false},
                   {{"2024-01-31", "01/31/2024", "2024-3-1", "2024-3-2"}, true},
                   {{"31.1.2024", "31/1/2024", "1.2.2024", "2.2.2024"}, true},
                   {{"2024-01-31", "1 Apr 2024", "2024-3-1", "2024-3-2"}, true},
                   {{"1 Apr 2024", "02-May-2024", "Jun 3, 2024", "2 Jul 2024"}, false}};
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        char room[4][24], *text[4];
        const char *one, *other;
        for (size_t k = 0; k < 4; k++)
            text[k] = strcpy(room[k], columns[i].text[k]);
        CU_ASSERT_EQUAL(logreg__dates_differ(&one, &other, text, 4), columns[i].differ);
    }
}

enum { TEXTS = 4 };

/* Texts of a column, which all together are dates or none. */
static void columns_of_days(void)
{
    static const struct {
        const char *text[TEXTS];
        bool are;
    } columns[] = {
        {{"01.04.23", "31.12.22", "5.6.23", "1.1.24"}, true},
        {{"4/1/23", "12/31/22", "1/2/23", "10/9/22"}, true},
        {{"4/1/23", "12/31/22", "31/12/23", "10/9/22"}, false}, /* of two orders */
        {{"01-04-23 07:30", "31-12-22 18:05", "05-06-23", "01-01-24"}, true},
        {{"85-04-12", "99-12-31", "01-01-01", "45-07-30"}, true},
        {{"85-04-52", "99-12-31", "01-01-01", "45-07-30"}, false},
        {{"1.2.3", "1.2.4", "1.3.1", "2.1.1"}, false},
        {{"1-2/23", "1-3/23", "1-4/23", "1-5/23"}, false},
        {{"192.168.10", "10.0.10", "10.1.10", "10.2.10"}, false},
        {{"03/2021", "12/2020", "1/2022", "07/2021"}, true},
        {{"2021/03", "2020-12", "2022/1", "2021/07"}, true},
        {{"2021/13", "2020/12", "2022/01", "2021/07"}, false},
        {{"03/1821", "12/1820", "01/1822", "07/1821"}, false},
        {{"2023/0001", "2023/0002", "2023/0003", "2023/0004"}, false},
        {{"04/23", "11/22", "10/23", "12/21"}, true},
        {{"24/12", "01/04", "31/10", "05/05"}, true},
        {{"10/12", "11/12", "12/12", "10/10"}, false}, /* points of twelve */
        {{"1/2", "3/4", "1/4", "1/8"}, false},
        {{"120/80", "110/70", "130/85", "98/60"}, false},
        {{"00/23", "01/23", "02/23", "03/23"}, false},
        {{"", "01/23", "02/23", "03/23"}, false},
        {{"2008-09", "2009-10", "2010-11", "2011-12"}, false}, /* seasons */
        {{"08/09", "09/10", "10/11", "11/12"}, false},
        {{"2008-09", "2009-10", "2010-11", "2011-11"}, true},
    };
    static const unsigned char two[TEXTS] = {1, 1, 0, 0}, but_one[TEXTS] = {0, 1, 1, 1};
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        char *text[TEXTS];
        for (size_t k = 0; k < TEXTS; k++)
            text[k] = (char *)columns[i].text[k];
        if (logreg__texts_days(text, NULL, TEXTS) != columns[i].are)
            CU_FAIL(text[0]);
        CU_ASSERT_FALSE(logreg__texts_days(text, two, TEXTS)); /* two may be classes */
    }
    static const char *const mixed[TEXTS] = {"x", "01.04.23", "31.12.22", "5.6.23"};
    char *last[TEXTS];
    for (size_t k = 0; k < TEXTS; k++)
        last[k] = (char *)mixed[k];
    CU_ASSERT_TRUE(logreg__texts_days(last, but_one, TEXTS));
    CU_ASSERT_FALSE(logreg__texts_days(last, NULL, TEXTS));
}

/* Levels of a category: so many of them are dates. */
static void levels_that_are_days(void)
{
    static const struct {
        const char *text[TEXTS];
        size_t dates;
    } columns[] = {
        {{"11/03/2024", "12/03/2024", "13/03/2024", "14/03/2024"}, 4},
        {{"2024-01", "2024-02", "2024-03", "2024-04"}, 4},
        {{"Jan 2024", "Feb 2024", "Mar 2024", "2024-04-01"}, 4},
        {{"0000-00-00 00:00:00", "2024-01-31 10:00:00", "2024-02-29 10:00:00", "2024-03-31 10:00:00"}, 3},
        {{"-", "01.04.23", "31.12.22", "5.6.23"}, 3},
        {{"0000-00-00", "unknown", "2024-01-31", "2024-02-01"}, 0}, /* two may be groups */
        {{"2024-01-31", "2024-02-01", "2024-02-02", "later"}, 0},
        {{"1-2", "3-4", "5-6", "7-8"}, 0},
        {{"1/2", "1/3", "1/4", "3/4"}, 0},
        {{"0-17", "18-34", "35-64", "65-99"}, 0},
        {{"1-1-1", "1-1-2", "1-2-1", "2-1-1"}, 0},
        {{"Jan", "Feb", "Mar", "Apr"}, 0},
        {{"2020/21", "2021/22", "2022/23", "2023/24"}, 0},
        {{"-", "unknown", "none", "?"}, 0},
    };
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        char *text[TEXTS];
        for (size_t k = 0; k < TEXTS; k++)
            text[k] = (char *)columns[i].text[k];
        if (logreg__count_dates(text, TEXTS) != columns[i].dates)
            CU_FAIL(text[1]);
    }
}

const test_case tests[] = {{"days in several languages", days},
                           {"columns of days", columns_of_days},
                           {"ways of dates", ways_of_dates},
                           {"levels that are days", levels_that_are_days},
                           {NULL, NULL}};
