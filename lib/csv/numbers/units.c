/* Units of numbers, and signs and words for money. */
#include "csv/numbers/guise.h"
#include "data/answers.h"
#include "data/role.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

static bool is_among(const char *word, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (*word == *words[i] && strcmp(word, words[i]) == 0)
            return true;
    return false;
}

/* "$", and the signs of Unicode: U+20A0 to U+20CF. The length in bytes; 0: none. */
static size_t money_sign(const char *text, size_t n)
{
    const unsigned char *u = (const unsigned char *)text;
    if (n && *text == '$')
        return 1;
    if (n > 1 && u[0] == 0xc2 && (u[1] == 0xa2 || u[1] == 0xa3 || u[1] == 0xa5))
        return 2;
    return n > 2 && u[0] == 0xe2 && ((u[1] == 0x82 && u[2] >= 0xa0) || (u[1] == 0x83 && u[2] <= 0x8f)) ? 3
                                                                                                       : 0;
}

bool logreg__is_currency(const char *unit)
{
    static const char words[] =
        " EUR Eur Euro euro euros USD US$ A$ C$ CA$ AU$ NZ$ HK$ NT$ S$ R$ MX$ GBP CHF Fr. SFr. Fr INR Rs "
        "Rs. SEK NOK DKK ISK kr kr. Kr Kr. PLN z\xc5\x82 zl CZK K\xc4\x8d HUF Ft RON lei BGN RUB TRY TL YTL "
        "BRL MXN ARS CLP COP PEN S/ UYU JPY CNY RMB KRW TWD HKD SGD THB IDR Rp Rp. MYR RM PHP VND ZAR NGN "
        "KES KSh GHS EGP ILS AED SAR AUD CAD NZD PKR BDT LKR UAH DM DEM FRF ITL ATS ESP pesos dollars ";
    size_t n = strlen(unit), sign = money_sign(unit, n);
    return (sign && sign == n) || (n && !strchr(unit, ' ') && logreg__word_among(words, unit));
}

bool logreg__same_money(const char *a, const char *b)
{
    /* signs and words of one money each, blanks between and around; what several have stands in all of them */
    static const char *const moneys[] = {
        " \342\202\254 EUR Eur eur Euro euro Euros euros ",
        " $ USD US$ usd dollars ",
        " $ AUD A$ AU$ ",
        " $ CAD C$ CA$ ",
        " $ NZD NZ$ ",
        " $ HKD HK$ ",
        " $ SGD S$ ",
        " $ TWD NT$ ",
        " $ MXN MX$ pesos ",
        " $ ARS pesos ",
        " $ CLP pesos ",
        " $ COP pesos ",
        " \302\243 GBP gbp ",
        " kr kr. Kr Kr. SEK ",
        " kr kr. Kr Kr. NOK ",
        " kr kr. Kr Kr. DKK ",
        " kr kr. Kr Kr. ISK ",
        " z\305\202 zl PLN ",
        " K\304\215 CZK ",
        " Ft HUF ",
        " lei RON ",
        " Fr. SFr. Fr CHF ",
        " \302\245 JPY ",
        " \302\245 CNY RMB ",
        " \342\202\271 Rs Rs. INR ",
        " Rs Rs. PKR ",
        " Rs Rs. LKR ",
        " R$ BRL ",
        " \342\202\275 RUB ",
        " \342\202\272 TL TRY YTL ",
        " \342\202\251 KRW ",
        " Rp Rp. IDR ",
        " RM MYR ",
        " \342\202\261 PHP ",
        " \342\202\253 VND ",
        " \342\202\252 ILS ",
        " \342\202\264 UAH ",
        " \342\202\246 NGN ",
        " KSh KES ",
        " S/ PEN ",
        " DM DEM ",
    };
    for (size_t k = 0; k < sizeof moneys / sizeof *moneys; k++)
        if (logreg__word_among(moneys[k], a) && logreg__word_among(moneys[k], b))
            return true;
    return false;
}

int logreg__unit_power(const char *unit)
{
    static const char *const thousand[] = {"k", "K", "Tsd", "Tsd.", "tsd", "tys.", "thousand"},
                             *const million[] = {"M",  "Mio", "Mio.", "mio",    "mio.",
                                                 "mn", "mln", "MM",   "million"},
                             *const billion[] = {"B",   "bn", "Bn",  "Mrd",    "Mrd.",
                                                 "mrd", "Md", "mld", "billion"};
    static const char *const lakh[] = {"lakh", "lakhs", "Lakh", "Lakhs", "lac", "lacs", "Lac", "Lacs"},
                             *const crore[] = {"crore", "crores", "Crore", "Crores"};
    return is_among(unit, thousand, sizeof thousand / sizeof *thousand) ? 3
           : is_among(unit, lakh, sizeof lakh / sizeof *lakh)           ? 5
           : is_among(unit, million, sizeof million / sizeof *million)  ? 6
           : is_among(unit, crore, sizeof crore / sizeof *crore)        ? 7
           : is_among(unit, billion, sizeof billion / sizeof *billion)  ? 9
                                                                        : 0;
}

