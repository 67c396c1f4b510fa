#include "hypothesis/names.h"

#include "base/error.h"
#include "base/memory.h"
#include "base/text.h"

/* Names that the sentence on an unknown one lists. */
#define LISTED 8

static bool add(logreg__names *names, logreg__name name)
{
    if (!name.text)
        return false;
    names->name[names->n++] = name;
    return true;
}

/* "rank2" of "rank[2]" */
static char *without_brackets(const char *name)
{
    logreg__text bare = {0};
    logreg__text_add(&bare, "");
    for (const char *c = name; *c; c++)
        if (*c != '[' && *c != ']')
            logreg__text_add_bytes(&bare, c, 1);
    return logreg__text_take(&bare);
}

bool logreg__names_init(logreg__names *names, const logreg_model *m)
{
    const logreg__terms *t = m->terms;
    *names = (logreg__names){.model = m, .name = logreg__new(2 * m->p + t->n_terms, sizeof *names->name)};
    bool ok = names->name != NULL;
    for (size_t j = 0; ok && j < m->p; j++)
        ok = add(names, (logreg__name){.text = logreg__copy(t->name[j]), .first = j, .count = 1});
    for (size_t i = 0; ok && i < t->n_terms; i++)
        ok = add(names, (logreg__name){.text = logreg__term_name(t, &t->term[i]),
                                       .first = t->term[i].first,
                                       .count = t->term[i].n_columns,
                                       .term = true});
    for (size_t j = 0; ok && j < m->p; j++)
        if (strchr(t->name[j], '['))
            ok = add(names, (logreg__name){
                                .text = without_brackets(t->name[j]), .first = j, .count = 1, .bare = true});
    return ok;
}

void logreg__names_clear(logreg__names *names)
{
    for (size_t i = 0; i < names->n; i++)
        free(names->name[i].text);
    free(names->name);
}

/* Letters, digits, and what stands in no other role; bytes beyond ASCII are taken for letters. */
static bool continues(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           c == '.' || (unsigned char)c >= 0x80;
}

/* Does the text begin with this name, and end it there? */
static bool begins(const char *text, const char *name)
{
    size_t n = strlen(name);
    if (n == 0 || strncmp(text, name, n) != 0)
        return false;
    char next = text[n];
    return !(continues(name[n - 1]) && continues(next)) && next != '[' && next != ':' && next != '(';
}

/* Which of two equally long ones is meant: a coefficient, else a term, else one without brackets. */
static int order(const logreg__name *name)
{
    return name->bare ? 2 : name->term ? 1 : 0;
}

static logreg__found find(const logreg__names *names, const char *text)
{
    logreg__found best = {0};
    for (size_t i = 0; i < names->n; i++) {
        const logreg__name *name = &names->name[i];
        size_t length = strlen(name->text);
        if (length < best.length || !begins(text, name->text))
            continue;
        if (length > best.length || order(name) < order(best.name))
            best = (logreg__found){.name = name, .length = length};
        else if (order(name) == order(best.name) && name->first != best.name->first)
            best.other = name;
    }
    return best;
}

logreg__found logreg__names_find(const logreg__names *names, const char *text)
{
    const logreg_model *m = names->model;
    logreg__found best = find(names, text);
    for (size_t k = 0; m->k > 1 && k <= m->k; k++) {
        const char *label = m->class_label[k];
        size_t n = strlen(label);
        if (strncmp(text, label, n) != 0 || text[n] != ':')
            continue;
        logreg__found own = find(names, text + n + 1);
        if (own.name && own.length + n + 1 > best.length) {
            best = own;
            best.length += n + 1;
            best.k = k ? k : SIZE_MAX;
        }
    }
    return best;
}

/* "a, b, c and 5 more" */
static void list(logreg__text *text, const logreg_model *m)
{
    for (size_t j = 0; j < m->p && j < LISTED; j++) {
        logreg__text_add(text, j ? ", " : "");
        logreg__text_add(text, m->terms->name[j]);
    }
    logreg__text_add(text, m->p > LISTED ? ", .." : "");
}

/* Bytes of "virginica:" where the word begins with a class. */
static size_t class_length(const logreg_model *m, const char *word)
{
    for (size_t k = 0; m->k > 1 && k <= m->k; k++) {
        size_t n = strlen(m->class_label[k]);
        if (strncmp(word, m->class_label[k], n) == 0 && word[n] == ':')
            return n + 1;
    }
    return 0;
}

logreg_status logreg__names_unknown(const logreg__names *names, const char *what, const char *word,
                                    logreg_error *err)
{
    const logreg_model *m = names->model;
    size_t n = class_length(m, word);
    logreg_nearest near = logreg_nearest_to(word + n);
    for (size_t i = 0; i < names->n; i++)
        logreg_nearest_offer(&near, names->name[i].bare ? m->terms->name[names->name[i].first]
                                                        : names->name[i].text);
    if (near.name)
        return logreg__fail(err, LOGREG_EINVAL,
                            "%s: no coefficient and no term is called '%s'; did you mean '%.*s%s'?", what,
                            word, (int)n, word, near.name);
    logreg__text names_there = {0};
    list(&names_there, m);
    char *there = logreg__text_take(&names_there);
    logreg_status status =
        there ? logreg__fail(err, LOGREG_EINVAL,
                             "%s: no coefficient and no term is called '%s'; the coefficients are %s", what,
                             word, there)
              : logreg__fail_memory(err);
    free(there);
    return status;
}
