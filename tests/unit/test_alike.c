/* Labels that are one label in two ways, and slips. */
#include "harness.h"

#include <stdio.h>

#include "data/alike.h"

static void alike(void)
{
    static const struct {
        const char *a, *b;
        bool one;
    } codes[] = {
        {"A/G", "G/A", true},
        {"0/1", "1/0", true},
        {"A/G", "A/T", false},
        {"A/G", "A/G/T", false},
        {"1/2", "2/1", false},
        {"AG", "GA", false},
        {"O+", "O pos", true},
        {"0 Rh positive", "O+", true},
        {"AB-", "AB neg.", true},
        {"A", "A+", false},
        {"A+", "A-", false},
        {"O", "0", false},
        {"NYHA II", "NYHA 2", true},
        {"Stage IV", "stage 4", true},
        {"II", "2", false},
        {"NYHA II", "NYHA 3", false},
        {"NYHA II", "ASA 2", false},
        {"type 1", "type I", true},
        {"New York", "New+York", true},
        {"A+B", "AB", false},
        {"aspirin", "aspirin+", false},
        {"1", "1.0", true},
        {"01", "1", true},
        {"0", "0.00", true},
        {"007", "7.0", true},
        {"1.1", "1.10", false}, /* versions */
        {"10", "1.0", false},
        {"1.", "1", false},
        {"1", "2.0", false},
        {"1.0a", "1", false},
    };
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        bool good = logreg__labels_alike(codes[i].a, codes[i].b) == codes[i].one &&
                    logreg__labels_alike(codes[i].b, codes[i].a) == codes[i].one;
        if (!good)
            printf("# %s, %s\n", codes[i].a, codes[i].b);
        CU_ASSERT_TRUE(good);
    }
    CU_ASSERT_TRUE(logreg__labels_alike("East side", "east-side"));
    CU_ASSERT_TRUE(logreg__labels_alike("East  side", "East side"));
    CU_ASSERT_TRUE(logreg__labels_alike("Zuerich", "Z\303\274rich"));
    CU_ASSERT_TRUE(logreg__labels_alike("OESTERREICH", "\303\226sterreich"));
    CU_ASSERT_TRUE(logreg__labels_spelt_out("Aarhus 2", "\303\205rhus 2"));
    CU_ASSERT_FALSE(logreg__labels_spelt_out("Zurich", "Z\303\274rich")); /* as accents are */
    CU_ASSERT_TRUE(logreg__labels_spelt_out("St. Louis", "Saint Louis"));
    CU_ASSERT_TRUE(logreg__labels_alike("Bad St Peter", "Bad Sankt Peter"));
    CU_ASSERT_TRUE(logreg__labels_alike("St-Denis", "Saint-Denis"));
    CU_ASSERT_FALSE(logreg__labels_alike("Main St", "Main Saint"));
    CU_ASSERT_FALSE(logreg__labels_alike("Saints", "Sts"));
    CU_ASSERT_TRUE(logreg__label_worse("R&amp;D", "R&D"));
    CU_ASSERT_FALSE(logreg__label_worse("R&D", "R&amp;D"));
    CU_ASSERT_TRUE(logreg__label_worse("iii", "III"));
    CU_ASSERT_FALSE(logreg__label_worse("III", "iii"));
    CU_ASSERT_FALSE(logreg__label_worse("NORTH", "North"));
    CU_ASSERT_TRUE(logreg__labels_alike("N.", "n"));
    CU_ASSERT_TRUE(logreg__labels_alike("\303\234ber uns", "\303\274ber_uns"));
    CU_ASSERT_TRUE(logreg__labels_alike("Grade 1", "grade  1"));
    CU_ASSERT_TRUE(logreg__labels_alike("20-29", "20 \342\200\223 29"));
    CU_ASSERT_TRUE(logreg__labels_alike("20 to 29", "20-29"));
    CU_ASSERT_TRUE(logreg__labels_alike("65+", "65 +"));
    CU_ASSERT_TRUE(logreg__labels_alike("M\303\241laga", "MALAGA"));
    CU_ASSERT_TRUE(logreg__labels_alike("Hauptstra\303\237e", "Hauptstrasse"));
    CU_ASSERT_TRUE(logreg__labels_alike("KADIN", "Kad\304\261n"));
    CU_ASSERT_TRUE(logreg__labels_alike("St Mary's", "St. Mary\342\200\231s"));
    CU_ASSERT_TRUE(logreg__labels_alike("'Sales'", "\342\200\234Sales\342\200\235"));
    CU_ASSERT_TRUE(logreg__labels_alike("R&D", "R&amp;D"));
    CU_ASSERT_TRUE(logreg__labels_alike("Food & Drink", "Food and drink"));
    CU_ASSERT_TRUE(logreg__labels_alike("New York", "New%20York"));
    CU_ASSERT_TRUE(logreg__labels_alike("A", "\320\220")); /* a Cyrillic one */
    CU_ASSERT_TRUE(logreg__labels_alike("Sales", "01 - Sales"));
    CU_ASSERT_TRUE(logreg__labels_alike("\357\274\242 1", "B 1"));
    CU_ASSERT_FALSE(logreg__labels_alike("1 - Sales", "2 - Sales"));
    CU_ASSERT_FALSE(logreg__labels_alike("A", "A-"));
    CU_ASSERT_FALSE(logreg__labels_alike("B+", "B"));
    CU_ASSERT_FALSE(logreg__labels_alike("AB", "A&B"));
    CU_ASSERT_FALSE(logreg__labels_alike("-5", "5"));
    CU_ASSERT_FALSE(logreg__labels_alike("12", "1 2"));
    CU_ASSERT_FALSE(logreg__labels_alike("\343\202\253", "\343\202\254")); /* ka, ga */
    CU_ASSERT_FALSE(logreg__labels_alike("1-2", "12"));
    CU_ASSERT_FALSE(logreg__labels_alike("1.5 mg", "15 mg"));
    CU_ASSERT_FALSE(logreg__labels_alike("-", "--"));
    CU_ASSERT_FALSE(logreg__labels_alike("North", "Nort"));
    CU_ASSERT_FALSE(logreg__labels_alike("", " "));
}

