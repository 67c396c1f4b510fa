/* Vertices of a hypercube, drawn without replacement. A vertex of up to 64 dimensions is a word of bits; of
 * more, its first 64 bits already differ from all others', and the rest is drawn freely. A word that was
 * drawn before is drawn again, so that nothing of the size 2^d is ever built.
 */
#include "samples/generate.h"

#include "base/error.h"
#include "base/memory.h"
#include "base/random.h"

/* A set of words: open addressing over at least twice as many places. */
typedef struct {
    size_t mask;
    size_t *place; /* one more than the index of the word, or 0 */
    const uint64_t *word;
} word_set;

/* Adds word[i] unless it is in the set. */
static bool add(word_set *set, size_t i)
{
    size_t at = (size_t)((set->word[i] * 0x9E3779B97F4A7C15) >> 20) & set->mask; /* Knuth, TAOCP 3, 6.4 */
    while (set->place[at]) {
        if (set->word[set->place[at] - 1] == set->word[i])
            return false;
        at = (at + 1) & set->mask;
    }
    set->place[at] = i + 1;
    return true;
}

static size_t power_of_two_above(size_t n)
{
    size_t power = 1;
    while (power < n && power <= SIZE_MAX / 2)
        power *= 2;
    return power;
}

logreg_status logreg__vertices(double *vertex, size_t n_clusters, size_t d, uint64_t random_state,
                               logreg_error *err)
{
    size_t places = power_of_two_above(2 * n_clusters);
    uint64_t *word = logreg__new_raw(n_clusters, sizeof *word);
    size_t *place = logreg__new(places, sizeof *place);
    bool ok = word && place;
    if (ok) {
        logreg__random random;
        logreg__random_init(&random, random_state, LOGREG__STREAM_VERTICES);
        word_set set = {places - 1, place, word};
        for (size_t i = 0; i < n_clusters; i++) {
            do
                word[i] = logreg__random_bits(&random) >> (d < 64 ? 64 - d : 0);
            while (!add(&set, i));
            uint64_t bits = word[i];
            for (size_t j = 0; j < d; j++, bits >>= 1) {
                if (j && j % 64 == 0)
                    bits = logreg__random_bits(&random);
                vertex[i * d + j] = bits & 1 ? 1 : -1;
            }
        }
    }
    free(word);
    free(place);
    return ok ? LOGREG_OK : logreg__fail_memory(err);
}
