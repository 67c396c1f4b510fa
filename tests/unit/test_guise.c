/* The grammar of numbers as people write them. */
#include "harness.h"

#include <stdlib.h>
#include <string.h>

#include "csv/numbers/forms.h"
#include "csv/mending/mend.h"
#include "csv/categories/surplus.h"

/* What a text is, in a few words: "unit EUR, decimal ,, groups .". */
static const char *describe(char room[200], const char *text)
{
    logreg__guise g;
    size_t used = 0;
    if (!logreg__guise_parse(&g, text, strlen(text)))
        return "none";
    *room = '\0';
    if (*g.unit)
        used += (size_t)sprintf(room, "%s %s, ", g.before ? "ahead" : "behind", g.unit);
    if (*g.money)
        used += (size_t)sprintf(room + used, "money %s, ", g.money);
    if (g.decimal)
        used += (size_t)sprintf(room + used, "decimal %c, ", g.decimal);
    if (g.open)
        used += (size_t)sprintf(room + used, "open %c, ", g.open);
    for (size_t k = 0; k < LOGREG__GROUPS; k++)
        if (g.groups >> k & 1)
            used += (size_t)sprintf(room + used, "groups %zu, ", k);
    if (g.traits)
        used += (size_t)sprintf(room + used, "traits %x, ", g.traits);
    if (used)
        room[used - 2] = '\0';
    return room;
}

