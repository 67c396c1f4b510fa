#include "data/role.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "data/answers.h"
#include "base/memory.h"

static bool small(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool large(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* The next word of a name, in small letters, to room; what follows it. visitDate_2 is visit, date. NULL: there is none. */
static const char *next_word(char room[LOGREG__PLAIN_WORD], const char *name)
{
    size_t n = 0;
    while (*name && !small(*name) && !large(*name))
        name++;
    if (!*name)
        return NULL;
    do
        room[n++] = (char)(large(*name) ? *name + 0x20 : *name);
    while (n + 1 < LOGREG__PLAIN_WORD && name++ && (small(*name) || (large(*name) && !small(name[-1]))));
    room[n] = '\0';
    return name;
}

bool logreg__name_has(const char *name, const char *words)
{
    char word[LOGREG__PLAIN_WORD];
    while ((name = next_word(word, name)))
        if (logreg__word_among(words, word))
            return true;
    return false;
}

/* patient_no, Case Number */
static bool numbers_things(const char *name)
{
    return logreg__name_has(name, " no nr num number ") &&
           logreg__name_has(name,
                            " patient case subject record serial order invoice phone account customer client "
                            "employee student sample policy member participant chart ticket passport ");
}

bool logreg__named_id(const char *name)
{
    static const char rows[] =
        " row rows rowname rownames rownumber index nr no no. obs caseno casenumber recordno recordnumber "
        "serialno serialnumber lfdnr lfd.nr. lfd.nr x.1 unnamed:0 # responseid seqn respondent respid subjid "
        "patid caseid recordid studyid userid custid customerid empid pid sid uid guid uuid mrn ssn isbn "
        "isbn13 "
        "gtin ean ean13 upc barcode iban phone telephone mobile "
        "kunde kundennr kundennummer kdnr debitor kreditor patientennr patientennummer fallnr fallnummer "
        "matrikelnr matrikelnummer personalnr personalnummer vertragsnr vertragsnummer rechnungsnr belegnr "
        "auftragsnr client cliente customer klient kund kunden patient paciente paziente pacjent proband "
        "probandnr "
        "sujet num\303\251ro numero matricula matr\303\255cula dossier expediente nrofactura n\303\272mero ";
    char word[LOGREG__PLAIN_WORD];
    if ((logreg__plain_word(word, name) && logreg__word_among(rows, word)) || numbers_things(name))
        return true;
    size_t n = strlen(name);
    if (n < 2 || strcasecmp(name + n - 2, "id") != 0)
        return false;
    bool camel = n > 2 && name[n - 3] >= 'a' && name[n - 3] <= 'z' && name[n - 2] == 'I';
    return n == 2 || strchr("_-. ", name[n - 3]) || camel;
}

/* Letters in front of the digits, digits, and letters behind; false: something else stands there. */
static bool parts_of(size_t part[3], double *number, const char *text)
{
    for (part[0] = 0; small(text[part[0]]) || large(text[part[0]]);)
        part[0]++;
    text += part[0];
    *number = 0;
    for (part[1] = 0; text[part[1]] >= '0' && text[part[1]] <= '9'; part[1]++)
        *number = 10 * *number + (text[part[1]] - '0');
    text += part[1];
    for (part[2] = 0; small(text[part[2]]) || large(text[part[2]]);)
        part[2]++;
    return !text[part[2]] && part[1] >= 3 && part[0] + part[2] > 0;
}

bool logreg__texts_number_rows(const logreg__column *c, size_t rows)
{
    size_t values = rows - c->n_missing, first[3], part[3];
    double low = HUGE_VAL, high = -HUGE_VAL, number;
    if (c->n_levels < LOGREG__ID_ROWS || 10 * c->n_levels <= 9 * values ||
        !parts_of(first, &number, c->levels[0]))
        return false;
    for (size_t l = 0; l < c->n_levels; l++) {
        if (!parts_of(part, &number, c->levels[l]) || memcmp(part, first, sizeof part) != 0)
            return false;
        low = fmin(low, number);
        high = fmax(high, number);
    }
    return high - low < 2 * (double)c->n_levels;
}

bool logreg__counts_on(const logreg__column *column, size_t rows)
{
    for (size_t i = 1; i < rows; i++)
        if (logreg__column_number(column, i) != logreg__column_number(column, i - 1) + 1)
            return false;
    return true;
}

/* What counts on from 1 under such a name may be a trend. */
static bool named_time(const char *name)
{
    static const char times[] = " t time year day date week month quarter period hour minute second step "
                                "session trial order age dose "
                                "jahr tag woche monat zeit ann\303\251e jour semaine mois ";
    char word[LOGREG__PLAIN_WORD];
    return logreg__plain_word(word, name) && logreg__word_among(times, word);
}

static int ascending(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/* Whole numbers, of which at least nine in ten are different. False too where memory is out: it is a note less. */
static bool mostly_different(const logreg__column *c, size_t rows)
{
    size_t n = 0, different = 0;
    bool climbs = true;
    double before = -HUGE_VAL;
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(c, i);
        if (!isnan(x) && x != floor(x))
            return false;
        climbs = climbs && x > before;
        before = x;
    }
    double *sorted = climbs ? NULL : logreg__new_raw(rows, sizeof *sorted);
    for (size_t i = 0; i < rows && sorted; i++) {
        double x = logreg__column_number(c, i);
        if (!isnan(x))
            sorted[n++] = x;
    }
    if (sorted)
        qsort(sorted, n, sizeof *sorted, ascending);
    for (size_t i = 0; i < n; i++)
        different += i == 0 || sorted[i] != sorted[i - 1];
    bool most = climbs || (sorted && 10 * different > 9 * n);
    free(sorted);
    return most;
}

/* Does the last word of a name say that what follows is a kind, and no other that it is an amount? */
static bool names_kind(const char *name)
{
    static const char kinds[] =
        " region zip zipcode postal postcode postalcode plz county province canton fips race ethnicity "
        "religion "
        "nationality country language occupation industry sector department dept site center centre hospital "
        "school clinic ward store branch species code type category ",
                      amounts[] =
                          " day days time times week weeks month months year years n num number count counts "
                          "pct percent rate share dist distance size score income age per in to of hours ";
    char word[LOGREG__PLAIN_WORD] = "";
    if (logreg__name_has(name, amounts))
        return false;
    while ((name = next_word(word, name)))
        ;
    return logreg__word_among(kinds, word);
}

bool logreg__numbers_name(const logreg__column *c, size_t rows)
{
    enum { FEWEST = 3, MOST = 50 };
    double value[MOST];
    size_t n = 0;
    if (c->kind != LOGREG_NUMERIC || !names_kind(c->name))
        return false;
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(c, i);
        size_t k = 0;
        if (isnan(x))
            continue;
        while (k < n && value[k] != x)
            k++;
        if (k == MOST || x < 0 || x != floor(x))
            return false;
        if (k == n)
            value[n++] = x;
    }
    return n >= FEWEST;
}

/* Numbers of goods (GTIN, EAN, ISBN): 12 to 14 digits, the last of which checks the others, which no amounts do by chance. */
static bool number_goods(const logreg__column *c, size_t rows)
{
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(c, i);
        if (isnan(x))
            continue;
        if (!(x >= 1e11 && x < 1e14 && x == floor(x)))
            return false;
        int sum = 0, weight = 1;
        for (int64_t left = (int64_t)x; left; left /= 10, weight = 4 - weight)
            sum += weight * (int)(left % 10);
        if (sum % 10)
            return false;
    }
    return true;
}

