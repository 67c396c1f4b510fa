#include "data/answers.h"

#include <string.h>

/* Is it the second byte of a capital between U+0100 and U+017D, behind which its small letter stands: of Polish, Czech, Turkish, ..? */
static bool is_extended_capital(unsigned char lead, unsigned char c)
{
    bool odd = (lead == 0xc4 && c >= 0xb9 && c <= 0xbd) || (lead == 0xc5 && c >= 0x81 && c <= 0x87) ||
               (lead == 0xc5 && c >= 0xb9 && c <= 0xbd);
    bool even = (lead == 0xc4 && c < 0xb8) || (lead == 0xc5 && c >= 0x8a && c < 0xb8);
    return (odd && c % 2) || (even && c % 2 == 0);
}

bool logreg__plain_word(char room[LOGREG__PLAIN_WORD], const char *text)
{
    size_t n = 0;
    for (unsigned char before = 0; *text; before = (unsigned char)*text++) {
        unsigned char c = (unsigned char)*text;
        if (c == ' ' || c == '_' || c == '\'' || c == '-')
            continue;
        if (c == 0xe2 && strncmp(text, "\xe2\x80\x99", 3) == 0) { /* an apostrophe of print */
            text += 2;
            continue;
        }
        if (n + 1 == LOGREG__PLAIN_WORD)
            return false;
        bool accented = before == 0xc3 && c >= 0x80 && c < 0x9f && c != 0x97;
        bool other = before == 0xce || before == 0xd0; /* Greek, Cyrillic */
        if (other && c >= 0xa0 && c < 0xb0)
            room[n - 1]++;
        room[n++] = (char)((c >= 'A' && c <= 'Z') || accented || (other && c >= 0x90 && c < 0xa0) ? c + 0x20
                           : other && c >= 0xa0 && c < 0xb0                                       ? c - 0x20
                           : is_extended_capital(before, c)                                       ? c + 1
                                                                                                  : c);
    }
    room[n] = '\0';
    return true;
}

/* Which question asks for no event. */
enum { SEX = 2 };

