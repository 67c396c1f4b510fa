/* Text of East Asia in encodings of two bytes a character, by which pairs of bytes there are. It is not read, but named. */
#include "csv/source/source.h"

/* Of a character: its bytes, 0 for none; is it one that ordinary text is made of? */
typedef struct {
    size_t length;
    bool common;
} character;

static bool within(unsigned char c, unsigned char low, unsigned char high)
{
    return c >= low && c <= high;
}

/* Kana, and characters of the first level; half-width kana are single. */
static character shift_jis(const unsigned char *at, size_t n)
{
    if (within(*at, 0xa1, 0xdf))
        return (character){1, false};
    bool lead = within(*at, 0x81, 0x9f) || within(*at, 0xe0, 0xfc);
    bool pair = lead && n > 1 && (within(at[1], 0x40, 0x7e) || within(at[1], 0x80, 0xfc));
    return (character){pair ? 2 : 0, within(*at, 0x81, 0x83) || within(*at, 0x88, 0x97)};
}

static bool two_high(const unsigned char *at, size_t n)
{
    return n > 1 && within(*at, 0xa1, 0xfe) && within(at[1], 0xa1, 0xfe);
}

/* Text has kana, at least in part; Chinese and Korean have none. */
static character euc_jp(const unsigned char *at, size_t n)
{
    return (character){two_high(at, n) ? 2 : 0, within(*at, 0xa4, 0xa5)};
}

static character euc_kr(const unsigned char *at, size_t n)
{
    return (character){two_high(at, n) ? 2 : 0, within(*at, 0xb0, 0xc8)};
}

static character big5(const unsigned char *at, size_t n)
{
    bool trail = n > 1 && (within(at[1], 0x40, 0x7e) || within(at[1], 0xa1, 0xfe));
    return (character){within(*at, 0xa1, 0xf9) && trail ? 2 : 0, within(*at, 0xa4, 0xc6)};
}

static character gbk(const unsigned char *at, size_t n)
{
    bool trail = n > 1 && (within(at[1], 0x40, 0x7e) || within(at[1], 0x80, 0xfe));
    return (character){within(*at, 0x81, 0xfe) && trail ? 2 : 0,
                       within(*at, 0xb0, 0xd7) && trail && at[1] >= 0xa1};
}

/* Those that ask for more come first. */
static const struct {
    logreg__foreign encoding;
    character (*read)(const unsigned char *at, size_t n);
    double share; /* of common characters, at least */
} known[] = {
    {{"Shift-JIS", "CP932"}, shift_jis, 0.7},
    {{"EUC-JP", "EUC-JP"}, euc_jp, 0.2},
    {{"EUC-KR", "CP949"}, euc_kr, 0.95},
    {{"GBK", "GB18030"}, gbk, 0.7},
    {{"Big5", "BIG5"}, big5, 0.7},
};

/* Is all of it in that encoding? The last character may be cut. */
static bool fits(size_t k, const unsigned char *text, size_t n)
{
    size_t some = 0, common = 0;
    for (size_t i = 0; i < n;) {
        character c = {1, false};
        if (text[i] >= 0x80)
            c = known[k].read(text + i, n - i);
        if (!c.length && i + 1 == n)
            break;
        if (!c.length)
            return false;
        some += text[i] >= 0x80;
        common += text[i] >= 0x80 && c.common;
        i += c.length;
    }
    return some > 1 && (double)common >= known[k].share * (double)some;
}

const logreg__foreign *logreg__multibyte_guess(const char *text, size_t n)
{
    for (size_t k = 0; k < sizeof known / sizeof *known; k++)
        if (fits(k, (const unsigned char *)text, n))
            return &known[k].encoding;
    return NULL;
}
