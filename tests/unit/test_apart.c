/* Numbers far from all others of their column: ages that nobody has, slips of a digit. A fit and the doctor tell the same. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "data/ages.h"
#include "logreg.h"

enum { ROWS = 120 };

static double grown(size_t i)
{
    return (double)(18 + i * 37 % 72);
}

static double born_1900(size_t i)
{
    return i % 20 == 3 ? 124 : grown(i);
}

static double mistyped(size_t i)
{
    return i == 40 ? 130 : grown(i);
}

static double too_old(size_t i)
{
    return i == 40 ? 116.5 : i == 50 ? 150 : grown(i);
}

static double oldest(size_t i)
{
    return i == 40 ? 115 : i == 41 ? 104 : grown(i);
}

static double unborn(size_t i)
{
    return i == 40 || i == 71 ? -grown(i) : grown(i);
}

static double both_ways(size_t i)
{
    return i == 40 ? -34 : i == 41 ? 130 : grown(i);
}

static double born(size_t i)
{
    return i % 15 == 3 ? (double)(1940 + i % 50) : grown(i);
}

/* A third of the rows. */
static double born_often(size_t i)
{
    return i % 3 ? grown(i) : (double)(1940 + i % 50);
}

static double below_0(size_t i)
{
    return i % 15 == 3 ? -(double)(1 + i % 40) : grown(i);
}

/* Few different ones up to 100, as far from one another as that is from 119: days that follow up. */
static double wide_ages(size_t i)
{
    static const double x[] = {22, 33, 46, 54, 65, 83, 100, 119};
    return i % 24 == 3 ? x[7] : x[i * 5 % 7];
}

static double wide_ages_chosen(size_t i)
{
    double x = wide_ages(i);
    return x == 119 ? 120 : x;
}

/* More than a tenth. */
static double houses(size_t i)
{
    return grown(i) + (i % 5 ? 0 : 110);
}

static double toddlers(size_t i)
{
    return (double)(3 + i * 37 % 120);
}

static double centred(size_t i)
{
    return i == 40 ? -11 : (double)(i * 37 % 12);
}

static double mass(size_t i)
{
    return 15 + (double)(i * 37 % 201) / 10;
}

static double low_mass(size_t i)
{
    return i == 29 ? 2.6 : mass(i);
}

static double low_height(size_t i)
{
    return i == 29 ? 17 : (double)(150 + i * 37 % 45);
}

static double birth_year(size_t i)
{
    return (double)(1960 + i * 37 % 45);
}

static double ages_for_years(size_t i)
{
    return i == 29 || i == 40 ? 23 : birth_year(i);
}

static double ages_for_many(size_t i)
{
    return i % 3 ? birth_year(i) : (double)(19 + i % 50);
}

static double ages_for_most(size_t i)
{
    return i % 3 ? (double)(19 + i % 50) : birth_year(i);
}

static double short_year(size_t i)
{
    return i == 29 ? 202 : (double)(1996 + i * 37 % 10);
}

static double metres_twice(size_t i)
{
    return i == 29 || i == 31 ? 1.71 : (double)(150 + i * 37 % 31);
}

/* Other than any unit or digit makes it, twice; and of few different values. */
static double low_pressure(size_t i)
{
    return i == 29 ? 9 : i == 31 ? 11 : (double)(995 + i * 37 % 31);
}

static double low_of_few(size_t i)
{
    return i == 29 ? 9 : (double)(50 + i * 37 % 5);
}

static double of_two(size_t i)
{
    return i == 29 ? 9 : (double)(50 + i % 2);
}

static double many_low(size_t i)
{
    return i % 8 == 5 ? 9 + (double)(i % 7) : (double)(995 + i * 37 % 31);
}

/* Of 100, with a tail downwards. */
static double tail_below(size_t i)
{
    return 100 - floor(90 * pow((double)(i * 37 % 101) / 101, 9));
}

static double half_mass(size_t i)
{
    return i == 29 ? 7.9 : mass(i);
}

static double two_low(size_t i)
{
    return i == 29 || i == 31 ? 2.6 : mass(i);
}

static double long_tail(size_t i)
{
    return i == 29 ? 0.86 : 3.25 + (double)(i * 37 % 65) / 10;
}

