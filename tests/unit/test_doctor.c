/* Tables that each provoke a finding, and sound ones that provoke none. */
#include "harness.h"
#include "oom.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include <logreg/doctor.h>
#include <logreg/sparse.h>

#include "doctor/checkup.h"

enum { ROWS = 200 };

/* A number that looks random, in (0, 1), always the same. */
static double draw(size_t i, size_t stream)
{
    double x = sin((double)(i + 1) * 12.9898 + (double)stream * 78.233) * 43758.5453;
    return x - floor(x);
}

static void add(logreg_frame *f, const char *name, double (*value)(size_t))
{
    double x[ROWS];
    for (size_t i = 0; i < ROWS; i++)
        x[i] = value(i);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, name, x, ROWS, 1, NULL), LOGREG_OK);
}

static void add_labels(logreg_frame *f, const char *name, const char *(*value)(size_t))
{
    const char *label[ROWS];
    for (size_t i = 0; i < ROWS; i++)
        label[i] = value(i);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_category(f, name, label, ROWS, NULL), LOGREG_OK);
}

static double x(size_t i)
{
    return draw(i, 1);
}
static double y(size_t i)
{
    return draw(i, 2) < 0.3 + 0.4 * x(i);
}
static double z(size_t i)
{
    return draw(i, 3);
}

static double seven(size_t i)
{
    (void)i;
    return 7;
}
static double nothing(size_t i)
{
    (void)i;
    return NAN;
}
static double row(size_t i)
{
    return (double)i + 1;
}
static double any_id(size_t i)
{
    return (double)((i * 7919) % 10007);
}
static double any_count(size_t i)
{
    return any_id(i) + 1;
}
static double long_id(size_t i)
{
    return 1e18 + 512 * any_id(i);
}
static double one_long_id(size_t i)
{
    return 4e18 + (double)(i % 7); /* all the same, as a double */
}
static double masses(size_t i)
{
    return (1 + draw(i, 1 + i % 3)) * 0x1p82;
}
static double days(size_t i)
{
    return 20230001 + 100 * (double)(1 + i % 12) + (double)(i % 28);
}
static double no_days(size_t i)
{
    return 20230001 + floor(9999 * draw(i, 9));
}
static double zero_bmi(size_t i)
{
    return i % 10 == 3 ? 0 : 18 + floor(300 * draw(i, 9)) / 10;
}
static double count_of_zeros(size_t i)
{
    return i % 3 == 1 ? 0 : floor(40 * draw(i, 9));
}
static double zero_score(size_t i)
{
    return i % 10 == 3 ? 0 : 83 + floor(18 * draw(i, 9));
}
static double one_zero(size_t i)
{
    return i == 41 ? 0 : 45 + floor(70 * draw(i, 9));
}
static double few_levels(size_t i)
{
    return i % 10 == 3 ? 0 : 83 + floor(8 * draw(i, 9));
}
static double mostly_zeros(size_t i)
{
    return i % 3 ? 0 : 20 + 50 * draw(i, 9);
}
static double doses(size_t i)
{
    return (double)(50 * (i % 5));
}
static double slip(size_t i)
{
    return (i == 41 ? 50000 : 1) * floor(18 + 70 * draw(i, 9));
}
static double signed_age(size_t i)
{
    return (i == 41 ? -1 : 1) * floor(18 + 70 * draw(i, 9));
}
static double signed_change(size_t i)
{
    return (i == 41 ? -1 : 1) * floor(2 + 70 * draw(i, 9));
}
static double metres(size_t i)
{
    return (i % 25 == 3 ? 0.01 : 1) * floor(150 + 50 * draw(i, 9));
}
static double feet_plain(size_t i)
{
    double inches = floor(58 + 19 * draw(i, 9));
    return 100 * floor(inches / 12) + fmod(inches, 12);
}
static double feet(size_t i)
{
    return i % 40 == 7 ? 9165 : i % 50 == 9 ? 7777 : feet_plain(i);
}
/* All of three feet: 300 to 311 of anything. */
static double feet_alone(size_t i)
{
    return 300 + floor(12 * draw(i, 9));
}
/* Names of kinds lie where they were given out; but nobody gives 99999 out after these. */
static double match(size_t i)
{
    return i % 5 == 1 ? 68345 : 22943 + (double)(i % 4);
}
static double match_or_none(size_t i)
{
    return i % 5 == 1 ? 99999 : 22943 + (double)(i % 4);
}
static double heavy_tail(size_t i)
{
    return exp(3 * draw(i, 9) + 3 * draw(i, 8));
}
static double two_groups(size_t i)
{
    return (i % 2 ? 1000 : 0) + draw(i, 9);
}
static double id_again(size_t i)
{
    return any_id(i < 10 ? i + 10 : i);
}
static double gaps(size_t i)
{
    return i % 2 ? draw(i, 4) : NAN;
}
static double near_x(size_t i)
{
    return 2 - x(i) + 0.01 * draw(i, 5);
}
static double sum(size_t i)
{
    return x(i) + z(i);
}
static double knows(size_t i)
{
    return y(i) + 0.5 * z(i);
}
static double if_paid(size_t i)
{
    return y(i) > 0 ? draw(i, 6) : NAN;
}
static double rare(size_t i)
{
    return i % 50 == 3;
}
static const char *boat(size_t i)
{
    return y(i) > 0 ? (i % 2 ? "a" : "b") : "none";
}
static const char *ward(size_t i)
{
    return i % 4 ? (i % 3 ? "north" : "south") : y(i) > 0 ? "lost" : "south";
}
static const char *single(size_t i)
{
    (void)i;
    return "x";
}
static const char *text_id(size_t i)
{
    static char text[ROWS][8];
    snprintf(text[i], sizeof text[i], "r%zu", i);
    return text[i];
}

