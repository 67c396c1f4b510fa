/* What the name of a column says of its numbers. */
#include "data/role.h"

#include <string.h>

#include "data/answers.h"

const char *logreg__name_word(char room[LOGREG__PLAIN_WORD], const char *name)
{
    size_t n = 0;
    while (*name && !logreg__is_small(*name) && !logreg__is_large(*name))
        name++;
    if (!*name)
        return NULL;
    do
        room[n++] = (char)(logreg__is_large(*name) ? *name + 0x20 : *name);
    while (n + 1 < LOGREG__PLAIN_WORD && name++ &&
           (logreg__is_small(*name) || (logreg__is_large(*name) && !logreg__is_small(name[-1]))));
    room[n] = '\0';
    return name;
}

bool logreg__name_has(const char *name, const char *words)
{
    char word[LOGREG__PLAIN_WORD];
    while ((name = logreg__name_word(word, name)))
        if (logreg__word_among(words, word))
            return true;
    return false;
}

bool logreg__named_sentence(const char *name)
{
    enum { WORDS = 5 };
    size_t words = 0;
    for (const char *c = name; *c; c++)
        words += *c != ' ' && (c == name || c[-1] == ' ');
    return words >= WORDS;
}

/* ---- Numbers of rows and things ---------------------------------------------------------------------------- */

/* What people keep records of, one a row: behind or before a word for a number, or glued to it. */
static const char things[] =
    " row rec record hh hhold household house case subject subj patient pat cust customer client user "
    "account acct "
    "emp employee stud student resp respondent person pers indiv individual participant part member mbr "
    "family fam "
    "sample samp specimen order invoice inv txn transaction ticket tkt entry item document doc encounter adm "
    "admission stay loan contract policy claim application app booking job file serial chart passport phone "
    "id obs card hospital pupil "
    "kunde kunden akte akten vorgang vorgangs rechnung rechnungs beleg auftrag auftrags fall patienten "
    "personal "
    "vertrag vertrags matrikel bestell bestellung mitglied mitglieds probanden antrag antrags konto "
    "dossier commande facture contrat sujet adh\303\251rent adherent compte enregistrement ligne "
    "expediente cliente paciente factura pedido registro caso contrato cuenta processo pratica paziente "
    "fattura tessera tarjeta carte karte karten "
    "klienta klient sprawy faktury zam\303\263wienia zamowienia pacjenta wniosku kredytu umowy pacienta "
    "z\303\241kazn\303\255ka klant factuur kund ordre sak sag ";

/* Words for a number that names, before or behind such a thing. */
static const char *const markers[] = {"n.\302\260",   "n\302\260",
                                      "n.\302\272",   "n\302\272",
                                      "\342\204\226", "nummer",
                                      "number",       "num\303\251ro",
                                      "numero",       "n\303\272mero",
                                      "numer",        "\304\215\303\255slo",
                                      "nbr",          "num.",
                                      "num",          "nr.",
                                      "nr",           "no.",
                                      "no",           "id",
                                      "key",          "#"};

/* Joins what is numbered to the word for it: num_de_dossier */
static const char *behind_joint(const char *rest, const char *with)
{
    static const char *const joints[] = {"dela", "della", "del", "der", "des", "dos", "das", "do",
                                         "da",   "du",    "de",  "di",  "of",  "vom", "d"};
    for (size_t k = 0; k < sizeof joints / sizeof *joints; k++) {
        size_t n = strlen(joints[k]);
        char word[LOGREG__PLAIN_WORD];
        if (strncmp(rest, joints[k], n) == 0 && logreg__plain_word(word, rest + n) &&
            logreg__word_among(with, word))
            return rest + n;
    }
    return rest;
}

