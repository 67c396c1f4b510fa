# Data that separate their classes, for firth_cases.txt.
#
#     Rscript tests/reference/firth_data.R tests/reference/data      (in the root of the project)
#
# The two toys are separated completely and in part. The endometrial cancer study (Asseryanis, in Heinze & Schemper 2002) comes with R's brglm2,
# GPL-3; NV separates it in part.

to <- commandArgs(trailingOnly = TRUE)[1]
write_csv <- function(data, name) write.csv(data, file.path(to, name), row.names = FALSE, quote = FALSE)

write_csv(data.frame(x1 = c(1, 2, 3, 3, 5, 6, 10, 11), x2 = c(3, 2, -1, -1, 2, 4, 1, 0), y = rep(0:1, each = 4)),
          "toy_a.csv")
write_csv(data.frame(x1 = c(1, 2, 3, 3, 3, 4, 5, 6, 10, 11), x2 = c(3, 0, -1, 4, 1, 0, 2, 7, 3, 4), y = rep(0:1, c(4, 6))),
          "toy_b.csv")
data(endometrial, package = "brglm2")
write_csv(endometrial, "endometrial.csv")
