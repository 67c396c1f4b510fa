/* Text of UTF-8 that a program took for another encoding and made UTF-8 of once more: KÃ¶ln for Köln. Where files of which one went through that are
 * joined, one town is two. */
#include "csv/categories/alike.h"
#include "csv/mending/command.h"
#include "csv/mending/plan.h"
#include "csv/source/source.h"

#include <string.h>

#include <utf8proc.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "data/alike.h"
#include "data/seen.h"

/* Texts longer than this are notes, and columns of more levels are no variables. */
enum { LONGEST = 200, MOST_LEVELS = 4096 };

/* Encodings that text is taken for, most likely ones first. */
static const logreg__encoding taken_for[] = {LOGREG__WINDOWS1252, LOGREG__LATIN1, LOGREG__WINDOWS1250,
                                             LOGREG__WINDOWS1251, LOGREG__CP850,  LOGREG__MACINTOSH};
enum { TAKEN_FOR = sizeof taken_for / sizeof *taken_for };

/* As perl calls them. */
static const char *const perl_name[LOGREG__ENCODINGS] = {
    [LOGREG__LATIN1] = "latin1",      [LOGREG__WINDOWS1252] = "cp1252", [LOGREG__WINDOWS1250] = "cp1250",
    [LOGREG__WINDOWS1251] = "cp1251", [LOGREG__WINDOWS1253] = "cp1253", [LOGREG__WINDOWS1254] = "cp1254",
    [LOGREG__CP850] = "cp850",        [LOGREG__MACINTOSH] = "MacRoman"};

/* ---- One text ---------------------------------------------------------------------------------------------- */

/* The byte that stands for a character beyond ASCII; 0: none does. */
static unsigned byte_of(utf8proc_int32_t c, const uint16_t *page)
{
    if (!page)
        return c < 0x100 ? (unsigned)c : 0;
    for (unsigned i = 0; i < 128; i++)
        if (page[i] == c)
            return 0x80 + i;
    return 0;
}

/* Characters that a text of that encoding holds; signs of phonetics, and such as nobody has names in, come about by chance. */
static bool is_usual(utf8proc_int32_t c)
{
    return (c >= 0xa0 && c < 0x180) || (c >= 0x370 && c < 0x500) || (c >= 0x5d0 && c < 0x5eb) ||
           (c >= 0x620 && c < 0x700) || (c >= 0x900 && c < 0x2300) || (c >= 0x3000 && c < 0xfe00) ||
           c >= 0xff00;
}

/* What the text was before; false: it is as it was written. sure: it can be nothing else, though no other value has that form. */
static bool undo(char to[LONGEST + 1], bool *sure, const char *text, logreg__encoding encoding)
{
    const uint16_t *page = logreg__codepage(encoding);
    const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)text, *bytes = (const utf8proc_uint8_t *)to;
    size_t n = 0, wanted = 0, found = 0;
    utf8proc_int32_t c;
    for (; *at && n < LONGEST; n++) {
        at += utf8proc_iterate(at, -1, &c);
        unsigned byte = c < 0x80 ? (unsigned)c : byte_of(c, page);
        bool trails = byte >= 0x80 && byte < 0xc0;
        if ((c >= 0x80 && !byte) || trails != (wanted > 0))
            return false;
        wanted = trails        ? wanted - 1
                 : byte < 0xc2 ? 0
                 : byte < 0xe0 ? 1
                 : byte < 0xf0 ? 2
                 : byte < 0xf5 ? 3
                               : LONGEST;
        to[n] = (char)byte;
    }
    to[n] = '\0';
    if (*at || wanted || logreg__utf8_valid(to, n) != n)
        return false;
    *sure = false;
    while (*bytes) {
        bool western = *bytes == 0xc2 || *bytes == 0xc3 || *bytes == 0xe2;
        bytes += utf8proc_iterate(bytes, -1, &c);
        if (c < 0x80)
            continue;
        if (!is_usual(c))
            return false;
        bool in_word = *bytes >= 'a' && *bytes <= 'z';
        *sure = *sure || found++ || (western && page != logreg__codepage(LOGREG__WINDOWS1251)) || in_word;
    }
    return found > 0;
}

