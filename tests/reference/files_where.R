# Fits of tests/cli/files/where.sh on the rows that its conditions leave: Rscript files_where.R
d <- read.csv(text = "age,sex,dose,ab,y
17,male,1,1,no
20,male,2,2,yes
21,female,,3,no
35,male,4,1,no
40,,1,2,yes
44,female,3,3,yes
50,male,2,1,yes
18,female,5,2,no
61,male,5,3,no
33,female,1,1,yes
29,male,,2,no
52,female,4,3,no", na.strings = "")
d$y <- factor(d$y)
fit <- function(rows) {
  print(nrow(rows))
  print(coef(glm(y ~ age, binomial, rows, control = glm.control(1e-14))), digits = 9)
}
fit(subset(d, age > 18))
fit(subset(d, age > 18 & sex == "male"))
fit(subset(d, !(sex != "male") | age + dose * 10 >= 60))
fit(subset(d, is.na(dose) | is.na(sex) | age < 30))
fit(subset(d, ab == 2 | dose / 2 < 1))
