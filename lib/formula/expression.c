/* The tree: its functions' names, its text, its end. */
#include "formula/expression.h"

#include "base/memory.h"
#include "base/number.h"
#include "formula/operation.h"

const char *logreg__expression_function(size_t i, logreg__grammar grammar)
{
    for (const logreg__operation *o = logreg__operations; o->name; o++)
        if (o->fix == LOGREG__FUNCTION && o->grammar <= grammar && i-- == 0)
            return o->name;
    return NULL;
}

static void write_node(logreg__text *text, const logreg__expression *e, const logreg__node *node);

/* An operand, in parentheses unless it binds at least so tightly. */
static void write_operand(logreg__text *text, const logreg__expression *e, size_t at, int binding)
{
    const logreg__node *node = &e->node[at];
    bool loose = node->operation && node->operation->binding < binding;
    logreg__text_add(text, loose ? "(" : "");
    write_node(text, e, node);
    logreg__text_add(text, loose ? ")" : "");
}

static void write_operation(logreg__text *text, const logreg__expression *e, const logreg__node *node)
{
    const logreg__operation *o = node->operation;
    if (o->fix == LOGREG__INFIX) {
        bool tight = o->binding == LOGREG__BINDS_POWER || *o->name == '/';
        bool strict = o->binding == LOGREG__BINDS_COMPARISON || o->binding == LOGREG__BINDS_POWER;
        bool to_right = o->binding == LOGREG__BINDS_POWER;
        write_operand(text, e, node->left, o->binding + strict);
        logreg__text_add(text, tight ? "" : " ");
        logreg__text_add(text, o->name);
        logreg__text_add(text, tight ? "" : " ");
        write_operand(text, e, node->right, o->binding + !to_right);
    } else {
        bool function = o->fix == LOGREG__FUNCTION;
        logreg__text_add(text, o->name);
        logreg__text_add(text, function ? "(" : "");
        write_operand(text, e, node->left, function ? 0 : o->binding);
        logreg__text_add(text, function ? ")" : "");
    }
}

static void write_node(logreg__text *text, const logreg__expression *e, const logreg__node *node)
{
    char number[LOGREG__NUMBER_SIZE];
    switch (node->kind) {
    case LOGREG__NODE_NUMBER:
        logreg__text_add(text, logreg__number_shortest(number, node->number));
        return;
    case LOGREG__NODE_STRING:
        logreg__string_quote(text, node->text);
        return;
    case LOGREG__NODE_COLUMN:
        logreg__name_quote(text, node->text);
        return;
    case LOGREG__NODE_OPERATION:
        write_operation(text, e, node);
        return;
    }
}

void logreg__expression_write(logreg__text *text, const logreg__expression *e)
{
    write_node(text, e, &e->node[e->n - 1]);
}

static bool asks(const logreg__node *node)
{
    return node->operation && node->operation->grammar == LOGREG__CONDITION;
}

bool logreg__expression_is_condition(const logreg__expression *e)
{
    return asks(&e->node[e->n - 1]);
}

bool logreg__expression_asks(const logreg__expression *e)
{
    bool any = false;
    for (size_t i = 0; i < e->n; i++)
        any = any || asks(&e->node[i]);
    return any;
}

void logreg__expression_free(logreg__expression *e)
{
    if (!e)
        return;
    for (size_t i = 0; i < e->n; i++)
        free(e->node[i].text);
    free(e->node);
    free(e);
}
