/* Two numbers, and what makes a range of them: 10-14, 10--14, 1.5 to 2, between 10 and 14. A column notes which of these ways it has, a bit each,
 * so that the command for its middles names no others. */
#include "csv/numbers/forms.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/number.h"

/* Words in front, and what stands between: it joins two numbers only behind such a word, or a range without one. */
typedef struct {
    const char *text, *pattern; /* pattern: for perl */
    bool joins, repeats;
} sign;

static const sign fronts[] = {
    {"between ", "between ", true, false}, {"zwischen ", "zwischen ", true, false},
    {"entre ", "entre ", true, false},     {"from ", "from ", false, false},
    {"von ", "von ", false, false},        {"de ", "de ", false, false},
    {"da ", "da ", false, false},          {"van ", "van ", false, false},
};
static const sign links[] = {
    {"-", "-+", false, true},
    {"\xe2\x80\x90", "‐", false, false},
    {"\xe2\x80\x91", "‑", false, false},
    {"\xe2\x80\x92", "‒", false, false},
    {"\xe2\x80\x93", "–", false, false},
    {"\xe2\x80\x94", "—", false, false},
    {"\xe2\x80\x95", "―", false, false},
    {"\xe2\x88\x92", "−", false, false},
    {"~", "~", false, false},
    {"\xe3\x80\x9c", "〜", false, false},
    {"\xef\xbd\x9e", "～", false, false},
    {"\xe2\x80\xa6", "…", false, false},
    {"..", "\\.\\.+", false, true},
    {"to", "to", false, false},
    {"through", "through", false, false},
    {"thru", "thru", false, false},
    {"bis", "bis", false, false},
    {"tot", "tot", false, false},
    {"till", "till", false, false},
    {"til", "til", false, false},
    {"hasta", "hasta", false, false},
    {"\xc3\xa0", "à", false, false},
    {"a", "a", false, false},
    {"and", "and", true, false},
    {"und", "und", true, false},
    {"et", "et", true, false},
    {"y", "y", true, false},
    {"e", "e", true, false},
};

enum { FRONTS = sizeof fronts / sizeof *fronts, LINKS = sizeof links / sizeof *links };

/* 12, 1.5; not 1,500, whose mark may mean two things. Bytes; 0: none is there. */
static size_t number_length(const char *text)
{
    size_t whole = logreg__count_digits(text), decimals = 0;
    if (whole && (text[whole] == '.' || text[whole] == ','))
        decimals = logreg__count_digits(text + whole + 1);
    return whole > 6 || decimals > 2 ? 0 : decimals ? whole + 1 + decimals : whole;
}

static double number_at(const char *text, size_t n)
{
    double x = 0;
    logreg__number_parse(&x, text, n, memchr(text, ',', n) ? ',' : '.');
    return x;
}

static size_t front_at(const char *text)
{
    size_t k = 0;
    while (k < FRONTS && strncasecmp(text, fronts[k].text, strlen(fronts[k].text)) != 0)
        k++;
    return k;
}

/* What stands between, up to the next digit or blank. */
static size_t link_at(const char *text, size_t n)
{
    size_t k = 0, length = 0;
    for (; k < LINKS; k++) {
        length = strlen(links[k].text);
        bool begins = length <= n && strncasecmp(text, links[k].text, length) == 0;
        if (begins && (n == length || (links[k].repeats && strspn(text, links[k].text) == n)))
            break;
    }
    return k;
}

bool logreg__is_range(logreg__ranges *ways, const char *text)
{
    size_t size = strlen(text);
    if (!size || !isdigit((unsigned char)text[size - 1])) /* as most texts, for next to nothing */
        return false;
    size_t front = isdigit((unsigned char)*text) ? (size_t)FRONTS : front_at(text);
    const char *first = text + (front < FRONTS ? strlen(fronts[front].text) : 0);
    size_t n = number_length(first);
    if (!n)
        return false;
    const char *between = first + n + strspn(first + n, " ");
    size_t length = strcspn(between, " 0123456789"), link = link_at(between, length);
    const char *second = between + length + strspn(between + length, " ");
    size_t m = number_length(second);
    if (!m || second[m] || link == LINKS || links[link].joins != (front < FRONTS && fronts[front].joins))
        return false;
    bool letter = length == 1 && isalpha((unsigned char)*between); /* 4a5 is a name */
    if (letter && (between[-1] != ' ' || between[length] != ' '))
        return false;
    bool whole = n == logreg__count_digits(first) && m == logreg__count_digits(second);
    if (!whole && number_at(second, m) < number_at(first, n)) /* 3.1-2, as of chapters */
        return false;
    ways->fronts |= front < FRONTS ? 1U << front : 0;
    ways->links |= 1U << link;
    ways->marks = ways->marks || !whole;
    return true;
}

bool logreg__links_range(const char *between)
{
    size_t k = link_at(between, strlen(between));
    return k < LINKS && !links[k].joins;
}

/* "(?:to|bis)" */
static const char *alternatives(char *room, size_t size, const sign *signs, size_t n, unsigned of)
{
    size_t used = 0;
    for (size_t k = 0; k < n && used < size; k++)
        if (of >> k & 1)
            used += (size_t)snprintf(room + used, size - used, "%s%s", used ? "|" : "(?:", signs[k].pattern);
    if (used < size)
        snprintf(room + used, size - used, "%s", used ? ")" : "");
    return room;
}

const char *logreg__range_middles(char room[LOGREG__MIDDLES], const logreg__ranges *ways)
{
    char front[100], link[200];
    const char *number = ways->marks ? "\\d+(?:\\.\\d+)?" : "\\d+";
    snprintf(room, LOGREG__MIDDLES, "s/^(\"? *)%s%s(%s) *%s *(%s)(?= *\"?\\r?$)/$1 . ($2 + $3) \\/ 2/ei",
             alternatives(front, sizeof front, fronts, FRONTS, ways->fronts), ways->fronts ? "?" : "", number,
             alternatives(link, sizeof link, links, LINKS, ways->links), number);
    return room;
}
