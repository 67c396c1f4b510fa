/* Columns that are no variables: numbers of the rows, or of the cases that a row stands for, and names. */
#ifndef LOGREG_DATA_ROLE_H
#define LOGREG_DATA_ROLE_H

#include "data/answers.h"
#include "data/frame.h"

/* Fewer rows than this say nothing about a column being an ID. */
#define LOGREG__ID_ROWS 20

/* Letters of ASCII, whatever the locale. */
static inline bool logreg__is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

static inline bool logreg__is_large(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* ---- Names (role_names.c) ---- */

/* "id", a name with a word "id", or one that numbers rows or what they are about: row, nr, Unnamed: 0, hhid, num_dossier, Rechnungsnr. */
bool logreg__named_id(const char *name);

/* Does its last word number what stands before it, whatever that is: Cow No, Hasta No, Lot #? (role_numbered.c) */
bool logreg__named_by_number(const char *name);

/* May it number, if its numbers look like that: N° adhésion, Nr. der Probe, Booking Ref, USUBJID, Ear tag? (role_numbered.c) */
bool logreg__named_number(const char *name);

/* Is it a time, a dose or an age, which may count on from 1? */
bool logreg__named_time(const char *name);

/* Is such a thing, or an amount, among its words? */
bool logreg__named_scale(const char *name);

/* Does its last word stand for kinds, and none of them for an amount: region, store_code; or for the number of one: SITEID, storenbr, Ward No., statecode, person_id? (role_kinds.c) */
bool logreg__named_kind(const char *name);

/* Is it that of kinds which have small numbers for names, where they have numbers at all, but may be amounts as well: insurance, marital status, housing? (role_kinds.c) */
bool logreg__named_class(const char *name);

/* Is it that of plots, quadrats, Parzellen, which have numbers for names; of reasons, trades and the like, whose numbers are small? (role_plots.c) */
bool logreg__named_plot(const char *name);
bool logreg__named_reason(const char *name);

/* Is it that of places or industries that have numbers of a few digits: zip, PLZ, Code postal, fips, Code commune, NAICS? */
bool logreg__named_area(const char *name);

/* Of documents or persons that have numbers of many: Police, DNI, PESEL? */
bool logreg__named_document(const char *name);

/* Is it that of persons: Name, Nachname, Nom, Apellidos, Patient, Customer Name, nom_du_client? */
bool logreg__named_person(const char *name);

/* Is it that of persons or animals, or else of kinds of them: Owner, Teacher, Mieter, Pet name, Animal? (role_beings.c) */
bool logreg__named_being(const char *name);

/* Is it that of one person, animal or thing of many to which rows belong: Doctor, class teacher, Fahrer, room? (role_beings.c) */
bool logreg__named_one(const char *name);

/* Is a word one of those for kinds: region, store? (role_kinds.c) */
bool logreg__named_kind_word(const char *plain);

/* What a name numbers that ends in the word for a number with nothing between, owner of RETURNEDBYOWNERID: it goes to noun. Is that one of kinds? (role_glued.c) */
bool logreg__glued_noun(char noun[LOGREG__PLAIN_WORD], const char *name);
bool logreg__glued_kind(const char *name);

/* Of versions, diagnoses: kinds whose names are numbers with points. (role_kinds.c) */
bool logreg__named_pointed(const char *name);

/* Is a plain word (answers.h) one for what people keep records of: patient, order, akte? */
bool logreg__word_for_thing(const char *plain);

/* The next word of a name, in small letters, to room; what follows it. visitDate_2 is visit, date. NULL: there is none. */
const char *logreg__name_word(char room[LOGREG__PLAIN_WORD], const char *name);

/* Is the name one of n words and one of those that it goes with, in either order: hhid, custno, num_dossier, Nr. Akte, Rechnungsnr., ID klienta? */
bool logreg__name_joins(const char *name, const char *const *words, size_t n, const char *with);

/* A word for a number that names, and one of those: custno, ID klienta? */
bool logreg__name_numbers(const char *name, const char *with);

/* Is it a question, or a statement to agree with, of five words or more: "How safe do you feel at the station?", "Nivel de confianza en el grupo"? What stands
 * in it, at its end too, is not what its numbers are of: they are answers, how many, how often, from 1 to 5. */
bool logreg__named_sentence(const char *name);

/* Is one of the words that a name is made of, visit and date of visitDate_2, among these? (answers.h) */
bool logreg__name_has(const char *name, const char *words);

/* ---- Numbers (role.c; role_rows.c: logreg_frame_identifies, logreg__groups_numbered) ---- */

/* Do texts number the rows: 1001A, EUR1001, as many letters and digits in each, hardly any twice, and hardly any number left out? */
bool logreg__texts_number_rows(const logreg__column *category, size_t rows);

/* Are numbers written with zeros in front, as no measurement is, under a name that says neither time nor amount? */
bool logreg__numbers_padded(const logreg__column *column);

/* Are the numbers of a column names by its name, region, zip, race, store_code, or, up to 99, insurance, or, where they come again as such numbers do, doctor; or by zeros in front? Three to 56 whole ones, fifty of what may number persons, none below 0, each in two rows or more on average. */
bool logreg__numbers_name(const logreg__column *column, size_t rows);

/* Are they amounts by how often each occurs, whatever the name: most of them 0, and the larger the rarer, as stays in hospital are; or years of school? (role_amounts.c) */
bool logreg__numbers_amount(const logreg__column *column, size_t rows);

/* Does a name say of three numbers or more what they stand for, 1=single 2=married 3=widowed? Are those all that a column of numbers holds, three of them or more? (role_spelt.c) */
bool logreg__named_codes(const char *name);
bool logreg__numbers_spelt(const logreg__column *column, size_t rows);

/* Are the numbers of column j, whose name tells of a thing, ratings on a scale that another one has whose name begins alike? (role_rated.c) */
bool logreg__numbers_rate(const logreg_frame *frame, size_t j);

/* Are the numbers of column j names, by these rules or by what other columns are called? */
bool logreg__numbers_code(const logreg_frame *frame, size_t j);

/* How many different values has column j that numbers persons or groups, of whose rows some share one, as those of one patient do? 0: all differ, they are fewer than ten, or it
 * numbers the rows of each group. O(rows log rows). Where memory is out: 0. */
size_t logreg__groups_numbered(const logreg_frame *frame, size_t j);

/* Is it the name of an ID of persons or animals, ID, PatientID, Cow No, not that of samples, which may begin again in each group? (role_cases.c) */
bool logreg__named_case(const char *name);

/* Has column j the name of an ID and ten different whole numbers of several rows each, which stand together, or which another column describes?
 * False where memory is out too. (role_cases.c) */
bool logreg__ids_shared(const logreg_frame *frame, size_t j);

/* Does the name of column j end so, and say what is numbered, or do those of other columns: RETAILERID beside OWNERID? (role_glued.c) */
bool logreg__glued_to_number(const logreg_frame *frame, size_t j);

/* Is it named as what numbers something, adoption_number, and has a hundred numbers or more that fill their range as those do that were given out, or
 * numbers that all differ and of which many are next to one another? (role_glued.c) */
bool logreg__numbers_given(const logreg__column *column, size_t rows);

/* Is another column, of numbers, the same in all rows that share a number of this one, as age and height are: whatever rises or falls with it apart? (role_cases.c) */
bool logreg__ids_described(const logreg_frame *frame, size_t j);

/* Might whole numbers, many of which come again wherever their rows stand, have been given out one by one: 1 to 40, all about as often, or with as many
 * digits in each? False where memory is out too. (role_beings.c) */
bool logreg__numbers_return(const logreg__column *column, size_t rows);

/* Are they of persons or things of several rows each: subject, patient_nr, Cow No, room? Few of what is no case are codes. (role_beings.c) */
bool logreg__cases_return(const logreg__column *column, size_t rows);

/* Are numbers of five digits or more one to one with those of another column, and the same in some rows? (role_twin.c) */
bool logreg__numbers_twin(const logreg_frame *frame, size_t j, size_t other);

/* Is every number of a column one more than the one before? */
bool logreg__counts_on(const logreg__column *column, size_t rows);

#endif
