/* Columns that only number rows, by name and numbers together. */
#include "harness.h"

#include <math.h>
#include <stdio.h>

#include "data/role.h"

enum { ROWS = 60 };

static double in_pairs(size_t i)
{
    return (double)(1 + i % 2);
}

/* One to three persons a household. */
static double in_households(size_t i)
{
    return (double)(1 + (i % 6 < 1 ? 0 : i % 6 < 3 ? i % 6 - 1 : i % 6 - 3));
}

static double swapped(size_t i)
{
    return (double)(i % 4 < 2 ? 1 + i % 2 : 2 - i % 2);
}

static double from_zero(size_t i)
{
    return (double)(i % 2);
}

/* Codes of places: 60 numbers of three to five digits, in no order. */
static double places(size_t i)
{
    return (double)(501 + i * 37 % 60 * 1613);
}

static double documents(size_t i)
{
    return (double)(10000019 + i * 37 % 60 * 1361471);
}

static double amounts(size_t i)
{
    return (double)(i * 37 % 60 * 1613);
}

/* 1 to 1299, in no order, and the same with four digits each */
static double unequal(size_t i)
{
    return (double)(1 + i * 37 % 60 * 22);
}

static double equal(size_t i)
{
    return 2000 + unequal(i);
}

static double in_groups(size_t i)
{
    return (double)(1301 + i / 3 * 7);
}

/* 1 to 20 and 101 to 120, each three times, in no order; and counts of visits, of which few are many */
static double given_out(size_t i)
{
    return (double)(1 + i * 37 % 60 % 20);
}

static double of_doors(size_t i)
{
    return 100 + given_out(i);
}

static double visits(size_t i)
{
    return floor(1 + given_out(i) * given_out(i) / 21);
}

static double rounded_goods(size_t i)
{
    return 1e10 * (double)(400 + i * 37 % 23);
}

static double by_three(size_t i)
{
    return (double)(7003 + 3 * i);
}

static double by_two(size_t i)
{
    return (double)(100 + 2 * i);
}

static double by_five(size_t i)
{
    return (double)(400 + 5 * i);
}

static double by_three_low(size_t i)
{
    return (double)(3 + 3 * i);
}

static double biennial(size_t i)
{
    return (double)(1903 + 2 * i);
}

static void knows_numbers_by_their_names(void)
{
    static const struct {
        const char *name;
        double (*x)(size_t);
        bool numbers;
    } table[] = {
        {"pid", in_pairs, true},
        {"pid", in_households, true},
        {"person_id", in_pairs, true},
        {"pid", swapped, false},
        {"pid", from_zero, false},
        {"visit", in_pairs, false},
        {"treatment", in_pairs, false},
        {"zip", places, true},
        {"home_zip_code", places, true},
        {"PLZ", places, true},
        {"Code postal", places, true},
        {"Code commune", places, true},
        {"fips", places, true},
        {"sales", places, false},
        {"zip", amounts, false},
        {"Police", documents, true},
        {"DNI", documents, true},
        {"branch code", places, true},
        {"station", places, true},
        {"NHS number", documents, true},
        {"number of calls", documents, false},
        {"police", places, false},
        /* the last word, whatever stands before it */
        {"Cow No", unequal, true},
        {"Hasta No", unequal, true},
        {"Sr No", unequal, true},
        {"Stall Nr.", unequal, true},
        {"VehicleNo", unequal, true},
        {"Patient #", unequal, true},
        {"Bus No", unequal, true},
        {"employees no", unequal, false},
        {"Platelet no", unequal, false},
        {"Exhaled NO", unequal, false},
        {"Latino", unequal, false},
        {"Lactation No", in_households, false},
        /* words for numbers of many digits */
        {"Booking Ref", equal, true},
        {"USUBJID", equal, true},
        {"COWID", equal, true},
        {"N_dossier", equal, true},
        {"Ear tag", equal, true},
        {"Order", equal, true},
        {"\345\255\246\347\261\215\347\225\252\345\217\267", equal, true},
        {"RUT", equal, true},
        {"Order", unequal, false},
        {"COWID", unequal, true},
        {"ANIMALID", unequal, true},
        {"returnedbyownerid", unequal, true},
        {"room_no", unequal, true},
        {"ROOMNO", unequal, true},
        {"tiernr", unequal, true},
        {"STATECODE", unequal, true},
        {"PAID", unequal, false},
        {"liquid", unequal, false},
        {"triglycerid", unequal, false},
        {"CASINO", unequal, false},
        {"RETAILERID", unequal, false},
        {"cellnumber", unequal, false},
        {"total_paid", equal, false},
        {"uric_acid", equal, false},
        {"svartid", equal, false},
        {"orders", equal, false},
        {"loan", equal, false},
        {"key", swapped, false},
        /* words that say enough */
        {"Legajo", unequal, true},
        {"C\303\251dula", unequal, true},
        {"subject", in_groups, true},
        {"subject", swapped, false},
        {"plot", in_groups, true},
        /* that come again anywhere */
        {"subject", given_out, true},
        {"Cow No", given_out, true},
        {"room", of_doors, true},
        {"class teacher", given_out, true},
        {"subject", visits, false},
        {"doctors", given_out, false},
        {"visits per doctor", given_out, false},
        {"index", given_out, false},
        {"grade", in_groups, false},
        /* of which a spreadsheet left three digits */
        {"barcode", rounded_goods, true},
        {"EAN", rounded_goods, true},
        {"IMEI", rounded_goods, true},
        {"Tracking number", rounded_goods, true},
        {"turnover", rounded_goods, false},
        {"cells_per_l", rounded_goods, false},
        {"EAN", swapped, false},
        /* steps */
        {"z", by_three, true},
        {"dose", by_three, false},
        {"z", by_five, false},
        {"volt", by_two, false},
        {"z", by_three_low, false},
        {"z", biennial, false},
    };
    for (size_t k = 0; k < sizeof table / sizeof *table; k++) {
        double x[ROWS];
        logreg_frame *f = NULL;
        for (size_t i = 0; i < ROWS; i++)
            x[i] = table[k].x(i);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, table[k].name, x, ROWS, 1, NULL), LOGREG_OK);
        if (logreg_frame_identifies(f, 0) != table[k].numbers)
            printf("# row %zu, %s\n", k, table[k].name);
        CU_ASSERT_EQUAL(logreg_frame_identifies(f, 0), table[k].numbers);
        logreg_frame_free(f);
    }
}

