/* Numbers in words: two, twenty-one, einundzwanzig. Words that mean something else elsewhere are left out: once is 11 in Spain, fire 4 in Denmark. */
#include "csv/forms.h"
#include "csv/mend.h"

#include <stdio.h>
#include <string.h>

#include "data/answers.h"

/* Plain words (answers.h) of English, German, French, Spanish, Italian, Portuguese, Dutch, Nordic and Slavic languages, Chinese. */
static const struct {
    int value;
    const char *words;
} known[] = {
    {0, " zero z\303\251ro cero noll "},
    {1, " one un une uno una um uma ein eins eine \303\251\303\251n een ett jeden "
        "\320\276\320\264\320\270\320\275 \344\270\200 "},
    {2, " two deux dos dois duas zwei zwo twee tv\303\245 dwa dwie \320\264\320\262\320\260 "
        "\320\264\320\262\320\265 \344\272\214 \344\270\244 "},
    {3, " three trois tres tr\303\252s tre drei drie trzy \321\202\321\200\320\270 \344\270\211 "},
    {4,
     " four quatre cuatro quattro quatro vier fyra cztery \321\207\320\265\321\202\321\213\321\200\320\265 "
     "\345\233\233 "},
    {5,
     " five cinq cinco cinque f\303\274nf fuenf vijf fem pi\304\231\304\207 \320\277\321\217\321\202\321\214 "
     "\344\272\224 "},
    {6, " six seis sei sechs zes seks sze\305\233\304\207 \321\210\320\265\321\201\321\202\321\214 "
        "\345\205\255 "},
    {7, " seven sept siete sette sete sieben zeven sju syv siedem \321\201\320\265\320\274\321\214 "
        "\344\270\203 "},
    {8, " eight huit ocho otto oito acht \303\245tta otte \303\245tte osiem "
        "\320\262\320\276\321\201\320\265\320\274\321\214 \345\205\253 "},
    {9, " nine neuf nueve nove neun negen nio dziewi\304\231\304\207 "
        "\320\264\320\265\320\262\321\217\321\202\321\214 \344\271\235 "},
    {10, " ten dix diez dieci dez zehn tien tio dziesi\304\231\304\207 "
         "\320\264\320\265\321\201\321\217\321\202\321\214 \345\215\201 "},
    {11, " eleven onze undici elf elva elleve "},
    {12, " twelve dozen adozen douze doce dodici doze zw\303\266lf zwoelf twaalf tolv "},
    {13, " thirteen treize trece tredici treze dreizehn dertien tretton tretten "},
    {14, " fourteen quatorze catorce quattordici catorze vierzehn veertien fjorton fjorten "},
    {15, " fifteen quinze quince quindici f\303\274nfzehn fuenfzehn vijftien femton femten "},
    {16,
     " sixteen seize dieciseis dieci\303\251is diecis\303\251is sedici dezesseis dezasseis sechzehn zestien "
     "sexton seksten "},
    {17, " seventeen dixsept diecisiete diciassette dezessete dezassete siebzehn zeventien sjutton sytten "},
    {18, " eighteen dixhuit dieciocho diciotto dezoito achtzehn achttien arton atten "},
    {19, " nineteen dixneuf diecinueve diciannove dezenove dezanove neunzehn negentien nitton nitten "},
    {20, " twenty vingt veinte venti vinte zwanzig twintig tjugo tyve "},
    {30, " thirty trente treinta trenta trinta drei\303\237ig dreissig dertig trettio tredive "},
    {40, " forty fourty quarante cuarenta quaranta quarenta vierzig veertig fyrtio "},
    {50, " fifty cinquante cincuenta cinquanta cinquenta f\303\274nfzig fuenfzig vijftig femtio "},
    {60, " sixty soixante sesenta sessanta sessenta sechzig zestig sextio "},
    {70, " seventy septante setenta settanta siebzig zeventig sjuttio "},
    {80, " eighty quatrevingt quatrevingts huitante ochenta ottanta oitenta achtzig tachtig \303\245ttio "},
    {90, " ninety nonante noventa novanta neunzig negentig nittio "},
    {100, " hundred ahundred onehundred hundert einhundert honderd cien cem cento hundra "},
};

/* The number that one word says; -1: none. */
static int value_of(const char *word)
{
    for (size_t k = 0; *word && k < sizeof known / sizeof *known; k++)
        if (logreg__word_among(known[k].words, word))
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
    if ((unsigned char)*text < 'A' || strlen(text) > LONGEST || !logreg__plain_word(word, text))
        return false;
    *value = -1;
    for (size_t k = 0; k < sizeof known / sizeof *known && *value < 0; k++)
        for (const char *w = known[k].words + 1; *w && *value < 0; w += strcspn(w, " ") + 1) {
            size_t n = strcspn(w, " ");
            if (*w == *word && strncmp(w, word, n) == 0)
                *value = value_with(known[k].value, word + n);
        }
    return *value >= 0;
}

void logreg__spelt_add(char list[LOGREG__SPELT], const char *text, int value)
{
    char item[LOGREG__SPELT], around[LOGREG__SPELT + 3];
    bool plain = !text[strcspn(text, "\"'\\{}()\r\n\t")];
    int n = snprintf(item, sizeof item, " %s", text);
    for (char *c = item + 1; *c; c++)
        *c = *c == ' ' ? '-' : *c;
    snprintf(around, sizeof around, " %s ", list);
    if (plain && (size_t)n + sizeof " 100 " < sizeof item) {
        snprintf(item + n, sizeof item - (size_t)n, " %d ", value);
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
    size_t kept = 0;
    if (!s->cells[LOGREG__FORM_SPELT])
        return;
    for (size_t k = 0; k < LOGREG__KINDS && s->text[k].cells; k++) {
        logreg__sample text = s->text[k];
        if (!logreg__says_none(text.text)) {
            s->text[kept++] = text;
            continue;
        }
        logreg__spelt_add(s->spelt, text.text, 0);
        s->cells[LOGREG__FORM_SPELT] += text.cells;
        s->levels[LOGREG__FORM_SPELT]++;
        s->cells[LOGREG__FORM_TEXT] -= text.cells;
        s->levels[LOGREG__FORM_TEXT]--;
    }
    if (kept < LOGREG__KINDS)
        s->text[kept] = (logreg__sample){.cells = 0};
    s->shown[LOGREG__FORM_TEXT] = (logreg__sample){.cells = 0};
    for (size_t k = 0; k < kept; k++)
        if (!s->shown[LOGREG__FORM_TEXT].cells || s->text[k].line < s->shown[LOGREG__FORM_TEXT].line)
            s->shown[LOGREG__FORM_TEXT] = s->text[k];
}
