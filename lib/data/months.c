#include "data/months.h"

#include <string.h>

#include "data/answers.h"

enum { SHORTEST = 2 }; /* letters of the shortest name of a month, Catalan ag */

/* Months as plain words (answers.h), from January on: as calendars and spreadsheets shorten them, in full, and as dates decline them. */
static const char *const languages[LOGREG__LANGUAGES + 1] = {
    /* English */
    " jan january | feb february | mar march | apr april | may | jun june | jul july | aug august "
    "| sep sept september | oct october | nov november | dec december ",
    /* German */
    " jan j\303\244n januar j\303\244nner | feb februar feber | mrz m\303\244r m\303\244rz maerz "
    "| apr april | mai | jun juni | jul juli | aug august | sep sept september | okt oktober | "
    "nov november | dez dezember ",
    /* French */
    " janv jan janvier | f\303\251vr f\303\251v fevr fev f\303\251vrier fevrier | mars mar | avr "
    "avril | mai | juin | juil juillet | ao\303\273t ao\303\273 aout | sept sep septembre | oct "
    "octobre | nov novembre | d\303\251c dec d\303\251cembre decembre ",
    /* Spanish */
    " ene enero | feb febrero | mar marzo | abr abril | may mayo | jun junio | jul julio | ago "
    "agosto | sep sept set septiembre setiembre | oct octubre | nov noviembre | dic diciembre ",
    /* Italian */
    " gen gennaio | feb febbraio | mar marzo | apr aprile | mag maggio | giu giugno | lug luglio "
    "| ago agosto | set sett settembre | ott ottobre | nov novembre | dic dicembre ",
    /* Portuguese */
    " jan janeiro | fev fevereiro | mar mar\303\247o marco | abr abril | mai maio | jun junho | "
    "jul julho | ago agosto | set setembro | out outubro | nov novembro | dez dezembro ",
    /* Dutch */
    " jan januari | feb februari | mrt maart | apr april | mei | jun juni | jul juli | aug "
    "augustus | sep sept september | okt oktober | nov november | dec december ",
    /* Catalan */
    " gen gener | febr febrer | mar\303\247 | abr abril | maig | juny | jul juliol | ag agost | "
    "set setembre | oct octubre | nov novembre | des desembre ",
    /* Swedish */
    " jan januari | feb febr februari | mar mars | apr april | maj | jun juni | jul juli | aug "
    "augusti | sep sept september | okt oktober | nov november | dec december ",
    /* Danish */
    " jan januar | feb februar | mar marts | apr april | maj | jun juni | jul juli | aug august | "
    "sep sept september | okt oktober | nov november | dec december ",
    /* Norwegian */
    " jan januar | feb februar | mar mars | apr april | mai | jun juni | jul juli | aug august | "
    "sep sept september | okt oktober | nov november | des desember ",
    /* Finnish */
    " tammi tammik tammikuu tammikuuta | helmi helmik helmikuu helmikuuta | maalis maalisk "
    "maaliskuu maaliskuuta | huhti huhtik huhtikuu huhtikuuta | touko toukok toukokuu toukokuuta "
    "| kes\303\244 kes\303\244k kes\303\244kuu kes\303\244kuuta | hein\303\244 hein\303\244k "
    "hein\303\244kuu hein\303\244kuuta | elo elok elokuu elokuuta | syys syysk syyskuu syyskuuta "
    "| loka lokak lokakuu lokakuuta | marras marrask marraskuu marraskuuta | joulu jouluk "
    "joulukuu joulukuuta ",
    /* Estonian */
    " jaan jaanuar | veebr veebruar | m\303\244rts | apr aprill | mai | juuni | juuli | aug "
    "august | sept september | okt oktoober | nov november | dets detsember ",
    /* Latvian */
    " janv janv\304\201ris | febr febru\304\201ris | marts | apr apr\304\253lis | maijs | "
    "j\305\253n j\305\253nijs | j\305\253l j\305\253lijs | aug augusts | sept septembris | okt "
    "oktobris | nov novembris | dec decembris ",
    /* Polish */
    " sty stycze\305\204 stycznia | lut luty lutego | mar marzec marca | kwi kwiecie\305\204 "
    "kwietnia | maj maja | cze czerwiec czerwca | lip lipiec lipca | sie sierpie\305\204 "
    "sierpnia | wrz wrzesie\305\204 wrze\305\233nia | pa\305\272 paz pa\305\272dziernik "
    "pa\305\272dziernika | lis listopad listopada | gru grudzie\305\204 grudnia ",
    /* Czech */
    " led leden ledna | \303\272no \303\272nor \303\272nora | b\305\231e b\305\231ezen "
    "b\305\231ezna | dub duben dubna | kv\304\233 kv\304\233ten kv\304\233tna | \304\215vn "
    "\304\215erven \304\215ervna | \304\215vc \304\215ervenec \304\215ervence | srp srpen srpna "
    "| z\303\241\305\231 z\303\241\305\231\303\255 | \305\231\303\255j \305\231\303\255jen "
    "\305\231\303\255jna | lis listopad listopadu | pro prosinec prosince ",
    /* Slovak */
    " jan janu\303\241r janu\303\241ra | feb febru\303\241r febru\303\241ra | mar marec marca | "
    "apr apr\303\255l apr\303\255la | m\303\241j m\303\241ja | j\303\272n j\303\272na | "
    "j\303\272l j\303\272la | aug august augusta | sep september septembra | okt okt\303\263ber "
    "okt\303\263bra | nov november novembra | dec december decembra ",
    /* Slovenian and Serbian */
    " jan januar januarja | feb februar februarja | mar mart marec marca | apr april aprila | maj "
    "maja | jun junij junija | jul julij julija | avg avgust avgusta | sep sept september "
    "septembar | okt oktober oktobar | nov november novembar | dec december decembar ",
    /* Croatian */
    " sij sije\304\215anj sije\304\215nja | velj velja\304\215a velja\304\215e | o\305\276u "
    "o\305\276ujak o\305\276ujka | tra travanj travnja | svi svibanj svibnja | lip lipanj lipnja "
    "| srp srpanj srpnja | kol kolovoz kolovoza | ruj rujan rujna | lis listopad listopada | stu "
    "studeni studenoga | pro prosinac prosinca ",
    /* Hungarian */
    " jan janu\303\241r | febr febru\303\241r | m\303\241rc m\303\241rcius | \303\241pr "
    "\303\241prilis | m\303\241j m\303\241jus | j\303\272n j\303\272nius | j\303\272l "
    "j\303\272lius | aug augusztus | szept szeptember | okt okt\303\263ber | nov november | dec "
    "december ",
    /* Romanian */
    " ian ianuarie | feb februarie | mar martie | apr aprilie | mai | iun iunie | iul iulie | aug "
    "august | sept sep septembrie | oct octombrie | nov noiembrie | dec decembrie ",
    /* Turkish */
    " oca ocak | \305\237ub \305\237ubat | mar mart | nis nisan | may may\304\261s | haz haziran "
    "| tem temmuz | a\304\237u a\304\237ustos | eyl eyl\303\274l | eki ekim | kas kas\304\261m | "
    "ara aral\304\261k ",
    /* Russian */
    " \321\217\320\275\320\262 \321\217\320\275\320\262\320\260\321\200\321\214 "
    "\321\217\320\275\320\262\320\260\321\200\321\217 | \321\204\320\265\320\262 "
    "\321\204\320\265\320\262\321\200 \321\204\320\265\320\262\321\200\320\260\320\273\321\214 "
    "\321\204\320\265\320\262\321\200\320\260\320\273\321\217 | \320\274\320\260\321\200 "
    "\320\274\320\260\321\200\321\202 \320\274\320\260\321\200\321\202\320\260 | "
    "\320\260\320\277\321\200 \320\260\320\277\321\200\320\265\320\273\321\214 "
    "\320\260\320\277\321\200\320\265\320\273\321\217 | \320\274\320\260\320\271 "
    "\320\274\320\260\321\217 | \320\270\321\216\320\275 \320\270\321\216\320\275\321\214 "
    "\320\270\321\216\320\275\321\217 | \320\270\321\216\320\273 "
    "\320\270\321\216\320\273\321\214 \320\270\321\216\320\273\321\217 | "
    "\320\260\320\262\320\263 \320\260\320\262\320\263\321\203\321\201\321\202 "
    "\320\260\320\262\320\263\321\203\321\201\321\202\320\260 | \321\201\320\265\320\275 "
    "\321\201\320\265\320\275\321\202 "
    "\321\201\320\265\320\275\321\202\321\217\320\261\321\200\321\214 "
    "\321\201\320\265\320\275\321\202\321\217\320\261\321\200\321\217 | \320\276\320\272\321\202 "
    "\320\276\320\272\321\202\321\217\320\261\321\200\321\214 "
    "\320\276\320\272\321\202\321\217\320\261\321\200\321\217 | \320\275\320\276\321\217 "
    "\320\275\320\276\321\217\320\261 \320\275\320\276\321\217\320\261\321\200\321\214 "
    "\320\275\320\276\321\217\320\261\321\200\321\217 | \320\264\320\265\320\272 "
    "\320\264\320\265\320\272\320\260\320\261\321\200\321\214 "
    "\320\264\320\265\320\272\320\260\320\261\321\200\321\217 ",
    /* Ukrainian */
    " \321\201\321\226\321\207 \321\201\321\226\321\207\320\265\320\275\321\214 "
    "\321\201\321\226\321\207\320\275\321\217 | \320\273\321\216\321\202 "
    "\320\273\321\216\321\202\320\270\320\271 \320\273\321\216\321\202\320\276\320\263\320\276 | "
    "\320\261\320\265\321\200 \320\261\320\265\321\200\320\265\320\267\320\265\320\275\321\214 "
    "\320\261\320\265\321\200\320\265\320\267\320\275\321\217 | \320\272\320\262\321\226 "
    "\320\272\320\262\321\226\321\202 \320\272\320\262\321\226\321\202\320\265\320\275\321\214 "
    "\320\272\320\262\321\226\321\202\320\275\321\217 | \321\202\321\200\320\260 "
    "\321\202\321\200\320\260\320\262 \321\202\321\200\320\260\320\262\320\265\320\275\321\214 "
    "\321\202\321\200\320\260\320\262\320\275\321\217 | \321\207\320\265\321\200 "
    "\321\207\320\265\321\200\320\262 \321\207\320\265\321\200\320\262\320\265\320\275\321\214 "
    "\321\207\320\265\321\200\320\262\320\275\321\217 | \320\273\320\270\320\277 "
    "\320\273\320\270\320\277\320\265\320\275\321\214 \320\273\320\270\320\277\320\275\321\217 | "
    "\321\201\320\265\321\200 \321\201\320\265\321\200\320\277 "
    "\321\201\320\265\321\200\320\277\320\265\320\275\321\214 "
    "\321\201\320\265\321\200\320\277\320\275\321\217 | \320\262\320\265\321\200 "
    "\320\262\320\265\321\200\320\265\321\201\320\265\320\275\321\214 "
    "\320\262\320\265\321\200\320\265\321\201\320\275\321\217 | \320\266\320\276\320\262 "
    "\320\266\320\276\320\262\321\202 \320\266\320\276\320\262\321\202\320\265\320\275\321\214 "
    "\320\266\320\276\320\262\321\202\320\275\321\217 | \320\273\320\270\321\201 "
    "\320\273\320\270\321\201\321\202\320\276\320\277\320\260\320\264 "
    "\320\273\320\270\321\201\321\202\320\276\320\277\320\260\320\264\320\260 | "
    "\320\263\321\200\321\203 \320\263\321\200\321\203\320\264 "
    "\320\263\321\200\321\203\320\264\320\265\320\275\321\214 "
    "\320\263\321\200\321\203\320\264\320\275\321\217 ",
    /* Greek */
    " \316\271\316\261\316\275 "
    "\316\271\316\261\316\275\316\277\317\205\316\254\317\201\316\271\316\277\317\202 "
    "\316\271\316\261\316\275\316\277\317\205\316\261\317\201\316\257\316\277\317\205 | "
    "\317\206\316\265\316\262 "
    "\317\206\316\265\316\262\317\201\316\277\317\205\316\254\317\201\316\271\316\277\317\202 "
    "\317\206\316\265\316\262\317\201\316\277\317\205\316\261\317\201\316\257\316\277\317\205 | "
    "\316\274\316\261\317\201 \316\274\316\254\317\201 "
    "\316\274\316\254\317\201\317\204\316\271\316\277\317\202 "
    "\316\274\316\261\317\201\317\204\316\257\316\277\317\205 | \316\261\317\200\317\201 "
    "\316\261\317\200\317\201\316\257\316\273\316\271\316\277\317\202 "
    "\316\261\317\200\317\201\316\271\316\273\316\257\316\277\317\205 | \316\274\316\254\316\271 "
    "\316\274\316\261\316\220 \316\274\316\254\316\271\316\277\317\202 "
    "\316\274\316\254\317\212\316\277\317\202 \316\274\316\261\316\220\316\277\317\205 | "
    "\316\271\316\277\317\205\316\275 \316\271\316\277\317\215\316\275\316\271\316\277\317\202 "
    "\316\271\316\277\317\205\316\275\316\257\316\277\317\205 | \316\271\316\277\317\205\316\273 "
    "\316\271\316\277\317\215\316\273\316\271\316\277\317\202 "
    "\316\271\316\277\317\205\316\273\316\257\316\277\317\205 | \316\261\317\205\316\263 "
    "\316\261\317\215\316\263\316\277\317\205\317\203\317\204\316\277\317\202 "
    "\316\261\317\205\316\263\316\277\317\215\317\203\317\204\316\277\317\205 | "
    "\317\203\316\265\317\200 "
    "\317\203\316\265\317\200\317\204\316\255\316\274\316\262\317\201\316\271\316\277\317\202 "
    "\317\203\316\265\317\200\317\204\316\265\316\274\316\262\317\201\316\257\316\277\317\205 | "
    "\316\277\316\272\317\204 "
    "\316\277\316\272\317\204\317\216\316\262\317\201\316\271\316\277\317\202 "
    "\316\277\316\272\317\204\317\211\316\262\317\201\316\257\316\277\317\205 | "
    "\316\275\316\277\316\265 "
    "\316\275\316\277\316\255\316\274\316\262\317\201\316\271\316\277\317\202 "
    "\316\275\316\277\316\265\316\274\316\262\317\201\316\257\316\277\317\205 | "
    "\316\264\316\265\316\272 "
    "\316\264\316\265\316\272\316\255\316\274\316\262\317\201\316\271\316\277\317\202 "
    "\316\264\316\265\316\272\316\265\316\274\316\262\317\201\316\257\316\277\317\205 ",
    /* in figures, as Roman numbers */
    " i | ii | iii | iv | v | vi | vii | viii | ix | x | xi | xii ",
};

/* The text as a plain word of up to LOGREG__PLAIN_WORD bytes; false where it is none. */
static bool plain_of(char *plain, const char *text, size_t n)
{
    char word[LOGREG__PLAIN_WORD];
    if (!n || n >= sizeof word || *text == '|')
        return false;
    memcpy(word, text, n);
    word[n] = '\0';
    return logreg__plain_word(plain, word);
}

unsigned logreg__month(const char *text, size_t n, size_t language)
{
    char plain[LOGREG__PLAIN_WORD];
    const char *words = languages[language],
               *at = plain_of(plain, text, n) ? logreg__word_at(words, plain) : NULL;
    unsigned month = at != NULL;
    for (; at && words < at; words++)
        month += *words == '|';
    return month;
}

bool logreg__is_month(const char *text, size_t n)
{
    char plain[LOGREG__PLAIN_WORD];
    if (n < SHORTEST || !plain_of(plain, text, n)) /* codes such as k12 are many, and their letters few */
        return false;
    size_t language = 0;
    while (language < LOGREG__LANGUAGES && !logreg__word_at(languages[language], plain))
        language++;
    return language < LOGREG__LANGUAGES;
}