/* From 1 to 69, which is more than a factor of ten, but no long tail. */
static double children_too(size_t i)
{
    return i == 29 ? 1980 : (double)(1 + i * 37 % 69);
}

static double from_minus(size_t i)
{
    return i == 29 ? 735 : (double)(i * 37 % 45) - 10;
}

static double long_tail_above(size_t i)
{
    return i == 29 ? 600 : 1 + pow((double)(i * 37 % 101) / 101, 4) * 80;
}

static double minus(size_t i)
{
    return (i % 29 == 3 ? -1 : 1) * mass(i);
}

static double minus_often(size_t i)
{
    return (i % 7 == 3 ? -1 : 1) * mass(i);
}

static double nines_with_decimals(size_t i)
{
    return i % 17 == 5 ? 9999.99 : 76 + (double)(i * 37 % 101) * 0.18;
}

static double minus_nines(size_t i)
{
    return i % 17 == 5 ? -99.99 : 33 + (double)(i * 37 % 101) * 0.04;
}

static double prices(size_t i)
{
    return i % 17 == 5 ? 999.99 : (double)(i * 37 % 101) * 3 + 4.99;
}

static double filled(size_t i)
{
    return i % 17 == 5 ? 1e20 : mass(i);
}

static double filled_once(size_t i)
{
    return i == 5 || i == 90 ? 1e20 : mass(i);
}

static double typed_over(size_t i)
{
    return i % 30 == 5 ? 123456 : mass(i);
}

static double flags(size_t i)
{
    return i % 30 == 5 ? 4294967295 : (double)(i % 2);
}

static double counts_below(size_t i)
{
    return i % 30 == 5 ? 250 : (double)(i * 37 % 11);
}

static double year_of_none(size_t i)
{
    return i % 30 == 5 ? 999 : (double)(1985 + i * 37 % 31);
}

/* From -3 to 3, with decimals. */
static double score(size_t i)
{
    return 3 - (double)(i * 37 % 115) * 6.02 / 114;
}

static double score_of_none(size_t i)
{
    return i % 12 == 5 ? -9 : score(i);
}

static double score_with_9(size_t i)
{
    return i == 5 ? -9 : score(i);
}

/* What is too little to be measured stands at its limit. */
static double at_limit(size_t i)
{
    return fmax(score(i), -2);
}

/* As common as 1. */
static double minus_one_often(size_t i)
{
    return i % 4 ? (double)(i * 37 % 11 % 6) : -1;
}

static double pressure(size_t i)
{
    return (double)(95 + i * 37 % 80);
}

static double minus_one(size_t i)
{
    return i == 40 ? -1 : pressure(i);
}

static double minus_two(size_t i)
{
    return i == 40 ? -2 : (double)(5 + i * 37 % 36);
}

static double doses(size_t i)
{
    static const double dose[] = {0.1, 1, 10, 100, 1000};
    return dose[i * 7 % 5];
}

static double powers_of_two(size_t i)
{
    return ldexp(1, (int)(i * 7 % 32));
}

static double cut_off(size_t i)
{
    return i % 5 == 3 ? 365 : (double)(1 + i * 37 % 360);
}

/* Days that concrete was left to cure. */
static double cured(size_t i)
{
    static const double late[] = {120, 180, 270, 360};
    return i % 12 == 5 ? late[i / 12 % 4] : (double)(1 + i * 37 % 100);
}

/* Times in units of the end, where those who had no event were given 100. */
static double censored(size_t i)
{
    return i % 5 > 2 ? 100 : (double)(1 + i * 37 % 997) / 1000;
}

/* Levels, each as common as the others. */
static double grades(size_t i)
{
    static const double grade[] = {1, 2, 3, 8, 9};
    return grade[i * 7 % 5];
}

static double gains(size_t i)
{
    return i % 12 ? 0 : i % 24 ? 15024 : (double)(3000 + i * 10);
}

static double about_0(size_t i)
{
    return i % 29 == 3 ? -2 - (double)(i % 5) : (double)(i * 37 % 45) + 1;
}

static double wild(size_t i)
{
    return i == 29 ? 98 : i == 61 ? 70 : i == 90 ? 2000 : (double)(i * 37 % 13);
}