static const char *date(size_t i)
{
    static char text[ROWS][48];
    snprintf(text[i], sizeof text[i], "%zu.%zu.2024", 1 + i % 28, 1 + i / 28);
    return text[i];
}
static const char *month(size_t i)
{
    return date(28 * (i % 7));
}

/* x and z, then what is added, then y. */
static logreg_frame *table(const char *name, double (*number)(size_t), const char *(*label)(size_t),
                           double (*target)(size_t))
{
    logreg_frame *f = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f, NULL), LOGREG_OK);
    add(f, "x", x);
    add(f, "z", z);
    if (number)
        add(f, name, number);
    if (label)
        add_labels(f, number ? "ward" : name, label);
    add(f, "y", target);
    return f;
}

static logreg_checkup *check(const logreg_frame *f)
{
    logreg_checkup *c = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_checkup_new(&c, f, NULL, NULL, NULL), LOGREG_OK);
    return c;
}

static const char *message(const logreg_checkup *c, const char *code)
{
    for (size_t i = 0; i < logreg_checkup_findings(c); i++)
        if (strcmp(logreg_checkup_finding(c, i).code, code) == 0)
            return logreg_checkup_finding(c, i).message;
    return "";
}

/* Does a heading say what people say? */
static bool is_plain(const char *title)
{
    return isupper((unsigned char)*title) && !strchr(title, '_');
}

static void headings_are_plain(void)
{
    for (const logreg__warning *w = logreg__warning_table; w->code; w++) {
        if (!is_plain(logreg__finding_title(w->code)))
            printf("# %s\n", w->code);
        CU_ASSERT_TRUE(is_plain(logreg__finding_title(w->code)));
    }
}

/* The codes in order, each with its column. */
static char *codes(const logreg_checkup *c, char *text)
{
    *text = '\0';
    for (size_t i = 0; i < logreg_checkup_findings(c); i++) {
        logreg_finding f = logreg_checkup_finding(c, i);
        CU_ASSERT_TRUE(*f.message && *f.advice);
        CU_ASSERT_TRUE(is_plain(logreg__finding_title(f.code)));
        strcat(strcat(text, i ? " " : ""), f.code);
        if (f.column)
            strcat(strcat(text, ":"), f.column);
    }
    return text;
}