/* Questions with their answers, a blank between words and around all; those of signs are crosses and ticks, with U+FE0F or not. */
static const char *const questions[][2] = {
    {" 0 no n false f nein falsch non faux nee nej nei falso n\xc3\xa3o nao nie nem hay\xc4\xb1r "
     "\xd0\xbd\xd0\xb5\xd1\x82 \xd0\xbd\xd0\xb5 \xd0\xbd\xd1\x96 ne nu n\304\223 ei kh\303\264ng "
     "\317\214\317\207\316\271 \316\277\317\207\316\271 \345\220\246 \327\234\327\220 "
     "off "
     "\331\204\330\247 \330\256\333\214\330\261 \331\206\333\201\333\214\332\272 "
     "\340\244\250\340\244\271\340\245\200\340\244\202 \340\244\250\340\244\271\340\245\200 "
     "\340\246\250\340\246\276 \340\256\207\340\256\262\340\257\215\340\256\262\340\257\210 "
     "\340\271\204\340\270\241\340\271\210 "
     "\340\271\204\340\270\241\340\271\210\340\271\203\340\270\212\340\271\210 "
     "\354\225\204\353\213\210\354\230\244 \354\225\204\353\213\210\354\232\224 "
     "\343\201\204\343\201\204\343\201\210 \343\201\252\343\201\227 \347\204\241 \346\227\240 "
     "tidak hapana ",
     " 1 yes y true t ja j wahr oui o vrai s\xc3\xad si s\xc3\xac sim s verdadero vero verdadeiro tak igen "
     "evet "
     "\xd0\xb4\xd0\xb0 \xd1\x82\xd0\xb0\xd0\xba da ano \303\241no taip j\304\201 kyll\303\244 c\303\263 "
     "\316\275\316\261\316\271 \346\230\257 \327\233\327\237 "
     "on "
     "\331\206\330\271\331\205 \330\250\331\204\331\207 \330\250\331\204\333\214 "
     "\333\201\330\247\332\272 \340\244\271\340\244\276\340\244\201 "
     "\340\244\271\340\244\276\340\244\202 \340\246\234\340\246\277 "
     "\340\246\271\340\247\215\340\246\257\340\246\276\340\246\201 "
     "\340\256\206\340\256\256\340\257\215 \340\271\203\340\270\212\340\271\210 \354\230\210 "
     "\353\204\244 \343\201\257\343\201\204 \343\201\202\343\202\212 \346\234\211 ya ndiyo "},
    {" negative neg n negativ n\xc3\xa9gatif negatif negativo negatywny - ",
     " positive pos p positiv positif positivo pozytywny + "},
    {" female f w woman weiblich frau femme f\xc3\xa9minin mujer femenino feminino femmina femminile kvinde "
     "kvinna vrouw k kobieta \305\276ena n\305\221 nainen kad\304\261n "
     "\320\266\320\265\320\275\321\201\320\272\320\270\320\271 \320\266\320\265\320\275 \320\266 "
     "\316\263\317\205\316\275\316\261\316\257\316\272\316\261 "
     "girl m\303\244dchen fille ni\303\261a "
     "\345\245\263 \345\245\263\346\200\247 \354\227\254 \354\227\254\354\204\261 "
     "\354\227\254\354\236\220 \330\243\331\206\330\253\331\211 \330\247\331\206\330\253\331\211 "
     "\330\262\331\206 \340\244\256\340\244\271\340\244\277\340\244\262\340\244\276 "
     "\340\244\270\340\245\215\340\244\244\340\245\215\340\244\260\340\245\200 "
     "\327\240\327\247\327\221\327\224 \340\270\253\340\270\215\340\270\264\340\270\207 "
     "n\341\273\257 perempuan ",
     " male m man m\xc3\xa4nnlich mann homme h masculin hombre masculino maschio maschile "
     "m\304\231\305\274czyzna mu\305\276 f\303\251rfi mies erkek "
     "\320\274\321\203\320\266\321\201\320\272\320\276\320\271 \320\274\321\203\320\266 \320\274 "
     "\316\254\316\275\316\264\317\201\316\261\317\202 \316\254\316\275\317\204\317\201\316\261\317\202 "
     "boy junge gar\303\247on ni\303\261o "
     "\347\224\267 \347\224\267\346\200\247 \353\202\250 \353\202\250\354\204\261 "
     "\353\202\250\354\236\220 \330\260\331\203\330\261 \331\205\330\261\330\257 "
     "\340\244\252\340\245\201\340\244\260\340\245\201\340\244\267 \327\226\327\233\327\250 "
     "\340\270\212\340\270\262\340\270\242 nam lakilaki "},
    {" \342\234\227 \342\234\230 \342\234\226 \342\235\214 \342\230\220 \303\227 x ",
     " \342\234\223 \342\234\224 \342\234\224\357\270\217 \342\234\205 \342\230\221 \342\230\221\357\270\217 "
     "\342\210\232 "},
    {" fail f failed nichtbestanden durchgefallen suspenso reprobado ", " pass p passed bestanden aprobado "},
    {" alive survived living lebend vivant vivo ",
     " dead died deceased gestorben verstorben tot mort muerto morto "},
    {" absent ", " present "}, /* beside yes and no, absent may be a person who was not there */
};

const char *logreg__word_at(const char *words, const char *plain)
{
    size_t n = strlen(plain);
    for (const char *at = words; n && (at = strstr(at, plain)); at++)
        if (at > words && at[-1] == ' ' && at[n] == ' ')
            return at;
    return NULL;
}

bool logreg__word_among(const char *words, const char *plain)
{
    return logreg__word_at(words, plain) != NULL;
}

bool logreg__plain_among(const char *text, const char *words)
{
    char word[LOGREG__PLAIN_WORD];
    return logreg__plain_word(word, text) && logreg__word_among(words, word);
}

static bool among(const char *words, const char *label)
{
    char plain[LOGREG__PLAIN_WORD];
    if (strcmp(label, "-") == 0)
        return logreg__word_among(words, label);
    return logreg__plain_word(plain, label) && logreg__word_among(words, plain);
}

bool logreg__answer_denies(const char *answer, const char *other)
{
    for (size_t q = 0; q < sizeof questions / sizeof *questions; q++)
        if (q != SEX && among(questions[q][0], answer) && among(questions[q][1], other))
            return true;
    return false;
}

bool logreg__answers_sides(int *side, char *const *label, const bool *skip, size_t n)
{
    for (size_t q = 0; q < sizeof questions / sizeof *questions; q++) {
        bool all = true, given[2] = {false, false};
        for (size_t k = 0; k < n && all; k++) {
            if (skip && skip[k])
                continue;
            side[k] = among(questions[q][1], label[k]);
            all = side[k] || among(questions[q][0], label[k]);
            given[side[k]] = true;
        }
        if (all && given[0] && given[1])
            return true;
    }
    return false;
}