bool logreg__name_joins(const char *name, const char *const *marker, size_t n_markers, const char *with)
{
    char plain[LOGREG__PLAIN_WORD], stem[LOGREG__PLAIN_WORD];
    if (!logreg__plain_word(plain, name))
        return false;
    size_t length = strlen(plain);
    for (size_t k = 0; k < n_markers; k++) {
        size_t n = strlen(marker[k]);
        if (length <= n)
            continue;
        if (strncmp(plain, marker[k], n) == 0 && logreg__word_among(with, behind_joint(plain + n, with)))
            return true;
        memcpy(stem, plain, length + 1);
        stem[length - n] = '\0';
        if (strcmp(plain + length - n, marker[k]) == 0 && logreg__word_among(with, stem))
            return true;
    }
    return false;
}

bool logreg__name_numbers(const char *name, const char *with)
{
    return logreg__name_joins(name, markers, sizeof markers / sizeof *markers, with);
}

bool logreg__word_for_thing(const char *plain)
{
    return logreg__word_among(things, plain);
}

/* Patient File Number, but not number of days per patient */
static bool has_number_and_thing(const char *name)
{
    return logreg__name_has(name, " no nr num number nbr nummer ") && logreg__name_has(name, things) &&
           !logreg__name_has(name, " of per count total visits days ") && !logreg__named_sentence(name);
}

bool logreg__named_id(const char *name)
{
    static const char rows[] =
        " row rows rowname rownames rownumber index nr no no. n\302\260 n\302\272 \342\204\226 obs lfdnr "
        "lfd.nr. lfd.nr x.1 unnamed:0 # seqn "
        "seq seed identifier identifiers identifiant identificador identifikator "
        "respid subjid patid recid caseid studyid userid custid empid pid sid uid guid uuid mrn ssn isbn "
        "isbn13 "
        "gtin ean ean13 upc barcode iban phone telephone mobile record serial "
        "subj subject usubjid ref ref. reference "
        "account acct invoice policy matricule "
        "kunde kdnr debitor kreditor akte vorgang aktenzeichen "
        "client cliente customer klient kund kunden patient paciente paziente pacjent proband "
        "sujet num\303\251ro numero matricula matr\303\255cula matricola dossier expediente nrofactura "
        "n\303\272mero legajo c\303\251dula cedula c\303\263digo codigo ";
    char noun[LOGREG__PLAIN_WORD];
    return logreg__plain_among(name, rows) || logreg__name_has(name, " id ") ||
           logreg__name_numbers(name, things) || has_number_and_thing(name) ||
           (logreg__glued_noun(noun, name) && !logreg__glued_kind(name));
}

bool logreg__named_area(const char *name)
{
    static const char areas[] =
        " zip5 cp cap postal pincode eircode tract postalcode plz postleitzahl codepostal cpostal cep "
        "codigopostal c\303\263digopostal "
        "codicepostale kodpocztowy postnummer postnr fipscode countyfips geoid censustract insee codeinsee "
        "codecommune communecode naics naicscode siccode ";
    return logreg__plain_among(name, areas) || logreg__name_has(name, " zip zipcode postcode fips plz ");
}

bool logreg__named_document(const char *name)
{
    static const char documents[] =
        " police polizza poliza p\303\263liza apolice ap\303\263lice dni nie nif cif nip cuit rut curp rfc "
        "pesel regon cnpj siren siret bsn cpr cvr cnp oib jmbg nino aadhaar ahv tin ein npi imei numerkarty "
        "tel telefon telefono tel\303\251fono t\303\251l\303\251phone fax handy mobil m\303\263vil celular "
        "sku pzn ndc \320\264\320\276\320\263\320\276\320\262\320\276\321\200 "
        "\320\277\320\276\320\273\320\270\321\201 \321\201\320\275\320\270\320\273\321\201 "
        "\320\270\320\275\320\275 \320\277\320\260\321\201\320\277\320\276\321\200\321\202 "
        "\321\202\320\265\320\273\320\265\321\204\320\276\320\275 ";
    return logreg__plain_among(name, documents);
}

