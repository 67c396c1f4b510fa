#include "data/synonyms.h"

#include <string.h>
#include <strings.h>

#include "data/marked.h"

/* ---- Genotypes ---- */

/* A/G: two letters of bases, or 0/1 of alleles. */
static bool is_genotype(const char *text)
{
    return *text && strchr("ACGT01", *text) && text[1] == '/' && text[2] && strchr("ACGT01", text[2]) &&
           !text[3];
}

static bool same_genotype(const char *a, const char *b)
{
    return is_genotype(a) && is_genotype(b) && a[0] == b[2] && a[2] == b[0];
}

/* ---- Blood groups ---- */

/* 2 * the group, of O, A, B and AB, + 1 where the Rhesus factor is there; -1: it is none with its factor. */
static int blood_group(const char *text)
{
    static const char *const factors[][2] = {{"-", "+"},
                                             {"neg", "pos"},
                                             {"neg.", "pos."},
                                             {"negative", "positive"},
                                             {"negativ", "positiv"},
                                             {"\xe2\x88\x92", "+"}};
    bool both = strncmp(text, "AB", 2) == 0;
    if (!both && !strchr("OAB0", *text))
        return -1;
    int group = both ? 3 : *text == 'A' ? 1 : *text == 'B' ? 2 : 0;
    text += both ? 2 : 1;
    text += strspn(text, " _");
    if (strncasecmp(text, "rh", 2) == 0)
        text += 2 + strspn(text + 2, " _(D)");
    for (size_t k = 0; k < sizeof factors / sizeof *factors; k++)
        for (int there = 0; there < 2; there++)
            if (strcasecmp(text, factors[k][there]) == 0)
                return 2 * group + there;
    return -1;
}

static bool same_blood(const char *a, const char *b)
{
    int group = *a && *b ? blood_group(a) : -1;
    return group >= 0 && group == blood_group(b);
}

/* ---- Stages ---- */

/* The last word of a label of several, as a number: II and 2; 0: it is none. *stem: bytes before it. */
static unsigned stage_of(const char *text, size_t *stem)
{
    static const char *const roman[] = {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"};
    const char *last = strrchr(text, ' ');
    if (!last || last == text)
        return 0;
    *stem = (size_t)(last - text);
    last++;
    if (*last >= '1' && *last <= '9' && !last[1])
        return (unsigned)(*last - '0');
    for (unsigned k = 0; k < sizeof roman / sizeof *roman; k++)
        if (strcmp(last, roman[k]) == 0)
            return k + 1;
    return 0;
}

static bool same_stage(const char *a, const char *b)
{
    size_t n = 0, m = 0;
    unsigned stage = stage_of(a, &n);
    return stage && stage == stage_of(b, &m) && n == m && strncasecmp(a, b, n) == 0;
}

/* ---- Numbers ---- */

/* The digits of a whole number without zeros in front, of which a point and zeros may follow; NULL: it is none. */
static const char *whole_number(size_t *n, const char *text)
{
    static const char digits[] = "0123456789";
    size_t all = strspn(text, digits);
    const char *rest = text + all;
    if (!all || (*rest && (*rest != '.' || !rest[1] || rest[1 + strspn(rest + 1, "0")])))
        return NULL;
    while (all > 1 && *text == '0') {
        text++;
        all--;
    }
    *n = all;
    return text;
}

/* 1, 1.0 and 01 among other texts, but not 1.1 and 1.10, which may be versions. */
static bool same_number(const char *a, const char *b)
{
    size_t n, m;
    const char *x = whole_number(&n, a), *y = x ? whole_number(&m, b) : NULL;
    return y && n == m && memcmp(x, y, n) == 0;
}

bool logreg__labels_mean_one(const char *a, const char *b)
{
    return same_genotype(a, b) || same_blood(a, b) || same_stage(a, b) || same_number(a, b) ||
           logreg__label_shortened(a, b) || logreg__label_shortened(b, a);
}
