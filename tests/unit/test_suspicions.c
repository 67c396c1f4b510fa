/* What a fit's report says of numbers that are not what they look like: missing values, zeros, dates, IDs. */
#include "harness.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <logreg/report.h>

#include "oom.h"
#include "warned.h"

#include "data/calendar.h"
#include "data/twice.h"
#include "model/model.h"

enum { N = 60 };

/* ---- Columns ---- */

static double scale(size_t i, size_t top)
{
    return (double)(1 + i * i % 17 % top);
}

static double scale_of_five(size_t i)
{
    return scale(i, 5);
}

static double scale_dk(size_t i)
{
    return i % 9 == 4 ? 9 : i % 14 == 3 ? 8 : scale(i, 4);
}

static double scale_7_9(size_t i)
{
    return i % 15 == 4 ? 7 : i % 20 == 3 ? 9 : scale(i, 5);
}

static double scale_8(size_t i)
{
    return i % 9 == 4 ? 8 : (double)(1 + i * 7 % 5);
}

static double scale_8_twice(size_t i)
{
    return i == 4 || i == 40 ? 8 : (double)(1 + i * 7 % 5);
}

static double from_0_8(size_t i)
{
    return i % 9 == 4 ? 8 : (double)(i * 7 % 6);
}

static double to_six_9(size_t i)
{
    return i % 15 == 4 ? 9 : (double)(i % 6 + 1);
}

static double scale_minus_8(size_t i)
{
    return i % 9 == 4 ? -8 : scale(i, 5);
}

static double survey(size_t i)
{
    static const double why[] = {-9, -8, -2, -1};
    return i % 9 == 4 ? why[i / 9 % 4] : scale(i, 5);
}

static double survey_minus_1(size_t i)
{
    return i % 9 == 4 ? -1 : scale(i, 5);
}

static double survey_from_0(size_t i)
{
    return i % 9 == 4 ? -9 : i % 14 == 3 ? -1 : (double)(i % 7);
}

/* Of which people have more or fewer than before. */
static double change(size_t i)
{
    return i == 9 ? -7 : i % 9 == 4 ? -2 - (double)(i % 4) : scale(i, 5) - 1;
}

static double without_middle(size_t i)
{
    double x = (double)(i * i % 17 % 4) - 2;
    return x < 0 ? x : x + 1;
}

static double ten_and_96(size_t i)
{
    return i % 12 == 5 ? 96 : (double)(1 + i % 10);
}

static double to_66(size_t i)
{
    return i % 12 == 5 ? (double)(66 + 11 * (i / 12 % 4)) : (double)(i % 10);
}

/* 96 is the largest of those that grow. */
static double grows_to_96(size_t i)
{
    return i % 12 == 5 ? 96 : (double)(1 + i % 12 * (i % 12) % 61);
}

static double income(size_t i)
{
    return i % 14 == 3 ? -9 : i % 29 == 4 ? -7 : 800 + (double)(i * 7919 % 19000) + 0.25;
}

static double income_or_none(size_t i)
{
    return i % 10 == 1 ? 0 : income(i);
}

static double heaped(size_t i)
{
    return i % 14 == 3 ? -7 : 500 * (double)(2 + i * i % 31 % 18);
}

static double loss_or_gain(size_t i)
{
    return i % 7 == 3 ? -0.5 * (double)(1 + i % 5) : (double)(i * 7919 % 1900) / 10;
}

/* Incomes as a census has them. */
static double census(size_t i)
{
    return i % 25 == 7 ? 9999998 : i % 9 == 4 ? 9999999 : 100 * (double)(i * 7919 % 2500);
}

static double sevens(size_t i)
{
    return i % 25 == 7 ? 9999999 : i % 9 == 4 ? 7777777 : 100 * (double)(80 + i * 7919 % 820);
}

static double eights(size_t i)
{
    return i % 9 == 4 ? 888888 : 100 * (double)(80 + i * 7919 % 820);
}

/* In one row, which proves nothing. */
static double one_of_sevens(size_t i)
{
    return i == 9 ? 7777777 : 100 * (double)(80 + i * 7919 % 320);
}

static double prices(size_t i)
{
    static const double all[] = {44444, 55555, 66666, 77777, 88888};
    return all[i * 7 % 5];
}

/* Reasons below a scale from 0 to 12, and a difference with the same ends, all of whose values are alike often. */
static double depression(size_t i)
{
    return i % 20 == 3 ? -1 : i % 20 == 9 ? -2 : (double)(i * 7 % 13);
}

static double gained(size_t i)
{
    return (double)(i * 7 % 15) - 2;
}

static double lower(size_t i)
{
    return (double)(i * 7 % 16) - 3;
}

/* The tail of many sums of dice. */
static double bell(size_t i)
{
    return i == 7               ? -2
           : i == 21 || i == 50 ? -1
           : i % 19 == 4        ? 0
                                : (double)(1 + i % 4 + i / 4 % 4 + i / 16 % 4);
}

