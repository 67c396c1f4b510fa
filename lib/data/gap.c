/* Texts that stand for missing values. Which do in a column at hand, only who made it knows: "none" may be no disease. So they are told,
 * and never taken out; those that may be honest levels are told only where the others do not make them so. */
#include "data/gap.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "data/answers.h"
#include "data/chosen.h"
#include "data/gap_parts.h"

/* Plain words (answers.h) that stand for missing values wherever they stand. */
static const char gaps[] =
    /* programs */
    " na n/a n.a. n.a nan nat null \\n ? . .. ... : undefined sysmis systemmissing systemfehlend "
    "missing missingvalue nodata nil. tbd "
    /* databases, laboratories, and more of the languages below */
    "./. .|. null! n/r novalue sinvalor notset notevaluated datanotavailable "
    "insufficientdata norecord unknown/notreported quantitynotsufficient qns tnp "
    "testnotperformed hemolyzed hemolysed haemolysed haemolyzed saknas mangler puuttuu "
    "lips\304\203 lipsa manca hi\303\241nyzik chyb\303\255 ch\303\275ba nedostaje manjka "
    "puudub n\304\227raduomen\305\263 eivastausta eitiedossa eisaatavilla ikkekjent "
    "ikketilg\303\246ngelig ikketilgjengelig ejtillg\303\244nglig indisponible "
    "nondisponibles non\303\251valu\303\251 nonevalue senzadato neupisano nepoznato "
    "\320\275\320\265\321\202\321\201\320\262\320\265\320\264\320\265\320\275\320\270\320\271 "
    "\320\275\320\265\321\202\320\270\320\275\321\204\320\276\321\200\320\274\320\260\321\206\320\270\320\270"
    " "
    "\320\275\320\265\320\274\320\260\321\224\320\264\320\260\320\275\320\270\321\205 "
    /* English */
    " notavailable unavailable notrecorded notreported notstated notspecified unspecified "
    "notprovided notdisclosed undisclosed notknown notanswered noanswer noresponse nonresponse "
    "noinformation n/k n.k. notascertained notavailableinthisyear skippedonweb "
    /* German */
    " k.a. k.a k/a keineangabe keineangaben ohneangabe o.a. o.angabe fehlt fehlend fehlenderwert "
    "nichtbekannt n.b. n.v. nichtverf\303\274gbar keineantwort "
    /* French */
    " nonrenseign\303\251 nonrenseigne nonrenseign\303\251e n.r. "
    "sansr\303\251ponse sansreponse nonr\303\251ponse nondisponible n.d. n/d nc/nsp manquant "
    /* Spanish, Portuguese, Italian */
    " s/d s.d. sindato sindatos sininformaci\303\263n sininformacion "
    "n\303\243oinformado naoinformado n\303\243oinformada "
    "seminforma\303\247\303\243o seminformacao ignorado "
    "nondisponibile mancante n.p. n.c. "
    /* Dutch, Nordic, Polish, Russian, Chinese, Japanese */
    " geenantwoord nietbekend uoplyst ubesvart ejsvar uppgiftsaknas brakdanych "
    "\320\275/\320\264 "
    "\320\275\320\265\321\202\320\264\320\260\320\275\320\275\321\213\321\205 "
    "\346\234\252\347\237\245 \347\274\272\345\244\261 \344\270\215\346\230\216 "
    "\346\254\240\346\220\215 "
    /* programs and people */
    "tbc tba xxx xxxx xxxxx objectobject [objectobject] "
    "vacio nonegiven notgiven notcaptured notcollected notmeasured notdetermined "
    "notsupplied notentered notasked notlisted seenotes seenote seecomment seecomments "
    /* German, French */
    "nichterhoben nichtangegeben nichtbestimmt entf\303\244llt keinedaten nonpr\303\251cis\303\251 "
    "nonprecise nonr\303\251pondu nonspecifi\303\251 sansobjet nonconnu "
    /* Spanish, Portuguese, Italian */
    "noconsta noinformado noespecificado noregistrado noaplica sinespecificar n/i "
    "n\303\243odispon\303\255vel n\303\243oseaplica n\303\243oespecificado nonspecificato "
    "nonrilevato nonapplicabile nonpervenuto "
    /* Dutch, Nordic, Slavic, Hungarian, Turkish */
    "nietingevuld n.v.t. nvt ikkeoplyst ikkeoppgitt ikkebesvart uppgiftsaknas eitietoa niepodano "
    "niedotyczy bdb neuvedeno nezji\305\241t\304\233no nezn\303\241mo nincsadat nemismert bilinmiyor "
    "belirtilmemi\305\237 nespecificat "
    /* Russian, Ukrainian, Greek */
    "\320\275\320\265\321\203\320\272\320\260\320\267\320\260\320\275\320\276 "
    "\320\275\320\265\321\203\320\272\320\260\320\267\320\260\320\275 "
    "\320\275\320\265\321\202\320\276\321\202\320\262\320\265\321\202\320\260 "
    "\320\275\320\265\320\262\321\226\320\264\320\276\320\274\320\276 "
    "\316\254\316\263\316\275\317\211\317\203\317\204\316\277 \316\264/\316\261 "
    /* Chinese, Japanese, Korean, Thai, Arabic, Persian, Hebrew, Hindi */
    "\346\234\252\345\241\253 \346\234\252\345\241\253\345\206\231 "
    "\346\234\252\346\217\220\344\276\233 \344\270\215\350\257\246 "
    "\344\270\215\346\270\205\346\245\232 \346\234\252\346\243\200 "
    "\346\234\252\345\233\236\347\255\224 \347\204\241\345\233\236\347\255\224 "
    "\346\254\240\346\270\254 \346\254\240\346\220\215\345\200\244 "
    "\350\250\230\350\274\211\343\201\252\343\201\227 \346\234\252\350\250\230\345\205\245 "
    "\344\270\215\350\251\263 \353\254\264\354\235\221\353\213\265 \353\252\250\353\246\204 "
    "\353\257\270\354\203\201 "
    "\340\271\204\340\270\241\340\271\210\340\270\227\340\270\243\340\270\262\340\270\232 "
    "\340\271\204\340\270\241\340\271\210\340\270\243\340\270\260\340\270\232\340\270\270 "
    "\330\272\331\212\330\261\331\205\330\271\330\261\331\210\331\201 "
    "\330\272\331\212\330\261\331\205\330\252\331\210\331\201\330\261 "
    "\330\272\331\212\330\261\331\205\330\255\330\257\330\257 "
    "\331\206\330\247\331\205\330\264\330\256\330\265 "
    "\327\234\327\220\327\231\327\223\327\225\327\242 "
    "\340\244\205\340\244\234\340\245\215\340\244\236\340\244\276\340\244\244 ";