static const struct {
    const char *name;
    double (*number)(size_t);
    const char *(*label)(size_t);
    double (*target)(size_t);
    const char *want;
} cases[] = {
    {"sound", NULL, NULL, y, ""},
    {"k", seven, NULL, y, "constant:k"},
    {"k", NULL, single, y, "constant:k"},
    {"e", nothing, NULL, y, "empty:e"},
    {"n", row, NULL, y, "id:n"},
    {"m", any_id, NULL, y, ""},
    {"n", any_count, NULL, y, "frequencies:n"},
    {"n", any_id, NULL, y, ""},
    {"case_id", any_id, NULL, y, "id:case_id"},
    {"paid", any_id, NULL, y, ""},
    {"case_id", id_again, NULL, y, "id:case_id"},
    {"visits", id_again, NULL, y, ""},
    {"m", long_id, NULL, y, "id:m"},
    {"m", one_long_id, NULL, y, "id:m"},
    {"m", masses, NULL, y, ""},
    {"d", days, NULL, y, "date:d"},
    {"d", no_days, NULL, y, ""},
    {"b", zero_bmi, NULL, y, "zeros:b"},
    {"b", zero_score, NULL, y, "zeros:b"},
    {"weight", one_zero, NULL, y, "zeros:weight"},
    {"price", zero_score, NULL, y, ""},
    {"b", few_levels, NULL, y, ""},
    {"b", count_of_zeros, NULL, y, ""},
    {"b", mostly_zeros, NULL, y, ""},
    {"b", doses, NULL, y, ""},
    {"o", slip, NULL, y, "outlier:o"},
    {"o", signed_age, NULL, y, "outlier:o"},
    {"o", signed_change, NULL, y, ""},
    {"o", metres, NULL, y, "units:o"},
    {"HEIGHT3", feet, NULL, y, "feet:HEIGHT3"},
    {"aisle_height", feet_alone, NULL, y, ""},
    {"height_cm", feet_plain, NULL, y, ""},
    {"o", feet_plain, NULL, y, ""},
    {"match_id", match, NULL, y, "codes:match_id"},
    {"match_id", match_or_none, NULL, y, "sentinel:match_id codes:match_id"},
    {"o", match, NULL, y, "sentinel:o"},
    {"o", heavy_tail, NULL, y, ""},
    {"o", two_groups, NULL, y, ""},
    {"t", NULL, text_id, y, "id:t"},
    {"d", NULL, date, y, "date:d"},
    {"d", NULL, month, y, "date:d"},
    {"g", gaps, NULL, y, "much_missing:g"},
    {"d", x, NULL, y, "duplicate_column:d"},
    {"c", near_x, NULL, y, "collinear:x"},
    {"c", near_x, NULL, seven, "target:y correlated:c"},
    {"s", sum, NULL, y, "aliased"},
    {"l", knows, NULL, y, "leakage:l separation"},
    {"b", NULL, boat, y, "leakage:b separation"},
    {"w", NULL, ward, y, "deciding_level:w separation"},
    {"p", if_paid, NULL, y, "lost_classes:y leakage:p much_missing:p"},
    {"r", NULL, NULL, rare, "few_events imbalance:y"},
    {"r", NULL, NULL, z, "shares:y"},
    {"r", NULL, NULL, any_id, "target:y"},
    {"r", NULL, NULL, seven, "target:y"},
};

static void every_table_has_its_findings(void)
{
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        logreg_frame *f = table(cases[i].name, cases[i].number, cases[i].label, cases[i].target);
        logreg_checkup *c = check(f);
        char text[512];
        bool same = same_text(codes(c, text), cases[i].want);
        if (!same)
            printf("# in table %zu\n", i);
        CU_ASSERT_TRUE(same);
        logreg_checkup_free(c);
        logreg_frame_free(f);
    }
}

/* ---- Numbers that stand for missing values ---- */