/* Cigarettes, as people count them. */
static double rounded_count(size_t i)
{
    static const double all[] = {0, 0, 0, 0, 10, 0, 20, 0, 5, 0};
    return i % 12 == 5 ? -1 : all[i % 10];
}

static double from_one_on(size_t i)
{
    return i % 12 == 5 ? -1 : (double)(1 + i * i % 47 % 30);
}

static double proportion(size_t i)
{
    return i % 12 == 5 ? -1 : (double)(i * 37 % 101) / 100;
}

static double detection_limit(size_t i)
{
    return i % 7 == 3 ? -1 : (double)(i * 7919 % 1900) / 1000;
}

/* Ages with a code, and one patient of 88. */
static double aged_88(size_t i)
{
    return i == 5 ? 88 : i % 9 == 4 ? 99 : (double)(20 + i * 37 % 50);
}

/* A day of the month, or refused. */
static double day_88(size_t i)
{
    return i == 5 ? 88 : i % 9 == 4 ? 99 : (double)(1 + i * 7 % 31);
}

static double few_or_minus_1(size_t i)
{
    return i % 12 == 5 ? -1 : (double)(i * i % 17 % 4);
}

static double hundreds(size_t i)
{
    return 100 * scale(i, 5);
}

static double one_minus_5(size_t i)
{
    return i == 3 ? -5 : 30 + (double)(i * 37 % 41);
}

static double one_999(size_t i)
{
    return i == 7 ? 999 : (double)(20 + i * 7 % 41);
}

static double aged(size_t i)
{
    return (double)(20 + i * 7 % 50);
}

static double birth_year(size_t i)
{
    return i == 7 ? 1980 : aged(i);
}

static double aged_232(size_t i)
{
    return i == 7 ? 232 : aged(i);
}

/* As far away, but a digit less is no age. */
static double aged_180(size_t i)
{
    return i == 7 ? 180 : aged(i);
}

static double minus_age(size_t i)
{
    return i == 7 ? -35 : aged(i);
}

static double pressure(size_t i)
{
    return i % 13 == 4 ? 0 : (double)(60 + i * 7 % 53);
}

/* How many children: few have many, and nobody 7 or 8. */
static double children(size_t i)
{
    return i == 5 ? 9 : i == 6 || i == 7 ? 6 : (double)(i % 6);
}

static double visits(size_t i)
{
    return i % 2 ? 0 : (double)(i % 21);
}

static double contrast(size_t i)
{
    return (double)(i % 3) - 1;
}

static double likert(size_t i)
{
    return (double)(i % 5) - 2;
}

static double cylinders(size_t i)
{
    return (double)(4 + 2 * (i % 3));
}

static double ten_points(size_t i)
{
    return (double)(i * 7 % 11);
}

static double day(size_t i)
{
    return (double)(20230000 + 100 * (1 + i % 12) + 1 + i % 28);
}

static double no_day(size_t i)
{
    return (double)(20230000 + 100 * (1 + i % 13) + 1 + i % 28);
}

static double month(size_t i)
{
    return (double)(202000 + 100 * (i % 4) + 1 + i % 12);
}

static double point_month(size_t i)
{
    return (double)(1 + i % 12) + 0.2022;
}

static double serial(size_t i)
{
    return (double)(44000 + i * 37 % 400);
}

static double seconds(size_t i)
{
    return 1.6e9 + (double)(i * 7919 % 5000000);
}

static double milliseconds(size_t i)
{
    return 1000 * seconds(i) + 5;
}

/* Centimetres. */
static double height(size_t i)
{
    return 160 + (double)(i * 7919 % 310) / 10;
}

static double metres(size_t i)
{
    return i % 9 == 4 ? height(i) / 100 : height(i);
}

static double one_metre(size_t i)
{
    return i == 4 ? 1.75 : height(i);
}

static double one_decimetre(size_t i)
{
    return i == 4 ? 17.5 : height(i);
}

static double inches(size_t i)
{
    return i % 9 == 4 ? height(i) / 2.54 : height(i);
}

static double half_metres(size_t i)
{
    return i % 2 ? height(i) / 100 : height(i);
}

/* More of them than not, from 400 to 2400 and a hundredth of it. */
static double cents(size_t i)
{
    double x = 400 + (double)(i * 7919 % 2001);
    return i % 5 < 3 ? x : x / 100;
}

/* A few hundredths at the end of what is spread as wide. */
static double some_cents(size_t i)
{
    return i % 9 == 4 ? 4 + (double)(i % 4) / 10 : 400 + (double)(i * 7919 % 2001);
}

static double grams(size_t i)
{
    return i % 9 == 4 ? 1000 * (50 + (double)(i % 40)) : 50 + (double)(i * 7 % 53);
}

/* Doses, of which a few are a tenth. */
static double doses(size_t i)
{
    return i % 9 == 4 ? 5 : 50 + 5 * (double)(i % 6);
}

static double spread(size_t i)
{
    return pow(1.1, (double)(i * 7 % 60));
}