/* 1 to 15 four times, by person and by wave; 12 numbers, of which some have more rows, in no order */
static double by_person(size_t i)
{
    return (double)(1 + i / 4);
}

static double by_wave(size_t i)
{
    return (double)(1 + i % 15);
}

static double in_no_order(size_t i)
{
    return (double)(1 + i * 37 % 60 * (i * 37 % 60) / 300);
}

static double age_of(double id)
{
    return 20 + fmod(7 * id, 15);
}

static double time_of(double id)
{
    return 5 * id;
}

static double sex_of(double id)
{
    return fmod(id, 2);
}

/* IDs of several rows each, beside a column that is made of them: how many, where they are told as IDs. */
static void knows_persons_of_several_rows(void)
{
    static const struct {
        const char *name;
        double (*id)(size_t), (*beside)(double);
        bool told;
        size_t groups;
    } table[] = {
        {"id", by_person, NULL, true, 15},
        {"id", by_wave, NULL, true, 15},
        {"ID No.", by_person, NULL, true, 15},
        {"ID No.", by_wave, NULL, true, 15},
        {"participant_id", by_person, NULL, true, 15},
        {"participant_id", by_wave, NULL, true, 15},
        {"PatientID", by_person, NULL, true, 15},
        {"id_patient", by_person, NULL, true, 15},
        {"student_id", in_no_order, NULL, true, 12},
        {"student_id", in_no_order, sex_of, true, 12},
        {"subjid", by_person, NULL, true, 15},
        {"Patient No", by_wave, NULL, true, 15},
        /* numbers of things may be kinds, and no number tells what begins again in each group */
        {"job_id", in_no_order, NULL, false, 12},
        {"job_id", in_no_order, sex_of, false, 12},
        {"job_id", by_person, NULL, false, 15},
        {"item_id", in_no_order, NULL, false, 12},
        {"item_id", in_no_order, age_of, true, 12},
        {"item_id", in_no_order, time_of, false, 12},
        {"item_id", by_person, NULL, true, 15},
        {"Nr", by_wave, NULL, true, 0},
        {"Sample Number", by_wave, NULL, true, 0},
        {"Sample Number", by_wave, age_of, true, 15},
        {"Nr", by_wave, time_of, true, 0},
        {"Nr", by_wave, age_of, true, 15},
        /* of nobody knows what, and of kinds */
        {"stimulus_id", by_person, NULL, false, 15},
        {"stimulus_id", by_person, age_of, true, 15},
        {"reason_id", by_person, NULL, false, 15},
        {"store_id", by_person, age_of, false, 15},
        {"wave", by_person, age_of, false, 15},
    };
    for (size_t k = 0; k < sizeof table / sizeof *table; k++) {
        double x[ROWS], z[ROWS];
        logreg_frame *f = NULL;
        for (size_t i = 0; i < ROWS; i++) {
            x[i] = table[k].id(i);
            z[i] = table[k].beside ? table[k].beside(x[i]) : (double)(i * 37 % 60);
        }
        CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, table[k].name, x, ROWS, 1, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, "z", z, ROWS, 1, NULL), LOGREG_OK);
        bool same = logreg_frame_identifies(f, 0) == table[k].told &&
                    logreg__groups_numbered(f, 0) == table[k].groups;
        if (!same)
            printf("# row %zu, %s: %d, %zu\n", k, table[k].name, logreg_frame_identifies(f, 0),
                   logreg__groups_numbered(f, 0));
        CU_ASSERT_TRUE(same);
        logreg_frame_free(f);
    }
}