bool logreg_frame_identifies(const logreg_frame *frame, size_t j)
{
    const logreg__column *c = &frame->column[j];
    size_t rows = frame->n_rows;
    if (c->kind != LOGREG_NUMERIC || rows - c->n_missing < LOGREG__ID_ROWS)
        return false;
    double first = logreg__column_number(c, 0);
    bool counts = (first == 0 || first == 1) && logreg__counts_on(c, rows) && !named_time(c->name);
    bool beyond = fabs(first) > 0x1p53; /* of which a double keeps no last digits */
    return counts || number_goods(c, rows) ||
           (logreg__named_id(c->name) && (beyond || mostly_different(c, rows)));
}

bool logreg_frame_counts_cases(const logreg_frame *frame, size_t j)
{
    static const char names[] =
        " freq freqs frequency frequencies count counts count(*) n anzahl h\303\244ufigkeit haeufigkeit "
        "effectif "
        "effectifs frecuencia frequenza frequ\303\252ncia frequencia ncases numberofrecords countofrecords "
        "rowcount antal aantal ";
    const logreg__column *c = &frame->column[j];
    char word[LOGREG__PLAIN_WORD];
    if (c->kind != LOGREG_NUMERIC || !logreg__plain_word(word, c->name) || !logreg__word_among(names, word))
        return false;
    double value[2] = {NAN, NAN};
    bool more = false;
    for (size_t i = 0; i < frame->n_rows; i++) {
        double x = logreg__column_number(c, i);
        if (x < 0 || x != floor(x)) /* also where it is missing */
            return false;
        if (isnan(value[0]) || value[0] == x)
            value[0] = x;
        else if (isnan(value[1]) || value[1] == x)
            value[1] = x;
        else
            more = true;
    }
    return more && !logreg__counts_on(c, frame->n_rows);
}