static double two_kinds(size_t i)
{
    return i % 3 ? 200 + (double)(i * 7 % 53) : 30 + (double)(i % 7);
}

static double or_none(size_t i)
{
    return i % 30 == 4 ? 0 : metres(i);
}

static double household(size_t i)
{
    return (double)(11001 + i + i / 7);
}

static double counter(size_t i)
{
    return (double)i;
}

static double tick(size_t i)
{
    return i % 3 ? 1 : (double)NAN;
}

/* 40 and twelve digits, the last of which checks the others. */
static double goods(size_t i)
{
    int64_t x = 400000000000 + 7919 * (int64_t)i;
    int sum = 0, weight = 3;
    for (int64_t left = x; left; left /= 10, weight = 4 - weight)
        sum += weight * (int)(left % 10);
    return (double)(10 * x + (10 - sum % 10) % 10);
}

static double no_goods(size_t i)
{
    return goods(i % 20) + 1;
}

static double personal(size_t i)
{
    return 40081472925 + (double)(i * 37 % 61) * 951348107;
}

static double rounded(size_t i)
{
    return 1e9 * (double)(1 + i * 37 % 61);
}

static double pairs(size_t i)
{
    return (double)(11000 + i / 2);
}

static double by_class(size_t i)
{
    return (double)(1 + i % 25);
}

static double by_fives(size_t i)
{
    return (double)(1 + i % 5);
}

static double long_number(size_t i)
{
    return (double)(4000 + i * 37 % 6007);
}

static double broken_sensor(size_t i)
{
    return i % 9 == 4 ? 85 : (double)(i * 37 % 401) / 10;
}

static double hot(size_t i)
{
    return i == 4 || i == 40 ? 85 : (double)(i * 37 % 401) / 10;
}

static double fever(size_t i)
{
    double celsius = 36 + (double)(i * 7 % 37) / 10;
    return i % 6 == 2 ? 32 + 1.8 * celsius : celsius;
}

static double half_fever(size_t i)
{
    double celsius = 36 + (double)(i * 7 % 37) / 10;
    return i % 2 ? 32 + 1.8 * celsius : celsius;
}

static double half_short(size_t i)
{
    return (double)((i % 2 ? 1960 : 60) + i * 7 % 23);
}

static double half_shares(size_t i)
{
    return i % 2 ? (double)(5 + i * 7 % 90) : (double)(5 + i * 7 % 90) / 100;
}

/* Two groups of whole numbers, the one ten times the other. */
static double half_tenths(size_t i)
{
    return (double)(40 + i * 7 % 53) * (i % 2 ? 10 : 1);
}

static double warm(size_t i)
{
    double fahrenheit = 97 + (double)(i * 7 % 67) / 10;
    return i % 6 == 2 ? (fahrenheit - 32) / 1.8 : fahrenheit;
}

static double micromoles(size_t i)
{
    double mg = 0.5 + (double)(i * 11 % 59) / 30;
    return i % 4 == 1 ? 88.42 * mg : mg;
}

static double versions(size_t i)
{
    return 2 + (double)(i % 4) / 10;
}

static double outcome(size_t i)
{
    return (double)((i * 31 % 17 + i % 5) % 3 == 0);
}

static double outcome_9(size_t i)
{
    return i % 20 == 3 ? 9 : outcome(i);
}

static logreg_frame *table(const char *name, double (*x)(size_t), double (*y)(size_t))
{
    double a[N], b[N];
    logreg_frame *f = NULL;
    for (size_t i = 0; i < N; i++) {
        a[i] = x(i);
        b[i] = y(i);
    }
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, name, a, N, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, "y", b, N, 1, NULL), LOGREG_OK);
    return f;
}

/* ---- What is said ---- */

