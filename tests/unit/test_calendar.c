/* Columns of numbers that are dates, in any order of day, month and year; and numbers that look nearly so. */
#include "harness.h"
#include "warned.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg/report.h>

#include "data/calendar.h"
#include "data/cycle.h"
#include "model/model.h"

enum { ROWS = 200 };

/* The i-th of days strewn over three years from 2021 on. */
static void day_of(double part[3], size_t i)
{
    part[0] = (double)(1 + i * 7919 % 28);
    part[1] = (double)(1 + i * 104729 % 12);
    part[2] = (double)(2021 + i * 31 % 3);
}

static double year_first(size_t i)
{
    double d[3];
    day_of(d, i);
    return 1e4 * d[2] + 100 * d[1] + d[0];
}

static double short_year_first(size_t i)
{
    return year_first(i) - 2e7;
}

static double day_first(size_t i)
{
    double d[3];
    day_of(d, i);
    return 1e6 * d[0] + 1e4 * d[1] + d[2];
}

static double short_day_first(size_t i)
{
    double d[3];
    day_of(d, i);
    return 1e4 * d[0] + 100 * d[1] + d[2] - 2000;
}

static double month_first(size_t i)
{
    double d[3];
    day_of(d, i);
    return 1e6 * d[1] + 1e4 * d[0] + d[2];
}

static double short_month_first(size_t i)
{
    double d[3];
    day_of(d, i);
    return 1e4 * d[1] + 100 * d[0] + d[2] - 2000;
}

/* Of the first quarter alone. */
static double short_quarter(size_t i)
{
    return 240000 + (double)(100 * (1 + i % 3) + 1 + i * 7919 % 28);
}

static double one_other(size_t i)
{
    return i == 150 ? 241340 : short_year_first(i);
}

/* Provinces, towns, districts. */
static double place(size_t i)
{
    return (double)(110000 + 100 * (1 + i % 9) + 1 + i % 30);
}

static double eight_digits(size_t i)
{
    return (double)(11012001 + i * 7919 % 20000000);
}

static double of_1821(size_t i)
{
    return day_first(i) - 200;
}

static double half(size_t i)
{
    return short_year_first(i) + 0.5;
}

static double hour(size_t i)
{
    return (double)(100 * (i * 7 % 24) + i * 11 % 60);
}

static double quarter_hour(size_t i)
{
    return (double)(100 * (i * 7 % 24) + 15 * (i * 11 % 4));
}

static double month_of_year(size_t i)
{
    return (double)(100 * (18 + i % 5) + 1 + i * 7 % 12);
}

static double one_hour_off(size_t i)
{
    return i == 77 ? 1260 : hour(i);
}

static double tens(size_t i)
{
    return (double)(100 * (i * 7 % 24) + 10 * (i * 11 % 6));
}

static double lasts(size_t i)
{
    return (double)(i * 37 % 600);
}

/* 95 to 3 */
static double turn(size_t i)
{
    return (double)((95 + i * 7 % 9) % 100);
}

/* 98 to 1 */
static double short_turn(size_t i)
{
    return (double)((98 + i * 3 % 4) % 100);
}

/* 60 to 24, of births */
static double generations(size_t i)
{
    return (double)((60 + i * 37 % 65) % 100);
}

static double grade_or_98(size_t i)
{
    return i % 17 == 4 ? 98 + (double)(i % 2) : (double)(i % 7);
}

static double half_past(size_t i)
{
    return (double)(100 * (i * 7 % 24) + 30 * (i % 2));
}

/* A trend of 50 seconds each. */
static double fifties(size_t i)
{
    return (double)(50 * (i % 40));
}

static double midnight(size_t i)
{
    return i % 9 ? half_past(i) : 2400;
}

static double whole_century(size_t i)
{
    return (double)(i * 37 % 100);
}

static double percents(size_t i)
{
    return i % 3 ? (double)(91 + i * 7 % 10) : (double)(i % 4);
}