/* Answers of those who were asked and did not tell, which do so too; but as one answer among others they may be told apart. */
static const char answers[] =
    " dontknow dontknow/refused donotknow doesnotknow doesntknow dk dk/na dk/nr dk/ref dk/refused refused "
    "refusedtoanswer refusal prefernottosay prefernottoanswer prefernottodisclose ratherprefernottosay "
    "cantchoose cannotchoose idprefernottosay declinedtoanswer declinetoanswer choosenottosay w.n. "
    "wei\303\237nicht weissnicht verweigert "
    "nesaitpas nsp n.s.p. nosabe nocontesta ns/nc ns/nr noresponde noaplica/nosabe n\303\243osabe "
    "n\303\243oresponde nonso nonrisponde weetniet vedikke niewiem "
    "vetikke vetinte vetej enosaasanoa trudnopowiedzie\304\207 odmowa nev\303\255m neviem "
    "nemtudom nemtudja neznam nu\310\231tiu nustiu bilmiyorum "
    "\320\275\320\265\320\267\320\275\320\260\321\216 "
    "\320\267\320\260\321\202\321\200\321\203\320\264\320\275\321\217\321\216\321\201\321\214\320\276\321\202"
    "\320\262\320\265\321\202\320\270\321\202\321\214 "
    "nosabe/nocontesta nosabe/noresponde ns/nc/nr wei\303\237nicht/keineangabe nos\303\251 noestoyseguro "
    "noestoysegura noestoyseguro/a iamnotsure imnotsure notsureyet tidaktahu kurangtahu nonsonosicuro "
    "bilmem "
    "cantsay icantsay cannotsay icannotsay hardtosay hardtotell noidea ihavenoidea noopinion idonthaveanopinion "
    "rathernotsay idrathernotsay idontknow idonotknow idontremember dontremember icantremember cantremember "
    "cannotremember icannotremember "
    "kannichnichtsagen ichwei\303\237nicht ichwei\303\237esnicht keinemeinung eiosaasanoa "
    "ne\305\276inau jenesaispas sansopinion noopina sinopini\303\263n n\303\243osei semopini\303\243o "
    "nessunaopinione geenmening ";

