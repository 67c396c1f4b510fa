/* Where no font has a letter gnuplot's libraries take any and draw what they find there, in whatever size: a picture that is worse than none. */
#include "figures/gnuplot/glyphs.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <utf8proc.h>

#include "base/error.h"
#include "figures/gnuplot/run.h"

/* Different letters that are asked for at most, and bytes of a question. */
enum { LETTERS_MOST = 400, QUESTION = LETTERS_MOST * 8 + 16 };

typedef struct {
    int32_t from, to;
} range;

static bool within(const range *table, size_t n, int32_t letter)
{
    for (size_t i = 0; i < n; i++)
        if (letter >= table[i].from && letter <= table[i].to)
            return true;
    return false;
}

static bool shows_nothing(int32_t letter)
{
    static const range table[] = {{0, 0x20},        {0x7F, 0xA0},     {0xAD, 0xAD},     {0x200B, 0x200F},
                                  {0x202A, 0x202E}, {0x2060, 0x206F}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}};
    return within(table, sizeof table / sizeof *table, letter);
}

/* With the dashes, quotes and signs of figures. */
static bool is_latin(int32_t letter)
{
    static const range table[] = {{0, 0x17F}, {0x2010, 0x2027}, {0x20AC, 0x20AC}, {0x2212, 0x2212}};
    return within(table, sizeof table / sizeof *table, letter);
}

static const char *package_of(int32_t letter)
{
    static const range han[] = {{0x2E80, 0x9FFF}, {0xAC00, 0xD7FF}, {0xF900, 0xFAFF},
                                {0xFE30, 0xFE4F}, {0xFF00, 0xFFEF}, {0x20000, 0x3FFFF}};
    if (is_latin(letter))
        return "fonts-lato";
    return within(han, sizeof han / sizeof *han, letter) ? "fonts-noto-cjk" : "fonts-noto-core";
}

/* Different letters of a text that show something, without Latin ones where these are known to be there. */
static size_t gather(int32_t *letter, const char *text, bool latin)
{
    size_t n = 0;
    for (utf8proc_ssize_t step; *text && n < LETTERS_MOST; text += step) {
        int32_t here;
        size_t k = 0;
        step = utf8proc_iterate((const utf8proc_uint8_t *)text, -1, &here);
        if (step <= 0)
            break;
        if (shows_nothing(here) || (latin && is_latin(here)))
            continue;
        while (k < n && letter[k] != here)
            k++;
        if (k == n)
            letter[n++] = here;
    }
    return n;
}

/* Is there a font that has all of these? */
static logreg_status ask(bool *there, const int32_t *letter, size_t n, const char *fc_list, double seconds,
                         logreg_error *err)
{
    char question[QUESTION] = ":charset=", *said = NULL;
    size_t length = strlen(question), bytes;
    for (size_t i = 0; i < n; i++)
        length += (size_t)snprintf(question + length, sizeof question - length, i ? " %x" : "%x",
                                   (unsigned)letter[i]);
    logreg_status status = logreg__run(
        &said, &bytes, fc_list, (const char *const[]){"fc-list", question, "family", NULL}, "", seconds, err);
    if (status == LOGREG_OK)
        *there = bytes > 0;
    free(said);
    return status;
}

static logreg_status lacks(int32_t letter, bool asked, logreg_error *err)
{
    char text[5] = "";
    utf8proc_encode_char(letter, (utf8proc_uint8_t *)text);
    if (!asked)
        return logreg__fail(err, LOGREG_EIO,
                            "cannot tell which font has '%s' (U+%04X) without fc-list: install the package "
                            "fontconfig, or draw the picture as .svg or in the terminal",
                            text, (unsigned)letter);
    return logreg__fail(err, LOGREG_EIO,
                        "no font that is installed has '%s' (U+%04X), which stands in the picture: install "
                        "the package %s, or draw it as "
                        ".svg or in the terminal, which take other fonts",
                        text, (unsigned)letter, package_of(letter));
}

logreg_status logreg__glyphs_check(const char *text, bool latin, const char *fc_list, double seconds,
                                   logreg_error *err)
{
    int32_t letter[LETTERS_MOST];
    bool there = true, answers = access(fc_list, X_OK) == 0;
    size_t n = gather(letter, text, latin || !answers);
    if (n && !answers)
        return lacks(letter[0], false, err);
    logreg_status status = n ? ask(&there, letter, n, fc_list, seconds, err) : LOGREG_OK;
    bool one_has_all = there;
    for (size_t i = 0; status == LOGREG_OK && !one_has_all && i < n; i++) {
        status = ask(&there, &letter[i], 1, fc_list, seconds, err);
        if (status == LOGREG_OK && !there)
            return lacks(letter[i], true, err);
    }
    return status;
}
