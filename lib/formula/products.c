#include "formula/products.h"

#include "base/memory.h"

static bool push(logreg__products *list, size_t n, size_t *factor)
{
    if (!factor || !logreg__grow(&list->item, &list->room, list->n + 1, sizeof *list->item)) {
        free(factor);
        return false;
    }
    list->item[list->n++] = (logreg__product){n, factor};
    return true;
}

bool logreg__products_add(logreg__products *list, size_t factor)
{
    size_t *copy = logreg__new(1, sizeof *copy);
    if (copy)
        *copy = factor;
    return push(list, 1, copy);
}

void logreg__products_clear(logreg__products *list)
{
    for (size_t i = 0; i < list->n; i++)
        free(list->item[i].factor);
    free(list->item);
    *list = (logreg__products){0};
}

bool logreg__products_join(logreg__products *left, logreg__products *right)
{
    if (!logreg__grow(&left->item, &left->room, left->n + right->n, sizeof *left->item))
        return false;
    if (right->n)
        memcpy(left->item + left->n, right->item, right->n * sizeof *right->item);
    left->n += right->n;
    right->n = 0;
    logreg__products_clear(right);
    return true;
}

/* The factors of both, merged. */
static bool push_union(logreg__products *list, const logreg__product *a, const logreg__product *b)
{
    size_t *factor = logreg__new_raw(a->n + b->n, sizeof *factor), n = 0;
    if (!factor)
        return false;
    for (size_t i = 0, j = 0; i < a->n || j < b->n; n++) {
        bool from_a = j == b->n || (i < a->n && a->factor[i] <= b->factor[j]);
        bool from_b = i == a->n || (j < b->n && b->factor[j] <= a->factor[i]);
        factor[n] = from_a ? a->factor[i] : b->factor[j];
        i += from_a;
        j += from_b;
    }
    return push(list, n, factor);
}

static bool cross(logreg__products *out, const logreg__products *left, const logreg__products *right)
{
    for (size_t i = 0; i < left->n; i++)
        for (size_t j = 0; j < right->n; j++)
            if (!push_union(out, &left->item[i], &right->item[j]))
                return false;
    return true;
}

bool logreg__products_cross(logreg__products *left, logreg__products *right)
{
    logreg__products all = {0};
    bool ok = cross(&all, left, right);
    if (!ok) {
        logreg__products_clear(&all);
        return false;
    }
    logreg__products_clear(left);
    *left = all;
    return true;
}

bool logreg__products_star(logreg__products *left, logreg__products *right)
{
    logreg__products all = {0};
    if (!left->n) {
        logreg__products_clear(right);
        return true;
    }
    bool ok =
        cross(&all, left, right) && logreg__products_join(left, right) && logreg__products_join(left, &all);
    logreg__products_clear(&all);
    return ok;
}

bool logreg__products_copy(logreg__products *list, const logreg__products *from)
{
    static const logreg__product nothing = {0};
    for (size_t i = 0; i < from->n; i++)
        if (!push_union(list, &from->item[i], &nothing))
            return false;
    return true;
}

/* One product of all factors in the list; false: out of memory. */
static bool union_of(logreg__products *whole, const logreg__products *list)
{
    static const logreg__product nothing = {0};
    bool ok = push_union(whole, &nothing, &nothing);
    for (size_t i = 0; ok && i < list->n; i++) {
        ok = push_union(whole, &whole->item[0], &list->item[i]);
        if (ok) {
            free(whole->item[0].factor);
            whole->item[0] = whole->item[--whole->n];
        }
    }
    return ok;
}

bool logreg__products_within(logreg__products *left, logreg__products *right)
{
    logreg__products whole = {0};
    bool ok = union_of(&whole, right) && logreg__products_cross(left, &whole);
    logreg__products_clear(&whole);
    return ok;
}

bool logreg__products_nest(logreg__products *left, logreg__products *right)
{
    logreg__products whole = {0};
    if (!left->n)
        return true;
    bool ok = union_of(&whole, left) && logreg__products_cross(&whole, right) &&
              logreg__products_join(left, &whole);
    logreg__products_clear(&whole);
    return ok;
}

static int compare(const logreg__product *a, const logreg__product *b)
{
    if (a->n != b->n)
        return a->n < b->n ? -1 : 1;
    for (size_t i = 0; i < a->n; i++)
        if (a->factor[i] != b->factor[i])
            return a->factor[i] < b->factor[i] ? -1 : 1;
    return 0;
}

/* Orders for arrays of pointers into one list; addresses there tell which came first. */
static int by_factors(const void *a, const void *b)
{
    const logreg__product *const *p = a, *const *q = b;
    int order = compare(*p, *q);
    return order ? order : (*p > *q) - (*p < *q);
}

static int by_size(const void *a, const void *b)
{
    const logreg__product *const *p = a, *const *q = b;
    if ((*p)->n != (*q)->n)
        return (*p)->n < (*q)->n ? -1 : 1;
    return (*p > *q) - (*p < *q);
}

static logreg__product **sorted(const logreg__products *list, int (*order)(const void *, const void *))
{
    logreg__product **pointer = logreg__new(list->n, sizeof *pointer);
    if (!pointer)
        return NULL;
    for (size_t i = 0; i < list->n; i++)
        pointer[i] = &list->item[i];
    qsort(pointer, list->n, sizeof(logreg__product *), order);
    return pointer;
}

/* Drops the products whose factors were freed. */
static void close_gaps(logreg__products *list)
{
    size_t kept = 0;
    for (size_t i = 0; i < list->n; i++)
        if (list->item[i].factor)
            list->item[kept++] = list->item[i];
    list->n = kept;
}

static void drop(logreg__product *product)
{
    free(product->factor);
    product->factor = NULL;
}

bool logreg__products_unique(logreg__products *list)
{
    logreg__product **pointer = sorted(list, by_factors);
    if (!pointer)
        return false;
    for (size_t i = 0, first = 0; i < list->n; i++) {
        if (i > first && compare(pointer[first], pointer[i]) == 0)
            drop(pointer[i]);
        else
            first = i;
    }
    free(pointer);
    close_gaps(list);
    return true;
}

static int find(const void *product, const void *pointer)
{
    return compare(product, *(logreg__product *const *)pointer);
}

bool logreg__products_remove(logreg__products *left, logreg__products *right)
{
    logreg__product **pointer = sorted(right, by_factors);
    if (!pointer)
        return false;
    for (size_t i = 0; i < left->n; i++)
        if (bsearch(&left->item[i], pointer, right->n, sizeof *pointer, find))
            drop(&left->item[i]);
    free(pointer);
    close_gaps(left);
    return true;
}

bool logreg__products_sort(logreg__products *list)
{
    logreg__product **pointer = sorted(list, by_size);
    logreg__product *item = logreg__new(list->n, sizeof *item);
    bool ok = pointer && item;
    if (ok) {
        for (size_t i = 0; i < list->n; i++)
            item[i] = *pointer[i];
        free(list->item);
        list->item = item;
        list->room = list->n;
    } else {
        free(item);
    }
    free(pointer);
    return ok;
}

bool logreg__product_within(const logreg__product *part, size_t without, const logreg__product *whole)
{
    size_t j = 0;
    for (size_t i = 0; i < part->n; i++) {
        if (part->factor[i] == without)
            continue;
        while (j < whole->n && whole->factor[j] < part->factor[i])
            j++;
        if (j == whole->n || whole->factor[j] != part->factor[i])
            return false;
    }
    return true;
}
