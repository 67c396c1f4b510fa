# Writes the data sets of datasets/ that come with R: iris, mtcars, ucb, titanic from base R, budworm and menarche from
# MASS, vaso from robustbase.
#
#     Rscript tests/reference/datasets.R datasets

suppressPackageStartupMessages(library(MASS))
data(vaso, package = "robustbase")
folder <- commandArgs(trailingOnly = TRUE)[1]

write <- function(table, name) {
    file <- file(file.path(folder, paste0(name, ".csv")), "wb")
    write.csv(table, file, row.names = FALSE, quote = FALSE)
    close(file)
}

# Rows of a contingency table in the order of its dimensions, the first running slowest.
cells <- function(table) {
    frame <- as.data.frame(table, stringsAsFactors = FALSE)
    names(frame) <- tolower(names(frame))
    frame[do.call(order, frame[names(frame) != "freq"]), ]
}

names(iris) <- gsub(".", "_", tolower(names(iris)), fixed = TRUE)
write(iris, "iris")

write(mtcars[c(setdiff(names(mtcars), "am"), "am")], "mtcars")

names(menarche) <- c("age", "girls", "menarche")
write(menarche, "menarche")

# "no" stands before "yes" in level order, so that being admitted, or surviving, is the event.
ucb <- cells(UCBAdmissions)
ucb <- data.frame(gender = tolower(ucb$gender), dept = ucb$dept, count = ucb$freq,
                  admitted = ifelse(ucb$admit == "Admitted", "yes", "no"))
write(ucb[order(ucb$dept, ucb$gender, ucb$admitted), ], "ucb")

people <- cells(Titanic)
people <- people[rep(seq_len(nrow(people)), people$freq), c("class", "sex", "age", "survived")]
write(as.data.frame(lapply(people, tolower)), "titanic")

names(vaso) <- c("volume", "rate", "constricted")
write(vaso, "vaso")

# The numbers stand in the script of chapter 7 that comes with MASS.
script <- readLines(system.file("scripts", "ch07.R", package = "MASS"))
eval(parse(text = grep("^(ldose|numdead|sex) <- ", script, value = TRUE)))
write(data.frame(sex = ifelse(sex == "M", "male", "female"), log2_dose = ldose, moths = 20, dead = numdead), "budworm")
