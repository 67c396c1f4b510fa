/* Numbers in words: two, twenty-one, einundzwanzig. Words that mean something else elsewhere are left out: once is 11 in Spain, fire 4 in Denmark. */
#include "csv/numbers/forms.h"
#include "csv/mending/mend.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "data/answers.h"

/* Plain words (answers.h) of English, German, French, Spanish, Italian, Portuguese, Dutch, Nordic and Slavic languages, and Chinese, in the order of their bytes. */
typedef struct {
    const char *word;
    int value;
} spelt;

/* clang-format off */
static const spelt known[] = {
    {"acht", 8}, {"achttien", 18}, {"achtzehn", 18}, {"achtzig", 80}, {"adozen", 12}, {"ahundred", 100},
    {"arton", 18}, {"atten", 18}, {"catorce", 14}, {"catorze", 14}, {"cem", 100}, {"cento", 100}, {"cero", 0},
    {"cien", 100}, {"cinco", 5}, {"cincuenta", 50}, {"cinq", 5}, {"cinquanta", 50}, {"cinquante", 50}, {"cinque", 5},
    {"cinquenta", 50}, {"cuarenta", 40}, {"cuatro", 4}, {"cztery", 4}, {"dertien", 13}, {"dertig", 30}, {"deux", 2},
    {"dez", 10}, {"dezanove", 19}, {"dezasseis", 16}, {"dezassete", 17}, {"dezenove", 19}, {"dezesseis", 16},
    {"dezessete", 17}, {"dezoito", 18}, {"diciannove", 19}, {"diciassette", 17}, {"diciotto", 18}, {"dieci", 10},
    {"diecinueve", 19}, {"dieciocho", 18}, {"dieciseis", 16}, {"diecisiete", 17}, {"diecis\303\251is", 16},
    {"dieci\303\251is", 16}, {"diez", 10}, {"dix", 10}, {"dixhuit", 18}, {"dixneuf", 19}, {"dixsept", 17},
    {"doce", 12}, {"dodici", 12}, {"dois", 2}, {"dos", 2}, {"douze", 12}, {"doze", 12}, {"dozen", 12}, {"drei", 3},
    {"dreissig", 30}, {"dreizehn", 13}, {"drei\303\237ig", 30}, {"drie", 3}, {"duas", 2}, {"dwa", 2}, {"dwie", 2},
    {"dziesi\304\231\304\207", 10}, {"dziewi\304\231\304\207", 9}, {"een", 1}, {"eight", 8}, {"eighteen", 18},
    {"eighty", 80}, {"ein", 1}, {"eine", 1}, {"einhundert", 100}, {"eins", 1}, {"eleven", 11}, {"elf", 11},
    {"elleve", 11}, {"elva", 11}, {"ett", 1}, {"fem", 5}, {"femten", 15}, {"femtio", 50}, {"femton", 15},
    {"fifteen", 15}, {"fifty", 50}, {"five", 5}, {"fjorten", 14}, {"fjorton", 14}, {"forty", 40}, {"four", 4},
    {"fourteen", 14}, {"fourty", 40}, {"fuenf", 5}, {"fuenfzehn", 15}, {"fuenfzig", 50}, {"fyra", 4}, {"fyrtio", 40},
    {"f\303\274nf", 5}, {"f\303\274nfzehn", 15}, {"f\303\274nfzig", 50}, {"honderd", 100}, {"huit", 8},
    {"huitante", 80}, {"hundert", 100}, {"hundra", 100}, {"hundred", 100}, {"jeden", 1}, {"negen", 9},
    {"negentien", 19}, {"negentig", 90}, {"neuf", 9}, {"neun", 9}, {"neunzehn", 19}, {"neunzig", 90}, {"nine", 9},
    {"nineteen", 19}, {"ninety", 90}, {"nio", 9}, {"nitten", 19}, {"nittio", 90}, {"nitton", 19}, {"noll", 0},
    {"nonante", 90}, {"novanta", 90}, {"nove", 9}, {"noventa", 90}, {"nueve", 9}, {"ochenta", 80}, {"ocho", 8},
    {"oitenta", 80}, {"oito", 8}, {"one", 1}, {"onehundred", 100}, {"onze", 11}, {"osiem", 8}, {"ottanta", 80},
    {"otte", 8}, {"otto", 8}, {"pi\304\231\304\207", 5}, {"quaranta", 40}, {"quarante", 40}, {"quarenta", 40},
    {"quatorze", 14}, {"quatre", 4}, {"quatrevingt", 80}, {"quatrevingts", 80}, {"quatro", 4}, {"quattordici", 14},
    {"quattro", 4}, {"quince", 15}, {"quindici", 15}, {"quinze", 15}, {"sechs", 6}, {"sechzehn", 16}, {"sechzig", 60},
    {"sedici", 16}, {"sei", 6}, {"seis", 6}, {"seize", 16}, {"seks", 6}, {"seksten", 16}, {"sept", 7},
    {"septante", 70}, {"sesenta", 60}, {"sessanta", 60}, {"sessenta", 60}, {"sete", 7}, {"setenta", 70},
    {"settanta", 70}, {"sette", 7}, {"seven", 7}, {"seventeen", 17}, {"seventy", 70}, {"sextio", 60}, {"sexton", 16},
    {"sieben", 7}, {"siebzehn", 17}, {"siebzig", 70}, {"siedem", 7}, {"siete", 7}, {"six", 6}, {"sixteen", 16},
    {"sixty", 60}, {"sju", 7}, {"sjuttio", 70}, {"sjutton", 17}, {"soixante", 60}, {"sytten", 17}, {"syv", 7},
    {"sze\305\233\304\207", 6}, {"tachtig", 80}, {"ten", 10}, {"thirteen", 13}, {"thirty", 30}, {"three", 3},
    {"tien", 10}, {"tio", 10}, {"tjugo", 20}, {"tolv", 12}, {"tre", 3}, {"trece", 13}, {"tredici", 13},
    {"tredive", 30}, {"treinta", 30}, {"treize", 13}, {"trenta", 30}, {"trente", 30}, {"tres", 3}, {"tretten", 13},
    {"trettio", 30}, {"tretton", 13}, {"treze", 13}, {"trinta", 30}, {"trois", 3}, {"trzy", 3}, {"tr\303\252s", 3},
    {"tv\303\245", 2}, {"twaalf", 12}, {"twee", 2}, {"twelve", 12}, {"twenty", 20}, {"twintig", 20}, {"two", 2},
    {"tyve", 20}, {"um", 1}, {"uma", 1}, {"un", 1}, {"una", 1}, {"undici", 11}, {"une", 1}, {"uno", 1},
    {"veertien", 14}, {"veertig", 40}, {"veinte", 20}, {"venti", 20}, {"vier", 4}, {"vierzehn", 14}, {"vierzig", 40},
    {"vijf", 5}, {"vijftien", 15}, {"vijftig", 50}, {"vingt", 20}, {"vinte", 20}, {"zehn", 10}, {"zero", 0},
    {"zes", 6}, {"zestien", 16}, {"zestig", 60}, {"zeven", 7}, {"zeventien", 17}, {"zeventig", 70}, {"zwanzig", 20},
    {"zwei", 2}, {"zwo", 2}, {"zwoelf", 12}, {"zw\303\266lf", 12}, {"z\303\251ro", 0}, {"\303\245tta", 8},
    {"\303\245tte", 8}, {"\303\245ttio", 80}, {"\303\251\303\251n", 1},
    {"\320\262\320\276\321\201\320\265\320\274\321\214", 8}, {"\320\264\320\262\320\260", 2},
    {"\320\264\320\262\320\265", 2}, {"\320\264\320\265\320\262\321\217\321\202\321\214", 9},
    {"\320\264\320\265\321\201\321\217\321\202\321\214", 10}, {"\320\276\320\264\320\270\320\275", 1},
    {"\320\277\321\217\321\202\321\214", 5}, {"\321\201\320\265\320\274\321\214", 7}, {"\321\202\321\200\320\270", 3},
    {"\321\207\320\265\321\202\321\213\321\200\320\265", 4}, {"\321\210\320\265\321\201\321\202\321\214", 6},
    {"\344\270\200", 1}, {"\344\270\203", 7}, {"\344\270\211", 3}, {"\344\270\244", 2}, {"\344\271\235", 9},
    {"\344\272\214", 2}, {"\344\272\224", 5}, {"\345\205\253", 8}, {"\345\205\255", 6}, {"\345\215\201", 10},
    {"\345\233\233", 4},
};
/* clang-format on */

