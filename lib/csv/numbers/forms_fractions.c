/* Fractions, scores out of so many, and powers of ten. */
#include "csv/numbers/forms.h"

#include <ctype.h>
#include <string.h>

#include "base/number.h"
#include "data/answers.h"

/* Digits, with decimals behind a mark perhaps; three behind a comma are thousands. */
static size_t count_decimal(const char *text)
{
    size_t n = logreg__count_digits(text), decimals = 0;
    if (n && (text[n] == '.' || text[n] == ','))
        decimals = logreg__count_digits(text + n + 1);
    return decimals && !(text[n] == ',' && decimals > 2) ? n + 1 + decimals : n;
}

const char *logreg__behind_stroke(const char *text)
{
    static const char *const strokes[] = {"/", "of ", "out of ", "von ", "sur ", "de ", "su "};
    const char *behind = text + count_decimal(text);
    behind += strspn(behind, " ");
    for (size_t k = 0; k < sizeof strokes / sizeof *strokes; k++)
        if (strncmp(behind, strokes[k], strlen(strokes[k])) == 0) {
            behind += strlen(strokes[k]);
            return behind + strspn(behind, " ");
        }
    return NULL;
}

static bool is_padded(const char *text)
{
    return *text == '0' && isdigit((unsigned char)text[1]);
}

/* What people give for points: 4 of 5 stars. */
static bool says_points(const char *text)
{
    return logreg__plain_among(
        text, " star stars point points pt pts sterne sternen punkte punkten \303\251toiles etoiles "
              "estrellas estrelas stelle sterren ");
}

/* Not 2023/0001 or 03/2021: nobody writes a fraction with a zero in front. */
bool logreg__is_fraction(const char *text)
{
    size_t n = logreg__count_digits(text);
    const char *behind = logreg__behind_stroke(text);
    if (!n || !behind)
        return false;
    size_t m = count_decimal(behind);
    return m && !is_padded(text) && !is_padded(behind) &&
           (!behind[m] || logreg__says_pressure(behind + m) || says_points(behind + m));
}

bool logreg__is_mixed(const char *text)
{
    size_t n = logreg__count_digits(text), blanks = strspn(text + n, " ");
    const char *part = text + n + blanks;
    size_t k = logreg__count_digits(part), m = part[k] == '/' ? logreg__count_digits(part + k + 1) : 0;
    bool less = k < m || (k == m && strncmp(part, part + k + 1, k) < 0);
    return n && blanks && k && m && m < 4 && less && *part != '0' && !part[k + 1 + m];
}

/* ---- Powers of ten ------------------------------------------------------------------------------------------ */

static bool is_number(const char *text, size_t n)
{
    double x;
    return n && (logreg__number_parse(&x, text, n, '.') || logreg__number_parse(&x, text, n, ','));
}

/* What is behind digits that are set high, a minus before them perhaps; NULL: there are none. */
static const char *skip_raised(const char *text)
{
    static const char minus[] = "\xe2\x81\xbb";
    text += strncmp(text, minus, 3) == 0 ? 3 : 0;
    const char *from = text;
    for (size_t n = 1; n; text += n) {
        const unsigned char *u = (const unsigned char *)text;
        bool high = u[0] == 0xe2 && u[1] == 0x81 && (u[2] == 0xb0 || (u[2] >= 0xb4 && u[2] <= 0xb9));
        n = high ? 3 : u[0] == 0xc2 && (u[1] == 0xb9 || u[1] == 0xb2 || u[1] == 0xb3) ? 2 : 0;
    }
    return text > from ? text : NULL;
}

bool logreg__is_times(const char *text)
{
    static const char *const times[] = {"x", "*", "\xc3\x97", "\xc2\xb7"};
    size_t n = strspn(text, "+-.,0123456789"), k = 0;
    const char *behind = text + n + (text[n] == ' ');
    while (k < 4 && strncmp(behind, times[k], strlen(times[k])) != 0)
        k++;
    if (k < 4 && is_number(text, n)) {
        behind += strlen(times[k]);
        behind += *behind == ' ';
    } else {
        behind = text;
    }
    if (strncmp(behind, "10", 2) != 0)
        return false;
    const char *high = skip_raised(behind + 2);
    if (high || (behind == text && behind[2] != '^'))
        return high && !*high;
    behind += 2 + (behind[2] == '^');
    behind += *behind == '-' || *behind == '+';
    n = logreg__count_digits(behind);
    return n && !behind[n];
}
