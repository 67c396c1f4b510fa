/* Written by vector_tables.py. */
/* k LN2_HI is exact for |k| < 2^11. */
#define LN2_HI 0x1.62e42fefa3000p-1
#define LN2_LO 0x1.3de6af278ece6p-42
#define LOG2_E 0x1.71547652b82fep+0

/* exp(r) = 1 + r + r^2 sum_k c_k r^k, |r| <= log(2) / 2; relative error 2^-57.2 or less before rounding. */
static const double exp_terms[] = {
    0x1.0000000000004p-1,  0x1.555555555550fp-3,  0x1.5555555552499p-5,  0x1.111111112528cp-7,
    0x1.6c16c17ed7dc2p-10, 0x1.a01a012d5a591p-13, 0x1.a019a6de8484ap-16, 0x1.71df30ed11cc6p-19,
    0x1.28a2bb7e37346p-22, 0x1.ad569e42a9c7dp-26,
};

/* 2 atanh(s) = 2 s + s^3 sum_k c_k s^(2 k), s^2 <= 1/25; relative error 2^-61.8 or less before rounding. */
static const double log_terms[] = {
    0x1.5555555555554p-1, 0x1.999999999a841p-2, 0x1.249249232909ap-2, 0x1.c71c7395b2557p-3,
    0x1.745c7eb5e6fadp-3, 0x1.3b2fcfc6628bfp-3, 0x1.0e264afe09502p-3, 0x1.194ecd5700855p-3,
};