/* From 1922 to 2003, as spreadsheets count days. */
static double born(size_t i)
{
    return (double)(8000 + i * 7919 % 30000);
}

static double birth_years(size_t i)
{
    return (double)(1940 + i * 37 % 60);
}

static double since_1970(size_t i)
{
    return (double)(1500 + i * 7919 % 12000);
}

static const struct {
    const char *name;
    double (*x)(size_t);
    logreg__calendar want;
} columns[] = {
    {"V1", year_first, LOGREG__DAYS},
    {"V1", short_year_first, LOGREG__DAYS},
    {"V1", day_first, LOGREG__DAYS_FIRST},
    {"V1", short_day_first, LOGREG__DAYS_FIRST},
    {"V1", month_first, LOGREG__MONTHS_FIRST},
    {"V1", short_month_first, LOGREG__MONTHS_FIRST},
    {"Datum", short_quarter, LOGREG__DAYS},
    {"data_nascita", short_quarter, LOGREG__DAYS},
    {"enrolled", short_quarter, LOGREG__DAYS},
    {"V1", short_quarter, LOGREG__NO_DATES},
    {"patient_id", short_quarter, LOGREG__NO_DATES},
    {"patient_id", short_year_first, LOGREG__NO_DATES},
    {"Datum", one_other, LOGREG__NO_DATES},
    {"county", place, LOGREG__NO_DATES},
    {"V1", eight_digits, LOGREG__NO_DATES},
    {"V1", of_1821, LOGREG__NO_DATES},
    {"Datum", half, LOGREG__NO_DATES},
    {"V1", hour, LOGREG__HOURS},
    {"V1", quarter_hour, LOGREG__HOURS},
    {"CRS_DEP_TIME", half_past, LOGREG__HOURS},
    {"V1", half_past, LOGREG__NO_DATES},
    {"time", fifties, LOGREG__NO_DATES},
    {"start", midnight, LOGREG__HOURS},
    {"V1", month_of_year, LOGREG__SHORT_MONTHS},
    {"V1", one_hour_off, LOGREG__NO_DATES},
    {"V1", tens, LOGREG__NO_DATES},
    {"V1", lasts, LOGREG__NO_DATES},
    {"case_id", hour, LOGREG__NO_DATES},
    {"V1", turn, LOGREG__SHORT_YEARS},
    {"yr", short_turn, LOGREG__SHORT_YEARS},
    {"A\303\261o", short_turn, LOGREG__SHORT_YEARS},
    {"V1", short_turn, LOGREG__NO_DATES}, /* 98 and 99 may be missing */
    {"birth_year", generations, LOGREG__SHORT_YEARS},
    {"V1", generations, LOGREG__SHORT_YEARS},
    {"year", grade_or_98, LOGREG__NO_DATES},
    {"year", whole_century, LOGREG__NO_DATES},
    {"V1", percents, LOGREG__NO_DATES},
    {"DOB", born, LOGREG__SERIALS},
    {"DoB", born, LOGREG__SERIALS},
    {"patient_dob", born, LOGREG__SERIALS},
    {"Geburtsdatum", born, LOGREG__SERIALS},
    {"Date de naissance", born, LOGREG__SERIALS},
    {"fecha_nacimiento", born, LOGREG__SERIALS},
    {"Date of Birth", born, LOGREG__SERIALS},
    {"birth_weight", born, LOGREG__NO_DATES},
    {"salary", born, LOGREG__NO_DATES},
    {"DOB", birth_years, LOGREG__NO_DATES},
    {"DOB", since_1970, LOGREG__NO_DATES},
};

static double outcome(size_t i)
{
    return (double)((i * 31 % 17 + i % 5) % 3 == 0);
}

static logreg_frame *table(const char *name, double (*x)(size_t))
{
    double a[ROWS], y[ROWS];
    logreg_frame *f = NULL;
    for (size_t i = 0; i < ROWS; i++) {
        a[i] = x(i);
        y[i] = outcome(i);
    }
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, name, a, ROWS, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, "y", y, ROWS, 1, NULL), LOGREG_OK);
    return f;
}

