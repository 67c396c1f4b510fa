/* Names of what is numbered, whatever that is. */
#include "data/role.h"

#include <string.h>

bool logreg__named_by_number(const char *name)
{
    static const char others[] = /* counts, averages, answers, nitric oxide */
        " of per total mean average avg median yes or fe exhaled nasal serum plasma ";
    char before[LOGREG__PLAIN_WORD] = "", last[LOGREG__PLAIN_WORD] = "", word[LOGREG__PLAIN_WORD];
    const char *rest = name;
    size_t n = strlen(name);
    while (n && name[n - 1] == ' ')
        n--;
    while ((rest = logreg__name_word(word, rest))) {
        strcpy(before, last);
        strcpy(last, word);
    }
    const char *noun = n && name[n - 1] == '#' ? last : logreg__word_among(" no nr ", last) ? before : "";
    size_t length = strlen(noun);
    bool plural = length > 2 && noun[length - 1] == 's' && noun[length - 2] != 's' && noun[length - 2] != 'u';
    return length && !plural && !logreg__name_has(name, others) && !logreg__named_scale(name) &&
           !logreg__named_kind(name);
}

/* USUBJID, COWID, but not paid, covid, acid, fluid, hybrid, starttid. */
static bool ends_in_id(const char *plain)
{
    size_t n = strlen(plain);
    if (n < 5 || strcmp(plain + n - 2, "id") != 0)
        return false;
    return !logreg__word_among(" aid bid cid lid mid oid pid rid tid uid vid ", plain + n - 3);
}

static bool begins(const char *plain)
{
    static const char *const words[] = {"n.\302\260",
                                        "n\302\260",
                                        "n.\302\272",
                                        "n\302\272",
                                        "\342\204\226",
                                        "nr.",
                                        "\320\275\320\276\320\274\320\265\321\200"};
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (strncmp(plain, words[k], strlen(words[k])) == 0)
            return true;
    return plain[0] == 'n' && logreg__word_for_thing(plain + 1); /* N_dossier */
}

static bool ends(const char *plain)
{
    static const char *const words[] = {"nr",
                                        "nr.",
                                        "no.",
                                        "nro",
                                        "nummer",
                                        "number",
                                        "numer",
                                        "\304\215\303\255slo",
                                        "\320\275\320\276\320\274\320\265\321\200",
                                        "\347\225\252\345\217\267",
                                        "\347\274\226\345\217\267",
                                        "\353\262\210\355\230\270"};
    size_t length = strlen(plain);
    for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
        size_t n = strlen(words[k]);
        if (length > n && strcmp(plain + length - n, words[k]) == 0)
            return true;
    }
    return ends_in_id(plain);
}

/* What is called so bears a number, if it has as many digits in each row. */
static const char things[] =
    " sample specimen ticket tkt order plot key tag eartag animal cow mouse bib folio voucher receipt badge "
    "docket chart file "
    "probe muster karte ohrmarke los tier parzelle \303\251chantillon echantillon parcelle boucle "
    "muestra boleta parcela arete amostra campione scontrino pr\303\270ve prov monster ";

/* Of anything, though Spanish counts children so. */
bool logreg__named_number(const char *name)
{
    char plain[LOGREG__PLAIN_WORD], word[LOGREG__PLAIN_WORD], last[LOGREG__PLAIN_WORD] = "";
    if (!logreg__plain_word(plain, name) || logreg__name_has(name, " total mean average avg median "))
        return false;
    for (const char *rest = name; (rest = logreg__name_word(word, rest));)
        strcpy(last, word);
    return begins(plain) || ends(plain) || logreg__word_among(things, plain) ||
           logreg__word_among(" ref reference num nbr ", last);
}