/* Those that may be levels. */
static const char perhaps[] =
    " unknown unk unkn unbekannt inconnu inconnue desconocido desconocida desconhecido desconhecida "
    "sconosciuto onbekend ukendt ukjent ok\303\244nd ok\303\244nt tuntematon nieznany nieznane "
    "\320\275\320\265\320\270\320\267\320\262\320\265\321\201\321\202\320\275\320\276 notapplicable "
    "inapplicable inap doesnotapply doesntapply xna notrated unrated "
    "undetermined unsure notsure "
    "brak nd unassigned unclassified nonapplicable other/unknown unknown/other ok\303\244nda "
    "ukendte nepoznat nezn\303\241m\303\275 nezn\303\241m\303\241 nezn\303\241m\303\251 "
    "ismeretlen necunoscut bilinmeyen "
    "\320\275\320\265\320\262\321\226\320\264\320\276\320\274\320\276 "
    "\316\254\316\263\316\275\317\211\317\203\317\204\316\277\317\202 "
    "\316\254\316\263\316\275\317\211\317\203\317\204\316\267 ";

/* Outcomes that are not known, or not yet. In a feature each is a state as any other. */
static const char open_outcomes[] =
    " nk pending resultpending resultspending awaited awaitingresult awaitingresults losttofollowup "
    "losttofollow-up losttofup ltfu notdone nottested notperformed notassessed inprogress "
    "ausstehend perdudevue enattente pendiente pendente inattesa ";

/* Stages on the way to an outcome, of sales, applications and tests; beside two others they may be a class as well. */
static const char open_stages[] =
    " open opened inconclusive indeterminate undecided prospecting prospect qualification qualified "
    "needsanalysis "
    "valueproposition perception analysis perceptionanalysis proposal proposal/pricequote negotiation "
    "negotiation/review "
    "review underreview inreview waiting submitted draft ongoing onhold postponed deferred tobedetermined "
    "offen unentschieden inbearbeitung inpr\303\274fung "
    "ouvert encours ind\303\251cis abierto encurso enproceso aberto emandamento aperto incorso ";

/* Cases that came to no outcome. */
static const char dropped[] =
    " cancelled canceled cancellation withdrawn withdrew void voided invalid invalidated annulled aborted "
    "nonevaluable notevaluable unevaluable ineligible notapplicable noresult noresults "
    "unreadable insufficient rejectedsample equivocal undetermined "
    "storniert abgesagt abgebrochen ung\303\274ltig zur\303\274ckgezogen ausgeschieden unklar "
    "nichtauswertbar "
    "annul\303\251 annul\303\251e retir\303\251 retir\303\251e invalide "
    "ininterpr\303\251table "
    "cancelado cancelada anulado anulada retirado retirada inv\303\241lido noconcluyente "
    "annullato annullata ritirato ritirata nonvalido nonvalutabile inconclusivo "
    "geannuleerd teruggetrokken afgebroken ongeldig onbepaald anulowany anulowane wycofany niewa\305\274ny "
    "przerwany makulerad avbruten ogiltig annulleret aflyst afbrudt ugyldig avbrutt ";

/* More codes than these are no countries. */
enum { MOST_CODES = 300 };

/* How many dashes it is made of, hyphens or longer ones; 0: not of them alone. */
static size_t dashes(const char *text)
{
    size_t n = 0;
    for (; *text; n++) {
        bool longer = strncmp(text, "\xe2\x80\x93", 3) == 0 || strncmp(text, "\xe2\x80\x94", 3) == 0;
        if (*text != '-' && !longer)
            return 0;
        text += longer ? 3 : 1;
    }
    return n;
}

/* #REF!, #DIV/0!, #BEZUG!, #NAME?, #N/A and kin, as spreadsheets write errors. */
static bool is_error(const char *text)
{
    size_t n = strlen(text);
    static const char marked[] = " #n/a #n/an/a #na #nv #n/d #error #fehler ";
    return *text == '#' && n > 2 &&
           (text[n - 1] == '!' || text[n - 1] == '?' || logreg__plain_among(text, marked));
}

