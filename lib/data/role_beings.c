/* Persons, animals and things to which rows belong, several to each. */
#include "data/role.h"
#include "data/sentinel.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- Names ---- */

bool logreg__named_being(const char *name)
{
    static const char beings[] =
        " owner ownername tenant tenantname landlord teacher animal animals animalname pet pets petname "
        "dogname catname"
        " horse horsename besitzer besitzerin tierbesitzer halter tierhalter eigent\303\274mer vermieter "
        "mieter lehrer lehrerin lehrkraft tier"
        " tiername haustier pferd propri\303\251taire proprietaire locataire enseignant enseignante cheval "
        "propietario propietaria due\303\261o"
        " inquilino profesor profesora maestro maestra mascota proprietario proprietaria propriet\303\241rio "
        "professor professoressa insegnante"
        " animale eigenaar huurder leraar docent dier w\305\202a\305\233ciciel najemca nauczyciel "
        "zwierz\304\231 \303\244gare hyresg\303\244st l\303\244rare ejer lejer l\303\246rer ";
    return logreg__plain_among(name, beings);
}

/* In the singular, since in the plural they are counted. */
static const char one_of_many[] =
    " doctor physician gp clinician dentist nurse midwife therapist psychologist counselor counsellor "
    "teacher "
    "tutor instructor lecturer professor coach trainer mentor driver pilot player athlete rider jockey judge "
    "referee umpire agent clerk cashier seller salesperson salesman supplier vendor dealer merchant buyer "
    "customer client user subject patient person participant respondent proband volunteer pupil student "
    "candidate applicant member employee worker officer inspector manager supervisor caseworker household "
    "family couple animal cow bull dog cat horse pig sow sheep ewe goat rat mouse bird tree pen cage tank "
    "nest "
    "hive colony room bed vehicle truck bus device sensor logger meter server host "
    "arzt \303\244rztin aerztin hausarzt pflegekraft lehrer lehrerin lehrkraft therapeut therapeutin fahrer "
    "fahrerin spieler spielerin richter richterin sachbearbeiter sachbearbeiterin berater beraterin "
    "verk\303\244ufer verkaeufer kunde kundin patientin probandin teilnehmer teilnehmerin sch\303\274ler "
    "schueler sch\303\274lerin mitarbeiter mitarbeiterin haushalt familie tier kuh pferd hund raum zimmer "
    "bett "
    "fahrzeug ger\303\244t geraet "
    "m\303\251decin medecin infirmier infirmi\303\250re enseignant enseignante professeur "
    "\303\251l\303\250ve eleve sujet conducteur joueur juge vendeur m\303\251nage menage foyer famille vache "
    "cheval chambre salle v\303\251hicule vehicule "
    "m\303\251dico medico enfermera enfermero profesor profesora maestro maestra alumno alumna estudiante "
    "paciente sujeto participante conductor jugador juez vendedor hogar familia vaca caballo "
    "habitaci\303\263n habitacion cuarto "
    "infermiere insegnante alunno paziente soggetto autista giocatore giudice famiglia stanza camera "
    "arts huisarts leraar leerling pati\303\253nt patient deelnemer chauffeur speler gezin kamer ";

bool logreg__named_one(const char *name)
{
    char plain[LOGREG__PLAIN_WORD], word[LOGREG__PLAIN_WORD] = "";
    if (!logreg__plain_word(plain, name) ||
        logreg__name_has(name, " per of visits number n num count counts total mean average size age "))
        return false;
    bool sentence = logreg__named_sentence(name);
    while ((name = logreg__name_word(word, name)))
        ;
    return logreg__word_among(one_of_many, plain) || (!sentence && logreg__word_among(one_of_many, word));
}

/* ---- Numbers ---- */

/* Do they fill a range as evenly as numbers do that were given out one by one? Counts have few large ones, measurements few at the ends. */
static bool fill_evenly(const double *sorted, size_t n, size_t different)
{
    double span = sorted[n - 1] - sorted[0] + 1, middle = (sorted[0] + sorted[n - 1]) / 2, mean = 0,
           squares = 0;
    for (size_t i = 0; i < n; i++)
        mean += sorted[i] / (double)n;
    for (size_t i = 0; i < n; i++)
        squares += (sorted[i] - mean) * (sorted[i] - mean) / (double)n;
    return 2 * (double)different >= span && fabs(mean - middle) <= 0.12 * span &&
           sqrt(squares) >= 0.22 * span;
}

/* Three digits or more, as many in each, and hardly any round. */
static bool are_long(const double *sorted, size_t n)
{
    size_t round = 0;
    double low = 100;
    while (sorted[0] >= 10 * low && low < 1e15)
        low *= 10;
    for (size_t i = 0; i < n; i++)
        round += fmod(sorted[i], 10) == 0;
    return sorted[0] >= low && sorted[n - 1] < 10 * low && 4 * round < n;
}

bool logreg__numbers_return(const logreg__column *c, size_t rows)
{
    enum { FEWEST = 8 };
    size_t n, different = 0;
    bool whole = true;
    double *sorted = logreg__numbers_sorted(&n, c, rows);
    for (size_t i = 0; sorted && i < n && whole; i++) {
        whole = sorted[i] == floor(sorted[i]);
        different += i == 0 || sorted[i] != sorted[i - 1];
    }
    bool given = sorted && n && whole && sorted[0] >= 1 && different >= FEWEST && 10 * different <= 9 * n &&
                 (are_long(sorted, n) || fill_evenly(sorted, n, different));
    free(sorted);
    return given;
}

bool logreg__cases_return(const logreg__column *c, size_t rows)
{
    char plain[LOGREG__PLAIN_WORD];
    bool of_rows =
        logreg__plain_word(plain, c->name) &&
        logreg__word_among(" index nr no no. number num key row rows obs seq seed ref reference # ", plain);
    bool named = logreg__named_one(c->name) || logreg__named_by_number(c->name) ||
                 (logreg__named_id(c->name) && !of_rows);
    return named && logreg__numbers_return(c, rows) && !logreg__numbers_name(c, rows);
}