bool logreg__named_person(const char *name)
{
    static const char persons[] =
        " name names fullname firstname lastname surname forename givenname familyname middlename maidenname "
        "username contact contactname patient customer client person respondent participant employee member "
        "student "
        "nachname vorname familienname zuname patientin kunde kundin mandant klient mitarbeiter proband "
        "namn f\303\266rnamn efternamn navn fornavn etternavn efternavn kund naam achternaam voornaam klant "
        "nom pr\303\251nom prenom nomdefamille nometpr\303\251nom cliente "
        "nombre nombres apellido apellidos primerapellido paciente alumno nombreyapellidos nombreyapellido "
        "nome cognome nominativo paziente sobrenome apelido nomecompleto aluno "
        "imi\304\231 imie nazwisko imi\304\231inazwisko pacjent jm\303\251no jmeno "
        "p\305\231\303\255jmen\303\255 "
        "prijmeni pacient priezvisko meno n\303\251v vezet\303\251kn\303\251v keresztn\303\251v nimi "
        "sukunimi "
        "etunimi isim soyad soyisim adsoyad ad\304\261 soyad\304\261 ad\304\261soyad\304\261 ime prezime "
        "priimek nume prenume "
        "\320\270\320\274\321\217 \321\204\320\260\320\274\320\270\320\273\320\270\321\217 "
        "\321\204\320\270\320\276 \317\214\316\275\316\277\316\274\316\261 "
        "\316\265\317\200\317\216\316\275\317\205\316\274\316\277 ";
    static const char *const words[] = {"fullname", "lastname", "surname", "name",   "names", "namn", "navn",
                                        "naam",     "nombre",   "nome",    "prenom", "nom",   "imie"};
    return logreg__plain_among(name, persons) ||
           logreg__name_joins(name, words, sizeof words / sizeof *words, things);
}

/* ---- Times ------------------------------------------------------------------------------------------------- */

/* What counts on under such a name may be a trend. */
bool logreg__named_time(const char *name)
{
    return logreg__plain_among(name,
                               " t time year day date week month quarter period hour minute second step "
                               "session trial order age dose "
                               "jahr tag woche monat zeit ann\303\251e jour semaine mois ");
}

/* The same where numbers begin anywhere: years since, temperature_c, dose mg. */
bool logreg__named_scale(const char *name)
{
    return logreg__named_time(name) || strcmp(name, "x") == 0 ||
           strcmp(name, "y") == 0 || /* X is R's column of row names */
           logreg__name_has(
               name,
               " t time times timestamp year years yr yrs day days date week weeks wk month months mo "
               "quarter period hour hours hr minute minutes min second seconds sec step age ages dose "
               "level rank temp temperature depth distance height length weight width size score "
               "platelets platelet plt hemoglobin haemoglobin hb hgb wbc rbc ferritin cholesterol glucose "
               "pulse bpm bmi "
               "price income salary wage revenue sales turnover profit cost amount value budget gross gdp "
               "capital balance assets pop population bytes "
               "visit trial session run col rate speed mass volume pressure freq frequency wavelength "
               "position lag "
               "cycle round season wave "
               "jahr jahre tag tage woche wochen monat monate zeit stunde stunden wochenstunden "
               "arbeitsstunden minuten sekunden alter "
               "dosis "
               "temperatur tiefe l\303\244nge annee ann\303\251e ann\303\251es an ans jour jours semaine "
               "semaines mois heure heures "
               "a\303\261o a\303\261os dia d\303\255a dias d\303\255as semana semanas mes meses hora horas "
               "minutos ano anos edad anno anni giorno giorni settimana settimane mese mesi ora ore minuti "
               "jaar jaren dag dagen weken maand maanden uur uren \303\245r dagar vecka veckor "
               "m\303\245nad m\303\245nader timme timmar dage uge uger timer "
               "rok lata dzie\305\204 tydzie\305\204 tygodnie miesi\304\205c godzina godziny godzin ");
}