static double few_codes(size_t i)
{
    return (double)(i * 37 % 60 % 4 * 5);
}

/* Names that end in the word for a number, by what other columns are called. */
static void knows_numbers_glued_to_names(void)
{
    static const struct {
        const char *name, *other;
        double (*x)(size_t);
        bool id, codes;
    } table[] = {
        {"REASONID", "z", few_codes, false, true},
        {"returnedreasonid", "z", few_codes, false, true},
        {"OWNERID", "z", few_codes, false, true},
        {"RETAILERID", "z", few_codes, false, false},
        {"RETAILERID", "OWNERID", few_codes, false, true},
        {"RETAILERID", "OWNERNO", few_codes, false, false},
        {"RETAILERID", "owner_id", few_codes, false, false},
        {"RETAILERID", "OWNERID", unequal, true, false},
        {"RETAILERID", "HELID", unequal, false, false},
        {"PAID", "OWNERID", few_codes, false, false},
        {"PAID", "OWNERID", unequal, false, false},
        {"LIQUID", "OWNERID", unequal, false, false},
        {"COVID", "OWNERID", unequal, false, false},
        {"steroid", "ownerid", few_codes, false, false},
        {"casino", "cowno", unequal, false, false},
        {"tagno", "cowno", unequal, true, false},
        {"somethingofalongname_thatnowordhasroomfor_id", "ownerid", few_codes, false, true},
    };
    for (size_t k = 0; k < sizeof table / sizeof *table; k++) {
        double x[ROWS], z[ROWS];
        logreg_frame *f = NULL;
        for (size_t i = 0; i < ROWS; i++) {
            x[i] = table[k].x(i);
            z[i] = unequal(i);
        }
        CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, table[k].name, x, ROWS, 1, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, table[k].other, z, ROWS, 1, NULL), LOGREG_OK);
        bool same =
            logreg_frame_identifies(f, 0) == table[k].id && logreg__numbers_code(f, 0) == table[k].codes;
        if (!same)
            printf("# row %zu, %s beside %s\n", k, table[k].name, table[k].other);
        CU_ASSERT_TRUE(same);
        logreg_frame_free(f);
    }
}

static double strewn_low(size_t i)
{
    double x = (double)(i * 37 % 60);
    return 400 + 3 * x * x * x;
}

/* 5, 6, 8, 9, .., and a few far off */
static double in_turn(size_t i)
{
    size_t k = i * 37 % 60;
    return (double)(5 + 3 * (k / 2) + k % 2 + (k > 54 ? 700 * k : 0));
}

static double in_turn_but_one(size_t i)
{
    return in_turn(i ? i : 1);
}

/* Numbers under a name that ends so, whatever is numbered, tell by themselves that they were given out in turn. */
static void knows_numbers_given_in_turn(void)
{
    static const struct {
        const char *name;
        double (*x)(size_t);
        bool id;
    } table[] = {
        {"ADOPTIONNUMBER", in_turn, true},          {"AdoptionNr", in_turn, true},
        {"ADOPTIONNUMBER", in_turn_but_one, false}, {"DiscardNumber", strewn_low, false},
        {"discarded", in_turn, false},
    };
    for (size_t k = 0; k < sizeof table / sizeof *table; k++) {
        double x[ROWS];
        logreg_frame *f = NULL;
        for (size_t i = 0; i < ROWS; i++)
            x[i] = table[k].x(i);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, table[k].name, x, ROWS, 1, NULL), LOGREG_OK);
        if (logreg_frame_identifies(f, 0) != table[k].id)
            printf("# row %zu, %s\n", k, table[k].name);
        CU_ASSERT_EQUAL(logreg_frame_identifies(f, 0), table[k].id);
        logreg_frame_free(f);
    }
}