static const struct {
    const char *name;
    double (*x)(size_t), (*y)(size_t);
    const char *want; /* the beginning of a warning; NULL: there is none of these */
} told[] = {
    {"q", scale_dk, outcome,
     "Missing in disguise. 8 and 9 in 11 of 60 rows of q, where all others lie from 1 to 4."},
    {"q", scale_7_9, outcome,
     "Missing in disguise. 7 and 9 in 7 of 60 rows of q, where all others lie from 1 to 5."},
    {"q", scale_8, outcome, "Missing in disguise. 8 in 7 of 60 rows of q, where all others lie from 1 to 5."},
    {"household", scale_8, outcome, NULL},
    {"q", scale_8_twice, outcome, NULL},
    {"q", from_0_8, outcome, NULL},
    {"q", to_six_9, outcome,
     "Missing in disguise. 9 in 4 of 60 rows of q, where all others lie from 1 to 6."},
    {"q", scale_minus_8, outcome,
     "Missing in disguise. \xe2\x88\x92"
     "8 in 7 of 60 rows of q, where all others lie from 1 to 5."},
    {"q", survey, outcome,
     "Missing in disguise. \xe2\x88\x92"
     "9, \xe2\x88\x92"
     "8, \xe2\x88\x92"
     "2 and \xe2\x88\x92"
     "1 in 7 of 60 rows of q, where all others lie from 1 to 5."},
    {"q", survey_minus_1, outcome, "--na-values q=-1 leaves such rows out."},
    {"q", survey_from_0, outcome, "--na-values q=-9,q=-1 leaves such rows out."},
    {"q", ten_and_96, outcome, "--na-values q=96 leaves such rows out."},
    {"q", to_66, outcome, "--na-values q=66,q=77,q=88,q=99 leaves such rows out."},
    {"age", aged_88, outcome, "99 in 7 of 60 rows of age, where all others lie from 20 to 88."},
    {"day", day_88, outcome, "--na-values day=88,day=99 leaves such rows out."},
    {"kids", few_or_minus_1, outcome, "--na-values kids=-1 leaves such rows out."},
    {"change", few_or_minus_1, outcome, NULL},
    {"income", income, outcome, "--na-values income=-9,income=-7 leaves such rows out."},
    {"income", income_or_none, outcome, "--na-values income=-9,income=-7 leaves such rows out."},
    {"income", heaped, outcome, "--na-values income=-7 leaves such rows out."},
    {"q", change, outcome, NULL},
    {"q", without_middle, outcome, NULL},
    {"size", grows_to_96, outcome, NULL},
    {"profit", loss_or_gain, outcome, NULL},
    {"inctot", census, outcome, "--na-values inctot=9999998,inctot=9999999 leaves such rows out."},
    {"income", sevens, outcome, "--na-values income=7777777,income=9999999 leaves such rows out."},
    {"income", eights, outcome, "--na-values income=888888 leaves such rows out."},
    {"income", one_of_sevens, outcome, "Values apart. 7777777 in 1 of 60 rows of income"},
    {"price", prices, outcome, NULL},
    {"eurod", depression, outcome, "--na-values eurod=-2,eurod=-1 leaves such rows out."},
    {"change", depression, outcome, NULL},
    {"Tmin", depression, outcome, NULL},
    {"x", gained, outcome, NULL},
    {"x", lower, outcome, NULL},
    {"x", bell, outcome, NULL},
    {"visits", bell, outcome, "--na-values visits=-2,visits=-1 leaves such rows out."},
    {"cigs", rounded_count, outcome, "--na-values cigs=-1 leaves such rows out."},
    {"x", from_one_on, outcome, "--na-values x=-1 leaves such rows out."},
    {"x", proportion, outcome, "--na-values x=-1 leaves such rows out."},
    {"lead", detection_limit, outcome, "--na-values lead=-1 leaves such rows out."},
    {"weight", one_minus_5, outcome,
     "5 in 1 of 60 rows of weight, where all others lie from 30 to 70: a digit or a sign"},
    {"age", one_999, outcome,
     "Missing in disguise. 999 in 1 of 60 rows of age, where all others lie from 20 to 60."},
    {"age", birth_year, outcome,
     "Values apart. 1980 in 1 of 60 rows of age, where all others lie from 20 to 69"},
    {"age", aged_232, outcome, "Values apart. 232 in 1 of 60 rows of age"},
    {"age", minus_age, outcome,
     "Values apart. \xe2\x88\x92"
     "35 in 1 of 60 rows of age"},
    {"age", aged_180, outcome, "180 in 1 of 60 rows of age"},
    {"V1", aged_180, outcome, "180 in 1 of 60 rows of V1"},
    {"bp", pressure, outcome, "Zeros apart. 0 in 5 of 60 rows of bp, where all others lie from 60 to 112."},
    {"x", scale_7_9, outcome_9, "--na-values x=7,x=9,y=9 leaves such rows out."},
    {"seen", day, outcome, "Dates. seen holds dates written as numbers, such as 20230101"},
    {"seen", month, outcome, "Dates. seen holds months written as numbers, such as 202001"},
    {"seen", point_month, outcome, "Dates. seen holds months such as 1.2022"},
    {"visit_date", serial, outcome, "Dates. visit_date holds days since 1900"},
    {"Enrolled", serial, outcome, "Dates. Enrolled holds days since 1900"},
    {"createdAt", seconds, outcome, "Dates. createdAt holds seconds since 1970"},
    {"ts", milliseconds, outcome, "Dates. ts holds milliseconds since 1970"},
    {"V1", counter, outcome, "Numbers of rows. V1 seems only to number rows, persons"},
    {"height", metres, outcome,
     "Two units. height is 1.627 to 1.908 in 7 of 60 rows and 160 to 190.9 in all others; times 100 they "
     "would lie "
     "among those, so that two units may stand in one column. This fit takes them as they stand. If they are "
     "two "
     "units, write all in one."},
    {"height", half_metres, outcome, "in 30 of 60 rows and 160 to 190.8 in all others; times 100 they would"},
    {"price", cents, outcome, "in 24 of 60 rows and "},
    {"price", some_cents, outcome, NULL},
    {"temp", half_fever, outcome, "in 30 of 60 rows and 96.8 to 103.28 in all others; in degrees Fahrenheit"},
    {"year_built", half_short, outcome,
     "in 30 of 60 rows and 1960 to 1982 in all others; with 1900 added they would"},
    {"share", half_shares, outcome, "in all others; times 100 they would lie among those"},
    {"x", half_tenths, outcome, NULL},
    {"height", one_metre, outcome,
     "height is 1.75 in 1 of 60 rows and 160 to 190.9 in all others; times 100 it would lie"},
    {"height", inches, outcome, "times 2.54 they would lie among those"},
    {"weight", grams, outcome, "in all others; divided by 1000 they would lie among those"},
    {"rain", broken_sensor, outcome, "--na-values rain=85 leaves such rows out."},
    {"rain", hot, outcome, NULL},
    {"temp", fever, outcome, "in all others; in degrees Celsius they would lie among those"},
    {"temp", warm, outcome, "in all others; in degrees Fahrenheit they would lie among those"},
    {"s_creatinine", micromoles, outcome, "in all others; divided by 88.42 they would lie among those"},
    {"x", micromoles, outcome, NULL},
    {"height", one_decimetre, outcome,
     "17.5 in 1 of 60 rows of height, where all others lie from 160 to 190.9: a digit too few"},
    {"dose", doses, outcome, NULL},
    {"income", spread, outcome, NULL},
    {"x", two_kinds, outcome, NULL},
    {"height", or_none, outcome, NULL},
    {"hhid", household, outcome, "--exclude hhid leaves it out"},
    {"Patient No", long_number, outcome, "Numbers of rows. Patient No seems only"},
    {"Kunde", long_number, outcome, "--exclude Kunde leaves it out"},
    {"SEQN", long_number, outcome, "--exclude SEQN leaves it out"},
    {"phone", long_number, outcome, "Numbers of rows."},
    {"owns_car", tick, outcome,
     "Ticks. owns_car holds nothing but 1, and in 20 of 60 rows nothing, and rows without are left out."},
    {"region", scale_of_five, outcome, "--categorical region gives each a coefficient"},
    {"Store_Code", scale_of_five, outcome, "Codes as numbers. Store_Code holds numbers"},
    {"marital_status", scale_of_five, outcome, "Codes as numbers. marital_status holds numbers"},
    {"Insurance", scale_of_five, outcome, "Codes as numbers. Insurance holds numbers"},
    {"insurance", hundreds, outcome, NULL}, /* what it costs */
    {"SITEID", scale_of_five, outcome, "Codes as numbers. SITEID holds numbers"},
    {"day_of_week", scale_of_five, outcome, "Codes as numbers. day_of_week holds numbers"},
    {"app_version", versions, outcome, "Codes as numbers. app_version holds numbers"},
    {"conversion", versions, outcome, NULL},
    {"storenbr", scale_of_five, outcome, "--categorical storenbr gives each"},
    {"Ward No.", scale_of_five, outcome, "--categorical 'Ward No.' gives each"},
    {"ZentrumNr", scale_of_five, outcome, "--categorical ZentrumNr gives each"},
    {"batch", scale_of_five, outcome, "--categorical batch gives each"},
    {"Distrito", scale_of_five, outcome, "Codes as numbers. Distrito holds numbers"},
    {"Stadtteil", scale_of_five, outcome, "--categorical Stadtteil gives each"},
    {"Okr\304\231g", scale_of_five, outcome, "--categorical Okr\304\231g gives each"},
    {"wealth_group", scale_of_five, outcome, NULL},
    {"pupil_id", scale_of_five, outcome, "--categorical pupil_id gives each"},
    {"number_of_wards", scale_of_five, outcome, NULL},
    {"service", scale_of_five, outcome, NULL},
    {"paid", scale_of_five, outcome, NULL},
    {"item", goods, outcome, "--exclude item leaves it out"},
    {"item", no_goods, outcome, NULL},
    {"PESEL", personal, outcome, "--exclude PESEL leaves it out"},
    {"turnover", personal, outcome, NULL},
    {"assets", rounded, outcome, NULL},
    {"household", pairs, outcome,
     "Numbers of rows. household seems only to number rows, persons, places or things"},
    {"V3", pairs, outcome, "--exclude V3 leaves it out"},
    {"age", pairs, outcome, NULL},
    {"Lfd.", by_class, outcome, "--exclude 'Lfd.' leaves it out"},
    {"visit", by_class, outcome, NULL},
    {"week9", by_fives, outcome, NULL},
    {"days_in_hospital", scale_of_five, outcome, NULL},
    {"regional", scale_of_five, outcome, NULL},
    {"region", contrast, outcome, NULL},
    {"kids", children, outcome, NULL},
    {"visits", visits, outcome, NULL},
    {"effect", contrast, outcome, NULL},
    {"opinion", likert, outcome, NULL},
    {"cyl", cylinders, outcome, NULL},
    {"pain", ten_points, outcome, NULL},
    {"salary", no_day, outcome, NULL},
    {"price", serial, outcome, NULL},
    {"revenue", seconds, outcome, NULL},
    {"day", counter, outcome, NULL},
    {"income", long_number, outcome, NULL},
};