enum { KNOWN = sizeof known / sizeof *known };

/* The first of those that begin with the byte; KNOWN: none does. */
static size_t first_of(unsigned char byte)
{
    size_t low = 0, high = KNOWN;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if ((unsigned char)*known[middle].word < byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The number that one word says; -1: none. */
static int value_of(const char *word)
{
    for (size_t k = first_of((unsigned char)*word); k < KNOWN && *known[k].word == *word; k++)
        if (strcmp(known[k].word, word) == 0)
            return known[k].value;
    return -1;
}

static bool is_ten(int value)
{
    return value >= 20 && value < 100;
}

static bool is_one(int value)
{
    return value > 0 && value < 10;
}

/* "und", where the word begins with it. */
static size_t joint(const char *word)
{
    static const char *const joints[] = {"und", "and", "et", "en", "og", "y", "e"};
    for (size_t k = 0; k < sizeof joints / sizeof *joints; k++)
        if (strncmp(word, joints[k], strlen(joints[k])) == 0)
            return strlen(joints[k]);
    return 0;
}

/* What begins with a word of value a goes on with rest: twentyone, vingtetun, einundzwanzig; -1: no number. */
static int value_with(int a, const char *rest)
{
    size_t joined = joint(rest);
    int b = is_ten(a) ? value_of(rest) : -1, c = joined ? value_of(rest + joined) : -1;
    return !*rest                                  ? a
           : is_ten(a) && (is_one(b) || is_one(c)) ? a + (is_one(b) ? b : c)
           : is_one(a) && is_ten(c)                ? a + c
                                                   : -1;
}

bool logreg__is_spelt(int *value, const char *text)
{
    enum { LONGEST = 24 };
    char word[LOGREG__PLAIN_WORD];
    if ((unsigned char)*text < 'A' || strpbrk(text, "0123456789") || strlen(text) > LONGEST ||
        !logreg__plain_word(word, text))
        return false;
    *value = -1;
    for (size_t k = first_of((unsigned char)*word); k < KNOWN && *known[k].word == *word && *value < 0; k++) {
        size_t n = strlen(known[k].word);
        if (strncmp(known[k].word, word, n) == 0)
            *value = value_with(known[k].value, word + n);
    }
    return *value >= 0;
}

void logreg__spelt_add(char list[LOGREG__SPELT], const char *text, double value, char decimal)
{
    char item[LOGREG__SPELT], around[LOGREG__SPELT + 3];
    bool plain = !text[strcspn(text, "\"'\\{}()\r\n\t")];
    int n = snprintf(item, sizeof item, " %s", text);
    for (char *c = item + 1; *c; c++)
        *c = *c == ' ' ? '-' : *c;
    snprintf(around, sizeof around, " %s ", list);
    if (plain && (size_t)n + sizeof " 100 " < sizeof item) {
        snprintf(item + n, sizeof item - (size_t)n, " %g ", value);
        if (decimal == ',' && strchr(item + n, '.'))
            *strchr(item + n, '.') = ',';
        if (strstr(around, item))
            return;
        item[strlen(item) - 1] = '\0';
    }
    size_t used = strlen(list), more = strlen(item);
    if (plain && used + more < LOGREG__SPELT)
        strcpy(list + used, item + !used);
    else
        memset(list, '.', LOGREG__SPELT - 1); /* longer than any command */
}

void logreg__census_spelt(logreg__census *s)
{
    double value[LOGREG__KINDS];
    for (size_t k = 0; k < LOGREG__KINDS && s->text[k].cells; k++)
        value[k] = logreg__says_none(s->text[k].text) ? 0 : (double)NAN;
    if (s->cells[LOGREG__FORM_SPELT])
        logreg__census_say(s, value);
}
