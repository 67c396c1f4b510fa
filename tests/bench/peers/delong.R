# Seconds of DeLong's test of two models by pROC, the data being in memory: delong.R FILE ROWS. FILE: doubles y, p, q, one after the other.
suppressMessages(library(pROC))
asked <- commandArgs(TRUE)
n <- as.numeric(asked[2])
d <- matrix(readBin(asked[1], "double", 3 * n), n)
took <- system.time({
  first <- roc(d[, 1], d[, 2], levels = 0:1, direction = "<", algorithm = 2)
  second <- roc(d[, 1], d[, 3], levels = 0:1, direction = "<", algorithm = 2)
  roc.test(first, second, method = "delong", paired = TRUE)
})
cat(took[["elapsed"]])