/* A whole number from low to high, and now and then another. */
static double between(size_t i, double low, double high, size_t every, double other)
{
    return every && i % every == 3 ? other : low + floor((high - low + 1) * draw(i, 9));
}
static double age_999(size_t i)
{
    return between(i, 18, 90, 20, -999);
}
static double age_1(size_t i)
{
    return between(i, 18, 90, 20, -1);
}
static double age_9999(size_t i)
{
    return between(i, 18, 90, 60, 9999);
}
static double age_99(size_t i)
{
    return between(i, 18, 60, 20, 99);
}
/* Other reasons than 99, one alone or several. */
static double ph_98(size_t i)
{
    return i % 20 == 3 ? -98 : floor(100 + 1000 * draw(i, 3)) / 10;
}
static double three_reasons(size_t i)
{
    static const double all[] = {-66, -77, -88};
    return i % 20 < 3 ? all[i % 20] : floor(10 * (18 + 90 * draw(i, 3))) / 10;
}
static double z_score_77(size_t i)
{
    return i % 20 == 3 ? -77 : draw(i, 3) * 6 - 3;
}
static double no_code_at_all(size_t i)
{
    return i % 20 == 3 ? -50 : floor(10 * (18 + 90 * draw(i, 3))) / 10;
}
static double score_88(size_t i)
{
    return between(i, 0, 30, 20, 88);
}
static double score_40(size_t i) /* of 100 */
{
    return between(i, 0, 40, 60, 88);
}
static double overdrawn(size_t i) /* a balance */
{
    return i % 20 == 3 ? -50 - (double)i : floor(2000 * draw(i, 3));
}
static double cold_77(size_t i) /* of which -77 is one */
{
    return i % 50 == 3 ? -77 : floor(100 * draw(i, 3)) - 70;
}
static double one_999(size_t i)
{
    return between(i, 18, 90, 199, -999);
}
static double code_99(size_t i)
{
    return between(i, 0, 9, 20, 99);
}
static double answers(size_t i)
{
    return i % 20 == 5 ? 98 : between(i, 1, 5, 20, 99);
}
static double likert_9(size_t i)
{
    return between(i, 1, 5, 20, 9);
}
static double income_99(size_t i)
{
    return i % 20 == 3 ? -99 : floor(200000 * draw(i, 9));
}
static double days_1(size_t i)
{
    return i % 2 ? -1 : floor(30 * draw(i, 9));
}
static double cold_999_9(size_t i)
{
    return i % 20 == 3 ? 999.9 : floor(600 * draw(i, 9)) / 10 - 30;
}
static double filled(size_t i)
{
    return i % 20 == 3 ? 9.96920996838687e36 : draw(i, 9);
}
static double y_9(size_t i)
{
    return i % 40 == 3 ? 9 : y(i);
}
static double many_zeros(size_t i)
{
    return i % 3 ? 0 : between(i, 1, 40, 0, 0);
}
static double percent(size_t i)
{
    return fmin(100, floor(140 * draw(i, 9)));
}
static double top_income(size_t i)
{
    return fmin(99999, floor(-40000 * log(draw(i, 9))));
}
static double cold(size_t i)
{
    return between(i, -1, 30, 0, 0);
}
static double three_ways(size_t i)
{
    return between(i, -1, 1, 0, 0);
}
static double children(size_t i)
{
    return fmin(9, floor(-1.3 * log(draw(i, 9))));
}
static double pain(size_t i)
{
    return between(i, 0, 9, 0, 0);
}
static double price(size_t i)
{
    static const double all[] = {9, 19, 29, 99};
    return all[(size_t)(4 * draw(i, 9))];
}
static double dear(size_t i)
{
    return i == 3 ? 9999 : floor(2000 * draw(i, 9));
}
static double of_both_signs(size_t i)
{
    return i % 20 == 3 ? -99 : between(i, -120, 120, 0, 0);
}
static double dose(size_t i)
{
    return i % 2 ? 99 : 0;
}
static double cold_store(size_t i)
{
    return i % 40 == 3 ? -127 : floor(750 * draw(i, 9)) / 100 + 1.11;
}
static double power_on(size_t i)
{
    return i % 40 == 3 ? 85 : i % 40 == 5 ? -40 : floor(75 * draw(i, 9)) / 10 + 1;
}
static double once_85(size_t i)
{
    return i == 3 ? 85 : floor(75 * draw(i, 9)) / 10 + 1;
}
static double winter(size_t i)
{
    return i % 40 == 3 ? -40 : floor(400 * draw(i, 9)) / 10 - 35;
}
static double two_85(size_t i)
{
    return i % 40 == 3 ? 85 : 1 + (double)(i % 2);
}
/* Grades of which the last but one is the commonest, so that half of those below the last are alike. */
static double grades(size_t i)
{
    static const double all[] = {7, 8, 8, 9};
    return all[i % 4];
}
static double thirds(size_t i)
{
    return grades(i) * 3 - 18;
}
static double powers(size_t i)
{
    static const double all[] = {1, 3, 9};
    return all[i % 3];
}
static double do_not_know(size_t i)
{
    static const double all[] = {1, 2, 9};
    return all[i % 3];
}
static double top_marks(size_t i)
{
    return grades(i) + 90;
}
static double five_grades(size_t i)
{
    static const double all[] = {5, 6, 6, 6, 7, 8, 9};
    return all[i % 7];
}