static bool says_any(const char *text)
{
    return strstr(text, "Ticks") || strstr(text, "Codes") || strstr(text, "disguise") ||
           strstr(text, "Zeros") || strstr(text, "Dates") || strstr(text, "Numbers of rows") ||
           strstr(text, "Two units") || strstr(text, "Values apart");
}

static void names_what_stands_there(void)
{
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        logreg_frame *f = table(told[i].name, told[i].x, told[i].y);
        logreg_model *m = NULL;
        logreg_options o = logreg_options_default();
        o.listed = true;
        CU_ASSERT_EQUAL(logreg_fit_formula(&m, f, "y ~ .", &o, NULL), LOGREG_OK);
        char *text = warnings_of(m);
        bool good = told[i].want ? strstr(text, told[i].want) != NULL : !says_any(text);
        if (!good)
            printf("# %s, row %zu: %s\n", told[i].name, i, text);
        CU_ASSERT_TRUE(good);
        free(text);
        logreg_model_free(m);
        logreg_frame_free(f);
    }
}

static void is_silent_where_it_was_meant(void)
{
    logreg_options chosen = logreg_options_default(), bare = chosen;
    chosen.chosen = true;
    bare.measures = false;
    static const char *const silent[] = {"y ~ C(q)", "y ~ 1"};
    logreg_frame *f = table("q", scale_7_9, outcome), *counts = table("V1", counter, outcome);
    for (size_t i = 0; i < 4; i++) {
        logreg_model *m = NULL;
        const logreg_options *o = i < 2 ? NULL : i == 2 ? &chosen : &bare;
        CU_ASSERT_EQUAL(logreg_fit_formula(&m, i < 2 ? f : counts, i < 2 ? silent[i] : "y ~ V1", o, NULL),
                        LOGREG_OK);
        char *text = warnings_of(m);
        CU_ASSERT_FALSE(says_any(text));
        free(text);
        logreg_model_free(m);
    }
    logreg_frame_free(f);
    logreg_frame_free(counts);
}