/* Text in a pair of brackets, without them, to room; false: in none. */
static bool unbracket(char room[LOGREG__PLAIN_WORD], const char *text)
{
    static const char open[] = "([<{*", close[] = ")]>}*";
    size_t n = strlen(text);
    const char *mark = n > 2 && n < LOGREG__PLAIN_WORD ? strchr(open, *text) : NULL;
    if (!mark || text[n - 1] != close[mark - open])
        return false;
    memcpy(room, text + 1, n - 2);
    room[n - 2] = '\0';
    return true;
}

/* Behind .a: to .z:, as programs print such labels of Stata: ".d:  Don't know". */
static const char *behind_letter(const char *text)
{
    bool letter = *text == '.' && isalpha((unsigned char)text[1]) && text[2] == ':';
    return letter ? text + 3 + strspn(text + 3, " ") : NULL;
}

/* Behind a code: "99 - missing", "-9: refused". */
static const char *behind_code(const char *text)
{
    size_t n = strspn(text, "-"), digits = strspn(text + n, "0123456789");
    n += digits + strspn(text + n + digits, " ");
    return digits && text[n] && strchr("-=:.)", text[n]) ? text + n + 1 + strspn(text + n + 1, " ") : NULL;
}

static bool is_nothing(const char *text)
{
    return logreg__plain_among(text, " none nil nothing blank empty leer vide vac\303\255o vuoto ");
}

/* .a to .z, as Stata and SAS tell missing values apart. */
static bool is_lettered(const char *text)
{
    return *text == '.' && ((text[1] | 0x20) >= 'a' && (text[1] | 0x20) <= 'z') && !text[2];
}

/* 0000-00-00 00:00:00, as MySQL and others write a date that is not there. */
static bool is_no_day(const char *text)
{
    static const char *const days[] = {"0000-00-00", "0000/00/00", "00/00/0000", "00.00.0000", "00-00-0000"};
    for (size_t k = 0; k < sizeof days / sizeof *days; k++)
        if (strncmp(text, days[k], 10) == 0)
            return !text[10] || (strchr(" T", text[10]) && !text[10 + strspn(text + 10, " T0:.Z")]);
    return false;
}

/* A stroke or a star, as people strike out a cell: /, //, *. */
static bool is_stroke(const char *text)
{
    return *text && !text[strspn(text, "/\\*_")];
}

/* Does one of the words begin so? */
static bool begins_one(const char *words, const char *beginning)
{
    size_t n = strlen(beginning);
    for (const char *at = words; n && (at = strstr(at, beginning)); at++)
        if (at > words && at[-1] == ' ')
            return true;
    return false;
}

static logreg__gap_kind word_kind(const char *text, bool begins)
{
    bool (*among)(const char *, const char *) = begins ? begins_one : logreg__word_among;
    char word[LOGREG__PLAIN_WORD];
    if (!logreg__plain_word(word, text))
        return LOGREG__WORD;
    return among(gaps, word) || among(answers, word) ? LOGREG__GAP
           : among(perhaps, word)                    ? LOGREG__PERHAPS
                                                     : LOGREG__WORD;
}

static logreg__gap_kind plain_kind(const char *text)
{
    if (is_error(text) || is_lettered(text) || dashes(text) > 1)
        return LOGREG__GAP;
    if (dashes(text) == 1 || is_stroke(text))
        return LOGREG__PERHAPS;
    logreg__gap_kind kind = word_kind(text, false);
    return kind == LOGREG__WORD ? logreg__gap_parts(text, word_kind) : kind;
}

static logreg__gap_kind kind_of(const char *text)
{
    char inner[LOGREG__PLAIN_WORD];
    const char *rest = behind_code(text);
    if (is_no_day(text) || behind_letter(text))
        return LOGREG__GAP;
    if (rest) /* but 589.- is money */
        return !dashes(rest) && plain_kind(rest) != LOGREG__WORD ? LOGREG__GAP : LOGREG__WORD;
    if (unbracket(inner, text))
        return plain_kind(inner) != LOGREG__WORD || is_nothing(inner) ? LOGREG__GAP : LOGREG__WORD;
    return strcmp(text, "None") == 0 ? LOGREG__PERHAPS : plain_kind(text);
}

