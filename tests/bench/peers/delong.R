# Processor seconds that pROC takes for DeLong's interval of an AUC or the test of two models, the data being in memory: delong.R FILE ROWS interval|test. FILE: doubles y, p, q, one after the other.
suppressMessages(library(pROC))
asked <- commandArgs(TRUE)
n <- as.numeric(asked[2])
d <- matrix(readBin(asked[1], "double", 3 * n), n)
of <- function(column) roc(d[, 1], d[, column], levels = 0:1, direction = "<", algorithm = 2)
took <- system.time(if (asked[3] == "test") roc.test(of(2), of(3), method = "delong", paired = TRUE) else ci.auc(of(2), method = "delong"))
cat(took[["user.self"]] + took[["sys.self"]])