static void numbers_that_stand_for_missing_values(void)
{
    static const struct {
        double (*number)(size_t), (*target)(size_t);
        const char *want;
    } table_of[] = {
        {age_999, y,
         "s holds −999 in 10 rows; all other values lie from 18 to 90. A fit takes it for a measurement."},
        {age_1, y,
         "s holds −1 in 10 rows; all other values lie from 18 to 90. A fit takes it for a measurement."},
        {age_9999, y,
         "s holds 9999 in 4 rows; all other values lie from 18 to 90. A fit takes it for a measurement."},
        {age_99, y,
         "s holds 99 in 10 rows; all other values lie from 18 to 60. A fit takes it for a measurement."},
        {ph_98, y,
         "s holds −98 in 10 rows; all other values lie from 11.3 to 109.9. A fit takes it for a "
         "measurement."},
        {three_reasons, y, ""},
        {z_score_77, y, ""},
        {no_code_at_all, y, ""},
        {score_88, y,
         "s holds 88 in 10 rows; all other values lie from 0 to 30. A fit takes it for a measurement."},
        {score_40, y, NULL},
        {overdrawn, y, NULL},
        {cold_77, y, NULL},
        {one_999, y,
         "s holds −999 in 1 row; all other values lie from 18 to 90. A fit takes it for a measurement."},
        {code_99, y,
         "s holds 99 in 10 rows; all other values lie from 0 to 9. A fit takes it for a measurement."},
        {answers, y,
         "s holds 98 and 99 in 20 rows; all other values lie from 1 to 5. A fit takes them for "
         "measurements."},
        {likert_9, y,
         "s holds 9 in 10 rows; all other values lie from 1 to 5. A fit takes it for a measurement."},
        {income_99, y,
         "s holds −99 in 10 rows; all other values lie from 396 to 199771. A fit takes it for a "
         "measurement."},
        {days_1, y,
         "s holds −1 in 100 rows; all other values lie from 0 to 29. A fit takes it for a measurement."},
        {cold_999_9, y,
         "s holds 999.9 in 10 rows; all other values lie from −29.9 to 29.9. A fit takes it for a "
         "measurement."},
        {filled, y, ""},
        {z, y_9,
         "The target y holds 9 in 5 rows; all other values lie from 0 to 1. A fit takes it for a class."},
        {many_zeros, y, NULL},
        {percent, y, NULL},
        {top_income, y, NULL},
        {cold, y, NULL},
        {three_ways, y, NULL},
        {children, y, NULL},
        {pain, y, NULL},
        {price, y, NULL},
        {dear, y, NULL},
        {of_both_signs, y, NULL},
        {dose, y, NULL},
        {cold_store, y,
         "s holds −127 in 5 rows; all other values lie from 1.12 to 8.6. A fit takes it for a measurement."},
        {power_on, y,
         "s holds −40 and 85 in 10 rows; all other values lie from 1 to 8.4. A fit takes them for "
         "measurements."},
        {once_85, y, NULL},
        {winter, y, NULL},
        {two_85, y, NULL},
        {grades, y, NULL},
        {thirds, y, NULL},
        {powers, y, NULL},
        {do_not_know, y,
         "s holds 9 in 66 rows; all other values lie from 1 to 2. A fit takes it for a measurement."},
        {top_marks, y, NULL},
        {five_grades, y, NULL},
        {rare, y, NULL},
        {seven, y, NULL},
        {nothing, y, NULL},
    };
    for (size_t i = 0; i < sizeof table_of / sizeof *table_of; i++) {
        logreg_frame *f = table("s", table_of[i].number, NULL, table_of[i].target);
        logreg_checkup *c = check(f);
        const char *got = message(c, "sentinel"), *want = table_of[i].want;
        bool same = want && !*want ? *got != '\0' : same_text(got, want ? want : "");
        logreg_sentinel found;
        bool any = false; /* by the same rule */
        for (size_t k = 0; k < logreg_frame_columns(f); k++)
            any = logreg_frame_sentinel(&found, f, k) || any;
        if (!same || any != (want != NULL))
            printf("# in row %zu\n", i);
        CU_ASSERT_TRUE(same);
        CU_ASSERT_EQUAL(any, want != NULL);
        logreg_checkup_free(c);
        logreg_frame_free(f);
    }
}

/* ---- The model that a fit would have ---- */

static double three(size_t i)
{
    (void)i;
    return 3;
}
static double events(size_t i)
{
    return 3 * y(i);
}
static double hits(size_t i)
{
    return floor(4 * draw(i, 8));
}
static double total(size_t i)
{
    return (double)(3 + i % 2);
}
static double some(size_t i)
{
    return (double)(1 + i % 4);
}
static double share(size_t i)
{
    return floor((1 + some(i)) * draw(i, 7)) / some(i);
}
static double zip(size_t i)
{
    return (double)(i % 60);
}
static const char *site(size_t i)
{
    return i < 10 ? "few" : "many";
}

static const struct {
    const char *formula, *where;
    logreg_options options;
    const char *want;
} models[] = {
    {"y ~ x + z", NULL, {0}, ""},
    {"y ~ x*z + offset(k) - 1", NULL, {0}, ""},
    {"y ~ . - zip - t - site - n - events - hits - share - ward - total",
     NULL,
     {.weights = "k"},
     "leakage:l separation"},
    {"events ~ x + l", NULL, {.trials = "k"}, "leakage:l separation"},
    {"events ~ x + ward", NULL, {.trials = "k"}, "deciding_level:ward separation"},
    {"y ~ x + ward", NULL, {.weights = "k"}, "deciding_level:ward separation"},
    {"y ~ x + ward", "ward != \"lost\" | x > 2", {0}, ""},
    {"y ~ x + site", "z > 2 | site == \"many\"", {0}, "constant:site"},
    {"y ~ x + k", NULL, {0}, "constant:k"},
    {"y ~ x + offset(k)", NULL, {0}, ""},
    {"y ~ x + zip", NULL, {0}, ""},
    {"y ~ x + C(zip)", NULL, {0}, "many_levels:zip separation few_events"},
    {"y ~ x + t", NULL, {0}, "id:t"},
    {"y ~ log(l)", NULL, {0}, "leakage:l separation"},
    {"y ~ x", NULL, {.positive = "0"}, ""},
    {"y ~ x", NULL, {.positive = "2"}, "refused"},
    {"y ~ x", NULL, {.weights = "t"}, "refused"},
    {"y ~ x", NULL, {.trials = "z"}, "refused"},
    {"share ~ x", NULL, {0}, "shares:share"},
    {"share ~ x", NULL, {.weights = "n"}, "shares:share"},
    {"hits ~ x + k", NULL, {0}, "counts:hits constant:k"},
    {"hits ~ x + total", NULL, {0}, "counts:hits"},
    {"events ~ x", NULL, {.trials = "k"}, ""},
    {"y ~ x + n", NULL, {0}, "frequencies:n"},
    {"y ~ x", NULL, {.weights = "n"}, ""},
};

