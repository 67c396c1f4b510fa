/* Names of columns that hold kinds, which often have a number for a name: of places, trades, illnesses, and the codes of statistics offices for them. */
#include "data/role.h"

#include <string.h>

#include "data/answers.h"

/* What has many rows each. */
static const char kinds[] =
    " tipo typ codice kod c\303\263digo codigo "
    "region zip zipcode postal postcode postalcode plz county province canton fips race ethnicity "
    "religion nationality country language occupation industry sector department dept site center centre "
    "hospital "
    "school clinic ward store branch species code type category "
    "batch lot plant plate machine operator rater examiner surgeon investigator interviewer team shop depot "
    "warehouse station district farm herd litter cluster classroom "
    "zentrum standort klinik krankenhaus abteilung praxis schule schulklasse filiale werk maschine "
    "pr\303\274fer landkreis bundesland gemeinde betrieb "
    "h\303\264pital hopital d\303\251partement departement r\303\251gion \303\251cole ecole usine "
    "magasin agence centro regi\303\263n regiao regi\303\243o escuela escola planta lote tienda sucursal "
    "zone block group borough precinct parish municipality neighborhood neighbourhood "
    "bezirk stadtbezirk stadtteil viertel stadtviertel quartier kreis gebiet revier gruppe "
    "arrondissement commune circonscription secteur groupe bloc "
    "distrito barrio zona grupo bloque sede provincia municipio comuna sitio "
    "bairro bloco setor concelho freguesia munic\303\255pio "
    "distretto quartiere rione comune regione settore reparto gruppo blocco sito "
    "wijk buurt stadsdeel gemeente provincie afdeling groep blok locatie "
    "dzielnica osiedle gmina powiat wojew\303\263dztwo okr\304\231g rejon strefa oddzia\305\202 grupa "
    "distrikt bydel kvarter kommune kommun fylke avdelning grupp zon "
    "okres obvod kraj z\303\263na skupina ker\303\274let "
    "icd icd9 icd10 dx diag diagnosis diagnose diagnoza diagnostic drg cpt "
    "state estado \303\251tat etat stato division authority council jurisdiction stratum facility location "
    "specialty speciality sp\303\251cialit\303\251 carrier airline airport origin dest destination route "
    "channel browser course major programme genre segment subcategory subcat subtype subclass "
    "cntry ctry relig ancestry birthplace occ naics isco isic nace noc anzsic anzsco ateco cnae ";

/* The same, of names that are made of one such word: of the census of the USA and of IPUMS, of NHANES and of FARS, of houses. */
static const char coded[] =
    " statefp countyfp placefp cousubfp gestfips gestcen gtco gtcbsa metfips metarea cbsa puma tract "
    "sic sic1 sic2 sic3 sic4 sic87 siccd soc2000 soc2010 soc2018 soccode occp occ1950 occ1990 occ2010 indp "
    "ind1950 ind1990 naicsp rac1p rac2p rac3p racem racethx ridreth1 ridreth3 bpl bpld pobp anc1p anc2p lanp "
    "ancestr1 mssubclass landuse landcover lulc covertype zoning soil mancoll harmev bodytyp areacode "
    "policeforce junctioncontrol junctiondetail vehiclemanoeuvre regionidcounty regionidcity regionidzip "
    "regionidneighborhood applicationmode operatingsystems censusdiv nacionality ";

/* Kinds of which the names are written with points: 2.10 is no 2.1. */
static const char pointed[] = " version ver release firmware icd icd9 icd10 dx diag ";

/* Days of the week, whose numbers begin again. */
static const char weekdays[] = " weekday dayofweek dow wday wochentag diasemana diadelasemana diadasemana "
                               "joursemaine jourdelasemaine giornosettimana veckodag ugedag ukedag weekdag ";

/* Small numbers, or else amounts. */
static const char classes[] =
    " insurance insurer payer payor insurancetype marital maritalstatus civilstatus familienstand "
    "estadocivil "
    "situationfamiliale statocivile stancywilny burgerlijkestaat civilst\303\245nd smokingstatus "
    "smokestatus "
    "employment employmentstatus jobtype job beruf housing housingtype relationship causeofdeath "
    "treatmentgroup treatmentarm studyarm manufacturer brand breed gender bloodgroup bloodtype "
    "marst maritl marstat dmdmartl dmdmartz relate relp relshipp relationshiptohead hisp hispan hispanic "
    "classwkr classwkrd citizen citizenship weather weathersit weathertype weathercondition "
    "weatherconditions lightcondition lightconditions roadsurface roadsurfaceconditions purpose trippurpose "
    "loanpurpose travelmode treatment trt product crop cultivar variety make previousqualification "
    "stateholiday assortment storetype ";

bool logreg__named_pointed(const char *name)
{
    return logreg__name_has(name, pointed);
}

bool logreg__named_kind_word(const char *plain)
{
    return logreg__word_among(kinds, plain);
}

/* Glued to the word for a number or a code, before or behind: SITEID, storenbr, Ward No., ID Klinik, statecode, RegionCd, heatingtypeid. */
static bool numbers_kind(const char *name)
{
    static const char *const codes[] = {"code", "cde", "cd"}, *const ends[] = {"typeid", "typecode",
                                                                               "typecd"};
    char plain[LOGREG__PLAIN_WORD];
    if (logreg__name_numbers(name, kinds) ||
        logreg__name_joins(name, codes, sizeof codes / sizeof *codes, kinds) ||
        logreg__name_joins(name, codes, sizeof codes / sizeof *codes, classes))
        return true;
    size_t n = logreg__plain_word(plain, name) ? strlen(plain) : 0;
    for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
        if (n > strlen(ends[k]) && strcmp(plain + n - strlen(ends[k]), ends[k]) == 0)
            return true;
    return false;
}

/* In Spanish, Portuguese and Italian what it is a kind of stands behind: tipo_inst. A tipo de cambio or de interes is a rate; words end at letters beyond ASCII. */
static bool begins_kind(const char *name)
{
    static const char rates[] = " cambio mbio inter interes interesse juros impositivo gravamen ";
    char word[LOGREG__PLAIN_WORD] = "";
    return logreg__name_word(word, name) && strcmp(word, "tipo") == 0 && !logreg__named_sentence(name) &&
           !logreg__name_has(name, rates);
}

bool logreg__named_kind(const char *name)
{
    static const char amounts[] =
        " day days time times week weeks month months year years n num number count counts "
        "total sum mean avg average units pct percent rate share dist distance size score income wealth "
        "weight bmi age per in to of hours for with "
        "en con com em dans avec mit im nel nella para pour por ";
    bool sentence = logreg__named_sentence(name);
    char word[LOGREG__PLAIN_WORD] = "", plain[LOGREG__PLAIN_WORD];
    if (numbers_kind(name) || logreg__glued_kind(name) || logreg__plain_among(name, weekdays) ||
        logreg__plain_among(name, coded))
        return true;
    if (logreg__name_has(name, amounts))
        return false;
    if (begins_kind(name) || (!sentence && logreg__name_has(name, pointed)))
        return true;
    if (logreg__plain_word(plain, name) && logreg__word_among(kinds, plain))
        return true;
    while ((name = logreg__name_word(word, name)))
        ;
    return strcmp(word, "id") == 0 || (!sentence && logreg__word_among(kinds, word));
}

bool logreg__named_class(const char *name)
{
    return logreg__plain_among(name, classes);
}
