/* What a level of a category is, beside the others: NA among codes of countries, - beside +, 99 among words. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "data/answers.h"
#include "data/chosen.h"
#include "data/gap.h"
#include "data/gap_parts.h"
#include "data/gap_words.h"
#include "data/role.h"

/* More codes than these are no countries. */
enum { MOST_CODES = 300 };

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
    bool dash = logreg__gap_dashes(text) == 1;
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

static bool has_digit(const char *text)
{
    return strpbrk(text, "0123456789") != NULL;
}

/* How many digits a whole number has, less a sign before and .0 behind; 0: it is none. */
static size_t whole_digits(const char *text)
{
    text += *text == '-';
    size_t digits = strspn(text, "0123456789");
    const char *behind = text + digits;
    if (behind[0] == '.' && behind[1] == '0')
        behind += 1 + strspn(behind + 1, "0");
    return *behind ? 0 : digits;
}

/* A whole number among words, as 99 or 0 beside North, South and East, or with others for no answer, as 8.0 and 9.0 are beside the labels that SPSS has;
 * among single letters, as 4 beside f and r are drives of a car, or words that hold digits, as 99 beside 0-5yrs and 12+ yrs, one that people choose. */
static bool is_odd_number(const char *text, const logreg__column *c, size_t level)
{
    size_t digits = whole_digits(text), longest = 0;
    bool numbered = false;
    if (!digits || c->n_levels < 3)
        return false;
    bool codes = logreg__gap_unlabelled(c);
    for (size_t l = 0; l < c->n_levels; l++) {
        const char *other = c->levels[l];
        size_t m = strlen(other);
        if (l == level || (codes && whole_digits(other)))
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
        skip[l] =
            logreg__plain_among(c->levels[l], words) || logreg__gap_kind_of(c->levels[l]) != LOGREG__WORD;
    return logreg__answers_sides(side, c->levels, skip, c->n_levels);
}

/* Blank beside other words, unless these or the column's name tell of samples without the substance, of ballots or of what is printed. */
static bool is_blank(const char *text, const logreg__column *c)
{
    static const char others[] =
        " standard std control ctrl ctl calibrator calibration sample samples spike spiked "
        "qc reference positive negative pos neg placebo sham null spoilt spoiled "
        "invalid void empty full filled used printed plain striped target distractor ";
    static const char names[] =
        " vote votes voted ballot ballots sample well plate treatment treatments condition "
        "group arm stimulus stimuli trial odor odour solution substrate pattern design "
        "paper card page ";
    if (c->n_levels < 3 || !logreg__plain_among(text, " blank blanks ") || logreg__name_has(c->name, names))
        return false;
    for (size_t l = 0; l < c->n_levels; l++) {
        const char *other = c->levels[l];
        if (other != text && (has_digit(other) || logreg__name_has(other, others)))
            return false;
    }
    return true;
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
    logreg__gap_kind kind = is_beside_unanswered(text, c) ? LOGREG__GAP
                            : is_odd_number(text, c, level) || logreg__gap_negative(c, level) ||
                                    is_beside_answers(text, c) || is_blank(text, c)
                                ? LOGREG__PERHAPS
                                : logreg__gap_kind_of(text);
    if (logreg__gap_stroke(text) && (c->n_levels < 2 || among_signs(c, level)))
        return LOGREG__WORD;
    bool doubtful = kind == LOGREG__PERHAPS && (logreg__gap_dashes(text) == 1 || strcmp(text, "None") == 0);
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