static double driven(size_t i)
{
    return i == 29 ? 1e7 : 20000 * (double)(1 + i * 37 % 7);
}

static double tripled(size_t i)
{
    static const double dose[] = {5, 15, 45};
    return i == 29 ? 135 : dose[i % 3];
}

static double squares(size_t i)
{
    return i == 29 ? 40 : (double)((1 + i % 3) * (1 + i % 3));
}

static double loss(size_t i)
{
    return i == 29 ? -1.8 : 1.3 + (double)(i * 37 % 83) / 10;
}

/* From 0 to 10, with a tail. */
static double tasks(size_t i)
{
    return i == 7 ? 14 : i == 17 ? 16 : i == 27 ? 24 : (double)(i * 37 % 11);
}

static double tasks_slipped(size_t i)
{
    return i == 13 ? 150 : tasks(i);
}

static double tasks_on(size_t i)
{
    return i == 13 ? 70 : tasks(i);
}

/* Quantiles of a log-normal distribution, and of a power law, as incomes and populations have them. */
static double log_normal(size_t i)
{
    return exp(1.5 * logreg_logit((0.5 + (double)(i * 37 % ROWS)) / ROWS));
}

static double power_law(size_t i)
{
    return ROWS / (0.5 + (double)(i * 37 % ROWS));
}

static double diameter(size_t i)
{
    return 0.88 + (double)(i * 37 % 23) * 0.079;
}

static double diameter_slipped(size_t i)
{
    return i == 13 ? 16.68 : diameter(i);
}

static double diameter_low(size_t i)
{
    return i == 13 ? 0.125 : 1 + (double)(i * 37 % 23) / 50;
}

static double diameter_on(size_t i)
{
    return i == 13 ? 7.1 : diameter(i);
}

/* Answers of 0 and 1, or of 1 and 2, with others among them. */
static double typed_twice(size_t i)
{
    return i == 40 ? 11 : (double)(i % 2);
}

static double third_code(size_t i)
{
    return i == 40 ? 3 : (double)(1 + i % 2);
}

static double no_answer(size_t i)
{
    return i == 40 || i == 71 ? -1 : (double)(i % 3 == 0);
}

static double none_of_two(size_t i)
{
    return i == 40 ? 0 : (double)(1 + i % 2);
}

static double thirty_three(size_t i)
{
    return i % 30 == 7 ? 33 : (double)(i % 2);
}

static double half_an_answer(size_t i)
{
    return i == 40 ? 0.5 : (double)(i % 2);
}

static double third_kind(size_t i)
{
    return i % 30 == 7 ? 3 : (double)(1 + i % 2);
}

static double count(size_t i)
{
    return i == 40 ? 2 : (double)(i % 6 == 0);
}

static double seldom(size_t i)
{
    return i == 40 ? 12 : (double)(i % 13 == 0);
}

/* A code in one row, of scales of few values. */
static double refused_once(size_t i)
{
    return i == 40 ? 99 : (double)(1 + i * 7 % 5);
}

static double unknown_once(size_t i)
{
    return i == 40 ? -99 : (double)(i * 7 % 4);
}

/* Of 0 to 24, which may go on. */
static double many_once(size_t i)
{
    return i == 40 ? 99 : (double)(i * 7 % 25);
}

#define SENTINEL "Missing in disguise"
#define APART "Values apart"

typedef struct {
    const char *name;
    double (*x)(size_t);
    const char *title, *fit, *doctor; /* NULL: it does not say so */
} column;

