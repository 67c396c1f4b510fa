/* Whether a number in text is a quantity: 5-speed, GPA: 3.4, about 40; or names something: Room 5, A12, 3B, 5W30, #7. */
#include "csv/numbers/held.h"

#include <ctype.h>
#include <string.h>

#include "data/answers.h"

enum { LETTER_ROOM = 24 };

/* Signs of money within a text. */
static bool has_money(const char *text)
{
    static const char *const signs[] = {"$", "\xe2\x82\xac", "\xc2\xa3", "\xc2\xa5", "\xe2\x82\xb9"};
    for (size_t k = 0; k < sizeof signs / sizeof *signs; k++)
        if (strstr(text, signs[k]))
            return true;
    return false;
}

static bool has_letters(const char *text)
{
    for (; *text; text++)
        if (logreg__letter_length(text, strlen(text)) &&
            strncmp(text, "\xc3\x97", 2) != 0) /* a sign of times */
            return true;
    return false;
}

/* The last word of a text, of ASCII; "": there is none. */
static void last_word(char room[LETTER_ROOM], const char *text, size_t n)
{
    size_t used = 0, from;
    while (n && !isalpha((unsigned char)text[n - 1]))
        n--;
    for (from = n; from && isalpha((unsigned char)text[from - 1]);)
        from--;
    for (; from < n && used + 1 < LETTER_ROOM; from++)
        room[used++] = text[from];
    room[used] = '\0';
}

/* A word before the number says what it measures, or, with a colon or a sign of equality behind it, at least does not say that it names. */
static bool is_measure(const char *front)
{
    static const char measures[] =
        " score scores points pts qty quantity age aged size total count sum avg average mean median gpa bmi "
        "ph "
        "temp temperature weight height length width depth distance speed price cost costs fee amount salary "
        "income rent rate rating duration about approx approximately circa ca around roughly nearly almost "
        "only makes serves yields contains posted etwa rund fast environ unos aprox from ab desde mg kg cm "
        "mm ml km mmhg ",
                      names[] =
                          " id ids no nr num number room gate unit apt apartment grade class group type "
                          "code zip ward bed table lot batch page line case order phase stage tier zone "
                          "district region route bus seat row level lvl version ver release plan model "
                          "series part block section chapter week wk month quarter year day season round "
                          "set team house lane stop site store shop floor suite box person patient "
                          "customer user product item option answer choice question ";
    char word[LETTER_ROOM];
    bool money;
    size_t n = strlen(front);
    while (n && front[n - 1] == ' ')
        n--;
    bool said = n && strchr(":=", front[n - 1]);
    last_word(word, front, n);
    money = logreg__is_currency(word);
    for (char *c = word; *c; c++)
        *c = (char)tolower((unsigned char)*c);
    return said ? !logreg__word_among(names, word)
                : front[n] == ' ' && (money || logreg__word_among(measures, word));
}

bool logreg__held_good_front(const char *front, const logreg__held_numbers *n)
{
    bool decimals = 2 * n->decimals >= n->levels;
    if (has_money(front))
        return true;
    bool arrow = strncmp(front, "->", 2) == 0 || strncmp(front, "=>", 2) == 0;
    if ((strpbrk(front, "<>") && !arrow) || strstr(front, "\xe2\x89\xa4") || strstr(front, "\xe2\x89\xa5"))
        return false; /* the ends of bands */
    if (has_letters(front))
        return is_measure(front);
    return !strstr(front, "\xc2\xa7") && !strstr(front, "\xe2\x84\x96") &&
           (decimals || !strpbrk(front, "#*@&/") || (n->ranked && strcmp(front, "#") == 0));
}

/* st, nd, rd, th, e, er, a raised o or a, and full stops of numbered lists. */
static bool is_ordinal(const char *behind, const logreg__held_numbers *n)
{
    static const char *const endings[] = {"st", "nd", "rd", "th", "er", "\303\250me", "\xc2\xba", "\xc2\xaa"};
    enum { LIST = 20 };
    for (size_t k = 0; k < sizeof endings / sizeof *endings; k++) {
        size_t length = strlen(endings[k]);
        if (strncmp(behind, endings[k], length) == 0 && !isalpha((unsigned char)behind[length]))
            return true;
    }
    return !n->decimals && n->most <= LIST && strchr(").:;", *behind) && (!behind[1] || behind[1] == ' ');
}

bool logreg__held_good_behind(const char *behind, const logreg__held_numbers *n)
{
    size_t blanks = strspn(behind, " "), mark = behind[blanks] && strchr("-/:._", behind[blanks]);
    const char *word = behind + blanks + mark;
    size_t letters = 0;
    enum { BANDS = 8 };
    while (isalpha((unsigned char)word[letters]))
        letters++;
    bool glued = !blanks && letters, one = letters == 1 && !isalpha((unsigned char)word[1]);
    if (!*behind)
        return true;
    bool bound =
        *behind == '+' && (!isalpha((unsigned char)behind[1 + (behind[1] == ' ')]) || n->levels <= BANDS);
    if (isdigit((unsigned char)*word) || bound || is_ordinal(behind, n))
        return false; /* 2021-05, 10:00, 5+; but 30+ days ago */
    if (one && (!blanks || mark))
        return mark && *word != 'X' && strchr("/", behind[blanks]) != NULL; /* 3B, 1001-X; but 5/h */
    return !(glued && isdigit((unsigned char)word[letters]));               /* 5W30, 2021Q1 */
}

bool logreg__held_quantity(const logreg__held *held, bool many)
{
    enum { FEWEST = 3, FEWEST_CELLS = 10, ID_WIDTH = 4 };
    const logreg__held_numbers *n = &held->numbers;
    bool ids = many && !n->decimals && !n->uneven && n->width >= ID_WIDTH && 10 * n->levels > 9 * n->cells;
    if (n->levels < FEWEST || n->cells < FEWEST_CELLS || n->padded || ids || n->years == n->levels)
        return false;
    for (size_t k = 0; k < held->fronts; k++)
        if (!logreg__held_good_front(held->front[k], n) &&
            !(strcmp(held->front[k], "<") == 0 && held->behinds == 1 && strcmp(held->behind[0], ">") == 0))
            return false;
    for (size_t k = 0; k < held->behinds; k++)
        if (!logreg__held_good_behind(held->behind[k], n))
            return false;
    return true;
}