static void knows_each_order(void)
{
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        logreg_frame *f = table(columns[i].name, columns[i].x);
        logreg__calendar got = logreg__calendar_of(&f->column[0], ROWS);
        if (got != columns[i].want)
            printf("# row %zu, %s: %d\n", i, columns[i].name, (int)got);
        CU_ASSERT_EQUAL(got, columns[i].want);
        logreg_frame_free(f);
    }
}

/* ---- Numbers that begin again ---- */

static double month_number(size_t i)
{
    return (double)(1 + i * 7 % 12);
}

static double summer(size_t i)
{
    return (double)(5 + i % 5);
}

static double hour_number(size_t i)
{
    return (double)(i * 7 % 24);
}

static double half_hour(size_t i)
{
    return (double)(i * 7 % 48) / 2;
}

static double degrees(size_t i)
{
    return (double)(i * 77 % 3601) / 10;
}

static void knows_what_begins_again(void)
{
    static const struct {
        const char *name;
        double (*x)(size_t);
        logreg__cycle want;
    } table_of[] = {
        {"Month", month_number, LOGREG__CYCLE_MONTHS},
        {"month_of_birth", month_number, LOGREG__CYCLE_MONTHS},
        {"Month", summer, LOGREG__NO_CYCLE},
        {"V1", month_number, LOGREG__NO_CYCLE},
        {"MM", month_number, LOGREG__CYCLE_MONTHS},
        {"mm", month_number, LOGREG__NO_CYCLE},     /* of rain */
        {"months", month_number, LOGREG__NO_CYCLE}, /* how many */
        {"hour", hour_number, LOGREG__CYCLE_HOURS},
        {"hour", half_hour, LOGREG__NO_CYCLE},
        {"hour worked", hour_number, LOGREG__NO_CYCLE},
        {"hour", hour, LOGREG__NO_CYCLE},
        {"wind_dir", degrees, LOGREG__CYCLE_DEGREES},
        {"wind_speed", degrees, LOGREG__NO_CYCLE},
        {"wind_dir", hour_number, LOGREG__NO_CYCLE},
    };
    for (size_t i = 0; i < sizeof table_of / sizeof *table_of; i++) {
        logreg_frame *f = table(table_of[i].name, table_of[i].x);
        logreg__cycle got = logreg__cycle_of(&f->column[0], ROWS);
        if (got != table_of[i].want)
            printf("# row %zu, %s: %d\n", i, table_of[i].name, (int)got);
        CU_ASSERT_EQUAL(got, table_of[i].want);
        logreg_frame_free(f);
    }
}

/* ---- What a fit says, now and when the model is read again ---- */

static void fits_tell_them(void)
{
    static const struct {
        double (*x)(size_t);
        const char *want;
    } told[] = {
        {short_day_first,
         "V1 holds dates written as numbers, such as 10121, which put the first of any month before any "
         "second. If time matters"},
        {month_first, "V1 holds dates written as numbers, such as 1012021, which put all Januaries before "
                      "any February. If"},
        {turn,
         "V1 holds years in two digits: 1999 counts as 99, and the year behind it as 0. If time matters"}};
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        logreg_frame *f = table("V1", told[i].x);
        logreg_model *m = NULL;
        CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&m, f, "y ~ V1", NULL, NULL), LOGREG_OK);
        char *now = warnings_kept(m);
        if (!strstr(now, told[i].want))
            printf("# row %zu: %s\n", i, now);
        CU_ASSERT_PTR_NOT_NULL(strstr(now, told[i].want));
        free(now);
        logreg_model_free(m);
        logreg_frame_free(f);
    }
}

const test_case tests[] = {{"knows each order", knows_each_order},
                           {"knows what begins again", knows_what_begins_again},
                           {"fits tell them", fits_tell_them},
                           {NULL, NULL}};