static void takes_numbers_apart(void)
{
    static const struct {
        const char *text, *want;
    } table[] = {
        {"12", ""},
        {"-12.5", "decimal ."},
        {"12,5", "decimal ,"},
        {".5", "decimal ."},
        {"1.5e3 kg", "behind kg, decimal ."},
        {"1.234", "open ."},
        {"1,234", "open ,"},
        {"0.234", "decimal ."},
        {"01.234", "decimal ."},
        {"1234.567", "decimal ."},
        {"1.234.567", "groups 8"},
        {"1.234,5", "decimal ,, groups 8"},
        {"1,234.5", "decimal ., groups 7"},
        {"1,23,456.5", "decimal ., groups 9"},
        {"1'234.50", "decimal ., groups 0"},
        {"1\xe2\x80\x99"
         "234",
         "groups 5"},
        {"1 234,5 kr", "behind kr, decimal ,, groups 1"},
        {"1\xc2\xa0"
         "234\xc2\xa0kr",
         "behind kr, groups 2, traits 1"},
        {"R$ 1.500,00", "ahead R$, decimal ,, groups 8"},
        {"Rs.500", "ahead Rs."},
        {"Rs. 1,000", "ahead Rs., open ,"},
        {"US$12", "ahead US$"},
        {"5 kg/m2", "behind kg/m2"},
        {"37.5 \xc2\xb0"
         "C",
         "behind \xc2\xb0"
         "C, decimal ."},
        {"1.500,-", "groups 8, traits 800"},
        {"1'500.--", "groups 0, traits 800"},
        {"3.200,00- EUR", "behind EUR, decimal ,, groups 8, traits 2000"},
        {"(1.234,50) EUR", "behind EUR, decimal ,, groups 8, traits 1000"},
        {"$(5)", "ahead $, traits 1000"},
        {"+1,200 USD", "behind USD, open ,"},
        {"\xe2\x88\x92 5", "traits 4010"},
        {"~25.1", "decimal ., traits 40"},
        {"c. 1941", "traits 100000"},
        {"c.1941", "traits 100000"},
        {"Circa 1,802", "open ,, traits 100000"},
        {"approx. $5", "ahead $, traits 100000"},
        {"um 5 um", "behind um, traits 100000"},
        {"<=0.5 mg", "behind mg, decimal ., traits 100"},
        {"85+", "traits 200"},
        {"7**", "traits 400"},
        {"1,11,810/-", "groups 9, traits 800"},
        {"1,5 Mio. EUR", "behind Mio., money EUR, decimal ,"},
        {"1.5m USD", "behind m, money USD, decimal ."},
        {"5 m kg", "none"},
        {"46\xc2\xb7"
         "19",
         "traits 8000"},
        {"\xe2\x80\x9c"
         "23.6\xe2\x80\x9d",
         "decimal ., traits 8"},
        {"5\xe2\x80\x8bkg", "behind kg, traits 1000000"},
        {"\xe2\x80\x8f-3.5\xe2\x80\x8e", "decimal ., traits 1000000"},
        /* names, dates, lists */
        {"", "none"},
        {"kg", "none"},
        {"A-1", "none"},
        {"12-a", "none"},
        {"(12) a", "none"},
        {"(12", "none"},
        {"12)", "none"},
        {"- -5", "none"},
        {"-5-", "none"},
        {"10-14", "none"},
        {"01.02.2023", "none"},
        {"1.02.", "none"},
        {"030 123 456", "none"},
        {"1 23", "none"},
        {"1 2345", "none"},
        {"1,234 567", "none"},
        {"1.234.56", "none"},
        {"1.2.3.4.5.6.7.8.9", "none"},
        {"5 kg kg", "none"},
        {"$5 USD", "none"},
        {"5 kg EUR", "none"},
        {"5 averyverylongunitofmeasurethatnobodyhas", "none"},
        {"<<5", "none"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        char room[200];
        const char *got = describe(room, table[i].text);
        bool same = strcmp(got, table[i].want) == 0;
        if (!same)
            printf("# '%s': %s, want %s\n", table[i].text, got, table[i].want);
        CU_ASSERT_TRUE(same);
    }
}

/* Texts of any bytes are no more than numbers or not: nothing is read beyond them. */
static void reads_no_further_than_the_text(void)
{
    static const char *const parts[] = {"1",
                                        "23",
                                        "456",
                                        ".",
                                        ",",
                                        "'",
                                        " ",
                                        "\xc2",
                                        "\xc2\xa0",
                                        "\xe2\x80",
                                        "\xe2\x80\xaf",
                                        "$",
                                        "kg",
                                        "(",
                                        ")",
                                        "-",
                                        "\xe2\x88\x92",
                                        "+",
                                        "%",
                                        "e",
                                        "<",
                                        "Rs.",
                                        "\xc2\xb7"};
    unsigned seed = 1;
    for (size_t round = 0; round < 20000; round++) {
        char text[40] = "";
        size_t n = 0;
        for (seed = seed * 1664525 + 1013904223; n + 4 < sizeof text && (seed >> 24) % 8;
             seed = seed * 1664525 + 1013904223)
            n += (size_t)snprintf(text + n, sizeof text - n, "%s",
                                  parts[(seed >> 16) % (sizeof parts / sizeof *parts)]);
        char *exact = malloc(n + 1); /* with nothing behind it */
        memcpy(exact, text, n);
        logreg__guise g;
        bool parsed = logreg__guise_parse(&g, exact, n);
        CU_ASSERT_TRUE(!parsed || strpbrk(text, "0123456789") != NULL);
        CU_ASSERT_TRUE(strlen(g.unit) < LOGREG__UNIT_ROOM);
        free(exact);
    }
}

static void names_forms(void)
{
    static const struct {
        const char *text;
        logreg__form form;
    } table[] = {
        {"12.5", LOGREG__FORM_NUMBER},
        {"12,5", LOGREG__FORM_MARKED},
        {"1e400", LOGREG__FORM_TEXT},
        {"1,234", LOGREG__FORM_DRESSED},
        {"12 kg", LOGREG__FORM_UNIT},
        {"week 12", LOGREG__FORM_TEXT},
        {"5'11\"", LOGREG__FORM_FEET},
        {"5 ft 11 in", LOGREG__FORM_FEET},
        {"5'12", LOGREG__FORM_TEXT},
        {"1'200", LOGREG__FORM_DRESSED},
        {"10 (19.6%)", LOGREG__FORM_SHARE},
        {"10 (2)", LOGREG__FORM_SPREAD},
        {"1 - bad", LOGREG__FORM_LABEL},
        {"5 (very much)", LOGREG__FORM_LABEL},
        {"5 = best", LOGREG__FORM_LABEL},
        {"5- EUR", LOGREG__FORM_UNIT},
        {"5- best", LOGREG__FORM_LABEL},
        {"4 or more", LOGREG__FORM_WORDS},
        {"under 20", LOGREG__FORM_WORDS},
        {"85 und \xc3\xa4lter", LOGREG__FORM_WORDS},
        {"10-14", LOGREG__FORM_RANGE},
        {"10 to 14", LOGREG__FORM_RANGE},
        {"02-Jan", LOGREG__FORM_DAY},
        {"02JAN2024", LOGREG__FORM_DAY},
        {"01.02.", LOGREG__FORM_DAY},
        {"Jan-02", LOGREG__FORM_DAY},
        {"12:30", LOGREG__FORM_CLOCK},
        {"46:57.3", LOGREG__FORM_CLOCK},
        {"1:02:03,5", LOGREG__FORM_CLOCK},
        {"12:30.", LOGREG__FORM_TEXT},
        {"4:37 AM", LOGREG__FORM_HALF_DAY},
        {"4:37:09 p.m.", LOGREG__FORM_HALF_DAY},
        {"4:37\xe2\x80\xafPM", LOGREG__FORM_HALF_DAY},
        {"4:37 p.\xc2\xa0m.", LOGREG__FORM_HALF_DAY},
        {"12 PM", LOGREG__FORM_HALF_DAY},
        {"4:37p", LOGREG__FORM_HALF_DAY},
        {"14:37 PM", LOGREG__FORM_TEXT},
        {"4:37 AMP", LOGREG__FORM_TEXT},
        {"1/2", LOGREG__FORM_FRACTION},
        {"[12.7]", LOGREG__FORM_WRAPPED},
        {"(12.7,)", LOGREG__FORM_WRAPPED},
        {"{\"value\": -1e3}", LOGREG__FORM_WRAPPED},
        {"np.float64(0.5)", LOGREG__FORM_WRAPPED},
        {"Decimal('12.70')", LOGREG__FORM_WRAPPED},
        {"<td class=\"c2\"><b>12</b></td>", LOGREG__FORM_WRAPPED},
        {"(12.7)", LOGREG__FORM_DRESSED},
        {"[1, 2]", LOGREG__FORM_TEXT},
        {"[12.7", LOGREG__FORM_TEXT},
        {"(20, 30]", LOGREG__FORM_TEXT},
        {"<12", LOGREG__FORM_DRESSED},
        {"f(x)", LOGREG__FORM_TEXT},
        {"()", LOGREG__FORM_TEXT},
        {"2\302\275", LOGREG__FORM_VULGAR},
        {"\342\205\223", LOGREG__FORM_VULGAR},
        {"2\302\275 h", LOGREG__FORM_TEXT},
        {"7 lb 4 oz", LOGREG__FORM_POUNDS},
        {"7lbs. 4oz.", LOGREG__FORM_POUNDS},
        {"7 lb 4", LOGREG__FORM_LABEL},
        {"38w4d", LOGREG__FORM_WEEKS},
        {"38 weeks, 4 days", LOGREG__FORM_WEEKS},
        {"38w8d", LOGREG__FORM_TEXT},
        {"1 days 06:00:00", LOGREG__FORM_SPAN},
        {"0 days 00:12:30.5", LOGREG__FORM_SPAN},
        {"3 weeks 06:00:00", LOGREG__FORM_LABEL},
        {"Mar", LOGREG__FORM_TEXT},
        {"marble", LOGREG__FORM_TEXT},
        {"0 None at all", LOGREG__FORM_LABEL},
        {"25 mg per day", LOGREG__FORM_UNIT},
        {"1.5x10^3", LOGREG__FORM_TIMES},
        {"2 * 10", LOGREG__FORM_TEXT},
        {"1:30 h", LOGREG__FORM_CLOCK},
        {"over", LOGREG__FORM_TEXT},
        {"- bad", LOGREG__FORM_TEXT},
        {"51\xc2\xb0"
         "30'N",
         LOGREG__FORM_ANGLE},
        {"N 51\xc2\xb0 30' 26.4\"", LOGREG__FORM_ANGLE},
        {"-0\xc2\xb0 7'", LOGREG__FORM_ANGLE},
        {"51\xc2\xba"
         "30\xe2\x80\xb2"
         "26\xe2\x80\xb3W",
         LOGREG__FORM_ANGLE},
        {"51,5\xc2\xb0 N", LOGREG__FORM_ANGLE},
        {"38.9\xc2\xb0", LOGREG__FORM_UNIT},
        {"38.9\xc2\xb0"
         "C",
         LOGREG__FORM_UNIT},
        {"51.5N", LOGREG__FORM_UNIT},
        {"3y 4m", LOGREG__FORM_AGE},
        {"2 years, 11 months", LOGREG__FORM_AGE},
        {"1 Jahr 3 Mon.", LOGREG__FORM_AGE},
        {"3y", LOGREG__FORM_UNIT},
        {"3y 4d", LOGREG__FORM_AGE},
        {"120/80 mmHg", LOGREG__FORM_FRACTION},
        {"120/80mm Hg", LOGREG__FORM_FRACTION},
        {"120/80 cm", LOGREG__FORM_TEXT},
        {"40 ml/min/1.73m2", LOGREG__FORM_UNIT},
        {"12 x10^9/L", LOGREG__FORM_UNIT},
        {"60 dB(A)", LOGREG__FORM_UNIT},
        {"33 years old", LOGREG__FORM_UNIT},
        {"$33k", LOGREG__FORM_UNIT},
        {"USD 3.5M", LOGREG__FORM_UNIT},
        {"k33k", LOGREG__FORM_TEXT},
        {"33 not known", LOGREG__FORM_TEXT},
        {"33 of all the people there are", LOGREG__FORM_TEXT},
        {"33 and a bit", LOGREG__FORM_TEXT},
        {"33 Main St 5", LOGREG__FORM_TEXT},
        {"33 one two three four five", LOGREG__FORM_TEXT},
        {"33 (self-reported)", LOGREG__FORM_LABEL},
        {"333 mg (oral)", LOGREG__FORM_UNIT},
        {"90 (90+ in 1980)", LOGREG__FORM_DRESSED},
        {"12.5 [11.0-13.9]", LOGREG__FORM_DRESSED},
        {"12.5 [11.0 [a]]", LOGREG__FORM_TEXT},
        {"P1Y2M", LOGREG__FORM_AGE},
        {"P3M", LOGREG__FORM_AGE},
        {"P10D", LOGREG__FORM_DURATION},
        {"1w 4d 2h 30m", LOGREG__FORM_DURATION},
        {"1w 2h", LOGREG__FORM_DURATION},
        {"2h 1w", LOGREG__FORM_TEXT},
        {"2 years 3 mons 12 days", LOGREG__FORM_AGE},
        {"10 st 5 lb", LOGREG__FORM_STONES},
        {"10 st 5 oz", LOGREG__FORM_LABEL},
        {"7 of 10", LOGREG__FORM_FRACTION},
        {"7 out of 10", LOGREG__FORM_FRACTION},
        {"4:1", LOGREG__FORM_RATIO},
        {"4:0", LOGREG__FORM_PAIR},
        {"4:100", LOGREG__FORM_TEXT},
        {"87+2", LOGREG__FORM_CHANGE},
        {"10x22", LOGREG__FORM_PAIR},
        {"3.5 \303\227 2 cm", LOGREG__FORM_PAIR},
        {"10x22x5", LOGREG__FORM_TRIPLE},
        {"40.1,-70.9", LOGREG__FORM_PAIR},
        {"-40.1; 7", LOGREG__FORM_PAIR},
        {"40,12", LOGREG__FORM_MARKED},
        {"1:160", LOGREG__FORM_TITER},
        {"<1:10", LOGREG__FORM_TITER},
        {"1 : 128", LOGREG__FORM_TITER},
        {"1:40", LOGREG__FORM_CLOCK},
        {"2:160", LOGREG__FORM_TEXT},
        {"1:", LOGREG__FORM_TEXT},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        logreg__guise g;
        logreg__form got = logreg__form_of(&g, table[i].text, strlen(table[i].text), '.');
        if (got != table[i].form)
            printf("# '%s' is %d, want %d\n", table[i].text, (int)got, (int)table[i].form);
        CU_ASSERT_EQUAL(got, table[i].form);
    }
}

static void knows_numbers_in_words(void)
{
    static const struct {
        const char *text;
        int want; /* -1: none */
    } table[] = {
        {"zero", 0},
        {"One", 1},
        {"TWELVE", 12},
        {"twenty", 20},
        {"twenty one", 21},
        {"Thirty-Two", 32},
        {"ninety and nine", 99},
        {"a hundred", 100},
        {"z\303\251ro", 0},
        {"vingt et un", 21},
        {"dix-sept", 17},
        {"quatre-vingts", 80},
        {"sieben", 7},
        {"F\303\234NF", 5},
        {"einundzwanzig", 21},
        {"drei\303\237ig", 30},
        {"cuarenta y dos", 42},
        {"quarenta e cinco", 45},
        {"trentadue", -1},
        {"vijfentwintig", 25},
        {"tv\303\245", 2},
        {"trzy", 3},
        {"\321\202\321\200\320\270", 3},
        {"\344\270\211", 3},
        {"once", -1},
        {"fire", -1},
        {"", -1},
        {"on", -1},
        {"ones", -1},
        {"twenty ten", -1},
        {"two twenty", -1},
        {"one two", -1},
        {"twenty one two", -1},
        {"2", -1},
        {"someone", -1},
        {"none", -1},
        {"null", -1},
        {"one hundred and twenty-five", -1},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        int value = -1;
        bool spelt = logreg__is_spelt(&value, table[i].text);
        if (spelt != (table[i].want >= 0) || value != table[i].want)
            printf("# '%s' is %d, want %d\n", table[i].text, value, table[i].want);
        CU_ASSERT_EQUAL(spelt, table[i].want >= 0);
        CU_ASSERT_EQUAL(value, table[i].want);
    }
}

static void lists_words_once(void)
{
    char list[LOGREG__SPELT] = "", word[4] = "aaa";
    logreg__spelt_add(list, "two", 2, '.');
    logreg__spelt_add(list, "twenty one", 21, '.');
    logreg__spelt_add(list, "two", 2, '.');
    CU_ASSERT_STRING_EQUAL(list, "two 2 twenty-one 21");
    for (int k = 0; k < 20 * 26; k++) {
        word[0] = (char)('a' + k / 26);
        word[1] = (char)('a' + k % 26);
        logreg__spelt_add(list, word, k % 100, '.');
    }
    CU_ASSERT_EQUAL(strlen(list), LOGREG__SPELT - 1); /* which no command takes */
    *list = '\0';
    logreg__spelt_add(list, "two)", 2, '.');
    CU_ASSERT_EQUAL(strlen(list), LOGREG__SPELT - 1);
}

static void knows_dashes_of_accounts(void)
{
    static const char *const nil[] = {"-",   "\xe2\x80\x93",   "\xe2\x80\x94", "\xe2\x88\x92", "$-",
                                      "$ -", "- \xe2\x82\xac", "EUR -",        "-  "},
                             *const other[] = {"--", "-1", "", " ", "$", "- -", "kg -", "x", "$-$", "-.-"};
    for (size_t i = 0; i < sizeof nil / sizeof *nil; i++)
        CU_ASSERT_TRUE(logreg__is_nil(nil[i], false));
    for (size_t i = 0; i < sizeof other / sizeof *other; i++)
        CU_ASSERT_FALSE(logreg__is_nil(other[i], false));
    CU_ASSERT_TRUE(logreg__is_nil("Nu", true) && logreg__is_nil("nein", true));
    CU_ASSERT_FALSE(logreg__is_nil("Nu", false) || logreg__is_nil("da", true) || logreg__is_nil("n", true));
}

static void knows_what_repeats(void)
{
    static const char *const repeats[] = {"\"", "''", "\xe3\x80\x83", "ditto", "Ditto", "do.", "dto."},
                             *const other[] = {"", "'", "do", "-", "dittos", "id"};
    for (size_t i = 0; i < sizeof repeats / sizeof *repeats; i++)
        CU_ASSERT_TRUE(logreg__is_ditto(repeats[i]));
    for (size_t i = 0; i < sizeof other / sizeof *other; i++)
        CU_ASSERT_FALSE(logreg__is_ditto(other[i]));
}

const test_case tests[] = {
    {"takes numbers apart", takes_numbers_apart},
    {"reads no further than the text", reads_no_further_than_the_text},
    {"names forms", names_forms},
    {"knows numbers in words", knows_numbers_in_words},
    {"lists words once", lists_words_once},
    {"knows dashes of accounts", knows_dashes_of_accounts},
    {"knows what repeats", knows_what_repeats},
    {NULL, NULL},
};
