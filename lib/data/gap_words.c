/* The words that stand for missing values, of some languages, and those of outcomes that are not known. */
#include "data/gap_words.h"

#include <string.h>

#include "data/answers.h"

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
    "blank(s) tbc tba xxx xxxx xxxxx objectobject [objectobject] "
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
    "cantsay icantsay cannotsay icannotsay hardtosay hardtotell noidea ihavenoidea noopinion "
    "idonthaveanopinion "
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
    "undetermined unsure notsure unstaged ungraded "
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

/* Does one of the words begin so? */
static bool begins_one(const char *words, const char *beginning)
{
    size_t n = strlen(beginning);
    for (const char *at = words; n && (at = strstr(at, beginning)); at++)
        if (at > words && at[-1] == ' ')
            return true;
    return false;
}

logreg__gap_kind logreg__gap_word(const char *text, bool begins)
{
    bool (*among)(const char *, const char *) = begins ? begins_one : logreg__word_among;
    char word[LOGREG__PLAIN_WORD];
    if (!logreg__plain_word(word, text))
        return LOGREG__WORD;
    return among(gaps, word) || among(answers, word) ? LOGREG__GAP
           : among(perhaps, word)                    ? LOGREG__PERHAPS
                                                     : LOGREG__WORD;
}

/* Of several parts one answer is enough. */
logreg__gap_kind logreg__gap_answer_word(const char *text, bool begins)
{
    char word[LOGREG__PLAIN_WORD];
    bool answer = !begins && logreg__plain_word(word, text) && logreg__word_among(answers, word);
    return answer || logreg__gap_word(text, begins) == LOGREG__WORD ? logreg__gap_word(text, begins)
                                                                    : LOGREG__PERHAPS;
}

bool logreg__gap_beside(const char *text)
{
    static const char words[] =
        " notapplicable nonapplicable nonapplicabile inapplicable inap doesnotapply doesntapply noaplica "
        "n\303\243oseaplica ";
    return logreg__plain_among(text, words);
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

bool logreg__gap_answered(const char *text)
{
    return logreg__plain_among(text, answers);
}
