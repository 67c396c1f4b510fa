/* Texts that stand for missing values. Which do in a column at hand, only who made it knows: "none" may be no disease. So they are told,
 * and never taken out; those that may be honest levels are told only where the others do not make them so. */
#include "data/gap.h"

#include <ctype.h>
#include <string.h>

#include "data/answers.h"
#include "data/gap_parts.h"
#include "data/gap_words.h"

size_t logreg__gap_dashes(const char *text)
{
    size_t n = 0;
    for (; *text; n++) {
        bool longer = strncmp(text, "\xe2\x80\x93", 3) == 0 || strncmp(text, "\xe2\x80\x94", 3) == 0;
        if (*text != '-' && !longer)
            return 0;
        text += longer ? 3 : 1;
    }
    return n;
}

/* #REF!, #DIV/0!, #BEZUG!, #NAME?, #N/A and kin, as spreadsheets write errors. */
static bool is_error(const char *text)
{
    size_t n = strlen(text);
    static const char marked[] = " #n/a #n/an/a #na #nv #n/d #error #fehler ";
    return *text == '#' && n > 2 &&
           (text[n - 1] == '!' || text[n - 1] == '?' || logreg__plain_among(text, marked));
}

/* Text in a pair of brackets, without them, to room; false: in none. */
static bool unbracket(char room[LOGREG__PLAIN_WORD], const char *text)
{
    static const char open[] = "([<{*", close[] = ")]>}*";
    size_t n = strlen(text);
    const char *mark = n > 2 && n < LOGREG__PLAIN_WORD ? strchr(open, *text) : NULL;
    if (!mark || text[n - 1] != close[mark - open])
        return false;
    memcpy(room, text + 1, n - 2);
    room[n - 2] = '\0';
    return true;
}

/* Behind .a: to .z:, as programs print such labels of Stata: ".d:  Don't know". */
static const char *behind_letter(const char *text)
{
    bool letter = *text == '.' && isalpha((unsigned char)text[1]) && text[2] == ':';
    return letter ? text + 3 + strspn(text + 3, " ") : NULL;
}

/* Behind a code: "99 - missing", "-9: refused". */
static const char *behind_code(const char *text)
{
    size_t n = strspn(text, "-"), digits = strspn(text + n, "0123456789");
    n += digits + strspn(text + n + digits, " ");
    return digits && text[n] && strchr("-=:.)", text[n]) ? text + n + 1 + strspn(text + n + 1, " ") : NULL;
}

static bool is_nothing(const char *text)
{
    return logreg__plain_among(text, " none nil nothing blank empty leer vide vac\303\255o vuoto ");
}

/* .a to .z, as Stata and SAS tell missing values apart. */
static bool is_lettered(const char *text)
{
    return *text == '.' && ((text[1] | 0x20) >= 'a' && (text[1] | 0x20) <= 'z') && !text[2];
}

/* 0000-00-00 00:00:00, as MySQL and others write a date that is not there. */
static bool is_no_day(const char *text)
{
    static const char *const days[] = {"0000-00-00", "0000/00/00", "00/00/0000", "00.00.0000", "00-00-0000"};
    for (size_t k = 0; k < sizeof days / sizeof *days; k++)
        if (strncmp(text, days[k], 10) == 0)
            return !text[10] || (strchr(" T", text[10]) && !text[10 + strspn(text + 10, " T0:.Z")]);
    return false;
}

bool logreg__gap_stroke(const char *text)
{
    return *text && !text[strspn(text, "/\\*_")];
}

static logreg__gap_kind plain_kind(const char *text)
{
    if (is_error(text) || is_lettered(text) || logreg__gap_dashes(text) > 1)
        return LOGREG__GAP;
    if (logreg__gap_dashes(text) == 1 || logreg__gap_stroke(text))
        return LOGREG__PERHAPS;
    logreg__gap_kind kind = logreg__gap_word(text, false);
    return kind == LOGREG__WORD ? logreg__gap_parts(text, logreg__gap_word) : kind;
}

logreg__gap_kind logreg__gap_kind_of(const char *text)
{
    char inner[LOGREG__PLAIN_WORD];
    const char *rest = behind_code(text);
    if (is_no_day(text) || behind_letter(text))
        return LOGREG__GAP;
    if (rest) /* but 589.- is money */
        return !logreg__gap_dashes(rest) && plain_kind(rest) != LOGREG__WORD ? LOGREG__GAP : LOGREG__WORD;
    if (unbracket(inner, text))
        return plain_kind(inner) != LOGREG__WORD || is_nothing(inner) ? LOGREG__GAP : LOGREG__WORD;
    return strcmp(text, "None") == 0 ? LOGREG__PERHAPS : plain_kind(text);
}

bool logreg__gap_text(const char *text)
{
    return logreg__gap_kind_of(text) != LOGREG__WORD;
}

bool logreg__gap_answer(const char *text)
{
    char inner[LOGREG__PLAIN_WORD];
    const char *letter = behind_letter(text), *behind = letter ? letter : behind_code(text);
    const char *core = behind ? behind : unbracket(inner, text) ? inner : text;
    return logreg__gap_answered(core) || logreg__gap_parts(core, logreg__gap_answer_word) == LOGREG__GAP;
}