/* ---- In a model's file ---- */

static void stays_with_the_model(void)
{
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        logreg_frame *f = table(told[i].name, told[i].x, told[i].y);
        logreg_model *m = NULL;
        CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&m, f, "y ~ .", NULL, NULL), LOGREG_OK);
        free(warnings_kept(m));
        logreg_model_free(m);
        logreg_frame_free(f);
    }
}

static const struct {
    const char *from, *to, *want;
} damaged[] = {
    {"\"kind\": \"sentinel\"", "\"kind\": \"omen\"", "'kind' holds a word that is not known"},
    {"\"kind\": \"sentinel\"", "\"kind\": \"date\"", "'calendar' holds a word that is not known"},
    {"\"column\": \"q\",\n   \"numbers\"", "\"column\": 3,\n   \"numbers\"", "'column'"},
    {"\"numbers\": [", "\"numbers\": [1, 2, 3, 4, 5, 6, 7, 8, ", "'numbers' has the wrong length"},
    {"\"n_rows\": 7", "\"n_rows\": -7", "'n_rows'"},
    {"\"low\": 1.0", "\"low\": null", "'low' should be a number"},
    {"\"high\": 5.0", "\"high\": \"5\"", "'high' should be a number"},
    {"\"suspicions\": [", "\"suspicions\": {}, \"other\": [", "'suspicions'"},
    {"\"suspicions\": [", "\"alike_command\": 3, \"suspicions\": [", "'alike_command'"},
    {"\"kind\": \"sentinel\"", "\"kind\": \"units\"", "'factor'"},
};

static void believes_no_file(void)
{
    char path[] = "/tmp/suspicions-XXXXXX", text[1 << 16];
    int fd = mkstemp(path);
    CU_ASSERT_TRUE_FATAL(fd >= 0);
    close(fd);
    logreg_frame *f = table("q", scale_7_9, outcome);
    logreg_model *m = NULL;
    CU_ASSERT_EQUAL(logreg_fit_formula(&m, f, "y ~ q", NULL, NULL), LOGREG_OK);
    for (size_t i = 0; i < sizeof damaged / sizeof *damaged; i++) {
        CU_ASSERT_EQUAL(logreg_model_save(m, path, NULL), LOGREG_OK);
        FILE *file = fopen(path, "r");
        size_t n = fread(text, 1, sizeof text - 1, file);
        text[n] = '\0';
        char *suspicions = strstr(text, "\"suspicions\""),
             *at = suspicions ? strstr(suspicions, damaged[i].from) : NULL;
        CU_ASSERT_PTR_NOT_NULL_FATAL(at);
        file = freopen(path, "w", file);
        fwrite(text, 1, (size_t)(at - text), file);
        fputs(damaged[i].to, file);
        fputs(at + strlen(damaged[i].from), file);
        fclose(file);
        logreg_error err = {0};
        logreg_model *read = NULL;
        CU_ASSERT_EQUAL(logreg_model_load(&read, path, &err), LOGREG_EDATA);
        if (!strstr(err.message, damaged[i].want))
            printf("# row %zu: %s\n", i, err.message);
        CU_ASSERT_PTR_NOT_NULL(strstr(err.message, damaged[i].want));
    }
    remove(path);
    logreg_model_free(m);
    logreg_frame_free(f);
}

