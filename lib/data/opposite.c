#include "data/opposite.h"

#include <string.h>

#include "data/answers.h"

/* Cases without the event, and with it. */
static const char *const pairs[][2] = {
    {" alive survived survivors surviving living lived lebend lebende \303\274berlebt \303\274berlebende "
     "vivants "
     "survivants vivos sobrevivientes vivi sopravvissuti levend overlevenden \303\266verlevande "
     "\305\274yj\304\205cy ",
     " dead died deaths death killed deceased dying tot tote gestorben verstorbene todesf\303\244lle morts "
     "d\303\251c\303\251d\303\251s muertos fallecidos mortos morti deceduti dood doden d\303\266da zmarli "},
    {" failure failures fail fails failed misses miss missed echecs \303\251checs fracasos misserfolge "
     "insuccessi ",
     " success successes succeeded pass passes passed hits hit succ\303\250s \303\251xitos exitos erfolge "
     "successi "},
    {" control controls contr\303\264les controles kontrollen controlli ",
     " case cases cas casos f\303\244lle faelle casi "},
    {" loss losses lost defeats niederlagen ", " win wins won victories siege "},
    {" healthy well sound free susceptible sains sanos saud\303\241veis gesund gesunde sani gezond zdrowi ",
     " ill sick diseased infected affected cases malades enfermos doentes krank kranke erkrankt erkrankte "
     "malati "
     "ziek chorzy "},
    {" rejected refused denied declined abgelehnt refus\303\251s rechazados ",
     " admitted accepted approved hired angenommen zugelassen admis admitidos aceptados "},
    {" incorrect wrong errors error falsch ", " correct right richtig "},
    {" intact undamaged ", " damaged broken torn "},
    {" negative negatives neg negativ n\303\251gatifs negativos negativi ",
     " positive positives pos positiv positifs positivos positivi "},
    {" male males men boys m\303\244nner m\303\244nnchen hommes hombres maschi ",
     " female females women girls frauen weibchen femmes mujeres femmine "},
    {" empty dormant ", " full germinated "},
    {" benign ", " malignant "},
    {" ham legit legitimate genuine ", " spam fraud fraudulent phishing "},
    {" no nein non nee nej nie n\303\243o ", " yes ja oui s\303\255 si s\303\254 sim tak "},
};

/* Is a plain word one of these, with what says that it counts before or behind, or without: dead, num_dead, ncases, yes_count? */
static bool is_among(const char *words, const char *plain)
{
    static const char *const before[] = {"", "numberof", "number", "num", "nb", "n", "anzahl", "nombre"},
                             *const behind[] = {"", "counts", "count", "number", "num", "n"};
    char word[LOGREG__PLAIN_WORD];
    for (size_t b = 0; b < sizeof before / sizeof *before; b++)
        for (size_t e = 0; e < sizeof behind / sizeof *behind; e++) {
            size_t n = strlen(before[b]), m = strlen(behind[e]), length = strlen(plain);
            if (length <= n + m || strncmp(plain, before[b], n) != 0 ||
                strcmp(plain + length - m, behind[e]) != 0)
                continue;
            memcpy(word, plain + n, length - n - m);
            word[length - n - m] = '\0';
            if (logreg__word_among(words, word))
                return true;
        }
    return false;
}

/* events and nonevents, num_germinated and num_not_germinated, infected and uninfected, event and no_event */
static bool negates(const char *with, const char *without)
{
    static const char *const anywhere[] = {"non", "not", "nicht"}, *const first[] = {"un", "no", "sin",
                                                                                     "ohne", "sans"};
    size_t longer = strlen(without) - strlen(with);
    if (strlen(without) <= strlen(with))
        return false;
    for (size_t k = 0; k < sizeof anywhere / sizeof *anywhere; k++)
        for (const char *at = without; strlen(anywhere[k]) == longer && (at = strstr(at, anywhere[k])); at++)
            if (strncmp(with, without, (size_t)(at - without)) == 0 &&
                strcmp(with + (at - without), at + longer) == 0)
                return true;
    for (size_t k = 0; k < sizeof first / sizeof *first; k++)
        if (strlen(first[k]) == longer && strncmp(without, first[k], longer) == 0 &&
            strcmp(without + longer, with) == 0)
            return true;
    return false;
}

bool logreg__name_counts_events(const char *name)
{
    char word[LOGREG__PLAIN_WORD];
    if (!logreg__plain_word(word, name))
        return false;
    bool counts = is_among(" event events claim claims ", word);
    for (size_t k = 0; k < sizeof pairs / sizeof *pairs && !counts; k++)
        counts = is_among(pairs[k][0], word) || is_among(pairs[k][1], word);
    return counts;
}

bool logreg__names_opposite(const char *with, const char *without)
{
    char event[LOGREG__PLAIN_WORD], other[LOGREG__PLAIN_WORD];
    if (!logreg__plain_word(event, with) || !logreg__plain_word(other, without))
        return false;
    for (size_t k = 0; k < sizeof pairs / sizeof *pairs; k++)
        if (is_among(pairs[k][1], event) && is_among(pairs[k][0], other))
            return true;
    return negates(event, other);
}