int logreg__money_power(const char *unit)
{
    static const char *const thousand[] = {"Th", "Th.", "th"}, *const million[] = {"m", "mm", "m."};
    return is_among(unit, thousand, sizeof thousand / sizeof *thousand) ? 3
           : is_among(unit, million, sizeof million / sizeof *million)  ? 6
           : strcmp(unit, "Cr") == 0 || strcmp(unit, "cr") == 0         ? 7
           : strcmp(unit, "b") == 0                                     ? 9
                                                                        : logreg__unit_power(unit);
}

logreg__scale logreg__unit_scale(const char *unit)
{
    /* spellings of one unit each, blanks between and around: of letters alone as they are, of others in small letters */
    static const struct {
        const char *spellings;
        logreg__scale scale;
    } known[] = {
        {" kg kgs kilo kilos kilogram kilograms kilogramm kilogramme ", {'m', 1}},
        {" g gr gram grams gramm gramme grammes ", {'m', 0.001}},
        {" mg mgs milligram milligrams ", {'m', 1e-6}},
        {" ug \302\265g \316\274g mcg microgram micrograms ", {'m', 1e-9}},
        {" ng nanogram nanograms ", {'m', 1e-12}},
        {" lb lbs pound pounds ", {'m', 0.45359237}},
        {" oz ounce ounces ", {'m', 0.028349523125}},
        {" m meter meters metre metres mtr mts ", {'l', 1}},
        {" cm cms centimeter centimeters centimetre centimetres zentimeter ", {'l', 0.01}},
        {" mm mms millimeter millimeters millimetre millimetres ", {'l', 0.001}},
        {" km kms kilometer kilometers kilometre kilometres ", {'l', 1000}},
        {" in ins inch inches ", {'l', 0.0254}},
        {" ft foot feet ", {'l', 0.3048}},
        {" yd yds yard yards ", {'l', 0.9144}},
        {" mi mile miles ", {'l', 1609.344}},
        {" l L lt ltr liter liters litre litres ", {'v', 1}},
        {" dl ", {'v', 0.1}},
        {" cl ", {'v', 0.01}},
        {" ml mls milliliter milliliters millilitre millilitres ", {'v', 0.001}},
        {" g/ml ", {'c', 1000}},
        {" g/dl ", {'c', 10}},
        {" g/l mg/ml ", {'c', 1}},
        {" mg/dl ", {'c', 0.01}},
        {" mg/l ug/ml \302\265g/ml \316\274g/ml mcg/ml ", {'c', 1e-3}},
        {" ug/dl \302\265g/dl \316\274g/dl mcg/dl ", {'c', 1e-5}},
        {" ug/l \302\265g/l \316\274g/l mcg/l ng/ml ", {'c', 1e-6}},
        {" ng/dl ", {'c', 1e-8}},
        {" ng/l pg/ml ", {'c', 1e-9}},
        {" mol/l ", {'n', 1}},
        {" mmol/l ", {'n', 1e-3}},
        {" umol/l \302\265mol/l \316\274mol/l ", {'n', 1e-6}},
        {" nmol/l ", {'n', 1e-9}},
        {" pmol/l ", {'n', 1e-12}},
        {" m2 m\302\262 sqm sqms qm sqmeter sqmeters sqmetre sqmetres squaremeter squaremeters squaremetre "
         "squaremetres ",
         {'a', 1}},
        {" ft2 ft\302\262 sqft sqfeet sqfoot squarefeet squarefoot ", {'a', 0.09290304}},
        {" yd2 yd\302\262 sqyd sqyds sqyard sqyards squareyard squareyards gaj ", {'a', 0.83612736}},
        {" cm2 cm\302\262 sqcm ", {'a', 1e-4}},
        {" km2 km\302\262 sqkm ", {'a', 1e6}},
        {" sqmi sqmile sqmiles squaremile squaremiles ", {'a', 2589988.110336}},
        {" cents cent ",
         {'a',
          40.468564224}}, /* of acres, as plots of India have them; money is told apart by what is beside it */
        {" guntha gunthas ", {'a', 101.17141056}},
        {" ground grounds ", {'a', 222.967296}},
        {" perch perches ", {'a', 25.29285264}},
        {" ha hectare hectares hektar ", {'a', 1e4}},
        {" ac acre acres ", {'a', 4046.8564224}},
        {" bytes byte ", {'b', 1}},
        {" kb kib kilobyte kilobytes ", {'b', 1024}},
        {" mb mib megabyte megabytes ", {'b', 1048576}},
        {" gb gib gigabyte gigabytes ", {'b', 1073741824}},
        {" tb tib terabyte terabytes ", {'b', 1099511627776}},
        {" s sec secs second seconds sek sekunden ", {'t', 1}},
        {" min mins minute minutes minuten ", {'t', 60}},
        {" h hr hrs hour hours std stunde stunden heure heures hora horas ", {'t', 3600}},
        {" d day days tag tage jour jours dia dias ", {'t', 86400}},
        {" wk wks week weeks woche wochen semaine semaines ", {'t', 604800}},
        {" mo mos mon mons mth mths month months monat monate mois mesi meses mese mes monthsold monthold "
         "monthsofage ",
         {'y', 1}},
        {" y J yr yrs year years yo y/o jahr jahre ans an a\303\261os a\303\261o anos ano anni anno jaar "
         "\303\245r lat "
         "yearsold yearold yrsold yrold yearsofage yrsofage yearofage jahrealt ",
         {'y', 12}},
    };
    char word[LOGREG__UNIT_ROOM];
    size_t n = 0, letters = 0;
    for (const char *c = unit; *c; c++)
        letters += !strchr(" .-", *c);
    for (const char *c = unit; *c && n + 1 < sizeof word; c++)
        if (!strchr(" .-", *c))
            word[n++] = (char)(letters > 1 && *c >= 'A' && *c <= 'Z' ? *c + 0x20 : *c);
    word[n] = '\0';
    for (size_t k = 0; k < sizeof known / sizeof *known; k++)
        if (logreg__word_among(known[k].spellings, word))
            return known[k].scale;
    return (logreg__scale){0, 0};
}