/* ---- Rows twice ---- */

/* Rows that repeat the one before: every ninth of them, or none. */
static size_t case_of(size_t i)
{
    return i % 10 == 9 ? i - 1 : i;
}

static double number_of_case(size_t i)
{
    return (double)(1000 + case_of(i) * 37 % 101) / 8;
}

static double number_of_row(size_t i)
{
    return (double)(1000 + i * 37 % 101) / 8;
}

static double few_of_case(size_t i)
{
    return (double)(case_of(i) * 5 % 7);
}

static double half_of_case(size_t i)
{
    return (double)(case_of(i) * 37 % 101 / 51);
}

static double outcome_of_case(size_t i)
{
    return (double)(case_of(i) * 31 % 17 % 3 > 0);
}

static double shared_by_three(size_t i)
{
    return (double)(case_of(i) / 4);
}

/* Pens of three animals with what was measured of the pen, where outcomes differ in some pens alone; and rows in which nothing stands at the end. */
static double altitude_of_pen(size_t i)
{
    return (double)(1000 + i / 3 * 37 % 101) / 8;
}

static double acid_of_pen(size_t i)
{
    return (double)(i / 3 * 29 % 53);
}

static double soil_of_pen(size_t i)
{
    return (double)(i / 3 * 7 % 5);
}

static double outcome_in_pen(size_t i)
{
    return (double)(i / 3 * 29 % 53 > 26 || i % 12 == 1);
}

static double then_nothing(size_t i)
{
    return i < 40 ? number_of_row(i) : NAN;
}

static double missing_in_half(size_t i)
{
    return i % 4 > 1 ? NAN : number_of_case(i);
}

/* Each of ten rows in five places, numbered by where they stand; every row of the place; and so but for what is measured. */
static double place_of_row(size_t i)
{
    return (double)i;
}

static double few_of_five(size_t i)
{
    return (double)(i * 7 % 10 * 3 % 4);
}

static double more_of_five(size_t i)
{
    return (double)(i * 7 % 10 * 9 % 10);
}

static double other_of_five(size_t i)
{
    return (double)((i * 7 % 10 * 3 + 1) % 7);
}

static double outcome_of_five(size_t i)
{
    return (double)(i * 7 % 10 % 3 > 0);
}

static double outcome_by_chance(size_t i)
{
    return (double)(i * i * 11 % 23 > 9);
}

static const struct {
    double (*x[4])(size_t i);
    size_t rows, want, first;
} repeating[] = {
    {{number_of_case, few_of_case, shared_by_three, outcome_of_case}, N, 6, 9},
    {{few_of_case, outcome_of_case, shared_by_three, number_of_case}, N, 6, 9},  /* the key is the last */
    {{number_of_case, few_of_case, shared_by_three, outcome_of_case}, 19, 0, 0}, /* of too few rows */
    {{number_of_row, few_of_case, shared_by_three, outcome_of_case}, N, 0, 0},   /* a number of rows */
    {{few_of_case, few_of_case, few_of_case, outcome_of_case}, N, 0, 0},         /* few values each */
    {{shared_by_three, few_of_case, few_of_case, outcome_of_case}, N, 0, 0},     /* which others share */
    {{altitude_of_pen, acid_of_pen, soil_of_pen, outcome_in_pen}, N, 0, 0},      /* replicates */
    {{then_nothing, then_nothing, then_nothing, then_nothing}, N, 0, 0},
    {{missing_in_half, few_of_case, few_of_case, outcome_of_case}, N, 0, 0},
    {{number_of_case, number_of_case, half_of_case, half_of_case}, N, 0, 0}, /* what follows from the key */
    {{number_of_case, outcome_of_case, number_of_case, outcome_of_case}, 20, 0, 0}, /* chance may be it */
    {{few_of_five, more_of_five, other_of_five, outcome_of_five}, 50, 40, 10},      /* copies in any order */
    {{place_of_row, more_of_five, other_of_five, few_of_five}, 50, 40, 10},         /* that are numbered */
    {{few_of_five, more_of_five, other_of_five, outcome_by_chance}, 50, 0, 0},
};

enum { NUMBERED = 12 };

static logreg_frame *frame_repeating(size_t t)
{
    static const char *const name[] = {"a", "b", "c", "y"};
    logreg_frame *f = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f, NULL), LOGREG_OK);
    for (size_t j = 0; j < 4; j++) {
        double value[N];
        for (size_t i = 0; i < repeating[t].rows; i++)
            value[i] = repeating[t].x[j](i);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, name[j], value, repeating[t].rows, 1, NULL),
                              LOGREG_OK);
    }
    return f;
}