static const column columns[] = {
    {"age", born_1900, SENTINEL, "124 in 6 of 120 rows of age, where all others lie from 18 to 89.",
     "--na-values age=124"},
    {"Alter (Jahre)", born_1900, SENTINEL, "--na-values 'Alter (Jahre)=124'", "holds 124 in 6 rows"},
    {"age", mistyped, APART, "130 in 1 of 120 rows of age, where all others lie from 18 to 89: a digit",
     "holds 130 in line 42"},
    {"edad", too_old, APART, "116.5 and 150 in 2 of 120 rows",
     "holds 116.5 to 150 in 2 rows, first in line 42"},
    {"\303\202ge du patient", unborn, APART, "in 2 of 120 rows", "in 2 rows"},
    {"mother_age", both_ways, SENTINEL, "--na-values mother_age=-34,mother_age=130", "130 in"},
    {"age", born, APART,
     "1943 to 1988 in 8 of 120 rows of age, where all others lie from 18 to 89: years of birth",
     "years of birth are no ages"},
    {"Age (years)", born_often, APART,
     "--where '`Age (years)` >= 0 & `Age (years)` <= 115' leaves such rows out",
     "in 40 rows, first in line 2;"},
    {"Alter", below_0, APART, "in 8 of 120 rows of Alter", "in 8 rows, first in line 5;"},
    {"age", cured, APART, "120, 180, 270 and 360 in 10 of 120 rows", "holds 120 to 360 in 10 rows"},
    {"stime", censored, SENTINEL, "--na-values stime=100", "holds 100 in 48 rows"},
    {"salary", born, NULL, NULL, NULL},
    {"age", grown, NULL, NULL, NULL},
    {"age", oldest, NULL, NULL, NULL},
    {"age", wide_ages, NULL, NULL, NULL},
    {"age", wide_ages_chosen, SENTINEL, "--na-values age=120", "holds 120 in 5 rows"},
    {"age", houses, NULL, NULL, NULL},
    {"age", toddlers, NULL, NULL, NULL},
    {"age", centred, NULL, NULL, NULL},
    {"age of house", mistyped, NULL, NULL, NULL},
    {"gestational_age", mistyped, NULL, NULL, NULL},
    {"age_months", born_1900, NULL, NULL, NULL},
    {"percentage", mistyped, NULL, NULL, NULL},
    {"bmi", low_mass, APART,
     "2.6 in 1 of 120 rows of bmi, where all others lie from 15 to 35: a digit too few",
     "holds 2.6 in line 31"},
    {"height", low_height, APART, "leaves such rows out", "holds 17 in line 31"},
    {"bmi", half_mass, NULL, NULL, NULL},
    {"bmi", two_low, NULL, NULL, NULL},
    {"conc", long_tail, NULL, NULL, NULL},
    {"size", children_too, APART, "1980 in 1 of 120 rows of size, where all others lie from 1 to 69",
     "holds 1980 in line 31"},
    {"temperature", from_minus, APART,
     "735 in 1 of 120 rows of temperature, where all others lie from \xe2\x88\x92"
     "10 to 34",
     "holds 735"},
    {"conc", long_tail_above, APART, NULL, "holds 600"},
    {"bmi", minus, APART, "in 5 of 120 rows of bmi, where all others lie from 15 to 35",
     "in 5 rows, first in line 5"},
    {"bmi", minus_often, NULL, NULL, NULL},
    {"change", about_0, NULL, NULL, NULL},
    {"pressure", nines_with_decimals, SENTINEL, "9999.99 in 7 of 120 rows of pressure", "holds 9999.99"},
    {"salinity", minus_nines, SENTINEL, "99.99 in 7 of 120 rows of salinity", "99.99 in 7 rows"},
    {"price", prices, NULL, NULL, NULL},
    {"z", filled, SENTINEL, "1e20 in 7 of 120 rows of z, where all others lie from 15 to 35.",
     "--na-values z=1e+20"},
    {"z", filled_once, SENTINEL, "--na-values z=1e+20", "holds 1e20 in 2 rows"},
    {"dose", typed_over, SENTINEL, "123456 in 4 of 120 rows of dose", "--na-values dose=123456"},
    {"flag", flags, SENTINEL, "4294967295 in 4 of 120 rows of flag", "--na-values flag=4294967295"},
    {"visits", counts_below, SENTINEL, "--na-values visits=250", "holds 250 in 4 rows"},
    {"year", year_of_none, SENTINEL, "999 in 4 of 120 rows of year, where all others lie from 1985 to 2015",
     "--na-values year=999"},
    {"z", score_of_none, SENTINEL, "9 in 10 of 120 rows of z", "9 in 10 rows"},
    {"z", score_with_9, NULL, NULL, NULL},
    {"z", score, NULL, NULL, NULL},
    {"log_conc", at_limit, NULL, NULL, NULL},
    {"trust", refused_once, SENTINEL, "99 in 1 of 120 rows of trust, where all others lie from 1 to 5",
     "holds 99"},
    {"kids", unknown_once, SENTINEL, "--na-values kids=-99", "say --na-values kids=-99"},
    {"kids", many_once, APART, "99 in 1 of 120 rows of kids", "holds 99 in line 42"},
    {"kids", minus_one_often, SENTINEL, "--na-values kids=-1", "holds"},
    {"sbp", minus_one, SENTINEL, "--na-values sbp=-1", "say --na-values sbp=-1"},
    {"gain", minus_two, NULL, NULL, NULL},
    {"tasks", wild, APART, "70, 98 and 2000 in 3 of 120 rows of tasks, where all others lie from 0 to 12",
     "holds 70 to 2000 in 3 rows"},
    {"km", driven, APART, "10000000 in 1 of 120 rows of km", "holds 10000000 in line 31"},
    {"dose", tripled, NULL, NULL, NULL},
    {"side", squares, NULL, NULL, NULL},
    {"gain", loss, NULL, NULL, NULL},
    {"q7", ages_for_years, APART,
     "23 in 2 of 120 rows of q7, where all others lie from 1960 to 2004: ages among years",
     "holds 23 in 2 rows, first in line 31; all other values lie from 1960 to 2004. Look at the file: ages "
     "are no"},
    {"q7", ages_for_many, APART, "--where 'q7 >= 1961' leaves such rows out", "in 40 rows, first in line 2"},
    {"q7", ages_for_most, NULL, NULL, NULL},
    {"year", short_year, APART,
     "202 in 1 of 120 rows of year, where all others lie from 1996 to 2005: a digit too few, a decimal",
     "holds 202 in line 31"},
    {"height", metres_twice, "Two units", "1.71 in 2 of 120 rows", "1.71 in 2 of 120 rows"},
    {"hpa", low_pressure, APART, "9 and 11 in 2 of 120 rows of hpa", "holds 9 to 11 in 2 rows"},
    {"hpa", low_of_few, APART, "9 in 1 of 120 rows of hpa", "holds 9 in line 31"},
    {"hpa", of_two, NULL, NULL, NULL},
    {"hpa", many_low, NULL, NULL, NULL},
    {"score", tail_below, NULL, NULL, NULL},
    {"dose", doses, NULL, NULL, NULL},
    {"bytes", powers_of_two, NULL, NULL, NULL},
    {"days", cut_off, NULL, NULL, NULL},
    {"grade_level", grades, NULL, NULL, NULL},
    {"capital_gain", gains, NULL, NULL, NULL},
    {"tasks", tasks_slipped, APART, "150 in 1 of 120 rows of tasks, where all others lie from 0 to 24",
     "holds 150 in line 15"},
    {"tasks", tasks, NULL, NULL, NULL},
    {"tasks", tasks_on, NULL, NULL, NULL},
    {"income", log_normal, APART, NULL, "holds 3694.85"},
    {"population", power_law, APART, NULL, "holds 240"},
    {"smoker", typed_twice, APART, "11 in 1 of 120 rows of smoker, where all others lie from 0 to 1: a digit",
     "holds 11 in line 42; all other values lie from 0 to 1"},
    {"smoker", third_code, APART, "3 in 1 of 120 rows of smoker, where all others lie from 1 to 2",
     "holds 3 in line 42"},
    {"smoker", no_answer, APART, "1 in 2 of 120 rows of smoker", "1 in 2 rows, first in line 42"},
    {"smoker", none_of_two, APART, "0 in 1 of 120 rows of smoker, where all others lie from 1 to 2",
     "holds 0 in line 42"},
    {"smoker", thirty_three, APART, "33 in 4 of 120 rows of smoker", "holds 33 in 4 rows, first in line 9"},
    {"smoker", half_an_answer, NULL, NULL, NULL},
    {"smoker", third_kind, NULL, NULL, NULL},
    {"visits", count, NULL, NULL, NULL},
    {"visits", seldom, NULL, NULL, NULL},
};