/* Is another level made of signs alone too, as ** is beside *? */
static bool among_signs(const logreg__column *c, size_t level)
{
    for (size_t l = 0; l < c->n_levels; l++) {
        const char *at = c->levels[l];
        while (*at && (unsigned char)*at < 0x80 && !isalnum((unsigned char)*at))
            at++;
        if (l != level && !*at)
            return true;
    }
    return false;
}

/* Do other levels make "None" the least of them, as + and ++ do, or "-" the other side of "+"? */
static bool honest(const char *text, const logreg__column *c, size_t level)
{
    static const char degrees[] =
        " some any few mild moderate severe low medium high marked partial complete full light heavy minor "
        "major slight "
        "little trace much strong weak once always daily moderat leicht schwer mittel present former "
        "occasional ";
    bool dash = dashes(text) == 1;
    for (size_t l = 0; l < c->n_levels; l++) {
        char word[LOGREG__PLAIN_WORD];
        if (l == level || !logreg__plain_word(word, c->levels[l]))
            continue;
        if (strchr(c->levels[l], '+') || (!dash && logreg__word_among(degrees, word)))
            return true;
    }
    return false;
}

static bool two_capitals(const char *text)
{
    return text[0] >= 'A' && text[0] <= 'Z' && text[1] >= 'A' && text[1] <= 'Z' && !text[2];
}

/* How many letters of one case it is made of; 0: not of such alone. */
static size_t letters(const char *text, char first, char last)
{
    size_t n = 0;
    while (text[n] >= first && text[n] <= last)
        n++;
    return text[n] ? 0 : n;
}

/* Is it a code of a country or a state among others, as DK beside SE, NO and FI is, beside FIN, NOR and SWE, or nd beside al, az and ca? */
static bool among_codes(const char *text, const logreg__column *c, size_t level)
{
    char first = two_capitals(text) ? 'A' : 'a';
    size_t codes = 0;
    if (letters(text, first, first + 25) != 2)
        return false;
    for (size_t l = 0; l < c->n_levels; l++) {
        size_t n = letters(c->levels[l], first, first + 25);
        if (n == 3 && logreg__plain_among(c->levels[l], " yes ref oui non nie tak "))
            return false;
        codes += l != level && (n == 2 || n == 3);
    }
    return codes >= 3 && 3 * codes >= 2 * (c->n_levels - 1);
}

static bool is_region(const char *text)
{
    return logreg__plain_among(text, " emea apac latam amer apj anz mena cala asia ");
}

bool logreg__na_is_code(char *const *label, size_t n)
{
    size_t others = 0;
    bool skip[MOST_CODES] = {false};
    int side[MOST_CODES];
    for (size_t l = 0; l < n && n <= MOST_CODES; l++) {
        skip[l] = strcmp(label[l], "NA") == 0;
        if (!skip[l] && !two_capitals(label[l]) && !is_region(label[l]))
            return false;
        others += !skip[l];
    }
    return others > 1 && !logreg__answers_sides(side, label, skip, n); /* SI and NO are none */
}

bool logreg__gap_text(const char *text)
{
    return kind_of(text) != LOGREG__WORD;
}

/* Of several parts one answer is enough. */
static logreg__gap_kind answer_kind(const char *text, bool begins)
{
    char word[LOGREG__PLAIN_WORD];
    bool answer = !begins && logreg__plain_word(word, text) && logreg__word_among(answers, word);
    return answer || word_kind(text, begins) == LOGREG__WORD ? word_kind(text, begins) : LOGREG__PERHAPS;
}

bool logreg__gap_answer(const char *text)
{
    char inner[LOGREG__PLAIN_WORD];
    const char *letter = behind_letter(text), *behind = letter ? letter : behind_code(text);
    const char *core = behind ? behind : unbracket(inner, text) ? inner : text;
    return logreg__plain_among(core, answers) || logreg__gap_parts(core, answer_kind) == LOGREG__GAP;
}

bool logreg__gap_outcome(const char *text)
{
    return logreg__plain_among(text, open_outcomes);
}

bool logreg__gap_stage(const char *text)
{
    return logreg__gap_outcome(text) || logreg__plain_among(text, open_stages);
}

bool logreg__gap_dropped(const char *text)
{
    return logreg__plain_among(text, dropped);
}