static void finds_rows_that_repeat(void)
{
    for (size_t t = 0; t < sizeof repeating / sizeof *repeating; t++) {
        logreg_frame *f = frame_repeating(t);
        logreg__repeats found;
        CU_ASSERT_TRUE(logreg__repeats_find(&found, f));
        if (found.rows != repeating[t].want || found.first != repeating[t].first)
            printf("# row %zu: %zu from %zu\n", t, found.rows, found.first);
        CU_ASSERT_EQUAL(found.rows, repeating[t].want);
        CU_ASSERT_EQUAL(found.first, repeating[t].first);
        logreg_frame_free(f);
    }
}

static bool find_repeats(void *frame)
{
    logreg__repeats found;
    bool ok = logreg__repeats_find(&found, frame);
    return found.rows == (ok ? repeating[0].want : 0);
}

static bool find_copies(void *frame)
{
    logreg__repeats found;
    bool ok = logreg__repeats_find(&found, frame);
    return found.rows == (ok ? 40 : 0) && (found.but == 0) == ok;
}

static bool command_repeats(void *frame)
{
    char *command = NULL;
    const logreg__repeats repeats = {.but = SIZE_MAX};
    bool ok = logreg__repeats_command(&command, frame, &repeats),
         whole = ok ? command != NULL : command == NULL;
    free(command);
    return whole;
}

/* In a model's file, where what it says of the first may be damaged, and with any allocation failing. */
static void keeps_rows_that_repeat(void)
{
    static const char *const damage[] = {"\"row\": -1", "\"row\": 10, \"line\": \"2\""};
    char path[] = "/tmp/suspicions-XXXXXX", text[1 << 16];
    int fd = mkstemp(path);
    CU_ASSERT_TRUE_FATAL(fd >= 0);
    close(fd);
    logreg_frame *f = frame_repeating(0);
    logreg_model *m = NULL, *read = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&m, f, "y ~ a + b", NULL, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_model_save(m, path, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_model_load(&read, path, NULL), LOGREG_OK);
    char *before = warnings_of(m), *after = warnings_of(read);
    CU_ASSERT_PTR_NOT_NULL(
        strstr(before, "6 rows repeat earlier ones in every column; the first is row 10."));
    CU_ASSERT_PTR_NOT_NULL(strstr(before, "too small: remove them."));
    CU_ASSERT_STRING_EQUAL(before, after);
    free(before);
    free(after);
    logreg_model_free(read);
    FILE *file = fopen(path, "r");
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    char *at = strstr(text, "\"row\": 10"), *end = at ? strchr(at, '}') : NULL;
    CU_ASSERT_PTR_NOT_NULL_FATAL(end);
    for (size_t i = 0; i < 2; i++) {
        file = fopen(path, "w");
        fprintf(file, "%.*s%s%s", (int)(at - text), text, damage[i], end);
        fclose(file);
        CU_ASSERT_EQUAL(logreg_model_load(&read, path, NULL), LOGREG_EDATA);
    }
    remove(path);
    CU_ASSERT_TRUE(oom_each(find_repeats, f));
    logreg_frame *copies = frame_repeating(NUMBERED);
    CU_ASSERT_TRUE(oom_each(find_copies, copies));
    logreg_frame_free(copies);
    f->cells = strdup("perl -ne '\1' x.csv");
    CU_ASSERT_TRUE(oom_each(command_repeats, f));
    logreg_model_free(m);
    logreg_frame_free(f);
}

/* ---- Memory ---- */

static bool fit_and_tell(void *frame)
{
    logreg_model *m = NULL;
    logreg_error err;
    char *text = NULL;
    logreg_status status = logreg_fit_formula(&m, frame, "y ~ q", NULL, &err);
    if (status == LOGREG_OK) {
        logreg_report_options o = logreg_report_options_default();
        status = logreg_report_warnings(&text, m, &o, &err);
    }
    bool ok = status == LOGREG_OK ? text != NULL : status == LOGREG_ENOMEM && !text;
    free(text);
    logreg_model_free(m);
    return ok;
}

static void survives_any_failing_allocation(void)
{
    logreg_frame *f = table("q", scale_7_9, outcome_9);
    CU_ASSERT_TRUE(oom_each(fit_and_tell, f));
    logreg_frame_free(f);
}

const test_case tests[] = {
    {"names what stands there", names_what_stands_there},
    {"is silent where it was meant", is_silent_where_it_was_meant},
    {"stays with the model", stays_with_the_model},
    {"believes no file", believes_no_file},
    {"finds rows that repeat others", finds_rows_that_repeat},
    {"keeps rows that repeat others", keeps_rows_that_repeat},
    {"survives any failing allocation", survives_any_failing_allocation},
    {NULL, NULL},
};