static const struct {
    column column;
    size_t rows;
} short_columns[] = {
    {{"tasks", tasks_slipped, APART, "150 in 1 of 30 rows of tasks", "holds 150 in line 15"}, 30},
    {{"diameter", diameter_slipped, APART, "16.68 in 1 of 22 rows of diameter", "holds 16.68 in line 15"},
     22},
    {{"diameter", diameter_slipped, APART, "16.68 in 1 of 15 rows of diameter", "holds 16.68 in line 15"},
     15},
    {{"diameter", diameter_slipped, NULL, NULL, NULL}, 14},
    {{"diameter", diameter_low, APART, "0.125 in 1 of 22 rows of diameter", "holds 0.125 in line 15"}, 22},
    {{"diameter", diameter_on, APART, NULL, "holds 7.1"}, 22},
    {{"diameter", diameter, NULL, NULL, NULL}, 22},
};

static logreg_frame *table(const char *name, double (*x)(size_t), size_t rows)
{
    char path[] = "/tmp/apart-XXXXXX";
    logreg_frame *f = NULL;
    int fd = mkstemp(path);
    FILE *out = fd < 0 ? NULL : fdopen(fd, "w");
    CU_ASSERT_PTR_NOT_NULL_FATAL(out);
    fprintf(out, "%s,y\n", name);
    for (size_t i = 0; i < rows; i++)
        fprintf(out, "%.17g,%d\n", x(i), (i * 31 % 17 + i % 5) % 3 == 0);
    CU_ASSERT_EQUAL(fclose(out), 0);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_read_csv(&f, path, NULL, NULL), LOGREG_OK);
    remove(path);
    return f;
}