static double from_1_to_10(size_t i)
{
    return (double)(1 + i * 37 % 60 % 10);
}

static double from_1_to_9(size_t i)
{
    return (double)(1 + i * 37 % 60 % 9);
}

/* Ratings on one scale, whose names begin alike. */
static void knows_ratings(void)
{
    static const struct {
        const char *name, *other;
        double (*z)(size_t);
        bool codes;
    } table[] = {
        {"PrivacyTrainBus", "PrivacyTaxi", from_1_to_10, false},
        {"privacy_bus", "privacy taxi", from_1_to_10, false},
        {"PrivacyBus", "Taxi", from_1_to_10, true},
        {"PrivacyBus", "ComfortTaxi", from_1_to_10, true},
        {"PrivacyBus", "PrivacyTaxi", from_1_to_9, true},
        {"PrivacyBus", "PrivacyTaxi", unequal, true},
        {"PrivacyBus", "PrivacyRegion", from_1_to_10, true},
        {"PrivacyBus", "PrivacyPatient", from_1_to_10, true},
        {"PrivacyRegion", "PrivacyTaxi", from_1_to_10, true},
    };
    for (size_t k = 0; k < sizeof table / sizeof *table; k++) {
        double x[ROWS], z[ROWS];
        logreg_frame *f = NULL;
        for (size_t i = 0; i < ROWS; i++) {
            x[i] = from_1_to_10(i);
            z[i] = table[k].z(i + 3);
        }
        CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, table[k].name, x, ROWS, 1, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, table[k].other, z, ROWS, 1, NULL), LOGREG_OK);
        if (logreg__numbers_code(f, 0) != table[k].codes) {
            printf("# %s beside %s\n", table[k].name, table[k].other);
            CU_FAIL("ratings");
        }
        logreg_frame_free(f);
    }
}

static double from_1_to_3(size_t i)
{
    return (double)(1 + i * 37 % 60 % 3);
}

/* Names that say what each number stands for. */
static void knows_codes_spelt_out(void)
{
    static const struct {
        const char *name;
        bool named, codes; /* of 1 to 3 */
    } table[] = {
        {"Education [1-primary. 2-vocational. 3-higher]", true, true},
        {"Marital (1=single 2=married 3=widowed)", true, true},
        {"Marital (1: single, 2: married, 3: widowed, 4: other)", true, true},
        {"smoke 1) never 2) former 3) now", true, true},
        {"stan cywilny 1 = wolny 2 = Å¼onaty 3 = ð", true, true},
        {"Education [0-primary. 1-vocational. 2-higher]", true, false},
        {"Smoking [0-no. 1-yes]", false, false},
        {"Smoking [1-no. 2-yes]", false, false},
        {"x (3=a 2=b 1=c)", false, false},
        {"x (1=a 2=b 1234=c)", false, false},
        {"glucose 1-h 2-h 3-h", true, true},
        {"score 1-3", false, false},
        {"t1-x2=y3:z", false, false},
        {"1", false, false},
        {"1=", false, false},
    };
    for (size_t k = 0; k < sizeof table / sizeof *table; k++) {
        double x[ROWS];
        logreg_frame *f = NULL;
        for (size_t i = 0; i < ROWS; i++)
            x[i] = from_1_to_3(i);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, table[k].name, x, ROWS, 1, NULL), LOGREG_OK);
        bool same = logreg__named_codes(table[k].name) == table[k].named &&
                    logreg__numbers_code(f, 0) == table[k].codes;
        if (!same)
            printf("# row %zu, %s\n", k, table[k].name);
        CU_ASSERT_TRUE(same);
        logreg_frame_free(f);
    }
}

/* Of a hundred rows numbers that fill their range evenly number something; counts do not. */
static void knows_numbers_given_out(void)
{
    enum { MANY = 120 };
    static const struct {
        const char *name;
        bool even, id;
    } table[] = {
        {"adoption_number", true, true},  {"adoption_number", false, false}, {"ADOPTIONNUMBER", true, true},
        {"number of calls", true, false}, {"total number", true, false},     {"calls", true, false},
    };
    for (size_t k = 0; k < sizeof table / sizeof *table; k++) {
        double x[MANY];
        logreg_frame *f = NULL;
        for (size_t i = 0; i < MANY; i++) {
            double even = (double)(i * 37 % MANY);
            x[i] = table[k].even ? 35 + 61 * even : floor(35 + even * even * even / 100);
        }
        CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, table[k].name, x, MANY, 1, NULL), LOGREG_OK);
        if (logreg_frame_identifies(f, 0) != table[k].id)
            printf("# row %zu, %s\n", k, table[k].name);
        CU_ASSERT_EQUAL(logreg_frame_identifies(f, 0), table[k].id);
        logreg_frame_free(f);
    }
}

