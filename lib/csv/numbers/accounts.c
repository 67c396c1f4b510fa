/* A dash for 0, as accounts write it, and words for it, as people do: beside numbers they are no missing values, or may be none. */
#include "csv/mending/mend.h"

#include <string.h>

#include "data/answers.h"

/* Cells at least. */
enum { SEVERAL = 2 };

/* A hyphen, a longer dash, or a minus sign. */
static size_t dash(const char *text)
{
    static const char *const marks[] = {"-", "\xe2\x80\x93", "\xe2\x80\x94", "\xe2\x88\x92"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (strncmp(text, marks[i], strlen(marks[i])) == 0)
            return strlen(marks[i]);
    return 0;
}

/* Does a laboratory say so of what it cannot find? */
static bool below_limit(const char *text)
{
    return logreg__plain_among(text,
                               " nd bdl bql blq bloq notdetected undetected nondetect nondetected belowlod "
                               "belowdetection belowdetectionlimit <lod <loq <lloq <mdl <bdl <rl lod lloq ");
}

/* Of how many cigarettes, visits, children; of wind and rain; of prices and fees; of days since, and of ages. */
bool logreg__says_none(const char *text)
{
    static const char words[] =
        " none nil never zero nothing kein keine keiner keins nie aucun aucune jamais "
        "rien ninguno ninguna "
        "nunca nada nessuno nessuna mai nenhum nenhuma geen nooit ingen inga aldrig calm trace traces "
        "norain nosnow dry noclaim noclaims nochild nochildren nokids novisits nopain nodebt nowait nodelay "
        "ontime "
        "noexperience neversmoked neversmoker nonsmoker nondrinker teetotal abstinent "
        /* prices and fees */
        "free freeofcharge foc f.o.c. nofee nofees nocharge nocost nopayment onthehouse complimentary gratis "
        "waived "
        "feewaived exempt kostenlos kostenfrei umsonst frei geb\303\274hrenfrei gratuit gratuite offert "
        "gratuito gratuita "
        "ilmainen darmowy bezp\305\202atny bezp\305\202atnie zdarma ingyenes \303\274cretsiz "
        "\320\261\320\265\321\201\320\277\320\273\320\260\321\202\320\275\320\276 \345\205\215\350\264\271 "
        "\347\204\241\346\226\231 "
        /* days and hours since, or for which something lasted */
        "today sameday immediate immediately now justnow onarrival day0 heute gleichentags tagesgleich "
        "sofort "
        "aujourdhui lejourm\303\252me m\303\252mejour imm\303\251diat hoy mismod\303\255a elmismod\303\255a "
        "oggi stessogiorno "
        "hoje mesmodia "
        "vandaag dezelfdedag idag sammedag sammadag dzisiaj dzi\305\233 "
        /* ages */
        "newborn newborns neonate neonatal neonato neonata atbirth justborn neugeborenes neugeboren "
        "neugeborene "
        "nouveaun\303\251 reciennacido reci\303\251nnacido reci\303\251nnacida rec\303\251mnascido "
        "pasgeboren nyf\303\266dd "
        "nyf\303\270dt noworodek novorozenec ";
    char small[LOGREG__PLAIN_WORD];
    return (logreg__plain_word(small, text) && logreg__word_among(words, small)) || below_limit(text);
}

static bool is_dash(const char *text)
{
    size_t dashes = 0, money = 0;
    while (*text) {
        size_t line = dash(text), unit = line || *text == ' ' ? 0 : logreg__unit_length(text, strlen(text));
        char word[LOGREG__UNIT_ROOM] = "";
        if (!line && !unit && *text != ' ')
            return false;
        if (unit >= sizeof word)
            return false;
        memcpy(word, text, unit);
        if (unit && !logreg__is_currency(word))
            return false;
        dashes += line > 0;
        money += unit > 0;
        text += line ? line : unit ? unit : 1;
    }
    return dashes == 1 && money < 2;
}

/* No, in one of many languages. */
static bool denies(const char *text)
{
    return text[0] && text[1] && logreg__answer_denies(text, "yes");
}

/* Small whole numbers, as of balconies and children: beside these no is none of them. */
static bool are_few(const logreg__census *column)
{
    enum { MOST = 20 };
    const logreg__outfit *o = &column->outfit;
    return o->plain && o->most_plain <= MOST && !o->parted && !o->units;
}

static bool says_nothing(const char *text, bool few)
{
    return logreg__says_none(text) || (few && denies(text));
}

bool logreg__is_nil(const char *text, bool few)
{
    return says_nothing(text, few) || is_dash(text);
}

bool logreg__census_denied(const logreg__census *column)
{
    bool denied = false;
    for (size_t k = 0; k < LOGREG__KINDS && column->text[k].cells && !denied; k++)
        denied = denies(column->text[k].text) && are_few(column);
    return denied;
}

size_t logreg__nil_cells(const logreg__census *column)
{
    size_t dashes = 0, words = 0;
    bool few = are_few(column);
    for (size_t k = 0; k < LOGREG__KINDS && column->text[k].cells; k++) {
        dashes += is_dash(column->text[k].text) ? column->text[k].cells : 0;
        words += says_nothing(column->text[k].text, few) ? column->text[k].cells : 0;
    }
    size_t cells = words + (logreg__outfit_amounts(&column->outfit) ? dashes : 0);
    return cells >= SEVERAL ? cells : 0;
}

const char *logreg__nil_statement(char room[LOGREG__NIL_STATEMENT], const logreg__mending *m)
{
    static const char begin[] = "s/^\\W*(?:", end[] = ")\\W*?(?=\\r?$)/0/";
    char pattern[LOGREG__PATTERN];
    bool hyphen = false, others = false;
    size_t used = (size_t)sprintf(room, "%s", begin), first = used;
    for (size_t k = 0; k < m->texts && k < LOGREG__MENDED_TEXTS; k++) {
        const char *text = m->text[k];
        hyphen = hyphen || (is_dash(text) && strchr(text, '-'));
        others = others || (is_dash(text) && !strchr(text, '-'));
        if (says_nothing(text, m->denied) && used + strlen(text) + sizeof end + 30 < LOGREG__NIL_STATEMENT)
            used += (size_t)sprintf(room + used, "%s%s", used > first ? "|" : "",
                                    logreg__cell_pattern(pattern, text));
    }
    if (hyphen || others)
        used += (size_t)sprintf(room + used, "%s-%s", used > first ? "|" : "",
                                others ? "|\xe2\x80\x93|\xe2\x80\x94|\xe2\x88\x92" : "");
    sprintf(room + used, "%s", end);
    return room;
}

const char *logreg__nil_advice(char room[LOGREG__NIL_ADVICE], const logreg__mending *all,
                               const logreg__csv *csv)
{
    char way[LOGREG__REMEDY], na[LOGREG__NA_ADVICE];
    bool thousands;
    size_t k = 0;
    *room = '\0';
    if (!all->nil_cells || all->pairs || logreg__mending_doubt(all, &thousands, csv))
        return room;
    while (k + 1 < all->texts && !logreg__is_nil(all->text[k], all->denied))
        k++;
    logreg__mending zeros = *all;
    zeros.nil = true;
    logreg__remedy_way(way, sizeof way, NULL, &zeros, thousands, csv);
    logreg__na_advice(na, &zeros, csv);
    if (strncmp(way, "perl", 4) != 0)
        return room;
    int n = snprintf(room, LOGREG__NIL_ADVICE, "; if '%s' stands for 0%s, write that, %s%s%s", all->text[k],
                     is_dash(all->text[k]) ? ", as in accounts"
                     : below_limit(all->text[k])
                         ? ", as below a limit of detection (half the lowest number is another way)"
                         : "",
                     way, *na ? ", and use " : "", na);
    if (n < 0 || n >= LOGREG__NIL_ADVICE)
        *room = '\0';
    return room;
}