static bool has_digit(const char *text)
{
    return strpbrk(text, "0123456789") != NULL;
}

/* A whole number among words, as 99 or 0 beside North, South and East; among single letters, as 4 beside f and r are drives of a car, or words that hold digits, as 99 beside 0-5yrs and 12+ yrs, one that people
 * choose. */
static bool is_odd_number(const char *text, const logreg__column *c, size_t level)
{
    size_t n = *text == '-', digits = strspn(text + n, "0123456789"), longest = 0;
    bool numbered = false;
    if (!digits || text[n + digits] || c->n_levels < 3)
        return false;
    for (size_t l = 0; l < c->n_levels; l++) {
        const char *other = c->levels[l];
        size_t m = strlen(other);
        if (l == level)
            continue;
        numbered = numbered || has_digit(other);
        longest = m > longest ? m : longest;
        if (strspn(other, "+-.<>=0123456789") == m)
            return false;
    }
    double x = strtod(text, NULL);
    if (numbered)
        return digits > 1 && logreg__chosen(x);
    return longest > 1 || logreg__chosen(x) || logreg__beside_nines(x);
}

/* Words that are a level of much, but none beside two answers to a question: yes, no, none. */
static bool is_beside_answers(const char *text, const logreg__column *c)
{
    static const char words[] = " none nil nothing blank empty xx nr notdone nottested undecided ";
    enum { FEW = 8 };
    bool skip[FEW];
    int side[FEW];
    if (c->n_levels < 3 || c->n_levels > FEW || !logreg__plain_among(text, words))
        return false;
    for (size_t l = 0; l < c->n_levels; l++)
        skip[l] = logreg__plain_among(c->levels[l], words) || kind_of(c->levels[l]) != LOGREG__WORD;
    return logreg__answers_sides(side, c->levels, skip, c->n_levels);
}

/* IAP beside DK: an abbreviation, among labels of what people did not answer. */
static bool is_beside_unanswered(const char *text, const logreg__column *c)
{
    static const char words[] =
        " noanswer noresponse notascertained skippedonweb inapplicable notapplicable ";
    bool beside = false;
    for (size_t l = 0; l < c->n_levels && !beside && logreg__gap_abbreviated(text); l++)
        beside = logreg__gap_answer(c->levels[l]) || logreg__plain_among(c->levels[l], words);
    return beside;
}

logreg__gap_kind logreg__gap_of(const logreg__column *c, size_t level)
{
    const char *text = c->levels[level];
    logreg__gap_kind kind = is_beside_unanswered(text, c)                                 ? LOGREG__GAP
                            : is_odd_number(text, c, level) || is_beside_answers(text, c) ? LOGREG__PERHAPS
                                                                                          : kind_of(text);
    if (is_stroke(text) && (c->n_levels < 2 || among_signs(c, level)))
        return LOGREG__WORD;
    bool doubtful = kind == LOGREG__PERHAPS && (dashes(text) == 1 || strcmp(text, "None") == 0);
    if (kind != LOGREG__WORD && (among_codes(text, c, level) ||
                                 (strcmp(text, "NA") == 0 && logreg__na_is_code(c->levels, c->n_levels))))
        return LOGREG__WORD;
    return doubtful && honest(text, c, level) ? LOGREG__WORD : kind;
}

bool logreg_frame_gap(logreg_gap *found, const logreg_frame *frame, size_t j)
{
    const logreg__column *c = &frame->column[j];
    uint32_t code[LOGREG_GAPS];
    size_t n = 0;
    *found = (logreg_gap){0};
    for (size_t l = 0; c->kind == LOGREG_CATEGORY && !c->insisted && l < c->n_levels && n < LOGREG_GAPS; l++)
        if (logreg__gap_of(c, l) != LOGREG__WORD)
            code[n++] = (uint32_t)l;
    size_t rows[LOGREG_GAPS] = {0};
    for (size_t r = 0; n && r < frame->n_rows; r++)
        for (size_t i = 0; i < n; i++)
            rows[i] += logreg__column_code(c, r) == code[i];
    for (size_t i = 0; i < n; i++) {
        if (!rows[i])
            continue;
        found->text[found->n_texts++] = c->levels[code[i]];
        found->n_rows += rows[i];
    }
    return found->n_texts > 0;
}