/* A second number of each person, some of whom have the first there too; not one that is never the same, nor one of two persons, nor a short one, nor beside what is no ID. */
static void knows_second_numbers(void)
{
    enum { PERSONS = 57, ALL = 60 };
    static const struct {
        const char *beside;
        size_t same; /* the second number is the first in each so many rows */
        double size;
        bool shared, id;
    } table[] = {
        {"pid", 5, 1e5, false, true},  {"pid", 100, 1e5, false, false}, {"pid", 5, 1e5, true, false},
        {"pid", 5, 100, false, false}, {"price", 5, 1e5, false, false},
    };
    for (size_t k = 0; k < sizeof table / sizeof *table; k++) {
        double first[ALL], second[ALL];
        logreg_frame *f = NULL;
        for (size_t i = 0; i < ALL; i++) {
            size_t person = i * 7 % PERSONS, other = table[k].shared && person == 9 ? 8 : person;
            first[i] = 20 * table[k].size + (double)(person * person * 31 % 9973) * table[k].size / 100;
            second[i] = person && person % table[k].same == 0
                            ? first[i]
                            : table[k].size + (double)(other * other * 17 % 9949) * table[k].size / 1e4;
            second[i] = floor(second[i]);
        }
        CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, "hc", second, ALL, 1, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, table[k].beside, first, ALL, 1, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL(logreg_frame_identifies(f, 1), table[k].beside[1] == 'i');
        if (logreg_frame_identifies(f, 0) != table[k].id)
            printf("# row %zu\n", k);
        CU_ASSERT_EQUAL(logreg_frame_identifies(f, 0), table[k].id);
        logreg_frame_free(f);
    }
}

/* Columns whose numbers are names by the name of the column, and those that hold amounts. */
static void knows_kinds_by_their_names(void)
{
    static const char *const kinds[] = {"STATE",
                                        "_STATE",
                                        "STATEFP",
                                        "GESTFIPS",
                                        "statecode",
                                        "REGION_CD",
                                        "Policy_Sales_Channel",
                                        "NAICS",
                                        "sic2",
                                        "OCC2010",
                                        "ISCO08",
                                        "MSSubClass",
                                        "CARRIER",
                                        "ORIGIN_AIRPORT_ID",
                                        "route",
                                        "heatingorsystemtypeid",
                                        "Local_Authority_(District)",
                                        "Mother's occupation",
                                        "RAC1P",
                                        "ridreth3",
                                        "tipo.inst",
                                        "Tipo de vivienda",
                                        "c\303\263digo",
                                        "kod"};
    static const char *const amounts[] = {"state_income",
                                          "code_rate",
                                          "origin_age",
                                          "OS",
                                          "ST",
                                          "occupancy",
                                          "statement",
                                          "channels",
                                          "major_axis",
                                          "route_length",
                                          "paid",
                                          "classcount",
                                          "zoned",
                                          "score",
                                          "number of routes",
                                          "tipo_cambio",
                                          "tipo de inter\303\251s",
                                          "tipologia"};
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        if (!logreg__named_kind(kinds[k]))
            printf("# %s\n", kinds[k]);
        CU_ASSERT_TRUE(logreg__named_kind(kinds[k]));
    }
    for (size_t k = 0; k < sizeof amounts / sizeof *amounts; k++) {
        bool named = logreg__named_kind(amounts[k]) || logreg__named_class(amounts[k]);
        if (named)
            printf("# %s\n", amounts[k]);
        CU_ASSERT_FALSE(named);
    }
    CU_ASSERT_TRUE(logreg__named_class("MARST"));
    CU_ASSERT_TRUE(logreg__named_class("Weather_Conditions"));
}

const test_case tests[] = {{"knows numbers by their names", knows_numbers_by_their_names},
                           {"knows persons of several rows", knows_persons_of_several_rows},
                           {"knows numbers glued to names", knows_numbers_glued_to_names},
                           {"knows numbers given in turn", knows_numbers_given_in_turn},
                           {"knows ratings on one scale", knows_ratings},
                           {"knows codes spelt out", knows_codes_spelt_out},
                           {"knows numbers given out", knows_numbers_given_out},
                           {"knows second numbers of persons", knows_second_numbers},
                           {"knows kinds by their names", knows_kinds_by_their_names},
                           {NULL, NULL}};