char logreg__unit_degrees(const char *unit)
{
    char plain[LOGREG__PLAIN_WORD];
    if (strncmp(unit, "\xc2\xb0", 2) == 0)
        unit += 2 + (unit[2] == ' ');
    if (!logreg__plain_word(plain, unit))
        return 0;
    return logreg__word_among(" c celsius degc ", plain)      ? 'C'
           : logreg__word_among(" f fahrenheit degf ", plain) ? 'F'
                                                              : 0;
}

bool logreg__is_flag(const char *unit)
{
    return unit[0] && !unit[1] && strchr("bcdefnpruzHL", unit[0]);
}

size_t logreg__letter_length(const char *text, size_t n)
{
    const unsigned char *u = (const unsigned char *)text;
    if (!n || *u < 0x80)
        return n && isalpha(*u);
    size_t length = *u >= 0xf0 ? 4 : *u >= 0xe0 ? 3 : 2;
    bool latin =
        *u != 0xc2 || (n > 1 && strchr("\xaa\xb0\xb2\xb3\xb5\xba", u[1])); /* degrees, squares, micro */
    bool sign = *u == 0xe2 || *u == 0xef; /* punctuation, mathematics, marks that do not show */
    return !latin || sign || *u < 0xc2 || length > n ? 0 : length;
}

/* Is this one of the words for money that end in a point? */
static bool shortened(const char *text, size_t n)
{
    char word[LOGREG__UNIT_ROOM];
    snprintf(word, sizeof word, "%.*s", (int)n, text);
    return n < sizeof word && logreg__is_currency(word);
}

size_t logreg__unit_length(const char *text, size_t n)
{
    size_t sign = money_sign(text, n), length = 0, k;
    if (sign || (n && *text == '%'))
        return sign ? sign : 1;
    if (n > 2 && memcmp(text, "\xe2\x80\xb0", 3) == 0) /* per mille */
        return 3;
    while ((k = logreg__letter_length(text + length, n - length)))
        length += k;
    if (!length)
        return 0;
    if (length < n && text[length] == '$') /* US$ */
        return length + 1;
    /* kg/m2, S/ */
    while (length < n && (text[length] == '/' || logreg__letter_length(text + length, n - length) ||
                          (text[length - 1] == 'm' && strchr("23", text[length]) && text[length])))
        length += (k = logreg__letter_length(text + length, n - length)) ? k : 1;
    /* Rs. 39, but not kg.5 */
    bool dot = length < n && text[length] == '.';
    return length + (dot && (length + 1 == n || text[length + 1] == ' ' || shortened(text, length + 1)));
}