static bool agrees(const char *text, const char *title, const char *want)
{
    return want ? strstr(text, title) && strstr(text, want) : !strstr(text, SENTINEL) && !strstr(text, APART);
}

static void tell(const column *x, size_t rows)
{
    logreg_report_options o = logreg_report_options_default();
    logreg_frame *f = table(x->name, x->x, rows);
    logreg_model *m = NULL;
    logreg_checkup *c = NULL;
    char *fit = NULL, *doctor = NULL;
    o.width = 10000;
    CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&m, f, "y ~ .", NULL, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_report_warnings(&fit, m, &o, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_checkup_new(&c, f, "y ~ .", NULL, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_checkup_text(&doctor, c, &o, NULL), LOGREG_OK);
    bool good = agrees(fit, x->title, x->fit) && agrees(doctor, x->title, x->doctor);
    if (!good)
        printf("# %s\n# %s\n# %s\n", x->name, fit, doctor);
    CU_ASSERT_TRUE(good);
    free(fit);
    free(doctor);
    logreg_checkup_free(c);
    logreg_model_free(m);
    logreg_frame_free(f);
}

static void a_fit_and_the_doctor_tell_them(void)
{
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        tell(&columns[i], ROWS);
    for (size_t i = 0; i < sizeof short_columns / sizeof *short_columns; i++)
        tell(&short_columns[i].column, short_columns[i].rows);
}

static void knows_the_names_of_ages(void)
{
    static const char *const ages[] = {"age",
                                       "AGE",
                                       "Age at diagnosis",
                                       "patient_age",
                                       "Age (years)",
                                       "Alter",
                                       "Alter bei Aufnahme",
                                       "Edad del paciente",
                                       "idade",
                                       "Et\303\240",
                                       "\303\242ge",
                                       "\303\205lder",
                                       "\320\222\320\276\320\267\321\200\320\260\321\201\321\202",
                                       "age1",
                                       "Mother age"};
    static const char *const others[] = {"",          "agemonths", "age (months)", "bone age",
                                         "age_group", "log age",   "car age",      "wage",
                                         "stage",     "dosage",    "Altersgruppe", "year"};
    for (size_t i = 0; i < sizeof ages / sizeof *ages; i++) {
        if (!logreg__named_age(ages[i]))
            printf("# %s\n", ages[i]);
        CU_ASSERT_TRUE(logreg__named_age(ages[i]));
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        CU_ASSERT_FALSE(logreg__named_age(others[i]));
}

const test_case tests[] = {{"a fit and the doctor tell them", a_fit_and_the_doctor_tell_them},
                           {"knows the names of ages", knows_the_names_of_ages},
                           {NULL, NULL}};