static logreg_frame *all_columns(void)
{
    logreg_frame *f = table("l", knows, ward, y);
    add(f, "k", three);
    add(f, "n", some);
    add(f, "zip", zip);
    add(f, "events", events);
    add(f, "hits", hits);
    add(f, "total", total);
    add(f, "share", share);
    add_labels(f, "t", text_id);
    add_labels(f, "site", site);
    return f;
}

static void options_mean_what_they_mean_to_a_fit(void)
{
    for (size_t i = 0; i < sizeof models / sizeof *models; i++) {
        logreg_frame *f = all_columns();
        logreg_checkup *c = NULL;
        logreg_options o = logreg_options_default();
        o.weights = models[i].options.weights;
        o.trials = models[i].options.trials;
        o.positive = models[i].options.positive;
        if (models[i].where)
            CU_ASSERT_EQUAL(logreg_frame_filter(f, models[i].where, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(logreg_checkup_new(&c, f, models[i].formula, &o, NULL), LOGREG_OK);
        char text[512];
        bool same = same_text(codes(c, text), models[i].want);
        if (!same)
            printf("# in model %s: %s\n", models[i].formula, text);
        CU_ASSERT_TRUE(same);
        logreg_checkup_free(c);
        logreg_frame_free(f);
    }
}

static void trials_are_counted(void)
{
    logreg_frame *f = all_columns();
    logreg_checkup *c = NULL;
    logreg_options o = logreg_options_default();
    o.trials = "k";
    CU_ASSERT_EQUAL_FATAL(logreg_checkup_new(&c, f, "events ~ ward + l", &o, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(
        same_text(message(c, "deciding_level"), "All 63 trials where ward = lost are the events of events."));
    CU_ASSERT_TRUE(
        same_text(message(c, "leakage"), "l by itself tells the events of events without error (AUC 1)."));
    logreg_checkup_free(c);
    c = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_checkup_new(&c, f, "share ~ x", NULL, NULL), LOGREG_OK);
    CU_ASSERT_PTR_NOT_NULL(strstr(logreg_checkup_finding(c, 0).advice, "--target EVENTS --trials n "));
    logreg_checkup_free(c);
    logreg_frame_free(f);
}

/* ---- Columns that go together ---- */

static double near_z(size_t i)
{
    return z(i) + 0.01 * draw(i, 6);
}
static double far_x(size_t i)
{
    return 100 + x(i);
}
static double far_z(size_t i)
{
    return 100 + z(i);
}
static double nearly_sum(size_t i)
{
    return sum(i) + 0.01 * draw(i, 5);
}
static double cubed(size_t i)
{
    return pow(10 + x(i), 3);
}
static const char *x_by_steps(size_t i)
{
    return x(i) < 0.3 ? "a" : x(i) < 0.6 ? "b" : "c";
}

/* Pairs stand apart, three are a group, and what a column makes by itself is nothing to tell. */
static void columns_that_go_together(void)
{
    static const struct {
        const char *formula, *want;
    } together[] = {
        {"y ~ x + near_x + z + near_z", "collinear:near_x collinear:near_z"},
        {"y ~ x + z + sum", "collinear:sum"},
        {"y ~ x + I(x^2) + I(x^3)", ""},
        {"y ~ x + x_by_steps", ""},
        {"y ~ x * z", ""},
        {"y ~ far_x * far_z", ""},
        {"y ~ x + cubed", "collinear:x"},
        {"y ~ x", ""},
        {"y ~ 1", ""},
    };
    logreg_frame *f = table("near_x", near_x, NULL, y);
    add(f, "near_z", near_z);
    add(f, "sum", nearly_sum);
    add(f, "cubed", cubed);
    add(f, "far_x", far_x);
    add(f, "far_z", far_z);
    add_labels(f, "x_by_steps", x_by_steps);
    for (size_t i = 0; i < sizeof together / sizeof *together; i++) {
        logreg_checkup *c = NULL;
        char text[512];
        CU_ASSERT_EQUAL_FATAL(logreg_checkup_new(&c, f, together[i].formula, NULL, NULL), LOGREG_OK);
        CU_ASSERT_TRUE(same_text(codes(c, text), together[i].want));
        logreg_checkup_free(c);
    }
    logreg_frame_free(f);
}

static double x_twice(size_t i)
{
    return x(i % (ROWS - 20));
}
static double y_twice(size_t i)
{
    return y(i % (ROWS - 20));
}

static void repeated_rows(void)
{
    logreg_frame *f = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f, NULL), LOGREG_OK);
    add(f, "x", x_twice);
    add(f, "y", y_twice);
    logreg_checkup *c = check(f);
    CU_ASSERT_EQUAL_FATAL(logreg_checkup_findings(c), 1);
    logreg_finding found = logreg_checkup_finding(c, 0);
    CU_ASSERT_TRUE(same_text(found.code, "duplicate_rows"));
    CU_ASSERT_TRUE(
        same_text(found.message, "20 rows repeat earlier ones in every column; the first is row 181."));
    CU_ASSERT_EQUAL(found.weight, LOGREG_FINDING_NOTE);
    logreg_checkup_free(c);
    logreg_frame_free(f);
}

static void errors(void)
{
    logreg_frame *f = table(NULL, NULL, NULL, y);
    logreg_checkup *c = NULL;
    logreg_error err;
    logreg_options o = logreg_options_default();
    CU_ASSERT_EQUAL(logreg_checkup_new(&c, f, "Y ~ x", NULL, &err), LOGREG_EFORMULA);
    CU_ASSERT_EQUAL(logreg_checkup_new(&c, f, "y ~ y", NULL, &err), LOGREG_EFORMULA);
    o.trials = "N";
    CU_ASSERT_EQUAL(logreg_checkup_new(&c, f, NULL, &o, &err), LOGREG_EINVAL);
    CU_ASSERT_TRUE(same_text(err.message, "there is no column 'N' to take the trials from"));
    o.trials = "y";
    o.weights = "x";
    o.offset = "z";
    CU_ASSERT_EQUAL(logreg_checkup_new(&c, f, NULL, &o, &err), LOGREG_EINVAL);
    CU_ASSERT_TRUE(same_text(err.message, "no column is left for the target"));
    o = logreg_options_default();
    o.solver = "";
    CU_ASSERT_EQUAL(logreg_checkup_new(&c, f, NULL, &o, &err), LOGREG_EINVAL);
    o = logreg_options_default();
    double one = 1;
    gsl_vector_view w = gsl_vector_view_array(&one, 1);
    o.weight_values = &w.vector;
    CU_ASSERT_EQUAL(logreg_checkup_new(&c, f, NULL, &o, &err), LOGREG_EINVAL);
    CU_ASSERT_EQUAL(logreg_checkup_new(&c, NULL, NULL, NULL, &err), LOGREG_EINVAL);
    CU_ASSERT_PTR_NULL(c);
    logreg_checkup_free(NULL);
    logreg_frame_free(f);
}

static void hostile_names_stay_harmless(void)
{
    logreg_frame *f = table("k\033[31m", seven, NULL, y);
    logreg_checkup *c = check(f);
    logreg_report_options o = logreg_report_options_default();
    for (int i = 0; i < 2; i++) {
        char *text = NULL, *json = NULL;
        o.ascii = i;
        CU_ASSERT_EQUAL_FATAL(logreg_checkup_text(&text, c, &o, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(logreg_checkup_json(&json, c, NULL), LOGREG_OK);
        CU_ASSERT_PTR_NULL(strchr(text, '\033'));
        CU_ASSERT_PTR_NOT_NULL(strstr(text, "! Constant column. k?[31m has the same"));
        CU_ASSERT_PTR_NULL(strchr(json, '\033'));
        json_t *root = json_loads(json, 0, NULL);
        CU_ASSERT_PTR_NOT_NULL_FATAL(root);
        json_t *first = json_array_get(json_object_get(root, "findings"), 0);
        CU_ASSERT_TRUE(same_text(json_string_value(json_object_get(first, "column")), "k\033[31m"));
        json_decref(root);
        free(text);
        free(json);
    }
    logreg_checkup_free(c);
    logreg_frame_free(f);
}

static bool once(void *context)
{
    logreg_checkup *c = NULL;
    char *text = NULL, *json = NULL;
    logreg_status status = logreg_checkup_new(&c, context, NULL, NULL, NULL);
    if (status == LOGREG_OK)
        status = logreg_checkup_text(&text, c, NULL, NULL);
    if (status == LOGREG_OK)
        status = logreg_checkup_json(&json, c, NULL);
    bool ok = status == LOGREG_OK ? json != NULL : status == LOGREG_ENOMEM && !json;
    free(text);
    free(json);
    logreg_checkup_free(c);
    return ok;
}

/* Sparse rows: nothing but what is true of them. */
static logreg_frame *sparse_rows(const char *text)
{
    logreg_frame *frame = NULL;
    FILE *stream = fmemopen((void *)(uintptr_t)text, strlen(text), "r");
    CU_ASSERT_TRUE_FATAL(stream != NULL);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_read_svmlight_stream(&frame, stream, "rows", NULL, NULL), LOGREG_OK);
    fclose(stream);
    return frame;
}

static const char odd_rows[] =
    "1 qid:1 1:0.01 2:5000 5:1 9:1\n0 qid:1 1:0.01 2:300 9:1\n1 qid:1 1:0.02 2:400 9:1\n"
    "0 qid:1 1:0.01 2:300 9:1\n0 qid:2 1:0.03 2:350 9:1\n1 qid:2 1:0.01 2:650 9:1\n";

static void sparse_rows_are_looked_at(void)
{
    static const struct {
        const char *rows;
        const char *codes[6];
    } file[] = {
        {odd_rows, {"scales", "constant", "duplicate_rows", "empty_columns"}},
        {"1 1:1\n0 2:1\n\n1 1:2 2:1\n0 1:1 2:2\n", {NULL}},
        {"1 1:1\n0 2:1\n1\n0\n0\n", {"empty_rows"}},
        {"1 1:1 2:1\n1 2:1\n", {"target", "constant"}},
    };
    for (size_t i = 0; i < sizeof file / sizeof *file; i++) {
        logreg_frame *frame = sparse_rows(file[i].rows);
        logreg_checkup *c = NULL;
        CU_ASSERT_EQUAL_FATAL(logreg_checkup_new(&c, frame, NULL, NULL, NULL), LOGREG_OK);
        size_t n = 0;
        while (file[i].codes[n])
            n++;
        if (logreg_checkup_findings(c) != n)
            printf("# file %zu: %zu findings\n", i, logreg_checkup_findings(c));
        CU_ASSERT_EQUAL_FATAL(logreg_checkup_findings(c), n);
        for (size_t k = 0; k < n; k++)
            CU_ASSERT_STRING_EQUAL(logreg_checkup_finding(c, k).code, file[i].codes[k]);
        logreg_checkup_free(c);
        logreg_frame_free(frame);
    }
}

/* Dates, and answers in two spellings: two commands, and one for both. */
static logreg_frame *to_be_mended(void)
{
    char text[2000] = "joined,sex,y\n";
    for (int i = 0; i < 24; i++)
        sprintf(text + strlen(text), "2024-%02d-%02d,%s,%d\n", 1 + i % 12, 1 + i,
                i == 2          ? "Male"
                : i * 5 % 7 < 3 ? "male"
                                : "female",
                i * i % 7 < 3);
    logreg_frame *frame = NULL;
    FILE *stream = fmemopen(text, strlen(text), "r");
    CU_ASSERT_TRUE_FATAL(stream != NULL);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_read_csv_stream(&frame, stream, "f.csv", NULL, NULL), LOGREG_OK);
    fclose(stream);
    return frame;
}

static void joins_commands(void)
{
    logreg_checkup *c = NULL;
    logreg_frame *f = to_be_mended(), *one = table("g", gaps, NULL, y);
    CU_ASSERT_EQUAL_FATAL(logreg_checkup_new(&c, f, NULL, NULL, NULL), LOGREG_OK);
    const char *command = logreg_checkup_command(c);
    CU_ASSERT_TRUE(command && strstr(command, "for $F[0]") && strstr(command, "for $F[1]"));
    logreg_checkup_free(c);
    CU_ASSERT_TRUE(oom_each(once, f));
    CU_ASSERT_EQUAL_FATAL(logreg_checkup_new(&c, one, NULL, NULL, NULL), LOGREG_OK);
    CU_ASSERT_PTR_NULL(logreg_checkup_command(c));
    logreg_checkup_free(c);
    logreg_frame_free(one);
    logreg_frame_free(f);
}

static void memory_may_run_out(void)
{
    logreg_frame *sparse = sparse_rows(odd_rows);
    CU_ASSERT_TRUE(oom_each(once, sparse));
    logreg_frame_free(sparse);
    logreg_frame *f = table("g", gaps, NULL, y);
    add(f, "w", rare);
    add(f, "near_z", near_z);
    CU_ASSERT_TRUE(oom_each(once, f));
    logreg_frame_free(f);
    f = table("p", if_paid, NULL, y); /* takes a class away */
    CU_ASSERT_TRUE(oom_each(once, f));
    logreg_frame_free(f);
}

const test_case tests[] = {
    {"every table has its findings", every_table_has_its_findings},
    {"numbers that stand for missing values", numbers_that_stand_for_missing_values},
    {"columns that go together", columns_that_go_together},
    {"repeated rows", repeated_rows},
    {"options mean what they mean to a fit", options_mean_what_they_mean_to_a_fit},
    {"trials are counted", trials_are_counted},
    {"headings are plain", headings_are_plain},
    {"errors", errors},
    {"hostile names stay harmless", hostile_names_stay_harmless},
    {"sparse rows are looked at", sparse_rows_are_looked_at},
    {"joins commands", joins_commands},
    {"memory may run out", memory_may_run_out},
    {NULL, NULL},
};
