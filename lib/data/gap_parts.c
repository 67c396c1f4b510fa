#include "data/gap_parts.h"

#include <ctype.h>
#include <string.h>

#include "data/answers.h"

/* A sentence has more words. */
enum { WORDS = 10, LENGTH = 80 };

static const char marks[] = ",;/. ";

/* Its words in order, "or" apart; 0: it is none of one to ten, or holds figures. */
static size_t words_of(const char *start[WORDS], size_t length[WORDS], const char *text)
{
    size_t n = 0, all = strlen(text);
    if (all >= LENGTH || strpbrk(text, "0123456789"))
        return 0;
    for (text += strspn(text, marks); *text; text += strspn(text, marks)) {
        size_t size = strcspn(text, marks);
        bool joins =
            size == 2 && tolower((unsigned char)text[0]) == 'o' && tolower((unsigned char)text[1]) == 'r';
        if (!joins && n == WORDS)
            return 0;
        if (!joins) {
            start[n] = text;
            length[n++] = size;
        }
        text += size;
    }
    return n;
}

bool logreg__gap_abbreviated(const char *text)
{
    return logreg__plain_among(text, " iap nap ns nr ");
}

static void copy(char room[LENGTH], const char *from, const char *end)
{
    memcpy(room, from, (size_t)(end - from));
    room[end - from] = '\0';
}

/* What the words before one are may be several things; the surest counts. */
logreg__gap_kind logreg__gap_parts(const char *text, logreg__gap_lookup *lookup)
{
    const char *start[WORDS];
    size_t length[WORDS], n = words_of(start, length, text);
    bool whole[WORDS + 1] = {true}; /* the words before this one are such parts; */
    logreg__gap_kind kind[WORDS + 1] = {LOGREG__WORD};
    char part[LENGTH];
    if (n < 2)
        return LOGREG__WORD;
    copy(part, start[0], start[0] + length[0]);
    if (!logreg__gap_abbreviated(part) && lookup(part, true) == LOGREG__WORD)
        return LOGREG__WORD;
    for (size_t i = 0; i < n; i++)
        for (size_t k = i; k < n && whole[i]; k++) {
            copy(part, start[i], start[k] + length[k]);
            logreg__gap_kind own = lookup(part, false);
            if (own == LOGREG__WORD && !logreg__gap_abbreviated(part))
                continue;
            whole[k + 1] = true;
            kind[k + 1] = own > kind[i] ? own : kind[i] > kind[k + 1] ? kind[i] : kind[k + 1];
        }
    return whole[n] ? kind[n] : LOGREG__WORD;
}