static void lost(void)
{
    static const struct {
        const char *a, *b;
        bool lost;
    } rows[] = {
        {"M\357\277\275nchen", "M\303\274nchen", true},
        {"M?nchen", "M\303\274nchen", true},
        {"m?nchen", "M\303\234NCHEN", true},
        {"M??nchen", "M\303\274nchen", true},
        {"M\303\274nchen", "M?nchen", false},
        {"M?nchen", "M?nchen", false},
        {"M?nchen", "Munchen", false},
        {"M?nchen", "M\357\277\275nchen", false},
        {"Wei???", "Wei\303\237", true},
        {"B??e", "B\303\266\303\237e", true}, /* one for each */
        {"Stra?e?", "Stra\303\237e?", true},
        {"Jos?", "Jos\303\251", true},
        {"Jos", "Jos\303\251", false},
        {"?", "\303\251", false},
        {"??", "\303\251", false},
        {"a?", "a\303\251", false}, /* one letter is left */
        {"yes?", "yes", false},
        {"", "\303\251", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        CU_ASSERT_EQUAL(logreg__label_lost(rows[i].a, rows[i].b), rows[i].lost);
        if (rows[i].lost) {
            CU_ASSERT_TRUE(logreg__labels_alike(rows[i].a, rows[i].b));
            CU_ASSERT_TRUE(logreg__labels_alike(rows[i].b, rows[i].a));
        }
    }
    CU_ASSERT_TRUE(logreg__labels_alike("M?nchen", "M\357\277\275nchen"));
    CU_ASSERT_FALSE(logreg__labels_alike("M?nchen", "Monchen"));
}

static void near(void)
{
    CU_ASSERT_TRUE(logreg__labels_near("Nroth", "North"));
    CU_ASSERT_TRUE(logreg__labels_near("Northh", "North"));
    CU_ASSERT_FALSE(logreg__labels_near("Noth", "North")); /* four letters */
    CU_ASSERT_TRUE(logreg__labels_near("Souht side", "South side"));
    CU_ASSERT_TRUE(logreg__labels_near("pendng", "pending"));
    CU_ASSERT_TRUE(logreg__labels_near("Yess", "Yes"));
    CU_ASSERT_TRUE(logreg__labels_near("Noo", "No"));
    CU_ASSERT_FALSE(logreg__labels_near("Yes", "Yet"));
    CU_ASSERT_FALSE(logreg__labels_near("brown", "crown"));
    CU_ASSERT_FALSE(logreg__labels_near("Austria", "Australia"));
    CU_ASSERT_FALSE(logreg__labels_near("group1", "group2"));
    CU_ASSERT_FALSE(logreg__labels_near("North", "North"));
    CU_ASSERT_TRUE(logreg__labels_near("Strongly Di", "Strongly Disagree"));
    CU_ASSERT_TRUE(logreg__labels_near("Strongly Disagree", "Strongly Di"));
    CU_ASSERT_FALSE(logreg__labels_near("North", "Northwest")); /* words of their own */
    CU_ASSERT_FALSE(logreg__labels_near("Not at", "Not at all"));
    CU_ASSERT_FALSE(logreg__labels_near("Strongly D", "Strongly Disagree"));
    CU_ASSERT_FALSE(logreg__labels_near("Week 1 lo", "Week 1 long"));
    CU_ASSERT_TRUE(logreg__label_slipped("Strongly Di", 2, "Strongly Disagree", 10));
    CU_ASSERT_FALSE(logreg__label_slipped("Strongly Di", 4, "Strongly Disagree", 400));
    CU_ASSERT_FALSE(logreg__label_slipped("Strongly Di", 2, "Strongly Disagree", 9));
    CU_ASSERT_FALSE(logreg__label_slipped("Strongly Disagree", 2, "Strongly Di", 20));
    static const struct {
        const char *a, *b;
        bool near;
    } rows[] = {
        {"sout", "south", true}, {"south", "sout", true},  {"Sout", "south", true},
        {"Wset", "west", true},  {"west", "Wset", true},   {"esat", "EAST", true},
        {"males", "male", true}, {"Noth", "North", false}, {"wes", "west", false},
        {"Yse", "Yes", false},   {"high", "nigh", false},  {"low", "lo", false},
        {"I", "II", false},      {"II", "III", false},     {"VII", "VIII", false},
        {"AA", "AAA", false},    {"A1", "A", false},       {"A12345", "A1234", false},
        {"Noo", "No", true},     {"IVV", "IIV", false},    {"west", "wast", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        CU_ASSERT_EQUAL(logreg__labels_near(rows[i].a, rows[i].b), rows[i].near);
    CU_ASSERT_TRUE(logreg__label_slipped("Nroth", 3, "North", 30));
    CU_ASSERT_FALSE(logreg__label_slipped("Nroth", 4, "North", 400));
    CU_ASSERT_FALSE(logreg__label_slipped("Nroth", 3, "North", 29));
    CU_ASSERT_FALSE(logreg__label_slipped("Nroth", 0, "North", 29));
}

/* In any number of rows where it can hardly be another word. */
static void slipped(void)
{
    static const struct {
        const char *a, *b;
        size_t n, of;
        bool slip;
    } rows[] = {
        {"hispanc", "hispanic", 50, 250, true},   {"hispanc", "hispanic", 50, 249, false},
        {"Febuary", "February", 20, 200, true},   {"marital", "martial", 40, 400, true},
        {"Hispannic", "Hispanic", 9, 90, true},   {"males", "male", 40, 400, true},
        {"Nroth", "North", 4, 400, false},        {"nitrate", "nitrite", 4, 400, false},
        {"employer", "employee", 4, 400, false},  {"Ireland", "Iceland", 4, 400, false},
        {"master+", "master", 100, 2000, false},  {"ITCCGTGACG", "ITCCGTTGACG", 4, 400, false},
        {"Zona A", "Zona B", 4, 400, false},      {"high", "higher", 4, 400, false},
        {"Zoned", "Zone", 4, 400, false},         {"hispanc", "hispanic", 0, 250, false},
        {"grade one", "gradeone", 4, 400, false}, /* alike */
        {"HIDROXICLORQUINA", "HIDROXICLOROQUINA", 4, 40, true}, /* all labels in capitals */
        {"HIDROXICLOQUINA", "HIDROXICLOROQUINA", 4, 40, true}, /* two letters that lack */
        {"Hidroxicloquina", "hidroxicloroquina", 4, 40, true},
        {"HISPANC", "HISPANIC", 4, 400, false}, /* as short as codes are */
        {"extremelylikly", "extremelyunlikely", 4, 400, false},
        {"extremely likely", "extremely unlikely", 4, 400, false},
        {"prednisone", "prednisolone", 4, 400, false},
        {"internacional", "international", 4, 400, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        CU_ASSERT_EQUAL(logreg__label_slipped(rows[i].a, rows[i].n, rows[i].b, rows[i].of), rows[i].slip);
}

static void marked(void)
{
    static const struct {
        const char *a, *b;
        bool alike;
    } rows[] = {
        {"North*", "North", true},
        {"North **", "North", true},
        {"North?", "North", true},
        {"North,", "North", true},
        {"North\342\200\240", "North", true},
        {"18-25 yrs*", "18-25 yrs", true},
        {"A*", "A", false},
        {"B?", "B", false},
        {"AB*", "AB", false},
        {"North+", "North", false},
        {"North-", "North", false},
        {"North*", "South", false},
        {"North*side", "North", false},
        {"*North", "North", false},
        {"123*", "123", false},
        {"Fem.", "Female", true},
        {"fem.", "Female", true},
        {"M.", "Male", false},
        {"Mr.", "Mrs", false},
        {"Fem", "Female", false},
        {"Fem.", "Male", false},
        {"Inc. a", "Income", false},
        {"No sample.", "No sample taken", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        CU_ASSERT_EQUAL(logreg__labels_alike(rows[i].a, rows[i].b), rows[i].alike);
        CU_ASSERT_EQUAL(logreg__labels_alike(rows[i].b, rows[i].a), rows[i].alike);
    }
}

const test_case tests[] = {{"alike", alike},     {"lost", lost},     {"near", near},
                           {"slipped", slipped}, {"marked", marked}, {NULL, NULL}};
