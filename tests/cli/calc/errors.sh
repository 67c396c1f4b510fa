fails 2 logreg calc
fails 2 logreg calc abc
fails 2 logreg calc ''
fails 2 logreg calc %
fails 2 logreg calc 0x10
fails 2 logreg calc inf
fails 2 logreg calc 1/4
fails 2 logreg calc 0.5 1.2
fails 2 logreg calc -0.1
fails 2 logreg calc 101%
fails 2 logreg calc 1.00000000000000000000001
fails 2 logreg calc 1e-301
fails 2 logreg calc 1e-400
fails 2 logreg calc 0.1234567890123456789012345678901234567
fails 2 logreg calc --from odds -1
fails 2 logreg calc --from odds 50%
fails 2 logreg calc --from odds 1e301
fails 2 logreg calc --from logit 1.1e6
fails 2 logreg calc --from oods 1
