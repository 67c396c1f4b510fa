/* A probability on its three scales: itself, its odds, its log-odds. */
#ifndef CLI_ODDS_H
#define CLI_ODDS_H

typedef enum { CLI_FROM_P, CLI_FROM_ODDS, CLI_FROM_LOGIT } cli_odds_scale;

typedef struct {
    double p, q;          /* the probability, and 1 - p */
    double odds;          /* p / q */
    double logit;         /* log(p / q) */
    cli_odds_scale given; /* the scale that the number was written on */
    int digits;           /* how many it was written with */
} cli_odds;

/* Works out all scales from the decimal number as it is written, not from the double next to it: a
 * probability of 0.99999999999999999999 has odds of 1e20. Each is off by a few roundings at most. A
 * probability may be a percentage, such as 80%. NULL, or what is wrong with the text, as the end of a
 * sentence. */
const char *cli_odds_read(cli_odds *odds, cli_odds_scale scale, const char *text);

/* Room for a number as text. */
#define CLI_ODDS_SIZE 48

/* The number on one scale, in 7 significant digits or as many as it was given with. A probability close to 1
 * has all its nines, or is written as 1 - 4.248354e-18; odds beyond a double have their power of ten all the
 * same. */
char *cli_odds_text(char text[CLI_ODDS_SIZE], const cli_odds *odds, cli_odds_scale scale);

#endif
