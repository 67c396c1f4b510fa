#include "formula/token.h"

#include <stdint.h>

#include <utf8proc.h>

#include "base/error.h"

/* The character at text and its size in bytes; 0 at the end, -1 for bytes that are not UTF-8. */
static int character(int32_t *c, const char *text)
{
    utf8proc_ssize_t size = utf8proc_iterate((const utf8proc_uint8_t *)text, -1, c);
    if (*text == '\0')
        return 0;
    return size > 0 ? (int)size : -1;
}

static bool is_digit(int32_t c)
{
    return c >= '0' && c <= '9';
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool is_letter(int32_t c)
{
    utf8proc_category_t kind = utf8proc_category(c);
    return c == '_' || (kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO);
}

/* Letters, marks that stand on them, digits of any script, dot and underscore. */
static bool continues_name(int32_t c)
{
    utf8proc_category_t kind = utf8proc_category(c);
    return c == '.' || is_letter(c) || (kind >= UTF8PROC_CATEGORY_MN && kind <= UTF8PROC_CATEGORY_NO);
}

/* Size in bytes of the word (name, dot or number) at text, and of how many characters it consists. */
static size_t word(size_t *characters, const char *text)
{
    size_t length = 0;
    int32_t c;
    *characters = 0;
    for (int size; (size = character(&c, text + length)) > 0 && continues_name(c); length += (size_t)size)
        ++*characters;
    return length;
}

static bool begins_name(const char *text)
{
    int32_t c;
    return character(&c, text) > 0 && (is_letter(c) || (c == '.' && !is_digit(text[1])));
}

bool logreg__token_is(const logreg__token *token, const char *sign)
{
    return token->kind == LOGREG__TOKEN_SIGN && strlen(sign) == token->length &&
           memcmp(sign, token->text, token->length) == 0;
}

bool logreg__name_is_plain(const char *name)
{
    size_t characters, length = word(&characters, name);
    return begins_name(name) && name[length] == '\0' && strcmp(name, ".") != 0;
}

/* What stands before the name of a column in that of its indicator of missing values, "is_missing(age)". */
#define INDICATOR "is_missing("

/* Bytes of the column's name in that of an indicator; 0: the name is none. */
static size_t indicated(const char *name)
{
    size_t n = strlen(name), before = strlen(INDICATOR);
    bool is = n > before + 1 && strncmp(name, INDICATOR, before) == 0 && name[n - 1] == ')';
    return is ? n - before - 1 : 0;
}

static void quote(logreg__text *text, const char *name, size_t n)
{
    logreg__text_add(text, "`");
    for (const char *c = name; c < name + n; c++) {
        logreg__text_add_bytes(text, c, 1);
        if (*c == '`')
            logreg__text_add(text, "`");
    }
    logreg__text_add(text, "`");
}

void logreg__name_quote(logreg__text *text, const char *name)
{
    size_t inside = indicated(name), characters;
    const char *column = name + strlen(INDICATOR);
    if (logreg__name_is_plain(name)) {
        logreg__text_add(text, name);
    } else if (inside) {
        bool plain = begins_name(column) && word(&characters, column) == inside;
        logreg__text_add(text, INDICATOR);
        plain ? logreg__text_add_bytes(text, column, inside) : quote(text, column, inside);
        logreg__text_add(text, ")");
    } else {
        quote(text, name, strlen(name));
    }
}

static logreg_status not_utf8(const logreg__reader *reader, size_t at, logreg_error *err)
{
    return logreg__fail(err, LOGREG_EFORMULA, "%s, character %zu: the bytes here are not UTF-8 text",
                        reader->what, at);
}

void logreg__string_quote(logreg__text *text, const char *string)
{
    logreg__text_add(text, "\"");
    for (const char *c = string; *c; c++) {
        logreg__text_add(text, *c == '"' || *c == '\\' ? "\\" : "");
        logreg__text_add_bytes(text, c, 1);
    }
    logreg__text_add(text, "\"");
}

/* A name in backticks; reader->next is the first of them. */
static logreg_status quoted(logreg__token *token, logreg__reader *reader, logreg_error *err)
{
    const char *c = reader->next + 1;
    char *name = reader->name;
    size_t characters = 1;
    for (; *c && (*c != '`' || c[1] == '`'); characters++) {
        int32_t code;
        int size = character(&code, c);
        if (size < 0)
            return not_utf8(reader, reader->at + characters, err);
        memcpy(name, c, (size_t)size);
        name += size;
        c += size;
        if (c[-1] == '`') {
            c++;
            characters++;
        }
    }
    if (*c == '\0')
        return logreg__fail(err, LOGREG_EFORMULA, "%s, character %zu: this backtick is never closed",
                            reader->what, reader->at);
    if (name == reader->name)
        return logreg__fail(err, LOGREG_EFORMULA, "%s, character %zu: there is no name between the backticks",
                            reader->what, reader->at);
    *name = '\0';
    token->kind = LOGREG__TOKEN_NAME;
    token->length = (size_t)(c + 1 - token->text);
    reader->at += characters + 1;
    reader->next = c + 1;
    return LOGREG_OK;
}

/* A text in double or single quotes; reader->next is the first of them. */
static logreg_status string(logreg__token *token, logreg__reader *reader, logreg_error *err)
{
    const char *c = reader->next + 1;
    char *name = reader->name, quote = *reader->next;
    size_t characters = 1;
    for (; *c && *c != quote; characters++) {
        int32_t code;
        if (*c == '\\' && (c[1] == quote || c[1] == '\\')) {
            c++;
            characters++;
        }
        int size = character(&code, c);
        if (size < 0)
            return not_utf8(reader, reader->at + characters, err);
        memcpy(name, c, (size_t)size);
        name += size;
        c += size;
    }
    if (*c == '\0')
        return logreg__fail(err, LOGREG_EFORMULA, "%s, character %zu: this quote is never closed",
                            reader->what, reader->at);
    *name = '\0';
    token->kind = LOGREG__TOKEN_STRING;
    token->length = (size_t)(c + 1 - token->text);
    reader->at += characters + 1;
    reader->next = c + 1;
    return LOGREG_OK;
}

/* Bytes of the number at text, 0 if there is none: digits with a dot among them, and an exponent. */
static size_t number(const char *text)
{
    size_t n = 0, digits = 0;
    for (bool dot = false; is_digit(text[n]) || (text[n] == '.' && !dot); n++) {
        dot |= text[n] == '.';
        digits += text[n] != '.';
    }
    if (!digits)
        return 0;
    size_t e = n + 1 + (text[n] && (text[n + 1] == '+' || text[n + 1] == '-'));
    if ((text[n] != 'e' && text[n] != 'E') || !is_digit(text[e]))
        return n;
    while (is_digit(text[e]))
        e++;
    return e;
}

static void skip_blanks(logreg__reader *reader)
{
    for (; is_blank(*reader->next); reader->next++)
        reader->at++;
}

/* Behind is_missing, "(age)" or "(`blood type`)" makes it the name of an indicator. What is no such thing stays a call, for others to
 * complain of. */
static logreg_status indicator(logreg__token *token, logreg__reader *reader, logreg_error *err)
{
    logreg__reader in = *reader;
    logreg__token column = {0};
    size_t before = strlen(INDICATOR), characters = 0, n = 0;
    logreg_status status = LOGREG_OK;
    in.name += before;
    skip_blanks(&in);
    in.next++; /* the parenthesis */
    in.at++;
    skip_blanks(&in);
    if (*in.next == '`') {
        column.text = in.next;
        status = quoted(&column, &in, err);
        n = status == LOGREG_OK ? strlen(in.name) : 0;
    } else if (begins_name(in.next)) {
        n = word(&characters, in.next);
        memcpy(in.name, in.next, n);
        in.next += n;
        in.at += characters;
    }
    skip_blanks(&in);
    if (!n || *in.next != ')')
        return status;
    memcpy(reader->name, INDICATOR, before);
    memcpy(reader->name + before + n, ")", 2);
    reader->next = in.next + 1;
    reader->at = in.at + 1;
    token->kind = LOGREG__TOKEN_NAME;
    token->length = (size_t)(reader->next - token->text);
    return LOGREG_OK;
}

/* A name, a call, the dot or a number. */
static logreg_status unquoted(logreg__token *token, logreg__reader *reader, logreg_error *err)
{
    size_t characters;
    token->length = word(&characters, token->text);
    reader->next += token->length;
    reader->at += characters;
    if (begins_name(token->text)) {
        memcpy(reader->name, token->text, token->length);
        reader->name[token->length] = '\0';
        if (strncmp(reader->next, "::", 2) == 0 && begins_name(reader->next + 2)) {
            reader->next += 2; /* splines::bs is bs */
            reader->at += 2;
            token->text = reader->next;
            token->at = reader->at;
            return unquoted(token, reader, err);
        }
        const char *after = reader->next;
        while (is_blank(*after))
            after++;
        bool dot = strcmp(reader->name, ".") == 0;
        token->kind = dot ? LOGREG__TOKEN_DOT : *after == '(' ? LOGREG__TOKEN_CALL : LOGREG__TOKEN_NAME;
        if (token->kind == LOGREG__TOKEN_CALL && strcmp(reader->name, "is_missing") == 0)
            return indicator(token, reader, err);
        return LOGREG_OK;
    }
    size_t digits = number(token->text);
    if (digits < token->length)
        return logreg__fail(err, LOGREG_EFORMULA,
                            "%s, character %zu: a name that begins with a digit stands in backticks, `%.*s`",
                            reader->what, token->at, (int)token->length, token->text);
    reader->next += digits - token->length; /* the sign of an exponent and what follows it */
    reader->at += digits - token->length;
    token->kind = LOGREG__TOKEN_NUMBER;
    token->length = digits;
    return LOGREG_OK;
}

/* Two of these and %in% (anything between two percent signs) are one sign; else a sign is one character. */
static void sign(logreg__token *token, logreg__reader *reader, int size)
{
    static const char pairs[][3] = {"**", "==", "!=", "<=", ">=", "&&", "||"};
    size_t characters = 1;
    token->kind = LOGREG__TOKEN_SIGN;
    token->length = (size_t)size;
    bool pair = false;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        pair |= strncmp(token->text, pairs[i], 2) == 0;
    if (pair) {
        token->length = characters = 2;
    } else if (*token->text == '%') {
        size_t inside, length = word(&inside, token->text + 1);
        if (token->text[1 + length] == '%') {
            token->length = length + 2;
            characters = inside + 2;
        }
    }
    reader->next += token->length;
    reader->at += characters;
}

logreg_status logreg__token_next(logreg__token *token, logreg__reader *reader, logreg_error *err)
{
    while (is_blank(*reader->next)) {
        reader->next++;
        reader->at++;
    }
    *token = (logreg__token){.kind = LOGREG__TOKEN_END, .text = reader->next, .at = reader->at};
    int32_t c;
    int size = character(&c, reader->next);
    if (size == 0)
        return LOGREG_OK;
    if (size < 0)
        return not_utf8(reader, reader->at, err);
    if (c == '`')
        return quoted(token, reader, err);
    if (c == '"' || c == '\'')
        return string(token, reader, err);
    if (continues_name(c))
        return unquoted(token, reader, err);
    sign(token, reader, size);
    return LOGREG_OK;
}