/* ---- A file ------------------------------------------------------------------------------------------------ */

typedef struct {
    const logreg_frame *frame;
    logreg__encoding encoding;
    size_t texts;
    size_t column, level; /* of the first; level SIZE_MAX: it is the column's name */
    bool paired;          /* its right form is a value of the column too */
    char right[LONGEST + 1];
} census;

static bool has_level(const logreg__column *c, const char *text)
{
    for (size_t l = 0; l < c->n_levels; l++)
        if (strcmp(c->levels[l], text) == 0)
            return true;
    return false;
}

/* One of a pair stands before those that are alone. */
static void look_at(census *s, size_t column, size_t level)
{
    const logreg__column *c = &s->frame->column[column];
    const char *text = level == SIZE_MAX ? c->name : c->levels[level];
    char right[LONGEST + 1];
    bool sure;
    if (logreg__seen_plain(text) || !undo(right, &sure, text, s->encoding))
        return;
    bool paired = level != SIZE_MAX && has_level(c, right);
    if (!paired && !sure)
        return;
    if (!s->texts++ || (paired && !s->paired)) {
        s->column = column;
        s->level = level;
        s->paired = paired;
        strcpy(s->right, right);
    }
}

static census look(const logreg_frame *frame, logreg__encoding encoding)
{
    census s = {.frame = frame, .encoding = encoding};
    for (size_t j = 0; j < frame->n_columns; j++) {
        const logreg__column *c = &frame->column[j];
        look_at(&s, j, SIZE_MAX);
        for (size_t l = 0; l < c->n_levels && c->n_levels <= MOST_LEVELS; l++)
            look_at(&s, j, l);
    }
    return s;
}

static bool all_plain(const logreg_frame *frame)
{
    for (size_t j = 0; j < frame->n_columns; j++) {
        const logreg__column *c = &frame->column[j];
        bool plain = logreg__seen_plain(c->name);
        for (size_t l = 0; l < c->n_levels && plain; l++)
            plain = logreg__seen_plain(c->levels[l]);
        if (!plain)
            return false;
    }
    return true;
}

static size_t line_of(const census *s, const logreg__csv *csv)
{
    size_t row = 0;
    if (s->level == SIZE_MAX)
        return csv->header_line;
    while (logreg__column_code(&s->frame->column[s->column], row) != s->level)
        row++;
    return logreg__frame_line(s->frame, row);
}

/* "f.csv:3:2 'town': 'KÃ¶ln' is .. 'Köln' ..: COMMAND". Returns where the command begins; 0: there is none. */
static size_t write_sentence(char room[LOGREG_MESSAGE_SIZE], const census *s, const logreg__csv *csv)
{
    const logreg__column *c = &s->frame->column[s->column];
    char command[LOGREG__COMMAND], shown[LOGREG__SHOWN], more[64] = "";
    const char *text = s->level == SIZE_MAX ? c->name : c->levels[s->level];
    if (s->texts > 1)
        snprintf(more, sizeof more, " (likewise %zu text%s more)", s->texts - 1, s->texts == 2 ? "" : "s");
    bool told = csv->encoding == s->encoding;
    if (told)
        snprintf(command, sizeof command, "Leave --encoding out");
    else
        logreg__command(command, csv,
                        "perl -MEncode -pe 's/[\\x80-\\xff]+/my ($o, $t) = $&; my $b = eval { encode(\"%s\", "
                        "decode_utf8($o), 1) }; defined $b && utf8::decode($t = $b) && "
                        "$t !~ m{[\\x{180}-\\x{36f}\\x{500}-\\x{5cf}]} ? $b : $o/ge'",
                        perl_name[s->encoding]);
    snprintf(room, LOGREG_MESSAGE_SIZE,
             "%.200s:%zu:%zu '%.80s': '%s' is '%.80s'%s, in UTF-8 that %s took for %s%s. %s%s", csv->file,
             line_of(s, csv), s->column + 1 + c->n_left_out, c->name, logreg__show(shown, text, strlen(text)),
             s->right, s->paired ? ", which the column has too" : "", told ? "this reading" : "a program",
             logreg__encoding_name[s->encoding], more,
             told ? "" : "Write such texts as they were: ", command);
    return told ? 0 : strlen(room) - strlen(command);
}

/* ---- Letters that are lost --------------------------------------------------------------------------------- */

/* Has a text U+FFFD in place of a letter, and the column no value that it may have been? One beside its whole is told as values alike. */
static bool has_lost(const logreg__column *c, const char *text)
{
    static const char mark[] = "\xef\xbf\xbd";
    if (!strstr(text, mark))
        return false;
    for (size_t l = 0; l < c->n_levels; l++)
        if (!strstr(c->levels[l], mark) && logreg__label_lost(text, c->levels[l]))
            return false;
    return true;
}

static census look_for_lost(const logreg_frame *frame)
{
    census s = {.frame = frame};
    for (size_t j = 0; j < frame->n_columns; j++) {
        const logreg__column *c = &frame->column[j];
        size_t levels = c->n_levels <= MOST_LEVELS ? c->n_levels : 0;
        for (size_t k = 0; k <= levels; k++) {
            size_t level = k ? k - 1 : SIZE_MAX;
            if (!has_lost(c, k ? c->levels[level] : c->name) || s.texts++)
                continue;
            s.column = j;
            s.level = level;
        }
    }
    return s;
}

static logreg_status lost_check(logreg_frame *frame, const logreg__csv *csv)
{
    census s = look_for_lost(frame);
    if (!s.texts)
        return LOGREG_OK;
    logreg__column *c = &frame->column[s.column];
    char sentence[LOGREG_MESSAGE_SIZE], shown[LOGREG__SHOWN], more[64] = "";
    const char *text = s.level == SIZE_MAX ? c->name : c->levels[s.level];
    if (s.texts > 1)
        snprintf(more, sizeof more, " (likewise %zu text%s more)", s.texts - 1, s.texts == 2 ? "" : "s");
    snprintf(
        sentence, sizeof sentence,
        "%.200s:%zu:%zu '%.80s': '%s' holds U+FFFD, which a program wrote for a letter that it could not "
        "read%s. Write the letter there, or export the file once more, as UTF-8",
        csv->file, line_of(&s, csv), s.column + 1 + c->n_left_out, c->name,
        logreg__show(shown, text, strlen(text)), more);
    c->garbled = logreg__copy(sentence);
    return c->garbled && logreg__frame_note(frame, "%s", sentence) ? LOGREG_OK
                                                                   : logreg__fail_memory(csv->err);
}

logreg_status logreg__mojibake_check(logreg_frame *frame, const logreg__csv *csv)
{
    census best = {0};
    bool guessed = csv->plan && csv->plan->done && logreg__stages_have(csv, LOGREG__STAGE_ENCODING);
    if (guessed || all_plain(frame)) /* what is of two encodings is told as such */
        return LOGREG_OK;
    bool one =
        csv->encoding >= LOGREG__LATIN1 && csv->encoding < LOGREG__ENCODINGS; /* which --encoding named */
    for (size_t k = 0; k < TAKEN_FOR; k++) {
        census s = {0};
        if (!one || taken_for[k] == csv->encoding)
            s = look(frame, taken_for[k]);
        if (s.paired > best.paired || (s.paired == best.paired && s.texts > best.texts))
            best = s;
    }
    if (!best.texts)
        return lost_check(frame, csv);
    char sentence[LOGREG_MESSAGE_SIZE];
    size_t at = write_sentence(sentence, &best, csv);
    if (best.paired)
        return logreg__fail(csv->err, LOGREG_EDATA, "%s", sentence);
    logreg__column *c = &frame->column[best.column];
    c->garbled = logreg__copy(sentence);
    c->garbled_command = at;
    return c->garbled && logreg__frame_note(frame, "%s", sentence) ? LOGREG_OK
                                                                   : logreg__fail_memory(csv->err);
}
